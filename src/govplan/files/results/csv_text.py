"""CSV text into rows of cells with their places, in one pass; *not* here: what the cells mean.

The separator is the one under which the headings are headings. Line breaks inside quotation marks are kept; every
fault of the form ends the reading, for what follows it could be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govplan.files.limits import MAX_NODES, spot_of, too_many
from govplan.files.problem import FormError
from govplan.files.results.columns import Column, heading_of
from govplan.files.results.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Row,
    Table,
    find_header,
    too_many_columns,
    too_many_rows,
)
from govplan.values.text import MAX_LENGTH

__all__ = ["escaped", "read_csv", "unescaped"]

_SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile('"([^"]*(?:""[^"]*)*)"')
_SAID = re.compile(r"sep=([,;\t])\n?", re.IGNORECASE)
# What spreadsheet programs take for a formula when a cell begins with it, their wide forms among them.
_FORMULA = "=+-@＝＋－＠"


def read_csv(text: str) -> Table:
    """Return the table of a CSV text.

    Raises:
        FormError: quotation marks that do not close, or beyond a limit; with line and column.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise FormError(
            "not text: found the character NUL; save the table as CSV UTF-8",
            "không phải văn bản: gặp ký tự NUL; hãy lưu bảng dạng CSV UTF-8",
            spot=spot_of(text, text.index("\0")),
        )
    said = _SAID.match(text)
    if said is not None:
        return Table([row for row in _rows(text, said[1]) if row.number > 1])
    return Table(_rows(text, _separator(text)))


def _separator(text: str) -> str:
    """Return the separator that makes most headings of a row; the comma where no one makes any."""
    return max(_SEPARATORS, key=lambda separator: _headings(text, separator))


def _headings(text: str, separator: str) -> int:
    found: list[Row] = []
    try:
        for row in islice(_rows(text, separator), 30):
            found.append(row)
    except FormError:
        pass  # it is told when the text is read with the separator that is right
    header = find_header(found)
    if header is None:
        return 0
    headings = (heading_of(cell.text) for cell in header.cells)
    return sum(heading is not None and heading.column is not Column.NOTE for heading in headings)


def _rows(text: str, separator: str) -> Iterator[Row]:
    """Yield the rows of a text whose lines end in one line feed."""
    plain = re.compile(f"[^{separator}\n]*")
    blanks = re.compile("[ ]*" if separator == "\t" else "[ \t]*")
    number, line, start, position, total = 0, 1, 0, 0, 0
    length = len(text)
    while position < length:
        number += 1
        if number > MAX_ROWS:
            raise too_many_rows()
        cells: list[Cell] = []
        first = line
        while True:
            column = position - start + 1
            if len(cells) >= MAX_COLUMNS:
                raise too_many_columns(line, column)
            value, end = _cell(text, position, separator, plain, blanks)
            cells.append(Cell(value, line, column))
            breaks = text.count("\n", position, end)
            if breaks:
                line += breaks
                start = text.rindex("\n", position, end) + 1
            position = end
            if position >= length or text[position] == "\n":
                break
            position += 1
        total += len(cells)
        if total > MAX_NODES:
            raise too_many()
        yield Row(number, first, tuple(cells))
        position += 1
        line += 1
        start = position


def _cell(text: str, position: int, separator: str, plain: re.Pattern[str], blanks: re.Pattern[str]) -> tuple[str, int]:
    """Return the words of the cell that begins at a position, and where it ends."""
    begin = _end(blanks, text, position)
    if text[begin : begin + 1] != '"':
        end = _end(plain, text, position)
        value = text[position:end].strip()
    else:
        quoted = _QUOTED.match(text, begin)
        if quoted is None:
            raise FormError(
                "quotation mark never closed: found one that begins a cell; close it, and double those inside",
                "dấu nháy không đóng: gặp một dấu mở đầu ô; hãy đóng lại, và viết hai lần dấu nháy bên trong ô",
                spot=spot_of(text, begin),
            )
        end = _end(blanks, text, quoted.end())
        if text[end : end + 1] not in ("", "\n", separator):
            raise FormError(
                f"text behind a closed quotation mark: found {text[end : end + 20]!r}; double the marks inside a cell",
                f"có chữ sau dấu nháy đóng: gặp {text[end : end + 20]!r}; hãy viết hai lần dấu nháy bên trong ô",
                spot=spot_of(text, end),
            )
        value = quoted[1].replace('""', '"')
    if len(value) > MAX_LENGTH:
        raise FormError(
            f"cell too long: found {len(value)} characters; at most {MAX_LENGTH}",
            f"ô quá dài: gặp {len(value)} ký tự; nhiều nhất {MAX_LENGTH}",
            spot=spot_of(text, position),
        )
    return value, end


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return position if match is None else match.end()


def escaped(text: str) -> str:
    """Return text that no spreadsheet program takes for a formula: where it would, with an apostrophe in front.

    >>> escaped("=1+1"), escaped("'=1+1"), escaped("'tạm tính'")
    ("'=1+1", "''=1+1", "'tạm tính'")
    """
    return f"'{text}" if _is_formula(text) or (text[:1] == "'" and _hides(text[1:])) else text


def unescaped(text: str) -> str:
    """Return the text that `escaped` was given."""
    return text[1:] if text[:1] == "'" and _hides(text[1:]) else text


def _hides(text: str) -> bool:
    return _is_formula(text) or text[:1] == "'"


def _is_formula(text: str) -> bool:
    return text[:1] in ("\t", "\r", "\n") or text.lstrip()[:1] in tuple(_FORMULA)
