"""Text on its way into a page."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.markup import escaped, shown
from govplan.testing import lines


@given(st.text())
def test_no_text_leaves_its_place(text: str) -> None:
    """Nothing that ends an element or an attribute is left, and a reader gets back what was shown."""
    found = escaped(text)
    assert not set(found) & set("<>\"'")
    assert unescape(found) == shown(text)


@given(lines())
def test_words_stay_as_they_are(text: str) -> None:
    """What a plan says is changed only where it steers: and then it is still told."""
    steering = [letter for letter in text if letter != shown(letter)]
    assert (shown(text) == text) is (not steering)
    assert len(shown(text)) >= len(text)


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\u2069", "\ud800", "\uffff"])
def test_what_steers_is_written_out(letter: str) -> None:
    """Control characters, turned reading order and what HTML cannot hold are told as they are written in code."""
    assert shown(f"a{letter}b") == f"a{letter.encode('unicode_escape').decode()}b"


@pytest.mark.parametrize("text", ["ngày 04 tháng 01\nnăm 2023", "خطة 2023", "tab\there", "đ\u0301"])
def test_other_scripts_and_line_ends_are_only_text(text: str) -> None:
    """Arabic and Hebrew are languages, not attacks."""
    assert shown(text) == text
