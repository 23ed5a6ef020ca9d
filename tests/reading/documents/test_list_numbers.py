"""Numbers of lists, counted as Word counts: laws; whole documents are in test_docx.py."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from govplan.reading.documents.list_numbers import ListNumbers


def numbers_of(form: str, start: str = "1") -> ListNumbers:
    return ListNumbers(
        parse_xml(
            f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0">'
            f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="99"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )
    )


@pytest.mark.parametrize(
    ("form", "drawn"),
    [
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 99: "XCIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("decimal", {1: "1", 10: "10", 99: "99"}),
    ],
)
def test_items_are_counted_one_by_one(form: str, drawn: dict[int, str]) -> None:
    """The n-th item has the n-th number, written as the level says."""
    numbers = numbers_of(form)
    markers = [numbers.marker("1", 0) for _ in range(99)]
    assert {place: markers[place - 1] for place in drawn} == drawn
    assert len(set(markers)) == 99


def test_lists_and_levels_that_are_not_there_have_no_numbers() -> None:
    """A document without a numbering part, an unknown list, an unknown level."""
    assert ListNumbers(None).marker("1", 0) == ""
    assert numbers_of("decimal").marker("2", 0) == ""
    assert numbers_of("decimal").marker("1", 5) == ""


def test_a_start_that_is_no_number_is_one() -> None:
    """Odd values count from one, however many digits they have."""
    assert numbers_of("decimal", "9" * 5000).marker("1", 0) == "1"
    assert numbers_of("upperRoman", "9999").marker("1", 0) == "9999"
    assert numbers_of("lowerLetter", "0").marker("1", 0) == "a"
