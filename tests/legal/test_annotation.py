"""A text as HTML in which its citations are marked and linked."""

import re
from html.parser import HTMLParser
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidTextError
from govplan.legal import Citation, LegalReference, find_citations
from govplan.legal.annotation import anchor_of, annotate, annotate_piece
from govplan.testing import legal_references
from govplan.values import Span

Form = Literal["NFC", "NFD"]
PAGE = (
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đất đai;\r\n"
    "Căn cứ Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh (sau đây gọi tắt là Nghị quyết 68);\n\n"
    "\tTheo điểm đ khoản 2 Điều 5 Nghị quyết 68, Luật Đất đai & Nghị định này.\n"
)
_hostile = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"',
        "'",
        "&amp;",
        "&#13;",
        "<!--",
        "]]>",
        "\r\n",
        "\n\n",
        "\t",
        "</cite>",
        "<a href=#x>",
    ]
)
_blanks = st.sampled_from([" ", "  ", "\n", "\u00a0", " \u200b"])
_references = legal_references()


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw a text with citations, some of them again, among words that mean something to HTML."""
    cited = draw(st.lists(_references, min_size=1, max_size=4))
    parts = draw(st.lists(st.one_of(_hostile, st.sampled_from(cited).map(lambda one: one.text), st.text(max_size=5))))
    return "; ".join([*parts, cited[0].text, cited[0].text])


class Page(HTMLParser):
    """What a reader of HTML makes of a page: its text, its marks, and where links lead."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.cites: list[dict[str, str | None]] = []
        self.quotes: list[str] = []
        self._open: list[str] = []
        self._starts: list[int] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert len(found) == len(attrs)
        # A link in a link would end the outer one.
        assert tag != "a" or "a" not in self._open
        self.tags.append(tag)
        self._open.append(tag)
        if tag == "a":
            self.targets.append((found["href"] or "").removeprefix("#"))
        else:
            self.cites.append(found)
            self.ids += [found["id"] or ""] if "id" in found else []
            self._starts.append(len(self.text))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "cite":
            self.quotes.append(self.text[self._starts.pop() :])

    def handle_data(self, data: str) -> None:
        self.text += data


def anchors(html: str) -> list[str]:
    return Page(html).ids


def reference(text: str) -> LegalReference:
    return LegalReference.parse(text)


# --- the text stays -----------------------------------------------------------------------------


@given(text=pages(), form=st.sampled_from(["NFC", "NFD"]))
def test_the_page_says_what_the_text_says(text: str, form: Form) -> None:
    """Nothing of it is markup, nothing is lost, blanks and line ends included."""
    text = normalize(form, text)
    page = Page(annotate(text))
    assert page.text == text
    assert set(page.tags) <= {"cite", "a"}


@given(text=pages())
def test_marks_are_where_the_citations_are(text: str) -> None:
    """Every citation is marked with its words; ids are unique, and every link leads to one before it."""
    html = annotate(text)
    page = Page(html)
    assert sorted(page.quotes) == sorted(citation.text for citation in _flat(find_citations(text)))
    assert len(set(page.ids)) == len(page.ids)
    for link in re.finditer('href="#([^"]*)"', html):
        assert html.index(f' id="{link[1]}"') < link.start()


def _flat(citations: tuple[Citation, ...]) -> list[Citation]:
    return [one for citation in citations for one in (citation, *_flat(citation.nested))]


@given(text=st.text())
def test_any_text_can_be_shown(text: str) -> None:
    """Controls and half characters too."""
    assert Page(annotate(text)).text == text


def test_carriage_returns_survive_readers_of_html() -> None:
    """Written as they are they would become line feeds."""
    assert annotate("a\r\nb") == "a&#13;\nb"


def test_what_a_reference_says_cannot_leave_its_attribute() -> None:
    """Kinds and canonical forms are data as the text is."""
    title = "\"><script>&'"
    citation = Citation(Span(0, 4), "Luật", '"x"', LegalReference("Luật", reference("Luật Đất đai").type, title=title))
    page = Page(annotate("Luật", [citation]))
    assert page.tags == ["cite"]
    assert (page.cites[0]["title"], page.cites[0]["data-kind"]) == (f"Luật {title}", '"x"')


# --- what the marks say -------------------------------------------------------------------------


