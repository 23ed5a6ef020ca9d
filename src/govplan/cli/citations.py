"""What `govplan cite` prints, piece by piece; *not* here: reading the text (`streaming`), finding (`govplan.legal`)."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import click

from govplan.cli.streaming import Chunk, Piece, byte_count, pieces, read_chunks
from govplan.cli.terminal import plain, say
from govplan.errors import Lang
from govplan.legal import Citation, LegalReference
from govplan.legal.annotation import annotate_piece
from govplan.legal.mention import canonical_form
from govplan.legal.urn import to_urn

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Form", "print_citations", "reference_as_json"]

Form = Literal["text", "json", "html"]
Print = Callable[[str], None]

_CHUNK_BYTES = 1 << 19
# A text of fewer characters is looked at as a whole.
_PIECE_LENGTH = 1 << 18
_LINE_END = re.compile("\n")
_WORDS = {
    "full": ("đủ số, ký hiệu", "full"),
    "short": ("nhắc lại", "short"),
    "named": ("theo tên", "named"),
    "none": ("Không thấy văn bản nào được viện dẫn.", "No document is cited."),
    "title": ("Văn bản được viện dẫn", "Documents cited"),
    "reading": ("Đang đọc", "Reading"),
}
_HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 serif }}
main {{ white-space: pre-wrap; overflow-wrap: anywhere }}
cite {{ font-style: normal; text-decoration: underline dotted; text-underline-offset: 0.2em }}
cite[data-well-formed="false"] {{ text-decoration-style: wavy }}
cite a {{ color: inherit }}
cite:target {{ outline: 0.15em solid }}
</style>
</head>
<body>
<main lang="vi">"""
_FOOT = "</main>\n</body>\n</html>"


def print_citations(path: str, form: Form, lang: Lang) -> None:
    """Print the citations of a text file, or of standard input for "-", while it is read.

    Raises:
        DatasetError: missing, unreadable or in another encoding; what was read before it is printed.
    """
    with _bar(byte_count(path), _word("reading", lang)) as (moved, printed):
        found = pieces((_passed(chunk, moved) for chunk in read_chunks(path, _CHUNK_BYTES)), _PIECE_LENGTH)
        if form == "json":
            _print_rows(found, printed)
        elif form == "html":
            _print_page(found, printed, path, lang)
        else:
            _print_lines(found, printed, path, lang)


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]


def _passed(chunk: Chunk, moved: Callable[[int], None]) -> str:
    moved(chunk.bytes_read)
    return chunk.text


def _places(piece: Piece) -> Callable[[int], tuple[int, int]]:
    """Return what gives line and column in the whole text, from 1, of a character of a piece."""
    starts = [piece.start, *(match.end() for match in _LINE_END.finditer(piece.text, piece.start))]

    def place(at: int) -> tuple[int, int]:
        row = bisect_right(starts, at) - 1
        return piece.line + row, at - starts[row] + (piece.column if row == 0 else 1)

    return place


# --- lines ----------------------------------------------------------------------------------------


def _print_lines(found: Iterable[Piece], printed: Print, path: str, lang: Lang) -> None:
    is_any = False
    for piece in found:
        place = _places(piece)
        lines = [_line(path, place, citation, lang) for citation in _flat(piece.own)]
        if lines:
            printed("\n".join(lines) + "\n")
            is_any = True
    if not is_any:
        say(_word("none", lang), err=True)


def _flat(citations: Iterable[Citation]) -> Iterator[Citation]:
    for citation in citations:
        yield citation
        yield from _flat(citation.nested)


def _line(path: str, place: Callable[[int], tuple[int, int]], citation: Citation, lang: Lang) -> str:
    line, column = place(citation.span.start)
    reference = citation.reference
    deviations = "; ".join(deviation.description(lang) for deviation in reference.deviations)
    kind = _word(citation.kind, lang)
    repaired = f": {deviations}" if deviations else ""
    return plain(f"{path}:{line}:{column}: {canonical_form(reference)} [{kind}{repaired}]")


# --- JSON -----------------------------------------------------------------------------------------


