"""Stated figures against their parts, bound by bound; *not* here: whether a difference matters (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from govplan.aggregation.additivity import kind_of
from govplan.errors import InvalidNumberError
from govplan.model.goal import Basis
from govplan.model.indicator import Measure
from govplan.model.target import Breakdown, Denominator, Relation, Target
from govplan.values.filling import filler
from govplan.values.number import exact_rescale, exact_sum
from govplan.values.unit import Unit

__all__ = ["Bound", "Comparison", "Reason", "Side", "compare_parts", "compare_to_whole", "slack_of"]

# Asking an enumeration for a member takes longer than most comparisons with it.
_CHANGE = Basis.CHANGE
_RELATIVE_CHANGE = Basis.RELATIVE_CHANGE
_TEXT = Basis.TEXT
_OWN = Denominator.OWN
_RATIO = Measure.RATIO
_ALLOCATION = Relation.ALLOCATION


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


_LOWER, _UPPER = Side.LOWER, Side.UPPER
_ADDED = (Relation.PARTITION, Relation.ALLOCATION)
_NEVER_ADDED = (Measure.MEAN, Measure.INDEX)
_NOTHING, _ONE = Decimal(0), Decimal(1)
_fill_bound: Callable[..., Bound] = filler(Bound)
_fill_comparison: Callable[..., Comparison] = filler(Comparison)


def compare_parts(whole: Target, breakdown: Breakdown) -> Comparison:
    """Compare a stated whole with the sum of a partition's or an allocation's parts.

    Lower bounds are held against lower bounds and upper against upper. Shares add only over the same
    denominator; means, indices and relative changes never do.

    Source: the imbalance of VTL 2.1's check_hierarchy; printed figures, not sets of possible values.
    """
    parts = breakdown.parts
    reason = _why_not(whole, parts)
    if reason is None and breakdown.relation in _ADDED:
        reason = _why_not_added(whole, breakdown)
    if reason is not None:
        return Comparison((), reason)
    interval = whole.goal.interval
    if interval is None:
        return Comparison((), Reason.WORDS)
    found = []
    for side, stated in ((_LOWER, interval.lower), (_UPPER, interval.upper)):
        if stated is None:
            continue
        amounts = []
        for part in parts:
            amount = _in_unit_of(whole, part, side)
            if amount is None:
                break
            amounts.append(amount)
        else:
            total = exact_sum(amounts)
            # Where the two are one there is nothing for rounding to explain.
            slack = _NOTHING if total == stated else _slack(whole, stated, parts, side)
            found.append(_fill_bound(side, stated, total, slack))
    return _fill_comparison(tuple(found), None if found else Reason.NO_COMMON_BOUND)


def _why_not_added(whole: Target, breakdown: Breakdown) -> Reason | None:
    if whole.indicator.measure in _NEVER_ADDED:
        return Reason.NOT_ADDITIVE
    if _is_share(whole) and (breakdown.denominator is _OWN or breakdown.relation is _ALLOCATION):
        return Reason.OWN_DENOMINATORS
    return None


def compare_to_whole(whole: Target, part: Target, breakdown: Breakdown) -> Comparison:
    """Compare a part's lower bound with the bounds of the whole that it must lie within.

    The bound at UPPER, negative `difference`: the part cannot fit. The bound at LOWER, negative `difference`:
    the part asks for more than the whole does, and the whole's floor says nothing.
    """
    reason = _why_not(whole, (part,))
    if reason is None:
        if breakdown.denominator is _OWN and _is_share(whole):
            reason = Reason.OWN_DENOMINATORS
        elif whole.indicator.measure in _NEVER_ADDED or whole.goal.basis is _CHANGE:
            reason = Reason.NOT_ADDITIVE
    if reason is not None:
        return Comparison((), reason)
    amount, interval = _in_unit_of(whole, part, _LOWER), whole.goal.interval
    if amount is None or interval is None:
        return Comparison((), Reason.NO_COMMON_BOUND)
    found = [
        _fill_bound(side, stated, amount, _NOTHING)
        for side, stated in ((_LOWER, interval.lower), (_UPPER, interval.upper))
        if stated is not None
    ]
    return _fill_comparison(tuple(found), None if found else Reason.NO_COMMON_BOUND)


def slack_of(numbers: Sequence[Decimal]) -> Decimal:
    """Return what rounding can explain: nothing for counts, half a unit in the last digit for each decimal.

    >>> slack_of([Decimal("71.0"), Decimal("40.3"), Decimal("30.8")]), slack_of([Decimal(24000), Decimal(4000)])
    (Decimal('0.15'), Decimal('0'))
    """
    halves = []
    for number in numbers:
        # The quickest way to see that no decimals were printed.
        if number.same_quantum(_ONE):
            continue
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and exponent < 0:
            halves.append(Decimal((0, (5,), exponent - 1)))
    return exact_sum(halves) if halves else _NOTHING


def _why_not(whole: Target, parts: Sequence[Target]) -> Reason | None:
    basis, unit = whole.goal.basis, whole.indicator.unit
    for part in parts:
        own = part.indicator.unit
        if part.goal.basis is not basis or (own is not unit and own != unit):
            return _why_not_any(whole, parts)
    if basis is _TEXT:
        return Reason.WORDS
    return Reason.RELATIVE if basis is _RELATIVE_CHANGE else None


def _why_not_any(whole: Target, parts: Sequence[Target]) -> Reason | None:
    goals = [whole.goal, *(part.goal for part in parts)]
    if any(goal.basis is _TEXT for goal in goals):
        return Reason.WORDS
    if any(goal.basis is not whole.goal.basis for goal in goals):
        return Reason.BASES
    if whole.goal.basis is _RELATIVE_CHANGE:
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
    return kind_of(target.indicator.measure, unit) is _RATIO or (unit is not None and unit.is_percent)


def _printed(part: Target, side: Side) -> Decimal | None:
    interval = part.goal.interval
    return None if interval is None else interval.lower if side is _LOWER else interval.upper


def _in_unit_of(whole: Target, part: Target, side: Side) -> Decimal | None:
    """Return a part's bound in steps of the whole's unit; None when it has none, or none that is exact."""
    amount, mine, other = _printed(part, side), whole.indicator.unit, part.indicator.unit
    if amount is None or mine is other or mine is None or other is None or mine.scale == other.scale:
        return amount
    try:
        return exact_rescale(amount, other.scale, mine.scale)
    except InvalidNumberError:
        return None


def _slack(whole: Target, stated: Decimal, parts: Sequence[Target], side: Side) -> Decimal:
    """Return what rounding can explain of a difference, in steps of the whole's unit.

    The digits that were printed decide it, in the unit that they were printed in: 4.000 người are exact, and so they
    are as 4,000 nghìn người.
    """
    slacks = [slack_of((stated,))]
    mine = whole.indicator.unit
    for part in parts:
        amount, other = _printed(part, side), part.indicator.unit
        slack = _NOTHING if amount is None else slack_of((amount,))
        if slack and mine is not None and other is not None and mine.scale != other.scale:
            slack = exact_rescale(slack, other.scale, mine.scale)
        slacks.append(slack)
    return exact_sum(slacks)