def test_the_first_citation_is_the_anchor_and_later_ones_link_to_it() -> None:
    """What is cited inside a title counts, short mentions link to what they mean, and what is open to nothing."""
    page = Page(annotate(PAGE))
    amending, land, resolution = page.ids
    assert [anchor.rpartition("-")[0] for anchor in page.ids] == [
        "luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-dat-dai",
        "luat-dat-dai",
        "nghi-quyet-68-nq-hdnd",
    ]
    assert page.targets == [resolution, resolution, land]
    assert amending != land
    assert page.cites[-1] == {
        "class": "legal", "data-kind": "short", "data-well-formed": "true", "title": "Nghị định này"
    }  # fmt: skip


def test_each_mark_says_the_canonical_form_and_how_it_is_cited() -> None:
    """A short mention has the form of the document that it means, with its own place in it."""
    full, alias, short = Page(annotate(PAGE)).cites[2:5]
    form = "Nghị quyết số 68/NQ-HĐND ngày 29 tháng 9 năm 2021 của Hội đồng nhân dân tỉnh"
    assert (full["title"], full["data-kind"], full["data-well-formed"]) == (form, "full", "false")
    assert (alias["title"], short["title"]) == (form, f"điểm đ khoản 2 Điều 5 {form}")


def test_links_stand_beside_each_other_where_citations_are_nested() -> None:
    """The outer one is on the words before the inner one."""
    text = "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"
    second = annotate(f"{text}; {text}").split("; ", 1)[1]
    assert re.findall(r"<a [^>]*>([^<]*)</a>", second) == [
        "Luật sửa đổi, bổ sung một số điều của ",
        "Luật Đất đai",
    ]
    inner = Citation(Span(0, 12), "Luật Đất đai", "named", reference("Luật Đất đai"))
    outer = Citation(Span(0, 20), "Luật Đất đai sửa đổi", "named", reference("Luật Đất đai sửa đổi"), (inner,))
    both = "Luật Đất đai sửa đổi"
    again = [_moved(outer, 0), _moved(outer, len(both) + 1)]
    assert Page(annotate(f"{both} {both}", again)).targets == [anchor_of(inner.reference)]


def _moved(citation: Citation, by: int) -> Citation:
    nested = tuple(_moved(inner, by) for inner in citation.nested)
    span = Span(citation.span.start + by, citation.span.end + by)
    return Citation(span, citation.text, citation.kind, citation.reference, nested)


def test_what_resolution_keeps_apart_has_anchors_of_its_own() -> None:
    """Two provinces may each have the number, on two days; no link claims that they are one document."""
    text = "Nghị quyết số 43/2021/NQ-HĐND ngày 08/12/2021; Nghị quyết số 43/2021/NQ-HĐND ngày 09/12/2021"
    first, second = anchors(annotate(text))
    assert second == f"{first}-2"


# --- anchors ------------------------------------------------------------------------------------


@given(
    cited=_references, before=st.sampled_from(["", "Luật Việc làm; ", "x <b> "]), form=st.sampled_from(["NFC", "NFD"])
)
def test_a_document_has_one_anchor_in_every_text(cited: LegalReference, before: str, form: Form) -> None:
    """Whatever stands around it, in either normal form, and with other white space."""
    text = f"{before}{cited.text}."
    expected = anchors(annotate(text))
    assert anchors(annotate(normalize(form, text))) == expected
    assert anchors(annotate(text.replace(" ", "\u00a0"))) == expected
    assert set(anchors(annotate(f"{text} Xem Pháp lệnh Dân số."))) >= set(expected)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Nghị định số 05/2021/NĐ-CP", "Điều 3 Nghị định 5/2021/NĐ-CP", True),
        ("Luật Hoà giải ở cơ sở", "Luật Hòa giải ở cơ sở", True),
        ("Luật Đê điều", "Luật Dê điều", False),
        ("Kế hoạch số 12/KH-XĐV", "Kế hoạch số 12/KH-XDV", False),
        ("Chỉ thị số 37-CT/TW ngày 06/9/2019", "Chỉ thị số 37-CT/TW ngày 10/7/2024", False),
        ("Nghị quyết số 9/NQ-HĐND của HĐND tỉnh Hà Nam", "Nghị quyết số 9/NQ-HĐND của HĐND tỉnh Hà Giang", False),
        ("Nghị quyết số 9/NQ-HĐND", "Nghị quyết số 9-NQ/HĐND", False),
    ],
)
def test_anchors_are_alike_for_one_document_and_differ_for_two(one: str, other: str, is_same: bool) -> None:
    """Padding, pin and spelling are not the document; đ, date, issuer and separators are."""
    assert (anchor_of(reference(one)) == anchor_of(reference(other))) is is_same


