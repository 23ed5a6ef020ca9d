"""Tasks and their groups."""

from datetime import date

import pytest
from hypothesis import given

from govplan.errors import (
    InvalidDateError,
    InvalidNumberError,
    InvalidTextError,
    InvalidValueError,
)
from govplan.legal import LegalReference
from govplan.model import Organization, Task, TaskGroup
from govplan.testing import task_groups
from govplan.values import Text


def test_a_group_prints_its_number_and_title() -> None:
    """As it stands in a plan."""
    assert str(TaskGroup(3, Text("Giảm nghèo", "Poverty reduction"))) == "3. Giảm nghèo"


def test_a_group_holds_what_it_cites_serves_and_does() -> None:
    """Lists are kept as tuples, in their order, repeated documents included."""
    decree = LegalReference.parse("Nghị định số 31/2018/NĐ-CP")
    task = Task("Rà soát hộ nghèo", id="review", lead="Phòng Bảo trợ", due=date(2023, 9, 30))
    group = TaskGroup(1, "Giảm nghèo", tasks=[task], targets=["b", "a"], legal_references=[decree, decree], lead="Sở")
    assert group.tasks == (task,)
    assert group.targets == ("b", "a")
    assert group.legal_references == (decree, decree)
    assert group.lead == Organization("Sở")
    assert task.lead == Organization("Phòng Bảo trợ")


@pytest.mark.parametrize("ordinal", [0, -1, 1_000_000, True, "1", 1.0, None])
def test_groups_count_from_one(ordinal: object) -> None:
    """An ordinal is a whole number from 1 on."""
    with pytest.raises(InvalidNumberError, match=r"not an ordinal: found .*; write a whole number from 1 on"):
        TaskGroup(ordinal, "Giảm nghèo")


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"title": None}, InvalidTextError, "neither vi nor en"),
        ({"tasks": "Rà soát"}, InvalidValueError, "a list expected: found 'Rà soát'"),
        ({"tasks": ["Rà soát"]}, InvalidValueError, "Task expected in a list: found 'Rà soát'"),
        ({"targets": ["A B"]}, InvalidTextError, "not an id: found 'A B'"),
        ({"targets": "jobs"}, InvalidValueError, "a list expected: found 'jobs'"),
        (
            {"legal_references": ["Luật Nhà ở"]},
            InvalidValueError,
            "LegalReference expected in a list: found 'Luật Nhà ở'",
        ),
        ({"source": "báo"}, InvalidValueError, "Source expected for source"),
    ],
)
def test_what_no_group_has_is_refused(fields: dict[str, object], error: type[Exception], message: str) -> None:
    """Each field says what it takes."""
    with pytest.raises(error, match=message):
        TaskGroup(**{"ordinal": 1, "title": "Giảm nghèo", **fields})


def test_a_task_is_due_on_a_day() -> None:
    """Text is no day, and a task needs a title."""
    with pytest.raises(InvalidDateError, match="not a date: found '2023-09-30'"):
        Task("Rà soát", due="2023-09-30")
    with pytest.raises(InvalidTextError, match="empty text"):
        Task("")


@given(task_groups())
def test_every_group_begins_with_its_ordinal(group: TaskGroup) -> None:
    """What is printed is number, full stop and title."""
    assert str(group) == f"{group.ordinal}. {group.title}"
    assert group.ordinal >= 1
