"""Numbers as pages print them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import Reading
from govplan.errors import Lang
from govplan.model.observation import Status
from govplan.report.figures import Number, amount, measured_amount, number
from govplan.values import Period, Unit

PEOPLE, PERCENT, BILLIONS = Unit.parse("người"), Unit.parse("%"), Unit.parse("tỷ đồng")


@pytest.mark.parametrize(
    ("value", "unit", "lang", "kind", "words"),
    [
        (Decimal(16000), PEOPLE, "vi", {}, "16.000 người"),
        (Decimal("68.25"), PERCENT, "vi", {}, "68,25%"),
        (Decimal("68.25"), PERCENT, "en", {}, "68.25%"),
        (Decimal("-0.7"), PERCENT, "vi", {"is_change": True}, "-0,7 điểm %"),
        (Decimal("0.7"), PERCENT, "en", {"is_change": True}, "+0.7 percentage points"),
        (Decimal(8), BILLIONS, "vi", {"is_relative": True}, "+8%"),
        (Fraction(1000, 3), BILLIONS, "vi", {}, "333,33 tỷ đồng"),
        (Decimal(5), None, "en", {}, "5"),
    ],
)
def test_amounts_are_written_as_the_language_does(
    value: Number, unit: Unit | None, lang: Lang, kind: dict[str, bool], words: str
) -> None:
    """With the unit behind, changes with their sign, and of a percentage in points."""
    assert amount(value, unit, lang, **kind) == words


@given(st.fractions(-1_000_000, 1_000_000))
def test_a_quotient_is_near_what_is_printed(value: Fraction) -> None:
    """Off by half a hundredth at most."""
    printed = Fraction(number(value, "en").replace(",", ""))
    assert abs(printed - value) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (Reading(Period.year(2023), value=Decimal(16250), status=Status.ESTIMATE), "16.250 người (ước)"),
        (Reading(Period.year(2023), change=Decimal(250), status=Status.PROVISIONAL), "+250 người (sơ bộ)"),
        (Reading(Period.year(2023), relative_change=Decimal("-1.5")), "-1,5%"),
    ],
)
def test_a_result_is_told_on_its_own_basis(reading: Reading, words: str) -> None:
    """With its sign where it is a change, and what is still uncertain of it."""
    assert measured_amount(reading, PEOPLE, "vi") == words
