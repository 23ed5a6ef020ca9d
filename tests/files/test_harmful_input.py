"""Files made to exhaust whoever reads them: refused at once, by bounds, in a process that goes on."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govplan import DatasetError, Target, from_dict, load, loads
from govplan.files.limits import MAX_BYTES
from govplan.files.problem import Problem
from govplan.model.target import MAX_DEPTH

HEAD = """\
govplan: 1
id: p
title: Chương trình
issuer: Sở Lao động
jurisdiction: VN-27
period: 2023
"""
FIELDS = {"govplan": 1, "id": "p", "title": "T", "issuer": "S", "jurisdiction": "VN-27", "period": "2023"}
# Far more than any of it takes, even on a busy machine, and far less than what grows with the square.
SECONDS = 30


def problems(text: str | bytes, format: str = "yaml") -> tuple[Problem, ...]:
    """Return the problems of a text, found in bounded time."""
    start = time.monotonic()
    with pytest.raises(DatasetError) as caught:
        loads(text, format=format)
    assert time.monotonic() - start < SECONDS
    return caught.value.problems


def problem(text: str | bytes, format: str = "yaml") -> Problem:
    """Return the only problem of a text."""
    [found] = problems(text, format)
    return found


def complaint(path: Path) -> str:
    """Return what the command says of a file, in a process that a crash of the C library would end with a signal."""
    command = [sys.executable, "-m", "govplan", "check", str(path), "--lang", "en"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (result.returncode, result.stdout) == (2, ""), result
    [line] = result.stderr.splitlines()
    return line


def test_an_alias_bomb_is_not_expanded() -> None:
    """Nine lists of nine aliases each are 90 problems and three plus nine anchors, not a thousand million values."""
    lines = ["a0: &a0 [" + ", ".join(["x"] * 9) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 10)]
    found = problems(HEAD + "\n".join(lines))
    told = [problem.en for problem in found]
    assert sum("found alias *a" in words for words in told) == 81
    assert sum("found anchor &a" in words for words in told) == 10
    assert sum("unknown key" in words for words in told) == 10
    assert len(told) == 101
    first = next(problem for problem in found if "alias" in problem.en)
    assert (first.line, first.column, first.pointer) == (8, 10, "/a1/0")
    assert first.en == "not allowed in a plan file: found alias *a0; write the value out where it stands"
    assert first.vi == "không dùng trong tệp kế hoạch: gặp bí danh *a0; hãy viết giá trị ngay tại chỗ"


def test_a_flood_of_aliases_is_cut_short() -> None:
    """Hundreds of thousands of them give no list that nobody reads, and take no longer for it."""
    found = problems(HEAD + "targets: [" + "*a, " * 400_000 + "]\n")
    assert len(found) == 201
    assert found[-1].en.startswith("too many problems: stopped after 200")


DEEP = {
    "yaml": lambda depth: "govplan: " + "[" * depth,
    "yaml mappings": lambda depth: "govplan: " + "{a: " * depth,
    "yaml sequences": lambda depth: "govplan: " + "- " * depth,
    "yaml closed": lambda depth: "govplan: " + "[" * depth + "]" * depth,
    "json": lambda depth: '{"govplan": ' + "[" * depth + "]" * depth + "}",
    "json objects": lambda depth: '{"a":' * depth + "1" + "}" * depth,
}


@pytest.mark.parametrize("depth", [5_000, 1_000_000])
@pytest.mark.parametrize("kind", DEEP)
def test_deep_nesting_neither_crashes_nor_waits(kind: str, depth: int) -> None:
    """Thousands and a million of brackets are refused at the depth that no plan has."""
    text = DEEP[kind](depth)
    found = problem(text, kind.split()[0])
    if kind == "yaml sequences":
        assert "not YAML" in found.en  # no list may begin on the line of its key
    else:
        assert found.en == "nested too deep: found more than 64 levels; flatten the file"
        assert found.vi == "lồng quá sâu: gặp hơn 64 cấp; hãy làm phẳng tệp"


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_a_million_levels_end_the_command_with_a_sentence(tmp_path: Path, format: str) -> None:
    """In a process of its own, where an overflow of the C stack would be a signal and no sentence."""
    path = tmp_path / f"plan.{format}"
    path.write_text(DEEP[format](1_000_000), encoding="utf-8")
    told = complaint(path)
    assert told.startswith(f"{path}:")
    assert "nested too deep: found more than 64 levels; flatten the file" in told
    if format == "yaml":
        assert told.startswith(f"{path}:1:{len('govplan: ') + 64}: ")


def nested(depth: int) -> dict[str, object]:
    """Return the form of a target with parts inside one another."""
    form: dict[str, object] = {"id": "t", "indicator": {"name": "N"}, "goal": {"at_least": "1"}}
    for number in range(depth - 1):
        form = {"id": f"t{number}", "indicator": {"name": "N"}, "goal": {"at_least": "1"}, "partition": [form]}
    return form


@pytest.mark.parametrize("format", ["yaml", "json"])
@pytest.mark.parametrize("depth", [100, 250, 700])
def test_700_nested_partitions(depth: int, format: str) -> None:
    """Parts of parts of parts are refused at the depth of files, in both formats, and so are fewer of them."""
    found = problem(_deep_json({**FIELDS, "targets": [nested(depth)]}), format)
    assert found.en == "nested too deep: found more than 64 levels; flatten the file"


def _deep_json(form: object) -> str:
    """Write JSON without recursion's limit."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        return json.dumps(form)
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize("depth", [100, 250, 700])
def test_nested_forms_of_programs(depth: int) -> None:
    """What a program hands over nested is refused as a file is."""
    with pytest.raises(DatasetError, match="nested too deep: found more than 64 levels"):
        from_dict(nested(depth), Target)


