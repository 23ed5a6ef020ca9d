"""Text for a terminal: nothing from a file may steer it; *not* here: what is said."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from typing import Any

import click

from govplan.errors import GovplanError, Lang

__all__ = ["COLOURS", "close_streams", "default_language", "open_streams", "plain", "say", "say_error", "say_json"]

COLOURS: dict[str, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
"""The colour of each severity, where the terminal has colours."""


def plain(text: str) -> str:
    r"""Return text in one line, everything that could steer a terminal or turn the reading order written out.

    >>> plain("a\x1b[2Jb\u202ec\nd")
    'a\\x1b[2Jb\\u202ec d'
    """
    if text.isprintable():
        return text
    letters = text.replace("\n", " ")
    return "".join(
        letter if _is_shown(letter) else letter.encode("unicode_escape").decode("ascii") for letter in letters
    )


def _is_shown(letter: str) -> bool:
    return letter.isprintable() or unicodedata.category(letter) == "Zs"


def say(text: str, *, err: bool = False, colour: str | None = None, bold: bool = False) -> None:
    """Print a line of text; colours only where the stream is a terminal, and NO_COLOR is not set."""
    shown = plain(text)
    is_styled = (colour or bold) and not os.environ.get("NO_COLOR")
    click.echo(click.style(shown, fg=colour, bold=bold) if is_styled else shown, err=err)


def say_error(error: GovplanError, lang: Lang) -> None:
    """Print what could not be done, a line for each problem."""
    for line in error.message(lang).split("\n"):
        say(line, err=True)


def say_json(value: Any) -> None:
    """Print a value as JSON; what could steer a terminal is escaped as JSON escapes, so the data stay the same."""
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    click.echo("\n".join([line if line.isprintable() else "".join(map(_in_json, line)) for line in lines]))


def _in_json(letter: str) -> str:
    if _is_shown(letter):
        return letter
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def open_streams() -> None:
    """Let both streams take Vietnamese, whatever the platform's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="backslashreplace")


def close_streams() -> None:
    """Give up what is still to be printed: Python would complain once more when it closes the streams."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def default_language(project: Lang | None = None) -> Lang:
    """Return the language of GOVPLAN_LANG, else of the project, else of the locale, English where it is neither."""
    for name in ("GOVPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if name != "GOVPLAN_LANG" and project is not None:
            return project
        if value:
            found: Lang = "vi" if value.lower().startswith("vi") else "en"
            return found
    return "en"
