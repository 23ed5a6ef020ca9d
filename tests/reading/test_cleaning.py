"""One form of text, and the way back to the text as it was given."""

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan.reading.cleaning import clean
from govplan.vietnamese import tone_key

PIECES = st.sampled_from(
    ["Uỷ ban", "hoà", "quý", "thuỷ", "ệ", "e\u0301\u0302", "a\u0300\u0306", "o\u0302", "\u0302", "\u0306", "\u0301",
     "\u00a0", "\u200b", "\r\n", "\x00", "\ud800", "&nbsp;", " ", "b", "Đ", "\u0323", "oa\u0300", "uy\u0309"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map("".join)


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        pytest.param("Uỷ ban nhân dân tỉnh Khánh Hoà", "Ủy ban nhân dân tỉnh Khánh Hòa", id="other-school"),
        pytest.param("UỶ BAN", "ỦY BAN", id="capitals"),
        pytest.param("thuý, tuỳ, khoẻ, loà", "thúy, tùy, khỏe, lòa", id="open-syllables"),
        pytest.param("quý, quỹ, hoàn, toán", "quý, quỹ, hoàn, toán", id="nothing-to-move"),
        pytest.param("12\u00a0tỷ\u202fđồng\r\nnăm\u200b 2024", "12 tỷ đồng\nnăm 2024", id="spaces"),
        pytest.param("tie\u0301\u0302p tu\u0323c", "tiếp tục", id="marks-in-another-order"),
        pytest.param("nga\u0300\u0306n", "ngằn", id="breve-after-the-tone"),
    ],
)
def test_text_is_read_in_one_form(given_text: str, read: str) -> None:
    """Two spellings of the same words are the same text from here on."""
    assert clean(given_text).text == read


@given(TEXTS)
@example("Hoà")
def test_tones_stand_where_decrees_put_them(text: str) -> None:
    """Nothing is left for `tone_key` to move, whose word on it counts."""
    found = clean(text).text
    moved = tone_key(found)
    assert found == moved or len(found) != len(moved)


@given(TEXTS)
def test_every_stretch_leads_back_to_the_given_text(text: str) -> None:
    """The places rise, stay within the text, and the whole is the whole."""
    found = clean(text)
    spans = [found.span(place, place + 1) for place in range(len(found.text))]
    assert all(one.start <= two.start for one, two in itertools.pairwise(spans))
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert found.span(len(found.text), len(found.text)).end == len(text)


@given(TEXTS)
def test_both_normal_forms_are_one_text(text: str) -> None:
    """Composed or not, the same letters are read."""
    assert clean(unicodedata.normalize("NFD", text)).text == clean(unicodedata.normalize("NFC", text)).text


@given(TEXTS)
def test_long_texts_are_repaired_piece_by_piece_as_short_ones_are(text: str) -> None:
    """Where a piece ends changes no letter and no place."""
    words = "tiếp tục " * 3000
    found = clean((words + text + " ") * 2)
    assert found.text == (words + clean(f" {text} ").text[1:]) * 2
    assert found.places is None or (len(found.places), found.places[-1]) == (
        len(found.text) + 1,
        2 * len(words + text + " "),
    )
