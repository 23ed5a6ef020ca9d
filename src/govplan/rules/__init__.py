"""What a plan must satisfy, and what is said where it does not; *not* here: sums and files."""

from govplan.rules.checking import check
from govplan.rules.description import describe
from govplan.rules.examples import Example
from govplan.rules.finding import Checked, Edit, Fact, Finding, Fix, NotChecked, Report, Severity, Suppressed
from govplan.rules.plan_set import PlanSet
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.rule_set import RULES, RuleTuple, all_rules, plugin_of
from govplan.rules.settings import Settings
from govplan.rules.survey import Survey

__all__ = [
    "RULES",
    "Checked",
    "Edit",
    "Example",
    "Fact",
    "Finding",
    "Fix",
    "Hit",
    "Missed",
    "NotChecked",
    "Outcome",
    "PlanSet",
    "Report",
    "Rule",
    "RuleTuple",
    "Settings",
    "Severity",
    "Suppressed",
    "Survey",
    "all_rules",
    "check",
    "describe",
    "plugin_of",
]
