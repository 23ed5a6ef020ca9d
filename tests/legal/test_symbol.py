"""Symbols of documents: the grammar, and what is repaired of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal.symbol import NUMBERED, read_symbol
from govplan.legal.tables import DocumentType, bodies, document_types, type_by_code

TYPES = st.sampled_from(document_types())
BODIES = st.sampled_from(sorted(bodies()))


@pytest.mark.parametrize(
    ("separator", "printed", "has_year", "canonical", "code", "body", "is_party"),
    [
        pytest.param("/", "NQ-HĐND", True, "NQ-HĐND", "NQ", "HĐND", False, id="normative"),
        pytest.param("/", "KH-UBND", False, "KH-UBND", "KH", "UBND", False, id="administrative"),
        pytest.param("/", "QĐ-SXD", False, "QĐ-SXD", "QĐ", "SXD", False, id="body-not-in-the-table"),
        pytest.param("/", "TTLT-BTC-BNV", True, "TTLT-BTC-BNV", "TTLT", "BTC", False, id="joint"),
        pytest.param("/", "QH14", True, "QH14", None, "QH", False, id="assembly"),
        pytest.param("/", "UBTVQH9", True, "UBTVQH9", None, "UBTVQH", False, id="standing-committee"),
        pytest.param("/", "BYT-KHTC", False, "BYT-KHTC", None, "BYT", False, id="letter"),
        pytest.param("/", "SNV-CCHC&PC", False, "SNV-CCHC&PC", None, "SNV", False, id="letter-of-a-unit-with-&"),
        pytest.param("-", "KL/TW", False, "KL/TW", "KL", "TW", True, id="party"),
        pytest.param("-", "CTr/BCĐ", False, "CTr/BCĐ", "CTr", "BCĐ", True, id="party-programme"),
        pytest.param("-", "HĐBT", False, "HĐBT", None, "HĐBT", False, id="old-hyphen"),
        pytest.param("/", "CP", False, "CP", None, "CP", False, id="old-slash"),
    ],
)
def test_every_family_is_read_as_printed(
    separator: str, printed: str, has_year: bool, canonical: str, code: str | None, body: str, is_party: bool
) -> None:
    """A symbol in order is its own canonical form, and says its type and body."""
    symbol = read_symbol(separator, printed, has_year=has_year)
    assert (symbol.canonical, symbol.body, symbol.is_party) == (canonical, body, is_party)
    assert symbol.type == (type_by_code(code) if code else None)
    assert symbol.issuer == bodies().get(body)
    assert symbol.well_formed


@pytest.mark.parametrize(
    ("separator", "printed", "has_year", "canonical"),
    [
        pytest.param("/", "NQHĐND", False, "NQ-HĐND", id="lost-hyphen"),
        pytest.param("/", "TTLTBTC", True, "TTLT-BTC", id="lost-hyphen-after-a-long-code"),
        pytest.param("/", "NĐ/CP", True, "NĐ-CP", id="slash-for-hyphen"),
        pytest.param("/", "QĐ–UBND", False, "QĐ-UBND", id="en-dash"),
        pytest.param("/", "QĐ‑UBND", False, "QĐ-UBND", id="non-breaking-hyphen"),
        pytest.param("/", "QĐ- UBND", False, "QĐ-UBND", id="space-after-the-hyphen"),
        pytest.param("/", "QĐ\u00a0-\u00a0UBND", False, "QĐ-UBND", id="no-break-spaces"),
        pytest.param(" / ", "QĐ-UBND", False, "QĐ-UBND", id="spaces-around-the-slash"),
        pytest.param("-", "QĐ-UBND", False, "QĐ-UBND", id="hyphen-for-slash"),
        pytest.param("-", "CT/TƯ", False, "CT/TW", id="TƯ-for-TW"),
        pytest.param("-", "CT/Tư", False, "CT/TW", id="Tư-for-TW"),
        pytest.param("–", "CT/TW", False, "CT/TW", id="party-en-dash"),
        pytest.param("-", "NQ/TU", True, "NQ/TU", id="party-with-a-year"),
        pytest.param("/", "QH13", False, "QH13", id="assembly-without-a-year"),
        pytest.param("-", "QH13", True, "QH13", id="assembly-with-a-hyphen"),
        pytest.param("/", "LĐTBXH/VP", False, "LĐTBXH-VP", id="letter-with-a-slash"),
    ],
)
def test_damage_is_repaired_and_marked(separator: str, printed: str, has_year: bool, canonical: str) -> None:
    """What printers get wrong gives the canonical symbol, and never passes for what was printed."""
    symbol = read_symbol(separator, printed, has_year=has_year)
    assert symbol.canonical == canonical
    assert not symbol.well_formed


@given(TYPES, BODIES)
def test_any_type_with_any_body_is_read_in_both_ways_of_writing(kind: DocumentType, body: str) -> None:
    """State and Party symbols of the tables keep their type and body, and are sound."""
    state = read_symbol("/", f"{kind.code}-{body}", has_year=False)
    party = read_symbol("-", f"{kind.code}/{body}", has_year=False)
    for symbol in (state, party):
        assert (symbol.type, symbol.body, symbol.issuer, symbol.well_formed) == (kind, body, bodies()[body], True)
    assert (state.is_party, party.is_party) == (False, True)


def test_a_lost_hyphen_is_found_again_in_every_symbol_of_the_tables() -> None:
    """Type and body run together are one reading only, unless they are a body's own code, which is no damage."""
    for kind in document_types():
        for body in bodies():
            joined = f"{kind.code}{body}"
            symbol = read_symbol("/", joined, has_year=False)
            expected = (joined, None, True) if joined in bodies() else (f"{kind.code}-{body}", kind, False)
            assert (symbol.canonical, symbol.type, symbol.well_formed) == expected


