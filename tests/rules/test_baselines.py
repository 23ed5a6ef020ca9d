"""GP216, GP218-220: goals against what they start from, at their edges; the faults are in `tests/planting`."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planting.cases import target
from planting.saying import found, looked_at, said_of

from govplan.model import Baseline, Basis, Direction, Goal
from govplan.testing import numbers
from govplan.values import Interval

AMOUNTS = numbers(min_value=0, max_digits=9, max_decimals=2)


@given(AMOUNTS, AMOUNTS, st.booleans())
def test_a_goal_lies_on_the_side_that_it_leads_to(start: Decimal, goal: Decimal, rises: bool) -> None:
    """Whatever the figures are, a goal behind its start is found, and one at its start is not."""
    wanted = Goal.at_least(goal) if rises else Goal.reduce_to(goal)
    report = said_of(target("a", wanted, baseline=Baseline(start)))
    behind = goal < start if rises else goal > start
    assert found(report) == ([("GP216", "/targets/0/goal")] if behind else [])
    if behind:
        [finding] = report.findings
        assert (finding.expected, finding.found, finding.difference) == (start, goal, goal - start)
        assert ("go up" if rises else "go down") in finding.message("en")
        assert ("cần tăng" if rises else "cần giảm") in finding.message("vi")


def test_a_range_is_behind_only_with_all_of_it() -> None:
    """From 1.600 to 1.500–1.700, more being better, there is a way to go."""
    for start, expected in ((1600, 0), (1701, 1)):
        goal = Goal.between(1500, 1700)
        assert len(said_of(target("a", goal, polarity="higher", baseline=Baseline(start))).findings) == expected


def test_a_change_leads_where_it_says() -> None:
    """A change that is to go up and asks for less than nothing is found without any baseline."""
    down_and_up = Goal(Basis.CHANGE, Interval(Decimal(-5), Decimal(-3)), Direction.UP)
    assert found(said_of(target("a", down_and_up))) == [("GP216", "/targets/0/goal")]
    assert found(said_of(target("a", Goal.increase_by(0)), target("b", Goal.reduce_by_percent(0)))) == []


@pytest.mark.parametrize("goal", [Goal.above(5), Goal.at_most(5), Goal.exactly(5), Goal.in_words("Tốt hơn")])
def test_what_has_no_direction_is_not_behind(goal: Goal) -> None:
    """A limit may lie on either side of where things stand."""
    for start in (4, 6):
        report = said_of(target("a", goal, baseline=Baseline(start)))
        assert (report.findings, looked_at(report, "GP216")) == ((), 0)


@pytest.mark.parametrize(
    ("goal", "unit", "measure", "start", "level"),
    [
        (Goal.reduce_by(3000), "hộ", "stock", 2700, -300),
        (Goal.increase_by(40), "%", "ratio", 71, 111),
        (Goal.reduce_by(8), "%", "ratio", 5, -3),
        (Goal.increase_by_percent(50), "%", "ratio", 80, 120),
    ],
)
def test_a_change_leads_to_no_level_that_cannot_be(goal: Goal, unit: str, measure: str, start: int, level: int) -> None:
    """Below nothing, and for a share above everything, there is no level; the finding says where it would lead."""
    report = said_of(target("a", goal, unit, measure, baseline=Baseline(start)))
    [finding] = report.findings
    assert (finding.code, finding.path, finding.found) == ("GP218", "/targets/0/goal", level)


@pytest.mark.parametrize(("unit", "measure"), [("điểm", "index"), ("điểm", None), ("tuổi", "mean")])
def test_what_may_lie_below_nothing_may_fall_there(unit: str, measure: str | None) -> None:
    """An index, a mean or what nobody says the kind of has no least."""
    report = said_of(target("a", Goal.reduce_by(8), unit, measure, baseline=Baseline(5)))
    assert (report.findings, looked_at(report, "GP218")) == ((), 0)
