"""Task groups and the documents that they rest on, as a page shows them; *not* here: targets (`target_rows`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from govplan.errors import Lang
from govplan.legal import LegalReference
from govplan.model import Plan, TaskGroup
from govplan.model.task import Task
from govplan.report.cited import CitedDocument
from govplan.report.figures import day
from govplan.report.phrases import phrases
from govplan.report.target_rows import TargetRow

__all__ = ["DocumentRow", "GroupRow", "Mention", "document_rows", "group_rows", "mentions_of"]


@frozen
class Mention:
    """A document where it is cited: `anchor` leads to its row, `malformed` says how it should be written."""

    anchor: str
    text: str
    malformed: str = ""


@frozen
class GroupRow:
    """One task group; `targets` are those it serves, each with its anchor ("" for one that there is not)."""

    anchor: str
    number: int
    title: str
    summary: str
    lead: str
    tasks: list[str]
    targets: list[tuple[str, str]]
    documents: list[Mention]


@frozen
class DocumentRow:
    """One document that is cited; `groups` are the numbers of the task groups that do, each with its anchor."""

    anchor: str
    date: str
    mention: Mention
    in_basis: bool
    groups: list[tuple[str, int]]


def group_rows(
    plan: Plan, documents: Sequence[CitedDocument], targets: Iterable[TargetRow], lang: Lang
) -> list[GroupRow]:
    """Return the task groups of a plan in their order."""
    anchors = _anchors(documents)
    named: dict[str, tuple[str, str]] = {}
    for row in targets:
        named.setdefault(row.id, (row.anchor, row.name))
    return [_group(group, f"g{place}", anchors, named, lang) for place, group in enumerate(plan.task_groups, 1)]


def _group(
    group: TaskGroup, anchor: str, documents: dict[object, str], targets: dict[str, tuple[str, str]], lang: Lang
) -> GroupRow:
    return GroupRow(
        anchor,
        group.ordinal,
        group.title.in_language(lang),
        "" if group.summary is None else group.summary.in_language(lang),
        "" if group.lead is None else phrases(lang)["lead"].format(group.lead.name.in_language(lang)),
        [_task(task, lang) for task in group.tasks],
        [targets.get(id, ("", id)) for id in group.targets],
        _mentions(group.legal_references, documents, lang),
    )


def _task(task: Task, lang: Lang) -> str:
    words, title = phrases(lang), task.title.in_language(lang)
    more = [] if task.lead is None else [words["lead"].format(task.lead.name.in_language(lang))]
    more += [] if task.due is None else [words["due"].format(day(task.due, lang))]
    return f"{title} ({'; '.join(more)})" if more else title


def document_rows(plan: Plan, documents: Iterable[CitedDocument], lang: Lang) -> list[DocumentRow]:
    """Return the documents that a plan cites, numbered as they come."""
    return [
        DocumentRow(
            f"d{number}",
            _when(one, lang),
            _mention(one.reference, "", lang),
            one.in_basis,
            [(f"g{place + 1}", plan.task_groups[place].ordinal) for place in one.groups],
        )
        for number, one in enumerate(documents, 1)
    ]


def mentions_of(references: Iterable[LegalReference], documents: Sequence[CitedDocument], lang: Lang) -> list[Mention]:
    """Return documents as they are cited in one place, each with the anchor of its row."""
    return _mentions(references, _anchors(documents), lang)


def _anchors(documents: Iterable[CitedDocument]) -> dict[object, str]:
    return {one.reference.identity: f"d{number}" for number, one in enumerate(documents, 1)}


def _mentions(references: Iterable[LegalReference], anchors: dict[object, str], lang: Lang) -> list[Mention]:
    return [_mention(one, anchors.get(one.identity, ""), lang) for one in references]


def _mention(reference: LegalReference, anchor: str, lang: Lang) -> Mention:
    malformed = "" if reference.well_formed else phrases(lang)["malformed"].format(reference.designation)
    return Mention(anchor, reference.text, malformed)


def _when(one: CitedDocument, lang: Lang) -> str:
    if one.date is not None:
        return day(one.date, lang)
    return phrases(lang)["undated"] if one.year is None else str(one.year)
