"""GP507, GP508: published judgements, at their edges; the reports of 2019 are in `test_outside_cases`."""

from datetime import date

import pytest
from planting.cases import target
from planting.saying import YEAR, found, missed, said_of

from govplan.model import Baseline, Goal, Observation
from govplan.values import Period

JOBS = target("jobs", Goal.at_least(10))


def judged(words: str, value: int = 10, **fields: object) -> Observation:
    return Observation("jobs", **{"period": YEAR, "value": value, "judgement": words, **fields})


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("Đạt", 10, []),
        ("ĐẠT  KẾ HOẠCH.", 10, []),
        ("Hoàn thành chỉ tiêu kế hoạch", 10, []),
        ("Đạt và vượt", 11, []),
        ("Đạt và vượt", 10, []),
        ("Vượt mục tiêu đề ra", 11, []),
        ("Không đạt", 9, []),
        ("chưa đạt KH", 9, []),
        ("Không đạt", 10, ["GP507"]),
        ("Chưa hoàn thành", 12, ["GP507"]),
        ("Vượt", 9, ["GP507"]),
        ("Vượt", 10, ["GP508"]),
        ("Đạt", 11, ["GP508"]),
    ],
)
def test_what_was_published_is_held_against_the_numbers(words: str, value: int, expected: list[str]) -> None:
    """Met or not is one thing, met or exceeded another; how the words are written does not matter."""
    assert [code for code, _ in found(said_of(JOBS, results=(judged(words, value),)))] == expected


@pytest.mark.parametrize("words", ["Đạt 95%", "Khá", "Đạt một phần", "vượt quá thẩm quyền"])
def test_words_that_claim_neither_are_not_read_as_if(words: str) -> None:
    """95% is not met, and what is not known is said not to be."""
    assert missed(said_of(JOBS, results=(judged(words),))) == [("GP507", "judgement_unread")]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"period": Period.months(2023, 1, 6)}, "not_due", id="half the year"),
        pytest.param({"period": None, "as_of": date(2023, 6, 30)}, "not_due", id="a day before the end"),
        pytest.param({"period": Period.months(2023, 10, 3)}, "part_of_time", id="the last quarter of a flow"),
        pytest.param({"value": None, "relative_change": 3}, "undecided", id="a change that decides no level"),
    ],
)
def test_results_that_cannot_decide_are_said_to_be(fields: dict[str, object], reason: str) -> None:
    """Before the end, for a part of the time, or on another basis, nothing is contradicted."""
    assert missed(said_of(JOBS, results=(judged("Đạt", **fields),))) == [("GP507", reason)]


def test_a_change_is_judged_from_its_baseline() -> None:
    """A level decides a goal that is a change, where it is known what it started from."""
    fewer = target("jobs", Goal.reduce_by(3), "hộ", "stock", baseline=Baseline(10))
    assert found(said_of(fewer, results=(judged("Đạt", 7),))) == []
    assert found(said_of(fewer, results=(judged("Đạt", 8),))) == [("GP507", "/targets/0")]
