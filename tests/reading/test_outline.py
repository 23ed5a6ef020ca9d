"""What stands below what."""

from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.headings import Topic
from govplan.reading.outline import outline
from govplan.reading.paragraphs import paragraphs


def depths(text: str) -> list[int]:
    return [node.depth for node in outline(paragraphs(text))]


def test_lists_nest_by_the_markers_that_are_open() -> None:
    """A marker that is open already goes on with its list, at whatever level it stands."""
    text = "I. A A\n1. B b\n- c\n- d\n2. E e\nII. F f\n1. G g"
    assert depths(text) == [0, 1, 2, 2, 1, 0, 1]


def test_an_article_closes_the_sections_within_the_last() -> None:
    """The second article stands beside the first, whatever that one held."""
    assert depths("Điều 1. Thông qua:\nI. MỤC TIÊU\n1. Giảm nghèo.\nĐiều 2. Giao Sở Y tế.") == [0, 1, 2, 0]


def test_headings_in_capitals_close_everything() -> None:
    """They stand above all numbers."""
    assert depths("MỤC TIÊU\n1. Giảm nghèo.\nNHIỆM VỤ\n1. Đào tạo.") == [0, 1, 0, 1]


def test_a_line_that_ends_open_heads_what_follows() -> None:
    """By its topic, or by nothing but a year."""
    nodes = outline(paragraphs("Các chỉ tiêu chủ yếu:\n- Giảm nghèo.\nNhiệm vụ trọng tâm:\n- Đào tạo."))
    assert [(node.topic, node.depth) for node in nodes if node.topic] == [(Topic.TARGETS, 0), (Topic.TASKS, 0)]
    assert depths("Đến năm 2025:\n- Giảm nghèo.\nĐến năm 2030:\n- Hết nghèo.") == [0, 1, 0, 1]


def test_unmarked_paragraphs_open_nothing() -> None:
    """They stand below the last item."""
    nodes = outline(paragraphs("1. Đào tạo nghề.\n\nMở thêm lớp ở xã.\n\n2. Giảm nghèo."))
    assert [node.parent for node in nodes] == [None, 0, None]


@given(st.lists(st.sampled_from(["I. A", "1. B", "a) c", "- d", "NHIỆM VỤ", "Điều 1. E", "Gồm nhiệm vụ:", "Xong."])))
def test_a_node_stands_below_an_earlier_one(lines: list[str]) -> None:
    """However wild the numbering, every paragraph has one place."""
    nodes = outline(paragraphs("\n".join(lines)))
    assert [node.index for node in nodes] == list(range(len(lines)))
    assert all(node.parent is None or (node.parent < node.index and nodes[node.parent].heads) for node in nodes)
