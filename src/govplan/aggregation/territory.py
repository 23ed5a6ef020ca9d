"""Which place holds which, above it, below it, before it and after it; *not* here: what is added over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from govplan.aggregation.refusal import Refusal, Why
from govplan.errors import InvalidJurisdictionError
from govplan.values.jurisdiction import Jurisdiction, Level

__all__ = ["RANKS", "Place", "Places", "is_within", "told_apart"]

RANKS = {Level.COUNTRY: 0, Level.PROVINCE: 1, Level.CITY: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}
"""How far below the country a level stands; a city ranks with a province."""

_ANY_DAY = date.min


def is_within(part: Jurisdiction, whole: Jurisdiction) -> bool | None:
    """Does a unit lie in another, without being it? None where what is written of it cannot tell.

    >>> is_within(Jurisdiction("506", "Đại Lộc", "district", within="49"), Jurisdiction("49", "Quảng Nam", "province"))
    True
    """
    if RANKS[part.level] <= RANKS[whole.level]:
        return False
    if whole.level is Level.COUNTRY:
        return True
    if part.within in (whole.code, whole.key, whole.iso):
        return part.within is not None or None
    if part.within is None:
        return None
    is_next = part.level is Level.DISTRICT or whole.level is Level.DISTRICT
    # A commune may be written with its district, which says nothing of the province.
    return False if is_next or Jurisdiction.is_code(part.within) else None


class Place:
    """A unit that plans are made for, one object for each key; compared by identity, which is quick."""

    __slots__ = ("key", "rank", "unit")

    def __init__(self, unit: Jurisdiction, key: str) -> None:
        self.unit = unit
        self.key = key
        self.rank = RANKS[unit.level]

    def __str__(self) -> str:
        return str(self.unit)


class Places:
    """The places of many plans, and how they lie to one another; each is known once it was asked for.

    Units are known by their address first, so that the plans they belong to have to live as long as this does.
    """

    def __init__(self) -> None:
        self._by_object: dict[int, Place] = {}
        self._by_key: dict[str, Place] = {}
        self._by_code: dict[str, list[Place]] | None = None
        self._asked: set[Place] = set()

    def of(self, unit: Jurisdiction, day: date) -> Place:
        """Return the place that a unit is; the day says which, where a province is written without its first day."""
        place = self._by_object.get(id(unit))
        if place is None:
            found = _as_in_the_table(unit, day)
            place = self._known(found)
            self._asked.add(place)
            if found is unit:
                self._by_object[id(unit)] = place
        return place

    def _known(self, unit: Jurisdiction) -> Place:
        key = unit.key
        place = self._by_key.get(key)
        if place is None:
            place = self._by_key[key] = Place(unit, key)
            if self._by_code is not None:
                _note_codes(place, self._by_code)
        elif place.unit is not unit and _fuller(unit, place.unit):
            place.unit = unit
        return place

    def has_several_ranks(self) -> bool:
        """Are there places of more than one level among those asked for?"""
        return len({place.rank for place in self._asked}) > 1

    def has_succession(self) -> bool:
        """Did one of the places asked for become another one of them?"""
        return any(
            later is not place and later in self._asked
            for place in self._asked
            if place.unit.successors
            for later in self.line_of(place)
        )

    def above(self, place: Place, day: date) -> Place | None:
        """Return the unit that a place is written to lie in, on a day; None where that is not known."""
        code = place.unit.within
        if code is None:
            return None
        if self._by_code is None:
            # Not before someone asks: of most plans nobody does.
            self._by_code = {}
            for known in self._by_key.values():
                _note_codes(known, self._by_code)
        named = [other for other in self._by_code.get(code, ()) if other.rank < place.rank]
        # A code of the table means what it meant on the day; one of the plans' own is what they say it is.
        if Jurisdiction.is_code(code):
            try:
                found = self._known(Jurisdiction.in_force(code, day))
            except InvalidJurisdictionError:
                found = None
            if found is not None and found.rank < place.rank:
                return found
        return min(named, key=lambda other: other.key) if named else None

    def at_rank(self, place: Place, rank: int, day: date) -> Place | None:
        """Return the unit of a rank that a place is or lies in on a day; None where there is none or it is unknown."""
        found: Place | None = place
        while found is not None and found.rank > rank:
            found = self.above(found, day)
        return found if found is not None and found.rank == rank else None

    def chain_of(self, place: Place, day: date) -> Iterator[Place]:
        """Yield the units that a place lies in on a day, the nearest first, without the country."""
        above = self.above(place, day)
        while above is not None:
            yield above
            above = self.above(above, day)

    def line_of(self, place: Place) -> Iterator[Place]:
        """Yield a place and all that it became afterwards."""
        waiting, seen = [place], {place}
        while waiting:
            one = waiting.pop()
            yield one
            for later in self._linked(one.unit.successors):
                if later not in seen:
                    seen.add(later)
                    waiting.append(later)

    def on_day(self, place: Place, day: date) -> Place | Refusal:
        """Return the unit that the whole of a place belongs to on a day, following successors or predecessors.

        A place that was divided in between belongs to none of them as a whole, and is refused.
        """
        found, seen = place, {place}
        while not found.unit.is_in_force(day):
            ended = found.unit.valid_to is not None and day > found.unit.valid_to
            keys = found.unit.successors if ended else found.unit.predecessors
            linked = self._linked(keys)
            if len(keys) > 1:
                first, *others = told_apart([found, *linked])
                return Refusal.of(Why.TERRITORY_SPLIT, one=first, two=", ".join(others or keys))
            if not linked or linked[0] in seen:
                return Refusal.of(Why.TERRITORY_UNKNOWN, who=found, day=day)
            found = linked[0]
            seen.add(found)
        return found

    def made_of(self, place: Place, day: date) -> tuple[Place, ...]:
        """Return the units that held the territory of a place on another day: itself where it was in force."""
        found: list[Place] = []
        waiting, seen = [place], {place}
        while waiting:
            one = waiting.pop()
            ended = one.unit.valid_to is not None and day > one.unit.valid_to
            linked = self._linked(one.unit.successors if ended else one.unit.predecessors)
            if one.unit.is_in_force(day) or not linked:
                found.append(one)
                continue
            waiting += [other for other in linked if other not in seen]
            seen.update(linked)
        return tuple(found) or (place,)

    def _linked(self, keys: tuple[str, ...]) -> list[Place]:
        return [place for place in map(self._with_key, keys) if place is not None]

    def _with_key(self, key: str) -> Place | None:
        known = self._by_key.get(key)
        # A code without its first day says no more than what a unit was called.
        if known is not None or "@" not in key or not Jurisdiction.is_code(key):
            return known
        return self._known(Jurisdiction.in_force(key, _ANY_DAY))


def told_apart(places: Sequence[Place]) -> list[str]:
    """Return the names of places, with their key where one name stands for several: a unit and what it became."""
    names = [str(place) for place in places]
    keys: dict[str, set[str]] = {}
    for place, name in zip(places, names, strict=True):
        keys.setdefault(name, set()).add(place.key)
    return [f"{name} ({place.key})" if len(keys[name]) > 1 else name for place, name in zip(places, names, strict=True)]


def _note_codes(place: Place, by_code: dict[str, list[Place]]) -> None:
    for code in filter(None, {place.unit.code, place.unit.iso, place.key}):
        by_code.setdefault(code, []).append(place)


def _as_in_the_table(unit: Jurisdiction, day: date) -> Jurisdiction:
    """Return the unit of the table that a province written without its first day is, else the unit itself."""
    if unit.valid_from is not None or RANKS[unit.level] != 1 or not Jurisdiction.is_code(unit.code):
        return unit
    try:
        known = Jurisdiction.in_force(unit.code, day)
    except InvalidJurisdictionError:
        return unit
    return known if known.name.vi == unit.name.vi else unit


def _fuller(unit: Jurisdiction, known: Jurisdiction) -> bool:
    """Does one writing of a unit say more of where it lies? In whatever order they come the same one is kept."""
    return (unit.within or "", unit.predecessors, unit.successors, str(unit.name)) > (
        known.within or "",
        known.predecessors,
        known.successors,
        str(known.name),
    )
