"""What kind of document a file is, and what is said of kinds that are not read."""

import pytest
from papers import docx_of, packed, pdf_of, xlsx_of

from govplan.errors import DocumentError, UnknownFormatError
from govplan.reading.documents.kinds import kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


@pytest.mark.parametrize(
    ("content", "suffix", "kind"),
    [
        (b"Ke hoach", ".txt", "text"),
        (b"Ke hoach", "", "text"),
        (b"<p>x", ".HTM", "html"),
        (b"<!-- saved -->\n<!DOCTYPE html><html>", ".doc", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", ".xls", "html"),
        (b"\n%PDF-1.4", ".bin", "pdf"),
        (docx_of("x"), ".doc", "docx"),
        (xlsx_of([[1]]), ".zip", "xlsx"),
        (pdf_of(["x"]), ".txt", "pdf"),
    ],
)
def test_the_content_goes_before_the_name(content: bytes, suffix: str, kind: str) -> None:
    """A file that was named wrongly is read as what it is."""
    assert kind_of(content, suffix) == kind


@pytest.mark.parametrize(
    ("content", "suffix", "message"),
    [
        (b"", ".txt", "empty document"),
        (b" \n\t", ".docx", "empty document"),
        (ole("WordDocument"), ".doc", r"found \.doc; open it in an office program and save it as \.docx"),
        (ole("Workbook"), ".xls", r"found \.xls; .* save it as \.xlsx"),
        (ole("Book"), ".xls", r"found \.xls"),
        (ole("PowerPoint Document"), ".ppt", r"found \.ppt; .* save it as \.pdf"),
        (ole("EncryptedPackage"), ".docx", "password-protected: found an encrypted document"),
        (OLE, ".msi", r"found \.doc, \.xls or \.ppt"),
        (b"{\\rtf1\\ansi x}", ".doc", "found RTF"),
        (b"\x89PNG\r\n\x1a\n....", ".docx", r"picture without text: found a PNG; run text recognition"),
        (b"\xff\xd8\xff\xe0 JFIF", ".jpg", "found a JPEG"),
        (b"II*\x00....", ".tif", "found a TIFF"),
        (b"GIF89a", ".gif", "found a GIF"),
        (b"BM....", ".bmp", "found a BMP"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ".webp", "found a WebP"),
        (b"\x00\x00\x00\x18ftypheic", ".heic", "found a HEIC"),
        (b"Rar!\x1a\x07\x00", ".rar", "archive: found RAR"),
        (b"\x1f\x8b\x08", ".gz", "archive: found gzip"),
        (packed({"a.txt": b"x"}), ".zip", "archive: found ZIP"),
        (packed({"ppt/presentation.xml": b"x"}), ".pptx", "found PPTX"),
        (packed({"content.xml": b"x", "META-INF/manifest.xml": b"x"}), ".odt", "found OpenDocument"),
        (packed({"xl/workbook.bin": b"x", "xl/worksheets/sheet1.bin": b"x"}), ".xlsb", "found XLSB"),
        (b"PK\x03\x04 cut short", ".docx", "damaged ZIP"),
        (b"no such thing", ".docx", "not what its name says: found no DOCX"),
        (b"no such thing", ".pdf", "not what its name says: found no PDF"),
    ],
)
def test_kinds_that_are_not_read_are_refused_with_what_to_do(content: bytes, suffix: str, message: str) -> None:
    """The message names what was found, in both languages."""
    with pytest.raises(DocumentError, match=message) as caught:
        kind_of(content, suffix)
    assert caught.value.message("vi") != caught.value.message("en")
    assert "; hãy" in caught.value.message("vi")


def test_an_unknown_kind_says_what_is_read() -> None:
    """A name that nothing is known of is an unknown format."""
    with pytest.raises(UnknownFormatError, match=r"found '\.csv'; read are \.txt, \.html, \.docx, \.pdf, \.xlsx"):
        kind_of(b"a;b", ".csv")
