"""Text of files into typed scalars; *not* here: mappings and lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from govplan.errors import GovplanError, Lang
from govplan.files.problem import FormError
from govplan.values.number import number_of
from govplan.vietnamese import parse_date

__all__ = [
    "Grouped",
    "below",
    "cut_at_comma",
    "day",
    "flag",
    "missing_key",
    "not_a_list",
    "not_a_mapping",
    "number",
    "shown",
    "text",
    "unknown_key",
    "whole",
    "word",
]

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class Grouped(str):
    """An unquoted scalar like 3.000: three thousand to a Vietnamese reader, three to a YAML reader."""

    __slots__ = ()


def text(value: Any) -> str:
    """Return text; the class checks nothing more, for the model's constructors do."""
    if value.__class__ is str:
        return value
    if isinstance(value, str):
        return str(value)
    raise FormError(
        f"text expected: found {shown(value)}; write one line of text",
        f"cần một chuỗi: gặp {shown(value, 'vi')}; hãy viết một dòng chữ",
    )


def number(value: Any) -> Decimal:
    """Return an exact number; what a Vietnamese reader and a YAML reader take for different ones is refused."""
    if value.__class__ is str:
        return number_of(value)
    if isinstance(value, Grouped):
        whole = value.replace(".", "")
        raise FormError(
            f"ambiguous number: found {value}; write {whole}, or '{value}' in quotes for a decimal",
            f"số không rõ nghĩa: gặp {value}; hãy viết {whole}, hoặc '{value}' trong dấu nháy nếu là số thập phân",
        )
    if value.__class__ in (Decimal, int):
        return number_of(value)
    raise FormError(
        f"number expected: found {shown(value)}; write e.g. 16000 or 68.25",
        f"cần một số: gặp {shown(value, 'vi')}; hãy viết ví dụ 16000 hoặc 68.25",
    )


def whole(value: Any) -> int:
    """Return a whole number of at most six digits."""
    if value.__class__ is str and len(value) <= 6 and value.isdecimal() and value.isascii():
        return int(value)
    if value.__class__ is int and 0 <= value < 1_000_000:
        return value
    raise FormError(
        f"whole number expected: found {shown(value)}; write digits, at most six",
        f"cần số nguyên: gặp {shown(value, 'vi')}; hãy viết các chữ số, nhiều nhất sáu",
    )


def day(value: Any) -> date:
    """Return a date, ISO 8601 or as Vietnamese documents print it."""
    if value.__class__ is str:
        return parse_date(value)
    if value.__class__ is date:
        return value
    raise FormError(
        f"date expected: found {shown(value)}; write it as 2023-01-04",
        f"cần ngày tháng: gặp {shown(value, 'vi')}; hãy viết dạng 2023-01-04",
    )


def flag(value: Any) -> bool:
    """Return True or False for the words true and false."""
    if value in ("true", True):
        return True
    if value in ("false", False):
        return False
    raise FormError(
        f"true or false expected: found {shown(value)}; write one of them",
        f"cần true hoặc false: gặp {shown(value, 'vi')}; hãy viết một trong hai",
    )


def word(value: Any, kind: type[E]) -> E:
    """Return the member of an enum whose word the value is; a near miss is named."""
    words = [str(member.value) for member in kind]
    if isinstance(value, str) and value in words:
        return kind(str(value))
    en, vi = _near(value, words)
    raise FormError(
        f"unknown word: found {shown(value)}{en}", f"từ không có trong danh sách: gặp {shown(value, 'vi')}{vi}"
    )


def unknown_key(key: Any, known: Sequence[str]) -> FormError:
    """Return the error for a key that a mapping does not have, with the nearest one that it has."""
    en, vi = _near(key, known)
    return FormError(f"unknown key: found {shown(key)}{en}", f"khóa lạ: gặp {shown(key, 'vi')}{vi}", (str(key),))


def cut_at_comma(key: Any) -> FormError:
    """Return the error for the end of a text that a comma inside braces cut off."""
    return FormError(
        f"text cut at a comma: found {shown(key)} as a key without a value; inside {{…}} put the whole text in quotes",
        f"văn bản bị cắt ở dấu phẩy: gặp {shown(key, 'vi')} như một khóa không có giá trị; "
        "trong {…} hãy đặt cả văn bản trong dấu nháy",
        (str(key),),
    )


def missing_key(key: str) -> FormError:
    """Return the error for a key that a mapping needs."""
    return FormError(f"missing key: found no {key}; add it", f"thiếu khóa: không có {key}; hãy thêm vào")


def not_a_mapping(value: Any, keys: Sequence[str]) -> FormError:
    """Return the error for something else where a mapping belongs."""
    some = ", ".join(keys[:4])
    return FormError(
        f"mapping expected: found {shown(value)}; write keys such as {some}",
        f"cần một bảng: gặp {shown(value, 'vi')}; hãy viết các khóa như {some}",
    )


def not_a_list(value: Any) -> FormError:
    """Return the error for something else where a list belongs."""
    return FormError(
        f"list expected: found {shown(value)}; begin each item with a hyphen",
        f"cần một danh sách: gặp {shown(value, 'vi')}; hãy bắt đầu mỗi mục bằng dấu gạch nối",
    )


def below(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """Read a value, and let an error say that it stands below `step`."""
    try:
        return read(value)
    except FormError as error:
        raise FormError(error.message("en"), error.message("vi"), (step, *error.at)) from None
    except GovplanError as error:
        raise FormError(error.message("en"), error.message("vi"), (step,)) from None


def _near(found: Any, known: Sequence[str]) -> tuple[str, str]:
    near = get_close_matches(found[:100], known, 1) if isinstance(found, str) else []
    if near:
        return f"; did you mean {near[0]}?", f"; có phải ý bạn là {near[0]}?"
    return f"; write one of {', '.join(known)}", f"; hãy viết một trong: {', '.join(known)}"


def shown(value: Any, lang: Lang = "en") -> str:
    """Name or quote a value for a message, never more of it than a line.

    >>> shown([1, 2]), shown([1, 2], "vi")
    ('a list of 2 items', 'một danh sách 2 mục')
    """
    vi = lang == "vi"
    if value is None:
        return "không có gì" if vi else "nothing"
    if isinstance(value, dict):
        return f"một bảng {len(value)} khóa" if vi else f"a mapping of {len(value)} keys"
    if isinstance(value, list | tuple):
        return f"một danh sách {len(value)} mục" if vi else f"a list of {len(value)} items"
    if isinstance(value, int) and value.bit_length() > 1000:  # Python refuses to print the largest
        return "một số nguyên quá lớn" if vi else "an enormous whole number"
    return f"{value!r:.80}"
