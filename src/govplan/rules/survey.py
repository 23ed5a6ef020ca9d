"""A plan laid out for its rules in one pass, each thing with its JSON Pointer; *not* here: any judgement."""

from __future__ import annotations

from attrs import frozen

from govplan.legal import LegalReference
from govplan.model import Breakdown, Observation, Plan, Target
from govplan.model.target import Denominator

__all__ = ["PlacedBreakdown", "PlacedReference", "PlacedTarget", "Survey", "survey"]


@frozen
class PlacedTarget:
    """A target or part, and where it stands."""

    path: str
    target: Target


@frozen
class PlacedBreakdown:
    """A breakdown, the target it divides, and where its parts stand."""

    path: str
    whole: PlacedTarget
    breakdown: Breakdown
    parts: tuple[PlacedTarget, ...]


@frozen
class PlacedReference:
    """A document that the plan cites, and where."""

    path: str
    reference: LegalReference


@frozen
class Survey:
    """What rules look at."""

    plan: Plan
    targets: tuple[PlacedTarget, ...]
    breakdowns: tuple[PlacedBreakdown, ...]
    references: tuple[PlacedReference, ...]
    observations: tuple[Observation, ...]
    others: tuple[Plan, ...]


def survey(plan: Plan, observations: tuple[Observation, ...] = (), others: tuple[Plan, ...] = ()) -> Survey:
    """Lay a plan out, every target after its whole and every reference in the plan's order."""
    targets: list[PlacedTarget] = []
    breakdowns: list[PlacedBreakdown] = []
    for index, target in enumerate(plan.targets):
        _visit(PlacedTarget(f"/targets/{index}", target), targets, breakdowns)
    references = [PlacedReference("/document", plan.document)] if plan.document else []
    references += [PlacedReference(f"/legal_basis/{index}", item) for index, item in enumerate(plan.legal_basis)]
    for position, group in enumerate(plan.task_groups):
        references += [
            PlacedReference(f"/task_groups/{position}/legal_references/{index}", item)
            for index, item in enumerate(group.legal_references)
        ]
    return Survey(plan, tuple(targets), tuple(breakdowns), tuple(references), observations, others)


def _visit(placed: PlacedTarget, targets: list[PlacedTarget], breakdowns: list[PlacedBreakdown]) -> None:
    targets.append(placed)
    for index, breakdown in enumerate(placed.target.breakdowns):
        path = f"{placed.path}/breakdowns/{index}"
        inside = f"{path}/parts"
        if len(placed.target.breakdowns) == 1 and _is_written_short(breakdown):
            path = inside = f"{placed.path}/{breakdown.relation.value}"
        parts = tuple([PlacedTarget(f"{inside}/{number}", part) for number, part in enumerate(breakdown.parts)])
        breakdowns.append(PlacedBreakdown(path, placed, breakdown, parts))
        for part in parts:
            _visit(part, targets, breakdowns)


def _is_written_short(breakdown: Breakdown) -> bool:
    """Do files write it as `partition: […]`, so that its parts stand right below that key?"""
    return breakdown.by is None and breakdown.denominator is Denominator.SAME
