"""A table while its cells are being placed, merged ones over all their places; *not* here: what its columns mean."""

from __future__ import annotations

from govplan.reading.documents.limits import MAX_COLUMNS, MAX_ROWS

__all__ = ["Grid"]


class Grid:
    """Rows and columns of texts, in which one text may stand at several places.

    `rows` hold indexes into `texts`; index 0 is the empty text of a place where nothing stands. What lies beyond
    `MAX_ROWS` and `MAX_COLUMNS` is dropped, and `cut` says so.

    >>> grid = Grid()
    >>> grid.place(0, 0, "Chỉ tiêu", rows=2)
    >>> grid.place(0, 1, "Kế hoạch", columns=2)
    >>> grid.place(1, grid.free_column(1), "2024")
    >>> grid.lines()
    [['Chỉ tiêu', 'Kế hoạch', 'Kế hoạch'], ['Chỉ tiêu', '2024', '']]
    """

    def __init__(self) -> None:
        self.texts: list[str] = [""]
        self.rows: list[list[int]] = []
        self.cut = False
        self._places_left = 4 * MAX_ROWS * MAX_COLUMNS

    def place(self, row: int, column: int, text: str, *, rows: int = 1, columns: int = 1) -> None:
        """Put a text into a cell that covers some rows and columns from a place on."""
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            self.cut = self.cut or bool(text)
            return
        index = 0
        if text:
            index = len(self.texts)
            self.texts.append(text)
        self._places_left -= max(rows, 1) * max(columns, 1)
        if self._places_left < 0:
            # Cells that cover one another over and over are no table of anybody.
            rows = columns = 1
        last_row, last_column = min(row + max(rows, 1), MAX_ROWS), min(column + max(columns, 1), MAX_COLUMNS)
        while len(self.rows) < last_row:
            self.rows.append([])
        for at in range(row, last_row):
            line = self.rows[at]
            line += [_FREE] * (last_column - len(line))
            for place in range(column, last_column):
                if line[place] == _FREE:
                    line[place] = index

    def free_column(self, row: int) -> int:
        """Return the first column of a row that no cell covers yet."""
        line = self.rows[row] if row < len(self.rows) else []
        return line.index(_FREE) if _FREE in line else len(line)

    def indexes(self) -> list[list[int]]:
        """Return the rows, all of one length, with 0 where nothing stands; empty rows at the end are dropped."""
        width = max(map(len, self.rows), default=0)
        rows = [[max(index, 0) for index in line] + [0] * (width - len(line)) for line in self.rows]
        while rows and not any(rows[-1]):
            rows.pop()
        return rows

    def lines(self) -> list[list[str]]:
        """Return the rows as texts."""
        return [[self.texts[index] for index in line] for line in self.indexes()]


_FREE = -1
