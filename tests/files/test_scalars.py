"""Scalars of files: text until a field asks for more, and then exactly what was written."""

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import GovplanError, InvalidNumberError
from govplan.files import scalars
from govplan.files.problem import FormError
from govplan.files.scalars import Grouped
from govplan.model import Measure
from govplan.testing import days, numbers
from govplan.values.number import plain
from govplan.vietnamese import format_date


class Odd(Enum):
    NUMBER = "1.000"


def test_text_is_text_whatever_it_looks_like() -> None:
    """A grouped number is text where text belongs, of no class of its own; anything else is none."""
    assert type(scalars.text(Grouped("3.000"))) is str
    for value, en, vi in (
        (None, "nothing", "không có gì"),
        ({}, "a mapping of 0 keys", "một bảng 0 khóa"),
        (5, "5", "5"),
    ):
        with pytest.raises(FormError, match=f"text expected: found {en}; write one line of text") as caught:
            scalars.text(value)
        assert caught.value.message("vi") == f"cần một chuỗi: gặp {vi}; hãy viết một dòng chữ"


@given(number=numbers())
def test_numbers_keep_their_digits(number: Decimal) -> None:
    """Text, whole numbers and decimals give the same exact number; a float, which is none, is refused."""
    read = scalars.number(plain(number))
    assert read == number
    assert plain(read) == plain(number) == plain(scalars.number(number))
    assert scalars.number(int(number)) == int(number)
    with pytest.raises(FormError, match="number expected: found "):
        scalars.number(float(number))


@given(
    groups=st.lists(st.integers(0, 999), min_size=1, max_size=4), head=st.integers(1, 999), sign=st.sampled_from("- ")
)
def test_grouped_numbers_are_refused_with_the_whole(groups: list[int], head: int, sign: str) -> None:
    """The message has the number without its points, as it is to be written, in both languages."""
    written = f"{sign.strip()}{head}" + "".join(f".{group:03d}" for group in groups)
    with pytest.raises(FormError) as caught:
        scalars.number(Grouped(written))
    whole = written.replace(".", "")
    assert caught.value.message("en") == (
        f"ambiguous number: found {written}; write {whole}, or '{written}' in quotes for a decimal"
    )
    assert f"hãy viết {whole}, hoặc '{written}' trong dấu nháy" in caught.value.message("vi")


@given(count=st.integers())
def test_whole_numbers_have_six_digits(count: int) -> None:
    """As text and as a number, from 0 to 999.999; no more, no less, and no truth value."""
    if 0 <= count < 1_000_000:
        assert scalars.whole(count) == scalars.whole(str(count)) == count
    else:
        for value in (count, str(count)):
            with pytest.raises(FormError, match="whole number expected: found "):
                scalars.whole(value)
    with pytest.raises(FormError, match="whole number expected: found True; write digits, at most six"):
        scalars.whole(True)


@given(day=days())
def test_days_are_read_as_files_and_as_documents_write_them(day: date) -> None:
    """ISO 8601, the printed form, and a date itself."""
    assert scalars.day(day.isoformat()) == scalars.day(format_date(day)) == scalars.day(day) == day
    with pytest.raises(FormError, match="date expected: found a list of 1 items; write it as 2023-01-04"):
        scalars.day([day])


def test_flags_are_true_or_false() -> None:
    """The words and the values of JSON; no other word, and no list."""
    assert scalars.flag("true") is scalars.flag(True) is True
    assert scalars.flag("false") is scalars.flag(False) is False
    for value in ("yes", None, [], "True"):
        with pytest.raises(FormError, match="true or false expected: found "):
            scalars.flag(value)


def test_words_of_enums_are_found_and_near_ones_named() -> None:
    """A near miss names the word, a far one all words; case counts."""
    assert scalars.word("flow", Measure) is Measure.FLOW
    assert scalars.word(Grouped("1.000"), Odd) is Odd.NUMBER
    with pytest.raises(FormError, match=r"unknown word: found 'flo'; did you mean flow\?") as caught:
        scalars.word("flo", Measure)
    assert caught.value.message("vi") == "từ không có trong danh sách: gặp 'flo'; có phải ý bạn là flow?"
    with pytest.raises(FormError, match="found nothing; write one of flow, stock, ratio, mean, index") as caught:
        scalars.word(None, Measure)
    assert caught.value.message("vi").endswith("gặp không có gì; hãy viết một trong: flow, stock, ratio, mean, index")


@given(value=st.recursive(st.one_of(st.none(), st.text(), st.integers(), st.floats()), st.lists))
def test_what_was_found_never_fills_more_than_a_line(value: object) -> None:
    """However large a value is, a message about it stays short, on one line, in both languages."""
    for lang in ("en", "vi"):
        shown = scalars.shown(value, lang)
        assert 0 < len(shown) <= 80
        assert "\n" not in shown


def test_numbers_that_python_does_not_print_are_named() -> None:
    """A whole number of thousands of digits has no text, and needs none."""
    assert scalars.shown(10**5000) == "an enormous whole number"
    assert scalars.shown(10**5000, "vi") == "một số nguyên quá lớn"


def test_errors_say_below_which_step_they_are() -> None:
    """Steps gather in front of those that an error has, and an error of another class becomes one with a place."""

    def refuse(value: object) -> None:
        scalars.below("goal", scalars.number, value)

    with pytest.raises(FormError, match="number expected") as caught:
        scalars.below("targets", refuse, None)
    assert caught.value.at == ("targets", "goal")
    with pytest.raises(FormError, match="not a plain number") as caught:
        scalars.below(1, scalars.number, "x")
    assert caught.value.at == (1,)
    assert not isinstance(caught.value, InvalidNumberError)
    assert isinstance(caught.value, GovplanError)


def test_a_long_key_is_compared_by_its_beginning() -> None:
    """A key of megabytes costs no more than its first hundred letters."""
    error = scalars.unknown_key("indicators" + "x" * 5_000_000, ("indicator", "id"))
    assert len(error.message("en")) < 200
    assert error.message("en").endswith("; write one of indicator, id")
