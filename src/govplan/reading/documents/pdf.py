"""Text of PDF files as content; *not* here: joining their lines to paragraphs (`govplan.reading.paragraphs`).

A PDF holds letters at places on pages. The lines are read as the library puts them together; the numbers of pages are
dropped. Tables come out as lines of words whose columns nobody can tell; a page that is a picture has no words at all.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from typing import Any

from govplan.errors import DocumentError, MissingExtraError
from govplan.reading.documents.content import Content
from govplan.reading.documents.limits import MAX_CHARACTERS, MAX_PAGES, too_much_text
from govplan.values import Text
from govplan.vietnamese import fold

__all__ = ["load_pdf"]

_FEWEST_LETTERS = 20
"""A page with fewer letters has no text: what it has may be its number, or a mark of who signed."""

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?([0-9]{1,4})(?:\s*/\s*[0-9]{1,4})?[-–—\s]*", re.IGNORECASE)
# What a digital signature writes over the picture of a page.
_SIGNATURE = re.compile(
    r"\s*(?:người ký|ký bởi|cơ quan|email|thời gian ký|ngày ký|signature|digitally)\b.*", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_SPACES = re.compile(r"[^\S\n]+")
_TABLE_WORDS = re.compile(r"(?:don vi tinh|\bdvt\b)")


def load_pdf(content: bytes) -> Content:
    """Return the content of a PDF with a text layer.

    Raises:
        DocumentError: scanned, password-protected, damaged, or too large.
        MissingExtraError: pypdf is not installed.
    """
    try:
        import pypdf
    except ImportError:
        raise MissingExtraError(
            "PDF files are read with pypdf: it is not installed; run: pip install govplan[documents]",
            "tệp PDF được đọc bằng pypdf: chưa được cài; hãy chạy: pip install govplan[documents]",
        ) from None
    # What the library would say of odd files on the error stream is nothing that its reader can mend.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    from io import BytesIO

    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not _opens(reader):
            raise DocumentError(
                "password-protected: found an encrypted PDF; open it and print or save it without a password",
                "có mật khẩu: gặp tệp PDF được mã hóa; hãy mở và in hoặc lưu lại không đặt mật khẩu",
            )
        pages = _pages(reader)
    except DocumentError:
        raise
    except Exception:
        # A damaged file makes the library raise whatever its code came to.
        raise DocumentError(
            "damaged PDF: found parts that cannot be read; open it, print it to PDF again and read that",
            "tệp PDF bị hỏng: gặp phần không đọc được; hãy mở, in lại ra PDF rồi đọc tệp mới",
        ) from None
    return _content(pages)


def _opens(reader: Any) -> bool:
    """Does the file open without a password? Many are only locked against changes."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        # Some ways of locking need a library of their own; to the reader of the message it is the same.
        return False


def _pages(reader: Any) -> list[str]:
    if len(reader.pages) > MAX_PAGES:
        raise DocumentError(
            f"document too long: found {len(reader.pages)} pages; at most {MAX_PAGES}, split it",
            f"tài liệu quá dài: gặp {len(reader.pages)} trang; nhiều nhất {MAX_PAGES}, hãy chia nhỏ",
        )
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        text = _SPACES.sub(" ", page.extract_text())
        length += len(text)
        if length > MAX_CHARACTERS:
            raise too_much_text()
        pages.append(text)
    return pages


def _content(pages: list[str]) -> Content:
    blank = [number for number, text in enumerate(pages, start=1) if _letters(text) < _FEWEST_LETTERS]
    if 2 * len(blank) > len(pages) or not pages:
        raise DocumentError(
            f"scanned PDF: found no text on {len(blank)} of {len(pages)} pages; run text recognition (OCR) on it and "
            "read what comes out, or ask for the Word file",
            f"PDF quét ảnh: {len(blank)} trên {len(pages)} trang không có chữ; hãy nhận dạng chữ (OCR) rồi đọc lại, "
            "hoặc xin tệp Word",
        )
    remarks = []
    if blank:
        listed = ", ".join(map(str, blank[:20]))
        remarks.append(
            Text(
                vi=f"Trang không có chữ, có thể là ảnh quét, không được đọc: {listed}",
                en=f"Pages without text, perhaps scanned, were not read: {listed}",
            )
        )
    lines = _without_page_numbers([text.split("\n") for text in pages])
    text = "\n".join(line.rstrip() for page in lines for line in page).strip("\n")
    if _TABLE_WORDS.search(fold(text)):
        remarks.append(
            Text(
                vi="Bảng trong PDF mất các cột khi đọc; hãy đọc bảng từ tệp Word hoặc Excel nếu có",
                en="Tables lose their columns in a PDF; read them from the Word or Excel file if there is one",
            )
        )
    return Content(text, (), tuple(remarks))


def _letters(text: str) -> int:
    return sum(len(_LETTER.findall(line)) for line in text.split("\n") if not _SIGNATURE.fullmatch(line))


def _without_page_numbers(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages' lines without those that number the pages: alone at the top or bottom, one more on each."""
    candidates = [
        (page, place, number - page) for page, lines in enumerate(pages) for place, number in _edge_numbers(lines)
    ]
    offsets = Counter(offset for _, _, offset in candidates)
    if not offsets:
        return pages
    # The commonest distance between a number and its page; a figure that stands alone has another one.
    common, _ = min(offsets.items(), key=lambda item: (-item[1], abs(item[0] - 1)))
    if offsets[common] < 2 and common != 1:
        return pages
    dropped = {(page, place) for page, place, offset in candidates if offset == common}
    return [
        [line for place, line in enumerate(lines) if (page, place) not in dropped] for page, lines in enumerate(pages)
    ]


def _edge_numbers(lines: list[str]) -> list[tuple[int, int]]:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    found = []
    for place in dict.fromkeys((*filled[:1], *filled[-1:])):
        match = _PAGE_NUMBER.fullmatch(lines[place])
        if match is not None:
            found.append((place, int(match[1])))
    return found
