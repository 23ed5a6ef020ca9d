"""GP2xx: is one thing stated twice, and the same both times? *Not* here: what the id of an indicator means."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.aggregation import Reason
from govplan.model.goal import Goal
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import missed
from govplan.values.number import exact_sum

__all__ = ["RULES"]


def _again(survey: Survey) -> Iterator[tuple[PlacedTarget, PlacedTarget]]:
    """Yield each headline target that repeats another: its indicator, its place, its time.

    Parts of a breakdown share an indicator and differ by what divides them, so that they repeat nothing.
    """
    for users in survey.sharing_an_indicator.values():
        groups: dict[tuple[object, ...], list[PlacedTarget]] = {}
        for placed in users:
            if placed.whole is None:
                key = (survey.place_of(placed).key, survey.horizon_of(placed))
                groups.setdefault(key, []).append(placed)
        for group in groups.values():
            # In the order of what they say, so that the order of the file decides nothing.
            group.sort(key=lambda placed: (_order(placed.target.goal), placed.target.id))
            yield from zip(group[1:], group, strict=False)


def _order(goal: Goal) -> tuple[object, ...]:
    bounds = [(bound is not None, bound or Decimal(0)) for bound in (goal.lower, goal.upper)]
    return (goal.basis.value, *bounds, goal.direction.value, goal.text or "")


def _is_same(one: Goal, two: Goal) -> bool:
    return (one.basis, one.interval, one.text) == (two.basis, two.interval, two.text)


def _values_agree(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, other in _again(survey):
        goal, before = placed.target.goal, other.target.goal
        if _is_same(goal, before):
            continue
        reason = _why_not(placed, other)
        if reason is not None:
            yield missed(f"{placed.path}/goal", reason)
            continue
        pairs = [(goal.lower, before.lower), (goal.upper, before.upper)]
        differing = [(one, two) for one, two in pairs if one is not None and two is not None and one != two]
        if not differing:
            count += 1
            continue
        found, expected = differing[0]
        yield Hit(
            f"{placed.path}/goal",
            (("found", str(placed.target)), ("other", str(other.target)), ("at", other.path)),
            expected=expected,
            found=found,
            difference=exact_sum((found, expected.copy_negate())),
        )
    yield count


def _why_not(placed: PlacedTarget, other: PlacedTarget) -> Reason | None:
    goal, before = placed.target.goal, other.target.goal
    if goal.interval is None or before.interval is None:
        return Reason.WORDS
    if goal.basis is not before.basis:
        return Reason.BASES
    return None if placed.target.indicator.unit == other.target.indicator.unit else Reason.UNITS


def _nothing_is_said_twice(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, other in _again(survey):
        if _is_same(placed.target.goal, other.target.goal):
            yield Hit(placed.path, (("id", placed.target.id), ("other", other.path)), found=placed.target.id)
        else:
            count += 1
    yield count


RULES = (
    Rule(
        "GP225",
        "target-stated-twice",
        Severity.ERROR,
        message("One target has one value"),
        message(
            "Two headline targets on one indicator, for one place and one time, with different values: nobody can meet "
            "the plan's word. A floor and a ceiling may stand apart."
        ),
        message("one target with two values: found {found}, but {other} at {at}; keep the right one"),
        _values_agree,
        since="0.1",
        needs="sharing_an_indicator",
    ),
    Rule(
        "GP226",
        "target-repeated",
        Severity.WARNING,
        message("Nothing is targeted twice"),
        message("The same target under two ids is counted twice wherever targets are counted or added."),
        message("target stated again: {id} says what {other} says; remove one of the two"),
        _nothing_is_said_twice,
        since="0.1",
        needs="sharing_an_indicator",
    ),
)
