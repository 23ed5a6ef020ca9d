"""Drafts, and the plans that they become."""

from datetime import date

import pytest
from attrs.exceptions import FrozenInstanceError

from govplan import Confidence, Draft, Note, Organization, Period, Span, Text, Unread
from govplan.errors import InvalidJurisdictionError, InvalidValueError


def test_a_plan_names_all_that_is_missing_at_once() -> None:
    """In both languages, with what to write."""
    with pytest.raises(InvalidValueError, match="found no title, no issuer, no jurisdiction, no period") as raised:
        Draft("").to_plan()
    assert "tên kế hoạch, cơ quan ban hành, đơn vị hành chính, kỳ kế hoạch" in raised.value.message("vi")
    with pytest.raises(InvalidValueError, match="found no period; give it to to_plan"):
        Draft("", title=Text("Kế hoạch"), issuer=Organization("Sở Y tế")).to_plan(jurisdiction="VN-27")


def test_what_is_given_goes_before_what_was_read() -> None:
    """A person corrects the draft without changing it."""
    draft = Draft("", title=Text("Kế hoạch"), issuer=Organization("Sở Y tế"), period=Period.year(2023))
    plan = draft.to_plan(id="a", jurisdiction="VN-27", period="2024", issuer="Sở Tài chính", title="Chương trình")
    assert (plan.id, str(plan.title), str(plan.issuer), plan.period) == (
        "a",
        "Chương trình",
        "Sở Tài chính",
        Period.year(2024),
    )
    assert draft.to_plan(jurisdiction="VN-27").period == Period.year(2023)


def test_a_code_means_the_unit_of_the_day_of_issue() -> None:
    """Else of the first day of the period; a code that meant nothing then is refused."""
    draft = Draft("", title=Text("Kế hoạch"), issuer=Organization("Sở Y tế"))
    assert draft.to_plan(jurisdiction="24", period="2023").jurisdiction.key == "24@1997-01-01"
    assert draft.to_plan(jurisdiction="24", period="2026").jurisdiction.key == "24@2025-07-01"
    issued = Draft("", title=Text("Kế hoạch"), issuer=Organization("Sở Y tế"), issued=date(2025, 6, 30))
    assert issued.to_plan(jurisdiction="24", period="2026").jurisdiction.key == "24@1997-01-01"
    with pytest.raises(InvalidJurisdictionError, match="not in force"):
        draft.to_plan(jurisdiction="VN-27", period="2026")


def test_questions_are_the_notes_that_ask() -> None:
    """The others only tell."""
    told = Note("/issued", "certain", None, Text("Đã in."))
    asked = Note("/title", Confidence.AMBIGUOUS, Span(0, 1), Text("Lấy nhan đề."), Text("Tên là gì?"), ["A", "B"])
    draft = Draft("x", notes=[told, asked])
    assert draft.questions == (asked,)
    assert asked.alternatives == ("A", "B")


def test_drafts_hold_tuples_and_never_change() -> None:
    """A list that is handed in is not the draft's to change afterwards."""
    unread = [Unread(Span(0, 1), "x", Text("Không rõ"))]
    draft = Draft("x", unread=unread, places=[("/title", Span(0, 1))])
    unread.clear()
    assert len(draft.unread) == 1
    assert draft.places == (("/title", Span(0, 1)),)
    with pytest.raises(FrozenInstanceError):
        draft.text = ""


@pytest.mark.parametrize(
    "wrong",
    [{"notes": ["a"]}, {"unread": ["a"]}, {"citations": ["a"]}, {"targets": ["a"]}, {"period": 2023}, {"text": None}],
)
def test_what_is_no_part_of_a_draft_is_refused(wrong: dict[str, object]) -> None:
    """At once, and with what was expected."""
    with pytest.raises(InvalidValueError, match="expected"):
        Draft(**{"text": "", **wrong})
