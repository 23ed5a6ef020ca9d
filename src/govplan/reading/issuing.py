"""The sentence of a news article that says who issued what, and when; *not* here: heads of documents (`letterhead`).

Three forms are read: "<day>, <body> ban hành <programme>", "<programme> vừa được <body> ban hành", and "Theo thông tin
của <body> công bố ngày <day>". The programme's title ends where the sentence goes on to what the programme holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from govplan.legal.lexicon import UPPER
from govplan.reading.organs import in_full
from govplan.reading.paragraphs import Paragraph
from govplan.reading.territory import find_territory
from govplan.vietnamese import find_date

__all__ = ["Issuing", "find_issuing"]

_Span = tuple[int, int]
_BODY = (
    rf"(?:UBND|HĐND|Ủy\sban\s[nN]hân\sdân|Hội\sđồng\s[nN]hân\sdân|Ủy\sban|Sở|Tỉnh\sủy|Thành\sủy|Huyện\sủy|Thị\sủy|Bộ|"
    rf"Thủ\stướng\sChính\sphủ|Chính\sphủ|Quốc\shội|Ban\s(?=[{UPPER}])|Ban\s(?=Chỉ\sđạo|Thường\svụ|Chấp\shành)|Cục|Chi\scục|"
    rf"Tổng\scục|Liên\sđoàn|Hội\s(?=[{UPPER}])|Tỉnh\sđoàn|Phòng\s(?=[{UPPER}])|Văn\sphòng|Bảo\shiểm\sxã\shội)"
)
_NAME = rf"(?<![\w“\"(]){_BODY}(?!\w)[^.;:\n]{{0,110}}?"
_VERB = (
    r"(?:ký\s)?(?:ban\shành|phê\sduyệt|thông\squa|công\sbố|xây\sdựng|ký|đề\sra|triển\skhai|đặt\sra|thống\snhất)(?!\w)"
)
_PROGRAMME = (
    r"(?:Kế\shoạch|Chương\strình|Đề\sán|Nghị\squyết|Quyết\sđịnh|Chỉ\sthị|Chiến\slược|Phương\sán|Dự\sán|Quy\shoạch|"
    r"kế\shoạch|chương\strình|đề\sán|nghị\squyết|chỉ\stiêu\skế\shoạch)(?!\w)"
)
_ADVERB = r"(?:\s(?:vừa|đã|mới|cũng|vừa\smới|sẽ|chính\sthức)){0,2}"
_ACTIVE = re.compile(rf"(?P<body>{_NAME}){_ADVERB}\s{_VERB}(?P<between>[^.;:\n]{{0,60}}?)\s(?P<title>{_PROGRAMME})")
_PASSIVE = re.compile(
    rf"(?P<title>{_PROGRAMME}[^.;:\n]{{0,300}}?){_ADVERB}\sđược\s(?P<body>{_NAME}){_ADVERB}\s(?:{_VERB})"
)
_REPORTED = re.compile(
    rf"(?i:theo|tại|từ)\s[^.;:\n]{{0,60}}?(?i:của|do)\s(?P<body>{_NAME})(?P<verb>{_ADVERB}\s{_VERB})"
)
_OWNER = re.compile(
    rf"(?P<title>{_PROGRAMME}[^.;:\n]{{0,200}}?)\scủa\s(?P<body>{_NAME})(?=[,.;:]|\s(?:về|năm|giai\sđoạn|đặt|đề|với|ngày))"
)
_ANOTHER = re.compile(rf",\s(?={_BODY}(?!\w))")
_TITLE_ENDS = re.compile(
    r"[.;:\n]|\s(?:với\s(?=[0-9]|nhiều|các|mục|chỉ|những|tổng|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|quan)|trong\sđó|theo\sđó|nhằm|"
    r"đặt\s(?:mục|ra)|đề\sra|gồm|bao\sgồm|phấn\sđấu|xác\sđịnh|nêu|do\s(?=[A-ZĐ]))|,\s(?=(?:với|trong|theo|nhằm|đặt|đề|gồm|phấn|"
    r"xác|nêu|toàn|tỉnh|ngành|tập|yêu|ngày)\s)"
)
_DAY = re.compile(
    r"(?P<full>(?:ngày\s)?[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}(?![0-9])"
    r"|ngày\s[0-9]{1,2}\stháng\s[0-9]{1,2}\snăm\s[0-9]{4})"
    r"|ngày\s(?P<day>[0-9]{1,2})\s?[/.-]\s?(?P<month>[0-9]{1,2})(?![0-9/.-]*[0-9])",
    re.IGNORECASE,
)
_LONGEST_TITLE = 400
_NEAR = 30


@frozen
class Issuing:
    """What an issuing sentence says; a day without its year is `day_of_year` (month, day).

    `lead` is all of it that says nothing of what the plan holds.
    """

    issuer: str
    issuer_span: _Span
    lead: _Span
    title_span: _Span | None = None
    issued: date | None = None
    day_of_year: tuple[int, int] | None = None
    day_span: _Span | None = None


def find_issuing(text: str, paragraphs: Iterable[Paragraph]) -> Issuing | None:
    """Return what the first issuing sentence of some paragraphs says, None when there is none.

    >>> from govplan.reading.paragraphs import paragraphs
    >>> found = paragraphs("Ngày 09/02, UBND tỉnh Bến Tre ban hành Kế hoạch giảm nghèo năm 2024 với 6 nhiệm vụ.")
    >>> issuing = find_issuing(found.text, found.items)
    >>> issuing.issuer, found.text[slice(*issuing.title_span)], issuing.day_of_year
    ('Ủy ban nhân dân tỉnh Bến Tre', 'Kế hoạch giảm nghèo năm 2024', (2, 9))
    """
    paragraphs = tuple(paragraphs)
    for form in (_ACTIVE, _PASSIVE, _REPORTED, _OWNER):
        for paragraph in paragraphs:
            match = form.search(text, paragraph.start, min(paragraph.end, paragraph.start + 1500))
            if match is not None:
                return _read(text, paragraph, match)
    return None


def _read(text: str, paragraph: Paragraph, match: re.Match[str]) -> Issuing:
    body_start, body_end = _body(text, *match.span("body"))
    title = None
    if "title" in match.groupdict():
        title = _title(text, match.start("title"), paragraph.end, match)
    begin = text.rfind(". ", paragraph.start, match.start()) + 1 or paragraph.start
    finish = _sentence_end(text, match.end(), paragraph.end)
    day = _day(text, begin, finish, title)
    issued, of_year, span = day if day is not None else (None, None, None)
    last = max(body_end, title[1] if title else 0, span[1] if span and span[0] < match.end() + _NEAR else 0)
    while text[last : last + 1] in (",", " "):
        last += 1
    name = in_full(text[body_start:body_end])
    return Issuing(name, (body_start, body_end), (match.start(), last), title, issued, of_year, span)


def _body(text: str, start: int, end: int) -> _Span:
    """Cut a body's name behind its place, where the name of who signed may follow, and before the last body."""
    others = [found.end() for found in _ANOTHER.finditer(text, start, end)]
    start = others[-1] if others else start
    territory = find_territory(text, start, end)
    if territory is not None and territory.end < end and territory.start > start:
        rest = text[territory.end : end]
        if not rest.startswith((", tỉnh", " - ", ", thành phố")):
            end = territory.end
    cut = re.search(r",\s(?=[a-zđ])|\s\(|\skh[óo]a\s|\stại\s", text[start:end])
    if cut is not None:
        end = start + cut.start()
    return start, end


