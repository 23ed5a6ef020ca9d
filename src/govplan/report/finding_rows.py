"""What checking says as rows of a page; *not* here: the checking (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from govplan.errors import Lang
from govplan.model import Plan
from govplan.model.pointers import long_pointer
from govplan.report.phrases import phrases
from govplan.report.target_rows import TargetRow
from govplan.rules import Finding, NotChecked, Suppressed

__all__ = ["Anchor", "FindingRow", "accepted_rows", "anchors_of", "finding_rows", "not_checked_rows"]


@frozen
class Anchor:
    """A place of the page, and what stands there."""

    id: str
    name: str


@frozen
class FindingRow:
    """One finding: `kind` is its severity as a class of the page's style, `severity` the same in words."""

    kind: str
    severity: str
    code: str
    message: str
    path: str
    anchor: Anchor | None
    reason: str = ""


def anchors_of(plan: Plan, targets: Iterable[TargetRow], lang: Lang = "vi") -> dict[str, Anchor]:
    """Return the places of a plan's page by the paths of what they show."""
    found = {row.path: Anchor(row.anchor, row.name) for row in targets}
    for place, group in enumerate(plan.task_groups):
        found[f"/task_groups/{place}"] = Anchor(f"g{place + 1}", f"{group.ordinal}. {group.title.in_language(lang)}")
    return found


def _nearest(path: str, anchors: Mapping[str, Anchor]) -> Anchor | None:
    """Return the place that shows what a path leads to, or what holds it."""
    pointer = long_pointer(path)
    while pointer:
        if pointer in anchors:
            return anchors[pointer]
        pointer = pointer.rpartition("/")[0]
    return None


def finding_rows(findings: Iterable[Finding], anchors: Mapping[str, Anchor], lang: Lang) -> list[FindingRow]:
    """Return findings in their order, the graver ones first."""
    rows = [_row(finding, anchors, lang) for finding in findings]
    order = ("error", "warning", "info")
    return sorted(rows, key=lambda row: order.index(row.kind))


def accepted_rows(accepted: Iterable[Suppressed], anchors: Mapping[str, Anchor], lang: Lang) -> list[FindingRow]:
    """Return the findings that a plan accepts, each with its reason."""
    return [_row(one.finding, anchors, lang, one.reason.in_language(lang)) for one in accepted]


def _row(finding: Finding, anchors: Mapping[str, Anchor], lang: Lang, reason: str = "") -> FindingRow:
    kind = finding.severity.value
    return FindingRow(
        kind,
        phrases(lang)[kind],
        finding.code,
        finding.message(lang),
        finding.path,
        _nearest(finding.path, anchors),
        reason,
    )


def not_checked_rows(missed: Iterable[NotChecked], anchors: Mapping[str, Anchor], lang: Lang) -> list[FindingRow]:
    """Return what no rule could judge."""
    return [
        FindingRow("missed", "", one.code, one.message(lang), one.path, _nearest(one.path, anchors)) for one in missed
    ]
