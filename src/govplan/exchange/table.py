"""Tables with named columns, the form that all exports share; *not* here: what is in them (`tabulate`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from govplan.errors import InvalidValueError
from govplan.values.conversion import instances_of, member_of, tuple_of
from govplan.values.text import line

__all__ = ["Cell", "Column", "Kind", "Table"]

Cell = str | Decimal | date | int | bool | None


class Kind(Enum):
    """What the cells of a column are (kiểu cột): each cell is that or, save in a count, missing."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    COUNT = "count"
    FLAG = "flag"


_CLASS = {Kind.TEXT: str, Kind.NUMBER: Decimal, Kind.DATE: date, Kind.COUNT: int, Kind.FLAG: bool}


def kind_of(value: Kind | str) -> Kind:
    """Return the kind that a member or its word means."""
    return member_of(Kind, value)


@frozen
class Column:
    """A column: its name, the same in every version, and what its cells are (cột)."""

    name: str = field(converter=line)
    kind: Kind = field(default=Kind.TEXT, converter=kind_of)


def columns_of(items: Iterable[Column]) -> tuple[Column, ...]:
    """Return a tuple of columns."""
    return instances_of(items, Column)


def _row_of(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(cells)


def rows_of(items: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Return a tuple of rows, each a tuple of cells."""
    return tuple_of(items, _row_of)


@frozen
class Table:
    """Rows of cells under named columns (bảng): the same columns whatever is in it, none of them rounded away.

    Raises:
        InvalidValueError: a row of another length, or a cell that is not of its column's kind.

    >>> table = Table((Column("plan"), Column("value", "number")), (("a", Decimal("1.50")), ("b", None)))
    >>> [row["value"] for row in table.mappings()]
    [Decimal('1.50'), None]
    """

    columns: tuple[Column, ...] = field(converter=columns_of)
    rows: tuple[tuple[Cell, ...], ...] = field(default=(), converter=rows_of)

    def __attrs_post_init__(self) -> None:
        kinds = [_CLASS[column.kind] for column in self.columns]
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(kinds):
                raise InvalidValueError(
                    f"row {number} does not fit: found {len(row)} cells for {len(kinds)} columns; give one a column",
                    f"hàng {number} không khớp: gặp {len(row)} ô cho {len(kinds)} cột; hãy cho mỗi cột một ô",
                )
            for column, cell, kind in zip(self.columns, row, kinds, strict=True):
                # A bool is an int to Python, and a count may not be missing.
                fits = cell.__class__ is kind if cell is not None else column.kind is not Kind.COUNT
                if not fits:
                    raise InvalidValueError(
                        f"cell of another kind: found {cell!r:.80} in row {number}, column {column.name}, which holds "
                        f"{column.kind.value}; convert it first",
                        f"ô sai kiểu: gặp {cell!r:.80} ở hàng {number}, cột {column.name}, là cột {column.kind.value}; "
                        "hãy chuyển đổi trước",
                    )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple([column.name for column in self.columns])

    def mappings(self) -> Iterator[dict[str, Cell]]:
        """Yield each row by the names of its columns."""
        names = self.names
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the cells of a column, from the top.

        Raises:
            InvalidValueError: there is no such column.
        """
        names = self.names
        if name not in names:
            raise InvalidValueError(
                f"no such column: found {name!r:.80}; there are {', '.join(names)}",
                f"không có cột này: gặp {name!r:.80}; hiện có {', '.join(names)}",
            )
        index = names.index(name)
        return tuple([row[index] for row in self.rows])
