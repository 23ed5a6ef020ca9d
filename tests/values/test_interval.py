"""Intervals of exact numbers."""

from decimal import Decimal
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidIntervalError, InvalidNumberError
from govplan.testing import intervals, numbers
from govplan.values import Interval

# Few values, so that bounds meet; few digits, so that sums stay within the bounds of numbers.
_values = numbers(min_value=-9, max_value=9, max_digits=3, max_decimals=1)
_intervals = intervals(values=_values)


def _interval(text: str) -> Interval:
    """Read the notation of this page: "[1 2)" from 1 to below 2, "(. 2]" up to 2."""
    lower, upper = text[1:-1].split()
    return Interval(
        None if lower == "." else Decimal(lower),
        None if upper == "." else Decimal(upper),
        lower_open=text[0] == "(" and lower != ".",
        upper_open=text[-1] == ")" and upper != ".",
    )


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("[16000 .)", ["16000", "16000.0", "99999"], ["15999.9", "-16000"]),
        ("(3 .)", ["3.1"], ["3", "3.0", "2"]),
        ("(. 4]", ["4", "4.00", "-5"], ["4.01"]),
        ("(. 4)", ["3.99"], ["4", "4.00"]),
        ("[1500 1700]", ["1500", "1600", "1700"], ["1499", "1701"]),
        ("(3 5]", ["4", "5"], ["3", "5.1"]),
        ("[5 5]", ["5", "5.0"], ["4.9", "5.1"]),
    ],
)
def test_bounds_decide_what_lies_inside(text: str, inside: list[str], outside: list[str]) -> None:
    """A closed bound belongs to the interval, an open one does not; digits after the point decide nothing."""
    interval = _interval(text)
    assert all(Decimal(value) in interval for value in inside)
    assert not any(Decimal(value) in interval for value in outside)


@given(_intervals, _values)
def test_a_value_is_below_inside_or_above(interval: Interval, value: Decimal) -> None:
    """For every value exactly one of three holds."""
    assert [interval.is_above(value), value in interval, interval.is_below(value)].count(True) == 1


@pytest.mark.parametrize(
    ("lower", "upper", "message"),
    [
        (None, None, "interval without bounds: found neither lower nor upper"),
        (2, 1, "bounds in the wrong order: found 2 above 1"),
        ("0.1", "-0.1", "bounds in the wrong order"),
    ],
)
def test_bounds_make_sense_together(lower: int | None, upper: int | None, message: str) -> None:
    """At least one bound, and the smaller one first."""
    with pytest.raises(InvalidIntervalError, match=message):
        Interval(lower, upper)


@pytest.mark.parametrize(("lower_open", "upper_open"), [(True, False), (False, True), (True, True)])
def test_an_open_point_is_empty(lower_open: bool, upper_open: bool) -> None:
    """Nothing lies from 5 on and below 5."""
    with pytest.raises(InvalidIntervalError, match="empty interval: found 5 as an open bound"):
        Interval(5, "5.0", lower_open=lower_open, upper_open=upper_open)


@pytest.mark.parametrize(
    ("lower", "upper", "lower_open", "upper_open"), [(None, 1, True, False), (1, None, False, True)]
)
def test_an_endless_side_is_not_open(lower: int | None, upper: int | None, lower_open: bool, upper_open: bool) -> None:
    """There is no bound there that could belong to the interval or not."""
    with pytest.raises(InvalidIntervalError, match="an endless side cannot be open"):
        Interval(lower, upper, lower_open=lower_open, upper_open=upper_open)


def test_bounds_are_exact_numbers() -> None:
    """A bound is held to what every number is held to."""
    with pytest.raises(InvalidNumberError, match="not an exact number"):
        Interval(0.5, None)  # type: ignore[arg-type]


def test_equality_is_of_values() -> None:
    """The digits that are printed do not make another interval, and are kept all the same."""
    assert Interval("1.50", 2) == Interval("1.5", "2.00")
    assert hash(Interval("1.50", 2)) == hash(Interval("1.5", "2.00"))
    assert str(Interval("1.50", None).lower) == "1.50"


@given(numbers())
def test_a_point_holds_one_number(value: Decimal) -> None:
    """It is a point, and nothing to either side is in it."""
    point = Interval.point(value)
    assert point.is_point
    assert value in point
    assert not point.is_above(value)
    assert not point.is_below(value)


@given(_intervals)
def test_what_is_no_point_has_room(interval: Interval) -> None:
    """Only where both bounds are one number is the interval a point."""
    assert interval.is_point == (interval.lower is not None and interval.lower == interval.upper)


