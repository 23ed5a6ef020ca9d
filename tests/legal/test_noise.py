"""Noise that printers, editors and web pages add to citations, and that changes nothing in what they say."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import LegalReference, find_citations
from govplan.legal.tables import bodies, types_by_symbol
from govplan.testing import legal_references

# The designation: a number and the symbol that hangs on it.
_DESIGNATION = re.compile(r"(?<!\S)[0-9]+(?:\.[0-9]+)?[a-z]?[/-]\S*[^\s,.;]")
_TABLE_CODES = frozenset((*bodies(), *types_by_symbol()))


def said(reference: LegalReference, *, in_capitals: bool = False) -> tuple[object, ...]:
    """Return what a reference says, without its text and the list of repairs; issuers in any case."""

    def cased(words: object) -> str | None:
        return None if words is None else str(words).casefold() if in_capitals else str(words)

    issuer = reference.issuer.casefold() if reference.issuer else None
    return (
        reference.type,
        cased(reference.number),
        reference.year,
        cased(reference.symbol),
        reference.date,
        issuer,
        cased(reference.pin),
    )


def codes(reference: LegalReference) -> set[str]:
    """Return the codes of a symbol, terms of the assembly left aside."""
    return set(re.split(r"[-/]", re.sub(r"(?<=QH)[0-9]+", "", reference.symbol or "")))


def is_cited(reference: LegalReference) -> bool:
    """Would a sentence cite it alone, without what it is about? Contracts and licences are no documents to rest on."""
    return reference.title is None and str(reference.type) not in ("Hợp đồng", "Giấy phép")


def within_designation(text: str, change: Callable[[str], str]) -> str:
    return _DESIGNATION.sub(lambda found: change(found.group()), text, count=1)


NOISE = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "NFKD": lambda text: unicodedata.normalize("NFKD", text),
    "no-break-spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow-no-break-spaces": lambda text: text.replace(" ", "\u202f"),
    "no-break-hyphens": lambda text: text.replace("-", "\u2011"),
    "doubled-spaces": lambda text: text.replace(" ", "  "),
    "zero-width-spaces": "\u200b".join,
    "byte-order-mark": lambda text: f"\ufeff{text}",
    "soft-hyphens": lambda text: within_designation(text, "\u00ad".join),
    "en-dashes": lambda text: within_designation(text, lambda number: number.replace("-", "–")),
    "entities": lambda text: text.replace("Đ", "&#272;").replace(" ", "&nbsp;"),
}
SOUND = legal_references(numbered=True, well_formed=True).filter(is_cited)
# A name of a body that no table has may end where its line does.
OF_KNOWN_BODIES = SOUND.filter(lambda reference: not re.search("Tổ công tác|Ban Quản lý|Hiệp hội", reference.text))


def assert_reads_alike(noisy: str, plain: LegalReference, *, in_capitals: bool = False) -> None:
    """Alone and in a sentence, a text says what a reference says."""
    expected = said(plain, in_capitals=in_capitals)
    assert said(LegalReference.parse(noisy), in_capitals=in_capitals) == expected
    sentence = f"Theo {noisy}."
    (found,) = find_citations(sentence)
    assert said(found.reference, in_capitals=in_capitals) == expected
    assert found.span.of(sentence) == found.text


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
@given(reference=SOUND)
def test_noise_changes_nothing_that_is_said(noise: Callable[[str], str], reference: LegalReference) -> None:
    """Normal forms, other spaces and hyphens, invisible characters and entities read as the original."""
    assert_reads_alike(noise(reference.text), reference)


@given(legal_references(numbered=True, well_formed=True), st.data())
def test_one_invisible_character_changes_nothing(reference: LegalReference, data: st.DataObject) -> None:
    """Wherever it stands, within numbers too, a character without width leaves the whole reference as it is."""
    place = data.draw(st.integers(0, len(reference.text)))
    odd = data.draw(st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad"))
    noisy = f"{reference.text[:place]}{odd}{reference.text[place:]}"
    found = LegalReference.parse(noisy)
    assert said(found) == said(reference)
    assert (found.title, found.deviations) == (reference.title, ())


@given(SOUND)
def test_capitals_change_nothing_that_is_said(reference: LegalReference) -> None:
    """A heading in capitals says what its letters say, up to the case of names."""
    assert_reads_alike(reference.text.upper(), reference, in_capitals=True)


@given(SOUND)
def test_capitals_are_no_deviation(reference: LegalReference) -> None:
    """Headings are prescribed to be in capitals."""
    assert LegalReference.parse(reference.text.upper()).well_formed


@pytest.mark.parametrize("end", ["\n", "\u2028", " \n"])
@given(reference=OF_KNOWN_BODIES)
def test_a_line_may_end_between_any_two_words(end: str, reference: LegalReference) -> None:
    """Every space may be the end of a line, and that is no deviation."""
    noisy = reference.text.replace(" ", end)
    assert_reads_alike(noisy, reference)
    assert LegalReference.parse(noisy).well_formed


@given(OF_KNOWN_BODIES, st.sampled_from(["\r\n", "\r", "\x0b", "\x0c"]))
def test_lines_of_running_text_end_as_any_system_ends_them(reference: LegalReference, end: str) -> None:
    """Ends of lines and pages that no value may hold are blanks in a text, and kept in the quote."""
    text = f"Theo {reference.text}.".replace(" ", end)
    (found,) = find_citations(text)
    assert said(found.reference) == said(reference)
    assert found.text == found.span.of(text) == reference.text.replace(" ", end)


@given(SOUND)
def test_a_line_may_end_in_a_name_before_a_small_letter(reference: LegalReference) -> None:
    """A name of a body that no table has goes on in the next line, unless that begins with a capital."""
    assert_reads_alike(re.sub(r" (?=[a-zđàáâãèéêìíòóôõùúýăĩũơưạ-ỹ])", "\n", reference.text), reference)


@given(SOUND, st.data())
def test_a_line_may_end_beside_a_separator(reference: LegalReference, data: st.DataObject) -> None:
    """Before or behind a stroke or hyphen of the number the line may end, and that is no deviation."""
    match = _DESIGNATION.search(reference.text)
    if match is None:
        return
    separator = data.draw(st.sampled_from([place for place in range(*match.span()) if reference.text[place] in "/-"]))
    place = separator + data.draw(st.integers(0, 1))
    noisy = f"{reference.text[:place]}\n{reference.text[place:]}"
    assert_reads_alike(noisy, reference)
    assert LegalReference.parse(noisy).well_formed


@given(SOUND.filter(lambda reference: reference.symbol is not None and codes(reference) <= _TABLE_CODES), st.data())
def test_a_line_may_end_within_a_code_of_the_tables(reference: LegalReference, data: st.DataObject) -> None:
    """A code that a line end cuts in two is put together again; only digits are never cut."""
    match = _DESIGNATION.search(reference.text)
    assert match is not None
    text = reference.text
    start = text.index("/" if "/" in match.group() else "-", match.start()) + 1
    inner = [place for place in range(start + 1, match.end()) if text[place - 1].isalpha() and text[place].isalpha()]
    if not inner:
        return
    place = data.draw(st.sampled_from(inner))
    assert_reads_alike(f"{text[:place]}\n{text[place:]}", reference)


@given(legal_references(numbered=True, well_formed=True).filter(is_cited), st.sampled_from(" \u00a0"))
def test_a_spaced_dash_behind_a_type_is_a_hyphen(reference: LegalReference, blank: str) -> None:
    """Whichever the body, "QĐ – UBND" says what "QĐ-UBND" says; behind a letter's body a dash may be the sentence's."""
    kind, hyphen, body = (reference.symbol or "").partition("-")
    if kind not in types_by_symbol() or not hyphen or "-" in body:
        return
    noisy = within_designation(reference.text, lambda text: text.replace("-", f"{blank}–{blank}"))
    assert_reads_alike(noisy, reference)


@given(legal_references(numbered=True, well_formed=False).filter(is_cited))
def test_noise_upon_damage_is_read_as_the_damage_alone(reference: LegalReference) -> None:
    """A damaged citation in decomposed letters with no-break spaces is the same damaged citation."""
    noisy = unicodedata.normalize("NFD", reference.text).replace(" ", "\u00a0")
    found = LegalReference.parse(noisy)
    assert said(found) == said(reference)
    assert found.deviations == reference.deviations
