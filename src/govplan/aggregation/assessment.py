"""A plan held against its results as of a day; *not* here: what the single figures are (`advance`, `expectation`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from govplan.aggregation.advance import Figure, aim_of, divided, elapsed, measured, progress, remaining, share
from govplan.aggregation.attainment import Attainment, attainment_said
from govplan.aggregation.expectation import expected
from govplan.aggregation.from_parts import reading_from_parts
from govplan.aggregation.ids import id_twice
from govplan.aggregation.judged import read_judgement
from govplan.aggregation.parts import slack_of
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.rounding import percent
from govplan.aggregation.scorecard import Scorecard
from govplan.aggregation.series import Known, Reading, latest, way_of
from govplan.aggregation.standing import BANDS, Bands, Standing, bands_of, standing_of
from govplan.errors import Lang
from govplan.model.goal import Basis, Direction
from govplan.model.indicator import Measure
from govplan.model.observation import Observation
from govplan.model.plan import Plan
from govplan.model.target import Breakdown, Denominator, Relation, Target
from govplan.model.wording import format_for, goal_in_words
from govplan.values.conversion import day_of, instances_of
from govplan.values.number import Number, exact_sum
from govplan.values.period import Period
from govplan.values.text import Text

__all__ = ["Assessment", "TargetAssessment", "assess"]


@frozen
class TargetAssessment:
    """What has become of a target as of a day, and how far along it is (đánh giá chỉ tiêu).

    `path` is the target's JSON Pointer; `way` is the time that progress is measured over, `horizon` the target's own.
    `share`, `progress` and `pace` are quotients (1 is all of it); `expected` by the day of the assessment and what is
    `remaining` are in the indicator's unit, of relative goals in percent. `pace` and `standing` compare the result
    with the day that it is for. `judgement` is the published one; `judgement_agrees` on met or not.
    """

    path: str
    target: Target
    horizon: Period
    way: Period
    attainment: Attainment
    refusal: Refusal | None
    actual: Reading | None
    share: Figure
    progress: Figure
    pace: Figure
    expected: Figure
    remaining: Figure
    standing: Standing | None = None
    judgement: str | None = None
    judgement_agrees: bool | None = None
    parts: tuple[TargetAssessment, ...] = ()
    warnings: tuple[Text, ...] = ()

    @property
    def published(self) -> Attainment | None:
        """What the published judgement claims, None where there is none or its words are not known."""
        said = None if self.judgement is None else read_judgement(self.judgement)
        return None if said is None else attainment_said(said)

    def walk(self) -> Iterator[TargetAssessment]:
        """Yield the assessment, then those of all parts below it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def in_language(self, lang: Lang) -> str:
        """Say what has become of the target, with the figures behind it or the reason why it is not known."""
        words = self.attainment.in_language(lang)
        if self.refusal is not None:
            return f"{words}: {self.refusal.message(lang)}"
        if self.actual is None:
            return words
        of = "" if self.share.value is None else f" ({percent(self.share.value, lang)})"
        goal = goal_in_words(self.target.goal, lang, self.target.indicator.unit)
        return f"{words}: {self._measured(self.actual, lang)}{of}; {_GOAL[lang == 'en']} {goal}"

    def _measured(self, actual: Reading, lang: Lang) -> str:
        """Print what was measured, on the goal's basis where it was reported so."""
        basis, unit = self.target.goal.basis, self.target.indicator.unit
        if actual.relative_change is not None and (
            basis is Basis.RELATIVE_CHANGE or (actual.value is None and actual.change is None)
        ):
            return f"{format_for(actual.relative_change, lang)}%"
        if basis is Basis.CHANGE and actual.change is not None:
            points = unit is not None and unit.is_percent
            suffix = f" {_POINTS[lang == 'en']}" if points else "" if unit is None else f" {unit}"
            return f"{format_for(actual.change, lang)}{suffix}"
        suffix = "" if unit is None else str(unit) if unit.symbol in {"%", "‰"} else f" {unit}"
        return f"{format_for(actual.number, lang)}{suffix}"

    def __str__(self) -> str:
        # The sentence of a reason names its target by itself.
        named = self.refusal is not None
        return self.in_language("vi") if named else f"{self.target.indicator}: {self.in_language('vi')}"


