"""Objects made of values that are known to be good."""

from decimal import Decimal

from hypothesis import given

from govplan.testing import intervals
from govplan.values import Interval
from govplan.values.filling import filler

_fill = filler(Interval)


@given(intervals())
def test_a_filled_object_is_the_constructed_one(interval: Interval) -> None:
    """Filling asks nothing, but what it makes of good values cannot be told from what a constructor makes."""
    filled = _fill(interval.lower, interval.upper, interval.lower_open, interval.upper_open)
    assert filled == interval
    assert hash(filled) == hash(interval)
    assert repr(filled) == repr(interval)
    assert type(filled) is Interval


def test_filling_asks_nothing() -> None:
    """What a constructor would refuse is the caller's to know."""
    assert _fill(Decimal(2), Decimal(1), False, False).lower == Decimal(2)
