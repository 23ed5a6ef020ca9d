"""Units of measure and what they measure."""

import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from govplan.errors import GovplanError, InvalidUnitError
from govplan.testing import units
from govplan.values import Unit


@pytest.mark.parametrize(
    ("printed", "dimension", "scale"),
    [
        ("người", "person", "1"),
        ("lao động", "person", "1"),
        ("nghìn người", "person", "1000"),
        ("ngàn người", "person", "1000"),
        ("vạn dân", "person", "10000"),
        ("đồng", "VND", "1"),
        ("tỷ đồng", "VND", "1E9"),
        ("tỉ đồng", "VND", "1E9"),
        ("Tỷ đồng", "VND", "1E9"),
        ("triệu tỷ đồng", "VND", "1E15"),
        ("nghìn USD", "USD", "1000"),
        ("%", "percent", "1"),
        ("phần trăm", "percent", "1"),
        ("điểm phần trăm", "percentage point", "1"),
        ("‰", "per mille", "1"),
        ("ha", "square metre", "10000"),
        ("km²", "square metre", "1E6"),
        ("MW", "watt", "1E6"),
        ("Kwh", "kilowatt hour", "1"),
        ("tấn", "kilogram", "1000"),
        ("triệu đồng/người/năm", "VND/person/year", "1E6"),
        ("giường/vạn dân", "giường/10000 person", "1"),
        ("tạ/ha", "kilogram/10000 square metre", "100"),
        ("xã", "xã", "1"),
        ("lượt  người", "lượt người", "1"),
        ("Bác sĩ", "bác sĩ", "1"),
    ],
)
def test_printed_units_are_understood(printed: str, dimension: str, scale: str) -> None:
    """Nouns, their other names, steps before them and what they are counted per."""
    unit = Unit.parse(printed)
    assert (unit.dimension, unit.scale) == (dimension, Decimal(scale))


def test_two_spellings_measure_one_thing() -> None:
    """Where the tone mark stands changes nothing about what is counted."""
    assert Unit.parse("thuỷ điện").measures_like(Unit.parse("thủy điện"))
    assert Unit.parse("xoá").dimension == Unit.parse("xóa").dimension


@pytest.mark.parametrize("text", ["", " ", "5", "5 người", "người/", "/người", "người//năm", "-", "²", "x" * 101, "?"])
def test_what_names_no_unit_is_refused(text: str) -> None:
    """A figure, a gap around a slash and a sentence are no units."""
    with pytest.raises(InvalidUnitError, match=r"not a unit: found .*; write a noun such as người"):
        Unit.parse(text)


@given(units(printed=True))
def test_units_are_read_back_from_their_symbol(unit: Unit) -> None:
    """str() is the symbol, and the symbol says all, in either Unicode form."""
    assert str(unit) == unit.symbol
    assert Unit.parse(str(unit)) == unit
    assert Unit.parse(unicodedata.normalize("NFD", str(unit))) == unit


@given(units(dimension="VND"), units(dimension="person"))
def test_only_one_kind_of_thing_adds(money: Unit, people: Unit) -> None:
    """Any two steps of one dimension may be added, never two dimensions."""
    assert money.measures_like(Unit.parse("đồng"))
    assert people.measures_like(Unit.parse("người"))
    assert not money.measures_like(people)


def test_percent_and_percentage_point_differ() -> None:
    """A share and a difference of shares are not added; only the share is a percentage."""
    share, point = Unit.parse("%"), Unit.parse("điểm %")
    assert share.is_percent
    assert not point.is_percent
    assert not share.measures_like(point)


@pytest.mark.parametrize("scale", [0, "-1", Decimal("-0.5")])
def test_a_unit_has_a_size(scale: Any) -> None:
    """A unit of nothing, or less, measures nothing."""
    with pytest.raises(InvalidUnitError, match="unit without size: found the scale"):
        Unit("đồng", "VND", scale)


def test_steps_of_steps_stay_within_the_bounds_of_numbers() -> None:
    """A pile of words for powers of ten is refused as the number it would be."""
    with pytest.raises(GovplanError, match="number out of bounds"):
        Unit.parse("tỷ tỷ tỷ tỷ đồng")
