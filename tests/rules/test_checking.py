"""All rules on one plan, as laws that hold for any plan; *not* here: the single rules."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from random import Random
from string import Formatter
from typing import Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan import load_example, to_dict
from govplan.errors import Lang
from govplan.legal import LegalReference
from govplan.model import Observation, Organization, Plan, Target, TaskGroup
from govplan.rules import RULES, Checked, Finding, NotChecked, Report, Severity, check
from govplan.rules.finding import printed
from govplan.rules.plan_set import PlanSet
from govplan.testing import days, observations, plans
from govplan.values import Jurisdiction, Period, Text

LANGS: tuple[Lang, Lang] = ("vi", "en")
ANY_PLAN = plans(max_depth=3)
SOME_RESULTS = st.lists(observations(), max_size=3)
SOME_PLANS = st.lists(plans(max_targets=1, max_task_groups=1), max_size=2)


def resolve(form: Any, pointer: str) -> Any:
    """Return what a JSON Pointer (RFC 6901) points to; LookupError where there is nothing."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        form = form[int(step)] if isinstance(form, list) else form[step]
    return form


def names_in(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


# --- laws ----------------------------------------------------------------------------------


@given(ANY_PLAN, SOME_RESULTS, SOME_PLANS, st.one_of(st.none(), days()))
def test_checking_never_raises_and_says_the_same_again(
    plan: Plan, results: list[Observation], others: list[Plan], day: date | None
) -> None:
    """Any plan gives a report, beside any results and plans, and the same plan gives the same report."""
    report = check(plan, observations=results, others=others, as_of=day)
    assert report == check(plan, observations=iter(results), others=iter(others), as_of=day)
    assert [checked.code for checked in report.checked] == [rule.code for rule in RULES]


FIGURES = ((7, "this_period", "Đạt"), (5, "year_to_date", None), (-3, "since_start", "Vượt"))


@given(ANY_PLAN, st.lists(plans(max_targets=2, max_task_groups=1), max_size=2))
def test_results_of_its_own_targets_are_checked_without_an_error(plan: Plan, others: list[Plan]) -> None:
    """Results for every target of a plan, at many times and in every mode, are judged, or said not to be."""
    results = [
        Observation(target.id, period=period, value=value, mode=mode, judgement=judgement)
        for target in plan.walk()
        for period in (plan.period, Period.year(2023))
        for value, mode, judgement in (
            (7, "this_period", "Đạt"),
            (5, "year_to_date", None),
            (-3, "since_start", "Vượt"),
        )
    ]
    report = check(plan, observations=results, others=[plan, *others, *others])
    assert report == check(plan, observations=results, others=PlanSet([plan, *others, *others]))


@given(ANY_PLAN, SOME_RESULTS, SOME_PLANS, st.randoms(use_true_random=False))
def test_the_order_of_things_decides_nothing(
    plan: Plan, results: list[Observation], others: list[Plan], dice: Random
) -> None:
    """Targets, parts, steps, groups, results and other plans may stand in any order: as many findings, of the same."""

    def said(plan: Plan) -> Counter[object]:
        report = check(plan, observations=results, others=others)
        # Of two readings of a gap the place of the groups decides which is told (GP102); it is one finding either way.
        found = [
            (one.code, *(() if one.code == "GP102" else (one.expected, one.found, one.difference)))
            for one in report.findings
        ]
        return Counter([*found, *((missed.code, missed.reason) for missed in report.not_checked)])

    # What a plan accepts it names by its place, and in another order something else stands there.
    plan = evolve(plan, suppress=())
    # Two targets with one id are an error of their own: what is said of the first is said of whichever that is.
    assume(len({target.id for target in plan.walk()}) == len(list(plan.walk())))
    # A copy of the plan is no other plan, but in another order it would be one.
    assume(plan not in others)
    before = said(plan)
    dice.shuffle(results)
    dice.shuffle(others)
    assert said(shuffled(plan, dice)) == before


def shuffled(plan: Plan, dice: Random) -> Plan:
    """Return the plan with everything that has no order of its own in another one."""

    def of(target: Target) -> Target:
        breakdowns = [
            evolve(breakdown, parts=mixed([of(part) for part in breakdown.parts])) for breakdown in target.breakdowns
        ]
        return evolve(target, breakdowns=mixed(breakdowns), milestones=mixed(target.milestones))

    def mixed(things: Iterable[T]) -> list[T]:
        found = list(things)
        dice.shuffle(found)
        return found

    return evolve(
        plan,
        targets=mixed([of(target) for target in plan.targets]),
        task_groups=mixed(plan.task_groups),
        legal_basis=mixed(plan.legal_basis),
    )


T = TypeVar("T")


@given(plans(sound=True, max_depth=3))
def test_a_plan_that_holds_together_has_nothing_to_mend(plan: Plan) -> None:
    """Sound plans have no errors and no warnings."""
    assert check(plan).at_least(Severity.WARNING) == ()


@given(ANY_PLAN, SOME_RESULTS, SOME_PLANS)
def test_every_finding_leads_to_a_place_in_the_plan(plan: Plan, results: list[Observation], others: list[Plan]) -> None:
    """The path of whatever was found or could not be checked is a JSON Pointer into the plan's file form."""
    report, form = check(plan, observations=results, others=others), to_dict(plan)
    for said in (*report.findings, *report.not_checked):
        assert resolve(form, said.path) is not None


@given(ANY_PLAN, SOME_RESULTS, SOME_PLANS)
def test_every_message_is_filled_in_both_languages(plan: Plan, results: list[Observation], others: list[Plan]) -> None:
    """What a sentence names it says: no empty message, and no brace but those of the plan's own text."""
    report = check(plan, observations=results, others=others)
    for finding in report.findings:
        facts = dict(finding.facts)
        for lang in LANGS:
            names, message = names_in(finding.template.in_language(lang)), finding.message(lang)
            assert message
            for brace in "{}":
                assert message.count(brace) == sum(printed(facts[name], lang).count(brace) for name in names)
            assert all(printed(facts[name], lang) in message for name in names)
    for missed in report.not_checked:
        assert all(missed.message(lang) and "{" not in missed.message(lang) for lang in LANGS)


@given(ANY_PLAN)
def test_findings_and_counts_agree(plan: Plan) -> None:
    """A rule counts what it looked at: at least everything that it found fault with."""
    report = check(plan)
    looked = {checked.code: checked.count for checked in report.checked}
    for code, count in Counter(finding.code for finding in report.findings).items():
        assert 0 < count <= looked[code]


def test_what_was_not_checked_is_not_counted_as_checked() -> None:
    """Without a day of issue no document of the example was compared with it, and the count says so."""
    report = check(evolve(load_example("quangnam_2023"), issued=None))
    assert [missed.code for missed in report.not_checked] == ["GP303"] * 10
    assert Checked("GP303", 0) in report.checked


@given(ANY_PLAN)
def test_a_finding_weighs_what_its_rule_weighs(plan: Plan) -> None:
    """Findings stand in the order of the rules, each with its rule's severity and sentence."""
    rules = {rule.code: rule for rule in RULES}
    findings = check(plan).findings
    for finding in findings:
        assert (finding.severity, finding.template) == (rules[finding.code].severity, rules[finding.code].template)
    order = list(rules)
    assert [order.index(finding.code) for finding in findings] == sorted(
        order.index(finding.code) for finding in findings
    )


@given(ANY_PLAN)
def test_nothing_is_both_found_and_unchecked(plan: Plan) -> None:
    """A rule that could not judge something does not judge it."""
    report = check(plan)
    found = {(finding.code, finding.path) for finding in report.findings}
    assert found.isdisjoint((missed.code, missed.path) for missed in report.not_checked)


# --- the rules -----------------------------------------------------------------------------


def test_codes_are_stable_names_in_order() -> None:
    """Every rule has a code and a name of its own, and they stand in the order of their codes."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch("GP[1-5][0-9]{2}", code) for code in codes)
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself_in_both_languages(rule: Any) -> None:
    """Title, explanation and sentence are there twice; both sentences say the same facts, and what to do."""
    for text in (rule.summary, rule.explanation, rule.template):
        assert None not in (text.vi, text.en)
        assert text.vi != text.en
    assert sorted(set(names_in(rule.template.vi))) == sorted(set(names_in(rule.template.en)))
    for sentence in (rule.template.vi, rule.template.en):
        assert re.fullmatch("[^:;]+: [^;]+; .+[^.]", sentence)


# --- reports and findings ------------------------------------------------------------------


def test_the_text_of_a_plan_is_never_a_template() -> None:
    """Braces in what a document prints come out as they are."""
    reference = LegalReference("Quyết định số {found} {0} {expected!r}", number="1", symbol="{x}")
    group = TaskGroup(1, "Nhiệm vụ", legal_references=[reference])
    quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    plan = Plan("p", "Kế hoạch", Organization("Sở"), quang_nam, Period.year(2023), task_groups=[group])
    [finding] = check(plan).findings
    assert finding.message("en") == (
        "reference without date: found Quyết định số {found} {0} {expected!r}; "
        "add the date of issue if the original has it"
    )


def test_severities_are_in_order() -> None:
    """An error reaches every level, a note only its own."""
    reached = {severity: [level.value for level in Severity if severity.reaches(level)] for severity in Severity}
    assert reached == {
        Severity.ERROR: ["error", "warning", "info"],
        Severity.WARNING: ["warning", "info"],
        Severity.INFO: ["info"],
    }


def test_a_report_gives_what_weighs_enough() -> None:
    """Findings come in their order, at or above the level; errors are those of the highest."""
    findings = tuple(
        Finding(f"GP10{number}", severity, "", Text("sai", "wrong"))
        for number, severity in enumerate((Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR))
    )
    report = Report(findings)
    assert report.at_least(Severity.INFO) == findings
    assert report.at_least(Severity.WARNING) == findings[1:]
    assert report.errors == report.at_least(Severity.ERROR) == (findings[1], findings[3])
    assert Report() == Report((), (), ())


@pytest.mark.parametrize(
    ("fact", "vi", "en"),
    [
        (Decimal("16000.50"), "16.000,50", "16,000.50"),
        (Decimal("-3000"), "-3.000", "-3,000"),
        (date(2021, 5, 4), "04/5/2021", "2021-05-04"),
        (Text("chỉ tiêu", "targets"), "chỉ tiêu", "targets"),
        (Text("chỉ tiêu"), "chỉ tiêu", "chỉ tiêu"),
        (2023, "2023", "2023"),
        ("NQ-HĐND", "NQ-HĐND", "NQ-HĐND"),
    ],
)
def test_facts_are_printed_as_each_language_writes_them(fact: Any, vi: str, en: str) -> None:
    """Points and commas, days and months stand where readers of the language expect them."""
    finding = Finding("GP999", Severity.INFO, "", Text("vi {fact}", "en {fact}"), (("fact", fact),))
    assert (finding.message("vi"), finding.message()) == (f"vi {vi}", f"en {en}")


def test_a_reason_is_told_in_the_language_asked_for() -> None:
    """What could not be checked speaks both languages, English unless asked."""
    missed = NotChecked("GP201", "/targets/0", "words", Text("chỉ có lời", "words only"))
    assert (missed.message(), missed.message("en"), missed.message("vi")) == ("words only", "words only", "chỉ có lời")


def test_the_example_was_looked_at_from_every_side() -> None:
    """A report says how much it looked at, so that silence is not taken for care."""
    looked_at = [checked for checked in check(load_example("quangnam_2023")).checked if checked.count]
    assert looked_at == [
        Checked("GP101", 11),  # targets and parts
        Checked("GP102", 15),  # groups
        Checked("GP103", 1),  # the declared count of groups
        Checked("GP106", 11),  # indicators with an id
        Checked("GP110", 1),  # the province
        Checked("GP111", 28),  # title, issuer, groups, targets
        Checked("GP201", 1),  # the partition of enrolment
        Checked("GP203", 1),  # the part of the subset
        Checked("GP204", 3),  # parts
        Checked("GP205", 4),  # percentages
        Checked("GP206", 10),  # figures that need a unit
        Checked("GP211", 3),  # parts
        Checked("GP216", 2),  # goals that are changes
        Checked("GP217", 11),  # goals whose indicators say which way is better
        Checked("GP301", 11),  # numbered documents
        Checked("GP302", 11),
        Checked("GP303", 10),  # those with a date
        Checked("GP304", 2),  # those with a year as well
        Checked("GP305", 2),
        *(Checked(f"GP{number}", 11) for number in range(306, 322) if number != 308),  # no day of the check was given
    ]
