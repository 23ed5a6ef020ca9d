"""Tables of targets: which column is the plan's, what is left alone, and that it is said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import content_of_rows

from govplan.model import Goal
from govplan.reading.confidence import Confidence
from govplan.reading.documents.content import Content
from govplan.reading.tables import TableReading, read_tables
from govplan.values import Period
from govplan.vietnamese import format_number

YEAR = Period.year(2024)


def read(*rows: tuple[str, ...], period: Period | None = YEAR) -> TableReading:
    return read_tables(content_of_rows(*rows).tables, period)


def figures(reading: TableReading) -> list[Decimal | None]:
    return [commitment.goal.lower for commitment in reading.found]


@pytest.mark.parametrize(
    ("heading", "figure"),
    [
        (("Chỉ tiêu", "TH 2022", "Ước TH 2023", "Kế hoạch 2024"), "3"),
        (("Chỉ tiêu", "KH 2023", "TH 2023", "KH 2024"), "3"),
        (("Chỉ tiêu", "KH 2024", "KH 2025", "KH 2026"), "1"),
        (("Chỉ tiêu", "Kế hoạch 2021-2025", "TH 2023", "Kế hoạch 2024"), "3"),
        (("Chỉ tiêu", "Kế hoạch", "Tỷ lệ (%)", "Ghi chú"), "1"),
        (("Chỉ tiêu", "Năm 2022", "Năm 2023", "Năm 2024"), "3"),
        (("Chỉ tiêu", "Mục tiêu năm 2024", "So với 2023 (%)", "Mục tiêu 2030"), "1"),
    ],
)
def test_the_column_is_that_of_the_plan_s_year(heading: tuple[str, ...], figure: str) -> None:
    """Past years, estimates, comparisons and later years are no targets of this plan."""
    assert figures(read(heading, ("Sản lượng lúa (tấn)", "1", "2", "3"))) == [Decimal(figure)]


def test_a_plan_of_several_years_takes_its_last_one() -> None:
    """Where the plan's own span has no column, the year in which it ends has."""
    rows = (("Chỉ tiêu", "ĐVT", "KH 2021", "KH 2025", "KH 2030"), ("Lúa", "tấn", "1", "2", "3"))
    reading = read(*rows, period=Period.years(2021, 2025))
    assert figures(reading) == [Decimal(2)]
    assert [note.alternatives for note in reading.notes] == [("KH 2021", "KH 2030")]
    assert reading.notes[0].question is not None


def test_a_choice_between_columns_is_said() -> None:
    """A plan that names no period has the latest column, and a person is asked."""
    rows = (("Chỉ tiêu", "ĐVT", "KH 2024", "KH 2025"), ("Lúa", "tấn", "1", "2"))
    content = content_of_rows(*rows)
    reading = read_tables(content.tables, None)
    assert figures(reading) == [Decimal(2)]
    [note] = reading.notes
    assert (note.confidence, note.alternatives) == (Confidence.AMBIGUOUS, ("KH 2024",))
    assert note.span is not None
    assert note.span.of(content.text) == "KH 2025"
    assert read(*rows, period=YEAR).notes == ()


def test_years_alone_may_be_those_of_a_yearbook() -> None:
    """Nothing is taken from bare years unless they are the plan's, or follow what is said to be past."""
    rows = (("Chỉ tiêu", "Năm 2021", "Năm 2022"), ("Lúa (tấn)", "1", "2"))
    assert figures(read(*rows, period=None)) == []
    assert figures(read(*rows, period=YEAR)) == []
    assert figures(read(*rows, period=Period.year(2022))) == [Decimal(2)]
    assert figures(read(("Chỉ tiêu", "TH 2021", "Năm 2022"), rows[1], period=None)) == [Decimal(2)]


def test_a_table_without_these_columns_is_said_to_be_unread() -> None:
    """It holds figures, and somebody should look at it; a table of words is none of our business."""
    content = content_of_rows(("Tên", "Chức vụ", "Số"), ("A", "B", "5"))
    reading = read_tables(content.tables, YEAR)
    assert reading.found == ()
    [unread] = reading.unread
    assert (unread.start, unread.end) == reading.taken[0] == (0, len(content.text))
    assert read(("Tên", "Chức vụ", "Nơi"), ("A", "B", "C")).unread == ()


@pytest.mark.parametrize("value", ["15/3/2024", "ngày 04 tháng 5 năm 2024", "12/KH-UBND", "Quý II/2024", "abc"])
def test_days_and_words_are_no_figures(value: str) -> None:
    """A day is not read as its first digits, and what cannot be read is said."""
    reading = read(("Chỉ tiêu", "ĐVT", "Kế hoạch 2024"), ("Hoàn thành dự án", "", value))
    assert reading.found == ()
    assert len(reading.unread) == 1


def test_no_table_gives_nothing() -> None:
    """A document without tables has no targets in them."""
    assert read_tables((), None) == TableReading()


NAMES = st.sampled_from(["Sản lượng lúa", "Số xã đạt chuẩn", "Việc làm mới", "Khách du lịch", "Trồng rừng"])
ROWS = st.lists(
    st.tuples(NAMES, st.sampled_from(["tấn", "xã", "người", "lượt", "ha"]), st.integers(0, 10**9), st.integers(0, 3)),
    max_size=8,
)


@given(ROWS)
def test_a_table_that_was_printed_is_read_back(rows: list[tuple[str, str, int, int]]) -> None:
    """Names, units and figures come back, each tied to the cell that it was printed in."""
    numbers = [Decimal(number).scaleb(-places) for _, _, number, places in rows]
    content = content_of_rows(
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2023", "Kế hoạch 2024"),
        *[
            (str(place), name, unit, "1", format_number(number))
            for place, ((name, unit, _, _), number) in enumerate(zip(rows, numbers, strict=True), start=1)
        ],
    )
    reading = read_tables(content.tables, YEAR)
    assert [(found.name, str(found.unit), found.goal) for found in reading.found] == [
        (name, unit, Goal.at_least(number)) for (name, unit, _, _), number in zip(rows, numbers, strict=True)
    ]
    for found, number in zip(reading.found, numbers, strict=True):
        assert content.text[slice(*found.number_span)] == format_number(number)


@given(
    st.lists(
        st.lists(st.text(alphabet="STT chỉtiêukếhoạchđvnăm2024%-+.,)", max_size=10), min_size=3, max_size=4), max_size=6
    )
)
def test_no_table_is_too_odd(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, reading ends, and every place lies in the text."""
    content: Content = content_of_rows(*rows)
    reading = read_tables(content.tables, None)
    for found in reading.found:
        assert 0 <= found.span[0] <= found.number_span[0] <= found.number_span[1] <= found.span[1] <= len(content.text)
