"""`govplan report`: pages for people, written to a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import document, words
from click.testing import Result

from govplan.files import example_path

Run = Callable[..., Result]
HUE = str(example_path("thuathienhue_2019"))
VINHLONG = str(example_path("vinhlong_2023"))


def seen(file: Path) -> str:
    """Return the words of a page that was written."""
    return words(document(file.read_text(encoding="utf-8")))


def test_a_page_of_a_plan_is_written(run: Run, tmp_path: Path) -> None:
    """With a day the results of its folder are held against it; the command says where the page is."""
    file = tmp_path / "report.html"
    result = run("report", HUE, "--as-of", "31/12/2019", "-o", str(file), "--lang", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"Wrote {file}\n", "")
    assert "12/16" in seen(file)
    assert 'lang="en"' in file.read_text(encoding="utf-8")


def test_findings_about_results_name_the_row_of_the_file(run: Run, tmp_path: Path) -> None:
    """As `govplan check` does: row 1 of a table is its headings."""
    file = tmp_path / "report.html"
    run("report", HUE, "-o", str(file), "--lang", "vi")
    checked = run("check", HUE, "--lang", "vi").stdout
    told = [line.split("GP507 ")[1].rpartition(" [")[0] for line in checked.splitlines() if "GP507 đánh" in line]
    assert told
    assert all(words_of_one in seen(file) for words_of_one in told)


def test_two_plans_are_compared(run: Run, tmp_path: Path) -> None:
    """--compare takes the old plan, then the new one."""
    file = tmp_path / "compared.html"
    result = run("report", "--compare", HUE, VINHLONG, "-o", str(file), "--lang", "en")
    assert result.exit_code == 0
    assert "Two plans compared" in seen(file)


def test_many_plans_are_a_table(run: Run, tmp_path: Path, quangnam: str) -> None:
    """A row for each, with the results of each folder."""
    file = tmp_path / "many.html"
    result = run("report", HUE, VINHLONG, quangnam, "--as-of", "2023-12-31", "-o", str(file), "--lang", "en")
    assert result.exit_code == 0
    assert "3 plans" in seen(file)


def test_standard_input_is_a_plan_too(run: Run, tmp_path: Path) -> None:
    """As for all commands - is YAML from a pipe."""
    file = tmp_path / "report.html"
    text = (Path(VINHLONG) / "plan.yaml").read_text(encoding="utf-8")
    assert run("report", "-", "-o", str(file), input=text).exit_code == 0
    assert "Vĩnh Long" in seen(file)


def test_no_file_is_written_over_without_being_told(run: Run, tmp_path: Path) -> None:
    """What was there stays; --force says that it may go."""
    file = tmp_path / "report.html"
    file.write_text("mine", encoding="utf-8")
    result = run("report", VINHLONG, "-o", str(file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "file is there already" in result.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("report", VINHLONG, "-o", str(file), "--force").exit_code == 0
    assert "Vĩnh Long" in seen(file)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((HUE, "--as-of", "tomorrow"), "not a date"),
        ((HUE, VINHLONG, "--results", "x.csv"), "one file of results for 2 plans"),
        ((HUE, "--compare"), "--compare takes two plans"),
        ((HUE, VINHLONG, "--compare", "--as-of", "2023-12-31"), "a comparison shows no progress"),
        (("missing.yaml",), "no such file"),
        ((HUE, "--results", "missing.csv"), "no such file"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """Exit status 2, what is wrong, and no page."""
    file = tmp_path / "report.html"
    result = run("report", *arguments, "-o", str(file))
    assert result.exit_code == 2
    assert told in result.stderr
    assert not file.exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path) -> None:
    """No traceback where the page has no place."""
    result = run("report", VINHLONG, "-o", str(tmp_path / "nowhere" / "report.html"))
    assert result.exit_code == 2
    assert "file cannot be written" in result.stderr
