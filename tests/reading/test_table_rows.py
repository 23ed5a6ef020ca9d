"""Rows of tables: their marks, names and units, and which stand under which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import content_of_rows

from govplan.reading.columns import find_heading
from govplan.reading.table_rows import Node, Row, rows_of, tree_of

HEAD = ("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2024")


def read(*rows: tuple[str, str, str, str]) -> list[Row]:
    [table] = content_of_rows(HEAD, *rows).tables
    heading = find_heading([[cell.text for cell in row] for row in table.rows])
    assert heading is not None
    return list(rows_of(table, heading, 3))


def shape(nodes: list[Node]) -> list[object]:
    """Return the names of rows, each with a list of those under it where there are any."""
    return [[node.row.name, shape(node.children)] if node.children else node.row.name for node in nodes]


def tree(*rows: tuple[str, str, str, str]) -> list[object]:
    return shape(tree_of(iter(read(*rows))))


@pytest.mark.parametrize(
    ("ordinal", "name", "style", "bare"),
    [
        ("1", "Lúa", "number/0", "Lúa"),
        ("1.2.", "Lúa", "number/1", "Lúa"),
        ("(3)", "Lúa", "number/0", "Lúa"),
        ("1,1", "Lúa", "number/1", "Lúa"),
        ("1.000", "Lúa", "number/0", "Lúa"),
        ("IV", "KINH TẾ", "roman", "KINH TẾ"),
        ("A", "KINH TẾ", "capital", "KINH TẾ"),
        ("a)", "Lúa", "letter", "Lúa"),
        ("-", "Lúa", "dash", "Lúa"),
        ("+", "Lúa", "plus", "Lúa"),
        ("", "- Lúa", "dash", "Lúa"),
        ("", "+ Lúa", "plus", "Lúa"),
        ("", "2. Lúa", "number/0", "Lúa"),
        ("", "b) Lúa", "letter", "Lúa"),
        ("", "Lúa", "none", "Lúa"),
        ("3", "- Lúa", "number/0", "Lúa"),
        ("", "Sản lượng lúa (*)", "none", "Sản lượng lúa"),
    ],
)
def test_rows_are_marked_in_many_ways(ordinal: str, name: str, style: str, bare: str) -> None:
    """By a number in its column, or by what stands before the name; the name is left alone."""
    [row] = read((ordinal, name, "tấn", "5"))
    assert (row.style, row.name, row.unit) == (style, bare, "tấn")


@pytest.mark.parametrize(
    ("name", "unit", "read_name", "read_unit"),
    [
        ("Sản lượng lúa (tấn)", "", "Sản lượng lúa", "tấn"),
        ("Tỷ lệ hộ nghèo (%)", "", "Tỷ lệ hộ nghèo", "%"),
        ("Thu nhập (Triệu đồng/người/năm):", "", "Thu nhập", "Triệu đồng/người/năm"),
        ("Thu ngân sách (ĐVT: tỷ đồng)", "", "Thu ngân sách", "tỷ đồng"),
        ("Tổng sản phẩm (GRDP)", "tỷ đồng", "Tổng sản phẩm (GRDP)", "tỷ đồng"),
        ("Hộ nghèo (theo chuẩn mới)", "hộ", "Hộ nghèo (theo chuẩn mới)", "hộ"),
        ("Lúa (tấn)", "nghìn tấn", "Lúa", "nghìn tấn"),
        ("Lúa", "-", "Lúa", ""),
    ],
)
def test_units_stand_in_their_column_or_behind_the_name(name: str, unit: str, read_name: str, read_unit: str) -> None:
    """Brackets that hold a unit are one; other brackets belong to the name; the column goes first."""
    [row] = read(("1", name, unit, "5"))
    assert (row.name, row.unit) == (read_name, read_unit)


@pytest.mark.parametrize("same", ["nt", '"', "-nt-", "như trên", "//"])
def test_a_unit_may_be_that_of_the_row_above(same: str) -> None:
    """Ditto marks of all sorts."""
    assert [row.unit for row in read(("1", "Lúa", "tấn", "5"), ("2", "Ngô", same, "6"))] == ["tấn", "tấn"]


@pytest.mark.parametrize("value", ["", "-", "x", "…", " – ", "/"])
def test_empty_figures_are_none(value: str) -> None:
    """Dashes and crosses are no figures."""
    [row] = read(("1", "Lúa", "tấn", value))
    assert row.value is None


def test_rows_without_names_and_repeated_headings_are_passed_over() -> None:
    """Word and Excel repeat a heading on each page; it is no target."""
    assert [row.name for row in read(("1", "Lúa", "tấn", "5"), HEAD, ("", "", "", "9"), ("2", "Ngô", "tấn", "6"))] == [
        "Lúa",
        "Ngô",
    ]


def test_numbers_order_rows_under_one_another() -> None:
    """Groups hold numbers, numbers hold deeper numbers, dashes and letters."""
    assert tree(
        ("I", "KINH TẾ", "", ""),
        ("1", "GRDP", "tỷ", "9"),
        ("1.1", "Nông nghiệp", "tỷ", "4"),
        ("", "- Lúa", "tỷ", "3"),
        ("1.2", "Công nghiệp", "tỷ", "5"),
        ("2", "Thu", "tỷ", "2"),
        ("II", "XÃ HỘI", "", ""),
        ("1", "Trường", "trường", "1"),
    ) == [
        ["KINH TẾ", [["GRDP", [["Nông nghiệp", ["Lúa"]], "Công nghiệp"]], "Thu"]],
        ["XÃ HỘI", ["Trường"]],
    ]


LABOUR = ("1", "Lao động", "người", "9")
UNNUMBERED = ("", *LABOUR[1:])


def test_rows_without_marks_stand_under_the_number_before_them() -> None:
    """Also after items with a dash, which they do not belong to; without numbers all rows stand side by side."""
    rows = (LABOUR, ("", "- Nam", "người", "4"), ("", "Tỷ lệ", "%", "3"), ("2", "Lúa", "", ""))
    assert tree(*rows) == [["Lao động", ["Nam", "Tỷ lệ"]], "Lúa"]
    assert tree(("", "Lúa", "tấn", "9"), ("", "Ngô", "tấn", "4")) == ["Lúa", "Ngô"]


def test_trong_do_belongs_to_the_row_before_it() -> None:
    """With a name of its own; a second one replaces the first, and rows of the same mark stand beside it."""
    rows = (LABOUR, ("", "Trong đó: Nữ", "người", "4"), ("", "Trong đó: DTTS", "người", "3"), ("2", "Lúa", "tấn", "5"))
    assert tree(*rows) == [["Lao động", ["Nữ", "DTTS"]], "Lúa"]
    rows = (UNNUMBERED, ("", "- Trong đó: Nữ", "người", "4"), ("", "- Nam", "người", "3"))
    assert tree(*rows) == [["Lao động", ["Nữ", "Nam"]]]


def test_a_bare_trong_do_is_followed_by_its_parts() -> None:
    """What follows and counts the same is meant, with a number above or without."""
    rows = (LABOUR, ("", "Trong đó:", "", ""), ("", "Nữ", "người", "4"), ("", "DTTS", "người", "3"))
    assert tree(*rows) == [["Lao động", [["", ["Nữ", "DTTS"]]]]]
    rows = (UNNUMBERED, ("", "Trong đó:", "người", ""), ("", "Nữ", "người", "4"), ("", "Lúa", "tấn", "3"))
    assert tree(*rows) == [["Lao động", [["", ["Nữ"]]]], "Lúa"]


ROWS = st.tuples(
    st.sampled_from(["", "1", "1.1", "1.1.1.1.1.1", "I", "A", "a", "-", "+", "x9"]),
    st.sampled_from(["Lúa", "- Ngô", "Trong đó:", "Trong đó: Nữ", "a) Đậu", "+ Lạc", "1. Cá", "(%)"]),
    st.sampled_from(["", "tấn", "%", "nt"]),
    st.sampled_from(["", "5", "-", "x"]),
)


@given(st.lists(ROWS, max_size=12))
def test_no_row_gets_lost_however_they_are_marked(rows: list[tuple[str, str, str, str]]) -> None:
    """Every row stands once in the tree, in its order, and never deeper than the limit."""

    def walk(nodes: list[Node], depth: int = 1) -> list[tuple[Row, int]]:
        return [pair for node in nodes for pair in [(node.row, depth), *walk(node.children, depth + 1)]]

    found = read(*rows)
    walked = walk(tree_of(iter(found)))
    assert [row for row, _ in walked] == found
    assert all(depth <= 7 for _, depth in walked)
