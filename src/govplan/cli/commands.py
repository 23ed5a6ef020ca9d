"""The commands and their options; *not* here: what each prints (`checks`, `tree`, `citations`, `rule_pages`)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, Literal

import click

import govplan as library
from govplan.cli.terminal import close_streams, default_language, open_streams, say, say_error, say_json
from govplan.errors import GovplanError, Lang

__all__ = ["govplan"]


def _format(*forms: str) -> Callable[..., Any]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="Form of the output.",
    )


def _language() -> Lang:
    """Return the language of messages: that of the environment, of the project, of the locale."""
    from govplan.cli.configuration import configured_language

    return default_language(configured_language(_here()))


def _here() -> Path:
    """Return the folder that the command runs in; one that is gone has nothing above it either."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


_FORMAT = _format("text", "json")
_LANG = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default=_language,
    help="Language of messages; by default that of the project or the locale.",
)
_NOT_WRITTEN = library.Text(
    "không ghi được kết quả: {reason}; hãy giải phóng chỗ trống hoặc ghi nơi khác",
    "output cannot be written: {reason}; free some space or write it elsewhere",
)
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH…")


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Turn errors into one sentence and exit status 2, and a closed pipe into silence."""

    @wraps(command)
    def run(*args: Any, lang: Lang = "en", **options: Any) -> None:
        open_streams()
        try:
            command(*args, lang=lang, **options)
        except GovplanError as error:
            say_error(error, lang)
            raise click.exceptions.Exit(2) from None
        except BrokenPipeError:  # the reader had enough
            close_streams()
            raise click.exceptions.Exit(0) from None
        except OSError as error:
            close_streams()
            with suppress(OSError):  # the stream of errors may be the one that is full
                say(_NOT_WRITTEN.in_language(lang).format(reason=error.strerror), err=True)
            raise click.exceptions.Exit(2) from None

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(library.__version__, package_name="govplan")
def govplan() -> None:
    """Vietnamese government plans as typed, checked data.

    PATH is a plan file (.yaml, .json), a dataset folder, or - for YAML on standard input.
    """


def _codes(name: str, words: str, metavar: str = "CODES") -> Callable[..., Any]:
    return click.option(name, multiple=True, metavar=metavar, help=words)


@govplan.command()
@_PATHS
@_format("text", "json", "sarif")
@_LANG
@_codes("--select", "Ask only these rules: codes or how codes begin, GP2 or GP203,GP301.")
@_codes("--ignore", "Do not ask these rules; of --select and --ignore the longer code decides.")
@_codes("--severity", "Weigh findings otherwise: GP203=info.", "CODE=LEVEL")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="The least severity that makes the exit status 1.  [default: error]",
)
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely; comments and order stay.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@_guarded
def check(
    paths: tuple[str, ...],
    form: str,
    lang: Lang,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    fix: bool,
    diff: bool,
) -> None:
    """Check plans: do they hold together?

    Options that are not given are those of the table [tool.govplan] of the nearest pyproject.toml.
    """
    from govplan.cli.checks import check_paths
    from govplan.cli.configuration import configuration, with_options

    wanted = with_options(configuration(_here()), select, ignore, severity, fail_on)
    raise click.exceptions.Exit(check_paths(paths, form, lang, wanted, fix=fix, diff=diff))


@govplan.command()
@click.argument("codes", nargs=-1, metavar="[CODE]…")
@_FORMAT
@_LANG
@_guarded
def rule(codes: tuple[str, ...], form: str, lang: Lang) -> None:
    """Explain a rule by its code, with a plan that breaks it and one that does not; without a code list them all."""
    from govplan.cli.rule_pages import print_rules

    print_rules(codes, form, lang)


@govplan.command()
@_PATHS
@_FORMAT
@_LANG
@_guarded
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
@_format("text", "json", "html")
@_LANG
@_guarded
def cite(path: str, form: Literal["text", "json", "html"], lang: Lang) -> None:
    """List the legal documents that a text cites, in the order they stand in it.

    FILE is UTF-8 text of any length, read little by little; without it, or with -, standard input is read.
    As html it is the text itself, with its citations marked and linked.
    """
    from govplan.cli.citations import print_citations

    print_citations(path, form, lang)


@govplan.command()
@click.argument("path", default="-", metavar="[FILE]")
@click.option(
    "-o", "--output", metavar="FILE", help="Write the draft there; the name says the form: .yaml, .json, .html."
)
@click.option("--force", is_flag=True, help="Replace the file of --output where there is one.")
@click.option(
    "--format", "form", type=click.Choice(["yaml", "json", "html"]), help="Form of the draft.  [default: yaml]"
)
@click.option("--html", is_flag=True, help="The same as --format html: the source with what was read marked.")
@click.option("--id", help="The plan's id.")
@click.option("--title", help="The plan's title, where the text does not say it or says it wrongly.")
@click.option("--issuer", help="Who issued it.")
@click.option("--period", help="Its period, 2024 or 2021-2025.")
@click.option("--jurisdiction", metavar="CODE", help="Whose plan it is, e.g. VN-27.")
@_LANG
@_guarded
def read(
    path: str, output: str | None, force: bool, form: str | None, html: bool, lang: Lang, id: str | None, **known: str
) -> None:
    """Read a plan from a document: a draft of its plan file, with questions beside the lines.

    FILE is .txt, .html, .docx, .pdf or .xlsx; without it, or with -, text is read from standard input.
    """
    from govplan.cli.drafts import print_draft

    print_draft(path, output, "html" if html else form, lang, force=force, id=id, known=known)


@govplan.command()
@click.option("--province", required=True, metavar="CODE|NAME", help="Whose plan it is: VN-27, 49 or “Quảng Nam”.")
@click.option("--year", "period", required=True, metavar="YEAR", help="The plan's year, or years: 2024, 2021-2025.")
@click.option("-o", "--output", metavar="FOLDER", help="The folder to make; by default one named after place and year.")
@click.option("--id", help="The plan's id; by default the name of the place and the year.")
@click.option("--from", "source", metavar="FILE", help="Begin with what `govplan read` reads from this document.")
@_LANG
@_guarded
def new(province: str, period: str, output: str | None, id: str | None, source: str | None, lang: Lang) -> None:
    """Make a dataset to fill in: a commented plan file, a file for results, a README and a test."""
    from govplan.cli.new_dataset import make_dataset

    make_dataset(province, period, output, lang, source=source, id=id)


@govplan.command()
@_LANG
@_guarded
def schema(lang: Lang) -> None:
    """Print the JSON Schema of plan files, for editors."""
    say_json(library.json_schema())
