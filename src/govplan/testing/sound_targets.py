"""How a generated target holds together with its parts and steps; *not* here: targets that need not (`programmes`)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen
from hypothesis import strategies as st

from govplan.model import (
    Baseline,
    Basis,
    Breakdown,
    Denominator,
    Direction,
    Goal,
    Indicator,
    Measure,
    Milestone,
    Organization,
    Polarity,
    Relation,
    Target,
)
from govplan.testing.chance import Perhaps
from govplan.testing.circumstances import sources
from govplan.testing.wording import identifiers, lines, texts
from govplan.values import Interval, Jurisdiction, Level, Period, Text

__all__ = ["NO_DISTRICTS", "Frame", "fresh_id", "sound_targets"]

_TWO, _FOUR = st.integers(0, 1), st.integers(0, 3)
_lines, _texts, _identifiers, _sources = lines(), texts(), identifiers(), sources()


NO_DISTRICTS = date(2025, 7, 1)
"""The first day without districts (Law 72/2025/QH15 on the organization of local government)."""


@frozen
class Frame:
    """What all targets of one plan share: where, when, how large they grow, and the ids that are taken."""

    jurisdiction: Jurisdiction
    provinces: tuple[Jurisdiction, ...]
    period: Period
    max_parts: int
    max_depth: int
    taken: set[str]


def fresh_id(draw: st.DrawFn, taken: set[str]) -> str:
    """Draw an id that is not taken, and take it."""
    stem = name = draw(_identifiers)
    count = 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


@frozen
class _Shape:
    """The form of a goal. Its amount comes later: `low`, and for a range how much it reaches beyond that."""

    basis: Basis
    direction: Direction
    bounds: Literal["lower", "upper", "point", "range"]
    open: bool = False
    approximate: bool = False

    @property
    def least(self) -> int:
        """The smallest amount worth asking for: "at most 0" is, "at least 0" and "below 0" are not."""
        return int(self.open or self.bounds in ("lower", "range") or self.basis is not Basis.LEVEL)

    def goal(self, low: int, reach: int, places: int) -> Goal:
        """Return the goal with its amount, in steps of 10^-places; downward changes are negative."""
        one, two = Decimal(f"{low}E-{places}"), Decimal(f"{low + reach}E-{places}")
        interval = Interval(
            None if self.bounds == "upper" else one,
            None if self.bounds == "lower" else one if self.bounds == "upper" else two,
            lower_open=self.open and self.bounds != "upper",
            upper_open=self.open and self.bounds != "lower",
        )
        if self.basis is not Basis.LEVEL and self.direction is Direction.DOWN:
            interval = -interval
        return Goal(self.basis, interval, self.direction, approximate=self.approximate)


_UP, _DOWN, _NONE, _POLARITY = Direction.UP, Direction.DOWN, Direction.NONE, Direction.POLARITY
_LEVELS = (
    _Shape(Basis.LEVEL, _UP, "lower"),
    _Shape(Basis.LEVEL, _NONE, "lower", open=True),
    _Shape(Basis.LEVEL, _NONE, "upper"),
    _Shape(Basis.LEVEL, _NONE, "upper", open=True),
    _Shape(Basis.LEVEL, _DOWN, "upper"),
    _Shape(Basis.LEVEL, _POLARITY, "point"),
    _Shape(Basis.LEVEL, _POLARITY, "point", approximate=True),
    _Shape(Basis.LEVEL, _POLARITY, "range"),
    _Shape(Basis.LEVEL, _NONE, "range", open=True),
)
_RELATIVES, _CHANGES = (
    (
        _Shape(basis, _UP, "lower"),
        _Shape(basis, _DOWN, "lower"),
        _Shape(basis, _UP, "range"),
        _Shape(basis, _DOWN, "range"),
        _Shape(basis, _UP, "point", approximate=True),
    )
    for basis in (Basis.RELATIVE_CHANGE, Basis.CHANGE)
)


@frozen
class _Kind:
    """What a target and its parts have in common: what is measured, in what unit, and the form of the goals."""

    measure: Measure | None
    unit: str | None
    shape: _Shape
    places: int
    top: int
    smaller: tuple[str, int] | None = None

    @property
    def adds(self) -> bool:
        """Do the figures of parts add up to the whole's?"""
        return self.measure not in (Measure.MEAN, Measure.INDEX) and self.shape.basis is not Basis.RELATIVE_CHANGE

    @property
    def is_share(self) -> bool:
        """Is it a share in percent, which no part of it brings above 100?"""
        return self.unit == "%"


