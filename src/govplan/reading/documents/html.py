"""Web pages as content: blocks become paragraphs, tables tables; *not* here: cutting into tags (`markup`).

Nothing of a page is executed or fetched. What a reader of the page does not see is left out: scripts, styles, menus,
forms, hidden elements.
"""

from __future__ import annotations

import re

from govplan.reading.documents.content import Composition, Content
from govplan.reading.documents.grids import Grid
from govplan.reading.documents.markup import Tag, attribute, cut_up
from govplan.reading.documents.plain_text import decoded

__all__ = ["load_html"]

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_PASSED_OVER = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "nav", "aside", "footer", "select", "button",
    "title", "textarea", "object", "applet", "del", "strike", "noembed", "xmp", "audio", "video", "canvas", "datalist",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
_CHARSET = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_-]{2,30})""", re.IGNORECASE)
_ENCODINGS = {
    "windows-1258": "cp1258", "cp1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252",
    "latin1": "cp1252", "us-ascii": "cp1252", "x-user-defined": "latin-1",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_DEEPEST = 64


def load_html(content: bytes) -> Content:
    r"""Return the content of a web page.

    Raises:
        DocumentError: in an encoding that it neither names nor shows, or too large.

    >>> load_html("<p>Tỷ lệ <b>hộ nghèo</b><br>dưới 4%</p><script>x()</script><p>Hết".encode()).text
    'Tỷ lệ hộ nghèo\ndưới 4%\n\nHết\n'
    """
    said = _CHARSET.search(content[:2048])
    encoding = _ENCODINGS.get(said[1].decode("ascii").lower()) if said else None
    page = _Page()
    for piece in cut_up(decoded(content, encoding)):
        if isinstance(piece, str):
            page.add_text(piece)
        elif piece.closes:
            page.close(piece.name)
        else:
            page.open(piece)
    return page.finish()


class _OpenTable:
    """A table whose end was not seen yet; once another table stands in it, it only arranges paragraphs."""

    def __init__(self) -> None:
        self.grid = Grid()
        self.arranges = False
        self.row = -1
        self.cell: tuple[int, int] | None = None


class _Page:
    def __init__(self) -> None:
        self._composition = Composition()
        self._tables: list[_OpenTable] = []
        self._deeper = 0
        self._words: list[str] = []
        self._paragraphs: list[str] = []
        self._hidden = ""
        self._hidden_depth = 0

    def add_text(self, text: str) -> None:
        if not self._hidden:
            self._words.append(_SPACES.sub(" ", text))

    def open(self, tag: Tag) -> None:
        name = tag.name
        if self._hidden:
            self._hidden_depth += name == self._hidden
            return
        if name == "br":
            self._words.append("\n")
            return
        if name not in _VOID and (name in _PASSED_OVER or _is_hidden(tag)):
            self._hidden, self._hidden_depth = name, 1
            return
        if name in _BLOCKS:
            self._end_paragraph()
        if name == "table":
            self._open_table()
        elif self._tables and not self._deeper:
            self._open_in_table(self._tables[-1], tag)

    def close(self, name: str) -> None:
        if self._hidden:
            self._hidden_depth -= name == self._hidden
            if not self._hidden_depth or name in ("body", "html"):
                self._hidden = ""
            return
        if name in _BLOCKS:
            self._end_paragraph()
        if name == "table" and self._tables:
            if self._deeper:
                self._deeper -= 1
                return
            table = self._tables.pop()
            self._end_cell(table)
            if not table.arranges:
                self._composition.add_table(table.grid)
        elif name in ("td", "th", "tr") and self._tables and not self._deeper:
            self._end_cell(self._tables[-1])

    def finish(self) -> Content:
        self._end_paragraph()
        while self._tables:
            self._deeper = 0
            self.close("table")
        return self._composition.content()

    def _open_table(self) -> None:
        if len(self._tables) >= _DEEPEST:
            self._deeper += 1
            return
        for outer in self._tables[-1:]:
            if not outer.arranges:
                # What was gathered so far is given out first: the text keeps the order of the page.
                self._end_cell(outer, open_again=True)
                outer.arranges = True
                for text in dict.fromkeys(text for line in outer.grid.lines() for text in line if text):
                    self._composition.add_paragraph(text)
        self._tables.append(_OpenTable())

    def _open_in_table(self, table: _OpenTable, tag: Tag) -> None:
        if tag.name == "tr":
            self._end_cell(table)
            table.row += 1
        elif tag.name in ("td", "th"):
            self._end_cell(table)
            table.row = max(table.row, 0)
            table.cell = (_count(attribute(tag, "rowspan")), _count(attribute(tag, "colspan")))

    def _end_cell(self, table: _OpenTable, *, open_again: bool = False) -> None:
        self._end_paragraph()
        if table.cell is not None and not table.arranges:
            rows, columns = table.cell
            text = "\n".join(self._paragraphs)
            self._paragraphs.clear()
            table.grid.place(table.row, table.grid.free_column(table.row), text, rows=rows, columns=columns)
        if not open_again:
            table.cell = None

    def _end_paragraph(self) -> None:
        text = "\n".join(line.strip(" ") for line in "".join(self._words).split("\n")).strip()
        self._words.clear()
        if not text:
            return
        table = self._tables[-1] if self._tables else None
        if table is not None and table.cell is not None and not table.arranges:
            self._paragraphs.append(_SPACES_IN_LINE.sub(" ", text))
        else:
            self._composition.add_paragraph(_SPACES_IN_LINE.sub(" ", text))


_SPACES_IN_LINE = re.compile(" {2,}")


def _is_hidden(tag: Tag) -> bool:
    if not tag.attributes:
        return False
    return (
        _HIDDEN.search(attribute(tag, "style")) is not None
        or re.search(r"\shidden(?=[\s=/]|$)", tag.attributes) is not None
    )


def _count(written: str) -> int:
    return min(max(int(written), 1), 10_000) if written.isdecimal() and written.isascii() and len(written) < 6 else 1
