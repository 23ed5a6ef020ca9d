"""Faults of GP1xx: ids, ordinals, counts, definitions, days and places."""

from datetime import timedelta

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import Declared, Goal, Plan, Suppression, Task
from planting.cases import (
    AMOUNTS,
    Case,
    Draw,
    Pair,
    Planter,
    Serial,
    fresh,
    pair,
    province,
    target,
    with_group,
    with_targets,
)

__all__ = ["PLANTERS"]


def id_of_another(draw: Draw, plan: Plan) -> Pair:
    """A second target takes the id of the first."""
    name, count = Serial(plan), len(plan.targets)
    one, two = (target(name(stem), Goal.at_least(draw(AMOUNTS))) for stem in ("one", "two"))
    sound = with_targets(plan, one, two)
    renamed = evolve(sound.targets[-1], id=one.id)
    groups = [evolve(group, targets=[id for id in group.targets if id != two.id]) for group in sound.task_groups]
    faulty = evolve(sound, targets=(*sound.targets[:-1], renamed), task_groups=groups)
    return Pair(Case(sound), Case(faulty), f"/targets/{count + 1}/id")


def ordinal_out_of_place(draw: Draw, plan: Plan) -> Pair:
    """A group gets a number beyond the last."""
    sound = with_group(with_group(plan))
    groups = list(sound.task_groups)
    at = draw(st.integers(0, len(groups) - 1))
    groups[at] = evolve(groups[at], ordinal=len(groups) + draw(st.integers(1, 9)))
    return Pair(Case(sound), Case(evolve(sound, task_groups=groups)), f"/task_groups/{at}/ordinal")


def miscounted(draw: Draw, plan: Plan) -> Pair:
    """The plan declares more groups than it has."""
    count = len(plan.task_groups)
    sound = evolve(plan, declared=Declared(task_groups=count))
    faulty = evolve(plan, declared=Declared(task_groups=count + draw(st.integers(1, 99))))
    return Pair(Case(sound), Case(faulty), "/declared/task_groups")


def indicator_listed_twice(draw: Draw, plan: Plan) -> Pair:
    """A shared indicator stands twice in the list."""
    name = Serial(plan)
    one = target(name("one"), Goal.at_least(draw(AMOUNTS)), key=name("key"))
    listed = (*plan.indicators, one.indicator)
    sound, faulty = (with_targets(plan, one, indicators=known) for known in (listed, (*listed, one.indicator)))
    return Pair(Case(sound), Case(faulty), f"/indicators/{len(listed)}/id")


def indicator_defined_anew(draw: Draw, plan: Plan) -> Pair:
    """A target takes a shared indicator to be of another kind."""
    name, amount = Serial(plan), draw(AMOUNTS)
    key, one, two = name("key"), name("one"), name("two")
    floor = target(one, Goal.at_least(amount), key=key)
    same, other = (target(two, Goal.at_most(amount), measure=measure, key=key) for measure in ("flow", "stock"))
    listed = (*plan.indicators, floor.indicator)
    sound, faulty = (with_targets(plan, floor, ceiling, indicators=listed) for ceiling in (same, other))
    return Pair(Case(sound), Case(faulty), f"/targets/{len(plan.targets) + 1}/indicator")


def indicator_left_over(draw: Draw, plan: Plan) -> Pair:
    """An indicator is listed that nobody uses."""
    name = Serial(plan)
    one, two = (target(name(stem), Goal.at_least(draw(AMOUNTS)), key=name("key")) for stem in ("one", "two"))
    listed = (*plan.indicators, one.indicator)
    sound, faulty = (with_targets(plan, one, indicators=known) for known in (listed, (*listed, two.indicator)))
    return Pair(Case(sound), Case(faulty), f"/indicators/{len(listed)}")


def task_id_of_another(draw: Draw, plan: Plan) -> Pair:
    """A second task takes the id of the first."""
    name = Serial(plan)
    one, two = (Task("Nhiệm vụ", id=name(stem)) for stem in ("one", "two"))
    sound, faulty = (with_group(plan, tasks=[one, task]) for task in (two, evolve(two, id=one.id)))
    return Pair(Case(sound), Case(faulty), f"/task_groups/{len(plan.task_groups)}/tasks/1/id")


def task_due_too_late(draw: Draw, plan: Plan) -> Pair:
    """A task is due after the plan ends."""
    last, later = plan.period.end, plan.period.end + timedelta(days=draw(st.integers(1, 999)))
    sound, faulty = (with_group(plan, tasks=[Task("Nhiệm vụ", due=day)]) for day in (last, later))
    return Pair(Case(sound), Case(faulty), f"/task_groups/{len(plan.task_groups)}/tasks/0/due")


def place_of_the_past(draw: Draw, plan: Plan) -> Pair:
    """A target is for a province that had come to an end."""
    day = plan.issued or plan.period.start
    gone = evolve(province(1), valid_to=day - timedelta(days=draw(st.integers(1, 999))))
    one = target(Serial(plan)("one"), Goal.at_least(draw(AMOUNTS)), jurisdiction=province(1))
    return pair(plan, one, evolve(one, jurisdiction=gone), "/jurisdiction")


def acceptance_of_nothing(draw: Draw, plan: Plan) -> Pair:
    """A plan accepts a finding that is not there."""
    id, amount, accepted = fresh(plan), draw(AMOUNTS), (Suppression("GP206", "Bản gốc không ghi"),)
    sound, faulty = (
        evolve(with_targets(plan, target(id, Goal.at_least(amount), unit)), suppress=accepted)
        for unit in (None, "người")
    )
    return Pair(Case(sound), Case(faulty), "/suppress/0")


def template_left(draw: Draw, plan: Plan) -> Pair:
    """A target's name is what the template asked for."""
    name, amount = Serial(plan), draw(AMOUNTS)
    sound = with_targets(plan, target(name("one"), Goal.at_least(amount)))
    last = sound.targets[-1]
    mark = draw(st.sampled_from(["[điền tên chỉ tiêu]", "[fill in the name]", " [Điền tên]"]))
    unnamed = evolve(last, indicator=evolve(last.indicator, name=mark))
    faulty = evolve(sound, targets=(*sound.targets[:-1], unnamed))
    return Pair(Case(sound), Case(faulty), f"/targets/{len(plan.targets)}/indicator/name")


PLANTERS: dict[str, Planter] = {
    "GP101": id_of_another,
    "GP102": ordinal_out_of_place,
    "GP103": miscounted,
    "GP104": indicator_listed_twice,
    "GP105": acceptance_of_nothing,
    "GP106": indicator_defined_anew,
    "GP107": indicator_left_over,
    "GP108": task_id_of_another,
    "GP109": task_due_too_late,
    "GP110": place_of_the_past,
    "GP111": template_left,
}
