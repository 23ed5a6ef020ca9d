"""Options that several commands have, and what all commands do with errors; *not* here: the commands (`commands`)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

import govplan as library
from govplan.cli.terminal import close_streams, default_language, open_streams, say, say_error
from govplan.errors import GovplanError, Lang

__all__ = ["FORMAT", "LANG", "PATHS", "day_of", "form_option", "guarded", "here"]


def form_option(*forms: str) -> Callable[..., Any]:
    """Return the option that chooses the form of the output, the first by default."""
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

    return default_language(configured_language(here()))


def here() -> Path:
    """Return the folder that the command runs in; one that is gone has nothing above it either."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


FORMAT = form_option("text", "json")
LANG = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default=_language,
    help="Language of messages; by default that of the project or the locale.",
)
_NOT_WRITTEN = library.Text(
    "không ghi được kết quả: {reason}; hãy giải phóng chỗ trống hoặc ghi nơi khác",
    "output cannot be written: {reason}; free some space or write it elsewhere",
)
PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH…")


def day_of(words: str) -> date:
    """Return the day that the words of an option mean, as ISO 8601 or a document writes it."""
    from govplan.vietnamese import parse_date

    return parse_date(words)


def guarded(command: Callable[..., None]) -> Callable[..., None]:
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