def _print_rows(found: Iterable[Piece], printed: Print) -> None:
    before = "[\n"
    for piece in found:
        place = _places(piece)
        rows = [_row(citation, piece.offset - piece.start, place) for citation in piece.own]
        if rows:
            printed(before + ",\n".join(rows))
            before = ",\n"
    printed("[]\n" if before == "[\n" else "\n]\n")


def _row(citation: Citation, moved: int, place: Callable[[int], tuple[int, int]]) -> str:
    return _unsteering(json.dumps(_as_json(citation, moved, place), ensure_ascii=False), _json_escape)


def reference_as_json(reference: LegalReference) -> dict[str, Any]:
    """Return what is known of a document, as JSON holds it."""
    return {
        "text": reference.text,
        "type": str(reference.type) if reference.type else None,
        "number": reference.number,
        "year": reference.year,
        "symbol": reference.symbol,
        "issuer": reference.issuer,
        "date": reference.date.isoformat() if reference.date else None,
        "title": reference.title,
        "pin": str(reference.pin) if reference.pin else None,
        "well_formed": reference.well_formed,
        "canonical": canonical_form(reference),
    }


def _as_json(citation: Citation, moved: int, place: Callable[[int], tuple[int, int]]) -> dict[str, Any]:
    line, column = place(citation.span.start)
    return {
        "kind": citation.kind,
        "span": [citation.span.start + moved, citation.span.end + moved],
        "line": line,
        "column": column,
        "quote": citation.text,
        **reference_as_json(citation.reference),
        "deviations": [deviation.value for deviation in citation.reference.deviations],
        "urn": to_urn(citation.reference),
        "alias": citation.alias,
        "nested": [_as_json(inner, moved, place) for inner in citation.nested],
    }


def _json_escape(letter: str) -> str:
    return json.dumps(letter)[1:-1]


# --- HTML -----------------------------------------------------------------------------------------


def _print_page(found: Iterable[Piece], printed: Print, path: str, lang: Lang) -> None:
    seen: set[str] = set()
    before = _HEAD.format(lang=lang, title=escape(f"{_word('title', lang)}: {plain(path)}"))
    for piece in found:
        shown = annotate_piece(piece.text, piece.citations, seen, start=piece.start)
        printed(before + _unsteering(shown, _html_escape))
        before = ""
    printed(f"{_FOOT}\n")


def _html_escape(letter: str) -> str:
    # HTML has no way to write most controls: they become what stands for the unreadable.
    is_control = unicodedata.category(letter) == "Cc"
    return letter if letter == "\t" else "&#65533;" if is_control else f"&#{ord(letter)};"


def _unsteering(text: str, escaped: Callable[[str], str]) -> str:
    """Return text in which what could steer a terminal, or turn the reading order, is escaped."""
    return "\n".join(
        line if line.isprintable() else "".join(letter if _is_shown(letter) else escaped(letter) for letter in line)
        for line in text.split("\n")
    )


def _is_shown(letter: str) -> bool:
    return letter.isprintable() or unicodedata.category(letter) == "Zs"


# --- who waits at a terminal ----------------------------------------------------------------------


@contextmanager
def _bar(size: int | None, words: str) -> Iterator[tuple[Callable[[int], None], Print]]:
    """Give what is told how many bytes were read, and what prints; a terminal sees how far long input is read.

    The bar stands on standard error, makes way for what is printed, and is gone at the end. Elsewhere, where
    input is short, and where rich is not installed, there is none.
    """
    is_long = size is None or size > _CHUNK_BYTES
    progress = _progress() if is_long and sys.stderr is not None and sys.stderr.isatty() else None
    if progress is None:
        yield lambda _: None, _print
        return
    task = progress.add_task(words, total=size)

    def moved(bytes_read: int) -> None:
        # Of input whose size nobody knows, the first chunk may be all.
        if size is not None or bytes_read >= _CHUNK_BYTES:
            progress.start()
        progress.update(task, completed=bytes_read)

    def print_between(text: str) -> None:
        progress.stop()
        _print(text)

    try:
        yield moved, print_between
    finally:
        progress.stop()


def _progress() -> Progress | None:
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ImportError:
        return None
    return Progress(console=Console(stderr=True), transient=True)


def _print(text: str) -> None:
    click.echo(text, nl=False)
