"""Packed documents: limits before anything is unpacked, and no trust in what an archive says of itself."""

import struct
import tracemalloc
from contextlib import suppress
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import docx_of, packed

from govplan.errors import DocumentError
from govplan.reading.documents import archive
from govplan.reading.documents.archive import names_in, unpacked


def test_parts_come_out_as_they_are_and_pictures_empty() -> None:
    """The copy is not packed, and holds what text there is."""
    made = unpacked(packed({"word/document.xml": b"<a/>", "word/media/image1.png": b"x" * 999}), "DOCX")
    with ZipFile(made) as copy:
        assert copy.read("word/document.xml") == b"<a/>"
        assert copy.read("word/media/image1.png") == b""
        assert {part.compress_type for part in copy.infolist()} == {ZIP_STORED}


def test_what_the_directory_says_is_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb is known by the sizes that it states."""
    bomb = packed({"word/document.xml": bytes(archive.MAX_UNPACKED + 1)})
    assert len(bomb) < 100_000
    monkeypatch.setattr(archive, "_part", None)
    with pytest.raises(DocumentError, match="too large once unpacked: found 1 parts of 67108865 bytes"):
        unpacked(bomb, "DOCX")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of parts are no document."""
    monkeypatch.setattr(archive, "_MAX_PARTS", 3)
    with pytest.raises(DocumentError, match="found 4 parts"):
        unpacked(packed({f"word/{number}.xml": b"" for number in range(4)}), "DOCX")


def test_a_size_that_lies_is_found_out() -> None:
    """A part that holds more than the directory says is damage, and no more than the limit is ever unpacked."""
    bomb = packed({"word/document.xml": b"<a>" + bytes(50_000_000)})
    place = bomb.index(b"PK\x01\x02")
    lying = bytearray(bomb)
    lying[place + 24 : place + 28] = struct.pack("<I", 10)
    tracemalloc.start()
    try:
        with pytest.raises(DocumentError, match="damaged DOCX"):
            unpacked(bytes(lying), "DOCX")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_encrypted_parts_are_refused() -> None:
    """A password of the archive itself is said to be one."""
    content = bytearray(packed({"word/document.xml": b"<a/>"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DocumentError, match="password-protected: found encrypted parts"):
        unpacked(bytes(content), "DOCX")


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le", "utf-16-be"])
def test_declarations_are_refused(encoding: str) -> None:
    """No office program writes entities, which can grow without end."""
    part = '<!DOCTYPE a [<!ENTITY b "cccccccc">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(DocumentError, match=r"found a DOCTYPE in 'word/document\.xml'"):
        unpacked(packed({"word/document.xml": part}), "DOCX")


@given(st.data())
def test_damage_anywhere_is_an_ordinary_error(data: st.DataObject) -> None:
    """Bytes that were lost or changed make the archive sound, or damaged, and nothing else."""
    content = bytearray(docx_of("Kế hoạch"))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(4, len(content)))]
    with suppress(DocumentError):
        names_in(bytes(content))
        unpacked(bytes(content), "DOCX")
