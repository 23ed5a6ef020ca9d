"""Which target of one plan is which of another; *not* here: what changed between the two (`comparison`).

Targets meet by what they measure: the indicator's id, an equal code in one list, or a common id that the user's
mapping gives. In two plans of one place they also meet by their own ids. Names, however similar, say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from attrs import frozen

from govplan.aggregation.beside import Setting
from govplan.aggregation.change import ChangeKind
from govplan.aggregation.identity import Identities
from govplan.model.plan import Plan
from govplan.model.target import Breakdown, Denominator, Relation, Target
from govplan.values.jurisdiction import Jurisdiction
from govplan.values.period import Period

__all__ = ["Match", "Placed", "match", "names_of", "placed_in"]


class Placed(NamedTuple):
    """A target in its plan: its path, the targets that its partitions divide it into, and whose part it is."""

    plan: Plan
    target: Target
    path: str
    is_part: bool
    partitions: tuple[tuple[int, ...], ...]
    """The numbers of the parts of each partition, among all targets of the plan."""
    number: int

    @property
    def setting(self) -> Setting:
        """Where and when it is to be reached."""
        return Setting(self.target.jurisdiction or self.plan.jurisdiction, self.target.horizon or self.plan.period)


@frozen
class Match:
    """Targets of two plans that belong together, one or several on each side, or none on one of them.

    `division` is SPLIT or MERGED where one whole stands for several parts. `counterparts` are those of its parts that
    have matches of their own; `adds_up` tells whether parts make up their whole, as those of a partition do and those
    that merely contribute need not. `measures_alike` is False for two that only their own id brings together, while
    their indicators are two.
    """

    old: tuple[Placed, ...]
    new: tuple[Placed, ...]
    division: ChangeKind | None = None
    counterparts: tuple[Placed, ...] = ()
    adds_up: bool = True
    measures_alike: bool = True


def placed_in(plan: Plan) -> list[Placed]:
    """Return every target and part of a plan with its path, each after its whole."""
    found: list[Placed] = []
    for index, target in enumerate(plan.targets):
        _place(plan, target, f"/targets/{index}", False, found)
    return found


def _place(plan: Plan, target: Target, path: str, is_part: bool, found: list[Placed]) -> int:
    number = len(found)
    found.append(Placed(plan, target, path, is_part, (), number))
    partitions = []
    for index, breakdown in enumerate(target.breakdowns):
        below = _path_of(target, path, index, breakdown)
        parts = tuple(_place(plan, part, f"{below}/{place}", True, found) for place, part in enumerate(breakdown.parts))
        if breakdown.relation is Relation.PARTITION:
            partitions.append(parts)
    if partitions:
        found[number] = found[number]._replace(partitions=tuple(partitions))
    return number


def _path_of(target: Target, path: str, index: int, breakdown: Breakdown) -> str:
    # Files write it as `partition: […]` where that says all.
    if len(target.breakdowns) == 1 and breakdown.by is None and breakdown.denominator is Denominator.SAME:
        return f"{path}/{breakdown.relation.value}"
    return f"{path}/breakdowns/{index}/parts"


def names_of(placed: Iterable[Placed], mapping: Mapping[str, str] | None = None) -> tuple[list[str | None], Identities]:
    """Return the common id of what each target measures, None for local indicators, and what found it."""
    identities = Identities(mapping)
    keys = [identities.key_of(one.plan, one.target) for one in placed]
    # What codes bring together is known once all were asked for.
    return [None if key is None else identities.final(key) for key in keys], identities


def _is_mapped(placed: Placed, mapping: Mapping[str, str]) -> bool:
    return f"{placed.plan.id}/{placed.target.id}" in mapping or placed.target.indicator.id in mapping


def match(old: Plan, new: Plan, mapping: Mapping[str, str] | None = None) -> list[Match]:
    """Return what belongs together: every target of both plans once, pairs in the old plan's order, then the rest."""
    return _Matching(placed_in(old), placed_in(new), mapping or {}, _is_series(old, new)).run()


def _is_series(old: Plan, new: Plan) -> bool:
    """Do the two plans follow one another, so that a target's own id means the same in both?"""
    return old.jurisdiction.key == new.jurisdiction.key or new.amends == old.id or old.amends == new.id


