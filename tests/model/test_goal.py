"""Goals: what each key of a plan file means, when it is met and when exceeded."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import (
    GovplanError,
    InvalidGoalError,
    InvalidIntervalError,
    InvalidNumberError,
    InvalidTextError,
    InvalidValueError,
)
from govplan.model import Basis, Direction, Goal
from govplan.testing import goals, numbers
from govplan.values import Interval

# Few numbers, so that values often fall on bounds.
FEW = st.integers(-12, 12).map(lambda half: Decimal(half) / 2)


def level(lower: str | None, upper: str | None, direction: str = "none", **marks: bool) -> Goal:
    return Goal(Basis.LEVEL, Interval(lower, upper, **marks), direction)


# Goal, then for each value whether it meets and whether it exceeds.
LEVELS = [
    ("at_least", Goal.at_least(16000), {15999: "--", "15999.999": "--", 16000: "m-", "16000.0": "m-", 16001: "me"}),
    ("increase_to", Goal.increase_to("71"), {70: "--", 71: "m-", "71.1": "me"}),
    ("reduce_to", Goal.reduce_to(3), {4: "--", "3.01": "--", 3: "m-", "2.99": "me", 0: "me"}),
    ("below", Goal.below(4), {4: "--", "4.00": "--", "3.99": "m-", -1: "m-", 5: "--"}),
    ("at_most", Goal.at_most(4), {"4.01": "--", 4: "m-", 0: "m-"}),
    ("above", Goal.above(4), {4: "--", "4.01": "m-", 900: "m-"}),
    ("exactly", Goal.exactly(7), {"6.9": "--", 7: "m-", "7.00": "m-", "7.1": "--"}),
    ("exactly, more is better", Goal.exactly(7).toward(Direction.UP), {"6.9": "--", 7: "m-", "7.1": "me"}),
    ("exactly, less is better", Goal.exactly(7).toward(Direction.DOWN), {"7.1": "--", 7: "m-", "6.9": "me"}),
    ("between", Goal.between(1500, 1700), {1499: "--", 1500: "m-", 1600: "m-", 1700: "m-", 1701: "--", 1800: "--"}),
    (
        "between, more is better",
        Goal.between(1500, 1700).toward(Direction.UP),
        {1499: "--", 1500: "m-", 1700: "m-", 1701: "me", 1800: "me"},
    ),
    (
        "between, less is better",
        Goal.between(1500, 1700).toward(Direction.DOWN),
        {1701: "--", 1700: "m-", 1500: "m-", 1499: "me"},
    ),
    ("increase_to: {above}", level("3", None, "up", lower_open=True), {3: "--", "3.1": "me"}),
    ("increase_to: [a, b]", level("3", "5", "up"), {2: "--", 3: "m-", 5: "m-", "5.1": "me"}),
    ("reduce_to: {below}", level(None, "9.8", "down", upper_open=True), {"9.8": "--", "9.79": "me", 10: "--"}),
    ("reduce_to: [a, b]", level("3", "5", "down"), {6: "--", 5: "m-", 3: "m-", "2.9": "me"}),
    ("above and at_most", level("3", "5", lower_open=True), {3: "--", "3.1": "m-", 5: "m-", "5.1": "--"}),
    ("open far bound, up", level("3", "5", "up", upper_open=True), {"4.9": "m-", 5: "m-", "5.1": "me"}),
    ("open far bound, down", level("3", "5", "down", lower_open=True), {"3.1": "m-", 3: "m-", "2.9": "me"}),
    ("about, within", Goal.about(100, 5), {"94.9": "--", 95: "m-", 105: "m-", "105.1": "--"}),
    ("about, within, up", Goal.about(100, 5).toward(Direction.UP), {"94.9": "--", 95: "m-", 105: "m-", "105.1": "me"}),
    ("about, within 0", Goal.about(100, 0), {99: "--", 100: "m-", 101: "--"}),
]
CHANGES = [
    ("increase_by", Goal.increase_by(50), {49: "--", 50: "m-", 51: "me", -50: "--"}),
    ("reduce_by", Goal.reduce_by(3000), {-2999: "--", -3000: "m-", -3001: "me", 3000: "--", 0: "--"}),
    ("reduce_by 0", Goal.reduce_by(0), {1: "--", 0: "m-", -1: "me"}),
    (
        "reduce_by: {above}",
        Goal(Basis.CHANGE, Interval(None, -5, upper_open=True), "down"),
        {-5: "--", "-5.1": "me", -4: "--"},
    ),
    ("reduce_by: [a, b]", Goal(Basis.CHANGE, Interval(-5, -3), "down"), {-2: "--", -3: "m-", -5: "m-", -6: "me"}),
    ("change_between", Goal(Basis.CHANGE, Interval(-3, None)), {-4: "--", -3: "m-", 900: "m-"}),
]
RELATIVE = [
    ("increase_by_percent", Goal.increase_by_percent("8.5"), {"8.49": "--", "8.5": "m-", 9: "me"}),
    ("reduce_by_percent", Goal.reduce_by_percent(4), {-3: "--", -4: "m-", -5: "me", 4: "--"}),
    (
        "reduce_by_percent: {above}",
        Goal(Basis.RELATIVE_CHANGE, Interval(None, -5, upper_open=True), "down"),
        {-5: "--", "-5.01": "me"},
    ),
]


Table = list[tuple[str, Goal, dict[int | str, str]]]


def cases(table: Table) -> list[Any]:
    return [
        pytest.param(goal, Decimal(value), "m" in verdict, "e" in verdict, id=f"{name}: {value}")
        for name, goal, verdicts in table
        for value, verdict in verdicts.items()
    ]


@pytest.mark.parametrize(("goal", "value", "met", "exceeded"), cases(LEVELS))
def test_a_level_decides_every_level_goal(goal: Goal, value: Decimal, met: bool, exceeded: bool) -> None:
    """Met in the interval and beyond it in the goal's direction; exceeded strictly beyond; limits only kept."""
    assert goal.met(value) is met
    assert goal.exceeded(value) is exceeded
    # A level may be told as a change from a baseline; a baseline beside it says nothing more.
    assert goal.met(change=value - 10, baseline=Decimal(10)) is met
    assert goal.met(value, baseline=Decimal(-3)) is met


