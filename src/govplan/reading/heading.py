"""What a plan says of itself: title, issuer, day, period, document, basis; *not* here: its targets and groups."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from attrs import evolve, frozen

from govplan.errors import InvalidLegalReferenceError, InvalidTextError
from govplan.legal import Citation, LegalReference
from govplan.reading.issuing import Issuing, find_issuing
from govplan.reading.letterhead import ENCLOSED, Letterhead, find_letterhead
from govplan.reading.organs import in_full, with_place
from govplan.reading.paragraphs import Paragraphs
from govplan.reading.plan_period import FoundPeriod, find_period
from govplan.reading.territory import FoundTerritory, find_territory, unit_on
from govplan.values import Jurisdiction, Level, Period

__all__ = ["Heading", "read_heading"]

_Span = tuple[int, int]
_LEAD = 8
"""How many paragraphs of a news article may hold the issuing sentence."""
_HEADLINE = 250
_PROSE = 80
_BASIS = re.compile(r"(?:căn cứ|thực hiện|trên cơ sở)(?!\w)", re.IGNORECASE)
_SIGNED = re.compile(r"TM\.\s?(?P<body>[^\n]{4,80})")
# "Kết quả năm 2023 và phương hướng, nhiệm vụ năm 2024": the plan is what comes last.
_LOOKS_BACK = re.compile(
    r"(?<!\w)(?:kết quả|tình hình|tổng kết|sơ kết|đánh giá)(?!\w).{0,200}?[0-9]{4}.{0,60}?"
    r"(?=(?<!\w)(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|chỉ tiêu|dự toán|giải pháp)(?!\w).{0,100}?[0-9]{4})",
    re.IGNORECASE | re.DOTALL,
)
# A law that a decree is about is not what the plan rests on: the decree is.
_OF_ANOTHER = re.compile(
    r"(?:điều|khoản|thi hành|hướng dẫn|chi tiết|bổ sung|biện pháp)(?:,? (?:của|và))? \Z", re.IGNORECASE
)
_TRIES = 3
_TITLE_LINES = 6
_AUTUMN = 11
"""From this month on, a plan for one year is as a rule issued in the year before."""


@frozen
class Heading:
    """What was found of a plan's head, each value with where it stands in the clean text, and how it was inferred.

    `first` is the first paragraph of the body. `inferred` names what was not printed as it stands here:
    "issued" (the year), "jurisdiction", "period", "issuer" (its place). `lead` is the issuing sentence of news.
    """

    first: int = 0
    title: str | None = None
    title_span: _Span | None = None
    headline: str | None = None
    issuer: str | None = None
    issuer_span: _Span | None = None
    issued: date | None = None
    issued_span: _Span | None = None
    other_issued: date | None = None
    period: Period | None = None
    period_span: _Span | None = None
    jurisdiction: Jurisdiction | None = None
    jurisdiction_span: _Span | None = None
    document: LegalReference | None = None
    document_span: _Span | None = None
    legal_basis: tuple[LegalReference, ...] = ()
    inferred: frozenset[str] = frozenset()
    is_document: bool = False
    lead: _Span | None = None
    lacks_number: bool = False


def read_heading(found: Paragraphs, citations: Sequence[Citation]) -> Heading:
    """Return what the head of a text, or its issuing sentence, says of the plan; `citations` are those of the text.

    >>> from govplan.reading.paragraphs import paragraphs
    >>> heading = read_heading(paragraphs("Ngày 05/3, Sở Y tế tỉnh Bến Tre ban hành Kế hoạch tiêm chủng năm 2024."), ())
    >>> heading.title, heading.issued, str(heading.period), str(heading.jurisdiction)
    ('Kế hoạch tiêm chủng năm 2024', datetime.date(2024, 3, 5), '2024', 'tỉnh Bến Tre')
    """
    letterhead = find_letterhead(found)
    heading = _of_document(found, letterhead, citations) if letterhead is not None else _of_news(found, citations)
    return _placed(found, heading)


def _of_document(found: Paragraphs, head: Letterhead, citations: Sequence[Citation]) -> Heading:
    outer = head
    enclosed = head if head.enclosed_with else _enclosed(found, head.first)
    if enclosed is not None:
        head = enclosed
    issued, issued_span, issuer, issuer_span = outer.issued, outer.issued_span, outer.issuer, outer.issuer_span
    document, document_span = _own_document(outer, issuer), outer.number_span
    if head.enclosed_with is not None:
        cited = next((one for one in citations if _within(one, head.enclosed_with)), None)
        if cited is not None and document is None:
            document, document_span = _plain(cited.reference), head.enclosed_with
            issued, issued_span = cited.reference.date or issued, issued_span or head.enclosed_with
            if issuer is None and cited.reference.issuer:
                issuer, issuer_span = cited.reference.issuer, head.enclosed_with
    if issuer is None and (signed := _SIGNED.search(found.text)) is not None:
        issuer, issuer_span = in_full(signed["body"].capitalize()), signed.span("body")
    if issuer is None and (said := find_issuing(found.text, found.items[head.first : head.first + _LEAD])) is not None:
        issuer, issuer_span = said.issuer, said.issuer_span
    since = issued.year if issued is not None else None
    period = None
    for span in (head.title_span, outer.title_span):
        period = period or (_period_of_title(found.text, *span, since=since) if span is not None else None)
    in_body = period is None
    period = period or _period_of_body(found, head.first, since)
    return Heading(
        first=head.first,
        title=head.title,
        title_span=head.title_span,
        issuer=issuer,
        issuer_span=issuer_span,
        issued=issued,
        issued_span=issued_span,
        period=period.period if period else None,
        period_span=(period.start, period.end) if period else None,
        document=document,
        document_span=document_span,
        legal_basis=_basis(found, outer.first, head.first, citations),
        inferred=frozenset({"period"} if in_body or (period is not None and period.open_start) else ()),
        is_document=True,
        lacks_number=outer.number == "",
    )


def _enclosed(found: Paragraphs, first: int) -> Letterhead | None:
    """Return the head of a plan that the document at the beginning promulgates."""
    starts = [item.start for item in found.items]
    for match in islice(ENCLOSED.finditer(found.text, starts[first] if first < len(starts) else 0), _TRIES):
        place = bisect_right(starts, match.start()) - 1
        for index in range(max(first, place - _TITLE_LINES), place):
            head = find_letterhead(found, index)
            if head is not None and head.enclosed_with is not None:
                return head
    return None


def _own_document(head: Letterhead, issuer: str | None) -> LegalReference | None:
    if not head.number or head.kind is None:
        return None
    day = f" ngày {head.issued.day:02d}/{head.issued.month:02d}/{head.issued.year}" if head.issued else ""
    by = f" của {issuer}" if issuer else ""
    return _reference(f"{head.kind.capitalize()} số {head.number}{day}{by}")


def _reference(words: str) -> LegalReference | None:
    try:
        return LegalReference.parse(words)
    except (InvalidLegalReferenceError, InvalidTextError):
        return None


def _plain(reference: LegalReference) -> LegalReference:
    """Return a reference on one line, as a file keeps it."""
    words = " ".join(reference.text.split())
    # A number that runs over the end of a line is none on one line.
    return _reference(words) or reference


def _within(citation: Citation, span: _Span) -> bool:
    return span[0] <= citation.span.start < span[1]


def _period_of_title(text: str, start: int, end: int, *, since: int | None = None) -> FoundPeriod | None:
    behind = _LOOKS_BACK.search(text, start, end)
    return find_period(text, behind.end() if behind is not None else start, end, since=since)


def _period_of_body(found: Paragraphs, first: int, since: int | None) -> FoundPeriod | None:
    for index in range(first, min(len(found.items), first + 2 * _LEAD)):
        item = found.items[index]
        period = find_period(found.text, item.start, min(item.end, item.start + 400), since=since)
        if period is not None and not _BASIS.match(found.text, item.start):
            return period
    return None


def _basis(found: Paragraphs, first: int, last: int, citations: Sequence[Citation]) -> tuple[LegalReference, ...]:
    """Return what the paragraphs that begin "Căn cứ" cite, up to the first section."""
    references: list[LegalReference] = []
    for index in range(first, len(found.items)):
        item = found.items[index]
        if item.marker is not None:
            break
        if _BASIS.match(found.text, item.start):
            cited = [one for one in citations if item.start <= one.span.start < item.end]
            own = [one for one in cited if not _is_of_another(found.text, one, cited)]
            references += cited_in(own, item.start, item.end)
    return tuple(dict.fromkeys(references))


def _is_of_another(text: str, named: Citation, cited: Sequence[Citation]) -> bool:
    """Is a law named within the title of the document that is cited before it?"""
    before = next((one for one in reversed(cited) if one.span.end <= named.span.start and one.kind == "full"), None)
    if named.kind != "named" or before is None:
        return False
    between = text[before.span.end : named.span.start]
    return ";" not in between and _OF_ANOTHER.search(" ".join(between.split()) + " ") is not None


def cited_in(citations: Iterable[Citation], start: int, end: int) -> list[LegalReference]:
    """Return the documents cited in a stretch with their number or name, each once, on one line."""
    found: dict[str, LegalReference] = {}
    for one in citations:
        if one.kind in ("full", "named") and start <= one.span.start < end:
            reference = _plain(one.reference)
            found.setdefault(reference.text, reference)
    return list(found.values())


def _of_news(found: Paragraphs, citations: Sequence[Citation]) -> Heading:
    items = found.items
    is_news = len(items) > 1 and _is_headline(found)
    first = 1 if is_news else 0
    headline = " ".join(found.text[items[0].start : items[0].end].split()) if is_news else None
    issuing = find_issuing(found.text, items[first : first + _LEAD]) if items else None
    title_span = issuing.title_span if issuing is not None else None
    document = None
    if title_span is not None and " " not in found.text[slice(*title_span)].removeprefix("kế ").removeprefix("chương "):
        title_span = None
    title = " ".join(found.text[slice(*title_span)].split()) if title_span is not None else None
    if title_span is not None and title is not None:
        own = next((one for one in citations if _within(one, title_span) and one.kind == "full"), None)
        if own is not None and own.span.start <= title_span[0] + 2:
            document = _plain(own.reference)
            rest = " ".join(found.text[own.span.end : title_span[1]].split()).strip(" ,")
            title = f"{document.type or ''} {rest}".strip() if rest else " ".join(own.text.split())
    spans = [title_span, (items[0].start, items[0].end) if is_news else None]
    if issuing is not None:
        spans.append((issuing.issuer_span[0], min(len(found.text), issuing.issuer_span[1] + 400)))
    period = None
    for span in spans:
        period = period or (_period_of_title(found.text, *span) if span is not None else None)
    in_body = period is None and is_news
    if in_body:
        period = _period_of_body(found, first, None)
    heading = Heading(
        first=first,
        title=title or headline,
        title_span=title_span if title else (items[0].start, items[0].end) if is_news else None,
        headline=headline,
        issuer=issuing.issuer if issuing else None,
        issuer_span=issuing.issuer_span if issuing else None,
        period=period.period if period else None,
        period_span=(period.start, period.end) if period else None,
        document=document,
        document_span=title_span if document else None,
        lead=issuing.lead if issuing else None,
        inferred=frozenset({"period"} if in_body or (period is not None and period.open_start) else ()),
    )
    return _dated(heading, issuing)


def _is_headline(found: Paragraphs) -> bool:
    """Is the first paragraph a headline: short, no sentence, no item, with prose below it?"""
    head, text = found.items[0], found.text
    words = text[head.start : head.end]
    if head.marker is not None or len(words) > _HEADLINE or words.endswith((".", ";", ":", ",")):
        return False
    return any(
        item.end - item.start >= _PROSE or text[item.end - 1] == "." for item in found.items[1:4] if item.marker is None
    )


def _dated(heading: Heading, issuing: Issuing | None) -> Heading:
    """Add the day of issue; a day without its year takes it from the period."""
    if issuing is None or issuing.day_span is None:
        return heading
    if issuing.issued is not None or issuing.day_of_year is None:
        return evolve(heading, issued=issuing.issued, issued_span=issuing.day_span)
    if heading.period is None:
        return heading
    month, day = issuing.day_of_year
    year = heading.period.start.year
    try:
        these = date(year, month, day), date(year - 1, month, day)
    except ValueError:
        return heading
    first, second = these if month < _AUTUMN else these[::-1]
    return evolve(
        heading,
        issued=first,
        issued_span=issuing.day_span,
        other_issued=second,
        inferred=heading.inferred | {"issued"},
    )


def _placed(found: Paragraphs, heading: Heading) -> Heading:
    """Add whose plan it is, by the first place that names one: the issuer, the title, the headline, the text."""
    territory, span = _territory(found, heading)
    if territory is None:
        return heading
    unit, certain = unit_on(territory, heading.issued, heading.period)
    inferred = heading.inferred if certain else heading.inferred | {"jurisdiction"}
    issuer = heading.issuer
    if issuer is not None and unit is not None and unit.level in (Level.PROVINCE, Level.CITY):
        issuer = with_place(issuer, str(unit))
        inferred |= {"issuer"} if issuer != heading.issuer else set()
    return evolve(heading, jurisdiction=unit, jurisdiction_span=span, issuer=issuer, inferred=inferred)


def _territory(found: Paragraphs, heading: Heading) -> tuple[FoundTerritory | None, _Span | None]:
    text = found.text
    wide: list[_Span] = []
    if heading.issuer_span is not None:
        wide.append((heading.issuer_span[0], min(len(text), heading.issuer_span[1] + 30)))
    if heading.title_span is not None:
        wide.append(heading.title_span)
    if found.items and (heading.headline is not None or heading.is_document):
        wide += [(found.items[0].start, found.items[0].end), (found.items[0].start, found.items[-1].end)]
    own = find_territory(heading.issuer) if heading.issuer is not None else None
    if own is not None and (own.level in (None, Level.COUNTRY) or own.within is not None):
        return own, heading.issuer_span
    for start, end in wide:
        above = find_territory(text, start, end, below=False)
        if above is None or above.level is Level.COUNTRY:
            continue
        if own is not None:
            return evolve(own, within=above.name), heading.issuer_span
        return above, (above.start, above.end)
    return own, heading.issuer_span
