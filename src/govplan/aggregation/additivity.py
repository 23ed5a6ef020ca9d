"""What may be added over what, as one table; *not* here: the adding (`sums`, `weighting`).

Source: section 5 of the design, after DHIS2's sums over periods and units and pyam's weighted regions.
"""

from __future__ import annotations

from enum import Enum

from govplan.model.indicator import Measure
from govplan.model.target import Denominator
from govplan.values.unit import Unit

__all__ = ["Axis", "Way", "kind_of", "ways"]


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
    """Return the measure that decides what may be added: what is counted in percent is a share, whatever it is called.

    >>> kind_of(Measure.STOCK, Unit.parse("%"))
    <Measure.RATIO: 'ratio'>
    """
    if measure in (Measure.FLOW, Measure.STOCK) and unit is not None and unit.dimension in _SHARES:
        return Measure.RATIO
    return measure


_SHARES = frozenset({"percent", "per mille"})
