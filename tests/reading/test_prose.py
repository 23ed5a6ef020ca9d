"""Whole plans read from their words: every layout, both normal forms, any text."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import govplan
from govplan import Draft, Target, find_citations, load_example, read_text
from govplan.reading.confidence import Confidence

PLANS = Path(__file__).parent / "plans"
LAYOUTS = sorted(path.stem for path in PLANS.glob("*.txt"))
OTHER_SCHOOL = (("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("Ủy", "Uỷ"), ("ỦY", "UỶ"), ("ÒA", "OÀ"))


def layout(name: str) -> str:
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


def figures(target: Target) -> dict[str, Any]:
    """Return what a target commits to, without the words for it."""
    form: dict[str, Any] = {"goal": govplan.to_dict(target.goal)}
    if target.horizon is not None:
        form["horizon"] = str(target.horizon)
    if target.relation is not None:
        form[target.relation.value] = [figures(part) for part in target.parts]
    return form


def form(draft: Draft) -> dict[str, Any]:
    """Return what was read, as the expected readings are written."""
    groups = []
    for group in draft.task_groups:
        groups.append({"title": str(group.title)})
        if group.tasks:
            groups[-1]["tasks"] = [str(task.title) for task in group.tasks]
        if group.legal_references:
            groups[-1]["cites"] = [one.text for one in group.legal_references]
    return {
        "title": str(draft.title),
        "issuer": str(draft.issuer),
        "jurisdiction": str(draft.jurisdiction),
        "period": str(draft.period),
        "issued": draft.issued and str(draft.issued),
        "document": draft.document and draft.document.text,
        "declared": draft.declared and draft.declared.task_groups,
        "legal_basis": [one.text for one in draft.legal_basis],
        "targets": [figures(target) for target in draft.targets],
        "task_groups": groups,
    }


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    """Decisions, resolutions, plans and news: who, when, what, which groups, which documents."""
    expected = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    assert form(read_text(layout(name))) == expected


@pytest.mark.parametrize("name", LAYOUTS)
def test_spelling_and_typesetting_change_nothing(name: str) -> None:
    """Both normal forms, both schools of tone marks, other spaces and ends of lines read alike."""
    text = layout(name)
    read = form(read_text(text))
    other = text
    for one, two in OTHER_SCHOOL:
        other = other.replace(one, two)
    assert other != text or not any(one in text for one, _ in OTHER_SCHOOL)
    variants = {
        "decomposed": unicodedata.normalize("NFD", text),
        "other school": other,
        "decomposed, other school": unicodedata.normalize("NFD", other),
        "no-break spaces": text.replace(" ", "\u00a0"),
        "zero width": "\ufeff" + text.replace(" ", " \u200b"),
        "ends of lines": text.replace("\n", "\r\n"),
        "spaces behind": text.replace("\n", "  \n"),
    }
    assert {name: form(read_text(variant)) == read for name, variant in variants.items()} == dict.fromkeys(
        variants, True
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_span_quotes_the_given_text(name: str) -> None:
    """Whatever the text's normal form, a reader of the draft sees the words where they stand."""
    text = unicodedata.normalize("NFD", layout(name))
    draft = read_text(text)
    assert [one.span.of(text) for one in draft.citations] == [one.text for one in draft.citations]
    assert [one.span.of(text) for one in draft.unread] == [one.text for one in draft.unread]
    for target in (part for whole in draft.targets for part in whole.walk()):
        assert target.stated is not None
        assert target.source is not None
        assert target.source.span is not None
        quote = " ".join(unicodedata.normalize("NFC", target.source.span.of(text)).split())
        assert quote.startswith(target.stated[:20])
        assert text.count("\n", 0, target.source.span.start) >= (target.source.paragraph or 1) - 1
    for group in draft.task_groups:
        assert group.source is not None
        assert group.source.span is not None
        assert str(group.title) in " ".join(unicodedata.normalize("NFC", group.source.span.of(text)).split())


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_becomes_a_plan_that_a_file_holds(name: str) -> None:
    """It loads as it was written, and its only faults are the document's."""
    draft = read_text(layout(name))
    plan = draft.to_plan()
    for format in ("yaml", "json"):
        assert govplan.loads(govplan.dumps(plan, format=format), format=format) == plan
    wrong = {finding.code for finding in govplan.check(plan).errors}
    assert wrong == ({"GP103"} if "wrong_total" in name else set())


def test_a_declared_number_that_does_not_hold_is_asked_about() -> None:
    """The draft keeps what the document says, and says what was found."""
    draft = read_text(layout("article_wrong_total"))
    note = next(note for note in draft.questions if note.about == "/declared/task_groups")
    assert note.confidence is Confidence.AMBIGUOUS
    assert note.alternatives == ("6", "5")
    assert note.span is not None
    assert note.span.of(draft.text) == "6 nhóm nhiệm vụ"


