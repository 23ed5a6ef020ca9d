"""The rows of a table of targets and how they stand under one another; *not* here: what their figures mean (`tables`).

A row's rank shows in its number (I, 1, 1.1, a), in the mark before its name (-, +), in "Trong đó", or in nothing: then
it stands under the numbered row before it. Rows with marks of one style stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from govplan.reading.columns import Heading, Role
from govplan.reading.documents.content import Cell, Table
from govplan.reading.markers import marker_at
from govplan.reading.tokens import tokens_of
from govplan.reading.units import unit_at
from govplan.vietnamese import fold

__all__ = ["GROUPS", "Node", "Row", "rows_of", "tree_of"]

_ORDINALS = (
    ("roman", re.compile(r"\(?[IVX]{1,5}[.)]?\)?")),
    ("capital", re.compile(r"\(?[A-ZĐ][.)]?\)?")),
    ("number", re.compile(r"\(?[0-9]{1,4}(?:[.,][0-9]{1,3}){0,5}[.)]?\)?")),
    ("letter", re.compile(r"\(?[a-zđ](?:\.?[0-9])?[.)]?\)?")),
    ("dash", re.compile(r"[-–—]")),
    ("plus", re.compile(r"[+*•●○▪]")),
)
_THOUSANDS = re.compile(r"[0-9]\.[0-9]{3}")
_WITHIN = re.compile(r"(?:[-+*•–]\s{0,4})?(?:trong|bao|gom)\s(?:do|gom)(?!\w)[\s:,.;-]*(?:co\s*:)?")
_IN_BRACKETS = re.compile(
    r"(?<=\S)\s*\((?:(?:đơn vị tính|đơn vị|đvt)\s*:?)?(?P<unit>[^()\d][^()]{0,38})\)\s*:?\Z", re.IGNORECASE
)
_SAME_UNIT = re.compile(r"(?:nt|-nt-|\"|''|”|như trên|//)\.?", re.IGNORECASE)
_EMPTY = re.compile(r"[-–—x.…/\s]*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*(?:\(\*+\)|\*+|\[[0-9]{1,2}\])\Z")
_DEEPEST = 6
GROUPS = ("roman", "capital")
"""Styles of rows that name a field of work rather than an indicator, when they have no figure."""


@frozen
class Row:
    """A row (dòng): the style of its mark, its name and unit, and its cells.

    `value` is the cell of the figure that is planned, None where it is empty or belongs to a row above.
    """

    style: str
    name: str
    unit: str
    name_cell: Cell
    value: Cell | None
    cells: tuple[Cell, ...]
    within: bool = False


@define
class Node:
    """A row with the rows that stand under it."""

    row: Row
    children: list[Node] = field(factory=list)
    parent: Node | None = field(default=None, eq=False, repr=False)


def rows_of(table: Table, heading: Heading, plan: int, unit: str = "") -> Iterator[Row]:
    """Yield the rows below a heading that have a name.

    `plan` is the column of the figures that are planned, `unit` the one that all rows have that say no other.
    """
    ordinals, names, units = (heading.place(role) for role in (Role.ORDINAL, Role.NAME, Role.UNIT))
    if names is None:
        return
    common = unit
    before: Cell | None = None
    for cells in table.rows[heading.first + heading.rows :]:
        name_cell, value = cells[names], cells[plan]
        if not name_cell.text or _is_page_heading(cells, heading):
            continue
        same = value is name_cell or (value is before and bool(value.text))
        before = value
        style, name = _mark(cells[ordinals].text if ordinals is not None else "", name_cell.text)
        within = _WITHIN.match(fold(name))
        if within is not None and len(fold(name)) == len(name):
            name = name[within.end() :].strip(" :-–+,")
        name, printed = _unit_in_name(_FOOTNOTE.sub("", name).strip().rstrip(":;,").strip())
        if units is not None and cells[units] is not name_cell and cells[units].text:
            said = cells[units].text
            unit = unit if _SAME_UNIT.fullmatch(said) else said
            printed = unit if _EMPTY.fullmatch(unit) is None else printed
        empty = same or _EMPTY.fullmatch(value.text) is not None
        yield Row(
            style,
            name,
            printed or (common if units is None else ""),
            name_cell,
            None if empty else value,
            cells,
            within is not None,
        )


def _is_page_heading(cells: tuple[Cell, ...], heading: Heading) -> bool:
    """Is it the heading again, as Word and Excel repeat it on each page?"""
    words = [cell.text for cell in cells if cell.text]
    told = sum(
        word in column.words
        for word, column in zip((cell.text for cell in cells), heading.columns, strict=False)
        if word
    )
    return len(words) > 1 and told == len(words)


def _mark(ordinal: str, name: str) -> tuple[str, str]:
    """Return the style of a row's mark, from its number or from what stands before its name, and the name alone."""
    ordinal = ordinal.strip()
    for style, pattern in _ORDINALS:
        if pattern.fullmatch(ordinal):
            # A sheet may hold 1.1 as a number, and print the thousandth row as 1.000.
            number = "" if _THOUSANDS.fullmatch(ordinal) else ordinal.strip("().").replace(",", ".")
            depth = number.count(".")
            return (f"{style}/{depth}" if style == "number" else style), _bare(name)
    marker = marker_at(name, 0, len(name))
    if marker is None:
        return "none", _bare(name)
    if marker.kind in ("dash", "bullet"):
        style = "plus" if name[0] in "+*•●○▪" else "dash"
    elif marker.kind == "number":
        style = f"number/{name[: marker.end].strip(' .)').count('.')}"
    else:
        style = marker.kind
    return style, name[marker.end :].strip()


