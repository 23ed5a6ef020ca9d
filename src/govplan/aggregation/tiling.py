"""Periods that follow one another; *not* here: amounts of stretches of time that results report (`stretches`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from govplan.aggregation.gathering import Cell
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.territory import Place
from govplan.values.period import Period

__all__ = ["gap_in", "last_of", "one_after_another", "span_of"]


def span_of(periods: Iterable[Period]) -> Period:
    """Return the period from the first day of several to the last."""
    periods = list(periods)
    if len(periods) == 1:
        return periods[0]
    return Period(min(period.start for period in periods), max(period.end for period in periods))


def last_of(cells: Sequence[Cell]) -> list[int]:
    """Return which of the cells are for the last day that any of them is for."""
    last = max(slot.period.end for slot, _ in cells)
    return [index for index, (slot, _) in enumerate(cells) if slot.period.end == last]


def one_after_another(cells: Sequence[Cell], what: str) -> tuple[Period, ...] | Refusal:
    """Return the periods of cells in their order, where they follow one another without a gap.

    Places may divide the time in their own ways, one by years, one at once, as long as each fills all of it; then
    the whole time is returned as one period.
    """
    periods = sorted({slot.period for slot, _ in cells})
    gap = gap_in(periods)
    if gap is None:
        return tuple(periods)
    span = span_of(periods)
    if not gap[0].overlaps(gap[1]):
        meeting = any(one.overlaps(two) for one, two in pairwise(periods))
        if not meeting:
            return Refusal.of(Why.PERIODS_APART, what=what, one=gap[0], two=gap[1])
    by_place: dict[Place, list[Period]] = {}
    for slot, _ in cells:
        by_place.setdefault(slot.place, []).append(slot.period)
    for _, own in sorted(by_place.items(), key=lambda item: item[0].key):
        own.sort()
        gap = gap_in(own)
        if gap is None and span_of(own) != span:
            gap = (span_of(own), span)
        if gap is not None:
            return Refusal.of(Why.PERIODS_APART, what=what, one=gap[0], two=gap[1])
    return (span,)


def gap_in(periods: Sequence[Period]) -> tuple[Period, Period] | None:
    """Return the first two periods, in their order, of which the second does not begin where the first ends."""
    return next(((one, two) for one, two in pairwise(periods) if not one.precedes(two)), None)
