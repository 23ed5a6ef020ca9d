"""What a rule is; *not* here: any one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import field, frozen

from govplan.rules.examples import Example, shipped_example
from govplan.rules.finding import Fact, Finding, Fix, NotChecked, Severity
from govplan.rules.survey import Survey
from govplan.values import Text
from govplan.values.filling import filler

__all__ = ["Hit", "Missed", "Outcome", "Rule"]


@frozen
class Hit:
    """One thing that breaks a rule: where, and the facts that the rule's message is filled with."""

    path: str
    facts: tuple[tuple[str, Fact], ...] = ()
    expected: Fact | None = None
    found: Fact | None = None
    difference: Fact | None = None
    fix: Fix | None = None


@frozen
class Missed:
    """One thing that a rule could not judge: where, and why."""

    path: str
    reason: str
    text: Text


# Made of what a rule has put together; nothing about it is left to convert.
_fill_finding: Callable[..., Finding] = filler(Finding)
_fill_not_checked: Callable[..., NotChecked] = filler(NotChecked)

Outcome = Hit | Missed | int
"""What comes of looking: a fault, something that could not be judged, or how many things were found sound."""


@frozen
class Rule:
    """One thing that a plan must satisfy (quy tắc).

    `look` yields an outcome for each fault and for each thing that it cannot judge, and how many things it found
    sound; `template` is the finding's sentence with the facts' names in braces; `since` the version that brought
    the rule. `needs` names a list of the survey, such as "observations", "others" or "milestones": where it is
    empty the rule has nothing to look at, and is not asked. `bad` breaks the rule, `good` is the nearest that does
    not; the rules of govplan itself have them in files.

    >>> from govplan.rules import RULES
    >>> RULES[0].code, str(RULES[0].summary), RULES[0].since
    ('GP101', 'Mã chỉ tiêu không trùng', '0.1')
    """

    code: str
    name: str
    severity: Severity
    summary: Text
    explanation: Text
    template: Text
    look: Callable[[Survey], Iterator[Outcome]] = field(eq=False, repr=False)
    since: str = field(kw_only=True)
    needs: str | None = field(default=None, kw_only=True)
    _bad: Example | None = field(default=None, kw_only=True, repr=False)
    _good: Example | None = field(default=None, kw_only=True, repr=False)

    @property
    def bad(self) -> Example | None:
        """The example that breaks the rule, where there is one."""
        return self._bad or shipped_example(self.code, "bad")

    @property
    def good(self) -> Example | None:
        """The example that does not break it, as near to the other one as can be."""
        return self._good or shipped_example(self.code, "good")

    def finding(self, hit: Hit) -> Finding:
        """Return the finding that a hit is."""
        return _fill_finding(
            self.code,
            self.severity,
            hit.path,
            self.template,
            hit.facts,
            hit.expected,
            hit.found,
            hit.difference,
            hit.fix,
        )

    def not_checked(self, missed: Missed) -> NotChecked:
        """Return what says that the rule could not judge something."""
        return _fill_not_checked(self.code, missed.path, missed.reason, missed.text)
