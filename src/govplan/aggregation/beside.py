"""Two goals of one indicator beside each other: which asks more, and by how much; *not* here: which two (`matching`).

Definitions come before values: what is measured otherwise is never compared.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from govplan.aggregation.additivity import kind_of
from govplan.aggregation.change import Difference
from govplan.aggregation.identity import agreed
from govplan.aggregation.refusal import Refusal, Why
from govplan.errors import InvalidNumberError
from govplan.model.goal import Basis, Direction, Goal
from govplan.model.indicator import Indicator, Measure
from govplan.model.target import Target
from govplan.model.wording import goal_in_words
from govplan.values.filling import filler
from govplan.values.interval import Interval
from govplan.values.jurisdiction import Jurisdiction
from govplan.values.number import exact_product, exact_rescale, exact_sum
from govplan.values.period import Period
from govplan.values.unit import Unit
from govplan.vietnamese import tone_key

__all__ = [
    "Beside",
    "Setting",
    "beside",
    "frame_of",
    "in_steps",
    "key_of_words",
    "lasts_as_long",
    "redefinition",
    "same_words",
]

_LEVEL, _RELATIVE, _TEXT = Basis.LEVEL, Basis.RELATIVE_CHANGE, Basis.TEXT
_AMOUNTS = (Measure.FLOW, Measure.STOCK, None)
_fill_goal: Callable[..., Goal] = filler(Goal)
_fill_interval: Callable[..., Interval] = filler(Interval)


@frozen
class Setting:
    """Where and when a target is to be reached, once its plan has filled in what it leaves open (địa bàn, thời hạn)."""

    place: Jurisdiction
    horizon: Period


@frozen
class Beside:
    """What comes of two goals beside each other (kết quả so sánh hai mức).

    `order` is 1, 0 or -1 as the new one asks more, as much or less, and None with a `refusal`; `restated` where it
    asks as much, but not in the same figures or words.
    """

    order: int | None
    restated: bool = False
    difference: Difference | None = None
    refusal: Refusal | None = None


def redefinition(old: Indicator, new: Indicator) -> Refusal | None:
    """Return what two definitions contradict each other in, None where they can be one.

    Looked at are what the unit measures, the kind of measure, numerator, denominator, codes, and which way is better.
    What one of them leaves open contradicts nothing.
    """
    if old is new:
        return None
    found = agreed((old, new), str(new))
    return found if isinstance(found, Refusal) else None


def same_words(one: str, two: str) -> bool:
    """Are two names the same but for case, spaces and where the tone marks stand? Nothing like it counts.

    >>> same_words("Tỷ lệ  hoà giải", "tỷ lệ hòa giải"), same_words("hộ nghèo", "hộ cận nghèo")
    (True, False)
    """
    return one == two or key_of_words(one) == key_of_words(two)


def key_of_words(words: str) -> str:
    """Return what names that are the same but for case, spaces and tone marks have in common."""
    return " ".join(tone_key(words).casefold().split())


def lasts_as_long(one: Period, two: Period) -> bool:
    """Are two periods of one length: as many whole months, else as many days?

    >>> lasts_as_long(Period.year(2023), Period.year(2024)), lasts_as_long(Period.year(2023), Period.years(2021, 2025))
    (True, False)
    """
    return _length(one) == _length(two)


def _length(period: Period) -> tuple[str, int]:
    months = _whole_months(period)
    return ("days", period.days) if months is None else ("months", months)


def frame_of(target: Target, setting: Setting) -> tuple[Hashable, Hashable]:
    """Return the territory and the length of time that a goal's figures belong to, None where they do not matter.

    A share of one place may be held against that of another, and a level at the end of a year against one at the
    end of five.
    """
    basis, measure = target.goal.basis, _kind_of(target.indicator)
    return (
        setting.place.key if _is_amount(basis, measure) else None,
        _length(setting.horizon) if _is_counted(basis, measure) or _is_flow(target.indicator) else None,
    )


def _kind_of(indicator: Indicator) -> Measure | None:
    # What is in percent is a share, also where its measure is not stated.
    measure, unit = indicator.measure, indicator.unit
    return Measure.RATIO if measure is None and unit is not None and unit.is_percent else kind_of(measure, unit)


def _is_amount(basis: Basis, measure: Measure | None) -> bool:
    return basis not in (_RELATIVE, _TEXT) and measure in _AMOUNTS


def _is_counted(basis: Basis, measure: Measure | None) -> bool:
    return basis not in (_LEVEL, _TEXT) or measure in (Measure.FLOW, None)


def _is_flow(indicator: Indicator) -> bool:
    """Is it counted over its time, though its unit makes it a share or a mean over places?"""
    unit = indicator.unit
    return indicator.measure is Measure.FLOW and not (unit is not None and unit.is_percent)


def _whole_months(period: Period) -> int | None:
    start, end = period.start, period.end
    if start.day != 1 or (end < date.max and (end + timedelta(days=1)).day != 1):
        return None
    return 12 * (end.year - start.year) + end.month - start.month + 1


def beside(old: Target, new: Target, before: Setting, after: Setting) -> Beside:
    """Hold a new goal against an old one whose indicator is defined alike.

    Amounts (flows, stocks, changes, and what has no measure) of two territories are not compared, nor what is
    counted over times of different length.
    """
    one, two = old.goal, new.goal
    if one.basis is _TEXT and two.basis is _TEXT:
        same = one.text is not None and two.text is not None and same_words(one.text, two.text)
        return Beside(0, restated=not same)
    if _TEXT in (one.basis, two.basis):
        return _refuse(Why.WORDS, what=new.indicator)
    if one.basis is not two.basis:
        return _refuse_goals(old, new)
    refusal = _why_not(old, new, before, after)
    if refusal is not None:
        return Beside(None, refusal=refusal)
    unit = None
    if one.basis is not _RELATIVE:
        mine, theirs = old.indicator.unit, new.indicator.unit
        if mine is not None and theirs is not None:
            one, two, unit = _in_one_unit(one, mine, two, theirs)
    try:
        order = two.compare_ambition(one)
    except InvalidNumberError:
        # Beyond what a number may be, once both are in the smaller unit.
        order = None
    if order is None:
        return _refuse_goals(old, new)
    return Beside(order, order == 0 and one != two, _difference(one, two, unit))


def _why_not(old: Target, new: Target, before: Setting, after: Setting) -> Refusal | None:
    basis, name = new.goal.basis, new.indicator
    measure = _kind_of(new.indicator) or _kind_of(old.indicator)
    if _is_amount(basis, measure) and before.place.key != after.place.key:
        return Refusal.of(Why.OTHER_TERRITORY, what=name, one=before.place, two=after.place)
    is_flow = basis is not _TEXT and (_is_flow(new.indicator) or _is_flow(old.indicator))
    if (_is_counted(basis, measure) or is_flow) and not lasts_as_long(before.horizon, after.horizon):
        return Refusal.of(Why.SPANS_DIFFER, what=name, one=before.horizon, two=after.horizon)
    mine, theirs = old.indicator.unit, new.indicator.unit
    if basis is not _RELATIVE and (mine is None) != (theirs is None):
        return Refusal.of(Why.UNIT_MISSING, what=name, one=mine or theirs)
    return None


def _refuse(why: Why, **facts: object) -> Beside:
    return Beside(None, refusal=Refusal.of(why, **facts))


def _refuse_goals(old: Target, new: Target) -> Beside:
    one, two = (goal_in_words(target.goal, "vi", target.indicator.unit) for target in (old, new))
    return _refuse(Why.GOALS_DIFFER, what=new.indicator, one=one, two=two)


def _in_one_unit(one: Goal, mine: Unit, two: Goal, theirs: Unit) -> tuple[Goal, Goal, Unit]:
    """Return both goals in the smaller of two units of one dimension; in the dimension's own where that has no end."""
    if mine.scale == theirs.scale:
        return one, two, min(mine, theirs, key=lambda unit: unit.symbol)
    unit = min(mine, theirs, key=lambda unit: unit.scale)
    try:
        return in_steps(one, mine, unit), in_steps(two, theirs, unit), unit
    except InvalidNumberError:
        step = Unit(unit.dimension, unit.dimension)
        return in_steps(one, mine, step), in_steps(two, theirs, step), step


