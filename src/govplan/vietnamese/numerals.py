"""Numbers as Vietnamese documents print them; *not* here: units, and the plain numbers of files."""

from __future__ import annotations

import re
from decimal import Decimal

from govplan.errors import InvalidNumberError

__all__ = ["format_number", "parse_number"]

# A bounded number of digits keeps hostile text linear; `govplan.values.number` allows 89 decimals.
_NUMBER = re.compile(r"(-?)([0-9]{1,3}(?:\.[0-9]{3}){1,20}|[0-9]{1,60})(?:,([0-9]{1,90}))?")


def parse_number(text: str) -> Decimal:
    """Read a number in Vietnamese notation: points group thousands, a comma starts the decimals.

    The printed decimals are kept ("68,50" has two); leading zeros are not ("05" is 5).

    Raises:
        InvalidNumberError: the text is no number in this notation, e.g. "3.00" or "1,2,3".

    >>> parse_number("16.000"), parse_number("68,25"), parse_number("05")
    (Decimal('16000'), Decimal('68.25'), Decimal('5'))
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise InvalidNumberError(
            f"not a Vietnamese number: found {text!r:.80}; write 16.000 or 68,25",
            f"không phải số viết kiểu Việt Nam: gặp {text!r:.80}; hãy viết 16.000 hoặc 68,25",
        )
    sign, whole, decimals = match.groups()
    return Decimal(f"{sign}{whole.replace('.', '')}{'.' + decimals if decimals else ''}")


def format_number(number: Decimal) -> str:
    """Print a number in Vietnamese notation, with all its digits.

    >>> format_number(Decimal("24000")), format_number(Decimal("68.50")), format_number(Decimal("-1250.5"))
    ('24.000', '68,50', '-1.250,5')
    """
    sign = "-" if number.is_signed() and number else ""
    whole, _, decimals = format(number.copy_abs(), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped}{',' + decimals if decimals else ''}"
