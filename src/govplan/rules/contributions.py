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
            elif survey.others.has_beside(survey.plan):
                yield Hit(path, (("id", name),), found=name)
            else:
                yield Missed(path, "other_plans", _ELSEWHERE)
    yield count


def _holder(survey: Survey, name: str) -> Target | None:
    """Return the target that a name means: the plan's own, else the only one of the other plans; None for several."""
    own = survey.first_with_id.get(name)
    if own is not None:
        return None if any(placed.target.id == name for placed in survey.repeated_ids) else own.target
    found = survey.others.targets.get(name, ())
    return found[0].target if len(found) == 1 else None


def _held(survey: Survey) -> Iterator[tuple[PlacedTarget, str, str, Target | None]]:
    """Yield each contribution whose name is known, its path, and the target that it means if that is one."""
    for placed in survey.contributions:
        for index, name in enumerate(placed.target.contributes_to):
            if name in survey.first_with_id or name in survey.others.targets:
                yield placed, name, f"{placed.path}/contributes_to/{index}", _holder(survey, name)


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
    count = 0
    for placed in survey.contributions:
        id = placed.target.id
        for index, name in enumerate(placed.target.contributes_to):
            if name not in known:
                continue
            # Whatever that target is held by, and so on, must not be this one again.
            seen, waiting = {name}, [name]
            while waiting and id not in seen:
                for above in known[waiting.pop()].target.contributes_to:
                    if above not in seen and above in known:
                        seen.add(above)
                        waiting.append(above)
            if id in seen:
                path = f"{placed.path}/contributes_to/{index}"
                fix = Fix(message("remove it"), (Edit(path),)) if name == id else None
                yield Hit(path, (("id", id), ("name", name)), found=name, fix=fix)
            else:
                count += 1
    yield count


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
