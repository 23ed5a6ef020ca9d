"""Keys, numbers, dates and ids that a plan file may not hold, each refused at its place in both languages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from govplan import DatasetError, check, load, loads
from govplan.files.problem import Problem

HEAD = """\
govplan: 1
id: p
title: Chương trình
issuer: Sở Lao động
jurisdiction: VN-27
period: 2023
"""
FIELDS = {"govplan": 1, "id": "p", "title": "T", "issuer": "S", "jurisdiction": "VN-27", "period": "2023"}


def target(goal: str) -> str:
    """Return a YAML plan with one target."""
    return f"{HEAD}targets:\n  - {{id: jobs, indicator: {{name: Việc làm}}, goal: {goal}}}\n"


def in_json(goal: str) -> str:
    """Return a JSON plan with one target."""
    fields = json.dumps(FIELDS)[:-1]
    return f'{fields},\n "targets": [\n  {{"id": "a", "indicator": {{"name": "N"}}, "goal": {goal}}}]}}'


def problem(text: str, at: str, pointer: str, format: str = "yaml") -> Problem:
    """Return the only problem of a text, which has the pointer, and stands where the text last has the words `at`."""
    with pytest.raises(DatasetError) as caught:
        loads(text, format=format)
    [found] = caught.value.problems
    before = text[: text.rindex(at)]
    assert (found.line, found.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert found.pointer == pointer
    return found


def test_a_duplicate_key_in_yaml() -> None:
    """The second of two keys is where the problem is."""
    found = problem(target("{at_least: 5, at_least: 6}"), "at_least", "/targets/0/goal/at_least")
    assert found.en == "not allowed in a plan file: found the key 'at_least' twice; keep one"
    assert found.vi == "không dùng trong tệp kế hoạch: gặp khóa 'at_least' hai lần; hãy giữ một"


def test_a_duplicate_key_in_json() -> None:
    """The same of JSON, where readers commonly keep the last in silence."""
    text = in_json('{\n"at_least": "5",\n "at_least": "6"}')
    found = problem(text, '"at_least"', "/targets/0/goal/at_least", "json")
    assert found.en == "not allowed in a plan file: found the key 'at_least' twice; keep one"
    assert found.vi == "không dùng trong tệp kế hoạch: gặp khóa 'at_least' hai lần; hãy giữ một"


def test_an_unknown_key_is_told_with_the_nearest() -> None:
    """A misspelt key names the one that was meant, and a strange one all there are."""
    found = problem(HEAD + "jurisdictions: VN\n", "jurisdictions", "/jurisdictions")
    assert found.en == "unknown key: found 'jurisdictions'; did you mean jurisdiction?"
    assert found.vi == "khóa lạ: gặp 'jurisdictions'; có phải ý bạn là jurisdiction?"
    found = problem(HEAD + "declared: {xyz: 5}\n", "xyz", "/declared/xyz")
    assert found.en == "unknown key: found 'xyz'; write one of task_groups, targets"
    assert found.vi == "khóa lạ: gặp 'xyz'; hãy viết một trong: task_groups, targets"


def test_a_grouped_number_is_refused_with_both_ways_to_write_it() -> None:
    """3.000 is three thousand to one reader and three to another; quoted it is a decimal."""
    found = problem(target("{reduce_by: 3.000}"), "reduce_by", "/targets/0/goal/reduce_by")
    assert found.en == "ambiguous number: found 3.000; write 3000, or '3.000' in quotes for a decimal"
    assert found.vi == "số không rõ nghĩa: gặp 3.000; hãy viết 3000, hoặc '3.000' trong dấu nháy nếu là số thập phân"
    assert str(loads(target("{reduce_by: '3.000'}")).targets[0].goal.upper) == "-3.000"


@pytest.mark.parametrize("word", [".nan", ".inf", "-.inf", "nan", "Infinity", "1e400", "1e5", "0x10", "1_000", "5%"])
def test_what_is_no_plain_number_in_yaml(word: str) -> None:
    """Words and notations that YAML readers take for numbers are refused where a number belongs."""
    found = problem(target(f"{{at_least: {word}}}"), "at_least", "/targets/0/goal/at_least")
    assert found.en.startswith(f"not a plain number: found '{word}'; write ")
    assert found.vi.startswith(f"không phải số viết thường: gặp '{word}'; hãy viết ")


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json(word: str) -> None:
    """What JSON readers commonly let stand for a number is refused, where a number belongs and where text does."""
    found = problem(in_json(f'{{"at_least": {word}}}'), '"at_least"', "/targets/0/goal/at_least", "json")
    assert found.en == f"number expected: found {word}; write e.g. 16000 or 68.25"
    assert found.vi == f"cần một số: gặp {word}; hãy viết ví dụ 16000 hoặc 68.25"
    found = problem(in_json(f'{{"text": {word}}}'), '"text"', "/targets/0/goal/text", "json")
    assert found.en == f"text expected: found {word}; write one line of text"


@pytest.mark.parametrize("number", ["1e400", "1E400", "-1e400"])
def test_json_numbers_beyond_a_float_are_no_infinity(number: str) -> None:
    """1e400 is refused as it was written."""
    found = problem(in_json(f'{{"at_least": {number}}}'), '"at_least"', "/targets/0/goal/at_least", "json")
    assert found.en == f"not a plain number: found '{number}'; write 16000, 68.25"
    assert found.vi == f"không phải số viết thường: gặp '{number}'; hãy viết 16000, 68.25"


@pytest.mark.parametrize("write", [target, in_json])
def test_a_number_of_5000_digits(write: Callable[[str], str]) -> None:
    """It is neither read nor shown whole, in YAML and in JSON."""
    text = write('{"at_least": ' + "9" * 5000 + "}")
    found = problem(text, '"at_least"', "/targets/0/goal/at_least", "json" if write is in_json else "yaml")
    assert found.en == f"not a plain number: found '{'9' * 79}; write 16000, 68.25"
    assert len(found.message("vi")) < 200


def test_numbers_have_bounds() -> None:
    """The largest whole number is read; with one digit more it is refused."""
    assert loads(target(f"{{at_least: {'9' * 31}}}")).targets[0].goal.lower == 10**31 - 1
    found = problem(target(f"{{at_least: {'9' * 32}}}"), "at_least", "/targets/0/goal/at_least")
    assert found.en.startswith("number out of bounds: found 99999")
    assert found.vi.startswith("số ngoài giới hạn: gặp 99999")


@pytest.mark.parametrize("day", ["2023-02-30", "30/02/2023", "ngày 30 tháng 02 năm 2023"])
def test_a_date_that_does_not_exist(day: str) -> None:
    """The calendar has no 30 February, in whatever form."""
    found = problem(f"{HEAD}issued: {day}\n", "issued", "/issued")
    assert found.en.startswith(f"no such day in the calendar: found '{day}'")
    assert found.vi.startswith(f"ngày không có trong lịch: gặp '{day}'")


def test_an_id_that_is_cited_but_not_defined() -> None:
    """An indicator's id that the plan lacks is told with the nearest; without it there is no target."""
    text = HEAD + "indicators: [{id: poor-households, name: Hộ nghèo}]\n"
    text += "targets:\n  - {id: a, indicator: poor-household, goal: {reduce_by: 5}}\n"
    found = problem(text, "indicator:", "/targets/0/indicator")
    assert found.en == "indicator not defined: found the id 'poor-household'; did you mean poor-households?"
    assert found.vi == "chỉ tiêu thống kê chưa định nghĩa: gặp mã 'poor-household'; có phải ý bạn là poor-households?"
    found = problem(text.replace("poor-household,", "jobs,"), "indicator:", "/targets/0/indicator")
    assert found.en.endswith("found the id 'jobs'; define it under indicators, or write the indicator out here")


