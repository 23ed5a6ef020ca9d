"""One row or item of results as it is read, and what is listed of it; *not* here: what it comes to (`rows`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from govplan.files.problem import FormError, Problem, add_problem
from govplan.files.results.columns import NUMBERS, Column, Heading, Notation
from govplan.files.results.csv_text import unescaped
from govplan.files.results.table import Cell, Header, Row, Table
from govplan.model import Observation
from govplan.model.observation import Mode, Status
from govplan.values import Period, Text

__all__ = ["Entry", "Figure", "Unmatched", "entries_of"]

_WORDS = (Column.JUDGEMENT, Column.SOURCE)
# Under the headings of a published table its columns are often counted: A, B, (1), (2), (3)=(2)/(1).
_COUNTED = re.compile(r"\(?(?:[A-Z]|[0-9]{1,2})\)?\s*(?:=.*)?")


@frozen
class Unmatched:
    """A row that is no result of the plan, or a remark on one that is (dòng không khớp).

    `name` is the row's target as it was written, `reason` says why in one sentence. `observation` is what a row with
    the id of no target of the plan says all the same.
    """

    row: int
    name: str
    reason: Text
    line: int | None = None
    column: int | None = None
    observation: Observation | None = None


class Figure(NamedTuple):
    """The numbers of an entry that hold for one time: each column's heading and cell."""

    numbers: dict[Column, tuple[Heading, Cell]]
    period: Period | None = None
    status: Status | None = None
    mode: Mode | None = None


class Entry(NamedTuple):
    """A row of a table, or an item of a document: its number from 1, its place, its cells and figures."""

    number: int
    start: Cell
    cells: dict[Column, Cell]
    figures: list[Figure]
    plans: tuple[tuple[Heading, Cell], ...] = ()
    notation: Notation = Notation.DOCUMENT
    needs_time: bool = True


def entries_of(table: Table, header: Header, problems: list[Problem]) -> Iterator[Entry]:
    """Yield what stands below the headings, row by row; rows without anything are passed over."""
    width = len(header.row.cells)
    is_first = True
    for row in table.rows:
        if row.number <= header.row.number or all(cell.is_empty for cell in row.cells):
            continue
        if is_first and header.notation is Notation.VIETNAMESE and _is_counted(row):
            is_first = False
            continue
        is_first = False
        beyond = next((cell for cell in row.cells[width:] if not cell.is_empty), None)
        if beyond is not None or (table.is_text and len(row.cells) != width):
            # Also where what is beyond is empty: 68,25 without quotation marks moves what stands behind it.
            add_problem(problems, (beyond or row.start).problem(_uneven(len(row.cells), width)))
        else:
            yield _entry(row, header, table.is_text)


def _entry(row: Row, header: Header, is_text: bool) -> Entry:
    cells: dict[Column, Cell] = {}
    numbers: list[tuple[Heading, Cell]] = []
    plans: list[tuple[Heading, Cell]] = []
    for index, heading in header.columns.items():
        if index >= len(row.cells):
            continue
        if heading.column in NUMBERS:
            numbers.append((heading, row.cells[index]))
        elif heading.column is Column.PLAN:
            if not row.cells[index].is_empty:
                plans.append((heading, row.cells[index]))
        else:
            cell = row.cells[index]
            # What `dump_results` puts before words that would be a formula.
            is_escaped = is_text and heading.column in _WORDS
            cells.setdefault(heading.column, cell._replace(value=unescaped(cell.text)) if is_escaped else cell)
    return Entry(row.number, row.start, cells, _figures(numbers), tuple(plans), header.notation, header.needs_time)


def _figures(numbers: list[tuple[Heading, Cell]]) -> list[Figure]:
    """Return the numbers of a row by what their headings say: one figure for each time, status and mode."""
    found: dict[tuple[Period | None, Status | None, Mode | None], Figure] = {}
    for heading, cell in numbers:
        key = (heading.period, heading.status, heading.mode)
        figure = found.setdefault(key, Figure({}, *key))
        figure.numbers[heading.column] = (heading, cell)
    return list(found.values())


def _is_counted(row: Row) -> bool:
    texts = [cell.value for cell in row.cells if not cell.is_empty]
    return len(texts) > 2 and all(isinstance(text, str) and _COUNTED.fullmatch(text.strip()) for text in texts)


def _uneven(found: int, wanted: int) -> FormError:
    return FormError(
        f"row of another length: found {found} cells below {wanted} headings; put text with a separator, and numbers "
        "with a comma, in quotation marks",
        f"số ô không khớp: gặp {found} ô dưới {wanted} tiêu đề; hãy đặt chữ có dấu ngăn cách, và số có dấu phẩy, "
        "trong dấu nháy",
    )
