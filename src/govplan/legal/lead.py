"""The words that lead to a document's number: type, "số", a law's title, an issuer, a place; *not* here: the number."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from govplan.legal.deviation import Deviation
from govplan.legal.issuer import written_out
from govplan.legal.lexicon import LAWS, Lexicon, spaced, word_tree
from govplan.legal.pin import POINTS, Pin, find_pin
from govplan.legal.symbol import Symbol
from govplan.legal.tables import DocumentType
from govplan.vietnamese import fold

__all__ = ["SUBJECTS", "Lead", "Leads", "leads", "may_have_pin", "pin_before"]

_S = r"[ \n\t]{1,3}"
_MARK = re.compile(rf"(?P<word>(?i:số{_S}hiệu|số)|(?<!\w)(?i:so))(?P<colon>[ \t]{{0,2}}:)?(?P<gap>[ \n\t]{{0,3}})\Z")
_MARK_REACH = 16
_REACH = 240
# Between a type and "số" a law has its title, others a qualifying word or two, or their issuer.
_OF = re.compile(rf"\A{_S}của{_S}(?P<issuer>[^\d,;:.()\"“”]{{2,80}})\Z")
_QUALIFIER = re.compile(r"\A[ \n\t]{1,3}[^\W\d_][^\d,;:.()\"“”]{1,80}\Z")
_TITLE = re.compile(r"\A[ \n\t]{1,3}[^\W\d_][^\d;:.()\"“”]{2,200}?(?:[ \n\t]{1,3}năm[ \n\t]{1,3}[0-9]{4})?,?\Z")
_AMENDING = re.compile(rf"(?i:luật|pháp{_S}lệnh){_S}(?i:sửa{_S}đổi)[^;:.()\"“”\d]{{0,160}}\Z")
_TWICE = 2
_WORD = re.compile(r"[^\W_]+")
_ODD_GAP = re.compile(r"[^\w\s]|_")
_LAST_WORD = re.compile(r"([^\W_]+)\s*\Z")
_LONGEST_WORD = 30
_LONGEST_NAME = 6
# What decisions approve and issue; their names stand between the type and its number.
SUBJECTS = frozenset(("KH", "CTr", "ĐA", "DA", "QC", "QyĐ", "PA", "HD", "HĐ"))


@frozen
class Lead:
    """What stands before a number: where it starts and what it says."""

    start: int
    type: DocumentType | None
    mark: bool
    title: str | None = None
    issuer: str | None = None
    deviations: tuple[Deviation, ...] = ()


@frozen
class _Ending:
    """The type that words end with, how it is printed, and the gap behind it."""

    start: int
    type: DocumentType
    is_run_together: bool
    is_short: bool
    is_doubled: bool
    gap: str


class Leads:
    """The patterns of leads for the types that a lexicon knows; made once, never changed."""

    def __init__(self, tables: Lexicon) -> None:
        self._tables = tables
        # Small letters, so that the search skips what no name starts with.
        self._anywhere = re.compile(word_tree(tables.type_names)[3:-1])
        self._folded = {fold(name): kind for name, kind in tables.type_names.items()}
        folded = "|".join(spaced(name) for name in sorted(self._folded, key=len, reverse=True))
        self._folded_at_end = re.compile(rf"(?<!\w)(?P<type>(?i:{folded}))(?P<gap>{_S})\Z")
        self._last_words = {name.split()[-1] for name in tables.type_names} | {
            name.replace(" ", "") for name in tables.type_names
        }
        self._by_words = {name.replace(" ", ""): kind for name, kind in tables.type_names.items()}

    def before(self, text: str, number: int, floor: int, symbol: Symbol | None) -> Lead:
        """Return what leads to the number at `number`, looking back to `floor` at most."""
        window = text[max(floor, number - _MARK_REACH) : number]
        mark = _MARK.search(window)
        start = number - len(window) + mark.start() if mark else number
        found: list[Deviation] = []
        if mark is not None and (
            (not mark["gap"] and mark["colon"] is None) or (start > floor and text[start - 1].isalpha())
        ):
            found.append(Deviation.SPACE_LOST)
        begin = max(floor, start - _REACH)
        words = text[begin:start]
        at_end = self._at_end(words)
        if at_end is not None:
            law = self._ending_so(words, begin, at_end, symbol, found) if mark is not None else None
            return (
                law
                or self._farther(words, begin, at_end, mark, symbol, found)
                or self._direct(begin, at_end, mark, found)
            )
        if mark is not None and mark["word"].lower() == "so":
            lost = self._folded_at_end.search(words[-_REACH_OF_TYPE:])
            offset = start - min(len(words), _REACH_OF_TYPE)
            if lost is None:
                return Lead(number, None, False)
            kind = self._folded[" ".join(fold(lost["type"]).split())]
            return Lead(offset + lost.start(), kind, True, deviations=(Deviation.MARKS_LOST,))
        if mark is None:
            return Lead(number, None, False)
        # Words between a type and "số" are looked for only where the symbol says that it is a document's.
        if symbol is not None and (symbol.speaks or symbol.is_letter or symbol.type is not None or symbol.is_assembly):
            distant = self._distant(words, begin, symbol, found)
            if distant is not None:
                return distant
        # What "số" ran together with is no part of the citation.
        is_glued = not mark["gap"] and mark["colon"] is None
        return Lead(start, None, True, deviations=(Deviation.SPACE_LOST,) if is_glued else ())

    def _at_end(self, words: str) -> _Ending | None:
        """Return the type that the words end with: its name, its code, both, or its name run together."""
        tail = words[-_REACH_OF_TYPE:]
        # Most words before "số" end no type's name.
        word = _LAST_WORD.search(tail[-_LONGEST_WORD:])
        if word is None or (word[1].casefold() not in self._last_words and word[1] not in self._tables.short_types):
            return None
        tokens = list(_WORD.finditer(tail))[-_LONGEST_NAME:]
        if not tokens or tail[tokens[-1].end() :].strip():
            return None
        offset, gap = len(words) - len(tail), tail[tokens[-1].end() :]
        last = tokens[-1].group()
        short = self._tables.short_types.get(last)
        named = self._named(tail, tokens[:-1]) if short is not None else self._named(tail, tokens)
        if named is not None:
            return _Ending(offset + named[0], named[1], named[2], False, short is not None, gap)
        if short is not None:
            return _Ending(offset + tokens[-1].start(), short, False, True, False, gap)
        return None

    def _named(self, tail: str, tokens: list[re.Match[str]]) -> tuple[int, DocumentType, bool] | None:
        """Return where the longest name of a type starts that the words end with, and whether words ran together."""
        for first in range(len(tokens)):
            start = tokens[first].start()
            words = tail[start : tokens[-1].end()]
            if _ODD_GAP.search(words) is not None:
                continue
            key = " ".join(words.split()).casefold()
            kind = self._tables.type_names.get(key)
            is_run_together = kind is None
            if kind is None:
                kind = self._by_words.get(key.replace(" ", ""))
            if kind is not None and not (key == "luật" and tail[:start].rstrip().lower().endswith("pháp")):
                return start, kind, is_run_together
        return None

    def _direct(self, begin: int, at_end: _Ending, mark: re.Match[str] | None, found: list[Deviation]) -> Lead:
        if at_end.is_short:
            found.append(Deviation.TYPE_SHORTENED)
        if at_end.is_run_together:
            found.append(Deviation.SPACE_LOST)
        if at_end.is_doubled:
            found.append(Deviation.TYPE_DOUBLED)
        # On a line of its own "Số:" is how a document's head is printed.
        if mark is not None and mark["colon"] is not None and "\n" not in at_end.gap:
            found.append(Deviation.COLON)
        return Lead(begin + at_end.start, at_end.type, mark is not None, deviations=tuple(found))

    def _farther(
        self,
        words: str,
        begin: int,
        at_end: _Ending,
        mark: re.Match[str] | None,
        symbol: Symbol | None,
        found: list[Deviation],
    ) -> Lead | None:
        """Return the lead with the type that the symbol says: "Quyết định phê duyệt kế hoạch số 12/QĐ-UBND"."""
        nearest = at_end.type
        if mark is None or symbol is None or symbol.type is None or at_end.is_short:
            return None
        if nearest is symbol.type or nearest.code not in SUBJECTS:
            return None
        if "\n" in at_end.gap:
            return Lead(begin + len(words), None, True, deviations=tuple(found))
        for start, end, kind in reversed(self._types_in(words)):
            if kind is symbol.type:
                between = words[end:].rstrip()
                return Lead(begin + start, symbol.type, True) if _QUALIFIER.match(between) else None
        return None

    def _types_in(self, words: str) -> list[tuple[int, int, DocumentType]]:
        """Return where types are named, in any case; no law is named by "quy phạm pháp luật"."""
        small = words.lower()
        if len(small) != len(words):
            small = words
        found = []
        for match in self._anywhere.finditer(small):
            start, end = match.span()
            if (start and small[start - 1].isalnum()) or small[end : end + 1].isalnum():
                continue
            kind = self._tables.type_names.get(" ".join(match.group().split()))
            if kind is not None and not (kind.code == "L" and small[:start].rstrip().endswith("pháp")):
                found.append((start, end, kind))
        return found

    def _ending_so(
        self, words: str, begin: int, at_end: _Ending, symbol: Symbol | None, found: list[Deviation]
    ) -> Lead | None:
        """Return the law whose title ends in a type's name: "Luật … đi làm việc ở nước ngoài theo hợp đồng"."""
        if symbol is None or not symbol.is_assembly or at_end.is_short or str(at_end.type) in LAWS:
            return None
        law = self._distant(words, begin, symbol, found)
        return law if law is not None and self._tables.is_title(law.title or "") else None

    def _distant(self, words: str, begin: int, symbol: Symbol | None, found: list[Deviation]) -> Lead | None:
        """Return the lead whose type has other words between itself and "số"."""
        matches = self._types_in(words)
        is_assembly = symbol is None or symbol.is_assembly
        near = len(words)
        for place in reversed(matches):
            start, end, kind = place
            between = words[end:].rstrip()
            # An assembly's number stands behind a law's title, which may name other types of documents.
            if symbol is not None and is_assembly and str(kind) not in LAWS:
                continue
            if str(kind) in LAWS:
                if is_assembly and (_TITLE.match(between) or self._tables.is_title(between)):
                    return self._law(words, begin, place, found)
                continue
            # "Thông báo Kết luận số 159-TB": the word before is the type, the nearer one its subject.
            is_near = place is matches[-1] or near - end <= _TWICE
            near = start if is_near else near
            if not is_near or not (symbol is None or symbol.type is None or symbol.type is kind):
                continue
            by = _OF.match(between)
            if by is not None:
                return self._issued(begin + start, kind, by["issuer"], found)
            if symbol is not None and _QUALIFIER.match(between):
                return Lead(begin + start, kind, True, deviations=tuple(found))
        return None

    def _issued(self, start: int, kind: DocumentType, printed: str, found: list[Deviation]) -> Lead:
        squeezed = "".join(printed.split()).casefold()
        if squeezed in self._tables.run_together and " ".join(printed.split()).casefold() not in self._tables.names:
            found = [*found, Deviation.SPACE_LOST]
        return Lead(start, kind, True, issuer=written_out(self._tables, printed), deviations=tuple(found))

    def _law(self, words: str, begin: int, place: tuple[int, int, DocumentType], found: list[Deviation]) -> Lead:
        # An amending law holds the titles of those that it amends.
        start, end, kind = place
        amending = _AMENDING.search(words[:start])
        if amending is not None:
            outer = self._types_in(words[amending.start() : amending.end()])[:1]
            if outer:
                start, end, kind = amending.start(), amending.start() + outer[0][1], outer[0][2]
        title = " ".join(words[end:].split()).strip(" ,")
        return Lead(begin + start, kind, True, title=title, deviations=tuple(found))


