"""One path of a `govplan check`, and words that all forms of its output use; *not* here: the forms."""

from __future__ import annotations

from dataclasses import dataclass, field

from govplan.cli.reading import PlanText
from govplan.errors import GovplanError
from govplan.rules import Finding, Report

__all__ = ["Run"]


@dataclass
class Run:
    """One path: what was read and what was found, or why it could not be read or written.

    `mended` are the findings that can be mended, `after` is the text without them; where it was written to the file,
    the source and the report are those of the file as it is then.
    """

    path: str
    source: PlanText | None = None
    report: Report = field(default_factory=Report)
    mended: tuple[Finding, ...] = ()
    after: str = ""
    error: GovplanError | None = None

    def place(self, pointer: str) -> tuple[int, int]:
        """Return line and column, from 1, of what a pointer leads to, or of the nearest thing that holds it."""
        found = self.source.locations.nearest(pointer) if self.source else None
        return found or (1, 1)
