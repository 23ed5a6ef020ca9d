"""What `govplan cite` prints, piece by piece; *not* here: finding citations (`govplan.legal`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govplan.legal import Citation, find_citations

__all__ = ["CHUNK_BYTES", "Piece", "pieces", "print_citations", "reference_as_json"]

CHUNK_BYTES = 1 << 20
"""How much is read at once; a text that is not longer is read as a whole, and shows no progress."""

# Before the end of what has been read lies room for a citation and all that may belong to it.
_MARGIN = 4096
_MOST_KNOWN = 300
_KINDS = {
    "full": ("đầy đủ", "full"),
    "short": ("nhắc lại", "short"),
    "named": ("theo tên", "named"),
}
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 serif}"
    "main{white-space:pre-wrap;overflow-wrap:anywhere}"
    "cite{font-style:normal;text-decoration:underline;text-underline-offset:.2em}"
    'cite[data-well-formed="false"]{text-decoration-style:wavy}'
    "cite a{color:inherit}"
    "cite:target{outline:.15em solid}"
)


class Piece(NamedTuple):
    """A stretch of a long text that no citation is cut by.

    `text` begins with `start` characters that repeat what earlier pieces cited, so that short mentions are
    understood; the piece proper comes behind them, and begins at character `offset` of the whole text, in
    `line` and `column`. `citations` are those of the whole `text`; `known` says which of them are repeated.
    """

    text: str
    start: int
    offset: int
    line: int
    column: int
    citations: tuple[Citation, ...]

    @property
    def own(self) -> tuple[Citation, ...]:
        """The citations of the piece proper."""
        return tuple(citation for citation in self.citations if citation.span.start >= self.start)


def pieces(texts: Iterator[str], size: int) -> Iterator[Piece]:
    """Yield a text that comes little by little in pieces of about `size` characters, each with its citations.

    What is kept does not grow with the text: the end of one piece, and the latest few hundred documents.
    """
    known: dict[tuple[object, ...], str] = {}
    waiting, offset, line, column = "", 0, 1, 1
    is_last = False
    while not is_last:
        read = next(texts, None)
        is_last = read is None
        waiting += read or ""
        if not is_last and len(waiting) < size:
            continue
        before = "".join(known.values())
        citations = find_citations(before + waiting)
        end = len(waiting) if is_last else _cut(waiting, [one.span.start - len(before) for one in citations], citations)
        inside = tuple(one for one in citations if one.span.end <= len(before) + end)
        yield Piece(before + waiting[:end], len(before), offset, line, column, inside)
        _remember(known, inside)
        done, waiting = waiting[:end], waiting[end:]
        offset += end
        ends = done.count("\n")
        line, column = line + ends, len(done) - done.rfind("\n") if ends else column + len(done)
