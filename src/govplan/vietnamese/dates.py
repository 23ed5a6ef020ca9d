"""Dates as Vietnamese documents print them; *not* here: periods (`govplan.values.period`)."""

from __future__ import annotations

import re
from datetime import date

from govplan.errors import InvalidDateError
from govplan.vietnamese.orthography import nfc

__all__ = ["find_date", "format_date", "format_long_date", "parse_date"]

_SHORT = r"(?P<d>[0-9]{1,2})\s?(?P<sep>[/.-])\s?(?P<m>[0-9]{1,2})\s?(?P=sep)\s?(?P<y>[0-9]{4})(?![0-9])"
_LONG = r"(?P<d2>[0-9]{1,2})\s{1,4}tháng\s{0,4}(?P<m2>[0-9]{1,2})\s{1,4}năm\s{1,4}(?P<y2>[0-9]{4})(?![0-9])"
_DATE = re.compile(rf"(?:ngày\s{{0,4}})?(?:{_SHORT}|{_LONG})", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def find_date(text: str, start: int = 0) -> tuple[date, int] | None:
    """Return the date that stands at `start` and where it ends, or None when none stands there.

    A date that the calendar does not have is none: a citation with it is a citation without a date.

    >>> find_date("ngày 29/9/2021 của HĐND tỉnh")
    (datetime.date(2021, 9, 29), 14)
    """
    match = _DATE.match(text, start)
    if match is None:
        return None
    day, month, year = (
        match["d"] or match["d2"],
        match["m"] or match["m2"],
        match["y"] or match["y2"],
    )
    try:
        return date(int(year), int(month), int(day)), match.end()
    except ValueError:
        return None


def parse_date(text: str) -> date:
    """Read one date: ISO 8601, or a printed form such as "04/5/2021" or "ngày 12 tháng 12 năm 2012".

    Raises:
        InvalidDateError: the text is no date, or the calendar does not have that day.

    >>> parse_date("04/5/2021"), parse_date("ngày 12 tháng 12 năm 2012"), parse_date("2023-01-04")
    (datetime.date(2021, 5, 4), datetime.date(2012, 12, 12), datetime.date(2023, 1, 4))
    """
    words = nfc(text).strip()
    iso = _ISO.fullmatch(words)
    try:
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        match = _DATE.fullmatch(words)
        if match is not None:
            return date(
                int(match["y"] or match["y2"]),
                int(match["m"] or match["m2"]),
                int(match["d"] or match["d2"]),
            )
    except ValueError:
        raise InvalidDateError(
            f"no such day in the calendar: found {text!r:.80}; write a day that exists, e.g. 2023-01-04",
            f"ngày không có trong lịch: gặp {text!r:.80}; hãy viết một ngày có thật, ví dụ 2023-01-04",
        ) from None
    raise InvalidDateError(
        f"not a date: found {text!r:.80}; write it as 2023-01-04",
        f"không phải ngày tháng: gặp {text!r:.80}; hãy viết dạng 2023-01-04",
    )


def format_date(day: date) -> str:
    """Print the short form, padded as Decree 30/2020/NĐ-CP pads: days below 10 and months 1 and 2.

    >>> format_date(date(2021, 5, 4)), format_date(date(2021, 9, 29)), format_date(date(2022, 1, 15))
    ('04/5/2021', '29/9/2021', '15/01/2022')
    """
    return f"{day.day:02d}/{_month(day)}/{day.year:04d}"


def format_long_date(day: date) -> str:
    """Print the long form of Decree 30/2020/NĐ-CP, Annex I.

    >>> format_long_date(date(2023, 1, 4))
    'ngày 04 tháng 01 năm 2023'
    """
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year:04d}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)
