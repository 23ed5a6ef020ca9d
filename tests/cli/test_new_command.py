"""`govplan new`: a dataset that its author only fills in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import govplan
from govplan.errors import Lang

Run = Callable[..., Result]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_template_asks_and_nothing_else_is_wrong(run: Run, tmp_path: Path, lang: Lang) -> None:
    """A new dataset is read, and all that can be said of it is what is still to be filled in."""
    folder = tmp_path / "new"
    result = run("new", "--province", "VN-27", "--year", "2024", "-o", str(folder), "--lang", lang)
    assert (result.exit_code, result.stdout) == (0, "")
    report = govplan.check(govplan.load(folder), observations=govplan.load_results(folder, govplan.load(folder)))
    assert {finding.code for finding in report.findings} == {"GP111"}
    assert {finding.path for finding in report.findings} >= {"/title", "/issuer/name", "/targets/0/indicator/name"}
    assert run("check", str(folder)).exit_code == 0
    assert run("show", str(folder)).exit_code == 0


@pytest.mark.parametrize(
    ("place", "year", "key"),
    [
        ("Quảng Nam", "2024", "49@1997-01-01"),
        ("quảng nam", "2021-2025", "49@1997-01-01"),
        ("VN-27", "2024", "49@1997-01-01"),
        ("Đà Nẵng", "2026", "48@2025-07-01"),
        ("Hoà Bình", "2020", "17@1996-01-01"),
    ],
)
def test_a_place_goes_by_its_name_or_code(run: Run, tmp_path: Path, place: str, year: str, key: str) -> None:
    """A province's name, in any case and either school of tone marks, or its code, means the unit of that year."""
    assert run("new", "--province", place, "--year", year, "-o", str(tmp_path / "x")).exit_code == 0
    plan = govplan.load(tmp_path / "x")
    assert plan.jurisdiction.key == key
    assert str(plan.period) == year


def test_the_folder_is_named_after_place_and_year(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without -o the dataset lies in a folder that says whose and of when it is."""
    monkeypatch.chdir(tmp_path)
    assert run("new", "--province", "Quảng Nam", "--year", "2021-2025").exit_code == 0
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert files == [
        f"quangnam_2021_2025/{name}" for name in ("README.md", "plan.yaml", "results.csv", "tests/test_plan.py")
    ]


def test_what_is_there_stays(run: Run, tmp_path: Path) -> None:
    """A folder with anything in it is left alone."""
    (tmp_path / "plan.yaml").write_text("mine", encoding="utf-8")
    result = run("new", "--province", "VN-27", "--year", "2024", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "there is something already" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize(
    ("place", "year", "told"),
    [
        ("Atlantis", "2024", "no such province"),
        ("VN-27", "2026", "not in force"),
        ("VN-27", "soon", "period"),
        ("Quảng Nam", "2026", "no such province"),
    ],
)
def test_no_place_or_time_is_one_sentence(run: Run, tmp_path: Path, place: str, year: str, told: str) -> None:
    """Exit status 2 and what is wrong; nothing is made."""
    result = run("new", "--province", place, "--year", year, "-o", str(tmp_path / "x"))
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (tmp_path / "x").exists()


def test_a_draft_may_take_the_place_of_the_template(run: Run, tmp_path: Path) -> None:
    """--from begins with what is read from a document; whose plan it is, and of when, is what the user said."""
    source = tmp_path / "clause.txt"
    source.write_text("Phấn đấu năm 2024 giải quyết việc làm cho 9.000 lao động.", encoding="utf-8")
    result = run("new", "--province", "VN-27", "--year", "2024", "--from", str(source), "-o", str(tmp_path / "x"))
    assert result.exit_code == 0
    text = (tmp_path / "x" / "plan.yaml").read_text(encoding="utf-8")
    assert "9000" in text
    assert "jurisdiction: VN-27" in text
