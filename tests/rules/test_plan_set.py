"""Plans beside one another: what is looked up in them is found once; *not* here: the rules about them."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.model import Breakdown, Goal, Indicator, Organization, Plan, Target
from govplan.rules import check
from govplan.rules.plan_set import PlanSet
from govplan.testing import plans
from govplan.values import Jurisdiction, Level, Period

QUANG_NAM = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
TAM_KY = Jurisdiction("502", "Tam Kỳ", Level.DISTRICT, within="49")
JOBS = Indicator("Việc làm", id="jobs", unit="người", measure="flow")


def plan(id: str, *targets: Target, year: int = 2023, years: int = 1) -> Plan:
    period = Period.years(year, year + years - 1)
    return Plan(id, "Kế hoạch", Organization("Sở"), QUANG_NAM, period, targets=targets)


def jobs(id: str, amount: int, **fields: object) -> Target:
    return Target(id, JOBS, Goal.at_least(amount), **fields)


def test_a_set_is_given_on_as_it_is() -> None:
    """What was found once is not found again: the set itself serves every check."""
    beside = PlanSet([plan("a")])
    assert PlanSet.of(beside) is beside
    assert [one.id for one in PlanSet.of(iter([plan("a"), plan("b")]))] == ["a", "b"]
    assert (bool(PlanSet.of([])), bool(beside)) == (False, True)


def test_a_plan_alone_has_nothing_beside_it() -> None:
    """A set of the plan itself is as good as none: what is missing is still to come."""
    one, two = plan("a"), plan("b")
    assert (PlanSet([one]).beside(one).plans, PlanSet([one]).beside(two).plans) == ((), (one,))
    assert PlanSet([one, two]).beside(one).plans == (one, two)


def test_two_targets_with_one_id_are_enough_to_know_of() -> None:
    """Whether a name is there, and whether it is the only one, is all that is asked."""
    beside = PlanSet([plan(id, jobs("jobs", 5)) for id in "abc"])
    assert [found.plan.id for found in beside.targets["jobs"]] == ["a", "b"]


def test_a_headline_is_found_by_indicator_place_and_time() -> None:
    """Of two plans for one time the first by its id is meant, whatever their order; a span is one of several years."""
    annual, again, span = plan("b", jobs("x", 1)), plan("a", jobs("y", 2)), plan("c", jobs("z", 9), years=5)
    for order in ((annual, again, span), (span, again, annual)):
        beside = PlanSet(order)
        by_horizon = beside.headlines["jobs", QUANG_NAM.key]
        assert by_horizon[Period.year(2023)].target.id == "y"
        assert [found.target.id for found in beside.spans["jobs", QUANG_NAM.key]] == ["z"]


def test_allocations_are_found_wherever_they_stand() -> None:
    """A part of a part may be an allocation, for the time of what holds it."""
    inner = jobs("inner", 5, breakdowns=[Breakdown("allocation", [jobs("tam-ky", 5, jurisdiction=TAM_KY)])])
    whole = jobs("all", 9, breakdowns=[Breakdown("subset", [inner])], horizon=Period.year(2023))
    beside = PlanSet([plan("a", whole, years=2)])
    [found] = beside.allocated["jobs", TAM_KY.key, Period.year(2023)]
    assert (found.target.id, found.horizon) == ("tam-ky", Period.year(2023))


@given(st.lists(plans(max_targets=2, max_task_groups=1), max_size=4))
def test_a_set_says_what_the_plans_say_one_by_one(found: list[Plan]) -> None:
    """Beside a set that holds it a plan has the report that it has beside all the others."""
    beside = PlanSet(found)
    for number, one in enumerate(found):
        others = [other for place, other in enumerate(found) if place != number]
        alone, together = check(one, others=others), check(one, others=beside)
        assert (together.findings, together.not_checked) == (alone.findings, alone.not_checked)


def test_a_copy_is_no_other_plan() -> None:
    """One file given twice makes no findings."""
    one = plan("a", jobs("x", 5))
    assert check(one, others=PlanSet([one, evolve(one)])).findings == ()
