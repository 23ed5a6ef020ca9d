"""Citations found in running text: which, where, and where none is."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan import legal
from govplan.errors import InvalidLegalReferenceError, InvalidTextError
from govplan.legal import Citation, LegalReference, find_citations
from govplan.legal.reference import MAX_LENGTH
from govplan.legal.tables import bodies, document_types
from govplan.testing import citations, legal_references

PARAGRAPH = (
    "Năm 2020, tỉnh đạt 14/15 chỉ tiêu. Căn cứ Luật Người khuyết tật và khoản 2 Điều 9 Nghị định số 31/2018/NĐ-CP "
    "của Chính phủ; Nghị quyết 51/NQHĐND ngày 27/8/2019 của HĐND tỉnh về giảm nghèo, Chương trình số 03-CTr/BCĐ ngày "
    "07/6/2020 của Ban Chỉ đạo phát triển vùng Đông tỉnh Quảng Ngãi và các chính sách theo số 41/2009/QH12."
)
FOUND = (
    ("named", "Luật Người khuyết tật"),
    ("full", "khoản 2 Điều 9 Nghị định số 31/2018/NĐ-CP của Chính phủ"),
    ("full", "Nghị quyết 51/NQHĐND ngày 27/8/2019 của HĐND tỉnh"),
    (
        "full",
        "Chương trình số 03-CTr/BCĐ ngày 07/6/2020 của Ban Chỉ đạo phát triển vùng Đông tỉnh Quảng Ngãi",
    ),
    ("full", "số 41/2009/QH12"),
)

# Pieces of citations and what stands around them, in any order.
PIECES = st.sampled_from(
    [
        *(str(kind) for kind in document_types()),
        *(kind.code for kind in document_types()),
        *bodies(),
        *("số", "Số:", "ngày", "tháng", "năm", "của", "về", "và", "theo", "khoản 2", "Điều 9", "điểm đ", "NQHĐND"),
        *("7", "007", "36a", "2019", "1899", "31/02/2021", "06/12/2018", "14/15", "NĐ-CP", "NQ/TU", "QH14"),
        *("Chính phủ", "UBND tỉnh", "Uỷ ban nhân dân", "tỉnh Quảng Nam", "Sở Tài chính", "Đất đai", "người", "Đ", "đ"),
        *("-", "–", "‑", "/", ".", ",", ";", ":", "(", ")", "\n", "\t", "\r\n", "\u00a0", "\x00", "\ud800", "\u0323"),
    ]
)
RUNNING_TEXT = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", "/", "-"])), max_size=30).map(
    lambda pieces: "".join([part for piece in pieces for part in piece])
)


def test_the_room_of_references_gives_what_it_has() -> None:
    """What reads running text comes on first use; a name that nothing has is an AttributeError, as of any module."""
    assert legal.find_citations is find_citations
    with pytest.raises(AttributeError, match=r"'govplan\.legal' has no attribute 'find_citation'"):
        legal.find_citation  # noqa: B018


def quotes(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((citation.kind, citation.text) for citation in find_citations(text))


def test_the_citations_of_a_paragraph_are_found_in_their_order() -> None:
    """Numbered documents with their place, date and issuer, laws by title, and nothing else."""
    assert quotes(PARAGRAPH) == FOUND


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_spans_quote_the_text_as_it_was_given(form: str) -> None:
    """Whatever the normal form of the text, a span counts its characters, and the readings are the same."""
    text = unicodedata.normalize(form, PARAGRAPH)
    found = find_citations(text)
    assert [unicodedata.normalize("NFC", citation.text) for citation in found] == [quote for _, quote in FOUND]
    for citation, plain in zip(found, find_citations(PARAGRAPH), strict=True):
        assert text[citation.span.start : citation.span.end] == citation.span.of(text) == citation.text
        assert citation.reference == plain.reference


@pytest.mark.parametrize(
    ("blank", "kept"),
    [pytest.param("\u00a0", "\u00a0", id="no-break-space"), pytest.param(" ", " ", id="space")],
)
def test_no_break_spaces_are_spaces(blank: str, kept: str) -> None:
    """A text whose blanks are no-break spaces has the same citations at the same places."""
    found = find_citations(PARAGRAPH.replace(" ", blank))
    assert [(one.kind, one.text.replace(kept, " ")) for one in found] == list(FOUND)
    assert [one.span for one in found] == [one.span for one in find_citations(PARAGRAPH)]
    assert [one.reference.identity for one in found] == [one.reference.identity for one in find_citations(PARAGRAPH)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0c"])
def test_a_citation_may_run_over_the_end_of_a_line_or_page(end: str) -> None:
    """A line end between its words, of whatever kind, is a blank, and the quote keeps it."""
    text = f"theo Nghị quyết{end}số 51/NQ-HĐND{end}ngày 27/8/2019{end}của HĐND tỉnh."
    (found,) = find_citations(text)
    assert found.text == found.span.of(text) == text.removeprefix("theo ").removesuffix(".")
    assert (
        found.reference.identity
        == LegalReference.parse("Nghị quyết số 51/NQ-HĐND ngày 27/8/2019 của HĐND tỉnh").identity
    )


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quyết định số 9/QĐ-UBND của UBND tỉnh với mục tiêu", "Ủy ban nhân dân tỉnh"),
        ("Quyết định số 9/QĐ-UBND của UBND thành phố Hội An.", "Ủy ban nhân dân thành phố Hội An"),
        ("(Quyết định số 9/QĐ-UBND của Uỷ ban nhân dân tỉnh Hoà Bình)", "Ủy ban nhân dân tỉnh Hòa Bình"),
        ("Quyết định số 9/QĐ-UBND của UBND tỉnh Bà Rịa - Vũng Tàu về", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        ("Quyết định số 9/QĐ-UBND của HĐND và UBND tỉnh", "Hội đồng nhân dân"),
        ("Nghị quyết số 4-NQ/TU của Thành ủy Đà Nẵng tiếp tục", "Thành ủy Đà Nẵng"),
        ("Nghị quyết số 4/NQ-CP của Chính phủ các năm qua", "Chính phủ"),
        ("Quyết định số 4/QĐ-TTg của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        (
            "Thông tư số 4/2019/TT-BXD của Bộ trưởng Bộ Xây dựng hướng dẫn thực hiện",
            "Bộ trưởng Bộ Xây dựng",
        ),
        (
            "Quyết định số 60/QĐ-SXD của Sở Lao động - Thương binh và Xã hội tỉnh và Kế hoạch năm",
            "Sở Lao động - Thương binh và Xã hội tỉnh",
        ),
        ("Quyết định số 9/QĐ-UBND và của ngành", "Ủy ban nhân dân"),
        ("Quyết định số 60/QĐ-SXD của ngành", None),
    ],
)
def test_an_issuer_ends_where_its_name_ends(text: str, issuer: str | None) -> None:
    """The words after the body and its place are not its name; without a name the symbol's body stands."""
    (found,) = find_citations(text)
    assert found.reference.issuer == issuer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luật Nhà ở, Luật Kinh doanh bất động sản.", ["Luật Nhà ở", "Luật Kinh doanh bất động sản"]),
        ("Bộ luật Lao động năm 2019 và Pháp lệnh Ngoại hối", ["Bộ luật Lao động", "Pháp lệnh Ngoại hối"]),
        ("Luật Đất đai (sửa đổi) theo Luật Quy hoạch đô thị\n", ["Luật Đất đai", "Luật Quy hoạch đô thị"]),
        ("Luật Thống kê số 31/2008/QH12", ["Luật Thống kê", "số 31/2008/QH12"]),
        ("Luật Nhà ở của Quốc hội", ["Luật Nhà ở"]),
        ("theo pháp luật, Luật này, luật Nhà ở và Luật sư Nguyễn Văn An", []),
        ("Bộ luật Nghị quyết số 4/NQ-CP", ["Nghị quyết số 4/NQ-CP"]),
    ],
)
def test_laws_are_known_by_their_titles(text: str, expected: list[str]) -> None:
    """A title begins with a capital and ends before a mark or a word that no title has; one place is cited once."""
    assert [citation.text for citation in find_citations(text)] == expected


