"""Tables of results: cells with their places, and which row holds the headings; *not* here: how files hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from attrs import field, frozen

from govplan.errors import GovplanError
from govplan.files.problem import FormError, Problem, add_problem, pointer_to
from govplan.files.results.columns import NUMBERS, Column, Heading, Notation, heading_of, near

__all__ = [
    "MAX_COLUMNS",
    "MAX_ROWS",
    "Cell",
    "Header",
    "Row",
    "Table",
    "find_header",
    "is_complete",
    "read_header",
    "too_many_columns",
    "too_many_rows",
]

MAX_ROWS = 100_000
"""How many rows a table may have."""

MAX_COLUMNS = 100
"""How many columns a table may have."""

# Titles stand above the headings of a published table, but not for ever.
_ROWS_LOOKED_AT = 30


def too_many_rows() -> FormError:
    """Return the error for more rows than `MAX_ROWS`."""
    return FormError(
        f"too many rows: found more than {MAX_ROWS}; split the file",
        f"quá nhiều dòng: gặp hơn {MAX_ROWS}; hãy chia nhỏ tệp",
    )


def too_many_columns(line: int, column: int) -> FormError:
    """Return the error for a row with more cells than `MAX_COLUMNS`."""
    return FormError(
        f"too many columns: found more than {MAX_COLUMNS} in one row; remove those that hold no results",
        f"quá nhiều cột: gặp hơn {MAX_COLUMNS} trong một dòng; hãy bỏ các cột không chứa kết quả",
        spot=(line, column),
    )


class Cell(NamedTuple):
    """A value with its place: text as it was written, or what a workbook holds; a fault where it cannot be used."""

    value: Any
    line: int | None
    column: int | None
    pointer: str = ""

    @property
    def text(self) -> str:
        """The cell's words, "" for what is no text."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def is_empty(self) -> bool:
        """Is there nothing in it?"""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    def problem(self, error: GovplanError) -> Problem:
        """Return the problem that an error about the cell is."""
        below = pointer_to(error.at) if isinstance(error, FormError) else ""
        return Problem(self.pointer + below, error.message("en"), error.message("vi"), self.line, self.column)


class Row(NamedTuple):
    """One row of a table: its number as a spreadsheet counts, from 1, and its line in the file."""

    number: int
    line: int
    cells: tuple[Cell, ...]

    @property
    def start(self) -> Cell:
        """What stands for the row as a whole."""
        return next((cell for cell in self.cells if not cell.is_empty), Cell("", self.line, 1))


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(rows)


@frozen
class Table:
    """The rows of a file, or of one sheet of it; `is_text` where each row has as many cells as there are headings."""

    rows: tuple[Row, ...] = field(converter=_rows)
    name: str = ""
    is_text: bool = True


@frozen
class Header:
    """The row of headings: which cell of a row is what (dòng tiêu đề)."""

    row: Row
    columns: dict[int, Heading]

    @property
    def notation(self) -> Notation:
        """The notation of its numbers."""
        return next((one.notation for one in self.columns.values() if one.column in NUMBERS), Notation.PLAIN)

    @property
    def needs_time(self) -> bool:
        """Does each row say when? A published table without times is of the plan's own time."""
        return self.notation is not Notation.VIETNAMESE or self.has_time

    @property
    def has_time(self) -> bool:
        """Is there a column that says when?"""
        return any(one.column in (Column.PERIOD, Column.AS_OF) for one in self.columns.values())


def find_header(rows: Iterable[Row]) -> Row | None:
    """Return the first row whose headings name targets and measured numbers, else the one nearest to that, if any."""
    best, most = None, 0
    for row in islice(rows, _ROWS_LOOKED_AT):
        found = {heading.column for cell in row.cells if (heading := heading_of(cell.text))} - {Column.NOTE}
        if is_complete(found):
            return row
        if len(found) > most:
            best, most = row, len(found)
    return best


def is_complete(columns: set[Column]) -> bool:
    """Do the columns say both of what, and how much?"""
    return bool(columns & {Column.TARGET, Column.NAME}) and not columns.isdisjoint(NUMBERS)


def read_header(row: Row, rows: Iterable[Row], problems: list[Problem]) -> Header | None:
    """Return what the headings of a row say, None where the rows below cannot be understood; and why."""
    columns: dict[int, Heading] = {}
    seen: dict[Heading, Cell] = {}
    for index, cell in enumerate(row.cells):
        if cell.is_empty:
            for below in _below(rows, row, index):
                add_problem(problems, below.problem(_without_heading()))
                break
            continue
        heading = heading_of(cell.text) if cell.text else None
        if heading is None:
            add_problem(problems, cell.problem(_unknown(cell.text or str(cell.value))))
        elif heading.column is not Column.NOTE:
            if heading in seen:
                add_problem(problems, cell.problem(_twice(cell.text, seen[heading].text)))
            seen[heading] = cell
            columns[index] = heading
    found = {heading.column for heading in columns.values()}
    if not is_complete(found):
        what = ("target", "chỉ tiêu") if found.isdisjoint((Column.TARGET, Column.NAME)) else ("value", "thực hiện")
        add_problem(problems, row.start.problem(_missing(*what)))
        return None
    made = Header(row, columns)
    if made.has_time and any(heading.period for heading in columns.values() if heading.column in NUMBERS):
        add_problem(problems, row.start.problem(_TWO_TIMES))
        return None
    if made.needs_time and not made.has_time:
        add_problem(problems, row.start.problem(_missing("period", "period")))
        return None
    return made


def _below(rows: Iterable[Row], header: Row, index: int) -> Iterator[Cell]:
    for row in rows:
        if row.number > header.number and index < len(row.cells) and not row.cells[index].is_empty:
            yield row.cells[index]


def _unknown(text: str) -> FormError:
    found = near(text)
    en = f"did you mean {found}?" if found else "rename the column, or begin its heading with note to leave it out"
    vi = f"có phải ý bạn là {found}?" if found else "hãy đổi tên cột, hoặc thêm ghi chú vào đầu tiêu đề để bỏ qua cột"
    return FormError(f"unknown heading: found {text!r:.80}; {en}", f"tiêu đề lạ: gặp {text!r:.80}; {vi}")


def _twice(text: str, other: str) -> FormError:
    return FormError(
        f"one heading twice: found {other!r:.80} and {text!r:.80}; keep one of the columns, or say their periods",
        f"tiêu đề lặp lại: gặp {other!r:.80} và {text!r:.80}; hãy giữ một cột, hoặc ghi rõ kỳ của từng cột",
    )


def _without_heading() -> FormError:
    return FormError(
        "column without a heading: found a value in it; name the column, or empty it",
        "cột không có tiêu đề: gặp giá trị trong cột; hãy đặt tên cột, hoặc xóa giá trị",
    )


def _missing(en: str, vi: str) -> FormError:
    return FormError(
        f"missing column: found no {en}; add it, the headings are target, period or as_of, value, and more",
        f"thiếu cột: không có {vi}; hãy thêm cột, các tiêu đề là chỉ tiêu, đơn vị, kế hoạch, thực hiện, đánh giá…",
    )


_TWO_TIMES = FormError(
    "two times: found a period in a heading and a column of periods or days; keep one of them",
    "hai thời điểm: gặp kỳ trong tiêu đề và cột kỳ hoặc ngày; hãy giữ một",
)
