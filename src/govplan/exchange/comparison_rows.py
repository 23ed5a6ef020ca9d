"""What changed between two plans as rows; *not* here: the comparing (`govplan.aggregation`)."""

from __future__ import annotations

from govplan.aggregation.change import TargetChange
from govplan.aggregation.comparison import PlanComparison
from govplan.exchange.quotients import as_decimal
from govplan.exchange.table import Cell, Column, Kind, Table
from govplan.model import Target

__all__ = ["comparison_as_table"]

_COLUMNS = (
    Column("change"),
    Column("old_target"),
    Column("old_path"),
    Column("old"),
    Column("new_target"),
    Column("new_path"),
    Column("new"),
    Column("lower_difference", Kind.NUMBER),
    Column("upper_difference", Kind.NUMBER),
    Column("unit"),
    Column("ratio", Kind.NUMBER),
    Column("refusal"),
)


def comparison_as_table(comparison: PlanComparison) -> Table:
    """Return a row for each change of a target; where several targets stand on one side, they are joined by "; ".

    `ratio` is the new figure over the old one, rounded to six places where it has more.
    """
    return Table(_COLUMNS, [_row(change) for change in comparison.changes])


def _row(change: TargetChange) -> tuple[Cell, ...]:
    difference = change.difference
    return (
        " ".join(kind.value for kind in change.kinds),
        _joined([target.id for target in change.old]),
        _joined(list(change.old_paths)),
        _goals(change.old),
        _joined([target.id for target in change.new]),
        _joined(list(change.new_paths)),
        _goals(change.new),
        difference.lower if difference else None,
        difference.upper if difference else None,
        str(difference.unit) if difference and difference.unit else None,
        as_decimal(difference.ratio) if difference and difference.ratio is not None else None,
        change.note.code if change.note else None,
    )


def _joined(words: list[str]) -> str | None:
    return "; ".join(words) or None


def _goals(targets: tuple[Target, ...]) -> str | None:
    return _joined([str(target) for target in targets])
