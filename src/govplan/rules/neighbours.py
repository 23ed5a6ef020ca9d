"""GP5xx: a plan against those above it, below it and around it in time; *not* here: results."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.aggregation import slack_of
from govplan.errors import InvalidNumberError
from govplan.model import Basis, Goal, Measure, Target
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.plan_set import Elsewhere, signature, steps_for
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import unit_of
from govplan.values import Period
from govplan.values.number import exact_rescale, exact_sum

__all__ = ["RULES"]

_YEARS_MISSING = message("not every year's plan was given")
_INCOMPARABLE = message("the two goals cannot be compared")
_YEAR = 366


def _indicators_mean_the_same(survey: Survey) -> Iterator[Outcome]:
    definitions, count = survey.others.definitions, 0
    for id, placed in survey.first_with_indicator.items():
        known = definitions.get(id)
        if known is None:
            continue
        mine = signature(placed.target.indicator)
        if len(known) == 1 and mine in known:
            count += 1
            continue
        conflict = next(
            (
                (plan, other)
                for other, (plan, _) in known.items()
                if plan is not survey.plan and _differing(mine, other)
            ),
            None,
        )
        if conflict is None:
            count += 1
        else:
            plan, other = conflict
            fields = ", ".join(_differing(mine, other))
            yield Hit(f"{placed.path}/indicator", (("id", id), ("plan", plan.id), ("fields", fields)), found=fields)
    yield count


def _differing(one: tuple[object, ...], two: tuple[object, ...]) -> list[str]:
    """Return in what two definitions contradict each other; what one of them leaves open contradicts nothing."""
    names = ("unit", "measure", "polarity")
    return [
        name
        for name, mine, theirs in zip(names, one, two, strict=True)
        if mine is not None and theirs is not None and mine != theirs
    ]


def _headlines(survey: Survey) -> Iterator[tuple[PlacedTarget, tuple[str, str], Period]]:
    """Yield the headline targets whose indicators have ids, with what finds them in other plans."""
    for index, target in enumerate(survey.plan.targets):
        id = target.indicator.id
        if id is not None:
            place = target.jurisdiction or survey.plan.jurisdiction
            yield PlacedTarget(target, index), (id, place.key), target.horizon or survey.plan.period


def _floor_in(target: Target, like: Target) -> Decimal | None:
    """Return a target's lower bound in the unit of another one, None where it has none."""
    bound, own, unit = target.goal.lower, target.indicator.unit, like.indicator.unit
    if bound is None or own is None or unit is None or own.scale == unit.scale:
        return bound
    try:
        return exact_rescale(bound, own.scale, unit.scale)
    except InvalidNumberError:
        return None


def _are_alike(one: Target, two: Target) -> bool:
    """Do two targets ask for numbers of one basis and one kind of unit?"""
    mine, theirs = one.indicator.unit, two.indicator.unit
    alike = mine is theirs or (mine is not None and theirs is not None and mine.measures_like(theirs))
    return alike and one.goal.basis is two.goal.basis and one.goal.interval is not None


def _years_of(horizon: Period) -> list[Period]:
    return [Period.year(year) for year in range(horizon.start.year, horizon.end.year + 1)]


def _years_reach_the_span(survey: Survey) -> Iterator[Outcome]:
    count = 0
    if survey.plan.period.days <= _YEAR and not survey.horizons:
        return
    for placed, key, horizon in _headlines(survey):
        goal = placed.target.goal
        is_counted = placed.target.indicator.measure is Measure.FLOW and goal.basis is Basis.LEVEL
        if horizon.days <= _YEAR or not is_counted or goal.lower is None:
            continue
        years = _years_of(horizon)
        whole_years = Period(years[0].start, years[-1].end) == horizon
        by_horizon = survey.others.headlines.get(key, {})
        found = [by_horizon[year] for year in years if year in by_horizon]
        if not found:
            continue
        floors = [
            floor
            for one in found
            if _are_alike(one.target, placed.target) and (floor := _floor_in(one.target, placed.target)) is not None
        ]
        if len(found) < len(years) or not whole_years:
            yield Missed(f"{placed.path}/goal", "years_missing", _YEARS_MISSING)
            continue
        if len(floors) < len(years):
            yield Missed(f"{placed.path}/goal", "incomparable", _INCOMPARABLE)
            continue
        total = exact_sum(floors)
        short = exact_sum((goal.lower, total.copy_negate()))
        if short <= slack_of([goal.lower, *floors]):
            count += 1
        else:
            yield Hit(
                f"{placed.path}/goal",
                (("stated", goal.lower), ("total", total), ("difference", short), ("unit", unit_of(placed.target))),
                expected=goal.lower,
                found=total,
                difference=short,
            )
    yield count


