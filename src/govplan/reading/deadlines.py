"""For when a clause promises, by its own words or by those that lead its sentence; *not* here: how times are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govplan.reading.clauses import Clause
from govplan.reading.horizons import period_of
from govplan.reading.numbers import Item
from govplan.reading.tokens import Token
from govplan.values.period import Period

__all__ = ["is_deadline", "leading_horizon", "own_horizon", "times_of"]

# What may stand before a time that leads its sentence and so covers all of it.
_BEFORE_A_LEADING_TIME = frozenset(("commit", "frequency", ",", ":", "and", "open", "topic", "-", "+", "."))


def times_of(items: Iterable[Item]) -> list[Period]:
    """Return the periods that items name as those of their figures, not those they compare with.

    >>> from govplan.reading.horizons import mark_times
    >>> from govplan.reading.tokens import tokens_of
    >>> [str(period) for period in times_of(mark_times(tokens_of("đến năm 2025 tăng 5% so với năm 2020")))]
    ['2025']
    """
    found = []
    for item in items:
        if item.kind == "time" and item.meaning.startswith(("by", "from")) and isinstance(item, Token):
            period = period_of(item)
            if period is not None:
                found.append(period)
    return found


def own_horizon(clause: Clause) -> Period | None:
    """Return the first period that a clause names for itself."""
    if "time" not in clause.kinds and "time" not in clause.kinds_after:
        return None
    # "gấp 1,5 lần năm 2020" names the year it compares with.
    after = () if clause.figure.unit.startswith("lần") else clause.after
    times = times_of((*clause.before, *after))
    return times[0] if times else None


def leading_horizon(clause: Clause) -> Period | None:
    """Return the period that leads a clause, or its header, and covers the clauses after it; None where none does."""
    if "time" not in clause.kinds_around:
        return None
    items: Sequence[Item] = [*clause.header, *clause.before]
    for index, item in enumerate(items):
        if item.kind == "time":
            times = times_of((item,))
            if times:
                return times[0]
        elif item.kind not in _BEFORE_A_LEADING_TIME:
            promise = next((at for at in range(index, len(items)) if _is_promise(items[at])), index)
            times = times_of((*clause.header, *items[index:promise]))
            return times[0] if times else None
    return None


def _is_promise(item: Item) -> bool:
    return item.kind == "commit" and item.meaning == "strong"


def is_deadline(text: str, clause: Clause) -> bool:
    """Do the words set a day to come: đến năm 2025?"""
    return any(
        item.kind == "time" and text[item.start : item.end].lower().startswith(("đến", "tới"))
        for item in (*clause.header, *clause.before)
    )
