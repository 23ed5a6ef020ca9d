"""What the commands do with input they cannot use: one sentence each, exit status 2, never a traceback."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import govplan

Run = Callable[..., Result]
TEXT = govplan.dumps(govplan.load_example("quangnam_2023"))
ANY_BYTES = st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
MARKS = st.sampled_from(["\n", ": ", "- ", "{", "&a ", "*a", "!!x ", "|", "\t", "''"])

BAD = {
    "nothing": "",
    "blanks": "  \n\n",
    "a list": "- 1\n- 2\n",
    "no plan": "title: x\n",
    "bad YAML": "govplan: 1\n  id: [",
    "a tab": "govplan: 1\n\tid: x",
    "a newer format": "govplan: 99\n",
    "an unknown key": TEXT.replace("issuer:", "isuer:"),
    "an alias": "govplan: 1\nid: &a x\ntitle: *a\n",
    "UTF-16": TEXT.encode("utf-16"),
    "Latin-1": "govplan: 1\ntitle: Qu\xe0ng Nam".encode("latin-1"),
    "noise": bytes(range(256)),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["show"], ["show", "--format", "json"]])
def test_unusable_plans_end_with_status_2(run: Run, command: list[str], content: str | bytes, lang: str) -> None:
    """What is wrong is said, in the language asked for; nothing is shown of a plan that cannot be read."""
    result = run(*command, "-", "--lang", lang, input=content)
    assert result.exit_code == 2
    if command == ["check", "--format", "json"]:
        shown = json.loads(result.stdout)
        assert shown["path"] == "-"
        assert all(problem["message"][lang] for problem in shown["unreadable"])
    else:
        assert result.stdout == ""
        assert result.stderr.startswith("<stdin>:")
        assert all(line.startswith("<stdin>:") for line in result.stderr.splitlines())


def test_all_problems_come_at_once_with_their_lines(run: Run) -> None:
    """Each problem has a line of its own, with file, line, column and pointer, in the order of the file."""
    text = re.sub("period: .*2023.*", "period: soon", TEXT).replace("at_least: 16000", "at_least: 16.000,5x", 1)
    result = run("check", "-", input=text)
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    for line, words in zip(lines, ("soon", "16.000,5x"), strict=True):
        row = int(line.split(":")[1])
        assert words in text.splitlines()[row - 1]
    assert lines[1].endswith("[/targets/0/goal/at_least]")

    shown = json.loads(run("check", "-", "--format", "json", input=text).stdout)
    assert [(problem["path"], problem["line"]) for problem in shown["unreadable"]] == [
        ("/period", int(lines[0].split(":")[1])),
        ("/targets/0/goal/at_least", int(lines[1].split(":")[1])),
    ]
    assert all(problem["message"]["vi"] != problem["message"]["en"] for problem in shown["unreadable"])


@pytest.mark.parametrize("command", ["check", "show", "cite"])
def test_missing_files_are_named(run: Run, command: str, tmp_path: Path) -> None:
    """The path that was given is repeated, so that a slip in it is seen."""
    missing = str(tmp_path / "nowhere.yaml")
    result = run(command, missing)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{missing}:")
    assert "no such file: found nothing there; check the path" in result.stderr
    assert "không có tệp" in run(command, missing, "--lang", "vi").stderr


@pytest.mark.parametrize("command", ["check", "show"])
def test_folders_without_a_plan_are_told_what_one_holds(run: Run, command: str, tmp_path: Path) -> None:
    """The names that are looked for are listed."""
    result = run(command, str(tmp_path))
    assert result.exit_code == 2
    assert "folder without a plan: found none of plan.yaml, plan.yml, plan.json" in result.stderr


@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["show"]])
def test_other_kinds_of_files_are_refused_by_their_names(run: Run, command: list[str], tmp_path: Path) -> None:
    """A name that says nothing of the format is not guessed at."""
    (tmp_path / "plan.toml").write_text("govplan = 1\n")
    result = run(*command, str(tmp_path / "plan.toml"))
    assert result.exit_code == 2
    assert "unknown kind of file: found 'plan.toml'" in result.stdout + result.stderr


@pytest.mark.parametrize("path", ["", "\x00", "a\nb.yaml", "~", "/dev/null/x.yaml", "x" * 5000 + ".yaml"])
@pytest.mark.parametrize("command", ["check", "show", "cite"])
def test_strange_paths_are_unusable_input(run: Run, command: str, path: str) -> None:
    """Whatever stands where a path should, it is refused in words."""
    result = run(command, path)
    assert result.exit_code == 2
    assert (result.stdout, result.stderr == "") == ("", False)


@pytest.mark.parametrize(
    "arguments", [[], ["check"], ["chek"], ["check", "--fail-on", "all", "x"], ["show", "--lang", "fr", "x"]]
)
def test_wrong_usage_has_status_2(run: Run, arguments: list[str]) -> None:
    """Click explains how a command is called."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: govplan" in result.output


@given(content=ANY_BYTES)
def test_no_bytes_make_a_traceback(run: Run, content: bytes) -> None:
    """Any bytes on standard input give a status and words, from every command that reads it."""
    assert run("check", "-", input=content).exit_code == 2
    assert run("show", "-", "--format", "json", input=content).exit_code == 2
    assert run("cite", "-", input=content).exit_code in (0, 2)


@given(
    start=st.integers(0, len(TEXT)),
    length=st.integers(0, 40),
    instead=st.one_of(st.text(max_size=20), MARKS),
)
def test_no_slip_in_a_good_file_makes_a_traceback(run: Run, start: int, length: int, instead: str) -> None:
    """Anything in place of any stretch of a plan: it is checked, or refused line by line."""
    text = (TEXT[:start] + instead + TEXT[start + length :]).encode("utf-8", "replace")
    result = run("check", "-", input=text)
    assert result.exit_code in (0, 1, 2)
    assert (result.stderr != "") is (result.exit_code == 2)
