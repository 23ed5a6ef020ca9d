"""Strategies for plans, targets, tasks and results; *not* here: what makes plans hold together (`sound_plans`)."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import (
    Breakdown,
    Declared,
    Denominator,
    Direction,
    Goal,
    Indicator,
    Mode,
    Observation,
    Plan,
    Polarity,
    Relation,
    Status,
    Suppression,
    Target,
    Task,
    TaskGroup,
)
from govplan.model.target import MAX_DEPTH
from govplan.testing.amounts import numbers
from govplan.testing.chance import Perhaps
from govplan.testing.circumstances import days, jurisdictions, organizations, periods, sources
from govplan.testing.commitments import baselines, goals, indicators, milestones
from govplan.testing.legal import legal_references
from govplan.testing.sound_plans import sound_plans
from govplan.testing.wording import identifiers, lines, texts

__all__ = ["breakdowns", "declared", "observations", "plans", "suppressions", "targets", "task_groups", "tasks"]

_TWO, _EIGHT = st.integers(0, 1), st.integers(0, 7)
_numbers, _lines, _texts, _identifiers = numbers(), lines(), texts(), identifiers()
_days, _periods, _sources, _jurisdictions = days(), periods(), sources(), jurisdictions()
_organizations, _indicators, _references = organizations(), indicators(), legal_references()
_counts = st.one_of(st.integers(0, 20), st.integers(0, 999_999))
_ordinals = st.one_of(st.integers(1, 20), st.integers(1, 999_999))


class _Sizes:
    """How large trees of targets grow, and what they are drawn from; with a short repr, for Hypothesis prints it."""

    def __init__(self, max_parts: int, max_depth: int, values: st.SearchStrategy[Decimal] | None) -> None:
        self.parts, self.depth = max_parts, max_depth
        self.goals, self.baselines, self.milestones = (
            goals(values=values),
            baselines(values=values),
            milestones(values=values),
        )

    def __repr__(self) -> str:
        return f"{self.parts} parts, {self.depth} deep"


def breakdowns(
    *, max_parts: int = 3, max_depth: int = 1, values: st.SearchStrategy[Decimal] | None = None
) -> st.SearchStrategy[Breakdown]:
    """Generate divisions of a target, of every relation and denominator; their figures need not add up.

    Args:
        max_parts: how many parts a division has at most.
        max_depth: how many parts stand inside one another at most, from 1 to 15.
        values: the bounds of goals, else `numbers()`.
    """
    return _any_breakdown(_Sizes(max_parts, min(max_depth, MAX_DEPTH - 1), values))


@st.composite
def _any_breakdown(draw: st.DrawFn, sizes: _Sizes) -> Breakdown:
    return _draw_breakdown(draw, sizes, (), sizes.depth)


def targets(
    *, max_parts: int = 3, max_depth: int = 2, values: st.SearchStrategy[Decimal] | None = None
) -> st.SearchStrategy[Target]:
    """Generate commitments with everything that may hang on them; their figures need not hold together.

    Args:
        max_parts: how many parts a division has at most.
        max_depth: how many targets stand inside one another at most, from 1 to 16.
        values: the bounds of goals and the baselines, else `numbers()`.

    >>> from hypothesis import find
    >>> str(find(targets(), lambda target: target.goal.text is not None))
    'xã: xã'
    """
    return _any_target(_Sizes(max_parts, min(max_depth, MAX_DEPTH), values))


@st.composite
def _any_target(draw: st.DrawFn, sizes: _Sizes) -> Target:
    return _draw_target(draw, sizes, (), sizes.depth)


def _draw_target(draw: st.DrawFn, sizes: _Sizes, shared: tuple[Indicator, ...], depth: int) -> Target:
    perhaps = Perhaps(draw, 7)
    divided = draw(_EIGHT) if depth > 1 else 0
    indicator = draw(st.sampled_from(shared)) if shared and draw(_TWO) == 1 else draw(_indicators)
    return Target(
        id=draw(_identifiers),
        indicator=indicator,
        goal=_fit(draw(sizes.goals), indicator),
        jurisdiction=perhaps(_jurisdictions),
        horizon=perhaps(_periods),
        baseline=perhaps(sizes.baselines),
        breakdowns=[_draw_breakdown(draw, sizes, shared, depth - 1) for _ in range(max(0, divided - 5))],
        milestones=[draw(sizes.milestones) for _ in range(draw(_few))],
        lead=perhaps(_organizations),
        contributes_to=perhaps(_identifier_lists) or [],
        stated=perhaps(_lines),
        source=perhaps(_sources),
    )


def _fit(goal: Goal, indicator: Indicator) -> Goal:
    """Return the goal, without direction where the indicator's polarity would make every value meet it."""
    endless = goal.upper is None if indicator.polarity is Polarity.LOWER else goal.lower is None
    return evolve(goal, direction=Direction.NONE) if endless and goal.direction is Direction.POLARITY else goal


