"""The hooks for pre-commit: what they name exists, and does what the hook says."""

import shlex
from collections.abc import Callable
from pathlib import Path
from re import search
from typing import Any

import pytest
import yaml
from click.testing import Result

import govplan
from govplan.cli.commands import govplan as group

Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_there_is(hook: dict[str, Any]) -> None:
    """Its entry is the script of the package, a command of it, and options that the command has."""
    script, command, *options = shlex.split(hook["entry"])
    assert script == "govplan"
    known = {name for parameter in group.commands[command].params for name in parameter.opts}
    assert set(options) <= known
    assert hook["language"] == "python"
    assert hook["additional_dependencies"] == [".[cli]"]
    assert hook.keys() >= {"id", "name", "description", "files"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_plan_files(hook: dict[str, Any]) -> None:
    """The files of datasets are taken, wherever their folder is, and nothing else."""
    for path in ("plan.yaml", "plans/x/plan.yml", "examples/quangnam_2023/plan.json"):
        assert search(hook["files"], path)
    for path in ("plan.yaml.bak", "README.md", "floorplan.yaml", "plan/notes.yaml"):
        assert not search(hook["files"], path)


def test_the_hooks_check_and_mend(run: Run, tmp_path: Path) -> None:
    """Run as pre-commit does, with the files of the commit, one fails on errors and the other changes the file."""
    entries = {hook["id"]: shlex.split(hook["entry"])[1:] for hook in HOOKS}
    plan = govplan.load_example("quangnam_2023")
    file = tmp_path / "plan.yaml"
    text = govplan.dumps(plan).replace("task_groups: 15", "task_groups: 16")
    file.write_text(f"{text}suppress:\n- {{rule: GP101, reason: x}}\n", encoding="utf-8")
    assert run(*entries["govplan-check"], str(file)).exit_code == 1
    run(*entries["govplan-fix"], str(file))
    assert file.read_text(encoding="utf-8") == text


def test_the_guide_names_the_hooks() -> None:
    """What the how-to shows can be written as it stands there."""
    guide = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text(encoding="utf-8")
    assert all(f"- id: {hook['id']}\n" in guide for hook in HOOKS)
    assert ".pre-commit-hooks.yaml" not in guide
