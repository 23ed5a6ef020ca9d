"""Which row of a table holds its headings."""

from hypothesis import given
from hypothesis import strategies as st

from govplan.files.problem import FormError, Problem
from govplan.files.results.columns import KEYS, Column
from govplan.files.results.table import Cell, Row, find_header, is_complete, read_header


def rows(*texts: str) -> list[Row]:
    """Return rows of words that stand between bars."""
    return [
        Row(number, number, tuple(Cell(word.strip(), number, place) for place, word in enumerate(text.split("|"), 1)))
        for number, text in enumerate(texts, 1)
    ]


def test_titles_above_the_headings_are_passed_over() -> None:
    """The first row that names targets and numbers is the one, whatever stands above or below."""
    table = rows("Kết quả", "chỉ tiêu | năm", "target | value", "chỉ tiêu | thực hiện")
    assert find_header(table) is table[2]
    assert find_header(rows("a | b", "c")) is None
    assert find_header(rows(*["a"] * 40, "target | value")) is None


def test_a_row_that_is_nearly_one_is_what_faults_are_told_of() -> None:
    """The row with most headings."""
    table = rows("value", "target | period | valeu", "target")
    assert find_header(table) is table[1]


@given(st.lists(st.sampled_from((*KEYS, "", "zz")), max_size=8))
def test_headings_are_read_or_faulty(words: list[str]) -> None:
    """Columns that can be understood, or problems; columns of notes are nobody's."""
    problems: list[Problem] = []
    [row] = rows("|".join(words))
    found = read_header(row, [row], problems)
    assert found is not None or problems
    if found is not None:
        columns = [heading.column for heading in found.columns.values()]
        assert is_complete(set(columns))
        assert Column.NOTE not in columns
        assert bool(problems) is ("zz" in words or len(columns) > len(set(columns)))


def test_a_cell_tells_its_place() -> None:
    """With the pointer of what is at fault inside it."""
    cell = Cell("x", 3, 4, "KQ!D3")
    assert cell.problem(FormError("wrong", "sai", ("a",))) == Problem("KQ!D3/a", "wrong", "sai", 3, 4)
    assert (cell.text, cell.is_empty, Cell(None, 1, 1).text, Cell(" ", 1, 1).is_empty) == ("x", False, "", True)
