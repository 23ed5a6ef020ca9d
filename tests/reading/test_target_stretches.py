"""Where targets may stand."""

from govplan.legal import find_citations
from govplan.reading.outline import outline
from govplan.reading.paragraphs import paragraphs
from govplan.reading.target_stretches import Stretch, find_stretches, masked
from govplan.reading.task_groups import find_task_groups


def read(text: str) -> list[tuple[str, bool]]:
    found = paragraphs(text)
    nodes = outline(found)
    stretches = find_stretches(found, nodes, find_task_groups(found, nodes, None))
    return [(found.text[one.start : one.end], one.in_task) for one in stretches if one.left_out is None]


def test_what_is_no_commitment_is_left_out() -> None:
    """The past, the costs, the legal basis, who does what, when it takes effect."""
    text = (
        "Căn cứ Luật số 5/2015/QH13;\n\nI. KẾT QUẢ NĂM 2023\n1. Giảm 100 hộ nghèo.\nII. KINH PHÍ\n1. 5 tỷ đồng.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Báo cáo trước ngày 10/12.\nĐiều 3. Nghị quyết có hiệu lực sau 10 ngày."
    )
    assert read(text) == []


def test_years_in_headings_reach_what_stands_below() -> None:
    """Each figure keeps the year of the nearest heading that gives one."""
    found = paragraphs(
        "I. MỤC TIÊU\n1. Đến năm 2025\n- Giảm 10 hộ.\n2. Đến năm 2030\n- Giảm 20 hộ.\nII. CHUNG\n- 5 hộ."
    )
    stretches = find_stretches(found, outline(found), ())
    years = {found.text[one.start : one.end]: one.horizon and str(one.horizon) for one in stretches}
    assert years["Giảm 10 hộ."] == "2025"
    assert years["Giảm 20 hộ."] == "2030"
    assert years["5 hộ."] is None


def test_items_below_an_open_end_are_read_with_it() -> None:
    """What divides a figure stands with it, whether it says so at its end or they at their start."""
    below = "- Tạo việc làm cho 900 người, trong đó:\n+ Ở nước ngoài 200 người.\n+ Trong nước 700 người.\n- Giảm 5 hộ."
    assert [words for words, _ in read(below)] == [below[2 : below.index("\n- Giảm")], "Giảm 5 hộ."]
    beside = "- Tạo việc làm cho 900 người.\n- Trong đó ở nước ngoài 200 người."
    assert len(read(beside)) == 1


def test_a_year_in_an_announcement_divides_nothing() -> None:
    """An opening line has no amount that the items below it could be parts of."""
    assert len(read("Điều 1. Thông qua kế hoạch năm 2024 như sau:\n1. Giảm 5 hộ.\n2. Thêm 7 lớp.")) == 3


def test_figures_within_tasks_are_told_apart() -> None:
    """Only a sentence that calls them a target makes them one."""
    found = read("NHIỆM VỤ\n1. Mở 40 lớp. Phấn đấu 90% học viên có việc.\n2. Cho vay.")
    assert found == [("Mở 40 lớp.", True), ("Phấn đấu 90% học viên có việc.", False)]


def test_what_stands_around_a_list_within_a_paragraph_is_read() -> None:
    """Targets before and after the tasks of one paragraph."""
    found = read("Tỉnh giảm 5 hộ. Hai nhiệm vụ: thứ nhất, mở 3 lớp; thứ hai, cho vay. Xây thêm 2 trạm.")
    assert [words for words, in_task in found if not in_task] == ["Tỉnh giảm 5 hộ. Hai nhiệm vụ:", "Xây thêm 2 trạm."]
    assert [words for words, in_task in found if in_task] == ["mở 3 lớp;"]


def test_masking_keeps_every_place() -> None:
    """Citations, markers and the issuing sentence go, character for character."""
    text = "- Tăng 5%, trong đó:\n+ Xã 3% theo Nghị định số 7/2020/NĐ-CP.\n+ Phường: (1) 1%; (2) 1%."
    found = paragraphs(text)
    read_as = masked(found, [Stretch(2, len(text), 1)], find_citations(text), (0, 1))
    assert len(read_as) == len(text)
    assert "7/2020" not in read_as
    assert "+" not in read_as
    assert "\n" not in read_as
    assert "(1)" not in read_as
    assert read_as.split() == ["Tăng", "5%,", "trong", "đó:", "Xã", "3%", "theo", ";", "Phường:", "1%;", "1%."]
