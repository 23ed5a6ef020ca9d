"""What became of targets as rows; *not* here: finding it out (`govplan.aggregation`)."""

from __future__ import annotations

from decimal import Decimal

from govplan.aggregation import Assessment, Figure, TargetAssessment
from govplan.exchange.quotients import as_decimal
from govplan.exchange.table import Cell, Column, Kind, Table

__all__ = ["assessment_as_table"]

_COLUMNS = (
    Column("plan"),
    Column("as_of", Kind.DATE),
    Column("target"),
    Column("path"),
    Column("name"),
    Column("unit"),
    Column("goal"),
    Column("horizon"),
    Column("attainment"),
    Column("value", Kind.NUMBER),
    Column("change", Kind.NUMBER),
    Column("relative_change", Kind.NUMBER),
    Column("result_period"),
    Column("status"),
    Column("origin"),
    Column("share", Kind.NUMBER),
    Column("progress", Kind.NUMBER),
    Column("pace", Kind.NUMBER),
    Column("expected", Kind.NUMBER),
    Column("judgement"),
    Column("judgement_agrees", Kind.FLAG),
    Column("refusal"),
)


def assessment_as_table(assessment: Assessment) -> Table:
    """Return a row for each target and part: what was reached, and how far along that is.

    `share`, `progress` and `pace` are parts of 1, rounded to six places where they have more; one that is not defined
    is missing. `refusal` is the code of the reason why the attainment is not decided.
    """
    return Table(_COLUMNS, [_row(one, assessment) for one in assessment.walk()])


def _row(one: TargetAssessment, assessment: Assessment) -> tuple[Cell, ...]:
    target, actual = one.target, one.actual
    return (
        assessment.plan_id,
        assessment.as_of,
        target.id,
        one.path,
        str(target.indicator.name),
        str(target.indicator.unit) if target.indicator.unit else None,
        str(target.goal),
        str(one.horizon),
        one.attainment.value,
        actual.value if actual else None,
        actual.change if actual else None,
        actual.relative_change if actual else None,
        str(actual.period) if actual else None,
        actual.status.value if actual else None,
        actual.origin.value if actual else None,
        _number(one.share),
        _number(one.progress),
        _number(one.pace),
        _number(one.expected),
        one.judgement,
        one.judgement_agrees,
        one.refusal.code if one.refusal else None,
    )


def _number(figure: Figure) -> Decimal | None:
    return None if figure.value is None else as_decimal(figure.value)
