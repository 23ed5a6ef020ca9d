"""Lists within one paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.enumerations import find_enumerations


def items(text: str) -> list[list[str]]:
    return [[text[one.body : one.end] for one in found.items] for found in find_enumerations(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "gồm: thứ nhất, đào tạo nghề; thứ hai, giảm nghèo; thứ ba, y tế",
        "gồm: Một là đào tạo nghề; hai là giảm nghèo; ba là y tế",
        "gồm: (1) đào tạo nghề; (2) giảm nghèo; (3) y tế",
        "gồm: 1) đào tạo nghề; 2) giảm nghèo; 3) y tế",
        "gồm: a) đào tạo nghề; b) giảm nghèo; c) y tế",
    ],
)
def test_every_kind_of_marker_makes_a_list(text: str) -> None:
    """Each item ends before the next marker."""
    assert items(text) == [["đào tạo nghề;", "giảm nghèo;", "y tế"]]


def test_items_that_are_sentences_keep_all_of_them() -> None:
    """The last one goes to the end where those before it have several sentences too."""
    assert items("Thứ nhất, mở lớp. Lớp ở xã. Thứ hai, vay vốn. Vốn ưu đãi.") == [
        ["mở lớp. Lớp ở xã.", "vay vốn. Vốn ưu đãi."]
    ]


def test_the_last_item_ends_with_its_sentence() -> None:
    """What the paragraph says after the list belongs to no item."""
    assert items("gồm: (1) mở lớp; (2) vay vốn. Năm trước đã làm tốt.") == [["mở lớp;", "vay vốn."]]


def test_a_list_that_begins_anew_is_another_list() -> None:
    """Targets and tasks of one paragraph stay apart."""
    assert items("chỉ tiêu: (1) a; (2) b. Nhiệm vụ: (1) c; (2) d.") == [["a;", "b."], ["c;", "d."]]


@pytest.mark.parametrize("text", ["(1) một mình", "(2) trước (1)", "ngày thứ hai", "ba là số lẻ", ""])
def test_what_does_not_count_from_one_is_no_list(text: str) -> None:
    """A marker alone, or out of order, divides nothing."""
    assert items(text) == []


@given(st.lists(st.sampled_from(["(1) ", "(2) ", "thứ nhất, ", "thứ hai, ", "a. ", "B. ", "một là ", "hai là "])))
def test_lists_do_not_overlap_and_items_follow_each_other(words: list[str]) -> None:
    """However markers are mixed."""
    text = "".join(words)
    reached = 0
    for found in find_enumerations(text, 0, len(text)):
        assert len(found.items) > 1
        for one in found.items:
            assert reached <= one.start < one.body <= one.end <= len(text)
            reached = one.end
