"""Names of indicators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.commitments import read_commitments
from govplan.reading.names import LONGEST


def _names(text: str) -> list[str]:
    return [one.name for one in read_commitments(text).found]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Đến năm 2025, tỉnh phấn đấu tỷ lệ đô thị hóa đạt 40%.", ["Tỷ lệ đô thị hóa"]),
        ("Giảm 4% số vụ tai nạn lao động.", ["Số vụ tai nạn lao động"]),
        ("Tạo việc làm cho 6.000 lao động.", ["Tạo việc làm"]),
        ("95% số xã có đường ô tô đến trung tâm.", ["Số xã có đường ô tô đến trung tâm"]),
        ("Ít nhất 75 xã nông thôn mới.", ["Xã nông thôn mới"]),
        ("Trồng mới 900 ha keo, 300 ha quế.", ["Trồng mới keo", "Trồng mới quế"]),
        ("Mạng cáp quang phủ 75% hộ, 100% cơ quan.", ["Mạng cáp quang phủ hộ", "Mạng cáp quang phủ cơ quan"]),
        ("Đưa tỷ lệ lao động qua đào tạo lên 70%.", ["Tỷ lệ lao động qua đào tạo"]),
        ("Tỷ lệ che phủ rừng duy trì ở mức 58%.", ["Tỷ lệ che phủ rừng"]),
        ("Thu nhập bình quân đạt 60 triệu đồng.", ["Thu nhập bình quân"]),
        ("Tỷ lệ hộ dân đô thị dùng nước sạch đạt 99%, nông thôn đạt 95%.",
         ["Tỷ lệ hộ dân đô thị dùng nước sạch", "Tỷ lệ hộ dân đô thị dùng nước sạch: nông thôn"]),
        ("Tỷ suất tử vong trẻ sơ sinh còn 9‰, trẻ dưới 5 tuổi còn 18‰.",
         ["Tỷ suất tử vong trẻ sơ sinh", "Tỷ suất tử vong trẻ dưới 5 tuổi"]),
        ("Hồ sơ xử lý qua mạng: cấp tỉnh đạt 90%, cấp xã 70%.",
         ["Hồ sơ xử lý qua mạng: cấp tỉnh", "Hồ sơ xử lý qua mạng: cấp xã"]),
        ("Quảng Bình phấn đấu giảm 2.000 hộ nghèo.", ["Hộ nghèo"]),
    ],
)  # fmt: skip
def test_names(words, names):
    """A name is the words of the text around the figure, without who promises, when, and how much."""
    assert _names(words) == names


@given(st.integers(1, 400))
def test_names_are_bounded(count):
    """However long the words before a figure, a name stays one that a plan can hold."""
    [name] = _names(f"Tỷ lệ {'hộ dân ' * count}đạt 5%.")
    assert 0 < len(name) <= LONGEST
