"""The tables as reading looked them up: every code and name in every way of printing it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation
from govplan.legal.lexicon import LOWER, PARTY, UPPER, lexicon, spaced, word_tree
from govplan.legal.tables import (
    Body,
    bodies,
    body_names,
    body_variants,
    law_titles,
    type_names,
    types_by_symbol,
)
from govplan.vietnamese import fold

TABLES = lexicon()
CODES = st.sampled_from(sorted({*bodies(), *types_by_symbol()}))


@given(CODES)
def test_a_code_of_the_tables_is_itself(code: str) -> None:
    """And in capitals, as headings print it, it is no deviation."""
    assert TABLES.code(code) == (code, None)
    canonical, deviation = TABLES.code(code.upper())
    assert canonical == code or code.upper() in TABLES.codes
    assert deviation is None


@pytest.mark.parametrize(("printed", "code"), sorted(body_variants().items()))
def test_a_variant_stands_for_its_code(printed: str, code: str) -> None:
    """Printers vary codes; that is no deviation, and means the same body."""
    canonical, deviation = TABLES.code(printed)
    assert (TABLES.bodies[canonical], deviation) == (bodies()[code], None)
    assert TABLES.code(canonical) == (canonical, None)
    assert "&" not in canonical


@given(CODES)
def test_small_letters_are_read_and_said(code: str) -> None:
    """A code in small letters is that code, or another that differs from it in case alone."""
    canonical, deviation = TABLES.code(code.lower())
    assert canonical.casefold() == code.casefold() or canonical in body_variants().values()
    assert deviation is Deviation.LOWER_CASE


def test_lost_marks_are_put_back_where_one_code_only_can_be_meant() -> None:
    """Then HDND is HĐND; DA is a code of its own, and what could be two is neither."""
    assert TABLES.code("HDND") == ("HĐND", Deviation.MARKS_LOST)
    assert TABLES.code("ND") == ("NĐ", Deviation.MARKS_LOST)
    assert TABLES.code("DA") == ("DA", None)
    for printed, code in TABLES.no_marks.items():
        assert [known for known in TABLES.codes if fold(known) == printed and TABLES.codes[known] != code] == []


def test_a_code_that_no_table_has_stays_as_it_is() -> None:
    """The set of codes is open: each agency sets its own."""
    assert TABLES.code("XYZVN") == ("XYZVN", None)
    assert TABLES.code("xyzvn") == ("XYZVN", Deviation.LOWER_CASE)


@pytest.mark.parametrize("name", type_names())
def test_types_are_known_by_every_name(name: str) -> None:
    """In any case and spacing, names and aliases alike."""
    kind = type_names()[name]
    for printed in (name, name.upper(), name.lower(), name.replace(" ", "\n "), name.title()):
        assert TABLES.type_named(printed) == kind
    assert TABLES.type_named(f"{name} khác") is None


def test_law_titles_are_known_with_their_commas_and_without() -> None:
    """Texts drop the comma of "Phòng, chống"; no title is known by its beginning."""
    for titles in law_titles().values():
        for title in titles:
            assert TABLES.is_title(title)
            assert TABLES.is_title(title.replace(",", "").upper())
    assert TABLES.is_title("phòng chống tham nhũng")
    assert not TABLES.is_title("Phòng, chống")
    assert not TABLES.is_title("")


def test_names_lead_to_full_names() -> None:
    """Every printed name of a body has one full name, which is known itself."""
    assert set(body_names().values()) <= set(TABLES.names.values())
    assert TABLES.names["hđnd"] == "Hội đồng nhân dân"
    for full in set(TABLES.names.values()):
        assert TABLES.names[full.casefold()] == full


def test_party_bodies_are_bodies_of_the_tables() -> None:
    """What makes "NQ-TW" a Party document are codes that the State does not use."""
    assert {"TW", "TU", "HU"} <= set(PARTY)
    assert not {"UBND", "HĐND", "CP", "BTC"} & set(PARTY)


def test_further_bodies_are_known_beside_those_of_the_tables() -> None:
    """The caller's body has its code and name; the tables themselves do not change."""
    more = lexicon((Body("UBXYZ", "Ủy ban Xyz"),))
    assert more.code("UBXYZ") == ("UBXYZ", None)
    assert more.code("ubxyz") == ("UBXYZ", Deviation.LOWER_CASE)
    assert more.bodies["UBXYZ"] == "Ủy ban Xyz"
    assert more.names["ủy ban xyz"] == "Ủy ban Xyz"
    assert more.bodies["CP"] == "Chính phủ"
    assert "UBXYZ" not in TABLES.bodies
    assert lexicon((Body("UBXYZ", "Ủy ban Xyz"),)) is more


def test_letters_of_vietnamese_are_told_by_their_case() -> None:
    """Every composed letter is in one of the two classes."""
    upper, lower = re.compile(f"[{UPPER}]"), re.compile(f"[{LOWER}]")
    for letter in "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ":
        assert upper.fullmatch(letter)
        assert lower.fullmatch(letter.lower())
        assert not upper.fullmatch(letter.lower())
        assert not lower.fullmatch(letter)


WORDS = st.lists(
    st.sampled_from(["Bộ", "Tài", "chính", "Y", "tế", "Sở", "và", "a.b", "(c)"]), min_size=1, max_size=4
).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_tree_of_names_finds_each_of_them_and_the_longest_first(names: list[str]) -> None:
    """Every name fills a match of its own; where one begins with another, the whole is taken, over any gap."""
    tree = re.compile(rf"{word_tree(names)}(?!\S)")
    for name in names:
        match = tree.match(name.replace(" ", " \n"))
        assert match is not None
        assert match.group().split() == name.split()
    assert not tree.fullmatch("Bộ Khác")


@given(WORDS)
def test_spaced_words_match_over_any_gap(words: str) -> None:
    """One space in a pattern is up to three blanks in a text, ends of lines among them."""
    assert re.fullmatch(spaced(words), words.replace(" ", "\t\n "))
    assert not re.fullmatch(spaced(words), f"{words} ")
