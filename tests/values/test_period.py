"""Periods of whole days."""

import unicodedata
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidDateError, InvalidPeriodError
from govplan.testing import days, periods
from govplan.values import Period

_years = st.integers(1, 9999)


@pytest.mark.parametrize(
    ("text", "start", "end", "printed"),
    [
        ("2023", "2023-01-01", "2023-12-31", "2023"),
        ("năm 2023", "2023-01-01", "2023-12-31", "2023"),
        ("2021-2025", "2021-01-01", "2025-12-31", "2021-2025"),
        ("2021 – 2025", "2021-01-01", "2025-12-31", "2021-2025"),
        ("giai đoạn 2021—2025", "2021-01-01", "2025-12-31", "2021-2025"),
        ("quý I/2023", "2023-01-01", "2023-03-31", "quý I/2023"),
        ("Quý 3 năm 2023", "2023-07-01", "2023-09-30", "quý III/2023"),
        ("QUÝ iv/2023", "2023-10-01", "2023-12-31", "quý IV/2023"),
        ("2023-Q2", "2023-04-01", "2023-06-30", "quý II/2023"),
        ("2023-H1", "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"),
        ("2023-h2", "2023-07-01", "2023-12-31", "6 tháng cuối năm 2023"),
        ("6 tháng đầu năm 2023", "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"),
        ("06 tháng đầu năm 2023", "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"),
        ("9 tháng đầu năm 2023", "2023-01-01", "2023-09-30", "9 tháng đầu năm 2023"),
        ("3 tháng đầu năm 2023", "2023-01-01", "2023-03-31", "quý I/2023"),
        ("12 tháng đầu năm 2023", "2023-01-01", "2023-12-31", "2023"),
        ("4 tháng cuối năm 2023", "2023-09-01", "2023-12-31", "4 tháng cuối năm 2023"),
        ("tháng 2/2024", "2024-02-01", "2024-02-29", "tháng 2/2024"),
        ("tháng 03 năm 2023", "2023-03-01", "2023-03-31", "tháng 3/2023"),
        ("2023-03", "2023-03-01", "2023-03-31", "tháng 3/2023"),
        ("01/01/2023-15/6/2023", "2023-01-01", "2023-06-15", "01/01/2023-15/6/2023"),
        ("từ ngày 1/1/2023 đến ngày 15/6/2023", "2023-01-01", "2023-06-15", "01/01/2023-15/6/2023"),
        ("2023-01-01/2023-06-15", "2023-01-01", "2023-06-15", "01/01/2023-15/6/2023"),
        ("01/02/2023-31/5/2023", "2023-02-01", "2023-05-31", "01/02/2023-31/5/2023"),
        ("01/7/2023-30/6/2024", "2023-07-01", "2024-06-30", "01/7/2023-30/6/2024"),
        ("9999", "9999-01-01", "9999-12-31", "9999"),
        (" 0033 ", "0033-01-01", "0033-12-31", "0033"),
    ],
)
def test_periods_are_read_and_printed(text: str, start: str, end: str, printed: str) -> None:
    """As documents print them and as ISO 8601 writes them; printed in the shortest Vietnamese form."""
    period = Period.parse(text)
    assert period == Period(date.fromisoformat(start), date.fromisoformat(end))
    assert str(period) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "20233",
        "2023-13-01",
        "quý V/2023",
        "quý 0/2023",
        "2023-Q5",
        "2023-H3",
        "đầu năm 2023",
        "2023/2024",
        "12:30",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    """The message shows the forms there are."""
    with pytest.raises(InvalidPeriodError, match=r"not a period: found .*; write 2023, 2021-2025"):
        Period.parse(text)


@pytest.mark.parametrize(
    "text",
    ["tháng 13/2023", "tháng 0/2023", "2023-00", "tháng 1/0000", "13 tháng cuối năm 2023", "0 tháng cuối năm 2023"],
)
def test_months_that_do_not_exist_are_refused(text: str) -> None:
    """There are twelve months in a year, and years from 1 to 9999."""
    with pytest.raises(InvalidPeriodError, match="no such months: found"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["0000", "0000-2025"])
def test_years_that_do_not_exist_are_refused(text: str) -> None:
    """Years run from 1 to 9999."""
    with pytest.raises(InvalidPeriodError, match="no such years: found 0 to"):
        Period.parse(text)


@pytest.mark.parametrize("years", [(0, 1), (1, 10_000), (2023, 10**12)])
def test_runs_of_years_stay_within_the_calendar(years: tuple[int, int]) -> None:
    """Neither the first year nor the last lies outside it."""
    with pytest.raises(InvalidPeriodError, match="no such years: found"):
        Period.years(*years)


