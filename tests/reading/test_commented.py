"""What a person finds in the file that a draft becomes."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from govplan import Goal, Indicator, Jurisdiction, Organization, Period, Span, Target, Text, loads
from govplan.errors import DatasetError, Lang
from govplan.reading import Draft, Note, Unread
from govplan.reading.commented import draft_as_yaml
from govplan.testing import drafts

JOBS = Target(
    "jobs", Indicator("Giải quyết việc làm", unit="người", measure="flow"), Goal.at_least(9000), stated="9.000 người"
)
DRAFT = Draft(
    text="Năm 2024, tỉnh giải quyết việc làm cho 9.000 người.\nHỗ trợ 12 điểm trường.",
    title=Text("Kế hoạch việc làm năm 2024"),
    issuer=Organization(Text("Sở Nội vụ")),
    jurisdiction=Jurisdiction.in_force("VN-27", date(2024, 1, 5)),
    period=Period.year(2024),
    targets=(JOBS,),
    notes=(
        Note(
            "/targets/0/goal",
            "ambiguous",
            Span(0, 3),
            Text("Hiểu là mức tối thiểu", "Read as a floor"),
            question=Text("Có phải mức tối thiểu không?", "Is it a floor?"),
            alternatives=("exactly: 9000",),
        ),
        Note("/targets/0", "likely", None, Text("Đại lượng thời kỳ", "A flow")),
    ),
    unread=(Unread(Span(52, 74), "Hỗ trợ 12 điểm trường.", Text("không rõ chỉ tiêu", "no indicator")),),
)


@given(drafts(complete=True))
def test_the_comments_change_nothing_of_the_plan(draft: Draft) -> None:
    """Promise: the file that a complete draft becomes is read at once, as the draft's plan."""
    assert loads(draft_as_yaml(draft)) == draft.to_plan()


@given(drafts())
def test_every_draft_can_be_written(draft: Draft) -> None:
    """Promise: any draft becomes a file; what is missing in it is named by a comment and by the reader."""
    text = draft_as_yaml(draft, lang="en")
    missing = [key for key in ("title", "issuer", "jurisdiction", "period") if getattr(draft, key) is None]
    assert [line.split(": ")[1] for line in text.splitlines() if line.startswith("# Not found")] == missing
    if missing:
        with pytest.raises(DatasetError) as caught:
            loads(text)
        told = caught.value.message("en")
        assert all(key in told for key in missing)


def test_notes_stand_above_what_they_are_about() -> None:
    """Promise: a note is a comment on the lines before its value, as deep as that value stands."""
    lines = draft_as_yaml(DRAFT).splitlines()
    goal = next(index for index, line in enumerate(lines) if line.startswith("  goal:"))
    assert lines[goal - 3 : goal] == [
        "  # [chưa rõ] Hiểu là mức tối thiểu",
        "  # Cách đọc khác: exactly: 9000",
        "  # Câu hỏi: Có phải mức tối thiểu không?",
    ]
    first = lines.index("- id: jobs")
    assert lines[first - 1] == "# [có thể] Đại lượng thời kỳ"


def test_what_was_not_read_is_listed_at_the_end() -> None:
    """Promise: every stretch that was left alone is quoted, with its line and the reason."""
    last = draft_as_yaml(DRAFT, lang="en").splitlines()[-1]
    assert last == "# Not read (line 2): “Hỗ trợ 12 điểm trường.”: no indicator"


@pytest.mark.parametrize(("lang", "counted"), [("vi", "1 chỉ tiêu, 0 nhóm"), ("en", "Targets: 1; task groups: 0")])
def test_the_head_says_what_the_file_is(lang: Lang, counted: str) -> None:
    """Promise: the first lines say what was read from where and how much there is to do, in the language asked for."""
    head = draft_as_yaml(DRAFT, name="kế hoạch.txt", lang=lang).splitlines()[:4]
    assert "kế hoạch.txt" in head[0]
    assert any(counted in line for line in head)


def test_nothing_read_can_end_a_comment() -> None:
    """Promise: line ends and controls in notes and quotes stay inside their comment."""
    evil = evolve(
        DRAFT,
        unread=(Unread(Span(0, 3), "a\nid: evil\x1b[2J\u2028title: x\x85y", Text("lý do", "reason")),),
        notes=(),
    )
    assert loads(draft_as_yaml(evil, name="a\nb: c")).id == DRAFT.to_plan().id
    assert "\x1b" not in draft_as_yaml(evil)


def test_the_id_can_be_chosen() -> None:
    """Promise: the caller's id goes before the one made from the title."""
    assert loads(draft_as_yaml(DRAFT, id="viec-lam-2024")).id == "viec-lam-2024"
