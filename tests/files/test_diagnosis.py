"""What is said of a bad file: everything that is wrong, each at its place, and nothing that is not."""

import json
import re

import pytest
import yaml

from govplan import DatasetError, Goal, GovplanError, from_dict, loads
from govplan.files.problem import MAX_PROBLEMS, Problem

HEAD = """\
govplan: 1
id: p
title: T
issuer: S
jurisdiction: VN-27
period: 2023
"""
TARGET = "{id: a, indicator: {name: N}, goal: {at_least: 5}}"


def problems(text: str, format: str = "yaml") -> tuple[Problem, ...]:
    """Return the problems of a text that is no plan file."""
    with pytest.raises(DatasetError) as caught:
        loads(text, format=format)
    return caught.value.problems


def told(marked: str) -> list[str]:
    """Return the problems of a text, as pointer and what is wrong; each stands where the text has a mark, in order."""
    lines = marked.split("\n")
    marks = [
        (number, match.start() - count + 1)
        for number, line in enumerate(lines, 1)
        for count, match in enumerate(re.finditer("▸", line))
    ]
    found = problems(marked.replace("▸", ""))
    assert [(problem.line, problem.column) for problem in found] == marks
    return [f"{problem.pointer} {problem.en.partition(':')[0]}" for problem in found]


MANY_FAULTS = """\
govplan: 1
▸id: Quảng Nam
title: {vi: Chương trình, ▸en: ''}
issuer: {name: Sở Lao động, ▸idd: x}
▸jurisdiction: VN-99
▸period: năm sau
▸issued: 2023-02-30
targets:
  - id: jobs
    indicator: {name: Việc làm, unit: người, ▸measure: flo}
    goal: {▸at_least: 16.000}
    ▸horizont: 2023
  - id: households
    ▸indicator: poor-household
    goal: {▸reduce_by: -3000}
    partition:
      - id: women
        goal: {at_least: 1, ▸at_most: nhiều}
        indicator: {name: Nữ, ▸codes: [a]}
  - ▸goal: {▸at_leest: 5}
    indicator: {name: N}
task_groups:
  - ▸ordinal: 0
    ▸title: [a]
"""
TEXT = MANY_FAULTS.replace("▸", "")


def test_ten_faults_and_more_are_told_at_once_and_in_order() -> None:
    """Every fault of a file is listed in the order of its lines, with line, column and pointer, and no other."""
    assert told(MANY_FAULTS) == [
        "/id not an id",
        "/title/en empty text",
        "/issuer/idd unknown key",
        "/jurisdiction unknown jurisdiction",
        "/period not a period",
        "/issued no such day in the calendar",
        "/targets/0/indicator/measure unknown word",
        "/targets/0/goal/at_least ambiguous number",
        "/targets/0/horizont unknown key",
        "/targets/1/indicator indicator not defined",
        "/targets/1/goal/reduce_by negative amount of change",
        "/targets/1/partition/0/goal/at_most not a plain number",
        "/targets/1/partition/0/indicator/codes codes are a mapping",
        "/targets/2 missing key",
        "/targets/2/goal/at_leest unknown key",
        "/task_groups/0/ordinal not an ordinal",
        "/task_groups/0/title text expected",
    ]


def test_the_same_faults_are_told_of_json() -> None:
    """The same values in JSON have problems at the same pointers, each located at its key."""
    text = json.dumps(yaml.load(TEXT, Loader=yaml.BaseLoader), ensure_ascii=False, indent=1)
    text = text.replace('"16.000"', "NaN")
    lines = text.split("\n")
    found = problems(text, "json")
    assert [problem.pointer for problem in found] == [problem.pointer for problem in problems(TEXT)]
    for problem in found:
        name = problem.pointer.rpartition("/")[2]
        assert lines[problem.line - 1][problem.column - 1 :].startswith((f'"{name}"', "{"))


def test_messages_are_whole_sentences_in_both_languages() -> None:
    """Each message has line:column, what is wrong, what was found, what to do, and the pointer; Vietnamese too."""
    [first, *_] = problems(TEXT)
    assert first.message("en") == (
        "2:1: not an id: found 'Quảng Nam'; write lower case letters, digits and hyphens, e.g. poor-households [/id]"
    )
    assert first.message("vi") == (
        "2:1: không phải mã định danh: gặp 'Quảng Nam'; hãy viết chữ thường không dấu, số, gạch nối, "
        "ví dụ poor-households [/id]"
    )
    for problem in problems(TEXT):
        assert problem.en.count("\n") == problem.vi.count("\n") == 0
        assert ": " in problem.en
        assert "; " in problem.en
        assert "; " in problem.vi
        assert "found" in problem.en
        assert "gặp" in problem.vi or "không có" in problem.vi


