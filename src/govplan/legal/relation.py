"""What one document does to another, by the words before its citation; *not* here: the citations themselves."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from govplan.errors import Lang
from govplan.legal.citation import Citation, find_citations
from govplan.values.source import Span
from govplan.vietnamese import nfc_with_offsets

__all__ = ["LegalRelation", "RelationKind", "find_relations"]

# How far a cue may stand before its citation, and a document before what it does, its title between them.
_REACH = 200
_LONGEST_TITLE = 400


class RelationKind(Enum):
    """What a document does to another (quan hệ giữa hai văn bản); the value is a stable code for programs.

    All are active: the source replaces, amends, guides the target. `ISSUED_WITH`: the source, a regulation or a
    plan, is issued with the target, a decision.

    Source: Law 80/2015/QH13, Articles 11 and 12, and Law 64/2025/QH15 (amend, replace, repeal, detail); Ordinance
    01/2012/UBTVQH13 (consolidate); Decree 30/2020/NĐ-CP, Annex I (basis, issued with); the others by practice.

    >>> RelationKind.REPLACES.value, RelationKind.REPLACES.label("vi")
    ('replaces', 'thay thế')
    """

    BASIS = "basis"
    IMPLEMENTS = "implements"
    UNDER = "under"
    REPLACES = "replaces"
    AMENDS = "amends"
    REPEALS = "repeals"
    GUIDES = "guides"
    ISSUED_WITH = "issued-with"
    CONSOLIDATES = "consolidates"
    APPROVES = "approves"

    def label(self, lang: Lang = "en") -> str:
        """Return its name in a language."""
        vi, en = _LABELS[self]
        return vi if lang == "vi" else en


_LABELS = {
    RelationKind.BASIS: ("căn cứ", "is based on"),
    RelationKind.IMPLEMENTS: ("thực hiện", "implements"),
    RelationKind.UNDER: ("theo", "acts under"),
    RelationKind.REPLACES: ("thay thế", "replaces"),
    RelationKind.AMENDS: ("sửa đổi, bổ sung", "amends"),
    RelationKind.REPEALS: ("bãi bỏ", "repeals"),
    RelationKind.GUIDES: ("quy định chi tiết, hướng dẫn", "details or guides"),
    RelationKind.ISSUED_WITH: ("ban hành kèm theo", "is issued with"),
    RelationKind.CONSOLIDATES: ("hợp nhất", "consolidates"),
    RelationKind.APPROVES: ("phê duyệt", "approves"),
}


@frozen
class LegalRelation:
    """One thing that a text says of two documents (quan hệ): `source` does `kind` to `target`.

    None stands for the document in hand, or for something that the sentence names without citing it. `cue` is
    where the words stand that say so, `text` those words as given; `is_passive` if they put the target first.

    >>> (relation,) = find_relations("Nghị định này được sửa đổi, bổ sung bởi Nghị định số 20/2021/NĐ-CP.")
    >>> relation.source.text, relation.kind.value, relation.target.text, relation.text
    ('Nghị định số 20/2021/NĐ-CP', 'amends', 'Nghị định này', 'được sửa đổi, bổ sung bởi')
    """

    kind: RelationKind
    source: Citation | None
    target: Citation | None
    cue: Span
    text: str
    is_passive: bool = False

    @property
    def citation(self) -> Citation | None:
        """The citation that the cue leads to."""
        return self.source if self.is_passive else self.target

    @property
    def subject(self) -> Citation | None:
        """The citation that the cue speaks of, or None."""
        return self.target if self.is_passive else self.source


def find_relations(text: str, citations: Iterable[Citation] | None = None) -> tuple[LegalRelation, ...]:
    """Return what the words before each citation say of it, in the order of the citations; no text raises.

    A cue governs the list of citations that it leads; a new cue, the end of a sentence or an empty line ends it.
    The passive is turned round: of "Luật A được sửa đổi bởi Luật B" the source is Luật B.

    Args:
        text: the text as given; spans count its characters.
        citations: those found in it before, else they are found here.

    Source: the words of Law 80/2015/QH13 and Law 64/2025/QH15, and of Decree 30/2020/NĐ-CP, Annex I.

    >>> found = find_relations("Nghị định số 20/2021/NĐ-CP thay thế Nghị định số 136/2013/NĐ-CP.")
    >>> [(one.kind.value, one.source.reference.number, one.target.reference.number) for one in found]
    [('replaces', '20', '136')]
    """
    given = find_citations(text) if citations is None else citations
    normal, offsets = nfc_with_offsets(text)
    found: list[LegalRelation] = []
    reader = _Reader(normal)
    for place in _places(given, offsets, len(normal)):
        cue = reader.read(place)
        for kind, start, end in cue.verbs if cue else ():
            span = Span(offsets[start], offsets[end]) if offsets else Span(start, end)
            # A basis is the whole document's, whatever stands before the word.
            subject = None if kind in (RelationKind.BASIS, RelationKind.UNDER) or cue is None else cue.subject
            source, target = (place.citation, subject) if cue and cue.is_passive else (subject, place.citation)
            found.append(LegalRelation(kind, source, target, span, span.of(text), bool(cue and cue.is_passive)))
    return tuple(found)


class _Place(NamedTuple):
    citation: Citation
    start: int
    end: int
    outer: _Place | None  # the citation in whose title this one stands


def _places(citations: Iterable[Citation], offsets: list[int] | None, length: int) -> Iterator[_Place]:
    """Yield the citations, nested ones after theirs, with their places in the text in NFC."""
    waiting: list[tuple[Citation, _Place | None]] = [(one, None) for one in citations]
    waiting.sort(key=lambda item: item[0].span, reverse=True)
    while waiting:
        citation, outer = waiting.pop()
        ends = citation.span.start, citation.span.end
        start, end = (min(length, bisect_left(offsets, at) if offsets else at) for at in ends)
        place = _Place(citation, start, end, outer)
        yield place
        inner = sorted(citation.nested, key=lambda one: one.span, reverse=True)
        waiting += [(one, place) for one in inner]


# --- the words ---------------------------------------------------------------------------------

# Gaps hold spaces of any kind and characters that are not seen. Every repeat is bounded, and gives nothing back.
_SPACE = r"[\s\u200b\u2060\ufeff\u00ad]"
_S, _O = rf"{_SPACE}{{1,8}}+", rf"{_SPACE}{{0,8}}+"


def _words(pattern: str) -> str:
    """Return a pattern in which a space stands for any gap between two words."""
    return pattern.replace(" ", _S)


_AND = rf"{_O}(?:[,;/]{_O}(?:(?:và|hoặc){_S})?|(?:và|hoặc|hay|đồng{_S}thời){_S})"
_CARRY_OUT = " (?:thi hành|thực hiện|áp dụng)"
_HOW = "tốt|nghiêm túc|nghiêm chỉnh|nghiêm|đầy đủ|đồng bộ|kịp thời|có hiệu quả|hiệu quả|thắng lợi"
_ACTS = {
    RelationKind.REPLACES: _words("thay thế(?: cho)?|thay cho"),
    RelationKind.AMENDS: _words(f"(?:sửa đổi|điều chỉnh)(?:(?:{_AND}| )bổ sung)?|bổ sung"),
    RelationKind.REPEALS: _words("bãi bỏ|(?:hủy|huỷ) bỏ"),
    RelationKind.GUIDES: _words(
        f"quy định chi tiết(?:{_AND}hướng dẫn)?(?:(?:{_AND}biện pháp)?{_CARRY_OUT})?"
        f"|(?:quy định )?hướng dẫn(?:{_CARRY_OUT})?"
    ),
    RelationKind.CONSOLIDATES: _words("hợp nhất"),
    RelationKind.APPROVES: _words("phê duyệt"),
}
_CUES = {
    **_ACTS,
    RelationKind.ISSUED_WITH: _words("(?:được )?(?:ban hành )?kèm theo|(?:được )?ban hành theo"),
    RelationKind.BASIS: _words("căn cứ(?: vào| theo)?|trên cơ sở|(?:chiếu|chiểu)(?: theo)?"),
    RelationKind.IMPLEMENTS: _words(
        "(?:tổ chức )?(?:triển khai(?: (?:thực hiện|thi hành))?|thực hiện|thi hành)"
        rf"(?:(?:{_AND}| )(?:{_HOW})){{0,4}}"
    ),
    RelationKind.UNDER: _words(r"theo(?: đúng)?(?: quy định (?:tại|của|trong))?|(?:được )?quy định (?:tại|trong|ở)"),
}


def _one_of(cues: dict[RelationKind, str]) -> str:
    return "|".join(rf"(?P<{kind.name}>(?<!\w)(?:{words})(?!\w))" for kind, words in cues.items())


_ACT, _ANY_CUE = ("|".join(cues.values()) for cues in (_ACTS, _CUES))
_WHICH_ACT, _WHICH_CUE = (re.compile(_one_of(cues), re.IGNORECASE) for cues in (_ACTS, _CUES))

_LABEL = r"(?:[0-9]{1,4}[a-zđ]?|[a-zđ]{1,2}|[ivxlc]{1,7})(?!\w)"
_PLACE = _words(
    "(?:điểm|tiết|khoản|điều|mục|chương|phần|phụ lục)"
    rf"(?:{_O}(?:(?:[,;]|(?:và|đến)(?!\w)|[-–]){_O})?{_LABEL}){{1,20}}+"
)
_THING = _words(
    "một số|một phần|toàn bộ|tất cả|các|những|của|tại|trong|ở|sau đây|dưới đây|sau|nội dung|điều khoản|điều|khoản|điểm"
    "|quy định|chính sách|cơ chế|chế độ|mục tiêu|nhiệm vụ|chỉ tiêu|giải pháp|biện pháp|thi hành|tinh thần|yêu cầu"
    "|chỉ đạo|hướng dẫn|chủ trương|định hướng|văn bản|quy phạm pháp luật|danh mục|phụ lục|luật|nghị quyết|nghị định"
    "|quyết định|chỉ thị|thông tư"
)
_ATTACHED = _words(
    "(?:bản )?(?:quy chế|quy định|danh mục|điều lệ|phụ lục|biểu mẫu|mẫu)(?: số)?(?: [0-9ivx]{1,5})? "
    "(?:(?:được )?ban hành )?kèm theo"
)
_BY_WHOM = rf"của(?:{_S}(?!tại(?!\w))\w{{1,20}}){{1,10}}+(?:{_S}tại|(?={_O}:))"
_ITEM = rf"(?:{_O}(?:[-–+•*]|[0-9]{{1,2}}[.)]|[a-zđ]\)))?"
# What may stand between a cue and the citation that it leads; a comma only where more of this follows.
_LEADS = (
    rf"(?:{_O}(?:(?:[,;]|và(?!\w)){_O})?"
    rf"(?:(?:{_ATTACHED}|{_PLACE}|{_BY_WHOM}|{_THING})(?!\w)|[:“\"‘]{_ITEM})){{0,14}}+{_O}\Z"
)
_MIDDLE = _words(r"(?: (?:một số (?:điều|nội dung|quy định)|năm [0-9]{4}))?")
_ACTS_LISTED = rf"(?:{_ACT})(?:{_AND}(?:{_ACT})){{0,3}}"
_PASSIVE = _words(
    f"(?:được|bị) {_ACTS_LISTED}{_MIDDLE} (?:bởi|bằng|tại|theo)|{_ACTS_LISTED}(?:{_MIDDLE} (?:bởi|bằng)| (?:tại|theo))"
)
# Begins before a word that would be a cue, and makes none of it.
_NO_CUE = _words(f"tiếp theo|bản hợp nhất|đối chiếu|(?:được|bị) {_ACTS_LISTED}")
_CUE = re.compile(
    rf"(?<!\w)(?:(?P<passive>{_PASSIVE})|(?P<none>{_NO_CUE})"
    rf"|(?P<active>(?:{_ANY_CUE})(?:{_AND}(?:{_ANY_CUE})){{0,3}}))(?!\w){_LEADS}",
    re.IGNORECASE,
)
_JOINED = rf"(?:[;,](?:{_O}(?:và|hoặc|cùng)(?!\w))?|(?<!\w)(?:và|hoặc|cùng|đồng{_S}thời)(?!\w))"
_NEXT_IN_LIST = re.compile(rf"(?P<joint>{_JOINED}){_ITEM}{_LEADS}", re.IGNORECASE)
_AFTER_JOINT = re.compile(rf"(?P<joint>{_JOINED}){_O}\Z", re.IGNORECASE)
_ADVERBS = re.compile(
    _words(
        rf"(?:(?<!\w)(?:đã|đang|sẽ|vừa|mới|nay|hiện|hiện nay|sau đó|từng|cũng|để|nhằm|chính thức|tiếp tục)(?!\w){_O})"
        r"{0,4}\Z"
    ),
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"{_O}\([^()]{{0,200}}\)")
_TITLE = re.compile(
    _words(
        rf"{_O},?{_O}(?:\Z|(?:về|quy định|ban hành|phê duyệt|hướng dẫn|thông qua|công bố|sửa đổi|bổ sung|của|ngày|năm"
        r"|kh[óo][áa]|kỳ họp|tại kỳ họp|(?:có|hết) hiệu lực|v/v)(?!\w))"
    ),
    re.IGNORECASE,
)
# Numbers of items and abbreviations have points that end no sentence.
_STOP = re.compile(
    r"[\n;:,]\s{0,8}[0-9]{1,2}\.|(?<!\w)(?:TP|TX|TT|Tp|Tx|Q|P|H)\."
    rf"|(?P<stop>[.!?…](?={_SPACE}|[”\"]|\Z)|\n[ \t\r]{{0,8}}\n)"
)
_EMPTY_LINE = re.compile(r"\n[ \t\r]{0,8}\n")
_NEW_CUE = re.compile(
    rf"(?:;{_O}(?:{_ANY_CUE})|,{_O}(?:căn{_S}cứ|theo))(?!\w)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[^()]{0,200}\)")


# --- who says what of whom -----------------------------------------------------------------------


class _Cue(NamedTuple):
    """Words that govern citations: what each verb says and where it stands, and whom they speak of."""

    verbs: tuple[tuple[RelationKind, int, int], ...]
    subject: Citation | None
    is_passive: bool


class _Before(NamedTuple):
    """The citation before another, what governs it, and where an open bracket began."""

    place: _Place
    cue: _Cue | None
    bracket: tuple[_Place, _Cue | None] | None


class _Reader:
    """Goes through the citations of a text in their order and says what governs each."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Kept apart for each title that holds citations.
        self._before: dict[int, _Before] = {}

    def read(self, place: _Place) -> _Cue | None:
        before = self._before.get(id(place.outer))
        floor = before.place.end if before else place.outer.start if place.outer else 0
        gap = self._text[floor : place.start] if place.start - floor <= _LONGEST_TITLE else None
        closed = _CLOSED.match(gap) if gap else None
        if before and before.bracket and closed and gap:
            # What was said in brackets is over, and the sentence goes on as before them.
            before = _Before(*before.bracket, None)
            floor, gap = floor + closed.end(), gap[closed.end() :]
        reach = max(floor, place.start - _REACH)
        for line in _EMPTY_LINE.finditer(self._text, reach, place.start):
            reach = line.end()
        match = _CUE.search(self._text, reach, place.start)
        cue: _Cue | None = None
        if match is None:
            cue = before.cue if before and gap and _goes_on(gap) else None
        elif match["none"] is None:
            cue = self._cue(match, place, before, floor)
        bracket = before.bracket if before and gap is not None else None
        if before and gap and gap.rfind("(") > gap.rfind(")"):
            bracket = (before.place, before.cue)
        self._before[id(place.outer)] = _Before(place, cue, bracket)
        return cue

    def _cue(self, match: re.Match[str], place: _Place, before: _Before | None, floor: int) -> _Cue:
        is_passive = match["passive"] is not None
        start, end = match.span("passive" if is_passive else "active")
        verbs: dict[RelationKind, tuple[int, int]] = {}
        for verb in (_WHICH_ACT if is_passive else _WHICH_CUE).finditer(self._text, start, end):
            verbs.setdefault(RelationKind[verb.lastgroup or ""], (start, end) if is_passive else verb.span())
        subject = place.outer.citation if place.outer else None
        if before is not None:
            subject = self._subject(before, floor, start, is_passive)
        return _Cue(tuple((kind, *span) for kind, span in verbs.items()), subject, is_passive)

    def _subject(self, before: _Before, floor: int, start: int, is_passive: bool) -> Citation | None:
        """Return the citation that a cue speaks of, if the words between them allow it."""
        gap = self._text[floor:start] if start - floor <= _LONGEST_TITLE else "."
        if _has_stop(gap):
            return None
        cited = before.place.citation
        said = _ADVERBS.sub("", gap)
        if gap.rfind("(") > gap.rfind(")"):
            body, _, rest = said.rpartition("(")
            return cited if not rest.strip() and _is_title(body) else None
        joint = _AFTER_JOINT.search(said)
        if not _is_title(said[: joint.start()] if joint else said):
            return None
        if joint is None:
            return cited
        if joint["joint"].startswith(";") and (before.cue is None or self._text[start].isupper()):
            # "Căn cứ A; Thực hiện B": a capital begins what the document in hand says next.
            return None
        if before.cue is None:
            return cited
        # "Luật A được sửa đổi bởi Luật B và được thay thế bởi Luật C" speaks of Luật A twice.
        return before.cue.subject if before.cue.is_passive or not is_passive else cited


def _goes_on(gap: str) -> bool:
    """Is it what stands between two members of a list?"""
    following = _NEXT_IN_LIST.search(gap)
    if following is None or _has_stop(gap) or _NEW_CUE.search(gap):
        return False
    return following["joint"].startswith(";") or _is_title(gap[: following.start()])


def _has_stop(gap: str) -> bool:
    return any(found.lastgroup == "stop" for found in _STOP.finditer(gap))


def _is_title(words: str) -> bool:
    """Could it be the title of the document that was cited, or nothing?"""
    bracketed = _BRACKETED.match(words)
    return ";" not in words and _TITLE.match(words, bracketed.end() if bracketed else 0) is not None
