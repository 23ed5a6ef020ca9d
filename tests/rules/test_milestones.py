"""GP221-224: steps on the way, at their edges; the faults are in `tests/planting`."""

from datetime import date

import pytest
from planting.cases import target
from planting.saying import YEAR, found, looked_at, missed, said_of

from govplan.model import Goal, Milestone, Target
from govplan.values import Period

MARCH, JUNE = date(2023, 3, 31), date(2023, 6, 30)
FIRST, SECOND = Period.months(2023, 1, 6), Period.months(2023, 7, 6)


def by(day: date, amount: int) -> Milestone:
    return Milestone(Goal.at_least(amount), by=day)


def during(period: Period, amount: int | str) -> Milestone:
    return Milestone(Goal.at_least(amount), during=period)


def stepped(*steps: Milestone, goal: Goal | None = None, measure: str | None = "flow") -> Target:
    return target("a", goal or Goal.at_least(10), measure=measure, milestones=steps)


def test_steps_may_stand_in_any_order() -> None:
    """Their days decide which comes first, not the file."""
    assert found(said_of(stepped(by(JUNE, 8), by(MARCH, 4)))) == []
    report = said_of(stepped(by(JUNE, 4), by(MARCH, 8)))
    assert found(report) == [("GP222", "/targets/0/milestones/0")]
    assert (report.findings[0].expected, report.findings[0].found, report.findings[0].difference) == (8, 4, -4)


def test_two_steps_of_one_day_that_differ_are_out_of_order() -> None:
    """The one that asks for less is the fault, wherever it stands; the same twice is none."""
    for steps, expected in ((([4, 8]), "0"), (([8, 4]), "1")):
        report = said_of(stepped(*(by(JUNE, amount) for amount in steps)))
        assert found(report) == [("GP222", f"/targets/0/milestones/{expected}")]
    assert found(said_of(stepped(by(JUNE, 8), by(JUNE, 8)))) == []


def test_steps_down_ask_for_less_and_less() -> None:
    """On the way down the order is the other one, and the goal is the lowest."""
    goal = Goal.reduce_to(3)
    steps = [Milestone(Goal.reduce_to(amount), by=day) for amount, day in ((5, MARCH), (4, JUNE))]
    assert found(said_of(stepped(*steps, goal=goal, measure="stock"))) == []
    steps = [Milestone(Goal.reduce_to(amount), by=day) for amount, day in ((4, MARCH), (5, JUNE))]
    assert found(said_of(stepped(*steps, goal=goal, measure="stock"))) == [("GP222", "/targets/0/milestones/1")]
    [step] = said_of(stepped(Milestone(Goal.reduce_to(2), by=JUNE), goal=goal, measure="stock")).findings
    assert (step.code, step.difference) == ("GP223", 1)


def test_a_step_within_a_range_is_not_beyond_it() -> None:
    """The far bound is what a step may not pass."""
    for amount, expected in ((1700, []), (1701, [("GP223", "/targets/0/milestones/0")])):
        goal = Goal.between(1500, 1700)
        steps = [Milestone(Goal.at_least(amount), by=JUNE)]
        assert found(said_of(target("a", goal, polarity="higher", milestones=steps))) == expected


@pytest.mark.parametrize(
    ("goal", "steps", "expected"),
    [
        pytest.param(Goal.at_most(9), (by(MARCH, 4), by(JUNE, 8)), [("GP222", "no_direction")], id="limit"),
        pytest.param(
            Goal.at_least(9),
            (by(MARCH, 4), Milestone(Goal.increase_by(3), by=JUNE)),
            [("GP222", "bases"), ("GP223", "bases")],
            id="another basis",
        ),
        pytest.param(
            Goal.at_least(9),
            (by(MARCH, 4), Milestone(Goal.at_most(8), by=JUNE)),
            [("GP222", "no_common_bound"), ("GP223", "no_common_bound")],
            id="no bound on the way",
        ),
    ],
)
def test_steps_that_cannot_be_compared_are_said_to_be(
    goal: Goal, steps: tuple[Milestone, ...], expected: list[tuple[str, str]]
) -> None:
    """What has no way to go, is of another kind, or asks for nothing on the way, is not passed over."""
    told = missed(said_of(stepped(*steps, goal=goal)))
    assert [one for one in told if one in expected] == expected


def test_periods_of_a_flow_reach_its_goal_within_rounding() -> None:
    """5.0 and 4.9 are 10.0 as far as their printed digits can tell; 4.8 is too little."""
    goal = Goal.at_least("10.0")
    for last, expected in (("4.9", []), ("4.8", [("GP224", "/targets/0/milestones")])):
        assert found(said_of(stepped(during(FIRST, "5.0"), during(SECOND, last), goal=goal))) == expected


@pytest.mark.parametrize(
    ("steps", "measure", "expected"),
    [
        pytest.param((during(FIRST, 1),), "flow", [("GP224", "gaps")], id="half a year missing"),
        pytest.param((during(FIRST, 1), during(YEAR, 1)), "flow", [("GP224", "gaps")], id="one twice"),
        pytest.param((during(FIRST, 1), during(SECOND, 1)), None, [("GP224", "no_measure")], id="no measure"),
        pytest.param(
            (during(FIRST, 1), Milestone(Goal.in_words("Hoàn thành"), during=SECOND)),
            "flow",
            [("GP223", "bases"), ("GP224", "no_common_bound")],
            id="words",
        ),
        pytest.param((during(FIRST, 1), during(SECOND, 1)), "stock", [], id="levels do not add"),
    ],
)
def test_periods_that_cannot_be_added_are_said_to_be(
    steps: tuple[Milestone, ...], measure: str | None, expected: list[tuple[str, str]]
) -> None:
    """Gaps, words and an unknown measure leave the sum open; levels at the end of periods have none."""
    report = said_of(stepped(*steps, measure=measure))
    assert missed(report) == expected
    assert looked_at(report, "GP224") == 0
