"""Paragraphs and the lines that a printer broke."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.paragraphs import paragraphs


def words(text: str) -> list[str]:
    found = paragraphs(text)
    return [found.text[item.start : item.end] for item in found.items]


WRAPPED = """Trong năm 2024 ngành y tế của tỉnh phấn đấu nâng tỷ lệ dân số tham gia bảo
hiểm y tế lên 95%. Các trạm y tế xã được bổ sung bác sĩ theo lộ trình đã định;
trẻ em được tiêm chủng đầy đủ. Ngành cũng chú trọng y tế dự phòng và quản lý sức
khỏe người cao tuổi."""


def test_wrapped_lines_are_one_paragraph() -> None:
    """Also where a sentence happens to end with the line."""
    assert len(words(WRAPPED)) == 1


def test_joining_keeps_every_place() -> None:
    """Only ends of lines become spaces, so that spans count on."""
    found = paragraphs(WRAPPED)
    assert len(found.text) == len(WRAPPED)
    assert all(new == old or (new, old) == (" ", "\n") for new, old in zip(found.text, WRAPPED, strict=True))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Một đoạn văn.\n\nMột đoạn khác.", 2, id="empty-line"),
        pytest.param("1. Đào tạo nghề.\n2. Giảm nghèo.", 2, id="markers"),
        pytest.param("SỞ Y TẾ\nSố: 12/KH-SYT\nKẾ HOẠCH", 3, id="short-lines"),
        pytest.param("Căn cứ Luật Đất đai;\nCăn cứ Luật Nhà ở;", 2, id="legal-basis"),
        pytest.param("- Đào tạo nghề cho lao động ở\nnông thôn;\n- Giảm nghèo.", 2, id="item-goes-on"),
        pytest.param("", 0, id="nothing"),
        pytest.param(" \n \n", 0, id="spaces"),
    ],
)
def test_paragraphs_end_where_a_reader_sees_them_end(text: str, count: int) -> None:
    """Empty lines, markers and headings part; a sentence that goes on does not."""
    assert len(words(text)) == count


def test_lines_are_counted_without_the_empty_ones() -> None:
    """A place is named the way `Source.paragraph` counts."""
    assert [item.line for item in paragraphs("A\n\n\nB\nC").items] == [1, 2, 3]


@given(st.text(alphabet="aA1. -\n\t;Đ", max_size=60))
def test_no_text_raises_and_no_word_is_lost(text: str) -> None:
    """Paragraphs follow each other and hold all that is not space."""
    found = paragraphs(text)
    assert all(one.end <= two.start for one, two in zip(found.items, found.items[1:], strict=False))
    assert "".join("".join(found.text[item.start : item.end].split()) for item in found.items) == "".join(text.split())
    assert all(item.start <= item.body <= item.end for item in found.items)
