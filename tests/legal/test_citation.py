"""Citations found in running text: which, where, and where none is."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan import legal
from govplan.legal import Citation, LegalReference, find_citations
from govplan.legal.tables import Body, bodies, body_names, document_types, type_names
from govplan.testing import citations, legal_references
from govplan.values.text import line

Form = Literal["NFC", "NFD", "NFKD"]
FORMS: list[Form] = ["NFC", "NFD"]
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
WORDS = [
    *type_names(),
    *(kind.code for kind in document_types()),
    *bodies(),
    *sorted(body_names())[::7],
    *("số", "Số:", "ngày", "tháng", "năm", "của", "về", "và", "theo", "này", "trên", "nêu trên", "kèm theo"),
    *("khoản 2", "Điều 9", "điểm đ", "Phụ lục", "NQHĐND", "NĐ-CP", "NQ/TU", "QH14"),
    *("7", "007", "36a", "66.7", "2019", "1899", "31/02/2021", "06/12/2018", "14/15"),
    *("Chính phủ", "UBND tỉnh", "Uỷ ban nhân dân", "tỉnh Quảng Nam", "Sở Tài chính", "Đất đai", "người", "Đ", "đ"),
    *("(sau đây gọi tắt là Luật mới)", "Luật mới", "phê duyệt Đề án nhà ở tỉnh", "Đề án nhà ở tỉnh"),
    *("sửa đổi, bổ sung một số điều của", "Luật", "Đại hội XIII", "nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
]
MARKS = [*"-–‑/.,;:()\n\t\u00a0\u200b", "//", "\r\n", "&nbsp;", "&#272;"]
ODD = ["\x00", "\ud800", "\x85", "\u2028", "\ufffe"]


def soup(pieces: list[str]) -> st.SearchStrategy[str]:
    """Generate text of pieces, most of them words apart."""
    piece = st.tuples(st.sampled_from(pieces), st.sampled_from(["", " ", " ", "/", "-"])).map("".join)
    return st.lists(piece, max_size=20).map("".join)


RUNNING_TEXT = soup(WORDS + MARKS + ODD)
ANY_TEXT = st.one_of(soup([*WORDS, *MARKS, *ODD, "\u0323", "\u0302", "\u031b"]), st.text())


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
def test_spans_quote_the_text_as_it_was_given(form: Form) -> None:
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
    ("text", "expected"),
    [
        ("Luật Nhà ở, Luật Kinh doanh bất động sản.", ["Luật Nhà ở", "Luật Kinh doanh bất động sản"]),
        ("Bộ luật Lao động năm 2019 và Pháp lệnh Ngoại hối", ["Bộ luật Lao động năm 2019", "Pháp lệnh Ngoại hối"]),
        ("Luật Đất đai (sửa đổi) theo Luật Quy hoạch đô thị\n", ["Luật Đất đai", "Luật Quy hoạch đô thị"]),
        ("Luật Thống kê số 31/2008/QH12", ["Luật Thống kê số 31/2008/QH12"]),
        ("Luật Nhà ở của Quốc hội", ["Luật Nhà ở"]),
        ("theo pháp luật, luật Nhà ở và Luật sư Nguyễn Văn An", []),
        ("LUẬT NHÀ Ở", ["LUẬT NHÀ Ở"]),
        ("Luật Nhà ở\nCăn cứ Luật Đất đai", ["Luật Nhà ở", "Luật Đất đai"]),
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
        "hợp đồng số 12/HĐ-UBND",
        "giấy phép số 12/GP-UBND",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quy chế ban hành theo Quyết định này", ["Quyết định này"]),
        ("khoản 2 Điều 5 Luật này", ["khoản 2 Điều 5 Luật này"]),
        ("theo khoản 1 Điều 14 Pháp lệnh quy định", ["khoản 1 Điều 14 Pháp lệnh"]),
        ("các Nghị định nêu trên, Quyết định trên", ["Nghị định nêu trên", "Quyết định trên"]),
        ("dự án này trên địa bàn tỉnh", []),
    ],
)
def test_mentions_that_point_at_a_document_are_short(text: str, expected: list[str]) -> None:
    """With their place in it; what is no document is pointed at as well."""
    assert quotes(text) == tuple(("short", quote) for quote in expected)


def test_a_bare_number_is_short_behind_the_full_one() -> None:
    """The short "Nghị quyết 68" is the full citation before it; alone it is a citation that lacks its symbol."""
    text = "Nghị quyết số 68/NQ-CP quy định. Theo Nghị quyết 68, tỉnh đã làm; Nghị quyết 69 ngày 3/4/2020 cũng vậy"
    first, second, third = find_citations(text)
    assert [one.kind for one in (first, second, third)] == ["full", "short", "full"]
    assert (second.reference.number, second.reference.symbol) == ("68", None)
    assert (third.reference.number, third.reference.symbol) == ("69", None)
    assert find_citations("Theo Nghị quyết 68, tỉnh")[0].kind == "full"


def test_a_name_that_the_text_gives_a_document_is_a_short_mention() -> None:
    """The citation keeps it, and later mentions are found by it; a programme's title by what approved it."""
    text = (
        "Quyết định số 9/QĐ-TTg phê duyệt Chương trình phát triển nhà ở quốc gia "
        "(sau đây gọi tắt là Chương trình nhà). Chương trình nhà đạt kết quả; "
        "Chương trình phát triển nhà ở quốc gia kết thúc."
    )
    assert quotes(text) == (
        ("full", "Quyết định số 9/QĐ-TTg"),
        ("short", "Chương trình nhà"),
        ("named", "Chương trình phát triển nhà ở quốc gia"),
    )
    (plain, later) = find_citations("Luật Nhà ở (sau đây gọi là Luật mới). Luật mới quy định")
    assert (plain.kind, plain.alias, later.kind, later.text) == ("named", "Luật mới", "short", "Luật mới")


