"""Findings that a plan file accepts, and GP105 for accepting what is not found; *not* here: the other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govplan.model import Suppression
from govplan.model.pointers import is_at_or_below
from govplan.rules.finding import Edit, Finding, Fix, NotChecked, Severity, Suppressed
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.settings import nearest_code
from govplan.rules.survey import Acceptance, PlacedSuppression, Survey

__all__ = ["RULES", "accept", "placed"]

_TAKE_OUT = message("take the suppression out")
_NOT_ASKED = message("whether there is something to accept is open: the rule was not asked, or could not judge")


def accept(
    findings: Iterable[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], list[Suppressed], set[int]]:
    """Set apart the findings that are accepted.

    Returns:
        What is left, what is accepted, and the positions of the suppressions that accept something.
    """
    left: list[Finding] = []
    accepted: list[Suppressed] = []
    used: set[int] = set()
    for finding in findings:
        for number, suppression in enumerate(suppressions):
            if suppression.covers(finding.code, finding.path):
                accepted.append(Suppressed(finding, suppression.reason))
                used.add(number)
                break
        else:
            left.append(finding)
    return left, accepted, used


def placed(
    suppressions: Sequence[Suppression],
    used: set[int],
    asked: set[str],
    known: Sequence[str],
    not_checked: Sequence[NotChecked],
) -> list[PlacedSuppression]:
    """Return what became of each suppression.

    Args:
        suppressions: those of the plan.
        used: the positions of those that accept something.
        asked: the codes of the rules that had something to look at.
        known: the codes of all rules.
        not_checked: what they could not judge.
    """
    found = []
    for number, suppression in enumerate(suppressions):
        code = suppression.rule
        if number in used:
            state = Acceptance.USED
        elif code not in known:
            state = Acceptance.UNKNOWN
        elif code not in asked or any(_meets(suppression, missed) for missed in not_checked):
            state = Acceptance.OPEN
        else:
            state = Acceptance.IDLE
        near = nearest_code(code, known) if state is Acceptance.UNKNOWN else None
        found.append(PlacedSuppression(suppression, number, state, near))
    return found


def _meets(suppression: Suppression, missed: NotChecked) -> bool:
    """Does what a rule could not judge lie where the suppression is for, or around it?"""
    if missed.code != suppression.rule or suppression.path is None:
        return missed.code == suppression.rule
    return suppression.covers(missed.code, missed.path) or is_at_or_below(suppression.path, missed.path)


def _suppressions_accept_something(survey: Survey) -> Iterator[Outcome]:
    for one in survey.suppressions:
        path, rule = f"/suppress/{one.number}", one.suppression.rule
        if one.state is Acceptance.USED:
            yield 1
        elif one.state is Acceptance.OPEN:
            yield Missed(path, "rule_not_asked", _NOT_ASKED)
        elif one.state is Acceptance.UNKNOWN:
            hint = (
                message("there is no such rule, did you mean {code}?", code=one.near)
                if one.near
                else message("there is no such rule; mend the code, or install the plug-in that has it")
            )
            yield Hit(f"{path}/rule", (("rule", rule), ("hint", hint)), found=rule)
        else:
            hint = message("nothing is found there any more; take it out")
            fix = Fix(_TAKE_OUT, (Edit(path),))
            yield Hit(path, (("rule", rule), ("hint", hint)), found=rule, fix=fix)


RULES = (
    Rule(
        "GP105",
        "idle-suppression",
        Severity.WARNING,
        message("Suppressions accept something"),
        message(
            "A suppression whose finding is gone hides the next one, which nobody has looked at. One that names a rule "
            "that does not exist accepts nothing. Of two for one finding the second accepts nothing."
        ),
        message("suppression that suppresses nothing: found {rule}; {hint}"),
        _suppressions_accept_something,
        since="0.1",
        needs="suppressions",
    ),
)
