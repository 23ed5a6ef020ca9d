"""Places in a document: levels, lists, ranges, and where their words begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidLegalReferenceError
from govplan.legal import Pin, Place
from govplan.legal.pin import POINTS, find_pin
from govplan.testing import pins

parse = Pin.parse
LEVELS = ("annex", "part", "chapter", "section", "article", "clause", "point")


def test_points_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    """After d comes đ, after e comes g; f, j, w and z are no points."""
    assert POINTS == "abcdđeghiklmnopqrstuvxy"
    assert POINTS.index("đ") == POINTS.index("d") + 1
    assert POINTS.index("g") == POINTS.index("e") + 1
    assert not set("fjwz") & set(POINTS)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Điều 9", [Place(article="9")]),
        ("khoản 1a Điều 5b", [Place(article="5b", clause="1a")]),
        ("điểm đ khoản 4 Điều 21", [Place(article="21", clause="4", point="đ")]),
        ("điểm đ, khoản 4, Điều 21", [Place(article="21", clause="4", point="đ")]),
        ("Mục 2 Chương III", [Place(chapter="III", section="2")]),
        ("Chương IV Phần II", [Place(part="II", chapter="IV")]),
        ("Phụ lục", [Place(annex="")]),
        ("Mục I Phụ lục III", [Place(annex="III", section="I")]),
        ("các Điều 4, 5 và 7", [Place(article="4"), Place(article="5"), Place(article="7")]),
        ("Điều 4, Điều 5", [Place(article="4"), Place(article="5")]),
        ("Điều 4 hoặc Điều 5", [Place(article="4"), Place(article="5")]),
        ("Phụ lục I và Phụ lục II", [Place(annex="I"), Place(annex="II")]),
        ("điểm a và b khoản 1", [Place(clause="1", point="a"), Place(clause="1", point="b")]),
        ("khoản 1, khoản 2 Điều 5", [Place(article="5", clause="1"), Place(article="5", clause="2")]),
        ("khoản 1 Điều 5, Điều 6", [Place(article="5", clause="1"), Place(article="6")]),
        (
            "điểm a khoản 1, điểm c khoản 2 Điều 5",
            [Place(article="5", clause="1", point="a"), Place(article="5", clause="2", point="c")],
        ),
        ("ĐIỂM A KHOẢN 2 ĐIỀU 5", [Place(article="5", clause="2", point="a")]),
    ],
)
def test_places_are_read_at_every_level_and_in_lists(text: str, places: list[Place]) -> None:
    """What is printed once behind several places belongs to each of them; labels are kept as they are printed."""
    assert parse(text).places == tuple(places)


@pytest.mark.parametrize(
    ("text", "level", "labels"),
    [
        ("điểm b đến đ khoản 1 Điều 5", "point", "b c d đ"),
        ("điểm d đến điểm g khoản 1 Điều 5", "point", "d đ e g"),
        ("khoản 2 đến khoản 4 Điều 7", "clause", "2 3 4"),
        ("Điều 5-8", "article", "5 6 7 8"),
        ("từ Điều 98 đến Điều 101", "article", "98 99 100 101"),
        ("Chương VIII đến Chương XI", "chapter", "VIII IX X XI"),
        ("Mục A đến Mục C", "section", "A C"),
        ("Điều 8 đến 5", "article", "8 5"),
    ],
)
def test_ranges_are_written_out_where_labels_have_an_order(text: str, level: str, labels: str) -> None:
    """Points by the alphabet, numbers and Roman numerals by their value; what has no order between is left out."""
    assert [getattr(place, level) for place in parse(text)] == labels.split()


def test_a_range_without_end_is_cut() -> None:
    """Three digits are as far as a range goes, however many places it would be."""
    assert len(parse("điểm a đến y khoản 1 đến 999 Điều 1 đến 999").places) <= 500


@given(pins())
def test_what_is_printed_reads_as_what_was_printed(pin: Pin) -> None:
    """Pin.parse(str(pin)) == pin, at every level and in lists."""
    assert parse(str(pin)) == pin
    assert tuple(pin) == pin.places


@given(
    pins(),
    st.sampled_from(["", "của ", "tại ", "ban hành kèm theo ", "kèm theo "]),
    st.sampled_from(["", "theo ", "Xem: "]),
)
def test_places_are_found_where_their_words_begin(pin: Pin, link: str, before: str) -> None:
    """The words that join the place to its document are passed over, those before it are not its own."""
    text = f"{before}{pin} {link}"
    assert find_pin(text, len(text)) == (pin, len(before))


@given(pins())
def test_doubled_spaces_and_ends_of_lines_are_spaces(pin: Pin) -> None:
    """How the words are set changes no place."""
    assert parse(str(pin).replace(" ", "  ")) == pin
    assert parse(str(pin).replace(" ", "\n")) == pin


@given(pins())
def test_case_changes_no_place(pin: Pin) -> None:
    """Small words, and in a heading all capitals, name the same places."""
    assert parse(re.sub("Điều|Mục|Chương|Phần|Phụ lục", lambda word: word.group().lower(), str(pin))) == pin
    small = [Place(**{level: getattr(place, level) for level in LEVELS}) for place in parse(str(pin).upper())]
    assert tuple(small) == pin.places


@pytest.mark.parametrize(
    "text",
    ["", "Điều", "điểm", "khoản a", "Điều 5 Nghị định", "theo Điều 5", "Điều 1234", "các điểm", "5", "của Điều 5"],
)
def test_what_names_no_place_is_refused_with_what_to_write(text: str) -> None:
    """The message quotes the text and shows a place, in both languages."""
    with pytest.raises(InvalidLegalReferenceError, match=r"no place in a document: found .*; write e\.g\.") as caught:
        parse(text)
    assert "hãy viết ví dụ điểm a khoản 2 Điều 5" in caught.value.message("vi")


@pytest.mark.parametrize("places", [[], [Place()], [Place(article="5"), Place()]])
def test_a_pin_without_a_place_is_refused(places: list[Place]) -> None:
    """No place, or one that says nothing, points at nothing."""
    with pytest.raises(InvalidLegalReferenceError, match="no place in the document: found none; name at least one"):
        Pin(places)


def test_a_place_prints_its_levels_from_the_smallest_up() -> None:
    """An annex without a number is its word alone."""
    assert str(Place(annex="II", section="1", article="3", point="a")) == "điểm a Điều 3 Mục 1 Phụ lục II"
    assert str(Place(annex="")) == "Phụ lục"
    assert str(Place()) == ""


@given(st.text(st.sampled_from("điểmkhoảnĐềuụcPhầươg 1234aIVX,;-–\n"), max_size=60))
def test_no_text_makes_the_search_raise(text: str) -> None:
    """Whatever stands there, places within the text come out, or none."""
    found = find_pin(text, len(text))
    if found is not None:
        pin, start = found
        assert 0 <= start < len(text)
        assert parse(str(pin)).places
