"""One citation that fills a text: what fills it, what may follow it, and what is refused."""

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from govplan.errors import InvalidLegalReferenceError, InvalidTextError
from govplan.legal import LegalReference
from govplan.legal.parsing import read_reference
from govplan.legal.reference import MAX_LENGTH
from govplan.legal.tables import body_names, document_types, type_names
from govplan.testing import legal_references, lines

parse = LegalReference.parse
PLAIN = "Quyết định số 1704/QĐ-UBND ngày 12/11/2019 của UBND tỉnh Phú Yên"

# The grammar's tokens in any order, with what printers and systems put between them.
TOKENS = st.sampled_from(
    [
        *type_names(),
        *sorted(body_names())[::7],
        *("số", "Số:", "ngày", "tháng", "năm", "của", "về", "và", "này", "trên"),
        *("khoản 2", "Điều 9", "điểm đ", "Phụ lục", "sửa đổi, bổ sung một số điều của", "Đất đai"),
        *("7", "007", "36a", "66.7", "2019", "NQ-HĐND", "NĐ-CP", "NQ/TU", "QH14", "TTLT", "QĐ", "UBND", "31/02/2021"),
        *"()-–/,;.\n\u00a0\u200b",
    ]
)
SOUP = st.lists(st.tuples(TOKENS, st.sampled_from(["", " ", " ", "/", "-"])), max_size=14).map(
    lambda pieces: "".join([part for piece in pieces for part in piece])
)


@given(legal_references())
def test_what_was_printed_reads_as_what_was_read(reference: LegalReference) -> None:
    """parse(x.text) == x, for every family, form, damage and spelling."""
    assert read_reference(reference.text) == reference


@given(
    legal_references(numbered=True).filter(lambda reference: reference.title is None),
    st.sampled_from([".", ";", ",", " ", ". \n"]),
)
def test_marks_behind_a_citation_are_no_part_of_what_it_says(reference: LegalReference, mark: str) -> None:
    """A list or a sentence may have ended there; the text keeps them."""
    text = f"{reference.text}{mark}"
    assert read_reference(text) == evolve(reference, text=text.strip())


@pytest.mark.parametrize(
    ("after", "title"),
    [
        (" về việc phê duyệt đề án, kế hoạch", "về việc phê duyệt đề án, kế hoạch"),
        (" ban hành\nKế hoạch.", "ban hành Kế hoạch"),
        (", quy định chế độ của tỉnh;", "quy định chế độ của tỉnh"),
        (" hướng dẫn thực hiện Nghị định số 31/2018/NĐ-CP", "hướng dẫn thực hiện Nghị định số 31/2018/NĐ-CP"),
    ],
)
def test_what_a_document_is_about_may_follow_it(after: str, title: str) -> None:
    """The words are its title, and change neither its issuer nor which document it is."""
    found = parse(PLAIN + after)
    assert found == evolve(parse(PLAIN), text=PLAIN + after, title=title)
    assert found.identity == parse(PLAIN).identity
    assert parse(PLAIN[: PLAIN.index(" của")] + after).title == title


@pytest.mark.parametrize("name", sorted(body_names()))
def test_an_issuer_is_all_that_stands_behind_của(name: str) -> None:
    """Names that hold "về" or a comma are whole, before a title as at the end."""
    plain = parse(f"Quyết định số 5/QĐ-XYZVN của {name}")
    # A longer name says more than the full one, and is kept.
    is_longer = name.casefold().startswith(f"{body_names()[name].casefold()} ")
    assert plain.issuer == (name if is_longer else body_names()[name])
    assert parse(f"{plain.text} về nhà ở") == evolve(plain, text=f"{plain.text} về nhà ở", title="về nhà ở")
    assert parse(f"{plain.text} ngày 3/4/2020").issuer == plain.issuer
    assert parse(f"{plain.text}, 3/4/2020").issuer == plain.issuer


@pytest.mark.parametrize("kind", document_types(), ids=str)
def test_any_type_may_be_known_by_a_name(kind: object) -> None:
    """What follows the type is the title, in any spacing; there is no number and nothing to be well formed."""
    found = parse(f"{kind}  quốc gia\nvề dinh dưỡng")
    assert (str(found.type), found.title) == (str(kind), "quốc gia về dinh dưỡng")
    assert (found.number, found.deviations) == (None, ())


@given(lines())
def test_any_words_may_be_a_name(words: str) -> None:
    """Whatever a programme is called, its reference is read and reads alike again."""
    found = parse(f"Chương trình A {words}")
    assert parse(found.text) == found
    assert str(found.type) == "Chương trình"


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh",
        "Luật",
        "Bộ luật ",
        "số nhà 3",
        "12/2021",
        "14/15 chỉ tiêu",
        "QĐ-UBND",
        "Luậtsư",
        "Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND",
        "Quyết định số 12/QĐ-UBND ngày mai",
        "theo Quyết định số 12/QĐ-UBND",
        "12/KT-XH",
    ],
)
def test_text_that_names_no_document_is_refused_with_what_to_write(text: str) -> None:
    """The message shows the text and an example, in both languages."""
    assert read_reference(text) is None
    with pytest.raises(InvalidLegalReferenceError, match=r"no document named: found .*; write its type") as caught:
        parse(text)
    assert text in caught.value.message("vi")
    assert "hãy viết loại, số, ngày" in caught.value.message("vi")


def test_text_without_letters_or_without_end_is_refused() -> None:
    """Nothing is no citation, and neither is a page."""
    with pytest.raises(InvalidTextError, match="empty text"):
        parse("  ")
    with pytest.raises(InvalidTextError, match="text expected: found 5"):
        parse(5)  # type: ignore[arg-type]  # what a caller without types may do
    with pytest.raises(InvalidTextError, match="no document prints"):
        parse("Luật Nhà ở\x00")
    title = "Luật " + "A" * (MAX_LENGTH - 5)
    assert parse(title).title == "A" * (MAX_LENGTH - 5)
    with pytest.raises(InvalidLegalReferenceError, match="no document named"):
        parse(title + "A")


@given(st.one_of(st.text(max_size=60), SOUP))
@example("Tờ trình số 5/TTr-UBND của Sở Tài chính về việc")
def test_no_text_does_anything_but_read_or_be_refused(text: str) -> None:
    """Whatever is given, a reference comes out or an error of govplan; and its text gives it again."""
    try:
        found = parse(text)
    except (InvalidLegalReferenceError, InvalidTextError):
        return
    assert parse(found.text) == found


PIECES = [*"1A( ", "1/", "A ", "số ", "Quyết định số ", "Luật ", "1/A-", "khoản 1 Điều 1 ", "của A ", "ngày 1/1/2021, "]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("lead", ["", "Nghị quyết số 1/", "Luật A", "Quyết định số 1/QĐ-UBND của A"])
def test_a_hostile_citation_is_read_or_refused(lead: str, piece: str) -> None:
    """As long as a citation may be it gives a reference that reads alike again, or the error; longer, the error."""
    text = lead + piece * MAX_LENGTH
    try:
        found = parse(text[:MAX_LENGTH])
    except (InvalidLegalReferenceError, InvalidTextError):
        pass
    else:
        assert parse(found.text) == found
    with pytest.raises(InvalidLegalReferenceError, match="no document named"):
        parse(f"{text[:MAX_LENGTH]}(")
