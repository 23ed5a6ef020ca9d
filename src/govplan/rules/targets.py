"""GP2xx: does what a target asks for hold together? *Not* here: its parts, steps and start, each in a file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.model.goal import Basis, Direction
from govplan.model.indicator import Measure, Polarity
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey
from govplan.values.number import exact_sum

__all__ = ["RULES"]

# Asking an enumeration for a member takes longer than most comparisons with it.
_CHANGE = Basis.CHANGE
_LEVEL = Basis.LEVEL
_RELATIVE_CHANGE = Basis.RELATIVE_CHANGE
_DOWN = Direction.DOWN
_UP = Direction.UP
_RATIO = Measure.RATIO
_HIGHER = Polarity.HIGHER

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_MORE, _LESS = message("higher"), message("lower")


def _out_of_range(path: str, found: Decimal, limit: Decimal) -> Hit:
    difference = exact_sum((found, limit.copy_negate())).copy_abs()
    return Hit(path, (("found", found), ("limit", limit)), expected=limit, found=found, difference=difference)


def _shares_are_shares(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.percentages:
        target = placed.target
        if target.indicator.measure is not _RATIO:
            continue
        goal, faults = target.goal, 0
        interval = goal.interval
        if goal.basis is _LEVEL and interval is not None:
            for bound in (interval.lower, interval.upper):
                if bound is not None and not _ZERO <= bound <= _HUNDRED:
                    faults += 1
                    yield _out_of_range(f"{placed.path}/goal", bound, _ZERO if bound < _ZERO else _HUNDRED)
        if target.baseline is not None:
            start = target.baseline.value
            if not _ZERO <= start <= _HUNDRED:
                faults += 1
                yield _out_of_range(f"{placed.path}/baseline", start, _ZERO if start < _ZERO else _HUNDRED)
        if not faults:
            count += 1
    for placed in survey.changes:
        goal = placed.target.goal
        if goal.basis is not _RELATIVE_CHANGE:
            continue
        faults = 0
        for bound in (goal.lower, goal.upper):
            if bound is not None and bound < -_HUNDRED:
                faults += 1
                yield _out_of_range(f"{placed.path}/goal", bound, -_HUNDRED)
        if not faults:
            count += 1
    yield count


def _levels_have_units(survey: Survey) -> Iterator[Outcome]:
    without = survey.without_unit
    for placed in without:
        if placed.target.goal.basis in (_LEVEL, _CHANGE):
            yield Hit(f"{placed.path}/indicator", (("id", placed.target.id),))
    yield len(survey.targets) - len(without)


def _horizons_lie_within(survey: Survey) -> Iterator[Outcome]:
    period, count = survey.plan.period, 0
    for placed in survey.horizons:
        horizon = placed.target.horizon
        if horizon is None or period.covers(horizon):
            count += 1
        else:
            yield Hit(
                f"{placed.path}/horizon",
                (("period", str(period)), ("horizon", str(horizon))),
                expected=str(period),
                found=str(horizon),
            )
    yield count


def _goals_ask_for_better(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.polarized:
        target = placed.target
        goal = target.goal
        interval = goal.interval
        if interval is None:
            continue
        direction = goal.direction
        # A limit on the side that is better, and on no other, asks for the worse one.
        if target.indicator.polarity is _HIGHER:
            if direction is _UP:
                count += 1
                continue
            wrong, better = direction is _DOWN or interval.lower is None, _MORE
        else:
            if direction is _DOWN:
                count += 1
                continue
            wrong, better = direction is _UP or interval.upper is None, _LESS
        if wrong:
            yield Hit(
                f"{placed.path}/goal", (("goal", str(goal)), ("better", better)), expected=better, found=str(goal)
            )
        else:
            count += 1
    yield count


RULES = (
    Rule(
        "GP205",
        "percent-range",
        Severity.ERROR,
        message("Percentages lie where they can"),
        message("A ratio in percent lies from 0 to 100, and nothing falls by more than 100% of itself."),
        message(
            "percentage out of range: found {found}, the limit is {limit}; mend the figure, or the measure if it is "
            "no ratio"
        ),
        _shares_are_shares,
        since="0.1",
    ),
    Rule(
        "GP206",
        "unit-missing",
        Severity.WARNING,
        message("Levels and changes have a unit"),
        message("A figure without a unit can be neither compared nor added; only relative changes need none."),
        message("unit missing: the target {id} has a figure without one; add unit to its indicator"),
        _levels_have_units,
        since="0.1",
    ),
    Rule(
        "GP207",
        "horizon-outside-period",
        Severity.WARNING,
        message("Horizons lie within the plan's period"),
        message("A target due outside the plan's period mostly belongs to another plan, or its year is a slip."),
        message("horizon outside the period: the target is for {horizon}, the plan for {period}; mend one of them"),
        _horizons_lie_within,
        since="0.1",
        needs="horizons",
    ),
    Rule(
        "GP217",
        "goal-against-polarity",
        Severity.WARNING,
        message("Goals ask for what is better"),
        message(
            "Where the indicator says which way is better, a goal that asks for the other way, or only limits the "
            "better side, has mostly the wrong key, or the indicator the wrong polarity."
        ),
        message("goal against its indicator: found {goal} where {better} is better; mend the goal or the polarity"),
        _goals_ask_for_better,
        since="0.1",
        needs="polarized",
    ),
)
