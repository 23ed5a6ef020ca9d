"""What stands before an item of a list or names a section by number; *not* here: which item belongs to which.

A marker is one of: an article ("Điều 2."), a part ("Phần I", "Mục 2", "A."), a roman numeral ("II."), a number
("3.", "(3)", "3.1."), a letter ("b)"), a word ("Thứ hai,", "Hai là"), a dash, a bullet.
"""

from __future__ import annotations

import itertools
import re

from attrs import frozen

from govplan.legal.lexicon import UPPER

__all__ = ["BULLETS", "Marker", "marker_at", "ordinal_word"]

BULLETS = "•●○▪■□►▶➢➤✓✔·*+\uf0b7\uf02d\uf0a7\uf0d8\u2023\u2043"
"""What printers and word processors put before items that have no number."""

_WORDS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười tư": 14,
    "mười lăm": 15, "mười sáu": 16, "mười bảy": 17, "mười tám": 18, "mười chín": 19, "hai mươi": 20,
}  # fmt: skip
_LETTERS = {letter: place for place, letter in enumerate("abcdđeghiklmnopqrstuvxy", start=1)}
_ROMANS = {"I": 1, "V": 5, "X": 10}
_COUNT = "|".join(sorted((word.replace(" ", r"\s") for word in _WORDS), key=len, reverse=True))
_ROMAN = r"X{0,3}(?:IX|IV|V?I{1,3}|V|(?<=X))"
_GAP = r"\s{0,8}"
_BEFORE_WORDS = r"(?=[^\W\d_]|[\"“‘(])"

_MARKER = re.compile(
    rf"(?i:điều)\s{{1,3}}(?P<article>[0-9]{{1,3}})(?P<article_letter>[a-zđ]?)(?:\s?[.:]|(?=\s)){_GAP}"
    rf"|(?i:phần|mục|chương)\s{{1,3}}(?:(?i:thứ)\s)?(?P<part>[0-9]{{1,2}}|{_ROMAN}|(?i:{_COUNT}))"
    rf"(?:\s?[.:\-–]{_GAP}|(?=\n)|\Z|{_GAP}(?=[{UPPER}]))"
    rf"|(?P<roman>{_ROMAN})(?:\s?[.)/]{_GAP}|\s{{1,3}}[-–]\s{{1,3}}|\s?[-–]\s{{1,3}})(?=\S)"
    rf"|(?P<nested>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}})(?:[.)/](?:{_GAP}{_BEFORE_WORDS}|\s{{1,8}}(?=[0-9]))|\s{{1,8}}(?=[{UPPER}]))"
    rf"|(?P<bracketed>\((?:[0-9]{{1,2}}|[a-zđ]|i{{2,3}}|iv|vi{{1,3}}|ix)\)){_GAP}(?=\S)"
    # What a line that was broken before a document's number begins with is no marker: 74/NQ-CP.
    rf"|(?P<number>[0-9]{{1,2}})(?!/[{UPPER}][{UPPER}a-z]{{0,7}}-)(?:(?:[.)/]{_GAP}|\s{{0,2}}[-–]\s{{1,3}}){_BEFORE_WORDS}|[.)]\s{{1,8}}(?=[0-9]))"
    rf"|(?i:(?:nhóm(?:\s(?:nhiệm\svụ|giải\spháp)){{0,2}}|nhiệm\svụ|giải\spháp)\s(?:số\s|thứ\s)?)"
    rf"(?P<named>[0-9]{{1,2}}|(?i:{_COUNT}))\s?[.:,\-–]{_GAP}"
    rf"|(?P<letter>[a-zđ]|i{{2,3}}|iv|vi{{1,3}}|ix)(?:[)/]{_GAP}|\.\s{{1,8}})(?=\S)"
    rf"|(?P<capital>[A-HĐ])(?:[)/]{_GAP}|\.\s{{1,8}})(?=\S)"
    rf"|(?i:thứ\s(?P<rank>{_COUNT})|(?P<rank_is>{_COUNT})\slà)(?!\w)\s?[,:;.\-–]?{_GAP}"
    rf"|(?P<dash>[-–—])(?:{_GAP}(?=[^\W\d_])|\s{{1,8}}(?=\S))"
    rf"|(?P<bullet>[{re.escape(BULLETS)}]){_GAP}(?=\S)",
)
_KINDS = {
    "article": "article", "part": "part", "roman": "roman", "nested": "number", "bracketed": "bracketed",
    "number": "number", "named": "named", "letter": "letter", "capital": "capital", "rank": "rank",
    "rank_is": "rank", "dash": "dash", "bullet": "bullet",
}  # fmt: skip


@frozen
class Marker:
    """A marker: its kind, the style that items of one list share, its place in the list, and where the words begin."""

    kind: str
    style: str
    ordinal: int | None
    end: int


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """Return the marker that stands at `start`, None when the words begin there.

    >>> marker_at("3.1. Phát triển", 0, 15)
    Marker(kind='number', style='number/2', ordinal=1, end=5)
    >>> marker_at("3.100 người", 0, 11) is None
    True
    """
    match = _MARKER.match(text, start, end)
    if match is None or match.lastgroup is None or match.end() == start:
        return None
    name = "article" if match.lastgroup == "article_letter" else match.lastgroup
    kind, printed = _KINDS[name], match[name]
    style, ordinal = kind, _ordinal(name, printed)
    if name == "nested":
        style, ordinal = f"number/{printed.count('.') + 1}", int(printed.rpartition(".")[2])
    elif name == "bracketed":
        style = "bracketed/number" if printed[1].isdigit() else "bracketed/letter"
    elif name == "number":
        style = f"number/1{text[match.end(name)].strip(' -–')}"
    elif name in ("dash", "bullet"):
        style = f"{kind}/{printed if name == 'bullet' else '-'}"
    return Marker(kind, style, ordinal, match.end())


def ordinal_word(words: str) -> int | None:
    """Return the number that a word counts: "ba" is 3, "thứ tư" is said with "tư"; None for other words.

    >>> ordinal_word("ba"), ordinal_word("mười lăm"), ordinal_word("nhiều")
    (3, 15, None)
    """
    return _WORDS.get(" ".join(words.split()).casefold())


def _ordinal(name: str, printed: str) -> int | None:
    printed = printed.strip("()")
    if printed.isdigit():
        return int(printed)
    if name in ("dash", "bullet"):
        return None
    if name == "roman" or (name == "part" and printed.isupper() and set(printed) <= _ROMANS.keys()):
        return _roman(printed)
    if name in ("letter", "capital", "bracketed"):
        return _LETTERS.get(printed.casefold())
    return ordinal_word(printed)


def _roman(printed: str) -> int:
    values = [_ROMANS[letter] for letter in printed] + [0]
    return sum(-one if one < two else one for one, two in itertools.pairwise(values))
