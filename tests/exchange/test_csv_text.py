"""What a CSV export promises: every cell comes back, and no spreadsheet computes with text."""

import csv
from decimal import Decimal
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from govplan.exchange import Column, Table, table_as_csv
from govplan.testing import numbers

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x00")).filter(
    lambda text: text != ""
)


@given(st.lists(st.tuples(TEXT, numbers())))
def test_cells_come_back(rows: list[tuple[str, Decimal]]) -> None:
    """Promise: a CSV reader gets every text and number back; all that is new is an apostrophe before a formula."""
    written = table_as_csv(Table((Column("text"), Column("number", "number")), rows))
    read = list(csv.reader(StringIO(written, newline="")))[1:]
    assert [row[0].removeprefix("'") for row in read] == [text.removeprefix("'") for text, _ in rows]
    assert [Decimal(row[1]) for row in read] == [number for _, number in rows]


@given(TEXT)
def test_no_text_begins_a_formula(text: str) -> None:
    """Promise: no cell of text begins with what a spreadsheet takes for a formula."""
    cell = next(csv.reader(StringIO(table_as_csv(Table((Column("text"),), ((text,),))).split("\n", 1)[1], newline="")))
    assert not cell[0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_negative_numbers_stay_numbers() -> None:
    """Promise: a number below 0 is no formula, and is written as it is."""
    assert table_as_csv(Table((Column("n", "number"),), ((Decimal("-4"),), (None,)))) == 'n\n-4\n""\n'
