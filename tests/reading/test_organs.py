"""Names of bodies, written out."""

import pytest

from govplan.reading.organs import in_full, out_of_capitals, with_place


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Sở LĐ-TB&XH tỉnh Long An", "Sở Lao động - Thương binh và Xã hội tỉnh Long An"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("HĐND huyện Krông Búk", "Hội đồng nhân dân huyện Krông Búk"),
        ("UBND TP. Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("Chi cục Thủy lợi", "Chi cục Thủy lợi"),
    ],
)
def test_abbreviations_are_written_out(printed: str, name: str) -> None:
    """As the tables of bodies have them; what is not abbreviated stays."""
    assert in_full(printed) == name


@pytest.mark.parametrize(
    ("printed", "text", "name"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("UBND TỈNH QUẢNG NGÃI", "", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("TỈNH ỦY LÂM ĐỒNG", "", "Tỉnh ủy Lâm Đồng"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ TAM DÂN", "", "Hội đồng nhân dân xã Tam Dân"),
        ("BAN QUẢN LÝ KHU KINH TẾ MỞ", "Ban Quản lý Khu kinh tế mở trình", "Ban Quản lý Khu kinh tế mở"),
        ("BAN QUẢN LÝ KHU KINH TẾ MỞ", "", "Ban quản lý khu kinh tế mở"),
        ("SỞ Y TẾ", "", "Sở Y tế"),
    ],
)
def test_capitals_become_names(printed: str, text: str, name: str) -> None:
    """By the tables, or by how the text itself prints the name elsewhere."""
    assert out_of_capitals(printed, text) == name


def test_a_department_is_that_of_its_province() -> None:
    """Each province has one; a ministry there is but one, and a place that is named already stays."""
    assert with_place("Sở Y tế", "tỉnh Sơn La") == "Sở Y tế tỉnh Sơn La"
    assert with_place("Tỉnh ủy", "tỉnh Sơn La") == "Tỉnh ủy tỉnh Sơn La"
    assert with_place("Ủy ban nhân dân tỉnh", "tỉnh Sơn La") == "Ủy ban nhân dân tỉnh Sơn La"
    assert with_place("Ủy ban nhân dân huyện Mai Sơn", "tỉnh Sơn La") == "Ủy ban nhân dân huyện Mai Sơn"
    assert with_place("Sở Lao động - Thương binh và Xã hội", "tỉnh Sơn La").endswith("Xã hội tỉnh Sơn La")
