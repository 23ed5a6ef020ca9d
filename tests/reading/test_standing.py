"""What commits, and what does not."""

import pytest

from govplan.reading.commitments import read_commitments


def _read(text: str) -> tuple[list[str], list[str]]:
    read = read_commitments(text)
    return [one.name for one in read.found], [str(one.reason.en) for one in read.unread]


@pytest.mark.parametrize(
    "words",
    [
        "Năm 2023, thu ngân sách ước đạt 9.500 tỷ đồng, tăng 6%.",
        "Đến nay, tỉnh đã giải quyết việc làm cho 9.200 người, đạt 71% kế hoạch.",
        "Tỷ lệ hộ nghèo là 4,1%, giảm 1,2% so với năm 2021.",
        "Tổng sản phẩm tăng 7,2% so với cùng kỳ.",
        "Toàn huyện hiện có 6 xã khó khăn.",
        "Sau 5 năm thực hiện, tỷ lệ hộ nghèo giảm từ 9% xuống còn 3%.",
        "Tỷ lệ xử lý rác đạt 70%, chưa đạt kế hoạch 80%.",
        "Thu ngân sách đạt 7.000 tỷ đồng, bằng 82% dự toán.",
        "Giai đoạn trước, tăng trưởng bình quân đạt 7%/năm, vượt mục tiêu Nghị quyết.",
    ],
)
def test_results_are_no_targets(words):
    """What was reached, or is estimated to be, is left alone with its reason."""
    found, reasons = _read(words)
    assert found == []
    assert "A result or an estimate of one, no target" in reasons


@pytest.mark.parametrize(
    "words",
    [
        "Tổng kinh phí thực hiện là 120 tỷ đồng, trong đó ngân sách trung ương 80 tỷ đồng.",
        "Nhu cầu vốn giai đoạn 2021-2025 là 4.000 tỷ đồng.",
        "Mức hỗ trợ tối đa 50% chi phí, không quá 30 triệu đồng/hộ.",
        "Nghị quyết đề ra 12 chỉ tiêu và 8 nhóm giải pháp.",
        "Kỳ họp thứ 7 diễn ra trong 3 ngày.",
        "Nghị quyết có hiệu lực sau 10 ngày kể từ ngày thông qua.",
        "Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ.",
    ],
)
def test_funds_tasks_and_documents_are_no_targets(words):
    """Needs for funds, norms, counts of tasks, meetings and citations commit to no level."""
    assert _read(words)[0] == []


def test_the_past_ends_where_a_promise_begins():
    """In a sentence of a result and a target only the target is read."""
    found, reasons = _read("Năm 2022 đã trồng 300 ha rừng; năm 2023 phấn đấu trồng 400 ha rừng.")
    assert found == ["Trồng rừng"]
    assert len(reasons) == 1
    assert _read("Năm 2022 có 900 hộ thoát nghèo; năm 2023 phấn đấu tỷ lệ hộ nghèo giảm 1%.")[0] == ["Tỷ lệ hộ nghèo"]


def test_what_was_done_may_be_part_of_a_name():
    """The "đã" of those who have been trained tells of no result."""
    assert _read("Tỷ lệ lao động đã qua đào tạo đạt 70%.")[0] == ["Tỷ lệ lao động đã qua đào tạo"]


def test_a_heading_of_results_covers_its_lines():
    """Under "Kết quả năm 2022:" every line is a result, up to a heading that promises."""
    found, _ = _read("Kết quả năm 2022:\n- Tỷ lệ hộ nghèo 4%\nMục tiêu năm 2023:\n- Tỷ lệ hộ nghèo 3%")
    assert len(found) == 1


def test_quotas_are_targets():
    """The "chỉ tiêu" that are handed out are places; those that a resolution lists are counted."""
    assert len(_read("Giao 1.800 chỉ tiêu xuất khẩu lao động.")[0]) == 1
    assert _read("Nghị quyết nêu 11 chỉ tiêu.")[0] == []
