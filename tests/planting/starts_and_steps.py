"""Faults of GP2xx: baselines and milestones."""

from datetime import timedelta

from hypothesis import strategies as st

from govplan.model import Baseline, Goal, Milestone, Plan
from govplan.values import Period
from planting.cases import AMOUNTS, Draw, Pair, Planter, fresh, halves, pair, target

__all__ = ["PLANTERS"]


def start_beyond_the_goal(draw: Draw, plan: Plan) -> Pair:
    """A level is to rise to less than it is."""
    id, amount = fresh(plan), draw(AMOUNTS)
    sound, faulty = (
        target(id, Goal.at_least(amount), baseline=Baseline(start))
        for start in (draw(st.integers(0, amount)), amount + draw(AMOUNTS))
    )
    return pair(plan, sound, faulty, "/goal")


def fall_below_nothing(draw: Draw, plan: Plan) -> Pair:
    """A stock is to fall by more than it is."""
    id, amount = fresh(plan), draw(AMOUNTS)
    sound, faulty = (
        target(id, Goal.reduce_by(amount), "hộ", "stock", baseline=Baseline(start))
        for start in (amount + draw(AMOUNTS), draw(st.integers(0, amount - 1)))
    )
    return pair(plan, sound, faulty, "/goal")


def start_of_the_same_time(draw: Draw, plan: Plan) -> Pair:
    """What changes start from was measured when they are due."""
    id, before = fresh(plan), Period.year(plan.period.start.year - draw(st.integers(1, 5)))
    sound, faulty = (target(id, Goal.at_least(5), baseline=Baseline(4, period)) for period in (before, plan.period))
    return pair(plan, sound, faulty, "/baseline")


def percent_of_nothing(draw: Draw, plan: Plan) -> Pair:
    """A relative change starts from nothing or less."""
    id = fresh(plan)
    sound, faulty = (
        target(id, Goal.increase_by_percent(4), measure=None, baseline=Baseline(start))
        for start in (draw(AMOUNTS), -draw(st.integers(0, 99)))
    )
    return pair(plan, sound, faulty, "/baseline")


def step_after_the_end(draw: Draw, plan: Plan) -> Pair:
    """A step is due when the target is over."""
    id, end = fresh(plan), plan.period.end
    sound, faulty = (
        target(id, Goal.at_least(5), milestones=[Milestone(Goal.at_least(4), by=day)])
        for day in (end, end + timedelta(days=draw(st.integers(1, 999))))
    )
    return pair(plan, sound, faulty, "/milestones/0")


def step_back(draw: Draw, plan: Plan) -> Pair:
    """The second step asks for less than the first."""
    id, low = fresh(plan), draw(AMOUNTS)
    high = low + draw(AMOUNTS)
    days = plan.period.start, plan.period.end
    sound, faulty = (
        target(
            id,
            Goal.at_least(high),
            milestones=[Milestone(Goal.at_least(by), by=day) for by, day in zip(amounts, days, strict=True)],
        )
        for amounts in ((low, high), (high, low))
    )
    return pair(plan, sound, faulty, "/milestones/1")


def step_too_far(draw: Draw, plan: Plan) -> Pair:
    """A step asks for more than the goal."""
    id, amount = fresh(plan), draw(AMOUNTS)
    sound, faulty = (
        target(id, Goal.at_least(amount), milestones=[Milestone(Goal.at_least(amount + more), by=plan.period.end)])
        for more in (0, draw(AMOUNTS))
    )
    return pair(plan, sound, faulty, "/milestones/0")


def steps_too_short(draw: Draw, plan: Plan) -> Pair:
    """The periods of a flow add up to less than its goal."""
    id, a, b = fresh(plan), draw(AMOUNTS), draw(AMOUNTS)
    one, two = halves(plan.period)
    sound, faulty = (
        target(
            id,
            Goal.at_least(a + b),
            milestones=[Milestone(Goal.at_least(a), during=one), Milestone(Goal.at_least(b - less), during=two)],
        )
        for less in (0, draw(st.integers(1, b)))
    )
    return pair(plan, sound, faulty, "/milestones")


PLANTERS: dict[str, Planter] = {
    "GP216": start_beyond_the_goal,
    "GP218": fall_below_nothing,
    "GP219": start_of_the_same_time,
    "GP220": percent_of_nothing,
    "GP221": step_after_the_end,
    "GP222": step_back,
    "GP223": step_too_far,
    "GP224": steps_too_short,
}
