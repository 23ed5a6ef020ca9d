"""GP4xx: targets that other targets hold; *not* here: what plans at two levels ask for (`neighbours`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.aggregation import Side, compare_to_whole
from govplan.model import Breakdown, Denominator, Relation, Target
from govplan.rules.finding import Edit, Fix, Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import PlacedTarget, Survey
from govplan.rules.wording import missed, unit_of

__all__ = ["RULES"]

_ELSEWHERE = message("it may be a target of another plan, which was not given")
_AMBIGUOUS = message("several targets have this id")


def _contributions_name_targets(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.contributions:
        for index, name in enumerate(placed.target.contributes_to):
            path = f"{placed.path}/contributes_to/{index}"
            if name in survey.first_with_id or name in survey.others.targets:
                count += 1
            elif survey.others:
                yield Hit(path, (("id", name),), found=name)
            else:
                yield Missed(path, "other_plans", _ELSEWHERE)
    yield count


def _holder(survey: Survey, name: str, repeated: set[str]) -> Target | None:
    """Return the target that a name means: the plan's own, else the only one of the other plans; None for several."""
    own = survey.first_with_id.get(name)
    if own is not None:
        return None if name in repeated else own.target
    found = survey.others.targets.get(name, ())
    return found[0].target if len(found) == 1 else None


def _held(survey: Survey) -> Iterator[tuple[PlacedTarget, str, str, Target | None]]:
    """Yield each contribution whose name is known, its path, and the target that it means if that is one."""
    repeated = {placed.target.id for placed in survey.repeated_ids}
    for placed in survey.contributions:
        for index, name in enumerate(placed.target.contributes_to):
            if name in survey.first_with_id or name in survey.others.targets:
                yield placed, name, f"{placed.path}/contributes_to/{index}", _holder(survey, name, repeated)


def _contributions_are_measured_alike(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, name, path, holder in _held(survey):
        if holder is None:
            yield Missed(path, "ambiguous", _AMBIGUOUS)
            continue
        unit, own = holder.indicator.unit, placed.target.indicator.unit
        if unit is None or own is None:
            continue
        if unit.measures_like(own):
            count += 1
        else:
            yield Hit(
                path,
                (("id", name), ("holder", str(unit)), ("part", str(own))),
                expected=str(unit),
                found=str(own),
            )
    yield count


def _contributions_lead_somewhere(survey: Survey) -> Iterator[Outcome]:
    known = survey.first_with_id
    above = {id: [name for name in placed.target.contributes_to if name in known] for id, placed in known.items()}
    circle = _circles(above)
    count = 0
    for placed in survey.contributions:
        id = placed.target.id
        for index, name in enumerate(placed.target.contributes_to):
            if name not in known:
                continue
            # In one circle with what holds it; a target alone is one only where it names itself.
            if circle[id] == circle[name]:
                path = f"{placed.path}/contributes_to/{index}"
                fix = Fix(message("remove it"), (Edit(path),)) if name == id else None
                yield Hit(path, (("id", id), ("name", name)), found=name, fix=fix)
            else:
                count += 1
    yield count


def _circles(above: dict[str, list[str]]) -> dict[str, int]:
    """Number the targets so that those, and only those, that lead to one another have one number.

    Tarjan's strongly connected components, without recursion, for a chain may be as long as the plan.
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    number: dict[str, int] = {}
    path: list[str] = []
    for start in above:
        if start in order:
            continue
        waiting = [(start, iter(above[start]))]
        order[start] = lowest[start] = len(order)
        path.append(start)
        while waiting:
            id, names = waiting[-1]
            for name in names:
                if name not in order:
                    order[name] = lowest[name] = len(order)
                    path.append(name)
                    waiting.append((name, iter(above[name])))
                    break
                if name not in number:
                    lowest[id] = min(lowest[id], order[name])
            else:
                waiting.pop()
                if waiting:
                    holder = waiting[-1][0]
                    lowest[holder] = min(lowest[holder], lowest[id])
                if lowest[id] == order[id]:
                    while True:
                        last = path.pop()
                        number[last] = order[id]
                        if last == id:
                            break
    return number


def _contributions_fit(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed, name, path, holder in _held(survey):
        if holder is None or holder is placed.target:
            continue
        # What contributes to a share is mostly a share of something else.
        as_part = Breakdown(Relation.SUBSET, (placed.target,), denominator=Denominator.OWN)
        comparison = compare_to_whole(holder, placed.target, as_part)
        if comparison.reason is not None:
            yield missed(path, comparison.reason)
            continue
        for bound in comparison.bounds:
            if bound.side is not Side.UPPER:
                continue
            if bound.difference >= 0:
                count += 1
            else:
                yield Hit(
                    path,
                    (
                        ("id", name),
                        ("part", bound.total),
                        ("whole", bound.stated),
                        ("difference", bound.difference.copy_abs()),
                        ("unit", unit_of(holder)),
                    ),
                    expected=bound.stated,
                    found=bound.total,
                    difference=bound.difference.copy_abs(),
                )
    yield count


RULES = (
    Rule(
        "GP402",
        "unknown-contribution",
        Severity.WARNING,
        message("Targets contribute to targets that exist"),
        message("contributes_to names a target of this plan, or of the other plans that were given."),
        message("target to contribute to not found: found the id {id}; mend it, or give the plan that has it"),
        _contributions_name_targets,
        since="0.1",
        needs="contributions",
    ),
    Rule(
        "GP405",
        "contribution-unit",
        Severity.ERROR,
        message("Contributions are measured like what they add to"),
        message("A target that another one holds is part of its value, so that both have units of one kind."),
        message(
            "contribution in another kind of unit: {id} is in {holder}, this target in {part}; mend the unit or "
            "the link"
        ),
        _contributions_are_measured_alike,
        since="0.1",
        needs="contributions",
    ),
    Rule(
        "GP406",
        "contribution-cycle",
        Severity.ERROR,
        message("No target contributes to itself"),
        message("A target that is part of itself, directly or over others, would be added to itself without end."),
        message("contribution in a circle: {id} adds to {name} and comes back to itself; remove one of the links"),
        _contributions_lead_somewhere,
        since="0.1",
        needs="contributions",
    ),
    Rule(
        "GP407",
        "contribution-beyond",
        Severity.WARNING,
        message("Contributions fit into what they add to"),
        message("What one target asks for at least cannot be more than the target that holds it allows at most."),
        message(
            "contribution beyond its holder: at least {part}{unit} here, {id} allows {whole}, {difference} too much; "
            "mend a figure or the link"
        ),
        _contributions_fit,
        since="0.1",
        needs="contributions",
    ),
)
