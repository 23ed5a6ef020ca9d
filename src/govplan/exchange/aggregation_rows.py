"""Results of aggregating as rows; *not* here: targets of single plans (`target_rows`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.aggregation.aggregates import Aggregate, Aggregation
from govplan.exchange.quotients import as_decimal
from govplan.exchange.table import Cell, Column, Kind, Table
from govplan.model import Goal

__all__ = ["aggregation_as_table"]

_COLUMNS = (
    Column("indicator"),
    Column("name"),
    Column("period"),
    Column("places"),
    Column("measure"),
    Column("unit"),
    Column("basis"),
    Column("direction"),
    Column("lower", Kind.NUMBER),
    Column("lower_open", Kind.FLAG),
    Column("upper", Kind.NUMBER),
    Column("upper_open", Kind.FLAG),
    Column("value", Kind.NUMBER),
    Column("rounded", Kind.FLAG),
    Column("approximate", Kind.FLAG),
    Column("present", Kind.COUNT),
    Column("expected", Kind.COUNT),
    Column("missing"),
    Column("refusal"),
)


def aggregation_as_table(aggregation: Aggregation) -> Table:
    """Return a row for each result: its figure with its coverage, or the code of the reason why there is none.

    `places` are the keys of the jurisdictions whose figures went in. A mean that no decimal holds is rounded to the
    last of six places, and `rounded` says so.
    """
    return Table(_COLUMNS, [_row(group, aggregation.of) for group in aggregation.groups])


def _row(group: Aggregate, of: str) -> tuple[Cell, ...]:
    goal = group.goal
    lower, upper, value, is_rounded = _figures(group, of)
    return (
        group.id,
        str(group.name),
        str(group.period),
        " ".join(unit.key for unit in group.jurisdictions),
        group.measure.value if group.measure else None,
        str(group.unit) if group.unit else None,
        group.basis.value if group.basis else None,
        goal.direction.value if goal else None,
        lower,
        _open(goal, "lower_open"),
        upper,
        _open(goal, "upper_open"),
        value,
        is_rounded,
        goal.approximate if goal else None,
        group.coverage.present,
        group.coverage.expected,
        ", ".join(group.coverage.missing) or None,
        group.refusal.code if group.refusal else None,
    )


def _figures(group: Aggregate, of: str) -> tuple[Decimal | None, Decimal | None, Decimal | None, bool | None]:
    """Return lower, upper, value, and whether one of them had to be rounded."""
    if group.refusal is not None:
        return None, None, None, None
    if group.goal is not None or group.value is not None or group.quotients is None:
        return (group.goal.lower if group.goal else None, group.goal.upper if group.goal else None, group.value, False)
    bounds = list(_rounded(group))
    return (None, None, bounds[0], True) if of == "actual" else (bounds[0], bounds[1], None, True)


def _rounded(group: Aggregate) -> Iterator[Decimal | None]:
    for quotient in group.quotients or (None, None):
        yield None if quotient is None else as_decimal(quotient)


def _open(goal: Goal | None, side: str) -> bool | None:
    return getattr(goal.interval, side) if goal is not None and goal.interval is not None else None
