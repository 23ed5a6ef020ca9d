"""What headings announce."""

import pytest

from govplan.reading.headings import Topic, heading_words, is_capitals, is_general, topic_of


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("MỤC TIÊU ĐẾN NĂM 2030", Topic.TARGETS),
        ("Các chỉ tiêu chủ yếu", Topic.TARGETS),
        ("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", Topic.TASKS),
        ("Một số giải pháp trọng tâm", Topic.TASKS),
        ("MỤC TIÊU, NHIỆM VỤ NĂM 2024", Topic.BOTH),
        ("QUAN ĐIỂM, MỤC TIÊU", Topic.TARGETS),
        ("TỔ CHỨC THỰC HIỆN", Topic.ARRANGEMENTS),
        ("Kinh phí thực hiện nhiệm vụ", Topic.ARRANGEMENTS),
        ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2023", Topic.PAST),
        ("Mục đích, yêu cầu", Topic.PURPOSE),
        ("Để đạt các chỉ tiêu trên, tỉnh tập trung 5 nhóm nhiệm vụ", Topic.TASKS),
        ("Phát triển nông nghiệp", None),
    ],
)
def test_headings_tell_their_topic(words: str, topic: Topic | None) -> None:
    """In capitals or not, with the words of the topic first or not."""
    assert topic_of(words) is topic
    assert topic_of(words.upper()) is topic


def test_a_general_heading_says_nothing_of_its_own() -> None:
    """What stands below "Nhiệm vụ chủ yếu" is the list; "Giải pháp về vốn" is an item of one."""
    assert is_general("Nhiệm vụ, giải pháp chủ yếu năm 2024")
    assert not is_general("Giải pháp về vốn")


def test_what_heads_a_paragraph_ends_with_its_first_point() -> None:
    """A long paragraph without one has no heading."""
    assert heading_words("Kinh phí: 5 tỷ đồng.") == "Kinh phí"
    assert heading_words("TỔ CHỨC THỰC HIỆN") == "TỔ CHỨC THỰC HIỆN"
    assert heading_words("từ " * 80) is None


def test_figures_alone_are_no_capitals() -> None:
    """A line of numbers is no heading."""
    assert not is_capitals("2023 - 2025")
