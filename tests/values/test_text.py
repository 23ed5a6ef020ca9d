"""Text and ids."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidTextError, InvalidValueError
from govplan.testing import identifiers, lines, texts
from govplan.values import Text
from govplan.values.text import (
    MAX_LENGTH,
    identifier,
    identifiers_of,
    line,
    lines_of,
    optional_identifier,
    optional_line,
    optional_text_of,
    text_of,
    texts_of,
)


@given(lines())
def test_text_that_documents_print_is_kept(text: str) -> None:
    """Legal text comes back as it is, and in normal form however it was typed."""
    assert line(text) == text
    assert line(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize("text", ["\t1", "a\nb", "\u2028x", "\xa0x", " x", "x ", "\u200b", "\x85x", "\U0001f600"])
def test_breaks_and_blanks_within_are_text(text: str) -> None:
    """Line breaks, tabs and spaces may stand in a text as long as something else does."""
    assert line(text) == text


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\xa0\u2003", "\x85"])
def test_empty_text_is_refused(text: str) -> None:
    """Nothing, and nothing but blanks, is no text."""
    with pytest.raises(InvalidTextError, match=r"empty text: found .*; write something or leave the key out"):
        line(text)


@pytest.mark.parametrize("code", [0x00, 0x08, 0x0B, 0x0D, 0x1F, 0x7F, 0x84, 0x86, 0x9F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_characters_that_no_document_prints_are_refused(code: int) -> None:
    """Control characters, half characters and characters that are none are named, not swallowed."""
    with pytest.raises(InvalidTextError, match="character that no document prints: found"):
        line(f"a{chr(code)}b")


@pytest.mark.parametrize("value", [None, 5, b"text", ["text"], Text("text")])
def test_what_is_no_text_is_refused(value: Any) -> None:
    """A number where words belong is told apart from words."""
    with pytest.raises(InvalidTextError, match=r"text expected: found .*; put it in quotes"):
        line(value)


def test_subclasses_of_text_become_plain_text() -> None:
    """What a library hands over as its own kind of text is held as text alone."""

    class Marked(str):
        pass

    assert type(line(Marked("Quảng Nam"))) is str


def test_the_longest_text_is_bounded() -> None:
    """A text may have that many characters, counted in normal form, and not one more."""
    assert len(line("e\u0301" * MAX_LENGTH)) == MAX_LENGTH
    with pytest.raises(InvalidTextError, match=f"text too long: found {MAX_LENGTH + 1} characters"):
        line("a" * (MAX_LENGTH + 1))


@given(identifiers(max_size=100))
def test_ids_are_kept(id: str) -> None:
    """An id is what it is; nothing about it is changed."""
    assert identifier(id) == id


@pytest.mark.parametrize(
    "value", ["", "A", "a b", "-a", "a-", "a.", "_a", "số", "a" * 101, "a\n", "é", "a/b", None, 5, "ａ"]
)
def test_what_programs_cannot_point_at_is_no_id(value: Any) -> None:
    """Capitals, marks, spaces and dangling signs are refused with an example of an id."""
    with pytest.raises(InvalidTextError, match=r"not an id: found .*, e\.g\. poor-households"):
        identifier(value)


@given(texts())
def test_a_text_speaks_the_language_it_has(text: Text) -> None:
    """Asked for a language, a text answers in it, else in the other; str() is Vietnamese where it can be."""
    assert text.in_language("vi") == (text.vi or text.en)
    assert text.in_language("en") == (text.en or text.vi)
    assert str(text) == text.in_language("vi")


def test_a_text_in_no_language_is_refused() -> None:
    """One of the two languages has to be there."""
    with pytest.raises(InvalidTextError, match="text without words"):
        Text()


@pytest.mark.parametrize("field", ["vi", "en"])
def test_both_languages_are_held_to_the_same(field: str) -> None:
    """Neither language may be empty text."""
    with pytest.raises(InvalidTextError, match="empty text"):
        Text(**{field: " "})


def test_plain_words_are_vietnamese() -> None:
    """A plain string stands for a text in Vietnamese; a text stays what it is."""
    both = Text("Tỷ lệ", "Rate")
    assert text_of("Tỷ lệ") == Text(vi="Tỷ lệ")
    assert text_of(both) is both
    assert texts_of(["Tỷ lệ", both]) == (Text("Tỷ lệ"), both)


def test_optional_words_may_be_missing() -> None:
    """None stays None, and is not the same as empty."""
    assert (optional_line(None), optional_text_of(None), optional_identifier(None)) == (None, None, None)
    assert (optional_line("x"), optional_text_of("x"), optional_identifier("x")) == ("x", Text("x"), "x")
    for convert in (optional_line, optional_text_of, optional_identifier):
        with pytest.raises(InvalidTextError):
            convert("")


@given(st.lists(lines(), max_size=3), st.lists(identifiers(), max_size=3))
def test_lists_become_tuples_in_their_order(words: list[str], ids: list[str]) -> None:
    """Any iterable of words or ids is held as a tuple."""
    assert lines_of(iter(words)) == tuple(words)
    assert identifiers_of(ids) == tuple(ids)


def test_one_text_is_no_list_of_letters() -> None:
    """A string where a list belongs is refused, not taken apart."""
    with pytest.raises(InvalidValueError, match="a list expected: found 'jobs'; put it in a list"):
        identifiers_of("jobs")