_REACH_OF_TYPE = 60


# Pure: one for each lexicon.
@lru_cache(maxsize=16)
def leads(tables: Lexicon) -> Leads:
    """Return the leads that a lexicon knows."""
    return Leads(tables)


_PIN_ENDS = frozenset("0123456789ABCDEGHIKLMNOPQRSTUVXYĐ, \n\t")
_PIN_WORDS = frozenset(("của", "tại", "lục", "CỦA", "TẠI", "LỤC"))


def may_have_pin(text: str, start: int) -> bool:
    """Can the words before a document name places in it, by their last letters? No is sure, yes is not."""
    return (
        text[start - 2] in _PIN_ENDS
        or text[start - 4 : start - 1] in _PIN_WORDS
        or (text[start - 2].isalpha() and not text[start - 3].isalpha())
        or (text[start - 2] in "oO" and text[start - 9 : start - 1].lower() == "kèm theo")
    )


_JOINS = ("của", "tại")
_ANNEX = ("phụ lục", "kèm theo")


def pin_before(text: str, start: int, floor: int) -> tuple[Pin, int] | None:
    """Return the places named before a document that starts at `start`, and where they start, or None."""
    # Most documents are cited whole: one look at what stands before them says so.
    before = text[max(floor, start - 20) : start].rstrip(" \n\t,")
    if before[-3:].lower() in _JOINS and before[-4:-3].isspace():
        before = before[:-4].rstrip(" \n\t,")
    last = before[-1:]
    is_label = last.isdigit() or last.isupper() or (last in POINTS and not before[-2:-1].isalpha())
    if not before or not (is_label or " ".join(before.split()).lower().endswith(_ANNEX)):
        return None
    begin = max(floor, start - 400)
    found = find_pin(text[begin:start], start - begin)
    return (found[0], begin + found[1]) if found is not None else None
