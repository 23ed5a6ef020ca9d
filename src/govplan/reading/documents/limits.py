"""How much a document may hold, tested before anything is built of it; *not* here: what is refused for its kind."""

from __future__ import annotations

from govplan.errors import DocumentError

__all__ = [
    "MAX_BYTES",
    "MAX_CELLS",
    "MAX_CHARACTERS",
    "MAX_COLUMNS",
    "MAX_PAGES",
    "MAX_ROWS",
    "MAX_UNPACKED",
    "too_large",
    "too_much_text",
]

MAX_BYTES = 48 * 1024 * 1024
"""The largest file that is read; a decision with its annexes as PDF is seldom a tenth of it."""

MAX_UNPACKED = 64 * 1024 * 1024
"""How many bytes of text the parts of a packed document may have once they are unpacked."""

MAX_CHARACTERS = 4_000_000
"""The longest text that is read of a document; a thousand printed pages have three million characters."""

MAX_PAGES = 2_000
"""How many pages of a PDF are read."""

MAX_ROWS = 3_000
"""How many rows of one table are read."""

MAX_COLUMNS = 60
"""How many columns of one table are read."""

MAX_CELLS = 200_000
"""How many cells the tables of one document may have together."""


def too_large(size: int) -> DocumentError:
    """Return the error for a file beyond `MAX_BYTES`."""
    return DocumentError(
        f"document too large: found {size} bytes; at most {MAX_BYTES}, split it or save its text alone",
        f"tài liệu quá lớn: gặp {size} byte; nhiều nhất {MAX_BYTES}, hãy chia nhỏ hoặc chỉ lưu phần văn bản",
    )


def too_much_text() -> DocumentError:
    """Return the error for a text beyond `MAX_CHARACTERS`, or tables beyond `MAX_CELLS`."""
    return DocumentError(
        f"too much text: found more than {MAX_CHARACTERS} characters or {MAX_CELLS} table cells; split the document",
        f"quá nhiều chữ: gặp hơn {MAX_CHARACTERS} ký tự hoặc {MAX_CELLS} ô bảng; hãy chia nhỏ tài liệu",
    )
