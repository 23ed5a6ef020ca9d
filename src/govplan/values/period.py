"""Periods of whole days, from a month to a run of years; *not* here: points in time, which are plain dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from attrs import field, frozen

from govplan.errors import InvalidDateError, InvalidPeriodError
from govplan.values.conversion import day_of
from govplan.vietnamese import format_date, nfc, parse_date

__all__ = ["Period"]

_ROMAN = ("I", "II", "III", "IV")
_YEAR = "([0-9]{4})"
_DASH = r"\s?[-–—]\s?"


@frozen(order=True)
class Period:
    """The days from `start` to `end`, both included (kỳ, giai đoạn).

    Raises:
        InvalidPeriodError: it ends before it starts.

    >>> Period.parse("6 tháng đầu năm 2023")
    Period(start=datetime.date(2023, 1, 1), end=datetime.date(2023, 6, 30))
    >>> str(Period.parse("2023-Q1")), str(Period.year(2023)), str(Period.parse("giai đoạn 2021-2025"))
    ('quý I/2023', '2023', '2021-2025')
    """

    start: date = field(converter=day_of)
    end: date = field(converter=day_of)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidPeriodError(
                f"period ends before it starts: found {self.start} to {self.end}; swap them",
                f"kỳ kết thúc trước khi bắt đầu: gặp {self.start} đến {self.end}; hãy đổi chỗ",
            )

    @classmethod
    def year(cls, year: int) -> Period:
        """Return one calendar year."""
        return cls.years(year, year)

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """Return a run of calendar years, e.g. a five-year plan's."""
        try:
            start, end = date(first, 1, 1), date(last, 12, 31)
        except (ValueError, OverflowError):
            raise InvalidPeriodError(
                f"no such years: found {first} to {last}; stay within the years 1 to 9999",
                f"không có các năm này: gặp {first} đến {last}; cần trong các năm 1 đến 9999",
            ) from None
        return cls(start, end)

    @classmethod
    def months(cls, year: int, month: int, count: int) -> Period:
        """Return `count` whole months from a month of a year on.

        Raises:
            InvalidPeriodError: no such month, no months, or beyond the calendar's years 1 to 9999.
        """
        from dateutil.relativedelta import relativedelta

        try:
            start = date(year, month, 1)
            end = start + relativedelta(months=count - 1, day=31)
        except (ValueError, OverflowError):
            raise InvalidPeriodError(
                f"no such months: found {count} from {month}/{year}; give months 1 to 12 of the years 1 to 9999",
                f"không có các tháng này: gặp {count} tháng từ {month}/{year}; cần tháng 1 đến 12 của năm 1 đến 9999",
            ) from None
        return cls(start, end)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period as documents print it or as ISO 8601 writes it.

        Reads 2023, 2021-2025, quý I/2023, tháng 3/2023, 6 tháng đầu (cuối) năm 2023, 9 tháng đầu năm 2023,
        a day range 01/01/2023-15/6/2023, and 2023-Q1, 2023-H1, 2023-03, 2023-01-01/2023-06-15.

        Raises:
            InvalidPeriodError: the text is none of these.
        """
        return _parse(text)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def holds(self, day: date) -> bool:
        """Does the day lie in it?"""
        return self.start <= day <= self.end

    def covers(self, other: Period) -> bool:
        """Does every day of the other lie in it?"""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Have the two a day in common?"""
        return self.start <= other.end and other.start <= self.end

    def precedes(self, other: Period) -> bool:
        """Does the other begin on the day after this one ends?"""
        return self.end < date.max and self.end + timedelta(days=1) == other.start

    def shift(self, years: int) -> Period:
        """Return the same stretch of the calendar some years later, or earlier when negative.

        Raises:
            InvalidPeriodError: beyond the years 1 to 9999.

        >>> str(Period.parse("quý I/2023").shift(-1))
        'quý I/2022'
        """
        from dateutil.relativedelta import relativedelta

        months = self._whole_months()
        try:
            if months is not None:
                return Period.months(self.start.year + years, self.start.month, months)
            return Period(self.start + relativedelta(years=years), self.end + relativedelta(years=years))
        except (ValueError, OverflowError):
            raise InvalidPeriodError(
                f"beyond the calendar: found {self} shifted by {years} years; stay within the years 1 to 9999",
                f"ngoài lịch: gặp {self} dời {years} năm; cần trong các năm 1 đến 9999",
            ) from None

    def _whole_months(self) -> int | None:
        """How many whole months it has, None when it begins or ends inside one."""
        if self.start.day != 1 or (self.end < date.max and (self.end + timedelta(days=1)).day != 1):
            return None
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    def __str__(self) -> str:
        year, month, months = f"{self.start.year:04d}", self.start.month, self._whole_months()
        if months is not None:
            if month == 1 and months % 12 == 0:
                return year if months == 12 else f"{year}-{self.end.year:04d}"
            if months == 3 and month % 3 == 1:
                return f"quý {_ROMAN[month // 3]}/{year}"
            if months == 1:
                return f"tháng {month}/{year}"
            if month == 1 and months < 12:
                return f"{months} tháng đầu năm {year}"
            if month + months == 13:
                return f"{months} tháng cuối năm {year}"
        return f"{format_date(self.start)}-{format_date(self.end)}"


