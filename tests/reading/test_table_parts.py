"""Rows as commitments: what is a part of what, and what is said of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import content_of_rows

from govplan.model import Goal
from govplan.model.indicator import Polarity
from govplan.model.target import Denominator, Relation
from govplan.reading.cells import read_cell
from govplan.reading.columns import find_heading
from govplan.reading.commitment import Commitment
from govplan.reading.confidence import Confidence
from govplan.reading.table_parts import RowReading, commitments_of
from govplan.reading.table_rows import rows_of, tree_of
from govplan.values import Period

HEAD = ("STT", "Chỉ tiêu", "ĐVT", "TH 2023", "KH 2024")


def read(*rows: tuple[str, str, str, str, str], confidence: Confidence = Confidence.CERTAIN) -> list[Commitment]:
    [table] = content_of_rows(HEAD, *rows).tables
    heading = find_heading([[cell.text for cell in row] for row in table.rows])
    assert heading is not None
    reading = RowReading(read_cell, Period.year(2024), 3, Period.year(2023), confidence)
    found, _ = commitments_of(tree_of(rows_of(table, heading, 4)), reading)
    return found


def test_a_row_is_a_commitment_with_its_places() -> None:
    """Name, unit, figure, horizon, and the last result before it."""
    content = content_of_rows(HEAD, ("1", "Tỷ lệ hộ nghèo", "%", "5,2", "4"))
    [found] = read(("1", "Tỷ lệ hộ nghèo", "%", "5,2", "4"))
    assert (found.name, found.printed_unit, found.horizon) == ("Tỷ lệ hộ nghèo", "%", Period.year(2024))
    assert found.baseline is not None
    assert (found.baseline.value, found.baseline.period) == (Decimal("5.2"), Period.year(2023))
    assert content.text[slice(*found.number_span)] == "4"
    assert content.text[slice(*found.span)] == "Tỷ lệ hộ nghèo\t%\t5,2\t4"
    assert found.name_span is not None
    assert content.text[slice(*found.name_span)] == "Tỷ lệ hộ nghèo"


def test_a_bare_figure_is_a_ceiling_where_less_is_better() -> None:
    """As in prose; for a part, what the whole counts decides."""
    poor, jobs = read(
        ("1", "Tỷ lệ hộ nghèo", "%", "", "4"), ("", "- Miền núi", "%", "", "9"), ("2", "Việc làm", "người", "", "5")
    )
    assert poor.goal == Goal.at_most(4)
    assert poor.polarity is Polarity.LOWER
    assert poor.parts[0].goal == Goal.at_most(9)
    assert jobs.goal == Goal.at_least(5)


def test_parts_that_add_up_are_a_partition() -> None:
    """Exactly, digits included; said with the other reading beside it."""
    [found] = read(
        ("1", "Sản lượng", "tấn", "", "1.000"), ("", "- Lúa", "tấn", "", "400"), ("", "- Ngô", "", "", "600")
    )
    assert found.relation is Relation.PARTITION
    assert [(part.name, str(part.unit)) for part in found.parts] == [("Lúa", "tấn"), ("Ngô", "tấn")]
    assert found.confidence is Confidence.LIKELY
    assert found.alternatives == ("subset",)
    assert "cộng lại" in str(found.remarks[-1])


def test_other_parts_are_subsets() -> None:
    """Also after "trong đó"; one that exceeds its whole is asked about."""
    [found] = read(("1", "Sản lượng", "tấn", "", "1.000"), ("", "Trong đó: Lúa", "tấn", "", "400"))
    assert (found.relation, found.question, found.alternatives) == (Relation.SUBSET, None, ("partition",))
    [found] = read(("1", "Sản lượng", "tấn", "", "100"), ("", "- Lúa", "tấn", "", "400"))
    assert found.confidence is Confidence.AMBIGUOUS
    assert "larger than this one" in str(found.question.en if found.question else "")


def test_shares_have_one_denominator_or_their_own() -> None:
    """A part that exceeds its whole, or that grows, has its own; else a person is asked."""
    [found] = read(("1", "Tỷ lệ hộ nghèo", "%", "", "4"), ("", "- Miền núi", "%", "", "9"))
    assert (found.denominator, found.question) == (Denominator.OWN, None)
    [found] = read(("1", "Tốc độ tăng trưởng", "%", "", "9"), ("", "- Nông nghiệp", "%", "", "4"))
    assert (found.denominator, found.question) == (Denominator.OWN, None)
    [found] = read(("1", "Tỷ lệ lao động qua đào tạo", "%", "", "70"), ("", "- Có bằng", "%", "", "30"))
    assert found.denominator is Denominator.SAME
    assert found.question is not None
    assert found.alternatives == ("denominator: own",)


def test_rows_that_count_something_else_are_targets_of_their_own() -> None:
    """With the name above before theirs where that says too little alone."""
    found = read(
        ("1", "Tổng sản phẩm", "tỷ đồng", "", "9"),
        ("", "- Tốc độ tăng", "%", "", "4"),
        ("1.1", "Xuất khẩu", "triệu USD", "", "7"),
    )
    assert [commitment.name for commitment in found] == ["Tổng sản phẩm", "Tổng sản phẩm: Tốc độ tăng", "Xuất khẩu"]
    found = read(
        ("2", "Hộ dùng nước sạch", "", "", ""), ("-", "Thành thị", "%", "", "99"), ("-", "Nông thôn", "%", "", "95")
    )
    assert [commitment.name for commitment in found] == ["Hộ dùng nước sạch: Thành thị", "Hộ dùng nước sạch: Nông thôn"]
    found = read(("I", "KINH TẾ", "", "", ""), ("", "- Sản lượng", "tấn", "", "5"))
    assert [commitment.name for commitment in found] == ["Sản lượng"]


def test_rows_without_marks_are_parts_only_where_they_add_up() -> None:
    """Their place alone says too little."""
    whole = ("1", "Tổng thu", "tỷ đồng", "", "9")
    assert len(read(whole, ("", "Thuế", "tỷ đồng", "", "5"), ("", "Phí", "tỷ đồng", "", "4"))) == 1
    assert len(read(whole, ("", "Tổng chi", "tỷ đồng", "", "8"))) == 2


def test_figures_that_cannot_be_read_are_said() -> None:
    """With their place, and nothing is made of them."""
    content = content_of_rows(HEAD, ("1", "Lúa", "tấn", "", "năm tấn"))
    heading = find_heading([[cell.text for cell in row] for row in content.tables[0].rows])
    assert heading is not None
    found, unread = commitments_of(
        tree_of(rows_of(content.tables[0], heading, 4)), RowReading(read_cell, None, None, None)
    )
    assert found == []
    assert [content.text[start:end] for start, end, _ in unread] == ["năm tấn"]


@pytest.mark.parametrize("result", ["", "5-6", "khoảng 5", "-"])
def test_a_result_that_is_no_plain_figure_is_no_baseline(result: str) -> None:
    """Nothing is guessed of the past either."""
    [found] = read(("1", "Lúa", "tấn", result, "6"))
    assert found.baseline is None


@given(st.lists(st.integers(0, 500), min_size=2, max_size=5), st.integers(-2, 2))
def test_a_partition_is_one_exactly_when_the_sum_is_exact(parts: list[int], off: int) -> None:
    """However many parts there are, and however little is missing."""
    rows = [("", f"- Loại {place}", "tấn", "", str(part)) for place, part in enumerate(parts)]
    whole = sum(parts) + off
    if whole >= 0:
        [found] = read(("1", "Sản lượng", "tấn", "", str(whole)), *rows)
        assert (found.relation is Relation.PARTITION) == (off == 0)
        assert [part.goal.lower for part in found.parts] == parts
