"""Plans that hold together."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings

from govplan.model import Basis, Breakdown, Denominator, Direction, Goal, Measure, Plan, Relation, Target
from govplan.rules import check
from govplan.testing import plans
from govplan.values import Interval, Level

_sound = plans(sound=True)
_deep = plans(sound=True, max_targets=2, max_parts=4, max_depth=4)


@given(_sound)
def test_no_rule_finds_fault_with_a_sound_plan(plan: Plan) -> None:
    """No errors and no warnings, whatever the plan holds."""
    assert [finding for finding in check(plan).findings if finding.severity.value != "info"] == []


@given(_deep)
def test_nor_with_a_deep_one(plan: Plan) -> None:
    """Parts of parts hold together as their wholes do."""
    assert [finding for finding in check(plan).findings if finding.severity.value != "info"] == []


@given(_sound)
def test_ids_are_unique(plan: Plan) -> None:
    """No two targets, tasks or indicators have one id, but allowed is an indicator named like its target."""
    targets = [target.id for target in plan.walk()]
    tasks = [task.id for group in plan.task_groups for task in group.tasks if task.id is not None]
    assert len({*targets, *tasks}) == len(targets) + len(tasks)
    indicators = {target.indicator for target in plan.walk() if target.indicator.id is not None}
    assert len({indicator.id for indicator in indicators}) == len(indicators)
    assert set(plan.indicators) <= indicators


@given(_sound)
def test_numbers_and_links_are_complete(plan: Plan) -> None:
    """Ordinals run from 1, declared counts are those present, groups serve every target or none."""
    assert [group.ordinal for group in plan.task_groups] == list(range(1, len(plan.task_groups) + 1))
    if plan.declared is not None:
        assert plan.declared.task_groups in (None, len(plan.task_groups))
        assert plan.declared.targets in (None, len(plan.targets))
    known = {target.id for target in plan.walk()}
    served = {id for group in plan.task_groups for id in group.targets}
    assert served in (set(), known)
    assert all(set(target.contributes_to) <= known - {target.id} for target in plan.walk())


@given(_sound)
def test_what_is_cited_was_there(plan: Plan) -> None:
    """Documents are older than the plan, jurisdictions in force when it was issued and when it begins."""
    issued = plan.issued or plan.period.start
    cited = [*plan.legal_basis, *(reference for group in plan.task_groups for reference in group.legal_references)]
    assert all(reference.date is None or reference.date <= issued for reference in cited)
    assert plan.document is None or plan.document.date == plan.issued
    assert plan.jurisdiction.is_in_force(issued)
    assert plan.jurisdiction.is_in_force(plan.period.start)
    if plan.jurisdiction.level is Level.DISTRICT:
        assert plan.period.start < date(2025, 7, 1)


def _divisions(plan: Plan) -> list[tuple[Target, Breakdown]]:
    return [(target, breakdown) for target in plan.walk() for breakdown in target.breakdowns]


def _amount(target: Target, bound: Decimal | None) -> Fraction:
    unit = target.indicator.unit
    return Fraction(bound or 0) * Fraction(unit.scale if unit else 1)


@given(_deep)
def test_partitions_sum_to_the_whole_exactly(plan: Plan) -> None:
    """Bound by bound, units converted, parts in words left aside; own denominators, means and percents do not add."""
    for whole, breakdown in _divisions(plan):
        additive = whole.indicator.measure not in (Measure.MEAN, Measure.INDEX)
        exhaustive = breakdown.relation in (Relation.PARTITION, Relation.ALLOCATION)
        numeric = [part for part in breakdown.parts if part.goal.basis is not Basis.TEXT]
        if not exhaustive or not additive or breakdown.denominator is Denominator.OWN:
            continue
        if whole.goal.basis is Basis.RELATIVE_CHANGE:
            continue
        for side in ("lower", "upper"):
            stated = getattr(whole.goal, side)
            if stated is not None:
                parts = sum(_amount(part, getattr(part.goal, side)) for part in numeric)
                assert parts == _amount(whole, stated)


@given(_deep)
def test_parts_measure_what_their_whole_measures(plan: Plan) -> None:
    """Numbers of parts are on the whole's basis, in a unit of its dimension, within its horizon."""
    for whole, breakdown in _divisions(plan):
        for part in breakdown.parts:
            assert part.horizon == whole.horizon
            if part.goal.basis is Basis.TEXT:
                continue
            assert part.goal.basis is whole.goal.basis
            assert (part.indicator.unit is None) == (whole.indicator.unit is None)
            if part.indicator.unit is not None and whole.indicator.unit is not None:
                assert part.indicator.unit.measures_like(whole.indicator.unit)


