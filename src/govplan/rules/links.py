"""GP4xx: does what is named exist? *Not* here: what it says (`targets`, `references`)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Passed, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]

_ELSEWHERE = message("it may be a target of another plan, which was not given")


def _groups_name_targets(survey: Survey) -> Iterator[Outcome]:
    known = {placed.target.id for placed in survey.targets}
    for position, group in enumerate(survey.plan.task_groups):
        for index, name in enumerate(group.targets):
            if name in known:
                yield Passed()
                continue
            near = get_close_matches(name, sorted(known), 1)
            hint = message("did you mean {name}?", name=near[0]) if near else message("add the target or remove the id")
            yield Hit(
                f"/task_groups/{position}/targets/{index}",
                (("id", name), ("hint", hint)),
                found=name,
            )


def _contributions_name_targets(survey: Survey) -> Iterator[Outcome]:
    known = {placed.target.id for placed in survey.targets}
    known.update(target.id for other in survey.others for target in other.walk())
    for placed in survey.targets:
        for index, name in enumerate(placed.target.contributes_to):
            path = f"{placed.path}/contributes_to/{index}"
            if name in known:
                yield Passed()
            elif survey.others:
                yield Hit(path, (("id", name),), found=name)
            else:
                yield Missed(path, "other_plans", _ELSEWHERE)


def _targets_are_served(survey: Survey) -> Iterator[Outcome]:
    served = {name for group in survey.plan.task_groups for name in group.targets}
    if not served:
        return
    for index, target in enumerate(survey.plan.targets):
        # A group that serves a part serves its whole.
        if any(one.id in served for one in target.walk()):
            yield Passed()
        else:
            yield Hit(f"/targets/{index}", (("id", target.id),), found=target.id)


RULES = (
    Rule(
        "GP401",
        "unknown-target",
        Severity.ERROR,
        message("Task groups name targets that exist"),
        message("An id in a task group's targets must be that of a target or part of the plan."),
        message("no such target: found the id {id}; {hint}"),
        _groups_name_targets,
        since="0.1",
    ),
    Rule(
        "GP402",
        "unknown-contribution",
        Severity.WARNING,
        message("Targets contribute to targets that exist"),
        message("contributes_to names a target of this plan, or of the other plans that were given."),
        message("target to contribute to not found: found the id {id}; mend it, or give the plan that has it"),
        _contributions_name_targets,
        since="0.1",
    ),
    Rule(
        "GP403",
        "unserved-target",
        Severity.WARNING,
        message("Every target is served by a task group"),
        message(
            "Asked only where the plan links at least one target to a group; where it links none, nothing is asked."
        ),
        message("target that no group serves: found {id}; add its id to the group that serves it"),
        _targets_are_served,
        since="0.1",
    ),
)
