"""Text as citations are read from: what is replaced, and where each character stood."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan.errors import InvalidTextError
from govplan.legal.repair import is_printable, printable, repaired
from govplan.values.text import line

# What typesetting, copying and other systems put into Vietnamese text, beside the text itself.
PIECES = st.sampled_from(
    [
        *("Quyết định", "số", "12/QĐ-UBND", "ệ", "Ế", " ", "-", "/", ".", "&", ";", "a", "đ"),
        *("\u00a0", "\u2003", "\u202f", "\u2010", "\u2011", "\u2212", "\u2044", "\u200b", "\u00ad", "\ufeff"),
        *("\n", "\r", "\r\n", "\x0c", "\x85", "\u2028", "\x00", "\x1f", "\ud800", "\uffff"),
        *("\u0323", "\u0302", "\u0309", "\u031b", "e\u0323\u0302", "&nbsp;", "&#272;", "&#x2011;", "&amp;", "&#803;"),
    ]
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


def test_plain_text_comes_back_as_it_is() -> None:
    """Where nothing has to change there are no places to keep, and the text is not even copied."""
    text = "Quyết định số 12/QĐ-UBND – “đúng”,\nđiểm a…"
    assert repaired(text)[0] is text
    assert repaired(text)[1] is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("số\u00a012\u202f/\u2003QĐ", "số 12 / QĐ", id="spaces"),
        pytest.param("QĐ\u2011UBND\u2010x\u2212y", "QĐ-UBND-x-y", id="hyphens"),
        pytest.param("12\u204443\u22152021", "12/43/2021", id="strokes"),
        pytest.param("Q\u200bĐ\u00ad-U\ufeffB\u2060ND", "QĐ-UBND", id="invisible"),
        pytest.param("a\rb\x0bc\x0cd\x85e\u2028f\r\ng", "a\nb\nc\nd\ne\nf\ng", id="ends-of-lines"),
        pytest.param("Nghi\u0323\u0302 quye\u0302\u0301t", "Nghiị̂ quyết".replace("iị̂", "ị\u0302"), id="decomposed"),
        pytest.param("12&#47;Q&#272;&#x2d;UBND", "12/QĐ-UBND", id="entities-by-number"),
        pytest.param("số&nbsp;12 &amp; 13 &ndash; 14", "số 12 & 13 – 14", id="entities-by-name"),
        pytest.param("&notanentity; AT&T; &#0;", "&notanentity; AT&T; &#0;", id="no-entities"),
        pytest.param("Sở\x00Tài\x1fchính\ud800", "Sở Tài chính ", id="unprinted"),
        pytest.param("e\u200b\u0323\u0302 a&#803;", "ệ ạ", id="marks-apart-from-their-letters"),
    ],
)
def test_what_means_the_same_is_read_as_the_same(text: str, read: str) -> None:
    """Odd spaces, hyphens and ends of lines become the plain ones, what has no width nothing."""
    assert repaired(text)[0] == read


@given(st.one_of(TEXTS, st.text()))
@example("e\u200b\u0323\u0302")
def test_every_character_knows_where_it_stood(text: str) -> None:
    """Places never go back, end at the end, and are left out only where they are the characters' own."""
    read, places = repaired(text)
    if places is None:
        assert read == text
        return
    assert len(places) == len(read) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
    assert all(0 <= place <= len(text) for place in places)


@given(TEXTS)
def test_what_stood_at_a_place_is_read_there(text: str) -> None:
    """A letter that was not changed stands in the text at the place that is kept for it."""
    read, places = repaired(text)
    for index, letter in enumerate(read):
        place = index if places is None else places[index]
        if letter in "QUBNDs12" and text[place] != "&":
            assert text[place] == letter


@given(st.one_of(TEXTS, st.text()))
def test_what_is_read_is_composed_and_printable(text: str) -> None:
    """Whatever was given, values may hold what is read: it is in NFC and without control characters."""
    read, _ = repaired(text)
    assert unicodedata.is_normalized("NFC", read)
    assert is_printable(read)


@given(TEXTS.filter(lambda text: "&" not in text))
def test_repair_needs_no_second_one(text: str) -> None:
    """What was repaired is plain; entities apart, for an entity may spell another."""
    read, _ = repaired(text)
    assert repaired(read) == (read, None)


@given(st.one_of(TEXTS, st.text()))
def test_a_quick_look_reads_what_a_thorough_one_reads(text: str) -> None:
    """Control characters apart, which it lets through and `is_printable` tells."""
    quick, places = repaired(text, thoroughly=False)
    if is_printable(quick):
        assert (quick, places) == repaired(text)
    else:
        assert (quick, places) == (text, None)


@given(st.one_of(TEXTS, st.text()))
def test_printable_text_is_what_values_accept(text: str) -> None:
    """Character by character, but for ends of lines of two; what is only blanks is no text all the same."""
    clean = printable(text)
    assert len(clean) == len(text) - text.count("\r\n")
    assert is_printable(clean)
    assert printable(clean) == clean
    if clean.strip():
        assert line(clean) == unicodedata.normalize("NFC", clean)


@given(st.one_of(TEXTS, st.text(min_size=1)))
def test_text_is_printable_exactly_where_values_say_so(text: str) -> None:
    """`is_printable` and `line` refuse the same characters."""
    try:
        line(f"a{text}")
    except InvalidTextError:
        assert not is_printable(text)
    else:
        assert is_printable(text)
