"""Exact quotients as the decimals of a table; *not* here: rounding for people (`govplan.aggregation.rounding`)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from govplan.aggregation.rounding import rounded

__all__ = ["PLACES", "as_decimal"]

PLACES = 6
"""To how many places a quotient that no decimal holds is rounded in a table."""


def as_decimal(quotient: Fraction) -> Decimal:
    """Return a quotient as a decimal of at most six places.

    >>> as_decimal(Fraction(1, 3)), as_decimal(Fraction(5, 4)), as_decimal(Fraction(100))
    (Decimal('0.333333'), Decimal('1.25'), Decimal('100'))
    """
    near = rounded(quotient, PLACES)
    text = f"{near:f}".rstrip("0").rstrip(".")
    return Decimal(text)
