"""GP512-515: plans above, below and around a plan, at their edges; the faults are in `tests/planting`."""

from decimal import Decimal

from planting.cases import COUNTRY, divided, target
from planting.saying import QUANG_NAM, found, looked_at, missed, plan_of, said_of

from govplan.model import Goal, Milestone, Plan, Target
from govplan.rules import PlanSet, check
from govplan.values import Period, Unit

SPAN = Period.years(2022, 2023)


def jobs(
    amount: int, goal: Goal | None = None, unit: str | Unit = "người", measure: str | None = "flow", **fields: object
) -> Target:
    return target("jobs", goal or Goal.at_least(amount), unit, measure, key="jobs", **fields)


def annual(year: int, one: Target) -> Plan:
    return plan_of(one, id=f"plan-{year}", period=Period.year(year))


def test_years_are_added_when_all_are_there() -> None:
    """In steps of the span's unit; half of them are not all, and none is nothing to say."""
    years = annual(2022, jobs(4)), annual(2023, jobs(6000, unit="người"))
    enough = said_of(jobs(6, unit="nghìn người"), period=SPAN, others=years)
    assert [code for code, _ in found(enough)] == []
    short = said_of(jobs(7, unit="nghìn người"), period=SPAN, others=years)
    assert [(one.code, str(one.found)) for one in short.findings] == [("GP513", "6.004")]
    assert missed(said_of(jobs(6), period=SPAN, others=years[:1])) == [("GP513", "years_missing")]
    assert missed(said_of(jobs(6), period=SPAN, others=(annual(2021, jobs(5)),))) == []


def test_levels_of_years_do_not_add() -> None:
    """Two years of 5 are 5, not 10: only flows are added."""
    years = annual(2022, jobs(5, measure="stock")), annual(2023, jobs(5, measure="stock"))
    report = said_of(jobs(8, measure="stock"), period=SPAN, others=years)
    assert (found(report), looked_at(report, "GP513")) == ([], 0)


def test_the_last_year_of_a_level_is_the_goal_itself() -> None:
    """A stock that is to stand at 8 when the span ends does so in its last year, and need not before."""
    span = plan_of(jobs(8, measure="stock"), id="span", period=SPAN)
    for year, expected in ((2022, []), (2023, [("GP514", "/targets/0/goal")])):
        report = said_of(jobs(5, measure="stock"), period=Period.year(year), others=(span,))
        assert found(report) == expected


def test_a_step_for_the_year_is_what_the_year_is_held_against() -> None:
    """It may be given for the year or by its last day; what does not compare is said."""
    year = Period.year(2022)
    for time in ({"during": year}, {"by": year.end}):
        steps = [Milestone(Goal.at_least(4), **time)]
        span = plan_of(jobs(9, milestones=steps), id="span", period=SPAN)
        assert found(said_of(jobs(4), period=year, others=(span,))) == []
        assert found(said_of(jobs(3), period=year, others=(span,))) == [("GP514", "/targets/0/goal")]
        ceiling = said_of(jobs(0, Goal.at_most(3)), period=year, others=(span,))
        assert missed(ceiling) == [("GP514", "incomparable")]


def test_what_is_allocated_for_another_time_is_not_asked_for() -> None:
    """Only an allocation to the plan's place for the target's time counts."""
    for period, expected in ((Period.year(2023), [("GP515", "/targets/0/goal")]), (Period.year(2024), [])):
        part = jobs(9, jurisdiction=QUANG_NAM)
        upper = plan_of(
            divided(target("all", Goal.at_least(9)), "allocation", part), jurisdiction=COUNTRY, period=period, id="u"
        )
        assert found(said_of(jobs(5), others=(upper,))) == expected


def test_what_a_definition_leaves_open_contradicts_nothing() -> None:
    """Without a measure on one side only the units are held against each other."""
    other = annual(2024, jobs(5, measure=None))
    assert found(said_of(jobs(5), others=(other,))) == []
    [differs] = said_of(jobs(5), others=(annual(2024, jobs(5, unit="hộ", measure="stock")),)).findings
    assert (differs.code, differs.found) == ("GP512", "unit, measure")


def test_what_the_span_and_its_years_do_not_share_is_said() -> None:
    """A year in words, in another unit, or in steps that never come out even is not added."""
    for one in (jobs(0, Goal.in_words("Tăng")), jobs(5, unit="hộ"), jobs(5, unit=Unit("bộ ba", "person", Decimal(3)))):
        years = annual(2022, one), annual(2023, jobs(6))
        report = said_of(jobs(9, unit=Unit("bộ bảy", "person", Decimal(7))), period=SPAN, others=years)
        assert [(missed.code, missed.reason) for missed in report.not_checked] == [("GP513", "incomparable")]


def test_a_span_of_parts_of_years_is_not_added() -> None:
    """From July to June there are two years, and neither is all in it."""
    period = Period.months(2022, 7, 18)
    assert missed(said_of(jobs(9), period=period, others=(annual(2022, jobs(4)), annual(2023, jobs(5))))) == [
        ("GP513", "years_missing")
    ]


def test_a_plan_is_not_behind_itself() -> None:
    """What a plan says of its years and its own parts is no other plan's word."""
    span = jobs(9, milestones=[Milestone(Goal.at_least(4), during=Period.year(2022))])
    part = target("own", Goal.at_least(9), key="jobs", jurisdiction=QUANG_NAM)
    whole = divided(target("all", Goal.at_least(9)), "allocation", part)
    year = target("year", Goal.at_least(3), key="jobs", horizon=Period.year(2022))
    both = plan_of(span, year, whole, period=SPAN)
    codes = {finding.code for finding in check(both, others=PlanSet([both, plan_of(id="other")])).findings}
    assert codes.isdisjoint({"GP514", "GP515"})


def test_an_allocation_in_another_unit_is_not_compared() -> None:
    """Thousands of people beside people are said to be unchecked."""
    part = jobs(9, unit="nghìn người", jurisdiction=QUANG_NAM)
    upper = plan_of(divided(target("all", Goal.at_least(9)), "allocation", part), jurisdiction=COUNTRY, id="u")
    assert missed(said_of(jobs(5), others=(upper,))) == [("GP515", "incomparable")]
