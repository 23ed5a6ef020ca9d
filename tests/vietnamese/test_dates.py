"""Dates as documents print them."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidDateError
from govplan.testing import days
from govplan.vietnamese import find_date, format_date, format_long_date, parse_date


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2023-01-04", date(2023, 1, 4)),
        ("04/01/2023", date(2023, 1, 4)),
        ("4/1/2023", date(2023, 1, 4)),
        ("04-01-2023", date(2023, 1, 4)),
        ("4.1.2023", date(2023, 1, 4)),
        ("ngày 29/9/2021", date(2021, 9, 29)),
        ("Ngày 29 / 9 / 2021", date(2021, 9, 29)),
        ("ngày 12 tháng 12 năm 2012", date(2012, 12, 12)),
        ("12 THÁNG 12 NĂM 2012", date(2012, 12, 12)),
        (" 29/02/2024 ", date(2024, 2, 29)),
        (" 2024-02-29\n", date(2024, 2, 29)),
    ],
)
def test_the_ways_to_write_a_day_are_read(printed: str, day: date) -> None:
    """ISO 8601 and every printed form mean the same day; spaces around it mean nothing."""
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    "text", ["", "2023", "4/1", "04/1/23", "2023-1-4", "2023/01/04", "4/1-2023", "hôm nay", "4/1/2023a"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A day without its year, or in an order that could be read two ways, is not guessed."""
    with pytest.raises(InvalidDateError, match="not a date: found"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["2023-02-29", "31/4/2023", "ngày 30 tháng 02 năm 2024", "0000-01-01", "1/13/2023", "00/1/2023"]
)
def test_days_that_the_calendar_lacks_are_refused(text: str) -> None:
    """A slip of the pen is named as such, not moved to the next day."""
    with pytest.raises(InvalidDateError, match="no such day in the calendar"):
        parse_date(text)


@given(days())
def test_printed_dates_read_back(day: date) -> None:
    """Every day survives printing in the short, the long and the ISO form."""
    assert parse_date(format_date(day)) == day
    assert parse_date(format_long_date(day)) == day
    assert parse_date(day.isoformat()) == day


@given(days())
def test_both_unicode_forms_of_a_date_read_alike(day: date) -> None:
    """Words typed with their marks apart are the same words."""
    assert parse_date(unicodedata.normalize("NFD", format_long_date(day))) == day


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2021, 5, 4), "04/5/2021", "ngày 04 tháng 5 năm 2021"),
        (date(2021, 11, 30), "30/11/2021", "ngày 30 tháng 11 năm 2021"),
        (date(2022, 2, 9), "09/02/2022", "ngày 09 tháng 02 năm 2022"),
        (date(33, 3, 3), "03/3/0033", "ngày 03 tháng 3 năm 0033"),
    ],
)
def test_dates_are_padded_as_the_decree_pads_them(day: date, short: str, long: str) -> None:
    """Days below 10 and the months 1 and 2 get a zero, other months do not (Decree 30/2020/NĐ-CP)."""
    assert format_date(day) == short
    assert format_long_date(day) == long


@given(st.text(max_size=5), days(), st.sampled_from(["", " của HĐND", ", về"]))
def test_a_date_is_found_where_it_stands(before: str, day: date, after: str) -> None:
    """Finding gives the day and the place right behind it."""
    printed = f"ngày {format_date(day)}"
    assert find_date(before + printed + after, len(before)) == (day, len(before) + len(printed))


@pytest.mark.parametrize("text", ["", "ngày", "ngày 31/2/2021", "29/9/20211", "tháng 9 năm 2021", "x 29/9/2021"])
def test_where_no_date_stands_none_is_found(text: str) -> None:
    """No date, a day that does not exist and a longer number are all None."""
    assert find_date(text) is None
