"""Pages cut into tags and text: nothing is lost, nothing is gone over twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.documents.markup import Tag, attribute, cut_up


@pytest.mark.parametrize(
    ("page", "pieces"),
    [
        ("a<b>c</b>", ["a", ("b", False), "c", ("b", True)]),
        ("<P CLASS=x/>", [("p", False)]),
        ("5 < 6 > 4", ["5 < 6 > 4"]),
        ("a<!-- <b> -->c", ["a", "c"]),
        ("a<!doctype html>c<?x?>d", ["a", "c", "d"]),
        ("a<!-- open", ["a<!-- open"]),
        ("<a title='x > y'>z", [("a", False), "z"]),
        ("<a title='x>z", [("a", False), "z"]),
        ("<script>a<b>c</script>d", [("script", False), ("script", True), "d"]),
        ("<script>a<b>c", [("script", False), "a", ("b", False), "c"]),
        ("<a", ["<a"]),
        ("", []),
    ],
)
def test_pages_are_cut(page: str, pieces: list[str | tuple[str, bool]]) -> None:
    """Tags with their names, text with its letters; what was left open is read as it stands."""
    assert [piece if isinstance(piece, str) else (piece.name, piece.closes) for piece in cut_up(page)] == pieces


@given(st.text(alphabet="ab 5>&;#\"'="))
def test_text_without_tags_is_one_piece(text: str) -> None:
    """Only "<" begins anything; entities apart, every letter comes out."""
    assert "".join(map(str, cut_up(text.replace("&", "")))) == text.replace("&", "")


def test_attributes_are_found_by_their_whole_name() -> None:
    """In any kind of quotes and letters; "data-rowspan" is another attribute."""
    assert attribute(Tag("td", False, " data-rowspan=9 ROWSPAN = '2'"), "rowspan") == "2"
    assert attribute(Tag("td", False, ' title="rowspan"'), "rowspan") == ""
    assert attribute(Tag("td", False, ' style="a&amp;b"'), "style") == "a&b"
