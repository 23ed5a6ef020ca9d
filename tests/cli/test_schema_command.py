"""`govplan schema`: the JSON Schema of plan files; *not* here: what the schema says."""

import json
from collections.abc import Callable

from click.testing import Result

import govplan

Run = Callable[..., Result]


def test_the_schema_of_the_library_is_printed(run: Run) -> None:
    """An editor gets exactly what the library has, whatever the language."""
    result = run("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == govplan.json_schema()
    assert run("schema", "--lang", "vi").stdout == result.stdout


def test_every_command_explains_itself(run: Run) -> None:
    """The help names all commands, and each has a help of its own; so does the version."""
    text = run("--help").stdout
    for command in ("check", "show", "cite", "schema"):
        assert f"\n  {command} " in text
        assert run(command, "--help").stdout == run(command, "-h").stdout != ""
    assert run("--version").stdout == f"govplan, version {govplan.__version__}\n"
