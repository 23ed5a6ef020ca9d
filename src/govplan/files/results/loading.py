"""Results of a plan from a table, a workbook or a document; *not* here: the forms of each (`csv_text` and on)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from attrs import field, frozen

from govplan.errors import DatasetError, UnknownFormatError
from govplan.files.dataset import format_of, read_bytes
from govplan.files.limits import decode
from govplan.files.problem import EnoughError, FormError, Problem
from govplan.files.results.columns import heading_of
from govplan.files.results.csv_text import read_csv
from govplan.files.results.documents import read_document
from govplan.files.results.entry import Unmatched, entries_of
from govplan.files.results.folder import RESULTS_FILES, is_folder, results_file
from govplan.files.results.matching import Targets
from govplan.files.results.rows import Reader
from govplan.files.results.table import Row, Table, find_header, is_complete, read_header
from govplan.model import Observation, Plan

__all__ = ["Results", "Unmatched", "load_results"]


def _tuple(items: Sequence[Observation]) -> tuple[Observation, ...]:
    return tuple(items)


@frozen
class Results(Sequence[Observation]):
    """Measured results of a plan, as they were read from one file (kết quả thực hiện); a sequence of observations.

    `unmatched` lists the rows that are no result of the plan, or have no number, each with its reason; `remarks`
    what is to be said of others, such as a planned figure that is not the plan's. `origin` is the file; `rows` the
    number of each observation's row, or item, from 1, and `places` its line and column.

    >>> len(Results())
    0
    """

    observations: tuple[Observation, ...] = field(default=(), converter=_tuple)
    unmatched: tuple[Unmatched, ...] = ()
    origin: str = ""
    rows: tuple[int, ...] = ()
    remarks: tuple[Unmatched, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    @overload
    def __getitem__(self, index: int) -> Observation: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Observation, ...]: ...
    def __getitem__(self, index: int | slice) -> Observation | tuple[Observation, ...]:
        return self.observations[index]


def load_results(path: str | os.PathLike[str], plan: Plan) -> Results:
    """Read the results of a plan from a .csv, .xlsx, .yaml, .yml or .json file, or from that of a dataset folder.

    A row belongs to the target with its id, else to the one whose indicator has exactly its name. Numbers are
    converted, exactly, to the unit of the target's indicator.

    Raises:
        DatasetError: no such file, or no results in it; every problem is listed, with its line and column.
        MissingExtraError: a workbook, and openpyxl is not installed.
        UnknownFormatError: the file's name ends otherwise.
    """
    file = _file(path)
    # First of all: of a file that is not there its kind says nothing.
    content = read_bytes(file)
    reader = Reader(Targets(plan))
    try:
        _read(content, file, reader)
    except FormError as error:
        reader.problems.append(Problem.of(error))
    except EnoughError:
        pass
    if reader.problems:
        reader.problems.sort(key=lambda one: (one.line or 0, one.column or 0))
        raise DatasetError(str(file), reader.problems)
    return Results(
        reader.observations,
        tuple(reader.unmatched),
        str(file),
        tuple(reader.rows),
        tuple(reader.remarks),
        tuple((place.line or 1, place.column or 1) for place in reader.places),
    )


def _file(path: str | os.PathLike[str]) -> Path:
    file = Path(path)
    if not is_folder(file):
        return file
    found = results_file(file)
    if found is not None:
        return found
    names = ", ".join(RESULTS_FILES)
    raise DatasetError(
        str(file),
        [
            Problem(
                "",
                f"folder without results: found none of {names}; add one, or name the file",
                f"thư mục không có kết quả: không thấy {names}; hãy thêm một tệp, hoặc chỉ rõ tên tệp",
            )
        ],
    )


def _read(content: bytes, file: Path, reader: Reader) -> None:
    kind = file.suffix.lower()
    if kind == ".csv":
        text = decode(content)
        if not text.strip():
            raise _nothing()
        _read_table(read_csv(text), reader)
    elif kind == ".xlsx":
        from govplan.files.results.workbook import read_xlsx

        _read_table(_sheet(read_xlsx(content)), reader)
    elif kind in (".yaml", ".yml", ".json"):
        for entry in read_document(decode(content), format_of(file), reader.problems):
            reader.read(entry)
    else:
        raise UnknownFormatError(
            f"unknown kind of file: found {file.name!r:.100}; results end in .csv, .xlsx, .yaml, .yml or .json",
            f"loại tệp lạ: gặp {file.name!r:.100}; tệp kết quả kết thúc bằng .csv, .xlsx, .yaml, .yml hoặc .json",
        )


def _sheet(tables: list[Table]) -> Table:
    """Return the sheet that has results: the only one with their headings, else the only one with anything."""
    filled = [table for table in tables if table.rows]
    found = [table for table in filled if (row := find_header(table.rows)) and _is_header(row)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(table.name for table in found[:10])
        raise FormError(
            f"several sheets with results: found {names:.100}; keep one, or save each as a file of its own",
            f"nhiều trang có kết quả: gặp {names:.100}; hãy giữ một, hoặc lưu mỗi trang thành một tệp",
        )
    if len(filled) == 1:
        return filled[0]
    raise _no_headings() if filled else _nothing()


def _is_header(row: Row) -> bool:
    return is_complete({heading.column for cell in row.cells if (heading := heading_of(cell.text))})


def _read_table(table: Table, reader: Reader) -> None:
    row = find_header(table.rows)
    if row is None:
        first = next((row for row in table.rows if any(not cell.is_empty for cell in row.cells)), None)
        raise _nothing() if first is None else _no_headings()
    header = read_header(row, table.rows, reader.problems)
    if header is not None:
        for entry in entries_of(table, header, reader.problems):
            reader.read(entry)


def _nothing() -> FormError:
    return FormError(
        "no results: found nothing in the file; write the headings target, period, value in the first row",
        "không có kết quả: tệp trống; hãy viết các tiêu đề chỉ tiêu, đơn vị, thực hiện ở dòng đầu",
    )


def _no_headings() -> FormError:
    return FormError(
        "no headings: found none that results have; write target, period, value, or chỉ tiêu, đơn vị, thực hiện",
        "không có tiêu đề: không thấy tiêu đề nào của kết quả; hãy viết chỉ tiêu, đơn vị, thực hiện, hoặc target, "
        "period, value",
    )
