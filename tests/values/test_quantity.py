"""Numbers with units."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from govplan.errors import InvalidNumberError, InvalidUnitError, InvalidValueError, UnitMismatchError
from govplan.testing import numbers, quantities, units
from govplan.values import Quantity, Unit

# Few enough digits that sums and conversions stay within the bounds of numbers.
_amounts = numbers(max_digits=9, max_decimals=3)
_money = quantities(values=_amounts, of=units(dimension="VND"))
_land = quantities(values=_amounts, of=units(dimension="square metre"))


@pytest.mark.parametrize(
    ("text", "value", "unit", "printed"),
    [
        ("16.000 người", "16000", "người", "16.000 người"),
        ("05 tỷ đồng", "5", "tỷ đồng", "5 tỷ đồng"),
        ("4%", "4", "%", "4%"),
        ("68,50 %", "68.50", "%", "68,50%"),
        ("-3.000hộ", "-3000", "hộ", "-3.000 hộ"),
        ("0,5‰", "0.5", "‰", "0,5‰"),
        (" 12 triệu đồng/người ", "12", "triệu đồng/người", "12 triệu đồng/người"),
    ],
)
def test_quantities_are_read_and_printed(text: str, value: str, unit: str, printed: str) -> None:
    """The number comes first in Vietnamese notation; a share stands right behind its number."""
    quantity = Quantity.parse(text)
    assert quantity == Quantity(Decimal(value), Unit.parse(unit))
    assert str(quantity) == printed


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("người", InvalidNumberError, "not a Vietnamese number: found ''"),
        ("", InvalidNumberError, "not a Vietnamese number"),
        ("1.00 người", InvalidNumberError, "not a Vietnamese number: found '1.00'"),
        ("16.000", InvalidUnitError, "not a unit: found ''"),
        ("5 6 người", InvalidUnitError, "not a unit: found ' 6 người'"),
    ],
)
def test_what_is_half_a_quantity_is_refused(text: str, error: type[Exception], message: str) -> None:
    """A number without unit, a unit without number and a broken number are told apart."""
    with pytest.raises(error, match=message):
        Quantity.parse(text)


@given(quantities(of=units(printed=True)))
def test_printed_quantities_read_back(quantity: Quantity) -> None:
    """Every quantity in a printed unit survives printing."""
    assert Quantity.parse(str(quantity)) == quantity


@pytest.mark.parametrize("unit", ["người", None, Decimal(1)])
def test_a_unit_is_built_first(unit: Any) -> None:
    """Words where a unit belongs are refused, for only parse reads them."""
    with pytest.raises(InvalidValueError, match="Unit expected for unit: found"):
        Quantity(Decimal(5), unit)


@given(_money, units(dimension="VND"))
def test_conversion_there_and_back_is_exact(amount: Quantity, unit: Unit) -> None:
    """In another unit it is the same amount, and back in its own it is the same down to the digits."""
    there = amount.to(unit)
    assert there.unit == unit
    assert there.compare(amount) == 0
    back = there.to(amount.unit)
    assert back == amount
    assert back.value.as_tuple() == amount.value.as_tuple()


@given(_land, units(dimension="square metre"))
def test_conversion_keeps_order(amount: Quantity, unit: Unit) -> None:
    """More in one unit is more in every other."""
    more = Quantity(amount.value + 1, amount.unit)
    assert more.to(unit).compare(amount.to(unit)) == 1
    assert amount.to(unit).compare(more) == -1


@given(_money, _money, _money)
def test_sums_commute_and_associate(one: Quantity, two: Quantity, three: Quantity) -> None:
    """Amounts add up to one amount, whatever their order, grouping and units."""
    assert (one + two).compare(two + one) == 0
    assert ((one + two) + three).compare(one + (two + three)) == 0
    assert (one + two).unit == one.unit


@given(_money, _money)
def test_taking_away_undoes_adding(one: Quantity, two: Quantity) -> None:
    """What was added can be taken away, and the rest is what there was."""
    assert ((one + two) - two).compare(one) == 0


def test_equality_is_of_what_is_printed() -> None:
    """1 tỷ đồng and 1.000 triệu đồng are the same amount, printed differently."""
    one, other = Quantity.parse("1 tỷ đồng"), Quantity.parse("1.000 triệu đồng")
    assert one != other
    assert one.compare(other) == 0


@given(
    quantities(values=_amounts, of=units(dimension="person")),
    quantities(values=_amounts, of=units(dimension="household")),
)
def test_people_and_households_do_not_mix(people: Quantity, households: Quantity) -> None:
    """Across dimensions nothing is added, taken away, compared or converted."""
    message = "units that measure different things: found .* and .*; convert or keep them apart"
    for mix in (
        lambda: people + households,
        lambda: people - households,
        lambda: people.compare(households),
        lambda: people.to(households.unit),
    ):
        with pytest.raises(UnitMismatchError, match=message):
            mix()


def test_a_conversion_without_end_is_refused() -> None:
    """A third of a unit has no last digit, and is not rounded to one."""
    with pytest.raises(InvalidNumberError, match="conversion without end"):
        Quantity(Decimal(1), Unit("m2", "square metre")).to(Unit("ô", "square metre", Decimal(3)))


@pytest.mark.parametrize("sign", ["", "-"])
def test_results_beyond_the_bounds_are_refused(sign: str) -> None:
    """A sum that is larger than any number may be is no quantity."""
    most = Quantity(Decimal(f"{sign}{'9' * 31}"), Unit.parse("đồng"))
    with pytest.raises(InvalidNumberError, match="number out of bounds"):
        most + most
