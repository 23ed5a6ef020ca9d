"""Printed issuers held against the codes of symbols."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.legal.issuing import is_printed, openness_of, other_issuer
from govplan.legal.tables import Body, bodies_by_code

BODIES = [body for rows in bodies_by_code().values() for body in rows]


@pytest.mark.parametrize(
    ("code", "issuer", "is_other"),
    [
        ("CP", "Thủ tướng Chính phủ", True),
        ("TTg", "Chính phủ", True),
        ("TTg", "Thủ tướng", False),
        ("UBND", "Hội đồng nhân dân tỉnh Quảng Nam", True),
        ("UBND", "Chủ tịch Ủy ban nhân dân tỉnh Quảng Nam", False),
        ("UBND", "Uỷ ban nhân dân tỉnh Quảng Nam", False),
        ("BTC", "Bộ trưởng Bộ Tài chính", False),
        ("BTC", "Bộ trưởng Bộ Nội vụ", True),
        ("BLĐTBXH", "Bộ LĐ-TB&XH", False),
        ("LĐTBXH", "Bộ Lao động - Thương binh và Xã hội", False),
        ("TW", "Bộ Chính trị", False),
        ("TW", "Ban Chấp hành Trung ương Đảng khóa XI", False),
        ("TW", "Quốc hội", True),
        ("TU", "Ban Thường vụ Thành ủy Đà Nẵng", False),
        ("TU", "Ban Thường vụ Đảng ủy xã", False),
        ("BTC", "Ban Quản lý một dự án", False),
        ("BTC", "Chủ tịch", False),
        ("BTC", " ", False),
    ],
)
def test_another_known_body_is_another_issuer(code: str, issuer: str, is_other: bool) -> None:
    """Heads sign for their body, places follow its name, and what no table knows contradicts nothing."""
    assert other_issuer(code, bodies_by_code()[code], issuer) is is_other


@given(st.sampled_from(BODIES), st.sampled_from(["", " tỉnh Quảng Nam", " khóa XI"]))
def test_a_body_is_no_other_than_itself(body: Body, place: str) -> None:
    """Every printed name of every row agrees with its code, with a place behind it or without."""
    for name in (body.name, *body.names):
        assert not other_issuer(body.code, bodies_by_code()[body.code], name + place)


@pytest.mark.parametrize(
    ("symbol", "issuer", "is_open"),
    [
        ("QĐ-UBND", None, True),
        ("QĐ-UBND", "Ủy ban nhân dân", True),
        ("QĐ-UBND", "Ủy ban nhân dân tỉnh", False),
        ("NQ/TU", "Tỉnh ủy", True),
        ("NQ/TU", "Tỉnh ủy Quảng Nam", False),
        ("SNV-CCHC", "Sở Nội vụ", True),
        ("NĐ-CP", None, False),
        ("QĐ-XYZT", None, False),
    ],
)
def test_a_code_that_every_place_has_leaves_open_which(symbol: str, issuer: str | None, is_open: bool) -> None:
    """Only what is said beyond the body's own name tells the place."""
    assert (openness_of(symbol, issuer) is not None) is is_open


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Nghị quyết số 7-NQ/TU của Tỉnh ủy", True),
        ("Nghị quyết số 7-NQ/TU", False),
        ("Quyết định số 7/QĐ-UBND của UBND", False),
        ("Quyết định số 7", False),
    ],
)
def test_an_issuer_is_printed_where_its_name_says_the_level(text: str, printed: bool) -> None:
    """The name Tỉnh ủy says that a province is meant, UBND says neither level nor place."""
    assert is_printed(LegalReference.parse(text)) is printed