_COUNTED: tuple[tuple[str, tuple[str, int] | None], ...] = (
    ("người", None),
    ("nghìn người", ("người", 1000)),
    ("hộ", None),
    ("tỷ đồng", ("triệu đồng", 1000)),
    ("ha", ("m2", 10_000)),
    ("tấn", ("kg", 1000)),
    ("xã", None),
)
_counted, _kinds_of_number = st.sampled_from(_COUNTED), st.integers(0, 9)
# Most targets of most plans are floors.
_level_shapes = st.sampled_from((_LEVELS[0],) * 5 + _LEVELS)
_change_shapes, _relative_shapes = st.sampled_from(_CHANGES), st.sampled_from(_RELATIVES)
_additive = st.sampled_from((Measure.FLOW, Measure.STOCK, Measure.FLOW, None))
_ratio = st.sampled_from((Measure.RATIO, Measure.RATIO, None))
_averages = st.sampled_from(((Measure.MEAN, "triệu đồng/người/năm"), (Measure.MEAN, "tuổi"), (Measure.INDEX, "điểm")))
_some_places = st.sampled_from((0, 0, 0, 1, 2))


def _draw_kind(draw: st.DrawFn) -> _Kind:
    kind, places = draw(_kinds_of_number), draw(_some_places)
    levels = _level_shapes if draw(_FOUR) < 3 else _change_shapes
    if kind < 5:
        unit, smaller = draw(_counted)
        return _Kind(draw(_additive), unit, draw(levels), places, 10**6, smaller)
    if kind < 7:
        return _Kind(draw(_ratio), "%", draw(levels), places, 100 * 10**places)
    if kind == 7:
        measure, average = draw(_averages)
        return _Kind(measure, average, draw(levels), places, 10**5)
    without_unit = kind == 9
    return _Kind(
        draw(_additive), None if without_unit else draw(_counted)[0], draw(_relative_shapes), places, 100 * 10**places
    )


def sound_targets(draw: st.DrawFn, frame: Frame, count: int) -> list[Target]:
    """Draw that many headline targets; some of them contribute to the one before."""
    found: list[Target] = []
    last: tuple[_Kind, int, int] | None = None
    for _ in range(count):
        if draw(_EIGHT) == 7:
            found.append(_in_words(draw, frame, None))
            last = None
            continue
        horizon = Perhaps(draw, 1)(st.just(frame.period))
        if last is not None and last[0].adds and found[-1].horizon is None and draw(_FOUR) == 3:
            kind, most, reach = last
            low = draw(st.integers(kind.shape.least, most))
            part = _target(draw, frame, kind, low, min(reach, 1), frame.max_depth, None, None, None)
            found.append(evolve(part, contributes_to=(found[-1].id,)))
            last = None
            continue
        kind = _draw_kind(draw)
        least = kind.shape.least
        low = draw(st.integers(least, kind.top - 1))
        reach = draw(st.integers(1, kind.top - low)) if kind.shape.bounds == "range" else 0
        denominator = Perhaps(draw, 1)(_lines) if kind.measure is Measure.RATIO else None
        found.append(_target(draw, frame, kind, low, reach, frame.max_depth, None, horizon, denominator))
        last = kind, low, reach
    return found


_EIGHT = st.integers(0, 7)


def _in_words(draw: st.DrawFn, frame: Frame, horizon: Period | None) -> Target:
    return Target(fresh_id(draw, frame.taken), Indicator(draw(_texts)), Goal.in_words(draw(_lines)), horizon=horizon)


