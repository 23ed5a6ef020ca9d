"""What is expected by a day; *not* here: what was reached."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation.expectation import expected
from govplan.aggregation.refusal import Refusal
from govplan.model import Baseline, Goal, Indicator, Milestone, Target
from govplan.values import Period

YEAR = Period.year(2023)
DAYS = st.dates(YEAR.start, YEAR.end)
MIDDLE = date(2023, 7, 2)
"""The 183rd of 365 days."""


def target(goal: Goal, measure: str | None = "flow", *steps: Milestone, **fields: Any) -> Target:
    return Target("some", Indicator("Việc làm", unit="người", measure=measure), goal, milestones=steps, **fields)


@given(DAYS)
def test_a_flow_grows_from_nothing_to_its_goal(day: date) -> None:
    """Every day asks for as much as every other."""
    days = (day - YEAR.start).days + 1
    assert expected(target(Goal.at_least(365)), YEAR, day) == days
    assert expected(target(Goal.reduce_by(730), "stock"), YEAR, day) == -2 * days


def test_a_level_goes_from_its_baseline_to_its_goal() -> None:
    """Half the way in half the time; from the end on it is the goal."""
    some = target(Goal.reduce_to(135), "stock", baseline=Baseline(500))
    assert expected(some, YEAR, date(2023, 1, 1)) == 499
    assert expected(some, YEAR, MIDDLE) == 500 - 183
    assert expected(some, YEAR, date(2025, 1, 1)) == 135


def test_milestones_bend_the_way() -> None:
    """By the middle of the year 83 of 265 are asked for, and half of the rest half a year's rest later."""
    some = target(Goal.at_least(265), "flow", Milestone(Goal.at_least(83), by=MIDDLE))
    assert expected(some, YEAR, MIDDLE) == 83
    assert expected(some, YEAR, date(2023, 10, 1)) == 83 + 91


def test_amounts_of_periods_add_up_on_the_way_of_a_flow() -> None:
    """10 in the first quarter and 20 in the second are 30 by the end of June; a gap ends the sum."""
    first, second, fourth = (
        Milestone(Goal.at_least(amount), during=Period.parse(quarter))
        for quarter, amount in (("2023-Q1", 10), ("2023-Q2", 20), ("2023-Q4", 5))
    )
    some = target(Goal.at_least(100), "flow", second, first, fourth)
    assert expected(some, YEAR, date(2023, 3, 31)) == 10
    assert expected(some, YEAR, date(2023, 6, 30)) == 30
    assert expected(some, YEAR, YEAR.end) == 100


def test_without_a_baseline_the_way_of_a_level_begins_at_its_first_milestone() -> None:
    """Before that nothing is known of what to expect."""
    some = target(Goal.at_least(90), "ratio", Milestone(Goal.at_least(80), by=MIDDLE))
    refused = expected(some, YEAR, date(2023, 7, 1))
    assert isinstance(refused, Refusal)
    assert refused.code == "no_baseline"
    assert expected(some, YEAR, MIDDLE) == 80
    assert expected(some, YEAR, date(2023, 10, 1)) == 85


@pytest.mark.parametrize(
    ("some", "day", "code"),
    [
        (target(Goal.at_least(5)), date(2022, 12, 31), "not_begun"),
        (target(Goal.below(5)), MIDDLE, "limit"),
        (target(Goal.in_words("Đạt chuẩn")), MIDDLE, "words"),
        (target(Goal.at_least(5), None), MIDDLE, "measure_unknown"),
    ],
)
def test_where_nothing_can_be_expected_a_reason_is_given(some: Target, day: date, code: str) -> None:
    """Before the time, of limits and words, and where nobody knows whether it is counted."""
    refused = expected(some, YEAR, day)
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_steps_on_another_basis_and_outside_the_time_are_passed_over() -> None:
    """A step that does not lie on the way does not bend it."""
    steps = [Milestone(Goal.increase_by(9), by=MIDDLE), Milestone(Goal.at_least(9), by=date(2024, 1, 1))]
    assert expected(target(Goal.at_least(365), "flow", *steps), YEAR, MIDDLE) == Fraction(183)
