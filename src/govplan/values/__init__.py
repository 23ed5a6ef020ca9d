"""Exact, closed values: numbers, units, intervals, periods, jurisdictions, sources; *not* here: what a plan is."""

from govplan.values.interval import Interval
from govplan.values.jurisdiction import Jurisdiction, Level
from govplan.values.period import Period
from govplan.values.quantity import Quantity
from govplan.values.source import Source, Span
from govplan.values.text import Text
from govplan.values.unit import Unit

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