@pytest.mark.parametrize("text", ["0 tháng đầu năm 2023", "13 tháng đầu năm 2023", "18 tháng đầu năm 2023"])
def test_a_year_has_no_more_than_twelve_first_months(text: str) -> None:
    """The first eighteen months of a year are a slip."""
    with pytest.raises(InvalidPeriodError, match="not a period: found"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["30/2/2023-15/6/2023", "2023-02-29/2023-06-15"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    """A period is bounded by days that the calendar has."""
    with pytest.raises(InvalidPeriodError, match="no such day in the calendar"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2025-2021", "15/6/2023-01/01/2023"])
def test_a_period_ends_after_it_starts(text: str) -> None:
    """Two ends in the wrong order are told, not swapped."""
    with pytest.raises(InvalidPeriodError, match=r"period ends before it starts: found .*; swap them"):
        Period.parse(text)


def test_only_days_bound_a_period() -> None:
    """A time of day, or text, is refused."""
    with pytest.raises(InvalidDateError, match="not a date"):
        Period(datetime(2023, 1, 1, 8), date(2023, 12, 31))
    with pytest.raises(InvalidPeriodError, match="period ends before it starts: found 2023-12-31 to 2023-01-01"):
        Period(date(2023, 12, 31), date(2023, 1, 1))


@given(periods())
def test_printed_periods_read_back(period: Period) -> None:
    """Every period survives printing, in either Unicode form."""
    assert Period.parse(str(period)) == period
    assert Period.parse(unicodedata.normalize("NFD", str(period))) == period
    assert Period.parse(f"{period.start}/{period.end}") == period


@given(_years)
def test_a_year_is_its_four_quarters(year: int) -> None:
    """Quarters, halves and months follow one another without a gap, and make the year."""
    whole = Period.year(year)
    for count, length in ((4, 3), (2, 6), (12, 1)):
        parts = [Period.months(year, length * index + 1, length) for index in range(count)]
        assert all(one.precedes(two) for one, two in pairwise(parts))
        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
        assert sum(part.days for part in parts) == whole.days


@given(periods(), days())
def test_a_day_lies_in_a_period_or_not(period: Period, day: date) -> None:
    """Both ends belong to the period; its days are those between them."""
    assert period.holds(day) == period.overlaps(Period(day, day)) == period.covers(Period(day, day))
    assert period.holds(period.start)
    assert period.holds(period.end)
    assert period.days == (period.end - period.start).days + 1 >= 1


@given(periods(), periods())
def test_covering_overlapping_and_preceding_exclude_one_another(one: Period, two: Period) -> None:
    """What covers overlaps; what precedes has no day in common; overlapping is mutual."""
    if one.covers(two):
        assert one.overlaps(two)
        assert one.days >= two.days
    if one.precedes(two):
        assert not one.overlaps(two)
        assert two.start - one.end == timedelta(days=1)
    assert one.overlaps(two) == two.overlaps(one)
    assert (one.covers(two) and two.covers(one)) == (one == two)


@given(periods(within=Period.years(1000, 8000)), st.integers(-500, 500))
def test_whole_months_shift_there_and_back(period: Period, years: int) -> None:
    """Shifted by years a quarter stays that quarter, February keeps all its days, and back it is itself."""
    moved = period.shift(years)
    assert moved.start.year == period.start.year + years
    first_days = period.start.day == 1 and (period.end + timedelta(days=1)).day == 1
    if first_days:
        assert moved.shift(-years) == period
    assert period.shift(0) == period


@pytest.mark.parametrize(
    ("text", "years", "shifted"),
    [
        ("quý I/2023", -1, "quý I/2022"),
        ("tháng 2/2024", 1, "tháng 2/2025"),
        ("2021-2025", 5, "2026-2030"),
        ("29/02/2024-15/3/2024", 1, "28/02/2025-15/3/2025"),
    ],
)
def test_shifts_follow_the_calendar(text: str, years: int, shifted: str) -> None:
    """The same stretch of another year, however long its February is."""
    assert str(Period.parse(text).shift(years)) == shifted


@pytest.mark.parametrize(("text", "years"), [("2023", 8000), ("2023", -2023), ("01/01/2023-15/6/2023", 10**9)])
def test_shifts_beyond_the_calendar_are_refused(text: str, years: int) -> None:
    """There is no year 0 and no year 10000."""
    with pytest.raises(InvalidPeriodError, match="beyond the calendar: found"):
        Period.parse(text).shift(years)


@pytest.mark.parametrize(
    ("year", "month", "count"), [(2023, 0, 1), (2023, 13, 1), (0, 1, 1), (9999, 12, 2), (2023, 1, 10**12)]
)
def test_months_outside_the_calendar_are_refused(year: int, month: int, count: int) -> None:
    """Months are counted from 1, within the years that there are."""
    with pytest.raises(InvalidPeriodError, match="no such months: found"):
        Period.months(year, month, count)


@pytest.mark.parametrize("count", [0, -3])
def test_no_months_are_no_period(count: int) -> None:
    """A period has at least a day."""
    with pytest.raises(InvalidPeriodError, match="period ends before it starts"):
        Period.months(2023, 1, count)


def test_periods_stand_in_the_order_of_their_days() -> None:
    """Sorted, periods run from the earliest start, the shorter before the longer."""
    names: list[Any] = ["2024", "quý I/2023", "2023", "tháng 12/2022"]
    assert [str(period) for period in sorted(map(Period.parse, names))] == [
        "tháng 12/2022",
        "quý I/2023",
        "2023",
        "2024",
    ]
