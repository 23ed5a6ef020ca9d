"""Any text at all, handed to everything that reads text."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan.errors import GovplanError
from govplan.legal import LegalReference, find_citations
from govplan.testing import lines
from govplan.values import Jurisdiction, Period, Quantity, Text, Unit
from govplan.values.number import number_of
from govplan.values.text import identifier, line
from govplan.vietnamese import find_date, fold, nfc_with_offsets, parse_date, parse_number, tone_key


def _unit_on_a_day(text: str) -> Jurisdiction:
    return Jurisdiction.in_force(text, date(2023, 1, 4))


READERS = [
    identifier,
    line,
    number_of,
    parse_date,
    parse_number,
    Text,
    Unit.parse,
    Quantity.parse,
    Period.parse,
    LegalReference.parse,
    _unit_on_a_day,
]
FINDERS = [find_citations, find_date, fold, nfc_with_offsets, tone_key]

_fragments = st.sampled_from(
    [
        "ngày",
        "tháng",
        "năm",
        "quý",
        "số",
        "của",
        "Luật",
        "Nghị quyết",
        "NQ-HĐND",
        "/",
        "-",
        ".",
        ",",
        "%",
        " ",
        "tỷ",
        "đồng",
        "2023",
        "05",
        "I",
    ]
)
_anything = st.one_of(lines(), st.text(), st.lists(_fragments, max_size=8).map("".join))


def _refusal(read: Callable[[str], object], text: str) -> GovplanError | None:
    try:
        read(text)
    except GovplanError as error:
        return error
    return None


@pytest.mark.parametrize("read", READERS)
@given(text=_anything)
@example(text="")
@example(text="\x00")
@example(text="\ud800")
@example(text="\u00b2\u0665" * 30)
def test_text_is_read_or_refused_in_both_languages(read: Callable[[str], object], text: str) -> None:
    """Nothing but a GovplanError comes out of bad text, and it says so to whoever reads it."""
    error = _refusal(read, text)
    if error is not None:
        assert len(error.message("en")) > 10
        assert len(error.message("vi")) > 10
        assert error.message("en") != error.message("vi")


@pytest.mark.parametrize("read", READERS)
def test_refusing_a_long_text_does_not_repeat_it(read: Callable[[str], object]) -> None:
    """A megabyte of noise is refused in a message that fits a screen."""
    error = _refusal(read, "9.a/ -ngày " * 100_000)
    assert error is not None
    assert len(str(error)) < 600


@pytest.mark.parametrize("find", FINDERS)
@given(text=_anything)
@example(text="")
@example(text="\ud800")
def test_searching_never_fails(find: Callable[[str], object], text: str) -> None:
    """What looks for something in a text finds it or does not, and gives the same answer again."""
    assert find(text) == find(text)


@pytest.mark.parametrize("read", READERS)
@given(text=_anything)
def test_both_unicode_forms_are_read_alike(read: Callable[[str], object], text: str) -> None:
    """What is read of text with marks composed is read of text with marks apart, or both are refused."""
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    if _refusal(read, composed) is None:
        assert _refusal(read, apart) is None
        assert read(apart) == read(composed)
    else:
        assert _refusal(read, apart) is not None
