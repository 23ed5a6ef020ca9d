"""What a reference claims by its symbol, and what the table of competence says of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.legal.claim import claim_of, rows_of, term_named, verdict_on
from govplan.legal.tables import AssemblyTerm, Body, assembly_term, bodies_by_code
from govplan.testing import legal_references


def reference(symbol: str | None, *, year: int | None = None, day: date | None = None) -> LegalReference:
    return LegalReference("văn bản", number="7", symbol=symbol, year=year, date=day)


@pytest.mark.parametrize(
    ("symbol", "form", "kind", "codes", "term"),
    [
        ("NQ-HĐND", "state", "Nghị quyết", ("HĐND",), None),
        ("QĐ-UBND-VX", "state", "Quyết định", ("UBND",), None),
        ("BCTĐ-STP", "state", "Báo cáo", ("STP",), None),
        ("NQ/TU", "party", "Nghị quyết", ("TU",), None),
        ("L/CTN", "party", "Lệnh", ("CTN",), None),
        ("LCT/HĐNN8", "party", "Lệnh", ("HĐNN",), "8"),
        ("TTLT-BTC-BNV", "joint", "Thông tư liên tịch", ("BTC", "BNV"), None),
        ("TTLT-BLĐTB&XH-BTC", "joint", "Thông tư liên tịch", ("BLĐTBXH", "BTC"), None),
        ("TT-LB", "joint", "Thông tư liên bộ", (), None),
        ("QH13", "assembly", None, ("QH",), "13"),
        ("QHX", "assembly", None, ("QH",), "X"),
        ("NQ-UBTVQH15", "state", "Nghị quyết", ("UBTVQH",), "15"),
        ("PL-UBTVQH11", "state", "Pháp lệnh", ("UBTVQH",), "11"),
        ("NQ-1997-QHX", "state", "Nghị quyết", ("QH",), "X"),
        ("BC-UBTCNS13", "state", "Báo cáo", ("UBTCNS",), "13"),
        ("UBND-VX", "letter", None, ("UBND",), None),
        ("LĐTBXH-VP", "letter", None, ("LĐTBXH",), None),
        ("CP", "old", None, ("CP",), None),
        ("LĐTBXH/TT", "old-ministry", "Thông tư", ("LĐTBXH",), None),
        ("SL", "state", "Sắc lệnh", (), None),
        (None, "none", None, (), None),
        ("-", "none", None, (), None),
    ],
)
def test_a_symbol_says_its_form_type_bodies_and_term(
    symbol: str | None, form: str, kind: str | None, codes: tuple[str, ...], term: str | None
) -> None:
    """Each family of symbols is taken apart as it is made; variants of a code are the code."""
    claim = claim_of(reference(symbol))
    named = str(claim.by_symbol) if claim.by_symbol else None
    assert (claim.form, named, claim.codes, claim.term) == (form, kind, codes, term)
    assert len(claim.bodies) == len(codes)


def test_a_type_that_no_symbol_names_is_the_printed_one() -> None:
    """QH13 names no type; where a symbol does, it is the claim."""
    law = LegalReference.parse("Luật số 7/2015/QH13")
    contradicted = LegalReference.parse("Kế hoạch số 7/QĐ-BTC")
    assert [str(claim_of(one).kind) for one in (law, contradicted)] == ["Luật", "Quyết định"]


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(-1, 1))
def test_a_document_is_of_its_date_or_of_the_year_in_its_number(day: date, apart: int) -> None:
    """The date decides; where the year is another, every day between may be the one."""
    year = day.year + apart
    claim = claim_of(reference("NQ-HĐND", year=year, day=day))
    assert claim.first is not None
    assert claim.last is not None
    assert claim.first <= day <= claim.last
    assert (claim.first == claim.last == day) is (apart == 0)
    assert {claim.first.year, claim.last.year} == {day.year, year}
    alone = claim_of(reference("NQ-HĐND", year=year))
    assert (alone.first, alone.last) == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize("year", [None, 0, -5, 10_000])
def test_without_a_year_that_a_calendar_has_no_day_is_claimed(year: int | None) -> None:
    """A reference without date and year may be of any day."""
    claim = claim_of(reference("NQ-HĐND", year=year))
    assert (claim.first, claim.last) == (None, None)


@given(legal_references())
def test_every_reference_makes_a_claim(one: LegalReference) -> None:
    """Bodies are rows of the table, one tuple for each code."""
    claim = claim_of(one)
    for code, rows in zip(claim.codes, claim.bodies, strict=True):
        assert rows == bodies_by_code().get(code, bodies_by_code().get(f"B{code}", ()))


def test_a_body_of_the_caller_goes_before_the_table() -> None:
    """A caller may explain a code that the table has otherwise, even one that ends like a term's."""
    own = Body("UBND", "Ủy ban khác")
    assert claim_of(reference("QĐ-UBND"), [own]).bodies == ((own,),)
    assert rows_of("UBND", {}) == bodies_by_code()["UBND"]
    assert claim_of(reference("QĐ-QH2"), [Body("QH2", "Phòng Quy hoạch 2")]).codes == ("QH2",)


