"""A file's text with its findings mended where that is safe; *not* here: which fixes are (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from govplan.files.document import Format, loads, locate
from govplan.files.editing import changed, find_changes
from govplan.model import Plan
from govplan.rules.finding import Edit, Finding, Report

__all__ = ["Mended", "mend"]

# Mending one finding may bring another fix to light, but not for ever.
_ROUNDS = 10


@frozen
class Mended:
    """A text after mending, the plan in it, and the findings that are gone, in the order in which they went."""

    text: str
    plan: Plan
    findings: tuple[Finding, ...] = ()


def mend(text: str, format: Format, check: Callable[[Plan], Report]) -> Mended:
    """Return a plan file's text with every safe fix made; comments, order and all other characters stay.

    Args:
        text: the text of a plan file that can be read.
        format: its format.
        check: what finds fault with a plan and says how that is mended.

    Raises:
        DatasetError: the text is no plan file.
    """
    made: list[Finding] = []
    plan = loads(text, format=format)
    for _ in range(_ROUNDS):
        found = _from_behind(check(plan), text, format)
        after, done = _all_at_once(found, text, format) or _one_by_one(found, text, format)
        if after == text:
            break
        text = after
        made += done
        plan = loads(text, format=format)
    return Mended(text, plan, tuple(made))


def _all_at_once(found: list[Finding], text: str, format: Format) -> tuple[str, list[Finding]] | None:
    edits = [edit for finding in found for edit in _edits(finding)]
    changes = find_changes(text, edits, format) if edits else None
    return None if changes is None else (changed(text, changes), found)


def _one_by_one(found: list[Finding], text: str, format: Format) -> tuple[str, list[Finding]]:
    """Return the text with as much mended as can be, where some of it meets or cannot be."""
    made: list[Finding] = []
    for finding in found:
        changes = find_changes(text, _edits(finding), format)
        if changes:
            text = changed(text, changes)
            made.append(finding)
            if len(_edits(finding)) > 1:
                # It may have moved what others point to.
                break
    return text, made


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _from_behind(report: Report, text: str, format: Format) -> list[Finding]:
    """Return what can be mended, the last in the file first, so that none moves what the next one points to."""
    found: dict[str, Finding] = {}
    for finding in report.findings:
        if finding.fix is not None and finding.fix.edits:
            found.setdefault(finding.fix.edits[0].path, finding)
    if not found:
        return []
    locations = locate(text, format)
    return [found[path] for path in sorted(found, key=lambda path: locations.nearest(path) or (0, 0), reverse=True)]
