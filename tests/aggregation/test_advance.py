"""Share, progress, pace and what remains; *not* here: met or not (`test_assessment`)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan.aggregation.advance import aim_of, elapsed, progress, remaining, share
from govplan.aggregation.refusal import Refusal
from govplan.aggregation.series import Reading
from govplan.model import Baseline, Goal, Indicator, Target
from govplan.testing import days, numbers, periods
from govplan.values import Period

YEAR = Period.year(2023)
AMOUNTS = numbers(max_digits=12, max_decimals=4)
POSITIVE = numbers(min_value=0, max_digits=12, max_decimals=4).filter(bool)
LEVELS = st.sampled_from(["stock", "ratio", "mean", "index"])


def target(goal: Goal, measure: str | None = "stock", start: Decimal | int | None = None, **fields: Any) -> Target:
    baseline = None if start is None else Baseline(start)
    return Target("some", Indicator("Tỷ lệ hộ nghèo", unit="%", measure=measure, **fields), goal, baseline=baseline)


def read(value: Decimal | int | None = None, **fields: Any) -> Reading:
    return Reading(YEAR, value if value is None else Decimal(value), **fields)


def toward(start: Decimal, goal: Decimal) -> Goal:
    return Goal.increase_to(goal) if goal > start else Goal.reduce_to(goal)


@given(LEVELS, AMOUNTS, AMOUNTS)
def test_levels_are_at_0_at_the_baseline_and_at_1_at_the_goal(measure: str, start: Decimal, goal: Decimal) -> None:
    """For increases and decreases alike."""
    assume(start != goal)
    some = target(toward(start, goal), measure, start)
    assert progress(some, read(start), YEAR) == 0
    assert progress(some, read(goal), YEAR) == 1
    assert remaining(some, read(goal), YEAR) == 0


@given(LEVELS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_progress_is_a_straight_line_without_ends(measure: str, start: Decimal, goal: Decimal, amount: Decimal) -> None:
    """It is never clamped: what lies as far behind the baseline as the goal is before it, is at -1."""
    assume(start != goal)
    some = target(toward(start, goal), measure, start)
    found = progress(some, read(amount), YEAR)
    assert not isinstance(found, Refusal)
    assert Fraction(start) + found * (Fraction(goal) - Fraction(start)) == Fraction(amount)


@given(AMOUNTS, POSITIVE, st.none() | AMOUNTS)
def test_flows_are_the_amount_so_far_over_the_goal(amount: Decimal, goal: Decimal, start: Decimal | None) -> None:
    """Last year's total is for comparison and changes nothing."""
    some = target(Goal.at_least(goal), "flow", start)
    assert progress(some, read(amount), YEAR) == Fraction(Fraction(amount), Fraction(goal))


@given(AMOUNTS, POSITIVE, st.sampled_from(["flow", "stock", "ratio", "mean"]))
def test_change_goals_are_the_reported_change_over_the_goal(amount: Decimal, by: Decimal, measure: str) -> None:
    """A fall by half of what was asked is half the way; a rise leads away from it."""
    quotient = Fraction(Fraction(amount), Fraction(by))
    assert progress(target(Goal.increase_by(by), measure), read(change=amount), YEAR) == quotient
    assert progress(target(Goal.reduce_by(by), measure), read(change=amount), YEAR) == -quotient
    assert progress(target(Goal.reduce_by_percent(by), measure), read(relative_change=amount), YEAR) == -quotient


# Numbers of an established tracker's own tests; what it makes of nothing to go, and of no value, is its choice.
@pytest.mark.parametrize(
    ("start", "goal", "current", "percent"),
    [
        (0, 100, 0, 0),
        (0, 100, 20, 20),
        (0, 100, 100, 100),
        (0, 100, 150, 150),
        (20, 100, 20, 0),
        (20, 100, 100, 100),
        (20, 100, 0, -25),
        (20, 100, -20, -50),
        (100, 0, 100, 0),
        (100, 0, 80, 20),
        (100, 0, 0, 100),
        (100, 20, 100, 0),
        (100, 20, 80, 25),
        (100, 20, 20, 100),
        (100, 20, 0, 125),
    ],
)
def test_progress_is_what_other_trackers_compute(start: int, goal: int, current: int, percent: int) -> None:
    """Up and down, behind the start and beyond the goal."""
    some = target(toward(Decimal(start), Decimal(goal)), "stock", start)
    assert progress(some, read(current), YEAR) == Fraction(percent, 100)


