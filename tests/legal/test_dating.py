"""Dates behind numbers: every form, what is wrong with one, and where it ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation
from govplan.legal.dating import find_day, quick_day
from govplan.testing import days
from govplan.vietnamese import format_date, format_long_date

DAYS = days(first=date(1945, 9, 2), last=date(2060, 12, 31))
FORMS = {
    "prescribed": lambda day: f"ngày {format_long_date(day).removeprefix('ngày ')}",
    "strokes": lambda day: f"ngày {format_date(day)}",
    "unpadded": lambda day: f"ngày {day.day}/{day.month}/{day.year}",
    "points": lambda day: f"ngày {day.day:02d}.{day.month:02d}.{day.year}",
    "hyphens": lambda day: f"ngày {day.day}-{day.month}-{day.year}",
    "without-word": lambda day: f"{day.day}/{day.month}/{day.year}",
    "in-brackets": lambda day: f"(ngày {format_date(day)})",
    "without-marks": lambda day: f"ngay {day.day} thang {day.month} nam {day.year}",
    "capitals": lambda day: format_long_date(day).upper(),
    "with-a-comma": lambda day: f"ngày {day.day} tháng {day.month}, năm {day.year}",
    "over-lines": lambda day: f"ngày\n{day.day}\ntháng {day.month} năm\n{day.year}",
    "spaced-strokes": lambda day: f"ngày {day.day} / {day.month} / {day.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS, before=st.sampled_from([" ", ", ", ",", ""]), after=st.sampled_from(["", ".", " của", ";", ")", "\n"]))
def test_every_form_of_a_date_is_read_to_its_end(form: str, day: date, before: str, after: str) -> None:
    """The day, the place where its words end, and nothing wrong with it."""
    printed = f"{before}{FORMS[form](day)}"
    assert find_day(f"{printed}{after}", 0) == (day, len(printed), ())


@given(DAYS, st.sampled_from(["", " "]), st.sampled_from(["", "ngày "]))
def test_the_quick_look_agrees_with_the_thorough_one(day: date, gap: str, word: str) -> None:
    """What it reads is read alike; where it sees nothing it says so by the start."""
    text = f"{gap}{word}{format_date(day)} của"
    assert quick_day(text, 0) == (day, len(text) - 4)
    assert find_day(text, 0) == (day, len(text) - 4, ())
    assert quick_day(f"{gap}ngày mai {day}", 0) == (None, 0)


@pytest.mark.parametrize("printed", ["ngày 31/02/2021", "ngày 0/1/2020", "ngày 12/13/2020", "ngày 29 tháng 2 năm 2021"])
def test_a_day_that_no_calendar_has_is_said_to_be_impossible(printed: str) -> None:
    """It belongs to the citation all the same, so its words are passed over."""
    assert find_day(f" {printed} của", 0) == (None, len(printed) + 1, (Deviation.DAY_IMPOSSIBLE,))
    assert quick_day(f" {printed} của", 0) == (None, 0)


@pytest.mark.parametrize(
    ("printed", "year"), [("23-11-46", 1946), ("1/1/96", 1996), ("1/1/97", 2097), ("1/1/05", 2005), ("31-12-44", 2044)]
)
def test_two_digits_mean_the_years_of_the_first_documents_or_ours(printed: str, year: int) -> None:
    """Years of 45 to 96 are those of the last century; the year is said to be shortened."""
    found = find_day(f" ngày {printed}", 0)
    assert found is not None
    assert found[0] is not None
    assert (found[0].year, found[2]) == (year, (Deviation.YEAR_SHORTENED,))


@pytest.mark.parametrize("printed", ["ngày22/12/2020", "ngày 22 tháng12 năm 2020", "ngày 22tháng 12 năm 2020"])
def test_words_run_together_with_figures_are_read_and_said(printed: str) -> None:
    """A lost space changes no date."""
    assert find_day(f" {printed},", 0) == (date(2020, 12, 22), len(printed) + 1, (Deviation.SPACE_LOST,))


def test_a_year_alone_is_passed_over_and_is_no_date() -> None:
    """Catalogues print it; a span of years is none of the citation's."""
    assert find_day(" năm 2018 của", 0) == (None, 9, ())
    assert find_day(" năm 2018-2020", 0) is None


@pytest.mark.parametrize("text", ["", " ngày càng", " ngày 3/4", " 12-3/4/20", " của", " 14/15 chỉ tiêu", " ngày"])
def test_what_is_no_date_is_none(text: str) -> None:
    """A fraction, two figures without a year, or a word."""
    assert find_day(text, 0) is None
    assert quick_day(text, 0) == (None, 0)


@given(st.text(st.sampled_from("0123456789/.- ,ngàythángnăm()\n"), max_size=40))
def test_no_text_makes_the_search_raise(text: str) -> None:
    """What is found ends within the text, behind its start."""
    found = find_day(text, 0)
    assert found is None or 0 < found[1] <= len(text)
    assert 0 <= quick_day(text, 0)[1] <= len(text)
