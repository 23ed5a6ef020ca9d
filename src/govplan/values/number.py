"""Exact numbers: what a value may be, and arithmetic that never rounds; *not* here: how Vietnamese prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import (
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
)

from govplan.errors import InvalidNumberError

__all__ = [
    "MAX_DIGITS",
    "MAX_EXPONENT",
    "Number",
    "exact_product",
    "exact_rescale",
    "exact_sum",
    "number_of",
    "optional_number_of",
    "plain",
]

MAX_DIGITS = 60
"""The most digits a number may have, before and after the point together, zeros in front not counted."""

MAX_EXPONENT = 30
"""Numbers lie below 10^31 and, unless 0, not below 10^-30."""

Number = Decimal | int | str
"""What a constructor takes for a number: exact, or plain text such as "68.25"."""

_TRAPS = [Clamped, DivisionByZero, Inexact, InvalidOperation, Overflow, Subnormal]
_BOUNDED = Context(prec=MAX_DIGITS, Emin=-MAX_EXPONENT, Emax=MAX_EXPONENT, traps=_TRAPS)
# Wide enough for a product of three bounded numbers, so that a trap here is always a fault of govplan.
_EXACT = Context(prec=4 * MAX_DIGITS, Emin=-999, Emax=999, traps=[DivisionByZero, Inexact, InvalidOperation])
# As many decimals as the smallest number with the most digits has, so that what `plain` writes is read.
_PLAIN = re.compile(rf"-?[0-9]{{1,62}}(?:\.[0-9]{{1,{MAX_DIGITS + MAX_EXPONENT}}})?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_COMMA = re.compile(r"-?[0-9.]+,[0-9]+")


def number_of(value: Number) -> Decimal:
    """Return the exact number that an int, a Decimal or plain text ("16000", "68.25") stands for.

    Printed decimals are kept: "4.00" stays 4.00. Floats are refused, for what they hold is not what was written.

    Raises:
        InvalidNumberError: not a finite number in that form, or beyond the bounds of this module.

    >>> number_of("68.250")
    Decimal('68.250')
    """
    if value.__class__ is str:
        # Most numbers of a plan are short counts, which need no closer look.
        if value.isdecimal() and value.isascii() and len(value) < MAX_EXPONENT:
            return Decimal(value)
        if _PLAIN.fullmatch(value) is None:
            raise _unreadable(str(value))
        number = Decimal(value)
    elif isinstance(value, Decimal):
        number = value
    elif isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() > 4 * MAX_DIGITS:  # before Decimal(), whose cost grows with the square
            raise _out_of_bounds("…")
        number = Decimal(value)
    else:
        raise InvalidNumberError(
            f"not an exact number: found {value!r:.80}; give a Decimal, an int or text such as '68.25'",
            f"không phải số chính xác: gặp {value!r:.80}; hãy cho Decimal, int hoặc chuỗi như '68.25'",
        )
    try:
        bounded = _BOUNDED.plus(number)
    except (Clamped, Inexact, InvalidOperation, Overflow, Subnormal):
        raise _out_of_bounds(str(number)) from None
    if not bounded.is_finite():
        raise _out_of_bounds(str(number))
    return bounded


def optional_number_of(value: Number | None) -> Decimal | None:
    """Return None for None, else `number_of(value)`."""
    return None if value is None else number_of(value)


def plain(number: Decimal) -> str:
    """Write a number with its digits and no exponent, as plan files hold it.

    >>> plain(Decimal("4.50")), plain(Decimal("1E+3"))
    ('4.50', '1000')
    """
    text = str(number)
    return format(number, "f") if "E" in text else text


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """Add without rounding, in any order with the same result.

    >>> exact_sum([Decimal("0.1")] * 10)
    Decimal('1.0')
    """
    total = Decimal(0)
    for number in numbers:
        total = _EXACT.add(total, number)
    return total


def exact_product(left: Decimal, right: Decimal) -> Decimal:
    """Multiply without rounding.

    >>> exact_product(Decimal("1.2"), Decimal(1000000))
    Decimal('1200000.0')
    """
    return _EXACT.multiply(left, right)


def exact_rescale(number: Decimal, old: Decimal, new: Decimal) -> Decimal:
    """Express a number of steps of size `old` in steps of size `new`, without rounding.

    Between powers of ten only the point moves, so the printed digits stay.

    Raises:
        InvalidNumberError: the result has no end, e.g. 1 step of 1 in steps of 3.

    >>> exact_rescale(Decimal("500"), Decimal(1000000), Decimal(1000000000))
    Decimal('0.500')
    """
    if _is_power_of_ten(old) and _is_power_of_ten(new):
        return _EXACT.scaleb(number, old.adjusted() - new.adjusted())
    try:
        return _EXACT.divide(_EXACT.multiply(number, old), new)
    except Inexact:
        raise InvalidNumberError(
            f"conversion without end: found {number} × {old} in steps of {new}; keep the unit it has",
            f"quy đổi không hết: gặp {number} × {old} chia theo {new}; hãy giữ đơn vị đang có",
        ) from None


def _is_power_of_ten(number: Decimal) -> bool:
    return number == Decimal((0, (1,), number.adjusted()))


def _unreadable(text: str) -> InvalidNumberError:
    if _GROUPED.fullmatch(text):
        hint = text.replace(".", "")
    elif _COMMA.fullmatch(text):
        whole, _, decimals = text.partition(",")
        hint = f"{whole.replace('.', '')}.{decimals}"
    else:
        hint = "16000, 68.25"
    if len(hint) > 60:
        hint = "16000, 68.25"
    return InvalidNumberError(
        f"not a plain number: found {text!r:.80}; write {hint}",
        f"không phải số viết thường: gặp {text!r:.80}; hãy viết {hint}",
    )


def _out_of_bounds(text: str) -> InvalidNumberError:
    return InvalidNumberError(
        f"number out of bounds: found {text:.80}; give a finite number of at most {MAX_DIGITS} digits "
        f"below 10^{MAX_EXPONENT + 1}",
        f"số ngoài giới hạn: gặp {text:.80}; hãy cho số hữu hạn, nhiều nhất {MAX_DIGITS} chữ số, "
        f"nhỏ hơn 10^{MAX_EXPONENT + 1}",
    )