def _sum(*terms: Interval) -> Interval | None:
    total = terms[0]
    for term in terms[1:]:
        try:
            total = total + term
        except InvalidIntervalError:
            return None
    return total


@given(_intervals, _intervals)
def test_sums_commute(one: Interval, two: Interval) -> None:
    """Which interval comes first changes nothing, not even whether there is a sum."""
    assert _sum(one, two) == _sum(two, one)


@given(_intervals, _intervals, _intervals)
def test_sums_associate(one: Interval, two: Interval, three: Interval) -> None:
    """Where both groupings have a sum it is the same one."""
    left = _sum(one, two, three)
    tail = _sum(two, three)
    right = None if tail is None else _sum(one, tail)
    if left is not None and right is not None:
        assert left == right


@given(_intervals, _intervals, _values, _values)
def test_sums_are_sound(one: Interval, two: Interval, first: Decimal, second: Decimal) -> None:
    """What a member of one and a member of the other make lies in the sum."""
    total = _sum(one, two)
    if total is not None and first in one and second in two:
        assert first + second in total


@given(_intervals, _intervals)
def test_sums_are_no_wider_than_they_must_be(one: Interval, two: Interval) -> None:
    """A bound of the sum is closed just when both bounds that made it are, and there where both are."""
    total = _sum(one, two)
    if total is None:
        return
    for side in ("lower", "upper"):
        bounds = [getattr(each, side) for each in (one, two)]
        if None in bounds:
            assert getattr(total, side) is None
        else:
            assert getattr(total, side) == sum(bounds)
            assert getattr(total, f"{side}_open") == any(getattr(each, f"{side}_open") for each in (one, two))


def test_a_floor_and_a_ceiling_have_no_sum() -> None:
    """At least 5 and at most 3 can add up to anything."""
    with pytest.raises(InvalidIntervalError, match="interval without bounds"):
        Interval(5, None) + Interval(None, 3)


@given(_intervals, _values)
def test_the_mirror_holds_what_the_interval_holds(interval: Interval, value: Decimal) -> None:
    """A reduction by 3 to 5 is a change from −5 to −3; mirrored twice it is itself."""
    mirror = -interval
    assert (value.copy_negate() in mirror) == (value in interval)
    assert -mirror == interval


@given(_intervals, _intervals, _values)
def test_within_means_every_number(inner: Interval, outer: Interval, value: Decimal) -> None:
    """What lies in the inner interval lies in the outer one."""
    if inner.within(outer) and value in inner:
        assert value in outer


@given(_intervals, _intervals)
def test_not_within_means_some_number(inner: Interval, outer: Interval) -> None:
    """Where an interval is not within another, some number near its bounds lies in it alone."""
    step = Decimal("0.001")
    bounds = [bound for each in (inner, outer) for bound in (each.lower, each.upper) if bound is not None]
    near = [bound + shift for bound, shift in product(bounds, (-step, Decimal(0), step))]
    beyond = [max(bounds) + 1, min(bounds) - 1]
    apart = [value for value in (*near, *beyond) if value in inner and value not in outer]
    assert inner.within(outer) == (not apart)


@given(_intervals)
def test_an_interval_lies_within_itself(interval: Interval) -> None:
    """And an open bound lies within a closed one, not the other way."""
    assert interval.within(interval)
    if interval.lower is not None and not interval.is_point and not interval.lower_open:
        opened = evolve(interval, lower_open=True)
        assert opened.within(interval)
        assert not interval.within(opened)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("[16000 .)", "[16.000; +∞)"),
        ("(. 4)", "(−∞; 4)"),
        ("(. 4.50]", "(−∞; 4,50]"),
        ("(3 5]", "(3; 5]"),
        ("[3 5)", "[3; 5)"),
        ("[5 5]", "5"),
    ],
)
def test_intervals_print_as_mathematicians_write_them(text: str, printed: str) -> None:
    """With Vietnamese numbers, a semicolon between them, and a point as its number."""
    assert str(_interval(text)) == printed


@given(intervals(), st.data())
def test_a_bound_belongs_to_the_interval_unless_it_is_open(interval: Interval, data: st.DataObject) -> None:
    """Whatever the numbers are, the mark alone decides about the bound."""
    bounds = [(interval.lower, interval.lower_open), (interval.upper, interval.upper_open)]
    edge, opened = data.draw(st.sampled_from([bound for bound in bounds if bound[0] is not None]))
    assert edge is not None
    assert (edge in interval) == (not opened)
