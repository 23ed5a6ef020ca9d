"""First words of groups of tasks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.group_titles import first_words

LONG = " của các xã trong toàn huyện và các đơn vị đóng trên địa bàn huyện trong thời gian sắp tới"


def title(text: str) -> str:
    return text[slice(*first_words(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Phát triển nông nghiệp, nông thôn.", "Phát triển nông nghiệp, nông thôn"),
        ("Về kinh tế: phát triển công nghiệp.", "Về kinh tế"),
        ("Mở lớp dạy nghề. Cho vay vốn.", "Mở lớp dạy nghề"),
        ("Mở lớp dạy nghề; cho vay vốn", "Mở lớp dạy nghề"),
        ("Triển khai chương trình mỗi xã một sản phẩm nhằm nâng cao thu nhập" + LONG,
         "Triển khai chương trình mỗi xã một sản phẩm"),
        ("Củng cố mạng lưới y tế thôn bản, trạm y tế xã, bệnh viện huyện, trung tâm y tế dự phòng" + LONG,
         "Củng cố mạng lưới y tế thôn bản, trạm y tế xã, bệnh viện huyện, trung tâm y tế dự phòng"),
        ("Xong./.", "Xong"),
    ],
)  # fmt: skip
def test_a_title_is_a_clause(text: str, words: str) -> None:
    """A short line is one as it stands; of a long one what serves or explains is left."""
    assert title(text) == words


@given(st.lists(st.sampled_from(["mở lớp", ",", ".", ";", " và ", " theo ", " ", "/", "…", "a" * 40]), min_size=1))
def test_a_title_is_the_beginning_and_no_copy_of_a_paragraph(pieces: list[str]) -> None:
    """It starts where the words start, and is never much longer than a line."""
    text = "".join(pieces)
    first, last = first_words(text, 0, len(text))
    assert first == 0
    assert 0 < last <= len(text)
    assert last <= 110