def _target(
    draw: st.DrawFn,
    frame: Frame,
    kind: _Kind,
    low: int,
    reach: int,
    depth: int,
    place: Jurisdiction | None,
    horizon: Period | None,
    denominator: str | None,
) -> Target:
    perhaps = Perhaps(draw, 3)
    goal = kind.shape.goal(low, reach, kind.places)
    if goal.approximate:
        goal = evolve(goal, tolerance=perhaps(_tolerances))
    id = fresh_id(draw, frame.taken)
    breakdowns = draw(_FOUR) if depth > 1 else 0
    steps = _milestones(draw, horizon or frame.period, kind, low)
    indicator = _indicator(draw, frame, kind, id, denominator)
    target = Target(
        id,
        indicator,
        goal,
        jurisdiction=place,
        horizon=horizon,
        baseline=_baseline(draw, frame, kind, low, reach, goal.toward(indicator.direction).direction),
        breakdowns=[
            _breakdown(draw, frame, kind, low, reach, depth, place, horizon, denominator)
            for _ in range(max(0, breakdowns - 1))
        ],
        milestones=steps,
        lead=perhaps(_leads),
        source=perhaps(_sources),
    )
    return evolve(target, stated=str(target)) if draw(_FOUR) == 3 else target


_leads, _tolerances = st.builds(Organization, _texts), st.integers(0, 9).map(Decimal)


def _indicator(draw: st.DrawFn, frame: Frame, kind: _Kind, id: str, denominator: str | None) -> Indicator:
    shape = kind.shape
    better: list[Polarity | None] = [None]
    if shape.direction is _UP or (shape.direction is _NONE and shape.bounds != "upper") or shape.direction is _POLARITY:
        better.append(Polarity.HIGHER)
    if (
        shape.direction is _DOWN
        or (shape.direction is _NONE and shape.bounds != "lower")
        or shape.direction is _POLARITY
    ):
        better.append(Polarity.LOWER)
    names = draw(_FOUR)
    return Indicator(
        draw(_texts),
        id=id if names == 1 else fresh_id(draw, frame.taken) if names == 2 else None,
        unit=kind.unit,
        measure=kind.measure,
        polarity=draw(st.sampled_from(better)),
        denominator=denominator,
    )


def _baseline(
    draw: st.DrawFn, frame: Frame, kind: _Kind, low: int, reach: int, direction: Direction
) -> Baseline | None:
    """Draw a level that the steps and the goal lead away from in its direction, or none."""
    perhaps = Perhaps(draw, 2)
    if draw(_FOUR) < 3:
        return None
    shape = kind.shape
    if shape.basis is Basis.LEVEL:
        first, last = (0, low) if direction is _UP else (low + reach, kind.top) if direction is _DOWN else (0, kind.top)
    elif shape.basis is Basis.RELATIVE_CHANGE:
        first, last = 1, 10**6
    else:
        first, last = (low + reach, kind.top) if shape.direction is _DOWN else (0, kind.top - low - reach)
    year = Period.year(frame.period.start.year - 1)
    value = Decimal(f"{draw(st.integers(first, last))}E-{kind.places}")
    return Baseline(value, perhaps(st.just(year), seldom=False), perhaps(_sources))


def _milestones(draw: st.DrawFn, horizon: Period, kind: _Kind, low: int) -> list[Milestone]:
    """Draw steps inside the horizon that come nearer to the goal, or none."""
    shape = kind.shape
    if draw(_FOUR) == 0 or shape.bounds != "lower" or shape.direction is _NONE:
        return []
    count = draw(st.integers(1, min(3, low, horizon.days)))
    days = sorted(draw(st.sets(st.integers(0, horizon.days - 1), min_size=count, max_size=count)))
    dates = [horizon.start + timedelta(days=day) for day in days]
    if kind.measure is Measure.FLOW and shape.basis is Basis.LEVEL and draw(_TWO):
        starts = [horizon.start, *(day + timedelta(days=1) for day in dates[:-1])]
        ends = [*dates[:-1], horizon.end]
        amounts = _split(draw, low, count, 1)
        stretches = [Period(start, end) for start, end in zip(starts, ends, strict=True)]
        return [
            Milestone(shape.goal(amount, 0, kind.places), during=stretch)
            for amount, stretch in zip(amounts, stretches, strict=True)
        ]
    amounts = sorted(draw(st.integers(1, low)) for _ in dates)
    return [Milestone(shape.goal(amount, 0, kind.places), by=day) for amount, day in zip(amounts, dates, strict=True)]


