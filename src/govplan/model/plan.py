"""A whole plan; *not* here: reading it (`govplan.files`) or judging it (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from govplan.legal.reference import LegalReference
from govplan.model.indicator import Indicator
from govplan.model.organization import Organization, organization_of
from govplan.model.suppression import Suppression, suppressions_of
from govplan.model.target import Target, targets_of
from govplan.model.task import TaskGroup, references_of, task_groups_of
from govplan.values.conversion import (
    instance_of,
    instances_of,
    optional_count_of,
    optional_day_of,
    optional_instance_of,
)
from govplan.values.jurisdiction import Jurisdiction
from govplan.values.period import Period
from govplan.values.source import Source
from govplan.values.text import Text, identifier, optional_identifier, text_of, texts_of

__all__ = ["Declared", "Plan"]


@frozen
class Declared:
    """What a plan says of itself (số liệu tự công bố): how many task groups and headline targets it has."""

    task_groups: int | None = field(default=None, converter=optional_count_of)
    targets: int | None = field(default=None, converter=optional_count_of)


def indicators_of(items: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return a tuple of indicators."""
    return instances_of(items, Indicator)


@frozen
class Plan:
    """One programme of one issuer for one period (chương trình, kế hoạch).

    `document` is the act that issues it; `amends` the id of the plan it changes; `declared` what it says of
    itself; `indicators` the definitions that its targets share; `notes` what its transcriber had to decide;
    `suppress` which findings are known and accepted.

    >>> plan = Plan("quangnam-2023", "Chương trình công tác năm 2023", Organization("Sở Tài chính"),
    ...             Jurisdiction.in_force("VN-27", date(2023, 1, 4)), Period.year(2023))
    >>> str(plan)
    'Chương trình công tác năm 2023'
    """

    id: str = field(converter=identifier)
    title: Text = field(converter=text_of)
    issuer: Organization = field(converter=organization_of)
    jurisdiction: Jurisdiction = field(validator=instance_of(Jurisdiction))
    period: Period = field(validator=instance_of(Period))
    issued: date | None = field(default=None, converter=optional_day_of)
    document: LegalReference | None = field(default=None, validator=optional_instance_of(LegalReference))
    amends: str | None = field(default=None, converter=optional_identifier)
    legal_basis: tuple[LegalReference, ...] = field(default=(), converter=references_of)
    declared: Declared | None = field(default=None, validator=optional_instance_of(Declared))
    source: Source | None = field(default=None, validator=optional_instance_of(Source))
    notes: tuple[Text, ...] = field(default=(), converter=texts_of)
    indicators: tuple[Indicator, ...] = field(default=(), converter=indicators_of)
    targets: tuple[Target, ...] = field(default=(), converter=targets_of)
    task_groups: tuple[TaskGroup, ...] = field(default=(), converter=task_groups_of)
    suppress: tuple[Suppression, ...] = field(default=(), converter=suppressions_of)

    def walk(self) -> Iterator[Target]:
        """Yield every target and part, each after its whole."""
        for target in self.targets:
            yield from target.walk()

    def target(self, id: str) -> Target | None:
        """Return the target or part with an id, the first if several have it, or None."""
        return next((target for target in self.walk() if target.id == id), None)

    def __str__(self) -> str:
        return str(self.title)

    def __repr__(self) -> str:
        return f"<Plan {self.id}: {len(self.targets)} targets, {len(self.task_groups)} task groups>"

    def _repr_html_(self) -> str:
        from govplan.model.notebook import plan_html

        return plan_html(self)
