r"""Text files as content: their encoding and their lines; *not* here: marks of other kinds of files.

UTF-8 is what text files are in; UTF-16 and UTF-32 are read when the file begins with their byte order mark.
"""

from __future__ import annotations

import codecs

from govplan.errors import DocumentError
from govplan.files.limits import spot_of
from govplan.reading.documents.content import Content
from govplan.reading.documents.limits import MAX_CHARACTERS, too_much_text
from govplan.reading.legacy import legacy_encoding

__all__ = ["decoded", "in_legacy_encoding", "load_text"]

# The mark of UTF-32 begins with that of UTF-16, and is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def load_text(content: bytes) -> Content:
    """Return the content of a text file.

    Raises:
        DocumentError: in another encoding, which the message names where it is known, or too long.

    >>> load_text("Tỷ lệ hộ nghèo dưới 4%".encode("utf-16")).text
    'Tỷ lệ hộ nghèo dưới 4%'
    """
    text = decoded(content)
    if len(text) > MAX_CHARACTERS:
        raise too_much_text()
    return Content(text)


def decoded(content: bytes, otherwise: str | None = None) -> str:
    """Return the text of bytes: by their byte order mark, as UTF-8, or in the encoding that they say themselves.

    Raises:
        DocumentError: none of these; the message says the line and what to do.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], name, name.upper())
    if otherwise is not None:
        # Many pages say a Western encoding and are in UTF-8, and hardly any text is UTF-8 by chance.
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            return _strictly(content, otherwise, otherwise)
    if b"\x00" in content[:4096]:
        raise DocumentError(
            "not a text file: found zero bytes, of UTF-16 without its mark or of a binary file; save it as UTF-8",
            "không phải tệp văn bản: gặp byte 0, của UTF-16 thiếu dấu đầu tệp hoặc tệp nhị phân; hãy lưu dạng UTF-8",
        )
    return _strictly(content, "utf-8", "UTF-8")


def in_legacy_encoding(name: str) -> DocumentError:
    """Return the error for text in an encoding that came before Unicode."""
    return DocumentError(
        f"legacy encoding: found Vietnamese typed in {name}; convert it to Unicode, e.g. with UniKey's toolkit, "
        "and read it again",
        f"bảng mã cũ: gặp tiếng Việt gõ bằng {name}; hãy chuyển sang Unicode, ví dụ bằng công cụ của UniKey, "
        "rồi đọc lại",
    )


def _strictly(content: bytes, encoding: str, shown: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        # Legacy text is told by its letters, which Latin-1 shows whatever the bytes are.
        legacy = legacy_encoding(content[:120_000].decode("latin-1"))
        if legacy is not None:
            raise in_legacy_encoding(legacy) from None
        before = content[: error.start].decode(encoding, "replace")
        line, column = spot_of(before, len(before))
        byte = f"0x{content[error.start]:02x}"
        raise DocumentError(
            f"wrong encoding: found the byte {byte}, which is not {shown}, at {line}:{column}; save the file as UTF-8",
            f"sai bảng mã: gặp byte {byte}, không thuộc {shown}, tại {line}:{column}; hãy lưu tệp dạng UTF-8",
        ) from None