def test_laws_within_the_title_of_a_law_are_nested() -> None:
    """One citation for the amending law, those of the amended ones within it."""
    text = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai; Luật Đầu tư"
    first, second = find_citations(text)
    assert [inner.text for inner in first.nested] == ["Luật Nhà ở", "Luật Đất đai"]
    assert (first.kind, second.nested) == ("named", ())
    for inner in first.nested:
        assert inner.span.of(text) == inner.text
        assert first.span.start <= inner.span.start < inner.span.end <= first.span.end


def test_a_body_that_the_caller_knows_issues_documents() -> None:
    """Its code is a symbol's in any case, its name an issuer's; other calls know nothing of it."""
    text = "theo 12/qđ-ubxyz của tỉnh"
    (found,) = find_citations(text, bodies=[Body("UBXYZ", "Ủy ban Xyz")])
    assert (found.reference.symbol, found.reference.issuer) == ("QĐ-UBXYZ", "Ủy ban Xyz")
    assert find_citations(text) == ()


@given(
    legal_references(numbered=True, sound=True),
    st.sampled_from(["", "Căn cứ ", "thực hiện theo ", "(", "1. ", "Năm 2020,\n", "trên 4%; "]),
    st.sampled_from([".", ";", ", ", ")", "\n", "", " và các văn bản khác", ". Nghị quyết của tỉnh"]),
    st.sampled_from(FORMS),
)
def test_a_citation_in_a_sentence_is_found_with_its_exact_span(
    reference: LegalReference, before: str, after: str, form: Form
) -> None:
    """Neither the words before it nor those after it belong to the quote, and none of its own is lost."""
    quote = unicodedata.normalize(form, reference.text)
    text = f"{before}{quote}{after}"
    (found,) = find_citations(text)
    assert (found.span.start, found.text) == (len(before), quote)
    assert found.kind == "full"
    assert found.reference == reference


CONTRACTS = ("Hợp đồng", "Giấy phép")


@given(
    legal_references(numbered=True).filter(lambda reference: str(reference.type) not in CONTRACTS),
    st.sampled_from(["Căn cứ ", "(", ""]),
    st.sampled_from([".", ";", ")", ""]),
)
def test_any_citation_in_a_sentence_says_what_it_says_alone(reference: LegalReference, before: str, after: str) -> None:
    """In every family and however damaged; what it is about stands behind it, and a name may end sooner."""
    found = find_citations(f"{before}{reference.text}{after}")[0]
    one = found.reference
    assert found.span.start == len(before)
    assert (one.type, one.number, one.year, one.symbol, one.date, one.pin) == (
        reference.type,
        reference.number,
        reference.year,
        reference.symbol,
        reference.date,
        reference.pin,
    )
    assert one.deviations == reference.deviations


