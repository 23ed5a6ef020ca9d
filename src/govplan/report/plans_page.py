"""The page of many plans; *not* here: its looks (`templates`), and which goals compare (`govplan.aggregation`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from govplan.aggregation import Ambition, AmbitionRanking, assess, compare_ambition
from govplan.errors import Lang
from govplan.model import Observation, Plan
from govplan.model.wording import goal_in_words
from govplan.report.cited import cited_documents
from govplan.report.figures import day
from govplan.report.phrases import phrases
from govplan.report.rendering import render
from govplan.rules import PlanSet, check

__all__ = ["plans_page"]


@frozen
class _PlanRow:
    title: str
    place: str
    period: str
    targets: int
    groups: int
    documents: int
    findings: str
    attained: str


@frozen
class _Ranking:
    anchor: str
    name: str
    entries: list[_Entry]
    without: str


@frozen
class _Entry:
    rank: str
    place: str
    plan: str
    period: str
    goal: str
    note: str


def plans_page(
    plans: Iterable[Plan],
    *,
    observations: Mapping[str, Iterable[Observation]] | None = None,
    as_of: date | None = None,
    lang: Lang = "vi",
) -> str:
    """Return many plans as one page of HTML: a row for each, and the goals that they have in common (trang tổng hợp).

    It is a page as `plan_page` makes it: no script, nothing from outside, everything escaped. Goals on one indicator
    stand beside one another, ranked where they compare; targets meet by their ids and codes.

    Args:
        plans: the plans, in the order of the table.
        observations: plan id → its measured results.
        as_of: the day to judge progress from; without it no progress is shown.
        lang: the language of the page's own words, and of texts that there are in both.

    Raises:
        MissingExtraError: jinja2 is not installed; it comes with the extra `report`.

    >>> from govplan.files import load_example
    >>> page = plans_page([load_example("quangnam_2023"), load_example("vinhlong_2023")], lang="en")
    >>> "<h1>2 plans</h1>" in page
    True
    """
    given = tuple(plans)
    results = {id: tuple(found) for id, found in (observations or {}).items()}
    beside = PlanSet(given)
    words = phrases(lang)
    return render(
        "plans.html",
        lang,
        title=words["many"].format(len(given)),
        as_of="" if as_of is None else day(as_of, lang),
        is_judged=as_of is not None,
        plans=[_plan(plan, results.get(plan.id, ()), beside, as_of, lang) for plan in given],
        rankings=[
            _ranking(compare_ambition(given, indicator), given, f"i{number}", lang)
            for number, indicator in enumerate(_in_common(given), 1)
        ],
    )


def _plan(plan: Plan, observations: Sequence[Observation], beside: PlanSet, as_of: date | None, lang: Lang) -> _PlanRow:
    words = phrases(lang)
    report = check(plan, observations=observations, others=beside)
    counts = Counter(finding.severity.value for finding in report.findings)
    found = ", ".join(f"{counts[kind]} {words[kind].lower()}" for kind in ("error", "warning", "info") if counts[kind])
    card = None if as_of is None else assess(plan, observations, as_of=as_of).scorecard
    return _PlanRow(
        plan.title.in_language(lang),
        str(plan.jurisdiction),
        str(plan.period),
        len(plan.targets),
        len(plan.task_groups),
        len(cited_documents(plan)),
        found or words["none"],
        "" if card is None else card.line(lang),
    )


def _in_common(plans: Sequence[Plan]) -> list[str]:
    """Return the ids of indicators that two plans or more have, those of most plans first."""
    counts: Counter[str] = Counter()
    for plan in plans:
        counts.update({one.indicator.id for one in plan.walk() if one.indicator.id is not None})
    return sorted((id for id, count in counts.items() if count > 1), key=lambda id: (-counts[id], id))


def _ranking(found: AmbitionRanking, plans: Sequence[Plan], anchor: str, lang: Lang) -> _Ranking:
    titles = {plan.id: plan.title.in_language(lang) for plan in plans}
    without = [titles[id] for id in found.without]
    return _Ranking(
        anchor,
        found.indicator if found.name is None else found.name.in_language(lang),
        [_entry(one, titles.get(one.plan_id, ""), lang) for one in found.entries],
        phrases(lang)["not_in"].format(len(without), "; ".join(without)) if without else "",
    )


def _entry(one: Ambition, plan: str, lang: Lang) -> _Entry:
    return _Entry(
        "–" if one.rank is None else str(one.rank),
        str(one.jurisdiction),
        plan,
        str(one.horizon),
        goal_in_words(one.target.goal, lang, one.target.indicator.unit),
        "" if one.refusal is None else one.refusal.message(lang),
    )
