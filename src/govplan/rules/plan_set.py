"""Several plans with what rules look up in them, found once for all; *not* here: what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from govplan.model import Indicator, Milestone, Plan, Relation, Target
from govplan.values import Period

__all__ = ["Elsewhere", "PlanSet"]


class Elsewhere(NamedTuple):
    """A target of another plan, and what it is for."""

    plan: Plan
    target: Target
    horizon: Period


class PlanSet:
    """Plans that are checked beside one another (các kế hoạch đi cùng).

    What is looked up in them is found once, so that each of many plans can be checked beside all the others: give
    the same set to every check. The plan that is checked may be in it.

    >>> PlanSet.of([]).plans
    ()
    """

    def __init__(self, plans: Iterable[Plan] = ()) -> None:
        self.plans = tuple(plans)

    @classmethod
    def of(cls, plans: PlanSet | Iterable[Plan]) -> PlanSet:
        """Return the set itself, or one of the plans."""
        if isinstance(plans, PlanSet):
            return plans
        plans = tuple(plans)
        return cls(plans) if plans else _EMPTY

    def __bool__(self) -> bool:
        return bool(self.plans)

    def __iter__(self) -> Iterator[Plan]:
        return iter(self.plans)

    def beside(self, plan: Plan) -> PlanSet:
        """Return the set, or none at all where it holds the plan itself and no other."""
        return _EMPTY if len(self.plans) == 1 and self.plans[0] is plan else self

    @cached_property
    def with_id(self) -> dict[str, list[Plan]]:
        """The plans that have an id."""
        found: dict[str, list[Plan]] = {}
        for plan in self.plans:
            found.setdefault(plan.id, []).append(plan)
        return found

    @cached_property
    def targets(self) -> dict[str, list[Elsewhere]]:
        """The targets and parts that have an id, the first two of them."""
        found: dict[str, list[Elsewhere]] = {}
        for plan in self.plans:
            for target in plan.walk():
                known = found.setdefault(target.id, [])
                if len(known) < 2:
                    known.append(Elsewhere(plan, target, target.horizon or plan.period))
        return found

    @cached_property
    def definitions(self) -> dict[str, dict[tuple[object, ...], tuple[Plan, Indicator]]]:
        """What plans take the indicator with an id to be, and the first plan, by its id, that says so."""
        found: dict[str, dict[tuple[object, ...], tuple[Plan, Indicator]]] = {}
        for plan in self._in_order:
            for indicator in {id(one): one for one in _indicators(plan)}.values():
                if indicator.id is not None:
                    found.setdefault(indicator.id, {}).setdefault(signature(indicator), (plan, indicator))
        return found

    @cached_property
    def headlines(self) -> dict[tuple[str, str], dict[Period, Elsewhere]]:
        """The headline targets on an indicator in a place, one for each horizon: that of the first plan by its id."""
        found: dict[tuple[str, str], dict[Period, Elsewhere]] = {}
        for plan in self._in_order:
            for target in plan.targets:
                if target.indicator.id is not None:
                    place = target.jurisdiction or plan.jurisdiction
                    horizon = target.horizon or plan.period
                    by_horizon = found.setdefault((target.indicator.id, place.key), {})
                    by_horizon.setdefault(horizon, Elsewhere(plan, target, horizon))
        return found

    @cached_property
    def spans(self) -> dict[tuple[str, str], list[Elsewhere]]:
        """Those of the headline targets that are for longer than a year."""
        return {
            key: longer
            for key, by_horizon in self.headlines.items()
            if (longer := [one for horizon, one in by_horizon.items() if horizon.days > _YEAR])
        }

    @cached_property
    def allocated(self) -> dict[tuple[str, str, Period], list[Elsewhere]]:
        """What plans allocate of an indicator to a place for a period, the first of each goal by the plan's id."""
        found: dict[tuple[str, str, Period], dict[str, Elsewhere]] = {}
        for plan in self._in_order:
            for headline in plan.targets:
                for part, horizon in _allocated(headline, headline.horizon or plan.period):
                    if part.indicator.id is not None and part.jurisdiction is not None:
                        goals = found.setdefault((part.indicator.id, part.jurisdiction.key, horizon), {})
                        goals.setdefault(str(part), Elsewhere(plan, part, horizon))
        return {key: list(goals.values()) for key, goals in found.items()}

    @cached_property
    def _in_order(self) -> list[Plan]:
        return sorted(self.plans, key=lambda plan: (plan.id, plan.period, plan.jurisdiction.key))


_EMPTY = PlanSet()
_YEAR = 366


def signature(indicator: Indicator) -> tuple[object, ...]:
    """Return what two definitions of one indicator have to agree in."""
    unit = indicator.unit
    return (None if unit is None else unit.dimension, indicator.measure, indicator.polarity)


def steps_for(span: Target, horizon: Period) -> Iterator[tuple[int, Milestone]]:
    """Yield the steps on the way to a target that a period ends with."""
    for index, step in enumerate(span.milestones):
        if step.during == horizon or step.by == horizon.end:
            yield index, step


def _indicators(plan: Plan) -> Iterator[Indicator]:
    yield from plan.indicators
    for target in plan.walk():
        yield target.indicator


def _allocated(whole: Target, horizon: Period) -> Iterator[tuple[Target, Period]]:
    for breakdown in whole.breakdowns:
        for part in breakdown.parts:
            part_horizon = part.horizon or horizon
            if breakdown.relation is Relation.ALLOCATION:
                yield part, part_horizon
            yield from _allocated(part, part_horizon)
