"""One path of a `govplan check`, and words that all forms of its output use; *not* here: the forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govplan.cli.reading import PlanText
from govplan.errors import GovplanError
from govplan.rules import Finding, Report

if TYPE_CHECKING:
    from govplan.files.results import Results, Unmatched

__all__ = ["Run", "Spot"]


class Spot(NamedTuple):
    """Where a finding stands: the file, line and column from 1, and the row where it is about one of the results."""

    path: str
    line: int
    column: int
    row: int | None = None


@dataclass
class Run:
    """One path: what was read and what was found, or why it could not be read or written.

    `mended` are the findings that can be mended, `after` is the text without them; where it was written to the file,
    the source and the report are those of the file as it is then. `results` are those that were checked with the
    plan, `unread` says why there are none where there should be.
    """

    path: str
    source: PlanText | None = None
    report: Report = field(default_factory=Report)
    mended: tuple[Finding, ...] = ()
    after: str = ""
    error: GovplanError | None = None
    results: Results | None = None
    unread: GovplanError | None = None

    def place(self, pointer: str) -> tuple[int, int]:
        """Return line and column, from 1, of what a pointer leads to, or of the nearest thing that holds it."""
        found = self.source.locations.nearest(pointer) if self.source else None
        return found or (1, 1)

    def spot(self, finding: Finding) -> Spot:
        """Return where a finding stands: one about a row of the results there, every other one in the plan."""
        row = next((fact for name, fact in finding.facts if name == "row"), None)
        if self.results is not None and isinstance(row, int):
            return Spot(self.results.origin, *self._rows.get(row, (1, 1)), row)
        return Spot(self.path, *self.place(finding.path))

    @property
    def listed(self) -> tuple[Unmatched, ...]:
        """The rows of results that no rule speaks of: those that name no target by its id."""
        found = () if self.results is None else self.results.unmatched
        return tuple(one for one in found if one.observation is None)

    @cached_property
    def _rows(self) -> dict[int, tuple[int, int]]:
        """Line and column of each row of the results."""
        if self.results is None:
            return {}
        found = {one.row: (one.line or 1, one.column or 1) for one in self.results.unmatched}
        return found | dict(zip(self.results.rows, self.results.places, strict=True))