class _Matching:
    """The targets of two plans that have found no counterpart yet, and those that have."""

    def __init__(self, old: list[Placed], new: list[Placed], mapping: Mapping[str, str], is_series: bool) -> None:
        self.sides = (old, new)
        self.is_series = is_series
        names, _ = names_of([*old, *new], mapping)
        self.names = (names[: len(old)], names[len(old) :])
        self.counts = tuple(
            [
                Counter((name, _place_of(one)) for one, name in zip(side, found, strict=True))
                for side, found in zip(self.sides, self.names, strict=True)
            ]
        )
        self.mapped = tuple([{one.number for one in side if _is_mapped(one, mapping)} for side in self.sides])
        self.partner: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self.grouped: tuple[set[int], set[int]] = (set(), set())
        self.groups: list[Match] = []

    def run(self) -> list[Match]:
        if self.mapped[0] or self.mapped[1]:
            self._follow_mapping()
        for key in (_exactly, _by_own_id, _by_time, _by_rank):
            self._pair(partial(self._measures, key))
        self._pair(self._alone)
        if self.is_series:
            self._pair(self._own_id)
        self._follow_contributions()
        self._follow_partitions()
        return [*self._pairs(), *self.groups, *self._rest()]

    def _left(self, side: int) -> Iterator[Placed]:
        for one in self.sides[side]:
            if one.number not in self.partner[side] and one.number not in self.grouped[side]:
                yield one

    def _measures(self, key: Callable[[Placed], Hashable], side: int, one: Placed) -> Hashable | None:
        name, closer = self.names[side][one.number], key(one)
        return None if name is None or closer is None else (name, closer)

    def _alone(self, side: int, one: Placed) -> Hashable | None:
        """Return what a target measures where no other one of its plan measures that in the same place."""
        key = (self.names[side][one.number], _place_of(one))
        return key if key[0] is not None and self.counts[side][key] == 1 else None

    def _own_id(self, side: int, one: Placed) -> Hashable | None:
        return None if one.number in self.mapped[side] else (one.target.id, _place_of(one))

    def _pair(self, key: Callable[[int, Placed], Hashable | None]) -> None:
        """Pair what has one key on both sides: the first with the first, and so on."""
        waiting: dict[Hashable, list[Placed]] = {}
        for one in self._left(0):
            name = key(0, one)
            if name is not None:
                waiting.setdefault(name, []).append(one)
        for queue in waiting.values():
            queue.reverse()
        for two in list(self._left(1)):
            queue = waiting.get(key(1, two), [])
            if queue:
                one = queue.pop()
                self.partner[0][one.number] = two.number
                self.partner[1][two.number] = one.number

    def _follow_mapping(self) -> None:
        """Find what the user's mapping divides or brings together: one target here, several there."""
        found: dict[Hashable, tuple[list[Placed], list[Placed]]] = {}
        for side in (0, 1):
            for one in self.sides[side]:
                if (name := self.names[side][one.number]) is not None:
                    found.setdefault((name, _place_of(one)), ([], []))[side].append(one)
        for sides in found.values():
            for side in (0, 1):
                # What the mapping names goes before what merely measures the same; a headline before its parts.
                wholes, parts = (self._named_first(other, sides[other]) for other in (side, 1 - side))
                # Parts are either all named or none of them is.
                if len(wholes) == 1 and len(parts) > 1 and parts[0].number in self.mapped[1 - side]:
                    self._group(side, wholes[0], parts, (), adds_up=True)

    def _named_first(self, side: int, found: list[Placed]) -> list[Placed]:
        named = [one for one in found if one.number in self.mapped[side]]
        return named or [one for one in found if not one.is_part] or found

    def _follow_contributions(self) -> None:
        """Find targets that are gone, whose id several targets on the other side contribute to."""
        found: list[tuple[int, Placed, list[Placed]]] = []
        for side in (0, 1):
            own = {one.target.id for one in self.sides[1 - side]}
            givers: dict[str, list[Placed]] = {}
            for one in self.sides[1 - side]:
                for name in dict.fromkeys(one.target.contributes_to):
                    givers.setdefault(name, []).append(one)
            for whole in self._left(side):
                parts = [] if whole.target.id in own else givers.get(whole.target.id, [])
                if len(parts) > 1:
                    found.append((side, whole, parts))
        divided = {(side, whole.number) for side, whole, _ in found}
        for side, whole, parts in found:
            # What is divided itself is no part, or two plans would each divide the other's.
            if any((1 - side, part.number) in divided for part in parts):
                continue
            taken = (self.partner[1 - side], self.grouped[1 - side])
            free = [part for part in parts if not any(part.number in known for known in taken)]
            numbers = {part.number for part in free}
            self._group(side, whole, free, [part for part in parts if part.number not in numbers], adds_up=False)

    def _follow_partitions(self) -> None:
        """Find targets that are gone, all the parts of one of whose partitions live on."""
        for side in (0, 1):
            partner, others = self.partner[side], self.sides[1 - side]
            for whole in list(self._left(side)):
                for parts in whole.partitions:
                    alone = [others[partner[part]] for part in parts if part in partner]
                    # Under one whole again they tell of another whole, not of a division.
                    if len(alone) == len(parts) > 1 and not any(one.is_part for one in alone):
                        self._group(side, whole, (), alone, adds_up=True)
                        break

    def _group(
        self, side: int, whole: Placed, parts: Iterable[Placed], counterparts: Iterable[Placed], *, adds_up: bool
    ) -> None:
        parts = tuple(parts)
        self.grouped[side].add(whole.number)
        self.grouped[1 - side].update(part.number for part in parts)
        old, new = ((whole,), parts) if side == 0 else (parts, (whole,))
        division = ChangeKind.SPLIT if side == 0 else ChangeKind.MERGED
        self.groups.append(Match(old, new, division, tuple(counterparts), adds_up))

    def _pairs(self) -> Iterator[Match]:
        for number, partner in sorted(self.partner[0].items()):
            one, two = self.names[0][number], self.names[1][partner]
            alike = one is None or two is None or one == two
            yield Match((self.sides[0][number],), (self.sides[1][partner],), measures_alike=alike)

    def _rest(self) -> Iterator[Match]:
        for one in self._left(0):
            yield Match((one,), ())
        for two in self._left(1):
            yield Match((), (two,))


def _place_of(placed: Placed) -> str:
    """Return where a target is to be reached, "" where that is its plan's own place."""
    place: Jurisdiction | None = placed.target.jurisdiction
    return "" if place is None or place.key == placed.plan.jurisdiction.key else place.key


def _time_of(placed: Placed) -> Period | None:
    horizon = placed.target.horizon
    return None if horizon == placed.plan.period else horizon


def _exactly(placed: Placed) -> Hashable:
    return placed.target.id, _place_of(placed), _time_of(placed), placed.is_part


def _by_own_id(placed: Placed) -> Hashable:
    return placed.target.id, _place_of(placed)


def _by_time(placed: Placed) -> Hashable | None:
    # Parts may all measure what their whole does: of women, of men. Only an id tells which is which.
    return None if placed.is_part else (_place_of(placed), _time_of(placed))


def _by_rank(placed: Placed) -> Hashable | None:
    return None if placed.is_part else (_place_of(placed),)
