"""GP1xx: does the plan's own order hold? *Not* here: its figures (`targets`) and its links (`links`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]


def _ids_are_unique(survey: Survey) -> Iterator[Outcome]:
    repeated = survey.repeated_ids
    for placed in repeated:
        id = placed.target.id
        yield Hit(f"{placed.path}/id", (("id", id), ("first", survey.first_with_id[id].path)), found=id)
    yield len(survey.targets) - len(repeated)


def _indicator_ids_are_unique(survey: Survey) -> Iterator[Outcome]:
    seen: dict[str, str] = {}
    for index, indicator in enumerate(survey.indicators):
        path = f"/indicators/{index}"
        if indicator.id is None:
            yield Hit(path, (("id", "—"), ("first", path)))
            continue
        first = seen.setdefault(indicator.id, path)
        if first == path:
            yield 1
        else:
            yield Hit(f"{path}/id", (("id", indicator.id), ("first", first)), found=indicator.id)


def _ordinals_are_contiguous(survey: Survey) -> Iterator[Outcome]:
    ordinals = [group.ordinal for group in survey.plan.task_groups]
    if ordinals == list(range(1, len(ordinals) + 1)):
        yield len(ordinals)
        return
    groups = [(ordinal, f"/task_groups/{index}/ordinal") for index, ordinal in enumerate(ordinals)]
    # One slip can look like several gaps, and one gap like several slips: the fewer findings tell it better. Where
    # both are as few, groups that all stand in their places, but for the number, have the wrong number.
    jumps, strays = _jumps(groups), _strays(groups)
    wrong = {path: expected for _, path, expected in strays}
    in_place = all(wrong.get(path, ordinal) == place for place, (ordinal, path) in enumerate(groups, 1))
    faults = strays if len(strays) < len(jumps) + in_place else jumps
    for ordinal, path, expected in faults:
        yield Hit(
            path,
            (("expected", expected), ("found", ordinal)),
            expected=expected,
            found=ordinal,
            difference=ordinal - expected,
        )
    yield len(groups) - len(faults)


def _jumps(groups: list[tuple[int, str]]) -> list[tuple[int, str, int]]:
    """Return, for the ordinals in their order, each that does not follow the one before it by one."""
    faults, expected = [], 1
    for ordinal, path in sorted(groups, key=lambda group: group[0]):
        if ordinal != expected:
            faults.append((ordinal, path, expected))
        expected = ordinal + 1
    return faults


def _strays(groups: list[tuple[int, str]]) -> list[tuple[int, str, int]]:
    """Return each ordinal that stands twice or beyond the number of groups, with the one that is missing for it."""
    count = len(groups)
    taken: dict[int, int] = {}
    strays: list[int] = []
    for index, (ordinal, _) in enumerate(groups):
        if ordinal > count:
            strays.append(index)
        elif ordinal not in taken:
            taken[ordinal] = index
        elif index == ordinal - 1:
            # Of two groups with one ordinal the one that stands in its own place keeps it.
            strays.append(taken[ordinal])
            taken[ordinal] = index
        else:
            strays.append(index)
    missing = [ordinal for ordinal in range(1, count + 1) if ordinal not in taken]
    return [(*groups[index], expected) for index, expected in zip(sorted(strays), missing, strict=True)]


def _declared_counts_hold(survey: Survey) -> Iterator[Outcome]:
    declared = survey.plan.declared
    if declared is None:
        return
    for key, stated, present in (
        ("task_groups", declared.task_groups, len(survey.plan.task_groups)),
        ("targets", declared.targets, len(survey.plan.targets)),
    ):
        if stated is None:
            continue
        if stated == present:
            yield 1
        else:
            what = message("task groups") if key == "task_groups" else message("targets")
            yield Hit(
                f"/declared/{key}",
                (("what", what), ("expected", stated), ("found", present)),
                expected=stated,
                found=present,
                difference=present - stated,
            )


RULES = (
    Rule(
        "GP101",
        "duplicate-id",
        Severity.ERROR,
        message("Target ids are unique"),
        message("Results and task groups name targets by id; with one id for two targets nobody knows which is meant."),
        message("id used twice: found {id}, first used at {first}; give one of the two another id"),
        _ids_are_unique,
        since="0.1",
    ),
    Rule(
        "GP102",
        "ordinal-gap",
        Severity.ERROR,
        message("Ordinals of task groups run from 1 without a gap"),
        message(
            "A document numbers its groups from 1; a number missing or used twice shows that a group was left out or "
            "miscopied. The order of the groups in the file does not matter."
        ),
        message("ordinals not in order: expected {expected}, found {found}; add the missing group or mend the number"),
        _ordinals_are_contiguous,
        since="0.1",
    ),
    Rule(
        "GP103",
        "declared-count",
        Severity.ERROR,
        message("Declared counts are those present"),
        message(
            "A plan says how many groups or targets it has; counting is the quickest way to see that one is missing."
        ),
        message("count does not hold: {expected} {what} declared, found {found}; add what is missing or mend declared"),
        _declared_counts_hold,
        since="0.1",
    ),
    Rule(
        "GP104",
        "duplicate-indicator-id",
        Severity.ERROR,
        message("Shared indicators have ids of their own"),
        message("Indicators of the plan's list are named by id; without one, or with one for two, they cannot be."),
        message("indicator id missing or used twice: found {id}, first at {first}; give it an id of its own"),
        _indicator_ids_are_unique,
        since="0.1",
        needs="indicators",
    ),
)
