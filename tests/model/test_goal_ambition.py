"""Which of two goals asks more."""

from collections.abc import Callable
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.model import Basis, Direction, Goal
from govplan.testing import goals, intervals, numbers
from govplan.values import Interval

# Few numbers, so that bounds often fall on one another.
FEW = st.integers(-6, 6).map(Decimal)
TOLERANCES = st.one_of(st.none(), st.integers(0, 3).map(Decimal))


BASES = st.sampled_from([Basis.LEVEL, Basis.CHANGE])


@st.composite
def like_goals(draw: st.DrawFn, count: int) -> list[Goal]:
    """Draw goals of one basis and direction, with few bounds and tolerances."""
    basis, direction = draw(BASES), draw(st.sampled_from(Direction))
    found = []
    for _ in range(count):
        interval, tolerance = draw(intervals(values=FEW)), draw(TOLERANCES)
        if interval.lower is None if direction is Direction.UP else interval.upper is None:
            interval = -interval
        found.append(Goal(basis, interval, direction, approximate=tolerance is not None, tolerance=tolerance))
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(Goal.at_least(5), Goal.at_least(4), 1, id="higher-floor"),
        pytest.param(Goal.at_least(5), Goal.at_least("5.0"), 0, id="same-floor-other-digits"),
        pytest.param(Goal.reduce_to(3), Goal.reduce_to(4), 1, id="lower-ceiling-to-reach"),
        pytest.param(Goal.reduce_by(500), Goal.reduce_by(3000), -1, id="smaller-reduction"),
        pytest.param(Goal.reduce_by_percent(4), Goal.reduce_by_percent("3.5"), 1, id="larger-relative-reduction"),
        pytest.param(Goal.below(4), Goal.at_most(4), 1, id="strict-limit"),
        pytest.param(Goal.above(4), Goal.above(5), -1, id="lower-limit-to-stay-above"),
        pytest.param(
            Goal.at_least(5), Goal(Basis.LEVEL, Interval(5, None, lower_open=True), "up"), -1, id="more-than-the-floor"
        ),
        pytest.param(
            Goal.between(5, 9).toward(Direction.UP),
            Goal.between(4, 20).toward(Direction.UP),
            1,
            id="near-bound-decides",
        ),
        pytest.param(Goal.between(5, 9).toward(Direction.UP), Goal.at_least(5), 0, id="far-bound-asks-nothing"),
        pytest.param(Goal.between(5, 9), Goal.between(4, 9), 1, id="range-within-a-range"),
        pytest.param(Goal.exactly(5), Goal.exactly(5), 0, id="one-point"),
        pytest.param(Goal.about(5, 2).toward(Direction.UP), Goal.at_least(4), -1, id="tolerance-asks-less"),
        pytest.param(Goal.about(5, 1).toward(Direction.UP), Goal.at_least(4), 0, id="tolerance-moves-the-bound"),
        # Not to be compared.
        pytest.param(Goal.between(5, 9), Goal.between(4, 8), None, id="ranges-that-overlap"),
        pytest.param(Goal.exactly(5), Goal.exactly(6), None, id="two-points"),
        pytest.param(Goal.below(4), Goal.above(3), None, id="limits-on-two-sides"),
        pytest.param(Goal.at_least(5), Goal.reduce_to(5), None, id="two-directions"),
        pytest.param(Goal.at_least(5), Goal.above(4), None, id="floor-and-limit"),
        pytest.param(Goal.at_least(5), Goal.increase_by(5), None, id="two-bases"),
        pytest.param(Goal.in_words("Đạt"), Goal.in_words("Đạt"), None, id="words"),
        pytest.param(Goal.in_words("Đạt"), Goal.below(4), None, id="words-and-numbers"),
    ],
)
def test_the_bound_in_the_goals_direction_decides(one: Goal, other: Goal, expected: int | None) -> None:
    """More is 1, less -1; without a direction the tighter asks more; what cannot be compared is None."""
    assert one.compare_ambition(other) == expected
    assert other.compare_ambition(one) == (None if expected is None else -expected)


@given(goals(), goals())
def test_comparison_is_antisymmetric(one: Goal, other: Goal) -> None:
    """If one asks more, the other asks less; other bases and directions are never compared."""
    forth, back = one.compare_ambition(other), other.compare_ambition(one)
    assert back == (None if forth is None else -forth)
    if one.basis is not other.basis or one.direction is not other.direction or one.basis is Basis.TEXT:
        assert forth is None
    elif one.direction in (Direction.UP, Direction.DOWN):
        assert forth is not None


@given(goals())
def test_a_goal_asks_as_much_as_itself(goal: Goal) -> None:
    """Unless it is in words, which nobody can compare."""
    assert goal.compare_ambition(goal) == (None if goal.basis is Basis.TEXT else 0)


@given(like_goals(3))
def test_asking_more_is_passed_on(three: list[Goal]) -> None:
    """What asks at least as much as what asks at least as much, asks at least as much."""
    for one, two, other in permutations(three):
        first, second = one.compare_ambition(two), two.compare_ambition(other)
        if first in (0, 1) and second in (0, 1):
            assert one.compare_ambition(other) == (first or second)


@given(like_goals(2), numbers(min_value=-12, max_value=12, max_decimals=1))
def test_tightening_a_goal_never_turns_unmet_into_met(two: list[Goal], value: Decimal) -> None:
    """Whatever misses the looser goal misses the tighter, tolerances and limits included."""
    for looser, tighter in permutations(two):
        measured = {"value": value} if looser.basis is Basis.LEVEL else {"change": value}
        if tighter.compare_ambition(looser) in (0, 1) and tighter.met(**measured):
            assert looser.met(**measured) is not False


PERCENT = numbers(min_value=0, max_digits=20)


@given(
    st.sampled_from([Goal.increase_by_percent, Goal.reduce_by_percent]),
    PERCENT,
    PERCENT,
    numbers(max_digits=20),
    numbers(min_value=1, max_digits=20),
)
def test_tightening_a_relative_goal_never_turns_unmet_into_met(
    key: Callable[[Decimal], Goal], one: Decimal, other: Decimal, change: Decimal, baseline: Decimal
) -> None:
    """A larger percentage is met by less, for any change and any baseline above 0."""
    looser, tighter = key(min(one, other)), key(max(one, other))
    assert looser.compare_ambition(tighter) == (0 if one == other else -1)
    if tighter.met(change=change, baseline=baseline):
        assert looser.met(change=change, baseline=baseline)
