"""Ways to run the commands: within the test, where what they do is measured, and as a process of their own."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from govplan.cli.commands import govplan
from govplan.files import example_path

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def quangnam() -> str:
    """Return the folder of the dataset that ships with govplan."""
    return str(example_path("quangnam_2023"))


@pytest.fixture(scope="session")
def run() -> Run:
    """Return a function that runs a command within the test; an exception that escapes it is raised."""

    def invoke(*arguments: str, input: str | bytes | None = None, color: bool = False, **env: str) -> Result:
        runner = CliRunner(env={"GOVPLAN_LANG": "en", **env})
        return runner.invoke(govplan, arguments, input=input, color=color, prog_name="govplan", catch_exceptions=False)

    return invoke


@pytest.fixture(scope="session")
def process() -> Process:
    """Return a function that runs Python as a process, `python -m govplan` unless it is told otherwise."""

    def start(
        *arguments: str, start: tuple[str, ...] = ("-m", "govplan"), env: dict[str, str] | None = None, **options: Any
    ) -> "subprocess.CompletedProcess[str]":
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
        return subprocess.run(
            [sys.executable, *start, *arguments],
            env={**plain, "GOVPLAN_LANG": "en", **(env or {})},
            encoding="utf-8",
            timeout=60,
            check=False,
            **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        )

    return start
