"""What may be added over what, by measure and by unit."""

import pytest

from govplan.aggregation import Way
from govplan.aggregation.additivity import kind_of, ways_over_time
from govplan.model import Measure
from govplan.values import Unit


@pytest.mark.parametrize("unit", ["%", "‰", "điểm %", "điểm phần trăm", "%/năm"])
def test_what_is_counted_in_percent_is_a_share(unit: str) -> None:
    """A rate and a fall of a rate stay shares, whatever measure is stated."""
    for measure in (Measure.FLOW, Measure.STOCK, Measure.RATIO):
        assert kind_of(measure, Unit.parse(unit)) is Measure.RATIO


@pytest.mark.parametrize("unit", ["triệu đồng/người/năm", "giường/vạn dân", "tạ/ha", "kwh/người"])
def test_what_is_counted_for_each_of_something_is_a_mean(unit: str) -> None:
    """A head, ten thousand inhabitants, a hectare: two provinces' figures make no sum."""
    for measure in (Measure.FLOW, Measure.STOCK):
        assert kind_of(measure, Unit.parse(unit)) is Measure.MEAN
    assert kind_of(Measure.RATIO, Unit.parse(unit)) is Measure.RATIO


@pytest.mark.parametrize("unit", ["người", "tấn/năm", "m3/ngày đêm", "tỷ đồng/quý"])
def test_amounts_and_rates_of_time_add_over_places(unit: str) -> None:
    """So much a day in two places is their sum a day; over two years it is not."""
    assert kind_of(Measure.FLOW, Unit.parse(unit)) is Measure.FLOW
    assert ways_over_time(Measure.FLOW, Unit.parse(unit)) == (() if "/" in unit else (Way.SUM,))
