"""GP225, GP226: targets that stand twice, at their edges; the faults are in `tests/planting`."""

from itertools import permutations

import pytest
from attrs import evolve
from planting.cases import divided, province, target
from planting.saying import found, looked_at, missed, said_of

from govplan.model import Goal, Target
from govplan.values import Period


def jobs(id: str, goal: Goal, unit: str = "người", **fields: object) -> Target:
    return target(id, goal, unit, key="jobs", **fields)


FIVE = jobs("a", Goal.at_least(5))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(jobs("b", Goal.at_most(9)), id="a ceiling beside a floor"),
        pytest.param(jobs("b", Goal.at_least(9), horizon=Period.months(2023, 1, 6)), id="another time"),
        pytest.param(jobs("b", Goal.at_least(9), jurisdiction=province(1)), id="another place"),
        pytest.param(target("b", Goal.at_least(9)), id="an indicator of its own"),
        pytest.param(divided(target("b", Goal.at_least(9)), "subset", jobs("c", Goal.at_least(6))), id="a part"),
    ],
)
def test_what_differs_in_anything_else_is_no_repetition(other: Target) -> None:
    """Only one indicator, place and time make one target, and only headline targets are held against each other."""
    assert found(said_of(FIVE, other)) == []


def test_every_order_gives_the_same_findings() -> None:
    """Of 5, 5 and 7 one repeats and one contradicts, whichever comes first."""
    targets = FIVE, jobs("b", Goal.at_least(5)), jobs("c", Goal.at_least(7))
    for order in permutations(targets):
        assert sorted(code for code, _ in found(said_of(*order))) == ["GP225", "GP226"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (jobs("b", Goal.increase_by(2)), "bases"),
        (jobs("b", Goal.in_words("Tăng mạnh")), "words"),
    ],
)
def test_values_that_cannot_be_compared_are_said_to_be(other: Target, reason: str) -> None:
    """A change beside a level, or words beside a number, may or may not agree."""
    assert missed(said_of(FIVE, other)) == [("GP225", reason)]


def test_values_in_two_units_are_not_compared() -> None:
    """That the indicator has two units is a finding of its own."""
    report = said_of(FIVE, jobs("b", Goal.at_least(9), "nghìn người"))
    assert [code for code, _ in found(report)] == ["GP106"]
    assert [(one.code, one.reason) for one in report.not_checked] == [("GP225", "units")]


def test_the_same_words_twice_are_a_repetition() -> None:
    """Words can be compared with themselves."""
    words = evolve(FIVE, goal=Goal.in_words("Tăng mạnh"))
    assert found(said_of(words, evolve(words, id="b"))) == [("GP226", "/targets/1")]
    assert looked_at(said_of(words, evolve(words, id="b")), "GP225") == 0
