"""Vietnamese legal references: documents as they are cited; *not* here: what a plan does with them."""

from govplan.legal.citation import Citation, find_citations
from govplan.legal.reference import Identity, LegalReference, Pin
from govplan.legal.tables import DocumentType

__all__ = ["Citation", "DocumentType", "Identity", "LegalReference", "Pin", "find_citations"]
