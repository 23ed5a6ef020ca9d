"""Files as text and tables, a file for each kind of document; *not* here: what they say (`govplan.reading`)."""

from govplan.reading.documents.content import Cell, Content, Table

__all__ = ["Cell", "Content", "Table"]
