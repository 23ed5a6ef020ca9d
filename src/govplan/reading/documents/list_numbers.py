"""The numbers that Word draws before the items of a list and stores nowhere; *not* here: the items' words.

Word keeps for each list how its levels count (1., a), -, Chương I) and counts when it draws; here it is counted again.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["ListNumbers"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 3999


class ListNumbers:
    """What the numbering part of a document says, and how far each of its lists has counted.

    Args:
        root: the root element of the numbering part, None when the document has none.
    """

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def marker(self, number: str, level: int) -> str:
        """Return what is drawn before the next item of a list at a level, "" when nothing is."""
        abstract = self._abstract_of.get(number)
        levels = self._levels.get(abstract or "", {})
        if abstract is None or level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        start = self._starts.get(number, {}).get(level)
        if start is not None and (number, level) not in self._begun:
            counts[level] = start
        else:
            before = counts[level]
            counts[level] = levels[level].start if before is None else before + 1
        self._begun.add((number, level))
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._drawn(levels, level, counts)

    def _drawn(self, levels: dict[int, _Level], level: int, counts: list[int | None]) -> str:
        drawn = levels[level]
        if drawn.form == "bullet":
            return "-"
        if drawn.form == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at)
            count = counts[at]
            if other is None or at > level:
                return ""
            return _written(other.start if count is None else count, other.form)

        return _PLACE.sub(number, drawn.text).strip()

    def _read(self, root: Any) -> None:
        for element in root.iterchildren(f"{_W}abstractNum"):
            levels = {}
            for below in element.iterchildren(f"{_W}lvl"):
                at = _number(below.get(f"{_W}ilvl"), -1)
                if 0 <= at < _LEVELS:
                    levels[at] = _Level(
                        _number(_value(below, "start"), 1),
                        _value(below, "numFmt") or "decimal",
                        _value(below, "lvlText"),
                    )
            self._levels[element.get(f"{_W}abstractNumId", "")] = levels
        for element in root.iterchildren(f"{_W}num"):
            number = element.get(f"{_W}numId", "")
            self._abstract_of[number] = _value(element, "abstractNumId")
            for override in element.iterchildren(f"{_W}lvlOverride"):
                at, start = _number(override.get(f"{_W}ilvl"), -1), _value(override, "startOverride")
                if start:
                    self._starts.setdefault(number, {})[at] = _number(start, 1)


class _Level:
    """How one level of a list counts."""

    def __init__(self, start: int, form: str, text: str) -> None:
        self.start = start
        self.form = form
        self.text = text[:80]


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _number(written: str | None, otherwise: int) -> int:
    plain = written is not None and written.isdecimal() and written.isascii() and len(written) < 6
    return int(written) if plain and written is not None else otherwise


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        # After z Word doubles the letter.
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9) if count > 0 else "a"
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < count <= _LARGEST:
        roman = ""
        for value, letters in _ROMANS:
            times, count = divmod(count, value)
            roman += letters * times
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02d}" if form == "decimalZero" else str(count)
