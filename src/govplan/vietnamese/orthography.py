"""Spelling: one normal form, one tone placement, one key for search; *not* here: numbers and dates."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "nfc", "nfc_with_offsets", "tone_key"]

# Open syllables only: in "hoàn" both schools write the same, and in "quý" the u belongs to the consonant.
_TONE_ON_LAST = re.compile(r"(o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_MARKS = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def nfc(text: str) -> str:
    r"""Return the text in Unicode normal form C, the form that all govplan text has.

    >>> nfc("Qua\u0309ng Nam") == "Quảng Nam"
    True
    """
    return unicodedata.normalize("NFC", text)


def nfc_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """Return the text in NFC and, where that differs, the place in `text` of each of its characters.

    The offsets have one more entry, the length of `text`; they are None when the text already is NFC.

    >>> nfc_with_offsets("ba\u0301o 1")
    ('báo 1', [0, 1, 3, 4, 5, 6])
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    normal: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        # Only a starter begins what composes on its own; marks belong to the letter before them.
        if end < len(text) and (unicodedata.combining(text[end]) or _joins(text[start:end], text[end])):
            continue
        cluster = unicodedata.normalize("NFC", text[start:end])
        normal.append(cluster)
        offsets.extend([start] * len(cluster))
        start = end
    offsets.append(len(text))
    return "".join(normal), offsets


def _joins(cluster: str, starter: str) -> bool:
    """Does a starter compose with what stands before it, as Hangul syllables do, or hide a mark that may?"""
    if starter.isascii():
        return False
    joined = unicodedata.normalize("NFC", cluster + starter)
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", starter)
    return joined != apart or unicodedata.combining(unicodedata.normalize("NFD", starter)[0]) > 0


def tone_key(text: str) -> str:
    """Return the text with its tone marks where administrative documents put them (kiểu bỏ dấu thanh).

    "Uỷ ban" and "Ủy ban", "Hoà Bình" and "Hòa Bình" are the same words in two schools of spelling; the key is
    the form that Decree 30/2020/NĐ-CP itself prints.

    >>> tone_key("Uỷ ban nhân dân tỉnh Hoà Bình"), tone_key("quý I"), tone_key("hoàn thành")
    ('Ủy ban nhân dân tỉnh Hòa Bình', 'quý I', 'hoàn thành')
    """
    return _TONE_ON_LAST.sub(_move_tone, nfc(text))


def _move_tone(match: re.Match[str]) -> str:
    first, second = match.group()[0], match.group()[1]
    letters = unicodedata.normalize("NFD", second)
    tones = "".join(mark for mark in letters[1:] if mark in _MARKS)
    bare = "".join(letter for letter in letters if letter not in _MARKS)
    return nfc(first + tones + bare)


def fold(text: str) -> str:
    """Return a key for search and for "did you mean": no case, no marks, đ as d.

    Never an identity: "dân" and "dần" fold alike.

    >>> fold("Đào tạo nghề")
    'dao tao nghe'
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
