"""`[tool.govplan]` and the options that say the same on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from govplan.cli.configuration import Configuration, configuration, configured_language, with_options
from govplan.errors import InvalidSettingError
from govplan.files import example_path
from govplan.rules import Settings, Severity

Run = Callable[..., Result]

PLAN = str(example_path("quangnam_2023"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that writes the pyproject.toml of the folder the command runs in."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        file = tmp_path / "pyproject.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def codes(result: Result) -> list[str]:
    return [finding["code"] for finding in json.loads(result.stdout)["findings"]]


# --- the file ------------------------------------------------------------------------------


def test_the_table_sets_what_the_options_set(run: Run, project: Callable[[str], Path]) -> None:
    """Every option of the command that a project decides once stands in its file."""
    project(
        '[tool.govplan]\nselect = ["GP3", "GP1"]\nignore = ["GP301"]\nseverity = {GP302 = "error"}\n'
        'fail-on = "warning"\nlang = "vi"\n'
    )
    found = configuration(Path.cwd())
    assert found == Configuration(Settings(["GP3", "GP1"], ["GP301"], {"GP302": "error"}), Severity.WARNING, "vi")
    result = run("check", PLAN, "--format", "json")
    assert (codes(result), result.exit_code) == (["GP302"], 1)
    assert "1 lỗi" in run("check", PLAN, GOVPLAN_LANG="").stdout
    assert "1 error" in run("check", PLAN, GOVPLAN_LANG="en").stdout


def test_an_option_goes_before_the_file(run: Run, project: Callable[[str], Path]) -> None:
    """What is given on the command line stands in the place of the same key, and of no other."""
    project('[tool.govplan]\nselect = ["GP302"]\nfail-on = "warning"\nlang = "vi"\n')
    assert codes(run("check", PLAN, "--select", "GP301", "--format", "json")) == ["GP301"]
    assert run("check", PLAN, "--fail-on", "error").exit_code == 0
    assert run("check", PLAN).exit_code == 1
    assert "1 warning" in run("check", PLAN, "--lang", "en", GOVPLAN_LANG="").stdout


def test_the_nearest_table_counts(tmp_path: Path) -> None:
    """A file without the table says nothing; one in a folder above does."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.govplan]\nlang = "vi"\n', encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'govplan-data'\n", encoding="utf-8")
    assert configuration(below).lang == "vi"
    (below / "pyproject.toml").write_text('[tool.govplan]\nlang = "en"\n', encoding="utf-8")
    assert configuration(below).lang == "en"
    (below / "pyproject.toml").write_text("[tool.govplan]\n", encoding="utf-8")
    assert configuration(below) == Configuration()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("selct = []", "[tool.govplan]: unknown key: found 'selct'; did you mean select?"),
        ("x = 1", "[tool.govplan]: unknown key: found 'x'; there are select, ignore, severity, fail-on, lang"),
        ("fail_on = 'error'", "[tool.govplan]: unknown key: found 'fail_on'; did you mean fail-on?"),
        ("select = 'GP2'", "[tool.govplan] select: a list of codes expected: found 'GP2'"),
        ("select = [2]", "[tool.govplan] select: not the code of a rule: found 2"),
        ("ignore = ['gp2']", "[tool.govplan] ignore: not the code of a rule: found 'gp2'"),
        ("severity = 'info'", "[tool.govplan] severity: a table of codes expected: found 'info'"),
        ("severity = {GP2 = 'bad'}", "[tool.govplan] severity: not a severity: found 'bad'; write one of error"),
        ("fail-on = 'never'", "[tool.govplan] fail-on: not a severity: found 'never'; write one of error"),
        ("fail-on = []", "[tool.govplan] fail-on: not a severity: found []"),
        ("lang = 'fr'", "[tool.govplan] lang: unknown language: found 'fr'; write vi or en"),
        ("lang = {}", "[tool.govplan] lang: unknown language: found {}"),
        ("select = [", "not TOML: "),
    ],
)
def test_what_cannot_be_a_setting_is_one_sentence(
    run: Run, project: Callable[[str], Path], table: str, words: str
) -> None:
    """The message names the file and the key; there is no traceback, and nothing is checked."""
    file = project(f"[tool.govplan]\n{table}\n")
    result = run("check", PLAN)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{file}: {words}")
    assert len(result.stderr.splitlines()) == 1
    assert run("check", PLAN, "--lang", "vi").stderr != result.stderr
    # Other commands need no settings, and are not kept from their work.
    assert run("schema").exit_code == 0
    assert configured_language(Path.cwd()) is None


def test_a_rule_that_there_is_not_is_refused(run: Run, project: Callable[[str], Path]) -> None:
    """A code is held against the rules that there are, with the nearest one."""
    project('[tool.govplan]\nignore = ["GP3011"]\n')
    result = run("check", PLAN)
    assert result.exit_code == 2
    assert result.stderr.startswith("no such rule: found 'GP3011'; did you mean GP3")


@pytest.mark.parametrize(
    "text", ["tool = 5\n# govplan", "[tool]\ngovplan = 5\n", "[project]\nname = 'govplan'\n", "= govplan", ""]
)
def test_a_file_that_says_nothing_of_govplan_is_no_matter(run: Run, project: Callable[[str], Path], text: str) -> None:
    """Only a table of ours is read; where `govplan` is something else, that is told."""
    project(text)
    result = run("check", PLAN)
    if "govplan = 5" in text:
        assert result.stderr.endswith("[tool.govplan]: a table expected: write [tool.govplan]\n")
    else:
        assert (result.exit_code, result.stderr) == (0, "")


# --- the options ---------------------------------------------------------------------------


def test_codes_are_given_once_or_several_times(run: Run) -> None:
    """Commas and repeated options say the same."""
    both = codes(run("check", PLAN, "--select", "GP301,GP302", "--format", "json"))
    assert both == codes(run("check", PLAN, "--select", "GP301", "--select", " GP302", "--format", "json"))
    assert both == ["GP301", "GP302"]
    assert codes(run("check", PLAN, "--ignore", "GP3", "--format", "json")) == []


def test_a_weight_changes_the_exit_status(run: Run) -> None:
    """A finding that is only a note does not fail a job, one that is an error does."""
    assert run("check", PLAN, "--severity", "GP302=error").exit_code == 1
    assert run("check", PLAN, "--severity", "GP3=info", "--fail-on", "warning").exit_code == 0
    assert "  1 error, 1 warning\n" in run("check", PLAN, "--severity", "GP302=error").stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--severity", "GP302"], "a code and its severity expected: found 'GP302'; write e.g. GP203=info"),
        (["--severity", "GP302=bad"], "not a severity: found 'bad'; write one of error, warning, info"),
        (["--select", "idle-floor"], "not the code of a rule: found 'idle-floor'"),
        (["--select", "GP9"], "no such rule: found 'GP9'"),
        (["--ignore", "GP2O3"], "not the code of a rule: found 'GP2O3'"),
    ],
)
def test_a_wrong_option_is_one_sentence(run: Run, options: list[str], words: str) -> None:
    """Status 2, and what to write instead."""
    result = run("check", PLAN, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(words)


def test_options_that_are_not_given_change_nothing() -> None:
    """What the file says stays."""
    found = Configuration(Settings(["GP2"], ["GP201"], {"GP2": "info"}), Severity.INFO, "vi")
    assert with_options(found) == found
    with pytest.raises(InvalidSettingError, match="a code and its severity expected"):
        with_options(found, severity=["GP2"])