def test_a_clause_alone_is_read() -> None:
    """It needs no document around it, and has none of a document's fields."""
    draft = read_text("Đến năm 2025, tỷ lệ che phủ rừng đạt 42%; tỷ lệ hộ nghèo còn dưới 3%.")
    assert [figures(target) for target in draft.targets] == [
        {"goal": {"at_least": "42"}, "horizon": "2025"},
        {"goal": {"reduce_to": {"below": "3"}}, "horizon": "2025"},
    ]
    assert (draft.title, draft.issuer, draft.period, draft.task_groups) == (None, None, None, ())


def test_a_target_stated_twice_is_recorded_once() -> None:
    """News says in its lead what it says again below."""
    draft = read_text(
        "Sơn La giảm nghèo\n\nNăm 2024, tỉnh phấn đấu giảm tỷ lệ hộ nghèo còn 12%.\n\n"
        "Kế hoạch đề ra: tỷ lệ hộ nghèo giảm còn 12%; tỷ lệ hộ cận nghèo giảm còn 8%."
    )
    assert len(draft.targets) == 2
    assert any(note.about == "/targets/0" for note in draft.notes)


def test_figures_of_years_before_the_plan_are_left_alone() -> None:
    """They are listed as not read, with the reason."""
    draft = read_text(
        "Cà Mau nuôi tôm\n\nUBND tỉnh Cà Mau ban hành Kế hoạch nuôi tôm năm 2024.\n\n"
        "Sản lượng tôm đạt 240.000 tấn.\n\nSản lượng tôm năm 2021 là 200.000 tấn."
    )
    assert [figures(target) for target in draft.targets] == [{"goal": {"at_least": "240000"}}]
    assert ["2021" in one.text for one in draft.unread] == [True]


def test_text_in_an_older_encoding_is_refused_by_name() -> None:
    """Nothing is read from letters that are none."""
    draft = read_text("ChØ tiªu n¨m 2005: gi¶m tû lÖ hé nghÌo xuèng d­íi 15%, t¹o viÖc lµm cho 5.000 lao ®éng." * 3)
    assert draft.targets == ()
    assert "TCVN3" in draft.notes[0].text.in_language("vi")
    assert draft.notes[0].question is not None


def test_the_head_of_the_example_dataset_is_read_as_a_person_did() -> None:
    """An abbreviated department, a day without its year, a number glued to a word."""
    plan = load_example("quangnam_2023")
    draft = read_text(
        "Chỉ tiêu mới của ngành lao động\n\nTin từ tỉnh cho hay, ngày 04/1, Sở LĐ,TB&XH đã công bố Chương trình "
        "việc làm tỉnh Quảng Nam năm 2023. Ngành nêu ra15 nhóm nhiệm vụ."
    )
    assert (draft.jurisdiction, draft.period, draft.issued) == (plan.jurisdiction, plan.period, plan.issued)
    assert (str(draft.issuer), draft.declared) == (str(plan.issuer), plan.declared)
    assert any(note.about == "/issued" and note.question for note in draft.notes)


FRAGMENTS = st.sampled_from(
    [*layout("decision_with_articles").splitlines(True), *layout("article_wrapped").splitlines(True),
     "I. MỤC TIÊU\n", "1. ", "- ", "(1) ", "thứ nhất, ", "trong đó: ", "giảm ", "3% ", "1.200 người ", "năm 2023 ",
     "Điều 1. ", "\n", "\n\n", "\t", "; ", ": ", "\ud800", "\x00", "e\u0301\u0302", "\u200b", "999999999999999999999 ",
     "nhóm nhiệm vụ ", "TM. ", "quý V/2023 ", "ngày 31/02 ", "UBND tỉnh ", "ban hành Kế hoạch "]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@example("")
@example("\n")
@example("NHIỆM VỤ")
@example("Ngày 29/02, UBND tỉnh Hà Nam ban hành Kế hoạch năm 2023.")
def test_no_text_crashes_it(text: str) -> None:
    """Any text gives a draft whose spans quote it, and what is missing for a plan can be given."""
    draft = read_text(text)
    assert draft.text == text
    assert all(one.span.of(text) == one.text for one in (*draft.citations, *draft.unread))
    assert all(span.end <= len(text) for _, span in draft.places)
    plan = draft.to_plan(
        id="x",
        title=draft.title or "x",
        issuer=draft.issuer or "x",
        period=draft.period or "2023",
        jurisdiction=draft.jurisdiction or "VN",
    )
    assert govplan.loads(govplan.dumps(plan)) == plan
    assert read_text(text) == draft


@given(st.lists(FRAGMENTS, max_size=20).map("".join))
def test_what_is_cited_is_what_citations_are_found(text: str) -> None:
    """Reading a plan loses no citation that its text has on one line."""
    text = " ".join(text.split())
    assert read_text(text).citations == find_citations(text)
