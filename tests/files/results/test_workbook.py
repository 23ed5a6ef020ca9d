"""Results in Excel workbooks; they are made here, none is kept."""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

import govplan
from govplan import DatasetError, Observation, Results, load_results
from govplan.files.problem import FormError
from govplan.files.results.numbers import Amount
from govplan.files.results.table import MAX_ROWS
from govplan.files.results.workbook import MAX_UNPACKED, read_xlsx
from govplan.values import Period

PLAN = govplan.load_example("quangnam_2023")
HEADINGS = ["Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện", "Đánh giá", "Ngày"]
DAY = date(2023, 12, 31)
SECONDS = 60
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


def workbook(*rows: list[Any], form: Callable[[Any], None] | None = None) -> bytes:
    """Return a workbook with one sheet of rows."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "KQ"
    for row in rows:
        sheet.append(row)
    if form is not None:
        form(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def results(folder: Path, content: bytes) -> Results:
    """Return the results in a workbook."""
    (folder / "results.xlsx").write_bytes(content)
    return load_results(folder, PLAN)


def problems(folder: Path, content: bytes) -> list[str]:
    """Return what is wrong with a workbook, found in bounded time."""
    start = time.monotonic()
    with pytest.raises(DatasetError) as caught:
        results(folder, content)
    assert time.monotonic() - start < SECONDS
    return [problem.message("en") for problem in caught.value.problems]


def with_part(name: str, body: bytes | str) -> bytes:
    """Return a workbook in which one part is another."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(workbook(HEADINGS))) as source, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for member in source.namelist():
            archive.writestr(member, body if member == name else source.read(member))
    return out.getvalue()


FIRST = "xl/worksheets/sheet1.xml"


def test_a_sheet_is_read_as_a_table_is(tmp_path: Path) -> None:
    """Numbers and days are those of the cells, text is read as in a table; rows count as Excel counts them."""

    def shares(book: Any) -> None:
        book.active["D4"].number_format = "0.00%"

    found = results(
        tmp_path,
        workbook(
            ["KẾT QUẢ NĂM 2023"],
            HEADINGS,
            ["Tuyển sinh giáo dục nghề nghiệp", "nghìn người", 24, 24.8, "Vượt", DAY],
            ["Tỷ lệ lao động thất nghiệp", None, "Dưới 4", 0.0345, "Đạt", datetime(2023, 12, 31)],
            ["Số lao động có việc làm tăng thêm", "người", 16000, "16.250", None, "31/12/2023"],
            form=shares,
        ),
    )
    assert tuple(found) == (
        Observation("vocational-enrolment", as_of=DAY, value=24800, judgement="Vượt"),
        Observation("unemployment-rate", as_of=DAY, value="3.45", judgement="Đạt"),
        Observation("jobs-created", as_of=DAY, value=16250),
    )
    assert found.rows == (3, 4, 5)
    assert found.places == ((3, 1), (4, 1), (5, 1))
    assert (found.unmatched, found.remarks) == ((), ())


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_what_was_typed_into_a_cell_is_read(number: Decimal) -> None:
    """Excel holds it in base two; the shortest decimal that means the same is what was typed."""
    [table] = read_xlsx(workbook(["value", float(number)]))
    [_, cell] = table.rows[0].cells
    assert isinstance(cell.value, Amount)
    assert cell.value.number == number


def test_what_arithmetic_left_behind_is_no_digit(tmp_path: Path) -> None:
    """A saved sum of 0.1 and 0.2 is what Excel shows of it, which has 15 digits."""
    cell = '<row r="1"><c r="A1"><f>0.1+0.2</f><v>0.30000000000000004</v></c></row>'
    [table] = read_xlsx(with_part(FIRST, SHEET.format(cell)))
    assert table.rows[0].cells[0].value == Amount(Decimal("0.3"))


