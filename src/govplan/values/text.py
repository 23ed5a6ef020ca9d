"""Text and ids: what a person reads in two languages, and what a program points at; *not* here: numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from attrs import field, frozen

from govplan.errors import InvalidTextError, Lang
from govplan.values.conversion import tuple_of

__all__ = [
    "Text",
    "identifier",
    "identifiers_of",
    "line",
    "lines_of",
    "optional_identifier",
    "optional_line",
    "optional_text_of",
    "text_of",
    "texts_of",
]

MAX_LENGTH = 100_000
"""The longest text a value may hold, in characters."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?")


def line(value: str) -> str:
    r"""Return text in NFC that a document could print: not empty, no control characters.

    Raises:
        InvalidTextError: no text, only spaces, too long, or with characters no document prints.

    >>> line("Qua\u0309ng Nam") == "Quảng Nam"
    True
    """
    if value.__class__ is str:
        text = normalize("NFC", value)
        # The common case in one line; everything else is looked at, and refused, below.
        if text.isprintable() and text and not text[0].isspace() and len(text) <= MAX_LENGTH:
            return text
    return _unusual_line(value)


def _unusual_line(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidTextError(
            f"text expected: found {value!r:.80}; put it in quotes",
            f"cần một chuỗi: gặp {value!r:.80}; hãy đặt trong dấu nháy",
        )
    text = normalize("NFC", str(value))
    if len(text) > MAX_LENGTH:
        raise InvalidTextError(
            f"text too long: found {len(text)} characters; at most {MAX_LENGTH}",
            f"chuỗi quá dài: gặp {len(text)} ký tự; nhiều nhất {MAX_LENGTH}",
        )
    forbidden = _FORBIDDEN.search(text)
    if forbidden is not None:
        raise InvalidTextError(
            f"character that no document prints: found {forbidden.group()!r}; remove it",
            f"ký tự không in được: gặp {forbidden.group()!r}; hãy bỏ đi",
        )
    if not text or text.isspace():
        raise InvalidTextError(
            f"empty text: found {text!r:.80}; write something or leave the key out",
            f"chuỗi rỗng: gặp {text!r:.80}; hãy viết nội dung hoặc bỏ khóa này",
        )
    return text


def optional_line(value: str | None) -> str | None:
    """Return None for None, else `line(value)`."""
    return None if value is None else line(value)


def identifier(value: str) -> str:
    """Return an id: ASCII lower case letters and digits, joined by "-", "." or "_", at most 100 characters.

    Raises:
        InvalidTextError: the value has another form.

    >>> identifier("vocational-enrolment")
    'vocational-enrolment'
    """
    if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
        return str(value)
    raise InvalidTextError(
        f"not an id: found {value!r:.80}; write lower case letters, digits and hyphens, e.g. poor-households",
        f"không phải mã định danh: gặp {value!r:.80}; hãy viết chữ thường không dấu, số, gạch nối, "
        "ví dụ poor-households",
    )


def optional_identifier(value: str | None) -> str | None:
    """Return None for None, else `identifier(value)`."""
    return None if value is None else identifier(value)


@frozen
class Text:
    """A name, title or summary in Vietnamese, English or both (văn bản song ngữ).

    Raises:
        InvalidTextError: both languages are missing.

    >>> str(Text("Tỷ lệ hộ nghèo", en="Poverty rate"))
    'Tỷ lệ hộ nghèo'
    """

    vi: str | None = field(default=None, converter=optional_line)
    en: str | None = field(default=None, converter=optional_line)

    def __attrs_post_init__(self) -> None:
        if self.vi is None and self.en is None:
            raise InvalidTextError(
                "text without words: neither vi nor en is given; give at least one",
                "văn bản trống: không có vi lẫn en; hãy cho ít nhất một",
            )

    def in_language(self, lang: Lang) -> str:
        """Return the text in the language asked for, else in the one there is."""
        first, second = (self.vi, self.en) if lang == "vi" else (self.en, self.vi)
        return first or second or ""

    def __str__(self) -> str:
        return self.in_language("vi")


def text_of(value: Text | str) -> Text:
    """Return a Text; a plain string is its Vietnamese form."""
    return value if isinstance(value, Text) else Text(vi=value)


def optional_text_of(value: Text | str | None) -> Text | None:
    """Return None for None, else `text_of(value)`."""
    return None if value is None else text_of(value)


def lines_of(items: Iterable[str]) -> tuple[str, ...]:
    """Return a tuple of what `line` makes of each item."""
    return tuple_of(items, line)


def texts_of(items: Iterable[Text | str]) -> tuple[Text, ...]:
    """Return a tuple of what `text_of` makes of each item."""
    return tuple_of(items, text_of)


def identifiers_of(items: Iterable[str]) -> tuple[str, ...]:
    """Return a tuple of what `identifier` makes of each item."""
    return tuple_of(items, identifier)
