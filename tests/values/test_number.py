"""Exact numbers and arithmetic that never rounds."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidNumberError
from govplan.testing import numbers
from govplan.values.number import (
    MAX_DIGITS,
    MAX_EXPONENT,
    exact_product,
    exact_rescale,
    exact_sum,
    number_of,
    optional_number_of,
    plain,
)

_sizes = numbers(min_value="0.000001", max_value=10**12, max_digits=12)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (16000, "16000"),
        (-3, "-3"),
        ("68.25", "68.25"),
        ("4.00", "4.00"),
        ("007", "7"),
        (Decimal("0.750"), "0.750"),
        (Decimal("1E+3"), "1E+3"),
        (Decimal("-0.0"), "0.0"),
        ("-0", "0"),
        (10**31 - 1, "9" * 31),
        (Decimal(f"1E-{MAX_EXPONENT}"), f"1E-{MAX_EXPONENT}"),
        ("9" * 31 + "." + "9" * 29, "9" * 31 + "." + "9" * 29),
    ],
)
def test_exact_forms_are_taken_with_their_digits(value: int | str | Decimal, digits: str) -> None:
    """Whole numbers, Decimals and plain text keep every printed digit; minus nothing is nothing."""
    assert str(number_of(value)) == digits


@pytest.mark.parametrize("value", [1.5, True, None, [], b"5", Decimal])
def test_what_is_not_exact_is_refused(value: Any) -> None:
    """A float holds something else than what was written, and True is no one."""
    with pytest.raises(InvalidNumberError, match="not an exact number: found"):
        number_of(value)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3.000.000", "write 3000000"),
        ("16.000,5", "write 16000.5"),
        ("68,25", "write 68.25"),
        ("", r"write 16000, 68\.25"),
        ("+5", r"write 16000, 68\.25"),
        (" 5", r"write 16000, 68\.25"),
        ("1e400", r"write 16000, 68\.25"),
        ("nan", r"write 16000, 68\.25"),
        ("５", r"write 16000, 68\.25"),
        ("5.", r"write 16000, 68\.25"),
        ("1" + ".000" * 40, r"write 16000, 68\.25"),
    ],
)
def test_other_notations_are_refused_with_the_way_to_write_them(text: str, hint: str) -> None:
    """The message writes a Vietnamese number the way files have it, and shows examples for the rest."""
    with pytest.raises(InvalidNumberError, match=f"not a plain number: found .*; {hint}"):
        number_of(text)


@pytest.mark.parametrize(
    "value",
    [
        10**31,
        -(10**31),
        pytest.param(10 ** (10**6), id="a million digits"),
        Decimal("1E-31"),
        Decimal("1E+31"),
        Decimal("1e400"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("-Infinity"),
        Decimal("1" * (MAX_DIGITS + 1) + f"E-{MAX_EXPONENT}"),
        Decimal("0E-100"),
        "9" * 32,
    ],
)
def test_numbers_beyond_the_bounds_are_refused(value: int | str | Decimal) -> None:
    """No number has more digits or is larger or smaller than plans need, and none is infinite."""
    with pytest.raises(InvalidNumberError, match=r"number out of bounds: found .*; give a finite number"):
        number_of(value)


def test_an_optional_number_may_be_missing() -> None:
    """None stays None; anything else has to be a number."""
    assert optional_number_of(None) is None
    assert optional_number_of("4.50") == Decimal("4.50")
    with pytest.raises(InvalidNumberError, match="not a plain number"):
        optional_number_of("")


@given(numbers())
def test_plain_text_keeps_every_digit(number: Decimal) -> None:
    """What files hold reads back as the same number, its decimals too, without an exponent."""
    text = plain(number)
    assert "E" not in text.upper()
    assert number_of(text) == number
    decimals = number.as_tuple().exponent
    assert isinstance(decimals, int)
    assert number_of(text).as_tuple().exponent == min(decimals, 0)


@given(numbers())
def test_a_number_is_taken_as_it_is(number: Decimal) -> None:
    """Taking a number twice changes nothing, down to its digits."""
    assert number_of(number).as_tuple() == number.as_tuple()


@given(st.lists(numbers(), max_size=6), st.randoms(use_true_random=False))
def test_sums_are_exact_in_any_order(addends: list[Decimal], random: Any) -> None:
    """The order of addends changes neither the sum nor its digits, and nothing is rounded."""
    total = exact_sum(addends)
    assert Fraction(total) == sum(map(Fraction, addends))
    shuffled = list(addends)
    random.shuffle(shuffled)
    assert exact_sum(shuffled).as_tuple() == total.as_tuple()


@given(numbers(), numbers(), numbers())
def test_sums_do_not_depend_on_grouping(one: Decimal, two: Decimal, three: Decimal) -> None:
    """Subtotals may be added up in any grouping."""
    assert exact_sum((exact_sum((one, two)), three)) == exact_sum((one, exact_sum((two, three))))


@given(numbers(), numbers())
def test_products_are_exact(left: Decimal, right: Decimal) -> None:
    """A product is what the two numbers make, to the last digit, whichever comes first."""
    assert Fraction(exact_product(left, right)) == Fraction(left) * Fraction(right)
    assert exact_product(left, right) == exact_product(right, left)


@given(numbers(max_digits=20, max_decimals=10), st.integers(-12, 12), st.integers(-12, 12))
def test_between_powers_of_ten_only_the_point_moves(number: Decimal, old: int, new: int) -> None:
    """From millions to billions and back the printed digits stay what they were."""
    there = exact_rescale(number, Decimal(f"1E{old}"), Decimal(f"1E{new}"))
    assert there.as_tuple().digits == number.as_tuple().digits
    assert exact_rescale(there, Decimal(f"1E{new}"), Decimal(f"1E{old}")).as_tuple() == number.as_tuple()


@given(numbers(max_digits=12, max_decimals=6), _sizes, _sizes)
def test_rescaling_is_exact_or_refused(number: Decimal, old: Decimal, new: Decimal) -> None:
    """An amount in other steps is the same amount; one that would never end is refused, not rounded."""
    exact = Fraction(number) * Fraction(old) / Fraction(new)
    if _ends(exact):
        assert Fraction(exact_rescale(number, old, new)) == exact
    else:
        with pytest.raises(InvalidNumberError, match="conversion without end"):
            exact_rescale(number, old, new)


def _ends(exact: Fraction) -> bool:
    """Has the number a last decimal? It does when its denominator divides a power of ten."""
    return 10**200 % exact.denominator == 0


def test_a_conversion_without_end_says_what_to_do() -> None:
    """One step of 1 in steps of 3 has no last digit."""
    with pytest.raises(InvalidNumberError, match="conversion without end: found 1 × 1 in steps of 3; keep the unit"):
        exact_rescale(Decimal(1), Decimal(1), Decimal(3))
