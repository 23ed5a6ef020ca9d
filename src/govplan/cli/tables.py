"""Tables on a terminal, in colours and as wide as it is; *not* here: what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import click

from govplan.cli.terminal import plain
from govplan.errors import MissingExtraError

__all__ = ["Heading", "Line", "print_table"]

_WIDTH_OF_FILES = 140


class Heading(NamedTuple):
    """A column as it is printed: its words, whether numbers stand right in it, whether its words may be broken."""

    words: str
    is_number: bool = False
    may_break: bool = True


class Line(NamedTuple):
    """A row as it is printed, how deep it stands under the one before it, and its style."""

    cells: Sequence[str]
    depth: int = 0
    style: str = ""


def print_table(title: str, headings: Sequence[Heading], lines: Sequence[Line]) -> None:
    """Print a table; a terminal gets colours and its own width, a file neither, and nothing is cut off.

    Raises:
        MissingExtraError: rich is not installed.
    """
    try:
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text
    except ImportError:
        raise MissingExtraError(
            "tables are drawn with rich: it is not installed; run: pip install govplan[cli], or use --format csv",
            "bảng được vẽ bằng rich: chưa được cài; hãy chạy: pip install govplan[cli], hoặc dùng --format csv",
        ) from None
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH_OF_FILES, color_system=None)
    table = Table(
        title=Text(plain(title)), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False
    )
    for heading in headings:
        table.add_column(
            Text(heading.words),
            justify="right" if heading.is_number else "left",
            no_wrap=not heading.may_break,
            overflow="fold",
        )
    for line in lines:
        first, *rest = [Text(plain(cell)) for cell in line.cells]
        table.add_row(Text("  " * line.depth) + first, *rest, style=line.style)
    # Printed by click: rich itself would end the program with status 1 when the reader of a pipe has enough.
    with console.capture() as captured:
        console.print(table)
    click.echo("\n".join(row.rstrip() for row in captured.get().rstrip("\n").split("\n")))
