"""GP1xx: ids, ordinals and declared counts, each rule from both sides."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan.model import Breakdown, Declared, Goal, Indicator, Organization, Plan, Target, TaskGroup
from govplan.rules import Finding, Severity, check
from govplan.values import Jurisdiction, Period


def plan(*targets: Target, **fields: object) -> Plan:
    quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    return Plan("p", "Kế hoạch", Organization("Sở Tài chính"), quang_nam, Period.year(2023), targets=targets, **fields)


def target(id: str, *parts: Target) -> Target:
    indicator = Indicator("Việc làm", unit="người", measure="flow")
    return Target(id, indicator, Goal.at_least(5), breakdowns=[Breakdown("overlap", parts)] if parts else ())


def groups(*ordinals: int) -> Plan:
    return plan(task_groups=[TaskGroup(ordinal, "Tuyên truyền") for ordinal in ordinals])


def only(plan: Plan) -> Finding:
    """Return the one finding of a plan."""
    [finding] = check(plan).findings
    return finding


def told(plan: Plan) -> list[tuple[str, str, object]]:
    """Return code, path and expected value of every finding."""
    return [(finding.code, finding.path, finding.expected) for finding in check(plan).findings]


# --- GP101 ---------------------------------------------------------------------------------


def test_targets_with_ids_of_their_own_are_sound() -> None:
    """Wholes and parts with different ids give no finding, and each is counted as looked at."""
    report = check(plan(target("jobs", target("women"), target("men")), target("poor")))
    assert report.findings == ()
    assert [checked.count for checked in report.checked if checked.code == "GP101"] == [4]


def test_an_id_that_stands_twice_is_found_at_the_second() -> None:
    """The finding is at the later target, and its message names the place of the first."""
    finding = only(plan(target("jobs"), target("poor"), target("jobs")))
    assert (finding.code, finding.severity, finding.path) == ("GP101", Severity.ERROR, "/targets/2/id")
    assert (finding.expected, finding.found, finding.difference) == (None, "jobs", None)
    assert finding.message("en") == (
        "id used twice: found jobs, first used at /targets/0; give one of the two another id"
    )
    assert finding.message("vi") == "mã trùng: jobs đã dùng ở /targets/0; hãy đặt mã khác cho một trong hai"


def test_parts_are_targets_too() -> None:
    """A part may have the id neither of its whole nor of a part elsewhere."""
    assert told(plan(target("jobs", target("jobs")))) == [("GP101", "/targets/0/overlap/0/id", None)]
    twins = plan(target("jobs", target("women")), target("poor", target("women")))
    assert told(twins) == [("GP101", "/targets/1/overlap/0/id", None)]


def test_every_repetition_is_found() -> None:
    """Three targets with one id are two findings, both against the first."""
    assert told(plan(*[target("jobs")] * 3)) == [("GP101", "/targets/1/id", None), ("GP101", "/targets/2/id", None)]


# --- GP102 ---------------------------------------------------------------------------------


@given(st.integers(0, 20).flatmap(lambda count: st.permutations(range(1, count + 1))))
def test_ordinals_from_one_on_are_sound_in_any_order(ordinals: list[int]) -> None:
    """The order of groups in a file does not matter, their numbers do."""
    report = check(groups(*ordinals))
    assert report.findings == ()
    assert [checked.count for checked in report.checked if checked.code == "GP102"] == [len(ordinals)]


def test_a_missing_group_is_found_at_the_one_after_it() -> None:
    """Where 3 is missing, 4 stands where 3 was expected."""
    finding = only(groups(1, 2, 4, 5))
    assert (finding.code, finding.severity, finding.path) == ("GP102", Severity.ERROR, "/task_groups/2/ordinal")
    assert (finding.expected, finding.found, finding.difference) == (3, 4, 1)
    assert finding.message("en") == (
        "ordinals not in order: expected 3, found 4; add the missing group or mend the number"
    )
    assert finding.message("vi") == ("số thứ tự không liên tục: cần 3, gặp 4; hãy thêm nhóm còn thiếu hoặc sửa số")


@given(st.integers(2, 20), st.data())
def test_any_group_left_out_is_one_finding(count: int, data: st.DataObject) -> None:
    """Of groups in their order one is taken away, but not the last: the next one is found, nothing else."""
    missing = data.draw(st.integers(1, count - 1))
    finding = only(groups(*[ordinal for ordinal in range(1, count + 1) if ordinal != missing]))
    assert (finding.code, finding.path) == ("GP102", f"/task_groups/{missing - 1}/ordinal")
    assert (finding.expected, finding.found, finding.difference) == (missing, missing + 1, 1)


@given(st.integers(1, 20), st.data())
def test_any_wrong_ordinal_is_one_finding(count: int, data: st.DataObject) -> None:
    """Of groups in their order one gets any other number: that group is found, with the number it should have."""
    wrong = data.draw(st.integers(1, count))
    number = data.draw(st.one_of(st.integers(1, count + 2), st.integers(1, 999_999)))
    assume(number != wrong)
    finding = only(groups(*[number if ordinal == wrong else ordinal for ordinal in range(1, count + 1)]))
    assert (finding.code, finding.path) == ("GP102", f"/task_groups/{wrong - 1}/ordinal")
    assert (finding.expected, finding.found, finding.difference) == (wrong, number, number - wrong)


@pytest.mark.parametrize(
    ("ordinals", "found"),
    [
        ((3, 1, 5, 2), [(2, 4)]),
        ((1, 2, 2, 3), [(2, 3)]),
        ((2, 2), [(0, 1)]),
        ((1, 1), [(1, 2)]),
        ((2, 1, 2), [(2, 3)]),
        ((5, 6, 7), [(0, 1)]),
        ((7, 8, 1, 2), [(0, 3)]),
        ((9, 9, 9), [(0, 1), (1, 2), (2, 3)]),
    ],
)
def test_the_fewer_findings_tell_it_better(ordinals: tuple[int, ...], found: list[tuple[int, int]]) -> None:
    """Gaps or slips, whichever are fewer: each is a group with the number that was expected of it."""
    expected = [("GP102", f"/task_groups/{index}/ordinal", ordinal) for index, ordinal in found]
    assert told(groups(*ordinals)) == expected


@given(st.lists(st.integers(1, 12), max_size=8))
def test_ordinals_have_findings_unless_they_are_a_row(ordinals: list[int]) -> None:
    """Any numbers give findings exactly when they are not 1 to n, and each group is counted once."""
    report = check(groups(*ordinals))
    assert (report.findings == ()) is (sorted(ordinals) == list(range(1, len(ordinals) + 1)))
    assert all(finding.expected != finding.found for finding in report.findings)
    assert len({finding.path for finding in report.findings}) == len(report.findings)
    assert [checked.count for checked in report.checked if checked.code == "GP102"] == [len(ordinals)]


# --- GP103 ---------------------------------------------------------------------------------


def declaring(task_groups: int | None, targets: int | None) -> Plan:
    return plan(
        target("jobs"),
        target("poor"),
        declared=Declared(task_groups, targets),
        task_groups=[TaskGroup(number, "Tuyên truyền") for number in (1, 2, 3)],
    )


@pytest.mark.parametrize(
    ("task_groups", "targets", "counted"), [(3, 2, 2), (3, None, 1), (None, 2, 1), (None, None, 0)]
)
def test_declared_counts_that_hold_are_sound(task_groups: int | None, targets: int | None, counted: int) -> None:
    """What a plan says of itself is counted, what it does not say is not asked for."""
    report = check(declaring(task_groups, targets))
    assert report.findings == ()
    assert [checked.count for checked in report.checked if checked.code == "GP103"] == [counted]


@given(st.integers(0, 999_999))
def test_any_other_count_is_found_where_it_is_declared(stated: int) -> None:
    """Groups and headline targets are counted, parts are not; the finding says how many are missing."""
    assume(stated not in (2, 3))
    groups_, targets = check(declaring(stated, stated)).findings
    assert (groups_.code, groups_.severity, groups_.path) == ("GP103", Severity.ERROR, "/declared/task_groups")
    assert (groups_.expected, groups_.found, groups_.difference) == (stated, 3, 3 - stated)
    assert (targets.code, targets.path) == ("GP103", "/declared/targets")
    assert (targets.expected, targets.found, targets.difference) == (stated, 2, 2 - stated)


def test_a_wrong_count_says_what_was_counted() -> None:
    """The message names the things in its own language."""
    finding = only(declaring(15, None))
    assert finding.message("en") == (
        "count does not hold: 15 task groups declared, found 3; add what is missing or mend declared"
    )
    assert finding.message("vi") == (
        "số lượng không khớp: công bố 15 nhóm nhiệm vụ, gặp 3; hãy thêm phần thiếu hoặc sửa declared"
    )


# --- GP104 ---------------------------------------------------------------------------------


def shared(*ids: str | None) -> Plan:
    indicators = [Indicator("Tỷ lệ hộ nghèo", id=id) for id in ids]
    used = {one.id: Target(f"for-{one.id}".lower(), one, Goal.in_words("Đạt chuẩn")) for one in indicators}
    return plan(*used.values(), indicators=indicators)


def test_shared_indicators_with_ids_of_their_own_are_sound() -> None:
    """A list without repetitions gives no finding."""
    assert check(shared("poverty", "jobs")).findings == ()


def test_a_shared_indicator_needs_an_id() -> None:
    """Nothing could name it."""
    finding = only(shared("poverty", None))
    assert (finding.code, finding.severity, finding.path) == ("GP104", Severity.ERROR, "/indicators/1")
    assert "found —" in finding.message("en")
    report = check(shared(None, "poverty", None))
    assert [finding.path for finding in report.findings] == ["/indicators/0", "/indicators/2"]
    assert [checked.count for checked in report.checked if checked.code == "GP104"] == [3]


def test_a_shared_id_that_stands_twice_is_found_at_the_second() -> None:
    """The message says where the id was first."""
    finding = only(shared("poverty", "jobs", "poverty"))
    assert (finding.code, finding.path, finding.found) == ("GP104", "/indicators/2/id", "poverty")
    assert "first at /indicators/0" in finding.message("en")
    assert "đã có ở /indicators/0" in finding.message("vi")