def test_the_error_is_all_of_its_problems() -> None:
    """The message of a DatasetError has one line a problem, each with the file's name."""
    with pytest.raises(DatasetError) as caught:
        loads(TEXT)
    assert str(caught.value).split("\n") == [problem.message() for problem in caught.value.problems]
    assert caught.value.message("vi").split("\n") == [problem.message("vi") for problem in caught.value.problems]


NAMED = "{id: b, indicator: jobs, goal: {at_least: 5}}"


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        # An indicator that several targets name is examined once, where it is.
        (
            f"indicators: [{{id: jobs, name: N, ▸unit: '12'}}]\ntargets: [{NAMED}, {NAMED}]\n",
            ["/indicators/0/unit not a unit"],
        ),
        # Where the definitions cannot be read at all, ids are not held against the targets.
        (f"▸indicators: {{jobs: {{name: N}}}}\ntargets: [{NAMED}]\n", ["/indicators list expected"]),
        (f"indicators: [▸*a]\ntargets: [{NAMED}]\n", ["/indicators/0 not allowed in a plan file"]),
        # Without a day, what a code meant on it cannot be told, but one that is none can.
        ("▸issued: hôm qua\n", ["/issued not a date"]),
        (f"▸issued: hôm qua\ntargets: [{{jurisdiction: '49', {TARGET[1:]}]\n", ["/issued not a date"]),
        (
            f"▸issued: hôm qua\ntargets: [{{▸jurisdiction: VN-99, {TARGET[1:]}]\n",
            ["/issued not a date", "/targets/0/jurisdiction unknown jurisdiction"],
        ),
        # What YAML refuses is not refused again as what it stands for.
        ("notes: [{vi: ▸*a, en: x}]\n", ["/notes/0/vi not allowed in a plan file"]),
        (
            "targets: [{id: a, indicator: {name: N}, goal: {between: [1, ▸*b]}}]\n",
            ["/targets/0/goal/between/1 not allowed in a plan file"],
        ),
        ("targets: [▸*a]\n", ["/targets/0 not allowed in a plan file"]),
        ("targets: ▸*a\n", ["/targets not allowed in a plan file"]),
        ("issued: ▸*a\n", ["/issued not allowed in a plan file"]),
        # What is left out on purpose is no fault beside others.
        ("document: ~\nsource: ~\n▸issued: hôm qua\n", ["/issued not a date"]),
        ("▸id: q\n", ["/id not allowed in a plan file"]),
    ],
)
def test_one_fault_is_told_once(fault: str, expected: list[str]) -> None:
    """What follows from a fault is not told as another one."""
    assert told(HEAD + fault) == expected


def test_a_version_that_yaml_refuses_is_not_judged() -> None:
    """An alias where the version belongs is one problem, and the rest of the file is examined all the same."""
    assert told(HEAD.replace("1", "▸*a") + "▸x: 1\n") == ["/govplan not allowed in a plan file", "/x unknown key"]


