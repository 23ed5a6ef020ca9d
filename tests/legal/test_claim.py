"""What a reference claims by its symbol, its year and its date."""

from datetime import date

import pytest
from hypothesis import given

from govplan.legal import LegalReference
from govplan.legal.claim import claim_of, term_named, verdict_on
from govplan.legal.tables import Body, assembly_term
from govplan.testing import legal_references


@pytest.mark.parametrize(
    ("text", "form", "kind", "codes"),
    [
        ("Nghị quyết số 43/2021/NQ-HĐND", "state", "NQ", ("HĐND",)),
        ("Nghị quyết số 06-NQ/TU", "party", "NQ", ("TU",)),
        ("Thông tư liên tịch số 1/2015/TTLT-BTC-BNV", "joint", "TTLT", ("BTC", "BNV")),
        ("Thông tư số 1/TT-LB", "joint", "TTLB", ()),
        ("Luật số 80/2015/QH13", "assembly", "L", ("QH",)),
        ("Công văn số 2347/LĐTBXH-VP", "letter", "CV", ("LĐTBXH",)),
        ("Nghị định số 31-CP", "old", "NĐ", ("CP",)),
        ("Thông tư số 11-LĐTBXH/TT", "old-ministry", "TT", ("LĐTBXH",)),
        ("Quyết định số 1900", "none", "QĐ", ()),
    ],
)
def test_the_form_of_a_symbol_says_who_and_what(text: str, form: str, kind: str, codes: tuple[str, ...]) -> None:
    """Every family of symbols gives its type and the codes of its bodies."""
    claim = claim_of(LegalReference.parse(text))
    assert claim.kind is not None
    assert (claim.form, claim.kind.code, claim.codes) == (form, kind, codes)


@given(legal_references())
def test_the_days_of_a_claim_hold_its_date(reference: LegalReference) -> None:
    """Date and year in the number both lie within them; without either there are none."""
    claim = claim_of(reference)
    if claim.first is None or claim.last is None:
        assert (reference.date, reference.year, claim.first, claim.last) == (None, None, None, None)
    else:
        assert reference.date is None or claim.first <= reference.date <= claim.last
        assert reference.year is None or claim.first.year <= reference.year <= claim.last.year
    assert len(claim.codes) == len(claim.bodies)


def test_terms_are_known_by_either_numeral() -> None:
    """QH10 and QHX are of one term; a number that no term has is none."""
    assert term_named("10") == term_named("X") == assembly_term(10) is not None
    assert term_named("99") is None


def test_a_body_of_the_caller_stands_before_the_table() -> None:
    """A code that ends in digits is then no assembly's."""
    own = Body("QH12", "Ban Quy hoạch 12")
    claim = claim_of(LegalReference.parse("Quyết định số 9/QĐ-QH12"), [own])
    assert (claim.codes, claim.bodies, claim.term) == (("QH12",), ((own,),), None)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Nghị định số 20/2021/NĐ-CP", True),
        ("Chỉ thị số 12/2019/CT-TTg", False),
        ("Thông tư liên tịch số 1/2015/TTLT-BTC-BNV", True),
        ("Thông tư liên tịch số 1/2017/TTLT-BTC-BNV", False),
        ("Chỉ thị số 12/1996/CT-TTg", None),
        ("Chỉ thị số 12/CT-TTg", None),
        ("Quyết định số 12/2021/QĐ-UBNN", None),
        ("Nghị quyết số 06-NQ/TU ngày 04/5/2021", None),
    ],
)
def test_the_table_says_who_may_issue_what(text: str, allowed: bool | None) -> None:
    """It is silent on days before the first law, on none, on bodies that it has not and on the Party's."""
    verdict = verdict_on(claim_of(LegalReference.parse(text)))
    assert (None if verdict is None else verdict.allowed) is allowed


def test_what_is_denied_comes_with_what_is_issued_instead() -> None:
    """In those years the Prime Minister issued decisions."""
    verdict = verdict_on(claim_of(LegalReference.parse("Chỉ thị số 12/2019/CT-TTg")))
    assert verdict is not None
    assert verdict.instead == ("QĐ",)
    assert verdict.source


def test_a_day_of_another_year_stretches_the_days() -> None:
    """Where number and date disagree, the document may be of any day between."""
    claim = claim_of(LegalReference.parse("Nghị định số 20/2021/NĐ-CP ngày 15/3/2019"))
    assert (claim.first, claim.last) == (date(2019, 3, 15), date(2021, 12, 31))
