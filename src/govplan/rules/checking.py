"""All rules on one plan; *not* here: the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from govplan.model import Observation, Plan
from govplan.rules.finding import Finding, NotChecked, Report
from govplan.rules.plan_set import PlanSet
from govplan.rules.rule import Hit, Missed, Rule
from govplan.rules.rule_set import all_rules, chosen_rules
from govplan.rules.settings import Settings
from govplan.rules.suppressing import RULES as ACCEPTANCE
from govplan.rules.suppressing import accept, placed
from govplan.rules.survey import Survey, survey

__all__ = ["check"]

_ON_SUPPRESSIONS = ACCEPTANCE[0].code


def check(
    plan: Plan,
    *,
    observations: Iterable[Observation] = (),
    others: PlanSet | Iterable[Plan] = (),
    as_of: date | None = None,
    settings: Settings | None = None,
) -> Report:
    """Say everything about a plan that does not hold (kiểm tra kế hoạch), and what could not be judged.

    Never raises on a plan; the same plan gives the same report. What the plan's own `suppress` accepts is listed
    apart.

    Args:
        plan: the plan, sound or not.
        observations: results to check with it.
        others: plans that it may refer to or be mistaken for; to check many plans beside one another, give the
            same `PlanSet` of them all to each check.
        as_of: the day on which the results were known, where results are to be held against it.
        settings: which rules are asked, and how much their findings weigh; all as they are, where nothing is said.

    Raises:
        InvalidSettingError: the settings name a rule that there is not.
        PluginError: an installed plug-in brings rules that cannot be used.

    >>> from govplan import load_example
    >>> [finding.code for finding in check(load_example("quangnam_2023")).findings]
    ['GP301', 'GP302']
    """
    rules = all_rules() if settings is None else chosen_rules(settings)
    laid_out = survey(plan, tuple(observations), PlanSet.of(others), as_of)
    findings: list[Finding] = []
    not_checked: list[NotChecked] = []
    counts = [0] * len(rules)
    for place, rule, look in rules.asked_of(laid_out):
        count = 0
        for outcome in look(laid_out):
            if outcome.__class__ is int:
                count += outcome
            elif isinstance(outcome, Hit):
                count += 1
                findings.append(rule.finding(outcome))
            elif isinstance(outcome, Missed):
                not_checked.append(rule.not_checked(outcome))
        counts[place] = count
    codes = rules.codes
    if plan.suppress:
        return _accepting(laid_out, rules, Report(tuple(findings), tuple(not_checked), (), codes, tuple(counts)))
    return Report(tuple(findings), tuple(not_checked), (), codes, tuple(counts))


def _ask(rule: Rule, laid_out: Survey, findings: list[Finding], not_checked: list[NotChecked]) -> int:
    """Let a rule look, and return at how many things it did."""
    count = 0
    for outcome in rule.look(laid_out):
        if isinstance(outcome, int):
            count += outcome
        elif isinstance(outcome, Hit):
            count += 1
            findings.append(rule.finding(outcome))
        else:
            not_checked.append(rule.not_checked(outcome))
    return count


def _accepting(laid_out: Survey, rules: tuple[Rule, ...], report: Report) -> Report:
    """Return a report with what the plan accepts set apart, and what is said of accepting it."""
    suppressions = laid_out.plan.suppress
    findings, suppressed, used = accept(report.findings, suppressions)
    not_checked, counts = list(report.not_checked), list(report.counts)
    position = next((index for index, rule in enumerate(rules) if rule.code == _ON_SUPPRESSIONS), None)
    if position is not None:
        asked = {rule.code for rule in rules if rule.needs not in _BESIDE or getattr(laid_out, rule.needs)}
        known = [rule.code for rule in all_rules()]
        became = placed(suppressions, used, asked, known, not_checked)
        # What is accepted of this rule itself is told last: nothing can accept that.
        own = [one for one in became if one.suppression.rule == _ON_SUPPRESSIONS]
        rule = rules[position]
        laid_out.suppressions = [one for one in became if one.suppression.rule != _ON_SUPPRESSIONS]
        said: list[Finding] = []
        counts[position] = _ask(rule, laid_out, said, not_checked)
        left, accepted, used = accept(said, suppressions)
        laid_out.suppressions = placed(suppressions, used, asked, known, not_checked)
        laid_out.suppressions = [laid_out.suppressions[one.number] for one in own]
        counts[position] += _ask(rule, laid_out, left, not_checked)
        findings += left
        suppressed += accepted
    order = {rule.code: index for index, rule in enumerate(rules)}
    return Report(
        tuple(sorted(findings, key=lambda finding: order[finding.code])),
        tuple(sorted(not_checked, key=lambda missed: order[missed.code])),
        tuple(sorted(suppressed, key=lambda one: order[one.finding.code])),
        report.rules,
        tuple(counts),
    )


# Lists of the survey that are empty unless something is given beside the plan.
_BESIDE = frozenset(("observations", "others", "results"))
