"""Plan files and dataset folders on disk, and the dataset that ships with govplan."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan import DatasetError, Plan, dump, load, load_example, load_located
from govplan.files import example_path
from govplan.files.dataset import PLAN_FILES, _example_roots, plan_file
from govplan.testing import plans

ROOT = Path(__file__).parents[2]
# Of each dataset that ships: its name, how many targets and parts it has, how many task groups.
EXAMPLES = [
    ("quangnam_2023", 11, 15),
    ("quangnam_kinhte_2023", 16, 0),
    ("thuathienhue_2019", 20, 0),
    ("vinhlong_2023", 12, 0),
]


@given(plan=plans(), name=st.sampled_from(PLAN_FILES), shout=st.booleans())
def test_a_saved_plan_is_loaded_from_its_folder(
    tmp_path_factory: pytest.TempPathFactory, plan: Plan, name: str, shout: bool
) -> None:
    """Under each name that a dataset's plan may have, by file and by folder, it comes back; case does not matter."""
    folder = tmp_path_factory.mktemp("dataset")
    path = folder / name
    dump(plan, path)
    assert load(folder) == load(path) == load(str(path)) == plan
    if shout:
        loud = path.rename(folder / name.upper())
        assert load(loud) == plan


def test_the_first_of_several_plan_files_is_the_plan(tmp_path: Path) -> None:
    """plan.yaml goes before plan.yml, and that before plan.json; a folder of that name is none."""
    for name in reversed(PLAN_FILES):
        (tmp_path / name).write_text("", encoding="utf-8")
        assert plan_file(tmp_path) == tmp_path / name
    (tmp_path / "plan.yaml").unlink()
    (tmp_path / "plan.yaml").mkdir()
    assert plan_file(tmp_path) == tmp_path / "plan.yml"


def test_a_plan_is_loaded_with_the_place_of_its_values() -> None:
    """Locations lead from the pointers of findings to the lines of the file."""
    folder = example_path("quangnam_2023")
    plan, locations = load_located(folder)
    assert plan == load(folder)
    lines = (folder / "plan.yaml").read_text(encoding="utf-8").split("\n")

    def line_at(pointer: str) -> str:
        place = locations.nearest(pointer)
        assert place is not None
        return lines[place[0] - 1][place[1] - 1 :]

    assert line_at("/targets/3/goal/below") == "below: 4}"
    assert line_at("/targets/4/partition/1/id").startswith("id: elementary-and-short-courses")
    assert line_at("/targets/4/breakdowns/0/parts/1/id").startswith("id: elementary-and-short-courses")
    assert line_at("/targets/5/breakdowns/0/parts/0/goal").startswith("goal: {at_least: 31}")
    assert line_at("/task_groups/2/legal_references/0") == "Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh"


@pytest.mark.parametrize(("name", "targets", "groups"), EXAMPLES)
def test_a_shipped_example_loads_by_name(name: str, targets: int, groups: int) -> None:
    """In an editable install it is found beside src, whole."""
    plan = load_example(name)
    assert plan == load(ROOT / "examples" / name)
    assert len(list(plan.walk())) == targets
    assert [group.ordinal for group in plan.task_groups] == list(range(1, groups + 1))


def test_an_example_that_there_is_not() -> None:
    """The message names those that there are; no path leads out of their folder."""
    for name in ("danang", "", ".", "..", "quangnam_2023/plan.yaml", "\0"):
        with pytest.raises(DatasetError) as caught:
            load_example(name)
        names = ", ".join(name for name, _, _ in EXAMPLES)
        assert str(caught.value) == f"no such example: found {name!r}; there are {names}"
        assert caught.value.message("vi") == f"không có ví dụ này: gặp {name!r}; hiện có {names}"


def test_an_installed_package_has_its_examples_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package holds examples they are taken, and nothing outside of it is looked at."""
    package = tmp_path / "site-packages" / "govplan"
    (package / "examples" / "a").mkdir(parents=True)
    (package / "examples" / "a" / "plan.json").write_text("", encoding="utf-8")
    (package / "examples" / "no_dataset").mkdir()
    (tmp_path / "examples" / "b").mkdir(parents=True)
    monkeypatch.setattr("govplan.files.dataset.files", lambda _: package)
    assert _example_roots() == [package / "examples"]
    assert example_path("a") == package / "examples" / "a"
    with pytest.raises(DatasetError, match=r"there are a$"):
        example_path("b")


def unpacked(folder: Path) -> None:
    """Lay out in a folder what the settings of the wheel take from this checkout, where they put it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    # Patterns as of git; these two leave out the tests of a dataset.
    assert wheel["exclude"] == ["examples/**/tests", "examples/**/*.py"]
    for included in wheel["only-include"]:
        for file in (ROOT / included).rglob("*"):
            path = file.relative_to(ROOT)
            if not file.is_file() or "__pycache__" in path.parts:
                continue
            if path.parts[0] == "examples" and ("tests" in path.parts or path.suffix == ".py"):
                continue
            source = max((source for source in wheel["sources"] if path.is_relative_to(source)), key=len)
            copy = folder / wheel["sources"][source] / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)


def test_every_dataset_is_in_the_wheel() -> None:
    """The wheel names each folder by itself, so that nothing else is shipped by chance, and none is missing."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    build = settings["tool"]["hatch"]["build"]["targets"]
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*/plan.*")}
    assert folders == {f"examples/{name}" for name, _, _ in EXAMPLES}
    assert set(build["wheel"]["only-include"]) == folders | {"src/govplan"}
    assert "/examples" in build["sdist"]["include"]


def test_the_examples_load_by_name_from_a_wheel(tmp_path: Path) -> None:
    """Laid out as the wheel is, away from the checkout, the package finds its tables, examples and results."""
    unpacked(tmp_path)
    names = [name for name, _, _ in EXAMPLES]
    program = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
import govplan
assert govplan.__file__.startswith({str(tmp_path)!r}), govplan.__file__
from govplan.files import example_path
for name in {names!r}:
    print(example_path(name), len(list(govplan.load_example(name).walk())))
plan = govplan.load_example("thuathienhue_2019")
print(len(govplan.load_results(example_path("thuathienhue_2019"), plan)) > 0)
"""
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert result.stderr == ""
    inside = tmp_path / "govplan" / "examples"
    assert result.stdout.splitlines() == [*(f"{inside / name} {count}" for name, count, _ in EXAMPLES), "True"]
    assert (tmp_path / "govplan" / "py.typed").is_file()
    for name in names:
        shipped = {file.name for file in (inside / name).iterdir()}
        assert {"plan.yaml", "README.md", "README.vi.md"} <= shipped
        assert ("results.csv" in shipped) == (ROOT / "examples" / name / "results.csv").is_file()
