"""Numbers as documents print them."""

from decimal import Decimal

import pytest
from hypothesis import given

from govplan.errors import InvalidNumberError
from govplan.testing import numbers
from govplan.vietnamese import format_number, parse_number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0", "0"),
        ("05", "5"),
        ("4", "4"),
        ("16.000", "16000"),
        ("16000", "16000"),
        ("1.234.567,80", "1234567.80"),
        ("68,50", "68.50"),
        ("0,75", "0.75"),
        ("-3.000", "-3000"),
        ("3,000", "3.000"),
    ],
)
def test_points_group_and_commas_divide(printed: str, number: str) -> None:
    """Thousands are grouped by points, decimals follow a comma, and every printed decimal is kept."""
    found = parse_number(printed)
    assert found == Decimal(number)
    assert found.as_tuple() == Decimal(number).as_tuple()


@pytest.mark.parametrize(
    "text",
    ["", "-", "3.00", "1.0000", "1,2,3", "1.23,4", ",5", "5,", "+5", "1 000", "1e3", "４", "NaN", "5%", "--5", "5\n"],
)
def test_what_is_ambiguous_is_refused(text: str) -> None:
    """A group of two digits, a second comma or a foreign notation is no number; the message shows how to write one."""
    with pytest.raises(InvalidNumberError, match=r"not a Vietnamese number: found .*; write 16\.000 or 68,25"):
        parse_number(text)


def test_numbers_without_end_are_refused() -> None:
    """A number longer than any plan's is refused instead of read for as long as it lasts."""
    with pytest.raises(InvalidNumberError, match="not a Vietnamese number"):
        parse_number("9" * 100_000)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("24000", "24.000"),
        ("999", "999"),
        ("1000000", "1.000.000"),
        ("68.50", "68,50"),
        ("-1250.5", "-1.250,5"),
        ("-0.0", "0,0"),
        ("1E+3", "1.000"),
        ("0.001", "0,001"),
    ],
)
def test_numbers_print_with_all_their_digits(number: str, printed: str) -> None:
    """What is printed has the digits that are there, no exponent, and no minus before nothing."""
    assert format_number(Decimal(number)) == printed


@given(numbers())
def test_printed_numbers_read_back(number: Decimal) -> None:
    """Every number survives printing, its decimals too."""
    found = parse_number(format_number(number))
    assert found == number
    decimals = number.as_tuple().exponent
    assert isinstance(decimals, int)
    assert found.as_tuple().exponent == min(decimals, 0)
