"""Faults of GP4xx: what is named and does not exist, or should not be named."""

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import Goal, Plan, Target
from planting.cases import (
    AMOUNTS,
    Case,
    Draw,
    Pair,
    Planter,
    Serial,
    other_plan,
    target,
    with_linked_group,
    with_targets,
)

__all__ = ["PLANTERS"]


def id_of_no_target(draw: Draw, plan: Plan) -> Pair:
    """A group serves a target that is not there."""
    name = Serial(plan)
    more = with_targets(plan, target(name("one"), Goal.at_least(draw(AMOUNTS))))
    sound, faulty = (with_linked_group(more, *ids) for ids in ((), (name("nobody"),)))
    return Pair(Case(sound), Case(faulty), f"/task_groups/{len(plan.task_groups)}/targets/{len(more.targets)}")


def nobody_to_hold_it(draw: Draw, plan: Plan) -> Pair:
    """A target contributes to one that no plan has."""
    plan = evolve(plan, amends=None)
    name, amount = Serial(plan), draw(AMOUNTS)
    beside = (other_plan(plan, name("other")),)
    holder, nobody = target(name("holder"), Goal.at_least(amount)), name("nobody")
    one = target(name("one"), Goal.at_least(1))
    sound, faulty = (with_targets(plan, holder, evolve(one, contributes_to=[id])) for id in (holder.id, nobody))
    path = f"/targets/{len(plan.targets) + 1}/contributes_to/0"
    return Pair(Case(sound, others=beside), Case(faulty, others=beside), path)


def nobody_to_serve_it(draw: Draw, plan: Plan) -> Pair:
    """No group serves a target, though groups serve others."""
    linked = with_linked_group(with_targets(plan, target(Serial(plan)("served"), Goal.at_least(5))))
    one = target(Serial(linked)("one"), Goal.at_least(draw(AMOUNTS)))
    sound, faulty = (with_targets(linked, one, served=served) for served in (True, False))
    return Pair(Case(sound), Case(faulty), f"/targets/{len(linked.targets)}")


def named_again(draw: Draw, plan: Plan) -> Pair:
    """A group names one target twice."""
    more = with_targets(plan, target(Serial(plan)("one"), Goal.at_least(draw(AMOUNTS))))
    again = more.targets[draw(st.integers(0, len(more.targets) - 1))].id
    sound, faulty = (with_linked_group(more, *ids) for ids in ((), (again,)))
    return Pair(Case(sound), Case(faulty), f"/task_groups/{len(plan.task_groups)}/targets/{len(more.targets)}")


def _held(plan: Plan, holder: Target, *parts: Target) -> Pair:
    sound, faulty = (with_targets(plan, holder, part) for part in parts)
    return Pair(Case(sound), Case(faulty), f"/targets/{len(plan.targets) + 1}/contributes_to/0")


def contribution_of_another_kind(draw: Draw, plan: Plan) -> Pair:
    """Households contribute to people."""
    name, amount = Serial(plan), draw(AMOUNTS)
    holder, id = target(name("holder"), Goal.at_least(amount)), name("one")
    return _held(
        plan,
        holder,
        *(target(id, Goal.at_least(1), unit, contributes_to=[holder.id]) for unit in ("người", "hộ")),
    )


def contribution_to_itself(draw: Draw, plan: Plan) -> Pair:
    """A target contributes to itself."""
    name, amount = Serial(plan), draw(AMOUNTS)
    holder, id = target(name("holder"), Goal.at_least(amount)), name("one")
    return _held(plan, holder, *(target(id, Goal.at_least(1), contributes_to=[to]) for to in (holder.id, id)))


def contribution_too_large(draw: Draw, plan: Plan) -> Pair:
    """A target asks for more than the one that holds it may be."""
    name, most = Serial(plan), draw(AMOUNTS)
    holder, id = target(name("holder"), Goal.at_most(most)), name("one")
    amounts = (most, most + draw(AMOUNTS))
    return _held(plan, holder, *(target(id, Goal.at_least(by), contributes_to=[holder.id]) for by in amounts))


def nothing_to_amend(draw: Draw, plan: Plan) -> Pair:
    """A plan amends one that is not there."""
    name = Serial(plan)
    known, nobody = name("known"), name("nobody")
    beside = (other_plan(plan, known),)
    sound, faulty = (evolve(plan, amends=id) for id in (known, nobody))
    return Pair(Case(sound, others=beside), Case(faulty, others=beside), "/amends")


PLANTERS: dict[str, Planter] = {
    "GP401": id_of_no_target,
    "GP402": nobody_to_hold_it,
    "GP403": nobody_to_serve_it,
    "GP404": named_again,
    "GP405": contribution_of_another_kind,
    "GP406": contribution_to_itself,
    "GP407": contribution_too_large,
    "GP408": nothing_to_amend,
}
