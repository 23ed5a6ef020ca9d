"""GP5xx: measured wholes against their measured parts; *not* here: the planned ones (`divisions`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from govplan.aggregation import compare_parts, compare_to_whole
from govplan.model import Breakdown, Goal, Observation, Relation, Target
from govplan.model.observation import Status
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.results import time_of, when
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import PlacedBreakdown, Survey
from govplan.rules.wording import missed, unit_of

__all__ = ["RULES"]

_SETTLED = (Status.FINAL, Status.PROVISIONAL, Status.ESTIMATE)
_ADDED = (Relation.PARTITION, Relation.ALLOCATION)
_INCOMPLETE = message("results are missing: whole and parts do not all have one for this time")
Time = tuple[date, date, str]


def _measured(survey: Survey, target: Target) -> dict[Time, Observation]:
    """Return a target's values by time and mode, the most settled of each."""
    found: dict[Time, Observation] = {}
    for _, one in survey.results.get(target.id, ()):
        if one.value is not None:
            key = (time_of(one).start, time_of(one).end, one.mode.value)
            known = found.get(key)
            if known is None or _SETTLED.index(one.status) < _SETTLED.index(known.status):
                found[key] = one
    return found


def _as_stated(target: Target, value: Decimal) -> Target:
    """Return a target that asks for exactly what was measured, so that results compare as plans do."""
    return Target(target.id, target.indicator, Goal.at_least(value))


def _with_parts(placed: PlacedBreakdown, values: list[Decimal]) -> Breakdown:
    parts = [_as_stated(part.target, value) for part, value in zip(placed.parts, values, strict=True)]
    return Breakdown(placed.breakdown.relation, parts, denominator=placed.breakdown.denominator)


def _of(survey: Survey, placed: PlacedBreakdown) -> tuple[dict[Time, Observation], list[dict[Time, Observation]]]:
    """Return what was measured of the whole, and of each part."""
    parts = [_measured(survey, part.target) for part in placed.parts]
    return _measured(survey, placed.whole.target), parts


def _sums_hold(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        if placed.breakdown.relation not in _ADDED:
            continue
        whole, parts = _of(survey, placed)
        for time in sorted({*whole, *(time for part in parts for time in part)}):
            values = [part.get(time) for part in parts]
            present = [one.value for one in values if one is not None and one.value is not None]
            total = whole.get(time)
            if total is None or total.value is None or len(present) < len(values):
                yield Missed(placed.path, "results_missing", _INCOMPLETE)
                continue
            comparison = compare_parts(
                _as_stated(placed.whole.target, total.value),
                _with_parts(placed, present),
            )
            if comparison.reason is not None:
                yield missed(placed.path, comparison.reason)
            for bound in comparison.bounds:
                if bound.holds:
                    count += 1
                else:
                    yield Hit(
                        placed.path,
                        (
                            ("when", when(total)),
                            ("stated", bound.stated),
                            ("total", bound.total),
                            ("difference", bound.difference),
                            ("unit", unit_of(placed.whole.target)),
                        ),
                        expected=bound.stated,
                        found=bound.total,
                        difference=bound.difference,
                    )
    yield count


def _parts_are_within(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        if placed.breakdown.relation in _ADDED:
            continue
        whole, parts = _of(survey, placed)
        for part, values in zip(placed.parts, parts, strict=True):
            for time in sorted(values):
                total, one = whole.get(time), values[time]
                if total is None or total.value is None or one.value is None:
                    yield Missed(part.path, "results_missing", _INCOMPLETE)
                    continue
                comparison = compare_to_whole(
                    _as_stated(placed.whole.target, total.value), _as_stated(part.target, one.value), placed.breakdown
                )
                if comparison.reason is not None:
                    yield missed(part.path, comparison.reason)
                for bound in comparison.bounds:
                    if bound.difference >= 0:
                        count += 1
                    else:
                        yield Hit(
                            part.path,
                            (
                                ("when", when(one)),
                                ("part", bound.total),
                                ("whole", bound.stated),
                                ("difference", bound.difference.copy_abs()),
                                ("unit", unit_of(placed.whole.target)),
                            ),
                            expected=bound.stated,
                            found=bound.total,
                            difference=bound.difference,
                        )
    yield count


RULES = (
    Rule(
        "GP509",
        "results-imbalance",
        Severity.ERROR,
        message("Measured parts add up to the measured whole"),
        message(
            "What a plan divides without a rest, its results divide too: by time, the parts of a partition or an "
            "allocation add up to the whole. Where one of the figures is missing, nothing is concluded."
        ),
        message(
            "results do not add up ({when}): {stated}{unit} reported, {total} in the parts, {difference} apart; "
            "mend the wrong figure"
        ),
        _sums_hold,
        since="0.1",
        needs="results",
    ),
    Rule(
        "GP510",
        "result-beyond-whole",
        Severity.ERROR,
        message("A measured part fits into the measured whole"),
        message("A part of a whole, over the same denominator, cannot be measured as more than the whole."),
        message(
            "measured part beyond its whole ({when}): {part}{unit} in the part, {whole} in the whole, {difference} too "
            "much; mend the wrong figure"
        ),
        _parts_are_within,
        since="0.1",
        needs="results",
    ),
)
