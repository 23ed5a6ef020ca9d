"""Results as rows, as they were reported; *not* here: what they say of their targets (`assessment_rows`)."""

from __future__ import annotations

from collections.abc import Iterable

from govplan.exchange.table import Cell, Column, Kind, Table
from govplan.model import Observation

__all__ = ["observations_as_table"]

_COLUMNS = (
    Column("target"),
    Column("period"),
    Column("as_of", Kind.DATE),
    Column("value", Kind.NUMBER),
    Column("change", Kind.NUMBER),
    Column("relative_change", Kind.NUMBER),
    Column("mode"),
    Column("status"),
    Column("judgement"),
    Column("source"),
)


def observations_as_table(observations: Iterable[Observation]) -> Table:
    """Return a row for each observation, in the order given, in the units of the targets."""
    return Table(_COLUMNS, [_row(one) for one in observations])


def _row(one: Observation) -> tuple[Cell, ...]:
    return (
        one.target,
        str(one.period) if one.period else None,
        one.as_of,
        one.value,
        one.change,
        one.relative_change,
        one.mode.value,
        one.status.value,
        one.judgement,
        str(one.source.document) if one.source and one.source.document else None,
    )
