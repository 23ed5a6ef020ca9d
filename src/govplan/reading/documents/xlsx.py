"""Excel workbooks as content: each sheet's heading lines and its table; *not* here: what the columns mean (`columns`).

Numbers are printed as Vietnamese prints them, with the fifteen digits that a spreadsheet keeps and no more: what lies
behind them is an artefact of binary fractions. A share that a sheet shows in percent is printed in percent.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

from govplan.errors import DocumentError, MissingExtraError
from govplan.reading.columns import find_heading
from govplan.reading.documents.archive import corrupt, unpacked
from govplan.reading.documents.content import Composition, Content
from govplan.reading.documents.grids import Grid
from govplan.reading.documents.limits import MAX_COLUMNS, MAX_ROWS
from govplan.reading.documents.merged_cells import Merged, merged_cells
from govplan.values import Text
from govplan.vietnamese import format_date, format_number

__all__ = ["load_xlsx"]

_MAX_SHEETS = 30
_SECTION = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def load_xlsx(content: bytes) -> Content:
    """Return the content of an Excel workbook (.xlsx): its visible sheets, one after the other.

    Raises:
        DocumentError: damaged, encrypted, or too large once unpacked.
        MissingExtraError: openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError(
            "XLSX files are read with openpyxl: it is not installed; run: pip install govplan[excel]",
            "tệp XLSX được đọc bằng openpyxl: chưa được cài; hãy chạy: pip install govplan[excel]",
        ) from None
    packed = unpacked(content, "XLSX")
    try:
        # The library warns of extensions that it leaves out; none of them holds a figure.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            results = openpyxl.load_workbook(packed, read_only=True, data_only=True)
            formulas = openpyxl.load_workbook(packed, read_only=True, data_only=False)
            with ZipFile(packed) as archive:
                merged = merged_cells(archive)
            return _content(results, formulas, merged)
    except DocumentError:
        raise
    except Exception:
        # Parts that contradict one another make the library raise whatever its code came to.
        raise corrupt("XLSX") from None


def _content(results: Any, formulas: Any, merged: dict[str, list[Merged]]) -> Content:
    composition = Composition()
    shown = [sheet for sheet in results.worksheets if sheet.sheet_state == "visible"]
    for sheet in shown[:_MAX_SHEETS]:
        _add_sheet(composition, sheet, formulas[sheet.title], merged.get(sheet.title, []))
    left_out = len(results.worksheets) - len(shown[:_MAX_SHEETS])
    if left_out:
        composition.remark(
            Text(
                vi=f"{left_out} trang tính ẩn hoặc quá số lượng không được đọc",
                en=f"{left_out} sheets that are hidden or too many were not read",
            )
        )
    return composition.content()


def _add_sheet(composition: Composition, sheet: Any, formulas: Any, merged: list[Merged]) -> None:
    covered = _Covered(merged)
    grid = Grid()
    lost = 0
    for row, (values, written) in enumerate(zip(_rows(sheet), _rows(formulas), strict=False)):
        for column, (cell, formula) in enumerate(zip(values, written, strict=False)):
            if cell.value is None:
                lost += isinstance(formula.value, str) and formula.value.startswith("=")
                continue
            rows, columns = covered.extent(row, column)
            grid.place(row, column, _printed(cell), rows=rows, columns=columns)
    if lost:
        composition.remark(
            Text(
                vi=f"{lost} công thức chưa có kết quả nên không đọc được; hãy mở bằng Excel, tính lại và lưu",
                en=f"{lost} formulas have no result and were not read; open the file in Excel, recalculate and save it",
            )
        )
    _add_table(composition, grid)


def _add_table(composition: Composition, grid: Grid) -> None:
    """Add the lines above the heading as paragraphs, and what is below it as a table."""
    heading = find_heading(grid.lines())
    if heading is not None and heading.first:
        above = list(dict.fromkeys(index for line in grid.indexes()[: heading.first] for index in line if index))
        for index in above:
            composition.add_paragraph(grid.texts[index])
        grid.rows = grid.rows[heading.first :]
    composition.add_table(grid)


def _rows(sheet: Any) -> Iterator[Any]:
    # What the sheet says of its own size may be anything; the limits hold for what it has.
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1))


class _Covered:
    """Which cells cover more than their own place."""

    def __init__(self, merged: list[Merged]) -> None:
        self._extents = {(area.row, area.column): (area.rows, area.columns) for area in merged}

    def extent(self, row: int, column: int) -> tuple[int, int]:
        return self._extents.get((row, column), (1, 1))


def _printed(cell: Any) -> str:
    value = cell.value
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    if isinstance(value, datetime | date):
        return format_date(value.date() if isinstance(value, datetime) else value)
    return str(value)


def _number(value: float, number_format: str) -> str:
    number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > 25:
        return str(value)
    if "%" in _SECTION.sub("", number_format):
        shown = number.scaleb(2)
        # 0.50 is 50%, not 5E+1%.
        return f"{format_number(_plain(shown))}%"
    return format_number(_plain(number))


def _plain(number: Decimal) -> Decimal:
    """Return the number without zeros that only the way of storing it put behind its last digit."""
    short = number.normalize()
    _, _, exponent = short.as_tuple()
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short
