"""The lesson: its notebook runs and its answers hold; *not* here: the other pages, whose blocks Sybil runs."""

import ast
import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import govplan

LESSON = Path(__file__).parents[2] / "docs" / "lesson"
NOTEBOOK = json.loads((LESSON / "quang_nam_2023.ipynb").read_text(encoding="utf-8"))
PLAN_OF_CLASS = (LESSON / "ninety-minutes.md").read_text(encoding="utf-8")
CODE = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
EXERCISES = ("1", "2", "3", "4", "5", "6", "7")


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def tagged(tag: str) -> list[dict[str, Any]]:
    return [cell for cell in CODE if tag in cell["metadata"].get("tags", ())]


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """Run every code cell in order, as a student does who changes nothing, and return the names that are left."""
    found: dict[str, Any] = {"__name__": "__main__"}
    for cell in CODE:
        exec(compile(source(cell), cell["id"], "exec"), found)
    return found


def test_the_notebook_is_one() -> None:
    """It has the form of nbformat 4.5, so that every program for notebooks opens it."""
    assert (NOTEBOOK["nbformat"], NOTEBOOK["nbformat_minor"]) == (4, 5)
    assert NOTEBOOK["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in NOTEBOOK["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in NOTEBOOK["cells"]:
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell["id"])
        wanted = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == (wanted | {"execution_count", "outputs"} if cell in CODE else wanted)
        assert all(line.endswith("\n") for line in cell["source"][:-1])


def test_nothing_of_a_run_is_stored() -> None:
    """A reader starts from a clean page, and no machine shows through it."""
    assert [cell["id"] for cell in CODE if cell["outputs"] or cell["execution_count"] is not None] == []
    text = json.dumps(NOTEBOOK, ensure_ascii=False)
    assert not re.search(r"(?<![\w.<])/(?:[a-z]+/)+|[A-Z]:\\|file:", text.replace("/task_groups/", ""))


def test_every_exercise_has_its_answer_behind_it() -> None:
    """What is asked is answered in the next cell, folded up, and the answer asserts what it says."""
    order = [tag for cell in CODE for tag in cell["metadata"].get("tags", ())]
    assert order == ["exercise", "answer"] * len(EXERCISES)
    asked = [found for cell in NOTEBOOK["cells"] for found in re.findall(r"## Exercise (\d)\.", source(cell))]
    assert tuple(asked) == EXERCISES
    for number, cell in zip(EXERCISES, tagged("answer"), strict=True):
        assert source(cell).startswith(f"# Answer {number}\n")
        assert cell["metadata"]["jupyter"] == {"source_hidden": True}
        assert any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source(cell))))


def test_exercises_do_not_answer_themselves() -> None:
    """No cell of an exercise asserts anything, so a student who guesses wrong can go on."""
    for cell in tagged("exercise"):
        assert not [node for node in ast.walk(ast.parse(source(cell))) if isinstance(node, ast.Assert)]


def test_answers_on_reading_the_plan_hold(names: dict[str, Any]) -> None:
    """Figures are conditions, and what cannot be decided is not."""
    by_words = {target.stated: target.goal for target in govplan.load_example("quangnam_2023").targets}
    assert {words: by_words[words] for words in names["answers"]} == names["answers"]
    assert names["verdicts"] == [True, False, False, None, True]


def test_answers_on_checking_hold(names: dict[str, Any]) -> None:
    """Parts that do not add up are found, and the two citations with a defect."""
    assert names["imbalance"].expected - names["imbalance"].found == names["imbalance"].difference == -500
    assert names["relations"] == {"vocational-enrolment": "partition", "trained-workers": "subset"}
    assert [finding.code for finding in names["report"].findings] == ["GP301", "GP302"]
    assert len(names["cited"]) == sum(len(group.legal_references) for group in names["plan"].task_groups) == 15


def test_answers_on_following_hold(names: dict[str, Any]) -> None:
    """Half the year is slow and not failed, and published judgements stand beside computed ones."""
    assert names["jobs"].progress.value == Fraction(37, 80)
    assert (names["july"].scorecard.no_data, names["july"].scorecard.not_due, names["july"].scorecard.total) == (
        5,
        3,
        8,
    )
    assert names["unemployment"].actual.value == Decimal("4.0")
    assert names["unemployment"].attainment is govplan.Attainment.UNMET
    assert names["in_2019"].published.attained - names["in_2019"].scorecard.attained == len(names["differing"]) == 2


def test_answers_on_adding_hold(names: dict[str, Any]) -> None:
    """A share is weighed or refused, amounts add, and one commitment counts once."""
    assert names["lower"] == (31 * 900000 + Fraction("21.67") * 600000) / 1500000
    assert names["together"].get("new-rural-communes").goal == govplan.Goal.at_least(12)
    assert len(names["twice"]) == 3


def test_the_class_has_ninety_minutes() -> None:
    """The table of the class adds up, names every exercise in order, and agrees with the headings below it."""
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (\d?) ?\|$", PLAN_OF_CLASS, re.MULTILINE)
    assert sum(int(minutes) for minutes, _, _ in rows) == 90
    assert tuple(exercise for _, _, exercise in rows if exercise) == EXERCISES
    headings = re.findall(r"^### .+ \((\d+) minutes(?:, exercise (\d))?\)$", PLAN_OF_CLASS, re.MULTILINE)
    assert headings == [(minutes, exercise) for minutes, _, exercise in rows]
