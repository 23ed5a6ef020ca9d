"""Every type, body, term and title of the tables, in every family: read, printed, and read again."""

import pytest

from govplan.legal import LegalReference
from govplan.legal.lexicon import PARTY, lexicon
from govplan.legal.tables import bodies, document_types, law_titles, types_by_symbol

parse = LegalReference.parse


def assert_round_trip(text: str) -> LegalReference:
    """Return what a text is read as; it reads alike from its text, and as the same document from its print."""
    found = parse(text)
    assert parse(found.text) == found, text
    again = parse(str(found))
    assert (again.identity, str(again)) == (found.identity, str(found)), text
    return found


@pytest.mark.parametrize("symbol", types_by_symbol())
def test_every_type_and_body_of_the_tables_makes_the_round_trip(symbol: str) -> None:
    """State, Party and old forms of all types and bodies, with and without year, and with the hyphen lost."""
    kind = types_by_symbol()[symbol]
    is_joint = symbol in ("TTLT", "NQLT")
    for body, name in bodies().items():
        is_circular_of_ministries = (symbol, body) == ("TT", "LB")
        forms = [
            f"{kind} số 5/2018/{symbol}-{body}",
            f"{kind} số 05/{symbol}-{body} ngày 08/3/2018",
            f"{kind} số 5-{symbol}/{body} ngày 08/3/2018",
            f"số 5-{symbol}/{body}",
            f"{kind} số 5a/{body}/{symbol}",
        ]
        if f"{symbol}{body}" not in lexicon().codes:
            # "LCTUBND" may have lost its hyphen in two places.
            assert assert_round_trip(f"{kind} số 5/{symbol}{body}").issuer in (name, bodies().get(f"CT{body}"))
        # Before a department TC is the Ministry of Finance of old.
        is_ministry = symbol == "TC" and body not in PARTY
        for text in forms[:2] if is_ministry else forms:
            found = assert_round_trip(text)
            assert found.issuer == name, text
            assert found.type == kind or is_circular_of_ministries, text
        if not (is_joint or is_circular_of_ministries or is_ministry):
            state, party = parse(forms[1]), parse(forms[2])
            assert state.well_formed is (body not in PARTY)
            assert party.well_formed
            assert (state.symbol == party.symbol) is (body in PARTY)


@pytest.mark.parametrize("kind", ["TTLT", "NQLT"])
def test_every_body_signs_jointly(kind: str) -> None:
    """A joint document names all its bodies, whichever come together."""
    codes = list(bodies())
    for first, second, third in zip(codes, codes[7:] + codes[:7], codes[31:] + codes[:31], strict=True):
        found = assert_round_trip(f"số 5/2012/{kind}-{first}-{second}-{third} ngày 08/3/2012")
        assert found.issuer == "; ".join(bodies()[code] for code in (first, second, third))
        assert found.symbol == f"{kind}-{first}-{second}-{third}"


def test_letters_of_every_body_make_the_round_trip() -> None:
    """Whatever unit drafted them; without "Công văn" the word "số" has to say what they are."""
    for body, name in bodies().items():
        for unit in ("VP", "KTTH", "KH-TC", "TĐ&GSĐT", "V1"):
            for lead in ("Công văn số", "Công văn", "số"):
                found = assert_round_trip(f"{lead} 2347/{body}-{unit}")
                assert (found.issuer, str(found.type), found.well_formed) == (name, "Công văn", True)


@pytest.mark.parametrize("body", ["CP", "TTg", "HĐBT", "HĐNN", "CTN"])
def test_old_forms_make_the_round_trip(body: str) -> None:
    """A body's code alone, behind a hyphen or a stroke, under any type or none."""
    for lead in ("Nghị định số", "Quyết định", "Nghị quyết số", "số", ""):
        for joint in "-/":
            found = assert_round_trip(f"{lead} 31{joint}{body}".strip())
            assert (found.symbol, found.issuer, found.well_formed) == (body, bodies()[body], True)


@pytest.mark.parametrize("term", range(1, 17))
@pytest.mark.parametrize("body", ["QH", "UBTVQH"])
def test_the_assembly_of_every_term_makes_the_round_trip(body: str, term: int) -> None:
    """Symbols of the assembly name no type; resolutions without a year name one."""
    for lead in ("Luật số", "Bộ luật", "Pháp lệnh số", "Nghị quyết số", "số", ""):
        found = assert_round_trip(f"{lead} 12/2003/{body}{term}".strip())
        assert (found.symbol, found.issuer, found.well_formed) == (f"{body}{term}", bodies()[body], True)
    found = assert_round_trip(f"Nghị quyết số 12/NQ-{body}{term}")
    assert (found.symbol, found.issuer) == (f"NQ-{body}{term}", bodies()[body])


@pytest.mark.parametrize("kind", law_titles())
def test_every_law_makes_the_round_trip(kind: str) -> None:
    """By its title alone, with its year, and with its number behind the title."""
    for title in law_titles()[kind]:
        if kind != "Hiến pháp":
            assert assert_round_trip(f"{kind} {title}").title == title
            numbered = assert_round_trip(f"{kind} {title} số 12/2003/QH11")
            assert (numbered.title, numbered.number) == (title, "12")
        assert assert_round_trip(f"{kind} {title} năm 2013").title == f"{title} năm 2013"


@pytest.mark.parametrize("kind", document_types(), ids=str)
def test_every_type_makes_the_round_trip_by_name(kind: object) -> None:
    """With any words behind it, a number among them."""
    for words in ("quốc gia về dinh dưỡng", "Phòng, chống tệ nạn xã hội", "A giai đoạn 2021 - 2025"):
        assert_round_trip(f"{kind} {words}")
