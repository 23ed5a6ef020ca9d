"""Sheets of an Excel workbook into rows of cells; *not* here: what the cells mean.

A workbook is a zip archive: how much it unpacks to is read from its directory and tested before any of it is
unpacked, and no part may declare entities. Numbers are those that Excel shows at full length; a formula counts by
the value that was saved with it.
"""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from decimal import Context, Decimal
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from govplan.errors import MissingExtraError
from govplan.files.limits import MAX_NODES, too_many
from govplan.files.problem import FormError
from govplan.files.results.numbers import Amount
from govplan.files.results.table import MAX_COLUMNS, MAX_ROWS, Cell, Row, Table, too_many_columns, too_many_rows
from govplan.values import Unit
from govplan.values.number import exact_product
from govplan.values.text import MAX_LENGTH

__all__ = ["read_xlsx"]

MAX_UNPACKED = 128 * 1024 * 1024
"""How many bytes a workbook may unpack to."""

_MAX_MEMBERS = 2000
# The last row that Excel has; empty ones may be said to reach there.
_LAST_ROW = 1_048_576
# Cells that hold nothing but a format cost time as well.
_MAX_WIDTH = 20_000_000
_PIECE = 1 << 20
_HUNDRED = Decimal(100)
_FIFTEEN = Context(prec=15)


def read_xlsx(content: bytes) -> list[Table]:
    """Return the sheets of a workbook, hidden ones and charts left out.

    Raises:
        FormError: no workbook, or one that is made to exhaust its reader.
        MissingExtraError: openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtraError(
            "Excel files need openpyxl: it is not installed; run: pip install govplan[excel]",
            "tệp Excel cần openpyxl: chưa được cài; hãy chạy: pip install govplan[excel]",
        ) from None
    _look_into(content)
    found = []
    # It warns of what it does not read: formats, forms, pictures; nothing of that is a result.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            formulas = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
            for sheet, source in zip(values.worksheets, formulas.worksheets, strict=True):
                if sheet.sheet_state == "visible":
                    found.append(Table(_rows(sheet, source), sheet.title, is_text=False))
        except FormError:
            raise
        except Exception as error:  # whatever a damaged workbook makes openpyxl raise
            raise _not_a_workbook(f"{error.__class__.__name__}: {error}") from None
    return found


def _not_a_workbook(reason: str) -> FormError:
    return FormError(
        f"not an Excel workbook: {reason:.120}; open it and save it as .xlsx",
        f"không phải bảng tính Excel ({reason:.120}); hãy mở và lưu lại dạng .xlsx",
    )


def _look_into(content: bytes) -> None:
    """Refuse an archive that unpacks to too much, or whose parts declare entities, in bounded memory."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if size > MAX_UNPACKED or len(members) > _MAX_MEMBERS:
                raise FormError(
                    f"workbook too large: found {size} bytes in {len(members)} parts once unpacked; at most "
                    f"{MAX_UNPACKED}, save only the sheet with results",
                    f"bảng tính quá lớn: gặp {size} byte trong {len(members)} phần khi giải nén; nhiều nhất "
                    f"{MAX_UNPACKED}, hãy chỉ lưu trang có kết quả",
                )
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _refuse_declarations(archive, member)
    except FormError:
        raise
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise _not_a_workbook(str(error)) from None
    except Exception as error:  # zlib and its like have errors of their own
        raise _not_a_workbook(f"{error.__class__.__name__}: {error}") from None


def _refuse_declarations(archive: ZipFile, member: ZipInfo) -> None:
    # No more is read than the directory says there is, which has been tested.
    with archive.open(member) as opened:
        before = b""
        while piece := opened.read(_PIECE):
            both = before + piece
            if b"<!DOCTYPE" in both or b"<!ENTITY" in both or (not before and b"\0" in both[:64]):
                raise FormError(
                    f"harmful workbook: found declarations in {member.filename!r:.80}; save it anew as .xlsx",
                    f"bảng tính có hại: gặp khai báo trong {member.filename!r:.80}; hãy lưu lại dạng .xlsx",
                )
            before = both[-16:]


