"""`govplan check --fix` and `--diff`: files mended, or shown as they would be."""

import difflib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import govplan
from govplan.files import example_path

Run = Callable[..., Result]

TEXT = (example_path("quangnam_2023") / "plan.yaml").read_text(encoding="utf-8")
KEPT = "suppress:\n  # kept\n  - {rule: GP302, reason: in như vậy}\n"
IDLE = "  - {rule: GP101, reason: đã sửa}  # old\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a plan file with something to mend."""
    found = tmp_path / "plan.yaml"
    found.write_text(TEXT + KEPT + IDLE, encoding="utf-8")
    return found


def test_what_can_be_mended_is_said(run: Run, file: Path) -> None:
    """Without the option the file stays as it is, and a reader learns that there is one."""
    before = file.read_bytes()
    result = run("check", str(file))
    assert "  2 warnings, 1 suppressed, 1 can be mended with --fix\n" in result.stdout
    assert file.read_bytes() == before
    [fix] = [
        one["fix"] for one in json.loads(run("check", str(file), "--format", "json").stdout)["findings"] if "fix" in one
    ]
    assert fix == {
        "text": {"vi": "bỏ mục suppress này", "en": "take the suppression out"},
        "edits": [{"path": "/suppress/1", "value": None}],
    }


def test_fix_changes_just_what_it_must(run: Run, file: Path) -> None:
    """The line is gone, everything else is byte for byte as it was, and the report is on what is left."""
    result = run("check", str(file), "--fix")
    assert result.exit_code == 0
    assert file.read_text(encoding="utf-8") == TEXT + KEPT
    assert f"{file}: GP105 mended: take the suppression out [/suppress/1]\n" in result.stdout
    assert "  1 warning, 1 suppressed\n" in result.stdout
    assert ": GP105 suppression" not in result.stdout
    assert "mended" not in run("check", str(file), "--fix").stdout


def test_a_mended_plan_no_longer_fails(run: Run, file: Path) -> None:
    """The exit status is that of the file as it is afterwards."""
    options = ("--ignore", "GP301", "--fail-on", "warning")
    assert run("check", str(file), *options).exit_code == 1
    assert run("check", str(file), *options, "--fix").exit_code == 0
    assert run("check", str(file), *options).exit_code == 0


def test_what_is_not_asked_is_not_mended(run: Run, file: Path) -> None:
    """Settings choose among the fixes as they do among the findings."""
    run("check", str(file), "--fix", "--ignore", "GP105")
    assert file.read_text(encoding="utf-8") == TEXT + KEPT + IDLE


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_marks_and_line_ends_stay(run: Run, tmp_path: Path, line_end: str, mark: str) -> None:
    """What an editor wrote before the text and at the ends of its lines is there afterwards."""
    file = tmp_path / "plan.yaml"
    before, after = (f"{mark}{text}".replace("\n", line_end).encode() for text in (TEXT + KEPT + IDLE, TEXT + KEPT))
    file.write_bytes(before)
    run("check", str(file), "--fix")
    assert file.read_bytes() == after


def test_json_files_are_mended_too(run: Run, tmp_path: Path) -> None:
    """Laid out by whatever program, the file keeps its layout."""
    file = tmp_path / "plan.json"
    form = {
        **json.loads(govplan.dumps(govplan.loads(TEXT), format="json")),
        "suppress": [{"rule": "GP101", "reason": "x"}],
    }
    file.write_text(json.dumps(form, ensure_ascii=False, indent=4), encoding="utf-8")
    shown = json.loads(run("check", str(file), "--fix", "--format", "json").stdout)
    assert [mended["code"] for mended in shown["mended"]] == ["GP105"]
    del form["suppress"]
    assert file.read_text(encoding="utf-8") == json.dumps(form, ensure_ascii=False, indent=4)


def test_a_file_that_cannot_be_written_is_told_and_whole(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other files are still mended, the exit status is 2, and nothing is half written."""
    before = file.read_bytes()

    def refuse(source: str, target: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    result = run("check", str(file), "--fix")
    assert result.exit_code == 2
    assert "file cannot be written: Permission denied; the file that was there is unchanged" in result.stderr
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
    shown = json.loads(run("check", str(file), "--fix", "--format", "json").stdout)
    assert shown["unwritable"][0]["message"]["en"].endswith("Permission denied; the file that was there is unchanged")


def test_standard_input_cannot_be_mended(run: Run) -> None:
    """There is no file to write; a sentence says so before anything is read."""
    result = run("check", "-", "--fix", input=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "standard input cannot be changed: found - beside --fix; name a file, or use --diff\n"


def test_several_files_are_mended_beside_one_another(run: Run, tmp_path: Path) -> None:
    """A mended plan is not taken for another one with the same id, and a sound file is not touched."""
    files = [tmp_path / f"{name}.yaml" for name in ("a", "b", "c")]
    for file, more in zip(files, (KEPT + IDLE, KEPT, KEPT + IDLE), strict=True):
        text = TEXT.replace("id: quangnam-ldtbxh-2023", f"id: {file.stem}", 1)
        file.write_text(text + more, encoding="utf-8")
    before = files[1].stat().st_mtime_ns
    result = run("check", *map(str, files), "--fix")
    assert result.exit_code == 0
    assert result.stdout.count(": GP105 mended: ") == 2
    assert "GP502" not in result.stdout
    assert [file.read_text(encoding="utf-8").endswith(KEPT) for file in files] == [True] * 3
    assert files[1].stat().st_mtime_ns == before


# --- --diff --------------------------------------------------------------------------------


def test_diff_shows_the_change_and_makes_none(run: Run, file: Path) -> None:
    """What is printed is a unified diff and nothing else; with --fix as well it only shows."""
    before, after = ((TEXT + more).splitlines(keepends=True) for more in (KEPT + IDLE, KEPT))
    expected = "".join(difflib.unified_diff(before, after, str(file), str(file)))
    for options in (["--diff"], ["--diff", "--fix"]):
        result = run("check", str(file), *options)
        assert (result.stdout, result.stderr) == (expected, "would mend 1 finding in 1 file\n")
        assert file.read_text(encoding="utf-8") == TEXT + KEPT + IDLE
    assert "sẽ sửa 1 phát hiện trong 1 tệp" in run("check", str(file), "--diff", "--lang", "vi").stderr


def test_a_last_line_without_an_end_is_said_to_be_one(run: Run, file: Path) -> None:
    """As `diff` and `git` say it, so that `patch` makes of it what `--fix` does."""
    file.write_text((TEXT + KEPT + IDLE).rstrip("\n"), encoding="utf-8")
    patch = run("check", str(file), "--diff").stdout
    assert patch.endswith(f"-{IDLE.rstrip()}\n\\ No newline at end of file\n")
    run("check", str(file), "--fix")
    assert file.read_text(encoding="utf-8") == TEXT + KEPT


def test_diff_reads_standard_input(run: Run) -> None:
    """Nothing has to be written for that."""
    result = run("check", "-", "--diff", input=TEXT + KEPT + IDLE)
    assert result.stdout.startswith("--- <stdin>\n+++ <stdin>\n")
    assert f"\n-{IDLE}" in result.stdout


def test_nothing_to_mend_is_an_empty_diff(run: Run, quangnam: str) -> None:
    """A script sees by the output alone that there is nothing."""
    result = run("check", quangnam, "--diff", "--fail-on", "warning")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "would mend 0 findings in 0 files\n")
