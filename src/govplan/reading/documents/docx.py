"""Word documents as content: paragraphs and tables in their order; *not* here: how lists are counted (`list_numbers`).

Read is what the document says once all tracked changes are accepted: insertions yes, deletions no. Text boxes, notes
at the foot, headers and footers, and hidden text are left out; that there were text boxes is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from govplan.errors import DocumentError, MissingExtraError
from govplan.reading.documents.archive import corrupt, unpacked
from govplan.reading.documents.content import Composition, Content
from govplan.reading.documents.grids import Grid
from govplan.reading.documents.limits import MAX_COLUMNS
from govplan.reading.documents.list_numbers import ListNumbers
from govplan.values import Text

__all__ = ["load_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr")}
_TEXT_BOX = f"{_W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_AS = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "",
    f"{_W}ptab": " ",
}  # fmt: skip
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_OFF = {"0", "false", "off"}
_STYLES_DEEP = 12


def load_docx(content: bytes) -> Content:
    """Return the content of a Word document (.docx).

    Raises:
        DocumentError: damaged, encrypted, or too large once unpacked.
        MissingExtraError: python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise MissingExtraError(
            "DOCX files are read with python-docx: it is not installed; run: pip install govplan[documents]",
            "tệp DOCX được đọc bằng python-docx: chưa được cài; hãy chạy: pip install govplan[documents]",
        ) from None
    packed = unpacked(content, "DOCX")
    try:
        document = Document(packed)
        return _Reader(document).read()
    except DocumentError:
        raise
    except Exception:
        # Parts that contradict one another make the library raise whatever its code came to.
        raise corrupt("DOCX") from None


class _Reader:
    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._composition = Composition()
        self._numbers = ListNumbers(_numbering(document))
        self._styles = {style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")}
        self._boxes = 0

    def read(self) -> Content:
        # Tables may stand in tables: what is still to be read is a list, not calls inside calls.
        rest = [_blocks(self._body)]
        joined = ""
        while rest:
            block = next(rest[-1], None)
            if block is None:
                rest.pop()
            elif block.tag != f"{_W}tbl":
                joined = self._paragraph(block, joined, self._composition.add_paragraph)
            elif block.find(f".//{_W}tbl") is not None:
                # A table around tables arranges them on the page.
                rest.append(chain.from_iterable(_blocks(cell) for row in _rows(block) for cell in _cells(row)))
            else:
                self._composition.add_table(self._grid(block))
        self._composition.add_paragraph(joined)
        if self._boxes:
            self._composition.remark(
                Text(
                    vi="Chữ trong khung (text box) không được đọc; hãy kiểm tra các khung trong tài liệu",
                    en="Words in text boxes were not read; look at the boxes of the document",
                )
            )
        return self._composition.content()

    def _paragraph(self, paragraph: Any, joined: str, add: Callable[[str], None]) -> str:
        """Add a paragraph; return its words instead when its end was deleted, which joins it with the next one."""
        words = self._words(paragraph)
        marker = self._marker(paragraph) if words.strip() else ""
        joined += f"{marker} {words}" if marker else words
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            return joined
        add(joined)
        return ""

    def _grid(self, table: Any) -> Grid:
        placed: list[_Placed] = []
        above: dict[int, _Placed] = {}
        for row, line in enumerate(_rows(table)):
            column = _count(line.find(f"{_W}trPr/{_W}gridBefore"), 0)
            for cell in _cells(line):
                wide = _count(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merge is not None and merge.get(f"{_W}val") != "restart" and column in above:
                    above[column].rows += 1
                else:
                    above[column] = _Placed(row, column, wide, self._cell_text(cell))
                    placed.append(above[column])
                column += wide
        grid = Grid()
        for cell in placed:
            grid.place(cell.row, cell.column, cell.text, rows=cell.rows, columns=cell.columns)
        return grid

    def _cell_text(self, cell: Any) -> str:
        paragraphs: list[str] = []
        joined = ""
        for block in _blocks(cell):
            joined = self._paragraph(block, joined, paragraphs.append)
        return "\n".join(text for text in (*paragraphs, joined) if text.strip())

    def _words(self, paragraph: Any) -> str:
        pieces: list[str] = []
        rest = [iter(paragraph)]
        while rest:
            element = next(rest[-1], None)
            if element is None:
                rest.pop()
            elif element.tag == _TEXT_BOX:
                self._boxes += 1
            elif element.tag in (f"{_W}t", _MATH_TEXT):
                pieces.append(element.text or "")
            elif element.tag in _AS:
                pieces.append(_AS[element.tag])
            elif element.tag not in _GONE and element.tag != _FALLBACK and not _is_hidden(element):
                rest.append(iter(element))
        return "".join(pieces)

    def _marker(self, paragraph: Any) -> str:
        numbering = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = style.get(f"{_W}val") if style is not None else None
        level = _of(numbering, "ilvl")
        number = _of(numbering, "numId")
        for _ in range(_STYLES_DEEP):
            if number is not None or name not in self._styles:
                break
            inherited = self._styles[name].find(f"{_W}pPr/{_W}numPr")
            number = _of(inherited, "numId")
            level = level if level is not None else _of(inherited, "ilvl")
            name = _of(self._styles[name], "basedOn")
        if number is None:
            return ""
        return self._numbers.marker(number, int(level) if level and level.isdecimal() and len(level) == 1 else 0)


class _Placed:
    """A cell of a table and the places that it covers."""

    def __init__(self, row: int, column: int, columns: int, text: str) -> None:
        self.row = row
        self.column = column
        self.rows = 1
        self.columns = columns
        self.text = text


def _blocks(root: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables right below an element, also those that a control or a tracked change wraps."""
    rest = [iter(root)]
    while rest:
        element = next(rest[-1], None)
        if element is None:
            rest.pop()
        elif element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in _WRAPPERS:
            rest.append(iter(element))


def _rows(table: Any) -> Iterator[Any]:
    for row in _below(table, f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _cells(row: Any) -> Iterator[Any]:
    return _below(row, f"{_W}tc")


def _below(root: Any, name: str) -> Iterator[Any]:
    rest = [iter(root)]
    while rest:
        element = next(rest[-1], None)
        if element is None:
            rest.pop()
        elif element.tag == name:
            yield element
        elif element.tag in _WRAPPERS:
            rest.append(iter(element))


def _numbering(document: Any) -> Any:
    """Return the root of the numbering part; a document without lists has none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _is_hidden(element: Any) -> bool:
    vanish = element.find(f"{_W}rPr/{_W}vanish") if element.tag == f"{_W}r" else None
    return vanish is not None and vanish.get(f"{_W}val") not in _OFF


def _of(element: Any, name: str) -> str | None:
    """Return the value of an element below another one, None where either is missing."""
    found = None if element is None else element.find(f"{_W}{name}")
    return None if found is None else found.get(f"{_W}val")


def _count(element: Any, otherwise: int) -> int:
    written = "" if element is None else element.get(f"{_W}val") or ""
    return (
        min(int(written), MAX_COLUMNS) if written.isdecimal() and written.isascii() and len(written) < 6 else otherwise
    )
