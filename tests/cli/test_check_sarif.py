"""`govplan check --format sarif`: what code scanning services read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from cli.sarif_schema import SARIF
from click.testing import Result
from hypothesis import given

import govplan
from govplan.cli.check_sarif import as_sarif
from govplan.cli.reading import read_plan
from govplan.cli.runs import Run as CheckRun
from govplan.model import Plan, Suppression
from govplan.rules import RULES, Edit, Finding, Fix, Report, Severity
from govplan.testing import plans
from govplan.values import Text

Run = Callable[..., Result]

PLAN = govplan.load_example("quangnam_2023")
TEXT = govplan.dumps(PLAN)
IDLE = "suppress:\n  # kept\n  - {rule: GP302, reason: in như vậy}\n  - {rule: GP101, reason: đã sửa}\n"


VALIDATOR = jsonschema.Draft202012Validator(SARIF)


def sarif(result: Result) -> Any:
    """Return the one run of a log that is as the specification asks."""
    log = json.loads(result.stdout)
    VALIDATOR.validate(log)
    [found] = log["runs"]
    return found


@given(plans())
def test_every_log_is_as_the_specification_asks(run: Run, plan: Plan) -> None:
    """Whatever a plan holds, the log is valid, and every result leads to its rule."""
    result = run("check", "-", "--format", "sarif", input=govplan.dumps(plan))
    found = sarif(result)
    rules = found["tool"]["driver"]["rules"]
    report = govplan.check(govplan.loads(govplan.dumps(plan)))
    assert [one["ruleId"] for one in found["results"] if not one["suppressions"]] == [
        finding.code for finding in report.findings
    ]
    assert len(found["results"]) == len(report.findings) + len(report.suppressed)
    for one in found["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["message"]["text"]
    notified = found["invocations"][0]["toolExecutionNotifications"]
    assert [one["associatedRule"]["id"] for one in notified] == [missed.code for missed in report.not_checked]
    assert result.exit_code == (1 if report.errors else 0)


def test_a_result_says_where_and_how_bad(run: Run, quangnam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address is relative to where the command runs; line, column and pointer are those of the other forms."""
    monkeypatch.chdir(Path(quangnam).parent)
    found = sarif(run("check", "quangnam_2023", "--format", "sarif"))
    shown = json.loads(run("check", "quangnam_2023", "--format", "json").stdout)["findings"]
    for result, finding in zip(found["results"], shown, strict=True):
        [location] = result["locations"]
        assert location["physicalLocation"] == {
            "artifactLocation": {"uri": "quangnam_2023/plan.yaml", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": finding["line"], "startColumn": finding["column"]},
        }
        assert location["logicalLocations"] == [{"fullyQualifiedName": finding["path"], "kind": "value"}]
        assert (result["level"], result["message"]["text"]) == ("warning", finding["message"]["en"])
    assert found["tool"]["driver"]["version"] == govplan.__version__
    assert found["invocations"][0]["executionSuccessful"] is True


def test_a_rule_comes_with_its_help(run: Run, quangnam: str) -> None:
    """What a service shows beside a result is the rule's own page, in the language asked for."""
    found = sarif(run("check", quangnam, "--format", "sarif", "--lang", "vi"))
    [hyphen, _] = found["tool"]["driver"]["rules"]
    rule = next(rule for rule in RULES if rule.code == "GP301")
    assert (hyphen["id"], hyphen["name"]) == ("GP301", "malformed-symbol")
    assert hyphen["shortDescription"]["text"] == rule.summary.vi
    assert hyphen["help"]["markdown"].startswith("# GP301: malformed-symbol\n")
    assert "68/NQHĐND" in hyphen["help"]["markdown"]
    assert hyphen["properties"] == {"tags": ["GP3"]}
    assert found["language"] == "vi"
    assert "dạng chuẩn là 68/NQ-HĐND" in found["results"][0]["message"]["text"]


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_a_severity_is_a_level(run: Run, severity: str, level: str) -> None:
    """What people call a note is one; the settings' weight counts."""
    found = sarif(run("check", "-", "--format", "sarif", "--severity", f"GP301={severity}", input=TEXT))
    assert found["results"][0]["level"] == level
    assert found["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": level}


def test_what_is_accepted_and_what_can_be_mended_is_told(run: Run, tmp_path: Path) -> None:
    """A suppression carries its reason; a fix deletes just the characters that `--fix` would."""
    file = tmp_path / "kế hoạch.yaml"
    file.write_text(TEXT + IDLE, encoding="utf-8")
    found = sarif(run("check", str(file), "--format", "sarif"))
    by_rule = {result["ruleId"]: result for result in found["results"]}
    assert by_rule["GP302"]["suppressions"] == [{"kind": "inSource", "justification": "in như vậy"}]
    assert by_rule["GP301"]["suppressions"] == []
    assert "fixes" not in by_rule["GP301"]
    [fix] = by_rule["GP105"]["fixes"]
    [change] = fix["artifactChanges"]
    lines = (TEXT + IDLE).splitlines()
    line = lines.index("  - {rule: GP101, reason: đã sửa}") + 1
    assert change["replacements"] == [
        {"deletedRegion": {"startLine": line, "startColumn": 1, "endLine": line + 1, "endColumn": 1}}
    ]
    assert change["artifactLocation"]["uri"].startswith("file:///")
    assert change["artifactLocation"]["uri"].endswith("/k%E1%BA%BF%20ho%E1%BA%A1ch.yaml")


def test_a_value_that_a_fix_writes_is_inserted(tmp_path: Path) -> None:
    """What a plug-in's rule replaces is told as it would stand in the file; a fix that cannot be made is not told."""
    file = tmp_path / "plan.yaml"
    file.write_text(TEXT, encoding="utf-8")
    fixes = [Fix(Text("sửa", "mend it"), (Edit(path, "a: b"),)) for path in ("/id", "/nowhere")]
    findings = [Finding("GP101", Severity.INFO, "/id", Text(en="x"), fix=fix) for fix in fixes]
    run = CheckRun(str(file), read_plan(str(file)), Report(tuple(findings)))
    log = as_sarif([run], "en", RULES)
    VALIDATOR.validate(log)
    told, untold = log["runs"][0]["results"]
    [change] = told["fixes"][0]["artifactChanges"]
    [replacement] = change["replacements"]
    assert replacement["insertedContent"] == {"text": "'a: b'"}
    region = replacement["deletedRegion"]
    line = TEXT.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == PLAN.id
    assert "fixes" not in untold


def test_a_finding_keeps_its_fingerprint_when_lines_move(run: Run) -> None:
    """A service knows it for the same one after something was written above it, and tells two apart."""
    before = sarif(run("check", "-", "--format", "sarif", input=TEXT))["results"]
    after = sarif(run("check", "-", "--format", "sarif", input=f"# a line\n\n{TEXT}"))["results"]
    prints = [[result["partialFingerprints"] for result in results] for results in (before, after)]
    assert prints[0] == prints[1]
    assert prints[0][0] != prints[0][1]
    other = govplan.dumps(evolve(PLAN, id="another"))
    assert (
        sarif(run("check", "-", "--format", "sarif", input=other))["results"][0]["partialFingerprints"] != prints[0][0]
    )


def test_what_was_not_checked_is_no_result(run: Run) -> None:
    """A service would show it as a fault; it stands among the notifications, with its rule and its place."""
    found = sarif(run("check", "-", "--format", "sarif", input=govplan.dumps(evolve(PLAN, issued=None))))
    notified = found["invocations"][0]["toolExecutionNotifications"]
    assert {one["associatedRule"]["id"] for one in notified} == {"GP303"}
    assert {one["level"] for one in notified} == {"note"}
    assert {result["ruleId"] for result in found["results"]} == {"GP301", "GP302"}
    assert notified[0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "description": {"text": "standard input"}
    }


def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run was not successful, and each problem has its place."""
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("govplan: 1\nid: X\nidd: 5\n", encoding="utf-8")
    result = run("check", "bad.yaml", "nowhere.yaml", "notes.txt", "--format", "sarif")
    assert (result.exit_code, result.stderr) == (2, "")
    [invocation] = sarif(result)["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [
        (
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            one["locations"][0]["physicalLocation"]["region"]["startLine"],
            one["level"],
        )
        for one in invocation["toolExecutionNotifications"]
    ]
    assert ("bad.yaml", 2, "error") in told
    assert ("nowhere.yaml", 1, "error") in told
    assert ("notes.txt", 1, "error") in told
    assert len(told) > 4


def test_a_suppressed_finding_is_described_too(run: Run) -> None:
    """A rule all of whose findings are accepted is still in the list that results point into."""
    accepted = evolve(PLAN, suppress=[Suppression("GP301", "x"), Suppression("GP302", "x")])
    found = sarif(run("check", "-", "--format", "sarif", "--fail-on", "info", input=govplan.dumps(accepted)))
    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == ["GP301", "GP302"]
    assert all(result["suppressions"] for result in found["results"])
