"""Numbers in the cells of results."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import GovplanError, InvalidNumberError, InvalidUnitError
from govplan.files.problem import FormError
from govplan.files.results.columns import Notation
from govplan.files.results.numbers import Amount, amount_of, is_blank, is_in_words, numbers_in, written
from govplan.files.scalars import Grouped
from govplan.testing import numbers
from govplan.values import Unit
from govplan.values.number import plain
from govplan.vietnamese import format_number

PLAIN, DOCUMENT, VIETNAMESE = Notation.PLAIN, Notation.DOCUMENT, Notation.VIETNAMESE


@given(numbers())
def test_what_is_written_is_read_back_with_its_digits(number: Decimal) -> None:
    """No digit is lost, and no decimal is written so that it looks like thousands."""
    found = amount_of(written(number), PLAIN)
    assert (plain(found.number), found.unit) == (plain(number), None)


@given(numbers())
def test_printed_numbers_are_read_where_headings_are_vietnamese(number: Decimal) -> None:
    """Points group thousands, a comma begins the decimals."""
    assert amount_of(f" {format_number(number)} ", VIETNAMESE).number == number


@given(numbers(max_digits=12, max_decimals=4))
def test_no_text_is_two_numbers(number: Decimal) -> None:
    """A number in one notation is the same in the other, or is refused there, unless its column says which it is."""
    try:
        found = amount_of(format_number(number), PLAIN).number
    except GovplanError:
        return
    assert found == number


@pytest.mark.parametrize(
    ("text", "notation", "number", "unit"),
    [
        ("16.250 người", VIETNAMESE, "16250", "người"),
        ("68,25%", VIETNAMESE, "68.25", "%"),
        ("-8,25 %", VIETNAMESE, "-8.25", "%"),
        ("05", VIETNAMESE, "5", None),
        ("4.5 tỷ đồng", PLAIN, "4.5", "tỷ đồng"),
        ("3.000", DOCUMENT, "3.000", None),
        ("120 m2", PLAIN, "120", "m2"),
    ],
)
def test_a_unit_may_stand_behind_a_number(text: str, notation: Notation, number: str, unit: str | None) -> None:
    """It is kept apart from the number."""
    found = amount_of(text, notation)
    assert str(found.number) == number
    assert found.unit == (None if unit is None else Unit.parse(unit))


@pytest.mark.parametrize(
    ("value", "notation", "error", "words"),
    [
        ("3.000", PLAIN, FormError, "ambiguous number: found 3.000; write 3000, or 03.000 for a decimal"),
        ("24,800", PLAIN, FormError, "ambiguous number: found 24,800; write 24800, or 024.800 for a decimal"),
        ("-3.000", PLAIN, FormError, "write -3000, or -03.000"),
        (Grouped("3.000"), DOCUMENT, FormError, "or '3.000' in quotes"),
        ("0.123", VIETNAMESE, FormError, "a comma begins the decimals"),
        ("68.25", VIETNAMESE, InvalidNumberError, "not a Vietnamese number"),
        ("68,25", PLAIN, InvalidNumberError, "write 68.25"),
        ("1e5", PLAIN, InvalidNumberError, "not a plain number"),
        ("1E-5", VIETNAMESE, InvalidNumberError, "not a Vietnamese number"),
        ("5 6", PLAIN, InvalidNumberError, "not a plain number"),
        ("5 /", PLAIN, InvalidUnitError, "not a unit"),
        ("٥", PLAIN, InvalidNumberError, "not a plain number"),
        ("9" * 61, PLAIN, InvalidNumberError, "number out of bounds"),
        ("9" * 5000, PLAIN, InvalidNumberError, "not a plain number"),
        (None, DOCUMENT, FormError, "number expected: found nothing"),
        ([1], DOCUMENT, FormError, "number expected: found a list of 1 items"),
    ],
)
def test_what_is_no_number_is_refused(value: object, notation: Notation, error: type[Exception], words: str) -> None:
    """With what was found, and how to write what may have been meant."""
    with pytest.raises(error) as caught:
        amount_of(value, notation)
    assert words in str(caught.value)


def test_an_amount_of_a_workbook_is_taken_as_it_is() -> None:
    """A number there has no notation."""
    share = Amount(Decimal("3.45"), Unit.parse("%"))
    assert amount_of(share, VIETNAMESE) is share


@pytest.mark.parametrize("text", ["", " ", "-", "–", "…", "...", "x"])
def test_marks_for_no_figure_are_blank(text: str) -> None:
    """Tables print them where there is none; 0 is a figure."""
    assert is_blank(text)
    assert not is_blank("0")


@pytest.mark.parametrize("text", ["Xuất siêu", "Trên 4", "61-62", "7,5 – 8,0 %", "< 7,6", "~5"])
def test_results_in_words_or_ranges_are_no_numbers(text: str) -> None:
    """Reports print them; nobody makes one number of them."""
    assert is_in_words(text)


@pytest.mark.parametrize("text", ["5", "-5", "68,25", "4%", "-8,25 %", "16.250 người", ""])
def test_numbers_are_not_in_words(text: str) -> None:
    """A sign in front makes no range."""
    assert not is_in_words(text)


@pytest.mark.parametrize(
    ("text", "notation", "found"),
    [
        ("7,5-8,0", VIETNAMESE, {"7.5", "8"}),
        ("dưới 20,8", VIETNAMESE, {"20.8"}),
        ("26.680", VIETNAMESE, {"26680"}),
        ("ít nhất 07.", VIETNAMESE, {"7"}),
        ("at least 68.25", PLAIN, {"68.25"}),
        ("không", VIETNAMESE, set()),
        ("9" * 200, PLAIN, set()),
    ],
)
def test_the_numbers_in_a_planned_figure(text: str, notation: Notation, found: set[str]) -> None:
    """All of them, whatever words stand around."""
    assert numbers_in(text, notation) == {Decimal(number) for number in found}


@given(st.text(max_size=80), st.sampled_from(Notation))
def test_no_text_crashes(text: str, notation: Notation) -> None:
    """Text is an amount, or is refused as one."""
    numbers_in(text, notation)
    is_in_words(text)
    with suppress(GovplanError):
        assert amount_of(text, notation).number.is_finite()
