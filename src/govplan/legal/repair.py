"""Text as a citation is read from: one form of letters, spaces and hyphens; *not* here: what is read in it."""

from __future__ import annotations

import html
import re

from govplan.vietnamese import nfc_with_offsets

__all__ = ["is_printable", "printable", "repaired"]

# Characters that mean what a plain one means, or nothing: typesetting, copying from web pages, other systems.
_SAME = {
    "\u00a0": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ",
    "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u205f": " ",
    "\u3000": " ", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\u2044": "/", "\u2215": "/",
    "\uff0f": "/", "\uff0d": "-",
    "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ",
    "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
# What no document prints, and no value of govplan may hold, stands for a space: control characters, halves of pairs.
_UNPRINTED = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_NOTHING = (
    "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6});")
_ODD_LETTER = re.compile(f"[{_UNPRINTED}{''.join(_SAME)}{_NOTHING}]")
_ODD = re.compile(f"\r\n|{_ODD_LETTER.pattern}|{_ENTITY.pattern}")
_REFUSED = re.compile(f"\r\n|[{_UNPRINTED}\r\x0b\x0c]")
_ODD_IN_LATIN = tuple(letter for letter in (*_SAME, *_NOTHING) if letter < "\u0200")
# The blocks that hold the letters of Vietnamese, each composed, none of them changed by normal form C.
_LATIN = b"\x00\x01\x1e"


def repaired(text: str, *, thoroughly: bool = True) -> tuple[str, list[int] | None]:
    r"""Return the text with its letters in NFC, plain spaces and hyphens, and the place in `text` of each character.

    The offsets have one more entry, the length of `text`; they are None when nothing had to change. Unless
    `thoroughly`, control characters in an otherwise plain text are let through: `is_printable` tells.

    >>> repaired("số 12/QĐ\u2011\u200bUBND")
    ('số 12/QĐ-UBND', [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14])
    """
    if not thoroughly and _is_plain(text):
        return text, None
    normal, offsets = nfc_with_offsets(text)
    # Asking for letters and entities apart is four times as fast as one search for both.
    if _ODD_LETTER.search(normal) is None and ("&" not in normal or _ENTITY.search(normal) is None):
        return normal, offsets
    pieces: list[str] = []
    places: list[int] = []
    reached = 0
    for odd in _ODD.finditer(normal):
        start, end = odd.span()
        pieces.append(normal[reached:start])
        places += range(reached, start)
        meant = _meaning(odd.group())
        pieces.append(meant)
        places += [start] * len(meant)
        reached = end
    pieces.append(normal[reached:])
    places += range(reached, len(normal) + 1)
    # A mark may have stood apart from its letter until now.
    text, again = nfc_with_offsets("".join(pieces))
    if again is not None:
        places = [places[place] for place in again]
    return text, [offsets[place] for place in places] if offsets else places


def printable(text: str) -> str:
    r"""Return the text as a value may hold it: other ends of lines as "\n", what no document prints as a space.

    >>> printable("số 12/QĐ-UBND\r\nngày\x003/4/2020")
    'số 12/QĐ-UBND\nngày 3/4/2020'
    """
    return _REFUSED.sub(lambda odd: _SAME.get(odd.group()[0], " "), text)


def is_printable(text: str) -> bool:
    """May a value hold the text as it is?"""
    return text.isprintable() or _REFUSED.search(text) is None


def _is_plain(text: str) -> bool:
    """Does the text hold nothing but composed Latin letters, plain spaces and plain marks?

    Every second byte of UTF-16 names the block that a letter is in; looking at those takes a fifth of the time that
    looking at the letters takes.
    """
    blocks = text.encode("utf-16-le", "surrogatepass")[1::2]
    return (
        not blocks.translate(None, _LATIN)
        and not any(map(text.__contains__, _ODD_IN_LATIN))
        and ("&" not in text or _ENTITY.search(text) is None)
    )


def _meaning(odd: str) -> str:
    if odd[0] in _SAME:
        return _SAME[odd[0]]
    if odd in _NOTHING:
        return ""
    if not odd.startswith("&"):
        return " "
    letter = html.unescape(odd)
    if letter in _NOTHING:
        return ""
    # An entity stands for one character of text; anything else is left as it was printed.
    return _SAME.get(letter, letter) if len(letter) == 1 and (letter.isprintable() or letter in _SAME) else odd
