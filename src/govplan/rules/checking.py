"""All rules on one plan; *not* here: the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from govplan.model import Observation, Plan
from govplan.rules import (
    across,
    allocations,
    baselines,
    contributions,
    divisions,
    indicators,
    links,
    milestones,
    references,
    repetition,
    structure,
    targets,
    tasks,
    territory,
)
from govplan.rules.finding import Checked, Finding, NotChecked, Report
from govplan.rules.plan_set import PlanSet
from govplan.rules.rule import Hit, Rule
from govplan.rules.survey import survey

__all__ = ["RULES", "check"]

_FAMILIES = (
    *(structure, indicators, tasks, territory),
    *(targets, divisions, allocations, baselines, milestones, repetition),
    *(references,),
    *(links, contributions),
    *(across,),
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""Every rule, in the order of their codes."""


def check(
    plan: Plan,
    *,
    observations: Iterable[Observation] = (),
    others: PlanSet | Iterable[Plan] = (),
    as_of: date | None = None,
) -> Report:
    """Say everything about a plan that does not hold (kiểm tra kế hoạch), and what could not be judged.

    Never raises on a plan; the same plan gives the same report.

    Args:
        plan: the plan, sound or not.
        observations: results to check with it.
        others: plans that it may refer to or be mistaken for; to check many plans beside one another, give the
            same `PlanSet` of them all to each check.
        as_of: the day on which the results were known, where results are to be held against it.

    >>> from govplan import load_example
    >>> [finding.code for finding in check(load_example("quangnam_2023")).findings]
    ['GP301', 'GP302']
    """
    laid_out = survey(plan, tuple(observations), PlanSet.of(others), as_of)
    findings: list[Finding] = []
    not_checked: list[NotChecked] = []
    checked: list[Checked] = []
    for rule in RULES:
        count = 0
        if rule.needs is not None and not getattr(laid_out, rule.needs):
            checked.append(Checked(rule.code, 0))
            continue
        for outcome in rule.look(laid_out):
            if isinstance(outcome, int):
                count += outcome
            elif isinstance(outcome, Hit):
                count += 1
                findings.append(rule.finding(outcome))
            else:
                not_checked.append(rule.not_checked(outcome))
        checked.append(Checked(rule.code, count))
    return Report(tuple(findings), tuple(not_checked), tuple(checked))
