"""One spelling for what is written in several."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.testing import lines
from govplan.vietnamese import fold, nfc, nfc_with_offsets, tone_key

# Letters whose parts are letters too, marks that change places, and a mark inside another sign.
_TRICKY = st.text("aơe\u0301\u0323\u0302đ =\u0338\u1112\u1161\u11ab\u0cc6\u0cc2\u0cd5\u0f73\u0344쉽각", max_size=12)
_anything = st.one_of(lines(), st.text(), _TRICKY)


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_text_typed_on_any_keyboard_is_one_text() -> None:
    """Letters with their marks apart become the letters that have them."""
    assert nfc("Qua\u0309ng Nam") == "Quảng Nam"


@given(_anything)
def test_the_normal_form_with_offsets_is_the_normal_form(text: str) -> None:
    """Whether places are counted or not, the text is the same."""
    assert nfc_with_offsets(text)[0] == nfc(text)


@given(_anything)
def test_offsets_lead_back_to_the_given_text(text: str) -> None:
    """From the place of each letter to that of the next that starts later stands what the letter was made of."""
    normal, offsets = nfc_with_offsets(text)
    if offsets is None:
        assert normal == text
        return
    assert len(offsets) == len(normal) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    starts = [index for index in range(len(normal)) if index == 0 or offsets[index] > offsets[index - 1]]
    for start, end in zip(starts, [*starts[1:], len(normal)], strict=True):
        assert nfc(text[offsets[start] : offsets[end]]) == normal[start:end]


def test_a_place_in_normal_text_is_a_place_in_the_given_text() -> None:
    """A quote found in normal text is cut from what the user gave."""
    given_text = _nfd("chỉ tiêu đạt 71%")
    normal, offsets = nfc_with_offsets(given_text)
    assert offsets is not None
    start = normal.index("đạt")
    assert given_text[offsets[start] : offsets[start + 3]] == _nfd("đạt")


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("Ủy ban", "Ủy ban"),
        ("Hoà Bình", "Hòa Bình"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("khoẻ", "khỏe"),
        ("thuỷ lợi", "thủy lợi"),
        ("quý I", "quý I"),
        ("Quỳ Hợp", "Quỳ Hợp"),
        ("hoàn thành", "hoàn thành"),
        ("khuỷu", "khuỷu"),
        ("toàn quyền", "toàn quyền"),
    ],
)
def test_two_schools_of_tone_marks_have_one_key(printed: str, key: str) -> None:
    """The mark moves to where administrative documents put it, and only where the schools differ."""
    assert tone_key(printed) == key
    assert tone_key(_nfd(printed)) == key


@given(_anything)
def test_the_tone_key_is_settled_and_as_long_as_the_text(text: str) -> None:
    """A key is its own key, in normal form, letter beside letter with the text."""
    key = tone_key(text)
    assert tone_key(key) == key
    assert len(key) == len(nfc(text))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đào tạo nghề", "dao tao nghe"),
        ("ƯỚC THỰC HIỆN", "uoc thuc hien"),
        ("vocational-enrolment", "vocational-enrolment"),
    ],
)
def test_search_needs_no_marks(text: str, key: str) -> None:
    """Who types without marks finds what is written with them."""
    assert fold(text) == key


@given(lines())
def test_both_unicode_forms_have_one_search_key(text: str) -> None:
    """The key does not depend on how a letter's marks are stored, and is its own key."""
    assert fold(_nfd(text)) == fold(nfc(text))
    assert fold(fold(text)) == fold(text)
