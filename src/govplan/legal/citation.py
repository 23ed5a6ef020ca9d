"""Citations in running text; *not* here: what one citation says (`govplan.legal.reference`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govplan.legal.grammar import lead_pattern, numbered_pattern, read_numbered
from govplan.legal.reference import LegalReference
from govplan.legal.symbol import NUMBERED, read_symbol
from govplan.legal.tables import type_by_name
from govplan.values.source import Span
from govplan.vietnamese import nfc_with_offsets

__all__ = ["Citation", "find_citations"]

_B = "[ \u00a0]"  # a blank within a line
_NO_NAME = r"(?:và|của|các|theo|số|ngày|năm|về|được|có)\b"
_NAME = r"[A-ZĐÀ-Ỹ]\w*"
# A law's name runs to the first mark or word that cannot belong to it.
_LAW = re.compile(
    rf"(?<!\w)(?P<type>Bộ{_B}luật|Luật|Pháp{_B}lệnh){_B}"
    rf"(?P<title>{_NAME}(?:{_B}(?!{_NO_NAME})\w+){{1,12}}?)(?={_B}?[,;.:()\n]|{_B}?$|{_B}{_NO_NAME})"
)
_UNIT = rf"(?:tỉnh|thành{_B}phố|TP|huyện|quận|thị{_B}xã|thị{_B}trấn|xã|phường)"
_PLACE = rf"(?:{_B}{_UNIT})?(?:{_B}{_NAME}(?:{_B}(?:-{_B})?{_NAME}){{0,4}})?"
_STOP = (
    rf"(?=[,;.:()\n]|\Z"
    rf"|{_B}(?:với|theo|về|tại|để|trong|đã|được|do|ban{_B}hành|quy{_B}định|hướng{_B}dẫn|là|có){_B}"
    rf"|{_B}và{_B}(?:các|những|chính{_B}sách|Luật|Bộ{_B}luật|Nghị|Quyết|Thông|Chỉ|Kế|Kết|Công|Chương|Pháp){_B}?)"
)
# In running text an issuer ends where its name can: after its place, or before a word that no name holds.
_ISSUER = re.compile(
    r",?\s{1,3}của\s{1,3}(?P<issuer>"
    rf"(?:HĐND|UBND|UBMTTQ|[Hh]ội{_B}đồng{_B}nhân{_B}dân|(?:Ủy|Uỷ){_B}ban{_B}nhân{_B}dân"
    rf"|(?:Tỉnh|Thành|Huyện|Quận){_B}(?:ủy|uỷ)){_PLACE}"
    rf"|(?:Thủ{_B}tướng{_B})?Chính{_B}phủ|Quốc{_B}hội|Chủ{_B}tịch{_B}nước|Bộ{_B}Chính{_B}trị|Ban{_B}Bí{_B}thư"
    rf"|{_NAME}(?:{_B}[^\s,;.:()]{{1,30}}){{1,20}}?{_STOP})"
)
_NUMBER = re.compile(rf"(?<![0-9A-Za-zĐđ.,/-]){NUMBERED}")
_LEAD_LENGTH = 90
# What no value's text may hold (`govplan.values.text.line`), carriage returns and form feeds among it.
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@frozen
class Citation:
    """One place in a text where a document is cited (trích dẫn).

    `span` counts characters of the text as it was given; `text` is what stands there; `kind` is "full" for a
    document with its number, "named" for a law known by its title.
    """

    span: Span
    text: str
    kind: str
    reference: LegalReference


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the citations of a text in their order; text without any gives none, and no text raises.

    Reads documents with number and symbol, of State and Party, and laws by title.

    >>> found = find_citations("theo Nghị định số 20/2021/NĐ-CP của Chính phủ và Luật Giáo dục nghề nghiệp.")
    >>> [(citation.kind, citation.text) for citation in found]
    [('full', 'Nghị định số 20/2021/NĐ-CP của Chính phủ'), ('named', 'Luật Giáo dục nghề nghiệp')]
    """
    normal, offsets = nfc_with_offsets(text)
    normal = _UNPRINTED.sub(_blank, normal)
    numbered = list(_numbered(normal))
    found = sorted([*numbered, *_laws(_blank_out(normal, [item[0] for item in numbered]))], key=lambda item: item[0])
    citations = []
    for span, kind, reference in found:
        given = Span(offsets[span.start], offsets[span.end]) if offsets else span
        citations.append(Citation(given, given.of(text), kind, reference))
    return tuple(citations)


def _blank(match: re.Match[str]) -> str:
    """Return one character for one, so that spans stay."""
    return "\n" if match.group().isspace() else " "


def _blank_out(text: str, spans: list[Span]) -> str:
    """Return the text with line ends where the spans are, so that nothing is found across them."""
    pieces, reached = [], 0
    for span in spans:
        pieces += [text[reached : span.start], "\n" * (span.end - span.start)]
        reached = span.end
    return "".join([*pieces, text[reached:]])


def _find_issuer(text: str, end: int) -> tuple[str, int] | None:
    by = _ISSUER.match(text, end)
    return (by["issuer"], by.end()) if by else None


def _numbered(text: str) -> Iterator[tuple[Span, str, LegalReference]]:
    pattern, lead = numbered_pattern(), lead_pattern()
    reached = 0
    for number in _NUMBER.finditer(text):
        if number.start() < reached:
            continue
        window = max(reached, number.start() - _LEAD_LENGTH)
        before = lead.search(text[window : number.start()])
        start = window + before.start() if before else number.start()
        match = pattern.match(text, start)
        if match is None or match.end() != number.end():
            start, match = number.start(), pattern.match(text, number.start())
        if match is None or (start == number.start() and not _speaks_for_itself(number)):
            continue
        reference, reached = read_numbered(text, match, _find_issuer)
        yield Span(start, reached), "full", reference


def _speaks_for_itself(number: re.Match[str]) -> bool:
    """Is a number without "số" or a type before it still a document's, by its symbol alone?"""
    symbol = read_symbol(number["separator"], number["symbol"], has_year=number["year"] is not None)
    return symbol.type is not None or (number["year"] is not None and symbol.body in {"QH", "UBTVQH"})


def _laws(text: str) -> Iterator[tuple[Span, str, LegalReference]]:
    for match in _LAW.finditer(text):
        kind, title = (" ".join(match[part].split()) for part in ("type", "title"))
        yield Span(*match.span()), "named", LegalReference(match.group(), type=type_by_name(kind), title=title)
