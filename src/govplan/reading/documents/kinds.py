"""What kind of document a file is, by what it begins with and then by its name; *not* here: reading it."""

from __future__ import annotations

import re
from typing import Literal

from govplan.errors import DocumentError, UnknownFormatError
from govplan.reading.documents.archive import names_in

__all__ = ["Kind", "kind_of"]

Kind = Literal["text", "html", "docx", "pdf", "xlsx"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", ".doc", ".docx"),
    ("Workbook", ".xls", ".xlsx"),
    ("Book", ".xls", ".xlsx"),
    ("PowerPoint Document", ".ppt", ".pdf"),
)
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x00\x00\x01\x00", "ICO"),
)
_ARCHIVES = ((b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"\x1f\x8b", "gzip"))
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?(?:<!--.{0,2000}?-->\s{0,64}){0,4}<(?:!doctype\s{1,4}html|html|head|body)[\s>]",
    re.I | re.S,
)
_TEXT_NAMES = {"", ".txt", ".text", ".md"}
_HTML_NAMES = {".html", ".htm", ".xhtml"}
_READ = ".txt, .html, .docx, .pdf, .xlsx"


def kind_of(content: bytes, suffix: str) -> Kind:
    """Return the kind of a document; `suffix` is the end of its file's name, such as ".docx".

    Raises:
        DocumentError: a kind that is known and not read, with what to do; or a name that says another kind.
        UnknownFormatError: nothing that is known.

    >>> kind_of(b"%PDF-1.7 ...", ".pdf"), kind_of(b"<!DOCTYPE html><p>x", ".doc")
    ('pdf', 'html')
    """
    suffix = suffix.lower()
    if not content.strip():
        raise DocumentError(
            "empty document: found nothing in it; check that it was saved",
            "tài liệu trống: không có gì trong tệp; hãy kiểm tra tệp đã được lưu chưa",
        )
    if content.startswith(_OLE):
        raise _ole(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content[:64].lstrip().startswith(b"{\\rtf"):
        raise _save_as("RTF", ".docx")
    for mark, name in _PICTURES:
        if content.startswith(mark):
            raise _picture(name)
    if content.startswith(b"BM") and suffix == ".bmp":
        raise _picture("BMP")
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        raise _picture("WebP")
    if content[4:8] == b"ftyp":
        raise _picture("HEIC")
    for mark, name in _ARCHIVES:
        if content.startswith(mark):
            raise _archive(name)
    if suffix in _HTML_NAMES or _HTML.match(content):
        return "html"
    if suffix in _TEXT_NAMES:
        return "text"
    if suffix in (".docx", ".pdf", ".xlsx"):
        raise DocumentError(
            f"not what its name says: found no {suffix[1:].upper()} in it; check the file, or download it again",
            f"nội dung không đúng tên: tệp không phải {suffix[1:].upper()}; hãy kiểm tra, hoặc tải lại tệp",
        )
    raise UnknownFormatError(
        f"unknown kind of document: found {suffix!r:.40}; read are {_READ}",
        f"loại tài liệu lạ: gặp {suffix!r:.40}; đọc được {_READ}",
    )


def _packed(content: bytes) -> Kind:
    names = names_in(content)
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        if any(name.startswith("xl/worksheets/sheet") and name.endswith(".bin") for name in names):
            raise _save_as("XLSB", ".xlsx")
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        raise _save_as("PPTX", ".pdf")
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        raise _save_as("OpenDocument", ".docx or .xlsx")
    raise _archive("ZIP")


def _ole(content: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return DocumentError(
            "password-protected: found an encrypted document; open it and save it without a password",
            "có mật khẩu: gặp tài liệu được mã hóa; hãy mở và lưu lại không đặt mật khẩu",
        )
    for stream, old, new in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return _save_as(old, new)
    return _save_as(".doc, .xls or .ppt", ".docx or .xlsx")


def _save_as(found: str, wanted: str) -> DocumentError:
    return DocumentError(
        f"kind of document that is not read: found {found}; open it in an office program and save it as {wanted}",
        f"loại tài liệu không đọc được: gặp {found.replace(' or ', ' hoặc ')}; "
        f"hãy mở bằng phần mềm văn phòng và lưu thành {wanted.replace(' or ', ' hoặc ')}",
    )


def _picture(name: str) -> DocumentError:
    return DocumentError(
        f"picture without text: found a {name}; run text recognition (OCR) on it and read the text that comes out",
        f"ảnh không có chữ: gặp {name}; hãy nhận dạng chữ (OCR) rồi đọc văn bản nhận được",
    )


def _archive(name: str) -> DocumentError:
    return DocumentError(
        f"archive: found {name} without a Word or Excel document in it; unpack it and read the files one by one",
        f"tệp nén: gặp {name} không phải tài liệu Word hay Excel; hãy giải nén và đọc từng tệp",
    )
