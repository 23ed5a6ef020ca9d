"""How far along: share, progress, pace and what remains, as exact quotients; *not* here: met or not (`assessment`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.series import Reading
from govplan.model.goal import Basis, Direction
from govplan.model.indicator import Measure
from govplan.model.measure import Measured, measure
from govplan.model.target import Target
from govplan.model.wording import goal_in_words
from govplan.values.period import Period

__all__ = ["Figure", "aim_of", "divided", "elapsed", "measured", "progress", "remaining", "share"]


@frozen
class Figure:
    """An exact number, or the reason why there is none (chỉ số, hoặc lý do không tính được): one of the two."""

    value: Fraction | None = None
    refusal: Refusal | None = None

    @classmethod
    def of(cls, found: Fraction | Refusal) -> Figure:
        """Return the figure that a number or a reason makes."""
        return cls(refusal=found) if isinstance(found, Refusal) else cls(found)


def elapsed(way: Period, day: date) -> Fraction:
    """Return the share of a time that is over at the end of a day, from 0 to 1.

    >>> elapsed(Period.year(2023), date(2023, 12, 31)), elapsed(Period.year(2023), date(2022, 5, 1))
    (Fraction(1, 1), Fraction(0, 1))
    """
    days = day.toordinal() - way.start.toordinal() + 1
    return Fraction(min(max(days, 0), way.days), way.days)


def aim_of(target: Target) -> Fraction | Refusal:
    """Return the bound that a target is on the way to, on its goal's basis; limits have none.

    >>> from govplan.model import Goal, Indicator
    >>> rate = Indicator("Tỷ lệ hộ nghèo", unit="%", measure="ratio")
    >>> aim_of(Target("poor", rate, Goal.reduce_to(3))), aim_of(Target("poor", rate, Goal.below(4))).code
    (Fraction(3, 1), 'limit')
    """
    goal, interval = target.goal, target.goal.interval
    if interval is None:
        return Refusal.of(Why.WORDS, what=target.indicator)
    bound = interval.upper if goal.direction is Direction.DOWN else interval.lower
    if bound is not None and (interval.is_point or goal.direction in (Direction.UP, Direction.DOWN)):
        return Fraction(bound)
    if goal.direction is Direction.POLARITY:
        return Refusal.of(Why.NO_DIRECTION, what=target.indicator, goal=_words(target))
    return Refusal.of(Why.LIMIT, what=target.indicator)


def measured(target: Target, reading: Reading, way: Period) -> Measured | Refusal:
    """Return what was measured on the goal's basis; a flow of part of its time tells nothing of other bases."""
    baseline = None if target.baseline is None else target.baseline.value
    in_part = target.indicator.measure is Measure.FLOW and reading.period.end < way.end
    known = measure(
        target.goal.basis.value,
        reading.value,
        reading.change,
        reading.relative_change,
        # Against a whole year's figure what half a year amounts to is no change.
        None if in_part else baseline,
    )
    if known is not None:
        return known
    what = target.indicator
    if baseline is None:
        return Refusal.of(Why.NO_BASELINE, what=what)
    if in_part:
        return Refusal.of(Why.PART_OF_TIME, what=what, found=reading.period, wanted=way)
    if baseline <= 0:
        return Refusal.of(Why.BASELINE_NOT_POSITIVE, what=what, found=baseline)
    return Refusal.of(Why.OTHER_BASIS, what=what, found=reading.number)


def share(target: Target, reading: Reading, way: Period) -> Fraction | Refusal:
    """Return the result over the goal ("% kế hoạch"): of goals to go up to, and of changes."""
    aim, amount = _aim_and_amount(target, reading, way)
    if isinstance(aim, Refusal) or isinstance(amount, Refusal):
        return aim if isinstance(aim, Refusal) else amount
    if target.goal.basis is Basis.LEVEL and target.goal.direction is Direction.DOWN:
        return Refusal.of(Why.DOWNWARD, what=target.indicator, goal=f"“{_words(target)}”")
    falls = target.goal.direction is Direction.DOWN
    if aim == 0 or (aim < 0 and not falls) or (aim > 0 and falls):
        return Refusal.of(Why.GOAL_NOT_POSITIVE, what=target.indicator, found=_printed(aim))
    return Fraction(amount, aim)


def progress(target: Target, reading: Reading, way: Period) -> Fraction | Refusal:
    """Return how much of the way lies behind: 0 at the baseline, 1 at the goal; never clamped.

    Of a flow it is the amount so far over the goal, of a change the change over the goal.
    """
    aim = aim_of(target)
    if isinstance(aim, Refusal):
        return aim
    kind = target.indicator.measure
    if target.goal.basis is not Basis.LEVEL or kind is Measure.FLOW:
        return share(target, reading, way)
    if kind is None:
        return Refusal.of(Why.MEASURE_UNKNOWN, what=target.indicator)
    if target.baseline is None:
        return Refusal.of(Why.NO_BASELINE, what=target.indicator)
    amount, start = _amount(target, reading, way), Fraction(target.baseline.value)
    if isinstance(amount, Refusal):
        return amount
    if start == aim:
        return Refusal.of(Why.BASELINE_AT_GOAL, what=target.indicator, found=_printed(aim))
    return Fraction(amount - start, aim - start)


def remaining(target: Target, reading: Reading, way: Period) -> Fraction | Refusal:
    """Return how much is still to go in the goal's direction, on its basis; below 0 where it lies behind."""
    aim, amount = _aim_and_amount(target, reading, way)
    if isinstance(aim, Refusal) or isinstance(amount, Refusal):
        return aim if isinstance(aim, Refusal) else amount
    return amount - aim if target.goal.direction is Direction.DOWN else aim - amount


def divided(one: Fraction | Refusal, two: Fraction | Refusal, otherwise: Refusal) -> Fraction | Refusal:
    """Return a quotient, or why there is none: the reason of either number, else the one given for a divisor of 0."""
    if isinstance(one, Refusal) or isinstance(two, Refusal):
        return one if isinstance(one, Refusal) else two
    return Fraction(one, two) if two else otherwise


def _aim_and_amount(target: Target, reading: Reading, way: Period) -> tuple[Fraction | Refusal, Fraction | Refusal]:
    return aim_of(target), _amount(target, reading, way)


def _amount(target: Target, reading: Reading, way: Period) -> Fraction | Refusal:
    known = measured(target, reading, way)
    return known if isinstance(known, Refusal) else Fraction(Fraction(known.amount), Fraction(known.per))


def _words(target: Target) -> str:
    return goal_in_words(target.goal, "vi", target.indicator.unit)


def _printed(number: Fraction) -> str:
    # Bounds of goals are decimals, so that the quotient has an end.
    return str(Decimal(number.numerator)) if number.denominator == 1 else str(number)