_GOAL = ("đề ra", "goal")
_POINTS = ("điểm %", "percentage points")


@frozen
class Assessment:
    """What has become of a plan's targets as of a day (đánh giá tình hình thực hiện), the headline ones in order.

    `unmatched` are the ids in results that no target of the plan has.
    """

    plan_id: str
    as_of: date
    targets: tuple[TargetAssessment, ...] = ()
    unmatched: tuple[str, ...] = ()

    def walk(self) -> Iterator[TargetAssessment]:
        """Yield all targets and parts, each after its whole."""
        for target in self.targets:
            yield from target.walk()

    @property
    def scorecard(self) -> Scorecard:
        """The headline targets, counted."""
        return Scorecard.of(target.attainment for target in self.targets)

    @property
    def published(self) -> Scorecard | None:
        """The headline targets counted as their published judgements claim, None where none was published.

        Those without one are without data; one whose words are not known is not assessable.
        """
        if all(target.judgement is None for target in self.targets):
            return None
        return Scorecard.of(
            Attainment.NO_DATA if target.judgement is None else target.published or Attainment.NOT_ASSESSABLE
            for target in self.targets
        )

    def __str__(self) -> str:
        return self.scorecard.line("vi")

    def _repr_html_(self) -> str:
        from govplan.aggregation.notebook import assessment_html

        return assessment_html(self)


def assess(
    plan: Plan, observations: Iterable[Observation] = (), *, as_of: date, bands: Iterable[Number] = BANDS
) -> Assessment:
    """Hold a plan against its results as of a day; never raises on any plan and any results.

    Args:
        plan: whose targets are assessed, with all their parts.
        observations: measured results, in any order; those of times that had not begun do not count.
        as_of: the day that the assessment is for, never today's by itself.
        bands: the pace from which on a target is on course, slow, far behind; see `Standing`.

    >>> from govplan.model import Goal, Indicator
    >>> from govplan.values.jurisdiction import Jurisdiction
    >>> jobs = Target("jobs", Indicator("Việc làm", unit="người", measure="flow"), Goal.at_least(16000))
    >>> place = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    >>> plan = Plan("work-2023", "Kế hoạch", "Sở", place, Period.year(2023), targets=[jobs])
    >>> result = Observation("jobs", period=Period.year(2023), value=16250)
    >>> assessment = assess(plan, [result], as_of=date(2023, 12, 31))
    >>> print(assessment)
    1/1 đạt và vượt
    >>> print(assessment.targets[0])
    Việc làm: vượt: 16.250 người (101,6%); đề ra ít nhất 16.000 người
    """
    by_target: dict[str, list[Observation]] = {}
    for one in instances_of(observations, Observation):
        by_target.setdefault(one.target, []).append(one)
    twice = id_twice(plan.walk()) & by_target.keys()
    assessor = _Assessor(plan, by_target, day_of(as_of), bands_of(bands), twice)
    targets = tuple(
        [assessor.target(target, f"/targets/{number}", plan.period) for number, target in enumerate(plan.targets)]
    )
    return Assessment(plan.id, assessor.as_of, targets, tuple(sorted(by_target.keys() - twice)))


