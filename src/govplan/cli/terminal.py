"""Text for a terminal: nothing from a file may steer it; *not* here: what is said."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import Literal

import click

from govplan.errors import Lang

__all__ = ["COLOURS", "default_language", "open_streams", "plain", "say"]

COLOURS: dict[str, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
"""The colour of each severity, where the terminal has colours."""


def plain(text: str) -> str:
    r"""Return text with everything that could steer a terminal or turn the reading order written out.

    >>> plain("a\x1b[2Jb\u202ec")
    'a\\x1b[2Jb\\u202ec'
    """
    if text.isprintable():
        return text
    return "".join(letter if _is_shown(letter) else letter.encode("unicode_escape").decode("ascii") for letter in text)


def _is_shown(letter: str) -> bool:
    return letter.isprintable() or letter == "\n" or unicodedata.category(letter) == "Zs"


def say(text: str, *, err: bool = False, colour: str | None = None, bold: bool = False) -> None:
    """Print a line of text; colours only where the stream is a terminal."""
    shown = plain(text)
    click.echo(click.style(shown, fg=colour, bold=bold) if colour or bold else shown, err=err)


def open_streams() -> None:
    """Let both streams take Vietnamese, whatever the platform's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="backslashreplace")


def default_language() -> Literal["vi", "en"]:
    """Return the language of the user's locale, English where it is neither."""
    for name in ("GOVPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            found: Lang = "vi" if value.lower().startswith("vi") else "en"
            return found
    return "en"
