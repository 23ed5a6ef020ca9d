"""Faults of GP2xx: parts and wholes, units, ranges, what is stated twice."""

from datetime import timedelta

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import Goal, Plan, Target
from govplan.values import Jurisdiction, Level, Period
from planting.cases import (
    AMOUNTS,
    COUNTRY,
    Case,
    Draw,
    Pair,
    Planter,
    Serial,
    divided,
    fresh,
    halves,
    pair,
    province,
    target,
    with_targets,
)

__all__ = ["PLANTERS"]


def _three(plan: Plan) -> tuple[str, str, str]:
    name = Serial(plan)
    return name("whole"), name("one"), name("two")


def sum_that_is_off(draw: Draw, plan: Plan) -> Pair:
    """The whole states more than its parts make."""
    all, one, two = _three(plan)
    a, b = draw(AMOUNTS), draw(AMOUNTS)
    parts = target(one, Goal.at_least(a)), target(two, Goal.at_least(b))
    sound, faulty = (
        divided(target(all, Goal.at_least(a + b + more)), "partition", *parts) for more in (0, draw(AMOUNTS))
    )
    return pair(plan, sound, faulty, "/partition")


def part_above_the_ceiling(draw: Draw, plan: Plan) -> Pair:
    """A part asks for more than the whole may be."""
    all, one, _ = _three(plan)
    most = draw(AMOUNTS)
    sound, faulty = (
        divided(target(all, Goal.at_most(most)), "overlap", target(one, Goal.at_least(most + more)))
        for more in (-1, draw(AMOUNTS))
    )
    return pair(plan, sound, faulty, "/overlap/0")


def part_above_the_floor(draw: Draw, plan: Plan) -> Pair:
    """A part asks for more than the whole does."""
    all, one, _ = _three(plan)
    least = draw(AMOUNTS)
    sound, faulty = (
        divided(target(all, Goal.at_least(least)), "subset", target(one, Goal.at_least(least + more)))
        for more in (0, draw(AMOUNTS))
    )
    return pair(plan, sound, faulty, "/subset/0")


def unit_of_another_kind(draw: Draw, plan: Plan) -> Pair:
    """A part under a count is in money, in percent, or counts something else."""
    all, one, _ = _three(plan)
    unit = ("tỷ đồng", "%", "hộ", "triệu đồng/người")[draw(st.integers(0, 3))]
    sound, faulty = (
        divided(target(all, Goal.at_least(9)), "subset", target(one, Goal.at_least(draw(st.integers(1, 9))), of))
        for of in ("người", unit)
    )
    return pair(plan, sound, faulty, "/subset/0/indicator")


def share_above_all(draw: Draw, plan: Plan) -> Pair:
    """A share is more than 100."""
    id = fresh(plan)
    sound = target(id, Goal.at_least(draw(st.integers(0, 100))), "%", "ratio")
    faulty = target(id, Goal.at_least(100 + draw(AMOUNTS)), "%", "ratio")
    return pair(plan, sound, faulty, "/goal")


def no_unit(draw: Draw, plan: Plan) -> Pair:
    """A level has no unit."""
    id, amount = fresh(plan), draw(AMOUNTS)
    sound, faulty = (target(id, Goal.at_least(amount), unit) for unit in ("người", None))
    return pair(plan, sound, faulty, "/indicator")


def horizon_of_another_plan(draw: Draw, plan: Plan) -> Pair:
    """A target is due when the plan is over."""
    id, later = fresh(plan), plan.period.end + timedelta(days=draw(st.integers(1, 999)))
    sound, faulty = (
        target(id, Goal.at_least(5), horizon=Period(plan.period.start, end)) for end in (plan.period.end, later)
    )
    return pair(plan, sound, faulty, "/horizon")


def _allocated(id: str, amount: int, *parts: Target) -> Target:
    return divided(target(id, Goal.at_least(amount), jurisdiction=COUNTRY), "allocation", *parts)


def _two_places(plan: Plan, a: int, b: int, second: Jurisdiction | None) -> Target:
    all, one, two = _three(plan)
    first = target(one, Goal.at_least(a), jurisdiction=province(1))
    return _allocated(all, a + b, first, target(two, Goal.at_least(b), jurisdiction=second))


def short_allocation(draw: Draw, plan: Plan) -> Pair:
    """What is allocated is less than the whole."""
    all, one, _ = _three(plan)
    amount = draw(AMOUNTS)
    sound, faulty = (
        _allocated(all, amount, target(one, Goal.at_least(amount + more), jurisdiction=province(1)))
        for more in (draw(AMOUNTS), -draw(st.integers(1, amount)))
    )
    return pair(plan, sound, faulty, "/allocation")


def allocation_to_nobody(draw: Draw, plan: Plan) -> Pair:
    """A part of an allocation says not to whom."""
    a, b = draw(AMOUNTS), draw(AMOUNTS)
    sound, faulty = (_two_places(plan, a, b, place) for place in (province(2), None))
    return pair(plan, sound, faulty, "/allocation/1")


