"""Short references that point at a document instead of naming it; *not* here: names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govplan.legal.grammar import Found
from govplan.legal.lead import pin_before
from govplan.legal.lexicon import Lexicon, spaced
from govplan.legal.reference import LegalReference

__all__ = ["POINTED_AT", "Pointing", "pointing"]

_S = r"[ \n\t]{1,3}"
# Words that mean a document when a demonstrative follows; a project or a contract is more often the thing itself.
_NOT_POINTED_AT = frozenset(
    [
        "DA",
        "HĐ",
        "PA",
        "BB",
        "BGN",
        "BTT",
        "GUQ",
        "GM",
        "GGT",
        "GNP",
        "PG",
        "PC",
        "PB",
        "CV",
        "GN",
        "TTh",
        "UQ",
        "NP",
        "SY",
        "TrS",
        "TC",
    ]
)
_REACH = 40
_AFTER_ABOVE = re.compile(
    rf"(?=[,.;:)\n\"”]|\Z|{_S}(?:của|đã|được|có|quy{_S}định|hết|là|và|thì|sẽ|còn|không|do|ban{_S}hành)(?!\w))"
)
POINTED_AT = re.compile(rf"{_S}(?i:này|(?:(?:nêu|nói|kể){_S})?trên)(?!\w)")
"""The words behind a type that point at a document."""


class Pointing:
    """The patterns of short references over one lexicon; made once, never changed."""

    def __init__(self, tables: Lexicon) -> None:
        self._tables = tables
        kinds = {name: kind for name, kind in tables.type_names.items() if str(kind).casefold() == name}
        names = [name for name, kind in kinds.items() if kind.code not in _NOT_POINTED_AT]
        pattern = "|".join(spaced(name) for name in sorted(names, key=len, reverse=True))
        self._before = re.compile(rf"(?<!\w)(?<!pháp[ \n])(?P<type>(?i:{pattern})){_S}(?P<said>(?i:nêu|nói|kể){_S})?\Z")
        ends = {name.split()[-1] for name in names}
        self._ends = (*{f"{word[-2:]}{gap}" for word in ends for gap in (" ", "\n")}, "nêu ", "nói ", "kể ")
        self._whole = re.compile(rf"(?P<type>(?i:{pattern}))(?:{_S}(?i:này|(?:(?:nêu|nói|kể){_S})?trên(?:{_S}đây)?))?")

    def find(self, text: str) -> Iterator[Found]:
        """Yield every short reference, in the order of the demonstratives."""
        for word in ("này", "NÀY"):
            position = text.find(word)
            while position >= 0:
                found = self._this(text, position, position + len(word))
                if found is not None:
                    yield found
                position = text.find(word, position + len(word))
        position = text.find("trên")
        while position >= 0:
            # "trên địa bàn" is frequent; a look at two letters before it tells most of them.
            if text[max(0, position - 4) : position].endswith(self._ends):
                found = self._above(text, position)
                if found is not None:
                    yield found
            position = text.find("trên", position + 4)

    def parse(self, text: str) -> LegalReference | None:
        """Return the short reference that fills the text, places before it included, or None."""
        for match in self._whole.finditer(text):
            if match.end() == len(text):
                places = pin_before(text, match.start(), 0)
                # "Luật" alone is no mention, "khoản 1 Điều 2 Luật" is one.
                if (places[1] if places else match.start()) == 0 and (places or match.end("type") < len(text)):
                    kind = self._tables.type_named(match["type"])
                    return LegalReference(text, kind, pin=places[0] if places else None)
        return None

    def _this(self, text: str, start: int, end: int) -> Found | None:
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            return None
        return self._pointed(text, start, end, said=False)

    def _above(self, text: str, start: int) -> Found | None:
        end = start + 4
        if end < len(text) and text[end].isalnum():
            return None
        here = re.compile(rf"{_S}đây(?!\w)").match(text, end)
        if here is not None:
            return self._pointed(text, start, here.end(), said=False)
        if text[max(0, start - 5) : start].rstrip().endswith(("nêu", "nói", "kể")):
            return self._pointed(text, start, end, said=True)
        return self._pointed(text, start, end, said=False) if _AFTER_ABOVE.match(text, end) else None

    def _pointed(self, text: str, start: int, end: int, *, said: bool) -> Found | None:
        window = max(0, start - _REACH)
        before = self._before.search(text[window:start])
        if before is None or (before["said"] is not None) is not said:
            return None
        begin = window + before.start()
        kind = self._tables.type_named(before["type"])
        places = pin_before(text, begin, 0)
        pin, begin = places if places is not None else (None, begin)
        return begin, end, LegalReference(text[begin:end], kind, pin=pin)


# Pure: one for each lexicon.
@lru_cache(maxsize=16)
def pointing(tables: Lexicon) -> Pointing:
    """Return the short references that a lexicon knows."""
    return Pointing(tables)
