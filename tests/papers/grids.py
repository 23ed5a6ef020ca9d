"""Tables of words in memory; *not* here: files that hold them (`papers.office`)."""

from collections.abc import Sequence

from govplan.reading.documents.content import Composition, Content
from govplan.reading.documents.grids import Grid


def content_of_rows(*rows: Sequence[str]) -> Content:
    """Return a document that is one table."""
    grid = Grid()
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            grid.place(row, column, words)
    composition = Composition()
    composition.add_table(grid)
    return composition.content()
