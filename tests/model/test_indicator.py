"""What is measured."""

import pytest
from attrs import evolve
from hypothesis import given

from govplan.errors import InvalidTextError, InvalidUnitError, InvalidValueError
from govplan.model import Code, Direction, Indicator, Measure, Polarity
from govplan.testing import indicators
from govplan.values import Text, Unit


def test_plain_words_become_values() -> None:
    """Names, units, measures and polarities may be given as a file writes them."""
    indicator = Indicator(
        "Tỷ lệ hộ nghèo", "poverty-rate", "%", "ratio", "lower", "số hộ nghèo", "tổng số hộ", [Code("vn-nsis", "1904")]
    )
    assert indicator.name == Text("Tỷ lệ hộ nghèo")
    assert indicator.unit == Unit.parse("%")
    assert (indicator.measure, indicator.polarity) == (Measure.RATIO, Polarity.LOWER)
    assert indicator.codes == (Code("vn-nsis", "1904"),)
    assert str(indicator) == "Tỷ lệ hộ nghèo"
    assert evolve(indicator, unit=Unit.parse("%"), measure=Measure.RATIO) == indicator


def test_only_the_name_is_needed() -> None:
    """An indicator that only relative goals use has no unit; without an id it is local to its target."""
    indicator = Indicator(Text(en="Frequency of fatal accidents"))
    assert (indicator.id, indicator.unit, indicator.measure, indicator.polarity, indicator.codes) == (
        None,
        None,
        None,
        None,
        (),
    )
    assert str(indicator) == "Frequency of fatal accidents"


@pytest.mark.parametrize(
    ("polarity", "direction"),
    [("higher", Direction.UP), ("lower", Direction.DOWN), (None, Direction.POLARITY)],
)
def test_polarity_is_the_direction_that_goals_take_from_it(polarity: str | None, direction: Direction) -> None:
    """More is better means up; without a polarity the direction stays unknown."""
    assert Indicator("Số hộ", polarity=polarity).direction is direction


def test_codes_stand_in_the_order_of_their_schemes() -> None:
    """The same codes make the same indicator, in whatever order they were given."""
    sdg, nsis = Code("sdg", "1.2.1"), Code("vn-nsis", "1904")
    assert Indicator("Tỷ lệ", codes=[nsis, sdg]).codes == (sdg, nsis)
    assert Indicator("Tỷ lệ", codes=[nsis, sdg]) == Indicator("Tỷ lệ", codes=(sdg, nsis))


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"name": ""}, InvalidTextError, "empty text"),
        ({"id": "Poverty Rate"}, InvalidTextError, "not an id: found 'Poverty Rate'"),
        ({"unit": "12"}, InvalidUnitError, "not a unit: found '12'"),
        ({"unit": ""}, InvalidTextError, "empty text"),
        ({"unit": 5}, InvalidTextError, "text expected: found 5"),
        ({"measure": "rate"}, InvalidTextError, "found 'rate'; write one of flow, stock, ratio, mean, index"),
        ({"polarity": "up"}, InvalidTextError, "found 'up'; write one of higher, lower"),
        ({"numerator": " "}, InvalidTextError, "empty text"),
        ({"codes": "1904"}, InvalidValueError, "a list expected: found '1904'"),
        ({"codes": ["1904"]}, InvalidValueError, "Code expected in a list: found '1904'"),
        (
            {"codes": [Code("sdg", "1"), Code("vn-nsis", "3"), Code("sdg", "2")]},
            InvalidValueError,
            "two codes in one list: found '1' and '2' in sdg; keep one",
        ),
    ],
)
def test_what_no_indicator_has_is_refused(fields: dict[str, object], error: type[Exception], message: str) -> None:
    """Each field says what it takes."""
    with pytest.raises(error, match=message):
        Indicator(**{"name": "Số hộ", **fields})


@given(indicators())
def test_an_indicator_is_closed_under_its_own_fields(indicator: Indicator) -> None:
    """Building it again from what it holds, in words or values, gives an equal one."""
    again = Indicator(
        indicator.name,
        indicator.id,
        indicator.unit,
        indicator.measure.value if indicator.measure else None,
        indicator.polarity.value if indicator.polarity else None,
        indicator.numerator,
        indicator.denominator,
        list(reversed(indicator.codes)),
    )
    assert again == indicator
    assert hash(again) == hash(indicator)
