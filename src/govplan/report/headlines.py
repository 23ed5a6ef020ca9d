"""What stands on top of a plan's page: whose it is, and how many of everything; *not* here: the rows below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from govplan.aggregation import Assessment
from govplan.errors import Lang
from govplan.model import Plan
from govplan.report.figures import day
from govplan.report.phrases import phrases
from govplan.report.target_rows import TargetRow
from govplan.rules import Report

__all__ = ["Headline", "facts_of", "headlines_of"]


@frozen
class Headline:
    """One figure, what it counts, what is to be said of it, and where the page says more."""

    name: str
    figure: str
    note: str
    anchor: str


def facts_of(plan: Plan, as_of: date | None, lang: Lang) -> list[tuple[str, str]]:
    """Return whose plan it is, where and for when."""
    words = phrases(lang)
    facts = [
        (words["issuer"], plan.issuer.name.in_language(lang)),
        (words["place"], str(plan.jurisdiction)),
        (words["period"], str(plan.period)),
        (words["issued"], "" if plan.issued is None else day(plan.issued, lang)),
        (words["document"], "" if plan.document is None else plan.document.text),
        (words["as_of"], "" if as_of is None else day(as_of, lang)),
        (words["plan_id"], plan.id),
    ]
    return [fact for fact in facts if fact[1]]


def headlines_of(
    plan: Plan, rows: Sequence[TargetRow], documents: int, report: Report, assessment: Assessment | None, lang: Lang
) -> list[Headline]:
    """Return how many there are of everything that the page shows."""
    words = phrases(lang)
    parts = len(rows) - len(plan.targets)
    found = [
        Headline(
            words["targets"], str(len(plan.targets)), words["with_parts"].format(parts) if parts else "", "targets"
        )
    ]
    if assessment is not None:
        card = assessment.scorecard
        _, _, others = card.line(lang).partition("(")
        found.append(Headline(words["attained"], f"{card.attained}/{card.total}", others.rstrip(")"), "targets"))
    counts = Counter(finding.severity.value for finding in report.findings)
    severities = ", ".join(
        f"{counts[kind]} {words[kind].lower()}" for kind in ("error", "warning", "info") if counts[kind]
    )
    return [
        *found,
        Headline(words["findings"], str(len(report.findings)), severities, "findings"),
        Headline(words["groups"], str(len(plan.task_groups)), "", "groups"),
        Headline(words["documents"], str(documents), "", "documents"),
    ]
