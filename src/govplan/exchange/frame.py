"""Tables as the data frames of other libraries, through narwhals; *not* here: what is in them (`tabulate`)."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, get_args

from govplan.errors import InvalidNumberError, MissingExtraError, UnknownFormatError
from govplan.exchange.table import Cell, Kind, Table
from govplan.exchange.tabulate import to_table

__all__ = ["Backend", "to_frame"]

Backend = Literal["pandas", "polars", "pyarrow"]
_DIGITS = 38
"""How many digits a decimal of the column formats has."""


def to_frame(what: Any, backend: Backend = "pandas") -> Any:
    """Return a data frame of pandas or polars, or a table of pyarrow, with the columns of `to_table`.

    Numbers stay exact: decimals of polars and pyarrow, with as many places as the column needs, and Decimal objects
    in pandas. Dates and flags in pandas are objects too, so that a missing one stays missing.

    Raises:
        MissingExtraError: narwhals, or the library asked for, is not installed.
        UnknownFormatError: another library.
        InvalidNumberError: a number with more digits than a column can hold.

    >>> import govplan
    >>> frame = to_frame(govplan.load_example("quangnam_2023"), "polars")
    >>> frame.columns[:4], frame.height
    (['plan', 'target', 'path', 'part_of'], 11)
    """
    if backend not in get_args(Backend):
        known = ", ".join(get_args(Backend))
        raise UnknownFormatError(
            f"unknown kind of frame: found {backend!r:.40}; ask for one of {known}",
            f"loại khung dữ liệu lạ: gặp {backend!r:.40}; hãy dùng một trong: {known}",
        )
    for needed in ("narwhals", backend):
        if find_spec(needed) is None:
            raise _missing(needed)
    table = to_table(what)
    return _native(table, backend)


def _native(table: Table, backend: Backend) -> Any:
    import narwhals as nw

    data: dict[str, list[Any]] = {}
    schema: dict[str, Any] = {}
    for column in table.columns:
        cells = list(table.column(column.name))
        data[column.name] = cells
        if column.kind is Kind.NUMBER:
            schema[column.name] = nw.Decimal(_DIGITS, _places(column.name, cells))
        else:
            schema[column.name] = {
                Kind.TEXT: nw.String(),
                Kind.DATE: nw.Date(),
                Kind.COUNT: nw.Int64(),
                Kind.FLAG: nw.Boolean(),
            }[column.kind]
    if backend != "pandas":
        return nw.from_dict(data, schema, backend=backend).to_native()
    # Pandas has no decimals of its own, and its dates and flags cannot be missing: those stay objects.
    pandas: Any = import_module(backend)
    plain = (nw.String(), nw.Int64())
    made = nw.from_dict(
        {name: cells for name, cells in data.items() if schema[name] in plain},
        {name: kind for name, kind in schema.items() if kind in plain},
        backend=backend,
    ).to_native()
    for name, kind in schema.items():
        if kind not in plain:
            made[name] = pandas.Series(data[name], dtype=object)
    return made[list(schema)]


def _places(name: str, cells: list[Cell]) -> int:
    """Return how many places after the point the numbers of a column need."""
    places = whole = 0
    for cell in cells:
        if isinstance(cell, Decimal):
            _, digits, exponent = cell.as_tuple()
            below = -exponent if isinstance(exponent, int) and exponent < 0 else 0
            places = max(places, below)
            whole = max(whole, len(digits) - below + (exponent if isinstance(exponent, int) and exponent > 0 else 0))
    if places + whole > _DIGITS:
        raise InvalidNumberError(
            f"too many digits for a data frame: column {name} needs {places + whole}, a column holds {_DIGITS}; "
            "use to_table, which holds any number",
            f"quá nhiều chữ số cho khung dữ liệu: cột {name} cần {places + whole}, mỗi cột chứa {_DIGITS}; "
            "hãy dùng to_table, không giới hạn chữ số",
        )
    return places


def _missing(name: str) -> MissingExtraError:
    how = "govplan[frames]" if name == "narwhals" else name
    return MissingExtraError(
        f"data frames need {name}: it is not installed; run: pip install {how}",
        f"khung dữ liệu cần {name}: chưa được cài; hãy chạy: pip install {how}",
    )
