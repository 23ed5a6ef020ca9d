"""Vietnamese in the encodings that came before Unicode, recognised by its letters; *not* here: turning it into Unicode.

Fonts of the 1990s (.VnTime, VNI-Times) drew Vietnamese letters over Western ones. A text typed in them and read today
shows those Western letters: "Céng hoµ x· héi" for "Cộng hòa xã hội". Each word that holds such a letter is turned back
with the encoding's table, and looked at: syllables of Vietnamese follow a narrow pattern, words of other languages
turned back with the same table hardly ever do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Literal
from unicodedata import normalize

__all__ = ["legacy_encoding"]

_SAMPLE = 60_000
"""As many characters as show the encoding of any text."""

_ENOUGH = 400
"""So many different words show the encoding of any text."""

_FEWEST = 3
"""Fewer different words than this show nothing."""

# TCVN 5712:1993, its third table: the letters from 0xA1 on, as Latin-1 shows them.
_TCVN3_LETTERS = {
    "¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ",
    "¨": "ă", "©": "â", "ª": "ê", "«": "ô", "¬": "ơ", "\u00ad": "ư", "®": "đ",
    "µ": "à", "¶": "ả", "·": "ã", "¸": "á", "¹": "ạ", "»": "ằ", "¼": "ẳ", "½": "ẵ", "¾": "ắ", "Æ": "ặ",
    "Ç": "ầ", "È": "ẩ", "É": "ẫ", "Ê": "ấ", "Ë": "ậ", "Ì": "è", "Î": "ẻ", "Ï": "ẽ", "Ð": "é", "Ñ": "ẹ",
    "Ò": "ề", "Ó": "ể", "Ô": "ễ", "Õ": "ế", "Ö": "ệ", "×": "ì", "Ø": "ỉ", "Ü": "ĩ", "Ý": "í", "Þ": "ị",
    "ß": "ò", "á": "ỏ", "â": "õ", "ã": "ó", "ä": "ọ", "å": "ồ", "æ": "ổ", "ç": "ỗ", "è": "ố", "é": "ộ",
    "ê": "ờ", "ë": "ở", "ì": "ỡ", "í": "ớ", "î": "ợ", "ï": "ù", "ñ": "ủ", "ò": "ũ", "ó": "ú", "ô": "ụ",
    "õ": "ừ", "ö": "ử", "÷": "ữ", "ø": "ứ", "ù": "ự", "ú": "ỳ", "û": "ỷ", "ü": "ỹ", "ý": "ý", "þ": "ỵ",
}  # fmt: skip

# VNI for Windows: marks are characters of their own behind a vowel; some letters have one character.
_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_LETTERS = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip

# A font of Windows 1258 shows five marks and a few letters where Latin-1 has letters.
_WINDOWS_1258 = {
    "\u0300": "Ì", "\u0309": "Ò", "\u0303": "Þ", "\u0301": "ì", "\u0323": "ò",
    "Ă": "Ã", "Đ": "Ð", "Ơ": "Õ", "Ư": "Ý", "ă": "ã", "đ": "ð", "ơ": "õ", "ư": "ý", "₫": "þ",
}  # fmt: skip

_WORD = re.compile(r"[^\s\x00-\x26\x28-\x40\x5b-\x60\x7b-\x7f]+")
_NATIVE = re.compile("[ẠạẢ-ỹ]")
_ASCII_LETTER = re.compile("[A-Za-z]")
_RHYME = "(?:i[êe]?|y[êe]?|e|ê|o[aăe]?|ô|ơ|a|ă|â|u[âêơôy]?|uy[êa]|ua|ư[ơa]?|ia|uơ|oo)(?:ch|c|m|ng|nh|n|p|t|i|y|o|u)?"
_SYLLABLE = re.compile(rf"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?{_RHYME}")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def legacy_encoding(text: str) -> Literal["TCVN3", "VNI"] | None:
    """Return the name of the encoding before Unicode that a text is in, None when it is in none of them.

    Only what is there to be seen is judged: fewer than three different words with such letters show nothing.

    Source: TCVN 5712:1993 for TCVN3 (ABC, fonts .Vn…); the tables of VNI for Windows for VNI.

    >>> legacy_encoding("Céng hoµ x· héi chñ nghÜa ViÖt Nam"), legacy_encoding("Cộng hoà xã hội chủ nghĩa Việt Nam")
    ('TCVN3', None)
    >>> legacy_encoding("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM")
    'VNI'
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return None
    words = _odd_words(sample)
    if len(words) < _FEWEST:
        return None
    as_printed = _syllables(words)
    # Real Vietnamese turned back by mistake loses more syllables than it wins.
    if _convinces(_syllables(map(_from_tcvn3, words)), as_printed, len(words)):
        return "TCVN3"
    if _convinces(_syllables(map(_from_vni, words)), as_printed, len(words)):
        return "VNI"
    return None


