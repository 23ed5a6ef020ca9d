"""Numbers with all that stands around them, read at one place of a text."""

from datetime import date

import pytest
from hypothesis import given

from govplan.legal import Deviation, LegalReference
from govplan.legal.grammar import grammar
from govplan.legal.lexicon import lexicon
from govplan.legal.tables import Body
from govplan.testing import legal_references

RULES = grammar(lexicon())


def read(text: str, floor: int = 0) -> LegalReference | None:
    """Return the first document with a number and a symbol."""
    for match in RULES.numbered.finditer(text):
        found = RULES.read(text, match, floor)
        if found is not None:
            start, end, reference = found
            assert reference.text == text[start:end]
            return reference
    return None


@given(legal_references(sound=True, numbered=True))
def test_a_sound_citation_is_read_from_its_first_word_to_its_last(reference: LegalReference) -> None:
    """Neither the words before nor those behind it change anything."""
    assert read(f"Căn cứ {reference.text}; xét đề nghị") == reference


@pytest.mark.parametrize(
    "text",
    [
        "hoàn thành 14/15 chỉ tiêu",
        "45 triệu đồng/người/năm",
        "TCVN 6909:2001",
        "T-THA-228716-TT",
        "12/KT-XH hoặc 24/KCN",
        "1.512/QĐ-UBND",
        "A12/QĐ-UBND",
        "123456/QĐ-UBND",
        "12/QĐ-UBND/2018",
        "12/QĐ-UBNDờ",
        "12/qđ-xyz",
        "5/người-ngày",
    ],
)
def test_what_is_no_number_with_a_symbol_is_not_taken_for_half_of_one(text: str) -> None:
    """The whole designation is read or nothing."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "number", "year", "symbol"),
    [
        ("57/2018/NQ-HĐND", "57", 2018, "NQ-HĐND"),
        ("0417/KH-UBND", "0417", None, "KH-UBND"),
        ("36a/NQ-CP", "36a", None, "NQ-CP"),
        ("66.7/2025/NQ-CP", "66.7", 2025, "NQ-CP"),
        ("66.7-NQ/TU", "66.7", None, "NQ/TU"),
        ("2019/KH-UBND", "2019", None, "KH-UBND"),
        ("1956/2019/QĐ-TTg", "1956", 2019, "QĐ-TTg"),
        ("08-NQ/TU", "08", None, "NQ/TU"),
        ("12 / 2018 / NQ-HĐND", "12", 2018, "NQ-HĐND"),
        ("12/2018/\nNQ-\nHĐ\nND", "12", 2018, "NQ-HĐND"),
    ],
)
def test_number_year_and_symbol_are_told_apart(text: str, number: str, year: int | None, symbol: str) -> None:
    """Four digits before the type are a number, between strokes a year; padding and letters are kept."""
    found = read(text)
    assert found is not None
    assert (found.number, found.year, found.symbol) == (number, year, symbol)


@pytest.mark.parametrize(
    "tail",
    [
        " ngày 03/4/2020 của UBND tỉnh Phú Yên",
        ", ngày 3 tháng 4 năm 2020 của UBND tỉnh Phú Yên",
        " của UBND tỉnh Phú Yên ngày 03/4/2020",
        " của UBND tỉnh Phú Yên, ngày 3/4/2020",
        " (ngày 03/4/2020) của UBND tỉnh Phú Yên",
    ],
)
def test_date_and_issuer_follow_in_either_order(tail: str) -> None:
    """Both belong to the citation, and nothing else does."""
    found = read(f"Quyết định số 12/QĐ-UBND{tail} và các văn bản")
    assert found is not None
    assert found.text == f"Quyết định số 12/QĐ-UBND{tail}"
    assert (found.date, found.issuer) == (date(2020, 4, 3), "Ủy ban nhân dân tỉnh Phú Yên")


@pytest.mark.parametrize(
    ("text", "code", "deviations"),
    [
        ("Chương trình số 22-CT/TU", "CTr", (Deviation.TYPE_CONTRADICTS,)),
        ("Quy định số 8/QĐ-UBND", "QyĐ", (Deviation.TYPE_CONTRADICTS,)),
        ("Quy định số 8-QĐ/TW", "QyĐ", ()),
        ("Thông tư số 5/2012/TTLT-BTC-BNV", "TTLT", (Deviation.TYPE_CONTRADICTS,)),
        ("Thông tư số 5/TT-LB", "TTLB", ()),
        ("Luật số 5/2012/QH13", "L", ()),
        ("Nghị quyết số 5/2012/QH13", "NQ", ()),
        ("số 5/2012/QH13", None, ()),
        ("Văn bản số 5/BTC-NSNN", "CV", ()),
    ],
)
def test_the_printed_word_is_held_against_the_symbol(
    text: str, code: str | None, deviations: tuple[Deviation, ...]
) -> None:
    """Where they contradict each other the word is trusted, and the contradiction said."""
    found = read(text)
    assert found is not None
    assert (found.type.code if found.type else None, found.deviations) == (code, deviations)


def test_the_year_of_the_number_is_held_against_the_date() -> None:
    """Both are kept as they are printed."""
    found = read("Nghị định số 5/2012/NĐ-CP ngày 03/4/2013")
    assert found is not None
    assert (found.year, found.date, found.deviations) == (2012, date(2013, 4, 3), (Deviation.YEAR_CONTRADICTS,))


@pytest.mark.parametrize(
    ("issuer", "symbol", "in_full"),
    [
        ("Tỉnh ủy", "CT/TU", "Tỉnh ủy"),
        ("Ban Bí thư", "CT/TW", "Ban Bí thư"),
        ("Bộ Chính trị", "CT/TW", "Bộ Chính trị"),
    ],
)
def test_a_printed_issuer_tells_which_body_lost_its_mark(issuer: str, symbol: str, in_full: str) -> None:
    """TƯ is TW where a body of the centre issued it, else TU."""
    found = read(f"Chỉ thị số 5-CT/TƯ của {issuer}")
    assert found is not None
    assert (found.symbol, found.issuer) == (symbol, in_full)


@pytest.mark.parametrize(
    ("text", "number", "is_read"),
    [
        ("Quyết định số 1900", "1900", True),
        ("Nghị quyết 68 ngày 29/9/2021", "68", True),
        ("Nghị quyết 30a", "30a", True),
        ("Sắc lệnh số 63", "63", True),
        ("Quyết định 5 người", "5", False),
        ("Chương trình 135", "135", False),
        ("số 62 Hùng Vương", "62", False),
        ("Số 67 (7.050) ngày 8/3", "67", False),
    ],
)
def test_a_bare_number_is_a_documents_where_words_say_so(text: str, number: str, is_read: bool) -> None:
    """A house number, a count and a programme's name are none."""
    found = RULES.read_bare(text, text.index(number), 0)
    assert (found is not None) is is_read
    if found is not None:
        assert (found[2].number, found[2].symbol) == (number, None)


def test_further_bodies_are_read_in_small_letters_too() -> None:
    """A code that the caller knows is a symbol's in any case."""
    rules = grammar(lexicon((Body("UBXYZ", "Ủy ban Xyz"),)))
    text = "12/qđ-ubxyz"
    match = rules.numbered.search(text)
    assert match is not None
    found = rules.read(text, match, 0)
    assert found is not None
    assert (found[2].symbol, found[2].issuer) == ("QĐ-UBXYZ", "Ủy ban Xyz")
    assert RULES.numbered.search(text) is None
