"""GP5xx: results and other plans beside this one, each rule from both sides."""

from datetime import date

from attrs import evolve

from govplan.model import Breakdown, Goal, Indicator, Observation, Organization, Plan, Target
from govplan.rules import Report, Severity, check
from govplan.values import Jurisdiction, Period

YEAR = Period.year(2023)


def target(id: str, *parts: Target) -> Target:
    indicator = Indicator("Việc làm", unit="người", measure="flow")
    return Target(id, indicator, Goal.at_least(5), breakdowns=[Breakdown("overlap", parts)] if parts else ())


PLAN = Plan(
    "quangnam-2023",
    "Kế hoạch {năm}",
    Organization("Sở"),
    Jurisdiction.in_force("VN-27", date(2023, 1, 4)),
    YEAR,
    targets=[target("jobs", target("women"))],
)


def looked_at(report: Report, code: str) -> int:
    return next(checked.count for checked in report.checked if checked.code == code)


def test_results_of_targets_and_parts_are_sound() -> None:
    """Every id of the plan may have results, as many as there are."""
    results = [Observation(id, period=YEAR, value=5) for id in ("jobs", "women", "jobs")]
    report = check(PLAN, observations=results)
    assert (report.findings, looked_at(report, "GP501")) == ((), 3)


def test_a_result_of_no_target_is_found_with_its_row() -> None:
    """A result stands outside the plan: the finding is at the plan as a whole, and counts results from 1."""
    results = [Observation(id, period=YEAR, value=5) for id in ("jobs", "job")]
    [finding] = check(PLAN, observations=results).findings
    assert (finding.code, finding.severity, finding.path) == ("GP501", Severity.ERROR, "")
    assert (finding.expected, finding.found, finding.difference) == (None, "job", None)
    assert finding.message("en") == "result of no target of the plan: row 2 names job; mend the id"
    assert finding.message("vi") == "kết quả của chỉ tiêu không có trong kế hoạch: dòng 2 gọi job; hãy sửa mã"


def test_results_may_come_from_anything_that_yields_them() -> None:
    """Results and plans are read once, so that generators will do."""
    report = check(
        PLAN,
        observations=(Observation(id, period=YEAR, value=1) for id in ("jobs", "women")),
        others=(evolve(PLAN, id=id) for id in ("a", "b")),
    )
    assert (report.findings, looked_at(report, "GP501"), looked_at(report, "GP502")) == ((), 2, 2)


def test_the_same_plan_twice_is_sound() -> None:
    """Giving one file twice is no collision of ids, and plans with other ids are none."""
    report = check(PLAN, others=[evolve(PLAN), evolve(PLAN, id="quangnam-2024")])
    assert (report.findings, looked_at(report, "GP502")) == ((), 2)


def test_two_plans_with_one_id_are_found() -> None:
    """Another plan with this plan's id is an error at the id, that names the other by its title."""
    [finding] = check(PLAN, others=[evolve(PLAN, period=Period.year(2024))]).findings
    assert (finding.code, finding.severity, finding.path) == ("GP502", Severity.ERROR, "/id")
    assert (finding.expected, finding.found, finding.difference) == (None, "quangnam-2023", None)
    assert finding.message("en") == (
        "two plans with one id: quangnam-2023 is also that of “Kế hoạch {năm}”; give one of them another"
    )
    assert finding.message("vi") == (
        "hai kế hoạch cùng mã: quangnam-2023 cũng là mã của “Kế hoạch {năm}”; hãy đặt mã khác"
    )
