"""Targets that another one in the same sum holds already, so that each counts once; *not* here: faults of links."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govplan.aggregation.gathering import Cell, Gathered
from govplan.aggregation.territory import Place
from govplan.values.period import Period

__all__ = ["Links"]

Key = tuple[int, int]


class Links:
    """What `contributes_to` and allocations connect, over all plans that were gathered."""

    def __init__(self, found: Gathered) -> None:
        self._found = found
        self._by_id: dict[str, list[Cell]] | None = None
        self._allotted: dict[tuple[Place, Period], list[Cell]] | None = None

    @property
    def is_needed(self) -> bool:
        """Is there any link at all?"""
        return self._found.has_links or bool(self._found.allocated)

    def counted_once(
        self, members: list[Cell], has_value: Callable[[Cell], bool]
    ) -> tuple[list[Cell], list[tuple[Cell, Cell]]]:
        """Divide the members of a sum into those that count, and those that another member holds, with that one.

        What is held counts itself where its holder has no value.
        """
        present = {_key(cell): cell for cell in members if has_value(cell)}
        kept, held = [], []
        for cell in members:
            holder = self._holder(cell, present)
            if holder is None:
                kept.append(cell)
            else:
                held.append((cell, holder))
        return kept, held

    def _holder(self, cell: Cell, present: dict[Key, Cell]) -> Cell | None:
        mine = _key(cell)
        above = self._reached(cell)
        for key in sorted(above & present.keys() - {mine}, key=lambda key: _name(present[key])):
            # Two that hold each other are a fault of the links; neither is left out for it.
            if mine not in self._reached(present[key]):
                return present[key]
        slot, target = cell
        if id(target) in self._found.allocated:
            # What a place's own plan says of it comes before what was allocated to it.
            own = [
                other
                for other in present.values()
                if other[0].place is slot.place
                and other[0].period is slot.period
                and id(other[1]) not in self._found.allocated
            ]
            return min(own, key=_name) if own else None
        wholes = [
            present[_key(whole)]
            for whole in self._allotments().get((slot.place, slot.period), ())
            if _key(whole) in present and whole[0].plan is not slot.plan
        ]
        return min(wholes, key=_name) if wholes else None

    def _reached(self, cell: Cell) -> set[Key]:
        """Return everything that a target contributes to, over however many steps."""
        found: set[Key] = set()
        waiting = [cell]
        while waiting:
            slot, target = waiting.pop()
            for name in target.contributes_to:
                for holder in self._named(name, slot.plan):
                    if _key(holder) not in found:
                        found.add(_key(holder))
                        waiting.append(holder)
        return found

    def _named(self, name: str, plan: object) -> Iterable[Cell]:
        """Return the target that a name means: the plan's own, else the only one of the other plans."""
        if self._by_id is None:
            self._by_id = {}
            for cell in self._all():
                self._by_id.setdefault(cell[1].id, []).append(cell)
        found = self._by_id.get(name, [])
        own = [cell for cell in found if cell[0].plan is plan]
        if own:
            return own[:1]
        return found if len(found) == 1 else ()

    def _all(self) -> Iterable[Cell]:
        for cells in self._found.tables.values():
            for members in cells.values():
                yield from members
        yield from self._found.local
        for cell, _ in self._found.inside:
            yield cell

    def _allotments(self) -> dict[tuple[Place, Period], list[Cell]]:
        if self._allotted is None:
            self._allotted = {}
            for (slot, target), whole in self._found.inside:
                if id(target) in self._found.allocated and slot.place is not whole[0].place:
                    self._allotted.setdefault((slot.place, slot.period), []).append(whole)
        return self._allotted


def _key(cell: Cell) -> Key:
    return id(cell[0].plan), id(cell[1])


def _name(cell: Cell) -> tuple[str, str]:
    return cell[0].plan.id, cell[1].id
