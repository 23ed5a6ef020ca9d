"""Tables while their cells are placed: spans, limits, and that no cell lies on another."""

import time

from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.documents.grids import Grid
from govplan.reading.documents.limits import MAX_COLUMNS, MAX_ROWS

CELLS = st.lists(st.tuples(*[st.integers(0, 6)] * 2, *[st.integers(-1, 5)] * 2), max_size=12)


@given(CELLS)
def test_every_cell_keeps_its_first_place_or_was_covered(cells: list[tuple[int, int, int, int]]) -> None:
    """The rows are all of one length, and what stands at a place was put there first."""
    grid = Grid()
    first: dict[tuple[int, int], str] = {}
    for number, (row, column, rows, columns) in enumerate(cells):
        grid.place(row, column, str(number), rows=rows, columns=columns)
        for at_row in range(row, row + max(rows, 1)):
            for at_column in range(column, column + max(columns, 1)):
                first.setdefault((at_row, at_column), str(number))
    lines = grid.lines()
    assert len({len(line) for line in lines}) <= 1
    found = {(row, column): words for row, line in enumerate(lines) for column, words in enumerate(line) if words}
    assert found == first


def test_empty_rows_at_the_end_are_dropped() -> None:
    """A sheet that was formatted far below its last figure is as long as its figures."""
    grid = Grid()
    grid.place(0, 0, "a")
    grid.place(5, 0, "")
    assert grid.lines() == [["a"]]
    assert Grid().lines() == []


def test_what_lies_beyond_the_limits_is_cut_and_it_is_said() -> None:
    """Places beyond are dropped; an empty cell there is no loss."""
    grid = Grid()
    grid.place(MAX_ROWS, 0, "")
    assert not grid.cut
    grid.place(0, MAX_COLUMNS, "x")
    assert grid.cut
    assert grid.lines() == []


def test_cells_that_cover_one_another_cost_no_time() -> None:
    """Each cell of a hostile table may say that it covers all of it."""
    grid = Grid()
    started = time.perf_counter()
    for number in range(20_000):
        grid.place(number % MAX_ROWS, number % MAX_COLUMNS, "x", rows=10_000, columns=10_000)
    assert time.perf_counter() - started < 5
