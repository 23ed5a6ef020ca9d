"""What an indicator's words suggest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.model.indicator import Measure, Polarity
from govplan.reading.measures import is_growth, is_rate, measure_of, polarity_of


@pytest.mark.parametrize(
    ("name", "polarity"),
    [
        ("Tỷ lệ hộ nghèo", Polarity.LOWER),
        ("Số hộ thoát nghèo", Polarity.HIGHER),
        ("Tỷ lệ trẻ em suy dinh dưỡng", Polarity.LOWER),
        ("Sản lượng tôm nuôi", Polarity.HIGHER),
        ("Tỷ số giới tính khi sinh", None),
    ],
)
def test_polarity(name, polarity):
    """Less is better of what harms, more of what helps against it, and of some things neither."""
    assert polarity_of(name) is polarity


@pytest.mark.parametrize(
    ("name", "sort", "unit", "measure"),
    [
        ("Tỷ lệ che phủ rừng", "percent", "%", Measure.RATIO),
        ("Tốc độ tăng trưởng GRDP", "percent", "%", Measure.INDEX),
        ("Thu nhập bình quân đầu người", "measure", "triệu đồng", Measure.MEAN),
        ("Tuyển sinh đào tạo nghề", "count", "người", Measure.FLOW),
        ("Số trường đạt chuẩn quốc gia", "count", "trường", Measure.STOCK),
        ("Bác sĩ", "count", "bác sĩ/vạn dân", Measure.RATIO),
    ],
)
def test_measure(name, sort, unit, measure):
    """Shares, rates of growth, means, flows and stocks are told apart by name and unit."""
    assert measure_of(name, sort, unit)[0] is measure


def test_rates_and_growth():
    """A change of a rate is one of points; a count that names the poor is none, nor is a frequency."""
    assert is_rate("tỷ trọng lao động nông nghiệp")
    assert is_rate("giảm nghèo")
    assert not is_rate("số hộ nghèo")
    assert not is_rate("giá trị sản xuất")
    assert is_growth("tốc độ tăng dân số")
    assert not is_growth("sản lượng tăng thêm")


@given(st.text(max_size=80))
def test_any_name_has_a_measure(name):
    """No words are too strange to guess a measure from, nor to leave the direction open."""
    assert measure_of(name, "", "")[0] in Measure
    assert polarity_of(name) in (*Polarity, None)
