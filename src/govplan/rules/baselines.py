"""GP2xx: goals against the levels that they start from; *not* here: the steps between the two (`milestones`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.model.goal import Basis, Direction, Goal
from govplan.model.indicator import Measure
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import unit_of
from govplan.values.number import exact_product, exact_sum

__all__ = ["RULES"]

# Asking an enumeration for a member takes longer than most comparisons with it.
_CHANGE = Basis.CHANGE
_RELATIVE_CHANGE = Basis.RELATIVE_CHANGE
_RATIO = Measure.RATIO

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_BOUNDED = (Measure.FLOW, Measure.STOCK, Measure.RATIO)


def _goals_lead_on(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.baselines:
        target = placed.target
        goal, baseline = target.goal, target.baseline
        if goal.basis is not _LEVEL or baseline is None:
            continue
        far = _far(goal)
        if far is None:
            continue
        start = baseline.value
        if far >= start if goal.direction is _RISING else far <= start:
            count += 1
        else:
            yield _backwards(placed, far, start)
    for placed in survey.changes:
        goal = placed.target.goal
        far = _far(goal)
        if far is None:
            continue
        if far >= _ZERO if goal.direction is _RISING else far <= _ZERO:
            count += 1
        else:
            yield _backwards(placed, far, _ZERO)
    yield count


_LEVEL, _RISING, _FALLING = Basis.LEVEL, Direction.UP, Direction.DOWN


def _far(goal: Goal) -> Decimal | None:
    """Return the bound beyond which everything is better, None where no way is."""
    interval, direction = goal.interval, goal.direction
    if interval is None:
        return None
    if direction is _RISING:
        return interval.lower if interval.upper is None else interval.upper
    if direction is _FALLING:
        return interval.upper if interval.lower is None else interval.lower
    return None


def _backwards(placed: PlacedTarget, far: Decimal, start: Decimal) -> Hit:
    """Return the fault of a goal that lies, with all that it asks for, on the wrong side of its start."""
    goal = placed.target.goal
    rises = goal.direction is _RISING
    return Hit(
        f"{placed.path}/goal",
        (
            ("goal", far),
            ("start", start),
            ("unit", "%" if goal.basis is _RELATIVE_CHANGE else unit_of(placed.target)),
            ("way", _UP if rises else _DOWN),
        ),
        expected=start,
        found=far,
        difference=exact_sum((far, start.copy_negate())),
    )


_UP, _DOWN = message("up"), message("down")


def _changes_are_possible(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.baselines:
        target = placed.target
        goal, baseline, indicator = target.goal, target.baseline, target.indicator
        if baseline is None or goal.basis is _LEVEL or indicator.measure not in _BOUNDED:
            continue
        is_share = indicator.measure is _RATIO and indicator.unit is not None and indicator.unit.is_percent
        # The least that the goal asks for decides: what it allows beyond that nobody has to reach.
        least = [
            (_led_to(goal.basis, baseline.value, goal.upper), _ZERO, False),
            (_led_to(goal.basis, baseline.value, goal.lower), _HUNDRED, True),
        ]
        faults = 0
        for level, limit, from_above in least:
            if level is None or (from_above and not is_share):
                continue
            if level > limit if from_above else level < limit:
                faults += 1
                yield Hit(
                    f"{placed.path}/goal",
                    (("level", level), ("limit", limit), ("start", baseline.value), ("unit", unit_of(target))),
                    expected=limit,
                    found=level,
                    difference=exact_sum((level, limit.copy_negate())).copy_abs(),
                )
        if not faults:
            count += 1
    yield count


def _led_to(basis: Basis, start: Decimal, change: Decimal | None) -> Decimal | None:
    if change is None:
        return None
    if basis is _CHANGE:
        return exact_sum((start, change))
    if basis is _RELATIVE_CHANGE:
        return exact_product(exact_product(start, exact_sum((_HUNDRED, change))), Decimal("0.01"))
    return None


def _baselines_come_before(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.baselines:
        baseline = placed.target.baseline
        if baseline is None or baseline.period is None:
            continue
        own = placed.target.horizon
        horizon = own or (survey.plan.period if placed.whole is None else survey.horizon_of(placed))
        if baseline.period.end < horizon.end:
            count += 1
        else:
            found, expected = str(baseline.period), str(horizon)
            yield Hit(
                f"{placed.path}/baseline", (("found", found), ("horizon", expected)), expected=expected, found=found
            )
    yield count


def _relative_goals_have_a_base(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.baselines:
        baseline = placed.target.baseline
        if baseline is None or placed.target.goal.basis is not _RELATIVE_CHANGE:
            continue
        if baseline.value > _ZERO:
            count += 1
        else:
            yield Hit(f"{placed.path}/baseline", (("found", baseline.value),), found=baseline.value)
    yield count


RULES = (
    Rule(
        "GP216",
        "direction-against-baseline",
        Severity.WARNING,
        message("Goals lead on from their baseline"),
        message(
            "A goal that is to go up but ends below where it starts, or down but above, asks for less than there is; "
            "mostly two figures were swapped, or the key is the wrong one. A floor that is meant to lie below last "
            "year's figure can be written as `above`."
        ),
        message(
            "goal behind its start: it is to go {way}, starts at {start} and asks for {goal}{unit}; mend the figures "
            "or the key"
        ),
        _goals_lead_on,
        since="0.1",
    ),
    Rule(
        "GP218",
        "change-beyond-possible",
        Severity.ERROR,
        message("Changes lead to levels that can be"),
        message("2,000 poor households cannot fall by 3,000, and a share of 71% cannot rise by 40 points."),
        message(
            "change beyond what is possible: from {start}{unit} it leads to {level}, the limit is {limit}; mend the "
            "change or the baseline"
        ),
        _changes_are_possible,
        since="0.1",
        needs="baselines",
    ),
    Rule(
        "GP219",
        "baseline-not-before",
        Severity.WARNING,
        message("Baselines are measured before the target is due"),
        message(
            "What changes start from was measured before they are due; a baseline of the same year is mostly a slip."
        ),
        message("baseline not before its target: measured in {found}, due in {horizon}; mend one of the two periods"),
        _baselines_come_before,
        since="0.1",
        needs="baselines",
    ),
    Rule(
        "GP220",
        "relative-to-nothing",
        Severity.WARNING,
        message("Relative changes are of something"),
        message(
            "A percentage of nothing, or of less than nothing, decides nothing: state the change in the unit itself."
        ),
        message("relative change of nothing: the baseline is {found}; mend it, or state the change in its unit"),
        _relative_goals_have_a_base,
        since="0.1",
        needs="baselines",
    ),
)