def in_steps(goal: Goal, unit: Unit, wanted: Unit) -> Goal:
    """Return a goal on levels or changes with its figures in another unit of the same dimension.

    Raises:
        InvalidNumberError: a figure has no end there, e.g. 1 person in steps of 3.

    >>> str(in_steps(Goal.at_least(500), Unit.parse("triệu đồng"), Unit.parse("tỷ đồng")))
    'ít nhất 0,500'
    """
    interval, old, new = goal.interval, unit.scale, wanted.scale
    if interval is None or old == new:
        return goal

    def rescaled(number: Decimal | None) -> Decimal | None:
        if number is None:
            return None
        return exact_product(number, old) if new == 1 else exact_rescale(number, old, new)

    moved = _fill_interval(rescaled(interval.lower), rescaled(interval.upper), interval.lower_open, interval.upper_open)
    return _fill_goal(goal.basis, moved, goal.direction, None, goal.approximate, rescaled(goal.tolerance))


def _difference(one: Goal, two: Goal, unit: Unit | None) -> Difference:
    lower, upper = _less(two.lower, one.lower), _less(two.upper, one.upper)
    if one.basis is _RELATIVE or (unit is not None and unit.is_percent and unit.scale == 1):
        unit = Unit.parse("điểm %")
    return Difference(lower, upper, unit, _ratio(_deciding(one), _deciding(two)))


def _less(two: Decimal | None, one: Decimal | None) -> Decimal | None:
    return None if one is None or two is None else exact_sum((two, one.copy_negate()))


def _deciding(goal: Goal) -> Decimal | None:
    """Return the bound that decides how much a goal asks; of a range without direction there is none."""
    if goal.direction is Direction.UP:
        return goal.lower
    if goal.direction is Direction.DOWN:
        return goal.upper
    if goal.lower == goal.upper or goal.upper is None:
        return goal.lower
    return goal.upper if goal.lower is None else None


def _ratio(one: Decimal | None, two: Decimal | None) -> Fraction | None:
    if not one or not two or one.is_signed() is not two.is_signed():
        return None
    return Fraction(Fraction(two), Fraction(one))
