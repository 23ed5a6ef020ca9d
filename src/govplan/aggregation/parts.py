"""Stated figures against their parts, bound by bound; *not* here: whether a difference matters (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from govplan.errors import InvalidNumberError
from govplan.model.goal import Basis, Goal
from govplan.model.indicator import Measure
from govplan.model.target import Breakdown, Denominator, Relation, Target
from govplan.values.number import exact_rescale, exact_sum
from govplan.values.unit import Unit

__all__ = ["Bound", "Comparison", "Reason", "Side", "compare_parts", "compare_to_whole", "slack_of"]


class Reason(Enum):
    """Why parts and whole were not compared (lý do không kiểm tra được)."""

    WORDS = "words"
    BASES = "bases"
    RELATIVE = "relative"
    UNITS = "units"
    NO_UNIT = "no_unit"
    NO_COMMON_BOUND = "no_common_bound"
    OWN_DENOMINATORS = "own_denominators"
    NOT_ADDITIVE = "not_additive"


class Side(Enum):
    """Which bound of a goal is meant."""

    LOWER = "lower"
    UPPER = "upper"


@frozen
class Bound:
    """One bound of a whole beside what its parts make of it (đối chiếu), in the whole's unit.

    `difference` is stated − total; it is within `slack` where printed decimals alone explain it.
    """

    side: Side
    stated: Decimal
    total: Decimal
    slack: Decimal

    @property
    def difference(self) -> Decimal:
        """What is stated less what the parts sum to."""
        return exact_sum((self.stated, self.total.copy_negate()))

    @property
    def holds(self) -> bool:
        """Do the two agree, as far as their printed digits can tell?"""
        return self.difference.copy_abs() <= self.slack


@frozen
class Comparison:
    """Every bound that a whole and all its parts have, or the reason why there is none to compare."""

    bounds: tuple[Bound, ...] = ()
    reason: Reason | None = None


def compare_parts(whole: Target, breakdown: Breakdown) -> Comparison:
    """Compare a stated whole with the sum of a partition's or an allocation's parts.

    Lower bounds are held against lower bounds and upper against upper. Shares add only over the same
    denominator; means, indices and relative changes never do.

    Source: the imbalance of VTL 2.1's check_hierarchy; printed figures, not sets of possible values.
    """
    reason = _why_not(whole, breakdown.parts)
    if reason is not None:
        return Comparison(reason=reason)
    if breakdown.relation in (Relation.PARTITION, Relation.ALLOCATION):
        if whole.indicator.measure in (Measure.MEAN, Measure.INDEX):
            return Comparison(reason=Reason.NOT_ADDITIVE)
        if _is_share(whole) and breakdown.denominator is Denominator.OWN:
            return Comparison(reason=Reason.OWN_DENOMINATORS)
        if _is_share(whole) and breakdown.relation is Relation.ALLOCATION:
            return Comparison(reason=Reason.OWN_DENOMINATORS)
    found = []
    for side in Side:
        stated = _bound(whole.goal, side)
        parts = [_in_unit_of(whole, part, side) for part in breakdown.parts]
        amounts = [part for part in parts if part is not None]
        if stated is not None and len(amounts) == len(parts):
            total = exact_sum([amount for amount, _ in amounts])
            slack = exact_sum([slack_of([stated]), *[slack for _, slack in amounts]])
            found.append(Bound(side, stated, total, slack))
    return Comparison(tuple(found), None if found else Reason.NO_COMMON_BOUND)


def compare_to_whole(whole: Target, part: Target, breakdown: Breakdown) -> Comparison:
    """Compare a part's lower bound with the bounds of the whole that it must lie within.

    The bound at UPPER, negative `difference`: the part cannot fit. The bound at LOWER, negative `difference`:
    the part asks for more than the whole does, and the whole's floor says nothing.
    """
    reason = _why_not(whole, (part,))
    if reason is not None:
        return Comparison(reason=reason)
    if breakdown.denominator is Denominator.OWN and _is_share(whole):
        return Comparison(reason=Reason.OWN_DENOMINATORS)
    if whole.indicator.measure in (Measure.MEAN, Measure.INDEX) or whole.goal.basis is Basis.CHANGE:
        return Comparison(reason=Reason.NOT_ADDITIVE)
    amount = _in_unit_of(whole, part, Side.LOWER)
    found = []
    for side in Side:
        stated = _bound(whole.goal, side)
        if stated is not None and amount is not None:
            found.append(Bound(side, stated, amount[0], Decimal(0)))
    return Comparison(tuple(found), None if found else Reason.NO_COMMON_BOUND)


def slack_of(numbers: Sequence[Decimal]) -> Decimal:
    """Return what rounding can explain: nothing for counts, half a unit in the last digit for each decimal.

    >>> slack_of([Decimal("71.0"), Decimal("40.3"), Decimal("30.8")]), slack_of([Decimal(24000), Decimal(4000)])
    (Decimal('0.15'), Decimal('0'))
    """
    halves = []
    for number in numbers:
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and exponent < 0:
            halves.append(Decimal((0, (5,), exponent - 1)))
    return exact_sum(halves)


def _why_not(whole: Target, parts: Sequence[Target]) -> Reason | None:
    goals = [whole.goal, *(part.goal for part in parts)]
    if any(goal.basis is Basis.TEXT for goal in goals):
        return Reason.WORDS
    if any(goal.basis is not whole.goal.basis for goal in goals):
        return Reason.BASES
    if whole.goal.basis is Basis.RELATIVE_CHANGE:
        return Reason.RELATIVE
    units = [target.indicator.unit for target in (whole, *parts)]
    if any(unit is None for unit in units):
        return None if all(unit is None for unit in units) else Reason.NO_UNIT
    if any(not _alike(whole.indicator.unit, unit) for unit in units):
        return Reason.UNITS
    return None


def _alike(one: Unit | None, two: Unit | None) -> bool:
    return one is not None and two is not None and one.measures_like(two)


def _is_share(target: Target) -> bool:
    unit = target.indicator.unit
    return target.indicator.measure is Measure.RATIO or (unit is not None and unit.is_percent)


def _bound(goal: Goal, side: Side) -> Decimal | None:
    return goal.lower if side is Side.LOWER else goal.upper


def _in_unit_of(whole: Target, part: Target, side: Side) -> tuple[Decimal, Decimal] | None:
    """Return a part's bound and its slack in steps of the whole's unit; None when it has none, or none that is exact.

    The digits that were printed decide the slack, in the unit that they were printed in: 4.000 người are exact,
    and so they are as 4,000 nghìn người.
    """
    amount, mine, other = _bound(part.goal, side), whole.indicator.unit, part.indicator.unit
    if amount is None:
        return None
    slack = slack_of([amount])
    if mine is None or other is None or mine.scale == other.scale:
        return amount, slack
    try:
        return exact_rescale(amount, other.scale, mine.scale), exact_rescale(slack, other.scale, mine.scale)
    except InvalidNumberError:
        return None
