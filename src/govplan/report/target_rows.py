"""Targets as rows of a page's table; *not* here: what has become of them (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from govplan.aggregation import Attainment, Refusal, TargetAssessment, percent
from govplan.aggregation.advance import measured
from govplan.errors import Lang
from govplan.model import Baseline, Breakdown, Milestone, Plan, Target
from govplan.model.goal import Basis
from govplan.model.wording import goal_in_words
from govplan.report.bullet import bullet_of
from govplan.report.bullet_svg import bullet_svg
from govplan.report.figures import amount, day, figure, measured_amount
from govplan.report.phrases import phrases

__all__ = ["Progress", "TargetRow", "target_rows"]


@frozen
class Progress:
    """What has become of a target, in words; `kind` is the attainment as a class of the page's style."""

    actual: str
    share: str
    expected: str
    attainment: str
    kind: str
    published: str
    differs: bool


@frozen
class TargetRow:
    """One target or part, `depth` steps below its headline target, `relation` saying how it stands to its whole."""

    anchor: str
    id: str
    path: str
    depth: int
    relation: str
    name: str
    goal: str
    chart: str
    details: tuple[str, ...]
    progress: Progress | None


def target_rows(plan: Plan, assessments: Sequence[TargetAssessment] = (), lang: Lang = "vi") -> list[TargetRow]:
    """Return a row for every target and part, each after its whole.

    Args:
        plan: whose targets are shown.
        assessments: what has become of the headline targets, in their order; none where nothing was judged.
        lang: the language of the words.
    """
    return list(_Rows(plan, lang).of_plan(assessments))


class _Rows:
    """What the rows of one table share: their language, and how many there were before."""

    def __init__(self, plan: Plan, lang: Lang) -> None:
        self.plan, self.lang, self.words, self.count = plan, lang, phrases(lang), 0

    def of_plan(self, assessments: Sequence[TargetAssessment]) -> Iterator[TargetRow]:
        for place, target in enumerate(self.plan.targets):
            found = assessments[place] if assessments else None
            yield from self.of_target(target, found, f"/targets/{place}", 0, "")

    def of_target(
        self, target: Target, found: TargetAssessment | None, path: str, depth: int, relation: str
    ) -> Iterator[TargetRow]:
        self.count += 1
        anchor = f"t{self.count}"
        yield TargetRow(
            anchor,
            target.id,
            path,
            depth,
            relation,
            target.indicator.name.in_language(self.lang),
            goal_in_words(target.goal, self.lang, target.indicator.unit),
            self.chart(target, found, anchor),
            tuple(self.details(target)),
            None if found is None else self.progress(target, found),
        )
        parts = iter(found.parts if found is not None else ())
        for number, breakdown in enumerate(target.breakdowns):
            said = self.relation(breakdown)
            for place, part in enumerate(breakdown.parts):
                below = f"{path}/breakdowns/{number}/parts/{place}"
                yield from self.of_target(part, next(parts, None), below, depth + 1, said)

    def relation(self, breakdown: Breakdown) -> str:
        words = self.words[breakdown.relation.value]
        return f"{words} ({breakdown.by.in_language(self.lang)})" if breakdown.by else words

    def chart(self, target: Target, found: TargetAssessment | None, anchor: str) -> str:
        actual = expected = None
        if found is not None:
            known = None if found.actual is None else measured(target, found.actual, found.way)
            if known is not None and not isinstance(known, Refusal):
                actual = known.amount if known.per == 1 else Fraction(known.amount) / Fraction(known.per)
            expected = found.expected.value
        bullet = bullet_of(target, actual=actual, expected=expected, lang=self.lang)
        return "" if bullet is None else bullet_svg(bullet, anchor)

    def progress(self, target: Target, found: TargetAssessment) -> Progress:
        unit, basis = target.indicator.unit, target.goal.basis
        expected = found.expected.value
        attainment = found.attainment.in_language(self.lang)
        # How a target keeps its time matters while there is time left.
        if found.attainment is Attainment.NOT_DUE and found.standing is not None:
            attainment = f"{attainment}, {found.standing.in_language(self.lang)}"
        published = "" if found.judgement is None else found.judgement
        key = "published_otherwise" if found.judgement_agrees is False else "published_as"
        return Progress(
            "–" if found.actual is None else measured_amount(found.actual, unit, self.lang),
            figure(found.share, self.lang) if found.share.value is None else percent(found.share.value, self.lang),
            "–"
            if expected is None
            else amount(
                expected,
                unit,
                self.lang,
                is_change=basis is Basis.CHANGE,
                is_relative=basis is Basis.RELATIVE_CHANGE,
            ),
            attainment,
            found.attainment.value,
            self.words[key].format(published) if published else "",
            found.judgement_agrees is False,
        )

    def details(self, target: Target) -> Iterator[str]:
        words, lang, unit = self.words, self.lang, target.indicator.unit
        if target.stated is not None:
            yield words["stated"].format(target.stated)
        if target.baseline is not None:
            yield words["baseline"].format(self.baseline(target.baseline, target))
        if target.horizon is not None and target.horizon != self.plan.period:
            yield words["horizon"].format(target.horizon)
        if target.jurisdiction is not None and target.jurisdiction != self.plan.jurisdiction:
            yield str(target.jurisdiction)
        if target.lead is not None:
            yield words["lead"].format(target.lead.name.in_language(lang))
        for step in target.milestones:
            yield words["milestone"].format(when=self.when(step), goal=goal_in_words(step.goal, lang, unit))

    def baseline(self, baseline: Baseline, target: Target) -> str:
        printed = amount(baseline.value, target.indicator.unit, self.lang)
        return printed if baseline.period is None else f"{printed} ({baseline.period})"

    def when(self, step: Milestone) -> str:
        return str(step.during) if step.by is None else day(step.by, self.lang)