def test_cells_that_cannot_be_used_are_told_by_name(tmp_path: Path) -> None:
    """Formulas without a value, errors, truths, times of day: all at once, with sheet, row and column."""
    found = problems(
        tmp_path,
        workbook(
            HEADINGS,
            ["Tuyển sinh giáo dục nghề nghiệp", None, None, "=1+1", None, DAY],
            ["Tuyển sinh giáo dục nghề nghiệp", None, None, "#DIV/0!", None, DAY],
            ["Tuyển sinh giáo dục nghề nghiệp", None, None, True, None, datetime(2023, 1, 1, 5, 30)],
            ["Tuyển sinh giáo dục nghề nghiệp", None, None, "68.25", None, "quý I/2023"],
        ),
    )
    assert [one.partition("; ")[0] + one[one.rindex(" [") :] for one in found] == [
        "2:4: formula without a value: found none saved with it [KQ!D2]",
        "3:4: error in a cell: found '#DIV/0!' [KQ!D3]",
        "4:4: true or false in a cell: found TRUE [KQ!D4]",
        "4:6: not a day: found 2023-01-01 05:30:00 [KQ!F4]",
        "5:4: not a Vietnamese number: found '68.25' [KQ!D5]",
        "5:6: not a date: found 'quý I/2023' [KQ!F5]",
    ]


def test_a_period_that_became_a_day_is_refused(tmp_path: Path) -> None:
    """Excel turns 2023-03 into the first of March; a year typed as a number is a year."""
    headings = ["target", "period", "value"]
    [one] = results(tmp_path, workbook(headings, ["jobs-created", 2023, 5]))
    assert one.period == Period.year(2023)
    [problem] = problems(tmp_path, workbook(headings, ["jobs-created", date(2023, 3, 1), 5]))
    assert "period expected: found the day 2023-03-01" in problem


def test_a_formula_counts_by_its_saved_value(tmp_path: Path) -> None:
    """What it would come to elsewhere nobody computes."""
    words = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    headings = "".join(
        words.format(f"{place}1", key) for place, key in zip("ABC", ("target", "period", "value"), strict=True)
    )
    numbers = '<c r="B2"><v>2023</v></c><c r="C2"><f>SUM(A:A)</f><v>16250</v></c>'
    row = f'<row r="1">{headings}</row><row r="2">{words.format("A2", "jobs-created")}{numbers}</row>'
    [one] = results(tmp_path, with_part(FIRST, SHEET.format(row)))
    assert one.value == Decimal(16250)


