"""The page of one plan; *not* here: its looks (`templates`), and its parts (`target_rows` and on)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from govplan.aggregation import Assessment, assess
from govplan.errors import Lang
from govplan.files.results import Results
from govplan.model import Observation, Plan
from govplan.report.cited import cited_documents
from govplan.report.figures import day
from govplan.report.finding_rows import accepted_rows, anchors_of, finding_rows, not_checked_rows
from govplan.report.gaps import gaps_in
from govplan.report.group_rows import document_rows, group_rows, mentions_of
from govplan.report.headlines import facts_of, headlines_of
from govplan.report.phrases import phrases
from govplan.report.rendering import render
from govplan.report.target_rows import target_rows
from govplan.report.timeline_svg import timeline_svg
from govplan.rules import Report, check
from govplan.values import Source

__all__ = ["plan_page"]


def plan_page(
    plan: Plan,
    *,
    observations: Iterable[Observation] = (),
    as_of: date | None = None,
    lang: Lang = "vi",
    report: Report | None = None,
) -> str:
    """Return a plan as one page of HTML that needs nothing else (trang báo cáo của một kế hoạch).

    It holds no script and asks for nothing from outside, is light or dark as its reader's screen is, and prints on
    A4. The same plan gives the same page. Text of the plan is never more than text.

    Args:
        plan: what is shown, sound or not.
        observations: measured results; of what `load_results` gives also the rows that belong to no target are told.
        as_of: the day to judge progress from; without it no progress is shown.
        lang: the language of the page's own words, and of texts that there are in both.
        report: what checking the plan says; by default it is checked with its results.

    Raises:
        MissingExtraError: jinja2 is not installed; it comes with the extra `report`.

    >>> from govplan.files import load_example
    >>> page = plan_page(load_example("quangnam_2023"), lang="en")
    >>> page.startswith("<!doctype html>"), "<script" in page
    (True, False)
    """
    measured = tuple(observations)
    found = report if report is not None else check(plan, observations=measured)
    assessment = None if as_of is None else assess(plan, measured, as_of=as_of)
    unmatched = observations.unmatched if isinstance(observations, Results) else ()
    rows = target_rows(plan, () if assessment is None else assessment.targets, lang)
    anchors = anchors_of(plan, rows, lang)
    documents = cited_documents(plan)
    title, other = plan.title.in_language(lang), plan.title.in_language("en" if lang == "vi" else "vi")
    missed = not_checked_rows(found.not_checked, anchors, lang)
    return render(
        "plan.html",
        lang,
        title=title,
        subtitle="" if other == title else other,
        other_lang="en" if lang == "vi" else "vi",
        facts=facts_of(plan, as_of, lang),
        headlines=headlines_of(plan, rows, len(documents), found, assessment, lang),
        published=_published(assessment, lang),
        targets=rows,
        is_judged=assessment is not None,
        has_baselines=any(target.baseline is not None for target in plan.walk()),
        findings=finding_rows(found.findings, anchors, lang),
        accepted=accepted_rows(found.suppressed, anchors, lang),
        basis=mentions_of(plan.legal_basis, documents, lang),
        groups=group_rows(plan, documents, rows, lang),
        documents=document_rows(plan, documents, lang),
        timeline=timeline_svg([one.year for one in documents if one.year is not None], "when", lang),
        coverage=_coverage(found, len(measured), assessment, lang),
        gaps=gaps_in(missed, assessment, rows, unmatched, lang),
        notes=[note.in_language(lang) for note in plan.notes],
        source="" if plan.source is None else _source(plan.source, lang),
    )


def _published(assessment: Assessment | None, lang: Lang) -> str:
    card = None if assessment is None else assessment.published
    return "" if card is None else phrases(lang)["published"].format(card.line(lang))


def _coverage(report: Report, results: int, assessment: Assessment | None, lang: Lang) -> list[str]:
    """Return what was looked at, in sentences."""
    words = phrases(lang)
    said = [words["looked"].format(rules=len(report.rules), points=sum(report.counts))] if report.rules else []
    if assessment is None:
        said.append(words["no_day"])
        return [*said, words["results_unused"].format(results)] if results else said
    return [*said, words["results_count"].format(results)]


def _source(source: Source, lang: Lang) -> str:
    retrieved = None if source.retrieved is None else phrases(lang)["retrieved"].format(day(source.retrieved, lang))
    document = None if source.document is None else source.document.in_language(lang)
    return "; ".join(filter(None, (document, source.address, retrieved)))
