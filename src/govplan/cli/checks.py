"""What `govplan check` prints; *not* here: the rules (`govplan.rules`)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from govplan.cli.reading import read_plan
from govplan.cli.terminal import COLOURS, say, say_error, say_json
from govplan.errors import GovplanError, Lang
from govplan.files import Locations
from govplan.model import Plan
from govplan.rules import RULES, Finding, Report, Severity, check

__all__ = ["check_paths"]

_TITLES = {rule.code: rule.summary for rule in RULES}
_WORDS = {
    "error": ("lỗi", "error"),
    "warning": ("cảnh báo", "warning"),
    "info": ("thông tin", "note"),
    "not_checked": ("chưa kiểm tra được", "not checked"),
    "sound": ("Không có phát hiện nào.", "Nothing to report."),
    "looked": ("{rules} quy tắc đã xem {things} điểm", "{rules} rules looked at {things} points"),
}


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]


def _counted(number: int, key: str, lang: Lang) -> str:
    return f"{number} {_word(key, lang)}{'s' if lang == 'en' and number > 1 else ''}"


def check_paths(paths: tuple[str, ...], form: str, lang: Lang, fail_on: str) -> int:
    """Check every path and print what there is to say; return the exit status.

    One file that cannot be read does not keep the others from being checked.
    """
    status = 0
    shown: dict[int, dict[str, Any]] = {}
    plans: dict[int, tuple[str, Plan, Locations]] = {}
    for index, path in enumerate(paths):
        try:
            plans[index] = read_plan(path)
        except GovplanError as error:
            status = 2
            if form == "json":
                shown[index] = {"path": path, "unreadable": _problems(error)}
            else:
                say_error(error, lang)
    for index, (path, plan, locations) in plans.items():
        others = [other for number, (_, other, _) in plans.items() if number != index]
        report = check(plan, others=others)
        if report.at_least(Severity(fail_on)):
            status = max(status, 1)
        if form == "json":
            shown[index] = _as_json(path, plan, report, locations)
        else:
            _print(path, plan, report, locations, lang)
    if form == "json":
        say_json(shown[0] if len(paths) == 1 else [shown[index] for index in range(len(paths))])
    return status


def _print(path: str, plan: Plan, report: Report, locations: Locations, lang: Lang) -> None:
    counts = Counter(finding.severity.value for finding in report.findings)
    parts = [_counted(counts[level.value], level.value, lang) for level in Severity if counts[level.value]]
    if report.not_checked:
        parts.append(f"{len(report.not_checked)} {_word('not_checked', lang)}")
    say(f"{path}: {plan.title.in_language(lang)}", bold=True)
    say(f"  {', '.join(parts) if parts else _word('sound', lang)}")
    by_rule = Counter((finding.code, finding.severity.value) for finding in report.findings)
    for (code, severity), count in by_rule.items():
        say(f"  {code} {count:>4}  {_TITLES[code].in_language(lang)}", colour=COLOURS[severity])
    for finding in report.findings:
        where = _where(finding.path, locations)
        say(f"{path}:{where}: {finding.code} {finding.message(lang)} [{finding.path}]")
    for missed in report.not_checked:
        where = _where(missed.path, locations)
        say(f"{path}:{where}: {missed.code} {_word('not_checked', lang)}: {missed.message(lang)} [{missed.path}]")
    looked = sum(checked.count for checked in report.checked)
    say("  " + _word("looked", lang).format(rules=len(report.checked), things=looked))


def _where(pointer: str, locations: Locations) -> str:
    place = locations.nearest(pointer)
    return f"{place[0]}:{place[1]}" if place else "1:1"


def _as_json(path: str, plan: Plan, report: Report, locations: Locations) -> dict[str, Any]:
    counts = Counter(finding.severity.value for finding in report.findings)
    return {
        "path": path,
        "plan": plan.id,
        "summary": {
            **{severity.value: counts[severity.value] for severity in Severity},
            "not_checked": len(report.not_checked),
        },
        "findings": [_finding(finding, locations) for finding in report.findings],
        "not_checked": [
            {
                "code": missed.code,
                "path": missed.path,
                **_place(missed.path, locations),
                "reason": missed.reason,
                "message": {"vi": missed.message("vi"), "en": missed.message("en")},
            }
            for missed in report.not_checked
        ],
        "checked": {checked.code: checked.count for checked in report.checked},
    }


def _finding(finding: Finding, locations: Locations) -> dict[str, Any]:
    amounts = {"expected": finding.expected, "found": finding.found, "difference": finding.difference}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        **_place(finding.path, locations),
        **{key: _plain_fact(value) for key, value in amounts.items() if value is not None},
        "message": {"vi": finding.message("vi"), "en": finding.message("en")},
    }


def _place(pointer: str, locations: Locations) -> dict[str, int]:
    place = locations.nearest(pointer)
    return {"line": place[0], "column": place[1]} if place else {}


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
