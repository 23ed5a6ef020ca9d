"""What stands before a number: the type, "số", a law's title, an issuer, places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation, Pin
from govplan.legal.lead import leads, may_have_pin, pin_before
from govplan.legal.lexicon import lexicon
from govplan.legal.symbol import read_symbol
from govplan.legal.tables import document_types, law_titles
from govplan.testing import pins

TABLES = lexicon()
ASSEMBLY = read_symbol(TABLES, "/", "/", "QH13")
STATE = read_symbol(TABLES, None, "/", "QĐ-UBND")
LAWS = st.sampled_from([(kind, title) for kind in ("Luật", "Bộ luật", "Pháp lệnh") for title in law_titles()[kind]])


def before(words: str, number: str = "12", *, floor: int = 0, assembly: bool = False) -> tuple[object, ...]:
    """Return the words that lead to a number, their type, whether "số" is among them, and what they lost."""
    found = leads(TABLES).before(f"{words}{number}", len(words), floor, ASSEMBLY if assembly else STATE)
    return words[found.start :], str(found.type) if found.type else None, found.mark, found.deviations


@pytest.mark.parametrize("kind", document_types(), ids=str)
def test_every_type_leads_to_a_number(kind: object) -> None:
    """In any case, with "số" and without, over the end of a line; the words before it are not its own."""
    name = str(kind)
    for printed in (name, name.upper(), name.lower(), name.replace(" ", "\n")):
        for mark in ("số ", "Số ", "", "số\n", "số hiệu "):
            lead = f"{printed} {mark}"
            assert before(f"theo {lead}") == (lead, name, bool(mark), ())


@pytest.mark.parametrize(
    ("words", "lead", "kind", "deviations"),
    [
        ("QĐ số ", "QĐ số ", "Quyết định", (Deviation.TYPE_SHORTENED,)),
        ("Quyết định QĐ số ", "Quyết định QĐ số ", "Quyết định", (Deviation.TYPE_DOUBLED,)),
        ("Quyếtđịnh số ", "Quyếtđịnh số ", "Quyết định", (Deviation.SPACE_LOST,)),
        ("Quyết định số", "Quyết định số", "Quyết định", (Deviation.SPACE_LOST,)),
        ("Quyết định số: ", "Quyết định số: ", "Quyết định", (Deviation.COLON,)),
        ("Quyet dinh so ", "Quyet dinh so ", "Quyết định", (Deviation.MARKS_LOST,)),
        ("Thông báo Kết luận số ", "Thông báo Kết luận số ", "Thông báo", ()),
    ],
)
def test_what_printers_do_to_a_lead_is_read_and_said(
    words: str, lead: str, kind: str, deviations: tuple[Deviation, ...]
) -> None:
    """Abbreviated, doubled, run together, with a colon or without marks."""
    assert before(f"Căn cứ {words}") == (lead, kind, True, deviations)


@pytest.mark.parametrize("words", ["", "theo ", "Luậtsư ", "quy phạm pháp luật ", "Quyết định của "])
def test_words_that_lead_to_no_number_are_left_alone(words: str) -> None:
    """No type right before the number and no "số": nothing leads to it."""
    assert before(words) == ("", None, False, ())


def test_number_marks_without_a_type_stand_alone() -> None:
    """The word "số" belongs to the citation even where no type is printed."""
    assert before("theo số ") == ("số ", None, True, ())


def test_words_that_another_citation_holds_are_not_taken() -> None:
    """What was read already ends where the search back has to stop."""
    words = "Quyết định số "
    assert before(words, floor=len("Quyết định")) == ("số ", None, True, ())


def test_a_type_may_be_told_from_its_number_by_its_issuer() -> None:
    """Some texts name the issuer first: "Quyết định của UBND tỉnh số 12/QĐ-UBND"."""
    text = "theo Quyết định của UBND tỉnh số 12"
    found = leads(TABLES).before(text, text.index("12"), 0, STATE)
    assert (found.start, str(found.type), found.issuer) == (5, "Quyết định", "Ủy ban nhân dân tỉnh")


@given(LAWS)
def test_a_law_has_its_title_before_its_number(law: tuple[str, str]) -> None:
    """Every title of the tables, whatever other types, brackets or quotes it holds."""
    kind, title = law
    words = f"{kind} {title} số "
    text = f"Căn cứ {words}12"
    found = leads(TABLES).before(text, len(text) - 2, 0, ASSEMBLY)
    assert (found.start, str(found.type), found.title) == (7, kind, title)


def test_a_law_in_a_list_does_not_take_the_resolution_behind_it() -> None:
    """In "Luật X và Nghị quyết số 12/2003/QH11" the number is the resolution's."""
    assert before("Luật Nhà ở và Nghị quyết số ", assembly=True)[:2] == ("Nghị quyết số ", "Nghị quyết")


@given(pins(), st.sampled_from(["", "của ", "tại ", "kèm theo "]), st.sampled_from(["", "theo ", "Xem "]))
def test_places_before_a_document_are_found_where_they_begin(pin: Pin, link: str, words: str) -> None:
    """Places of every level, in lists or alone, and the quick look never denies them."""
    text = f"{words}{pin} {link}Nghị định số 12"
    start = text.index("Nghị định số 12")
    assert pin_before(text, start, 0) == (pin, len(words))
    assert may_have_pin(text, start)


@given(pins())
def test_places_that_another_citation_holds_are_not_taken(pin: Pin) -> None:
    """Behind the floor there is no place."""
    text = f"{pin} Nghị định"
    assert pin_before(text, len(text) - 9, len(text) - 9) is None


@pytest.mark.parametrize("words", ["", "theo ", "năm 2020 ", "Điều lệ ", "phần ", "điểm ", "nhóm A ", "12 "])
def test_words_that_name_no_place_are_none(words: str) -> None:
    """A figure or a letter alone is no place."""
    assert pin_before(f"{words}Nghị định", len(words), 0) is None
