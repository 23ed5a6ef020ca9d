"""How far along a long run is, for whoever waits at a terminal; *not* here: what is run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

__all__ = ["MANY", "followed"]

T = TypeVar("T")

MANY = 100
"""From so many things on somebody may be waiting."""


def followed(things: Sequence[T], words: str) -> Iterable[T]:
    """Return the things; while many of them are gone through a terminal shows how far, on standard error.

    Elsewhere, and where rich is not installed, nothing is shown.
    """
    if len(things) < MANY or not (sys.stderr is not None and sys.stderr.isatty()):
        return things
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        return things
    return track(things, description=words, console=Console(stderr=True), transient=True)
