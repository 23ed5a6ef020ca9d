"""Vietnamese legal references: documents as they are cited; *not* here: what a plan does with them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.legal.deviation import Deviation
from govplan.legal.pin import Pin, Place
from govplan.legal.reference import Identity, LegalReference
from govplan.legal.tables import DocumentType

if TYPE_CHECKING:
    from govplan.legal.citation import Citation, find_citations

__all__ = ["Citation", "Deviation", "DocumentType", "Identity", "LegalReference", "Pin", "Place", "find_citations"]


def __getattr__(name: str) -> object:
    # The patterns for running text take longest to compile; a plan file needs none of them.
    if name in ("Citation", "find_citations"):
        return getattr(import_module("govplan.legal.citation"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
