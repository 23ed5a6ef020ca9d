"""Rows of a table as commitments, those under others as their parts; *not* here: which rows stand under which.

A row is a part of the row above it when both have a figure and the same unit. The parts are a partition when their
figures add up to the whole's exactly, else subsets of it; parts that add up to more are asked about. A row of another
unit is a target of its own, with the name of the row above before its own where that says too little alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from govplan.model import Baseline, Goal
from govplan.model.goal import Basis
from govplan.model.indicator import Measure
from govplan.model.target import Denominator, Relation
from govplan.reading import remarks
from govplan.reading.commitment import Commitment, UnreadStretch
from govplan.reading.confidence import Confidence
from govplan.reading.documents.content import Cell
from govplan.reading.measures import is_growth, measure_of, polarity_of
from govplan.reading.relations import adds_up
from govplan.reading.table_rows import GROUPS, Node, Row
from govplan.reading.tokens import tokens_of
from govplan.reading.units import meaning_of, unit_at
from govplan.values import Period, Text

__all__ = ["RowReading", "commitments_of"]

_MORE_THAN_NAMES = ("dash", "plus", "letter", "none")
"""Rows with such marks say too little alone: "- Khu vực nông thôn"."""


@frozen
class RowReading:
    """What all rows of a table have in common: how a figure is read, its horizon, and the column of earlier results."""

    read: Callable[[str, str, str], Goal | None]
    horizon: Period | None
    earlier: int | None
    earlier_period: Period | None
    confidence: Confidence = Confidence.CERTAIN

    def commitment(self, row: Row, value: Cell, above: str, whole: str) -> Commitment | None:
        """Return what a row commits to, None when its figure cannot be read.

        `above` is the name that goes before its own, `whole` that of the row which it is a part of.
        """
        name = f"{above}: {row.name}" if above else row.name
        # "- Miền núi" counts what its whole counts.
        words = f"{whole} {name}" if whole else name
        goal = self.read(value.text, row.unit, words)
        if goal is None or not row.name:
            return None
        first = min(row.name_cell, value, key=_start)
        last = max(row.name_cell, value, key=_start)
        measure, is_sure = measure_of(words, _sort(row.unit), row.unit)
        return Commitment(
            name=name,
            name_span=(row.name_cell.start, row.name_cell.end),
            goal=goal,
            unit=meaning_of(row.unit),
            printed_unit=row.unit,
            span=(first.start, last.end),
            number_span=(value.start, value.end),
            horizon=self.horizon,
            baseline=self._baseline(row),
            measure=measure,
            polarity=polarity_of(words),
            confidence=self.confidence if is_sure else Confidence.LIKELY,
            alternatives=() if is_sure else ("stock" if measure is Measure.FLOW else "flow",),
        )

    def _baseline(self, row: Row) -> Baseline | None:
        """Return the last result before the plan, where the table has it and it is one plain figure."""
        if self.earlier is None or self.earlier_period is None:
            return None
        words = row.cells[self.earlier].text
        result = self.read(words, row.unit, "") if words and words[:1].isdigit() else None
        if result is None or result.basis is not Basis.LEVEL or result.lower is None or result.approximate:
            return None
        if result.upper not in (None, result.lower):
            return None
        return Baseline(result.lower, self.earlier_period)


def commitments_of(top: list[Node], reading: RowReading) -> tuple[list[Commitment], list[UnreadStretch]]:
    """Return what the rows of a table commit to, in their order, and the figures that could not be read."""
    unread: list[UnreadStretch] = []
    found = [commitment for node in top for commitment in _from(node, "", reading, unread)]
    return found, unread


def _from(
    node: Node, above: str, reading: RowReading, unread: list[UnreadStretch], whole_name: str = ""
) -> Iterator[Commitment]:
    """Yield what a row commits to, its parts in it, then what rows under it commit to on their own.

    Rows stand under one another as deep as `table_rows` lets them, which is a few levels.
    """
    row = node.row
    whole = None
    if row.value is not None:
        whole = reading.commitment(row, row.value, above, whole_name)
        if whole is None:
            unread.append(UnreadStretch(row.value.start, row.value.end, _NOT_READ))
    below = list(_under(node))
    name = above if row.within else _context(row, above)
    if whole is None:
        for child in below:
            yield from _from(child, name if child.row.style in _MORE_THAN_NAMES else "", reading, unread)
        return
    parts: list[Commitment] = []
    others: list[Commitment] = []
    announced = any(child.row.within for child in node.children)
    for child in below:
        counts_alike = child.row.value is not None and _counts_alike(child.row, row)
        wanted = "" if counts_alike or child.row.style not in _MORE_THAN_NAMES else name
        part = _with_unit(child, row) if counts_alike else child
        for commitment in _from(part, wanted, reading, unread, whole.name if counts_alike else ""):
            if counts_alike and commitment.name_span == (child.row.name_cell.start, child.row.name_cell.end):
                parts.append(commitment)
            else:
                others.append(commitment)
    yield from _joined(whole, parts, announced, marked=any(child.row.style != "none" for child in below))
    yield from others


def _joined(whole: Commitment, parts: list[Commitment], announced: bool, *, marked: bool) -> Iterator[Commitment]:
    if not parts:
        yield whole
        return
    sums = _adds_up(whole, parts)
    if not sums and not announced and not marked:
        # Nothing but their place says that they are parts, and their figures do not.
        yield whole
        yield from parts
        return
    related = evolve(
        whole,
        parts=tuple(parts),
        relation=Relation.PARTITION if sums else Relation.SUBSET,
        confidence=Confidence.LIKELY,
        remarks=(*whole.remarks, remarks.ADDS_UP if sums else remarks.DOES_NOT_ADD_UP),
        alternatives=("subset",) if sums else ("partition",),
    )
    is_share = whole.unit is not None and whole.unit.is_percent
    if not sums and is_share:
        related = _of_denominators(related, is_growth(whole.name) or _exceeds(whole, parts))
    elif not sums and _exceeds(whole, parts):
        related = evolve(related, confidence=Confidence.AMBIGUOUS, question=_EXCEEDS)
    yield related


def _of_denominators(whole: Commitment, own: bool) -> Commitment:
    """Return a share with parts: of their own denominators where they exceed it or grow, else a person is asked."""
    if own:
        return evolve(
            whole,
            denominator=Denominator.OWN,
            remarks=(*whole.remarks, remarks.GROWTH_OF_PARTS if is_growth(whole.name) else _OWN_DENOMINATORS),
            alternatives=(),
        )
    return evolve(
        whole,
        confidence=Confidence.AMBIGUOUS,
        remarks=(*whole.remarks, remarks.DENOMINATOR),
        question=remarks.DENOMINATOR_QUESTION,
        alternatives=("denominator: own",),
    )


def _under(node: Node) -> Iterator[Node]:
    """Yield the rows under a row; those under a bare "Trong đó" are under the row itself."""
    for child in node.children:
        if child.row.within and child.row.value is None and not child.row.name:
            yield from child.children
        else:
            yield child


def _context(row: Row, above: str) -> str:
    if row.style in GROUPS or not row.name:
        return above
    return f"{above}: {row.name}" if above and row.style in _MORE_THAN_NAMES else row.name


def _with_unit(child: Node, row: Row) -> Node:
    """Return a part that says no unit with that of its whole."""
    if child.row.unit:
        return child
    return Node(evolve(child.row, unit=row.unit), child.children, child.parent)


def _counts_alike(part: Row, whole: Row) -> bool:
    if not part.unit or part.unit.casefold() == whole.unit.casefold():
        return True
    one, two = meaning_of(part.unit), meaning_of(whole.unit)
    return one is not None and one == two


def _sort(words: str) -> str:
    """Return the sort of a printed unit, as `units` calls it; "" for one that it does not know."""
    tokens = tokens_of(words.casefold())
    return unit_at(tokens, 0).sort if tokens else ""


def _figure(goal: Goal) -> Decimal | None:
    """Return the one figure of a goal on a level."""
    if goal.basis is not Basis.LEVEL or (goal.lower is not None and goal.upper not in (None, goal.lower)):
        return None
    return goal.lower if goal.lower is not None else goal.upper


def _adds_up(whole: Commitment, parts: list[Commitment]) -> bool:
    stated = _figure(whole.goal)
    figures = [_figure(part.goal) for part in parts]
    known = [str(figure) for figure in figures if figure is not None]
    return stated is not None and len(known) == len(figures) and adds_up(str(stated), known)


def _exceeds(whole: Commitment, parts: list[Commitment]) -> bool:
    limit = _figure(whole.goal)
    return limit is not None and any((_figure(part.goal) or limit) > limit for part in parts)


def _start(cell: Cell) -> int:
    return cell.start


_NOT_READ = Text(vi="Ô không đọc được thành mức chỉ tiêu", en="The cell could not be read as a goal")
_OWN_DENOMINATORS = Text(
    vi="Một dòng bên dưới lớn hơn dòng này: tỷ lệ của mỗi dòng có mẫu số riêng",
    en="A row below is larger than this one: the share of each row has a denominator of its own",
)
_EXCEEDS = Text(
    vi="Một dòng bên dưới lớn hơn dòng này: có đúng là một phần của nó không?",
    en="A row below is larger than this one: is it a part of it?",
)
