"""The head of an official document: who issues it, its number, day and title; *not* here: news (`issuing`).

Two forms are read. The State's: bodies in capitals, "Số: …", the motto, "<place>, ngày … tháng … năm …", the type of
document on a line of its own and the title below it. And that of what a decision promulgates: the type, the title and
"(Ban hành kèm theo Quyết định số …)".
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from attrs import evolve, frozen

from govplan.legal.tables import type_names
from govplan.reading.headings import is_capitals, topic_of
from govplan.reading.organs import in_full, out_of_capitals, with_place
from govplan.reading.paragraphs import Paragraph, Paragraphs
from govplan.vietnamese import find_date, tone_key

__all__ = ["ENCLOSED", "Letterhead", "find_letterhead"]

_Span = tuple[int, int]
_LINES = 60
"""How many paragraphs the head of a document may have."""

_PIECE = re.compile(r"[^\s](?:[^\t\n]*?[^\s])??(?=\t|\s{3,}|\Z)")
_MOTTO = re.compile(r"cộng hòa xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s?[-–]|[*_=–—\- .]{2,}\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(?:số|so)\s?[:.]?\s{0,8}(?P<number>[0-9]*[^\s,;]{0,60}(?:/|-)[^\s,;]{1,60})", re.IGNORECASE)
_NO_NUMBER = re.compile(r"số\s?:?\s{0,12}[.…_\s]{0,40}(?:/[^\s,;]{1,60})?\Z", re.IGNORECASE)
_DAY = re.compile(r"(?:[^\W\d_][^,\n]{0,60},\s?)?(?P<day>ngày\s.{1,40})", re.IGNORECASE)
_BASIS = re.compile(r"(?:căn cứ|xét|thực hiện|theo đề nghị|trên cơ sở|sau khi|để)\s", re.IGNORECASE)
_FORMULA = re.compile(r"(?:quyết nghị|quyết định|nghị quyết|chỉ thị)\s?[:./]*\Z", re.IGNORECASE)
_BODY = re.compile(
    r"(?:hội đồng nhân dân|h?đnd|ủy ban|ubnd|chủ tịch|sở|bộ|ban|tỉnh ủy|huyện ủy|thành ủy|thị ủy|đảng ủy|đảng bộ|"
    r"ban chấp hành|thủ tướng|chính phủ|giám đốc|bộ trưởng|quốc hội|cục|chi cục|phòng|liên đoàn|hội|tỉnh đoàn|"
    r"văn phòng|tổng cục|bảo hiểm xã hội)(?!\w)",
    re.IGNORECASE,
)
_TERM = re.compile(r"kh[óo]a\s|kỳ họp|nhiệm kỳ|\(|về việc ban hành kèm", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s(?!(?:ủy|đoàn)(?!\w))", re.IGNORECASE
)
_COMMITTEE = re.compile(r"(?:tỉnh|thành|huyện|thị|quận) ?(?:ủy|đoàn)\Z", re.IGNORECASE)
_UNIT = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã)\s", re.IGNORECASE)
_PLACED = re.compile(r"\s(?P<place>(?:tỉnh|thành phố|huyện|quận|thị xã)\s.+)")
ENCLOSED = re.compile(r"\((?:ban hành\s)?kèm theo\s(?P<cited>[^()]{5,300})", re.IGNORECASE)
"""What stands below the title of a plan that a decision promulgates."""


@frozen
class Letterhead:
    """What the head of a document says, each with where it stands; `first` is the first paragraph behind it.

    `issuer` is written out; `printed_issuer` is where it stands. `number` is as printed, "" where its place is empty.
    `enclosed_with` is the stretch that names the decision which promulgates it.
    """

    first: int
    kind: str | None = None
    kind_span: _Span | None = None
    title: str | None = None
    title_span: _Span | None = None
    issuer: str | None = None
    issuer_span: _Span | None = None
    number: str | None = None
    number_span: _Span | None = None
    issued: date | None = None
    issued_span: _Span | None = None
    enclosed_with: _Span | None = None


def find_letterhead(found: Paragraphs, start: int = 0) -> Letterhead | None:
    r"""Return the head that begins at a paragraph, None where no document begins.

    >>> from govplan.reading.paragraphs import paragraphs
    >>> found = paragraphs("UBND TỈNH BẾN TRE\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nGiảm nghèo năm 2024\n\nI. A")
    >>> head = find_letterhead(found)
    >>> head.issuer, head.number, head.title
    ('Ủy ban nhân dân tỉnh Bến Tre', '12/KH-UBND', 'KẾ HOẠCH Giảm nghèo năm 2024')
    """
    head = Letterhead(start)
    bodies: list[tuple[str, _Span]] = []
    is_official = False
    index = start
    while index < min(len(found.items), start + _LINES):
        item = found.items[index]
        words = found.text[item.start : item.end]
        if head.kind is None and (kind := _kind(words)) is not None:
            taken = len(kind)
            head = evolve(head, kind=kind, kind_span=(item.start, item.start + taken))
            index, head = _title(found, index, item.start + taken, head)
            continue
        if _ends(found.text, item, head.kind is not None, words):
            break
        read, motto = _pieces(found.text, item, head, bodies)
        if read is None:
            if head.kind is None and not is_official and not bodies:
                return None
            if head.kind is None and len(words) > 120:
                return None
            if head.kind is not None and not _TERM.match(words) and not is_capitals(words):
                break
        else:
            head = read
            is_official = is_official or motto or head.number is not None
        index += 1
    if head.kind is None and not (is_official and head.number):
        return None
    if head.kind is not None and head.title == head.kind and not is_official and head.enclosed_with is None:
        return None
    issuer, span = _issuer(found.text, bodies)
    return evolve(head, first=index, issuer=issuer, issuer_span=span)


def _kind(words: str) -> str | None:
    """Return the type of document with which a line in capitals begins, or which is all of it."""
    line = words.split("\t")[0]
    for length in range(min(4, len(line.split())), 0, -1):
        kind = " ".join(line.split()[:length])
        if tone_key(kind).casefold() in _kinds() and line.startswith(kind):
            whole = len(kind) == len(line.strip())
            if (kind.isupper() and (whole or is_capitals(line))) or (whole and kind[0].isupper()):
                return kind
    return None


@cache
def _kinds() -> frozenset[str]:
    return frozenset(tone_key(name).casefold() for name in type_names()) - {"lệnh", "văn bản"}


def _title(found: Paragraphs, index: int, reached: int, head: Letterhead) -> tuple[int, Letterhead]:
    """Read the lines of the title, from where the type ends, and what stands in brackets below it."""
    text, start = found.text, found.items[index].start
    end = found.items[index].end
    lines = 1 if reached < end else 0
    index += 1
    while index < len(found.items) and lines < 6:
        item = found.items[index]
        words = text[item.start : item.end]
        enclosed = ENCLOSED.search(words)
        if enclosed is not None:
            cited = (item.start + enclosed.start("cited"), item.start + enclosed.end("cited"))
            return index + 1, evolve(_titled(head, text, start, end), enclosed_with=cited)
        is_basis = _BASIS.match(words) is not None and (lines > 0 or words.endswith((";", ",", ":", ".")))
        if item.marker is not None or is_basis or _MOTTO.match(words) or _FORMULA.match(words):
            break
        if lines and (item.apart or _BODY.match(words) or _TERM.match(words)) and not _continues(words, lines):
            break
        if len(words) > 300 or (topic_of(words) is not None and lines) or words.endswith((".", ";", ":")):
            break
        end = item.end
        lines += 1
        index += 1
    return index, _titled(head, text, start, end)


def _continues(words: str, lines: int) -> bool:
    return lines < 4 and words.casefold().startswith(
        ("giai đoạn", "năm ", "đến năm", "trên địa bàn", "định hướng", "tỉnh ")
    )


def _titled(head: Letterhead, text: str, start: int, end: int) -> Letterhead:
    return evolve(head, title=" ".join(text[start:end].split()), title_span=(start, end))


def _ends(text: str, item: Paragraph, has_kind: bool, words: str) -> bool:
    """Does the body of the document begin here?"""
    if _FORMULA.match(words):
        return has_kind
    # A star of the Party's heads is no item of a list.
    starred = not has_kind and words[0] == "*" and (_DAY.search(words) is not None or _MOTTO.search(words) is not None)
    is_item = item.marker is not None and not starred
    return is_item or _BASIS.match(words) is not None or (has_kind and topic_of(words) is not None)


def _pieces(
    text: str, item: Paragraph, head: Letterhead, bodies: list[tuple[str, _Span]]
) -> tuple[Letterhead | None, bool]:
    """Read what a line of the head says; None when it says nothing that a head does."""
    known = motto = False
    whole = text[item.start : item.end]
    if (unnumbered := _NO_NUMBER.match(whole)) is not None:
        return evolve(head, number="", number_span=(item.start, item.start + unnumbered.end())), False
    for match in _PIECE.finditer(text, item.start, min(item.end, item.start + 400)):
        piece, (start, end) = match.group(), match.span()
        number, day = _NUMBER.match(piece), _DAY.match(piece)
        if _MOTTO.match(piece):
            motto = True
        elif number is not None:
            span = (start + number.start("number"), start + number.end("number"))
            head = evolve(head, number=number["number"].rstrip(".,;"), number_span=span)
        elif day is not None and (printed := find_date(piece, day.start("day"))) is not None:
            head = evolve(head, issued=printed[0], issued_span=(start + day.start("day"), start + printed[1]))
        elif day is not None and len(piece) < 80:
            pass
        elif (is_capitals(piece) or _BODY.match(piece)) and len(piece) <= 120 and head.kind is None:
            bodies.append((piece, (start, end)))
        else:
            continue
        known = True
    return (head if known else None), motto


def _issuer(text: str, bodies: list[tuple[str, _Span]]) -> tuple[str | None, _Span | None]:
    """Return the body that issues: the last of the head, with the place of those above it."""
    names: list[tuple[str, _Span]] = []
    for words, span in bodies:
        if names and (_PLACE.match(words) or not _BODY.match(words)):
            above, (start, _) = names[-1]
            names[-1] = (f"{above} {words}", (start, span[1]))
        elif _BODY.match(words) or _PLACE.match(words):
            names.append((words, span))
    if not names:
        return None, None
    words, span = names[-1]
    name = out_of_capitals(words, text) if words.isupper() else in_full(words)
    if len(names) > 1:
        above = names[-2][0]
        place = _PLACED.search(out_of_capitals(above, text) if above.isupper() else in_full(above))
        if place is not None and _COMMITTEE.search(name):
            # "Tỉnh ủy Hà Nam": the body says itself what kind of place it is of.
            name = f"{name} {_UNIT.sub('', place['place'], count=1)}"
        elif place is not None:
            name = with_place(name, place["place"])
    return name, span
