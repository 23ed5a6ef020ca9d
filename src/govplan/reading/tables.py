"""Targets in the tables of a document: one in each row that has a figure planned; *not* here: heading rows (`columns`).

The column of the figures is the one of the plan's own years. Results of past years are no targets: the last of them
is the level that a target starts from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from govplan.model import Goal
from govplan.reading.cells import read_cell
from govplan.reading.columns import Heading, Role, find_heading
from govplan.reading.commitment import Commitment, UnreadStretch
from govplan.reading.confidence import Confidence
from govplan.reading.documents.content import Cell, Table
from govplan.reading.draft import Note
from govplan.reading.table_parts import RowReading, commitments_of
from govplan.reading.table_rows import rows_of, tree_of
from govplan.values import Period, Span, Text
from govplan.vietnamese import find_date

__all__ = ["TableReading", "read_tables"]

_FIGURE = re.compile(r"[0-9]")
_UNIT_ABOVE = re.compile(
    r"(?:đơn vị tính|đơn vị|đvt)\s{0,4}:\s{0,4}(?P<unit>[^():;,0-9]{1,40})\)?\s{0,8}\Z", re.IGNORECASE
)
_NEAR = 200
"""So near before a table stands what is said of all its figures."""


@frozen
class TableReading:
    """What the tables of a document commit to (chỉ tiêu trong bảng), and what of them was not read.

    `taken` are the stretches of the text that belong to tables, and are no prose.
    """

    found: tuple[Commitment, ...] = ()
    unread: tuple[UnreadStretch, ...] = ()
    notes: tuple[Note, ...] = ()
    taken: tuple[tuple[int, int], ...] = ()


def read_tables(tables: Sequence[Table], period: Period | None = None, text: str = "") -> TableReading:
    """Return what tables commit to.

    Args:
        tables: the tables of a document.
        period: the plan's, which tells the column of the figures.
        text: the document's text, which may say a unit for all figures right above a table.
    """
    found: list[Commitment] = []
    unread: list[UnreadStretch] = []
    notes: list[Note] = []
    taken: list[tuple[int, int]] = []
    for table in tables:
        heading = find_heading([[cell.text for cell in row] for row in table.rows])
        column = None if heading is None else _plan_column(heading, period)
        if heading is None or column is None:
            if any(_FIGURE.search(cell.text) for row in table.rows for cell in row):
                unread.append(UnreadStretch(table.start, table.end, _NO_COLUMNS))
            taken.append((table.start, table.end))
            continue
        taken.append((_first_place(table, heading), table.end))
        sure = _is_sure(heading, column, period)
        if not sure:
            notes.append(_choice(table, heading, column))
        earlier = _earlier_column(heading, heading.columns[column].period or period)
        reading = RowReading(
            read=_read,
            horizon=heading.columns[column].period,
            earlier=earlier,
            earlier_period=None if earlier is None else heading.columns[earlier].period,
            confidence=Confidence.CERTAIN if sure else Confidence.LIKELY,
        )
        rows = rows_of(table, heading, column, _unit_above(text, taken[-1][0]))
        commitments, missed = commitments_of(tree_of(rows), reading)
        found += commitments
        unread += missed
    return TableReading(tuple(found), tuple(unread), tuple(notes), tuple(taken))


def _read(words: str, unit: str, name: str) -> Goal | None:
    # A day is no figure, though its first digits are.
    return None if find_date(words) is not None else read_cell(words, unit, name)


def _candidates(heading: Heading) -> list[int]:
    """Return the columns of what is planned; a bare year counts only beside no column that says so in words."""
    planned = [place for place, column in enumerate(heading.columns) if column.role is Role.PLAN]
    return planned or [place for place, column in enumerate(heading.columns) if column.role is Role.YEAR]


def _plan_column(heading: Heading, period: Period | None) -> int | None:
    """Return the column of the plan's years: of exactly these, of the last of them, else the only or the last one."""
    places = _candidates(heading)
    years = {place: heading.columns[place].period for place in places}
    if period is not None:
        for wanted in (period, Period.year(period.end.year)):
            for place in places:
                if years[place] == wanted:
                    return place
        for place in reversed(places):
            known = years[place]
            if known is not None and (known.covers(period) or period.covers(known)):
                return place
        unsaid = [place for place in places if years[place] is None]
        if unsaid:
            return unsaid[-1]
        later = [place for place, known in years.items() if known is not None and known.end >= period.start]
        return later[0] if later else None
    if not places:
        return None
    if all(heading.columns[place].role is Role.YEAR for place in places):
        # Years alone may be those of a yearbook.
        past = [column.period for column in heading.columns if column.role is Role.PAST and column.period]
        places = [place for place in places if any(_follows(known, years[place]) for known in past)]
        return places[0] if places else None
    return max(places, key=lambda place: (_end(years[place]), place))


def _end(period: Period | None) -> int:
    return 0 if period is None else period.end.toordinal()


def _follows(past: Period, year: Period | None) -> bool:
    return year is not None and year.start > past.end


def _is_sure(heading: Heading, column: int, period: Period | None) -> bool:
    """Says the heading itself that the column is the plan's: alone, or as the only one of the plan's years?"""
    places = _candidates(heading)
    chosen = heading.columns[column]
    if len(places) == 1:
        return chosen.role is Role.PLAN
    if period is None or chosen.period not in (period, Period.year(period.end.year)):
        return False
    others = [heading.columns[place].period for place in places if place != column]
    return chosen.period == period or not any(other is None or other.overlaps(period) for other in others)


def _choice(table: Table, heading: Heading, column: int) -> Note:
    others = [heading.columns[place].words for place in _candidates(heading) if place != column]
    chosen = heading.columns[column].words
    cell = next((row[column] for row in table.rows[heading.first :] if row[column].text), None)
    return Note(
        about="",
        confidence=Confidence.AMBIGUOUS if others else Confidence.LIKELY,
        span=None if cell is None else Span(cell.start, cell.end),
        text=Text(
            vi=f"Chỉ tiêu của bảng được lấy từ cột “{chosen}”",
            en=f"The targets of the table were taken from the column “{chosen}”",
        ),
        question=Text(vi="Đó có phải cột của kỳ kế hoạch này không?", en="Is it the column of this plan's period?")
        if others
        else None,
        alternatives=tuple(others),
    )


def _earlier_column(heading: Heading, period: Period | None) -> int | None:
    """Return the column of the last results before a period, None when no column says that it holds them."""
    if period is None:
        return None
    past = [
        (column.period.end, place)
        for place, column in enumerate(heading.columns)
        if column.role is Role.PAST and column.period is not None and column.period.end < period.start
    ]
    return max(past)[1] if past else None


def _unit_above(text: str, start: int) -> str:
    """Return the unit that the last line before a table says for all its figures, "" when it says none."""
    line = text[max(0, start - _NEAR) : start].rstrip().rpartition("\n")[2]
    match = _UNIT_ABOVE.search(line)
    return " ".join(match["unit"].split()) if match is not None else ""


def _first_place(table: Table, heading: Heading) -> int:
    cells: list[Cell] = [cell for row in table.rows[heading.first :] for cell in row if cell.text]
    return min((cell.start for cell in cells), default=table.start)


_NO_COLUMNS = Text(
    vi="Bảng không có cột chỉ tiêu và cột kế hoạch của kỳ này nên không được đọc",
    en="The table has no columns of targets and of what is planned for this period, and was not read",
)
