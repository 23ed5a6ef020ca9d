"""Quotients as they are printed; *not* here: computing with them."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import percent, rounded

FRACTIONS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)


@given(FRACTIONS, st.integers(0, 6))
def test_a_rounded_number_is_the_nearest_with_its_decimals(number: Fraction, places: int) -> None:
    """It lies within half a step of the exact one, and has the decimals asked for."""
    shown = rounded(number, places)
    assert abs(Fraction(shown) - number) <= Fraction(1, 2 * 10**places)
    assert shown.as_tuple().exponent == -places


@given(FRACTIONS, st.integers(0, 6))
def test_rounding_knows_no_side(number: Fraction, places: int) -> None:
    """Losses round as gains do, halves away from zero, and nothing prints as a negative zero."""
    assert rounded(-number, places) == -rounded(number, places)
    assert not rounded(Fraction(-1, 10**9), 2).is_signed()


def test_halves_go_away_from_zero() -> None:
    """Half a point up is what reports print."""
    assert (rounded(Fraction(1, 8), 2), rounded(Fraction(5, 2), 0)) == (Decimal("0.13"), Decimal(3))


@given(st.fractions(min_value=Fraction(99, 100), max_value=Fraction(101, 100)), st.integers(0, 4))
def test_what_falls_short_never_reads_as_full(share: Fraction, places: int) -> None:
    """15.999 of 16.000 is not printed as 100%."""
    shown = Decimal(percent(share, "en", places).removesuffix("%"))
    assert (shown < 100) <= (share < 1)
    assert (share < 1) <= (shown < 100)


def test_percentages_follow_the_language() -> None:
    """The comma is Vietnamese, the point English."""
    assert percent(Fraction(12345, 10)) == "123.450,0%"
    assert percent(Fraction(12345, 10), "en") == "123,450.0%"
