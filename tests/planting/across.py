"""Faults of GP5xx: a plan beside other plans."""

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import Goal, Milestone, Plan
from govplan.values import Period
from planting.cases import (
    AMOUNTS,
    COUNTRY,
    Case,
    Draw,
    Pair,
    Planter,
    Serial,
    divided,
    other_plan,
    target,
    with_targets,
)

__all__ = ["PLANTERS"]


def _bare(plan: Plan, period: Period) -> Plan:
    """Return the plan without what hangs on its period and its place, for another one and the country."""
    return evolve(plan, period=period, jurisdiction=COUNTRY, targets=(), task_groups=(), indicators=(), declared=None)


def id_of_another_plan(draw: Draw, plan: Plan) -> Pair:
    """Another plan has this plan's id."""
    plan = evolve(plan, amends=None)
    sound, faulty = (Case(plan, others=(other_plan(plan, id),)) for id in (Serial(plan)("other"), plan.id))
    return Pair(sound, faulty, "/id")


def indicator_of_another_kind(draw: Draw, plan: Plan) -> Pair:
    """Another plan takes an indicator to be something else."""
    plan = evolve(plan, amends=None)
    name, amount = Serial(plan), draw(AMOUNTS)
    key, one, two, other = name("key"), name("one"), name("two"), name("other")
    more = with_targets(plan, target(one, Goal.at_least(amount), key=key))
    fields = (("hộ", "flow"), ("người", "stock"))[draw(st.integers(0, 1))]
    sound, faulty = (
        Case(more, others=(other_plan(plan, other, target(two, Goal.at_least(amount), *kind, key=key)),))
        for kind in (("nghìn người", "flow"), fields)
    )
    return Pair(sound, faulty, f"/targets/{len(plan.targets)}/indicator")


def years_too_short(draw: Draw, plan: Plan) -> Pair:
    """The years of a multi-year plan add up to less than it asks for."""
    plan = evolve(plan, amends=None)
    first = plan.period.start.year
    span, id = _bare(plan, Period.years(first, first + 4)), Serial(plan)("one")
    amounts = [draw(AMOUNTS) for _ in range(5)]
    whole = with_targets(span, target(id, Goal.at_least(sum(amounts)), key="key"))
    lacking = [*amounts[:-1], amounts[-1] - draw(st.integers(1, amounts[-1]))]
    sound, faulty = (
        Case(
            whole,
            others=tuple(
                other_plan(
                    span, f"{plan.id}-{year}", target("t", Goal.at_least(by), key="key"), period=Period.year(year)
                )
                for year, by in enumerate(years, first)
            ),
        )
        for years in (amounts, lacking)
    )
    return Pair(sound, faulty, "/targets/0/goal")


def year_behind(draw: Draw, plan: Plan) -> Pair:
    """A year asks for less than the step that the multi-year plan sets for it."""
    plan = evolve(plan, amends=None)
    year, amount = plan.period.start.year, draw(AMOUNTS)
    annual, id = _bare(plan, Period.year(year)), Serial(plan)("one")
    mine = with_targets(annual, target(id, Goal.at_least(amount), key="key"))
    sound, faulty = (
        Case(
            mine,
            others=(
                other_plan(
                    annual,
                    f"{plan.id}-span",
                    target(
                        "t",
                        Goal.at_least(9_999_999),
                        key="key",
                        milestones=[Milestone(Goal.at_least(amount + more), during=Period.year(year))],
                    ),
                    period=Period.years(year - 1, year + 3),
                ),
            ),
        )
        for more in (0, draw(AMOUNTS))
    )
    return Pair(sound, faulty, "/targets/0/goal")


def less_than_allocated(draw: Draw, plan: Plan) -> Pair:
    """A plan asks for less than another one allocates to its place."""
    plan = evolve(plan, amends=None)
    name, amount = Serial(plan), draw(AMOUNTS)
    key, id, above = name("key"), name("one"), name("above")
    mine = with_targets(plan, target(id, Goal.at_least(amount), key=key))
    sound, faulty = (
        Case(
            mine,
            others=(
                other_plan(
                    plan,
                    above,
                    divided(
                        target("all", Goal.at_least(9_999_999)),
                        "allocation",
                        target("part", Goal.at_least(amount + more), key=key, jurisdiction=plan.jurisdiction),
                    ),
                    jurisdiction=COUNTRY,
                ),
            ),
        )
        for more in (0, draw(AMOUNTS))
    )
    return Pair(sound, faulty, f"/targets/{len(plan.targets)}/goal")


PLANTERS: dict[str, Planter] = {
    "GP502": id_of_another_plan,
    "GP512": indicator_of_another_kind,
    "GP513": years_too_short,
    "GP514": year_behind,
    "GP515": less_than_allocated,
}
