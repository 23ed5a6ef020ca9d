"""Exact quotients rounded for display, the one place that rounds; *not* here: computing with them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from govplan.errors import Lang
from govplan.model.wording import format_for

__all__ = ["percent", "rounded"]


def rounded(number: Fraction, places: int = 1) -> Decimal:
    """Return a quotient with that many decimals, halves away from zero.

    >>> rounded(Fraction(2, 3), 2), rounded(Fraction(-1, 8), 2), rounded(Fraction(5), 0)
    (Decimal('0.67'), Decimal('-0.13'), Decimal('5'))
    """
    steps = (2 * abs(number.numerator) * 10**places + number.denominator) // (2 * number.denominator)
    sign = int(number < 0 and steps > 0)
    return Decimal((sign, tuple(map(int, str(steps))), -places))


def percent(share: Fraction, lang: Lang = "vi", places: int = 1) -> str:
    """Print a share of 1 as a percentage; what falls short of 100% never reads as if it did not.

    >>> percent(Fraction(23951, 26680)), percent(Fraction(5, 6), "en"), percent(Fraction(99999, 100000))
    ('89,8%', '83.3%', '99,9%')
    """
    hundredfold = 100 * share
    shown = rounded(hundredfold, places)
    if hundredfold < 100 <= shown:
        shown = rounded(100 - Fraction(1, 10**places), places)
    return f"{format_for(shown, lang)}%"
