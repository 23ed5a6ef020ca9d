"""Long texts for the commands, read little by little with what they cite; *not* here: plans (`reading`), printing."""

from __future__ import annotations

import os
import stat
import sys
from bisect import bisect_right
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from govplan.cli.reading import STDIN, STDIN_NAME
from govplan.errors import DatasetError
from govplan.files.dataset import read_bytes
from govplan.files.limits import decode
from govplan.files.problem import FormError, Problem
from govplan.legal import Citation, find_citations

__all__ = ["Chunk", "Piece", "byte_count", "pieces", "read_chunks"]

# Behind where a piece is cut there is room for a citation and all that belongs to it.
_MARGIN = 1 << 12
_MOST_KNOWN = 300


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


class Piece(NamedTuple):
    """A stretch of a long text by whose ends no citation is cut.

    `text` begins with `start` characters that repeat what earlier pieces cited, so that short mentions are
    understood. What comes behind them is the piece itself, which begins at character `offset` of the whole text,
    in `line` and `column`. `citations` are those of the whole `text`.
    """

    text: str
    start: int
    offset: int
    line: int
    column: int
    citations: tuple[Citation, ...]

    @property
    def own(self) -> tuple[Citation, ...]:
        """The citations of the piece itself."""
        return tuple(citation for citation in self.citations if citation.span.start >= self.start)


def pieces(texts: Iterable[str], length: int) -> Iterator[Piece]:
    """Yield a text that comes little by little in pieces of about a length, each with its citations.

    What is kept does not grow with the text: the end of the last piece, and a few hundred documents cited last.
    """
    known: dict[object, tuple[str, str | None]] = {}
    waiting, offset, line, column = "", 0, 1, 1
    for text, is_last in _with_end(texts):
        waiting += text
        if len(waiting) < length and not is_last:
            continue
        before = "".join(_repeated(*document) for document in known.values())
        citations = find_citations(before + waiting)
        end = len(before) + len(waiting)
        if not is_last:
            end = _cut(before + waiting, len(before), end - min(_MARGIN, length // 2), citations)
        whole = tuple(citation for citation in citations if citation.span.end <= end)
        shown, waiting = waiting[: end - len(before)], waiting[end - len(before) :]
        piece = Piece(before + shown, len(before), offset, line, column, whole)
        yield piece
        _remember(known, piece.own)
        offset += len(shown)
        line, column = _behind(shown, line, column)


def _with_end(texts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    for text in texts:
        yield text, False
    yield "", True


def _cut(text: str, start: int, latest: int, citations: tuple[Citation, ...]) -> int:
    """Return where a piece is to end: between paragraphs, else lines, else words, and within no citation."""
    earliest = (start + latest) // 2
    found = (text.rfind(mark, earliest, latest) + len(mark) for mark in ("\n\n", "\n", " "))
    end = next((place for place in found if place > earliest), latest)
    index = bisect_right(citations, end, key=lambda citation: citation.span.end)
    if index < len(citations) and start < citations[index].span.start < end:
        return citations[index].span.start
    return end


def _repeated(words: str, alias: str | None) -> str:
    """Return a sentence that cites a document once more, with the short name that it has, and ends a paragraph."""
    return f"{words}{f' (sau đây gọi tắt là {alias})' if alias else ''}.\n\n\n\n"


def _remember(known: dict[object, tuple[str, str | None]], citations: Iterable[Citation]) -> None:
    """Keep the documents that later mentions may mean, those cited last at the end."""
    for citation in citations:
        if citation.kind != "short":
            key = citation.reference.identity
            _, alias = known.pop(key, ("", None))
            known[key] = " ".join(citation.text.split()), citation.alias or alias
    for oldest in list(known)[: max(0, len(known) - _MOST_KNOWN)]:
        del known[oldest]