class _Assessor:
    """What all targets of one assessment share; results are taken out as their targets come."""

    def __init__(
        self,
        plan: Plan,
        by_target: dict[str, list[Observation]],
        as_of: date,
        bands: Bands,
        twice: frozenset[str],
    ) -> None:
        self.plan, self.by_target, self.as_of, self.bands, self.twice = plan, by_target, as_of, bands, twice

    def target(self, target: Target, path: str, above: Period) -> TargetAssessment:
        """Assess a target and its parts, whose time is `above` where they have none of their own."""
        horizon = target.horizon or above
        way = way_of(target, horizon, self.plan.period)
        if target.id in self.twice:
            known = Known(None, Refusal.of(Why.ID_TWICE, who=target.id))
        else:
            known = latest(target, self.by_target.pop(target.id, ()), way=way, as_of=self.as_of)
        divisions = [
            [
                self.target(part, f"{_path_of(target, path, number, breakdown)}/{place}", horizon)
                for place, part in enumerate(breakdown.parts)
            ]
            for number, breakdown in enumerate(target.breakdowns)
        ]
        known = self._completed(target, divisions, way, known)
        attainment, refusal = self._attainment(target, known, way)
        reading, warnings = known.reading, known.warnings
        if reading is None:
            nothing = Figure.of(_why_no_figure(target, known))
            figures = {"share": nothing, "progress": nothing, "pace": nothing, "remaining": nothing}
            standing = None
        else:
            figures, standing = self._figures(target, reading, way)
            warnings = (*warnings, *_beyond(target))
        said = None if known.judgement is None else read_judgement(known.judgement)
        claimed = None if said is None else attainment_said(said).is_met
        return TargetAssessment(
            path,
            target,
            horizon,
            way,
            attainment,
            refusal,
            reading,
            **figures,
            expected=Figure.of(expected(target, way, self.as_of)),
            standing=standing,
            judgement=known.judgement,
            judgement_agrees=None if claimed is None or attainment.is_met is None else claimed is attainment.is_met,
            parts=tuple([part for parts in divisions for part in parts]),
            warnings=warnings,
        )

    def _figures(self, target: Target, reading: Reading, way: Period) -> tuple[dict[str, Figure], Standing | None]:
        day = reading.period.end
        done, time = progress(target, reading, way), elapsed(way, day)
        not_begun = Refusal.of(Why.NOT_BEGUN, what=target.indicator, start=way.start)
        pace = divided(done, time, not_begun)
        course = divided(done, _expected_progress(target, way, day), not_begun)
        figures = {
            "share": Figure.of(share(target, reading, way)),
            "progress": Figure.of(done),
            "pace": Figure.of(pace),
            "remaining": Figure.of(remaining(target, reading, way)),
        }
        return figures, None if isinstance(course, Refusal) else standing_of(course, self.bands)

    def _completed(self, target: Target, divisions: list[list[TargetAssessment]], way: Period, known: Known) -> Known:
        """Return what is known with what the parts say: in place of a missing result, or beside one."""
        sums: list[Reading | Refusal] = [
            reading_from_parts(target, breakdown, [part.actual for part in parts], way)
            for breakdown, parts in zip(target.breakdowns, divisions, strict=True)
            if breakdown.relation is Relation.PARTITION
        ]
        found = [one for one in sums if isinstance(one, Reading)]
        own = known.reading
        if own is not None:
            return evolve(known, warnings=(*known.warnings, *_differences(own, found)))
        if known.refusal is not None and known.refusal.why not in (Why.NO_RESULT, Why.PART_OF_TIME):
            return known
        if not found:
            any_part = any(part.actual is not None for parts in divisions for part in parts)
            refused = [one for one in sums if isinstance(one, Refusal)]
            return evolve(known, refusal=refused[0]) if refused and any_part else known
        first = found[0]
        for other in found[1:]:
            if _numbers(other) != _numbers(first) or other.period.end != first.period.end:
                one, two = sorted(format_for(reading.number, "vi") for reading in (first, other))
                return evolve(known, refusal=Refusal.of(Why.STATED_TWICE, what=target.indicator, one=one, two=two))
        return evolve(known, reading=first, refusal=None)

    def _attainment(self, target: Target, known: Known, way: Period) -> tuple[Attainment, Refusal | None]:
        goal, reading, what = target.goal, known.reading, target.indicator
        if goal.basis is Basis.TEXT:
            return Attainment.NOT_ASSESSABLE, Refusal.of(Why.WORDS, what=what)
        if reading is None:
            refusal = known.refusal or Refusal.of(Why.NO_RESULT, what=what, day=self.as_of)
            if self.as_of < way.start:
                return Attainment.NOT_DUE, Refusal.of(Why.NOT_BEGUN, what=what, start=way.start)
            lacks = refusal.why in (Why.NO_RESULT, Why.PART_OF_TIME, Why.PARTS_MISSING)
            return Attainment.NO_DATA if lacks else Attainment.NOT_ASSESSABLE, refusal
        is_flow = what.measure is Measure.FLOW
        reaches, closed = reading.period.end >= way.end, self.as_of >= way.end
        baseline = None if target.baseline is None or (is_flow and not reaches) else target.baseline.value
        numbers = {"change": reading.change, "relative_change": reading.relative_change, "baseline": baseline}
        met, exceeded = goal.met(reading.value, **numbers), goal.exceeded(reading.value, **numbers)
        # What has been counted up to a goal is not counted down again; anything else may yet turn.
        sure = is_flow and goal.basis is Basis.LEVEL and goal.direction is Direction.UP
        sure = sure and met is True and reading.period.end <= self.as_of
        if (closed and reaches) or sure:
            if met is None:
                wrong = measured(target, reading, way)
                if not isinstance(wrong, Refusal):
                    words = goal_in_words(goal, "vi", what.unit)
                    wrong = Refusal.of(Why.UNDECIDED, what=what, found=format_for(reading.number, "vi"), goal=words)
                return Attainment.NOT_ASSESSABLE, wrong
            return (Attainment.EXCEEDED if exceeded else Attainment.MET if met else Attainment.UNMET), None
        if closed:
            return Attainment.NO_DATA, Refusal.of(Why.PART_OF_TIME, what=what, found=reading.period, wanted=way)
        return Attainment.NOT_DUE, Refusal.of(Why.NOT_DUE, what=what, end=way.end)


