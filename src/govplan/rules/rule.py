"""What a rule is; *not* here: any one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import field, frozen

from govplan.rules.finding import Fact, Finding, NotChecked, Severity
from govplan.rules.survey import Survey
from govplan.values import Text

__all__ = ["Hit", "Missed", "Outcome", "Passed", "Rule"]


@frozen
class Passed:
    """One thing that a rule looked at and found sound."""


@frozen
class Hit:
    """One thing that breaks a rule: where, and the facts that the rule's message is filled with."""

    path: str
    facts: tuple[tuple[str, Fact], ...] = ()
    expected: Fact | None = None
    found: Fact | None = None
    difference: Fact | None = None


@frozen
class Missed:
    """One thing that a rule could not judge: where, and why."""

    path: str
    reason: str
    text: Text


Outcome = Passed | Hit | Missed


@frozen
class Rule:
    """One thing that a plan must satisfy (quy tắc).

    `look` yields an outcome for everything that the rule looks at; `template` is the finding's sentence with
    the facts' names in braces.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    explanation: Text
    template: Text
    look: Callable[[Survey], Iterator[Outcome]] = field(eq=False, repr=False)

    def finding(self, hit: Hit) -> Finding:
        """Return the finding that a hit is."""
        return Finding(
            self.code, self.severity, hit.path, self.template, hit.facts, hit.expected, hit.found, hit.difference
        )

    def not_checked(self, missed: Missed) -> NotChecked:
        """Return what says that the rule could not judge something."""
        return NotChecked(self.code, missed.path, missed.reason, missed.text)
