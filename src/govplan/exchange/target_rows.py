"""Targets of plans as rows; *not* here: how far along they are (`assessment_rows`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govplan.exchange.table import Cell, Column, Kind, Table
from govplan.model import Plan, Relation, Target

__all__ = ["targets_as_table"]

_COLUMNS = (
    Column("plan"),
    Column("target"),
    Column("path"),
    Column("part_of"),
    Column("relation"),
    Column("indicator"),
    Column("name"),
    Column("measure"),
    Column("unit"),
    Column("jurisdiction"),
    Column("horizon"),
    Column("basis"),
    Column("direction"),
    Column("lower", Kind.NUMBER),
    Column("lower_open", Kind.FLAG),
    Column("upper", Kind.NUMBER),
    Column("upper_open", Kind.FLAG),
    Column("approximate", Kind.FLAG),
    Column("words"),
    Column("baseline", Kind.NUMBER),
    Column("stated"),
)


def targets_as_table(plans: Iterable[Plan]) -> Table:
    """Return a row for each target and part of each plan, every part after its whole.

    >>> import govplan
    >>> table = targets_as_table([govplan.load_example("quangnam_2023")])
    >>> len(table.rows), table.column("lower")[0]
    (11, Decimal('16000'))
    """
    return Table(_COLUMNS, [row for plan in plans for row in _rows_of_plan(plan)])


def _rows_of_plan(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for number, target in enumerate(plan.targets):
        yield from _rows(plan, target, f"/targets/{number}", None, None)


def _rows(
    plan: Plan, target: Target, path: str, whole: Target | None, relation: Relation | None
) -> Iterator[tuple[Cell, ...]]:
    goal, interval, indicator = target.goal, target.goal.interval, target.indicator
    yield (
        plan.id,
        target.id,
        path,
        whole.id if whole else None,
        relation.value if relation else None,
        indicator.id,
        str(indicator.name),
        indicator.measure.value if indicator.measure else None,
        str(indicator.unit) if indicator.unit else None,
        (target.jurisdiction or plan.jurisdiction).key,
        str(target.horizon or plan.period),
        goal.basis.value,
        goal.direction.value,
        interval.lower if interval else None,
        interval.lower_open if interval else None,
        interval.upper if interval else None,
        interval.upper_open if interval else None,
        goal.approximate,
        goal.text,
        target.baseline.value if target.baseline else None,
        target.stated,
    )
    for index, breakdown in enumerate(target.breakdowns):
        for number, part in enumerate(breakdown.parts):
            yield from _rows(plan, part, f"{path}/breakdowns/{index}/parts/{number}", target, breakdown.relation)
