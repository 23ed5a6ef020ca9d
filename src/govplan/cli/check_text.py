"""What `govplan check` prints for people; *not* here: the other forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govplan.cli.runs import Run
from govplan.cli.terminal import COLOURS, say
from govplan.errors import Lang
from govplan.rules import Finding, Report, Severity, all_rules

__all__ = ["counted", "print_text"]

_WORDS = {
    "error": ("lỗi", "error"),
    "warning": ("cảnh báo", "warning"),
    "info": ("thông tin", "note"),
    "finding": ("phát hiện", "finding"),
    "file": ("tệp", "file"),
    "plan": ("kế hoạch", "plan"),
    "not_checked": ("chưa kiểm tra được", "not checked"),
    "suppressed": ("được bỏ qua", "suppressed"),
    "unreadable": ("không dùng được", "unusable"),
    "unmatched": ("dòng kết quả chưa khớp", "unmatched"),
    "remark": ("lưu ý", "remark"),
    "mended": ("đã sửa", "mended"),
    "mendable": ("sửa được bằng --fix", "can be mended with --fix"),
    "sound": ("Không có phát hiện nào.", "Nothing to report."),
    "looked": ("{rules} quy tắc đã xem {things} điểm", "{rules} rules looked at {things} points"),
}
_TOGETHER = ("not_checked", "suppressed", "unmatched", "unreadable", "mendable")


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]


def counted(number: int, key: str, lang: Lang) -> str:
    """Return a number with what it counts.

    >>> counted(2, "error", "en"), counted(2, "error", "vi"), counted(1, "plan", "en")
    ('2 errors', '2 lỗi', '1 plan')
    """
    is_plural = lang == "en" and number != 1 and key not in _TOGETHER
    return f"{number} {_word(key, lang)}{'s' if is_plural else ''}"


def print_text(runs: Sequence[Run], lang: Lang) -> None:
    """Print for each plan how many findings of which rules there are, then each of them; then the sum of all plans.

    Of several plans those of which there is nothing to say are only counted.
    """
    titles = {rule.code: rule.summary for rule in all_rules()}
    for run in runs:
        report = run.report
        if run.source is None:
            continue
        listed = run.listed or (run.results is not None and run.results.remarks)
        said = (report.findings, report.not_checked, report.suppressed, run.mended, listed, run.unread)
        if len(runs) > 1 and not any(said):
            continue
        say(f"{run.path}: {run.source.plan.title.in_language(lang)}", bold=True)
        say(f"  {_summary([run], lang) or _word('sound', lang)}")
        by_rule = Counter((finding.code, finding.severity.value) for finding in report.findings)
        for (code, severity), count in by_rule.items():
            say(f"  {code} {count:>4}  {titles[code].in_language(lang)}", colour=COLOURS[severity])
        _print_details(run, lang)
        say("  " + _looked(report, lang))
    if len(runs) > 1:
        say(f"{counted(len(runs), 'plan', lang)}: {_summary(runs, lang) or _word('sound', lang)}", bold=True)


def _print_details(run: Run, lang: Lang) -> None:
    for finding in run.mended:
        words = finding.fix.text.in_language(lang) if finding.fix else ""
        say(f"{run.path}: {finding.code} {_word('mended', lang)}: {words} [{finding.path}]")
    for finding in run.report.findings:
        say(f"{_where(run, finding)}: {finding.code} {finding.message(lang)} [{finding.path}]")
    for missed in run.report.not_checked:
        words = f"{_word('not_checked', lang)}: {missed.message(lang)}"
        line, column = run.place(missed.path)
        say(f"{run.path}:{line}:{column}: {missed.code} {words} [{missed.path}]")
    for one in run.report.suppressed:
        words = f"{_word('suppressed', lang)}: {one.reason.in_language(lang)}"
        say(f"{_where(run, one.finding)}: {one.finding.code} {words} [{one.finding.path}]")
    if run.results is not None:
        for key, rows in (("unmatched", run.listed), ("remark", run.results.remarks)):
            for row in rows:
                words = f"{_word(key, lang)}: {row.reason.in_language(lang)}"
                say(f"{run.results.origin}:{row.line or 1}:{row.column or 1}: {words}")


def _where(run: Run, finding: Finding) -> str:
    spot = run.spot(finding)
    return f"{spot.path}:{spot.line}:{spot.column}"


def _summary(runs: Sequence[Run], lang: Lang) -> str:
    reports = [run.report for run in runs]
    counts = Counter(finding.severity.value for report in reports for finding in report.findings)
    counts |= {
        "not_checked": sum(len(report.not_checked) for report in reports),
        "suppressed": sum(len(report.suppressed) for report in reports),
        "unmatched": sum(len(run.listed) for run in runs),
        "unreadable": sum((run.error is not None) + (run.unread is not None) for run in runs),
        "mendable": sum(finding.fix is not None for report in reports for finding in report.findings),
    }
    keys = (*(level.value for level in Severity), *_TOGETHER)
    return ", ".join(counted(counts[key], key, lang) for key in keys if counts[key])


def _looked(report: Report, lang: Lang) -> str:
    return _word("looked", lang).format(rules=len(report.rules), things=sum(report.counts))
