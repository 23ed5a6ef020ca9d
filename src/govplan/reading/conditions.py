"""What a clause asks of its figure, as a goal: comparator, direction, change; *not* here: what it is asked of."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from govplan.model.goal import Basis, Direction, Goal
from govplan.model.indicator import Polarity
from govplan.reading.clauses import Clause, is_noun_of_growth
from govplan.reading.tokens import Token
from govplan.values.interval import Interval

__all__ = ["Condition", "condition_of", "goal_of"]

_LINKING = frozenset(
    [
        "compare",
        "attain",
        "change",
        "from",
        "to",
        "time",
        "frequency",
        ":",
        "commit",
        "-",
        ",",
        "respective",
        "and",
        "growth",
        "past",
        "versus",
        "rank",
        "/",
        "head",
    ]
)


@frozen
class Condition:
    """How a figure is asked for (điều kiện): comparator, change, and whether the words alone decide.

    `comparator` is "" or one of below, above, at_most, at_least, about; `change` is "", up_by, down_by, up_to or
    down_to. `is_noun` tells that the change is part of a noun: "việc làm tăng thêm: 16.000".
    """

    comparator: str
    change: str
    is_noun: bool = False
    is_stated: bool = False


def condition_of(clause: Clause, opener: Token | None) -> Condition:
    """Return what a clause asks, from the words next to its figure, the change that opens it and "trở lên" after it."""
    comparator, change = "", ""
    is_noun = is_attained = has_colon = False
    index = len(clause.before)
    while index and clause.before[index - 1].kind in _LINKING:
        index -= 1
        item = clause.before[index]
        if item.kind == "compare":
            comparator = comparator or item.meaning
        elif item.kind == "change":
            if item is opener and (is_attained or has_colon) and item.meaning == "up_by" and not has_colon:
                break
            if is_noun_of_growth(clause.before, index):
                is_noun = True
                break
            change = _sooner(change, item.meaning)
        elif item.kind == "rank" and clause.figure.low:
            comparator = comparator or "at_most"
            is_attained = True
        elif item.kind == "attain":
            is_attained = True
        elif item.kind == ":":
            has_colon = True
        elif item.kind in ("commit", ",", "growth"):
            break
    if clause.figure.meaning == "zero":
        return Condition("", "")
    if not change and opener is not None and not is_noun:
        change = _opened(opener.meaning, is_attained=is_attained)
    for item in clause.after:
        if item.kind == "tail":
            # "trên 88% chi bộ hoàn thành tốt nhiệm vụ trở lên": the tail belongs to the name.
            comparator = comparator if comparator not in ("", "about") else item.meaning
            break
        if item.kind in (",", "and", "intro"):
            break
    return Condition(comparator, change, is_noun, is_attained or has_colon)


def _sooner(near: str, far: str) -> str:
    """Join two changes of one clause, the nearer to the figure first: "giảm … còn", "tăng … lên"."""
    if not near:
        return far
    if near.endswith("_to"):
        return near
    return far if far.endswith("_to") and near[:2] == far[:2] else near


def _opened(meaning: str, *, is_attained: bool) -> str:
    """Return what an opening verb means when nothing but "đạt" stands before the figure."""
    if meaning == "up_by" and is_attained:
        return "up_to"
    return meaning


def goal_of(
    condition: Condition, low: str, high: str, basis: Basis, polarity: Polarity | None, *, exact: bool = False
) -> Goal:
    """Return the goal of a condition on a basis.

    A bare number is a floor, a ceiling where less is better, and one value in a composition (`exact`).
    """
    value = Decimal(low)
    comparator, change = condition.comparator, condition.change
    if basis is Basis.LEVEL and not change.endswith("_to"):
        if high:
            return Goal.between(value, Decimal(high))
        if comparator:
            return _LEVELS[comparator](value)
        if exact:
            return Goal.exactly(value)
        return Goal.at_most(value) if polarity is Polarity.LOWER else Goal.at_least(value)
    direction = Direction.UP if change.startswith("up") else Direction.DOWN
    interval, is_open_ended = _amounts(comparator, value, Decimal(high) if high else None, basis, direction)
    if basis is not Basis.LEVEL and direction is Direction.DOWN:
        interval = -interval
    return Goal(
        basis,
        interval,
        Direction.NONE if is_open_ended else direction,
        approximate=comparator == "about" and not high,
    )


_LEVELS = {
    "below": Goal.below,
    "above": Goal.above,
    "at_most": Goal.at_most,
    "at_least": Goal.at_least,
    "about": Goal.about,
}


def _amounts(
    comparator: str, value: Decimal, high: Decimal | None, basis: Basis, direction: Direction
) -> tuple[Interval, bool]:
    """Return the amounts that a comparator allows, and whether nothing in the goal's direction bounds them."""
    down_to = basis is Basis.LEVEL and direction is Direction.DOWN
    if high is not None:
        return Interval(value, high), False
    if comparator == "about":
        return Interval.point(value), False
    if comparator in ("below", "at_most"):
        return Interval(None, value, upper_open=comparator == "below"), not down_to
    if comparator == "above":
        return Interval(value, None, lower_open=True), down_to
    if down_to:
        return Interval(None, value), False
    return Interval(value, None), False
