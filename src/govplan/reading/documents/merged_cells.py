"""Which cells of a workbook's sheets are merged, read from its parts; *not* here: the cells' values (`xlsx`).

The library tells it only when it holds a whole sheet in memory, one object for each covered cell; a sheet may say that
all its seventeen thousand million cells are one.
"""

from __future__ import annotations

import posixpath
import re
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from attrs import frozen

__all__ = ["Merged", "merged_cells"]

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_AREA = re.compile(
    rb"""<(?:\w{1,20}:)?mergeCell\s{1,8}ref\s{0,4}=\s{0,4}["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"""
)
_MOST = 20_000


@frozen
class Merged:
    """A merged cell: its first row and column, from 0, and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int


def merged_cells(archive: ZipFile) -> dict[str, list[Merged]]:
    """Return the merged cells of each sheet, by its title."""
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return {}
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("xl", relation.get("Target", ""))).lstrip("/")
        for relation in fromstring(archive.read("xl/_rels/workbook.xml.rels")).iter(_RELATIONS)
    }
    found = {}
    for sheet in fromstring(archive.read("xl/workbook.xml")).iter():
        if _local(sheet.tag) != "sheet":
            continue
        part = targets.get(_relation(sheet), "")
        if part in names:
            found[sheet.get("name", "")] = [_merged(*area) for area in _AREA.findall(archive.read(part))[:_MOST]]
    return found


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _relation(sheet: Element) -> str:
    return next((value for name, value in sheet.attrib.items() if _local(name) == "id" and "}" in name), "")


def _merged(left: bytes, top: bytes, right: bytes, bottom: bytes) -> Merged:
    first_row, first_column = int(top) - 1, _column(left)
    return Merged(first_row, first_column, int(bottom) - first_row, _column(right) - first_column + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number - 1
