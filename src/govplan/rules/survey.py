"""A plan laid out for its rules in one pass, each thing with its JSON Pointer; *not* here: any judgement.

Rules look at lists of what concerns them, so that a plan without milestones costs the rules about them nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from govplan.aggregation import Comparison
from govplan.legal import LegalReference
from govplan.legal.judgement import Judgement
from govplan.model import Basis, Breakdown, Indicator, Observation, Plan, Relation, Suppression, Target, TaskGroup
from govplan.model.target import Denominator
from govplan.rules.plan_set import PlanSet
from govplan.values import Jurisdiction, Period

__all__ = [
    "Acceptance",
    "Judged",
    "PlacedBreakdown",
    "PlacedReference",
    "PlacedSuppression",
    "PlacedTarget",
    "Survey",
    "survey",
]

# Asking an enumeration for a member takes longer than most comparisons with it.
_LEVEL = Basis.LEVEL
_TEXT = Basis.TEXT
_SAME = Denominator.SAME
_ALLOCATION = Relation.ALLOCATION

_DOCUMENT, _LEGAL_BASIS = -2, -1


class PlacedTarget(NamedTuple):
    """A target or part: `number` among the targets of the plan, or among the parts of a breakdown of its whole."""

    target: Target
    number: int
    whole: PlacedTarget | None = None
    breakdown: int = 0

    @property
    def path(self) -> str:
        """Where it stands."""
        if self.whole is None:
            return f"/targets/{self.number}"
        path, short = _path_of_breakdown(self.whole, self.breakdown)
        return f"{path}/{self.number}" if short else f"{path}/parts/{self.number}"


class PlacedBreakdown(NamedTuple):
    """A breakdown, the target that it divides, and its parts in their places."""

    breakdown: Breakdown
    whole: PlacedTarget
    number: int
    parts: Sequence[PlacedTarget]

    @property
    def path(self) -> str:
        """Where it stands."""
        return _path_of_breakdown(self.whole, self.number)[0]


class PlacedReference(NamedTuple):
    """A document that the plan cites: the `number`th of a task group; of the plan itself where `group` is below 0."""

    reference: LegalReference
    group: int
    number: int

    @property
    def path(self) -> str:
        """Where it stands."""
        if self.group >= 0:
            return f"/task_groups/{self.group}/legal_references/{self.number}"
        return "/document" if self.group == _DOCUMENT else f"/legal_basis/{self.number}"

    @property
    def is_document(self) -> bool:
        """Is it the act that issues the plan?"""
        return self.group == _DOCUMENT


Judged = tuple[tuple[int], dict[str, list[tuple[PlacedReference, Judgement]]]]
"""How many references were judged, and what is said of them by its key."""


class Acceptance(Enum):
    """What became of a suppression: it accepts a finding, nothing, names no rule, or its rule did not judge."""

    USED = "used"
    IDLE = "idle"
    UNKNOWN = "unknown"
    OPEN = "open"


class PlacedSuppression(NamedTuple):
    """The `number`th suppression of a plan, what became of it, and the nearest code where its own is none."""

    suppression: Suppression
    number: int
    state: Acceptance
    near: str | None = None


class Survey:
    """What rules look at: the plan, what stands beside it, and lists of its things, each in the plan's order."""

    __slots__ = (
        "allocations",
        "as_of",
        "baselines",
        "breakdowns",
        "changes",
        "contributions",
        "elsewhere",
        "first_with_id",
        "first_with_indicator",
        "groups_listing_twice",
        "groups_with_targets",
        "groups_with_tasks",
        "held",
        "horizons",
        "judged",
        "links",
        "milestones",
        "observations",
        "others",
        "percentages",
        "plan",
        "polarized",
        "references",
        "repeated_ids",
        "results",
        "served",
        "sharing_an_indicator",
        "suppressions",
        "targets",
        "without_unit",
    )

    plan: Plan
    observations: tuple[Observation, ...]
    results: dict[str, list[tuple[int, Observation]]]
    """The results of each target of the plan that has any, with their rows from 1."""
    others: PlanSet
    as_of: date | None
    targets: list[PlacedTarget]
    """All targets and parts, each after its whole."""
    breakdowns: list[PlacedBreakdown]
    allocations: list[PlacedBreakdown]
    held: list[tuple[PlacedTarget, Target, Comparison]] | None
    """How parts compare with the wholes that they lie within, once a rule has asked."""
    references: list[PlacedReference]
    judged: Judged | None
    """What is said of references, once a rule has asked."""
    first_with_id: dict[str, PlacedTarget]
    repeated_ids: list[PlacedTarget]
    first_with_indicator: dict[str, PlacedTarget]
    sharing_an_indicator: dict[str, list[PlacedTarget]]
    """The targets whose indicators have one id, where they are more than one."""
    without_unit: list[PlacedTarget]
    percentages: list[PlacedTarget]
    changes: list[PlacedTarget]
    """Those whose goals are changes, absolute or relative."""
    polarized: list[PlacedTarget]
    """Those whose indicators say which way is better."""
    baselines: list[PlacedTarget]
    horizons: list[PlacedTarget]
    """Those that have a horizon of their own."""
    elsewhere: list[PlacedTarget]
    """Those that have a jurisdiction of their own."""
    milestones: list[PlacedTarget]
    contributions: list[PlacedTarget]
    groups_with_targets: list[tuple[int, TaskGroup]]
    groups_with_tasks: list[tuple[int, TaskGroup]]
    groups_listing_twice: list[tuple[int, TaskGroup]]
    """Those that name a target more than once."""
    served: set[str]
    """The ids that task groups name."""
    links: int
    """How many names of targets there are in groups, no name counted twice in one group."""
    suppressions: list[PlacedSuppression]
    """Known once all rules but the one about them have been asked."""

    def horizon_of(self, placed: PlacedTarget) -> Period:
        """Return what a target is for: its own horizon, else that of what holds it, else the plan's period."""
        at: PlacedTarget | None = placed
        while at is not None:
            if at.target.horizon is not None:
                return at.target.horizon
            at = at.whole
        return self.plan.period

    def place_of(self, placed: PlacedTarget) -> Jurisdiction:
        """Return whose target it is: its own jurisdiction, else that of what holds it, else the plan's."""
        at: PlacedTarget | None = placed
        while at is not None:
            if at.target.jurisdiction is not None:
                return at.target.jurisdiction
            at = at.whole
        return self.plan.jurisdiction

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The definitions that the plan's targets share."""
        return self.plan.indicators


