"""Groups of tasks in the layouts that plans have."""

import pytest

from govplan.reading.headings import Topic
from govplan.reading.outline import outline
from govplan.reading.paragraphs import paragraphs
from govplan.reading.task_groups import FoundGroup, announced_topic, find_task_groups


def read(text: str, declared: int | None = None) -> tuple[str, tuple[FoundGroup, ...]]:
    found = paragraphs(text)
    return found.text, find_task_groups(found, outline(found), declared)


def heads(text: str, declared: int | None = None) -> list[str]:
    joined, groups = read(text, declared)
    return [joined[group.body : group.head_end] for group in groups]


THREE = ["Mở lớp dạy nghề.", "Cho vay vốn.", "Xây nhà ở."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("II. NHIỆM VỤ\n1. {}\n2. {}\n3. {}\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì.", id="numbers"),
        pytest.param("Điều 2. Nhiệm vụ, giải pháp:\na) {}\nb) {}\nc) {}\nĐiều 3. Sở Y tế thi hành.", id="letters"),
        pytest.param("GIẢI PHÁP CHỦ YẾU\n- {}\n- {}\n- {}\nKINH PHÍ\n- Ngân sách tỉnh.", id="dashes"),
        pytest.param("Tỉnh triển khai các nhiệm vụ sau:\n• {}\n• {}\n• {}", id="bullets"),
        pytest.param("Tỉnh có 3 nhóm nhiệm vụ gồm:\nI. {}\nII. {}\nIII. {}", id="romans"),
        pytest.param(
            "Tỉnh có 3 nhóm giải pháp:\n\n{}\n\n{}\n\n{}\n\nÔng Nam cho biết thêm về kinh phí.", id="unmarked"
        ),
        pytest.param("Tỉnh đặt ra ba nhiệm vụ trọng tâm.\nMột là, {}\nHai là, {}\nBa là, {}", id="ranks"),
        pytest.param("Ba nhóm nhiệm vụ: (1) {} (2) {} (3) {}", id="within-a-paragraph"),
        pytest.param(
            "I. MỤC TIÊU, NHIỆM VỤ\n1. Mục tiêu\n- Giảm nghèo.\n2. Nhiệm vụ\n- {}\n- {}\n- {}", id="below-both"
        ),
        pytest.param(
            "II. NHIỆM VỤ\nĐể đạt các chỉ tiêu, có ba nhóm nhiệm vụ:\n1. {}\n2. {}\n3. {}", id="announced-again"
        ),
        pytest.param("II. NHIỆM VỤ\n1. {}\nii) x\n2. {}\n3. {}", id="odd-numbers-below"),
    ],
)
def test_groups_are_found_in_every_layout(text: str) -> None:
    """Three groups, with their first paragraphs, and nothing of what follows."""
    assert heads(text.format(*THREE), 3) == THREE


def test_items_below_a_group_are_its_tasks() -> None:
    """A group reaches to the end of what stands below it."""
    text, groups = read(
        "NHIỆM VỤ\n1. Đào tạo\n- Mở lớp.\n+ Ở xã.\n- Cho vay.\n2. Y tế\nXây trạm y tế xã.\nKINH PHÍ\n5 tỷ đồng."
    )
    assert [[text[start:end] for start, end in group.tasks] for group in groups] == [["Mở lớp.", "Cho vay."], []]
    assert text[groups[0].start : groups[0].end].endswith("Cho vay.")
    assert text[groups[1].start : groups[1].end] == "2. Y tế\nXây trạm y tế xã."


def test_paragraphs_below_items_belong_to_them_where_others_have_them_too() -> None:
    """The closing words of an article are no part of its last item."""
    text, groups = read("NHIỆM VỤ\n1. Đào tạo\nMở lớp ở xã.\n2. Y tế\nXây trạm y tế xã.")
    assert [text[group.start : group.end].split("\n")[-1] for group in groups] == ["Mở lớp ở xã.", "Xây trạm y tế xã."]
    text, groups = read("NHIỆM VỤ\n1. Đào tạo nghề.\n2. Xây trạm y tế.\nÔng Nam nói thêm về kinh phí của tỉnh.")
    assert text[groups[1].start : groups[1].end] == "2. Xây trạm y tế."


def test_a_line_above_paragraphs_names_a_group() -> None:
    """Press articles print headings without numbers."""
    text = (
        "Hai nhóm nhiệm vụ:\n\nHạ tầng số\n\nPhủ sóng các xã. Dùng chung trạm.\n\nNhân lực số\n\nMở lớp cho cán bộ xã."
    )
    assert heads(text, 2) == ["Hạ tầng số", "Nhân lực số"]


def test_nhiem_vu_and_giai_phap_apart_are_all_groups() -> None:
    """Unless the declared number speaks of one of the two lists."""
    text = "I. NHIỆM VỤ\n1. Mở lớp.\n2. Cho vay.\nII. GIẢI PHÁP\n1. Thêm vốn.\n2. Thêm người.\n3. Thêm đất."
    assert len(heads(text)) == 5
    assert heads(text, 3) == ["Thêm vốn.", "Thêm người.", "Thêm đất."]


def test_general_headings_are_no_groups() -> None:
    """A heading such as "Nhiệm vụ chủ yếu" holds groups; "Giải pháp về vốn" is one."""
    text = "II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Nhiệm vụ chủ yếu\na) Mở lớp.\nb) Cho vay.\n2. Giải pháp chủ yếu\na) Thêm vốn."
    assert heads(text) == ["Mở lớp.", "Cho vay.", "Thêm vốn."]
    assert heads("II. GIẢI PHÁP\n1. Giải pháp về vốn\na) Vay.\n2. Giải pháp về đất\na) Giao đất.") == [
        "Giải pháp về vốn",
        "Giải pháp về đất",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I. KẾT QUẢ\n1. Đã thực hiện nhiệm vụ:\n- Mở lớp.\n- Cho vay.",
        "I. CHỈ TIÊU\n1. Hoàn thành 100% nhiệm vụ được giao.\n2. Giảm 200 hộ nghèo.",
        "Điều 2. Sở Y tế thực hiện nhiệm vụ được giao.",
        "Tỷ lệ hộ nghèo giảm còn 3%.",
        "",
    ],
)
def test_what_announces_no_tasks_has_no_groups(text: str) -> None:
    """Past work, targets that speak of tasks, arrangements."""
    assert heads(text) == []


def test_what_a_list_lists_is_told_by_the_words_before_it() -> None:
    """The last word for one decides."""
    assert announced_topic("để đạt chỉ tiêu, có các nhiệm vụ: ") is Topic.TASKS
    assert announced_topic("nhiệm vụ là đạt các chỉ tiêu: ") is Topic.TARGETS
    assert announced_topic("gồm: ") is None


def test_a_list_that_runs_on_behind_its_first_mark_is_divided() -> None:
    """Where a paragraph begins with (1) and goes on with (2), each mark begins a group."""
    text = "NHIỆM VỤ\nTỉnh thực hiện 03 nhóm nhiệm vụ:\n(1) mở lớp dạy nghề; (2) cho vay vốn; (3) xây trạm y tế."
    assert heads(text, 3) == ["mở lớp dạy nghề;", "cho vay vốn;", "xây trạm y tế."]