# Pure, over the few periods that plans are for.
@lru_cache(maxsize=512)
def _parse(text: str) -> Period:
    words = nfc(text).strip()
    for pattern, build in _forms():
        match = pattern.fullmatch(words)
        if match is not None:
            try:
                return build(match)
            except InvalidDateError as error:
                raise InvalidPeriodError(error.message("en"), error.message("vi")) from None
    raise InvalidPeriodError(
        f"not a period: found {text!r:.80}; write 2023, 2021-2025, 2023-Q1, 2023-03 or 2023-01-01/2023-06-15",
        f"không phải kỳ: gặp {text!r:.80}; hãy viết 2023, 2021-2025, quý I/2023, tháng 3/2023, 6 tháng đầu năm 2023",
    )


def _year(match: re.Match[str]) -> Period:
    return Period.year(int(match[1]))


def _span(match: re.Match[str]) -> Period:
    return Period.years(int(match[1]), int(match[2]))


def _quarter(match: re.Match[str]) -> Period:
    quarter = match[1].upper()
    number = int(quarter) if quarter.isdigit() else _ROMAN.index(quarter) + 1
    return Period.months(int(match[2]), 3 * number - 2, 3)


def _month(match: re.Match[str]) -> Period:
    return Period.months(int(match[2]), int(match[1]), 1)


def _first_months(match: re.Match[str]) -> Period:
    return Period.months(int(match[2]), 1, int(match[1]))


def _last_months(match: re.Match[str]) -> Period:
    count = int(match[1])
    return Period.months(int(match[2]), 13 - count, count)


def _iso_part(match: re.Match[str]) -> Period:
    months = 3 if match[2] == "Q" else 6
    return Period.months(int(match[1]), months * (int(match[3]) - 1) + 1, months)


def _iso_month(match: re.Match[str]) -> Period:
    return Period.months(int(match[1]), int(match[2]), 1)


def _day_range(match: re.Match[str]) -> Period:
    return Period(parse_date(match[1]), parse_date(match[2]))


_DAY = r"([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
_ISO_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_IN_YEAR = rf"(?:\s?/\s?|\s(?:năm\s)?){_YEAR}"


# Made on first use: compiling eleven patterns is a tenth of the time that importing the library takes.
@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), build)
        for pattern, build in (
            (rf"(?:năm\s)?{_YEAR}", _year),
            (rf"(?:giai đoạn\s)?{_YEAR}{_DASH}{_YEAR}", _span),
            (rf"quý\s(IV|I{{1,3}}|[1-4]){_IN_YEAR}", _quarter),
            (rf"tháng\s([0-9]{{1,2}}){_IN_YEAR}", _month),
            (rf"(0?[1-9]|1[0-2]) tháng đầu{_IN_YEAR}", _first_months),
            (rf"([0-9]{{1,2}}) tháng cuối{_IN_YEAR}", _last_months),
            (rf"{_YEAR}-(Q)([1-4])", _iso_part),
            (rf"{_YEAR}-(H)([12])", _iso_part),
            (rf"{_YEAR}-([0-9]{{2}})", _iso_month),
            (rf"(?:từ\s)?(?:ngày\s)?{_DAY}(?:{_DASH}|\sđến\s(?:ngày\s)?){_DAY}", _day_range),
            (rf"{_ISO_DAY}/{_ISO_DAY}", _day_range),
        )
    )
