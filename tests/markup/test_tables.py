"""Small tables for notebooks."""

from browsing import document, words
from hypothesis import given
from hypothesis import strategies as st

from govplan.markup import facts_html, shown, table_html
from govplan.markup.tables import MOST_ROWS

PAGE = "<!doctype html><html><head><title>x</title></head><body>{}</body></html>"


@given(st.text(max_size=20), st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5))
def test_any_cells_give_a_table(caption: str, rows: list[tuple[str, str]]) -> None:
    """Whatever stands in the cells, it is a table of as many rows, with the same words."""
    root = document(PAGE.format(table_html(caption, ["Một", "Hai"], rows)))
    assert len(root.findall(".//tbody/tr")) == len(rows)
    assert all("".join(shown(cell).split()) in "".join(words(root).split()) for row in rows for cell in row)


def test_many_rows_are_counted() -> None:
    """A notebook is not filled with thousands of rows; how many more there are is told."""
    found = table_html("x", ["Một"], ([str(number)] for number in range(MOST_ROWS + 7)))
    assert found.count("<tr>") == 1 + MOST_ROWS + 1
    assert "… +7" in found


def test_long_words_are_shortened() -> None:
    """A cell is short; the value itself has all of it."""
    assert len(table_html("x", ["Một"], [["d" * 5000]])) < 800


def test_facts_that_there_are_not_are_left_out() -> None:
    """What is not stated takes no room."""
    assert facts_html("x", [("một", None), ("hai", ""), ("ba", 0)]).count("<tr>") == 1
