"""How a generated plan holds together: ids, dates, places, links; *not* here: its figures (`sound_targets`)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.model import Declared, Organization, Plan, Target, Task, TaskGroup
from govplan.testing.chance import Perhaps
from govplan.testing.circumstances import shipped_jurisdictions, sources
from govplan.testing.legal import legal_references
from govplan.testing.sound_targets import NO_DISTRICTS, Frame, fresh_id, sound_targets
from govplan.testing.wording import texts
from govplan.values import Jurisdiction, Level, Period

__all__ = ["sound_plans"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_texts, _sources = texts(), sources()
_names = st.builds(Organization, _texts)
_years, _quarters = st.integers(1997, 2034), st.integers(0, 3)
_leads_in_days = st.integers(-60, 366)
_few = st.sampled_from((0, 0, 1, 2))


@st.composite
def sound_plans(draw: st.DrawFn, max_targets: int, max_parts: int, max_depth: int, max_task_groups: int) -> Plan:
    """Generate plans in which no rule finds an error or gives a warning."""
    period = _period(draw)
    issued = min(period.end, max(_FIRST_DAY, period.start - timedelta(days=draw(_leads_in_days))))
    known = draw(_FOUR) > 0
    jurisdiction, provinces = _place(draw, min(issued, period.start), max(issued, period.start))
    taken: set[str] = set()
    id = fresh_id(draw, taken)
    frame = Frame(jurisdiction, provinces, period, max_parts, max_depth, taken)
    targets = sound_targets(draw, frame, draw(st.integers(0, max_targets)))
    latest = issued if known else min(issued, period.start)
    references = _references(draw, latest)
    task_groups = _task_groups(draw, frame, targets, references, draw(st.integers(0, max_task_groups)))
    used = [target.indicator for headline in targets for target in headline.walk() if target.indicator.id is not None]
    return Plan(
        id=id,
        title=draw(_texts),
        issuer=draw(_names),
        jurisdiction=jurisdiction,
        period=period,
        issued=issued if known else None,
        document=_document(draw, issued) if known and draw(_TWO) else None,
        amends=fresh_id(draw, taken) if draw(_FOUR) == 3 else None,
        legal_basis=references[: draw(_few)],
        declared=_declared(draw, len(task_groups), len(targets)),
        source=Perhaps(draw, 1)(_sources),
        notes=[draw(_texts) for _ in range(draw(_few))],
        indicators=[indicator for indicator in used if draw(_TWO)],
        targets=targets,
        task_groups=task_groups,
    )


# The table of jurisdictions begins here.
_FIRST_DAY = date(1996, 1, 1)


def _period(draw: st.DrawFn) -> Period:
    year, shape = draw(_years), draw(_EIGHT)
    if shape < 4:
        return Period.year(year)
    if shape < 6:
        return Period.years(year, year + 4)
    if shape == 6:
        return Period.months(year, 3 * draw(_quarters) + 1, 3)
    return Period.months(year, 7 if draw(_TWO) else 1, 6)


def _place(draw: st.DrawFn, first: date, last: date) -> tuple[Jurisdiction, tuple[Jurisdiction, ...]]:
    """Draw a unit in force from the first day to the last, and return with it the provinces that are."""
    rows = [row for row in shipped_jurisdictions() if row.is_in_force(first) and row.is_in_force(last)]
    provinces = tuple(row for row in rows if row.level is not Level.COUNTRY)
    kind = draw(_EIGHT)
    if kind < 6:
        return rows[0] if kind == 5 else draw(st.sampled_from(rows)), provinces
    above = draw(st.sampled_from(provinces))
    number, name = draw(st.integers(1, 999)), draw(_texts)
    level = Level.DISTRICT if last < NO_DISTRICTS and draw(_TWO) else Level.COMMUNE
    return Jurisdiction(f"{number:03d}", name, level, within=above.code), provinces


def _references(draw: st.DrawFn, latest: date) -> list[LegalReference]:
    """Draw the documents that a plan cites, no two with one number."""
    wanted = legal_references(sound=True, latest=latest)
    found = [draw(wanted) for _ in range(draw(_FOUR))]
    return list({reference.number or reference.title: reference for reference in found}.values())


def _document(draw: st.DrawFn, issued: date) -> LegalReference:
    number = draw(st.integers(1, 9999))
    day = f"{issued.day}/{issued.month}/{issued.year}"
    return LegalReference.parse(f"Kế hoạch số {number}/KH-UBND ngày {day} của UBND tỉnh")


def _declared(draw: st.DrawFn, task_groups: int, targets: int) -> Declared | None:
    what = draw(_EIGHT)
    return None if what > 3 else Declared(task_groups if what & 1 else None, targets if what & 2 else None)


def _task_groups(
    draw: st.DrawFn, frame: Frame, targets: list[Target], references: list[LegalReference], count: int
) -> list[TaskGroup]:
    """Draw groups numbered from 1 that together serve every target, or none."""
    served: list[list[str]] = [[] for _ in range(count)]
    if count and draw(_TWO):
        for headline in targets:
            for target in headline.walk():
                served[draw(st.integers(0, count - 1))].append(target.id)
    return [_task_group(draw, frame, ordinal, ids, references) for ordinal, ids in enumerate(served, 1)]


def _task_group(
    draw: st.DrawFn, frame: Frame, ordinal: int, ids: list[str], references: list[LegalReference]
) -> TaskGroup:
    perhaps = Perhaps(draw, 3)
    return TaskGroup(
        ordinal,
        draw(_texts),
        summary=perhaps(_texts),
        tasks=[_task(draw, frame) for _ in range(draw(_few))],
        lead=perhaps(_names),
        targets=ids,
        legal_references=references[: draw(st.integers(0, len(references)))],
        source=perhaps(_sources),
    )


def _task(draw: st.DrawFn, frame: Frame) -> Task:
    perhaps = Perhaps(draw, 2)
    return Task(
        draw(_texts),
        id=fresh_id(draw, frame.taken) if draw(_TWO) else None,
        lead=perhaps(_names),
        due=perhaps(st.dates(frame.period.start, frame.period.end)),
    )
