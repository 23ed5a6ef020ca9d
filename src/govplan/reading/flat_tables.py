"""Tables that a text has as lines, their cells apart by strokes or tabs; *not* here: what the rows say (`tables`).

A table copied from a page is lines such as "1 | Sản lượng lúa | tấn | 92.000", with the heading row or without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govplan.reading.cells import read_cell
from govplan.reading.cleaning import clean
from govplan.reading.columns import find_heading
from govplan.reading.documents.content import Cell, Content, Table
from govplan.values import Text

__all__ = ["content_with_tables"]

_SEPARATORS = ("|", "\t")
_WIDEST = 24
"""A table that people read has fewer columns than this."""
_LONGEST = 60
"""How many characters a cell may have that holds a figure or a unit."""
_RULE = re.compile(r"[\s|:+=–—-]*")
_ORDINAL = re.compile(r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,5}|[A-ZĐa-zđ]|[-+*•])?[.)]?")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(r"[0-9]")

_Row = tuple[Cell, ...]


def content_with_tables(text: str) -> Content:
    r"""Return a text as content, with the tables that it has as lines; without any it has no tables.

    >>> table = content_with_tables("1 | Sản lượng lúa | tấn | 920\n2 | Tỷ lệ hộ nghèo | % | Dưới 4").tables[0]
    >>> [[cell.text for cell in row] for row in table.rows][1]
    ['1', 'Sản lượng lúa', 'tấn', '920']
    """
    tables: list[Table] = []
    guessed = False
    for rows in _runs(text):
        width = max(map(len, rows))
        grid = [row + (Cell("", row[-1].end, row[-1].end),) * (width - len(row)) for row in rows]
        if find_heading([[cell.text for cell in row] for row in grid]) is None:
            if width < 3 or sum(1 for row in rows if sum(bool(cell.text) for cell in row) >= 3) < 2:
                continue
            if not any(_FIGURE.search(cell.text) for row in grid for cell in row):
                continue
            head = _guessed_head(grid)
            guessed = guessed or head is not None
            grid = [head, *grid] if head is not None else grid
        tables.append(Table(tuple(grid), _line_start(text, rows[0][0].start), _line_end(text, rows[-1][-1].end)))
    return Content(text, tuple(_apart(tables)), (_GUESSED,) if guessed else ())


def _apart(tables: list[Table]) -> Iterator[Table]:
    """Yield tables in the order of the text; lines that strokes and tabs divide are of the first that has them."""
    reached = 0
    for table in sorted(tables, key=lambda one: one.start):
        if table.start >= reached:
            yield table
            reached = table.end


def _runs(text: str) -> Iterator[list[_Row]]:
    """Yield the rows of lines that follow each other and are divided by the same letter."""
    for separator in _SEPARATORS:
        if separator not in text:
            continue
        rows: list[_Row] = []
        place = 0
        for line in text.split("\n"):
            row = _row(line, place, separator)
            if row is not None:
                rows.append(row)
            elif rows and not _is_rule(line):
                if len(rows) > 1:
                    yield rows
                rows = []
            place += len(line) + 1
        if len(rows) > 1:
            yield rows


def _is_rule(line: str) -> bool:
    """Is a line empty or a rule below a heading row, as Markdown has it?"""
    return len(line) < 1000 and _RULE.fullmatch(line) is not None


def _row(line: str, place: int, separator: str) -> _Row | None:
    if separator not in line or _is_rule(line):
        return None
    words = line.strip()
    start = place + line.index(words)
    if separator == "|":
        start += len(words) - len(words.removeprefix("|"))
        words = words.removeprefix("|").removesuffix("|")
    count = words.count(separator) + 1
    if not 2 <= count <= _WIDEST or (separator == "\t" and count < 3):
        return None
    cells: list[Cell] = []
    for piece in words.split(separator):
        said = piece.strip()
        first = start + (piece.index(said) if said else 0)
        cells.append(Cell(" ".join(clean(said).text.split()), first, first + len(said)))
        start += len(piece) + 1
    return tuple(cells)


def _guessed_head(rows: Sequence[_Row]) -> _Row | None:
    """Return a heading row for a table without one, None when its columns can be understood in several ways."""
    columns = [[row[place].text for row in rows] for place in range(len(rows[0]))]
    figures = [place for place, cells in enumerate(columns) if _holds_figures(cells)]
    ordinal = 0 if all(map(_ORDINAL.fullmatch, columns[0])) else None
    figures = [place for place in figures if place != ordinal]
    others = [place for place in range(len(columns)) if place not in (ordinal, *figures) and any(columns[place])]
    if len(figures) != 1 or not 1 <= len(others) <= 2 or others[0] > figures[0]:
        return None
    heads = {figures[0]: "Kế hoạch", others[0]: "Chỉ tiêu"}
    if ordinal is not None:
        heads[ordinal] = "TT"
    if len(others) == 2:
        if any(len(words) > _LONGEST or _FIGURE.match(words) for words in columns[others[1]]):
            return None
        heads[others[1]] = "Đơn vị tính"
    start = rows[0][0].start
    return tuple(Cell(heads.get(place, ""), start, start) for place in range(len(columns)))


def _holds_figures(cells: list[str]) -> bool:
    """Have most filled cells of a column one figure and hardly a word beside it?"""
    filled = [words for words in cells if words]
    held = [
        words
        for words in filled
        if len(words) <= _LONGEST
        and _FIGURE.search(words)
        and len(_LETTER.findall(words)) <= 12
        and read_cell(words) is not None
    ]
    return bool(filled) and 2 * len(held) > len(filled)


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


_GUESSED = Text(
    vi="Bảng không có dòng đầu; cột tên, đơn vị và số kế hoạch được đoán theo nội dung các ô",
    en="A table has no heading row; its columns of names, units and figures were guessed from the cells",
)
