"""Figures that say the same once more."""

import pytest

from govplan.reading import remarks
from govplan.reading.commitments import read_commitments


@pytest.mark.parametrize(
    "words",
    [
        "Kim ngạch xuất khẩu đạt 2 tỷ USD, tăng 9% so với năm 2022.",
        "Tỷ lệ xã đạt chuẩn 50% (8 xã).",
        "Tạo 80.000 việc làm (bình quân mỗi năm 16.000 việc làm).",
        "Số người tham gia bảo hiểm đạt 215.000 người, chiếm 38% lực lượng lao động.",
        "Có 7.000 doanh nghiệp, tức bình quân 140 người dân/doanh nghiệp.",
        "Phấn đấu 60/75 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 80%.",
    ],
)
def test_restatements_are_no_targets(words):
    """A change from last year, an average, a share of the same: one target, with a remark."""
    [one] = read_commitments(words).found
    assert remarks.RESTATED in one.remarks


def test_an_average_growth_is_a_target_of_its_own():
    """How fast an amount is to grow each year does not follow from the amount."""
    found = read_commitments("Tổng vốn đầu tư đạt 170 nghìn tỷ đồng, tăng bình quân 11%/năm.").found
    assert [str(one.goal) for one in found] == ["ít nhất 170", "tăng 11%"]
