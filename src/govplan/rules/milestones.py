"""GP2xx: the steps on the way to a target; *not* here: where the way begins (`baselines`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from govplan.aggregation import Reason, slack_of
from govplan.model.goal import Basis, Direction, Goal
from govplan.model.indicator import Measure
from govplan.model.target import Milestone
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import missed, unit_of
from govplan.values import Period
from govplan.values.number import exact_sum

__all__ = ["RULES"]

_NO_DIRECTION = message("a limit has no way to go, so that no step is further than another")
_OTHER_BASIS = message("step and target are on different bases")
_GAPS = message("the periods of the steps do not fill the target's time")
_NO_MEASURE = message("whether amounts of periods add is not known without measure: flow")


def _path(placed: PlacedTarget, index: int) -> str:
    return f"{placed.path}/milestones/{index}"


def _steps_lie_within(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.milestones:
        horizon = survey.horizon_of(placed)
        for index, step in enumerate(placed.target.milestones):
            if horizon.holds(step.by) if step.by is not None else step.during is None or horizon.covers(step.during):
                count += 1
            else:
                found = step.by if step.by is not None else str(step.during)
                yield Hit(
                    _path(placed, index),
                    (("found", found), ("horizon", str(horizon))),
                    expected=str(horizon),
                    found=found,
                )
    yield count


def _bound(goal: Goal, direction: Direction) -> Decimal | None:
    """Return the bound that the direction asks for."""
    return goal.lower if direction is Direction.UP else goal.upper


def _comparable(placed: PlacedTarget) -> Iterator[tuple[int, Milestone, Decimal] | Missed]:
    """Yield the steps that have a bound on the way of their target, and what the others are not compared for."""
    goal = placed.target.goal
    if goal.direction not in (Direction.UP, Direction.DOWN):
        yield Missed(f"{placed.path}/milestones", "no_direction", _NO_DIRECTION)
        return
    for index, step in enumerate(placed.target.milestones):
        bound = _bound(step.goal, goal.direction)
        if step.goal.basis is not goal.basis:
            yield Missed(_path(placed, index), "bases", _OTHER_BASIS)
        elif bound is None:
            yield missed(_path(placed, index), Reason.NO_COMMON_BOUND)
        else:
            yield index, step, bound


def _steps_are_in_order(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.milestones:
        if sum(step.by is not None for step in placed.target.milestones) < 2:
            continue
        rises = placed.target.goal.direction is Direction.UP
        steps: list[tuple[date, Decimal, int]] = []
        for found in _comparable(placed):
            if isinstance(found, Missed):
                yield found
            elif (day := found[1].by) is not None:
                index, _, bound = found
                steps.append((day, bound.copy_negate() if rises else bound, index))
        # Of two steps on one day the one that asks less stands last, and is the fault.
        steps.sort()
        for (_, before, _), (day, after, index) in pairwise(steps):
            if after <= before:
                count += 1
            else:
                asked, earlier = (after.copy_negate(), before.copy_negate()) if rises else (after, before)
                yield Hit(
                    _path(placed, index),
                    (("by", day), ("found", asked), ("before", earlier), ("unit", unit_of(placed.target))),
                    expected=earlier,
                    found=asked,
                    difference=exact_sum((asked, earlier.copy_negate())),
                )
    yield count


def _steps_stay_short_of_the_goal(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.milestones:
        goal = placed.target.goal
        rises = goal.direction is Direction.UP
        far = _bound(goal, Direction.DOWN if rises else Direction.UP)
        if far is None:
            far = _bound(goal, goal.direction)
        for found in _comparable(placed):
            if isinstance(found, Missed):
                yield found
                continue
            index, _, bound = found
            if far is None or (bound <= far if rises else bound >= far):
                count += 1
            else:
                yield Hit(
                    _path(placed, index),
                    (("found", bound), ("goal", far), ("unit", unit_of(placed.target))),
                    expected=far,
                    found=bound,
                    difference=exact_sum((bound, far.copy_negate())).copy_abs(),
                )
    yield count


def _periods_reach_the_goal(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.milestones:
        goal, measure = placed.target.goal, placed.target.indicator.measure
        steps = [(step.during, step.goal) for step in placed.target.milestones if step.during is not None]
        if not steps or measure not in (None, Measure.FLOW) or goal.basis is not Basis.LEVEL or goal.lower is None:
            continue
        path = f"{placed.path}/milestones"
        if measure is None:
            yield Missed(path, "no_measure", _NO_MEASURE)
            continue
        if not _fill([period for period, _ in steps], survey.horizon_of(placed)):
            yield Missed(path, "gaps", _GAPS)
            continue
        floors = [step.lower for _, step in steps if step.basis is Basis.LEVEL and step.lower is not None]
        if len(floors) < len(steps):
            yield missed(path, Reason.NO_COMMON_BOUND)
            continue
        total = exact_sum(floors)
        short = exact_sum((goal.lower, total.copy_negate()))
        if short <= slack_of([goal.lower, *floors]):
            count += 1
        else:
            yield Hit(
                path,
                (("stated", goal.lower), ("total", total), ("difference", short), ("unit", unit_of(placed.target))),
                expected=goal.lower,
                found=total,
                difference=short,
            )
    yield count


def _fill(periods: list[Period], whole: Period) -> bool:
    """Do the periods follow one another from the first day of the whole to its last?"""
    periods = sorted(periods)
    follow = all(one.precedes(two) for one, two in pairwise(periods))
    return follow and periods[0].start == whole.start and periods[-1].end == whole.end


RULES = (
    Rule(
        "GP221",
        "milestone-outside-horizon",
        Severity.WARNING,
        message("Milestones lie within the target's horizon"),
        message("A step before the target's time or after it is no step on the way; mostly its year was miscopied."),
        message("milestone outside the horizon: found {found}, the target is for {horizon}; mend one of them"),
        _steps_lie_within,
        since="0.1",
        needs="milestones",
    ),
    Rule(
        "GP222",
        "milestones-out-of-order",
        Severity.WARNING,
        message("Later milestones ask for no less than earlier ones"),
        message(
            "Steps by a day count from the start; one that asks for less than the one before has a slip in its figure "
            "or its day. Periods may differ as they like, for each stands alone."
        ),
        message("milestones out of order: {found}{unit} by {by}, but {before} before that; mend a figure or a day"),
        _steps_are_in_order,
        since="0.1",
        needs="milestones",
    ),
    Rule(
        "GP223",
        "milestone-beyond-goal",
        Severity.WARNING,
        message("Milestones ask for no more than the target"),
        message("A step that goes beyond the goal it leads to has a slip in it, or the goal has."),
        message("milestone beyond its goal: {found}{unit} in the step, {goal} in the goal; mend one of them"),
        _steps_stay_short_of_the_goal,
        since="0.1",
        needs="milestones",
    ),
    Rule(
        "GP224",
        "milestones-short",
        Severity.WARNING,
        message("The periods of a flow reach its goal together"),
        message(
            "Where steps fill the target's time period by period, a flow's amounts add; if they add up to less, the "
            "target is missed even if every step is reached."
        ),
        message(
            "milestones fall short: at least {stated}{unit} in the goal, {total} in its periods, {difference} missing; "
            "mend the wrong figure"
        ),
        _periods_reach_the_goal,
        since="0.1",
        needs="milestones",
    ),
)
