"""What is known of a whole from its parts, where nobody reported it; *not* here: stated sums (`parts`, `roll_up`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from govplan.aggregation.additivity import Way
from govplan.aggregation.divisions import adding, not_added, overlapping
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.series import Origin, Reading
from govplan.aggregation.stretches import rank
from govplan.errors import InvalidNumberError
from govplan.model.indicator import Measure
from govplan.model.target import Breakdown, Relation, Target
from govplan.values.number import exact_rescale, exact_sum, number_of
from govplan.values.period import Period

__all__ = ["reading_from_parts"]


def reading_from_parts(
    whole: Target, breakdown: Breakdown, readings: Sequence[Reading | None], way: Period
) -> Reading | Refusal:
    """Return what the parts of a partition come to, each in the whole's unit, or why they come to nothing.

    All parts are needed, for one time: counted from one day on, or standing on one.
    """
    what = whole.indicator
    if breakdown.relation is not Relation.PARTITION:
        return Refusal.of(Why.SUBSET, what=what, relation=breakdown.relation.value)
    allowed = adding(whole, breakdown)
    if isinstance(allowed, Refusal):
        return allowed
    if Way.SUM not in allowed.ways:
        return not_added(allowed.kind, what)
    present = [reading for reading in readings if reading is not None]
    if len(present) < len(readings):
        missing = [part for part, reading in zip(breakdown.parts, readings, strict=True) if reading is None]
        return Refusal.of(Why.PARTS_MISSING, what=what, who=", ".join(str(part.indicator) for part in missing))
    overlap = overlapping(None, breakdown, way, str(what))
    if overlap is not None:
        return overlap
    counted = what.measure is Measure.FLOW
    first, last = present[0].period, way.start.toordinal()
    for reading in present:
        if reading.period.end != first.end or (counted and reading.period.start.toordinal() != last):
            return Refusal.of(Why.MODES_MIXED, what=what, one=first, two=reading.period)
    return _summed(whole, breakdown, present, way)


def _summed(whole: Target, breakdown: Breakdown, readings: Sequence[Reading], way: Period) -> Reading | Refusal:
    what = whole.indicator
    sums: dict[str, Decimal] = {}
    for field in ("value", "change"):
        amounts: list[Decimal] = []
        for part, reading in zip(breakdown.parts, readings, strict=True):
            amount = getattr(reading, field)
            if amount is None:
                break
            converted = _in_unit_of(whole, part, amount)
            if isinstance(converted, Refusal):
                return converted
            amounts.append(converted)
        else:
            total = exact_sum(amounts)
            try:
                sums[field] = number_of(total)
            except InvalidNumberError:
                return Refusal.of(Why.OUT_OF_BOUNDS, what=what, found=total)
    if not sums:
        return Refusal.of(Why.OTHER_BASIS, what=what, found=", ".join(str(reading.number) for reading in readings))
    end: date = readings[0].period.end
    alike = all(reading.period == readings[0].period for reading in readings)
    return Reading(
        readings[0].period if alike else Period(end, end),
        **sums,
        status=min((reading.status for reading in readings), key=rank),
        origin=Origin.PARTS,
    )


def _in_unit_of(whole: Target, part: Target, amount: Decimal) -> Decimal | Refusal:
    mine, other = whole.indicator.unit, part.indicator.unit
    if mine == other:
        return amount
    if mine is None or other is None:
        return Refusal.of(Why.UNIT_MISSING, what=whole.indicator, one=mine or other)
    if mine.measures_like(other):
        try:
            return exact_rescale(amount, other.scale, mine.scale)
        except InvalidNumberError:
            pass
    return Refusal.of(Why.UNITS_DIFFER, what=whole.indicator, one=mine, two=other)
