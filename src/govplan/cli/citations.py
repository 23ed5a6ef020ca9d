"""What `govplan cite` prints; *not* here: finding citations (`govplan.legal`)."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from govplan.cli.reading import read_text
from govplan.cli.terminal import say, say_json
from govplan.errors import Lang
from govplan.legal import Citation, LegalReference, find_citations

__all__ = ["print_citations", "reference_as_json"]


def print_citations(path: str, form: str, lang: Lang) -> None:
    """Print the citations of a text file, or of standard input for "-"."""
    text = read_text(path)
    found = find_citations(text)
    if form == "json":
        say_json([_as_json(citation) for citation in found])
        return
    starts = _line_starts(text)
    for citation in found:
        line, column = _place(citation.span.start, starts)
        repaired = "" if citation.reference.well_formed else (" (sai thể thức)" if lang == "vi" else " (malformed)")
        say(f"{path}:{line}:{column}: {citation.reference}{repaired}")
    if not found:
        say("Không thấy văn bản nào được viện dẫn." if lang == "vi" else "No document is cited.", err=True)


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
        "canonical": str(reference),
    }


def _as_json(citation: Citation) -> dict[str, Any]:
    return {
        "kind": citation.kind,
        "span": [citation.span.start, citation.span.end],
        "quote": citation.text,
        **reference_as_json(citation.reference),
    }


def _line_starts(text: str) -> list[int]:
    return [0, *(index + 1 for index, letter in enumerate(text) if letter == "\n")]


def _place(offset: int, starts: list[int]) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
