"""What every constructor asks of its arguments."""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidDateError, InvalidNumberError, InvalidTextError, InvalidValueError
from govplan.values import Level
from govplan.values.conversion import (
    count_of,
    day_of,
    instance_of,
    instances_of,
    member_of,
    optional_count_of,
    optional_day_of,
    optional_instance_of,
    optional_ordinal_of,
    ordinal_of,
    tuple_of,
)


@frozen
class Holder:
    """Something with a field of each kind."""

    level: Any = field(default=Level.CITY, validator=instance_of(Level))
    other: Any = field(default=None, validator=optional_instance_of(Level))


def test_a_field_takes_its_kind_alone() -> None:
    """A value of another kind is refused with the name of the field."""
    assert Holder(Level.COMMUNE, Level.CITY).other is Level.CITY
    with pytest.raises(InvalidValueError, match="Level expected for level: found 'city'; build one first"):
        Holder("city")
    with pytest.raises(InvalidValueError, match="Level expected for level: found None"):
        Holder(None)


def test_an_optional_field_may_be_missing_but_nothing_else() -> None:
    """None is taken, a value of another kind is not."""
    assert Holder(other=None).other is None
    with pytest.raises(InvalidValueError, match="Level expected for other: found 5"):
        Holder(other=5)


@given(st.lists(st.sampled_from(Level)))
def test_lists_of_one_kind_become_tuples(items: list[Level]) -> None:
    """Whatever iterable holds them, the items are kept in their order."""
    assert instances_of(items, Level) == instances_of(iter(items), Level) == tuple(items)


def test_a_stray_item_is_refused() -> None:
    """One item of another kind spoils the list, and is named."""
    with pytest.raises(InvalidValueError, match="Level expected in a list: found 'city'; build one first"):
        instances_of([Level.CITY, "city"], Level)  # type: ignore[list-item]


@pytest.mark.parametrize("items", ["text", "", 5, None])
def test_what_is_no_list_is_refused(items: Any) -> None:
    """Text is not taken apart into letters, and one thing is not a list of it."""
    with pytest.raises(InvalidValueError, match=r"a list expected: found .*; put it in a list"):
        tuple_of(items, str)


def test_nothing_is_an_empty_tuple() -> None:
    """Empty lists of every kind are the same empty tuple."""
    assert tuple_of((), str) == tuple_of([], str) == tuple_of(iter([]), str) == ()


@pytest.mark.parametrize("level", list(Level))
def test_members_and_their_words_mean_the_same(level: Level) -> None:
    """A file's word and Python's member are interchangeable."""
    assert member_of(Level, level) is member_of(Level, level.value) is level


@pytest.mark.parametrize("value", ["town", "", "CITY", None, 5])
def test_unknown_words_are_refused_with_the_known_ones(value: Any) -> None:
    """The message lists the words to choose from."""
    with pytest.raises(
        InvalidTextError, match=r"unknown word: found .*; write one of country, province, city, district"
    ):
        member_of(Level, value)


@given(st.integers(1, 999_999))
def test_counts_and_ordinals_are_whole_numbers(number: int) -> None:
    """Whole numbers up to six digits are kept; only a count may be 0."""
    assert count_of(number) == ordinal_of(number) == number
    assert optional_count_of(number) == optional_ordinal_of(number) == number
    assert count_of(0) == optional_count_of(0) == 0


@pytest.mark.parametrize("value", [-1, 1_000_000, 10**100, 1.0, True, "5", None])
def test_what_counts_nothing_is_refused(value: Any) -> None:
    """Negative, huge, broken and written numbers are neither counts nor ordinals."""
    with pytest.raises(InvalidNumberError, match=r"not a count: found .*; write a whole number from 0 to 999999"):
        count_of(value)
    with pytest.raises(InvalidNumberError, match=r"not an ordinal: found .*; write a whole number from 1 on"):
        ordinal_of(value)


def test_ordinals_begin_with_one() -> None:
    """Nothing stands in place 0."""
    with pytest.raises(InvalidNumberError, match="not an ordinal: found 0"):
        ordinal_of(0)


@given(st.dates())
def test_days_are_kept(day: date) -> None:
    """A date is a date."""
    assert day_of(day) == optional_day_of(day) == day


@pytest.mark.parametrize("value", [datetime(2023, 1, 4, 9, 30), "2023-01-04", 2023, None])
def test_only_whole_days_are_days(value: Any) -> None:
    """A time of day and a day that is still text are refused."""
    with pytest.raises(InvalidDateError, match=r"not a date: found .*; give a datetime\.date"):
        day_of(value)


def test_optional_values_may_be_missing() -> None:
    """None stays None."""
    assert (optional_day_of(None), optional_count_of(None), optional_ordinal_of(None)) == (None, None, None)
