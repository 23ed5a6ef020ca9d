"""Whether the parts of a division may be added up to their whole; *not* here: adding them (`roll_up`, `from_parts`).

Definitions come before values, as they do across plans: what is measured otherwise, for another time or in places
that overlap is no part of one sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from govplan.aggregation.additivity import Axis, Way, kind_of, ways
from govplan.aggregation.gathering import Cells, Slot
from govplan.aggregation.identity import common_unit
from govplan.aggregation.overlaps import Overlaps
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.territory import Places
from govplan.aggregation.tiling import gap_in, span_of
from govplan.model.indicator import Measure
from govplan.model.plan import Plan
from govplan.model.target import Breakdown, Denominator, Relation, Target
from govplan.values.period import Period
from govplan.values.unit import Unit

__all__ = ["ADDED", "Adding", "adding", "not_added", "overlapping", "times_apart"]

ADDED = (Relation.PARTITION, Relation.ALLOCATION)
"""The relations whose parts make up their whole."""


@frozen
class Adding:
    """How the parts of a division come to their whole (cách cộng): their kind, the ways allowed, the common unit."""

    kind: Measure
    ways: tuple[Way, ...]
    unit: Unit | None


def adding(whole: Target, breakdown: Breakdown) -> Adding | Refusal:
    """Return how parts may be added, or why not: their relation, or definitions that contradict each other."""
    what = whole.indicator
    if breakdown.relation not in ADDED:
        return Refusal.of(Why.SUBSET, what=what, relation=breakdown.relation.value)
    indicators = [what, *(part.indicator for part in breakdown.parts)]
    unit = common_unit([one.unit for one in indicators], str(what))
    if isinstance(unit, Refusal):
        return unit
    unit = what.unit or unit
    kinds = {kind.value for one in indicators if (kind := kind_of(one.measure, one.unit)) is not None}
    is_of_one = breakdown.relation is Relation.PARTITION and breakdown.denominator is Denominator.SAME
    wholes = {one.denominator for one in indicators if one.denominator is not None} if is_of_one else set()
    for found in (sorted(kinds), sorted(wholes)):
        if len(found) > 1:
            return Refusal.of(Why.DEFINITIONS_DIFFER, what=what, one=found[0], two=found[1])
    kind = kind_of(what.measure, unit)
    if kind is None:
        return Refusal.of(Why.MEASURE_UNKNOWN, what=what)
    denominator = Denominator.SAME if is_of_one else Denominator.OWN
    return Adding(kind, ways(kind, Axis.PARTITION, denominator), unit)


def not_added(kind: Measure, what: object) -> Refusal:
    """Return why figures of a kind are not summed: shares of different wholes, means, indices."""
    if kind is Measure.RATIO:
        return Refusal.of(Why.SHARES, what=what)
    return Refusal.of(Why.NOT_ADDITIVE, what=what, measure=kind.value)


def times_apart(times: Iterable[Period | None], own: Period | None, what: object, *, counted: bool) -> Refusal | None:
    """Return which times of parts do not make that of their whole, None where they do.

    What is counted fills the time of the whole, all at once or one after another; what stands, stands on its last day.

    Args:
        times: of the parts; None where nobody says.
        own: of the whole.
        what: how a refusal calls it.
        counted: is it counted over its time?
    """
    times = list(times)
    known = [time for time in times if time is not None]
    if not known:
        return None
    found = sorted(set(known))
    if len(known) < len(times) and own is None:
        return Refusal.of(Why.TIMES_DIFFER, what=what, one=found[0], two="?")
    if own is None and (len(found) == 1 or (not counted and len({time.end for time in found}) == 1)):
        return None
    wanted = own or span_of(found)
    if counted:
        if gap_in(found) is None and span_of(found) == wanted:
            return None
    elif all(time.end == wanted.end for time in found):
        return None
    one, two = next(((one, two) for one in found for two in found if one < two), (found[0], wanted))
    return Refusal.of(Why.TIMES_DIFFER, what=what, one=one, two=two)


def overlapping(plan: Plan | None, breakdown: Breakdown, time: Period | None, what: str) -> Refusal | None:
    """Return two parts of a division whose places overlap, by the same rules as those of plans; None where none do.

    Parts of a partition share their place by its nature; those of an allocation never do.
    """
    placed = [part for part in breakdown.parts if part.jurisdiction is not None]
    if len(placed) < 2:
        return None
    places, cells = Places(), Cells(None, None)
    members = []
    for part in placed:
        unit = part.jurisdiction
        assert unit is not None  # those without one are left out above
        period = part.horizon or time or Period(unit.valid_from or date.min, unit.valid_from or date.min)
        place = places.of(unit, period.start)
        members.append((Slot(plan or Plan("parts", "parts", "parts", unit, period), place, place, period, cells), part))
    if breakdown.relation is Relation.PARTITION:
        # One part for each place stands for all of them there.
        members = list({(slot.place, slot.period): (slot, part) for slot, part in reversed(members)}.values())
    overlaps = Overlaps(places, lambda cell: _label(cell[0], cell[1], time))
    refusal = overlaps.look(members, cells, what)
    if overlaps.pairs:
        pair = min(overlaps.pairs)
        return Refusal.of(Why.OVERLAP, one=pair.one, two=pair.two, cause_en=pair.cause_en, cause_vi=pair.cause_vi)
    return refusal


def _label(slot: Slot, part: Target, time: Period | None) -> str:
    known = part.horizon or time
    return f"{part.id} ({slot.place})" if known is None else f"{part.id} ({slot.place}, {known})"
