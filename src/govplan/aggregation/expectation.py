"""What a target should have reached by a day, from milestone to milestone; *not* here: what it did (`advance`)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from govplan.aggregation.advance import aim_of
from govplan.aggregation.refusal import Refusal, Why
from govplan.model.goal import Basis, Direction
from govplan.model.indicator import Measure
from govplan.model.target import Milestone, Target
from govplan.values.period import Period

__all__ = ["expected"]


def expected(target: Target, way: Period, day: date) -> Fraction | Refusal:
    """Return what is expected by the end of a day, on the goal's basis: along straight lines between known points.

    The way begins at 0 for flows and changes, at the baseline for levels, and ends at the goal; milestones lie
    between. A milestone `during` a period counts for a flow where it follows another without a gap.

    >>> from govplan.model import Goal, Indicator
    >>> jobs = Target("jobs", Indicator("Việc làm", unit="người", measure="flow"), Goal.at_least(36500))
    >>> expected(jobs, Period.year(2023), date(2023, 1, 10))
    Fraction(1000, 1)
    """
    aim = aim_of(target)
    if isinstance(aim, Refusal):
        return aim
    if day < way.start:
        return Refusal.of(Why.NOT_BEGUN, what=target.indicator, start=way.start)
    basis, measure = target.goal.basis, target.indicator.measure
    counted = measure is Measure.FLOW or basis is not Basis.LEVEL
    points: dict[int, Fraction] = {way.end.toordinal(): aim}
    if counted:
        points[way.start.toordinal() - 1] = Fraction(0)
    elif target.baseline is not None:
        points[way.start.toordinal() - 1] = Fraction(target.baseline.value)
    _add_steps(points, target, way)
    at = min(day, way.end).toordinal()
    before = max((point for point in points if point <= at), default=None)
    if before is None:
        if measure is None:
            return Refusal.of(Why.MEASURE_UNKNOWN, what=target.indicator)
        return Refusal.of(Why.NO_BASELINE, what=target.indicator)
    after = min(point for point in points if point >= at)
    if after == before:
        return points[at]
    return points[before] + (points[after] - points[before]) * Fraction(at - before, after - before)


def _add_steps(points: dict[int, Fraction], target: Target, way: Period) -> None:
    """Add what milestones ask for by a day of the way; the goal itself stands at its end."""
    goal, counted = target.goal, target.indicator.measure is Measure.FLOW and target.goal.basis is Basis.LEVEL
    steps = [(step, amount) for step in target.milestones if (amount := _amount(step, target)) is not None]
    for step, amount in steps:
        end = step.by if step.by is not None else None if counted or step.during is None else step.during.end
        if end is not None and way.holds(end) and end < way.end:
            # Of two for one day the one that asks more stands, whichever is written first.
            known = points.get(end.toordinal())
            falls = goal.direction is Direction.DOWN
            points[end.toordinal()] = amount if known is None else min(known, amount) if falls else max(known, amount)
    if counted:
        for during, amount in sorted((step.during, amount) for step, amount in steps if step.during is not None):
            before = points.get(during.start.toordinal() - 1)
            if before is not None and during.end < way.end:
                points.setdefault(during.end.toordinal(), before + amount)


def _amount(step: Milestone, target: Target) -> Fraction | None:
    """Return what a milestone asks for in the direction of its target, None where it is on another basis."""
    interval = step.goal.interval
    if interval is None or step.goal.basis is not target.goal.basis:
        return None
    bound = interval.upper if target.goal.direction is Direction.DOWN else interval.lower
    return None if bound is None else Fraction(bound)