def _years_keep_up(survey: Survey) -> Iterator[Outcome]:
    spans, count = survey.others.spans, 0
    if not spans:
        return
    for placed, key, horizon in _headlines(survey):
        if horizon.days > _YEAR:
            continue
        for span in spans.get(key, ()):
            if span.plan is survey.plan or not span.horizon.covers(horizon):
                continue
            asked = [step.goal for _, step in steps_for(span.target, horizon)]
            is_last = span.horizon.end == horizon.end
            if not asked and is_last and placed.target.indicator.measure not in (None, Measure.FLOW):
                asked.append(span.target.goal)
            for goal in asked:
                behind = _asks_less(placed.target, span.target, goal)
                if behind is None:
                    yield Missed(f"{placed.path}/goal", "incomparable", _INCOMPARABLE)
                elif behind:
                    yield _lags(placed, span, goal)
                else:
                    count += 1
    yield count


def _asks_less(target: Target, other: Target, goal: Goal) -> bool | None:
    """Does a target ask for less than a goal of another one's? None where the two do not compare."""
    if target.indicator.unit != other.indicator.unit:
        return None
    ambition = target.goal.compare_ambition(goal)
    return None if ambition is None else ambition < 0


def _lags(placed: PlacedTarget, other: Elsewhere, goal: Goal) -> Hit:
    return Hit(
        f"{placed.path}/goal",
        (("found", str(placed.target.goal)), ("expected", str(goal)), ("plan", other.plan.id)),
        expected=str(goal),
        found=str(placed.target.goal),
    )


def _allocations_are_taken_up(survey: Survey) -> Iterator[Outcome]:
    allocated, count = survey.others.allocated, 0
    if not allocated:
        return
    for placed, (id, place), horizon in _headlines(survey):
        for part in allocated.get((id, place, horizon), ()):
            if part.plan is survey.plan:
                continue
            behind = _asks_less(placed.target, part.target, part.target.goal)
            if behind is None:
                yield Missed(f"{placed.path}/goal", "incomparable", _INCOMPARABLE)
            elif behind:
                yield _lags(placed, part, part.target.goal)
            else:
                count += 1
    yield count


RULES = (
    Rule(
        "GP512",
        "indicator-differs-between-plans",
        Severity.WARNING,
        message("An indicator is the same in all plans"),
        message(
            "Plans are added and compared by the ids of their indicators; where unit, measure or polarity "
            "differ, one id means two things."
        ),
        message(
            "indicator defined otherwise elsewhere: {id} differs from the plan {plan} in {fields}; mend one, or "
            "give it another id"
        ),
        _indicators_mean_the_same,
        since="0.1",
        needs="others",
    ),
    Rule(
        "GP513",
        "annual-short",
        Severity.WARNING,
        message("The years reach what the span asks for"),
        message(
            "Where the plans of all its years were given, a flow's annual targets add up to that of a multi-year "
            "plan or more; less, and the span is missed even if every year is met."
        ),
        message(
            "years fall short of the span: at least {stated}{unit} here, {total} in the years, {difference} missing; "
            "raise a year or mend the wrong figure"
        ),
        _years_reach_the_span,
        since="0.1",
        needs="others",
    ),
    Rule(
        "GP514",
        "annual-behind",
        Severity.WARNING,
        message("Annual targets keep up with the multi-year plan"),
        message(
            "A year's target asks for at least the step that the multi-year plan sets for that year; in the last year, "
            "where levels stand at the end, for its goal."
        ),
        message(
            "year behind the multi-year plan: found {found}, the plan {plan} asks for {expected}; raise it, or say why"
        ),
        _years_keep_up,
        since="0.1",
        needs="others",
    ),
    Rule(
        "GP515",
        "below-allocation",
        Severity.WARNING,
        message("Plans take up what was allocated to them"),
        message(
            "A province allocates a target to its districts; the plan of each asks for at least that, or the "
            "province's sum rests on nobody."
        ),
        message(
            "less than was allocated: found {found}, the plan {plan} allocates {expected}; raise it, or mend the "
            "allocation"
        ),
        _allocations_are_taken_up,
        since="0.1",
        needs="others",
    ),
)