def _bare(name: str) -> str:
    marker = marker_at(name, 0, len(name))
    return name[marker.end :].strip() if marker is not None and marker.kind in ("dash", "bullet") else name.strip()


def _unit_in_name(name: str) -> tuple[str, str]:
    """Return the name and the unit in brackets behind it: "Sản lượng lúa (tấn)"; other words in brackets stay."""
    match = _IN_BRACKETS.search(name)
    if match is None:
        return name, ""
    tokens = tokens_of(match["unit"].strip().casefold())
    unit = unit_at(tokens, 0) if tokens else None
    if unit is None or unit.after != len(tokens) or unit.sort in ("", "unknown", "scale"):
        return name, ""
    return name[: match.start()].strip(), match["unit"].strip()


def tree_of(rows: Iterator[Row]) -> list[Node]:
    """Return the topmost rows of a table, each with those under it."""
    top: list[Node] = []
    path: list[Node] = []
    for row in rows:
        node = Node(row)
        path = path[: min(_below(path, row), _DEEPEST)]
        if path:
            node.parent = path[-1]
            path[-1].children.append(node)
        else:
            top.append(node)
        path.append(node)
    return top


def _below(path: list[Node], row: Row) -> int:
    """Return how many of the open rows stay open above a row."""
    if row.within and path:
        # It belongs to the row before it, whatever its own mark; a second "trong đó" replaces the first.
        owners = [place for place, node in enumerate(path) if node.row.value is not None and not node.row.within]
        return owners[-1] + 1 if owners else len(path)
    if row.style == "none":
        # What has no mark stands beside items with a dash, never under them.
        marked = next((place for place, node in enumerate(path) if node.row.style in ("dash", "plus")), len(path))
        path = path[:marked] if not any(node.row.within for node in path[marked:]) else path
    announced = bool(path) and path[-1].row.within and path[-1].row.value is None
    for place, node in enumerate(path):
        if _side_by_side(node.row, row.style):
            # Unmarked rows under a bare "Trong đó:" are its parts as long as they count what the whole counts.
            waiting = announced or any(
                open_node.row.within and open_node.row.value is None for open_node in path[place:]
            )
            if row.style == "none" and waiting and row.unit == node.row.unit:
                continue
            return place
    return len(path)


def _side_by_side(row: Row, style: str) -> bool:
    if row.within:
        return row.value is not None and style in (row.style, "none")
    return row.style == style
