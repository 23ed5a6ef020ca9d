"""Packed documents (DOCX, XLSX) unpacked within limits, before any library sees them; *not* here: what they hold.

A small archive may say, or hide, gigabytes. What its directory says is judged first; then each part is unpacked in
small steps up to the size that was said, and a fresh archive is made of what came out. Pictures come out empty.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from zlib import error as ZlibError  # noqa: N812

from govplan.errors import DocumentError
from govplan.reading.documents.limits import MAX_UNPACKED

__all__ = ["corrupt", "names_in", "unpacked"]

_MAX_PARTS = 4_000
_STEP = 1 << 16
_TEXT = re.compile(r"\.(?:xml|rels)\Z", re.IGNORECASE)
_DECLARATIONS = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_DAMAGE = (zipfile.BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What the standard library raises on archives that are damaged, or packed in ways that office programs never use."""


def corrupt(kind: str) -> DocumentError:
    """Return the error for a packed document that cannot be unpacked or whose parts make no sense."""
    return DocumentError(
        f"damaged {kind}: found parts that cannot be read; open it in an office program and save it again",
        f"tệp {kind} bị hỏng: gặp phần không đọc được; hãy mở bằng phần mềm văn phòng và lưu lại",
    )


def names_in(content: bytes) -> list[str]:
    """Return the names of the parts of an archive.

    Raises:
        DocumentError: it is damaged.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return archive.namelist()
    except _DAMAGE:
        raise corrupt("ZIP") from None


def unpacked(content: bytes, kind: str) -> BytesIO:
    """Return the document as an archive that is not packed, whose parts are within the limits.

    Raises:
        DocumentError: too large, encrypted, damaged, or with declarations that office programs never write.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _judge_directory(parts)
            made = BytesIO()
            with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as copy:
                for name, part in {part.filename: part for part in parts}.items():
                    copy.writestr(name, _part(archive, part) if _TEXT.search(name) else b"")
    except _DAMAGE as error:
        if isinstance(error, DocumentError):
            raise
        raise corrupt(kind) from None
    made.seek(0)
    return made


def _judge_directory(parts: list[zipfile.ZipInfo]) -> None:
    size = sum(part.file_size for part in parts if _TEXT.search(part.filename))
    if len(parts) > _MAX_PARTS or size > MAX_UNPACKED:
        raise DocumentError(
            f"document too large once unpacked: found {len(parts)} parts of {size} bytes; "
            f"at most {_MAX_PARTS} of {MAX_UNPACKED}, split it",
            f"tài liệu quá lớn sau khi giải nén: gặp {len(parts)} phần, {size} byte; "
            f"nhiều nhất {_MAX_PARTS} phần, {MAX_UNPACKED} byte, hãy chia nhỏ",
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise DocumentError(
            "password-protected: found encrypted parts; save it without a password",
            "có mật khẩu: gặp phần được mã hóa; hãy lưu lại không đặt mật khẩu",
        )


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    pieces: list[bytes] = []
    # In steps: asked for all at once, the library would unpack whatever there is, not what was said.
    with archive.open(part) as opened:
        while piece := opened.read(_STEP):
            pieces.append(piece)
    text = b"".join(pieces)
    if any(mark in text for mark in _DECLARATIONS):
        raise DocumentError(
            f"declarations in an office document: found a DOCTYPE in {part.filename!r:.80}; save it anew",
            f"tài liệu văn phòng có khai báo lạ: gặp DOCTYPE trong {part.filename!r:.80}; hãy lưu lại tệp",
        )
    return text
