"""What a plan accepts is set apart, and accepting nothing is a finding; *not* here: the form of a suppression."""

from collections import Counter

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import load_example
from govplan.model import Plan, Suppression
from govplan.rules import Fix, Report, Settings, Severity, check
from govplan.testing import plans

PLAN = load_example("quangnam_2023")
WHY = "Bản in như vậy"
HYPHEN, UNDATED = (finding.path for finding in check(PLAN).findings)


def accepting(*suppressions: Suppression, plan: Plan = PLAN, settings: Settings | None = None) -> Report:
    return check(evolve(plan, suppress=suppressions), settings=settings)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


# --- laws ----------------------------------------------------------------------------------


@given(plans(), st.data())
def test_what_is_accepted_is_set_apart_and_nothing_else_changes(plan: Plan, data: st.DataObject) -> None:
    """Accepting findings one by one moves just these, with their reasons, and the rest is said as before."""
    plan = evolve(plan, suppress=())
    before = check(plan)
    wanted = data.draw(st.lists(st.sampled_from(before.findings), unique=True, max_size=4)) if before.findings else []
    accepted = [Suppression(finding.code, WHY, finding.path) for finding in wanted]
    report = accepting(*accepted, plan=plan)
    apart = [one.finding for one in report.suppressed]
    assert all(finding in apart for finding in wanted)
    assert all(one.reason.vi == WHY for one in report.suppressed)
    assert Counter(apart) + Counter(finding for finding in report.findings if finding.code != "GP105") == Counter(
        before.findings
    )
    assert [missed for missed in report.not_checked if missed.code != "GP105"] == list(before.not_checked)


@given(plans())
def test_every_suppression_is_accounted_for(plan: Plan) -> None:
    """Whatever a plan accepts: it accepts something, or that it does not is said, or why that is open."""
    report = check(plan)
    said = [said for said in (*report.findings, *report.not_checked) if said.code == "GP105"]
    told = {int(one.path.split("/")[2]) for one in said} | {
        int(one.finding.path.split("/")[2]) for one in report.suppressed if one.finding.code == "GP105"
    }
    found = [*report.findings, *(one.finding for one in report.suppressed)]
    for number, suppression in enumerate(plan.suppress):
        if number not in told:
            assert any(suppression.covers(finding.code, finding.path) for finding in found)


# --- cases ---------------------------------------------------------------------------------


def test_an_accepted_finding_no_longer_fails() -> None:
    """With both findings of the example accepted nothing is left, and the report says what was."""
    report = accepting(Suppression("GP301", WHY, HYPHEN), Suppression("GP302", WHY))
    assert report.findings == report.not_checked == ()
    assert [(one.finding.code, one.finding.path, str(one.reason)) for one in report.suppressed] == [
        ("GP301", HYPHEN, WHY),
        ("GP302", UNDATED, WHY),
    ]
    assert dict(zip(report.rules, report.counts, strict=True))["GP105"] == 2


def test_a_suppression_that_suppresses_nothing_is_a_finding() -> None:
    """Elsewhere, of another rule, or twice: it is told where it stands, and can be taken out."""
    report = accepting(
        Suppression("GP301", WHY, HYPHEN),
        Suppression("GP301", WHY, HYPHEN),
        Suppression("GP301", WHY, "/legal_basis/0"),
        Suppression("GP101", WHY),
    )
    assert codes(report) == ["GP105", "GP105", "GP105", "GP302"]
    assert [finding.path for finding in report.findings[:3]] == ["/suppress/1", "/suppress/2", "/suppress/3"]
    assert all(isinstance(finding.fix, Fix) for finding in report.findings[:3])
    assert report.findings[0].message() == (
        "suppression that suppresses nothing: found GP301; nothing is found there any more; take it out"
    )


def test_a_code_that_no_rule_has_is_a_finding_at_the_code() -> None:
    """The nearest rule is named; nothing is taken out, for a plug-in may be missing."""
    report = accepting(Suppression("GP3011", WHY))
    [finding] = [finding for finding in report.findings if finding.code == "GP105"]
    assert (finding.path, finding.fix) == ("/suppress/0/rule", None)
    assert "there is no such rule, did you mean GP3" in finding.message()
    [other] = [one for one in accepting(Suppression("ABCXYZ999", WHY)).findings if one.code == "GP105"]
    assert "mend the code, or install the plug-in that has it" in other.message()


def test_a_rule_that_was_not_asked_leaves_its_suppressions_open() -> None:
    """A run of some rules does not call the suppressions of all others idle."""
    kept = Suppression("GP302", WHY, UNDATED)
    for settings in (Settings(ignore=["GP302"]), Settings(select=["GP1"])):
        report = accepting(kept, settings=settings)
        assert "GP105" not in codes(report)
        assert [(missed.code, missed.path, missed.reason) for missed in report.not_checked] == [
            ("GP105", "/suppress/0", "rule_not_asked")
        ]
    assert accepting(kept, settings=Settings(select=["GP2"])).not_checked == ()


def test_what_could_not_be_judged_leaves_its_suppressions_open() -> None:
    """Without a day of issue no document is compared with it: whether one is later nobody knows."""
    plan = evolve(PLAN, issued=None)
    report = accepting(Suppression("GP303", WHY, "/task_groups/2"), Suppression("GP501", WHY), plan=plan)
    assert "GP105" not in codes(report)
    assert [missed.path for missed in report.not_checked if missed.code == "GP105"] == ["/suppress/0", "/suppress/1"]


def test_idle_suppressions_can_be_accepted_but_not_in_a_circle() -> None:
    """One that is kept on purpose is accepted like any finding; one that accepts no such finding is idle itself."""
    kept = Suppression("GP101", WHY)
    report = accepting(kept, Suppression("GP105", WHY, "/suppress/0"))
    assert "GP105" not in codes(report)
    assert [one.finding.path for one in report.suppressed] == ["/suppress/0"]
    [idle] = [finding for finding in accepting(Suppression("GP105", WHY)).findings if finding.code == "GP105"]
    assert idle.path == "/suppress/0"


def test_settings_weigh_it_too() -> None:
    """An office may want every idle suppression to fail."""
    report = accepting(Suppression("GP101", WHY), settings=Settings(severity={"GP105": "error"}))
    assert [finding.severity for finding in report.findings if finding.code == "GP105"] == [Severity.ERROR]
