"""What type checkers know of values and the model; checked by mypy, never executed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import assert_type

from hypothesis.strategies import SearchStrategy

import govplan
from govplan import testing
from govplan.model import Basis, Direction, Measure, Relation


def goals(baseline: Decimal) -> None:
    goal = govplan.Goal.at_least(16000)
    assert_type(goal, govplan.Goal)
    assert_type(govplan.Goal.below("4"), govplan.Goal)
    assert_type(govplan.Goal.between(Decimal(1500), 1700), govplan.Goal)
    assert_type(goal.met(Decimal(5)), bool | None)
    assert_type(goal.exceeded(change=Decimal(5), baseline=baseline), bool | None)
    assert_type(goal.interval, govplan.Interval | None)
    assert_type(goal.lower, Decimal | None)
    assert_type(goal.basis, Basis)
    assert_type(goal.direction, Direction)
    assert_type(goal + goal, govplan.Goal)
    assert_type(govplan.Goal.total((goal, goal)), govplan.Goal)
    govplan.Goal.at_least(1.5)  # type: ignore[arg-type]
    govplan.Goal.between(1)  # type: ignore[call-arg]
    goal.met(5.0)  # type: ignore[arg-type]
    goal.text = "x"  # type: ignore[misc]


def targets() -> govplan.Target:
    indicator = govplan.Indicator("Tỷ lệ hộ nghèo", unit="%", measure="ratio", polarity="lower")
    assert_type(indicator.name, govplan.Text)
    assert_type(indicator.unit, govplan.Unit | None)
    assert_type(indicator.measure, Measure | None)
    part = govplan.Target("poor", indicator, govplan.Goal.reduce_by("0.75"), stated="giảm 0,75%")
    whole = govplan.Target("all", indicator, govplan.Goal.below(4), breakdowns=[govplan.Breakdown("subset", [part])])
    assert_type(whole.breakdowns, tuple[govplan.Breakdown, ...])
    assert_type(whole.parts, tuple[govplan.Target, ...])
    assert_type(whole.relation, Relation | None)
    assert_type(whole.walk(), Iterator[govplan.Target])
    govplan.Target("poor", "Tỷ lệ hộ nghèo", govplan.Goal.below(4))  # type: ignore[arg-type]
    govplan.Breakdown("subset")  # type: ignore[call-arg]
    return whole


def plans(target: govplan.Target) -> None:
    plan = govplan.Plan(
        "quangnam-2023",
        govplan.Text("Kế hoạch", en="Plan"),
        govplan.Organization("Sở Tài chính"),
        govplan.Jurisdiction.in_force("VN-27", date(2023, 1, 4)),
        govplan.Period.year(2023),
        issued=date(2023, 1, 4),
        declared=govplan.Declared(task_groups=15),
        targets=[target],
        task_groups=(govplan.TaskGroup(1, "Tuyên truyền", targets=["poor"]),),
    )
    assert_type(plan.title, govplan.Text)
    assert_type(plan.issued, date | None)
    assert_type(plan.targets, tuple[govplan.Target, ...])
    assert_type(plan.task_groups, tuple[govplan.TaskGroup, ...])
    assert_type(plan.task_groups[0].legal_references, tuple[govplan.LegalReference, ...])
    assert_type(plan.target("poor"), govplan.Target | None)
    govplan.Plan("quangnam-2023")  # type: ignore[call-arg]
    plan.targets = ()  # type: ignore[misc]


def values() -> None:
    quantity = govplan.Quantity("1.2", govplan.Unit.parse("triệu người"))
    assert_type(quantity.unit, govplan.Unit)
    assert_type(quantity.value, Decimal)
    assert_type(govplan.Unit.parse("tỷ đồng").scale, Decimal)
    assert_type(govplan.Period.parse("quý I/2023"), govplan.Period)
    assert_type(govplan.Observation("poor", as_of=date(2023, 6, 30), value=5).value, Decimal | None)


def strategies() -> None:
    assert_type(testing.plans(sound=True), SearchStrategy[govplan.Plan])
    assert_type(testing.targets(), SearchStrategy[govplan.Target])
    assert_type(testing.goals(), SearchStrategy[govplan.Goal])
    assert_type(testing.legal_references(sound=True), SearchStrategy[govplan.LegalReference])
    assert_type(testing.numbers(min_value=0), SearchStrategy[Decimal])
