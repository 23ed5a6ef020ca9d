"""`govplan check`: what it prints and the exit status it gives; *not* here: what the rules find."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.model import Plan
from govplan.testing import plans

Run = Callable[..., Result]

PLAN = govplan.load_example("quangnam_2023")
TEXT = govplan.dumps(PLAN)


def faulty(pointer: str, value: Any) -> str:
    """Return the text of the example with something else at a pointer; YAML reads JSON too."""
    form = holder = govplan.to_dict(PLAN)
    *above, last = pointer.split("/")[1:]
    for step in above:
        holder = holder[int(step) if isinstance(holder, list) else step]
    holder[int(last) if isinstance(holder, list) else last] = value
    return govplan.dumps(govplan.from_dict(form, Plan))


IMBALANCE = faulty("/targets/4/partition/0/goal", {"at_least": "4500"})
SOUND = faulty("/task_groups/2/legal_references/0", "Nghị quyết số 68/NQ-HĐND ngày 29/9/2021").replace(
    "Nghị định số 20/2021/NĐ-CP", "Nghị định số 20/2021/NĐ-CP ngày 15/3/2021"
)


def looked(text: str, words: str = "{} rules looked at {} points") -> str:
    """Return the last line on a plan: how many rules looked at how many things."""
    report = govplan.check(govplan.loads(text))
    return "  " + words.format(len(report.rules), sum(report.counts))


# --- text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 0),
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--format", "json"], 0),
        (["--format", "json", "--fail-on", "warning"], 1),
    ],
)
def test_the_example_passes_unless_warnings_count(run: Run, quangnam: str, options: list[str], status: int) -> None:
    """Two warnings are no errors: the exit status says only what was asked for."""
    assert run("check", quangnam, *options).exit_code == status


def test_findings_are_printed_with_file_line_and_column(run: Run, quangnam: str) -> None:
    """Each finding begins with the place where an editor jumps to, and that is where the reference stands."""
    result = run("check", quangnam)
    file = Path(quangnam) / "plan.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    printed = [line for line in result.stdout.splitlines() if line.startswith(f"{file}:") and ": GP" in line]
    assert len(printed) == 2
    for line, code, text in zip(printed, ("GP301", "GP302"), ("68/NQHĐND", "20/2021/NĐ-CP"), strict=True):
        place, found = line.removeprefix(f"{file}:").split(": ", 1)
        row, column = map(int, place.split(":"))
        assert found.startswith(code)
        assert lines[row - 1][column - 1 :].startswith(("Nghị quyết", "Nghị định"))
        assert text in lines[row - 1]
    assert result.stderr == ""


def test_parts_are_found_in_whichever_form_the_file_has(run: Run, quangnam: str) -> None:
    """The shipped file writes a subset in full, with its denominator: its part is found all the same."""
    text = (Path(quangnam) / "plan.yaml").read_text(encoding="utf-8").replace("{at_least: 31}", "{at_least: 80}")
    [line] = [line for line in run("check", "-", input=text).stdout.splitlines() if ": GP203 " in line]
    row, column = map(int, line.split(":")[1:3])
    assert text.splitlines()[row - 1][column - 1 :] == "id: certified-workers"
    assert line.endswith("[/targets/5/subset/0]")


def test_a_summary_comes_first_and_what_was_looked_at_last(run: Run, quangnam: str) -> None:
    """A reader sees how many findings there are, of which rules, and that silence is not taken for care."""
    lines = run("check", quangnam).stdout.splitlines()
    assert lines[0].endswith(
        ": Quảng Nam work programme on labour, people with meritorious service and social affairs, 2023"
    )
    assert lines[1:4] == [
        "  2 warnings",
        "  GP301    1  Numbers and symbols of documents are well formed",
        "  GP302    1  Numbered documents are cited with their date",
    ]
    assert lines[-1] == looked(TEXT)


def test_it_speaks_vietnamese(run: Run, quangnam: str) -> None:
    """`--lang vi` or a Vietnamese locale turns every word of the output."""
    asked = run("check", quangnam, "--lang", "vi")
    assert asked.stdout == run("check", quangnam, GOVPLAN_LANG="vi").stdout
    assert asked.stdout != run("check", quangnam, "--lang", "en").stdout
    lines = asked.stdout.splitlines()
    assert lines[1:3] == ["  2 cảnh báo", "  GP301    1  Số, ký hiệu văn bản viết đúng thể thức"]
    assert "GP302 văn bản không có ngày: gặp Nghị định số 20/2021/NĐ-CP của Chính phủ" in asked.stdout
    assert lines[-1] == looked(TEXT, "{} quy tắc đã xem {} điểm")


def test_errors_make_the_exit_status_1(run: Run) -> None:
    """A plan that contradicts itself fails by default; one error is told in the singular."""
    result = run("check", "-", input=IMBALANCE)
    assert result.exit_code == 1
    assert "  1 error, 2 warnings\n" in result.stdout
    assert "GP201 parts do not add up (lower bounds): 24,000 người stated, 24,500 found" in result.stdout
    assert "  1 lỗi, 2 cảnh báo\n" in run("check", "-", "--lang", "vi", input=IMBALANCE).stdout


def test_a_plan_without_findings_is_told_so(run: Run) -> None:
    """Nothing to report is said, not left to be guessed."""
    result = run("check", "-", "--fail-on", "info", input=SOUND)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == ["  Nothing to report.", looked(SOUND)]
    assert "  Không có phát hiện nào.\n" in run("check", "-", "--lang", "vi", input=SOUND).stdout


def test_what_could_not_be_checked_is_printed(run: Run) -> None:
    """A rule that could not judge says where and why, and that alone does not fail."""
    result = run("check", "-", "--fail-on", "info", input=SOUND.replace("issued: 2023-01-04\n", ""))
    assert result.exit_code == 0
    assert "\n  11 not checked\n" in result.stdout
    assert ": GP303 not checked: the plan does not say when it was issued [/task_groups/2/" in result.stdout
    other = run("check", "-", "--lang", "vi", input=SOUND.replace("issued: 2023-01-04\n", ""))
    assert ": GP303 chưa kiểm tra được: kế hoạch không ghi ngày ban hành [" in other.stdout


ACCEPTING = TEXT + "suppress:\n  - {rule: GP302, path: /task_groups/3, reason: Bản in không ghi ngày}\n"


def test_what_is_accepted_is_listed_apart(run: Run) -> None:
    """It is counted and told with its reason, and fails nothing."""
    result = run("check", "-", "--fail-on", "warning", "--ignore", "GP301", input=ACCEPTING)
    assert result.exit_code == 0
    assert "\n  1 suppressed\n" in result.stdout
    [line] = [line for line in result.stdout.splitlines() if " GP302 " in line]
    assert line.endswith(": GP302 suppressed: Bản in không ghi ngày [/task_groups/3/legal_references/0]")
    assert "  1 được bỏ qua\n" in run("check", "-", "--lang", "vi", "--ignore", "GP301", input=ACCEPTING).stdout


def test_a_suppression_that_suppresses_nothing_is_told_at_its_line(run: Run) -> None:
    """Its place is the item in the file."""
    text = SOUND + "suppress:\n  - rule: GP302\n    reason: x\n"
    [line] = [line for line in run("check", "-", input=text).stdout.splitlines() if ": GP105 " in line]
    row, column = map(int, line.split(":")[1:3])
    assert text.splitlines()[row - 1][column - 1 :] == "rule: GP302"
    assert line.endswith("found GP302; nothing is found there any more; take it out [/suppress/0]")


def test_colours_are_for_terminals(run: Run, quangnam: str) -> None:
    """A terminal gets bold and yellow; a file, a pipe or who sets NO_COLOR gets plain text."""
    assert "\x1b" not in run("check", quangnam).stdout
    coloured = run("check", quangnam, color=True).stdout
    assert "\x1b[1m" in coloured
    assert "\x1b[33m" in coloured
    assert "\x1b" not in run("check", quangnam, color=True, NO_COLOR="1").stdout


# --- JSON ----------------------------------------------------------------------------------


def test_json_holds_findings_with_their_places(run: Run, quangnam: str) -> None:
    """Programs get what people get: codes, severities, pointers, lines, amounts, both languages."""
    shown = json.loads(run("check", quangnam, "--format", "json").stdout)
    assert (shown["path"], shown["plan"]) == (str(Path(quangnam) / "plan.yaml"), "quangnam-ldtbxh-2023")
    assert shown["summary"] == {"error": 0, "warning": 2, "info": 0, "not_checked": 0, "suppressed": 0}
    lines = (Path(quangnam) / "plan.yaml").read_text(encoding="utf-8").splitlines()
    hyphen, undated = shown["findings"]
    assert {key: hyphen[key] for key in ("code", "severity", "path", "expected")} == {
        "code": "GP301",
        "severity": "warning",
        "path": "/task_groups/2/legal_references/0",
        "expected": "68/NQ-HĐND",
    }
    assert lines[hyphen["line"] - 1][hyphen["column"] - 1 :] == hyphen["found"]
    assert lines[undated["line"] - 1][undated["column"] - 1 :] == undated["found"]
    assert undated.keys() == {"code", "severity", "path", "line", "column", "found", "message"}
    assert undated["message"].keys() == {"vi", "en"}
    assert shown["checked"]["GP101"] == 11


def test_json_holds_exact_amounts(run: Run) -> None:
    """Numbers are text with every digit, days are ISO 8601, counts are counts."""
    text = IMBALANCE.replace("ngày 14/10/2021", "ngày 14/10/2023").replace("task_groups: 15", "task_groups: 16")
    found = {
        finding["code"]: finding
        for finding in json.loads(run("check", "-", "--format", "json", input=text).stdout)["findings"]
    }
    amounts = {code: [found[code].get(key) for key in ("expected", "found", "difference")] for code in found}
    assert amounts["GP201"] == ["24000", "24500", "-500"]
    assert amounts["GP303"] == ["2023-01-04", "2023-10-14", 283]
    assert amounts["GP103"] == [16, 15, -1]


def test_json_says_why_something_was_not_checked(run: Run) -> None:
    """Each has its code, its place, a stable reason and both languages."""
    text = SOUND.replace("issued: 2023-01-04\n", "")
    shown = json.loads(run("check", "-", "--format", "json", input=text).stdout)
    assert shown["summary"]["not_checked"] == len(shown["not_checked"]) == 11
    first = shown["not_checked"][0]
    assert (first["code"], first["reason"]) == ("GP303", "no_issue_date")
    assert first["message"] == {
        "vi": "kế hoạch không ghi ngày ban hành",
        "en": "the plan does not say when it was issued",
    }
    assert text.splitlines()[first["line"] - 1].strip().startswith("- Nghị quyết số 68")


def test_json_lists_apart_what_is_accepted(run: Run) -> None:
    """Each with its reason in both languages, beside the findings that are left."""
    shown = json.loads(run("check", "-", "--format", "json", input=ACCEPTING).stdout)
    assert [finding["code"] for finding in shown["findings"]] == ["GP301"]
    [accepted] = shown["suppressed"]
    assert (accepted["code"], accepted["path"]) == ("GP302", "/task_groups/3/legal_references/0")
    assert accepted["reason"] == {"vi": "Bản in không ghi ngày", "en": "Bản in không ghi ngày"}
    assert shown["summary"]["suppressed"] == 1


@given(plan=plans(), fail_on=st.sampled_from(["error", "warning", "info"]))
def test_any_plan_can_be_checked(run: Run, plan: Plan, fail_on: str) -> None:
    """Whatever a plan holds, both forms say what the library says, and the exit status follows from it."""
    text = govplan.dumps(plan)
    report = govplan.check(govplan.loads(text))
    status = 1 if report.at_least(govplan.Severity(fail_on)) else 0
    assert run("check", "-", "--fail-on", fail_on, input=text).exit_code == status
    result = run("check", "-", "--fail-on", fail_on, "--format", "json", input=text)
    assert result.exit_code == status
    shown = json.loads(result.stdout)
    assert [(found["code"], found["path"], found["message"]["vi"]) for found in shown["findings"]] == [
        (found.code, found.path, found.message("vi")) for found in report.findings
    ]
    assert all(found["line"] >= 1 and found["column"] >= 1 for found in shown["findings"])


# --- several paths -------------------------------------------------------------------------


def test_several_plans_are_checked_beside_one_another(run: Run, tmp_path: Path) -> None:
    """What one plan contributes to may be another's, and two plans with one id are found."""
    province, district = tmp_path / "province.yaml", tmp_path / "district.json"
    govplan.dump(PLAN, province)
    loans = evolve(PLAN.targets[0], id="loans", contributes_to=["jobs-created"])
    govplan.dump(evolve(PLAN, id="district", targets=[loans], task_groups=(), declared=None), district)
    alone = json.loads(run("check", str(district), "--format", "json").stdout)
    assert [missed["code"] for missed in alone["not_checked"]] == ["GP402"]
    both = json.loads(run("check", str(district), str(province), "--format", "json").stdout)
    assert [(shown["path"], shown["summary"]["not_checked"]) for shown in both] == [
        (str(district), 0),
        (str(province), 0),
    ]

    govplan.dump(evolve(PLAN, declared=None), district)
    twins = run("check", str(district), str(province))
    assert twins.exit_code == 1
    assert twins.stdout.count(": GP502 two plans with one id") == 2


