"""Paths and standard input into plans and text; *not* here: what is then done with them."""

from __future__ import annotations

import sys
from pathlib import Path

from govplan.errors import DatasetError
from govplan.files import Locations, load_located
from govplan.files.dataset import plan_file, read_bytes
from govplan.files.document import locate, parse_document
from govplan.files.limits import MAX_BYTES, decode
from govplan.files.problem import FormError, Problem
from govplan.model import Plan

__all__ = ["read_plan", "read_text"]

STDIN = "-"


def read_plan(path: str) -> tuple[str, Plan, Locations]:
    """Return the plan at a path, or the YAML one on standard input for "-", with its file and its places."""
    if path != STDIN:
        return str(plan_file(path)), *load_located(path)
    content = _standard_input()
    return "<stdin>", parse_document(content, "yaml", "<stdin>"), locate(decode(content), "yaml")


def read_text(path: str) -> str:
    """Return the text of a UTF-8 file, or of standard input for "-"."""
    content = _standard_input() if path == STDIN else read_bytes(Path(path))
    try:
        return decode(content)
    except FormError as error:
        raise DatasetError("<stdin>" if path == STDIN else path, [Problem.of(error)]) from None


def _standard_input() -> bytes:
    try:
        # One byte more than is read tells a file that is too large from one that just fits.
        return b"" if sys.stdin is None else sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        # Opened for writing, or closed; what was closed before Python began is None.
        return b""