def _title(text: str, start: int, limit: int, match: re.Match[str]) -> _Span:
    if match.re is not _ACTIVE:
        return start, match.end("title")
    last = min(limit, start + _LONGEST_TITLE)
    place = start
    while (end := _TITLE_ENDS.search(text, place, last)) is not None:
        # A point or a stroke inside a number ends nothing.
        if text[end.start()] == "." and text[end.start() + 1 : end.start() + 2].isalnum():
            place = end.end()
            continue
        last = end.start()
        break
    return start, start + len(text[start:last].rstrip(" ,."))


def _sentence_end(text: str, start: int, limit: int) -> int:
    end = re.compile(rf"[.;]\s(?=[{UPPER}])").search(text, start, min(limit, start + 800))
    return end.start() if end is not None else min(limit, start + 800)


def _day(
    text: str, start: int, end: int, title: _Span | None
) -> tuple[date | None, tuple[int, int] | None, _Span] | None:
    """Return the day of a sentence: the first that is not of a document cited in it, or the programme's own."""
    for match in _DAY.finditer(text, start, end):
        place = match.start()
        cited = re.search(r"(?:/|-)[\w-]{2,30},?\s(?:ngày\s)?\Z", text[max(start, place - 40) : place])
        if cited is not None and not (title is not None and title[0] <= place < title[0] + 80):
            continue
        if match["full"]:
            printed = find_date(text, place)
            if printed is not None:
                return printed[0], None, (place, printed[1])
        else:
            day, month = int(match["day"]), int(match["month"])
            if 1 <= day <= 31 and 1 <= month <= 12:
                return None, (month, day), match.span()
    return None
