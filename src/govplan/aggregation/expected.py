"""Who should have a figure in a sum, so that it can say who has none; *not* here: the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govplan.aggregation.coverage import Coverage
from govplan.aggregation.gathering import Cell, Cells, Gathered
from govplan.aggregation.territory import Place
from govplan.values.period import Period

__all__ = ["Expected"]


class Expected:
    """The places whose plans were given, by level and time (đơn vị phải có số liệu).

    A place is expected in every sum over places of its level, for every period in which it stood on the first day:
    a province whose plan says nothing of an indicator, or was given for other years only, is missing.
    """

    def __init__(self, found: Gathered) -> None:
        self._found = found
        self._known: dict[tuple[frozenset[int], Period, Place | None], frozenset[Place]] = {}

    def over_places(self, members: Sequence[Cell], valued: Sequence[Cell], cells: Cells) -> Coverage:
        """Return the coverage of a sum over places for one period.

        Args:
            members: everything that is about the indicator there and then.
            valued: what of it has a figure.
            cells: the table that they stand in.
        """
        apart = cells.unit
        period = valued[0][0].period if valued else members[0][0].period
        here = cells.places_of(members)
        present = here if len(valued) == len(members) else cells.places_of(valued)
        if apart is not None and self._found.axes.rank is None:
            homes = self._made_of(apart, period) if self._found.axes.territory is not None else frozenset()
        else:
            homes = self._homes(frozenset({place.rank for place in here}), period, apart)
        count = len(homes) + len(here - homes)
        return Coverage(
            len(present), count, lambda: tuple([str(place) for place in _in_order((homes | here) - present)])
        )

    def over_periods(
        self, members: Sequence[Cell], valued: Sequence[Cell], periods: Sequence[Period], cells: Cells
    ) -> Coverage:
        """Return the coverage of a sum over periods that follow one another: a figure for each place and period."""
        apart = cells.unit
        present = {(slot.place, slot.period) for slot, _ in valued}
        wanted: set[tuple[Place, Period]] = {(slot.place, slot.period) for slot, _ in members}
        ranks = frozenset({slot.place.rank for slot, _ in members})
        for period in periods:
            if apart is not None and self._found.axes.rank is None:
                homes = self._made_of(apart, period)
            else:
                homes = self._homes(ranks, period, apart)
            wanted |= {(place, period) for place in homes}
        missing = wanted - present
        return Coverage(
            len(wanted) - len(missing),
            len(wanted),
            lambda: tuple(
                [f"{place} {period}" for place, period in sorted(missing, key=lambda pair: (pair[0].key, pair[1]))]
            ),
        )

    def _homes(self, ranks: frozenset[int], period: Period, apart: Place | None) -> frozenset[Place]:
        key = (ranks, period, apart)
        known = self._known.get(key)
        if known is None:
            homes = [place for place in self._found.homes if place.rank in ranks]
            if self._found.axes.territory is not None:
                # What a place belongs to on that day is made of others too, whose plans nobody gave.
                units = {self._on_day(place) for place in homes}
                homes = [one for unit in units for one in self._made_of(unit, period)]
            else:
                homes = [place for place in homes if place.unit.is_in_force(period.start)]
            if apart is not None:
                day = period.start
                homes = [place for place in homes if self._found.places.at_rank(place, apart.rank, day) is apart]
            known = self._known[key] = frozenset(homes)
        return known

    def _on_day(self, place: Place) -> Place:
        day = self._found.axes.territory
        unit = place if day is None else self._found.places.on_day(place, day)
        return unit if isinstance(unit, Place) else place

    def _made_of(self, place: Place, period: Period) -> frozenset[Place]:
        return frozenset(self._found.places.made_of(place, period.start))


def _in_order(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: place.key)