_few = st.sampled_from((0, 0, 0, 1, 2))
_identifier_lists = st.lists(_identifiers, min_size=1, max_size=3)


def _draw_breakdown(draw: st.DrawFn, sizes: _Sizes, shared: tuple[Indicator, ...], depth: int) -> Breakdown:
    return Breakdown(
        relation=draw(_relations),
        parts=[_draw_target(draw, sizes, shared, depth) for _ in range(draw(st.integers(1, sizes.parts)))],
        by=Perhaps(draw, 1)(_texts, seldom=False),
        denominator=draw(_denominators),
    )


_relations, _denominators = st.sampled_from(Relation), st.sampled_from(Denominator)


def tasks() -> st.SearchStrategy[Task]:
    """Generate pieces of work."""
    return _tasks


@st.composite
def _any_task(draw: st.DrawFn) -> Task:
    perhaps = Perhaps(draw, 3)
    return Task(
        draw(_texts),
        id=perhaps(_identifiers),
        lead=perhaps(_organizations),
        due=perhaps(_days),
    )


_tasks = _any_task()


def task_groups(
    *, max_tasks: int = 2, max_references: int = 2, served: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[TaskGroup]:
    """Generate groups of tasks.

    Args:
        max_tasks: how many tasks a group has at most.
        max_references: how many documents it cites at most.
        served: the ids of targets that it serves, else any ids.
    """
    return _any_task_group(max_tasks, max_references, _identifiers if served is None else served)


@st.composite
def _any_task_group(draw: st.DrawFn, max_tasks: int, max_references: int, served: st.SearchStrategy[str]) -> TaskGroup:
    perhaps = Perhaps(draw, 3)
    return TaskGroup(
        ordinal=draw(_ordinals),
        title=draw(_texts),
        summary=perhaps(_texts),
        tasks=[draw(_tasks) for _ in range(draw(st.integers(0, max_tasks)))],
        lead=perhaps(_organizations),
        targets=[draw(served) for _ in range(draw(_few))],
        legal_references=[draw(_references) for _ in range(draw(st.integers(0, max_references)))],
        source=perhaps(_sources),
    )


def declared() -> st.SearchStrategy[Declared]:
    """Generate what plans say of themselves, nothing at all among it."""
    return _declared


@st.composite
def _any_declared(draw: st.DrawFn) -> Declared:
    perhaps = Perhaps(draw, 2)
    return Declared(perhaps(_counts, seldom=False), perhaps(_counts, seldom=False))


_declared = _any_declared()


def suppressions() -> st.SearchStrategy[Suppression]:
    """Generate accepted findings: of rules that there are and others, in places that plans have and others.

    >>> from hypothesis import find
    >>> str(find(suppressions(), lambda accepted: accepted.path is None))
    'GP101: xã'
    """
    return _suppressions


_codes = st.one_of(
    st.builds("GP{}{:02}".format, st.integers(1, 5), st.integers(1, 12)),
    st.from_regex("[A-Z]{1,8}[0-9]{3,4}", fullmatch=True, alphabet=st.characters(codec="ascii")),
)
_steps = st.one_of(
    st.sampled_from(("targets", "task_groups", "legal_references", "partition", "goal", "0", "1", "2")),
    _lines.map(lambda text: text.replace("~", "~0").replace("/", "~1")),
)
_pointers = st.one_of(
    st.builds("/{}/{}".format, st.sampled_from(("targets", "task_groups", "legal_basis")), st.integers(0, 2)),
    st.lists(_steps, min_size=1, max_size=4).map(lambda steps: f"/{'/'.join(steps)}"),
)
_suppressions = st.builds(Suppression, _codes, _texts, st.one_of(st.none(), _pointers))


def observations(
    *, of: st.SearchStrategy[str] | None = None, values: st.SearchStrategy[Decimal] | None = None
) -> st.SearchStrategy[Observation]:
    """Generate measured results in every combination of value, change and relative change.

    Args:
        of: the ids of the targets measured, else any ids.
        values: the numbers, else `numbers()`.

    >>> from hypothesis import find
    >>> find(observations(), lambda result: result.as_of is not None).period is None
    True
    """
    return _any_observation(_identifiers if of is None else of, _numbers if values is None else values)


@st.composite
def _any_observation(draw: st.DrawFn, of: st.SearchStrategy[str], values: st.SearchStrategy[Decimal]) -> Observation:
    perhaps = Perhaps(draw, 2)
    given = draw(_given)
    during = draw(_TWO) == 0
    return Observation(
        draw(of),
        period=draw(_periods) if during else None,
        as_of=None if during else draw(_days),
        value=draw(values) if given & 1 else None,
        change=draw(values) if given & 2 else None,
        relative_change=draw(values) if given & 4 else None,
        status=draw(_statuses),
        mode=draw(_modes),
        judgement=perhaps(_lines),
        source=perhaps(_sources),
    )


_given = st.integers(1, 7)
_statuses, _modes = st.sampled_from(Status), st.sampled_from(Mode)


def plans(
    *,
    sound: bool = False,
    max_targets: int = 3,
    max_parts: int = 3,
    max_depth: int = 2,
    max_task_groups: int = 3,
    values: st.SearchStrategy[Decimal] | None = None,
) -> st.SearchStrategy[Plan]:
    """Generate plans: by default any that the classes accept, whatever rules would say of it.

    Args:
        sound: only plans that hold together, in which `govplan.check` finds no error and no warning.
        max_targets: how many headline targets a plan has at most.
        max_parts: how many parts a division of a target has at most.
        max_depth: how many targets stand inside one another at most, from 1 to 16.
        max_task_groups: how many groups of tasks a plan has at most.
        values: the numbers of goals and baselines, else `numbers()`; sound plans choose their own.

    >>> from hypothesis import find
    >>> plan = find(plans(sound=True), lambda plan: plan.declared is not None and plan.declared.targets == 2)
    >>> len(plan.targets)
    2
    """
    if sound:
        return sound_plans(max_targets, max_parts, min(max_depth, MAX_DEPTH), max_task_groups)
    return _any_plan(max_targets, _Sizes(max_parts, min(max_depth, MAX_DEPTH), values), max_task_groups)


@st.composite
def _any_plan(draw: st.DrawFn, max_targets: int, sizes: _Sizes, max_task_groups: int) -> Plan:
    perhaps = Perhaps(draw, 5)
    shared = tuple([draw(_indicators) for _ in range(draw(_few))])
    found = [_draw_target(draw, sizes, shared, sizes.depth) for _ in range(draw(st.integers(0, max_targets)))]
    known = [target.id for target in found]
    groups = _any_task_group(2, 2, st.sampled_from(known) if known and draw(_TWO) == 1 else _identifiers)
    return Plan(
        id=draw(_identifiers),
        title=draw(_texts),
        issuer=draw(_organizations),
        jurisdiction=draw(_jurisdictions),
        period=draw(_periods),
        issued=perhaps(_days, seldom=False),
        document=perhaps(_references),
        amends=perhaps(_identifiers),
        legal_basis=[draw(_references) for _ in range(draw(_few))],
        declared=perhaps(_declared),
        source=perhaps(_sources),
        notes=[draw(_texts) for _ in range(draw(_few))],
        indicators=shared,
        targets=found,
        task_groups=[draw(groups) for _ in range(draw(st.integers(0, max_task_groups)))],
        suppress=[draw(_suppressions) for _ in range(draw(_few))],
    )
