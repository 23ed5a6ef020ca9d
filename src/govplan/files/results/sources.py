"""Where a result was read, in one cell, both ways; *not* here: the other cells.

A cell holds the document's name, an address that begins with http:// or https://, or, where there is more to say,
the mapping that plan files have, as JSON: {"document": "…", "retrieved": "2024-01-15"}.
"""

from __future__ import annotations

import json
from typing import Any

from govplan.files import scalars
from govplan.files.document import to_dict
from govplan.files.json_text import read_json, refuse_excess
from govplan.files.problem import FormError, Problem
from govplan.files.readers import reader_of
from govplan.values import Source

__all__ = ["Faults", "source_of", "written_source"]


class Faults(Exception):  # noqa: N818  # it carries what is told, and is told as that
    """All that is wrong with a source's mapping."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def source_of(value: object) -> Source:
    """Return the source that a cell's words, or a document's mapping, mean.

    Raises:
        FormError: text that begins a mapping and is none.
        Faults: a mapping that is no source's.

    >>> source_of("https://example.org/bao-cao").address, str(source_of("Báo cáo số 12").document)
    ('https://example.org/bao-cao', 'Báo cáo số 12')
    """
    if isinstance(value, dict):
        return _mapped(value)
    words = scalars.text(value)
    if words.lstrip().startswith("{"):
        try:
            form, repeated = read_json(words)
        except FormError as error:
            raise FormError(error.message("en"), error.message("vi")) from None
        if repeated:
            raise Faults(repeated)
        refuse_excess(form)
        return _mapped(form)
    return Source(address=words) if _is_address(words) else Source(document=words)


def _mapped(form: Any) -> Source:
    from govplan.files.diagnosis import diagnose

    problems = diagnose(form, Source)
    if problems:
        raise Faults(problems)
    found: Source = reader_of(Source)(form)
    return found


def _is_address(words: str) -> bool:
    return words.startswith(("http://", "https://")) and not any(map(str.isspace, words))


def written_source(source: Source) -> str:
    """Write a source as a cell that `source_of` reads back."""
    document, address = source.document, source.address
    if document is not None and source == Source(document=document) and document.en is None:
        words = document.vi or ""
        if not _is_address(words) and not words.lstrip().startswith("{"):
            return words
    if address is not None and source == Source(address=address) and _is_address(address):
        return address
    return json.dumps(to_dict(source), ensure_ascii=False)
