"""Short references that point at a document: "Nghị định này", "Quyết định nêu trên"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import LegalReference, Pin
from govplan.legal.lexicon import lexicon
from govplan.legal.pointing import POINTED_AT, pointing
from govplan.legal.tables import document_types
from govplan.testing import pins

POINTS = pointing(lexicon())
DEMONSTRATIVES = st.sampled_from(["này", "nêu trên", "nói trên", "kể trên", "trên đây", "trên"])
# Things that are pointed at, and that are documents only where they have a number.
THINGS = {"Dự án", "Hợp đồng", "Phương án", "Biên bản", "Công văn", "Thông cáo", "Bản thỏa thuận"}
TYPES = st.sampled_from(
    [kind for kind in document_types() if kind.family in ("normative", "any") and str(kind) not in THINGS]
)


def found(text: str) -> list[tuple[str, str]]:
    """Return the words and type of every short reference."""
    return sorted((text[start:end], str(reference.type)) for start, end, reference in POINTS.find(text))


@given(
    TYPES, DEMONSTRATIVES, st.sampled_from(["", "theo ", "các "]), st.sampled_from([".", ",", " quy định", " đã", ""])
)
def test_a_type_with_a_demonstrative_is_found(kind: object, word: str, before: str, after: str) -> None:
    """Whatever stands around it, and over the end of a line."""
    for gap in (" ", "\n"):
        words = f"{kind}{gap}{word}"
        assert found(f"{before}{words}{after}") == [(words, str(kind))]


@given(TYPES, DEMONSTRATIVES, pins(), st.sampled_from(["", "của "]))
def test_places_before_it_belong_to_it(kind: object, word: str, pin: Pin, link: str) -> None:
    """The mention and its place are one, and read alike alone."""
    words = f"{pin} {link}{kind} {word}"
    ((start, end, reference),) = POINTS.find(f"Theo {words}, tỉnh")
    assert (start, end) == (5, 5 + len(words))
    assert (reference.text, str(reference.type), reference.pin) == (words, str(kind), pin)
    assert POINTS.parse(words) == reference
    assert LegalReference.parse(words) == reference


@pytest.mark.parametrize(
    "text",
    [
        "trên địa bàn tỉnh",
        "Nghị định trên địa bàn",
        "này",
        "dự án này",
        "hợp đồng nêu trên",
        "phương án trên.",
        "pháp luật này",
        "Quyết định nàyx",
        "Nghị quyết trênx",
        "Nghị quyết nêu trước",
        "hội nghị này",
        "",
    ],
)
def test_what_points_at_no_document_is_none(text: str) -> None:
    """Places, projects and contracts are pointed at as well."""
    assert found(text) == []


def test_a_place_in_a_type_is_a_mention_where_nothing_points() -> None:
    """So "khoản 1 Điều 14 Pháp lệnh" reads back; a type alone mentions nothing."""
    reference = POINTS.parse("khoản 1 Điều 14 Pháp lệnh")
    assert reference is not None
    assert (str(reference.type), str(reference.pin)) == ("Pháp lệnh", "khoản 1 Điều 14")
    assert POINTS.parse("Pháp lệnh") is None
    assert POINTS.parse("theo Pháp lệnh này") is None
    assert POINTS.parse("Pháp lệnh này quy định") is None


@given(DEMONSTRATIVES)
def test_the_words_that_point_are_told_behind_a_type(word: str) -> None:
    """In any case; "trên địa bàn" begins with one too."""
    assert POINTED_AT.match(f" {word}")
    assert POINTED_AT.match(f"\n{word.upper()}.")
    assert not POINTED_AT.match(word)
    assert not POINTED_AT.match(f" {word.split()[0]}x")
