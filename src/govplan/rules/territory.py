"""GP1xx: were the places of a plan there when it was issued? *Not* here: what is allocated to them (`allocations`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Survey
from govplan.values import Jurisdiction

__all__ = ["RULES"]


def _places_are_in_force(survey: Survey) -> Iterator[Outcome]:
    plan, count = survey.plan, 0
    day = plan.issued or plan.period.start
    if plan.jurisdiction.is_in_force(day):
        count += 1
    else:
        yield _not_in_force("/jurisdiction", plan.jurisdiction, day)
    for placed in survey.elsewhere:
        place = placed.target.jurisdiction
        if place is None or place.is_in_force(day):
            count += 1
        else:
            yield _not_in_force(f"{placed.path}/jurisdiction", place, day)
    yield count


def _not_in_force(path: str, place: Jurisdiction, day: date) -> Hit:
    start, end = place.valid_from, place.valid_to
    stood = f"{start or ''} – {end or ''}"
    return Hit(path, (("place", str(place)), ("day", day), ("stood", stood)), expected=stood, found=day)


RULES = (
    Rule(
        "GP110",
        "jurisdiction-not-in-force",
        Severity.WARNING,
        message("Places exist when the plan is issued"),
        message(
            "Provinces were merged on 1 July 2025 and districts came to an end; a plan of a unit that was not there on "
            "the day of issue has the wrong unit or the wrong date. Without a day of issue the first day of the period "
            "counts."
        ),
        message("place not in force: found {place} on {day}, it stood {stood}; mend the place or the day of issue"),
        _places_are_in_force,
        since="0.1",
    ),
)