def test_of_several_plans_the_sound_ones_are_only_counted(run: Run, tmp_path: Path) -> None:
    """What there is to say stands out, and the last line sums up all plans and what could not be read."""
    sound, faulty = tmp_path / "sound.yaml", tmp_path / "faulty.yaml"
    sound.write_text(SOUND.replace("id: quangnam-ldtbxh-2023", "id: other", 1), encoding="utf-8")
    faulty.write_text(IMBALANCE, encoding="utf-8")
    lines = run("check", str(sound), str(faulty)).stdout.splitlines()
    assert not any(line.startswith(str(sound)) for line in lines)
    assert lines[-1] == "2 plans: 1 error, 2 warnings"
    alone = run("check", str(sound), str(sound)).stdout.splitlines()
    assert alone == ["2 plans: Nothing to report."]
    both = run("check", str(faulty), "nowhere.yaml", "--lang", "vi").stdout.splitlines()
    assert both[-1] == "2 kế hoạch: 1 lỗi, 2 cảnh báo, 1 không dùng được"


def test_the_same_file_twice_is_no_fault(run: Run, quangnam: str) -> None:
    """A shell may expand a pattern and its folder to the same plan."""
    assert run("check", quangnam, f"{quangnam}/plan.yaml").exit_code == 0


def test_one_unreadable_file_does_not_keep_the_others_from_being_checked(run: Run, quangnam: str) -> None:
    """The exit status is 2, and what could be checked was."""
    result = run("check", "nowhere.yaml", quangnam)
    assert result.exit_code == 2
    assert result.stderr.startswith("nowhere.yaml:")
    assert "no such file: found nothing there; check the path" in result.stderr
    assert "GP301" in result.stdout

    shown = json.loads(run("check", quangnam, "nowhere.yaml", quangnam, "--format", "json").stdout)
    assert [list(one)[:2] for one in shown] == [["path", "plan"], ["path", "unreadable"], ["path", "plan"]]
    [problem] = shown[1]["unreadable"]
    assert problem["message"] == {
        "vi": "không có tệp: không thấy gì ở đó; hãy kiểm tra đường dẫn",
        "en": "no such file: found nothing there; check the path",
    }


def test_unreadable_weighs_more_than_faulty(run: Run) -> None:
    """2 stays 2 when another plan has errors."""
    assert run("check", "nowhere.yaml", "-", input=IMBALANCE).exit_code == 2
    assert run("check", "-", "nowhere.yaml", input=IMBALANCE).exit_code == 2
