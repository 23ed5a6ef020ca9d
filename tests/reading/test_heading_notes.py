"""What a person is told of how a plan's head was read."""

import pytest

from govplan import read_text
from govplan.reading.draft import Note


def notes(text: str, about: str) -> list[Note]:
    return [note for note in read_text(text).notes if note.about == about]


LEAD = " Toàn tỉnh có nhiều việc phải làm trong năm tới đây để đạt các mục tiêu."


@pytest.mark.parametrize(
    ("text", "about", "asks"),
    [
        ("Năm 2024, Hà Nam trồng cây\n\nTỉnh Hà Nam trồng cây." + LEAD, "/title", True),
        ("Ngày 05/2, Sở Y tế ban hành Kế hoạch tỉnh Hà Nam năm 2024.", "/issuer", False),
        ("Ngày 05/2, Sở Y tế ban hành Kế hoạch tỉnh Hà Nam năm 2024.", "/issued", True),
        ("UBND huyện Lý Nhân, tỉnh Hà Nam ban hành Kế hoạch trồng cây năm 2024.", "/jurisdiction", True),
        ("UBND tỉnh Bắc Ninh ban hành Kế hoạch trồng cây.", "/jurisdiction", True),
        ("Hà Nam trồng cây\n\nTrong năm 2024, tỉnh Hà Nam trồng cây." + LEAD, "/period", False),
        ("UBND TỈNH HÀ NAM\nSố:     /KH-UBND\n\nKẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU", "/document", True),
        ("UBND TỈNH HÀ NAM\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU", "/document", False),
    ],
)
def test_what_was_inferred_is_said(text: str, about: str, asks: bool) -> None:
    """One note each, a question where a person must decide, both in two languages."""
    found = notes(text, about)
    assert len(found) == 1
    assert (found[0].question is not None) == asks
    assert found[0].text.vi
    assert found[0].text.en


def test_what_is_printed_as_it_stands_needs_no_note() -> None:
    """A full sentence of issue leaves nothing to tell."""
    draft = read_text("Ngày 05/02/2024, UBND tỉnh Hà Nam ban hành Kế hoạch trồng cây năm 2024.")
    assert draft.notes == ()
