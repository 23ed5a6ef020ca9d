"""What `govplan check` does with its paths; *not* here: the rules (`govplan.rules`), and each form of the output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from difflib import unified_diff

import click

from govplan.cli.check_json import as_json
from govplan.cli.check_sarif import as_sarif
from govplan.cli.check_text import counted, print_text
from govplan.cli.configuration import Configuration
from govplan.cli.measured import observations_of, read_results, with_rows
from govplan.cli.progress import followed
from govplan.cli.reading import STDIN, PlanText, read_plan
from govplan.cli.runs import Run
from govplan.cli.terminal import plain, say, say_error, say_json
from govplan.errors import GovplanError, InvalidSettingError, Lang, SaveError
from govplan.files.fixing import mend
from govplan.files.saving import replace_file
from govplan.model import Plan
from govplan.rules import PlanSet, Report, check
from govplan.rules.plugins import RULE_FAILED
from govplan.rules.rule_set import chosen_rules

__all__ = ["check_paths"]

_WORDS = {
    "reading": ("đọc", "reading"),
    "checking": ("kiểm tra", "checking"),
    "would": ("sẽ sửa {findings} trong {files}", "would mend {findings} in {files}"),
}


def check_paths(
    paths: Sequence[str],
    form: str,
    lang: Lang,
    wanted: Configuration,
    *,
    results: str | None = None,
    fix: bool = False,
    diff: bool = False,
) -> int:
    """Check every path and print what there is to say; return the exit status.

    One file that cannot be read does not keep the others from being checked.

    Args:
        paths: files, folders, or "-".
        form: "text", "json" or "sarif".
        lang: the language of messages.
        wanted: which rules are asked, and from which severity on the status is 1.
        results: the file of results of the plan, where it is not that of its dataset folder.
        fix: mend what can be mended safely, in the files.
        diff: show how `fix` would change the files, and nothing else.

    Raises:
        InvalidSettingError: a code that no rule has, standard input that would have to be changed, or results of
            one plan beside several.
        PluginError: a plug-in's rules cannot be used.
    """
    if fix and not diff and STDIN in paths:
        raise InvalidSettingError(
            "standard input cannot be changed: found - beside --fix; name a file, or use --diff",
            "không sửa được đầu vào chuẩn: gặp - cùng --fix; hãy nêu tên tệp, hoặc dùng --diff",
        )
    if results is not None and len(paths) > 1:
        raise InvalidSettingError(
            f"results of one plan: found --results beside {len(paths)} paths; name one plan, or put each file of "
            "results into the folder of its plan",
            f"kết quả của một kế hoạch: gặp --results cùng {len(paths)} đường dẫn; hãy nêu một kế hoạch, hoặc đặt mỗi "
            "tệp kết quả vào thư mục của kế hoạch",
        )
    runs = [_read(path, results) for path in followed(paths, _word("reading", lang))]
    plans = [run.source.plan for run in runs if run.source]
    beside = PlanSet(plans if len(plans) > 1 else ())
    for run in followed(runs, _word("checking", lang)):
        if run.source:
            _check(run, run.source, plans, beside, wanted, mends=fix or diff, writes=fix and not diff)
    if form == "text" or diff:
        for run in runs:
            for error in (run.error, run.unread):
                if error is not None:
                    say_error(error, lang)
    if diff:
        _print_changes(runs, lang)
    elif form == "json":
        say_json(as_json(runs))
    elif form == "sarif":
        say_json(as_sarif(runs, lang, chosen_rules(wanted.settings)))
    else:
        print_text(runs, lang)
    return _status(runs, wanted)


def _status(runs: Sequence[Run], wanted: Configuration) -> int:
    reports = [run.report for run in runs]
    # A rule that broke off has not been asked: a job that goes green on that would be wrong.
    broken = any(missed.reason == RULE_FAILED for report in reports for missed in report.not_checked)
    if broken or any(run.error is not None or run.unread is not None for run in runs):
        return 2
    return 1 if any(report.at_least(wanted.fail_on) for report in reports) else 0


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]


def _read(path: str, results: str | None) -> Run:
    try:
        source = read_plan(path)
    except GovplanError as error:
        return Run(path, error=error)
    run = Run(source.path, source)
    read_results(run, source, path, results)
    return run


def _check(
    run: Run,
    source: PlanText,
    plans: list[Plan],
    beside: PlanSet,
    wanted: Configuration,
    *,
    mends: bool,
    writes: bool,
) -> None:
    measured = observations_of(run.results)

    def report_on(plan: Plan, others: PlanSet) -> Report:
        return check(plan, observations=measured, others=others, settings=wanted.settings)

    run.report = with_rows(report_on(source.plan, beside), run.results)
    if not mends or not any(finding.fix for finding in run.report.findings):
        return
    # The plan as it was is not another plan beside the mended one.
    without = PlanSet(plan for plan in plans if plan is not source.plan)
    mended = mend(source.text, source.format, lambda plan: report_on(plan, without))
    run.mended, run.after = mended.findings, mended.text
    if not mended.findings or not writes or source.file is None:
        return
    try:
        replace_file(source.file, source.mark + mended.text)
    except SaveError as error:
        run.mended, run.error = (), error
        return
    run.source = replace(source, plan=mended.plan, text=mended.text)
    run.report = with_rows(report_on(mended.plan, without), run.results)


def _print_changes(runs: Sequence[Run], lang: Lang) -> None:
    """Print how files would change; what is printed is a patch, and what is said of it goes to standard error."""
    shown = plain if sys.stdout is not None and sys.stdout.isatty() else str
    for run in runs:
        if run.source is None or not run.mended:
            continue
        before, after = (text.splitlines(keepends=True) for text in (run.source.text, run.after))
        for line in unified_diff(before, after, run.path, run.path):
            text = line.removesuffix("\n")
            click.echo(shown(text))
            if text == line:
                click.echo("\\ No newline at end of file")
    mended = [run for run in runs if run.mended]
    findings = counted(sum(len(run.mended) for run in mended), "finding", lang)
    say(_word("would", lang).format(findings=findings, files=counted(len(mended), "file", lang)), err=True)
