"""What `govplan check` tells code scanning services, as SARIF 2.1.0; *not* here: the other forms.

What could not be checked, or not be read, stands among the notifications of the run: as results, services would
show it as faults.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from govplan import __version__
from govplan.cli.reading import STDIN, STDIN_NAME
from govplan.cli.rule_pages import page_of
from govplan.cli.runs import Run
from govplan.errors import GovplanError, Lang
from govplan.files.editing import find_changes
from govplan.files.limits import spot_of
from govplan.rules import Finding, Rule, Severity
from govplan.values import Text

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def as_sarif(runs: Sequence[Run], lang: Lang, rules: Iterable[Rule]) -> Json:
    """Return one SARIF log with one run, its messages in one language.

    Args:
        runs: the paths that were checked.
        lang: the language of messages and of the rules' help.
        rules: the rules that were asked; those that have something to say are described.
    """
    said = {finding.code for run in runs for finding in _findings(run)}
    said |= {missed.code for run in runs for missed in run.report.not_checked}
    described = [rule for rule in rules if rule.code in said]
    indexes = {rule.code: index for index, rule in enumerate(described)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "govplan",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(rule, lang) for rule in described],
                    }
                },
                "language": lang,
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": all(run.error is None and run.unread is None for run in runs),
                        "toolExecutionNotifications": [
                            notification for run in runs for notification in _notifications(run, lang, indexes)
                        ],
                    }
                ],
                "results": [result for run in runs for result in _results(run, lang, indexes)],
            }
        ],
    }


def _findings(run: Run) -> list[Finding]:
    return [*run.report.findings, *(one.finding for one in run.report.suppressed)]


def _rule(rule: Rule, lang: Lang) -> Json:
    summary, explanation = rule.summary.in_language(lang), rule.explanation.in_language(lang)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": explanation},
        "help": {"text": f"{summary}. {explanation}", "markdown": page_of(rule, lang)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:-2]]},
    }


def _results(run: Run, lang: Lang, indexes: dict[str, int]) -> list[Json]:
    results = [_result(run, finding, lang, indexes, None) for finding in run.report.findings]
    results += [_result(run, one.finding, lang, indexes, one.reason) for one in run.report.suppressed]
    return results


def _result(run: Run, finding: Finding, lang: Lang, indexes: dict[str, int], accepted: Text | None) -> Json:
    plan = run.source.plan.id if run.source else ""
    spot = run.spot(finding)
    # Several rows of results may be wrong in one way; a row is known by what it says, wherever it stands by then.
    said = [str(fact) for name, fact in finding.facts if name != "row"] if spot.row is not None else []
    identity = "\0".join((finding.code, plan, finding.path, *said))
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": indexes[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message(lang)},
        "locations": [_location(spot.path, finding.path, (spot.line, spot.column))],
        # The same finding in the same place of the same plan, on whichever line that is by now.
        "partialFingerprints": {"planAndPath/v1": sha256(identity.encode("utf-8", "replace")).hexdigest()[:32]},
        # An empty list says that nothing suppresses it, where others are suppressed.
        "suppressions": [],
    }
    if spot.row is not None:
        result["relatedLocations"] = [_location(run.path, finding.path, run.place(finding.path))]
    if accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": accepted.in_language(lang)}]
    fix = _fix(run, finding, lang)
    if fix is not None:
        result["fixes"] = [fix]
    return result


def _location(path: str, pointer: str, place: tuple[int, int]) -> Json:
    line, column = place
    location: Json = {
        "physicalLocation": {
            "artifactLocation": _artifact(path),
            "region": {"startLine": line, "startColumn": column},
        }
    }
    if pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": pointer, "kind": "value"}]
    return location


def _artifact(path: str) -> Json:
    if path in (STDIN, STDIN_NAME):
        return {"description": {"text": "standard input"}}
    try:
        relative = os.path.relpath(path)
    except OSError:  # the folder that the command runs in is gone
        relative = path
    if Path(relative).parts[:1] == (os.pardir,):
        return {"uri": Path(path).absolute().as_uri()}
    return {"uri": quote(os.fsencode(Path(relative).as_posix())), "uriBaseId": _ROOT}


def _fix(run: Run, finding: Finding, lang: Lang) -> Json | None:
    if finding.fix is None or run.source is None:
        return None
    text = run.source.text
    changes = find_changes(text, finding.fix.edits, run.source.format)
    if not changes:
        return None
    replacements = []
    for change in changes:
        (line, column), (end_line, end_column) = spot_of(text, change.start), spot_of(text, change.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        replacement: Json = {"deletedRegion": region}
        if change.text:
            replacement["insertedContent"] = {"text": change.text}
        replacements.append(replacement)
    return {
        "description": {"text": finding.fix.text.in_language(lang)},
        "artifactChanges": [{"artifactLocation": _artifact(run.path), "replacements": replacements}],
    }


def _notifications(run: Run, lang: Lang, indexes: dict[str, int]) -> list[Json]:
    found: list[Json] = []
    for missed in run.report.not_checked:
        found.append(
            {
                "level": "note",
                "message": {"text": missed.message(lang)},
                "associatedRule": {"id": missed.code, "index": indexes[missed.code]},
                "locations": [_location(run.path, missed.path, run.place(missed.path))],
            }
        )
    if run.error is not None:
        found += _errors(run.error, run.path, lang)
    if run.unread is not None:
        found += _errors(run.unread, getattr(run.unread, "origin", "") or run.path, lang)
    if run.results is not None:
        for row in (*run.listed, *run.results.remarks):
            location = _location(run.results.origin, "", (row.line or 1, row.column or 1))
            found.append({"level": "note", "message": {"text": row.reason.in_language(lang)}, "locations": [location]})
    return found


def _errors(error: GovplanError, path: str, lang: Lang) -> list[Json]:
    found: list[Json] = []
    for problem in getattr(error, "problems", None) or (None,):
        place = (problem.line, problem.column) if problem is not None and problem.line else (1, 1)
        words = error.message(lang) if problem is None else problem.message(lang)
        pointer = "" if problem is None else problem.pointer
        found.append({"level": "error", "message": {"text": words}, "locations": [_location(path, pointer, place)]})
    return found