@given(reference=_references)
def test_an_anchor_is_readable_and_safe(reference: LegalReference) -> None:
    """Lower-case letters, digits and hyphens, the first a letter, so that no address has to escape it."""
    assert re.fullmatch("[a-z][a-z0-9]*(?:-[a-z0-9]+)+", f"x{anchor_of(reference)}")
    assert len(anchor_of(reference)) < 80


def test_a_name_without_letters_has_an_anchor() -> None:
    """The readable part may be missing, the anchor never is."""
    assert anchor_of(LegalReference("x", title="«…»")).startswith("van-ban-")


# --- citations found in a cleaned text ----------------------------------------------------------


@given(text=pages(), form=st.sampled_from(["NFC", "NFD"]), data=st.data())
def test_citations_found_in_a_cleaned_text_are_carried_over(text: str, form: Form, data: st.DataObject) -> None:
    """Normal form, blanks, line ends, marks without width and hard hyphens may differ; the same words are marked."""
    words = re.sub(r"[^\w/.,;:<>&()\"' -]", " ", text).split()
    cleaned = " ".join(words)
    spoilt = "".join(word + data.draw(_blanks) for word in words).replace("-", "\u2011")
    shown = normalize(form, spoilt)
    page = Page(annotate(shown, found_in=cleaned))
    straight = Page(annotate(cleaned))
    assert page.text == shown
    assert page.ids == straight.ids
    assert [_bare(quote) for quote in page.quotes] == [_bare(quote) for quote in straight.quotes]


def _bare(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", normalize("NFC", text)).replace("\u2011", "-")


def test_citations_may_come_from_a_decomposed_text() -> None:
    """The cleaned text may be the decomposed one as well."""
    decomposed = normalize("NFD", "Theo Luật Đất đai.")
    html = annotate("Theo  Luật\nĐất đai.", find_citations(decomposed), found_in=decomposed)
    assert Page(html).quotes == ["Luật\nĐất đai"]


def test_texts_that_differ_are_refused() -> None:
    """With what stands where they part, in both languages; also where one merely ends earlier."""
    with pytest.raises(
        InvalidTextError, match=r"more than spacing and normal form: found 'LuậtĐấtđai' .*'LuậtĐấtđạ"
    ) as refused:
        annotate("Luật Đất đại", found_in="Luật Đất đai")
    assert refused.value.message("vi").startswith("hai văn bản khác nhau ngoài khoảng trắng")
    with pytest.raises(InvalidTextError, match="give the text from which found_in was cleaned"):
        annotate("Luật Đất đai 2013", found_in="Luật Đất đai")


@pytest.mark.parametrize("text", ["", "Luật Nhà ở", "  Luật Đất đai"])
def test_citations_of_another_text_are_refused(text: str) -> None:
    """Marks never stand on other words than those that were found."""
    with pytest.raises(InvalidTextError, match=r"^citation that does not stand in this text: found 'Luật Đất đai'"):
        annotate(text, find_citations("Luật Đất đai"))


def test_empty_citations_are_refused() -> None:
    """There is nothing to mark."""
    nothing = Citation(Span(0, 0), "", "named", reference("Luật Đất đai"))
    with pytest.raises(InvalidTextError, match="does not stand in this text"):
        annotate("Luật Đất đai", [nothing])


def test_citations_that_overlap_are_refused() -> None:
    """Given twice, or crossing: HTML can only nest."""
    found = find_citations("Luật Đất đai")
    with pytest.raises(InvalidTextError, match=r"^citations that overlap: found 'Luật Đất đai'") as refused:
        annotate("Luật Đất đai", (*found, *found))
    assert refused.value.message("vi").startswith("trích dẫn chồng lên nhau")


def test_citations_may_come_in_any_order() -> None:
    """Anchors stand on the first in the text."""
    found = find_citations(PAGE)
    assert annotate(PAGE, found[::-1]) == annotate(PAGE, found) == annotate(PAGE)


# --- pieces -------------------------------------------------------------------------------------


def test_pieces_of_a_text_share_their_anchors() -> None:
    """An id stands once on the page; words that are repeated for the sake of short mentions are not shown."""
    seen: set[str] = set()
    first, second = "Nghị định số 20/2021/NĐ-CP. ", "Theo Nghị định 20."
    html = annotate_piece(first, find_citations(first), seen)
    whole = first + second
    html += annotate_piece(whole, find_citations(whole), seen, start=len(first))
    page = Page(html)
    assert page.text == whole
    assert page.targets == page.ids == list(seen)