def survey(
    plan: Plan,
    observations: tuple[Observation, ...] = (),
    others: PlanSet | Sequence[Plan] = (),
    as_of: date | None = None,
) -> Survey:
    """Lay a plan out, every target after its whole and every reference in the plan's order."""
    laid_out = Survey()
    laid_out.plan, laid_out.observations, laid_out.as_of = plan, observations, as_of
    laid_out.others = PlanSet.of(others).beside(plan)
    laid_out.suppressions = []
    laid_out.held = laid_out.judged = None
    targets = laid_out.targets = []
    breakdowns = laid_out.breakdowns = []
    allocations = laid_out.allocations = []
    ids = laid_out.first_with_id = {}
    repeated = laid_out.repeated_ids = []
    indicators = laid_out.first_with_indicator = {}
    sharing = laid_out.sharing_an_indicator = {}
    without_unit = laid_out.without_unit = []
    percentages = laid_out.percentages = []
    changes = laid_out.changes = []
    polarized = laid_out.polarized = []
    baselines = laid_out.baselines = []
    horizons = laid_out.horizons = []
    elsewhere = laid_out.elsewhere = []
    milestones = laid_out.milestones = []
    contributions = laid_out.contributions = []
    new, level, words = tuple.__new__, _LEVEL, _TEXT

    def visit(target: Target, number: int, whole: PlacedTarget | None, division: int) -> PlacedTarget:
        placed = new(PlacedTarget, (target, number, whole, division))
        targets.append(placed)
        if ids.setdefault(target.id, placed) is not placed:
            repeated.append(placed)
        indicator, basis = target.indicator, target.goal.basis
        unit, key = indicator.unit, indicator.id
        if key is not None:
            first = indicators.setdefault(key, placed)
            if first is not placed:
                sharing.setdefault(key, [first]).append(placed)
        if basis is not level and basis is not words:
            changes.append(placed)
        if unit is None:
            without_unit.append(placed)
        elif unit.dimension == "percent":
            percentages.append(placed)
        if indicator.polarity is not None:
            polarized.append(placed)
        if target.baseline is not None:
            baselines.append(placed)
        if target.horizon is not None:
            horizons.append(placed)
        if target.jurisdiction is not None:
            elsewhere.append(placed)
        if target.milestones:
            milestones.append(placed)
        if target.contributes_to:
            contributions.append(placed)
        if not target.breakdowns:
            return placed
        for at, breakdown in enumerate(target.breakdowns):
            parts: list[PlacedTarget] = []
            divided = new(PlacedBreakdown, (breakdown, placed, at, parts))
            breakdowns.append(divided)
            if breakdown.relation is _ALLOCATION:
                allocations.append(divided)
            for position, part in enumerate(breakdown.parts):
                parts.append(visit(part, position, placed, at))
        return placed

    for index, headline in enumerate(plan.targets):
        visit(headline, index, None, 0)
    references = laid_out.references = []
    if plan.document is not None:
        references.append(PlacedReference(plan.document, _DOCUMENT, 0))
    for index, reference in enumerate(plan.legal_basis):
        references.append(new(PlacedReference, (reference, _LEGAL_BASIS, index)))
    with_targets = laid_out.groups_with_targets = []
    listing_twice = laid_out.groups_listing_twice = []
    served: set[str] = set()
    links = 0
    with_tasks = laid_out.groups_with_tasks = []
    for index, group in enumerate(plan.task_groups):
        names = group.targets
        if names:
            with_targets.append((index, group))
            distinct = set(names)
            served |= distinct
            links += len(distinct)
            if len(distinct) < len(names):
                listing_twice.append((index, group))
        if group.tasks:
            with_tasks.append((index, group))
        if group.legal_references:
            for position, reference in enumerate(group.legal_references):
                references.append(new(PlacedReference, (reference, index, position)))
    laid_out.served, laid_out.links = served, links
    results = laid_out.results = {}
    for row, observation in enumerate(observations, 1):
        if observation.target in ids:
            results.setdefault(observation.target, []).append((row, observation))
    return laid_out


def _path_of_breakdown(whole: PlacedTarget, number: int) -> tuple[str, bool]:
    """Return where a breakdown stands, and whether its parts stand right below that."""
    breakdowns = whole.target.breakdowns
    breakdown = breakdowns[number]
    # Files write it as `partition: […]` where that says all.
    if len(breakdowns) == 1 and breakdown.by is None and breakdown.denominator is _SAME:
        return f"{whole.path}/{breakdown.relation.value}", True
    return f"{whole.path}/breakdowns/{number}", False
