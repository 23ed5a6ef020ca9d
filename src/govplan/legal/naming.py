"""Documents known by name: laws by title, congress resolutions, charters, conventions; *not* here: numbers."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from attrs import evolve, frozen

from govplan.legal.dating import find_day
from govplan.legal.deviation import Deviation
from govplan.legal.lead import pin_before
from govplan.legal.lexicon import UPPER, Lexicon, spaced, word_tree
from govplan.legal.reference import LegalReference
from govplan.legal.tables import DocumentType
from govplan.values.filling import filler

__all__ = ["BEHIND_CAPITAL", "CAPITAL", "CAPITALS", "Named", "Naming", "Start", "naming", "start_of"]

_S = r"[ \n\t]{1,3}"
_LAWS = (f"Bộ{_S}luật", "Luật", f"Pháp{_S}lệnh", f"Hiến{_S}pháp")
_LAW = rf"(?:{'|'.join(_LAWS)}|BỘ{_S}LUẬT|LUẬT|PHÁP{_S}LỆNH|HIẾN{_S}PHÁP)(?!\w)"
# Every branch starts with its letters, not with a group: only so does a search skip what starts otherwise.
_BRANCHES = (
    *(rf"{law}(?!\w)" for law in _LAWS),
    *(rf"{spaced(law)}(?!\w)" for law in ("BỘ LUẬT", "LUẬT", "PHÁP LỆNH", "HIẾN PHÁP")),
    *(
        rf"{spaced(printed)}{_S}(?=(?i:Đại{_S}hội|ĐH{_S}|Hội{_S}nghị|Trung{_S}ương|TW|T\.Ư|kỳ{_S}họp|Quốc{_S}hội{_S}kh"
        rf"|của{_S}(?:Quốc{_S}hội|Đảng|Đại{_S}hội))(?!\w))"
        for printed in ("Nghị quyết", "NGHỊ QUYẾT")
    ),
    *(
        rf"{spaced(printed)}{_S}(?=[{UPPER}cqlv])"
        for name in ("Điều lệ", "Công ước", "Hiệp định", "Nghị định thư")
        for printed in (name, name.upper())
    ),
    rf"Điều{_S}[0-9]{{1,3}}[a-zđ]?{_S}(?:của{_S})?(?=(?:Nghị{_S}định|Thông{_S}tư|Nghị{_S}quyết|Quyết{_S}định)(?:[,.;:)\n]|\Z))",
)
# What a text holds between words is looked at once, when all is read.
_fill = filler(LegalReference)

CAPITAL = re.compile("|".join(_BRANCHES))
"""Where something known by name, or a type with a bare number, may start."""

CAPITALS = "".join(sorted({branch[0] for branch in _BRANCHES}))
BEHIND_CAPITAL = "|".join(
    rf"(?<={letter})(?:{'|'.join(branch[1:] for branch in _BRANCHES if branch[0] == letter)})" for letter in CAPITALS
)
"""The same behind its first letter, for a search that looks for several things at once."""


class Start(Enum):
    """What may start where `CAPITAL` matched."""

    LAW = "law"
    RESOLUTION = "resolution"
    OTHER = "other"
    PLACE = "place"


def start_of(text: str, match: re.Match[str]) -> Start:
    """Return what may start at a match of `CAPITAL`."""
    head = text[match.start()]
    if not text[match.end() - 1].isspace():
        return Start.LAW
    if (head == "Đ" and match.group()[-2].isdigit()) or match.group().rstrip().endswith("của"):
        return Start.PLACE
    return Start.RESOLUTION if match.group().lower().split() == ["nghị", "quyết"] else Start.OTHER


# Words that no law's name goes on with.
_NO_NAME = (
    rf"(?:Căn{_S}cứ|Xét|Theo|và|của|các|theo|ngày|năm|NGÀY|NĂM|SỐ|CỦA|VÀ|về|được|có|quy{_S}định|đã|là|trong|cho|để|nhằm|phải|cùng|hiện{_S}hành|này|thì|do|tại"
    rf"|số(?={_S}?[0-9:])|với|khi|ban{_S}hành|nêu|trên|như|sẽ|không|còn|đang|từ|hoặc|cũng|vừa|mới|ra{_S}đời|nói|bị|bởi|hết|sửa{_S}đổi|thay{_S}thế)(?!\w)"
)
# The longest words are names from other languages; a run of letters without end is none.
_REST = r"\w{0,30}+(?!\w)"
_TITLE = re.compile(
    rf"[{UPPER}]{_REST}(?:{_S}(?!{_NO_NAME})\w{_REST}"
    rf"|{_S}và{_S}(?!(?:Luật|Bộ|Nghị|Pháp|Thông|Quyết|Chỉ|Hiến|Kế|Chương|Chính|Ủy|Hội)(?!\w))[{UPPER}]{_REST}){{0,14}}"
)
_AMENDING = re.compile(
    rf"(?i:sửa{_S}đổi)(?:,?{_S}(?:và{_S})?(?i:bổ{_S}sung))?(?:{_S}một{_S}số{_S}điều)?(?:{_S}của)?(?:{_S}các)?{_S}(?={_LAW})"
)
# Amending laws that name what they amend in other ways; their titles end before a number, a date or a mark.
_AMENDING_FREE = re.compile(
    rf"(?i:sửa{_S}đổi|bổ{_S}sung)(?=[^;.()\n\"”]{{0,110}}(?i:luật|pháp{_S}lệnh|Điều{_S}[0-9]))[^;.()\n\"”]{{5,110}}?"
    rf"(?=,?{_S}(?:(?i:năm){_S}(?:19|20)[0-9]{{2}}(?![0-9])|(?i:ngày){_S}?[0-9]|(?i:số):?{_S}?[0-9]+/)|[;.()\n\"”]|\Z)"
)
# A title with commas that no table has shows its end by the year or date behind it.
_TO_DATE = re.compile(
    rf"[{UPPER}][^;:.()\d\n\"”]{{3,120}}?(?=,?{_S}(?:(?i:năm){_S}(?:19|20)[0-9]{{2}}(?![0-9])"
    rf"|(?i:ngày){_S}?[0-9]{{1,2}}(?:[ ]?[/.-]|{_S}(?i:tháng))))"
)
_NOT_IN_TITLE = re.compile(
    r"(?i)\b(?:luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|được|đã|theo|quy định|ban hành|hiệu lực"
    r"|thông qua|căn cứ|từ|của quốc hội|hết)\b"
)
_REVISED = re.compile(rf"{_S}\((?i:sửa{_S}đổi)[^()\n]{{0,40}}\)(?=,?{_S}(?i:năm|ngày|số))")
# Behind these "Luật" is the science, a firm or a school.
_NO_LAW = re.compile(
    r"(?i)(?:đại học|khoa|công ty|ngành|cử nhân|viện|văn phòng|tạp chí|môn|giảng viên|tiến sĩ|thạc sĩ|trường"
    r"|(?<!quốc )(?<!xã )hội|câu lạc bộ|sinh viên|học"
    r"|giáo trình|bộ môn|báo)[ ]\Z"
)
_AND_LAW = re.compile(rf"(?:,{_S}|{_S}và{_S}|,{_S}và{_S})(?={_LAW})")
_YEAR = re.compile(rf"(?:{_S}(?i:năm))?{_S}(?:19|20)[0-9]{{2}}(?![\w/]|[.,-][0-9])")
_REPUBLIC = rf"Cộng{_S}h(?:òa|oà)"
_STATE = re.compile(
    rf"{_S}nước{_S}(?:CHXHCN{_S}Việt{_S}Nam|{_REPUBLIC}{_S}xã{_S}hội{_S}chủ{_S}nghĩa{_S}Việt{_S}Nam|Việt{_S}Nam{_S}Dân{_S}chủ{_S}{_REPUBLIC})",
    re.IGNORECASE,
)
# A line that ends within a name goes on with it; an empty line, a list mark or a new clause does not.
_BREAK = rf"\n[ \t]{{0,3}}(?:\n|[-–•+*0-9]|(?:Căn|Xét|Theo|Thực|Nghị|Quyết|Luật|Bộ{_S}luật|Pháp|Chỉ|Kế)(?!\w)|\Z)"
_LINE = rf"(?:[^,.;:()\n\"”]|(?!{_BREAK})\n)"
_END = (
    rf"(?=[ ]?[,.;:()\"”]|{_BREAK}|\Z|{_S}(?:(?i:đã|được|nhằm|trong|với|theo|để|là|do|tại|trên|đề{_S}ra"
    rf"|quy{_S}định|có|ngày|năm"
    rf"|về|nêu|này|thì|phải|cho|từ|sau|xác{_S}định|khẳng{_S}định|chỉ{_S}rõ|đặt{_S}ra|mà)(?!\w))"
    rf"|{_S}và{_S}(?:các|Nghị|Chỉ|Kế|Luật|Bộ{_S}luật|Chương|Quyết|Quy|Thông|Kết|Pháp|Hiến|Điều{_S}lệ|Công{_S}ước|Văn{_S}kiện|Cương)(?!\w))"
)
_WHICH = re.compile(r"\bĐảng\b(?! ủy| uỷ| bộ| viên)|\bkh[oó][áa]\b|\blần thứ\b|\b[IVX]+\b|[0-9]", re.IGNORECASE)
_RESOLUTION = re.compile(
    rf"(?P<title>{_LINE}{{3,140}}?){_END}(?P<more>(?:,{_S}(?:(?i:nhiệm{_S}kỳ){_S}[0-9]{{4}}[ ]?[-–][ ]?[0-9]{{4}}"
    rf"|(?i:kỳ{_S}họp){_S}(?:thứ{_S})?\w{{1,12}}|(?i:khóa|khoá){_S}\w{{1,8}}|(?i:ban{_S}chấp{_S}hành)[^,.;:()\n]{{0,60}}?(?i:khóa|khoá){_S}\w{{1,8}}"
    rf"|Quốc{_S}hội{_S}(?i:khóa|khoá){_S}\w{{1,8}}))?(?:{_S}\((?i:khóa|khoá|nhiệm{_S}kỳ)[^()\n]{{1,30}}\))?)"
)
_CHARTER = re.compile(rf"(?P<title>(?:của{_S})?[{UPPER}]{_REST}(?:{_S}\w{_REST}){{0,8}}?){_END}")
_CONVENTION = re.compile(
    rf"(?P<title>(?i:của{_S}|quốc{_S}tế{_S}|về{_S}|[{UPPER}]){_LINE}{{2,120}}?)(?=[ ]?[,.;:()\"”]|{_BREAK}|\Z"
    rf"|{_S}(?:đã|được|mà|là|năm|ngày)(?!\w)"
    rf"|{_S}và{_S}(?:các|Nghị|Luật|Công{_S}ước)(?!\w))"
)


@frozen
class Named:
    """A document found by its name: where it stands, what it is, and the laws cited within its title."""

    start: int
    end: int
    reference: LegalReference
    nested: tuple[Named, ...] = ()


class Naming:
    """The patterns of names over one lexicon; made once, never changed."""

    def __init__(self, tables: Lexicon) -> None:
        self._tables = tables
        self._known = re.compile(rf"(?i:{word_tree(tables.titles)})(?!\w)")
        self._type = re.compile(_LAW)

    def at_start(self, text: str, start: int) -> Named | None:
        """Return the document known by name whose type stands at `start`, or None."""
        head = CAPITAL.match(text, start)
        kind = start_of(text, head) if head is not None else None
        if head is None or kind is Start.LAW:
            return self.law(text, start, 0)
        if kind is Start.RESOLUTION:
            return self.resolution(text, start, head.end())
        return self.other(text, start, head.end(), 0) if kind is Start.OTHER else None

    def law(self, text: str, start: int, floor: int, depth: int = 0) -> Named | None:
        """Return the law whose type stands at `start`, with its title, year or date, or None without a title."""
        head = self._type.match(text, start)
        if head is None or _NO_LAW.search(text[max(0, start - 14) : start]) is not None:
            return None
        kind = self._tables.type_named(head.group())
        assert kind is not None
        read = self._constitution(text, head.end()) if kind.code == "HP" else self._title(text, head.end(), depth)
        if read is None:
            return None
        end, nested = read
        revised = _REVISED.match(text, end)
        end = revised.end() if revised is not None else end
        year = _YEAR.match(text, end)
        end = year.end() if year is not None else end
        title = _joined(text[head.end() : end])
        day: date | None = None
        deviations: tuple[Deviation, ...] = ()
        dated = find_day(text, end)
        if dated is not None:
            day, end, deviations = dated
        issuer = self._tables.bodies["UBTVQH" if kind.code == "PL" else "QH"]
        return _placed(text, start, end, floor, kind, title, issuer, day, deviations, nested)

    def _constitution(self, text: str, start: int) -> tuple[int, tuple[Named, ...]] | None:
        state = _STATE.match(text, start)
        end = state.end() if state is not None else start
        is_dated = _YEAR.match(text, end) is not None or find_day(text, end) is not None
        return (end, ()) if state is not None or is_dated else None

    def _title(self, text: str, start: int, depth: int) -> tuple[int, tuple[Named, ...]] | None:
        gap = re.compile(_S).match(text, start)
        if gap is None:
            return None
        begin = gap.end()
        amending = _AMENDING.match(text, begin)
        if amending is not None and (amended := self._amended(text, amending.end(), depth)) is not None:
            return amended
        free_amending = _AMENDING_FREE.match(text, begin)
        if free_amending is not None:
            return free_amending.end(), ()
        known = self._known.match(text, begin)
        free = _TITLE.match(text, begin)
        if known is not None and (free is None or known.end() >= free.end() or not _goes_on(text, known.end())):
            return known.end(), ()
        dated = _TO_DATE.match(text, begin)
        if (
            dated is not None
            and _NOT_IN_TITLE.search(dated.group()) is None
            and (free is None or dated.end() > free.end())
        ):
            return dated.end(), ()
        return (free.end(), ()) if free is not None and free.group().lower() != "sửa đổi" else None

    def _amended(self, text: str, start: int, depth: int) -> tuple[int, tuple[Named, ...]] | None:
        if depth >= _DEEPEST:
            return None
        nested: list[Named] = []
        position = start
        while len(nested) < _MOST_AMENDED:
            inner = self.law(text, position, position, depth + 1)
            if inner is None:
                break
            nested.append(inner)
            following = _AND_LAW.match(text, inner.end)
            if following is None:
                break
            position = following.end()
        if not nested:
            return None
        last = nested[-1]
        # A date behind the last one is the amending law's own.
        if last.reference.date is not None or last.reference.deviations:
            bare = self._undated(text, last)
            nested[-1] = bare
            return bare.end, tuple(nested)
        return last.end, tuple(nested)

    def _undated(self, text: str, law: Named) -> Named:
        kind = law.reference.type
        assert kind is not None
        end = law.start + len(text[law.start : law.end].rstrip())
        dated = re.compile(r",?[ \n\t]{0,3}(?:ngày|NGÀY)").search(text, law.start, law.end)
        end = dated.start() if dated is not None else end
        return Named(
            law.start,
            end,
            evolve(law.reference, text=text[law.start : end], date=None, deviations=()),
        )

    def resolution(self, text: str, start: int, title: int) -> Named | None:
        """Return the congress or session resolution whose title begins at `title`, or None without a name."""
        kind = self._tables.type_named("Nghị quyết")
        assert kind is not None
        match = _RESOLUTION.match(text, title)
        if match is None or _WHICH.search(match["title"] + match["more"]) is None:
            return None
        end = match.end() if match["more"] else _trimmed(match)
        name = _joined(text[title:end])
        day: date | None = None
        deviations: tuple[Deviation, ...] = ()
        dated = find_day(text, end)
        if dated is not None and dated[0] is not None:
            day, end, deviations = dated
        return _placed(text, start, end, start, kind, name, None, day, deviations)

    def other(self, text: str, start: int, title: int, floor: int) -> Named | None:
        """Return the charter or convention whose title begins at `title`."""
        kind = self._tables.type_named(text[start:title])
        if kind is None:
            return None
        match = (_CHARTER if kind.code == "Điều lệ" else _CONVENTION).match(text, title)
        if match is None:
            return None
        return _placed(text, start, _trimmed(match), floor, kind, _joined(match["title"]), None, None, ())


_MOST_AMENDED = 12
# An amending law may itself be amended, and seldom that one again.
_DEEPEST = 3


def _goes_on(text: str, end: int) -> bool:
    """Does a known title go on with a capital, so that it is another, longer one?"""
    following = re.compile(rf"[ ]{{1,3}}(?:và{_S})?[{UPPER}]").match(text, end)
    return following is not None


def _trimmed(match: re.Match[str]) -> int:
    """Return where a title ends, without blanks behind it."""
    return match.start("title") + len(match["title"].rstrip())


def _joined(words: str) -> str:
    return " ".join(words.split())


def _placed(
    text: str,
    start: int,
    end: int,
    floor: int,
    kind: DocumentType,
    title: str,
    issuer: str | None,
    day: date | None,
    deviations: tuple[Deviation, ...],
    nested: tuple[Named, ...] = (),
) -> Named:
    places = pin_before(text, start, floor) if start > floor else None
    pin, begin = places if places is not None else (None, start)
    return Named(
        begin,
        end,
        _fill(text[begin:end], kind, None, None, None, issuer, day, pin, title or None, deviations),
        nested,
    )


# Pure: one for each lexicon.
@lru_cache(maxsize=16)
def naming(tables: Lexicon) -> Naming:
    """Return the names that a lexicon knows."""
    return Naming(tables)
