"""`govplan show`: a plan as a tree for people and laid flat for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest
from attrs import evolve
from click.testing import Result
from hypothesis import given

import govplan
from govplan.legal import LegalReference
from govplan.model import Breakdown, Goal, Indicator, Organization, Plan, Target, TaskGroup
from govplan.testing import plans
from govplan.values import Text

Run = Callable[..., Result]
PLAN = govplan.load_example("quangnam_2023")


def target(id: str, *breakdowns: Breakdown, unit: str | None = "người") -> Target:
    name = Text(f"Chỉ tiêu {id}", f"Target {id}")
    return Target(id, Indicator(name, unit=unit, measure="flow"), Goal.at_least(1500), breakdowns=breakdowns)


def shown(run: Run, plan: Plan, *options: str, **env: str) -> str:
    """Return what is printed of a plan, which is read from standard input."""
    result = run("show", "-", *options, input=govplan.dumps(plan), **env)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


# --- the tree ------------------------------------------------------------------------------


def test_the_example_is_a_pleasant_tree(run: Run, quangnam: str) -> None:
    """Who, where, when; targets with goals, parts below their wholes; groups with what they cite."""
    lines = run("show", quangnam).stdout.splitlines()
    assert lines[:6] == [
        "Quảng Nam work programme on labour, people with meritorious service and social affairs, 2023",
        "├── Issuer: Department of Labour, Invalids and Social Affairs of Quảng Nam Province",
        "├── Jurisdiction: tỉnh Quảng Nam",
        "├── Period: 2023; Issued: 2023-01-04",
        "├── Targets (8)",
        "│   ├── Additional workers in employment: at least 16,000 người",
    ]
    whole = lines.index("│   ├── Enrolment in vocational education and training: at least 24,000 người")
    assert lines[whole + 1 : whole + 3] == [
        "│   │   └── divides into",
        "│   │       ├── Enrolment at college and intermediate level: at least 4,000 người",
    ]
    group = lines.index("    ├── 3. War martyrs' cemeteries and memorials")
    assert lines[group + 1] == (
        "    │   ├── Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh  [malformed: 68/NQ-HĐND]"
    )
    assert lines[-1] == "    └── 15. Public services run by the sector"


def test_the_tree_speaks_vietnamese(run: Run, quangnam: str) -> None:
    """Names, goals and the words between them are Vietnamese where that is asked for."""
    text = run("show", quangnam, "--lang", "vi").stdout
    assert text == run("show", quangnam, GOVPLAN_LANG="vi").stdout
    for line in (
        "├── Cơ quan ban hành: Sở Lao động - Thương binh và Xã hội tỉnh Quảng Nam",
        "├── Đơn vị hành chính: tỉnh Quảng Nam",
        "├── Kỳ: 2023; Ngày ban hành: 2023-01-04",
        "├── Chỉ tiêu (8)",
        "│   ├── Tần suất tai nạn lao động chết người: giảm 4%",
        "│   ├── Tỷ lệ lao động thất nghiệp: dưới 4%",
        "│   │   └── trong đó",
        "└── Nhóm nhiệm vụ (15)",
        "    │   ├── Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh  [sai thể thức: 68/NQ-HĐND]",
    ):
        assert f"\n{line}\n" in text


@pytest.mark.parametrize(
    ("relation", "vi", "en"),
    [
        ("partition", "chia thành", "divides into"),
        ("subset", "trong đó", "of which"),
        ("overlap", "gồm, có giao nhau", "including, overlapping"),
        ("allocation", "phân bổ", "allocated to"),
    ],
)
def test_every_relation_has_its_words(run: Run, relation: str, vi: str, en: str) -> None:
    """How parts relate to their whole stands between them, and by what they differ."""
    divided = target("all", Breakdown(relation, [target("some")], by=Text("giới tính", "sex")))
    plan = evolve(PLAN, targets=[divided], task_groups=())
    assert f"└── {en} (sex)\n│           └── Target some: at least 1,500 người" in shown(run, plan)
    assert f"└── {vi} (giới tính)\n│           └── Chỉ tiêu some: ít nhất 1.500 người" in shown(
        run, plan, "--lang", "vi"
    )


def test_legal_basis_and_links_are_shown_where_a_plan_has_them(run: Run) -> None:
    """What a plan rests on stands before its targets; what a group serves below it; a missing date is left out."""
    group = TaskGroup(1, Text("Vốn vay", "Loans"), targets=["all", "some"])
    basis = [LegalReference.parse("Luật Giáo dục nghề nghiệp")]
    plan = evolve(PLAN, issued=None, legal_basis=basis, targets=[target("all"), target("some")], task_groups=[group])
    text = shown(run, plan)
    assert "\n├── Legal basis (1)\n│   └── Luật Giáo dục nghề nghiệp\n├── Targets (2)\n" in text
    assert text.endswith("\n    └── 1. Loans\n        └── serves: all, some\n")
    assert "\n├── Period: 2023\n" in text
    assert "\n├── Căn cứ (1)\n" in shown(run, plan, "--lang", "vi")
    assert "phục vụ: all, some\n" in shown(run, plan, "--lang", "vi")


def test_several_plans_are_trees_with_a_blank_line_between(run: Run, quangnam: str) -> None:
    """Nothing stands before the first and after the last."""
    once = run("show", quangnam).stdout
    assert run("show", quangnam, quangnam).stdout == f"{once}\n{once}"


def test_a_terminal_gets_colours_and_a_file_does_not(run: Run, quangnam: str) -> None:
    """Plain text is the default; what is printed in colour is the same text."""
    plain = run("show", quangnam).stdout
    assert "\x1b" not in plain
    coloured = run("show", quangnam, FORCE_COLOR="1", TERM="xterm", COLUMNS="120").stdout
    assert "\x1b[32mat least 16,000 người\x1b[0m" in coloured


def test_a_file_gets_lines_of_120_letters(run: Run) -> None:
    """Where there is no terminal to ask, long lines are broken at one width, whatever the machine says of its own."""
    lines = shown(run, evolve(PLAN, title=Text("x" * 130)), COLUMNS="40").splitlines()
    assert lines[:2] == ["x" * 120, "x" * 10]
    assert max(map(len, lines)) == 120


def test_text_is_shown_as_it_is_written(run: Run) -> None:
    """Markup, emoji codes and braces of a plan are text, and nothing else."""
    name = "[red]x[/red] [bold]:smile: {0} [link=x]"
    plan = evolve(
        PLAN,
        title=Text(name),
        issuer=Organization(name),
        targets=[Target("a", Indicator(name, unit="[b]hộ"), Goal.in_words(name))],
        task_groups=[TaskGroup(1, Text(name), legal_references=[LegalReference.parse(f"Luật {name}")])],
    )
    text = shown(run, plan)
    assert text.splitlines()[0] == name
    assert f"Issuer: {name}\n" in text
    assert f"{name}: {name}\n" in text
    assert f"1. {name}\n" in text
    assert f"Luật {name}\n" in text


# --- JSON ----------------------------------------------------------------------------------


def test_json_holds_the_whole_example(run: Run, quangnam: str) -> None:
    """11 targets, 15 groups numbered 1 to 15, 11 numbered documents with type, number, year, symbol and date."""
    plan = json.loads(run("show", quangnam, "--format", "json").stdout)
    assert len(plan["targets"]) == 11
    assert [group["ordinal"] for group in plan["task_groups"]] == list(range(1, 16))
    numbered = [row for row in plan["legal_references"] if row["number"] is not None]
    assert len(numbered) == 11
    assert [
        (row["cited_in"], row["type"], row["number"], row["year"], row["symbol"], row["date"]) for row in numbered
    ] == [
        (3, "Nghị quyết", "68", None, "NQ-HĐND", "2021-09-29"),
        (3, "Quyết định", "2911", None, "QĐ-UBND", "2021-10-14"),
        (4, "Nghị định", "20", 2021, "NĐ-CP", None),
        (4, "Nghị quyết", "43", 2021, "NQ-HĐND", "2021-12-08"),
        (4, "Nghị quyết", "14", 2022, "NQ-HĐND", "2022-04-21"),
        (5, "Nghị quyết", "06", None, "NQ/TU", "2021-05-04"),
        (5, "Kế hoạch", "3311", None, "KH-UBND", "2021-06-03"),
        (5, "Chương trình", "01", None, "CTr/BCĐ", "2022-04-05"),
        (6, "Chỉ thị", "20", None, "CT/TW", "2012-11-05"),
        (6, "Kế hoạch", "69", None, "KH/TU", "2013-02-06"),
        (7, "Kế hoạch", "6830", None, "KH-UBND", "2021-10-01"),
    ]
    assert [row["text"].split(" ngày")[0] for row in numbered if not row["well_formed"]] == ["Nghị quyết số 68/NQHĐND"]
    assert [row["cited_in"] for row in plan["legal_references"] if row["number"] is None] == [2, 3, 6, 7]


def test_json_holds_targets_with_goals_in_figures_and_in_words(run: Run, quangnam: str) -> None:
    """A part names its whole and how it relates to it; a headline target has neither."""
    rows = {row["id"]: row for row in json.loads(run("show", quangnam, "--format", "json").stdout)["targets"]}
    assert rows["certified-workers"] == {
        "id": "certified-workers",
        "parent": "trained-workers",
        "relation": "subset",
        "name": {
            "vi": "Tỷ lệ lao động qua đào tạo có bằng chứng chỉ",
            "en": "Share of workers whose training earned a degree or certificate",
        },
        "unit": "%",
        "measure": "ratio",
        "goal": {"at_least": "31"},
        "text": {"vi": "ít nhất 31%", "en": "at least 31%"},
    }
    accidents = rows["fatal-accident-frequency"]
    assert (accidents["parent"], accidents["relation"], accidents["unit"]) == (None, None, None)
    assert (accidents["goal"], accidents["text"]["vi"]) == ({"reduce_by_percent": "4"}, "giảm 4%")


def test_json_of_several_plans_is_a_list(run: Run, quangnam: str) -> None:
    """One plan is an object, more are a list of them in their order."""
    one = json.loads(run("show", quangnam, "--format", "json").stdout)
    assert json.loads(run("show", quangnam, quangnam, "--format", "json").stdout) == [one, one]


def test_the_legal_basis_is_cited_by_no_group(run: Run) -> None:
    """Every document is in one list, first those that the whole plan rests on."""
    basis = [LegalReference.parse("khoản 2 Điều 5 Luật số 80/2015/QH13")]
    row = json.loads(shown(run, evolve(PLAN, legal_basis=basis), "--format", "json"))["legal_references"][0]
    assert (row["cited_in"], row["number"], row["year"], row["symbol"]) == (None, "80", 2015, "QH13")
    assert (row["pin"], row["date"], row["well_formed"]) == ("khoản 2 Điều 5", None, True)


@given(plan=plans(max_depth=3))
def test_any_plan_can_be_shown(run: Run, plan: Plan) -> None:
    """Both forms hold every target and every group of any plan, in their order, and nothing steers the terminal."""
    for lang in ("vi", "en"):
        lines = shown(run, plan, "--lang", lang).splitlines()
        assert all(letter.isprintable() or category(letter) == "Zs" for letter in "".join(lines))
        assert any(line.endswith(f" ({len(plan.targets)})") for line in lines)
    flat = json.loads(shown(run, plan, "--format", "json"))
    assert [row["id"] for row in flat["targets"]] == [target.id for target in plan.walk()]
    assert [row["ordinal"] for row in flat["task_groups"]] == [group.ordinal for group in plan.task_groups]
    cited = [reference for group in plan.task_groups for reference in group.legal_references]
    assert [row["text"] for row in flat["legal_references"]] == [
        reference.text for reference in (*plan.legal_basis, *cited)
    ]


def test_nothing_is_shown_where_one_plan_cannot_be_read(run: Run, quangnam: str, tmp_path: Path) -> None:
    """Half an answer is none."""
    result = run("show", quangnam, str(tmp_path / "nowhere.yaml"))
    assert (result.exit_code, result.stdout) == (2, "")
