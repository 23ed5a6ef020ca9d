"""What pages add to a text is taken out, and everything else stays where it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.reading.cleaning import clean
from govplan.reading.page_marks import without_page_marks

_LONG = "Ủy ban nhân dân các xã rà soát hộ nghèo, hộ cận nghèo, cập nhật dữ liệu và báo cáo kết quả từng quý. " * 4
_PAGES = (
    f"I. MỤC TIÊU\n{_LONG}\n\n1\nKế hoạch tỉnh Bến Tre\n\n{_LONG}\nThực hiện theo Quyết định số 12/QĐ-TTg của Thủ\n\n"
    "2\nKế hoạch tỉnh Bến Tre\n\ntướng Chính phủ về bảo hiểm y tế cho người dân các xã bãi ngang.\n"
)


def test_a_sentence_goes_on_behind_the_page() -> None:
    """The number of a page and the line that each page repeats do not cut a citation in two."""
    unmarked = without_page_marks(clean(_PAGES))
    assert "của Thủ\ntướng Chính phủ" in unmarked.clean.text
    assert "Kế hoạch tỉnh Bến Tre" not in unmarked.clean.text
    assert len(unmarked.lines) == 4


def test_places_lead_back_to_the_given_text() -> None:
    """A stretch behind a page quotes the words that the given text has there."""
    unmarked = without_page_marks(clean(_PAGES))
    start = unmarked.clean.text.index("tướng Chính phủ")
    assert unmarked.clean.span(start, start + 15).of(_PAGES) == "tướng Chính phủ"


def test_figures_alone_on_their_lines_are_no_pages() -> None:
    """Cells of a table that stand on lines of their own stay, for they do not count on over whole pages."""
    text = "TT\nChỉ tiêu\n1\nSản lượng\n2\nDiện tích\n3\nDân số\n"
    assert without_page_marks(clean(text)).clean.text == text


def test_footnotes_are_listed_as_unread() -> None:
    """A footnote is no target, its mark is no part of a name, and a person sees what was left out."""
    text = (
        "Mục tiêu năm 2024:\n- Thêm 03 huyện đạt chuẩn nông thôn mới1.\n_________\n1 Gồm 03 huyện ven biển.\n"
        "- Tỷ lệ hộ nghèo còn 4%.\n"
    )
    draft = govplan.read_text(text)
    assert [str(target.indicator.name) for target in draft.targets] == [
        "Huyện đạt chuẩn nông thôn mới",
        "Tỷ lệ hộ nghèo",
    ]
    assert "1 Gồm 03 huyện ven biển." in draft.unread[0].text


def test_lines_keep_their_numbers() -> None:
    """The paragraph of a source counts the lines of the given text, those of the pages too."""
    text = "Mục tiêu năm 2024:\n_________\n1 Theo chuẩn mới.\n\nTỷ lệ hộ nghèo giảm còn 4%.\n"
    [target] = govplan.read_text(text).targets
    assert target.source is not None
    assert target.source.paragraph == 4


def test_stars_of_markdown_change_nothing() -> None:
    """A heading between two stars is the heading."""
    plain = "I. MỤC TIÊU\n- Tỷ lệ hộ nghèo còn 4%.\nII. NHIỆM VỤ\n1. Đào tạo nghề.\n2. Giảm nghèo.\nIII. VỐN\n5 tỷ."
    starred = "\n".join(f"**{line}**" if line.isupper() else line for line in plain.split("\n"))
    one, other = govplan.read_text(plain), govplan.read_text(starred)
    assert [str(target) for target in one.targets] == [str(target) for target in other.targets]
    assert [group.title for group in one.task_groups] == [group.title for group in other.task_groups]
    assert len(one.task_groups) == 2


@given(st.text(alphabet="12 \n_.aàM*#-[]", max_size=200))
def test_every_place_is_one_of_the_given_text(text: str) -> None:
    """No text raises, and each letter that is left leads back to the same letter or to a break between lines."""
    cleaned = clean(text)
    kept = without_page_marks(cleaned).clean
    for place, letter in enumerate(kept.text):
        found = cleaned.text[kept.places[place]] if kept.places is not None else cleaned.text[place]
        assert letter == found or letter == "\n"
