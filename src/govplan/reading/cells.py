"""A goal as a cell of a table writes it, the unit in a column of its own; *not* here: the tables (`tables`)."""

from __future__ import annotations

from govplan.errors import GovplanError
from govplan.model.goal import Basis, Goal
from govplan.reading.clauses import clauses_of
from govplan.reading.conditions import condition_of, goal_of
from govplan.reading.horizons import mark_times
from govplan.reading.measures import is_rate, polarity_of
from govplan.reading.numbers import mark_figures
from govplan.reading.tokens import Token, tokens_of
from govplan.reading.units import unit_at

__all__ = ["read_cell"]

LONGEST = 200
"""How many characters a cell may have that is read as one figure; longer ones are prose."""


def read_cell(text: str, unit: str = "", name: str = "") -> Goal | None:
    """Return the goal of one cell, None where it holds none or more than one.

    Args:
        text: the cell, e.g. "Dưới 4", "60-62", "≥ 95", "tăng 8%", "15.000".
        unit: what the row's column for units says; a unit in the cell itself goes before it.
        name: the row's indicator, which tells points from percent and which way is better.

    >>> str(read_cell("Dưới 4", "%")), str(read_cell("60-62", "%")), read_cell("-", "%")
    ('dưới 4', 'từ 60 đến 62', None)
    """
    if len(text) > LONGEST or len(unit) > LONGEST:
        return None
    clauses, _ = clauses_of(mark_figures(mark_times(tokens_of(text))))
    if len(clauses) != 1:
        return None
    [clause] = clauses
    figure = clause.figure
    sort = figure.sort
    if sort in ("", "scale") and unit:
        sort = unit_at(tokens_of(unit), 0).sort
    opener = next((item for item in clause.before if item.kind == "change"), None)
    condition = condition_of(clause, opener if isinstance(opener, Token) else None)
    basis = Basis.LEVEL
    if condition.change.endswith("_by") and not figure.unit.startswith("lần"):
        relative = sort == "percent" and not (is_rate(name) or (not name and unit.strip().startswith("%")))
        basis = Basis.RELATIVE_CHANGE if relative else Basis.CHANGE
    try:
        return goal_of(condition, figure.low, figure.high, basis, polarity_of(name) if name else None)
    except GovplanError:
        return None
