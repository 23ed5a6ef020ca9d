"""Figures that stand in a row, each for a name or a year of a list (lần lượt); *not* here: what names are made of."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govplan.reading.clauses import Clause, has_words
from govplan.reading.conditions import Condition, condition_of
from govplan.reading.deadlines import own_horizon, times_of
from govplan.reading.names import Name, name_of, trimmed_before, words_of
from govplan.reading.numbers import Item
from govplan.reading.relations import listed_names
from govplan.values.period import Period

__all__ = ["Pair", "pairs_at", "share_denominators"]

# A list of names that are paired with figures is short; a longer run of bare figures is none.
_LONGEST_LIST = 12


@frozen
class Pair:
    """A figure of a row with the name and the time that it is for (cặp tên và số liệu)."""

    clause: Clause
    name: Name
    condition: Condition
    horizon: Period | None


def pairs_at(text: str, clauses: Sequence[Clause], index: int) -> list[Pair]:
    """Return the pairs of the row of figures that begins at an index; none where there is no row, or no list to match.

    Names pair where the words say so, or where every unit stands in its name ("bác sĩ và giường bệnh: 10 bác sĩ và 31
    giường"); years pair where the words say so.
    """
    last = index
    while last + 1 < len(clauses) and last - index < _LONGEST_LIST and _continues(clauses[last + 1]):
        last += 1
    if last == index:
        return []
    row = clauses[index : last + 1]
    first = row[0]
    said = any("respective" in clause.kinds or "respective" in clause.kinds_after for clause in row)
    if not said and "and" not in first.kinds and "," not in first.kinds:
        return []
    kept, opener, _ = trimmed_before([item for item in first.before if item.kind != "respective"])
    names = listed_names(kept, len(row))
    condition = condition_of(first, opener)
    if names is None:
        times = times_of((*first.header, *first.before))
        if said and len(times) == len(row) and has_words(kept):
            name = name_of(text, first)
            return [
                Pair(clause, name, _joined(clause, condition, first, name), time)
                for clause, time in zip(row, times, strict=True)
            ]
        return []
    if not said and not _units_name(names, row):
        return []
    found = []
    for items, clause in zip(names, row, strict=True):
        own = len(items) - 1
        while own and items[own].start - items[own - 1].end <= 1:
            own -= 1
        span = (items[own].start, items[-1].end)
        name = Name(words_of(text, items), span, opener, "before", is_headed=True)
        clause.header = first.header
        found.append(Pair(clause, name, _joined(clause, condition, first, name), own_horizon(clause)))
    return found


def _joined(clause: Clause, condition: Condition, first: Clause, name: Name) -> Condition:
    """Return what is asked of one figure of a row: its own comparator, and the change that is said once for all."""
    own = condition if clause is first else condition_of(clause, name.opener)
    return Condition(own.comparator or condition.comparator, condition.change, is_stated=True)


def _continues(clause: Clause) -> bool:
    """Does a clause hold nothing but one more figure of a list?"""
    return (
        clause.link in (",", "and")
        and clause.kinds.isdisjoint(("change", "time", "from"))
        and not has_words(clause.before)
    )


def _units_name(names: list[list[Item]], clauses: Sequence[Clause]) -> bool:
    """Does each figure's unit stand in the name that comes at its place?"""
    for name, clause in zip(names, clauses, strict=True):
        unit = clause.figure.unit.split()
        if not unit or clause.figure.sort != "count" or unit[0] not in {item.word for item in name}:
            return False
    return len({clause.figure.unit for clause in clauses}) > 1


def share_denominators(clauses: Sequence[Clause]) -> None:
    """Give "30 giường bệnh và 10 bác sĩ trên một vạn dân" the denominator that is said once, at the end."""
    for index in range(len(clauses) - 1, 0, -1):
        clause, before = clauses[index], clauses[index - 1]
        per = [item for item in clause.after if item.meaning == "per"]
        if (
            per
            and clause.link in (",", "and")
            and clause.figure.sort == before.figure.sort == "count"
            and not has_words(clause.before)
            and not has_words(before.after)
        ):
            before.after = [*before.after, *per[:1]]
