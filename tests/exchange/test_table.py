"""What a table promises to whoever exports it."""

from datetime import date
from decimal import Decimal

import pytest

from govplan.errors import InvalidValueError
from govplan.exchange import Column, Kind, Table

ALL = tuple(Column(kind.value, kind) for kind in Kind)
ROW = ("a", Decimal("1.50"), date(2023, 1, 4), 3, True)


def test_cells_keep_their_digits() -> None:
    """Promise: a table gives back what was put in, digits included."""
    table = Table(ALL, (ROW, (None, None, None, 0, None)))
    assert str(table.column("number")[0]) == "1.50"
    assert list(table.mappings())[1] == {"text": None, "number": None, "date": None, "count": 0, "flag": None}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (ROW[:4], "found 4 cells for 5 columns"),
        ((1.5, *ROW[1:]), "column text"),
        (("a", 1.5, *ROW[2:]), "column number"),
        (("a", 1, *ROW[2:]), "column number"),
        ((*ROW[:3], True, True), "column count"),
        ((*ROW[:3], None, True), "column count"),
        ((*ROW[:4], 1), "column flag"),
    ],
)
def test_a_cell_of_another_kind_is_refused(row: tuple[object, ...], told: str) -> None:
    """Promise: what is in a column is what the column says, so no float and no 1 for true gets out."""
    with pytest.raises(InvalidValueError, match=told):
        Table(ALL, (row,))


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    """Promise: a slip in a column's name is answered with the names there are."""
    with pytest.raises(InvalidValueError, match="there are text, number"):
        Table(ALL).column("vlaue")