@pytest.mark.parametrize(("goal", "change", "met", "exceeded"), cases(CHANGES))
def test_a_reported_change_decides_a_change_goal(goal: Goal, change: Decimal, met: bool, exceeded: bool) -> None:
    """With or without a baseline; a level with its baseline says the same."""
    assert goal.met(change=change) is met
    assert goal.exceeded(change=change) is exceeded
    assert goal.met(Decimal(5000) + change, baseline=Decimal(5000)) is met
    assert goal.met(Decimal(1), change=change) is met


@pytest.mark.parametrize(("goal", "percent", "met", "exceeded"), cases(RELATIVE))
def test_a_reported_relative_change_decides_a_relative_goal(
    goal: Goal, percent: Decimal, met: bool, exceeded: bool
) -> None:
    """In percent; a change or a level with a baseline above 0 says the same."""
    assert goal.met(relative_change=percent) is met
    assert goal.exceeded(relative_change=percent) is exceeded
    assert goal.met(change=percent * 2, baseline=Decimal(200)) is met
    assert goal.met(200 + percent * 2, baseline=Decimal(200)) is met


@pytest.mark.parametrize("baseline", [Decimal(0), Decimal("-0.0"), Decimal(-200)])
def test_a_baseline_of_nothing_or_less_decides_no_relative_goal(baseline: Decimal) -> None:
    """Percent of nothing says nothing, whatever else was reported."""
    goal = Goal.reduce_by_percent(4)
    assert goal.met(Decimal(-300), baseline=baseline) is None
    assert goal.met(change=Decimal(-8), baseline=baseline) is None
    assert goal.met(relative_change=Decimal(-8), baseline=baseline) is None
    assert goal.exceeded(relative_change=Decimal(-8), baseline=baseline) is None
    assert Goal.at_least(5).met(relative_change=Decimal(900), baseline=baseline) is None


