"""Tables as CSV text that a spreadsheet opens without harm; *not* here: reading it (`govplan.files.results`)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import StringIO

from govplan.exchange.table import Cell, Table
from govplan.values.number import plain

__all__ = ["table_as_csv"]

# A spreadsheet takes what begins so for a formula, whatever quotes are around it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_as_csv(table: Table) -> str:
    r"""Return a table as CSV (RFC 4180, but lines end with "\n"): plain numbers, ISO dates, true and false.

    Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone.

    >>> from govplan.exchange.table import Column
    >>> table_as_csv(Table((Column("name"), Column("value", "number")), (("=1+1", Decimal("-2.50")),)))
    "name,value\n'=1+1,-2.50\n"
    """
    rows = [table.names, *[[_in_csv(cell) for cell in row] for row in table.rows]]
    return "".join(map(_line, rows))


def _line(row: Iterable[str]) -> str:
    written = StringIO()
    # The writer puts quotes around what holds a letter of its own line end: both kinds are to be quoted.
    csv.writer(written, lineterminator="\r\n").writerow(row)
    return written.getvalue().removesuffix("\r\n") + "\n"


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    is_number = isinstance(cell, int)
    return f"'{text}" if not is_number and text.startswith(_FORMULA) else text
