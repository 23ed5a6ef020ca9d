"""CSV text into rows of cells."""

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.files.problem import FormError
from govplan.files.results.csv_text import escaped, read_csv, unescaped
from govplan.files.results.table import MAX_COLUMNS, MAX_ROWS, Table
from govplan.testing import lines
from govplan.values.text import MAX_LENGTH

HEADINGS = "target,period,value\n"
SECONDS = 30


def cells(text: str) -> list[list[str]]:
    """Return the words of a table."""
    return [[cell.value for cell in row.cells] for row in read_csv(text).rows]


def refused(text: str) -> FormError:
    """Return the error for a text, found in bounded time."""
    start = time.monotonic()
    with pytest.raises(FormError) as caught:
        read_csv(text)
    assert time.monotonic() - start < SECONDS
    return caught.value


def outcome(text: str) -> tuple[Table, tuple[int, int]]:
    """Return the table of a text, or none and where it is at fault."""
    try:
        return read_csv(text), (1, 1)
    except FormError as error:
        return Table(()), error.spot or (0, 0)


@given(
    rows=st.lists(st.lists(lines(), min_size=3, max_size=3), max_size=4),
    separator=st.sampled_from(",;\t"),
    end=st.sampled_from(("\n", "\r\n", "\r")),
    everything=st.booleans(),
)
def test_what_other_programs_write_is_read(rows: list[list[str]], separator: str, end: str, everything: bool) -> None:
    """With any separator and line end, quoted where needed or everywhere; the separator is found by the headings."""
    out = io.StringIO()
    # Where a line ends with "\r" alone, Python's writer leaves a cell with a "\n" in it bare: nobody could read that.
    bare = end == "\r" and any("\n" in cell for row in rows for cell in row)
    quoting = csv.QUOTE_ALL if everything or bare else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow(["target", "period", "value"])
    writer.writerows(rows)
    found = cells(out.getvalue())[1:]
    # The words of a cell without quotation marks stand without the spaces around them.
    assert [[cell.strip() for cell in row] for row in found] == [
        [cell.replace("\r", "\n").strip() for cell in row] for row in rows
    ]


@given(st.text(st.sampled_from('a,;\t"\n \r1é'), max_size=60))
def test_no_text_crashes_and_every_cell_knows_its_place(text: str) -> None:
    """Text is a table, or is refused at a place in it; a cell stands where it says."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found, spot = outcome(text)
    line, column = spot
    assert 1 <= line <= len(normal)
    assert 1 <= column <= len(normal[line - 1]) + 1
    for row in found.rows:
        assert row.cells[0].line == row.line
        for cell in row.cells:
            assert cell.line is not None
            assert cell.column is not None
            rest = normal[cell.line - 1][cell.column - 1 :].lstrip()
            assert rest.startswith((cell.value.split("\n")[0].strip(), '"'))


def test_line_breaks_inside_quotation_marks_belong_to_the_cell() -> None:
    """Rows count as a spreadsheet counts them, lines as an editor does."""
    table = read_csv(HEADINGS + 'a,"x\ny",1\nb,2023,2\n')
    assert [(row.number, row.line) for row in table.rows] == [(1, 1), (2, 2), (3, 4)]
    third = table.rows[1].cells[2]
    assert (third.value, third.line, third.column) == ("1", 3, 4)


def test_a_line_that_names_the_separator_is_followed() -> None:
    """Excel writes one where it must."""
    assert cells("sep=;\ntarget;period;value\na,b;2023;1\n") == [["target", "period", "value"], ["a,b", "2023", "1"]]


@pytest.mark.parametrize(
    ("text", "words", "spot"),
    [
        (HEADINGS + 'a,2023,"5\nb,2023,6\n', "quotation mark never closed", (2, 8)),
        (HEADINGS + 'a,2023,"5"6\n', "text behind a closed quotation mark: found '6", (2, 11)),
        (HEADINGS + "a,2023,5\0\n", "found the character NUL", (2, 9)),
        (HEADINGS + "," * MAX_COLUMNS, "too many columns: found more than 100", (2, 101)),
        (HEADINGS + f"a,2023,{'9' * (MAX_LENGTH + 1)}", "cell too long: found 100001 characters", (2, 8)),
    ],
)
def test_faults_of_the_form_are_told_with_their_place(text: str, words: str, spot: tuple[int, int]) -> None:
    """Line and column, so that an editor goes there."""
    error = refused(text)
    assert words in str(error)
    assert error.spot == spot
    assert error.message("vi") != error.message("en")


@pytest.mark.parametrize(
    "text",
    [
        "," * 10**6,
        HEADINGS + ";" * 10**6 + "," * 10**6,
        '"",' * 10**6,
        '"' * 4_000_001,
        HEADINGS + "a,2023,1\n" * (MAX_ROWS + 1),
        (HEADINGS.strip() + "," * 20 + "\n") * 50_000,
    ],
)
def test_tables_made_to_exhaust_the_reader_are_refused_at_once(text: str) -> None:
    """Bounds are tested while the text is read."""
    assert str(refused(text))


@given(lines())
def test_no_escaped_cell_begins_a_formula(text: str) -> None:
    """And what was escaped is read back the same; what is no formula is left as it is."""
    safe = escaped(text)
    assert safe.lstrip()[:1] not in tuple("=+-@＝＋－＠")
    assert safe[:1] not in ("\t", "\r", "\n")
    assert unescaped(safe) == text
    assert safe in (text, f"'{text}")


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-2", "@SUM", "＝1", " =1", "\t=1", "\nx", "'=1", "''=1", "''", "'", "'a"]
)
def test_escaping_at_its_edges(text: str) -> None:
    """Apostrophes that stood there before stay."""
    assert unescaped(escaped(text)) == text
    assert (escaped(text) == text) is (text in ("'", "'a"))
