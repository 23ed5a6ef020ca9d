"""GP4xx: does what is named exist? *Not* here: what it says (`targets`, `references`)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from govplan.rules.finding import Edit, Fix, Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]

_NOT_GIVEN = message("the plan that it names was not given")


# How many ids are looked through for one that was perhaps meant: where most names are wrong no single one is.
_MOST_HINTS = 20_000


def _groups_name_targets(survey: Survey) -> Iterator[Outcome]:
    known, count = survey.first_with_id, 0
    if survey.served <= known.keys():
        yield survey.links
        return
    ids, hints = sorted(known), _MOST_HINTS
    for position, group in survey.groups_with_targets:
        unknown: set[str] = set()
        for index, name in enumerate(group.targets):
            # That the same id stands there once more is said by GP404.
            if name in known or name in unknown:
                count += 1
                continue
            unknown.add(name)
            near = get_close_matches(name, ids, 1) if hints > 0 else []
            hints -= len(ids)
            hint = message("did you mean {name}?", name=near[0]) if near else message("add the target or remove the id")
            yield Hit(
                f"/task_groups/{position}/targets/{index}",
                (("id", name), ("hint", hint)),
                found=name,
            )
    yield count


def _targets_are_served(survey: Survey) -> Iterator[Outcome]:
    served, count = survey.served, 0
    for index, target in enumerate(survey.plan.targets):
        # A group that serves a part serves its whole.
        if target.id in served or (target.breakdowns and any(one.id in served for one in target.walk())):
            count += 1
        else:
            yield Hit(f"/targets/{index}", (("id", target.id),), found=target.id)
    yield count


def _targets_are_listed_once(survey: Survey) -> Iterator[Outcome]:
    for position, group in survey.groups_listing_twice:
        seen: set[str] = set()
        for index, name in enumerate(group.targets):
            if name not in seen:
                seen.add(name)
            else:
                path = f"/task_groups/{position}/targets/{index}"
                fix = Fix(message("remove the second {id}", id=name), (Edit(path),))
                yield Hit(path, (("id", name),), found=name, fix=fix)
    yield survey.links


def _amended_plans_are_known(survey: Survey) -> Iterator[Outcome]:
    amended = survey.plan.amends
    if amended is None:
        return
    others = survey.others
    if any(other is not survey.plan for other in others.with_id.get(amended, ())):
        yield 1
    elif amended == survey.plan.id or others:
        yield Hit("/amends", (("id", amended),), found=amended)
    else:
        yield Missed("/amends", "other_plans", _NOT_GIVEN)


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
        needs="groups_with_targets",
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
        needs="groups_with_targets",
    ),
    Rule(
        "GP404",
        "target-listed-twice",
        Severity.WARNING,
        message("A task group names a target once"),
        message("A second mention in the same group says nothing new, and is mostly a slip for another id."),
        message("target named twice in one group: found {id} again; remove it or write the id that was meant"),
        _targets_are_listed_once,
        since="0.1",
        needs="groups_with_targets",
    ),
    Rule(
        "GP408",
        "unknown-amended-plan",
        Severity.WARNING,
        message("A plan amends one that exists"),
        message(
            "amends is the id of the plan that this one changes; it is looked for among the plans that were given."
        ),
        message("plan to amend not found: found the id {id}; mend it, or give the plan that has it"),
        _amended_plans_are_known,
        since="0.1",
    ),
)
