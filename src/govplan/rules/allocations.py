"""GP2xx: what is allocated to jurisdictions; *not* here: divisions by anything else, nor the plans they make of it."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.aggregation import Reason, Side, compare_parts
from govplan.aggregation.territory import is_within
from govplan.rules.divisions import sum_is_off
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import Survey
from govplan.rules.wording import missed
from govplan.values import Jurisdiction

__all__ = ["RULES"]

_UNKNOWN_ABOVE = message("which unit it lies in is not known")


def _allocations_reach_the_whole(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.allocations:
        comparison = compare_parts(placed.whole.target, placed.breakdown)
        floors = [bound for bound in comparison.bounds if bound.side is Side.LOWER]
        if not floors:
            yield missed(placed.path, comparison.reason or Reason.NO_COMMON_BOUND)
        for bound in floors:
            # More than the whole is a reserve, and no fault.
            if bound.holds or bound.difference < 0:
                count += 1
            else:
                yield sum_is_off(placed, bound)
    yield count


def _allocations_name_a_place(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.allocations:
        for part in placed.parts:
            if part.target.jurisdiction is not None:
                count += 1
            else:
                yield Hit(part.path, (("id", part.target.id),))
    yield count


def _allocations_stay_inside(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.allocations:
        whole = survey.place_of(placed.whole)
        for part in placed.parts:
            place = part.target.jurisdiction
            if place is None:
                continue
            inside = is_within(place, whole)
            if inside is None:
                yield Missed(f"{part.path}/jurisdiction", "unit_above_unknown", _UNKNOWN_ABOVE)
            elif inside:
                count += 1
            else:
                yield Hit(
                    f"{part.path}/jurisdiction",
                    (("part", str(place)), ("whole", str(whole))),
                    expected=str(whole),
                    found=str(place),
                )
    yield count


def _allocations_do_not_overlap(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.allocations:
        places = [(part, part.target.jurisdiction) for part in placed.parts]
        known = [(part, place) for part, place in places if place is not None]
        named: dict[str, list[Jurisdiction]] = {}
        for _, place in known:
            for key in {place.key, place.code}:
                named.setdefault(key, []).append(place)
        seen: set[str] = set()
        for part, place in known:
            other = place if place.key in seen else _overlapped(place, named)
            seen.add(place.key)
            if other is None:
                count += 1
            else:
                yield Hit(
                    f"{part.path}/jurisdiction",
                    (("place", str(place)), ("other", str(other))),
                    found=str(place),
                )
    yield count


def _overlapped(place: Jurisdiction, named: dict[str, list[Jurisdiction]]) -> Jurisdiction | None:
    """Return the unit above a place, or one that it was made of, that is among the others."""
    for name in (place.within, *place.predecessors):
        for other in named.get(name or "", ()):
            if other.key != place.key:
                return other
    return None


RULES = (
    Rule(
        "GP208",
        "allocation-short",
        Severity.WARNING,
        message("Allocations reach the whole together"),
        message(
            "When what is allocated adds up to less than the whole, the whole is missed even if everyone delivers. "
            "Allocating more is a reserve, and no fault."
        ),
        message(
            "allocations fall short: at least {stated}{unit} in the whole, {total} allocated, {difference} missing; "
            "allocate the rest or mend the wrong figure"
        ),
        _allocations_reach_the_whole,
        since="0.1",
        needs="allocations",
    ),
    Rule(
        "GP213",
        "allocation-without-place",
        Severity.WARNING,
        message("Allocations say to whom"),
        message(
            "What is allocated goes to a jurisdiction; without one nobody can hold it against that jurisdiction's own "
            "plan."
        ),
        message(
            "allocation to nobody: found no jurisdiction at {id}; add it, or use partition for parts that are no places"
        ),
        _allocations_name_a_place,
        since="0.1",
        needs="allocations",
    ),
    Rule(
        "GP214",
        "allocation-outside",
        Severity.ERROR,
        message("Allocations go to places inside the whole"),
        message(
            "A province allocates to its own districts and communes; another province's, or the province itself, is a "
            "slip of the code."
        ),
        message("allocation outside the whole: found {part}, which is no part of {whole}; mend the code or its within"),
        _allocations_stay_inside,
        since="0.1",
        needs="allocations",
    ),
    Rule(
        "GP215",
        "allocation-overlap",
        Severity.ERROR,
        message("No place is allocated to twice"),
        message(
            "The same unit twice, a district beside its own commune, or an old unit beside the one that succeeded it: "
            "the sum counts one place twice."
        ),
        message("place allocated to twice: found {place} beside {other}; keep one of the two"),
        _allocations_do_not_overlap,
        since="0.1",
        needs="allocations",
    ),
)
