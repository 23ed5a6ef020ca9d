"""What was found in a document: its text, and the tables in it; *not* here: finding it, a file for each kind."""

from __future__ import annotations

import re

from attrs import frozen

from govplan.reading.cleaning import clean
from govplan.reading.columns import find_heading
from govplan.reading.documents.grids import Grid
from govplan.reading.documents.limits import MAX_CELLS, MAX_CHARACTERS, too_much_text
from govplan.values import Text

__all__ = ["Cell", "Composition", "Content", "Table"]

_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"[^\S\n]*\n\s*")


@frozen
class Cell:
    """One cell of a table (ô): its words in one line and one spelling, and where they stand in the document's text.

    A cell that covers several places of its table is the same cell at each of them.
    """

    text: str
    start: int
    end: int


@frozen
class Table:
    """A table (bảng): rows of cells, all of one length, and the stretch of the document's text that it is."""

    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


@frozen
class Content:
    """What a document holds (nội dung tài liệu): its text, the tables in that text, and what was left out.

    Paragraphs are apart by an empty line. A table of figures is one line for each row, cells apart by a tab; a table
    that only arranges words, such as the heading of a decision, is text and no table.

    >>> Content("Tỷ lệ hộ nghèo dưới 4%.").tables
    ()
    """

    text: str
    tables: tuple[Table, ...] = ()
    remarks: tuple[Text, ...] = ()


class Composition:
    r"""A document's text and tables while they are put together, in the document's order.

    >>> composition = Composition()
    >>> composition.add_paragraph("Chỉ tiêu năm 2024")
    >>> grid = Grid()
    >>> for column, words in enumerate(("Chỉ tiêu", "Đơn vị", "Kế hoạch")):
    ...     grid.place(0, column, words)
    >>> composition.add_table(grid)
    >>> content = composition.content()
    >>> content.text
    'Chỉ tiêu năm 2024\n\nChỉ tiêu\tĐơn vị\tKế hoạch\n'
    >>> content.tables[0].rows[0][2]
    Cell(text='Kế hoạch', start=35, end=43)
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._cells = 0
        self._tables: list[Table] = []
        self._remarks: list[Text] = []

    def add_paragraph(self, text: str) -> None:
        """Add a paragraph; line breaks in it stay, a paragraph of spaces is none."""
        # Half a character and the like are the cleaning's business; here only lines are put in order.
        words = _BLANK_LINES.sub("\n", text.replace("\r", "\n")).strip()
        if words:
            self._begin_block()
            self._add(words)
            self._add("\n")

    def add_table(self, grid: Grid) -> None:
        """Add a table of figures as a table, and any other as the paragraphs in its cells.

        Raises:
            DocumentError: the document has more cells than anybody reads.
        """
        rows = grid.indexes()
        self._cells += sum(map(len, rows))
        if self._cells > MAX_CELLS:
            raise too_much_text()
        if grid.cut:
            self.remark(
                Text(
                    vi="Bảng quá lớn, phần vượt giới hạn không được đọc",
                    en="A table was too large, and what lies beyond the limits was not read",
                )
            )
        if not _is_of_figures(grid, rows):
            for text in _in_order(grid, rows):
                self.add_paragraph(text)
            return
        self._begin_block()
        start = self._length
        cells: dict[int, Cell] = {}
        written: list[tuple[Cell, ...]] = []
        for row in rows:
            begun = False
            line: list[Cell] = []
            for index in row:
                cell = cells.get(index)
                if cell is None or not index:
                    words = _SPACES.sub(" ", grid.texts[index]).strip()
                    if words and begun:
                        self._add("\t")
                    begun = begun or bool(words)
                    place = self._length
                    self._add(words)
                    cell = cells[index] = Cell(clean(words).text, place, self._length)
                line.append(cell)
            if begun:
                self._add("\n")
            written.append(tuple(line))
        self._tables.append(Table(tuple(written), start, self._length))

    def remark(self, text: Text) -> None:
        """Say something that a person should know of the document, once."""
        if text not in self._remarks:
            self._remarks.append(text)

    def content(self) -> Content:
        """Return what was put together."""
        return Content("".join(self._pieces), tuple(self._tables), tuple(self._remarks))

    def _begin_block(self) -> None:
        if self._length:
            self._add("\n")

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        if self._length > MAX_CHARACTERS:
            raise too_much_text()


def _is_of_figures(grid: Grid, rows: list[list[int]]) -> bool:
    """Has the table three filled cells side by side, or a heading that names targets and what is planned of them?"""
    if any(len({index for index in row if index}) >= 3 for row in rows):
        return True
    return find_heading([[grid.texts[index] for index in row] for row in rows]) is not None


def _in_order(grid: Grid, rows: list[list[int]]) -> list[str]:
    """Return the texts of a table row by row, each once."""
    return [grid.texts[index] for index in dict.fromkeys(index for row in rows for index in row if index)]
