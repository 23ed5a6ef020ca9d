"""Exact, closed values: numbers, units, intervals, periods, jurisdictions, sources; *not* here: what a plan is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.values.interval import Interval
from govplan.values.jurisdiction import Jurisdiction, Level
from govplan.values.period import Period
from govplan.values.source import Source, Span
from govplan.values.text import Text
from govplan.values.unit import Unit

if TYPE_CHECKING:
    from govplan.values.quantity import Quantity

__all__ = [
    "Interval",
    "Jurisdiction",
    "Level",
    "Period",
    "Quantity",
    "Source",
    "Span",
    "Text",
    "Unit",
]


def __getattr__(name: str) -> object:
    # Targets hold plain numbers in their indicator's unit; quantities are for those who compute with them.
    if name == "Quantity":
        return getattr(import_module("govplan.values.quantity"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