def test_what_was_given_may_not_decide() -> None:
    """Nothing, or a number on another basis without the baseline that joins the two, gives None."""
    one = Decimal(1)
    assert Goal.at_least(1).met() is None
    assert Goal.at_least(1).met(change=one) is None
    assert Goal.at_least(1).met(relative_change=one) is None
    assert Goal.at_least(1).exceeded(baseline=one) is None
    assert Goal.reduce_by(1).met(one) is None
    assert Goal.reduce_by(1).met(relative_change=one) is None
    assert Goal.reduce_by_percent(1).met(one) is None
    assert Goal.reduce_by_percent(1).met(change=one) is None
    assert Goal.reduce_by_percent(1).met(baseline=one) is None


def test_what_was_reported_on_the_goals_own_basis_comes_first() -> None:
    """A published change is believed, whatever the published levels would give."""
    assert Goal.reduce_by(10).met(Decimal(100), change=Decimal(-10), baseline=Decimal(100)) is True
    assert (
        Goal.reduce_by_percent(10).met(relative_change=Decimal(-9), change=Decimal(-90), baseline=Decimal(100)) is False
    )


def test_goals_in_words_decide_nothing() -> None:
    """Only a person can judge them."""
    goal = Goal.in_words("Hoàn thành đúng tiến độ")
    assert goal.met(Decimal(1), change=Decimal(1), baseline=Decimal(1)) is None
    assert goal.exceeded(Decimal(1)) is None
    assert (goal.lower, goal.upper, str(goal)) == (None, None, "Hoàn thành đúng tiến độ")


def test_about_decides_only_the_point_unless_a_tolerance_is_stated() -> None:
    """On the point it is met and not exceeded; off it nobody can say; with a tolerance everybody can."""
    goal = Goal.about(100).toward(Direction.UP)
    assert (goal.met(Decimal(100)), goal.exceeded(Decimal(100))) == (True, False)
    for value in (Decimal(99), Decimal("100.1"), Decimal(10**6)):
        assert goal.met(value) is None
        assert goal.exceeded(value) is None


@given(goals(), numbers(), numbers(), numbers(), numbers(), st.integers(0, 15))
def test_any_goal_judges_any_numbers(
    goal: Goal, value: Decimal, change: Decimal, relative: Decimal, baseline: Decimal, given_: int
) -> None:
    """Nothing raises up to the bounds of numbers; exceeded is met, and unknown where met is unknown."""
    measured = {
        "value": value if given_ & 1 else None,
        "change": change if given_ & 2 else None,
        "relative_change": relative if given_ & 4 else None,
        "baseline": baseline if given_ & 8 else None,
    }
    met, exceeded = goal.met(**measured), goal.exceeded(**measured)
    assert (met is None) == (exceeded is None)
    assert met or not exceeded
    if goal.direction in (Direction.NONE, Direction.POLARITY):
        assert not exceeded


@given(goals(basis=Basis.LEVEL, values=FEW), FEW)
def test_levels_are_judged_as_the_definition_says(goal: Goal, value: Decimal) -> None:
    """In the interval moved out by the tolerance, or beyond it in the goal's direction."""
    assert goal.interval is not None
    slack, number = Fraction(goal.tolerance or 0), Fraction(value)
    low = None if goal.lower is None else Fraction(goal.lower) - slack
    high = None if goal.upper is None else Fraction(goal.upper) + slack
    above_lower = low is None or number > low or (number == low and not goal.interval.lower_open)
    below_upper = high is None or number < high or (number == high and not goal.interval.upper_open)
    if goal.approximate and goal.tolerance is None and not (above_lower and below_upper):
        assert goal.met(value) is None
    elif goal.direction is Direction.UP:
        assert goal.met(value) is above_lower
        assert goal.exceeded(value) is (number > (low if high is None else high))
    elif goal.direction is Direction.DOWN:
        assert goal.met(value) is below_upper
        assert goal.exceeded(value) is (number < (high if low is None else low))
    else:
        assert goal.met(value) is (above_lower and below_upper)
        assert goal.exceeded(value) is False


