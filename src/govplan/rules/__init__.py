"""What a plan must satisfy, and what is said where it does not; *not* here: sums and files."""

from govplan.rules.checking import RULES, check
from govplan.rules.finding import Checked, Finding, NotChecked, Report, Severity
from govplan.rules.rule import Rule

__all__ = ["RULES", "Checked", "Finding", "NotChecked", "Report", "Rule", "Severity", "check"]
