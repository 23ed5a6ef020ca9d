"""The targets of many plans, gathered by what they measure, where and when; *not* here: what is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import overload

from attrs import frozen

from govplan.aggregation.identity import Identities
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.territory import RANKS, Place, Places
from govplan.model.goal import Basis, Direction
from govplan.model.plan import Plan
from govplan.model.target import Relation, Target
from govplan.values.jurisdiction import Jurisdiction, Level
from govplan.values.number import exact_sum
from govplan.values.period import Period

__all__ = ["Axes", "Cell", "Cells", "Gathered", "Members", "Slot", "gathered", "walked"]


_LEVEL, _CHANGE = Basis.LEVEL, Basis.CHANGE

_BLOCK = 64
"""After how many figures a sum is carried, while they are at hand."""


@frozen
class Axes:
    """Which axes stay apart: places (at a rank, or as they are) and periods; and the day that places are brought to."""

    places: bool
    periods: bool
    rank: int | None = None
    territory: date | None = None


class Slot:
    """A plan with the place and the period that its targets are for, shared by all that have no other."""

    __slots__ = ("cells", "inside", "period", "place", "plan", "unit")

    def __init__(self, plan: Plan, place: Place, unit: Place, period: Period, cells: Cells) -> None:
        self.plan = plan
        self.place = place
        self.unit = unit  # the place, brought to the day and the level asked for
        self.period = period
        self.cells = cells


Cell = tuple[Slot, Target]
"""A target in its place and time."""


class Members(Sequence[Cell]):
    """The targets on one indicator in one place and time, as far as these stay apart, and their plain figures.

    `lowers` and `uppers` sum to the bounds of as many goals as `floors` and `ceilings` count.

    Figures are noted while a target is at hand, for with thousands of plans most of the time goes into fetching what
    lies scattered in memory. Plain are goals on one basis, all exact and in numbers, whose indicators have one unit,
    one measure and one polarity and say nothing of numerators, denominators or codes; with one that is not,
    `is_plain` turns False, and all are to be looked at one by one.
    """

    __slots__ = (
        "basis",
        "ceilings",
        "directions",
        "floors",
        "has_repeats",
        "is_plain",
        "last",
        "lower_open",
        "lowers",
        "measure",
        "polarity",
        "slots",
        "targets",
        "unit",
        "upper_open",
        "uppers",
    )

    def __init__(self, target: Target) -> None:
        # Side by side: a pair for each would be most of the memory that gathering takes.
        self.slots: list[Slot] = []
        self.targets: list[Target] = []
        indicator, goal = target.indicator, target.goal
        self.unit, self.measure, self.polarity = indicator.unit, indicator.measure, indicator.polarity
        self.basis = goal.basis
        self.directions: list[Direction] = []
        self.lowers: list[Decimal] = []
        self.uppers: list[Decimal] = []
        self.floors = self.ceilings = 0
        self.lower_open = self.upper_open = False
        self.last: Slot | None = None
        self.has_repeats = False
        self.is_plain = goal.basis is _LEVEL or goal.basis is _CHANGE

    def __len__(self) -> int:
        return len(self.targets)

    def __iter__(self) -> Iterator[Cell]:
        return zip(self.slots, self.targets, strict=True)

    @overload
    def __getitem__(self, index: int) -> Cell: ...

    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...

    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        if isinstance(index, slice):
            return list(zip(self.slots[index], self.targets[index], strict=True))
        return self.slots[index], self.targets[index]

    def take(self, other: Members) -> None:
        """Take what was gathered under another name of the indicator."""
        self.slots += other.slots
        self.targets += other.targets
        self.is_plain, self.has_repeats = False, True

    def note(self, target: Target) -> None:
        """Note the figures of a target."""
        indicator, goal = target.indicator, target.goal
        interval = goal.interval
        if (
            interval is None
            or goal.basis is not self.basis
            or indicator.unit is not self.unit
            or indicator.measure is not self.measure
            or indicator.polarity is not self.polarity
            or goal.approximate
            or indicator.numerator is not None
            or indicator.denominator is not None
            or indicator.codes
        ):
            self.is_plain = False
            return
        lower, upper = interval.lower, interval.upper
        if lower is not None:
            self.lowers.append(lower)
            self.floors += 1
            if len(self.lowers) == _BLOCK:
                self.lowers = [exact_sum(self.lowers)]
            if interval.lower_open:
                self.lower_open = True
        if upper is not None:
            self.uppers.append(upper)
            self.ceilings += 1
            if len(self.uppers) == _BLOCK:
                self.uppers = [exact_sum(self.uppers)]
            if interval.upper_open:
                self.upper_open = True
        directions = self.directions
        if not directions or goal.direction is not directions[-1]:
            directions.append(goal.direction)


class Cells(dict[str, Members]):
    """The targets of one place and one period, as far as these stay apart, by the id of their indicator."""

    __slots__ = ("_places", "period", "slots", "unit")

    def __init__(self, unit: Place | None, period: Period | None) -> None:
        super().__init__()
        self.unit = unit
        self.period = period
        self.slots: list[Slot] = []
        self._places: tuple[int, frozenset[Place]] | None = None

    def places_of(self, members: Sequence[Cell]) -> frozenset[Place]:
        """Return the places of some of the targets here: mostly those of all plans, which are remembered."""
        # A plan's targets come one after another, so that as many as there are plans, none twice, are of all plans.
        if not isinstance(members, Members) or members.has_repeats or len(members) != len(self.slots):
            return frozenset([slot.place for slot, _ in members])
        if self._places is None or self._places[0] != len(members):
            self._places = (len(members), frozenset([slot.place for slot in self.slots]))
        return self._places[1]


class Gathered:
    """What the plans hold: tables of cells, what lies inside another cell, and what has no place in any.

    `inside` are parts that their own whole counts already, each with that whole; `allocated` the addresses of parts
    that a whole allocates to places; `homes` the places that the plans themselves are for.
    """

    def __init__(self, identities: Identities, axes: Axes) -> None:
        self.identities = identities
        self.axes = axes
        self.places = Places()
        self.tables: dict[tuple[Place | None, int], Cells] = {}
        self.inside: list[tuple[Cell, Cell]] = []
        self.homeless: list[tuple[Plan, Target, Refusal]] = []
        self.local: list[Cell] = []
        self.has_links = False
        self.allocated: set[int] = set()
        self.homes: dict[Place, None] = {}
        self._periods: dict[Period, Period] = {}
        self._refused: dict[Place, Refusal] = {}
        self._nowhere = Cells(None, None)

    def slot(self, plan: Plan, jurisdiction: Jurisdiction, period: Period) -> Slot:
        """Return the slot of a plan for a place and a period."""
        period = self._periods.setdefault(period, period)
        place = self.places.of(jurisdiction, period.start)
        axes = self.axes
        unit: Place | Refusal = place
        if axes.territory is not None:
            unit = self.places.on_day(place, axes.territory)
        if axes.rank is not None and isinstance(unit, Place):
            unit = self._at_rank(unit, axes.rank, period.start)
        if isinstance(unit, Refusal):
            self._refused[place] = unit
            return Slot(plan, place, place, period, self._nowhere)
        key = (unit if axes.places else None, id(period) if axes.periods else 0)
        cells = self.tables.get(key)
        if cells is None:
            cells = self.tables[key] = Cells(key[0], period if axes.periods else None)
        slot = Slot(plan, place, unit, period, cells)
        cells.slots.append(slot)
        return slot

    def _at_rank(self, place: Place, rank: int, day: date) -> Place | Refusal:
        found = self.places.at_rank(place, rank, day)
        if found is None:
            level = next(level for level in Level if RANKS[level] == rank)
            if place.rank < rank:
                return Refusal.of(Why.ABOVE_LEVEL, who=place, level=level)
            return Refusal.of(Why.LEVEL_UNKNOWN, who=place, level=level)
        return found

    def take(self, slot: Slot, target: Target, above: tuple[tuple[Cell, str | None], ...] = ()) -> None:
        """Take a target that stands inside others, or has a place or period of its own, and all its parts."""
        if target.jurisdiction is not None or target.horizon is not None:
            slot = self.slot(slot.plan, target.jurisdiction or slot.place.unit, target.horizon or slot.period)
        key = self.identities.key_of(slot.plan, target)
        cell = (slot, target)
        self._place(cell, key, above)
        if target.contributes_to:
            self.has_links = True
        if target.breakdowns:
            self.parts(cell, key, above)

    def parts(self, cell: Cell, key: str | None, above: tuple[tuple[Cell, str | None], ...] = ()) -> None:
        """Take the parts of a target that was taken."""
        line = (*above, (cell, key))
        for breakdown in cell[1].breakdowns:
            is_allocated = breakdown.relation is Relation.ALLOCATION
            for part in breakdown.parts:
                if is_allocated:
                    self.allocated.add(id(part))
                self.take(cell[0], part, line)

    def _place(self, cell: Cell, key: str | None, above: tuple[tuple[Cell, str | None], ...]) -> None:
        slot = cell[0]
        cells = slot.cells
        if cells is self._nowhere:
            self.homeless.append((slot.plan, cell[1], self._refused[slot.place]))
        elif key is None:
            self.local.append(cell)
        else:
            # A part that is about its whole's own indicator is in the whole's figure.
            for whole, known in above:
                if known == key and whole[0].cells is cells:
                    self.inside.append((cell, whole))
                    return
            members = cells.get(key)
            if members is None:
                members = cells[key] = Members(cell[1])
            members.slots.append(slot)
            members.targets.append(cell[1])
            members.has_repeats = members.has_repeats or members.last is slot
            members.last = slot
            members.note(cell[1])


def gathered(plans: Iterable[Plan], identities: Identities, axes: Axes) -> Gathered:
    """Gather the targets of plans: of each the headline targets and all parts."""
    found = Gathered(identities, axes)
    is_mapped, homes, nowhere = identities.is_mapped, found.homes, found._nowhere
    for plan in plans:
        slot = found.slot(plan, plan.jurisdiction, plan.period)
        homes[slot.place] = None
        cells = slot.cells
        if is_mapped or cells is nowhere:
            for target in plan.targets:
                found.take(slot, target)
            continue
        # The plain case, which nearly all targets are, without a call for each.
        for target in plan.targets:
            indicator = target.indicator
            key = indicator.id
            if key is None or indicator.codes or target.jurisdiction is not None or target.horizon is not None:
                found.take(slot, target)
                continue
            members = cells.get(key)
            if members is None:
                members = cells[key] = Members(target)
            members.slots.append(slot)
            members.targets.append(target)
            if members.last is slot:
                members.has_repeats = True
            members.last = slot
            if members.is_plain:
                members.note(target)
            if target.breakdowns:
                found.parts((slot, target), key)
            if target.contributes_to:
                found.has_links = True
    identities.close()
    if identities.has_joins:
        for cells in found.tables.values():
            _merge(cells, identities)
    return found


def _merge(cells: Cells, identities: Identities) -> None:
    """Bring together what codes made one."""
    for key in list(cells):
        final = identities.final(key)
        if final != key:
            members = cells.pop(key)
            known = cells.setdefault(final, members)
            if known is not members:
                known.take(members)


def walked(found: Gathered) -> Iterator[tuple[Cells, str, Members]]:
    """Yield every group, in the order of ids, periods and places."""
    groups = [(key, cells, members) for cells in found.tables.values() for key, members in cells.items()]
    groups.sort(key=lambda group: (group[0], _time(group[1]), _where(group[1])))
    for key, cells, members in groups:
        yield cells, key, members


def _time(cells: Cells) -> tuple[date, date]:
    return (date.min, date.min) if cells.period is None else (cells.period.start, cells.period.end)


def _where(cells: Cells) -> str:
    return "" if cells.unit is None else cells.unit.key
