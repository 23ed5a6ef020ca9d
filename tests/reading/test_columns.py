"""Headings of tables: what each column holds, in the many ways that plans write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.columns import Role, find_heading


def roles(*rows: list[str]) -> list[str]:
    heading = find_heading(rows)
    return [] if heading is None else [column.role.value for column in heading.columns]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2024"], "ordinal name unit plan"),
        (["TT", "TÊN CHỈ TIÊU", "ĐVT", "Mục tiêu đến năm 2025"], "ordinal name unit plan"),
        (["TT", "Nội dung", "Đơn vị", "Chỉ tiêu năm 2024", "Ghi chú"], "ordinal name unit plan other"),
        (["Chỉ tiêu", "ĐVT", "TH 2022", "ƯTH 2023", "KH 2024"], "name unit past past plan"),
        (["Các chỉ tiêu chủ yếu", "Ước thực hiện 2023", "Phấn đấu 2024"], "name past plan"),
        (
            ["Chỉ tiêu", "Kế hoạch 2023", "Thực hiện 2023", "TH/KH (%)", "Kế hoạch 2024"],
            "name plan past comparison plan",
        ),
        (["Chỉ tiêu", "Kế hoạch 2024", "So với ước TH 2023 (%)"], "name plan comparison"),
        (["Chỉ tiêu", "KH 2024", "2024/2023"], "name plan comparison"),
        (["Danh mục", "Kế hoạch thực hiện năm 2024", "Đơn vị chủ trì"], "name plan lead"),
        (["Nội dung", "Đơn vị tính", "Chỉ tiêu"], "name unit plan"),
        (["Chỉ tiêu", "Năm 2024", "Cơ quan phối hợp"], "name year other"),
        (["Chỉ tiêu", "ĐVT", "Dự kiến 2025", "Định hướng đến năm 2030"], "name unit plan plan"),
        (["Chỉ tiêu", "Kết quả năm 2023", "Hiện trạng 2020", "Mục tiêu 2025"], "name past past plan"),
    ],
)
def test_columns_are_known_by_their_headings(row: list[str], expected: str) -> None:
    """In full and abridged, in capitals and not."""
    assert roles(row, ["x"] * len(row)) == expected.split()
    assert roles([words.upper() for words in row], ["x"] * len(row)) == expected.split()


def test_headings_of_several_rows_are_read_together() -> None:
    """Wide cells above, years and kinds below; merged over rows or left empty there."""
    rows = [
        ["BIỂU SỐ 1", "BIỂU SỐ 1", "BIỂU SỐ 1", "BIỂU SỐ 1", "BIỂU SỐ 1"],
        ["TT", "Chỉ tiêu", "Năm 2023", "Năm 2023", "Kế hoạch 2024"],
        ["", "", "Kế hoạch", "Ước thực hiện", ""],
        ["A", "B", "1", "2", "3=2/1"],
        ["1", "Sản lượng lúa", "5", "6", "7"],
    ]
    heading = find_heading(rows)
    assert heading is not None
    assert (heading.first, heading.rows) == (1, 3)
    assert roles(*rows) == ["ordinal", "name", "plan", "past", "plan"]
    assert [str(column.period) for column in heading.columns[2:]] == ["2023", "2023", "2024"]
    merged = [row if row[1] else ["TT", "Chỉ tiêu", *row[2:4], "Kế hoạch 2024"] for row in rows]
    assert find_heading(merged) == heading


def test_rows_without_marks_are_no_heading() -> None:
    """A heading of one row ends where the names begin, and a group without figures is no heading either."""
    heading = find_heading([["Chỉ tiêu", "ĐVT", "KH 2024"], ["Kinh tế", "", ""], ["Lúa", "tấn", "5"]])
    assert heading is not None
    assert heading.rows == 1


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Kế hoạch 2021-2025", "2021-2025"),
        ("Mục tiêu giai đoạn 2021 - 2025", "2021-2025"),
        ("Mục tiêu đến năm 2030", "2030"),
        ("KH quý I/2024", "quý I/2024"),
        ("Kế hoạch", "None"),
    ],
)
def test_columns_know_their_period(words: str, period: str) -> None:
    """The years that a heading names are those of its figures."""
    heading = find_heading([["Chỉ tiêu", words]])
    assert heading is not None
    assert str(heading.columns[1].period) == period


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["Chỉ tiêu", "Đơn vị tính"]],
        [["Họ và tên", "Chức vụ", "Kế hoạch"]],
        [["Chỉ tiêu kế hoạch năm 2024"] * 3, ["a", "b", "c"]],
        [["x", "y"]] * 10 + [["Chỉ tiêu", "KH 2024"]],
        [["Chỉ tiêu " + "dài " * 60, "KH 2024"]],
    ],
)
def test_other_tables_have_no_heading(rows: list[list[str]]) -> None:
    """Without names of targets and a column of what is planned, near the top, there is nothing to read."""
    assert find_heading(rows) is None


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=5))
def test_no_table_is_too_odd(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, the columns are as many as there are, and the heading lies in the table."""
    heading = find_heading(rows)
    if heading is not None:
        assert len(heading.columns) == 3
        assert heading.first + heading.rows <= len(rows)
        assert heading.place(Role.NAME) is not None
