"""Text for a terminal: nothing from a file may steer it."""

import errno
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import click
import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.cli.terminal import default_language, open_streams, plain, say, say_error, say_json
from govplan.errors import GovplanError

Run = Callable[..., Result]
TEXT = govplan.dumps(govplan.load_example("quangnam_2023"))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)


def is_harmless(text: str) -> bool:
    return all(letter.isprintable() or category(letter) == "Zs" for letter in text)


# --- letters -------------------------------------------------------------------------------


@given(ANY_TEXT)
def test_plain_text_is_harmless_and_stays_as_it_is(text: str) -> None:
    """Every text becomes one printable line; a second time changes nothing, and printable text is not touched."""
    shown = plain(text)
    assert is_harmless(shown)
    assert plain(shown) == shown
    if is_harmless(text):
        assert shown == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quảng Nam 68/NQ-HĐND", "Quảng Nam 68/NQ-HĐND"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b31m", "\\x9b31m"),
        ("ab\u202ecd", "ab\\u202ecd"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("one\ntwo", "one two"),
        ("one\rtwo\tthree\x07", "one\\rtwo\\tthree\\x07"),
        ("a\u2028b\u0085c", "a\\u2028b\\x85c"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    """Escapes, overrides of the reading order, bells and separators are seen, not obeyed; blanks stay."""
    assert plain(text) == shown


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3)))
def test_json_is_harmless_and_holds_the_same_data(value: object) -> None:
    """What is escaped for the terminal is escaped as JSON escapes: programs read the text that was there."""
    output = _printed(say_json, value)
    assert is_harmless(output.replace("\n", ""))
    assert json.loads(output) == value


def _printed(function: Callable[..., None], *arguments: object) -> str:
    """Return what a function prints on standard output."""
    stream, before = io.StringIO(), sys.stdout
    sys.stdout = stream
    try:
        function(*arguments)
    finally:
        sys.stdout = before
    return stream.getvalue()


def test_a_line_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Text of a plan cannot begin a line that looks like another finding; problems of a file are lines each."""
    say("plan.yaml: x\nplan.yaml:1:1: GP999")
    say_error(GovplanError("one\ntwo\x1b", "một"), "en")
    assert capsys.readouterr() == ("plan.yaml: x plan.yaml:1:1: GP999\n", "one\ntwo\\x1b\n")


# --- whole commands ------------------------------------------------------------------------


HOSTILE = "[red]x[/red] \\e]0;owned\\a \\u202Egnp.exe \\u2066 \\x9B31m :bomb: {0}"


def hostile(letters: str) -> str:
    """Return the example with a title of YAML escapes."""
    return TEXT.replace(TEXT[TEXT.index("title:") : TEXT.index("issuer:")], f'title: "{letters}"\n', 1)


@pytest.mark.parametrize("command", [["check"], ["show"], ["check", "--format", "json"]])
def test_control_characters_are_refused_and_not_printed(run: Run, command: list[str]) -> None:
    """No plan holds an escape sequence, and the refusal does not repeat it."""
    result = run(*command, "-", input=hostile(HOSTILE))
    assert result.exit_code == 2
    assert "character that no document prints: found '\\x1b'" in (result.stdout + result.stderr).replace("\\\\", "\\")
    assert is_harmless((result.stdout + result.stderr).replace("\n", ""))


@pytest.mark.parametrize("command", ["check", "show"])
def test_overrides_and_markup_are_shown_harmlessly(run: Run, command: str) -> None:
    """A title that turns the reading order, or looks like markup, is shown letter by letter."""
    letters = "[red]x[/red] \u202egnp.exe\u2066 {0}"
    result = run(command, "-", input=hostile(letters.replace("\u202e", "\\u202E").replace("\u2066", "\\u2066")))
    assert result.exit_code == 0
    assert "[red]x[/red] \\u202egnp.exe\\u2066 {0}" in result.stdout.splitlines()[0]
    assert is_harmless(result.stdout.replace("\n", ""))


def test_overrides_reach_programs_unchanged(run: Run) -> None:
    """JSON is harmless on a terminal too, and says the same text."""
    result = run("show", "-", "--format", "json", input=hostile("a\\u202Eb \\U000E0001"))
    assert is_harmless(result.stdout.replace("\n", ""))
    assert json.loads(result.stdout)["title"] == "a\u202eb \U000e0001"


def test_a_title_of_several_lines_is_one_line(run: Run) -> None:
    """No plan can print a finding that is none."""
    text = hostile("x\\n-:1:1: GP999 trust me\\ny")
    assert run("check", "-", input=text).stdout.splitlines()[0] == "<stdin>: x -:1:1: GP999 trust me y"
    assert run("show", "-", input=text).stdout.splitlines()[0] == "x -:1:1: GP999 trust me y"


@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["show"], ["cite"]])
def test_hostile_file_names_are_shown_harmlessly(run: Run, command: list[str], tmp_path: Path) -> None:
    """A name is text of somebody else as well."""
    file = tmp_path / "\x1b[31m\u202e.yaml"
    file.write_text(TEXT, encoding="utf-8")
    result = run(*command, str(file))
    assert result.exit_code == 0
    assert is_harmless(result.stdout.replace("\n", ""))
    missing = run(*command, f"{file}.yaml")
    assert missing.exit_code == 2
    assert is_harmless((missing.stdout + missing.stderr).replace("\n", ""))


# --- streams and locales -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "vi_VN", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "VI"}, "vi"),
        ({"LANG": "vi_VN", "LC_ALL": ""}, "vi"),
        ({"LANG": "en_US", "LC_ALL": "en_US", "GOVPLAN_LANG": "vi"}, "vi"),
    ],
)
def test_the_language_is_that_of_the_locale(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], lang: str) -> None:
    """Our own variable comes before those of the locale, and those in the order that POSIX gives them."""
    for name in ("GOVPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert default_language() == lang


@pytest.mark.parametrize(("encoding", "opened"), [("ascii", "utf-8"), ("latin-1", "utf-8"), ("UTF-8", "UTF-8")])
def test_streams_take_vietnamese(monkeypatch: pytest.MonkeyPatch, encoding: str, opened: str) -> None:
    """A stream of another encoding is opened as UTF-8; one that is UTF-8, or cannot change, is left alone."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    open_streams()
    assert stream.encoding == opened
    stream.write("Quảng Nam")
    stream.flush()
    assert stream.buffer.getvalue().decode("utf-8") == "Quảng Nam"


@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["show"], ["show", "--format", "json"]])
def test_a_full_disk_is_one_sentence(
    run: Run, quangnam: str, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """Output that cannot be written ends with status 2, for it was not given, and says why."""

    def full(text: str, *, err: bool = False, **_options: object) -> None:
        if not err:
            raise OSError(errno.ENOSPC, "No space left on device")
        print(text, file=sys.stderr)

    monkeypatch.setattr(click, "echo", full)
    result = run(*command, quangnam)
    assert result.exit_code == 2
    assert result.stderr == (
        "output cannot be written: No space left on device; free some space or write it elsewhere\n"
    )
    assert "không ghi được kết quả" in run(*command, quangnam, "--lang", "vi").stderr


def test_a_reader_who_has_enough_is_no_error(run: Run, quangnam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pipe ends the command in silence."""

    def closed(*_arguments: object, **_options: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(click, "echo", closed)
    result = run("show", quangnam)
    assert (result.exit_code, result.output) == (0, "")
