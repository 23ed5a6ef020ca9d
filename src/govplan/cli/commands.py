"""The commands on plans and texts, and their options; *not* here: what each prints (`checks`, `tree`, `citations`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import click

import govplan as library
from govplan.cli.figure_commands import aggregate, diff, progress
from govplan.cli.options import FORMAT, LANG, PATHS, form_option, guarded, here
from govplan.cli.reading_commands import new, read
from govplan.cli.report_command import report
from govplan.cli.terminal import say_json
from govplan.errors import Lang

__all__ = ["govplan"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(library.__version__, package_name="govplan")
def govplan() -> None:
    """Vietnamese government plans as typed, checked data.

    PATH is a plan file (.yaml, .json), a dataset folder, or - for YAML on standard input.
    """


def _codes(name: str, words: str, metavar: str = "CODES") -> Callable[..., Any]:
    return click.option(name, multiple=True, metavar=metavar, help=words)


@govplan.command()
@PATHS
@form_option("text", "json", "sarif")
@LANG
@_codes("--select", "Ask only these rules: codes or how codes begin, GP2 or GP203,GP301.")
@_codes("--ignore", "Do not ask these rules; of --select and --ignore the longer code decides.")
@_codes("--severity", "Weigh findings otherwise: GP203=info.", "CODE=LEVEL")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="The least severity that makes the exit status 1.  [default: error]",
)
@click.option("--results", metavar="FILE", help="Results of the plan; by default those of its dataset folder.")
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely; comments and order stay.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@guarded
def check(
    paths: tuple[str, ...],
    form: str,
    lang: Lang,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    results: str | None,
    fix: bool,
    diff: bool,
) -> None:
    """Check plans: do they hold together?

    Options that are not given are those of the table [tool.govplan] of the nearest pyproject.toml.
    """
    from govplan.cli.checks import check_paths
    from govplan.cli.configuration import configuration, with_options

    wanted = with_options(configuration(here()), select, ignore, severity, fail_on)
    raise click.exceptions.Exit(check_paths(paths, form, lang, wanted, results=results, fix=fix, diff=diff))


@govplan.command()
@click.argument("codes", nargs=-1, metavar="[CODE]…")
@FORMAT
@LANG
@guarded
def rule(codes: tuple[str, ...], form: str, lang: Lang) -> None:
    """Explain a rule by its code, with a plan that breaks it and one that does not; without a code list them all."""
    from govplan.cli.rule_pages import print_rules

    print_rules(codes, form, lang)


@govplan.command()
@PATHS
@FORMAT
@LANG
@guarded
def show(paths: tuple[str, ...], form: str, lang: Lang) -> None:
    """Show plans: targets with their parts, task groups with what they cite."""
    from govplan.cli.reading import read_plan
    from govplan.cli.tree import plan_as_json, print_plan

    plans = [read_plan(path).plan for path in paths]
    if form == "json":
        shown = [plan_as_json(plan) for plan in plans]
        say_json(shown[0] if len(shown) == 1 else shown)
        return
    for index, plan in enumerate(plans):
        if index:
            click.echo()
        print_plan(plan, lang)


@govplan.command()
@click.argument("path", default="-", metavar="[FILE]")
@form_option("text", "json", "html")
@LANG
@guarded
def cite(path: str, form: Literal["text", "json", "html"], lang: Lang) -> None:
    """List the legal documents that a text cites, in the order they stand in it.

    FILE is UTF-8 text of any length, read little by little; without it, or with -, standard input is read.
    As html it is the text itself, with its citations marked and linked.
    """
    from govplan.cli.citations import print_citations

    print_citations(path, form, lang)


@govplan.command()
@LANG
@guarded
def schema(lang: Lang) -> None:
    """Print the JSON Schema of plan files, for editors."""
    say_json(library.json_schema())


for _command in (read, new, progress, aggregate, diff, report):
    govplan.add_command(_command)
