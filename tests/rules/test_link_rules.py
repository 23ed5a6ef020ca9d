"""GP4xx: does what is named exist, each rule from both sides."""

from datetime import date

import pytest
from attrs import evolve

from govplan.model import Breakdown, Goal, Indicator, Organization, Plan, Target, TaskGroup
from govplan.rules import Finding, Report, Severity, check
from govplan.values import Jurisdiction, Period


def target(id: str, *parts: Target, contributes_to: tuple[str, ...] = ()) -> Target:
    indicator = Indicator("Việc làm", unit="người", measure="flow")
    breakdowns = [Breakdown("overlap", parts)] if parts else ()
    return Target(id, indicator, Goal.at_least(5), breakdowns=breakdowns, contributes_to=contributes_to)


def plan(*targets: Target, id: str = "p", serving: tuple[tuple[str, ...], ...] = ()) -> Plan:
    """Return a plan with a group for each tuple of ids that it serves."""
    quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    groups = [TaskGroup(number, "Nhiệm vụ", targets=ids) for number, ids in enumerate(serving, 1)]
    return Plan(id, "Kế hoạch", Organization("Sở"), quang_nam, Period.year(2023), targets=targets, task_groups=groups)


def only(plan: Plan, *others: Plan) -> Finding:
    """Return the one finding of a plan."""
    [finding] = check(plan, others=others).findings
    return finding


def looked_at(report: Report, code: str) -> int:
    return next(checked.count for checked in report.checked if checked.code == code)


# --- GP401 ---------------------------------------------------------------------------------


def test_groups_that_name_targets_and_parts_are_sound() -> None:
    """Any id of the plan will do, a part's too, in any number of groups."""
    report = check(plan(target("jobs", target("women")), serving=(("jobs", "women"), ("jobs",), ())))
    assert (report.findings, looked_at(report, "GP401")) == ((), 3)


def test_an_id_that_is_nearly_right_gets_a_hint() -> None:
    """The finding is at the id, and the nearest one that exists is asked for."""
    finding = only(plan(target("jobs"), serving=(("jobs",), ("jobs", "job"))))
    assert (finding.code, finding.severity, finding.path) == ("GP401", Severity.ERROR, "/task_groups/1/targets/1")
    assert (finding.expected, finding.found, finding.difference) == (None, "job", None)
    assert finding.message("en") == "no such target: found the id job; did you mean jobs?"
    assert finding.message("vi") == "không có chỉ tiêu này: gặp mã job; có phải ý bạn là jobs?"


def test_an_id_like_no_other_gets_advice() -> None:
    """Where nothing is near, what to do is said."""
    finding = only(plan(target("jobs"), serving=(("jobs", "poverty"),)))
    assert finding.message("en") == "no such target: found the id poverty; add the target or remove the id"
    assert finding.message("vi") == "không có chỉ tiêu này: gặp mã poverty; hãy thêm chỉ tiêu hoặc bỏ mã"


# --- GP402 ---------------------------------------------------------------------------------


def test_contributions_within_a_plan_are_sound() -> None:
    """A target may contribute to another one of its plan, or to a part of one."""
    report = check(plan(target("jobs", target("women")), target("loans", contributes_to=("jobs", "women"))))
    assert (report.findings, report.not_checked, looked_at(report, "GP402")) == ((), (), 2)


def test_contributions_to_a_plan_that_was_given_are_sound() -> None:
    """Targets and parts of every other plan are known."""
    mine = plan(target("loans", contributes_to=("jobs", "women")))
    nations = plan(target("jobs", target("women")), id="nation")
    report = check(mine, others=[nations])
    assert (report.findings, report.not_checked) == ((), ())


def test_contributions_to_nobody_knows_what_are_said_to_be_unchecked() -> None:
    """Without other plans nothing can be said of an id that is not this plan's."""
    report = check(plan(target("jobs", target("loans", contributes_to=("national-jobs",)))))
    assert report.findings == ()
    [missed] = report.not_checked
    assert (missed.code, missed.path, missed.reason) == (
        "GP402",
        "/targets/0/overlap/0/contributes_to/0",
        "other_plans",
    )
    assert missed.message("en") == "it may be a target of another plan, which was not given"
    assert missed.message("vi") == "có thể là chỉ tiêu của kế hoạch khác, chưa được đưa vào kiểm tra"


def test_contributions_to_no_plan_that_was_given_are_found() -> None:
    """With other plans at hand an id that none of them has is a warning."""
    finding = only(plan(target("loans", contributes_to=("national-jobs",))), plan(target("jobs"), id="nation"))
    assert (finding.code, finding.severity, finding.path) == ("GP402", Severity.WARNING, "/targets/0/contributes_to/0")
    assert (finding.expected, finding.found, finding.difference) == (None, "national-jobs", None)
    assert finding.message("en") == (
        "target to contribute to not found: found the id national-jobs; mend it, or give the plan that has it"
    )
    assert finding.message("vi") == (
        "không thấy chỉ tiêu cấp trên: gặp mã national-jobs; hãy sửa mã hoặc đưa thêm kế hoạch có chỉ tiêu đó"
    )


# --- GP408 ---------------------------------------------------------------------------------


def test_a_plan_amends_another_plan() -> None:
    """Another plan may have the id, and may still be to come; the plan itself is no other."""
    amending = evolve(plan(id="p-2"), amends="p-1")
    known, unknown = check(amending, others=[plan(id="p-1")]), check(amending, others=[plan(id="p-0")])
    assert (known.findings, [finding.code for finding in unknown.findings]) == ((), ["GP408"])
    assert [(one.code, one.reason) for one in check(amending).not_checked] == [("GP408", "other_plans")]
    assert [finding.path for finding in check(evolve(amending, amends="p-2")).findings] == ["/amends"]


# --- GP403 ---------------------------------------------------------------------------------


@pytest.mark.parametrize("serving", [(), ((),), ((), ())])
def test_a_plan_that_links_nothing_is_not_asked_for_links(serving: tuple[tuple[str, ...], ...]) -> None:
    """The article links no group to a target, and no gap is made of that."""
    report = check(plan(target("jobs"), target("poor"), serving=serving))
    assert (report.findings, report.not_checked, looked_at(report, "GP403")) == ((), (), 0)


def test_a_group_that_serves_a_part_serves_its_whole() -> None:
    """Every headline target is served when some target below it is."""
    report = check(plan(target("jobs", target("women")), target("poor"), serving=(("women",), ("poor",))))
    assert (report.findings, looked_at(report, "GP403")) == ((), 2)


def test_a_target_that_no_group_serves_is_found() -> None:
    """Where a plan links some targets, those without a group are warnings; parts are not asked."""
    finding = only(plan(target("jobs", target("women")), target("poor"), serving=(("jobs",),)))
    assert (finding.code, finding.severity, finding.path) == ("GP403", Severity.WARNING, "/targets/1")
    assert (finding.expected, finding.found, finding.difference) == (None, "poor", None)
    assert finding.message("en") == ("target that no group serves: found poor; add its id to the group that serves it")
    assert finding.message("vi") == ("chỉ tiêu không có nhóm nhiệm vụ: gặp poor; hãy thêm mã này vào nhóm phục vụ nó")
