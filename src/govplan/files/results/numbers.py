"""Numbers in the cells of results, in the notation of their column; *not* here: which columns there are."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from govplan.files import scalars
from govplan.files.problem import FormError
from govplan.files.results.columns import Notation
from govplan.values import Unit
from govplan.values.number import MAX_DIGITS, number_of, plain
from govplan.vietnamese import parse_number

__all__ = ["Amount", "amount_of", "is_blank", "is_in_words", "numbers_in", "written"]

# Behind the digits a unit may stand, but no exponent.
_AMOUNT = re.compile(r"(-?[0-9][0-9.,]*)(?![eE][-+]?[0-9])\s*([^\s0-9.,].*)?", re.DOTALL)
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_GROUPED_FROM_ZERO = re.compile(r"-?0[0-9]{0,2}(?:\.[0-9]{3})+")
_VIETNAMESE_NUMBER = re.compile(r"[0-9][0-9.]*(?:,[0-9]+)?")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BLANKS = frozenset(("", "-", "–", "—", "…", "...", ".", "x"))
_MOST_READ = 1000


class Amount(NamedTuple):
    """A number, and the words of the unit that stands with it."""

    number: Decimal
    unit: Unit | None = None


def amount_of(value: object, notation: Notation) -> Amount:
    """Return the amount that a cell holds, with the unit behind the number where there is one.

    Raises:
        FormError: no number, or one that two readers take for different numbers.
        InvalidNumberError: a number in another notation, or out of bounds.
        InvalidUnitError: something behind the number that is no unit.

    >>> amount_of("16.250 người", Notation.VIETNAMESE).number, amount_of("68.25", Notation.PLAIN).number
    (Decimal('16250'), Decimal('68.25'))
    """
    if isinstance(value, Amount):
        return value
    if not isinstance(value, str) or isinstance(value, scalars.Grouped):
        return Amount(scalars.number(value))
    text = value.strip()
    parts = _AMOUNT.fullmatch(text) if len(text) <= _MOST_READ else None
    digits, unit = (text, None) if parts is None else (parts[1], parts[2])
    return Amount(_number(digits, notation), None if unit is None else Unit.parse(unit.rstrip()))


def _number(text: str, notation: Notation) -> Decimal:
    if notation is Notation.VIETNAMESE:
        if _GROUPED_FROM_ZERO.fullmatch(text):
            raise FormError(
                f"not a Vietnamese number: found {text!r:.80}; a comma begins the decimals, write e.g. 0,005",
                f"không phải số viết kiểu Việt Nam: gặp {text!r:.80}; số lẻ đứng sau dấu phẩy, hãy viết 0,005",
            )
        return number_of(parse_number(text))
    if notation is Notation.PLAIN and _GROUPED.fullmatch(text.replace(",", ".")):
        whole, decimal = re.sub("[.,]", "", text), written_decimal(text.replace(",", "."))
        raise FormError(
            f"ambiguous number: found {text:.80}; write {whole:.80}, or {decimal:.80} for a decimal",
            f"số không rõ nghĩa: gặp {text:.80}; hãy viết {whole:.80}, hoặc {decimal:.80} nếu là số thập phân",
        )
    return number_of(text)


def written(number: Decimal) -> str:
    """Write a number as a cell of plain notation: one that looks like thousands gets a zero in front.

    >>> written(Decimal("68.25")), written(Decimal("3.000"))
    ('68.25', '03.000')
    """
    text = plain(number)
    return written_decimal(text) if _GROUPED.fullmatch(text) else text


def written_decimal(text: str) -> str:
    """Return a decimal that looks like thousands so that nobody takes it for them."""
    return f"-0{text[1:]}" if text.startswith("-") else f"0{text}"


def is_blank(text: str) -> bool:
    """Does a cell say that there is no figure?"""
    return text.strip().casefold() in _BLANKS


def is_in_words(text: str) -> bool:
    """Is a result said in words, or as a range, as reports print it ("Trên 4", "61-62")?

    >>> is_in_words("Xuất siêu"), is_in_words("61-62"), is_in_words("68,25"), is_in_words("-3,5 %")
    (True, True, False, False)
    """
    words = text.strip()[:_MOST_READ]
    return words[:1].isalpha() or words.startswith(("<", ">", "≤", "≥", "~")) or _RANGE.fullmatch(words) is not None


_RANGE = re.compile(r"-?[0-9][0-9.,]*\s*[-–—]\s*[0-9][0-9.,]*\s*(?:\D.*)?", re.DOTALL)


def numbers_in(text: str, notation: Notation) -> frozenset[Decimal]:
    """Return the numbers that stand in the words of a planned figure.

    >>> sorted(numbers_in("7,5-8,0", Notation.VIETNAMESE))
    [Decimal('7.5'), Decimal('8.0')]
    """
    is_vietnamese = notation is Notation.VIETNAMESE
    pattern = _VIETNAMESE_NUMBER if is_vietnamese else _PLAIN_NUMBER
    found = set()
    for match in pattern.finditer(text[:_MOST_READ]):
        digits = match[0].rstrip(".")
        if len(digits) <= MAX_DIGITS:
            found.add(Decimal(digits.replace(".", "").replace(",", ".") if is_vietnamese else digits))
    return frozenset(found)