def test_the_code_of_a_body_is_not_taken_for_a_lost_hyphen() -> None:
    """TTCP is the Government Inspectorate, no Thông tư of the Government."""
    symbol = read_symbol("/", "TTCP", has_year=False)
    assert (symbol.canonical, symbol.issuer, symbol.type) == ("TTCP", "Thanh tra Chính phủ", None)


@given(
    st.sampled_from(["/", "-", " / ", "–"]),
    st.lists(
        st.one_of(TYPES.map(lambda kind: kind.code), BODIES, st.sampled_from(["QH13", "TƯ", "V1", "SXD"])),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["-", "/", " - ", "–"]),
    st.booleans(),
)
def test_a_repaired_symbol_needs_no_second_repair(separator: str, codes: list[str], joint: str, has_year: bool) -> None:
    """Reading the canonical form gives it back."""
    once = read_symbol(separator, joint.join(codes), has_year=has_year)
    again = read_symbol("-" if once.is_party else "/", once.canonical, has_year=has_year)
    assert (again.canonical, again.type, again.body, again.is_party) == (
        once.canonical,
        once.type,
        once.body,
        once.is_party,
    )


@pytest.mark.parametrize(
    ("printed", "number", "year", "separator", "symbol"),
    [
        ("57/2018/NQ-HĐND", "57", "2018", "/", "NQ-HĐND"),
        ("0417/KH-UBND", "0417", None, "/", "KH-UBND"),
        ("36a/NQ-CP", "36a", None, "/", "NQ-CP"),
        ("2019/KH-UBND", "2019", None, "/", "KH-UBND"),
        ("08-NQ/TU", "08", None, "-", "NQ/TU"),
        ("12 / 2018 / NQ-HĐND", "12", "2018", " / ", "NQ-HĐND"),
    ],
)
def test_number_year_and_symbol_are_told_apart(
    printed: str, number: str, year: str | None, separator: str, symbol: str
) -> None:
    """Four digits before the type are a number, between slashes a year."""
    match = re.fullmatch(NUMBERED, printed)
    assert match is not None
    assert (match["number"], match["year"], match["separator"], match["symbol"]) == (number, year, separator, symbol)


@pytest.mark.parametrize(
    "printed",
    [
        "14/15",
        "58/100.000",
        "3/1.000",
        "24/7",
        "12/qđ-ubnd",
        "123456/QĐ-UBND",
        "QĐ-UBND",
        "12/QĐ-UBND/2018",
        "12/QĐ-UBNDờ",
        "1/A-B-C-D-E-F",
    ],
)
def test_what_is_no_number_with_a_symbol_is_not_taken_for_half_of_one(printed: str) -> None:
    """The whole symbol is read or nothing: "12/QĐ-UBND/2018" is never Quyết định 12/QĐ."""
    assert re.match(NUMBERED, printed) is None
