"""Faults of GP5xx: results, and what was published of them."""

from datetime import timedelta

from hypothesis import strategies as st

from govplan.model import Goal, Observation, Plan, Target
from govplan.values import Period
from planting.cases import AMOUNTS, Case, Draw, Pair, Planter, Serial, divided, fresh, target, with_targets

__all__ = ["PLANTERS"]

Results = tuple[Observation, ...]


def _measured(plan: Plan, one: Target, sound: Results, faulty: Results, below: str = "") -> Pair:
    """Return the plan with one more target, measured soundly or not."""
    more, path = with_targets(plan, one), f"/targets/{len(plan.targets)}{below}"
    return Pair(Case(more, sound), Case(more, faulty), path)


def result_of_nothing(draw: Draw, plan: Plan) -> Pair:
    """A result is of a target that is not there."""
    name, value = Serial(plan), draw(AMOUNTS)
    one, nobody = target(name("one"), Goal.at_least(5)), name("nobody")
    more = with_targets(plan, one)
    sound, faulty = ((Observation(id, period=plan.period, value=value),) for id in (one.id, nobody))
    return Pair(Case(more, sound), Case(more, faulty), "")


def result_with_two_values(draw: Draw, plan: Plan) -> Pair:
    """A result stands twice, with two values."""
    id, value = fresh(plan), draw(AMOUNTS)
    sound, faulty = (
        tuple(Observation(id, period=plan.period, value=number) for number in (value, value + more))
        for more in (0, draw(AMOUNTS))
    )
    return _measured(plan, target(id, Goal.at_least(5)), sound, faulty)


def total_that_falls(draw: Draw, plan: Plan) -> Pair:
    """What was counted since the year began becomes less."""
    id, low = fresh(plan), draw(AMOUNTS)
    high = low + draw(AMOUNTS)
    days = [plan.period.start + timedelta(days=number) for number in (9, 30)]
    sound, faulty = (
        tuple(
            Observation(id, as_of=day, value=value, mode="year_to_date")
            for day, value in zip(days, values, strict=True)
        )
        for values in ((low, high), (high, low))
    )
    return _measured(plan, target(id, Goal.at_least(5)), sound, faulty)


def result_to_come(draw: Draw, plan: Plan) -> Pair:
    """A result is of a time that had not begun."""
    id, start = fresh(plan), plan.period.start
    more = with_targets(plan, target(id, Goal.at_least(5)))
    results = (Observation(id, period=plan.period, value=draw(AMOUNTS), status="estimate"),)
    sound, faulty = (
        Case(more, results, as_of=day) for day in (start, start - timedelta(days=draw(st.integers(1, 999))))
    )
    return Pair(sound, faulty, f"/targets/{len(plan.targets)}")


def result_of_another_time(draw: Draw, plan: Plan) -> Pair:
    """A result is of a year after the plan's."""
    id, value = fresh(plan), draw(AMOUNTS)
    later = Period.year(plan.period.end.year + draw(st.integers(1, 9)))
    sound, faulty = ((Observation(id, period=period, value=value),) for period in (plan.period, later))
    return _measured(plan, target(id, Goal.at_least(5)), sound, faulty)


def praise_for_too_little(draw: Draw, plan: Plan) -> Pair:
    """A result below the goal was published as met."""
    id, amount = fresh(plan), draw(AMOUNTS)
    words = ("Đạt", "ĐẠT kế hoạch", "Hoàn thành", "met")[draw(st.integers(0, 3))]
    sound, faulty = (
        (Observation(id, period=plan.period, value=amount - less, judgement=words),)
        for less in (0, draw(st.integers(1, amount)))
    )
    return _measured(plan, target(id, Goal.at_least(amount)), sound, faulty)


def modesty(draw: Draw, plan: Plan) -> Pair:
    """A result beyond the goal was published as met."""
    id, amount = fresh(plan), draw(AMOUNTS)
    value = amount + draw(AMOUNTS)
    sound, faulty = ((Observation(id, period=plan.period, value=value, judgement=words),) for words in ("Vượt", "Đạt"))
    return _measured(plan, target(id, Goal.at_least(amount)), sound, faulty)


def results_that_do_not_add_up(draw: Draw, plan: Plan) -> Pair:
    """What was measured of the parts does not make what was measured of the whole."""
    name = Serial(plan)
    all, one, two = name("whole"), name("one"), name("two")
    a, b = draw(AMOUNTS), draw(AMOUNTS)
    parts = target(one, Goal.at_least(4)), target(two, Goal.at_least(5))
    sound, faulty = (
        tuple(
            Observation(id, period=plan.period, value=value) for id, value in ((all, a + b + more), (one, a), (two, b))
        )
        for more in (0, draw(AMOUNTS))
    )
    return _measured(plan, divided(target(all, Goal.at_least(9)), "partition", *parts), sound, faulty, "/partition")


def part_measured_beyond_its_whole(draw: Draw, plan: Plan) -> Pair:
    """More was measured of a part than of the whole."""
    name, value = Serial(plan), draw(AMOUNTS)
    all, one = name("whole"), name("one")
    sound, faulty = (
        tuple(Observation(id, period=plan.period, value=by) for id, by in ((all, value), (one, value + more)))
        for more in (0, draw(AMOUNTS))
    )
    whole = divided(target(all, Goal.at_least(9)), "subset", target(one, Goal.at_least(4)))
    return _measured(plan, whole, sound, faulty, "/subset/0")


def measured_share_above_all(draw: Draw, plan: Plan) -> Pair:
    """More than everything was measured."""
    id = fresh(plan)
    values = draw(st.integers(0, 100)), 100 + draw(AMOUNTS)
    sound, faulty = ((Observation(id, period=plan.period, value=value),) for value in values)
    return _measured(plan, target(id, Goal.at_least(50), "%", "ratio"), sound, faulty)


PLANTERS: dict[str, Planter] = {
    "GP501": result_of_nothing,
    "GP503": result_with_two_values,
    "GP504": total_that_falls,
    "GP505": result_to_come,
    "GP506": result_of_another_time,
    "GP507": praise_for_too_little,
    "GP508": modesty,
    "GP509": results_that_do_not_add_up,
    "GP510": part_measured_beyond_its_whole,
    "GP511": measured_share_above_all,
}