def test_parts_deeper_than_a_target_may_have() -> None:
    """Below the depth of files the class itself has a bound, told at the target that goes beyond it."""
    [target] = loads(json.dumps({**FIELDS, "targets": [nested(MAX_DEPTH)]})).targets
    assert len(list(target.walk())) == MAX_DEPTH
    found = problem(json.dumps({**FIELDS, "targets": [nested(MAX_DEPTH + 1)]}))
    assert found.en == f"parts too deep: found {MAX_DEPTH + 1} targets inside one another; at most {MAX_DEPTH}"
    assert found.pointer == "/targets/0"


def test_a_file_of_50_megabytes_of_noise_is_not_read(tmp_path: Path) -> None:
    """Its size is enough to refuse it."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(random.Random(2023).randbytes(1_000_000) * 50)
    assert complaint(path) == f"{path}: file too large: found 50000000 bytes; at most {MAX_BYTES}, split the plan"
    with pytest.raises(DatasetError, match=f"found 50000000 bytes; at most {MAX_BYTES}, split the plan"):
        load(path)
    found = problem("x" * 50_000_000)
    assert found.en == f"file too large: found 50000000 bytes; at most {MAX_BYTES}, split the plan"
    assert found.vi == f"tệp quá lớn: gặp 50000000 byte; nhiều nhất {MAX_BYTES}, hãy chia nhỏ kế hoạch"
    assert problem(b"x" * 50_000_000, "json").en == found.en


def test_a_device_without_end_is_read_as_far_as_a_file_may_go(tmp_path: Path) -> None:
    """What has no size is read up to the bound and no further."""
    link = tmp_path / "plan.yaml"
    link.symlink_to("/dev/zero")
    with pytest.raises(DatasetError, match="file too large"):
        load(link)


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_5_megabytes_of_numbers_where_a_target_belongs(format: str) -> None:
    """A valid list of hundreds of thousands of numbers is one wrong value, soon told and not quoted whole."""
    numbers = [1234567890] * 430_000
    found = problem(json.dumps({**FIELDS, "targets": [numbers]}), format)
    assert found.pointer == "/targets/0"
    assert found.en.startswith("mapping expected: found a list of 430000 items; write keys such as id, indicator")
    assert found.vi.startswith("cần một bảng: gặp một danh sách 430000 mục; hãy viết các khóa như id, indicator")


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_more_values_than_a_file_may_have(format: str) -> None:
    """The number of values is bounded too, for each costs more than its bytes."""
    found = problem(json.dumps({**FIELDS, "targets": [[1] * 600_000]}), format)
    assert found.en == "too many values: found more than 500000; split the plan"
    assert found.vi == "quá nhiều giá trị: gặp hơn 500000; hãy chia nhỏ kế hoạch"


def test_one_text_of_15_megabytes_is_refused_soon() -> None:
    """A text longer than any plan holds is told by its length."""
    found = problem(json.dumps({**FIELDS, "title": "a" * 15_000_000}), "json")
    assert found.pointer == "/title"
    assert found.en == "text too long: found 15000000 characters; at most 100000"
