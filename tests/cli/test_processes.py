"""The commands as processes of their own: locales, pipes, closed streams, and what is not installed."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

Process = Callable[..., "subprocess.CompletedProcess[str]"]

ASCII = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
COMMANDS = [["check"], ["check", "--format", "json"], ["show"], ["show", "--format", "json"], ["cite"], ["schema"]]
# Runs the commands, then names on standard error which modules of the given packages were imported.
WATCHED = """
import sys
from govplan.cli import main
watched, sys.argv[1:] = sys.argv[1].split(","), sys.argv[2:]
try:
    main()
finally:
    print(*sorted(set(watched) & set(sys.modules)), file=sys.stderr)
"""
# Runs the commands where one package is not installed.
WITHOUT = """
import sys
sys.modules[sys.argv.pop(1)] = None
import runpy
runpy.run_module("govplan", run_name="__main__", alter_sys=True)
"""


def arguments(command: list[str], quangnam: str) -> list[str]:
    """Return a command with what it is about: the dataset, a file of it, or nothing."""
    about = {"cite": [f"{quangnam}/plan.yaml"], "schema": []}
    return [*command, *about.get(command[0], [quangnam])]


def test_the_package_runs_as_the_script_does(process: Process, quangnam: str) -> None:
    """`python -m govplan` and the console script are the same commands."""
    result = process("check", quangnam)
    assert (result.returncode, result.stderr) == (0, "")
    assert ": GP301 " in result.stdout
    assert process("check", quangnam, "--fail-on", "warning").returncode == 1
    assert process("check", "nowhere").returncode == 2
    [script] = [script for script in entry_points(group="console_scripts") if script.name == "govplan"]
    assert script.value == "govplan.cli:main"
    assert process("--version", start=("-c", "from govplan.cli import main; main()")).stdout.startswith(
        "govplan, version"
    )


@pytest.mark.parametrize("command", [["check"], ["show"], ["show", "--format", "json"], ["cite"]])
@pytest.mark.parametrize("env", [{"LANG": "C"}, {"PYTHONIOENCODING": "ascii"}, ASCII], ids=["C", "ascii", "both"])
def test_vietnamese_prints_whatever_the_locale_is(
    process: Process, quangnam: str, command: list[str], env: dict[str, str]
) -> None:
    """Output is UTF-8, with every mark, where the platform would say ASCII."""
    result = process(*arguments(command, quangnam), "--lang", "vi", env=env)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Nghị quyết số 68/NQ" in result.stdout


def test_words_of_click_and_of_errors_print_as_well(process: Process) -> None:
    """Help, usage and errors hold letters beyond ASCII too."""
    assert "PATH…" in process("check", "--help", env=ASCII).stdout
    assert "PATH…" in process("check", env=ASCII).stderr
    assert "không có tệp" in process("check", "nowhere.yaml", "--lang", "vi", env=ASCII).stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_that_was_closed_is_no_error(process: Process, quangnam: str, command: list[str]) -> None:
    """Where nobody reads any more, the command ends in silence, with status 0."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = process(*arguments(command, quangnam), stdout=writing)
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("command", ["check", "show", "show --format json"])
def test_one_line_may_be_enough(quangnam: str, command: str) -> None:
    """`| head -1` gives one line and no complaint."""
    line = f'"{sys.executable}" -m govplan {command} "{quangnam}" | head -1'
    result = subprocess.run(line, shell=True, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""


@pytest.mark.parametrize("command", [["check"], ["show"], ["schema"]], ids=" ".join)
def test_output_that_does_not_fit_is_one_sentence(
    process: Process, quangnam: str, command: list[str], tmp_path: Path
) -> None:
    """A file that may not grow, as on a full disk, ends with status 2 and the reason."""

    def allow_ten_bytes() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    with (tmp_path / "out").open("w") as out:
        result = process(*arguments(command, quangnam), stdout=out, preexec_fn=allow_ten_bytes)
    assert result.returncode == 2
    assert result.stderr.startswith("output cannot be written: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_standard_output_is_no_error(process: Process, quangnam: str, command: list[str]) -> None:
    """Who closed it wants the exit status alone."""
    result = process(*arguments(command, quangnam), stdout=None, preexec_fn=lambda: os.close(1))
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("command", ["check", "show", "cite"])
def test_no_standard_input_is_an_empty_one(process: Process, command: str, tmp_path: Path) -> None:
    """Closed, or opened for writing: nothing is there to read, and nothing breaks."""
    result = process(command, "-", stdin=None, preexec_fn=lambda: os.close(0))
    with (tmp_path / "in").open("w") as writing:
        other = process(command, "-", stdin=writing)
    assert result.returncode == other.returncode == (0 if command == "cite" else 2)
    assert result.stderr == other.stderr
    assert "Traceback" not in result.stderr


# --- what is not installed, and what is not needed -----------------------------------------


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_click_every_command_says_what_to_install(process: Process, quangnam: str, command: list[str]) -> None:
    """The library works without the extra; the commands say in both languages how to get it."""
    result = process(*arguments(command, quangnam), start=("-c", WITHOUT, "click"))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "The commands need click: pip install govplan[cli]\nCần cài click để dùng lệnh: pip install govplan[cli]\n"
    )


def test_without_rich_the_tree_says_what_to_install(process: Process, quangnam: str) -> None:
    """One sentence with the extra, and the form of output that needs nothing more."""
    result = process("show", quangnam, start=("-c", WITHOUT, "rich"))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "show draws its tree with rich: it is not installed; run: pip install govplan[cli], or use --format json\n"
    )
    vietnamese = process("show", quangnam, "--lang", "vi", start=("-c", WITHOUT, "rich"))
    assert vietnamese.stderr.startswith("show vẽ cây bằng rich: chưa được cài; hãy chạy: pip install govplan[cli]")


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != ["show"]], ids=" ".join)
def test_only_the_tree_needs_rich(process: Process, quangnam: str, command: list[str]) -> None:
    """Every other output comes without it, and does not wait for it where it is installed."""
    without = process(*arguments(command, quangnam), start=("-c", WITHOUT, "rich"))
    assert (without.returncode, without.stderr) == (0, "")
    watched = process("rich", *arguments(command, quangnam), start=("-c", WATCHED))
    assert (watched.returncode, watched.stderr) == (0, "\n")
    assert watched.stdout == without.stdout


def test_the_tree_is_drawn_by_rich(process: Process, quangnam: str) -> None:
    """The watch above would see it."""
    assert process("rich,click,hypothesis", "show", quangnam, start=("-c", WATCHED)).stderr == "click rich\n"


@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--format", "sarif"]], ids=str)
def test_a_folder_that_is_gone_keeps_nobody_from_checking(
    process: Process, quangnam: str, tmp_path: Path, options: list[str]
) -> None:
    """Whoever runs a command in a folder that was deleted meanwhile gets the defaults, and no traceback."""
    gone = tmp_path / "gone"
    gone.mkdir()
    result = process("check", quangnam, *options, cwd=gone, preexec_fn=gone.rmdir)
    assert (result.returncode, result.stderr) == (0, "")
    assert "GP301" in result.stdout