def _breakdown(
    draw: st.DrawFn,
    frame: Frame,
    kind: _Kind,
    low: int,
    reach: int,
    depth: int,
    place: Jurisdiction | None,
    horizon: Period | None,
    denominator: str | None,
) -> Breakdown:
    """Draw a division whose parts hold together with the whole as its relation and denominator ask."""
    shape = kind.shape
    own = kind.measure is Measure.RATIO and draw(_TWO) == 1
    places = () if kind.is_share or not kind.adds else _places_within(frame, place or frame.jurisdiction)
    relation = draw(_relations if places else _relations_in_place)
    count = draw(st.integers(1, frame.max_parts))
    if relation is Relation.ALLOCATION:
        count = min(count, len(places))
    ranged = shape.bounds == "range"
    if relation in _EXHAUSTIVE and kind.adds and not own:
        count = min(count, low // shape.least if shape.least else count, reach if ranged else count)
        lows = _split(draw, low, count, shape.least)
        reaches = _split(draw, reach, count, 1) if ranged else [0] * count
    else:
        # Over its own denominator, or as a mean, a part may exceed the whole.
        most = kind.top - reach if own or kind.measure in (Measure.MEAN, Measure.INDEX) else low
        lows = [draw(st.integers(shape.least, most)) for _ in range(count)]
        reaches = [draw(st.integers(1, reach)) if ranged else 0 for _ in range(count)]
    parts = []
    for index in range(count):
        where = places[index] if relation is Relation.ALLOCATION else place
        factor, of = 1, kind
        if kind.smaller is not None and shape.basis is not Basis.RELATIVE_CHANGE and draw(_FOUR) == 3:
            symbol, factor = kind.smaller
            of = evolve(kind, unit=symbol, smaller=None, top=kind.top * factor)
        amounts = lows[index] * factor, reaches[index] * factor
        named = draw(_lines) if own else denominator if draw(_TWO) else None
        parts.append(_target(draw, frame, of, *amounts, depth - 1, where, horizon, named))
    if relation is not Relation.ALLOCATION and draw(_EIGHT) == 7:
        parts.append(_in_words(draw, frame, horizon))
    of_each = Denominator.OWN if own else Denominator.SAME
    return Breakdown(relation, parts, by=Perhaps(draw, 1)(_texts, seldom=False), denominator=of_each)


_EXHAUSTIVE = (Relation.PARTITION, Relation.ALLOCATION)
_relations_in_place = st.sampled_from((Relation.PARTITION, Relation.SUBSET, Relation.OVERLAP))
# Not every target may be allocated; those that may are often enough.
_relations = st.sampled_from((*Relation, Relation.ALLOCATION))


def _split(draw: st.DrawFn, total: int, count: int, least: int) -> list[int]:
    """Draw whole numbers of at least `least` that sum to the total, which has room for them."""
    spare = total - count * least
    cuts = [0, *sorted(draw(st.integers(0, spare)) for _ in range(count - 1)), spare]
    return [end - start + least for start, end in pairwise(cuts)]


def _places_within(frame: Frame, whole: Jurisdiction) -> tuple[Jurisdiction, ...]:
    """Return the units that a whole divides into: the country into provinces, others into units written in place."""
    if whole.level is Level.COUNTRY:
        return frame.provinces
    if whole.level is Level.COMMUNE:
        return ()
    districts = whole.level is not Level.DISTRICT and frame.period.end < NO_DISTRICTS
    below = Level.DISTRICT if districts else Level.COMMUNE
    return tuple(
        Jurisdiction(f"{whole.code}.{number}", Text(f"Tân Lập {number}"), below, within=whole.code)
        for number in range(1, frame.max_parts + 1)
    )