@given(goals(basis=Basis.CHANGE), numbers(max_digits=25, max_decimals=10), numbers(max_digits=25, max_decimals=10))
def test_a_change_is_the_same_however_it_was_told(goal: Goal, baseline: Decimal, change: Decimal) -> None:
    """Level and baseline decide a change goal as the change between them does, digit for digit."""
    assert goal.met(baseline + change, baseline=baseline) is goal.met(change=change)
    assert goal.exceeded(baseline + change, baseline=baseline) is goal.exceeded(change=change)


@given(goals(basis=Basis.RELATIVE_CHANGE, values=FEW), numbers(min_value="0.000000001"), numbers())
def test_relative_goals_are_decided_without_rounding(goal: Goal, baseline: Decimal, change: Decimal) -> None:
    """As exact fractions decide them, for any baseline above 0; a third of a percent is no less than it is."""
    goal = evolve(goal, approximate=False, tolerance=None)
    assert goal.interval is not None
    percent = Fraction(change) * 100 / Fraction(baseline)
    low = goal.lower is None or percent > goal.lower or (percent == goal.lower and not goal.interval.lower_open)
    high = goal.upper is None or percent < goal.upper or (percent == goal.upper and not goal.interval.upper_open)
    expected = low if goal.direction is Direction.UP else high if goal.direction is Direction.DOWN else low and high
    assert goal.met(change=change, baseline=baseline) is expected


@given(numbers(min_value=1, max_digits=20), st.integers(1, 10**6), st.sampled_from([-1, 0, 1]))
def test_a_relative_goal_turns_at_its_exact_bound(baseline: Decimal, percent: int, step: int) -> None:
    """One digit short of the reduction asked for is not met, however far behind the point it stands."""
    change = -baseline * percent / 100 + step * Decimal("1e-25")
    verdict = Goal.reduce_by_percent(percent).met(change=change, baseline=baseline)
    assert verdict is (Fraction(change) * 100 <= -percent * Fraction(baseline))


def test_a_goal_that_waits_takes_the_direction_of_the_indicator_and_no_other_does() -> None:
    """Polarity gives a direction to exactly, between and about; a limit stays one, a floor goes up."""
    for waiting in (Goal.exactly(5), Goal.between(1, 5), Goal.about(5, 1)):
        assert waiting.direction is Direction.POLARITY
        for direction in (Direction.UP, Direction.DOWN, Direction.POLARITY):
            assert waiting.toward(direction) == evolve(waiting, direction=direction)
    for decided in (Goal.at_least(5), Goal.reduce_to(5), Goal.below(5)):
        assert decided.toward(Direction.UP) is decided.toward(Direction.DOWN) is decided


@pytest.mark.parametrize("key", [Goal.increase_by, Goal.reduce_by, Goal.increase_by_percent, Goal.reduce_by_percent])
def test_amounts_of_change_are_written_without_a_sign(key: Callable[[Any], Goal]) -> None:
    """The word says the direction: a negative amount is refused in both languages."""
    with pytest.raises(InvalidGoalError, match="negative amount of change: found -4") as caught:
        key(-4)
    assert "mức thay đổi âm: gặp -4" in caught.value.message("vi")
    assert key("0.75").basis in (Basis.CHANGE, Basis.RELATIVE_CHANGE)


def test_reductions_are_positive_in_words_and_negative_inside() -> None:
    """A reduction by 3.000 is a change of at most -3.000; percentages alike; 0 has no sign."""
    assert (Goal.reduce_by(3000).lower, Goal.reduce_by(3000).upper) == (None, Decimal(-3000))
    assert Goal.reduce_by_percent("0.5").upper == Decimal("-0.5")
    assert not Goal.reduce_by(0).upper.is_signed()


