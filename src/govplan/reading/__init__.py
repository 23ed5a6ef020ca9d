"""From a plan's own words to a checked draft; *not* here: judging what a plan says (`govplan.rules`)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.reading.confidence import Confidence
from govplan.reading.draft import Draft, Note, Unread

if TYPE_CHECKING:
    from govplan.reading.document import read_document
    from govplan.reading.prose import read_text

__all__ = ["Confidence", "Draft", "Note", "Unread", "read_document", "read_text"]

# The patterns take long to compile, and only who reads prose needs them.
_FILE_OF = {"read_document": "govplan.reading.document", "read_text": "govplan.reading.prose"}


def __getattr__(name: str) -> object:
    file = _FILE_OF.get(name)
    if file is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(file), name)
    return found
