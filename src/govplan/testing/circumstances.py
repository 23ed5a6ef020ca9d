"""Strategies for days, periods, places, bodies and sources; *not* here: amounts (`govplan.testing.amounts`)."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from hypothesis import strategies as st

from govplan.model import Organization
from govplan.testing.chance import Perhaps
from govplan.testing.wording import identifiers, lines, texts
from govplan.values import Jurisdiction, Level, Period, Source, Span

__all__ = ["days", "jurisdictions", "organizations", "periods", "shipped_jurisdictions", "sources", "spans"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_lines, _texts, _identifiers = lines(), texts(), identifiers()


def days(*, first: date = date.min, last: date = date.max) -> st.SearchStrategy[date]:
    """Generate dates from `first` to `last`, those of our time and the ends of years and months more often."""
    return _days if (first, last) == (date.min, date.max) else _any_day(first, last)


@st.composite
def _any_day(draw: st.DrawFn, first: date, last: date) -> date:
    if draw(_FOUR) == 3:
        return draw(st.dates(first, last))
    year = draw(st.integers(*_our_years(first.year, last.year)))
    month, day = draw(st.sampled_from(((1, 1), (6, 30), (7, 1), (12, 31), (2, 28), (9, 29), (1, 4))))
    return min(max(first, date(year, month, day)), last)


def _our_years(first: int, last: int) -> tuple[int, int]:
    begin, end = max(first, 1996), min(last, 2035)
    return (begin, end) if begin <= end else (first, last)


_days = _any_day(date.min, date.max)


def periods(*, within: Period | None = None) -> st.SearchStrategy[Period]:
    """Generate periods: years, runs of years, quarters, months, first and last months of a year, day ranges.

    Args:
        within: a period that covers those drawn, else the whole calendar.

    >>> from hypothesis import find
    >>> str(find(periods(within=Period.years(2021, 2025)), lambda period: period.days == 90))
    'quý I/2021'
    """
    return _periods if within is None else _periods_within(within)


@st.composite
def _any_period(draw: st.DrawFn, first: int, last: int) -> Period:
    year = draw(st.integers(*_our_years(first, last)) if draw(_FOUR) < 3 else st.integers(first, last))
    shape = draw(_EIGHT)
    if shape == 0:
        return Period.year(year)
    if shape == 1:
        return Period.years(year, min(last, year + draw(_EIGHT)))
    if shape == 2:
        return Period.months(year, 3 * draw(_FOUR) + 1, 3)
    count = draw(_months)
    if shape == 3:
        return Period.months(year, count, 1)
    if shape == 4:
        return Period.months(year, 1, count)
    if shape == 5:
        return Period.months(year, 13 - count, count)
    first_day, last_day = date(first, 1, 1), date(last, 12, 31)
    start = date(year, count, 1) + timedelta(days=draw(st.integers(0, 27)))
    if shape == 6:
        length = min(draw(_lengths), (last_day - start).days)
        return Period(start, start + timedelta(days=length))
    return Period(*sorted((start, draw(st.dates(first_day, last_day)))))


_months, _lengths = st.integers(1, 12), st.integers(0, 400)
_periods = _any_period(1, 9999)


@st.composite
def _periods_within(draw: st.DrawFn, within: Period) -> Period:
    shape = draw(_FOUR)
    first = within.start.year + (within.start > date(within.start.year, 1, 1))
    last = within.end.year - (within.end < date(within.end.year, 12, 31))
    if shape == 0 or (shape in (1, 2) and first > last):
        return within
    if shape in (1, 2):
        return draw(_any_period(first, last))
    start = draw(st.dates(within.start, within.end))
    return Period(start, draw(st.dates(start, within.end)))


# Pure: the table is part of the package.
@cache
def shipped_jurisdictions() -> tuple[Jurisdiction, ...]:
    """Return every row of the shipped table, the country first."""
    with files("govplan.values").joinpath("provinces.csv").open(encoding="utf-8") as rows:
        keys = [(row["gso_code"], date.fromisoformat(row["valid_from"])) for row in csv.DictReader(rows)]
    return (Jurisdiction.in_force("VN", date.min), *(Jurisdiction.in_force(*key) for key in keys))


def jurisdictions(*, day: date | None = None, shipped: bool | None = None) -> st.SearchStrategy[Jurisdiction]:
    """Generate jurisdictions: rows of the shipped table, and districts, communes and others written in place.

    Args:
        day: one on which they are in force, else any.
        shipped: only rows of the table (True), only others (False), or both (None).

    >>> from hypothesis import find
    >>> quang_nam = find(jurisdictions(day=date(2023, 1, 4), shipped=True), lambda unit: unit.iso == "VN-27")
    >>> str(quang_nam)
    'tỉnh Quảng Nam'
    """
    if shipped:
        return _rows_on(day)
    return _free_jurisdiction(day) if shipped is False else st.one_of(_rows_on(day), _free_jurisdiction(day))


def _rows_on(day: date | None) -> st.SearchStrategy[Jurisdiction]:
    # Deferred, so that importing the strategies reads no table.
    return st.deferred(
        lambda: st.sampled_from([row for row in shipped_jurisdictions() if day is None or row.is_in_force(day)])
    )


@st.composite
def _free_jurisdiction(draw: st.DrawFn, day: date | None) -> Jurisdiction:
    perhaps = Perhaps(draw, 4)
    start, end = perhaps(days(last=day or date.max)), perhaps(days(first=day or date.min))
    if start and end and end < start:
        start, end = end, start
    return Jurisdiction(
        code=draw(_place_codes),
        name=draw(_texts),
        level=draw(_levels),
        valid_from=start,
        valid_to=end,
        iso=perhaps(_place_codes),
        within=perhaps(_place_codes, seldom=False),
        predecessors=draw(_place_lists),
        successors=draw(_place_lists),
    )


_levels = st.sampled_from((Level.DISTRICT, Level.COMMUNE, Level.PROVINCE, Level.CITY, Level.COUNTRY))
_place_codes = st.one_of(st.sampled_from(("502", "49", "49@1997-01-01", "VN-27", "20335", "VN")), _lines)
_place_lists = st.one_of(st.just(()), st.lists(_place_codes, min_size=1, max_size=2).map(tuple))


def organizations() -> st.SearchStrategy[Organization]:
    """Generate bodies of the State, the Party or society."""
    return _organizations


@st.composite
def _any_organization(draw: st.DrawFn) -> Organization:
    return Organization(draw(_texts), Perhaps(draw, 1)(_identifiers))


_organizations = _any_organization()


def spans(*, max_end: int = 999_999) -> st.SearchStrategy[Span]:
    """Generate spans that end at `max_end` or before; empty ones among them."""
    return _any_span(max_end)


@st.composite
def _any_span(draw: st.DrawFn, max_end: int) -> Span:
    start = draw(st.integers(0, max_end))
    return Span(start, draw(st.integers(start, max_end)))


def sources() -> st.SearchStrategy[Source]:
    """Generate sources, an empty one among them."""
    return _sources


@st.composite
def _any_source(draw: st.DrawFn) -> Source:
    perhaps = Perhaps(draw, 5)
    return Source(
        document=perhaps(_texts),
        address=perhaps(_addresses),
        retrieved=perhaps(_days),
        paragraph=perhaps(_paragraphs, seldom=False),
        span=perhaps(_spans),
    )


_addresses = st.one_of(st.just("https://example.org/ke-hoach-2023"), _lines)
_paragraphs = st.one_of(st.integers(1, 99), st.integers(1, 999_999))
_spans = spans()
_sources = _any_source()