@given(_deep)
def test_allocations_name_a_unit_for_every_part(plan: Plan) -> None:
    """Every part is another jurisdiction's, below the whole's."""
    for whole, breakdown in _divisions(plan):
        if breakdown.relation is Relation.ALLOCATION:
            places = [part.jurisdiction for part in breakdown.parts if part.goal.basis is not Basis.TEXT]
            assert None not in places
            assert len(set(places)) == len(places)
            assert whole.jurisdiction not in places


@given(_sound)
def test_steps_and_baselines_lead_to_the_goal(plan: Plan) -> None:
    """Milestones lie in the horizon and ask for no more than the goal; baselines are older than the plan."""
    for target in plan.walk():
        horizon = target.horizon or plan.period
        assert plan.period.covers(horizon)
        days = [step.by for step in target.milestones if step.by is not None]
        assert days == sorted(set(days))
        assert all(map(horizon.holds, days))
        for step in target.milestones:
            assert step.during is None or horizon.covers(step.during)
            assert target.goal.compare_ambition(step.goal) in (0, 1)
        if target.baseline is not None and target.baseline.period is not None:
            assert target.baseline.period.end < plan.period.start


@given(_sound)
def test_goals_agree_with_their_indicators(plan: Plan) -> None:
    """No goal asks for what the indicator calls worse, and no share leaves the range from 0 to 100."""
    for target in plan.walk():
        goal, indicator = target.goal, target.indicator
        if goal.direction in (Direction.UP, Direction.DOWN) and indicator.polarity is not None:
            assert goal.direction is indicator.direction
        if indicator.unit is not None and indicator.unit.is_percent and goal.interval is not None:
            assert goal.interval.within(Interval(-100, 100)) or None in (goal.lower, goal.upper)
            assert all(bound is None or abs(bound) <= 100 for bound in (goal.lower, goal.upper))


def _some_goal(plan: Plan, condition: Callable[[Goal], bool]) -> bool:
    return any(condition(target.goal) for target in plan.walk())


def _some_division(plan: Plan, condition: Callable[[Target, Breakdown], bool]) -> bool:
    return any(condition(whole, breakdown) for whole, breakdown in _divisions(plan))


@pytest.mark.parametrize(
    "condition",
    [
        *[lambda plan, basis=basis: _some_goal(plan, lambda goal: goal.basis is basis) for basis in Basis],
        lambda plan: _some_goal(plan, lambda goal: goal.approximate and goal.tolerance is not None),
        lambda plan: _some_goal(plan, lambda goal: goal.interval is not None and goal.interval.lower_open),
        *[
            lambda plan, relation=relation: _some_division(plan, lambda _, division: division.relation is relation)
            for relation in Relation
        ],
        lambda plan: _some_division(plan, lambda _, division: division.denominator is Denominator.OWN),
        lambda plan: _some_division(
            plan, lambda whole, division: any(part.indicator.unit != whole.indicator.unit for part in division.parts)
        ),
        *[
            lambda plan, measure=measure: any(target.indicator.measure is measure for target in plan.walk())
            for measure in (None, *Measure)
        ],
        lambda plan: any(len(target.breakdowns) == 2 for target in plan.targets),
        lambda plan: any(target.contributes_to for target in plan.targets),
        lambda plan: any(step.during for target in plan.targets for step in target.milestones),
        lambda plan: any(group.targets for group in plan.task_groups),
        lambda plan: any(group.legal_references for group in plan.task_groups),
        lambda plan: plan.jurisdiction.level is Level.COUNTRY and plan.targets,
        lambda plan: plan.jurisdiction.level is Level.DISTRICT,
        lambda plan: plan.issued is None,
        lambda plan: plan.document is not None,
        lambda plan: plan.declared is not None and plan.declared.task_groups == 3,
    ],
)
def test_sound_plans_are_no_poorer_than_plans(condition: Callable[[Plan], Any]) -> None:
    """Everything that can be sound comes: every basis, relation, measure, place and link."""
    assert any(condition(plan) for batch in range(12) for plan in _drawn(batch))


@cache
def _drawn(batch: int) -> list[Plan]:
    """Draw plans the way tests do; the next batch only where the ones before have not what is looked for."""
    found: list[Plan] = []

    @seed(batch)
    @settings(max_examples=300, phases=[Phase.generate], database=None)
    @given(_sound)
    def keep(plan: Plan) -> None:
        found.append(plan)

    keep()
    return found