BARE = TARGET[:-1]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("targets: [▸5]\n", ["/targets/0 mapping expected"]),
        ("▸targets: {}\n", ["/targets list expected"]),
        ("▸targets:\n", ["/targets list expected"]),
        ("targets: [▸▸▸{}]\n".replace("▸▸▸", "▸"), ["/targets/0 missing key"] * 3),
        (f"targets: [{BARE}, ▸baseline: x}}]\n", ["/targets/0/baseline not a plain number"]),
        (f"targets: [{BARE}, baseline: {{▸value: x}}}}]\n", ["/targets/0/baseline/value not a plain number"]),
        (f"targets: [{BARE}, ▸partition: []}}]\n", ["/targets/0/partition a partition without parts"]),
        (f"targets: [{BARE}, partition: [▸5]}}]\n", ["/targets/0/partition/0 mapping expected"]),
        (f"targets: [{BARE}, ▸partition: 5}}]\n", ["/targets/0/partition list expected"]),
        (
            f"targets: [{BARE}, breakdowns: [▸{{relation: subset, parts: []}}]}}]\n",
            ["/targets/0/breakdowns/0 a subset without parts"],
        ),
        (
            f"targets: [{{▸subset: [], partition: [], {BARE[1:]}}}]\n",
            ["/targets/0/subset several breakdowns in short form"],
        ),
        (
            f"targets: [{{breakdowns: [], ▸overlap: [], {BARE[1:]}}}]\n",
            ["/targets/0/overlap several breakdowns in short form"],
        ),
        (
            f"targets: [{BARE}, milestones: [▸{{goal: {{at_least: 1}}}}]}}]\n",
            ["/targets/0/milestones/0 a milestone has one time"],
        ),
        (
            f"targets: [{BARE}, contributes_to: [a, ▸A B, c, ▸Đ]}}]\n",
            ["/targets/0/contributes_to/1 not an id", "/targets/0/contributes_to/3 not an id"],
        ),
        ("▸jurisdictio: x\n", ["/jurisdictio unknown key"]),
        # The comma ends the text inside braces, and what follows it is a key without a value.
        ("notes: [{vi: Việc làm, ▸tiền lương, en: Jobs}]\n", ["/notes/0/tiền lương text cut at a comma"]),
        ("notes: [{vi: Việc làm, ▸tiền lương: x}]\n", ["/notes/0/tiền lương unknown key"]),
        ("declared: {▸task_groups: 15.5}\n", ["/declared/task_groups whole number expected"]),
        ("source: {▸retrieved: [1]}\n", ["/source/retrieved date expected"]),
        ("source: {▸span: {start: 9, end: 4}}\n", ["/source/span span out of order"]),
        ("▸document: '5'\n", ["/document no document named"]),
        ("legal_basis: [Luật Trẻ em, ▸'']\n", ["/legal_basis/1 empty text"]),
    ],
)
def test_faults_of_every_kind_are_found_at_their_place(fault: str, expected: list[str]) -> None:
    """Lists, mappings, short forms and invariants of classes are told at the value that is at fault."""
    marked = HEAD + fault
    if len(expected) > marked.count("▸"):  # several at one place
        assert [
            f"{problem.pointer} {problem.en.partition(':')[0]}" for problem in problems(marked.replace("▸", ""))
        ] == expected
    else:
        assert told(marked) == expected


def test_a_jurisdiction_written_out_is_examined_like_any_mapping() -> None:
    """Each field of a unit in place is told by itself."""
    unit = "{code: '1', name: {▸vn: A, vi: B}, ▸level: planet, ▸valid_from: x, ▸predecessor: [], ▸successors: ~}"
    assert told(HEAD.replace("VN-27", unit)) == [
        "/jurisdiction/name/vn unknown key",
        "/jurisdiction/level unknown word",
        "/jurisdiction/valid_from not a date",
        "/jurisdiction/predecessor unknown key",
        "/jurisdiction/successors list expected",
    ]


def test_after_many_problems_the_rest_is_not_looked_for() -> None:
    """A list of problems has an end, and its last line says that it has."""
    found = problems(HEAD + "".join(f"k{number}: 1\n" for number in range(MAX_PROBLEMS + 100)))
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].en == "too many problems: stopped after 200; mend these first"
    assert found[-1].vi == "quá nhiều lỗi: dừng sau 200; hãy sửa các lỗi này trước"
    assert found[-1].line == found[-2].line == 6 + MAX_PROBLEMS


def test_keys_cannot_break_a_message() -> None:
    """A key with line breaks or half a character is written out, so that one problem stays one line."""
    found = problems('{"govplan": 1, "a\\nb": 1, "\\ud800": 1, "x/y~z": 1}', "json")[-3:]
    assert [problem.message().partition(" [")[2] for problem in found] == ["/a\\nb]", "/\\ud800]", "/x~1y~0z]"]


@pytest.mark.parametrize("fault", [KeyError("a fault of govplan's own"), GovplanError("said", "nói")])
def test_what_the_second_look_cannot_name_is_not_hidden(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    """An error that no value of the file explains is raised as it is, for whoever mends govplan."""

    def refuse(_value: object) -> None:
        raise fault

    monkeypatch.setattr("govplan.files.document.reader_of", lambda _kind: refuse)
    with pytest.raises(type(fault)) as caught:
        from_dict({"at_least": "5"}, Goal)
    assert caught.value is fault
    monkeypatch.setattr("govplan.files.document.reader_of", lambda _kind: refuse)
    with pytest.raises(type(fault)) as caught:
        loads(HEAD)
    assert caught.value is fault


def test_errors_are_govplans() -> None:
    """One class catches all that reading can raise, and it is a ValueError too."""
    assert issubclass(DatasetError, GovplanError)
    assert issubclass(DatasetError, ValueError)