def test_old_symbols_leave_out_the_b_of_a_ministry() -> None:
    """GTVT is a variant, YT is the ministry whose code is BYT today; no other letter is put in front."""
    assert [body.name for body in rows_of("YT", {})] == ["Bộ Y tế"]
    assert rows_of("XYZT", {}) == ()


@given(st.sampled_from([term for number in range(1, 40) if (term := assembly_term(number))]))
def test_terms_are_written_in_figures_or_in_roman_numerals(term: AssemblyTerm) -> None:
    """Both lead to the same term."""
    assert term_named(term.roman) is term_named(str(term.number)) is term


@pytest.mark.parametrize("written", ["0", "99", "IIII", "XL"])
def test_a_term_that_never_was_is_none(written: str) -> None:
    """Neither figures nor numerals lead to a term that the table has not."""
    assert term_named(written) is None


# --- competence ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "day", "allowed"),
    [
        ("NĐ-CP", date(2020, 1, 1), True),
        ("QĐ-BYT", date(2008, 12, 31), True),
        ("QĐ-BYT", date(2009, 1, 1), False),
        ("QĐ-YT", date(2008, 12, 31), True),
        ("QĐ-VPCP", date(2009, 1, 1), False),
        ("NQ-BTC", date(2010, 1, 1), False),
        ("QĐ-UB", date(2004, 1, 1), True),
        ("QĐ-BVGCP", date(1999, 1, 1), True),
        ("TTLT-BTC-BNV", date(2010, 1, 1), True),
        ("TTLT-BTC-BVGCP", date(1999, 1, 1), True),
        ("TTLT-BTC-BNV", date(2020, 1, 1), False),
        ("TTLT-VKSNDTC-TANDTC", date(2020, 1, 1), True),
        ("TTLT-BTC-TANDTC", date(2020, 1, 1), True),
        ("TTLT-KTNN-BTC", date(2022, 1, 1), True),
        ("TTLT-BTC-TLĐ", date(2000, 1, 1), True),
        ("NQLT-CP-TLĐ", date(2000, 1, 1), True),
        ("NQLT-CP-ĐCTUBTWMTTQVN", date(2020, 1, 1), True),
        ("NQLT-UBTVQH-ĐCTUBTWMTTQVN", date(2017, 1, 1), True),
        ("NQLT-UBTVQH-CP-ĐCTUBTWMTTQVN", date(2021, 1, 1), True),
    ],
)
def test_the_table_says_who_could_issue_what(symbol: str, day: date, allowed: bool) -> None:
    """Single bodies and several together, by their code or by the kind of body that they are, with a source."""
    verdict = verdict_on(claim_of(reference(symbol, year=day.year, day=day)))
    assert verdict is not None
    assert verdict.allowed is allowed
    assert verdict.source


@pytest.mark.parametrize(
    ("symbol", "day"),
    [
        (None, date(2010, 1, 1)),
        ("CP", date(2010, 1, 1)),
        ("NĐ-XYZT", date(2010, 1, 1)),
        ("NĐ-CP", None),
        ("NĐ-CP", date(1996, 12, 31)),
        ("TTLT-BTC", date(2010, 1, 1)),
        ("TTLT-BTC-XYZT", date(2010, 1, 1)),
        ("QĐ-KTNN", date(2025, 5, 1)),
        ("QĐ-KTNN", date(2000, 1, 1)),
        ("QĐ-HNDTW", date(2010, 1, 1)),
        ("NQLT-UBTVQH-CP-ĐCTUBTWMTTQVN", date(2020, 12, 31)),
    ],
)
def test_where_the_table_is_silent_nothing_is_said(symbol: str | None, day: date | None) -> None:
    """No type, no known body, no day, days before the first law, a lone signer, years of which no list was read."""
    assert verdict_on(claim_of(reference(symbol, day=day))) is None


def test_a_verdict_says_what_could_be_issued_instead() -> None:
    """A ministry of 2010 issued circulars, and nothing else that is normative."""
    verdict = verdict_on(claim_of(reference("QĐ-BYT", year=2010)))
    assert verdict is not None
    assert verdict.instead == ("TT",)
