"""What finding citations costs, beside a bare pattern and eyecite, and on hostile text; *not* here: the texts."""

from __future__ import annotations

import importlib
import math
import re
import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from unicodedata import normalize

import running_text
import timing

from govplan.legal import find_citations
from govplan.legal.tables import law_titles, type_names

__all__ = ["rows"]

Row = tuple[str, float, float | None]

_CHARACTERS = 300_000
# What eyecite reads in half a second; its rate falls with the length, so both texts have this one.
_ENGLISH = 60_000
_MEGABYTE = 1_000_000
# The sizes at which a hostile text is tried, and the seconds that a round of it may take.
_SIZES = (10_000, 100_000, _MEGABYTE, 10 * _MEGABYTE)
_PATIENCE = 3.0

# Each is repeated until it fills the size.
_HOSTILE = {
    "digits": "1",
    "1/1/1/": "1/1/1/",
    "số số số": "số số số ",
    "capitals": "A",
    "open parentheses": "(",
    # What this grammar has to look at twice: every number looks back for its type, every type ahead for its title.
    "số 1": "số 1 ",
    "number, type, number": "Luật A số 1/A ",
    "symbols that run together": "1-A",
    "titles without end": "Luật A A A ",
    "amendments of nothing": "Luật sửa đổi a ",
    "points before a short mention": "khoản 1, " * 40 + "x 1 Luật này ",
    "issuers without end": "1/QĐ-UBND của " + "A - " * 13 + "\n",
}


def rows() -> list[Row]:
    """Time finding citations in made text, beside its bases, and in hostile text beside made text of the same size."""
    return [*_beside_a_pattern(), *_beside_eyecite(), *_hostile()]


def bare_pattern() -> re.Pattern[str]:
    """Return one case-sensitive pattern of all that the made text cites, as a person in a hurry writes it.

    It knows every type, the issuers that the text prints and the laws of the tables; it types, repairs and checks
    nothing.
    """
    # What starts with letters in every branch is searched by their first ones, which makes a base worth beating.
    types = _any_of(type_names())
    day = r"(?: ngày (?:([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})|([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})))?"
    symbol = r"[A-ZĐƯ][A-Za-zĐƯđư0-9&]*(?:[-/][A-ZĐƯ][A-Za-zĐƯđư0-9&]*)*"
    issuer = rf"(?: của ({_any_of(running_text.ISSUERS)}))?"
    numbered = rf"(?: số)? ([0-9]+)(?:/([0-9]{{4}}))?(?:[/-]({symbol}))?{day}{issuer}"
    titles = _any_of({title for titles in law_titles().values() for title in titles})
    named = rf" ({titles})(?: số ([0-9]+)/([0-9]{{4}})/([A-Z]+[0-9]+))?(?: năm ([0-9]{{4}}))?{day}"
    return re.compile(rf"({types})(?:{numbered}|{named}| (?:này|nêu trên|trên))")


def _any_of(names: Iterable[str]) -> str:
    """Return an alternation of names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _beside_a_pattern() -> list[Row]:
    text, count = running_text.vietnamese(_CHARACTERS)
    double, _ = running_text.vietnamese(2 * _CHARACTERS)
    decomposed = normalize("NFD", text)
    finditer = bare_pattern().finditer
    found, matched = len(find_citations(text)), sum(1 for _ in finditer(text))
    taken = timing.interleaved(
        {
            "find": lambda: find_citations(text),
            "find, decomposed": lambda: find_citations(decomposed),
            "find, twice": lambda: find_citations(double),
            "pattern": lambda: sum(1 for _ in finditer(text)),
            "pattern, groups": lambda: [match.groups() for match in finditer(text)],
        },
    )
    return [
        # Ratios of times mean something only where both do the work.
        ("citations in made text / found by find_citations", count / found, 1.02),
        ("citations in made text / found by the bare pattern", count / matched, 1.02),
        ("find_citations / a bare pattern", timing.ratio(taken, "find", "pattern"), 6.0),
        ("find_citations / a bare pattern that reads its groups", timing.ratio(taken, "find", "pattern, groups"), None),
        ("find_citations on NFD / a bare pattern on NFC", timing.ratio(taken, "find, decomposed", "pattern"), None),
        ("find_citations: twice the text / the text", timing.ratio(taken, "find, twice", "find"), 2.3),
    ]


def _beside_eyecite() -> list[Row]:
    name = "bytes/s: find_citations / eyecite, English of that density"
    try:
        get_citations: Callable[[str], list[object]] = importlib.import_module("eyecite").get_citations
    except ImportError:
        return [(f"{name} (eyecite is not installed)", math.nan, None)]
    english, count = running_text.english(_ENGLISH)
    text, _ = running_text.vietnamese(_ENGLISH)
    taken = timing.interleaved(
        {"eyecite": lambda: get_citations(english), "find": lambda: find_citations(text)}, rounds=11
    )
    an_english_byte, a_vietnamese_byte = 1 / len(english.encode()), 1 / len(text.encode())
    slower = timing.ratio(taken, "eyecite", "find") * an_english_byte / a_vietnamese_byte
    return [
        ("citations in English text / found by eyecite", count / len(get_citations(english)), None),
        (name, slower, timing.AtLeast(50)),
    ]


def _hostile() -> list[Row]:
    normal = running_text.vietnamese(max(_SIZES))[0].encode()
    measured: list[Row] = []
    for name, unit in _HOSTILE.items():
        size = _bearable(unit)
        hostile, beside = _filled(unit, size), normal[:size].decode(errors="ignore")
        taken = timing.interleaved({"hostile": _finding(hostile), "normal": _finding(beside)}, rounds=3)
        what = f"{size / _MEGABYTE:g} MB of {name} / made text"
        measured.append((what, timing.ratio(taken, "hostile", "normal"), 12.0))
    return measured


def _bearable(unit: str) -> int:
    """Return the largest size at which one round of a hostile text takes no more than a few seconds."""
    for size, larger in pairwise(_SIZES):
        text = _filled(unit, size)
        start = time.perf_counter()
        find_citations(text)
        if (time.perf_counter() - start) * larger / size > _PATIENCE:
            return size
    return max(_SIZES)


def _filled(unit: str, size: int) -> str:
    """Return a text of so many bytes that holds nothing but a unit."""
    return (unit * (size // len(unit.encode()) + 1)).encode()[:size].decode(errors="ignore")


def _finding(text: str) -> Callable[[], object]:
    return lambda: find_citations(text)
