"""Documents of each kind, made for the tests that read them; *not* here: the tests."""

from papers.grids import content_of_rows
from papers.office import docx_of, packed, xlsx_of
from papers.portable import pdf_of

__all__ = ["content_of_rows", "docx_of", "packed", "pdf_of", "xlsx_of"]
