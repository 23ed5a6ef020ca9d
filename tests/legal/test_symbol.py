"""Symbols of documents: the families, and what is repaired of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation
from govplan.legal.lexicon import PARTY, lexicon
from govplan.legal.symbol import Symbol, read_symbol
from govplan.legal.tables import bodies, type_by_code, types_by_symbol

TABLES = lexicon()
JOINT_TYPES = ("TTLT", "NQLT")
TYPES = st.sampled_from(sorted(types_by_symbol()))
BODIES = st.sampled_from(sorted(bodies()))


def read(before_year: str | None, separator: str, printed: str) -> Symbol:
    """Return what a symbol says that is one."""
    symbol = read_symbol(TABLES, before_year, separator, printed)
    assert symbol is not None
    return symbol


@pytest.mark.parametrize(
    ("separator", "printed", "has_year", "canonical", "code", "issuer"),
    [
        pytest.param("/", "NQ-HĐND", True, "NQ-HĐND", "NQ", "Hội đồng nhân dân", id="normative"),
        pytest.param("/", "KH-UBND", False, "KH-UBND", "KH", "Ủy ban nhân dân", id="administrative"),
        pytest.param("/", "QĐ-XYZVN", False, "QĐ-XYZVN", "QĐ", None, id="body-not-in-the-table"),
        pytest.param("/", "TTLT-BTC-BNV", True, "TTLT-BTC-BNV", "TTLT", "Bộ Tài chính; Bộ Nội vụ", id="joint"),
        pytest.param("/", "TTLT-BTC-XYZVN", True, "TTLT-BTC-XYZVN", "TTLT", None, id="joint-of-one-unknown"),
        pytest.param("/", "QH14", True, "QH14", None, "Quốc hội", id="assembly"),
        pytest.param("/", "UBTVQH9", True, "UBTVQH9", None, "Ủy ban Thường vụ Quốc hội", id="standing-committee"),
        pytest.param(
            "/", "NQ-UBTVQH9", False, "NQ-UBTVQH9", "NQ", "Ủy ban Thường vụ Quốc hội", id="assembly-resolution"
        ),
        pytest.param("/", "BYT-KHTC", False, "BYT-KHTC", None, "Bộ Y tế", id="letter"),
        pytest.param("/", "SNV-CCHC&PC", False, "SNV-CCHC&PC", None, "Sở Nội vụ", id="letter-of-a-unit-with-&"),
        pytest.param("/", "BYT-KH-TC", False, "BYT-KH-TC", None, "Bộ Y tế", id="letter-of-a-unit-with-a-hyphen"),
        pytest.param("-", "KL/TW", False, "KL/TW", "KL", "Trung ương Đảng", id="party"),
        pytest.param("-", "CTr/BCĐ", False, "CTr/BCĐ", "CTr", "Ban Chỉ đạo", id="party-programme"),
        pytest.param("-", "HĐBT", False, "HĐBT", None, "Hội đồng Bộ trưởng", id="old-hyphen"),
        pytest.param("/", "CP", False, "CP", None, "Chính phủ", id="old-slash"),
        pytest.param("-", "BTC/TT", False, "BTC/TT", "TT", "Bộ Tài chính", id="old-ministry"),
        pytest.param("/", "TT-LB", False, "TT-LB", "TTLB", "Liên bộ", id="old-joint"),
        pytest.param("/", "SL", False, "SL", "Sắc lệnh", "Chủ tịch nước", id="decree-law"),
        pytest.param("/", "VBHN-VPQH", False, "VBHN-VPQH", "VBHN", "Văn phòng Quốc hội", id="merged"),
    ],
)
def test_every_family_is_read_as_printed(
    separator: str, printed: str, has_year: bool, canonical: str, code: str | None, issuer: str | None
) -> None:
    """A symbol in order is its own canonical form, and says its type and issuer."""
    symbol = read("/" if has_year else None, separator, printed)
    assert (symbol.canonical, symbol.issuer, symbol.deviations) == (canonical, issuer, ())
    assert symbol.type == (type_by_code(code) if code else None)


@pytest.mark.parametrize(
    ("separator", "printed", "has_year", "canonical", "deviation"),
    [
        pytest.param("/", "NQHĐND", False, "NQ-HĐND", Deviation.HYPHEN_LOST, id="lost-hyphen"),
        pytest.param("/", "TTLTBTC", True, "TTLT-BTC", Deviation.HYPHEN_LOST, id="lost-hyphen-after-a-long-code"),
        pytest.param("/", "NQLTTW", True, "NQLT-TW", Deviation.HYPHEN_LOST, id="joint-lost-hyphen"),
        pytest.param("/", "TTLB", False, "TT-LB", Deviation.HYPHEN_LOST, id="old-joint-lost-hyphen"),
        pytest.param("/", "NĐ/CP", True, "NĐ-CP", Deviation.SEPARATOR_OTHER, id="slash-for-hyphen"),
        pytest.param("-", "QĐ-UBND", False, "QĐ-UBND", Deviation.SEPARATOR_OTHER, id="hyphen-for-slash"),
        pytest.param("/", "TTLT/BTC-BNV", True, "TTLT-BTC-BNV", Deviation.SEPARATOR_OTHER, id="joint-with-a-slash"),
        pytest.param("-", "QH13", True, "QH13", Deviation.SEPARATOR_OTHER, id="assembly-with-a-hyphen"),
        pytest.param("/", "QH13", False, "QH13", Deviation.SEPARATOR_OTHER, id="assembly-without-a-year"),
        pytest.param("-", "NQ/TU", True, "NQ/TU", Deviation.SEPARATOR_OTHER, id="party-with-a-year"),
        pytest.param("/", "NQ/TU", False, "NQ/TU", Deviation.SEPARATOR_OTHER, id="party-with-a-slash"),
        pytest.param("/", "BYT/VP", False, "BYT-VP", Deviation.SEPARATOR_OTHER, id="letter-with-a-slash"),
        pytest.param("/", "NQ-TW", False, "NQ/TW", Deviation.PARTY_FORM_LOST, id="party-the-state-way"),
        pytest.param("//", "QĐ-UBND", False, "QĐ-UBND", Deviation.SEPARATOR_DOUBLED, id="doubled-slash"),
        pytest.param("/", "QĐ–UBND", False, "QĐ-UBND", Deviation.LONG_DASH, id="en-dash"),
        pytest.param("–", "CT/TW", False, "CT/TW", Deviation.LONG_DASH, id="party-en-dash"),
        pytest.param("/", "QĐ- UBND", False, "QĐ-UBND", Deviation.SPACE_WITHIN, id="space-after-the-hyphen"),
        pytest.param(" / ", "QĐ-UBND", False, "QĐ-UBND", Deviation.SPACE_WITHIN, id="spaces-around-the-slash"),
        pytest.param("", "QĐ-UBND", False, "QĐ-UBND", Deviation.SEPARATOR_LOST, id="nothing-behind-the-number"),
        pytest.param("/", "qđ-ubnd", False, "QĐ-UBND", Deviation.LOWER_CASE, id="lower-case"),
        pytest.param("/", "QD-UBND", False, "QĐ-UBND", Deviation.MARKS_LOST, id="without-marks"),
        pytest.param("-", "CT/TƯ", False, "CT/TU", Deviation.MARKS_LOST, id="TƯ-for-TU-or-TW"),
        pytest.param("/", "QĐ", False, "QĐ", Deviation.BODY_MISSING, id="type-alone"),
        pytest.param("/", "BYT", False, "BYT", Deviation.UNIT_MISSING, id="body-alone"),
        pytest.param("/", "BYT-VP", True, "BYT-VP", Deviation.TYPE_MISSING, id="letter-with-a-year"),
    ],
)
def test_damage_is_repaired_and_named(
    separator: str, printed: str, has_year: bool, canonical: str, deviation: Deviation
) -> None:
    """What printers get wrong gives the canonical symbol, and never passes for what was printed."""
    symbol = read("/" if has_year else None, separator, printed)
    assert (symbol.canonical, symbol.deviations) == (canonical, (deviation,))


@pytest.mark.parametrize("printed", ["QĐ\n-UBND", "QĐ-\nUBND"])
def test_the_end_of_a_line_is_no_deviation(printed: str) -> None:
    """Lines end where they must."""
    assert read(None, "/\n", printed).deviations == ()


def test_a_lost_mark_leaves_two_bodies_open() -> None:
    """TƯ is Trung ương or Tỉnh ủy: the symbol alone names no issuer."""
    symbol = read(None, "-", "CT/TƯ")
    assert (symbol.issuer, symbol.lost_t) == (None, True)


# Before a department TC is the Ministry of Finance of old.
@given(TYPES.filter(lambda code: code not in (*JOINT_TYPES, "TC")), BODIES)
def test_any_type_with_any_body_is_read_in_both_ways_of_writing(kind: str, body: str) -> None:
    """State and Party symbols of the tables keep their type and body, each in its own form."""
    state, party = read(None, "/", f"{kind}-{body}"), read(None, "-", f"{kind}/{body}")
    assert party.canonical == f"{kind}/{body}" or (kind, body) == ("TT", "LB")
    if body in PARTY:
        assert (state.canonical, state.deviations) == (party.canonical, (Deviation.PARTY_FORM_LOST,))
    else:
        assert (state.canonical, state.deviations) == (f"{kind}-{body}", ())
    for symbol in (state, party):
        assert symbol.type == (type_by_code("TTLB") if (kind, body) == ("TT", "LB") else types_by_symbol()[kind])
        assert symbol.issuer == bodies()[body]
        assert symbol.speaks


def test_a_lost_hyphen_is_found_again_in_every_symbol_of_the_tables() -> None:
    """Type and body run together are read as such, unless they are a body's own code, which lost nothing."""
    symbols: dict[str, list[tuple[str, str]]] = {}
    for kind in types_by_symbol():
        for body in bodies():
            symbols.setdefault(f"{kind}{body}", []).append((kind, body))
    for joined, readings in symbols.items():
        symbol = read(None, "/", joined)
        if joined in TABLES.codes:
            assert Deviation.HYPHEN_LOST not in symbol.deviations
        elif joined != "TTLB":
            # "LCTUBND" has two readings, most have one.
            found = tuple(re.split("[-/]", symbol.canonical))
            assert found in readings
            assert ("/" in symbol.canonical) is (found[1] in PARTY and found[0] not in JOINT_TYPES)
            assert (symbol.type, symbol.issuer) == (types_by_symbol()[found[0]], bodies()[found[1]])
            assert symbol.deviations == (Deviation.HYPHEN_LOST,)


