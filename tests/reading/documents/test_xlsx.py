"""Excel workbooks: numbers as they are shown, headings, merged cells, and sheets that mean harm."""

import sys
import time
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from papers import packed, xlsx_of

from govplan.errors import DocumentError, MissingExtraError
from govplan.reading.documents.xlsx import load_xlsx

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2024"]


def rows_of(content: bytes) -> list[list[str]]:
    [table] = load_xlsx(content).tables
    return [[cell.text for cell in row] for row in table.rows]


def changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old in parts[name]
    return packed({**parts, name: parts[name].replace(old, new, 1)})


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (16000, "16.000"),
        (8.5, "8,5"),
        (0.1 + 0.2, "0,3"),
        (7.2999999999999995, "7,3"),
        (1e15, "1.000.000.000.000.000"),
        (-0.75, "-0,75"),
        (1234567.25, "1.234.567,25"),
        (0, "0"),
        (1e-7, "0,0000001"),
        ("Dưới 4", "Dưới 4"),
        ("60-62", "60-62"),
        (date(2024, 3, 15), "15/3/2024"),
        (datetime(2024, 3, 15, 8, 30), "15/3/2024"),
    ],
)
def test_values_are_printed_as_vietnamese_prints_them(value: object, printed: str) -> None:
    """Numbers keep the digits that a spreadsheet keeps; days are days; words are words."""
    assert rows_of(xlsx_of([HEAD, [1, "Hộ nghèo", "%", value]]))[1] == ["1", "Hộ nghèo", "%", printed]


@pytest.mark.parametrize(
    ("number_format", "printed"), [("0.0%", "8,5%"), ("0%", "8,5%"), ('0.0"%"', "0,085"), ("#,##0.000", "0,085")]
)
def test_a_share_shown_in_percent_is_printed_in_percent(number_format: str, printed: str) -> None:
    """A sheet stores 0.085 and shows 8.5%; what it shows is what the plan says."""

    def build(workbook: Any) -> None:
        workbook.active["D2"].number_format = number_format

    assert rows_of(xlsx_of([HEAD, [1, "Tăng trưởng", "%", 0.085]], build))[1][3] == printed


def test_artefacts_of_binary_fractions_are_not_printed() -> None:
    """A file may store seventeen digits; the sheet keeps and shows fifteen."""
    content = changed(
        xlsx_of([HEAD, [1, "Hộ nghèo", "%", 5]]), "xl/worksheets/sheet1.xml", b"<v>5</v>", b"<v>0.30000000000000004</v>"
    )
    assert rows_of(content)[1][3] == "0,3"


def test_lines_above_the_heading_are_text() -> None:
    """The title of a sheet is read as a title, and the table begins at its heading."""

    def build(workbook: Any) -> None:
        workbook.active.merge_cells("A1:D1")

    content = load_xlsx(
        xlsx_of([["CHỈ TIÊU KẾ HOẠCH NĂM 2024"], ["UBND TỈNH X"], [], HEAD, [1, "Lúa", "tấn", 5]], build)
    )
    assert (
        content.text
        == "CHỈ TIÊU KẾ HOẠCH NĂM 2024\n\nUBND TỈNH X\n\nSTT\tChỉ tiêu\tĐVT\tKế hoạch 2024\n1\tLúa\ttấn\t5\n"
    )
    assert [cell.text for cell in content.tables[0].rows[0]] == HEAD


def test_merged_headings_stand_at_all_their_places() -> None:
    """A heading over two columns and one over two rows are known to be such, on any sheet."""

    def build(workbook: Any) -> None:
        sheet = workbook.create_sheet("Biểu 2")
        for row in (["Chỉ tiêu", "ĐVT", "Kế hoạch", None], [None, None, "2024", "2025"], ["Lúa", "tấn", 1, 2]):
            sheet.append(row)
        for area in ("A1:A2", "B1:B2", "C1:D1"):
            sheet.merge_cells(area)

    assert rows_of(xlsx_of([], build)) == [
        ["Chỉ tiêu", "ĐVT", "Kế hoạch", "Kế hoạch"], ["Chỉ tiêu", "ĐVT", "2024", "2025"], ["Lúa", "tấn", "1", "2"],
    ]  # fmt: skip


def test_a_formula_without_its_result_is_said() -> None:
    """The results that a spreadsheet stored are read; where it stored none, a person is told."""
    content = xlsx_of([HEAD, [1, "Lúa", "tấn", "=2+3"]])
    [remark] = load_xlsx(content).remarks
    assert str(remark.en).startswith("1 formulas have no result")
    stored = changed(content, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>5</v>")
    assert rows_of(stored)[1][3] == "5"
    assert load_xlsx(stored).remarks == ()


def test_hidden_sheets_are_left_out_and_it_is_said() -> None:
    """What its author hid is no part of the document."""

    def build(workbook: Any) -> None:
        hidden = workbook.create_sheet("Nháp")
        hidden.append(["nháp", "x", "y"])
        hidden.sheet_state = "hidden"

    content = load_xlsx(xlsx_of([HEAD, [1, "Lúa", "tấn", 5]], build))
    assert "nháp" not in content.text
    assert [remark.en for remark in content.remarks] == ["1 sheets that are hidden or too many were not read"]


def test_a_missing_library_is_asked_for_by_the_name_of_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed govplan alone is told what to install."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"pip install govplan\[excel\]") as caught:
        load_xlsx(xlsx_of([HEAD]))
    assert "pip install govplan[excel]" in caught.value.message("vi")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("xl/workbook.xml", b"<workbook"),
        ("xl/workbook.xml", b""),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"),
        ("xl/styles.xml", b"<"),
        ("[Content_Types].xml", b"<Types/>"),
    ],
)
def test_damaged_parts_are_refused(name: str, part: bytes) -> None:
    """Parts that cannot be read are damage."""
    with ZipFile(BytesIO(xlsx_of([HEAD]))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with pytest.raises(DocumentError, match=r"damaged XLSX: .* save it again"):
        load_xlsx(packed({**parts, name: part}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        (b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:XFD99999"/>' * 30_000 + b"</mergeCells>"),
        (b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'),
        (b'<dimension ref="A1:D2"', b'<dimension ref="A1:XFD1048576"'),
    ],
)
def test_sheets_that_say_they_are_huge_are_no_danger(old: bytes, new: bytes) -> None:
    """Merged cells, sizes and places beyond all use cost nothing."""
    content = changed(xlsx_of([HEAD, [1, "Lúa", "tấn", 5]]), "xl/worksheets/sheet1.xml", old, new)
    started = time.perf_counter()
    load_xlsx(content)
    assert time.perf_counter() - started < 10


def test_cells_beyond_the_limit_are_refused_or_cut() -> None:
    """A sheet with more rows than anybody reads is cut, and it is said."""
    content = load_xlsx(xlsx_of([HEAD, *([[1, "Lúa", "tấn", 5]] * 3100)]))
    assert len(content.tables[0].rows) == 3000
    assert [remark.en for remark in content.remarks] == [
        "A table was too large, and what lies beyond the limits was not read"
    ]