def allocation_abroad(draw: Draw, plan: Plan) -> Pair:
    """A part of an allocation goes to what is no part of the whole."""
    a, b = draw(AMOUNTS), draw(AMOUNTS)
    abroad = Jurisdiction("LA", "Lào", Level.COUNTRY)
    sound, faulty = (_two_places(plan, a, b, place) for place in (province(2), abroad))
    return pair(plan, sound, faulty, "/allocation/1/jurisdiction")


def allocation_twice(draw: Draw, plan: Plan) -> Pair:
    """Two parts of an allocation go to one place, or to a place and what it was before."""
    a, b = draw(AMOUNTS), draw(AMOUNTS)
    again = (province(1), evolve(province(2), predecessors=(province(1).key,)))[draw(st.integers(0, 1))]
    sound, faulty = (_two_places(plan, a, b, place) for place in (province(2), again))
    return pair(plan, sound, faulty, "/allocation/1/jurisdiction")


def _shares(id: str, part: str, of: str | None, own: str | None, denominator: str) -> Target:
    whole = target(id, Goal.at_least(50), "%", "ratio", denominator=of)
    return divided(
        whole, "subset", target(part, Goal.at_least(20), "%", "ratio", denominator=own), denominator=denominator
    )


def own_denominator_unnamed(draw: Draw, plan: Plan) -> Pair:
    """A share of its own does not say of what."""
    all, one, _ = _three(plan)
    sound, faulty = (_shares(all, one, "lao động", own, "own") for own in ("lao động nữ", None))
    return pair(plan, sound, faulty, "/breakdowns/0/parts/0/indicator")


def two_denominators(draw: Draw, plan: Plan) -> Pair:
    """Two shares over one denominator name two."""
    all, one, _ = _three(plan)
    sound, faulty = (_shares(all, one, "lao động", own, "same") for own in ("Lao động", "lao động nữ"))
    return pair(plan, sound, faulty, "/subset/0/indicator")


def part_of_another_measure(draw: Draw, plan: Plan) -> Pair:
    """A part of a flow is a stock."""
    all, one, _ = _three(plan)
    amount = draw(AMOUNTS)
    sound, faulty = (
        divided(target(all, Goal.at_least(amount)), "partition", target(one, Goal.at_least(amount), measure=measure))
        for measure in ("flow", "stock")
    )
    return pair(plan, sound, faulty, "/partition/0/indicator")


def part_of_another_time(draw: Draw, plan: Plan) -> Pair:
    """A part is due when its whole is over."""
    all, one, _ = _three(plan)
    first, second = halves(plan.period)
    amount = draw(AMOUNTS)
    sound, faulty = (
        divided(
            target(all, Goal.at_least(amount), horizon=first),
            "partition",
            target(one, Goal.at_least(amount), horizon=half),
        )
        for half in (first, second)
    )
    return pair(plan, sound, faulty, "/partition/0/horizon")


def goal_for_the_worse(draw: Draw, plan: Plan) -> Pair:
    """A goal asks for what its indicator calls worse."""
    id, amount = fresh(plan), draw(AMOUNTS)
    way = draw(st.integers(0, 3))
    goal = (Goal.at_least, Goal.reduce_to, Goal.at_most, Goal.increase_by_percent)[way](amount)
    better, worse = ("higher", "lower") if way in (0, 3) else ("lower", "higher")
    sound, faulty = (target(id, goal, polarity=polarity) for polarity in (better, worse))
    return pair(plan, sound, faulty, "/goal")


def _twice(plan: Plan, first: Goal, second: Goal) -> Plan:
    name = Serial(plan)
    key = name("key")
    return with_targets(plan, target(name("one"), first, key=key), target(name("two"), second, key=key))


def two_values(draw: Draw, plan: Plan) -> Pair:
    """One target stands twice, the second time with more."""
    low = draw(AMOUNTS)
    high = low + draw(AMOUNTS)
    sound, faulty = (_twice(plan, Goal.at_least(low), goal) for goal in (Goal.at_most(high), Goal.at_least(high)))
    return Pair(Case(sound), Case(faulty), f"/targets/{len(plan.targets) + 1}/goal")


def said_again(draw: Draw, plan: Plan) -> Pair:
    """One target stands twice, with the same value."""
    low = draw(AMOUNTS)
    sound, faulty = (_twice(plan, Goal.at_least(low), goal) for goal in (Goal.at_most(low), Goal.at_least(low)))
    return Pair(Case(sound), Case(faulty), f"/targets/{len(plan.targets) + 1}")


PLANTERS: dict[str, Planter] = {
    "GP201": sum_that_is_off,
    "GP202": part_above_the_ceiling,
    "GP203": part_above_the_floor,
    "GP204": unit_of_another_kind,
    "GP205": share_above_all,
    "GP206": no_unit,
    "GP207": horizon_of_another_plan,
    "GP208": short_allocation,
    "GP209": own_denominator_unnamed,
    "GP210": two_denominators,
    "GP211": part_of_another_measure,
    "GP212": part_of_another_time,
    "GP213": allocation_to_nobody,
    "GP214": allocation_abroad,
    "GP215": allocation_twice,
    "GP217": goal_for_the_worse,
    "GP225": two_values,
    "GP226": said_again,
}
