"""Texts and tables put together: every cell knows its place, and words that are only arranged are text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import DocumentError
from govplan.reading.documents import Cell, Content, Table, content
from govplan.reading.documents.content import Composition
from govplan.reading.documents.grids import Grid
from govplan.values import Text

WORDS = st.text(alphabet="aă \n\t1,.đ\r", max_size=8)


def grid_of(rows: list[list[str]]) -> Grid:
    grid = Grid()
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            grid.place(row, column, words)
    return grid


@given(st.lists(st.one_of(WORDS, st.lists(st.lists(WORDS, min_size=3, max_size=4), max_size=3)), max_size=6))
def test_every_cell_and_table_lies_in_the_text(blocks: list[str | list[list[str]]]) -> None:
    """Cells quote the text, tables follow one another in it, each row of words is one line."""
    composition = Composition()
    for block in blocks:
        if isinstance(block, str):
            composition.add_paragraph(block)
        else:
            composition.add_table(grid_of(block))
    made = composition.content()
    reached = 0
    for table in made.tables:
        assert reached <= table.start <= table.end <= len(made.text)
        reached = table.end
        filled = [row for row in table.rows if any(cell.text for cell in row)]
        assert made.text[table.start : table.end].count("\n") == len(filled)
        for cell in (cell for row in table.rows for cell in row):
            assert made.text[cell.start : cell.end] == cell.text
    assert "\n\n\n" not in made.text


def test_two_columns_are_text_unless_their_heading_says_otherwise() -> None:
    """What only arranges words is read as words; "chỉ tiêu" beside "kế hoạch" is a table, however narrow."""
    composition = Composition()
    composition.add_table(grid_of([["UBND TỈNH X", "CỘNG HÒA"], ["", "Độc lập"]]))
    composition.add_table(grid_of([["Chỉ tiêu", "Kế hoạch 2024"], ["Số hộ", "5"]]))
    made = composition.content()
    assert made.text == "UBND TỈNH X\n\nCỘNG HÒA\n\nĐộc lập\n\nChỉ tiêu\tKế hoạch 2024\nSố hộ\t5\n"
    assert len(made.tables) == 1


def test_cells_have_one_spelling() -> None:
    """The words of a cell are composed and their tone marks placed as everywhere; its place is that of the original."""
    composition = Composition()
    composition.add_table(grid_of([["Uy\u0309 ban", "x", "y"]]))
    made = composition.content()
    assert made.tables == (Table(((Cell("Ủy ban", 0, 7), Cell("x", 8, 9), Cell("y", 10, 11)),), 0, 12),)
    assert made.text.startswith("Uy\u0309 ban\t")


def test_remarks_are_said_once() -> None:
    """A hundred text boxes are one remark."""
    composition = Composition()
    composition.remark(Text("x"))
    composition.remark(Text("x"))
    assert composition.content() == Content("", (), (Text("x"),))


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text and cells beyond what anybody reads are refused."""
    monkeypatch.setattr(content, "MAX_CHARACTERS", 10)
    monkeypatch.setattr(content, "MAX_CELLS", 5)
    with pytest.raises(DocumentError, match="too much text"):
        Composition().add_paragraph("hơn mười chữ cái")
    with pytest.raises(DocumentError, match="too much text"):
        Composition().add_table(grid_of([["", "", "", "", "", "x"]]))
