"""Plans, results and what was computed of them as tables, CSV and data frames; *not* here: the files that are read."""

from __future__ import annotations

from importlib import import_module

from govplan.exchange.csv_text import table_as_csv
from govplan.exchange.table import Column, Kind, Table
from govplan.exchange.tabulate import to_table

__all__ = ["Column", "Kind", "Table", "table_as_csv", "to_frame", "to_table"]


def __getattr__(name: str) -> object:
    if name == "to_frame":
        return getattr(import_module("govplan.exchange.frame"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
