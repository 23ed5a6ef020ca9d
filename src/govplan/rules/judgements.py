"""GP5xx: what was published of a result against what its numbers say; *not* here: how far along a target is."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.aggregation.judged import Said, read_judgement
from govplan.model import Measure, Observation
from govplan.model.observation import Mode
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.results import time_of
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import unit_of
from govplan.values import Text

__all__ = ["RULES"]

_UNREAD = message("the words of the judgement are not known")
_EARLY = message("the result is from before the target is due")
_IN_PART = message("the result covers only a part of the target's time")
_UNDECIDED = message("the figures cannot decide whether the goal is met")


def _why_not(survey: Survey, placed: PlacedTarget, one: Observation) -> tuple[str, Text] | None:
    """Return why a result does not decide its target, None where it does as far as time goes."""
    horizon, time = survey.horizon_of(placed), time_of(one)
    if time.end < horizon.end:
        return "not_due", _EARLY
    is_counted = placed.target.indicator.measure is Measure.FLOW and one.period is not None
    starts_late = time.start > horizon.start
    if is_counted and starts_late and one.mode in (Mode.THIS_PERIOD, Mode.YEAR_TO_DATE):
        return "part_of_time", _IN_PART
    return None


def _judged(survey: Survey) -> Iterator[tuple[PlacedTarget, int, Observation, Said, bool, bool] | Missed]:
    """Yield each judgement that can be held against its numbers: what it says, whether met, whether exceeded."""
    for id, rows in survey.results.items():
        placed = survey.first_with_id[id]
        goal, baseline = placed.target.goal, placed.target.baseline
        start = None if baseline is None else baseline.value
        for row, one in rows:
            if one.judgement is None:
                continue
            said = read_judgement(one.judgement)
            if said is None:
                yield Missed(placed.path, "judgement_unread", _UNREAD)
                continue
            reason = _why_not(survey, placed, one)
            if reason is not None:
                yield Missed(placed.path, *reason)
                continue
            measured = {"change": one.change, "relative_change": one.relative_change, "baseline": start}
            met, exceeded = goal.met(one.value, **measured), goal.exceeded(one.value, **measured)
            if met is None or exceeded is None:
                yield Missed(placed.path, "undecided", _UNDECIDED)
            else:
                yield placed, row, one, said, met, exceeded


def _judgements_agree(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for judged in _judged(survey):
        if isinstance(judged, Missed):
            yield judged
            continue
        placed, row, one, said, met, exceeded = judged
        if (said is not Said.UNMET) is met:
            count += 1
        else:
            yield _contradicted(placed, row, one, _computed(met, exceeded))
    yield count


def _degrees_agree(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for judged in _judged(survey):
        # What could not be judged, or contradicts the numbers altogether, is said by GP507.
        if isinstance(judged, Missed):
            continue
        placed, row, one, said, met, exceeded = judged
        if (said is not Said.UNMET) is not met:
            continue
        if not met or said is Said.MET_OR_EXCEEDED or (said is Said.EXCEEDED) is exceeded:
            count += 1
        else:
            yield _contradicted(placed, row, one, _computed(met, exceeded))
    yield count


def _computed(met: bool, exceeded: bool) -> Text:
    return _EXCEEDED if exceeded else _MET if met else _UNMET


_EXCEEDED, _MET, _UNMET = message("exceeded"), message("met"), message("not met")


def _contradicted(placed: PlacedTarget, row: int, one: Observation, computed: Text) -> Hit:
    value = next(number for number in (one.value, one.change, one.relative_change) if number is not None)
    return Hit(
        placed.path,
        (
            ("row", row),
            ("published", one.judgement or ""),
            ("computed", computed),
            ("value", value),
            ("unit", unit_of(placed.target)),
            ("goal", str(placed.target.goal)),
        ),
        expected=computed,
        found=one.judgement,
    )


RULES = (
    Rule(
        "GP507",
        "judgement-contradicts",
        Severity.WARNING,
        message("Published judgements agree with their numbers"),
        message(
            "Whether a target is met follows from its goal and its result; 7.6 is not below 7.6. A judgement that says "
            "otherwise is kept as it was published, and reported."
        ),
        message(
            "judgement against its numbers: row {row} says {published}, but {value}{unit} for “{goal}” is {computed}; "
            "compare both with the original"
        ),
        _judgements_agree,
        since="0.1",
        needs="results",
    ),
    Rule(
        "GP508",
        "judgement-degree",
        Severity.INFO,
        message("Met and exceeded are told apart"),
        message(
            "Beyond the far bound, in the goal's direction, a target is exceeded; a limit is only kept. Reports "
            "use the two words loosely, which matters when “met and exceeded” is counted."
        ),
        message(
            "judgement of another degree: row {row} says {published}, {value}{unit} for “{goal}” is {computed}; "
            "compare with the original"
        ),
        _degrees_agree,
        since="0.1",
        needs="results",
    ),
)
