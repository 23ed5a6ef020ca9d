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
    return _cited(plan, f"Quyết định số 43/1995/QĐ-UBND {DATE}", f"Quyết định số 43/{year}/QĐ-UBND {DATE}")


def year_next_door(draw: Draw, plan: Plan) -> Pair:
    """The year in a number is the one before that of the date, or after it."""
    year = (1994, 1996)[draw(st.integers(0, 1))]
    return _cited(plan, f"Quyết định số 43/1995/QĐ-UBND {DATE}", f"Quyết định số 43/{year}/QĐ-UBND {DATE}")


def other_type(draw: Draw, plan: Plan) -> Pair:
    """A document is called something else than its symbol says."""
    number = draw(st.integers(1, 9999))
    return _cited(plan, f"Quyết định số {number}/QĐ-UBND {DATE}", f"Kế hoạch số {number}/QĐ-UBND {DATE}")


def impossible_day(draw: Draw, plan: Plan) -> Pair:
    """A document is of a day that no calendar has."""
    number, month = draw(st.integers(1, 9999)), (4, 6, 9, 11)[draw(st.integers(0, 3))]
    return _cited(
        plan,
        f"Quyết định số {number}/QĐ-UBND ngày 30/{month}/1995 của UBND tỉnh",
        f"Quyết định số {number}/QĐ-UBND ngày 31/{month}/1995 của UBND tỉnh",
    )


def act_to_come(draw: Draw, plan: Plan) -> Pair:
    """The act that issues the plan is of a day after that of the check."""
    cited = (*plan.legal_basis, *(one for group in plan.task_groups for one in group.legal_references))
    as_of = max([plan.issued or plan.period.start, *(one.date for one in cited if one.date is not None)])
    days = (as_of, as_of + timedelta(days=draw(st.integers(1, 999))))
    sound, faulty = (
        evolve(plan, document=LegalReference.parse(f"Quyết định số 7/QĐ-UBND ngày {day:%d/%m/%Y} của UBND tỉnh"))
        for day in days
    )
    return Pair(Case(sound, as_of=as_of), Case(faulty, as_of=as_of), "/document")


def year_of_the_party(draw: Draw, plan: Plan) -> Pair:
    """A Party document has a year in its number."""
    number, date = draw(st.integers(1, 99)), "ngày 02/3/1995 của Tỉnh ủy"
    return _cited(plan, f"Nghị quyết số {number}-NQ/TU {date}", f"Nghị quyết số {number}/1995/NQ-TU {date}")


def missing_year(draw: Draw, plan: Plan) -> Pair:
    """The act that issues the plan is a decree without a year in its number."""
    number, date = draw(st.integers(1, 200)), "ngày 02/3/1999 của Chính phủ"
    sound, faulty = (
        evolve(plan, document=LegalReference.parse(f"Nghị định số {number}/{symbol} {date}"))
        for symbol in ("1999/NĐ-CP", "NĐ-CP")
    )
    return Pair(Case(sound), Case(faulty), "/document")


def decree_of_a_ministry(draw: Draw, plan: Plan) -> Pair:
    """A ministry issues a decree."""
    number, date = draw(st.integers(1, 9999)), "ngày 02/3/1995 của Bộ Tài chính"
    return _cited(plan, f"Quyết định số {number}/QĐ-BTC {date}", f"Nghị định số {number}/NĐ-BTC {date}")


def decision_with_a_year(draw: Draw, plan: Plan) -> Pair:
    """A department's decision is numbered as if it were a normative document."""
    number, date = draw(st.integers(1, 9999)), "ngày 02/3/1995 của Sở Y tế"
    return _cited(plan, f"Quyết định số {number}/QĐ-SYT {date}", f"Quyết định số {number}/1995/QĐ-SYT {date}")


def other_term(draw: Draw, plan: Plan) -> Pair:
    """A resolution is of a term of the Assembly that was not yet, or no longer."""
    term = (7, 8, 10, 11)[draw(st.integers(0, 3))]
    sound, faulty = (f"Nghị quyết số 7/NQ-QH{one} ngày 02/3/1995 của Quốc hội" for one in (9, term))
    return _cited(plan, sound, faulty)


