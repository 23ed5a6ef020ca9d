"""Prose as tokens."""

from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.tokens import tokens_of

_PIECES = st.lists(
    st.sampled_from((*"(); \n%‰≥", "giảm ", "xuống còn ", "18,5", "NQ-HĐND", "43/2021/", "8/2020", "m2 ", "5G ")),
    max_size=30,
).map("".join)  # fmt: skip


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.word) for token in tokens_of(text)]


@given(_PIECES | st.text(max_size=60))
def test_tokens_lie_in_the_text_in_order(text):
    """Every token is a stretch of the text, after the one before it, and nothing but spaces lies between."""
    reached = 0
    for token in tokens_of(text):
        assert reached <= token.start < token.end <= len(text)
        assert not text[reached : token.start].strip() or "\x1c" <= text[reached : token.start].strip() <= "\x1f"
        reached = token.end


def test_phrases_are_one_token():
    """What means one thing in several words is one token with that meaning."""
    [token] = tokens_of("giảm xuống còn")
    assert (token.kind, token.meaning) == ("change", "down_to")


def test_symbols_of_documents_are_no_numbers():
    """The digits of a citation, a day, a network or a virus are no numbers."""
    for words in ("43/2021/NQ-HĐND", "12-CT/TU", "30a/2008/NQ-CP", "80/2015/QH14"):
        assert [kind for kind, _ in _kinds(words)] == ["reference"]
    assert _kinds("08/12/2021")[0][0] == _kinds("7-2020")[0][0] == "date"
    assert [kind for kind, _ in _kinds("mạng 5G Covid-19 H5N1 m2")] == ["word"] * 5


def test_glued_words_come_apart():
    """A number that lost its space is still a number."""
    assert _kinds("dưới18,5‰")[1] == ("number", "18,5")
    assert _kinds("22.000ha") == [("number", "22.000"), ("word", "ha")]


def test_new_is_part_of_a_name():
    """The "mới" of "nông thôn mới đạt" belongs to the word before it; that of "đến nay mới đạt" tells of the past."""
    assert ("past", "mới đạt") not in _kinds("xã nông thôn mới đạt 40 xã")
    assert ("past", "mới đạt") in _kinds("đến nay mới đạt 40 xã")


def test_signs_compare():
    """≥ and < say what words say."""
    assert [token.meaning for token in tokens_of("≥ 95 < 2") if token.kind == "compare"] == ["at_least", "below"]
