"""`govplan aggregate`: many plans together, with what is missing and what was refused."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import Result

import govplan
from govplan.files import example_path
from govplan.model import Goal, Indicator, Organization, Plan, Target
from govplan.values import Jurisdiction, Period

Run = Callable[..., Result]
TWO = [str(example_path(name)) for name in ("vinhlong_2023", "quangnam_kinhte_2023")]
DAY = Period.year(2023).start


def written(folder: Path, code: str, *targets: Target, year: int = 2023) -> str:
    plan = Plan(
        f"{code.lower()}-{year}",
        "Kế hoạch",
        Organization("UBND tỉnh"),
        Jurisdiction.in_force(code, DAY),
        Period.year(year),
        targets=targets,
    )
    path = folder / f"{plan.id}.yaml"
    govplan.dump(plan, path)
    return str(path)


def share(id: str, value: int) -> Target:
    indicator = Indicator("Tỷ lệ lao động qua đào tạo", id="trained", unit="%", measure="ratio", polarity="higher")
    return Target(id, indicator, Goal.at_least(value))


def test_two_real_provinces_together(run: Run) -> None:
    """At least seven communes and five more make at least twelve; what one of them lacks is said."""
    result = run("aggregate", *TWO, "--lang", "vi")
    assert (result.exit_code, result.stderr) == (0, "")
    [communes] = [line for line in result.stdout.splitlines() if line.startswith(" Số xã đạt chuẩn")]
    assert communes.split()[-4:] == ["nhất", "12", "xã", "2/2"]
    assert "- thiếu tỉnh Vĩnh Long: " in result.stdout
    refused = result.stdout.split("Không tính được:\n")[1].splitlines()
    assert any("tỷ lệ trên các tổng khác nhau không cộng được" in line for line in refused)


def test_programs_get_what_went_in(run: Run) -> None:
    """As JSON each result names its contributions, its coverage and the code of a refusal."""
    found = json.loads(run("aggregate", *TWO, "--format", "json").stdout)
    by_id = {group["indicator"]: group for group in found["groups"]}
    communes = next(group for group in by_id.values() if group["goal"] == {"at_least": "12"})
    assert [one["goal"] for one in communes["contributions"]] == [{"at_least": "7"}, {"at_least": "5"}]
    assert communes["coverage"] == {"present": 2, "expected": 2, "missing": []}
    assert {group["refusal"]["code"] for group in by_id.values() if group["refusal"]} >= {"shares"}


def test_spreadsheets_get_the_stable_columns(run: Run) -> None:
    """As CSV a refused result has its code, and no figure."""
    rows = list(csv.DictReader(StringIO(run("aggregate", *TWO, "--format", "csv").stdout)))
    assert rows
    for row in rows:
        assert (row["refusal"] == "") is (bool(row["lower"]) or bool(row["upper"]))


def test_shares_take_weights(run: Run, tmp_path: Path) -> None:
    """A weight for each place makes a mean of two shares: (3 × 70 + 1 × 60) / 4."""
    paths = [written(tmp_path, "VN-27", share("a", 70)), written(tmp_path, "VN-49", share("b", 60))]
    text = run("aggregate", *paths, "--weight", "VN-27=3", "--weight", "VN-49=1", "--lang", "en").stdout
    assert "at least 67.5%" in text
    thirds = run("aggregate", *paths, "--weight", "VN-27=2", "--weight", "VN-49=1", "--lang", "en").stdout
    assert "≈ 66.67%" in thirds


def test_names_may_be_brought_together(run: Run, tmp_path: Path) -> None:
    """--map joins what has no id in common; without it nothing meets by its name."""
    jobs = Indicator("Việc làm mới", unit="người", measure="flow")
    paths = [written(tmp_path, code, Target("jobs", jobs, Goal.at_least(5))) for code in ("VN-27", "VN-49")]
    alone = json.loads(run("aggregate", *paths, "--format", "json").stdout)
    assert alone["groups"] == []
    pairs = ["--map", "vn-27-2023/jobs=jobs", "--map", "vn-49-2023/jobs=jobs"]
    [together] = json.loads(run("aggregate", *paths, *pairs, "--format", "json").stdout)["groups"]
    assert together["goal"] == {"at_least": "10"}


def test_results_add_as_goals_do(run: Run, tmp_path: Path) -> None:
    """--of actual adds what the folders' results report."""
    jobs = Indicator("Việc làm mới", id="jobs", unit="người", measure="flow")
    folders = []
    for code, value in (("VN-27", 7), ("VN-49", 4)):
        folder = tmp_path / code
        folder.mkdir()
        govplan.dump(
            Plan(code.lower(), "Kế hoạch", Organization("UBND"), Jurisdiction.in_force(code, DAY), Period.year(2023),
                 targets=[Target("jobs", jobs, Goal.at_least(5))]),
            folder / "plan.yaml",
        )  # fmt: skip
        (folder / "results.csv").write_text(f"target,period,value\njobs,2023,{value}\n", encoding="utf-8")
        folders.append(str(folder))
    [group] = json.loads(run("aggregate", *folders, "--of", "actual", "--format", "json").stdout)["groups"]
    assert (group["value"], group["coverage"]["present"]) == ("11", 2)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((TWO[0], TWO[0]), "counted twice"),
        ((*TWO, "--map", "a"), "not a pair"),
        ((*TWO, "--by", "province,colour"), "unknown word for by"),
        ((*TWO, "--weight", "VN-27=x"), "number"),
        ((*TWO, "--weight", "VN-27=1", "--weigh-by", "population"), "two kinds of weights"),
        ((*TWO, "--territory", "someday"), "not a date"),
    ],
)
def test_what_cannot_be_added_is_one_sentence(run: Run, arguments: tuple[str, ...], told: str) -> None:
    """Exit status 2 and what is wrong, never a traceback and never a number."""
    result = run("aggregate", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
