"""Goals as plan files write them: every key of the design, and every goal there is."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from govplan import Goal, Interval
from govplan.errors import GovplanError
from govplan.files.goal_form import GENERAL_KEYS, goal_from_form, goal_to_form
from govplan.files.problem import FormError
from govplan.model import Basis, Direction
from govplan.testing import goals

UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE
LEVEL, CHANGE, RELATIVE = Basis.LEVEL, Basis.CHANGE, Basis.RELATIVE_CHANGE


def interval(lower: str | None, upper: str | None, *opened: str) -> Interval:
    low, high = (None if bound is None else Decimal(bound) for bound in (lower, upper))
    return Interval(low, high, lower_open="lower" in opened, upper_open="upper" in opened)


def read(form: object) -> Goal:
    return goal_from_form(form)


def as_text(form: Any) -> Any:
    """Return a form with the numbers as files have them."""
    if isinstance(form, dict):
        return {key: as_text(value) for key, value in form.items()}
    if isinstance(form, list):
        return [as_text(item) for item in form]
    return format(form, "f") if isinstance(form, Decimal) else form


PLAINEST = [
    ({"at_least": "16000"}, Goal.at_least(16000)),
    ({"above": "3"}, Goal.above(3)),
    ({"at_most": "5"}, Goal.at_most(5)),
    ({"below": "4.0"}, Goal.below("4.0")),
    ({"exactly": "7"}, Goal.exactly(7)),
    ({"about": "7"}, Goal.about(7)),
    ({"about": "7", "tolerance": "0.5"}, Goal.about(7, "0.5")),
    ({"between": ["1500", "1700"]}, Goal.between(1500, 1700)),
    ({"reduce_to": "3"}, Goal.reduce_to(3)),
    ({"reduce_to": {"below": "9.8"}}, Goal(LEVEL, interval(None, "9.8", "upper"), DOWN)),
    ({"increase_to": {"above": "9.8"}}, Goal(LEVEL, interval("9.8", None, "lower"), UP)),
    ({"increase_to": ["5", "6"]}, Goal(LEVEL, interval("5", "6"), UP)),
    ({"reduce_to": {"exactly": "6"}}, Goal(LEVEL, interval("6", "6"), DOWN)),
    ({"increase_by": "10"}, Goal.increase_by(10)),
    ({"reduce_by": "3000"}, Goal.reduce_by(3000)),
    ({"increase_by_percent": "8.5"}, Goal.increase_by_percent("8.5")),
    ({"reduce_by_percent": "4"}, Goal.reduce_by_percent(4)),
    ({"reduce_by_percent": {"above": "5"}}, Goal(RELATIVE, interval(None, "-5", "upper"), DOWN)),
    ({"reduce_by": ["3", "5"]}, Goal(CHANGE, interval("-5", "-3"), DOWN)),
    ({"increase_by": {"above": "3", "at_most": "5"}}, Goal(CHANGE, interval("3", "5", "lower"), UP)),
    ({"reduce_by": {"about": "3", "tolerance": "1"}}, Goal(CHANGE, interval("-3", "-3"), DOWN, None, True, Decimal(1))),
    ({"increase_by": "0"}, Goal.increase_by(0)),
    ({"reduce_by": {"exactly": "0"}}, Goal(CHANGE, interval("0", "0"), DOWN)),
    ({"above": "3", "at_most": "5"}, Goal(LEVEL, interval("3", "5", "lower"))),
    ({"at_least": "3", "below": "5"}, Goal(LEVEL, interval("3", "5", "upper"))),
    ({"change_between": ["-3", None]}, Goal(CHANGE, interval("-3", None))),
    ({"change_between": ["-3", "2"]}, Goal(CHANGE, interval("-3", "2"))),
    ({"relative_change_between": ["-3", "2"], "direction": "up"}, Goal(RELATIVE, interval("-3", "2"), UP)),
    ({"between": ["3", None], "direction": "none"}, Goal(LEVEL, interval("3", None))),
    (
        {"between": ["3", "4"], "open": "both", "approximate": "true", "tolerance": "1"},
        Goal(LEVEL, interval("3", "4", "lower", "upper"), Direction.POLARITY, None, True, Decimal(1)),
    ),
    ({"text": "hoàn thành đúng hạn"}, Goal.in_words("hoàn thành đúng hạn")),
]


@pytest.mark.parametrize(("form", "goal"), PLAINEST)
def test_each_goal_is_written_with_its_plainest_key(form: dict[str, Any], goal: Goal) -> None:
    """What a person would write is what is written, and it is read as that goal."""
    assert as_text(goal_to_form(goal)) == form
    assert list(goal_to_form(goal)) == list(form)
    assert read(form) == goal


@pytest.mark.parametrize(
    ("form", "goal"),
    [
        ({"increase_to": "5"}, Goal.at_least(5)),
        ({"increase_to": {"at_least": "5"}}, Goal.at_least(5)),
        ({"reduce_to": {"at_most": "5"}}, Goal.reduce_to(5)),
        ({"at_most": "5", "at_least": "3"}, Goal(LEVEL, interval("3", "5"))),
        # A limit on the far side alone leaves nothing beyond it to wish for.
        ({"reduce_by": {"at_most": "3"}}, Goal(CHANGE, interval("-3", None))),
        ({"increase_by": {"below": "3"}}, Goal(CHANGE, interval(None, "3", "upper"))),
        ({"between": ["1", "2"], "direction": "polarity"}, Goal.between(1, 2)),
        ({"between": ["1", "2"], "approximate": False}, Goal.between(1, 2)),
        ({"between": ["1", "2"], "open": None, "tolerance": None}, Goal.between(1, 2)),
        ({"change_between": ["1", None], "open": "lower"}, Goal(CHANGE, interval("1", None, "lower"))),
        ({"at_least": 5}, Goal.at_least(5)),
        ({"reduce_to": 5}, Goal.reduce_to(5)),
        ({"at_least": Decimal("5.0")}, Goal.at_least("5.0")),
    ],
)
def test_other_forms_that_files_may_have(form: dict[str, Any], goal: Goal) -> None:
    """The longer ways of saying the same are read too."""
    assert read(form) == goal


@given(goal=goals())
def test_every_goal_can_be_written(goal: Goal) -> None:
    """The form of any goal, whatever sums may have made it, is read as that goal, to its last digit."""
    form = goal_to_form(goal)
    again = read(as_text(form))
    assert again == goal
    assert goal_to_form(again) == form
    assert as_text(goal_to_form(again)) == as_text(form)


@given(goal=goals())
def test_general_forms_are_the_last_resort(goal: Goal) -> None:
    """Change and relative change are only written as such when no key of one direction says it."""
    form = goal_to_form(goal)
    if goal.direction in (UP, DOWN) and not goal.approximate and goal.basis in (CHANGE, RELATIVE):
        bound = goal.lower if goal.direction is UP else goal.upper
        away = bound is not None and (bound >= 0 if goal.direction is UP else bound <= 0)
        assert away == form.keys().isdisjoint(GENERAL_KEYS)


@pytest.mark.parametrize(
    ("form", "at", "en", "vi"),
    [
        ("16000", (), "a goal is a mapping: found '16000'; write e.g. at_least: 16000", "chỉ tiêu là một bảng"),
        ({}, (), "keys that make no goal: found none; write one key", "các khóa không thành chỉ tiêu: gặp không có"),
        ({"at_leest": "5"}, ("at_leest",), "unknown key: found 'at_leest'; did you mean at_least?", "khóa lạ"),
        ({"at_least": "x"}, ("at_least",), "not a plain number: found 'x'", "không phải số viết thường"),
        ({"at_least": None}, ("at_least",), "number expected: found nothing", "cần một số: gặp không có gì"),
        ({"at_least": ["5"]}, ("at_least",), "number expected: found a list of 1 items", "gặp một danh sách 1 mục"),
        ({"at_least": 5.5}, ("at_least",), "number expected: found 5.5", "cần một số: gặp 5.5"),
        ({"at_least": True}, ("at_least",), "number expected: found True", "cần một số: gặp True"),
        ({"at_least": "5", "above": "6"}, (), "keys that make no goal: found at_least, above", "gặp at_least, above"),
        ({"at_least": "6", "at_most": "5"}, (), "bounds in the wrong order: found 6 above 5", "cận sai thứ tự"),
        ({"at_least": "6", "at_most": "x"}, ("at_most",), "not a plain number: found 'x'", "không phải số"),
        ({"above": "5", "below": "5"}, (), "empty interval: found 5", "khoảng rỗng"),
        ({"at_least": "5", "text": "x"}, (), "keys that make no goal: found at_least, text", "gặp at_least, text"),
        ({"text": None}, ("text",), "empty text: found nothing; write the goal in words", "lời trống"),
        ({"text": " "}, ("text",), "empty text: found ' '", "chuỗi rỗng"),
        ({"text": ["a"]}, ("text",), "text expected: found a list of 1 items", "cần một chuỗi: gặp một danh sách"),
        ({"between": "5"}, ("between",), "two bounds expected: found '5'; write [1500, 1700]", "cần hai cận: gặp '5'"),
        ({"between": ["5"]}, ("between",), "two bounds expected: found ['5']", "cần hai cận"),
        ({"between": ["5", "y"]}, ("between", 1), "not a plain number: found 'y'", "không phải số"),
        ({"between": [None, None]}, ("between",), "interval without bounds", "khoảng không có cận"),
        ({"between": ["2", "1"]}, ("between",), "bounds in the wrong order: found 2 above 1", "cận sai thứ tự"),
        ({"reduce_by": ["2", None]}, ("reduce_by",), "two numbers expected: found ['2', None]", "cần hai số"),
        ({"reduce_by": "-3"}, ("reduce_by",), "negative amount of change: found -3", "mức thay đổi âm: gặp -3"),
        ({"reduce_by": ["-3", "1"]}, ("reduce_by",), "negative amount: found [-3; 1]", "mức thay đổi âm: gặp [-3; 1]"),
        (
            {"increase_by_percent": {"above": "-3"}},
            ("increase_by_percent",),
            "negative amount: found",
            "mức thay đổi âm",
        ),
        ({"reduce_by": {"above": "x"}}, ("reduce_by", "above"), "not a plain number: found 'x'", "không phải số"),
        ({"reduce_by": {"between": ["1", "2"]}}, ("reduce_by",), "a number, a pair or one level key", "cần một số"),
        ({"reduce_by": {"reduce_by": "2"}}, ("reduce_by",), "a number, a pair or one level key", "cần một số"),
        ({"reduce_by": {"text": "2"}}, ("reduce_by",), "a number, a pair or one level key", "cần một số"),
        ({"about": "5", "tolerance": "-1"}, (), "tolerance without an approximate value, or below 0", "dung sai"),
        ({"about": "5", "tolerance": "x"}, ("tolerance",), "not a plain number: found 'x'", "không phải số"),
        ({"tolerance": "1"}, (), "keys that make no goal: found tolerance", "gặp tolerance"),
        ({"between": ["1", "2"], "tolerance": "1"}, (), "tolerance without an approximate value", "dung sai"),
        (
            {"between": ["1", "2"], "at_least": "1"},
            (),
            "keys that do not go together: found between, at_least",
            "không đi",
        ),
        (
            {"between": ["1", "2"], "change_between": ["1", "2"]},
            (),
            "keys that do not go together",
            "không đi cùng nhau",
        ),
        ({"between": ["1", "2"], "open": "left"}, ("open",), "unknown side: found 'left'", "phía không rõ: gặp 'left'"),
        ({"between": ["1", None], "open": "upper"}, ("between",), "an endless side cannot be open", "phía vô hạn"),
        ({"between": ["1", "2"], "direction": "north"}, ("direction",), "unknown direction: found 'north'", "chiều"),
        ({"between": ["1", None], "direction": "down"}, (), "every value would meet it", "giá trị nào cũng đạt"),
        ({"between": ["1", "2"], "approximate": "maybe"}, ("approximate",), "true or false expected", "cần true hoặc"),
        ({"between": ["1", "2"], "approximate": [1]}, ("approximate",), "true or false expected", "cần true hoặc"),
    ],
)
def test_what_makes_no_goal_is_refused_where_it_stands(form: Any, at: tuple[str | int, ...], en: str, vi: str) -> None:
    """Wrong keys, numbers and combinations are told with the steps that lead to them, in both languages."""
    with pytest.raises(GovplanError) as caught:
        read(form)
    assert caught.value.message("en").startswith(en)
    assert vi in caught.value.message("vi")
    assert (caught.value.at if isinstance(caught.value, FormError) else ()) == at