def test_the_code_of_a_body_is_not_taken_for_a_lost_hyphen() -> None:
    """TTCP is the Government Inspectorate, no Thông tư of the Government."""
    symbol = read(None, "/", "TTCP")
    assert (symbol.canonical, symbol.issuer, symbol.type) == ("TTCP", "Thanh tra Chính phủ", None)


@pytest.mark.parametrize(
    ("separator", "printed", "has_year", "speaks", "is_letter"),
    [
        ("/", "QĐ-UBND", False, True, False),
        ("-", "NQ/TU", False, True, False),
        ("/", "QH13", True, True, False),
        ("-", "HĐBT", False, True, False),
        ("/", "BYT-VP", False, False, True),
        ("/", "BYT", False, False, True),
        ("/", "KT-XH", False, False, False),
        ("/", "QĐ", False, False, False),
        ("/", "SL", False, False, False),
    ],
)
def test_a_symbol_that_may_be_anything_needs_a_word_before_it(
    separator: str, printed: str, has_year: bool, speaks: bool, is_letter: bool
) -> None:
    """Alone "12/QĐ-UBND" is a document; "12/KT-XH" is none, and "12/BYT-VP" a letter where "số" says so."""
    symbol = read("/" if has_year else None, separator, printed)
    assert (symbol.speaks, symbol.is_letter) == (speaks, is_letter)


@given(
    st.one_of(st.none(), st.sampled_from(["/", "-", "//", " / "])),
    st.sampled_from(["/", "-", " / ", "–", "//"]),
    st.lists(st.one_of(TYPES, BODIES, st.sampled_from(["QH13", "V1", "XYZVN", "nđ"])), min_size=1, max_size=4),
    st.sampled_from(["-", "/", " - ", "–"]),
)
def test_a_repaired_symbol_needs_no_second_repair(
    before_year: str | None, separator: str, codes: list[str], joint: str
) -> None:
    """Reading the canonical form, set as such symbols are, gives it back with type and issuer."""
    once = read(before_year, separator, joint.join(codes))
    lead = "-" if "/" in once.canonical else "/"
    again = read("/" if before_year else None, lead, once.canonical)
    assert (again.canonical, again.type, again.issuer) == (once.canonical, once.type, once.issuer)


@given(st.text(max_size=30), st.sampled_from(["", "/", "-", "–", "//", " / ", "?"]))
def test_no_symbol_raises(printed: str, separator: str) -> None:
    """Whatever stands there is a symbol with a canonical form, or none."""
    symbol = read_symbol(TABLES, None, separator, printed)
    assert symbol is None or re.search(r"\w", symbol.canonical)
