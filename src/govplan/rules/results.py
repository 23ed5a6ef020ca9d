"""GP5xx: results one by one and in their series; *not* here: their sums (`result_sums`) and what was said of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from govplan.model import Measure, Observation
from govplan.model.observation import Mode
from govplan.rules.finding import Fact, Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import unit_of
from govplan.values import Period
from govplan.values.number import exact_sum

__all__ = ["RULES", "time_of", "when"]

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
Row = tuple[int, Observation]


def when(observation: Observation) -> Fact:
    """Return the time of a result as it is printed: its period, or its day."""
    if observation.period is not None:
        return str(observation.period)
    return observation.as_of if observation.as_of is not None else ""


def time_of(observation: Observation) -> Period:
    """Return the time of a result, a day being a period of its own."""
    if observation.period is not None:
        return observation.period
    day = observation.as_of or date.min
    return Period(day, day)


def _placed(survey: Survey) -> Iterator[tuple[PlacedTarget, list[Row]]]:
    """Yield every target that has results, with them in the order of what they say, whatever their rows."""
    for id, rows in survey.results.items():
        yield survey.first_with_id[id], sorted(rows, key=_order)


def _order(row: Row) -> tuple[object, ...]:
    one = row[1]
    numbers = [(value is not None, value or _ZERO) for value in (one.value, one.change, one.relative_change)]
    return (time_of(one).end, time_of(one).start, one.mode.value, one.status.value, *numbers, row[0])


def _results_are_stated_once(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, rows in _placed(survey):
        before: Observation | None = None
        for number, one in rows:
            figures = _against(one, before) if before is not None and _is_same_figure(one, before) else None
            if figures is None:
                count += 1
            else:
                found, expected = figures
                yield Hit(
                    placed.path,
                    (
                        ("row", number),
                        ("when", when(one)),
                        ("found", found),
                        ("other", expected),
                        ("unit", unit_of(placed.target)),
                    ),
                    expected=expected,
                    found=found,
                    difference=exact_sum((found, expected.copy_negate())),
                )
            before = one
    yield count


def _is_same_figure(one: Observation, two: Observation) -> bool:
    return (one.period, one.as_of, one.mode, one.status) == (two.period, two.as_of, two.mode, two.status)


def _against(one: Observation, two: Observation) -> tuple[Decimal, Decimal] | None:
    """Return the first number that two results have both, and differently."""
    pairs = (
        (one.value, two.value),
        (one.change, two.change),
        (one.relative_change, two.relative_change),
    )
    for mine, theirs in pairs:
        if mine is not None and theirs is not None and mine != theirs:
            return mine, theirs
    return None


def _cumulative_results_rise(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, rows in _placed(survey):
        # Only what is counted over time cannot become less: a level that was counted "since the start" may fall.
        if placed.target.indicator.measure not in (None, Measure.FLOW):
            continue
        highest: dict[object, tuple[Decimal, Observation]] = {}
        for number, one in rows:
            if one.mode is Mode.THIS_PERIOD or one.value is None:
                continue
            series = time_of(one).end.year if one.mode is Mode.YEAR_TO_DATE else None
            known = highest.get((one.mode, series))
            if known is None or one.value >= known[0] or time_of(one).end == time_of(known[1]).end:
                count += 1
                if known is None or one.value > known[0]:
                    highest[(one.mode, series)] = (one.value, one)
                continue
            yield Hit(
                placed.path,
                (
                    ("row", number),
                    ("when", when(one)),
                    ("found", one.value),
                    ("before", known[0]),
                    ("earlier", when(known[1])),
                    ("unit", unit_of(placed.target)),
                ),
                expected=known[0],
                found=one.value,
                difference=exact_sum((one.value, known[0].copy_negate())),
            )
    yield count


def _results_are_known(survey: Survey) -> Iterator[Outcome]:
    if survey.as_of is None:
        return
    count = 0
    for placed, rows in _placed(survey):
        for number, one in rows:
            # A period that is not over may have an estimate; one that has not begun has nothing.
            if time_of(one).start <= survey.as_of:
                count += 1
            else:
                yield Hit(
                    placed.path,
                    (("row", number), ("when", when(one)), ("as_of", survey.as_of)),
                    expected=survey.as_of,
                    found=when(one),
                )
    yield count


def _results_are_of_the_time(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, rows in _placed(survey):
        horizon = survey.horizon_of(placed)
        for number, one in rows:
            time = time_of(one)
            if time.overlaps(horizon) or time.overlaps(survey.plan.period):
                count += 1
            else:
                yield Hit(
                    placed.path,
                    (("row", number), ("when", when(one)), ("horizon", str(horizon))),
                    expected=str(horizon),
                    found=when(one),
                )
    yield count


def _shares_are_in_range(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, rows in _placed(survey):
        indicator = placed.target.indicator
        if indicator.measure is not Measure.RATIO or indicator.unit is None or not indicator.unit.is_percent:
            continue
        for number, one in rows:
            if one.value is None:
                continue
            if _ZERO <= one.value <= _HUNDRED:
                count += 1
            else:
                limit = _ZERO if one.value < _ZERO else _HUNDRED
                yield Hit(
                    placed.path,
                    (("row", number), ("found", one.value), ("limit", limit)),
                    expected=limit,
                    found=one.value,
                    difference=exact_sum((one.value, limit.copy_negate())).copy_abs(),
                )
    yield count


RULES = (
    Rule(
        "GP503",
        "result-stated-twice",
        Severity.ERROR,
        message("One result has one value"),
        message(
            "Two figures for one target, one time and one status: a correction has another status, an estimate and a "
            "final figure may differ."
        ),
        message(
            "one result with two values: row {row} says {found}{unit} for {when}, another row {other}; keep the "
            "right one"
        ),
        _results_are_stated_once,
        since="0.1",
        needs="observations",
    ),
    Rule(
        "GP504",
        "cumulative-falls",
        Severity.WARNING,
        message("Cumulative results do not fall"),
        message(
            "What is counted since the year or the plan began can only grow. A fall is a slip, a correction that "
            "should be said, or a figure of one period among cumulative ones."
        ),
        message(
            "cumulative result falls: row {row} has {found}{unit} for {when}, {before} stood at {earlier}; mend the "
            "figure or its mode"
        ),
        _cumulative_results_rise,
        since="0.1",
        needs="observations",
    ),
    Rule(
        "GP505",
        "result-after-as-of",
        Severity.ERROR,
        message("Results are of what has begun"),
        message(
            "Held against the day on which the results were known, none may be of a time that had not begun. An "
            "estimate for the running year may."
        ),
        message(
            "result of a time to come: row {row} is for {when}, the results are as of {as_of}; mend one of the two"
        ),
        _results_are_known,
        since="0.1",
        needs="observations",
    ),
    Rule(
        "GP506",
        "result-outside-period",
        Severity.WARNING,
        message("Results are of the target's time"),
        message("A result from before the plan is a baseline; one from after it belongs to another plan."),
        message(
            "result outside the target's time: row {row} is for {when}, the target for {horizon}; mend the time, or "
            "make it the baseline"
        ),
        _results_are_of_the_time,
        since="0.1",
        needs="observations",
    ),
    Rule(
        "GP511",
        "result-out-of-range",
        Severity.ERROR,
        message("Measured shares lie from 0 to 100"),
        message("A ratio in percent cannot be measured below 0 or above 100; attainment over the plan is no ratio."),
        message(
            "measured share out of range: row {row} has {found}, the limit is {limit}; mend the figure or the measure"
        ),
        _shares_are_in_range,
        since="0.1",
        needs="observations",
    ),
)