def test_an_id_of_a_target_that_is_not_defined_is_a_finding() -> None:
    """A plan whose task group serves no target of it can be read, and the check says what it names in vain."""
    plan = loads(target("{at_least: 5}") + "task_groups:\n  - {ordinal: 1, title: A, targets: [jobz]}\n")
    [finding] = [finding for finding in check(plan).findings if finding.code == "GP401"]
    assert finding.path == "/task_groups/0/targets/0"
    assert "jobz" in finding.message("en")
    assert "jobz" in finding.message("vi")


def test_a_newer_format_version_is_refused_whatever_else_is_in_the_file(tmp_path: Path) -> None:
    """A file of a later govplan is told as such, with its path, and its new keys are not called unknown."""
    text = HEAD.replace("govplan: 1", "govplan: 2") + "forecast: {}\n"
    found = problem(text, "govplan", "/govplan")
    assert found.en == "format version not known: found 2; this govplan reads 1, a newer one may read it"
    assert found.vi == "chưa biết phiên bản định dạng: gặp 2; govplan này đọc được 1, hãy dùng bản mới hơn"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError, match="format version not known") as caught:
        load(path)
    assert str(caught.value) == f"{path}:1:1: {found.en} [/govplan]"


def test_a_file_without_a_version_is_no_plan_file() -> None:
    """The key that makes a file one of govplan's is asked for first, and holds a whole number."""
    found = problem(HEAD.replace("govplan: 1\n", ""), "id", "")
    assert found.en == "no plan file: found no key govplan; write govplan: 1 on the first line"
    assert found.vi == "không phải tệp kế hoạch: không có khóa govplan; hãy viết govplan: 1 ở dòng đầu"
    found = problem(HEAD.replace(": 1\n", ": một\n"), "govplan", "/govplan")
    assert found.en == "whole number expected: found 'một'; write digits, at most six"
