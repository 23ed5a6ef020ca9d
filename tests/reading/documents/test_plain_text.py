"""Text files: which encodings are read, and what is said of the others."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import DocumentError
from govplan.reading.documents import limits
from govplan.reading.documents.plain_text import decoded, load_text

WORDS = "Tỷ lệ hộ nghèo còn dưới 4%\nTạo việc làm cho 5.000 lao động"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_its_mark(mark: bytes, encoding: str) -> None:
    """A byte order mark says which Unicode it is, and is no part of the text."""
    assert load_text(mark + WORDS.encode(encoding)).text == WORDS


@given(st.text().filter(lambda text: "\x00" not in text and text[:1] != "\ufeff"))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    """Whatever a text file holds is read letter by letter."""
    assert load_text(text.encode("utf-8", "replace")).text == text.encode("utf-8", "replace").decode()


def test_the_line_of_a_wrong_byte_is_said() -> None:
    """Who looks for the byte is told where it is."""
    with pytest.raises(DocumentError, match=r"wrong encoding: found the byte 0xe9, which is not UTF-8, at 2:4"):
        load_text(b"one\ncaf\xe9 noir")


def test_utf_16_without_a_mark_is_refused() -> None:
    """Zero bytes are no text, and nothing is guessed."""
    with pytest.raises(DocumentError, match="not a text file: found zero bytes") as caught:
        load_text(WORDS.encode("utf-16-le"))
    assert "hãy lưu dạng UTF-8" in caught.value.message("vi")


@pytest.mark.parametrize("cut", [1, 3])
def test_half_a_character_is_refused(cut: int) -> None:
    """A file that was cut short says so."""
    with pytest.raises(DocumentError, match="wrong encoding"):
        load_text(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le")[:-cut])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Tû lÖ hé nghÌo gi¶m cßn d­íi 4%, t¹o viÖc lµm míi".encode("latin-1"), "TCVN3"),
        ("Tyû leä hoä ngheøo giaûm coøn döôùi 4%, taïo vieäc".encode("latin-1"), "VNI"),
    ],
)
def test_legacy_text_is_refused_by_name(content: bytes, name: str) -> None:
    """What the file is in, and what turns it into Unicode, is said in both languages."""
    with pytest.raises(DocumentError, match=f"legacy encoding: found Vietnamese typed in {name}") as caught:
        load_text(content)
    assert f"gõ bằng {name}" in caught.value.message("vi")


def test_an_encoding_that_a_page_names_is_used_only_where_it_is_not_utf_8() -> None:
    """Pages that name a Western encoding out of habit are read as what they are."""
    assert decoded(WORDS.encode(), "cp1252") == WORDS
    assert decoded(b"caf\xe9", "cp1252") == "café"
    with pytest.raises(DocumentError, match="is not cp1258"):
        decoded(b"\xd2\xe9 \xff\x81\x8d\x8f", "cp1258")


def test_a_text_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds before anything is read."""
    monkeypatch.setattr("govplan.reading.documents.plain_text.MAX_CHARACTERS", 10)
    with pytest.raises(DocumentError, match=f"too much text: found more than {limits.MAX_CHARACTERS}"):
        load_text(WORDS.encode())
