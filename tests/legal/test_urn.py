"""Documents as urn:lex names, written and read back."""

import re
from datetime import date
from unicodedata import normalize
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import GovplanError, InvalidLegalReferenceError
from govplan.legal import LegalReference, Pin, Place
from govplan.legal.tables import bodies_by_code, document_types
from govplan.legal.urn import parse_urn, to_urn
from govplan.testing import legal_references

# The characters that RFC 8141 lets stand in a URN, and none of those that RFC 9676 keeps for versions and formats.
URN = re.compile(r"urn:lex:vn(?::(?:[a-zA-Z0-9._~+=;-]|%[0-9A-F]{2})+){3}")
FORMS = {
    "normative": (2021, "{kind}-{body}"),
    "administrative": (None, "{kind}-{body}"),
    "party": (None, "{kind}/{body}"),
    "assembly": (2015, "{body}13"),
    "letter": (None, "{body}-TĐ&GSĐT"),
    "joint": (2014, "TTLT-{body}-BNV"),
    "old": (None, "{body}"),
    "old ministry": (None, "{body}/{kind}"),
}
_printable = st.text(min_size=1, max_size=8).map(lambda text: normalize("NFC", text)).filter(str.isprintable)
_words = st.one_of(st.none(), _printable.filter(lambda text: not text.isspace()))
_labels = st.one_of(st.none(), st.sampled_from(["1", "5a", "đ", "d", "III", "iv", "A", "b1"]))


def parsed(text: str) -> LegalReference:
    return LegalReference.parse(text)


def name_of(text: str) -> str:
    name = to_urn(parsed(text))
    assert name is not None
    return name


@given(reference=legal_references())
def test_a_name_gives_the_document_back(reference: LegalReference) -> None:
    """Its identity, its date and the place in it, of every family with every pin, date and issuer."""
    name = to_urn(reference)
    assert name is not None
    again = parse_urn(name)
    assert (again.identity, again.date, again.pin) == (reference.identity, reference.date, reference.pin)
    assert to_urn(again) == name


@pytest.mark.parametrize("form", FORMS)
def test_every_type_and_body_of_the_tables_comes_back(form: str) -> None:
    """In every family, capitals included: TTg, CTr, QyĐ."""
    year, pattern = FORMS[form]
    for kind in document_types():
        for code, bodies in bodies_by_code().items():
            symbol = pattern.format(kind=(kind.symbols or (kind.code,))[0], body=code)
            reference = LegalReference("x", kind, "07", year, symbol, bodies[0].name, date(2021, 4, 5))
            again = parse_urn(to_urn(reference) or "")
            assert (again.identity, again.symbol) == (reference.identity, symbol)


@given(
    number=_words, symbol=_words, issuer=_words, title=_words, year=st.one_of(st.none(), st.integers(1, 9999)),
    day=st.one_of(st.none(), st.dates()),
)  # fmt: skip
def test_what_no_table_knows_comes_back_too(
    number: str | None,
    symbol: str | None,
    issuer: str | None,
    title: str | None,
    year: int | None,
    day: date | None,
) -> None:
    """Unknown codes, names of places and odd numbers keep their letters, whatever these are."""
    reference = LegalReference("x", number=number, symbol=symbol, issuer=issuer, title=title, year=year, date=day)
    name = to_urn(reference)
    assert (name is None) is (number is None and title is None)
    assert name is None or parse_urn(name).identity == reference.identity


@given(places=st.lists(st.builds(Place, *[_labels] * 7).filter(lambda place: place != Place()), min_size=1, max_size=3))
def test_places_come_back(places: list[Place]) -> None:
    """Every level with every label, an annex without one as well, several places in their order."""
    pin = Pin((*places, Place(annex="")))
    assert parse_urn(to_urn(LegalReference("x", number="1", pin=pin)) or "").pin == pin


@given(reference=legal_references())
def test_a_name_is_a_urn(reference: LegalReference) -> None:
    """Only characters that the RFCs allow, and no capital that has no mark before it."""
    name = to_urn(reference) or ""
    assert URN.fullmatch(name)
    unmarked = re.sub("=[^.;:+~-]*|%[0-9A-F]{2}", "", name)
    assert unmarked == unmarked.lower()


