"""`govplan diff`: two plans beside each other."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.files import example_path
from govplan.model import Goal
from govplan.testing import plans

Run = Callable[..., Result]
OLD = govplan.load_example("quangnam_2023")


def test_a_plan_beside_itself_has_no_changes(run: Run, quangnam: str) -> None:
    """Nothing changed is one line, not an empty table."""
    assert run("diff", quangnam, quangnam).stdout == "Nothing changed.\n"


def test_a_raised_goal_is_told_with_how_far(run: Run, tmp_path: Path, quangnam: str) -> None:
    """The goal before and after, the difference with its sign, and the groups and documents that went."""
    first, *others = OLD.targets
    new = evolve(OLD, targets=(evolve(first, goal=Goal.at_least(17500)), *others[1:]), task_groups=OLD.task_groups[:-1])
    path = tmp_path / "new.yaml"
    govplan.dump(new, path)
    text = run("diff", quangnam, str(path), "--lang", "vi").stdout
    [raised] = [line for line in text.splitlines() if line.startswith(" nâng")]
    assert raised.split("  ")[-1].strip() == "+1.500 người"
    assert [line.split()[0] for line in text.splitlines() if line.startswith(" bỏ")] == ["bỏ"]
    assert "- bỏ: 15. Dịch vụ sự nghiệp công của ngành" in text
    found = json.loads(run("diff", quangnam, str(path), "--format", "json").stdout)
    assert found["counts"]["raised"] == 1
    assert found["changes"][0]["difference"]["lower"] == "1500"
    rows = list(csv.DictReader(StringIO(run("diff", quangnam, str(path), "--format", "csv").stdout)))
    assert rows[0]["change"] == "raised"
    assert rows[0]["ratio"] == "1.09375"


def test_two_real_plans_of_one_province(run: Run, quangnam: str) -> None:
    """Programme and socio-economic plan of one year: what they share is the same, the rest came and went."""
    found = json.loads(run("diff", quangnam, str(example_path("quangnam_kinhte_2023")), "--format", "json").stdout)
    assert {"added", "dropped"} <= found["counts"].keys()
    assert "raised" not in found["counts"]


@given(old=plans(), new=plans(), form=st.sampled_from(["text", "json", "csv"]))
def test_any_two_plans_can_be_compared(
    run: Run, tmp_path_factory: pytest.TempPathFactory, old: govplan.Plan, new: govplan.Plan, form: str
) -> None:
    """Whatever is in two plans, the comparison is printed."""
    folder = tmp_path_factory.mktemp("plans")
    paths = [folder / "old.yaml", folder / "new.yaml"]
    for path, plan in zip(paths, (old, new), strict=True):
        govplan.dump(plan, path)
    result = run("diff", *map(str, paths), "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_is_no_plan_is_one_sentence(run: Run, quangnam: str) -> None:
    """Exit status 2 for a path without a plan."""
    result = run("diff", quangnam, "nowhere.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no such file" in result.stderr
