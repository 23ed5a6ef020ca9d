"""The results that are checked with a plan; *not* here: reading them (`govplan.files.results`), and the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govplan.cli.reading import STDIN, PlanText
from govplan.cli.runs import Run
from govplan.errors import GovplanError
from govplan.files.results.folder import results_file
from govplan.model import Observation
from govplan.rules import Finding, Report, Suppressed

if TYPE_CHECKING:
    from govplan.files.results import Results

__all__ = ["observations_of", "read_results", "with_rows"]


def read_results(run: Run, source: PlanText, path: str, given: str | None) -> None:
    """Read the results that go with a plan: the file that was named, else that of the dataset folder, if any."""
    file = results_file(path) if given is None and path != STDIN else given
    if file is None:
        return
    # Most plans are checked without results.
    from govplan.files.results import load_results

    try:
        run.results = load_results(Path(file), source.plan)
    except GovplanError as error:
        run.unread = error


def observations_of(results: Results | None) -> tuple[Observation, ...]:
    """Return what rules are to look at: the results, then those with the id of no target."""
    if results is None:
        return ()
    return (*results, *(one.observation for one in results.unmatched if one.observation is not None))


def with_rows(report: Report, results: Results | None) -> Report:
    """Return a report whose findings number the rows of results as their file does."""
    if results is None:
        return report
    rows = (*results.rows, *(one.row for one in results.unmatched if one.observation is not None))
    return Report(
        tuple(_with_row(finding, rows) for finding in report.findings),
        report.not_checked,
        tuple(Suppressed(_with_row(one.finding, rows), one.reason) for one in report.suppressed),
        report.rules,
        report.counts,
    )


def _with_row(finding: Finding, rows: tuple[int, ...]) -> Finding:
    facts = tuple(
        (name, rows[fact - 1] if name == "row" and isinstance(fact, int) and 0 < fact <= len(rows) else fact)
        for name, fact in finding.facts
    )
    one = finding
    return Finding(
        one.code, one.severity, one.path, one.template, facts, one.expected, one.found, one.difference, one.fix
    )