def gone_council(draw: Draw, plan: Plan) -> Pair:
    """A decision is of the Council of Ministers, years after it."""
    sound, faulty = 1985 + draw(st.integers(0, 5)), 1993 + draw(st.integers(0, 3))
    number = "Quyết định số 142/QĐ-HĐBT ngày 01/6"
    return _cited(plan, f"{number}/{sound}", f"{number}/{faulty}")


def old_form(draw: Draw, plan: Plan) -> Pair:
    """A decree-law is of a year in which nobody issued such any more."""
    sound, faulty = 1946 + draw(st.integers(0, 13)), 1960 + draw(st.integers(0, 35))
    number = "Sắc lệnh số 63/SL ngày 01/6"
    return _cited(plan, f"{number}/{sound}", f"{number}/{faulty}")


def states_form(draw: Draw, plan: Plan) -> Pair:
    """A Party document is written the State's way."""
    number, date = draw(st.integers(1, 99)), "ngày 02/3/1995 của Tỉnh ủy"
    return _cited(plan, f"Nghị quyết số {number}-NQ/TU {date}", f"Nghị quyết số {number}/NQ-TU {date}")


def other_issuer(draw: Draw, plan: Plan) -> Pair:
    """Another issuer is printed than the symbol names."""
    number = f"Quyết định số {draw(st.integers(1, 9999))}/QĐ-TTg ngày 02/3/1995"
    other = ("Chính phủ", "Bộ Tài chính", "Quốc hội")[draw(st.integers(0, 2))]
    return _cited(plan, f"{number} của Thủ tướng Chính phủ", f"{number} của {other}")


def unknown_body(draw: Draw, plan: Plan) -> Pair:
    """A symbol names a body that no table has."""
    number = draw(st.integers(1, 9999))
    return _cited(plan, f"Quyết định số {number}/QĐ-UBND {DATE}", f"Quyết định số {number}/QĐ-UBNN {DATE}")


def lost_year(draw: Draw, plan: Plan) -> Pair:
    """One document is cited twice, once without the year in its number."""
    number = draw(st.integers(1, 9999))
    first = LegalReference.parse(f"Quyết định số {number}/1995/QĐ-UBND {DATE}")
    sound, faulty = (
        with_group(plan, legal_references=[first, LegalReference.parse(f"Quyết định số {one}/QĐ-UBND {DATE}")])
        for one in (number + 1, number)
    )
    return Pair(Case(sound), Case(faulty), f"/task_groups/{len(plan.task_groups)}/legal_references/1")


def lost_symbol(draw: Draw, plan: Plan) -> Pair:
    """A number stands without its symbol."""
    number = draw(st.integers(1, 9999))
    return _cited(plan, f"Quyết định số {number}/QĐ-UBND {DATE}", f"Quyết định số {number} ngày 02/3/1995")


def either_district(draw: Draw, plan: Plan) -> Pair:
    """Of a plan that cites two districts, one document does not say of which it is."""
    number, date = draw(st.integers(1, 99)), "ngày 02/3/1995"
    two = [f"Nghị quyết số 5-NQ/HU {date} của Huyện ủy {name}" for name in ("Đại Lộc", "Núi Thành")]
    sound, faulty = (
        with_group(plan, legal_references=[LegalReference.parse(text) for text in (*two, third)])
        for third in (
            f"Nghị quyết số {number}-NQ/HU {date} của Huyện ủy Đại Lộc",
            f"Nghị quyết số {number}-NQ/HU {date}",
        )
    )
    return Pair(Case(sound), Case(faulty), f"/task_groups/{len(plan.task_groups)}/legal_references/2")


PLANTERS: dict[str, Planter] = {
    "GP301": lost_hyphen,
    "GP302": lost_date,
    "GP303": document_to_come,
    "GP304": year_far_off,
    "GP305": year_next_door,
    "GP306": other_type,
    "GP307": impossible_day,
    "GP308": act_to_come,
    "GP309": year_of_the_party,
    "GP310": missing_year,
    "GP311": decree_of_a_ministry,
    "GP312": decision_with_a_year,
    "GP313": other_term,
    "GP314": gone_council,
    "GP315": old_form,
    "GP316": states_form,
    "GP317": other_issuer,
    "GP318": unknown_body,
    "GP319": lost_year,
    "GP320": lost_symbol,
    "GP321": either_district,
}
