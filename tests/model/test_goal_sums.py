"""Sums of goals, as aggregation makes them; *not* here: the consistency of printed figures."""

from decimal import Decimal
from itertools import permutations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import AggregationError, InvalidNumberError
from govplan.model import Basis, Direction, Goal
from govplan.testing import goals, numbers
from govplan.values import Interval

AMOUNTS = numbers(max_digits=12, max_decimals=3)
LEVELS_AND_CHANGES = st.sampled_from([Basis.LEVEL, Basis.CHANGE])


@st.composite
def summable(draw: st.DrawFn, basis: Basis | None = None) -> Goal:
    """Draw a goal on levels or changes whose sums stay within the bounds of numbers."""
    goal = draw(goals(basis=basis or draw(LEVELS_AND_CHANGES), values=AMOUNTS))
    if goal.tolerance is None:
        return goal
    return evolve(goal, tolerance=draw(numbers(min_value=0, max_digits=6, max_decimals=2)))


def added(*goals_: Goal) -> Goal | str:
    """Return the sum from left to right, or which error there is none for."""
    try:
        return Goal.total(goals_)
    except AggregationError as error:
        return error.message().split(":")[0]


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        pytest.param(Goal.at_least(4000), Goal.at_least(20000), Goal.at_least(24000), id="floors"),
        pytest.param(Goal.between(1500, 1700), Goal.at_least(100), Goal.at_least(1600), id="range-and-floor"),
        pytest.param(Goal.between(1, 2), Goal.between(3, 5), Goal.between(4, 7), id="ranges"),
        pytest.param(Goal.exactly(1), Goal.between(3, 5), Goal.between(4, 6), id="point-and-range"),
        pytest.param(Goal.below(4), Goal.at_most(3), Goal.below(7), id="strict-and-plain-ceiling"),
        pytest.param(Goal.above(4), Goal.above(1), Goal.above(5), id="limits"),
        pytest.param(Goal.reduce_to(3), Goal.reduce_to(2), Goal.reduce_to(5), id="reductions-to"),
        pytest.param(Goal.reduce_by(3000), Goal.reduce_by(500), Goal.reduce_by(3500), id="reductions-by"),
        pytest.param(
            Goal.increase_by(5),
            Goal(Basis.CHANGE, Interval(-8, -2), "down"),
            Goal(Basis.CHANGE, Interval(-3, None)),
            id="growth-and-reduction",
        ),
        pytest.param(Goal.at_least(5), Goal.above(3), Goal.above(8), id="floor-and-limit-make-a-limit"),
        pytest.param(
            Goal.between(1, 2).toward(Direction.UP), Goal.at_most(5), Goal.at_most(7), id="range-upwards-and-ceiling"
        ),
        pytest.param(
            Goal.between(1, 2).toward(Direction.DOWN),
            Goal.at_least(5),
            Goal(Basis.LEVEL, Interval(6, None)),
            id="range-down-and-floor",
        ),
        pytest.param(Goal.about(5), Goal.exactly(3), Goal.about(8), id="about-survives"),
        pytest.param(Goal.about(5, 1), Goal.about(3, "0.5"), Goal.about(8, "1.5"), id="tolerances-add"),
        pytest.param(Goal.about(5, 1), Goal.exactly(3), Goal.about(8, 1), id="exact-adds-no-tolerance"),
        pytest.param(Goal.about(5, 1), Goal.about(3), Goal.about(8), id="an-unknown-tolerance-stays-unknown"),
    ],
)
def test_goals_add_as_intervals(one: Goal, other: Goal, total: Goal) -> None:
    """Lower bound with lower, upper with upper; strictness, the direction both have and about are kept."""
    assert one + other == other + one == total


