"""Small tables for a notebook, written by hand; *not* here: pages (`govplan.report`), and what stands in the cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from govplan.markup.escaping import escaped

__all__ = ["MOST_ROWS", "facts_html", "table_html"]

MOST_ROWS = 60
"""How many rows a table in a notebook shows."""

_LONGEST = 300
_CELL = "text-align:left;vertical-align:top;overflow-wrap:anywhere"


def table_html(caption: object, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table with a caption; of many rows the first are shown, of long words the beginning.

    >>> table_html("Việc làm", ["Chỉ tiêu"], [["<b>"]]).count("&lt;b&gt;")
    1
    """
    waiting = iter(rows)
    body = "".join([_row("td", row) for row in islice(waiting, MOST_ROWS)])
    left = sum(1 for _ in waiting)
    more = f'<tr><td colspan="{len(headings)}" style="{_CELL}">… +{left}</td></tr>' if left else ""
    head = f"<thead>{_row('th', headings)}</thead>" if headings else ""
    return (
        f'<table><caption style="text-align:left"><b>{_cell(caption)}</b></caption>{head}<tbody>{body}{more}</tbody>'
        "</table>"
    )


def facts_html(caption: object, facts: Iterable[tuple[str, object]]) -> str:
    """Return a table of two columns, what is told and what it is, without those that are nothing."""
    rows = "".join(
        [
            f'<tr><th scope="row" style="{_CELL}">{escaped(name)}</th><td style="{_CELL}">{_cell(fact)}</td></tr>'
            for name, fact in facts
            if fact not in (None, "")
        ]
    )
    return f'<table><caption style="text-align:left"><b>{_cell(caption)}</b></caption><tbody>{rows}</tbody></table>'


def _row(tag: str, cells: Sequence[object]) -> str:
    written = "".join([f'<{tag} style="{_CELL}">{_cell(cell)}</{tag}>' for cell in cells])
    return f"<tr>{written}</tr>"


def _cell(cell: object) -> str:
    text = str(cell)
    return escaped(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
