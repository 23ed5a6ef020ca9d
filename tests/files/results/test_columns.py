"""Headings of results and the words in their columns."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.files.problem import FormError
from govplan.files.results.columns import (
    KEYS,
    Column,
    Notation,
    _headings,
    heading_of,
    key_of,
    mode_of,
    near,
    status_of,
)
from govplan.model import Mode, Status
from govplan.values import Period, Unit

KNOWN = sorted(_headings())


@pytest.mark.parametrize("key", KEYS)
def test_each_key_is_the_heading_of_its_column(key: str) -> None:
    """What is written as a heading is what YAML has as a key; an underscore may be a space."""
    for words in (key, key.upper(), key.replace("_", " "), f"  {key} "):
        found = heading_of(words)
        assert found is not None
        assert (found.column, found.notation) == (Column(key), Notation.PLAIN)


@pytest.mark.parametrize(
    ("words", "column", "status", "mode"),
    [
        ("Chỉ tiêu", Column.NAME, None, None),
        ("Đơn vị tính", Column.UNIT, None, None),
        ("Kế hoạch", Column.PLAN, None, None),
        ("Ước thực hiện", Column.VALUE, Status.ESTIMATE, None),
        ("Thực hiện", Column.VALUE, None, None),
        ("Sơ bộ", Column.VALUE, Status.PROVISIONAL, None),
        ("Lũy kế từ đầu năm", Column.VALUE, None, Mode.YEAR_TO_DATE),
        ("Đánh giá", Column.JUDGEMENT, None, None),
        ("Nguồn", Column.SOURCE, None, None),
        ("STT", Column.NOTE, None, None),
        ("Ghi chú của sở", Column.NOTE, None, None),
    ],
)
def test_headings_that_published_tables_print(
    words: str, column: Column, status: Status | None, mode: Mode | None
) -> None:
    """A heading may say of all numbers below it how settled they are, or what stretch of time they cover."""
    found = heading_of(words)
    assert found is not None
    assert (found.column, found.status, found.mode) == (column, status, mode)
    if column is not Column.NOTE:
        assert found.notation is Notation.VIETNAMESE


@given(word=st.sampled_from(KNOWN), form=st.sampled_from(("NFC", "NFD")), loud=st.booleans(), gap=st.integers(1, 3))
def test_headings_are_known_in_every_spelling(word: str, form: str, loud: bool, gap: int) -> None:
    """Capitals, spaces, decomposed letters and either place of the tone mark are one heading."""
    written = unicodedata.normalize(form, (word.upper() if loud else word).replace(" ", " " * gap))  # type: ignore[arg-type]
    assert heading_of(written) == heading_of(word)
    assert heading_of("Luỹ kế từ đầu năm") == heading_of("Lũy kế từ đầu năm")


@pytest.mark.parametrize(
    ("words", "period", "unit"),
    [
        ("Thực hiện năm 2023", Period.year(2023), None),
        ("Ước thực hiện cả năm 2023", Period.year(2023), None),
        ("Kế hoạch 2024", Period.year(2024), None),
        ("Thực hiện 6 tháng đầu năm 2023", Period.parse("2023-H1"), None),
        ("Thực hiện (quý I/2023)", Period.parse("2023-Q1"), None),
        ("Thực hiện (tỷ đồng)", None, Unit.parse("tỷ đồng")),
    ],
)
def test_a_period_or_a_unit_in_a_heading_holds_for_its_column(
    words: str, period: Period | None, unit: Unit | None
) -> None:
    """Published tables say it once, in the heading."""
    found = heading_of(words)
    assert found is not None
    assert (found.period, found.unit) == (period, unit)


@pytest.mark.parametrize(
    "words", ["", "valeu", "Thực hiện tốt", "Chỉ tiêu năm 2023 (", "Đơn vị năm 2023", "Thực hiện (1)", "Ngày (tấn)"]
)
def test_other_words_are_no_heading(words: str) -> None:
    """What is nearly a heading is none."""
    assert heading_of(words) is None


def test_the_nearest_heading_is_named() -> None:
    """A slip is told with what was meant; words that are far from all are not."""
    assert near("valeu") == "value"
    assert near("thuc hien") in (None, "thực hiện")
    assert near("z" * 1000) is None


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("mode", list(Mode))
def test_words_of_status_and_mode_in_both_languages(status: Status, mode: Mode) -> None:
    """The words of YAML are read in tables too."""
    assert status_of(status.value.upper()) is status
    assert mode_of(mode.value) is mode
    assert (status_of("Ước thực hiện"), status_of("sơ  bộ"), status_of("Chính thức")) == tuple(Status)
    assert (mode_of("trong kỳ"), mode_of("Luỹ kế từ đầu năm"), mode_of("lũy kế từ đầu kỳ")) == tuple(Mode)


def test_unknown_words_are_refused_with_those_there_are() -> None:
    """In each language the words of that language are named."""
    with pytest.raises(FormError, match=r"found 'fnal'; write one of estimate, provisional, final") as caught:
        status_of("fnal")
    assert "hãy viết một trong: ước thực hiện, sơ bộ, chính thức" in caught.value.message("vi")
    with pytest.raises(FormError, match="write one of this_period, year_to_date, since_start"):
        mode_of("lũy kế")


@given(st.text(max_size=60))
def test_no_heading_crashes(words: str) -> None:
    """Whatever stands in the first row is a heading, or is none."""
    found = heading_of(words)
    assert found is None or found.column in Column
    assert key_of(key_of(words)) == key_of(words)
