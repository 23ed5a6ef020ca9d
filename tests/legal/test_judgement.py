"""What speaks against a document being what its citation says, each judgement from both sides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import DocumentType, LegalReference
from govplan.legal.deviation import Deviation
from govplan.legal.judgement import CERTAINTIES, Judgement, judge, judge_together
from govplan.legal.tables import (
    Body,
    bodies,
    bodies_by_code,
    document_types,
)
from govplan.testing import legal_references

FIRST, LAST = date(1945, 9, 2), date(2030, 12, 31)
NOBODY = Body("ZZZZ", "Cơ quan thử")
numbers = st.integers(1, 9999)


def keys(text: str | LegalReference, as_of: date | None = None, bodies: Iterable[Body] = ()) -> set[str]:
    reference = LegalReference.parse(text) if isinstance(text, str) else text
    return {found.key for found in judge(reference, as_of=as_of, bodies=bodies)}


@frozen
class Sides:
    """A form that draws a judgement on days of one span, and its neighbour that does not on days of another."""

    key: str
    broken: str
    sound: str
    broken_days: tuple[date, date] = (date(2011, 7, 21), date(2016, 6, 30))
    sound_days: tuple[date, date] = (date(2011, 7, 21), date(2016, 6, 30))

    def __str__(self) -> str:
        return f"{self.key}: {self.broken}"


def same(key: str, form: str, broken: tuple[date, date], sound: tuple[date, date]) -> Sides:
    return Sides(key, form, form, broken, sound)


SIDES = [
    # the printed type, the day
    Sides("type-against-symbol", "Kế hoạch số {n}/QĐ-BTC {day}", "Quyết định số {n}/QĐ-BTC {day}"),
    Sides("type-against-symbol", "Chương trình số {n}-CT/TW {day}", "Chương trình số {n}-CTr/TW {day}"),
    Sides("type-against-symbol", "Nghị quyết số {n}-QĐ/TW {day}", "Quy định số {n}-QĐ/TW {day}"),
    Sides("day-impossible", "Kế hoạch số {n}/KH-BTC ngày 31/4/{y}", "Kế hoạch số {n}/KH-BTC ngày 30/4/{y}"),
    # years in numbers
    Sides("year-not-due", "Nghị quyết số {n}/{y}/NQ-TW {day}", "Nghị quyết số {n}-NQ/TW {day}"),
    Sides("year-not-due", "Hướng dẫn số {n}/{y}/HD-VPTW {day}", "Hướng dẫn số {n}-HD/VPTW {day}"),
    Sides("outside-competence", "Hướng dẫn số {n}/{y}/HD-STC {day} {stc}", "Hướng dẫn số {n}/HD-STC {day} {stc}"),
    Sides("year-missing", "Nghị định số {n}/NĐ-CP {day}", "Nghị định số {n}/{y}/NĐ-CP {day}"),
    Sides("year-missing", "Thông tư số {n}/TT-BTC {day}", "Thông tư số {n}/{y}/TT-BTC {day}"),
    Sides(
        "year-missing",
        "Thông tư liên tịch số {n}/TTLT-BTC-BYT {day}",
        "Thông tư liên tịch số {n}/{y}/TTLT-BTC-BYT {day}",
    ),
    same(
        "year-missing",
        "Nghị định số {n}/NĐ-CP {day}",
        (date(1999, 1, 1), LAST),
        (date(1992, 9, 30), date(1998, 12, 31)),
    ),
    # who issues what
    Sides("form-of-another-body", "Nghị định số {n}/{y}/NĐ-TTg {day}", "Nghị định số {n}/{y}/NĐ-CP {day}"),
    Sides("form-of-another-body", "Thông tư số {n}/TT-UBND {day} {ubnd}", "Tờ trình số {n}/TTr-UBND {day} {ubnd}"),
    Sides("form-of-another-body", "Thông tư số {n}/TT-HĐND {day} {hđnd}", "Thông báo số {n}/TB-HĐND {day} {hđnd}"),
    Sides(
        "form-of-another-body",
        "Nghị quyết số {n}/{y}/NQ-UBND {day} {ubnd}",
        "Nghị quyết số {n}/{y}/NQ-HĐND {day} {hđnd}",
    ),
    Sides(
        "form-of-another-body",
        "Quyết định số {n}/{y}/QĐ-HĐND {day} {hđnd}",
        "Quyết định số {n}/{y}/QĐ-UBND {day} {ubnd}",
    ),
    Sides(
        "form-of-another-body", "Quyết định số {n}/{y}/QĐ-HĐND {day} {hđnd}", "Quyết định số {n}/QĐ-HĐND {day} {hđnd}"
    ),
    same(
        "outside-competence",
        "Chỉ thị số {n}/{y}/CT-TTg {day}",
        (date(2009, 1, 1), LAST),
        (date(1997, 1, 1), date(2008, 12, 31)),
    ),
    same(
        "outside-competence",
        "Chỉ thị số {n}/{y}/CT-UBND {day} {ubnd}",
        (date(2016, 7, 1), LAST),
        (date(1997, 1, 1), date(2016, 6, 30)),
    ),
    same(
        "outside-competence",
        "Thông tư liên tịch số {n}/{y}/TTLT-BTC-BYT {day}",
        (date(2016, 7, 1), LAST),
        (date(1997, 1, 1), date(2016, 6, 30)),
    ),
    Sides(
        "outside-competence",
        "Thông tư liên tịch số {n}/{y}/TTLT-BTC-BYT {day}",
        "Thông tư liên tịch số {n}/{y}/TTLT-TANDTC-BCA {day}",
        (date(2016, 7, 1), LAST),
        (date(2016, 7, 1), LAST),
    ),
    same(
        "outside-competence",
        "Quyết định số {n}/{y}/QĐ-BYT {day}",
        (date(2009, 1, 1), LAST),
        (date(1997, 1, 1), date(2008, 12, 31)),
    ),
    same(
        "outside-competence",
        "Nghị quyết số {n}/{y}/NQ-CP {day}",
        (date(2009, 1, 1), date(2025, 3, 31)),
        (date(2025, 4, 1), LAST),
    ),
    Sides("outside-competence", "Kế hoạch số {n}/{y}/KH-UBND {day} {ubnd}", "Kế hoạch số {n}/KH-UBND {day} {ubnd}"),
    Sides("outside-competence", "Luật số {n}/{y}/UBTVQH13 {day}", "Pháp lệnh số {n}/{y}/UBTVQH13 {day}"),
    # the times of bodies and forms
    same(
        "term-against-date",
        "Luật số {n}/{y}/QH13 {day}",
        (date(2016, 7, 20), LAST),
        (date(2011, 7, 21), date(2016, 7, 19)),
    ),
    same(
        "term-against-date",
        "Nghị quyết số {n}/{y}/UBTVQH14 {day}",
        (date(2010, 1, 1), date(2016, 7, 19)),
        (date(2016, 7, 20), date(2021, 7, 19)),
    ),
    same(
        "body-not-in-being",
        "Quyết định số {n}-HĐBT {day}",
        (date(1992, 10, 1), LAST),
        (date(1981, 7, 4), date(1992, 9, 30)),
    ),
    same(
        "body-not-in-being",
        "Kế hoạch số {n}/KH-BKHĐT {day}",
        (date(2025, 3, 1), LAST),
        (date(1995, 11, 1), date(2025, 2, 28)),
    ),
    same(
        "body-not-in-being",
        "Báo cáo số {n}/BC-BNV {day}",
        (date(1998, 5, 7), date(2002, 8, 4)),
        (date(2002, 8, 5), LAST),
    ),
    same(
        "form-out-of-use",
        "Nghị định số {n}-CP {day}",
        (date(1998, 1, 1), LAST),
        (date(1992, 9, 30), date(1997, 12, 31)),
    ),
    same(
        "form-out-of-use",
        "Quyết định số {n}-TTg {day}",
        (date(1998, 1, 1), LAST),
        (date(1993, 1, 1), date(1997, 12, 31)),
    ),
    same(
        "form-out-of-use", "Sắc lệnh số {n}/SL {day}", (date(1960, 1, 1), LAST), (date(1945, 9, 2), date(1959, 12, 31))
    ),
    Sides("party-form-lost", "Nghị quyết số {n}/NQ-TW {day}", "Nghị quyết số {n}-NQ/TW {day}"),
    # issuers
    Sides(
        "issuer-against-symbol",
        "Nghị định số {n}/{y}/NĐ-CP {day} của Thủ tướng Chính phủ",
        "Nghị định số {n}/{y}/NĐ-CP {day} của Chính phủ",
    ),
    Sides(
        "issuer-against-symbol",
        "Quyết định số {n}/QĐ-TTg {day} của Chính phủ",
        "Quyết định số {n}/QĐ-TTg {day} của Thủ tướng",
    ),
    Sides(
        "issuer-against-symbol",
        "Quyết định số {n}/QĐ-UBND {day} {hđnd}",
        "Quyết định số {n}/QĐ-UBND {day} của Chủ tịch UBND tỉnh Quảng Nam",
    ),
    Sides("body-unknown", "Quyết định số {n}/QĐ-XYZT {day}", "Quyết định số {n}/QĐ-BTC {day}"),
    Sides("symbol-missing", "Quyết định số {n} {day}", "Quyết định số {n}/QĐ-BTC {day}"),
    Sides("issuer-open", "Quyết định số {n}/QĐ-UBND {day}", "Quyết định số {n}/QĐ-UBND {day} {ubnd}"),
    Sides("issuer-open", "Nghị quyết số {n}/NQ-HĐND {day} của HĐND", "Nghị quyết số {n}/NQ-HĐND {day} {hđnd}"),
    Sides("issuer-open", "Công văn số {n}/SNV-CCHC {day}", "Công văn số {n}/BNV-CCHC {day}"),
]
NAMES = {
    "ubnd": "của UBND tỉnh Quảng Nam",
    "hđnd": "của HĐND tỉnh Quảng Nam",
    "stc": "của Sở Tài chính tỉnh Quảng Nam",
}


def cited(form: str, number: int, day: date) -> LegalReference:
    return LegalReference.parse(form.format(n=number, y=day.year, day=f"ngày {day:%d/%m/%Y}", **NAMES))


@pytest.mark.parametrize("sides", SIDES, ids=str)
@given(number=numbers, data=st.data())
def test_each_judgement_is_said_of_what_breaks_it_and_not_of_its_neighbour(
    sides: Sides, number: int, data: st.DataObject
) -> None:
    """Whatever number and day: the form draws its judgement, its neighbour draws none at all."""
    broken = cited(sides.broken, number, data.draw(st.dates(*sides.broken_days)))
    sound = cited(sides.sound, number, data.draw(st.dates(*sides.sound_days)))
    found = {one.key: one for one in judge(broken)}
    assert sides.key in found, broken.text
    assert found[sides.key].certainty == CERTAINTIES[sides.key]
    assert found[sides.key].source
    assert dict(found[sides.key].facts)["document"] == broken.designation
    assert judge(sound) == (), sound.text


def test_every_judgement_has_its_sides() -> None:
    """No judgement is without a citation that draws it; two need more than one citation, or a day."""
    assert {sides.key for sides in SIDES} | {"date-to-come", "year-lost"} == set(CERTAINTIES)
    assert set(CERTAINTIES.values()) == {"error", "warning", "info"}


@pytest.mark.parametrize(
    "sides", [one for one in SIDES if one.broken == one.sound and one.broken_days != one.sound_days], ids=str
)
def test_without_a_day_nothing_that_needs_one_is_said(sides: Sides) -> None:
    """A number without date and year may be of the years in which it was right."""
    undated = sides.broken.replace("{n}/{y}/", "{n}/").replace("{day}", "")
    if "QH" not in undated:
        assert not keys(undated.format(n=7, **NAMES)) & {sides.key, "body-not-in-being", "outside-competence"}


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Nghị quyết số 7/2025/NQ-CP", True),
        ("Nghị quyết số 7/2024/NQ-CP", False),
        ("Chỉ thị số 7/2016/CT-UBND của UBND tỉnh Quảng Nam", True),
        ("Chỉ thị số 7/2017/CT-UBND của UBND tỉnh Quảng Nam", False),
        ("Luật số 7/2016/QH13", True),
        ("Luật số 7/2016/QH14", True),
        ("Luật số 7/2017/QH13", False),
    ],
)
def test_a_year_alone_speaks_against_a_document_only_as_a_whole(text: str, allowed: bool) -> None:
    """Of a year in which it was right for some days, the document may be of one of them."""
    assert (keys(text) == set()) is allowed


@pytest.mark.parametrize(
    "text",
    [
        # numbers of a late year: the day may be of the next
        "Chỉ thị số 7/2008/CT-TTg ngày 05/01/2009",
        "Luật số 7/2016/QH13 ngày 05/9/2015",
    ],
)
def test_where_year_and_date_disagree_each_is_believed(text: str) -> None:
    """Which of the two is wrong is not known; what is right by one of them is not spoken against."""
    assert not keys(text) & {"outside-competence", "term-against-date"}


# --- any reference ---------------------------------------------------------------------------


@given(st.sampled_from([body for rows in bodies_by_code().values() for body in rows]), numbers)
def test_a_body_that_the_table_knows_is_never_unknown(body: Body, number: int) -> None:
    """Every code of the table is known in each form, and its own name never contradicts it."""
    for text in (f"Báo cáo số {number}/BC-{body.code}", f"Báo cáo số {number}-BC/{body.code}"):
        reference = LegalReference.parse(f"{text} của {body.name}")
        assert not keys(reference) & {"body-unknown", "issuer-against-symbol"}, reference.text


# --- what a caller says --------------------------------------------------------------------


@given(st.dates(date(2011, 7, 21), LAST), st.integers(-400, 400))
def test_nothing_is_of_a_day_after_the_one_of_the_check(day: date, apart: int) -> None:
    """The day itself may be; without a day to be held against, every day may."""
    reference = LegalReference.parse(f"Kế hoạch số 7/KH-BTC ngày {day:%d/%m/%Y}")
    assert keys(reference) == set()
    assert keys(reference, as_of=day + timedelta(days=apart)) == ({"date-to-come"} if apart < 0 else set())


def test_a_year_to_come_is_to_come_without_a_date_too() -> None:
    """The year in the number is held against the year of the check."""
    text = "Nghị định số 7/2023/NĐ-CP"
    assert keys(text, as_of=date(2022, 12, 31)) == {"date-to-come"}
    assert keys(text, as_of=date(2023, 1, 1)) == set()


def test_a_caller_may_know_further_bodies() -> None:
    """A code that the caller explains is no unknown one, and its years count."""
    text = "Quyết định số 7/QĐ-XYZT ngày 02/3/2020"
    assert keys(text) == {"body-unknown"}
    assert keys(text, bodies=[Body("XYZT", "Ban XYZT")]) == set()
    gone = Body("XYZT", "Ban XYZT", valid_to=date(2019, 12, 31))
    assert keys(text, bodies=[gone]) == {"body-not-in-being"}


def any_references() -> st.SearchStrategy[LegalReference]:
    """Generate references that no text gave, too."""
    codes = st.sampled_from([*bodies(), "XYZT", "QH13", "UBTVQHX", "HĐNN8", "1997", "L", "PL"])
    symbols = st.lists(codes | st.sampled_from(["NQ", "TTLT", "SL", "TT", "LB", "NĐ"]), min_size=1, max_size=4)
    return st.builds(
        LegalReference,
        st.just("văn bản"),
        type=st.none() | st.sampled_from(document_types()) | st.just(DocumentType("XX", "Loại lạ")),
        number=st.none() | st.just("36a") | numbers.map(str),
        year=st.none() | st.integers(0, 99_999),
        symbol=st.none() | st.tuples(st.sampled_from("-/"), symbols).map(lambda drawn: drawn[0].join(drawn[1])),
        issuer=st.none() | st.sampled_from(["", " ", "Chính phủ", "Chủ tịch ", "Ban X", *bodies().values()]),
        date=st.none() | st.dates(),
        deviations=st.lists(st.sampled_from(Deviation), max_size=3).map(tuple),
    )


@given(any_references(), st.none() | st.dates())
def test_no_reference_raises(reference: LegalReference, as_of: date | None) -> None:
    """Whatever a reference holds, what is said of it is one of the judgements, each once at most."""
    found = judge(reference, as_of=as_of)
    assert len({one.key for one in found}) == len(found)
    assert all(CERTAINTIES[one.key] == one.certainty for one in found)
    judge_together([reference, evolve(reference, year=None)])


@given(any_references() | legal_references())
def test_what_is_remembered_is_what_is_judged(reference: LegalReference) -> None:
    """A body that no reference names changes nothing: what was found sound before is found so again."""
    assert judge(reference) == judge(reference, bodies=[NOBODY])


@given(legal_references(sound=True, latest=date(2026, 3, 1)))
def test_sound_references_are_no_errors(reference: LegalReference) -> None:
    """Where nothing is wrong, at most something is left open."""
    assert {one.certainty for one in judge(reference)} <= {"info"}, reference.text


# --- together ------------------------------------------------------------------------------


def together(*texts: str) -> list[tuple[int, str]]:
    found = judge_together([LegalReference.parse(text) for text in texts])
    return [(place, judgement.key) for place, judgement in found]


WITH, WITHOUT = "Quyết định số 07/2021/QĐ-TTg ngày 04/5/2021", "Quyết định số 7/QĐ-TTg ngày 04/5/2021"


@given(st.permutations([WITH, WITHOUT, "Quyết định số 8/QĐ-TTg ngày 04/5/2021", "Luật Việc làm"]))
def test_a_lost_year_shows_beside_the_number_that_has_it(texts: list[str]) -> None:
    """In whatever order, with or without padding, the one without the year is named, by its place."""
    assert together(*texts) == [(texts.index(WITHOUT), "year-lost")]


@pytest.mark.parametrize(
    "other",
    [
        "Quyết định số 7/QĐ-TTg ngày 05/5/2021",
        "Quyết định số 7/QĐ-TTg",
        "Quyết định số 7a/QĐ-TTg ngày 04/5/2021",
        "Quyết định số 7/QĐ-BTC ngày 04/5/2021",
        "Quyết định số 70/QĐ-TTg ngày 04/5/2021",
        WITH,
    ],
)
def test_two_numbers_of_other_days_are_two_documents(other: str) -> None:
    """Another day, number or symbol, or none, and nothing can be said."""
    assert together(WITH, other) == []


def test_what_is_judged_together_says_which_it_stands_beside() -> None:
    """The number with its year is given as the one that may be right."""
    [(place, found)] = judge_together([LegalReference.parse(text) for text in (WITH, WITHOUT)])
    assert isinstance(found, Judgement)
    assert (place, dict(found.facts)["document"], dict(found.facts)["other"]) == (1, "7/QĐ-TTg", "07/2021/QĐ-TTg")
    assert judge_together([]) == ()
