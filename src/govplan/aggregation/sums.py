"""Goals brought onto one basis and one unit, and added; *not* here: whether they may be (`additivity`, `across`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from govplan.aggregation.refusal import Refusal, Why
from govplan.errors import InvalidNumberError
from govplan.model.goal import Basis, Direction, Goal
from govplan.model.target import Target
from govplan.values.interval import Interval
from govplan.values.number import exact_product, exact_rescale, exact_sum
from govplan.values.unit import Unit

__all__ = ["alike", "direction_of_all", "total", "total_of"]

_LEVEL, _CHANGE, _RELATIVE = Basis.LEVEL, Basis.CHANGE, Basis.RELATIVE_CHANGE
_HUNDRED, _HUNDREDTH = Decimal(100), Decimal("0.01")


def alike(
    goals: Sequence[Goal], targets: Sequence[Target], unit: Unit | None, what: str, names: Sequence[str] = ()
) -> list[Goal] | Refusal:
    """Return goals with numbers on one basis and in one unit, each moved there exactly, or why that cannot be done.

    Levels stay levels and changes changes; where both occur, or relative changes, all become levels by their
    baselines, or all changes where only those are known.

    Args:
        goals: the goals, none of them in words.
        targets: what they are goals of, in the same order; their baselines are used, not their goals.
        unit: the unit wanted, of the dimension that all units have.
        what: how a refusal calls the indicator.
        names: how a refusal calls the targets; by default by their ids.
    """
    bases = list({id(goal.basis): goal.basis for goal in goals}.values())
    if len(bases) > 1 or bases[0] is _RELATIVE:
        moved = _on_one_basis(goals, targets, what, names or [target.id for target in targets])
        if isinstance(moved, Refusal):
            return moved
        goals = moved
    units = {id(target.indicator.unit): target.indicator.unit for target in targets}
    if len(units) == 1:
        return list(goals)
    if any(own is None for own in units.values()):
        return Refusal.of(Why.UNIT_MISSING, what=what, one=unit)
    try:
        return [_in_unit(goal, target.indicator.unit, unit) for goal, target in zip(goals, targets, strict=True)]
    except InvalidNumberError:
        return Refusal.of(Why.OUT_OF_BOUNDS, what=what, found=unit)


def total(goals: Sequence[Goal], what: str) -> Goal | Refusal:
    """Add goals of one basis and unit as intervals, in any order with the same result.

    >>> total([Goal.at_least(4000), Goal.between(1500, 1700)], "jobs")  # doctest: +ELLIPSIS
    Goal(basis=<Basis.LEVEL: 'level'>, interval=Interval(lower=Decimal('5500'), upper=None, ...
    """
    if len(goals) == 1:
        return goals[0]
    intervals = [goal.interval for goal in goals if goal.interval is not None]
    lowers = [interval.lower for interval in intervals if interval.lower is not None]
    uppers = [interval.upper for interval in intervals if interval.upper is not None]
    if len(lowers) < len(goals) and len(uppers) < len(goals):
        floors = sorted(str(interval) for interval in intervals if interval.upper is None)
        ceilings = sorted(str(interval) for interval in intervals if interval.lower is None)
        return Refusal.of(Why.NO_COMMON_BOUND, what=what, one=floors[0], two=ceilings[0])
    approximate = any(goal.approximate for goal in goals)
    return total_of(
        goals[0].basis,
        lowers if len(lowers) == len(goals) else None,
        uppers if len(uppers) == len(goals) else None,
        {goal.direction for goal in goals},
        what,
        lower_open=any(interval.lower_open for interval in intervals),
        upper_open=any(interval.upper_open for interval in intervals),
        approximate=approximate,
        tolerance=_tolerance(goals) if approximate else None,
    )


def total_of(
    basis: Basis,
    lowers: Sequence[Decimal] | None,
    uppers: Sequence[Decimal] | None,
    directions: Iterable[Direction],
    what: str,
    *,
    lower_open: bool = False,
    upper_open: bool = False,
    approximate: bool = False,
    tolerance: Decimal | None = None,
) -> Goal | Refusal:
    """Return the goal that summed bounds make, or that they are beyond what a number holds.

    Args:
        basis: what all the goals are on.
        lowers: the lower bounds, None where one of the goals has none.
        uppers: the upper bounds, in the same way.
        directions: those that occur.
        what: how a refusal calls the indicator.
        lower_open: does one of the goals leave out its lower bound?
        upper_open: does one of the goals leave out its upper bound?
        approximate: is one of the goals approximate?
        tolerance: the sum of the tolerances, where all approximate goals have one.
    """
    lower = None if lowers is None else exact_sum(lowers)
    upper = None if uppers is None else exact_sum(uppers)
    try:
        interval = Interval(
            lower,
            upper,
            lower_open=lower is not None and lower_open,
            upper_open=upper is not None and upper_open,
        )
        direction = _common(directions, interval)
        return Goal(basis, interval, direction, approximate=approximate, tolerance=tolerance)
    except InvalidNumberError:
        return Refusal.of(Why.OUT_OF_BOUNDS, what=what, found=upper if lower is None else lower)


def direction_of_all(goals: Iterable[Goal], interval: Interval) -> Direction:
    """Return the direction of all goals that have one, NONE where they differ or the interval has no such end."""
    return _common({goal.direction for goal in goals}, interval)


def _common(directions: Iterable[Direction], interval: Interval) -> Direction:
    found = set(directions) - {Direction.POLARITY}
    if len(found) > 1:
        return Direction.NONE
    direction = next(iter(found), Direction.POLARITY)
    endless = (direction is Direction.UP and interval.lower is None) or (
        direction is Direction.DOWN and interval.upper is None
    )
    return Direction.NONE if endless else direction


def _sum(bounds: list[Decimal | None]) -> Decimal | None:
    known = [bound for bound in bounds if bound is not None]
    return exact_sum(known) if len(known) == len(bounds) else None


def _tolerance(goals: Sequence[Goal]) -> Decimal | None:
    tolerances = [goal.tolerance for goal in goals if goal.approximate]
    return _sum(tolerances)


def _on_one_basis(
    goals: Sequence[Goal], targets: Sequence[Target], what: str, names: Sequence[str]
) -> list[Goal] | Refusal:
    """Return the goals as levels where every baseline that this takes is known, else as changes, else why not."""
    pairs = list(zip(goals, targets, strict=True))
    try:
        levels = [_as_level(goal, target) for goal, target in pairs]
        if all(goal is not None for goal in levels):
            return [goal for goal in levels if goal is not None]
        if not any(goal.basis is _LEVEL for goal in goals):
            changes = [_as_change(goal, target) for goal, target in pairs]
            if all(goal is not None for goal in changes):
                return [goal for goal in changes if goal is not None]
    except InvalidNumberError:
        return Refusal.of(Why.OUT_OF_BOUNDS, what=what, found="%")
    without = sorted(
        name
        for name, (goal, target) in zip(names, pairs, strict=True)
        if goal.basis is _RELATIVE and _as_change(goal, target) is None
    )
    if without:
        return Refusal.of(Why.RELATIVE_WITHOUT_BASELINE, what=what, who=without[0])
    words = sorted({goal.basis.value for goal in goals})
    return Refusal.of(Why.BASES_DIFFER, what=what, one=words[-1], two=words[0])


def _as_level(goal: Goal, target: Target) -> Goal | None:
    """Return the level that a goal on changes leads to, None without the baseline that this takes."""
    if goal.basis is _LEVEL:
        return goal
    change, baseline = _as_change(goal, target), target.baseline
    if change is None or baseline is None:
        return None
    return _moved(change, _LEVEL, _ONE, baseline.value)


def _as_change(goal: Goal, target: Target) -> Goal | None:
    """Return the change that a relative goal means, None without a baseline above 0."""
    if goal.basis is _CHANGE:
        return goal
    baseline = target.baseline
    if goal.basis is _LEVEL or baseline is None or baseline.value <= 0:
        return None
    return _moved(goal, _CHANGE, exact_product(baseline.value, _HUNDREDTH), _NOTHING, added=2)


_ONE, _NOTHING = Decimal(1), Decimal(0)


def _moved(goal: Goal, basis: Basis, factor: Decimal, shift: Decimal, added: int = 0) -> Goal:
    """Return the goal with its bounds times a factor above 0, then shifted; without zeros that the factor added."""
    interval = goal.interval
    assert interval is not None  # goals in words are no figures

    def move(bound: Decimal | None) -> Decimal | None:
        return None if bound is None else exact_sum((_shortened(exact_product(bound, factor), added), shift))

    return Goal(
        basis,
        Interval(move(interval.lower), move(interval.upper), interval.lower_open, interval.upper_open),
        goal.direction,
        approximate=goal.approximate,
        tolerance=None if goal.tolerance is None else exact_product(goal.tolerance, factor),
    )


def _shortened(number: Decimal, most: int) -> Decimal:
    """Return the number without up to so many zeros at the end of its decimals, which nobody printed."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return number
    while most and digits[-1] == 0 and len(digits) > 1 and exponent < 0:
        digits, exponent, most = digits[:-1], exponent + 1, most - 1
    return Decimal((sign, digits, exponent))


def _in_unit(goal: Goal, old: Unit | None, new: Unit | None) -> Goal:
    """Return the goal in steps of another unit of the same dimension."""
    if old is new or old is None or new is None or old.scale == new.scale:
        return goal
    return _moved(goal, goal.basis, exact_rescale(_ONE, old.scale, new.scale), _NOTHING)
