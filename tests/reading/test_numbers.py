"""Numbers as Vietnamese writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.numbers import MAX_DIGITS, decimal_of, find_numbers
from govplan.vietnamese import format_number


def _read(text: str) -> list[tuple[str, str, str]]:
    return [(figure.low, figure.high, figure.unit) for figure in find_numbers(text)]


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_what_is_printed_is_read(number):
    """A number printed in Vietnamese notation reads as the same number, digits included."""
    read = decimal_of(format_number(number))
    assert read is not None
    assert Decimal(read[0]) == number


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("16.000 người", ("16000", "", "người")),
        ("68,25%", ("68.25", "", "%")),
        ("05 tỷ đồng", ("5", "", "tỷ đồng")),
        ("80 ngàn lượt", ("80", "", "ngàn lượt")),
        ("1,2 triệu tấn", ("1.2", "", "triệu tấn")),
        ("0,8-1%", ("0.8", "1", "%")),
        ("từ 1.500 đến 1.700 ha", ("1500", "1700", "ha")),
        ("từ 50% đến 60%", ("50", "60", "%")),
        ("từ 0,5 đến dưới 1%", ("0.5", "1", "%")),
        ("tăng 4% đến 5,5%/năm", ("4", "5.5", "%/năm")),
        ("58,3/100.000 dân", ("58.3", "", "/100.000 dân")),
        ("9,5‰", ("9.5", "", "‰")),
        ("0,5%0", ("0.5", "", "%0")),
        ("77 triệu đồng/người/năm", ("77", "", "triệu đồng/người/năm")),
        ("30 giường/vạn dân", ("30", "", "giường/vạn dân")),
        ("2.500ha", ("2500", "", "ha")),
        ("16 000 người", ("16000", "", "người")),
        ("95 tỷ 500 triệu đồng", ("95.500", "", "tỷ đồng")),
        ("ít nhất một huyện", ("1", "", "huyện")),
        ("không còn hộ nghèo", ("0", "", "hộ nghèo")),
    ],
)
def test_notations(words, read):
    """Each way of writing a number is read with its range and its unit."""
    assert _read(words) == [read]


def test_fractions_keep_what_they_are_of():
    """30/63 is thirty, of sixty-three."""
    [figure] = find_numbers("30/63 tỉnh")
    assert (figure.low, figure.of, figure.unit) == ("30", "63", "tỉnh")


@pytest.mark.parametrize(
    "words",
    [
        "trẻ em dưới 16 tuổi",
        "người từ 15 tuổi trở lên",
        "sinh con thứ 3 trở lên",
        "dịch vụ công mức độ 3, 4",
        "bác sĩ trên 1 vạn dân",
        "giá trị trên một ha đất",
        "giai đoạn 2021-2025",
        "đến năm 2025 và 2030",
        "ngày 30/6/2025",
        "6 tháng đầu năm 2023",
        "Nghị quyết số 43/2021/NQ-HĐND",
        "lao động thuộc nhóm 1",
    ],
)
def test_numbers_in_names_and_times_are_no_values(words):
    """Ages, labels, denominators, times and symbols state no amount."""
    assert _read(words) == []


@pytest.mark.parametrize(("printed", "meant"), [("12.5", "12.5"), ("1,250,000", "1250000")])
def test_foreign_notation_is_doubtful(printed, meant):
    """A number in English notation is read as what it can only be, and marked."""
    assert decimal_of(printed) == (meant, True)


def test_endless_numbers_are_none():
    """A run of digits that no plan prints is no number."""
    assert decimal_of("1" * (MAX_DIGITS + 1)) is None
    assert _read("1" * 1000 + " người") == []


@given(st.text(alphabet="0123456789.,-/% %‰đếntriệu", max_size=80))
def test_figures_lie_in_the_text_in_order(text):
    """Whatever the digits, every figure is a stretch of the text after the one before it."""
    reached = 0
    for figure in find_numbers(text):
        assert reached <= figure.start < figure.number_end <= figure.end <= len(text)
        reached = figure.end
