"""Accepted findings: what they hold, and which words they refuse."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import from_dict, load_example, loads, to_dict
from govplan.errors import DatasetError, InvalidTextError, InvalidValueError
from govplan.model import Suppression
from govplan.testing import suppressions
from govplan.values import Text


@given(suppressions())
def test_a_suppression_is_read_as_it_was_written(accepted: Suppression) -> None:
    """Rule, path and reason survive the file form, and the reason may be in one language."""
    assert from_dict(to_dict(accepted), Suppression) == accepted


def test_a_plan_keeps_its_suppressions_in_order() -> None:
    """A plan file holds them under `suppress`, with a reason as plain text or in two languages."""
    accepted = (
        Suppression("GP302", "Bản in không ghi ngày", "/task_groups/8/legal_references/1"),
        Suppression("GP301", Text("như bản in", "as printed")),
    )
    plan = evolve(load_example("quangnam_2023"), suppress=accepted)
    assert to_dict(plan)["suppress"] == [
        {"rule": "GP302", "reason": "Bản in không ghi ngày", "path": "/task_groups/8/legal_references/1"},
        {"rule": "GP301", "reason": {"vi": "như bản in", "en": "as printed"}},
    ]
    assert from_dict(to_dict(plan), type(plan)).suppress == accepted


@pytest.mark.parametrize("rule", ["GP2", "gp203", "GP20", "GP20345", "203", "", "GP203 ", "ABCDEFGHI001", 203, None])
def test_a_rule_is_one_whole_code(rule: object) -> None:
    """A prefix would accept what nobody has looked at."""
    with pytest.raises(InvalidTextError, match=r"not the code of a rule: found .*; write one code, e\.g\. GP203"):
        Suppression(rule, "vì sao")  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["targets/0", "/a~2", "/~", "#/targets", " /targets", "/a\x00"])
def test_a_path_is_a_json_pointer(path: str) -> None:
    """What findings do not print is refused."""
    with pytest.raises(InvalidTextError, match=r"not a path: found|character that no document prints"):
        Suppression("GP203", "vì sao", path)


def test_an_empty_path_is_the_whole_plan() -> None:
    """Both ways to say it are one value."""
    assert Suppression("GP203", "vì sao", "") == Suppression("GP203", "vì sao")


def test_a_reason_is_required() -> None:
    """A file that accepts a finding without a word of why is refused, at the place."""
    with pytest.raises(TypeError):
        Suppression("GP203")  # type: ignore[call-arg]
    with pytest.raises(InvalidTextError, match="empty text"):
        Suppression("GP203", " ")
    text = "govplan: 1\nid: x\ntitle: x\nissuer: x\njurisdiction: VN-27\nperiod: 2023\nsuppress:\n  - {rule: GP203}\n"
    with pytest.raises(DatasetError, match=r"^8:5: .*reason.*\[/suppress/0\]"):
        loads(text)


def test_a_plan_holds_suppressions_only() -> None:
    """A mapping is read by `from_dict`; the class takes what was read."""
    with pytest.raises(InvalidValueError, match="Suppression expected in a list: found"):
        evolve(load_example("quangnam_2023"), suppress=[{"rule": "GP203"}])


@pytest.mark.parametrize(
    ("path", "found", "covered"),
    [
        (None, "", True),
        (None, "/targets/0", True),
        ("/targets/1", "/targets/1", True),
        ("/targets/1", "/targets/1/goal", True),
        ("/targets/1", "/targets/10", False),
        ("/targets/1", "/targets", False),
        ("/targets/1/partition/0", "/targets/1/breakdowns/0/parts/0/goal", True),
        ("/targets/1/breakdowns/0", "/targets/1/partition/0", True),
    ],
)
def test_what_lies_below_is_accepted_too(path: str | None, found: str, covered: bool) -> None:
    """A path means its place with all that is in it, in whichever form the breakdown is written."""
    accepted = Suppression("GP203", "vì sao", path)
    assert accepted.covers("GP203", found) is covered
    assert not accepted.covers("GP202", found)


@given(st.text(), st.text())
def test_any_words_are_taken_or_refused_in_words(rule: str, path: str) -> None:
    """No text raises anything but the error that says what to write."""
    try:
        accepted = Suppression(rule, "vì sao", path)
    except InvalidTextError:
        return
    assert accepted.rule == rule
