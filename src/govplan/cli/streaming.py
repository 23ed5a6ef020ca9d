"""Long texts for the commands, read little by little; *not* here: plans (`reading`), printing."""

from __future__ import annotations

import os
import stat
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from govplan.cli.reading import STDIN, STDIN_NAME
from govplan.errors import DatasetError
from govplan.files.dataset import read_bytes
from govplan.files.limits import decode
from govplan.files.problem import FormError, Problem

__all__ = ["Chunk", "byte_count", "read_chunks"]


class Chunk(NamedTuple):
    """A stretch of a text that is read little by little, and how many bytes have been read with it."""

    text: str
    bytes_read: int


def byte_count(path: str) -> int | None:
    """Return how many bytes a file, or a file behind standard input, has; None where nobody can know."""
    try:
        status = os.fstat(sys.stdin.fileno()) if path == STDIN else os.stat(path)
    except (OSError, ValueError, AttributeError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def read_chunks(path: str, size: int) -> Iterator[Chunk]:
    """Yield the text of a UTF-8 file, or of standard input for "-", `size` bytes at a time, one chunk at least.

    Raises:
        DatasetError: missing or unreadable, or in another encoding; the message has line and column.
    """
    name = STDIN_NAME if path == STDIN else path
    decoder = getincrementaldecoder("utf-8")()
    line, column, total = 1, 1, 0
    for content in chain(_contents(path, size), [b""]):
        try:
            if total == 0 and (content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]):
                decode(content[:64])
            text = decoder.decode(content, final=not content)
        except UnicodeDecodeError as error:
            raise DatasetError(name, [_misencoded(error, line, column)]) from None
        except FormError as error:
            raise DatasetError(name, [Problem.of(error)]) from None
        text = text.removeprefix("\ufeff") if total == 0 else text
        if text or total == 0:
            yield Chunk(text, total + len(content))
        total += len(content)
        line, column = _behind(text, line, column)


def _contents(path: str, size: int) -> Iterator[bytes]:
    if path == STDIN:
        while content := _from_standard_input(size):
            yield content
        return
    try:
        with Path(path).open("rb") as file:
            while content := file.read(size):
                yield content
    except (OSError, ValueError):
        # The same attempt once more, by the one who has the words for what is wrong.
        read_bytes(Path(path))
        raise


def _behind(text: str, line: int, column: int) -> tuple[int, int]:
    """Return the line and column behind a text that begins at a line and column."""
    ends = text.count("\n")
    return line + ends, len(text) - text.rfind("\n") if ends else column + len(text)


def _misencoded(error: UnicodeDecodeError, line: int, column: int) -> Problem:
    """Return what is wrong with a chunk that begins at a line and column, with the place of the byte at fault."""
    before = error.object[: error.start].decode("utf-8")
    place = _behind(before.removeprefix("\ufeff") if (line, column) == (1, 1) else before, line, column)
    try:
        decode(bytes(error.object[error.start : error.end]))
    except FormError as found:
        problem = Problem.of(found)
    return problem.located(*place)


def _from_standard_input(size: int) -> bytes:
    try:
        # One byte more than is read tells a file that is too large from one that just fits.
        return b"" if sys.stdin is None else sys.stdin.buffer.read(size)
    except (OSError, ValueError):
        # Opened for writing, or closed; what was closed before Python began is None.
        return b""
