"""Tables whose rows are lines are read as tables, or are listed as not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.reading.flat_tables import content_with_tables

_ROWS = (
    ("1", "Sản lượng cà phê", "tấn", "12.500"),
    ("2", "Tỷ lệ hộ cận nghèo", "%", "Dưới 7"),
    ("3", "Độ che phủ", "%", "45-46"),
)
_READ = [
    "Sản lượng cà phê: ít nhất 12.500 tấn",
    "Tỷ lệ hộ cận nghèo: dưới 7%",
    "Độ che phủ: từ 45 đến 46%",
]


@pytest.mark.parametrize("separator", [" | ", "\t"])
@pytest.mark.parametrize("head", [("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2021"), None])
def test_rows_are_targets(separator: str, head: tuple[str, ...] | None) -> None:
    """Names, units and figures come from their columns, whether a heading row names these or not."""
    rows = ([head] if head is not None else []) + list(_ROWS)
    draft = govplan.read_text("Các chỉ tiêu chủ yếu:\n" + "\n".join(separator.join(row) for row in rows))
    assert [str(target) for target in draft.targets] == _READ


def test_guessed_columns_are_told() -> None:
    """A person is told that the columns of a table without a heading row were guessed."""
    text = "\n".join(" | ".join(row) for row in _ROWS)
    assert any("guessed" in note.text.in_language("en") for note in govplan.read_text(text).notes)


def test_spans_quote_the_row() -> None:
    """The source of a target is where its row stands in the text as it was given."""
    text = "Các chỉ tiêu:\n" + "\n".join(" | ".join(row) for row in _ROWS)
    for target, row in zip(govplan.read_text(text).targets, _ROWS, strict=True):
        assert target.source is not None
        assert target.source.span is not None
        assert row[1] in target.source.span.of(text)


def test_markdown_rules_are_no_rows() -> None:
    """The rule below the heading of a Markdown table is left out, and past results are no targets."""
    text = "| Chỉ tiêu | ĐVT | TH 2020 | KH 2021 |\n|---|---|---|---|\n| Sản lượng chè | tấn | 700 | 800 |"
    assert [str(target) for target in govplan.read_text(text).targets] == ["Sản lượng chè: ít nhất 800 tấn"]


def test_what_cannot_be_understood_is_unread() -> None:
    """Two columns of figures without a heading are read as nothing and listed with a reason."""
    draft = govplan.read_text("Năm 2020:\nđường xã | 5 | 6\nđường huyện | 7 | 8")
    assert draft.targets == ()
    assert [unread.text.strip() for unread in draft.unread] == ["đường xã | 5 | 6\nđường huyện | 7 | 8"]


def test_tabs_behind_markers_are_no_table() -> None:
    """Items whose number is followed by a tab, and a head in two columns, are prose."""
    text = "UBND TỈNH BẾN TRE\tCỘNG HÒA XÃ HỘI\nSố: 5/KH-UBND\tĐộc lập\n1.\tTrồng 500 ha rừng.\n2.\tGiảm 30 hộ nghèo."
    assert content_with_tables(text).tables == ()


@given(st.text(alphabet="|\t\n 1a%-.", max_size=120))
def test_tables_lie_apart_in_the_text(text: str) -> None:
    """No text raises; tables follow each other, and every cell stands within its table."""
    reached = 0
    for table in content_with_tables(text).tables:
        assert reached <= table.start < table.end <= len(text)
        assert all(table.start <= cell.start <= cell.end <= table.end for row in table.rows for cell in row)
        reached = table.end
    govplan.read_text(text)
