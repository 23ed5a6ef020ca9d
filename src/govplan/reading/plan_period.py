"""Which years a title or a sentence says a plan is for; *not* here: the horizons of single targets (`horizons`)."""

from __future__ import annotations

import re

from attrs import frozen

from govplan.errors import InvalidPeriodError
from govplan.values import Period

__all__ = ["FoundPeriod", "find_period"]

_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_PATTERNS = (
    re.compile(rf"(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|những\snăm|các\snăm|năm\shọc|năm)\s(?:từ\s)?(?:năm\s)?(?P<first>{_YEAR})"
               rf"\s?(?:[-–—]|đến(?:\snăm)?)\s?(?P<last>{_YEAR})", re.IGNORECASE),
    re.compile(r"(?P<printed>(?:quý\s(?:IV|I{1,3}|[1-4])|tháng\s[0-9]{1,2}|[0-9]{1,2}\stháng\s(?:đầu|cuối))"
               rf"(?:\s?/\s?|\s(?:năm\s)?){_YEAR})", re.IGNORECASE),
    re.compile(rf"(?<!đến\s)(?<!trước\s)(?<!từ\s)(?<!cuối\s)năm\s(?:học\s)?(?P<year>{_YEAR})", re.IGNORECASE),
    re.compile(rf"(?P<first>{_YEAR})\s?[-–—]\s?(?P<last>{_YEAR})"),
    re.compile(rf"(?:đến|hết|tới)\s(?:hết\s|cuối\s)?(?:năm\s)?(?P<until>{_YEAR})", re.IGNORECASE),
)  # fmt: skip


@frozen
class FoundPeriod:
    """A period and where it stands; `open_start` tells that only its end is printed ("đến năm 2030")."""

    period: Period
    start: int
    end: int
    open_start: bool = False


def find_period(text: str, start: int = 0, end: int | None = None, *, since: int | None = None) -> FoundPeriod | None:
    """Return the period that a stretch of clean text names, the widest kind of words first.

    `since` is the year in which a period begins whose end alone is printed; without it that is the year of its end.

    >>> str(find_period("Đề án giảm nghèo giai đoạn 2021 - 2025").period)
    '2021-2025'
    >>> str(find_period("Nghị quyết về dân số đến năm 2015", since=2010).period)
    '2010-2015'
    """
    last = len(text) if end is None else end
    for pattern in _PATTERNS:
        match = pattern.search(text, start, last)
        if match is None:
            continue
        groups = match.groupdict()
        try:
            if groups.get("printed"):
                return FoundPeriod(Period.parse(" ".join(groups["printed"].split())), *match.span())
            if groups.get("until"):
                until = int(groups["until"])
                begun = since if since is not None and since <= until else until
                return FoundPeriod(Period.years(begun, until), *match.span(), open_start=True)
            first, final = groups.get("first") or groups["year"], groups.get("last") or groups["year"]
            return FoundPeriod(Period.years(int(first), int(final)), *match.span())
        except InvalidPeriodError:
            continue
    return None
