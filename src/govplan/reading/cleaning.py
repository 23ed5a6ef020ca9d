"""Text brought into one form of letters, spaces and tone marks, with the way back; *not* here: its paragraphs."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from unicodedata import normalize

from attrs import frozen

from govplan.legal.repair import repaired
from govplan.values import Span
from govplan.vietnamese import tone_key

__all__ = ["Clean", "clean"]

# A tone typed before the circumflex or the breve composes with its letter first, and the letter is lost.
_LATE_MARK = re.compile("[A-Za-zÀ-ỹ][\u0302\u0306]")
# Where tone_key may have something to move; named letter by letter, for ignoring case takes four times as long.
_TONE_ON_LAST = re.compile(
    "[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[^qQ][uU])[ỳýỷỹỵỲÝỶỸỴ]|(?<=\\A[uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\\w)"
)
_TONES = "\u0300\u0301\u0303\u0309"


_STRETCH = 1 << 14
"""How much of a text is repaired at a time: where each letter stood takes twenty times the room of the letter."""


@frozen
class Clean:
    """A text as it is read, and where each of its characters stands in the text as it was given.

    `places` has one more entry than the text, the length of the given text; it is None when the places are the same.
    """

    text: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        r"""Return the stretch of the given text that a stretch of this one was made of.

        >>> clean("Uy\u0309 ban nha\u0302n da\u0302n").span(7, 14)
        Span(start=8, end=17)
        """
        if self.places is None:
            return Span(start, end)
        return Span(self.places[start], max(self.places[start], self.places[end]))


def clean(text: str) -> Clean:
    r"""Return the text with composed letters, plain spaces, hyphens and line ends, and one placement of tone marks.

    What cannot be seen (zero-width characters, soft hyphens) is left out. No text raises.

    >>> clean("Uỷ ban\u00a0nhân dân\r\ntỉnh Hoà\u200b Bình").text
    'Ủy ban nhân dân\ntỉnh Hòa Bình'
    """
    pieces: list[str] = []
    places: array[int] | None = None
    start = 0
    while start < len(text):
        end = _stretch_end(text, start)
        letters, local = _letters(text[start:end])
        if local is not None and places is None:
            places = array("L", range(start))
        if places is not None:
            places.extend(range(start, end) if local is None else [start + place for place in local[:-1]])
        pieces.append(_with_one_placement(letters))
        start = end
    if places is not None:
        places.append(len(text))
    return Clean("".join(pieces), places)


def _stretch_end(text: str, start: int) -> int:
    """Return where a stretch ends: behind a space, for marks compose with no space, and no entity has one."""
    end = start + _STRETCH
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", start, end)
    space = space if space >= 0 else text.find(" ", end)
    return space + 1 if space >= 0 else len(text)


def _letters(text: str) -> tuple[str, list[int] | None]:
    letters, places = repaired(text)
    if "\u0302" in letters or "\u0306" in letters:
        return _with_late_marks(letters, places or list(range(len(letters) + 1)))
    return letters, places


def _with_one_placement(text: str) -> str:
    return _TONE_ON_LAST.sub(_moved, text)


def _moved(match: re.Match[str]) -> str:
    moved = tone_key(match.group())
    # The places count characters: what composes to another number of letters stays as it is.
    return moved if len(moved) == 2 else match.group()


def _with_late_marks(text: str, places: list[int]) -> tuple[str, list[int]]:
    """Compose "é" and a circumflex to "ế": both marks of one letter, in an order that composes to nothing."""
    pieces: list[str] = []
    kept: list[int] = []
    reached = 0
    for match in _LATE_MARK.finditer(text):
        start, end = match.span()
        parts = normalize("NFD", text[start])
        letter, marks = parts[0], parts[1:]
        tones = "".join(mark for mark in marks if mark in _TONES)
        others = "".join(mark for mark in marks if mark not in _TONES)
        composed = normalize("NFC", letter + others + match.group()[1] + tones)
        if len(composed) != 1:
            continue
        pieces += [text[reached:start], composed]
        kept += places[reached : start + 1]
        reached = end
    pieces.append(text[reached:])
    kept += places[reached:]
    return "".join(pieces), kept
