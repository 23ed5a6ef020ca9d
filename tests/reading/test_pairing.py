"""Names and years that pair with figures in order."""

from govplan.reading import remarks
from govplan.reading.commitments import read_commitments


def _pairs(text: str) -> list[tuple[str, str, str | None]]:
    found = read_commitments(text).found
    return [(one.name, str(one.goal), one.horizon and str(one.horizon)) for one in found]


def test_names_pair_in_order():
    """The words "lần lượt" give each name of a list its figure."""
    assert _pairs("Tỷ lệ hộ nghèo và hộ cận nghèo giảm lần lượt 2% và 1%.") == [
        ("Tỷ lệ hộ nghèo", "giảm 2", None),
        ("Tỷ lệ hộ cận nghèo", "giảm 1", None),
    ]


def test_years_pair_in_order():
    """Years of a list pair with figures as names do."""
    assert _pairs("Đến năm 2025 và năm 2030, tỷ lệ đô thị hóa lần lượt đạt 32% và 40%.") == [
        ("Tỷ lệ đô thị hóa", "ít nhất 32", "2025"),
        ("Tỷ lệ đô thị hóa", "ít nhất 40", "2030"),
    ]


def test_units_pair_with_the_names_that_hold_them():
    """Doctors and beds find their names without being told."""
    found = read_commitments("Tỷ lệ bác sĩ và giường bệnh trên 1 vạn dân đạt 10 bác sĩ và 31,5 giường.").found
    assert [one.name for one in found] == ["Tỷ lệ bác sĩ trên 1 vạn dân", "Tỷ lệ giường bệnh trên 1 vạn dân"]
    assert all(remarks.RESPECTIVE in one.remarks for one in found)


def test_lists_of_other_lengths_do_not_pair():
    """Where names and figures are not as many, nothing is paired in silence."""
    names = [name for name, _, _ in _pairs("Tỷ lệ hộ nghèo, hộ cận nghèo và tái nghèo giảm lần lượt 2% và 1%.")]
    assert all("Tỷ lệ hộ nghèo, hộ cận nghèo" in name for name in names)
