"""How much a file may hold, and in which encoding, before anything of it is looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.files.limits import MAX_BYTES, decode, encode, spot_of, too_deep
from govplan.files.problem import FormError


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_is_decoded_as_it_was_encoded(text: str) -> None:
    """Any text without zeros comes back, but for one mark at its start."""
    assert encode(text) == text.encode()
    assert decode(encode(text)) == text.removeprefix("\ufeff")
    assert decode(b"\xef\xbb\xbf" + encode(text)) == text


def test_files_up_to_the_bound_are_taken() -> None:
    """A file of the largest size is; one byte more is not, as bytes and as text of several bytes a letter."""
    assert len(decode(b" " * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(FormError, match=f"file too large: found {MAX_BYTES + 1} bytes; at most {MAX_BYTES}"):
        decode(b" " * (MAX_BYTES + 1))
    assert len(encode("ế" * (MAX_BYTES // 3))) == MAX_BYTES - 1
    with pytest.raises(FormError, match="file too large"):
        encode("ế" * (MAX_BYTES // 3 + 1))


def test_half_a_character_is_no_text() -> None:
    """A lone surrogate, which Python holds and no file can, is told with its place."""
    with pytest.raises(FormError, match="not text: found half a character; remove it") as caught:
        encode("id: a\nname: \ud800")
    assert caught.value.spot == (2, 7)
    assert caught.value.message("vi") == "không phải văn bản: gặp nửa ký tự; hãy bỏ đi"


def test_zeros_far_into_a_file_are_not_called_utf_16() -> None:
    """Only at the start do they mean another encoding; further on they are what they are."""
    assert decode(b"a" * 64 + b"\0").endswith("\0")
    with pytest.raises(FormError, match="found UTF-16 or binary data"):
        decode(b"a" * 63 + b"\0")


@given(text=st.text(st.sampled_from("a\nế"), min_size=1), data=st.data())
def test_line_and_column_lead_back_to_the_letter(text: str, data: st.DataObject) -> None:
    """Counted from 1, and by letters."""
    index = data.draw(st.integers(0, len(text) - 1))
    line, column = spot_of(text, index)
    lines = text.split("\n")
    assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == index


def test_a_place_too_deep_is_told_by_its_beginning() -> None:
    """Four steps say where, and the message is no longer for it."""
    error = too_deep(("a", 0, "b", 1, "c"), (7, 2))
    assert (error.at, error.spot) == (("a", 0, "b", 1), (7, 2))