@pytest.mark.parametrize(
    ("one", "other", "message", "vi"),
    [
        (
            Goal.at_least(5),
            Goal.at_most(5),
            r"a floor and a ceiling have no sum: found \[5; \+∞\) and \(−∞; 5\]",
            "sàn",
        ),
        (Goal.increase_by(5), Goal.reduce_by(5), "a floor and a ceiling have no sum", "mức trần"),
        (Goal.reduce_by_percent(4), Goal.reduce_by_percent(4), "relative changes have no sum", "tăng giảm theo %"),
        (Goal.at_least(5), Goal.increase_by(5), "goals of two kinds have no sum: found level and change", "khác loại"),
        (Goal.increase_by(5), Goal.increase_by_percent(5), "found change and relative_change", "khác loại"),
        (Goal.in_words("Đạt"), Goal.at_least(5), "goals in words have no sum", "định tính"),
        (Goal.at_least(5), Goal.in_words("Đạt"), "goals in words have no sum", "định tính"),
    ],
)
def test_what_has_no_sum_is_refused_with_its_reason(one: Goal, other: Goal, message: str, vi: str) -> None:
    """A floor and a ceiling, percentages of two baselines, two bases, words: never a wrong number."""
    with pytest.raises(AggregationError, match=message) as caught:
        one + other
    assert vi in caught.value.message("vi")


def test_nothing_has_no_total() -> None:
    """The total of no goals is refused; of one, it is that goal."""
    with pytest.raises(AggregationError, match="nothing to add: found no goals"):
        Goal.total(())
    assert Goal.total((Goal.about(5),)) == Goal.about(5)


def test_a_sum_beyond_the_bounds_of_numbers_is_refused() -> None:
    """No sum is cut short to fit."""
    with pytest.raises(InvalidNumberError, match="number out of bounds"):
        Goal.at_least(9 * 10**30) + Goal.at_least(9 * 10**30)


@given(summable(), summable())
def test_addition_ignores_order(one: Goal, other: Goal) -> None:
    """One and other make what other and one make, or are refused for one reason."""
    assert added(one, other) == added(other, one)


@given(st.lists(summable(Basis.LEVEL), min_size=3, max_size=3))
def test_addition_ignores_order_and_grouping(three: list[Goal]) -> None:
    """However three goals are ordered and grouped, they have one sum, or none."""
    one, two, three_ = three
    sums = {added(*order) for order in permutations(three)}
    for left, right in (((one, two), three_), ((two, three_), one), ((one, three_), two)):
        inner = added(*left)
        sums.add(inner if isinstance(inner, str) else added(inner, right))
    assert len(sums) == 1


@st.composite
def reached(draw: st.DrawFn, direction: Direction) -> tuple[Goal, Decimal]:
    """Draw a goal of a direction and a level that meets it, on it, within it or beyond it."""
    goal = evolve(draw(summable(Basis.LEVEL)), direction=Direction.NONE)
    if direction is not Direction.NONE and (goal.lower if direction is Direction.UP else goal.upper) is None:
        goal = evolve(goal, interval=-goal.interval)
    goal = evolve(goal, direction=direction)
    more = draw(numbers(min_value="0.001", max_digits=6, max_decimals=3))
    if goal.upper is None:
        levels = [goal.lower, goal.lower + more]
    elif goal.lower is None:
        levels = [goal.upper, goal.upper - more]
    else:
        levels = [goal.lower, goal.upper, (goal.lower + goal.upper) / 2]
    levels += [goal.upper + more] if goal.upper is not None and direction is Direction.UP else []
    levels += [goal.lower - more] if goal.lower is not None and direction is Direction.DOWN else []
    return goal, draw(st.sampled_from([level for level in levels if goal.met(level)]))


@given(st.data(), st.sampled_from(Direction))
def test_results_that_meet_their_goals_meet_the_sum(data: st.DataObject, direction: Direction) -> None:
    """Two provinces that reach goals of one direction reach the goal of both together, unless there is none."""
    one, value = data.draw(reached(direction))
    other, other_value = data.draw(reached(direction))
    total = added(one, other)
    if isinstance(total, str):
        assert total == "a floor and a ceiling have no sum"
        return
    verdict = total.met(value + other_value)
    assert verdict is True or (verdict is None and total.approximate)
