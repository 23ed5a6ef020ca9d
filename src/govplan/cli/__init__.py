"""The commands of `govplan`; *not* here: what they print is about."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; exit status 0, 1 (findings at or above --fail-on) or 2 (unusable input)."""
    try:
        import click  # noqa: F401  # asked for by name before anything that needs it is imported
    except ImportError:
        print(  # there is no click to print with
            "The commands need click: pip install govplan[cli]\nCần cài click để dùng lệnh: pip install govplan[cli]",
            file=sys.stderr,
        )
        raise SystemExit(2) from None
    from govplan.cli.commands import govplan

    govplan.main(prog_name="govplan")
