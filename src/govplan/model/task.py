"""What is to be done; *not* here: what it is to reach (`govplan.model.target`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from govplan.legal.reference import LegalReference
from govplan.model.organization import Organization, optional_organization_of
from govplan.values.conversion import (
    instances_of,
    optional_day_of,
    optional_instance_of,
    ordinal_of,
)
from govplan.values.source import Source
from govplan.values.text import (
    Text,
    identifiers_of,
    optional_identifier,
    optional_text_of,
    text_of,
)

__all__ = ["Task", "TaskGroup"]


def references_of(items: Iterable[LegalReference]) -> tuple[LegalReference, ...]:
    """Return a tuple of legal references."""
    return instances_of(items, LegalReference)


@frozen
class Task:
    """One piece of work (nhiệm vụ): who leads it, and the day it is due."""

    title: Text = field(converter=text_of)
    id: str | None = field(default=None, converter=optional_identifier)
    lead: Organization | None = field(default=None, converter=optional_organization_of)
    due: date | None = field(default=None, converter=optional_day_of)


def tasks_of(items: Iterable[Task]) -> tuple[Task, ...]:
    """Return a tuple of tasks."""
    return instances_of(items, Task)


@frozen
class TaskGroup:
    """A group of tasks and solutions (nhóm nhiệm vụ, giải pháp), numbered from 1 in the plan.

    `targets` are the ids of targets it serves; `legal_references` the documents that it cites.

    >>> str(TaskGroup(1, "Tuyên truyền chính sách lao động"))
    '1. Tuyên truyền chính sách lao động'
    """

    ordinal: int = field(converter=ordinal_of)
    title: Text = field(converter=text_of)
    summary: Text | None = field(default=None, converter=optional_text_of)
    tasks: tuple[Task, ...] = field(default=(), converter=tasks_of)
    lead: Organization | None = field(default=None, converter=optional_organization_of)
    targets: tuple[str, ...] = field(default=(), converter=identifiers_of)
    legal_references: tuple[LegalReference, ...] = field(default=(), converter=references_of)
    source: Source | None = field(default=None, validator=optional_instance_of(Source))

    def __str__(self) -> str:
        return f"{self.ordinal}. {self.title}"


def task_groups_of(items: Iterable[TaskGroup]) -> tuple[TaskGroup, ...]:
    """Return a tuple of task groups."""
    return instances_of(items, TaskGroup)