def test_a_name_reads_from_the_country_to_the_point() -> None:
    """Issuer, type, date, number with year and symbol; then the places, the largest first."""
    name = name_of("điểm đ khoản 2 Điều 5 Nghị quyết số 43/2021/NQ-HĐND ngày 08/12/2021 của HĐND tỉnh Quảng Nam")
    assert unquote(name) == (
        "urn:lex:vn:hội.đồng.nhân.dân.tỉnh.quảng.nam:nghị.quyết:2021-12-08;43/2021/nq-hđnd~điều.5;khoản.2;điểm.đ"
    )
    assert unquote(name_of("Luật Đất đai")) == "urn:lex:vn:quốc.hội:luật:lex-unknown;lex-đất.đai"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("điểm d khoản 1 Điều 2 Nghị định số 20/2021/NĐ-CP", "điểm đ khoản 1 Điều 2 Nghị định số 20/2021/NĐ-CP"),
        ("Kế hoạch số 12/KH-XĐV", "Kế hoạch số 12/KH-XDV"),
        ("Luật Đê điều", "Luật Dê điều"),
        ("Chỉ thị số 37-CT/TW ngày 06/9/2019", "Chỉ thị số 37-CT/TW ngày 10/7/2024"),
    ],
)
def test_letters_and_dates_that_differ_make_names_that_differ(one: str, other: str) -> None:
    """đ is not d, and one number of two terms is two documents."""
    assert name_of(one) != name_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nghị định số 05/2021/NĐ-CP", "Nghị định 5/2021/NĐ-CP"),
        ("Nghị quyết số 68/NQHĐND ngày 29/9/2021", "Nghị quyết số 68/NQ-HĐND, ngày 29 tháng 9 năm 2021"),
        ("Luật Hoà giải ở cơ sở", "Luật Hòa giải ở cơ sở"),
        ("Quyết định số 5/QĐ-UBND của Uỷ ban nhân dân tỉnh", "Quyết định số 5/QĐ-UBND của UBND tỉnh"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_one_document_has_one_name(one: str, other: str, form: str) -> None:
    """Padding, slips, schools of spelling and normal forms change nothing."""
    assert name_of(normalize(form, one)) == name_of(other)  # type: ignore[arg-type]


def test_what_names_no_document_has_no_name() -> None:
    """What "Nghị định này" means only its own text can tell."""
    assert to_urn(parsed("Nghị định này")) is None
    assert to_urn(parsed("khoản 1 Điều 2 Nghị định này")) is None


def test_vietnamese_letters_may_stand_unencoded() -> None:
    """As an address line shows them, with strokes, in either normal form, in capitals before the country."""
    name = "URN:LEX:VN:chính.phủ:nghị.định:2021-03-15;20/2021/nđ-cp~điều.5"
    for form in ("NFC", "NFD"):
        found = parse_urn(f" {normalize(form, name)} ")  # type: ignore[arg-type]
        assert found == parse_urn(name_of("Điều 5 Nghị định số 20/2021/NĐ-CP ngày 15/3/2021"))
    assert (found.text, found.deviations) == (str(found), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "name"),
        ("urn:lex:fr:etat:loi:2004-05-15;106", "name"),
        ("urn:isbn:9780000000000", "name"),
        ("urn:lex:vn:chính.phủ:nghị.định", "name"),
        ("urn:lex:vn:chính.phủ:nghị.định:2021-03-15;20/2021/nđ-cp@2022-01-01", "name"),
        ("urn:lex:vn:chính.phủ:nghị.định:2021-03-15;20/2021/nđ-cp:phụ.lục", "name"),
        ("urn:lex:vn:chính.phủ:nghị.định:2021-03-15;20%2", "name"),
        ("urn:lex:vn:chính.phủ:nghị.định:2021-03-15;20%FF", "encoding"),
        ("urn:lex:vn:chính.phủ:nghị.địn:2021-03-15;20/2021/nđ-cp", "type of document"),
        ("urn:lex:vn:chính.phủ:nghị.định:2021-02-30;20/2021/nđ-cp", "date"),
        ("urn:lex:vn:chính.phủ:nghị.định:lex-unknown;/2021/nđ-cp", "number"),
        ("urn:lex:vn:quốc.hội:luật:lex-unknown;lex-", "number"),
        ("urn:lex:vn:chính.phủ:nghị.định:lex-unknown;20~tiết.5", "place in the document"),
    ],
)
def test_what_is_no_name_is_refused(text: str, words: str) -> None:
    """The message says which part, what was found, and how one is written, in both languages."""
    with pytest.raises(
        InvalidLegalReferenceError, match=rf"^unreadable {words} in a urn:lex of Vietnam: found "
    ) as refused:
        parse_urn(text)
    assert refused.value.message("vi").startswith("không đọc được ")


@given(
    text=st.one_of(
        st.text(),
        st.from_regex(
            r"urn:lex:vn:[a-zđ.=+%0-9]{1,9}:(lex-unknown|lu%E1%BA%ADt):(lex-unknown|2021|2021-02-03)"
            r";(lex-)?[a-z0-9%/=-]{1,12}(~điều\.[0-9a]{1,3}(;khoản\.[=0-9])?)?",
            fullmatch=True,
        ),
    )
)
def test_any_text_is_refused_in_words_or_names_one_document(text: str) -> None:
    """Nothing else is raised, and what was read is written so that it is read again."""
    try:
        found = parse_urn(text)
    except GovplanError:
        return
    assert parse_urn(to_urn(found) or "").identity == found.identity
