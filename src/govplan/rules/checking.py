"""All rules on one plan; *not* here: the rules."""

from __future__ import annotations

from collections.abc import Iterable

from govplan.model import Observation, Plan
from govplan.rules import across, links, references, structure, targets
from govplan.rules.finding import Checked, Finding, NotChecked, Report
from govplan.rules.rule import Hit, Missed, Rule
from govplan.rules.survey import survey

__all__ = ["RULES", "check"]

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *targets.RULES,
    *references.RULES,
    *links.RULES,
    *across.RULES,
)
"""Every rule, in the order of their codes."""


def check(plan: Plan, *, observations: Iterable[Observation] = (), others: Iterable[Plan] = ()) -> Report:
    """Say everything about a plan that does not hold (kiểm tra kế hoạch), and what could not be judged.

    Never raises on a plan; the same plan gives the same report.

    Args:
        plan: the plan, sound or not.
        observations: results to check with it.
        others: plans that it may refer to or be mistaken for.

    >>> from govplan import load_example
    >>> [finding.code for finding in check(load_example("quangnam_2023")).findings]
    ['GP301', 'GP302']
    """
    laid_out = survey(plan, tuple(observations), tuple(others))
    findings: list[Finding] = []
    not_checked: list[NotChecked] = []
    checked: list[Checked] = []
    for rule in RULES:
        count = 0
        for outcome in rule.look(laid_out):
            if isinstance(outcome, Missed):
                not_checked.append(rule.not_checked(outcome))
                continue
            count += 1
            if isinstance(outcome, Hit):
                findings.append(rule.finding(outcome))
        checked.append(Checked(rule.code, count))
    return Report(tuple(findings), tuple(not_checked), tuple(checked))
