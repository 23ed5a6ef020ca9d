"""Vietnamese legal references: documents as they are cited; *not* here: what a plan does with them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.legal.deviation import Deviation
from govplan.legal.pin import Pin, Place
from govplan.legal.reference import Identity, LegalReference
from govplan.legal.tables import Body, DocumentType

if TYPE_CHECKING:
    from govplan.legal.annotation import anchor_of, annotate
    from govplan.legal.citation import Citation, Citations, find_citations
    from govplan.legal.mention import first_mention, later_mention
    from govplan.legal.relation import LegalRelation, RelationKind, find_relations
    from govplan.legal.resolution import Group, OpenCitation, OpenReason, Resolution, resolve_citations
    from govplan.legal.urn import parse_urn, to_urn

__all__ = [
    "Body",
    "Citation",
    "Citations",
    "Deviation",
    "DocumentType",
    "Group",
    "Identity",
    "LegalReference",
    "LegalRelation",
    "OpenCitation",
    "OpenReason",
    "Pin",
    "Place",
    "RelationKind",
    "Resolution",
    "anchor_of",
    "annotate",
    "find_citations",
    "find_relations",
    "first_mention",
    "later_mention",
    "parse_urn",
    "resolve_citations",
    "to_urn",
]

# The patterns for running text take longest to compile; a plan file needs none of them.
_WHEN_ASKED = {
    "annotation": "anchor_of annotate",
    "citation": "Citation Citations find_citations",
    "mention": "first_mention later_mention",
    "relation": "LegalRelation RelationKind find_relations",
    "resolution": "Group OpenCitation OpenReason Resolution resolve_citations",
    "urn": "parse_urn to_urn",
}
_FILE_OF = {name: f"govplan.legal.{file}" for file, names in _WHEN_ASKED.items() for name in names.split()}


def __getattr__(name: str) -> object:
    file = _FILE_OF.get(name)
    if file is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(file), name)
    return found
