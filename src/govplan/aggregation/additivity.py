"""What may be added over what, as one table; *not* here: the adding (`sums`, `weighting`).

Source: section 5 of the design, after DHIS2's sums over periods and units and pyam's weighted regions.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from govplan.model.indicator import Measure
from govplan.model.target import Denominator
from govplan.values.unit import Unit
from govplan.vietnamese import tone_key

__all__ = ["Axis", "Way", "kind_of", "ways", "ways_over_time"]


class Axis(Enum):
    """Along what figures are brought together (chiều tổng hợp): parts of a whole, places, or times."""

    PARTITION = "partition"
    JURISDICTIONS = "jurisdictions"
    PERIODS = "periods"


class Way(Enum):
    """How figures are brought together (cách tổng hợp).

    A sum; the last one in time; numerators over denominators, each summed; a mean by given weights.
    """

    SUM = "sum"
    LAST = "last"
    QUOTIENT = "quotient"
    WEIGHTED = "weighted"


_TABLE: dict[tuple[Axis, Measure], tuple[Way, ...]] = {
    (Axis.PARTITION, Measure.FLOW): (Way.SUM,),
    (Axis.PARTITION, Measure.STOCK): (Way.SUM,),
    (Axis.PARTITION, Measure.RATIO): (Way.QUOTIENT, Way.WEIGHTED),
    (Axis.PARTITION, Measure.MEAN): (Way.WEIGHTED,),
    (Axis.PARTITION, Measure.INDEX): (),
    (Axis.JURISDICTIONS, Measure.FLOW): (Way.SUM,),
    (Axis.JURISDICTIONS, Measure.STOCK): (Way.SUM,),
    (Axis.JURISDICTIONS, Measure.RATIO): (Way.QUOTIENT, Way.WEIGHTED),
    (Axis.JURISDICTIONS, Measure.MEAN): (Way.WEIGHTED,),
    (Axis.JURISDICTIONS, Measure.INDEX): (),
    (Axis.PERIODS, Measure.FLOW): (Way.SUM,),
    (Axis.PERIODS, Measure.STOCK): (Way.LAST,),
    (Axis.PERIODS, Measure.RATIO): (Way.QUOTIENT, Way.LAST),
    (Axis.PERIODS, Measure.MEAN): (),
    (Axis.PERIODS, Measure.INDEX): (),
}


def ways(measure: Measure, axis: Axis, denominator: Denominator = Denominator.OWN) -> tuple[Way, ...]:
    """Return how figures of a measure may be brought together along an axis, the best way first; none: refused.

    >>> ways(Measure.STOCK, Axis.PERIODS), ways(Measure.INDEX, Axis.JURISDICTIONS)
    ((<Way.LAST: 'last'>,), ())
    >>> ways(Measure.RATIO, Axis.PARTITION, Denominator.SAME)
    (<Way.SUM: 'sum'>,)
    """
    if axis is Axis.PARTITION and measure is Measure.RATIO and denominator is Denominator.SAME:
        return (Way.SUM,)
    return _TABLE[axis, measure]


def kind_of(measure: Measure | None, unit: Unit | None) -> Measure | None:
    """Return the measure that decides what may be added, where the unit says more than the measure that was stated.

    What is counted in percent, per mille or percentage points is a share, and what is counted for each of something,
    unless that is a stretch of time, is a mean: a head, a hectare, ten thousand inhabitants.

    >>> kind_of(Measure.STOCK, Unit.parse("%")), kind_of(Measure.FLOW, Unit.parse("triệu đồng/người/năm"))
    (<Measure.RATIO: 'ratio'>, <Measure.MEAN: 'mean'>)
    """
    if unit is None or (measure is not Measure.FLOW and measure is not Measure.STOCK):
        return measure
    return _kind_of_dimension(unit.dimension) or measure


def ways_over_time(measure: Measure | None, unit: Unit | None) -> tuple[Way, ...]:
    """Return how figures of periods that follow one another may be brought together; none: refused.

    A level stands on its last day whatever its unit; a flow adds, unless it is a share, a mean or a rate a year.

    >>> ways_over_time(Measure.FLOW, Unit.parse("điểm %")), ways_over_time(Measure.STOCK, Unit.parse("giường/vạn dân"))
    ((), (<Way.LAST: 'last'>,))
    """
    kind = kind_of(measure, unit)
    if kind is None:
        return ()
    if measure is Measure.FLOW and (kind is not measure or (unit is not None and "/" in unit.dimension)):
        return ()
    if measure is Measure.STOCK and kind is Measure.MEAN:
        return (Way.LAST,)
    return _TABLE[Axis.PERIODS, kind]


@lru_cache(maxsize=1024)
def _kind_of_dimension(dimension: str) -> Measure | None:
    counted, *each = dimension.split("/")
    if counted in _SHARES:
        return Measure.RATIO
    return Measure.MEAN if any(one not in _TIMES for one in each) else None


_SHARES = frozenset({"percent", "per mille", "percentage point"})
_TIMES = frozenset({"year", "month", "day", *map(tone_key, ("quý", "tuần", "ngày đêm", "giờ", "phút", "giây"))})