ITEMS = legal_references(sound=True).map(lambda reference: reference.text)


@given(ITEMS, ITEMS, ITEMS, st.sampled_from(["; ", ";\n", ".\n", "\n- "]))
def test_a_list_holds_what_its_items_hold(first: str, second: str, third: str, joint: str) -> None:
    """In "A; B và C" are the citations of A, of B and of C, each as it is read alone."""
    found = find_citations(f"{first}{joint}{second} và {third}")
    alone = [citation for text in (first, second, third) for citation in find_citations(text)]
    assert [(one.kind, one.text, one.reference, one.alias) for one in found] == [
        (one.kind, one.text, one.reference, one.alias) for one in alone
    ]


@given(st.lists(citations(), min_size=1, max_size=5), st.sampled_from(["; ", ".\n", "\n"]))
def test_the_citations_of_a_list_are_those_of_its_items(items: list[Citation], joint: str) -> None:
    """As many are found as there are, in their order, each as it is read alone."""
    items = [item for item in items if item.alias is None and "68" not in item.text]
    found = find_citations(joint.join(item.reference.text for item in items))
    assert [one.reference for one in found] == [item.reference for item in items]


def assert_in_place(text: str, found: tuple[Citation, ...], start: int, end: int) -> None:
    """The spans quote the text, one behind the other, and those within a title lie within it."""
    for citation in found:
        assert start <= citation.span.start < citation.span.end <= end
        assert citation.span.of(text) == citation.text
        assert_in_place(text, citation.nested, citation.span.start, citation.span.end)
        start = citation.span.end


@given(ANY_TEXT)
@example("Công ước quốc tế 12-\x00")
@example("Luật A" + "1" * 200)
def test_spans_quote_the_text_and_never_overlap(text: str) -> None:
    """Whatever is given, nothing raises; surrogates, control characters and marks without letters among it."""
    assert_in_place(text, find_citations(text), 0, len(text))


@given(RUNNING_TEXT)
@example("Bộ luật Nghị quyết số:12/HĐND tỉnh")
@example("Quyết định số 1/QĐ-UBND của Sở \x00 Tài chính về")
@example("007-NQ/TU 31/02/2021Bộ Tài chính")
@example("66.7/NQ/TU")
def test_what_is_found_reads_alike_alone(text: str) -> None:
    """A document with its number, or a law by name, is read from its quote as in its text, and prints as itself."""
    for citation in find_citations(text):
        reference = citation.reference
        if citation.kind == "full":
            assert LegalReference.parse(reference.text) == reference
            assert LegalReference.parse(str(reference)).identity == reference.identity


@given(RUNNING_TEXT)
def test_values_hold_what_documents_print(text: str) -> None:
    """Whatever stands in the text: every field of a reference is in NFC, printable, and not blank."""
    for citation in find_citations(text):
        one = citation.reference
        for field in (one.text, one.number, one.symbol, one.issuer, one.title, citation.alias):
            assert field is None or line(field) == field


LENGTH = 3_000
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
    "amending laws": "Luật sửa đổi, bổ sung một số điều của ",
    "half a symbol": "1/A-",
    "long symbols": "1/A-A-A-A-A-A ",
    "places": "khoản 1 Điều 1 ",
    "lists of places": "điểm a, ",
    "issuers": "1/QĐ-UBND của A ",
    "dates": "ngày 1/1/2021, của ",
    "short mentions": "Nghị định này ",
    "brackets": "Luật Nhà ở (sau đây gọi tắt là Luật mới) ",
    "decomposed letters": "e\u0323\u0302",
    "only marks": "\u0301",
    "entities": "&#272;",
}
LEADS = ["", "Nghị quyết số 1/", "Luật A", "Quyết định số 1/QĐ-UBND của A"]


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in HOSTILE.items()])
@pytest.mark.parametrize("lead", LEADS)
def test_hostile_text_is_read_to_its_end(lead: str, piece: str) -> None:
    """Text made to mislead a reader gives an answer, in quotes that are no longer than a citation can be."""
    text = lead + piece * (LENGTH // len(piece))
    found = find_citations(text)
    assert_in_place(text, found, 0, len(text))
    assert all(len(citation.reference.text) <= 1000 for citation in found)