def _why_no_figure(target: Target, known: Known) -> Refusal:
    aim = aim_of(target)
    if isinstance(aim, Refusal) and aim.why is Why.WORDS:
        return aim
    return known.refusal or Refusal.of(Why.NO_VALUE, what=target.indicator)


def _expected_progress(target: Target, way: Period, day: date) -> Fraction | Refusal:
    """Return how much of the way should lie behind on a day, as milestones set it."""
    by_then, aim = expected(target, way, day), aim_of(target)
    if isinstance(by_then, Refusal) or isinstance(aim, Refusal):
        return by_then if isinstance(by_then, Refusal) else aim
    counted = target.goal.basis is not Basis.LEVEL or target.indicator.measure is Measure.FLOW
    start = Fraction(0) if counted or target.baseline is None else Fraction(target.baseline.value)
    return divided(by_then - start, aim - start, Refusal.of(Why.BASELINE_AT_GOAL, what=target.indicator, found=aim))


def _beyond(target: Target) -> tuple[Text, ...]:
    """Return a warning where a level set out from beyond its goal: what is progress then leads away from it."""
    goal, baseline, aim = target.goal, target.baseline, aim_of(target)
    if baseline is None or goal.basis is not Basis.LEVEL or isinstance(aim, Refusal):
        return ()
    if target.indicator.measure is Measure.FLOW:
        return ()
    falls = goal.direction is Direction.DOWN
    if goal.direction not in (Direction.UP, Direction.DOWN) or (
        baseline.value >= aim if falls else baseline.value <= aim
    ):
        return ()
    return (
        Text(
            f"giá trị gốc {format_for(baseline.value, 'vi')} đã vượt mức đề ra: tiến độ tính từ đó về mức đề ra",
            f"the baseline of {format_for(baseline.value, 'en')} is beyond the goal already: progress leads back to it",
        ),
    )


def _differences(own: Reading, sums: list[Reading]) -> Iterator[Text]:
    """Yield a warning for each partition that comes to something else than was reported of the whole."""
    for other in sums:
        if other.period.end != own.period.end:
            continue
        for stated, total in zip(_numbers(own), _numbers(other), strict=True):
            if stated is None or total is None:
                continue
            if exact_sum((stated, total.copy_negate())).copy_abs() > slack_of((stated, total)):
                yield Text(
                    f"tổng các bộ phận là {format_for(total, 'vi')}, khác số đã báo cáo {format_for(stated, 'vi')}",
                    f"the parts come to {format_for(total, 'en')}, not to the {format_for(stated, 'en')} reported",
                )


def _numbers(reading: Reading) -> tuple[Decimal | None, Decimal | None]:
    return reading.value, reading.change


def _path_of(target: Target, path: str, number: int, breakdown: Breakdown) -> str:
    # Files write it as `partition: […]` where that says all.
    if len(target.breakdowns) == 1 and breakdown.by is None and breakdown.denominator is Denominator.SAME:
        return f"{path}/{breakdown.relation.value}"
    return f"{path}/breakdowns/{number}/parts"