def _convinces(turned: int, as_printed: int, words: int) -> bool:
    """Are three words of four Vietnamese once they are turned back, and clearly more than before?"""
    return 4 * turned >= 3 * words and 10 * (turned - as_printed) >= 3 * words


def _odd_words(text: str) -> list[str]:
    """Return the different words that hold a letter beyond ASCII and one within it."""
    found = (match.group() for match in _WORD.finditer(text))
    odd = (word for word in found if not word.isascii() and _ASCII_LETTER.search(word))
    return list(islice(dict.fromkeys(odd), _ENOUGH))


def _syllables(words: Iterable[str]) -> int:
    return sum(map(_is_syllable, words))


def _is_syllable(word: str) -> bool:
    """Has the word the form of a Vietnamese syllable with at least one mark and at most one tone?"""
    marked = normalize("NFD", word)
    if word.isascii() or len(word) > 12 or len(_TONE.findall(marked)) > 1:
        return False
    bare = normalize("NFC", _TONE.sub("", marked)).lower()
    return _SYLLABLE.fullmatch(bare) is not None


def _as_latin_1(word: str) -> str:
    return "".join(_WINDOWS_1258.get(letter, letter) for letter in word)


def _from_tcvn3(word: str) -> str:
    if _NATIVE.search(word):
        return word
    # What the table does not hold stays as it is, and spoils the syllable; 0xA0-0xFF is all there ever is.
    return "".join(_TCVN3_LETTERS.get(letter, letter if letter.isascii() else "?") for letter in _as_latin_1(word))


def _from_vni(word: str) -> str:
    if _NATIVE.search(word):
        return word
    return _vni_pattern().sub(_vni_letter, _as_latin_1(word))


@cache
def _vni_pattern() -> re.Pattern[str]:
    marks = "".join({*_VNI_TONES, *_VNI_CIRCUMFLEX, *_VNI_BREVE})
    return re.compile(rf"([aeouyôö])([{marks}])|[^\x00-\x7f]", re.IGNORECASE)


def _vni_letter(match: re.Match[str]) -> str:
    vowel, mark = match[1], match[2]
    if vowel is None:
        letter = match.group()
        found = _VNI_LETTERS.get(letter.lower(), "?")
        return found if letter.islower() else found.upper()
    small = mark.lower()
    base = _VNI_LETTERS.get(vowel.lower(), vowel.lower())
    if small in _VNI_TONES:
        return normalize("NFC", base + _VNI_TONES[small])
    if small in _VNI_CIRCUMFLEX and base in "aeo":
        return normalize("NFC", base + "\u0302" + _VNI_CIRCUMFLEX[small])
    if small in _VNI_BREVE and base == "a":
        return normalize("NFC", base + "\u0306" + _VNI_BREVE[small])
    # No mark after all: the second letter is one of its own.
    return base + _VNI_LETTERS.get(small, "?")
