"""What `govplan check` tells programs as JSON of its own; *not* here: SARIF, and what people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from govplan.cli.runs import Run
from govplan.errors import GovplanError
from govplan.rules import Finding, Fix, Severity
from govplan.values import Text

if TYPE_CHECKING:
    from govplan.files.results import Unmatched

__all__ = ["as_json"]


def as_json(runs: Sequence[Run]) -> Any:
    """Return what was found at one path, or a list of that for several."""
    shown = [_run(run) for run in runs]
    return shown[0] if len(shown) == 1 else shown


def _run(run: Run) -> dict[str, Any]:
    if run.source is None:
        return {"path": run.path, "unreadable": _problems(run.error) if run.error else []}
    report = run.report
    counts = Counter(finding.severity.value for finding in report.findings)
    shown: dict[str, Any] = {
        "path": run.path,
        "plan": run.source.plan.id,
        "summary": {
            **{severity.value: counts[severity.value] for severity in Severity},
            "not_checked": len(report.not_checked),
            "suppressed": len(report.suppressed),
        },
        "findings": [_finding(run, finding) for finding in report.findings],
        "not_checked": [
            {
                "code": missed.code,
                "path": missed.path,
                **_place(run, missed.path),
                "reason": missed.reason,
                "message": {"vi": missed.message("vi"), "en": missed.message("en")},
            }
            for missed in report.not_checked
        ],
        "suppressed": [{**_finding(run, one.finding), "reason": _both(one.reason)} for one in report.suppressed],
        "checked": dict(zip(report.rules, report.counts, strict=True)),
    }
    if run.mended:
        shown["mended"] = [
            {"code": finding.code, "path": finding.path, **(_fix(finding.fix) if finding.fix else {})}
            for finding in run.mended
        ]
    if run.error is not None:
        shown["unwritable"] = _problems(run.error)
    if run.unread is not None:
        shown["results"] = {"unreadable": _problems(run.unread)}
    if run.results is not None:
        shown["results"] = {
            "path": run.results.origin,
            "count": len(run.results),
            "unmatched": [_row(row) for row in run.listed],
            "remarks": [_row(row) for row in run.results.remarks],
        }
    return shown


def _row(row: Unmatched) -> dict[str, Any]:
    return {"row": row.row, "line": row.line, "column": row.column, "name": row.name, "message": _both(row.reason)}


def _finding(run: Run, finding: Finding) -> dict[str, Any]:
    amounts = {"expected": finding.expected, "found": finding.found, "difference": finding.difference}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        **_spot(run, finding),
        **{key: _plain_fact(value) for key, value in amounts.items() if value is not None},
        "message": {"vi": finding.message("vi"), "en": finding.message("en")},
        **({"fix": _fix(finding.fix)} if finding.fix else {}),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"text": _both(fix.text), "edits": [{"path": edit.path, "value": edit.value} for edit in fix.edits]}


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.in_language("vi"), "en": text.in_language("en")}


def _place(run: Run, pointer: str) -> dict[str, int]:
    line, column = run.place(pointer)
    return {"line": line, "column": column}


def _spot(run: Run, finding: Finding) -> dict[str, Any]:
    """Return where a finding stands; one about a row of the results names their file, and the row."""
    path, line, column, row = run.spot(finding)
    return {**({} if row is None else {"file": path, "row": row}), "line": line, "column": column}


def _plain_fact(fact: object) -> Any:
    if isinstance(fact, int):
        return fact
    return format(fact, "f") if isinstance(fact, Decimal) else str(fact)


def _problems(error: GovplanError) -> list[dict[str, Any]]:
    problems = getattr(error, "problems", None)
    if problems is None:
        return [{"message": {"vi": error.message("vi"), "en": error.message("en")}}]
    return [
        {
            "path": problem.pointer,
            **({"line": problem.line, "column": problem.column} if problem.line else {}),
            "message": {"vi": problem.vi, "en": problem.en},
        }
        for problem in problems
    ]