def test_a_decrease_to_nothing_is_measured_from_where_it_began() -> None:
    """A rate that is to come down from 1,51 to 0 and stands at 1,82 has moved away by 31 of 151."""
    some = target(Goal.reduce_to(0), "ratio", Decimal("1.51"))
    assert progress(some, read(Decimal("1.82")), YEAR) == Fraction(-31, 151)


@pytest.mark.parametrize(
    ("some", "reading", "code"),
    [
        pytest.param(target(Goal.in_words("Đạt chuẩn")), read(1), "words", id="words"),
        pytest.param(target(Goal.below(4), start=5), read(3), "limit", id="a limit"),
        pytest.param(target(Goal.between(4, 5), start=2), read(3), "no_direction", id="a range either way"),
        pytest.param(target(Goal.at_least(4)), read(3), "no_baseline", id="no baseline"),
        pytest.param(target(Goal.at_least(4), start=4), read(3), "baseline_at_goal", id="nothing to go"),
        pytest.param(target(Goal.at_least(4), None, 1), read(3), "measure_unknown", id="flow or stock"),
        pytest.param(target(Goal.at_least(0), "flow"), read(3), "goal_not_positive", id="a goal of nothing"),
        pytest.param(target(Goal.reduce_to(9), "flow"), read(3), "downward", id="a count to come down"),
        pytest.param(target(Goal.reduce_by(9)), read(3), "no_baseline", id="a change without baseline"),
        pytest.param(
            target(Goal.reduce_by_percent(9), start=0), read(3), "baseline_not_positive", id="percent of nothing"
        ),
        pytest.param(target(Goal.increase_by(0)), read(change=Decimal(3)), "goal_not_positive", id="no change"),
    ],
)
def test_what_is_undefined_is_refused_with_a_reason(some: Target, reading: Reading, code: str) -> None:
    """A figure that would mislead is not given, and the sentence says what to do in both languages."""
    found = progress(some, reading, YEAR)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert found.message("vi") != found.message("en")


def test_half_a_year_of_a_flow_is_no_change_against_a_year() -> None:
    """8.000 jobs by June are not 7.000 fewer than the 15.000 of the whole last year."""
    more = target(Goal.increase_by(500), "flow", 15000)
    june = Reading(Period.months(2023, 1, 6), Decimal(8000))
    refused = progress(more, june, YEAR)
    assert isinstance(refused, Refusal)
    assert refused.code == "part_of_time"
    assert progress(more, read(15250), YEAR) == Fraction(1, 2)


def test_without_baseline_there_is_a_share() -> None:
    """23.951 of 26.680 is the "% kế hoạch" that reports print; of a level to come down there is none."""
    assert share(target(Goal.at_least(26680)), read(23951), YEAR) == Fraction(23951, 26680)
    refused = share(target(Goal.reduce_to(3)), read(4), YEAR)
    assert isinstance(refused, Refusal)
    assert refused.code == "downward"


@given(AMOUNTS, AMOUNTS)
def test_what_remains_points_in_the_goals_direction(goal: Decimal, amount: Decimal) -> None:
    """Upward it is what is missing, downward what is too much."""
    up, down = target(Goal.at_least(goal)), target(Goal.reduce_to(goal))
    assert remaining(up, read(amount), YEAR) == Fraction(goal) - Fraction(amount)
    assert remaining(down, read(amount), YEAR) == Fraction(amount) - Fraction(goal)


@given(periods(), days(), days())
def test_the_elapsed_share_grows_from_0_to_1(way: Period, one: date, two: date) -> None:
    """Nothing before the first day, all of it on the last."""
    early, late = sorted((one, two))
    assert 0 <= elapsed(way, early) <= elapsed(way, late) <= 1
    assert elapsed(way, way.end) == 1
    assert elapsed(way, way.start) == Fraction(1, way.days)


def test_a_point_is_an_aim_whichever_way_is_better() -> None:
    """About 4% without a polarity is still a place to go to."""
    assert aim_of(target(Goal.about(4))) == 4
    assert aim_of(target(Goal.between(4, 5), polarity="lower")) == 5
