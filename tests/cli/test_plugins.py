"""A package that brings a rule: installed beside govplan, it is listed, explained, run and chosen by every command."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Process = Callable[..., "subprocess.CompletedProcess[str]"]
Ask = Callable[..., "subprocess.CompletedProcess[str]"]

CODE = '''
"""House rules of one office."""

from govplan.rules import Example, Hit, Rule, Severity
from govplan.values import Text

HEAD = "govplan: 1\\nid: {id}\\ntitle: x\\nissuer: x\\njurisdiction: VN-27\\nperiod: 2023\\n"


def ids_name_the_year(survey):
    year = str(survey.plan.period.start.year)
    if year in survey.plan.id:
        yield 1
    else:
        yield Hit("/id", (("found", survey.plan.id), ("year", year)), expected=year, found=survey.plan.id)


YEAR = Rule(
    "OFF001",
    "id-without-year",
    Severity.ERROR,
    Text("Mã kế hoạch mang năm", "Ids of plans carry the year"),
    Text("Tệp được lưu theo mã.", "Files are kept by id."),
    Text("mã không có năm: gặp {found}; hãy thêm {year}", "id without its year: found {found}; add {year}"),
    ids_name_the_year,
    since="2.0",
    bad=Example(HEAD.format(id="office")),
    good=Example(HEAD.format(id="office-2023")),
)
RULES = [YEAR]


def broken(survey):
    raise RuntimeError("oh")


BROKEN = [Rule("OFF002", "broken", Severity.INFO, YEAR.summary, YEAR.summary, YEAR.summary, broken, since="2.0")]
CLASH = [Rule("GP101", "clash", Severity.INFO, YEAR.summary, YEAR.summary, YEAR.summary, broken, since="2.0")]
'''


@pytest.fixture
def install(process: Process, tmp_path: Path) -> Callable[..., Ask]:
    """Return a function that installs the package into a folder of its own, and gives what runs govplan with it."""

    def make(entry: str = "RULES") -> Ask:
        site = tmp_path / "site"
        info = site / "office_rules-2.0.dist-info"
        info.mkdir(parents=True)
        (site / "office_rules.py").write_text(CODE, encoding="utf-8")
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: office-rules\nVersion: 2.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[govplan.rules]\noffice = office_rules:{entry}\n", encoding="utf-8")
        return lambda *arguments, **options: process(*arguments, env={"PYTHONPATH": str(site)}, **options)

    return make


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """Return a plan file that breaks the office's rule."""
    file = tmp_path / "plan.yaml"
    file.write_text(
        "govplan: 1\nid: office\ntitle: {vi: Kế hoạch, en: Plan}\nissuer: x\njurisdiction: VN-27\nperiod: 2023\n",
        encoding="utf-8",
    )
    return str(file)


def test_its_rule_is_listed_and_explained(install: Callable[..., Ask]) -> None:
    """`govplan rule` shows it among the others, and its page says whose it is, with its examples."""
    ask = install()
    assert "\nOFF001  error    Ids of plans carry the year\n" in ask("rule").stdout
    page = ask("rule", "OFF001", "--lang", "vi").stdout
    assert page.startswith("# OFF001: id-without-year\n\nlỗi; của phần mở rộng office\n\n**Mã kế hoạch mang năm.**\n")
    assert "id: office\n" in page
    assert "- mã không có năm: gặp office; hãy thêm 2023\n" in page
    assert json.loads(ask("rule", "OFF001", "--format", "json").stdout)["plugin"] == "office"


def test_its_rule_runs_and_is_chosen(install: Callable[..., Ask], plan: str) -> None:
    """Every form of the output has its findings; settings take it and leave it; a plan may accept it."""
    ask = install()
    result = ask("check", plan)
    assert (result.returncode, result.stderr) == (1, "")
    assert ":2:1: OFF001 id without its year: found office; add 2023 [/id]\n" in result.stdout
    assert "  OFF001    1  Ids of plans carry the year\n" in result.stdout
    [found] = json.loads(ask("check", plan, "--format", "json", "--select", "OFF").stdout)["findings"]
    assert (found["code"], found["expected"]) == ("OFF001", "2023")
    run = json.loads(ask("check", plan, "--format", "sarif").stdout)["runs"][0]
    assert "OFF001" in [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ask("check", plan, "--ignore", "OFF001").returncode == 0
    assert ask("check", plan, "--severity", "OFF=info").returncode == 0
    with Path(plan).open("a", encoding="utf-8") as file:
        file.write("suppress:\n  - {rule: OFF001, reason: tên cũ}\n")
    assert ask("check", plan).returncode == 0


def test_without_it_its_suppressions_are_told(process: Process, plan: str) -> None:
    """Where the package is not installed its code is none."""
    with Path(plan).open("a", encoding="utf-8") as file:
        file.write("suppress:\n  - {rule: OFF001, reason: tên cũ}\n")
    assert (
        "GP105 suppression that suppresses nothing: found OFF001; there is no such rule"
        in process("check", plan).stdout
    )


def test_a_rule_that_breaks_off_is_told_and_the_job_does_not_pass(install: Callable[..., Ask], plan: str) -> None:
    """The other rules are asked, the plug-in is named, there is no traceback, and the exit status is 2."""
    result = install("BROKEN")("check", plan)
    assert (result.returncode, result.stderr) == (2, "")
    assert ": OFF002 not checked: the rule OFF002 of the plug-in office failed (RuntimeError: oh)" in result.stdout


@pytest.mark.parametrize("command", [["check"], ["rule"], ["check", "--format", "sarif"]], ids=" ".join)
def test_a_plugin_that_cannot_be_used_is_one_sentence(
    install: Callable[..., Ask], plan: str, command: list[str]
) -> None:
    """Its name, its entry point, and what is wrong; nothing is checked without its rules in silence."""
    result = install("CLASH")(*command, *([plan] if command[0] == "check" else []))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("plug-in 'office' (office_rules:CLASH) cannot be used: 'GP101' is no code for it")
    assert len(result.stderr.splitlines()) == 1
    assert sys.executable not in result.stderr
