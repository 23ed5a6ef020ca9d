"""Faults of GP3xx: documents that cannot be what the plan says."""

from datetime import timedelta

from attrs import evolve
from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.model import Plan
from planting.cases import Case, Draw, Pair, Planter, with_group

__all__ = ["PLANTERS"]

# Older than any plan that is generated.
DATE = "ngày 02/3/1995 của UBND tỉnh"


def _cited(plan: Plan, sound: str, faulty: str) -> Pair:
    one, two = (with_group(plan, legal_references=[LegalReference.parse(text)]) for text in (sound, faulty))
    return Pair(Case(one), Case(two), f"/task_groups/{len(plan.task_groups)}/legal_references/0")


def lost_hyphen(draw: Draw, plan: Plan) -> Pair:
    """A symbol has lost its hyphen."""
    number = draw(st.integers(1, 9999))
    return _cited(plan, f"Quyết định số {number}/QĐ-UBND {DATE}", f"Quyết định số {number}/QĐUBND {DATE}")


def lost_date(draw: Draw, plan: Plan) -> Pair:
    """A numbered document has no date."""
    number = draw(st.integers(1, 9999))
    return _cited(plan, f"Quyết định số {number}/QĐ-UBND {DATE}", f"Quyết định số {number}/QĐ-UBND của UBND tỉnh")


def document_to_come(draw: Draw, plan: Plan) -> Pair:
    """A document is of a day after the plan's."""
    issued = plan.issued or plan.period.start
    days = (issued, issued + timedelta(days=draw(st.integers(1, 999))))
    sound, faulty = (f"Quyết định số 7/QĐ-UBND ngày {day.day}/{day.month}/{day.year} của UBND tỉnh" for day in days)
    return _cited(evolve(plan, issued=issued), sound, faulty)


def year_far_off(draw: Draw, plan: Plan) -> Pair:
    """The year in a number is years from that of the date."""
    year = 1995 - draw(st.integers(2, 9))
    return _cited(plan, f"Nghị quyết số 43/1995/NQ-HĐND {DATE}", f"Nghị quyết số 43/{year}/NQ-HĐND {DATE}")


def year_next_door(draw: Draw, plan: Plan) -> Pair:
    """The year in a number is the one before that of the date, or after it."""
    year = (1994, 1996)[draw(st.integers(0, 1))]
    return _cited(plan, f"Nghị quyết số 43/1995/NQ-HĐND {DATE}", f"Nghị quyết số 43/{year}/NQ-HĐND {DATE}")


PLANTERS: dict[str, Planter] = {
    "GP301": lost_hyphen,
    "GP302": lost_date,
    "GP303": document_to_come,
    "GP304": year_far_off,
    "GP305": year_next_door,
}
