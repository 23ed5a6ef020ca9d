"""Commitments on indicators, their parts and steps; *not* here: whether the figures hold together (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import evolve, field, frozen

from govplan.errors import InvalidValueError
from govplan.model.goal import Direction, Goal
from govplan.model.indicator import Indicator
from govplan.model.organization import Organization, optional_organization_of
from govplan.values.conversion import (
    instance_of,
    instances_of,
    member_of,
    optional_day_of,
    optional_instance_of,
)
from govplan.values.jurisdiction import Jurisdiction
from govplan.values.number import number_of
from govplan.values.period import Period
from govplan.values.source import Source
from govplan.values.text import Text, identifier, identifiers_of, optional_line, optional_text_of

__all__ = ["MAX_DEPTH", "Baseline", "Breakdown", "Denominator", "Milestone", "Relation", "Target"]

MAX_DEPTH = 12
"""How many targets may stand inside one another, the outermost counted."""


class Relation(Enum):
    """How parts relate to their whole (quan hệ giữa bộ phận và tổng thể).

    A partition exhausts the whole, each subset lies within it, overlaps may share, an allocation divides the
    whole among jurisdictions.
    """

    PARTITION = "partition"
    SUBSET = "subset"
    OVERLAP = "overlap"
    ALLOCATION = "allocation"


class Denominator(Enum):
    """What the shares of parts are shares of: what the whole's is (same), or each its own (own)."""

    SAME = "same"
    OWN = "own"


def relation_of(value: Relation | str) -> Relation:
    """Return the relation that a member or its word means."""
    return member_of(Relation, value)


def denominator_of(value: Denominator | str) -> Denominator:
    """Return the kind of denominator that a member or its word means."""
    return member_of(Denominator, value)


@frozen
class Baseline:
    """The level that changes start from (giá trị gốc), in the indicator's unit, and the period it was measured in."""

    value: Decimal = field(converter=number_of)
    period: Period | None = field(default=None, validator=optional_instance_of(Period))
    source: Source | None = field(default=None, validator=optional_instance_of(Source))


@frozen
class Milestone:
    """A step on the way to a target (mốc thực hiện).

    Its goal holds `by` a day, cumulative since the start where the indicator is a flow, or `during` a period.

    Raises:
        InvalidValueError: both a day and a period are given, or neither.
    """

    goal: Goal = field(validator=instance_of(Goal))
    by: date | None = field(default=None, converter=optional_day_of)
    during: Period | None = field(default=None, validator=optional_instance_of(Period))

    def __attrs_post_init__(self) -> None:
        if (self.by is None) == (self.during is None):
            raise InvalidValueError(
                "a milestone has one time: found both by and during, or neither; give one of them",
                "mỗi mốc có một thời điểm: gặp cả by lẫn during, hoặc không có; hãy cho một trong hai",
            )


def targets_of(items: Iterable[Target]) -> tuple[Target, ...]:
    """Return a tuple of targets."""
    return instances_of(items, Target)


@frozen
class Breakdown:
    """One way in which a target divides (phân tổ): the parts, how they relate, and `by` what they differ.

    Raises:
        InvalidValueError: it has no parts.
    """

    relation: Relation = field(converter=relation_of)
    parts: tuple[Target, ...] = field(converter=targets_of)
    by: Text | None = field(default=None, converter=optional_text_of)
    denominator: Denominator = field(default=Denominator.SAME, converter=denominator_of)

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            raise InvalidValueError(
                f"a {self.relation.value} without parts: found none; give at least one",
                f"{self.relation.value} không có bộ phận: hãy cho ít nhất một",
            )


def breakdowns_of(items: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    """Return a tuple of breakdowns."""
    return instances_of(items, Breakdown)


def _step_toward(step: Milestone, direction: Direction) -> Milestone:
    """Return the milestone with the direction of its indicator, where its goal waits for one that it can take."""
    near = step.goal.lower if direction is Direction.UP else step.goal.upper
    if step.goal.direction is not Direction.POLARITY or near is None:
        return step
    return evolve(step, goal=step.goal.toward(direction))


def milestones_of(items: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return a tuple of milestones."""
    return instances_of(items, Milestone)


@frozen
class Target:
    """A commitment on an indicator (chỉ tiêu).

    `jurisdiction` and `horizon` are the plan's where they are missing; `contributes_to` names targets, of this
    plan or another, whose value holds this one's; `stated` is the few words of the source that carry it. A goal
    that waits for the indicator's polarity gets its direction here, and so do the goals of milestones.

    Raises:
        InvalidValueError: parts stand inside one another deeper than `MAX_DEPTH`.

    >>> jobs = Indicator("Lao động có việc làm tăng thêm", unit="người", measure="flow", polarity="higher")
    >>> str(Target("jobs", jobs, Goal.at_least(16000)))
    'Lao động có việc làm tăng thêm: ít nhất 16.000 người'
    """

    id: str = field(converter=identifier)
    indicator: Indicator = field(validator=instance_of(Indicator))
    goal: Goal = field(validator=instance_of(Goal))
    jurisdiction: Jurisdiction | None = field(default=None, validator=optional_instance_of(Jurisdiction))
    horizon: Period | None = field(default=None, validator=optional_instance_of(Period))
    baseline: Baseline | None = field(default=None, validator=optional_instance_of(Baseline))
    breakdowns: tuple[Breakdown, ...] = field(default=(), converter=breakdowns_of)
    milestones: tuple[Milestone, ...] = field(default=(), converter=milestones_of)
    lead: Organization | None = field(default=None, converter=optional_organization_of)
    contributes_to: tuple[str, ...] = field(default=(), converter=identifiers_of)
    stated: str | None = field(default=None, converter=optional_line)
    source: Source | None = field(default=None, validator=optional_instance_of(Source))
    _height: int = field(default=1, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.goal.direction is Direction.POLARITY and self.indicator.polarity is not None:
            object.__setattr__(self, "goal", self.goal.toward(self.indicator.direction))
        if self.milestones and self.indicator.polarity is not None:
            direction = self.indicator.direction
            object.__setattr__(self, "milestones", tuple([_step_toward(step, direction) for step in self.milestones]))
        if self.breakdowns:
            height = 1 + max([part._height for breakdown in self.breakdowns for part in breakdown.parts])
            if height > MAX_DEPTH:
                raise InvalidValueError(
                    f"parts too deep: found {height} targets inside one another; at most {MAX_DEPTH}",
                    f"phân tổ quá sâu: gặp {height} chỉ tiêu lồng nhau; nhiều nhất {MAX_DEPTH}",
                )
            object.__setattr__(self, "_height", height)

    @property
    def parts(self) -> tuple[Target, ...]:
        """The parts of all breakdowns."""
        return tuple([part for breakdown in self.breakdowns for part in breakdown.parts])

    @property
    def relation(self) -> Relation | None:
        """The relation of the only breakdown; None where there is none or more than one."""
        return self.breakdowns[0].relation if len(self.breakdowns) == 1 else None

    def walk(self) -> Iterator[Target]:
        """Yield the target, then all parts below it, each after its whole."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def __str__(self) -> str:
        from govplan.model.wording import goal_in_words

        return f"{self.indicator}: {goal_in_words(self.goal, 'vi', self.indicator.unit)}"

    def __repr__(self) -> str:
        parts = f" ({len(self.parts)} parts)" if self.breakdowns else ""
        return f"<Target {self.id}: {self!s:.100}{parts}>"

    def _repr_html_(self) -> str:
        from govplan.model.notebook import target_html

        return target_html(self)