@pytest.mark.parametrize(
    ("key", "general"),
    [
        (Goal.at_least(5), Goal("level", Interval(5, None), "up")),
        (Goal.increase_to(5), Goal("level", Interval(5, None), "up")),
        (Goal.above(5), Goal("level", Interval(5, None, lower_open=True), "none")),
        (Goal.at_most(5), Goal("level", Interval(None, 5), "none")),
        (Goal.below(5), Goal("level", Interval(None, 5, upper_open=True), "none")),
        (Goal.reduce_to(5), Goal("level", Interval(None, 5), "down")),
        (Goal.exactly(5), Goal("level", Interval(5, 5), "polarity")),
        (Goal.between(4, 5), Goal("level", Interval(4, 5), "polarity")),
        (Goal.about(5, 1), Goal("level", Interval(5, 5), "polarity", None, approximate=True, tolerance=1)),
        (Goal.increase_by(5), Goal("change", Interval(5, None), "up")),
        (Goal.reduce_by(5), Goal("change", Interval(None, -5), "down")),
        (Goal.increase_by_percent(5), Goal("relative_change", Interval(5, None), "up")),
        (Goal.reduce_by_percent(5), Goal("relative_change", Interval(None, -5), "down")),
        (Goal.in_words("Đạt"), Goal("text", text="Đạt")),
    ],
)
def test_every_key_is_short_for_a_basis_an_interval_and_a_direction(key: Goal, general: Goal) -> None:
    """The two ways to write a goal give equal values that hash and print alike."""
    assert key == general
    assert hash(key) == hash(general)
    assert repr(key) == repr(general)


FLOOR, CEILING = Interval(5, None), Interval(None, 5)
WORDS = {"basis": "text", "text": "Đạt"}
LEVEL = {"basis": "level", "interval": FLOOR}
REFUSED = {
    "words without words": ({"basis": "text"}, InvalidGoalError, "goal in words takes words alone"),
    "words and bounds": ({**WORDS, "interval": FLOOR}, InvalidGoalError, "found numbers beside or instead"),
    "about words": ({**WORDS, "approximate": True}, InvalidGoalError, "words alone"),
    "words within 1": ({**WORDS, "tolerance": 1}, InvalidGoalError, "words alone"),
    "words upwards": ({**WORDS, "direction": "up"}, InvalidGoalError, "no direction: found up; leave it out"),
    "blank words": ({**WORDS, "text": " "}, InvalidTextError, "empty text"),
    "no interval": ({"basis": "level"}, InvalidGoalError, "level needs an interval"),
    "bounds and words": ({**LEVEL, "text": "Đạt"}, InvalidGoalError, "an interval and no words"),
    "ceiling upwards": (
        {**LEVEL, "interval": CEILING, "direction": "up"},
        InvalidGoalError,
        r"every value would meet it: found \(−∞; 5\] and beyond, up",
    ),
    "floor downwards": ({**LEVEL, "direction": "down"}, InvalidGoalError, r"every value .* direction none for a limit"),
    "exactly, within 1": ({**LEVEL, "tolerance": 1}, InvalidGoalError, "tolerance without an approximate value"),
    "about, within -1": ({**LEVEL, "approximate": True, "tolerance": -1}, InvalidGoalError, "below 0: found -1"),
    "unknown basis": ({**LEVEL, "basis": "levels"}, InvalidTextError, "unknown word: found 'levels'"),
    "unknown direction": ({**LEVEL, "direction": "upwards"}, InvalidTextError, "one of up, down, none, polarity"),
    "a pair for an interval": ({**LEVEL, "interval": (5, None)}, InvalidValueError, "Interval expected for interval"),
}


@pytest.mark.parametrize(("fields", "error", "message"), REFUSED.values(), ids=REFUSED)
def test_a_goal_that_says_nothing_or_two_things_is_refused(
    fields: dict[str, Any], error: type[GovplanError], message: str
) -> None:
    """Words or numbers, a near bound in the goal's direction, a tolerance only with about."""
    with pytest.raises(error, match=message) as caught:
        Goal(**fields)
    assert caught.value.message("vi") != caught.value.message("en")


def test_numbers_that_no_goal_can_hold_are_refused() -> None:
    """Floats, grouped text and empty ranges are refused where they are given."""
    with pytest.raises(InvalidNumberError, match=r"not an exact number: found 0\.5"):
        Goal.at_least(0.5)
    with pytest.raises(InvalidNumberError, match="write 16000000"):
        Goal.at_least("16.000.000")
    with pytest.raises(InvalidIntervalError, match="wrong order: found 5 above 4"):
        Goal.between(5, 4)
    with pytest.raises(InvalidNumberError, match="not an exact number"):
        Goal.at_least(5).met(0.5)
