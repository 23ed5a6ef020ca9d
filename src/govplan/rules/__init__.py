"""What a plan must satisfy, and what is said where it does not; *not* here: sums and files."""

from govplan.rules.checking import RULES, check
from govplan.rules.examples import Example
from govplan.rules.finding import Checked, Edit, Finding, Fix, NotChecked, Report, Severity
from govplan.rules.rule import Rule

__all__ = [
    "RULES",
    "Checked",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "NotChecked",
    "Report",
    "Rule",
    "Severity",
    "check",
]
