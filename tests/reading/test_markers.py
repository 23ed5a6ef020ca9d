"""What stands before items of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.markers import marker_at, ordinal_word


@pytest.mark.parametrize(
    ("text", "style", "ordinal", "words"),
    [
        ("1. Đào tạo", "number/1.", 1, "Đào tạo"),
        ("2.Đào tạo", "number/1.", 2, "Đào tạo"),
        ("3) đào tạo", "number/1)", 3, "đào tạo"),
        ("4/ Đào tạo", "number/1/", 4, "Đào tạo"),
        ("5 - Đào tạo", "number/1", 5, "Đào tạo"),
        ("6. 100% xã", "number/1.", 6, "100% xã"),
        ("3.1 Đào tạo", "number/2", 1, "Đào tạo"),
        ("3.1.2. đào tạo", "number/3", 2, "đào tạo"),
        ("IV. NHIỆM VỤ", "roman", 4, "NHIỆM VỤ"),
        ("XIX- Nhiệm vụ", "roman", 19, "Nhiệm vụ"),
        ("đ) Đào tạo", "letter", 5, "Đào tạo"),
        ("B. MỤC TIÊU", "capital", 2, "MỤC TIÊU"),
        ("(7) đào tạo", "bracketed/number", 7, "đào tạo"),
        ("(c) đào tạo", "bracketed/letter", 3, "đào tạo"),
        ("Điều 12. Đào tạo", "article", 12, "Đào tạo"),
        ("PHẦN THỨ HAI: MỤC TIÊU", "part", 2, "MỤC TIÊU"),
        ("Phần III. Mục tiêu", "part", 3, "Mục tiêu"),
        ("Thứ tư, đào tạo", "rank", 4, "đào tạo"),
        ("Mười lăm là, đào tạo", "rank", 15, "đào tạo"),
        ("Nhóm nhiệm vụ 2: đào tạo", "named", 2, "đào tạo"),
        ("Nhiệm vụ thứ ba: đào tạo", "named", 3, "đào tạo"),
        ("- Đào tạo", "dash/-", None, "Đào tạo"),
        ("–đào tạo", "dash/-", None, "đào tạo"),
        ("+ Đào tạo", "bullet/+", None, "Đào tạo"),
        ("•Đào tạo", "bullet/•", None, "Đào tạo"),
    ],
)
def test_markers_of_every_kind_are_told(text: str, style: str, ordinal: int | None, words: str) -> None:
    """The style says which list an item belongs to, and the words begin behind the marker."""
    marker = marker_at(text, 0, len(text))
    assert marker is not None
    assert (marker.style, marker.ordinal, text[marker.end :]) == (style, ordinal, words)


@pytest.mark.parametrize(
    "text",
    ["1.200 người", "3.5 triệu lượt", "-5 điểm", "5 - 7%", "2023. Tỉnh", "Năm 2023", "Vì trẻ em", "Hai lần", "In ấn"],
)
def test_figures_and_words_are_no_markers(text: str) -> None:
    """A line that begins with an amount is no item of a list."""
    assert marker_at(text, 0, len(text)) is None


@given(st.text(alphabet="1.(-a)IVĐiều thứnhấ +•\n", max_size=12))
def test_no_text_raises_and_words_begin_behind_the_marker(text: str) -> None:
    """Whatever a line holds, its words begin within it."""
    marker = marker_at(text, 0, len(text))
    assert marker is None or 0 < marker.end <= len(text)


def test_words_count_too() -> None:
    """Three groups and a third one are both three; "nhiều" counts nothing."""
    assert [ordinal_word(word) for word in ("ba", "Tư", "mười  hai", "nhiều")] == [3, 4, 12, None]


def test_the_number_of_a_document_is_no_marker() -> None:
    """A line may begin with the number of a document; "1/ Đào tạo" is an item all the same."""
    assert marker_at("74/NQ-CP ngày 03 tháng 5", 0, 24) is None
    item = marker_at("1/ Đào tạo", 0, 10)
    assert item is not None
    assert item.ordinal == 1
