"""The commands and their options; *not* here: what each prints (`checks`, `tree`, `citations`)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

import click

import govplan as library
from govplan.cli.terminal import close_streams, default_language, open_streams, say, say_error, say_json
from govplan.errors import GovplanError, Lang

__all__ = ["govplan"]

_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the output.",
)
_LANG = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default=default_language,
    help="Language of messages; by default that of the locale.",
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


@govplan.command()
@_PATHS
@_FORMAT
@_LANG
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@_guarded
def check(paths: tuple[str, ...], form: str, lang: Lang, fail_on: str) -> None:
    """Check plans: do they hold together?"""
    from govplan.cli.checks import check_paths

    raise click.exceptions.Exit(check_paths(paths, form, lang, fail_on))


@govplan.command()
@_PATHS
@_FORMAT
@_LANG
@_guarded
def show(paths: tuple[str, ...], form: str, lang: Lang) -> None:
    """Show plans: targets with their parts, task groups with what they cite."""
    from govplan.cli.reading import read_plan
    from govplan.cli.tree import plan_as_json, print_plan

    plans = [read_plan(path)[1] for path in paths]
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
@_FORMAT
@_LANG
@_guarded
def cite(path: str, form: str, lang: Lang) -> None:
    """List the legal documents that a text cites, in the order they stand in it."""
    from govplan.cli.citations import print_citations

    print_citations(path, form, lang)


@govplan.command()
@_LANG
@_guarded
def schema(lang: Lang) -> None:
    """Print the JSON Schema of plan files, for editors."""
    say_json(library.json_schema())
