"""`govplan check` with results: those of the folder, those that are named, and where findings about them stand."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cli.sarif_schema import SARIF
from click.testing import Result

Run = Callable[..., Result]

TABLE = """\
target,period,value,status,judgement
vocational-enrolment,2023,24800,,Vượt
vocational-enrolment,2023,24801,,Không đạt
vocational-enrollment,2023,5,,
Tuyển sinh,2023,6,,
"""


@pytest.fixture
def dataset(tmp_path: Path, quangnam: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a dataset folder with results, in the folder where commands run."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "ds"
    folder.mkdir()
    shutil.copyfile(Path(quangnam) / "plan.yaml", folder / "plan.yaml")
    (folder / "results.csv").write_text(TABLE, encoding="utf-8")
    return Path("ds")


def found(result: Result) -> list[str]:
    """Return the lines about results, without their words."""
    return [line.partition(";")[0] for line in result.stdout.splitlines() if line.startswith("ds/results.")]


def test_the_results_of_a_folder_are_checked_with_its_plan(run: Run, dataset: Path) -> None:
    """Findings about a row stand in the file of results, in its line, and name the row as the file counts it."""
    result = run("check", str(dataset), "--select", "GP5")
    assert result.exit_code == 1
    assert found(result) == [
        "ds/results.csv:4:1: GP501 result of no target of the plan: row 4 names vocational-enrollment",
        "ds/results.csv:3:1: GP503 one result with two values: row 3 says 24,801 người for 2023, another row 24,800",
        "ds/results.csv:3:1: GP507 judgement against its numbers: row 3 says Không đạt, but 24,801 người for “ít nhất "
        "24.000” is exceeded",
        "ds/results.csv:5:1: unmatched: no such target in the plan: found 'Tuyển sinh'",
    ]
    assert "2 errors, 1 warning, 1 not checked, 1 unmatched" in result.stdout
    assert "[/targets/4]" in result.stdout


def test_a_plan_file_alone_has_no_results(run: Run, dataset: Path) -> None:
    """Unless they are named; those that are named go before those of the folder."""
    assert run("check", str(dataset / "plan.yaml"), "--select", "GP5").exit_code == 0
    result = run("check", str(dataset / "plan.yaml"), "--results", "ds/results.csv", "--select", "GP5")
    assert (result.exit_code, len(found(result))) == (1, 4)
    Path("other.csv").write_text("target,period,value\nvocational-enrolment,2023,24800\n", encoding="utf-8")
    assert run("check", str(dataset), "--results", "other.csv", "--select", "GP5").exit_code == 0


def test_results_go_with_a_plan_on_standard_input(run: Run, dataset: Path) -> None:
    """A pipe has no folder, but results can be named."""
    text = (dataset / "plan.yaml").read_text(encoding="utf-8")
    result = run("check", "-", "--results", "ds/results.csv", "--select", "GP501", input=text)
    assert (result.exit_code, len(found(result))) == (1, 2)


def test_results_in_vietnamese(run: Run, dataset: Path) -> None:
    """The same places, in the other language."""
    result = run("check", str(dataset), "--select", "GP501", "--lang", "vi")
    assert found(result) == [
        "ds/results.csv:4:1: GP501 kết quả của chỉ tiêu không có trong kế hoạch: dòng 4 gọi vocational-enrollment",
        "ds/results.csv:5:1: dòng kết quả chưa khớp: không có chỉ tiêu này trong kế hoạch: gặp 'Tuyển sinh'",
    ]


def test_items_of_a_document_are_found_by_line(run: Run, dataset: Path) -> None:
    """A row of YAML is an item, counted from 1."""
    (dataset / "results.csv").unlink()
    (dataset / "results.yaml").write_text(
        "results:\n  - {target: unemployment-rate, period: 2023, value: 3}\n\n"
        "  - target: nobody\n    period: 2023\n    value: 3\n",
        encoding="utf-8",
    )
    assert found(run("check", str(dataset), "--select", "GP501")) == [
        "ds/results.yaml:4:5: GP501 result of no target of the plan: row 2 names nobody"
    ]


def test_json_says_file_row_and_line(run: Run, dataset: Path) -> None:
    """Programs read it from a finding itself; what matched nothing is listed with the results."""
    result = json.loads(run("check", str(dataset), "--select", "GP5", "--format", "json").stdout)
    places = [
        (one["code"], one["path"], one.get("file"), one.get("row"), one["line"], one["column"])
        for one in result["findings"]
    ]
    assert places == [
        ("GP501", "", "ds/results.csv", 4, 4, 1),
        ("GP503", "/targets/4", "ds/results.csv", 3, 3, 1),
        ("GP507", "/targets/4", "ds/results.csv", 3, 3, 1),
    ]
    assert (result["results"]["path"], result["results"]["count"]) == ("ds/results.csv", 2)
    [listed] = result["results"]["unmatched"]
    assert (listed["row"], listed["line"], listed["name"]) == (5, 5, "Tuyển sinh")
    assert listed["message"]["vi"] != listed["message"]["en"]
    assert result["results"]["remarks"] == []


def test_sarif_points_into_the_results(run: Run, dataset: Path) -> None:
    """With the target in the plan beside it; two rows with one fault are two results."""
    (dataset / "results.csv").write_text(TABLE + "jobs-create,2023,5,,\n", encoding="utf-8")
    log = json.loads(run("check", str(dataset), "--select", "GP5", "--format", "sarif").stdout)
    jsonschema.validate(log, SARIF)
    [checked] = log["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in checked["results"]]
    assert [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places] == [
        ("ds/results.csv", 4),
        ("ds/results.csv", 6),
        ("ds/results.csv", 3),
        ("ds/results.csv", 3),
    ]
    related = checked["results"][2]["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "ds/plan.yaml"
    assert related["logicalLocations"][0]["fullyQualifiedName"] == "/targets/4"
    prints = [one["partialFingerprints"]["planAndPath/v1"] for one in checked["results"]]
    assert len(set(prints)) == 4
    notes = [
        one["locations"][0]["physicalLocation"]
        for one in checked["invocations"][0]["toolExecutionNotifications"]
        if "associatedRule" not in one
    ]
    assert [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in notes] == [("ds/results.csv", 5)]


def test_a_fingerprint_stays_when_rows_are_added_above(run: Run, dataset: Path) -> None:
    """A row is known by what it says, not by its number."""

    def prints() -> set[str]:
        log = json.loads(run("check", str(dataset), "--select", "GP501", "--format", "sarif").stdout)
        return {one["partialFingerprints"]["planAndPath/v1"] for one in log["runs"][0]["results"]}

    before = prints()
    head, _, rest = TABLE.partition("\n")
    (dataset / "results.csv").write_text(f"{head}\nunemployment-rate,2023,3,,\n{rest}", encoding="utf-8")
    assert prints() == before


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_results_that_cannot_be_read_end_with_status_2(run: Run, dataset: Path, form: str) -> None:
    """The plan is checked all the same, and every problem of the results is told with its place."""
    (dataset / "results.csv").write_text("target,period,value\njobs-created,2023,3.000\n,2023,1\n", encoding="utf-8")
    result = run("check", str(dataset), "--format", form)
    assert result.exit_code == 2
    assert "GP301" in result.stdout
    if form == "text":
        assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
            "ds/results.csv:2:19",
            "ds/results.csv:3:1",
        ]
        assert "1 unusable" in result.stdout
    elif form == "json":
        problems = json.loads(result.stdout)["results"]["unreadable"]
        assert [(one["line"], one["column"]) for one in problems] == [(2, 19), (3, 1)]
    else:
        log: Any = json.loads(result.stdout)
        jsonschema.validate(log, SARIF)
        [invocation] = log["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        uris = [
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for one in invocation["toolExecutionNotifications"]
            if one["level"] == "error"
        ]
        assert uris == ["ds/results.csv", "ds/results.csv"]


def test_named_results_that_are_not_there(run: Run, dataset: Path) -> None:
    """They are an unusable input, as a plan would be."""
    result = run("check", str(dataset), "--results", "none.csv")
    assert result.exit_code == 2
    assert result.stderr == "none.csv: no such file: found nothing there; check the path\n"


def test_results_belong_to_one_plan(run: Run, dataset: Path) -> None:
    """Beside several plans nobody knows whose they are; each folder may have its own."""
    result = run("check", str(dataset), str(dataset), "--results", "ds/results.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("results of one plan: found --results beside 2 paths; name one plan")
    shutil.copytree(dataset, "ds2")
    Path("ds2/plan.yaml").write_text(
        Path("ds/plan.yaml").read_text(encoding="utf-8").replace("id: quangnam-", "id: other-"), encoding="utf-8"
    )
    result = run("check", "ds", "ds2", "--select", "GP501")
    assert [line.split(" ")[0] for line in result.stdout.splitlines() if "GP501 result" in line] == [
        "ds/results.csv:4:1:",
        "ds2/results.csv:4:1:",
    ]
    assert "2 unmatched" in result.stdout


def test_fixing_leaves_results_alone(run: Run, dataset: Path) -> None:
    """What is mended is the plan file; results keep every byte, and are checked with the mended plan."""
    plan = dataset / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "suppress:\n  - {rule: GP105, reason: a}\n", encoding="utf-8")
    before = (dataset / "results.csv").read_bytes()
    result = run("check", str(dataset), "--fix", "--select", "GP1", "--select", "GP5")
    assert "GP105 mended" in result.stdout
    assert "suppress" not in plan.read_text(encoding="utf-8")
    assert (dataset / "results.csv").read_bytes() == before
    assert len(found(result)) == 4
    assert run("check", str(dataset), "--diff").stdout == ""


def test_an_accepted_finding_about_a_row_stands_there_too(run: Run, dataset: Path) -> None:
    """What the plan file accepts is listed in the place where it would be found."""
    plan = dataset / "plan.yaml"
    accepted = "suppress:\n  - {rule: GP507, path: /targets/4, reason: In như vậy}\n"
    plan.write_text(plan.read_text(encoding="utf-8") + accepted, encoding="utf-8")
    lines = found(run("check", str(dataset), "--select", "GP507"))
    assert lines[0] == "ds/results.csv:3:1: GP507 suppressed: In như vậy [/targets/4]"


def test_a_remark_is_no_finding(run: Run, dataset: Path) -> None:
    """A table that prints another planned figure is told, and fails nothing."""
    (dataset / "results.csv").write_text(
        "Chỉ tiêu;Kế hoạch;Thực hiện\nTuyển sinh giáo dục nghề nghiệp;25.000;24.800\n", encoding="utf-8"
    )
    result = run("check", str(dataset), "--select", "GP5")
    assert result.exit_code == 0
    assert found(result) == [
        "ds/results.csv:2:33: remark: planned figure otherwise than in the plan: found 25.000, the plan has Tuyển sinh "
        "giáo dục nghề nghiệp: ít nhất 24.000 người"
    ]
