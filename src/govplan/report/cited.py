"""The documents that a plan cites, each once, with where; *not* here: the drawing of them (`timeline_svg`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from govplan.legal import LegalReference
from govplan.model import Plan

__all__ = ["CitedDocument", "cited_documents"]


@frozen
class CitedDocument:
    """A document (văn bản được viện dẫn), and where the plan cites it.

    `groups` are the positions of the task groups that do, `in_basis` whether the legal basis does.
    """

    reference: LegalReference
    in_basis: bool = False
    groups: tuple[int, ...] = field(default=())

    @property
    def date(self) -> date | None:
        """The day it was issued, where the citation says it."""
        return self.reference.date

    @property
    def year(self) -> int | None:
        """The year it was issued in, where the citation says that much."""
        return self.reference.date.year if self.reference.date else self.reference.year


def cited_documents(plan: Plan) -> tuple[CitedDocument, ...]:
    """Return what a plan cites, the oldest first, those without a date behind; what is cited twice stands once.

    Only citations that say the same of a document are taken for one.

    >>> from govplan.files import load_example
    >>> documents = cited_documents(load_example("quangnam_2023"))
    >>> documents[0].year <= documents[1].year
    True
    """
    found: dict[object, CitedDocument] = {}
    for place, reference in _citations(plan):
        known = found.get(reference.identity, CitedDocument(reference))
        groups = known.groups if place is None or place in known.groups else (*known.groups, place)
        found[reference.identity] = CitedDocument(known.reference, known.in_basis or place is None, groups)
    return tuple(sorted(found.values(), key=_age))


def _citations(plan: Plan) -> Iterator[tuple[int | None, LegalReference]]:
    for reference in plan.legal_basis:
        yield None, reference
    for place, group in enumerate(plan.task_groups):
        for reference in group.legal_references:
            yield place, reference


def _age(one: CitedDocument) -> tuple[int, date, str]:
    return (one.year or 10_000, one.date or date.max, one.reference.text)