def _rows(sheet: Any, source: Any) -> list[Row]:
    """Return the rows of a sheet; `source` is the same sheet with its formulas."""
    from openpyxl.utils import get_column_letter

    found: list[Row] = []
    total = width = 0
    for one in (sheet, source):
        # What a sheet says of its own size is not believed.
        one.reset_dimensions()
    both = zip(sheet.iter_rows(max_row=_LAST_ROW), source.iter_rows(max_row=_LAST_ROW), strict=True)
    for number, (values, formulas) in enumerate(both, 1):
        last = max((index for index, cell in enumerate(formulas, 1) if cell.value is not None), default=0)
        if last and number > MAX_ROWS:
            raise too_many_rows()
        if last > MAX_COLUMNS:
            raise too_many_columns(number, MAX_COLUMNS + 1)
        total += last
        width += len(formulas)
        if total > MAX_NODES or width > _MAX_WIDTH:
            raise too_many()
        if number > MAX_ROWS:
            continue
        cells = []
        for index in range(last):
            pointer = f"{sheet.title}!{get_column_letter(index + 1)}{number}"
            cells.append(Cell(_value(values[index], formulas[index]), number, index + 1, pointer))
        found.append(Row(number, number, tuple(cells)))
    while found and not found[-1].cells:
        found.pop()
    return found


def _value(cell: Any, source: Any) -> Any:
    """Return what a cell holds: text, an amount, a day, None; a fault where that cannot be used."""
    value = cell.value
    if value is None:
        return None if source.value is None else _WITHOUT_VALUE
    if cell.data_type == "e":
        return FormError(
            f"error in a cell: found {value!r:.40}; mend its formula",
            f"ô báo lỗi: gặp {value!r:.40}; hãy sửa công thức",
        )
    if isinstance(value, bool):
        return FormError(
            f"true or false in a cell: found {str(value).upper()}; write a number or text",
            f"ô chứa đúng/sai: gặp {str(value).upper()}; hãy viết số hoặc chữ",
        )
    if isinstance(value, int | float):
        number = _typed(value)
        if number.is_finite() and _is_percent(cell.number_format):
            return Amount(_without_zeros(exact_product(number, _HUNDRED)), Unit.parse("%"))
        return Amount(_without_zeros(number))
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else _with_time(value)
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return value if len(value) <= MAX_LENGTH else _TOO_LONG
    return _with_time(value)


def _typed(value: int | float) -> Decimal:
    """Return the number as it was typed: the shortest digits that mean it.

    Excel keeps 15 digits of what is typed or shown; what stands behind them came of its sums in base two.
    """
    number = Decimal(repr(value))
    return number if isinstance(value, int) or not number.is_finite() else _FIFTEEN.plus(number)


def _without_zeros(number: Decimal) -> Decimal:
    """Return a number without the zeros that only come of how Python prints it: 16250.0 is 16250."""
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def _is_percent(form: object) -> bool:
    """Does Excel show the number as a share of a hundred?"""
    return isinstance(form, str) and "%" in form and "\\%" not in form and '"' not in form


def _with_time(value: object) -> FormError:
    return FormError(
        f"not a day: found {value!s:.40}; write the day alone, or the period as text",
        f"không phải ngày: gặp {value!s:.40}; hãy chỉ viết ngày, hoặc viết kỳ dạng chữ",
    )


_WITHOUT_VALUE = FormError(
    "formula without a value: found none saved with it; open the workbook in a spreadsheet program and save it",
    "công thức chưa có giá trị: tệp không lưu giá trị; hãy mở bằng phần mềm bảng tính và lưu lại",
)
_TOO_LONG = FormError(
    f"cell too long: found more than {MAX_LENGTH} characters; shorten it",
    f"ô quá dài: gặp hơn {MAX_LENGTH} ký tự; hãy rút ngắn",
)
