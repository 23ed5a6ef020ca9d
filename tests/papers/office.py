"""Word and Excel files in memory; *not* here: PDF files (`papers.portable`)."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl


def docx_of(*paragraphs: str, build: Callable[[Any], object] | None = None) -> bytes:
    """Return a Word file with some paragraphs, then with whatever `build` adds to it."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if build is not None:
        build(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def xlsx_of(rows: Sequence[Sequence[object]], build: Callable[[Any], object] | None = None) -> bytes:
    """Return an Excel file whose first sheet has some rows, then whatever `build` does to the workbook."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(list(row))
    if build is not None:
        build(workbook)
    made = BytesIO()
    workbook.save(made)
    return made.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive with some parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()
