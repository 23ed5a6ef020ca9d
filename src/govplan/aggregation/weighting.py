"""Means by weights, and numerators over denominators; *not* here: sums (`sums`), nor which is right (`group`)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.sums import direction_of_all
from govplan.errors import InvalidNumberError
from govplan.model.goal import Goal
from govplan.model.target import Target
from govplan.model.wording import format_for
from govplan.values.interval import Interval
from govplan.values.number import exact_product, exact_sum, number_of
from govplan.values.unit import Unit

__all__ = ["Mean", "disagrees", "factor_of", "figure_of", "quotient", "weighted"]

Bounds = tuple[Fraction | None, Fraction | None]


@frozen
class Mean:
    """The bounds that a mean or a quotient has, exactly, and the goal that they make where decimals can hold them."""

    bounds: Bounds
    goal: Goal | None


def weighted(goals: Sequence[Goal], weights: Sequence[Decimal], what: str) -> Mean | Refusal:
    """Return the mean of goals of one basis and unit by weights of 0 or more, bound by bound.

    >>> weighted([Goal.exactly(30), Goal.exactly(21)], [Decimal(8), Decimal(4)], "price").bounds[0]
    Fraction(27, 1)
    """
    whole = exact_sum(weights)
    if whole == 0:
        return Refusal.of(Why.WEIGHTS_ZERO, what=what)
    intervals = [goal.interval for goal in goals if goal.interval is not None]
    lower = _over([interval.lower for interval in intervals], weights, whole)
    upper = _over([interval.upper for interval in intervals], weights, whole)
    return _mean(lower, upper, goals, what)


def quotient(
    goals: Sequence[Goal],
    numerators: Sequence[Goal],
    denominators: Sequence[Goal],
    factor: Fraction,
    what: str,
) -> Mean | Refusal:
    """Return the sum of numerators over that of denominators, times a factor (100 for percent), bound by bound.

    What a plan says of a denominator is taken as its figure: a floor of 200 counts as 200. A range counts against
    the bound that it is held to, so that the result claims no more than the plans do.

    Args:
        goals: the goals on the ratio itself, which give the result its direction.
        numerators: what the plans say of the numerators, in one unit.
        denominators: what they say of the denominators, in one unit.
        factor: what the quotient is multiplied by.
        what: how a refusal calls the ratio.
    """
    low, high = _sides(numerators)
    figures = [figure_of(goal) for goal in denominators]
    below = exact_sum([pair[1] for pair in figures])
    above = exact_sum([pair[0] for pair in figures])
    if below <= 0 or above <= 0:
        return Refusal.of(Why.DENOMINATORS_ZERO, what=what, found=format_for(min(below, above), "vi"))
    lower = None if low is None else Fraction(Fraction(low), Fraction(below)) * factor
    upper = None if high is None else Fraction(Fraction(high), Fraction(above)) * factor
    return _mean(lower, upper, goals, what)


def disagrees(stated: Goal, numerator: Goal, denominator: Goal, factor: Fraction) -> bool:
    """Is a stated share another one than that of its two sides, by more than rounding its last digit explains?"""
    under = figure_of(denominator)
    pairs = ((stated.lower, numerator.lower, under[1]), (stated.upper, numerator.upper, under[0]))
    for said, over, whole in pairs:
        if said is None or over is None or whole <= 0:
            continue
        exponent = said.as_tuple().exponent
        half = Fraction(Decimal((0, (5,), exponent - 1))) if isinstance(exponent, int) else Fraction(0)
        if abs(Fraction(said) - Fraction(Fraction(over), Fraction(whole)) * factor) > half:
            return True
    return False


def figure_of(goal: Goal) -> tuple[Decimal, Decimal]:
    """Return the two figures that a goal prints, twice the same where it prints one."""
    lower, upper = goal.lower, goal.upper
    one = upper if lower is None else lower
    assert one is not None  # an interval has a bound
    return (one if lower is None else lower, one if upper is None else upper)


def factor_of(ratio: Target, numerator: Target, denominator: Target) -> Fraction | None:
    """Return by what a quotient in the units of two targets is multiplied to be in the ratio's unit.

    None where the ratio's unit is not one of the other two: km over km2 is no share in percent.
    """
    unit, over, under = ratio.indicator.unit, numerator.indicator.unit, denominator.indicator.unit
    if unit is None or over is None or under is None:
        return None
    step = Fraction(Fraction(over.scale), Fraction(under.scale))
    hundred = {"percent": 100, "per mille": 1000}.get(unit.dimension)
    if hundred is not None:
        return step * hundred
    for of, many in _denominators(under):
        if unit.dimension == f"{over.dimension}/{of}":
            return step * many * Fraction(1, Fraction(unit.scale))
    return None


def _denominators(unit: Unit) -> list[tuple[str, Fraction]]:
    """Return how a dimension names what it is per: the thing itself, or so many of it."""
    steps = (Decimal(10) ** power for power in range(1, 10))
    return [(unit.dimension, Fraction(1)), *((f"{step:f} {unit.dimension}", Fraction(step)) for step in steps)]


def _over(bounds: list[Decimal | None], weights: Sequence[Decimal], whole: Decimal) -> Fraction | None:
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds):
        return None
    part = exact_sum([exact_product(bound, weight) for bound, weight in zip(known, weights, strict=True)])
    return Fraction(Fraction(part), Fraction(whole))


def _sides(goals: Sequence[Goal]) -> tuple[Decimal | None, Decimal | None]:
    lowers, uppers = [goal.lower for goal in goals], [goal.upper for goal in goals]
    low = [bound for bound in lowers if bound is not None]
    high = [bound for bound in uppers if bound is not None]
    return (
        exact_sum(low) if len(low) == len(goals) else None,
        exact_sum(high) if len(high) == len(goals) else None,
    )


def _mean(lower: Fraction | None, upper: Fraction | None, goals: Sequence[Goal], what: str) -> Mean | Refusal:
    if lower is None and upper is None:
        found = sorted({str(goal.interval) for goal in goals})
        return Refusal.of(Why.NO_COMMON_BOUND, what=what, one=found[0], two=found[-1])
    return Mean((lower, upper), _as_goal(lower, upper, goals))


def _as_goal(lower: Fraction | None, upper: Fraction | None, goals: Sequence[Goal]) -> Goal | None:
    bounds = [None if bound is None else _decimal(bound) for bound in (lower, upper)]
    exact = [bound is not None for bound in (lower, upper)] == [bound is not None for bound in bounds]
    if not exact or (lower is not None and upper is not None and lower > upper):
        return None
    is_open = lower != upper
    intervals = [goal.interval for goal in goals if goal.interval is not None]
    interval = Interval(
        bounds[0],
        bounds[1],
        lower_open=is_open and lower is not None and any(interval.lower_open for interval in intervals),
        upper_open=is_open and upper is not None and any(interval.upper_open for interval in intervals),
    )
    approximate = any(goal.approximate for goal in goals)
    return Goal(goals[0].basis, interval, direction_of_all(goals, interval), approximate=approximate)


def _decimal(number: Fraction) -> Decimal | None:
    """Return the decimal that a fraction is, None where it has no end or too many digits."""
    rest, places = number.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest != 1 or places > _MOST_PLACES:
        return None
    scaled = number.numerator * (10**places // number.denominator)
    try:
        return number_of(Decimal((int(scaled < 0), tuple(map(int, str(abs(scaled)))), -places)))
    except InvalidNumberError:
        return None


_MOST_PLACES = 60