def test_a_law_that_is_named_has_its_type_and_title() -> None:
    """The reading of a name is that of the name alone."""
    (found,) = find_citations("Thực hiện Bộ luật Hàng hải; kết quả tốt")
    assert found.reference == LegalReference.parse(found.text)
    assert str(found.reference.type) == "Bộ luật"


@pytest.mark.parametrize(
    "text",
    [
        "hoàn thành 14/15 chỉ tiêu, 30/63 tỉnh",
        "45 triệu đồng/người/năm",
        "theo TCVN 6909:2001 và QCVN 01-1:2018/BYT",
        "tỷ suất 58,3/100.000 trẻ đẻ sống",
        "ngành LĐ-TB&XH, VH-TT-DL, TM./KT.",
        "mã thủ tục T-THA-228716-TT",
        "số 62 đường Hùng Vương; trực 24/7",
        "Số 67 (7.050) ngày 8/3",
        "giai đoạn 2021-2025, COVID-19",
        "12/KT-XH hoặc 24/BTC",
        "1.512/QĐ-UBND",
        "A12/QĐ-UBND",
        "",
        "   ",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    """Fractions, rates, standards, abbreviations and house numbers are not documents."""
    assert find_citations(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 4/NQ-CP ngày càng hiệu quả", ("Nghị quyết số 4/NQ-CP", True)),
        (
            "Nghị quyết số 4/NQ-CP ngày 31/02/2021 của Chính phủ,",
            ("Nghị quyết số 4/NQ-CP ngày 31/02/2021 của Chính phủ", False),
        ),
        ("Nghị quyết số 4/NQ-CP, 15 nhóm", ("Nghị quyết số 4/NQ-CP", True)),
        ("Nghị quyết số 4/NQ-CP ngày 3/4 và", ("Nghị quyết số 4/NQ-CP", True)),
    ],
)
def test_only_the_shape_of_a_date_can_be_a_wrong_date(text: str, expected: tuple[str, bool]) -> None:
    """A day that no calendar has belongs to the citation and is marked; "ngày càng" is neither."""
    (found,) = find_citations(text)
    assert (found.text, found.reference.well_formed) == expected
    assert found.reference.date is None


def test_a_list_of_numbers_under_one_type_is_found_one_by_one() -> None:
    """Each number is a citation, with the type that its symbol says."""
    found = find_citations("các Quyết định số 9/QĐ-UBND, 10/QĐ-UBND ngày 3/4/2020 và số 11/QĐ-UBND")
    assert [citation.text for citation in found] == [
        "Quyết định số 9/QĐ-UBND",
        "10/QĐ-UBND ngày 3/4/2020",
        "số 11/QĐ-UBND",
    ]
    assert {str(citation.reference.type) for citation in found} == {"Quyết định"}


def test_a_number_among_the_words_of_an_issuer_is_no_second_citation() -> None:
    """One place is quoted once."""
    (found,) = find_citations("Quyết định số 60/QĐ-SXD của Tổ công tác 5/NQ-CP về nhà ở")
    assert found.reference.issuer == "Tổ công tác 5/NQ-CP"


@given(
    legal_references(numbered=True, sound=True),
    st.sampled_from(["", "Căn cứ ", "thực hiện theo ", "(", "1. ", "Năm 2020,\n", "trên 4%; "]),
    st.sampled_from([".", ";", ", ", ")", "\n", "", " và các văn bản khác", ". Nghị quyết này"]),
    st.sampled_from(["NFC", "NFD"]),
)
def test_a_citation_in_a_sentence_is_found_with_its_exact_span(
    reference: LegalReference, before: str, after: str, form: str
) -> None:
    """Neither the words before it nor those after it belong to the quote, and none of its own is lost."""
    quote = unicodedata.normalize(form, reference.text)
    text = f"{before}{quote}{after}"
    (found,) = find_citations(text)
    assert (found.span.start, found.text) == (len(before), quote)
    assert found.kind == "full"
    assert found.reference == reference


@given(st.lists(citations(), min_size=1, max_size=5), st.sampled_from(["; ", ", ", ".\n", "\n"]))
def test_the_citations_of_a_list_are_those_of_its_items(items: list[Citation], joint: str) -> None:
    """As many are found as there are, in their order, each as it is read alone."""
    found = find_citations(joint.join(item.reference.text for item in items))
    assert [one.reference for one in found] == [item.reference for item in items]


def assert_consistent(text: str) -> None:
    found = find_citations(text)
    for citation in found:
        assert citation.span.of(text) == citation.text != ""
        assert LegalReference.parse(citation.reference.text) == citation.reference
        assert LegalReference.parse(str(citation.reference)).identity == citation.reference.identity
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start


@given(RUNNING_TEXT)
@example("Bộ luật Nghị quyết số:12/HĐND tỉnh")
@example("Quyết định số 1/QĐ-UBND của Sở \x00 Tài chính về")
def test_pieces_of_citations_in_any_order_are_read_consistently(text: str) -> None:
    """Nothing raises, no quotes overlap; each is read alone as in its text, and prints as its document."""
    assert_consistent(text)
    assert_consistent(unicodedata.normalize("NFC", text))


@given(st.text())
def test_no_text_raises(text: str) -> None:
    """Any characters at all give citations or none, and spans that quote the text."""
    for citation in find_citations(text):
        assert citation.span.of(text) == citation.text


LENGTH = 100_000
HOSTILE = {
    "digits": "1",
    "numbers and slashes": "1/",
    "capitals": "A",
    "capitals apart": "A ",
    "parentheses": "(",
    "blanks": " ",
    "số": "số ",
    "types": "Quyết định số ",
    "laws": "Luật ",
    "half a symbol": "1/A-",
    "long symbols": "1/A-A-A-A-A-A ",
    "places": "khoản 1 Điều 1 ",
    "issuers": "1/QĐ-UBND của A ",
    "dates": "ngày 1/1/2021, của ",
    "decomposed letters": "e\u0323\u0302",
    "only marks": "\u0301",
}
LEADS = ["", "Nghị quyết số 1/", "Luật A", "Quyết định số 1/QĐ-UBND của A"]


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in HOSTILE.items()])
@pytest.mark.parametrize("lead", LEADS)
def test_hostile_text_is_read_to_its_end(lead: str, piece: str) -> None:
    """A hundred thousand characters made to mislead a reader give an answer, and one that quotes them."""
    text = lead + piece * (LENGTH // len(piece))
    for citation in find_citations(text):
        assert citation.span.of(text) == citation.text
        assert len(citation.text) < 1000


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in HOSTILE.items()])
@pytest.mark.parametrize("lead", LEADS)
def test_a_hostile_citation_is_read_or_refused(lead: str, piece: str) -> None:
    """As long as a citation may be it gives a reference that reads alike again, or the error; longer, the error."""
    text = lead + piece * LENGTH
    try:
        found = LegalReference.parse(text[:MAX_LENGTH])
    except (InvalidLegalReferenceError, InvalidTextError):
        pass
    else:
        assert LegalReference.parse(found.text) == found
    with pytest.raises(InvalidLegalReferenceError, match="no document named"):
        LegalReference.parse(f"{text[: LENGTH - 1]}(")
