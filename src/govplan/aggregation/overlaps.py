"""Pairs in a sum that count something twice, and units that do not stand side by side; *not* here: what links allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from attrs import frozen

from govplan.aggregation.gathering import Cell, Cells
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.territory import Place, Places, told_apart
from govplan.errors import AggregationError
from govplan.values.period import Period

__all__ = ["Overlaps", "Pair"]

_MANY = 50
"""Up to how many targets in one place every pair is named, and not only one for each target."""


@frozen(order=True)
class Pair:
    """Two targets that may not stand in one sum, and why, in both languages."""

    one: str
    two: str
    cause_en: str
    cause_vi: str


class Overlaps:
    """The pairs that were found in all sums of one call, so that all are told at once."""

    def __init__(self, places: Places, label: Callable[[Cell], str] | None = None) -> None:
        self._label = label or _label
        self._places = places
        self._has_ranks = places.has_several_ranks()
        self._has_succession = places.has_succession()
        self.pairs: set[Pair] = set()
        self._advice: set[str] = set()

    def look(self, members: Sequence[Cell], cells: Cells, what: str) -> Refusal | None:
        """Note the pairs among the members of a sum, and return why they do not stand side by side, if so."""
        is_simple = not self._has_ranks and not self._has_succession
        if is_simple and len(cells.places_of(members)) == len(members):
            return None
        by_place: dict[Place, list[Cell]] = {}
        for cell in members:
            by_place.setdefault(cell[0].place, []).append(cell)
        for here in by_place.values():
            self._in_one_place(here)
        refusal = self._nested(by_place, what) if self._has_ranks else None
        if self._has_succession:
            refusal = refusal or self._in_line(by_place, what)
        return refusal

    def _in_one_place(self, cells: list[Cell]) -> None:
        if len(cells) <= _MANY:
            for one, two in combinations(cells, 2):
                if _overlap(one[0].period, two[0].period):
                    self._note_times(one, two)
            return
        # Each against the one before it that lasts longest: as many steps as there are cells, however many meet.
        cells = sorted(cells, key=lambda cell: (cell[0].period, _label(cell)))
        longest = cells[0]
        for cell in cells[1:]:
            if _overlap(longest[0].period, cell[0].period):
                self._note_times(longest, cell)
            if cell[0].period.end > longest[0].period.end:
                longest = cell

    def _note_times(self, one: Cell, two: Cell) -> None:
        first, second = sorted((one[0].period, two[0].period))
        if first == second:
            self._advice.add("same")
            self._note(one, two, "one place and one period", "cùng địa bàn, cùng kỳ")
            return
        self._advice.add("period")
        if first.covers(second) or second.covers(first):
            short, long = sorted((first, second), key=lambda period: period.days)
            self._note(one, two, f"{short} lies in {long}", f"{short} nằm trong {long}")
        else:
            self._note(one, two, f"{first} and {second} share days", f"{first} và {second} có ngày chung")

    def _nested(self, by_place: dict[Place, list[Cell]], what: str) -> Refusal | None:
        """Note places within others; return a refusal for two whose relation is not known, or not of one time."""
        tops = {place for place in by_place if place.rank == 0}
        ranks = {place.rank for place in by_place}
        unclear: list[tuple[str, str]] = []
        for place, cells in by_place.items():
            higher = {rank for rank in ranks if rank < place.rank}
            if not higher:
                continue
            chain = list(self._places.chain_of(place, cells[0][0].period.start))
            for above in {*(one for one in chain if one in by_place), *tops}:
                if above is place:
                    continue
                met = False
                for one, two in _meeting(by_place[above], cells):
                    met = True
                    self._advice.add("jurisdiction")
                    self._note(one, two, f"{place} lies in {above}", f"{place} thuộc {above}")
                if not met:
                    unclear.append((str(above), str(place)))
            known = {one.rank for one in chain}
            unclear += [
                (str(other), str(place))
                for other in by_place
                if other.rank in higher and other.rank != 0 and other.rank not in known
            ]
        if not unclear:
            return None
        names = min(unclear)
        return Refusal.of(Why.LEVELS_MIXED, what=what, one=names[0], two=names[1])

    def _in_line(self, by_place: dict[Place, list[Cell]], what: str) -> Refusal | None:
        """Note places and what became of them; return a refusal where they stand in one sum at two times."""
        changed: list[tuple[str, str]] = []
        for place, cells in by_place.items():
            for later in self._places.line_of(place):
                if later is place or later not in by_place:
                    continue
                met = False
                for one, two in _meeting(cells, by_place[later]):
                    met = True
                    self._advice.add("jurisdiction")
                    old, new = told_apart([place, later])
                    self._note(one, two, f"{old} became {new}", f"{old} đã thành {new}")
                if not met and cells[0][0].unit is not by_place[later][0][0].unit:
                    changed.append((place.key, later.key))
        if not changed:
            return None
        by_key = {place.key: place for place in by_place}
        old, new = told_apart([by_key[key] for key in min(changed)])
        return Refusal.of(Why.TERRITORY_CHANGED, what=what, one=old, two=new)

    def _note(self, one: Cell, two: Cell, en: str, vi: str) -> None:
        first, second = sorted((self._label(one), self._label(two)))
        self.pairs.add(Pair(first, second, en, vi))

    def close(self) -> None:
        """Raise for all pairs that were found.

        Raises:
            AggregationError: something would be counted twice; the message names every pair.
        """
        if not self.pairs:
            return
        pairs = sorted(self.pairs)
        en = "".join(f"\n- {pair.one} and {pair.two}: {pair.cause_en}" for pair in pairs)
        vi = "".join(f"\n- {pair.one} và {pair.two}: {pair.cause_vi}" for pair in pairs)
        # What stands for one place and one time cannot be kept apart; what stands for two can.
        axes = sorted(self._advice - {"same"})
        en_ways, vi_ways = ", or link it by contributes_to", ", hoặc liên kết bằng contributes_to"
        if axes:
            others, con = (" others", " phần còn lại") if "same" in self._advice else (" them", "")
            en_ways = f", link it by contributes_to, or keep{others} apart with {' and '.join(axes)} in by"
            vi_ways = f", liên kết bằng contributes_to, hoặc để riêng{con} bằng {' và '.join(axes)} trong by"
        raise AggregationError(
            f"what overlaps may not be added: found {len(pairs)} that would be counted twice; leave one of each pair "
            f"out{en_ways}:{en}",
            f"không được cộng phần trùng nhau: gặp {len(pairs)} cặp bị tính hai lần; hãy bỏ một trong mỗi cặp"
            f"{vi_ways}:{vi}",
            code="overlap",
        )


def _meeting(ones: Sequence[Cell], twos: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Yield every cell of one place with every one of another that it has days in common with.

    Of very many cells only one for each period, so that a slip with thousands of plans is told at once.
    """
    if len(ones) * len(twos) > _MANY**2:
        ones, twos = _one_each(ones), _one_each(twos)
    for one in ones:
        for two in twos:
            if _overlap(one[0].period, two[0].period):
                yield one, two


def _one_each(cells: Iterable[Cell]) -> list[Cell]:
    """Return one cell for each period, whatever their order the same."""
    found: dict[Period, Cell] = {}
    for cell in sorted(cells, key=_label):
        found.setdefault(cell[0].period, cell)
    return list(found.values())


def _overlap(one: Period, two: Period) -> bool:
    return one is two or one.overlaps(two)


def _label(cell: Cell) -> str:
    slot, target = cell
    return f"{slot.plan.id}/{target.id} ({slot.place}, {slot.period})"
