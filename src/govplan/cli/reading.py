"""Paths and standard input into plans and text; *not* here: what is then done with them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from govplan.files import Locations
from govplan.files.dataset import format_of, plan_file, read_bytes
from govplan.files.document import Format, locate, parse_document
from govplan.files.limits import MAX_BYTES, decode
from govplan.model import Plan

__all__ = ["BYTE_ORDER_MARK", "STDIN", "STDIN_NAME", "PlanText", "read_plan"]

STDIN = "-"
"""The path that means standard input."""

STDIN_NAME = "<stdin>"
"""What standard input is called in messages."""

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class PlanText:
    """A plan with the text that it was read from.

    `path` is the file's name as it is printed, `file` where the text can be written back, None for standard
    input; `mark` is the byte order mark before the text, where there was one.
    """

    path: str
    plan: Plan
    text: str
    format: Format
    file: Path | None = None
    mark: str = ""

    @cached_property
    def locations(self) -> Locations:
        """Where in the text each value stands, found when it is first asked for."""
        return locate(self.text, self.format)


def read_plan(path: str) -> PlanText:
    """Return the plan at a path, or the YAML one on standard input for "-", with its text.

    Raises:
        DatasetError: there is no plan.
        UnknownFormatError: a file of another kind.
    """
    if path == STDIN:
        content = _standard_input()
        return PlanText(STDIN_NAME, parse_document(content, "yaml", STDIN_NAME), decode(content), "yaml")
    file = plan_file(path)
    content = read_bytes(file)
    form = format_of(file)
    plan = parse_document(content, form, str(file))
    mark = BYTE_ORDER_MARK if content.startswith(BYTE_ORDER_MARK.encode()) else ""
    return PlanText(str(file), plan, decode(content), form, file, mark)


def _standard_input() -> bytes:
    try:
        # One byte more than is read tells a file that is too large from one that just fits.
        return b"" if sys.stdin is None else sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        # Opened for writing, or closed; what was closed before Python began is None.
        return b""
