"""What planting makes: a plan without and with a fault, and where the fault is; *not* here: the faults."""

from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve, frozen
from hypothesis import strategies as st

from govplan.model import Breakdown, Declared, Goal, Indicator, Observation, Organization, Plan, Target, TaskGroup
from govplan.rules import Report, check
from govplan.values import Jurisdiction, Level, Period

__all__ = [
    "AMOUNTS",
    "COUNTRY",
    "Case",
    "Pair",
    "Planter",
    "Serial",
    "divided",
    "fresh",
    "halves",
    "other_plan",
    "pair",
    "province",
    "target",
    "with_group",
    "with_linked_group",
    "with_targets",
]

AMOUNTS = st.integers(2, 999_999)
COUNTRY = Jurisdiction.in_force("VN", date.min)


@frozen
class Case:
    """A plan to be checked, and what lies beside it."""

    plan: Plan
    observations: tuple[Observation, ...] = ()
    others: tuple[Plan, ...] = ()
    as_of: date | None = None

    def report(self) -> Report:
        return check(self.plan, observations=self.observations, others=self.others, as_of=self.as_of)


@frozen
class Pair:
    """Two cases that differ in one thing: with it, there is a fault at the path."""

    sound: Case
    faulty: Case
    path: str


Draw = Callable[[st.SearchStrategy[int]], int]
Planter = Callable[[Draw, Plan], Pair]


class Serial:
    """Ids that a plan does not have."""

    def __init__(self, plan: Plan) -> None:
        self.taken = {target.id for target in plan.walk()} | {one.id for one in plan.indicators}
        self.taken |= {target.indicator.id for target in plan.walk()}
        self.taken |= {task.id for group in plan.task_groups for task in group.tasks}
        self.taken |= {plan.id, plan.amends}

    def __call__(self, stem: str) -> str:
        name = stem
        while name in self.taken:
            name += "-x"
        self.taken.add(name)
        return name


def fresh(plan: Plan, stem: str = "planted") -> str:
    """Return an id that the plan does not have."""
    return Serial(plan)(stem)


def target(
    id: str, goal: Goal, unit: str | None = "người", measure: str | None = "flow", *parts: Target, **fields: object
) -> Target:
    """Return a target on an indicator of its own, with what else is said of either."""
    of_indicator = {key: fields.pop(key) for key in ("polarity", "denominator", "key") if key in fields}
    key = of_indicator.pop("key", None)
    indicator = Indicator("Chỉ tiêu trồng thêm", id=key, unit=unit, measure=measure, **of_indicator)
    return Target(id, indicator, goal, **fields)


def divided(whole: Target, relation: str, *parts: Target, denominator: str = "same") -> Target:
    """Return the target with a breakdown."""
    return evolve(whole, breakdowns=[Breakdown(relation, parts, denominator=denominator)])


def with_targets(plan: Plan, *targets: Target, served: bool = True, **fields: object) -> Plan:
    """Return the plan with more headline targets, and whatever else has to be true of it then."""
    groups = list(plan.task_groups)
    linked = [index for index, group in enumerate(groups) if group.targets]
    if linked and served:
        last = groups[linked[-1]]
        groups[linked[-1]] = evolve(last, targets=(*last.targets, *dict.fromkeys(one.id for one in targets)))
    declared = plan.declared
    if declared is not None and declared.targets is not None:
        declared = evolve(declared, targets=declared.targets + len(targets))
    return evolve(plan, targets=(*plan.targets, *targets), task_groups=groups, declared=declared, **fields)


def with_group(plan: Plan, **fields: object) -> Plan:
    """Return the plan with one more task group."""
    group = TaskGroup(len(plan.task_groups) + 1, "Nhóm trồng thêm", **fields)
    declared = plan.declared
    if declared is not None and declared.task_groups is not None:
        declared = evolve(declared, task_groups=declared.task_groups + 1)
    return evolve(plan, task_groups=(*plan.task_groups, group), declared=declared)


def with_linked_group(plan: Plan, *more: str) -> Plan:
    """Return the plan with one more task group, that serves every headline target and more ids."""
    return with_group(plan, targets=(*(one.id for one in plan.targets), *more))


def pair(plan: Plan, sound: Target, faulty: Target, below: str) -> Pair:
    """Return the plan with one more target, sound or faulty at a path below it."""
    path = f"/targets/{len(plan.targets)}{below}"
    return Pair(Case(with_targets(plan, sound)), Case(with_targets(plan, faulty)), path)


def halves(period: Period) -> tuple[Period, Period]:
    """Return the two parts of a period."""
    middle = period.start + timedelta(days=period.days // 2 - 1)
    return Period(period.start, middle), Period(middle + timedelta(days=1), period.end)


def province(number: int) -> Jurisdiction:
    """Return a province that no table has."""
    return Jurisdiction(f"9{number}", f"Tân Lập {number}", Level.PROVINCE)


def other_plan(plan: Plan, id: str, *targets: Target, **fields: object) -> Plan:
    """Return another plan for the same time and place, with nothing but targets."""
    basics = {"jurisdiction": plan.jurisdiction, "period": plan.period, "targets": targets, **fields}
    return Plan(id, "Kế hoạch khác", Organization("Sở khác"), declared=Declared(), **basics)
