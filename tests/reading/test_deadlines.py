"""Whose horizon a time is."""

import pytest

from govplan.reading.commitments import read_commitments


@pytest.mark.parametrize(
    ("words", "horizons"),
    [
        ("Đến năm 2025, a đạt 5%, b đạt 6%; c đạt 7%.", ["2025", "2025", "2025"]),
        ("Chỉ số a đạt 5%; chỉ số b đến năm 2030 đạt 6%; chỉ số c đạt 7%.", [None, "2030", None]),
        ("Giai đoạn 2021-2025, a tăng 5%; đến năm 2025, b đạt 6%.", ["2021-2025", "2025"]),
        ("Cơ cấu kinh tế đến năm 2025: a 40%; b 60%.", ["2025", "2025"]),
        ("Tỷ lệ đô thị hóa năm 2025 đạt 40%, năm 2030 đạt 45%.", ["2025", "2030"]),
        ("Tỷ lệ hộ nghèo giảm 2% so với năm 2020.", [None]),
        ("Quảng Bình phấn đấu giảm tỷ lệ hộ nghèo 1% trong năm 2024.", ["2024"]),
        ("Mục tiêu đến năm 2030:\n- chỉ số a đạt 5%\n- chỉ số b đạt 6%", ["2030", "2030"]),
    ],
)
def test_horizons(words, horizons):
    """A time that leads covers all after it, one inside a clause only its own figure, one compared with none."""
    found = read_commitments(words).found
    assert [one.horizon and str(one.horizon) for one in found] == horizons