def test_the_sheet_with_results_is_found(tmp_path: Path) -> None:
    """Notes and hidden sheets beside it do not matter; two with results do."""

    def beside(book: Any) -> None:
        notes = book.create_sheet("Ghi chú", 0)
        notes.append(["Tổng hợp từ các huyện"])
        hidden = book.create_sheet("Ẩn")
        hidden.append(HEADINGS)
        hidden.sheet_state = "hidden"

    row = ["Tuyển sinh giáo dục nghề nghiệp", None, None, 5, None, DAY]
    assert len(results(tmp_path, workbook(HEADINGS, row, form=beside))) == 1

    def twice(book: Any) -> None:
        book.create_sheet("Quý II").append(HEADINGS)

    [problem] = problems(tmp_path, workbook(HEADINGS, row, form=twice))
    assert "several sheets with results: found KQ, Quý II" in problem
    assert problems(tmp_path, workbook()) == [
        "no results: found nothing in the file; write the headings target, period, value in the first row"
    ]
    assert "no headings" in problems(tmp_path, workbook(["a", "b"]))[0]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """Other files, cut ones, and zip archives of something else."""
    whole = workbook(HEADINGS)
    archive = io.BytesIO()
    with ZipFile(archive, "w") as other:
        other.writestr("a.txt", "a")
    damaged = bytearray(whole)
    damaged[60:200] = b"\0" * 140
    for content in (b"", b"hello", whole[: len(whole) // 2], archive.getvalue(), bytes(damaged)):
        [problem] = problems(tmp_path, content)
        assert problem.startswith("not an Excel workbook: ")
    [problem] = problems(tmp_path, with_part(FIRST, "<worksheet"))
    assert problem.startswith("not an Excel workbook: ")


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    """Its directory tells before anything is read."""
    content = with_part(FIRST, b"0" * (MAX_UNPACKED + 1))
    assert len(content) < 1_000_000
    [problem] = problems(tmp_path, content)
    assert problem.startswith("workbook too large: found ")


def test_an_archive_that_hides_its_size_is_refused(tmp_path: Path) -> None:
    """No more is unpacked than the directory says; what does not fit it is damaged."""
    body = b"<worksheet>" + b" " * 5_000_000
    content = with_part(FIRST, body)
    lying = content.replace(len(body).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != content
    [problem] = problems(tmp_path, lying)
    assert problem.startswith("not an Excel workbook: ")


@pytest.mark.parametrize("start", ["<!DOCTYPE x [<!ENTITY a 'b'>]>", "<!--" + " " * 3_000_000 + "--><!DOCTYPE x>"])
def test_declarations_are_refused_wherever_they_stand(tmp_path: Path, start: str) -> None:
    """No workbook needs entities; they serve to exhaust who reads."""
    [problem] = problems(tmp_path, with_part(FIRST, start + SHEET.format("")))
    assert problem.startswith("harmful workbook: found declarations in 'xl/worksheets/sheet1.xml'")
    [problem] = problems(tmp_path, with_part(FIRST, (start + SHEET.format("")).encode("utf-16")))
    assert problem.startswith("harmful workbook: ")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ('<row r="999999999"><c r="A999999999"><v>1</v></c></row>', "no results"),
        (f'<row r="{MAX_ROWS + 1}"><c r="A{MAX_ROWS + 1}"><v>1</v></c></row>', "too many rows"),
        ('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "too many columns"),
        ("".join(f'<row r="{n}"><c r="ZZZ{n}"/></row>' for n in range(1, 3000)), "too many values"),
        ('<row r="x"><c r="A1"><v>1</v></c></row>', "not an Excel workbook"),
        ('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', "not an Excel workbook"),
        ('<row r="1"><c r="A1"><v>1e999</v></c></row>', "no headings"),
    ],
)
def test_sheets_made_to_exhaust_the_reader_are_refused(tmp_path: Path, rows: str, words: str) -> None:
    """What a sheet says of its own size is not believed."""
    [problem] = problems(tmp_path, with_part(FIRST, SHEET.format(rows)))
    assert words in problem


def test_numbers_without_end_are_refused_at_their_cell(tmp_path: Path) -> None:
    """A cell may say 1e999; no number is infinite."""
    [table] = read_xlsx(with_part(FIRST, SHEET.format('<row r="1"><c r="A1"><v>1e300</v></c></row>')))
    assert isinstance(table.rows[0].cells[0].value, Amount)
    headings = ["target", "period", "value"]
    [problem] = problems(tmp_path, workbook(headings, ["jobs-created", 2023, 1e300]))
    assert problem.startswith("2:3: ")


def test_without_openpyxl_the_extra_is_named(tmp_path: Path) -> None:
    """Tables and documents are read all the same."""
    (tmp_path / "results.xlsx").write_bytes(workbook(HEADINGS))
    (tmp_path / "a.csv").write_text("target,period,value\n", encoding="utf-8")
    program = f"""
import sys
sys.modules["openpyxl"] = None
import govplan
plan = govplan.load_example("quangnam_2023")
assert len(govplan.load_results({str(tmp_path / "a.csv")!r}, plan)) == 0
try:
    govplan.load_results({str(tmp_path / "results.xlsx")!r}, plan)
except govplan.errors.MissingExtraError as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert ran.stdout == "Excel files need openpyxl: it is not installed; run: pip install govplan[excel]\n"


def test_a_fault_is_an_ordinary_error_of_files() -> None:
    """Whoever reads bytes gets the same error as for any file."""
    with pytest.raises(FormError, match="not an Excel workbook"):
        read_xlsx(b"PK")
