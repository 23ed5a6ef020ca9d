"""Files that cannot be read at all: not there, no text, no YAML, no JSON; one sentence that says what to do."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govplan import DatasetError, Plan, dumps, load, load_example, loads
from govplan.cli.commands import govplan
from govplan.errors import GovplanError, UnknownFormatError
from govplan.files.problem import Problem

HEAD = """\
govplan: 1
id: p
title: Chương trình
issuer: Sở Lao động
jurisdiction: VN-27
period: 2023
"""


def problem(text: str | bytes, format: str = "yaml") -> Problem:
    """Return the only problem of a text."""
    with pytest.raises(DatasetError) as caught:
        loads(text, format=format)
    [found] = caught.value.problems
    return found


def place(found: Problem) -> tuple[int | None, int | None, str]:
    return found.line, found.column, found.pointer


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(govplan, list(arguments))


def run_outside(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, which a crash of the C library would end with a signal."""
    command = [sys.executable, "-m", "govplan", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)


def expect_one_sentence(result: Result | subprocess.CompletedProcess[str], *said: str) -> None:
    """Hold that a command ended with status 2 and one line on the error stream, and nothing else."""
    status = result.exit_code if isinstance(result, Result) else result.returncode
    assert status == 2, result
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert "Traceback" not in line
    for words in said:
        assert words in line


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The path and what to check, in both languages and on the command line."""
    path = tmp_path / "kế hoạch.yaml"
    with pytest.raises(DatasetError, match="no such file: found nothing there; check the path") as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}:")
    assert caught.value.message("vi") == f"{path}: không có tệp: không thấy gì ở đó; hãy kiểm tra đường dẫn"
    expect_one_sentence(run("check", str(path), "--lang", "en"), str(path), "no such file")
    expect_one_sentence(run("show", str(path), "--lang", "vi"), str(path), "không có tệp")


def test_a_missing_folder_is_not_called_an_unknown_kind_of_file(tmp_path: Path) -> None:
    """Of a path without an ending that is not there, that is what is said; of one that is there, its kind."""
    with pytest.raises(DatasetError, match="no such file"):
        load(tmp_path / "quangnam_2022")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match=r"found 'notes.txt'; a plan file ends in .yaml, .yml or .json"):
        load(tmp_path / "notes.txt")


def test_a_folder_without_a_plan_is_named(tmp_path: Path) -> None:
    """The names that are looked for are listed."""
    with pytest.raises(DatasetError, match=r"found none of plan\.yaml, plan\.yml, plan\.json; add one") as caught:
        load(tmp_path)
    assert f"{tmp_path}: thư mục không có kế hoạch" in caught.value.message("vi")
    expect_one_sentence(run("check", str(tmp_path), "--lang", "en"), str(tmp_path), "folder without a plan")


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    """A NUL, half a character or too many letters in a name are a file that cannot be read."""
    for name in ("a\0b.yaml", "\ud800.yaml", "a" * 300 + ".yaml"):
        with pytest.raises(DatasetError, match="file cannot be read: "):
            load(tmp_path / name)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason of the system is given, with what to check."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "plan.yaml"
    path.write_text(HEAD, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DatasetError, match="file cannot be read: Permission denied; check its name and rights"):
        load(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("format", ["yaml", "json"])
def test_utf_16_is_called_by_its_name(encoding: str, format: str) -> None:
    """Little-endian or big-endian, with a mark at the start or without: save it as UTF-8."""
    text = HEAD if format == "yaml" else '{"govplan": 1}'
    found = problem(text.encode(encoding), format)
    assert found.en == "wrong encoding: found UTF-16 or binary data; save the file as UTF-8"
    assert found.vi == "sai bảng mã: gặp UTF-16 hoặc dữ liệu nhị phân; hãy lưu tệp dạng UTF-8"


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_latin_1_is_found_at_its_first_letter(format: str) -> None:
    """The byte that is no UTF-8 is shown, with its line and column."""
    text = "govplan: 1\nid: p\ntitle: ké hoach\n" if format == "yaml" else '{"govplan": 1,\n "id": "p",\n"name":"é"}'
    found = problem(text.encode("latin-1"), format)
    assert place(found) == (3, 9, "")
    assert found.en == "wrong encoding: found the byte 0xe9; save the file as UTF-8"
    assert found.vi == "sai bảng mã: gặp byte 0xe9; hãy lưu tệp dạng UTF-8"


def test_the_column_of_a_wrong_byte_counts_letters() -> None:
    """Letters of several bytes before it count once."""
    assert place(problem("title: Kế hoạch ".encode() + b"\xff")) == (1, 17, "")


def test_nfd_text_is_the_same_plan(tmp_path: Path) -> None:
    """A file whose letters and marks are apart reads as the same plan, in NFC."""
    plan = load_example("quangnam_2023")
    text = unicodedata.normalize("NFD", dumps(plan))
    assert text != dumps(plan)
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path) == plan
    assert dumps(load(tmp_path)) == dumps(plan)


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        (HEAD + "targets: [a\nnotes: b\n", 8, 6, "did not find expected ',' or ']'"),
        (HEAD + "notes:\n - a\n  - b: c\n", 9, 6, "mapping values are not allowed in this context"),
        (HEAD + "notes: 'a\n", 8, 1, "found unexpected end of stream"),
        (HEAD + "\tnotes: a\n", 7, 1, "found a tab character that violates indentation"),
        (HEAD + "notes: @a\n", 7, 8, "found character that cannot start any token"),
        (HEAD + 'notes: "\\q"\n', 7, 9, "found unknown escape character"),
    ],
)
def test_bad_yaml_is_found_at_its_line(text: str, line: int, column: int, said: str) -> None:
    """What the YAML reader stumbles over, where, and what it often is."""
    found = problem(text)
    assert found.en.startswith(f"not YAML: {said}")
    assert found.en.endswith("mend the line, often its indentation, a colon or a quote")
    assert found.vi.startswith("không phải YAML (")
    assert found.line == line
    assert found.column == column


def test_bad_yaml_on_the_command_line(tmp_path: Path) -> None:
    """Path, line and column, then the sentence; in JSON the same as data."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "targets: [a\nnotes: b\n", encoding="utf-8")
    expect_one_sentence(run_outside("check", str(path), "--lang", "en"), f"{path}:8:6: not YAML: ")
    result = run("check", str(path), "--format", "json")
    assert result.exit_code == 2
    [told] = json.loads(result.stdout)["unreadable"]
    assert (told["line"], told["column"]) == (8, 6)
    assert told["message"]["vi"].startswith("không phải YAML")


def test_characters_that_yaml_refuses_are_found() -> None:
    """A control character is shown, with its place."""
    found = problem(HEAD + "notes:\n  - vang\x07lai\n")
    assert place(found) == (8, 9, "")
    assert found.en == "character that YAML does not take: found '\\x07'; remove it"
    assert found.vi == "ký tự YAML không nhận: gặp '\\x07'; hãy bỏ đi"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ('{"govplan": 1,\n "id": p}', 2, 8, "Expecting value"),
        ('{"govplan": 1\n "id": "p"}', 2, 2, "Expecting ',' delimiter"),
        ('{"govplan": 1} {}', 1, 16, "Extra data"),
        ("", 1, 1, "Expecting value"),
        ('{"title": "a\nb"}', 1, 13, "Invalid control character at"),
    ],
)
def test_bad_json_is_found_at_its_line(text: str, line: int, column: int, said: str) -> None:
    """What the JSON reader stumbles over, and where."""
    found = problem(text, "json")
    assert (found.line, found.column) == (line, column)
    assert found.en == f"not JSON: {said}; mend the line, often a comma or a quote"
    assert found.vi.startswith(f"không phải JSON ({said})")


def test_an_empty_file_is_no_plan() -> None:
    """Nothing, or comments only, is told as what it is not."""
    for text in ("", "# govplan: 1\n", "---\n"):
        found = problem(text)
        assert found.en == "mapping expected: found nothing; write keys such as govplan, id, title, targets"
        assert found.vi == "cần một bảng: gặp không có gì; hãy viết các khóa như govplan, id, title, targets"


def test_no_bad_file_ends_in_another_error(tmp_path: Path) -> None:
    """Every error of reading is a GovplanError, so that one clause catches them."""
    for name in ("none.yaml", "none.txt"):
        with pytest.raises(GovplanError, match="no such file"):
            load(tmp_path / name)
    assert isinstance(loads(HEAD), Plan)
