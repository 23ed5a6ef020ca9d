"""What documents do to one another, by the words before a citation: each cue, active and passive, lists, and limits."""

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal.citation import Citation, find_citations
from govplan.legal.reference import LegalReference
from govplan.legal.relation import LegalRelation, RelationKind, find_relations
from govplan.legal.tables import type_by_name
from govplan.values.source import Span

Form = Literal["NFC", "NFD"]
# Documents of these tests; letters stand for them, so that a sentence shows what is said.
DOCUMENTS = {
    "A": "Nghị định số 41/2019/NĐ-CP",
    "B": "Nghị định số 52/2020/NĐ-CP",
    "C": "Thông tư số 9/2021/TT-BXD",
    "D": "Quyết định số 77/QĐ-UBND",
    "X": "Quyết định này",
}
_LETTER = re.compile(r"(?<!\w)[A-DX](?!\w)")


def written(sentence: str, form: Form = "NFC") -> tuple[str, tuple[Citation, ...]]:
    """Return a sentence with documents for the letters A to D and X, and their citations, made by hand."""
    pieces: list[str] = []
    citations: list[Citation] = []
    reached = length = 0
    for letter in _LETTER.finditer(sentence):
        before = unicodedata.normalize(form, sentence[reached : letter.start()])
        words = DOCUMENTS[letter.group()]
        printed = unicodedata.normalize(form, words)
        start = length + len(before)
        span = Span(start, start + len(printed))
        kind = type_by_name(" ".join(words.split()[:2]))
        reference = LegalReference(words, kind, *(words.split()[3].split("/")[:1] if "số" in words else ()))
        citations.append(Citation(span, printed, "full" if "số" in words else "short", reference))
        pieces += [before, printed]
        reached, length = letter.end(), span.end
    pieces.append(unicodedata.normalize(form, sentence[reached:]))
    return "".join(pieces), tuple(citations)


def name(citation: Citation | None) -> str:
    words = unicodedata.normalize("NFC", citation.text) if citation else ""
    return next((letter for letter, document in DOCUMENTS.items() if document == words), "-")


def said(sentence: str, form: Form = "NFC") -> list[str]:
    """Return what a sentence says of the documents: "B replaces A", "-" for the document in hand."""
    return [
        f"{name(one.source)} {one.kind.value} {name(one.target)}" for one in find_relations(*written(sentence, form))
    ]


SENTENCES = {
    # basis
    "Căn cứ A": ["- basis A"],
    "căn cứ vào các quy định tại khoản 2 Điều 5 A": ["- basis A"],
    "Trên cơ sở A": ["- basis A"],
    "A căn cứ B": ["- basis B"],
    # implements
    "Thực hiện A": ["- implements A"],
    "Kế hoạch triển khai thực hiện A": ["- implements A"],
    "tổ chức thực hiện nghiêm túc, kịp thời và có hiệu quả A": ["- implements A"],
    "thực hiện các mục tiêu, nhiệm vụ và giải pháp của A": ["- implements A"],
    "D của UBND tỉnh về việc triển khai A": ["D implements A"],
    "ban hành D để thực hiện A": ["D implements A"],
    "thực hiện chính sách của Nhà nước tại A": ["- implements A"],
    # under
    "theo A": ["- under A"],
    "theo đúng quy định tại điểm a, b khoản 1, khoản 3 Điều 7 và Điều 8 của A": ["- under A"],
    "theo hướng dẫn của Bộ Xây dựng tại C": ["- under C"],
    "thực hiện theo A": ["- under A"],
    "đối tượng được quy định tại A": ["- under A"],
    "D theo quy định của A": ["- under A"],
    # replaces
    "thay thế A": ["- replaces A"],
    "B của Chính phủ về quản lý nhà chung cư thay thế A": ["B replaces A"],
    "X có hiệu lực kể từ ngày ký và thay thế D": ["X replaces D"],
    "B về quản lý nhà, thay thế A": ["B replaces A"],
    "A được thay thế bởi B": ["B replaces A"],
    "A đã được thay thế bằng B": ["B replaces A"],
    "A hết hiệu lực và được thay thế bởi B": ["B replaces A"],
    "quy định trước đây bị thay thế bởi khoản 3 Điều 1 B": ["B replaces -"],
    # amends
    "sửa đổi, bổ sung một số điều của A": ["- amends A"],
    "bổ sung A": ["- amends A"],
    "điều chỉnh, bổ sung một số nội dung tại D": ["- amends D"],
    "B sửa đổi, bổ sung một số điều của A": ["B amends A"],
    "B ngày 03/02/2020 về việc sửa đổi khoản 4 Điều 2 A": ["B amends A"],
    "sửa đổi Quy chế ban hành kèm theo D": ["- amends D"],
    "A được sửa đổi, bổ sung bởi B": ["B amends A"],
    "A (đã được sửa đổi, bổ sung một số điều theo B)": ["B amends A"],
    "A, sửa đổi, bổ sung bởi B": ["B amends A"],
    "A (sửa đổi, bổ sung tại B)": ["B amends A"],
    # repeals
    "bãi bỏ A": ["- repeals A"],
    "Bãi bỏ toàn bộ các văn bản sau đây:\n1. A;\n2. B.": ["- repeals A", "- repeals B"],
    "huỷ bỏ D": ["- repeals D"],
    "A bị bãi bỏ bởi B": ["B repeals A"],
    # guides
    "hướng dẫn thi hành một số điều của A": ["- guides A"],
    "C quy định chi tiết và hướng dẫn thực hiện A": ["C guides A"],
    "quy định chi tiết một số điều và biện pháp thi hành A": ["- guides A"],
    "A được hướng dẫn thi hành tại C": ["C guides A"],
    # issued with
    "Quy chế ban hành kèm theo D": ["- issued-with D"],
    "(Kèm theo D)": ["- issued-with D"],
    "A được ban hành kèm theo D": ["A issued-with D"],
    # consolidates
    "hợp nhất A và B": ["- consolidates A", "- consolidates B"],
    "A được hợp nhất tại B": ["B consolidates A"],
    "Văn bản hợp nhất A": [],
    # approves
    "phê duyệt A": ["- approves A"],
    "A được phê duyệt tại D": ["D approves A"],
    # two verbs
    "sửa đổi, bổ sung, thay thế hoặc bãi bỏ A": ["- amends A", "- replaces A", "- repeals A"],
    "A được sửa đổi, thay thế bởi B": ["B amends A", "B replaces A"],
    # lists
    "Căn cứ A; B và C": ["- basis A", "- basis B", "- basis C"],
    "Căn cứ A về chính sách nhà ở, đất ở; khoản 2 Điều 5 B;\n- C": ["- basis A", "- basis B", "- basis C"],
    "Căn cứ A; thực hiện B, C": ["- basis A", "- implements B", "- implements C"],
    "Sửa đổi, bổ sung một số điều của các Nghị định: A, B": ["- amends A", "- amends B"],
    "X thay thế A về nhà ở và bãi bỏ B": ["X replaces A", "X repeals B"],
    "A được sửa đổi bởi B, C và được thay thế bởi D": ["B amends A", "C amends A", "D replaces A"],
    "Căn cứ A (được sửa đổi, bổ sung bởi B và C); D": ["- basis A", "B amends A", "C amends A", "- basis D"],
    "Căn cứ A (sau đây gọi là Nghị định), B": ["- basis A", "- basis B"],
    # what ends a list, or a subject
    "Căn cứ A. B": ["- basis A"],
    "Căn cứ A\n\nB": ["- basis A"],
    "Căn cứ A ngày 14/10/2021. Thực hiện B; C": ["- basis A", "- implements B", "- implements C"],
    "Căn cứ A; theo đề nghị của Giám đốc Sở tại tờ trình, B": ["- basis A"],
    "Căn cứ A, Ủy ban nhân dân tỉnh triển khai thực hiện B": ["- basis A", "- implements B"],
    "Căn cứ A, thay thế B": ["- basis A", "- replaces B"],
    "A; thay thế B": ["- replaces B"],
    "A có mười điều. Thay thế B": ["- replaces B"],
    "A và các văn bản khác; nay được thay thế bởi B": ["B replaces -"],
    # no cue
    "A": [],
    "A và B": [],
    "theo dõi A": [],
    "tiếp theo A": [],
    "đối chiếu A": [],
    "thực hiện năm năm, A": [],
    "thay thế cụm từ cũ tại A": [],
    "được sửa đổi A": [],
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=SENTENCES.keys())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_a_sentence_says(sentence: str, expected: list[str], form: Form) -> None:
    """The cue and the direction are what the words mean, in either normal form of the letters."""
    assert said(sentence, form) == expected


@pytest.mark.parametrize("sentence", [key for key in SENTENCES if "\n\n" not in key])
def test_case_and_gaps_do_not_matter(sentence: str) -> None:
    """Capitals, doubled and non-breaking spaces, line breaks and unseen characters between words change nothing."""
    mixed = "".join(letter.upper() if _LETTER.fullmatch(letter) else letter for letter in sentence)
    for gap in ("  ", "\u00a0", "\n", " \n ", "\u200b "):
        assert said(mixed.replace(" ", gap)) == SENTENCES[sentence]
    upper = _LETTER.split(sentence)
    letters = _LETTER.findall(sentence)
    shouted = "".join(part.upper() + letter for part, letter in zip(upper, [*letters, ""], strict=True))
    # Capital words of one letter would be documents of these tests.
    if len(_LETTER.findall(shouted)) == len(letters):
        assert said(shouted) == SENTENCES[sentence]


def test_a_relation_quotes_its_cue() -> None:
    """The cue is quoted as printed, with the preposition of a passive, and each verb of several by itself."""
    text, citations = written("A ĐÃ ĐƯỢC  sửa đổi,\nbổ sung bởi B. Sửa đổi, bổ sung và thay thế C", "NFD")
    found = find_relations(text, citations)
    assert [unicodedata.normalize("NFC", one.text) for one in found] == [
        "ĐƯỢC  sửa đổi,\nbổ sung bởi",
        "Sửa đổi, bổ sung",
        "thay thế",
    ]
    assert [one.cue.of(text) for one in found] == [one.text for one in found]


def test_the_passive_is_turned_round() -> None:
    """The source always acts and the target suffers; the citation behind the cue and its subject are told too."""
    text, (first, second) = written("A được thay thế bởi B")
    (relation,) = find_relations(text, (first, second))
    assert (relation.source, relation.target, relation.is_passive) == (second, first, True)
    assert (relation.citation, relation.subject) == (second, first)
    text, (first, second) = written("A thay thế B")
    (relation,) = find_relations(text, (first, second))
    assert (relation.source, relation.target, relation.is_passive) == (first, second, False)
    assert (relation.citation, relation.subject) == (second, first)


def test_running_text_is_read_without_citations_given() -> None:
    """Who has no citations yet gets them found, laws within the title of an amending law included."""
    text = "Căn cứ Luật Cư trú; Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Nghị định số 62/2021/NĐ-CP."
    found = find_relations(text)
    assert found == find_relations(text, find_citations(text))
    assert [(one.kind.value, one.target.text if one.target else None) for one in found] == [
        ("basis", "Luật Cư trú"),
        ("basis", "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở"),
        ("amends", "Luật Nhà ở"),
        ("basis", "Nghị định số 62/2021/NĐ-CP"),
    ]
    assert found[2].source == found[1].target


def test_a_text_without_citations_says_nothing() -> None:
    """Cues alone are no relations."""
    assert find_relations("") == find_relations("Căn cứ vào tình hình, thay thế và bãi bỏ quy định cũ.") == ()
    assert find_relations("Căn cứ Nghị định số 62/2021/NĐ-CP", ()) == ()


def test_what_is_too_far_off_is_not_said() -> None:
    """Neither a cue nor a subject reaches across more words than a title has."""
    assert said("theo quy định" + " " * 300 + "A") == []
    assert said(f"B về {'nhà ở ' * 100} thay thế A") == ["- replaces A"]
    assert said(f"Căn cứ A về {'nhà ở ' * 100}; B") == ["- basis A"]


@pytest.mark.parametrize("kind", RelationKind)
def test_kinds_have_names(kind: RelationKind) -> None:
    """Each kind has a code of small letters and a name in both languages."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)?", kind.value)
    assert kind.label("vi") != kind.label("en") == kind.label()


# --- laws --------------------------------------------------------------------------------------

PIECES = st.lists(
    st.sampled_from(
        [
            *(word for key in SENTENCES for word in key.split(" ")),
            *SENTENCES,
            *(
                ";",
                ", ",
                "(",
                ")",
                ".",
                "\n",
                "\n\n",
                "\u00a0",
                "\u200b",
                "một số điều của",
                "các",
                "1.",
                "a)",
                "-",
                "\ud800",
            ),
        ]
    ),
    max_size=25,
).map(" ".join)


FORMS: st.SearchStrategy[Form] = st.sampled_from(("NFC", "NFD"))


@given(PIECES, FORMS)
def test_cues_are_quoted_and_point_at_what_was_given(sentence: str, form: Form) -> None:
    """No text raises; every cue quotes the text, before its citation, and only given citations are related."""
    text, citations = written(sentence, form)
    found = find_relations(text, citations)
    for one in found:
        assert one.text == one.cue.of(text) != ""
        assert one.citation in citations
        assert one.subject is None or (one.subject in citations and one.subject != one.citation)
        assert one.cue.end <= one.citation.span.start
    assert list(found) == sorted(found, key=lambda one: one.citation.span if one.citation else Span(0, 0))
    assert len({(one.kind, one.citation) for one in found if one.citation}) == len(found)


@given(PIECES)
def test_both_normal_forms_say_the_same(sentence: str) -> None:
    """Composed or decomposed letters make no difference to what is said."""
    assert said(sentence, "NFC") == said(sentence, "NFD")


@given(PIECES, PIECES)
def test_an_empty_line_parts_what_is_said(first: str, second: str) -> None:
    """Two paragraphs say together what each says alone."""
    assert said(f"{first}\n\n{second}") == said(first) + said(second)


@given(PIECES, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6))
def test_no_citation_raises(text: str, spans: list[tuple[int, int]]) -> None:
    """Citations that overlap, or stand beyond the text, do no harm."""
    reference = LegalReference("Nghị định", type_by_name("Nghị định"))
    citations = [Citation(Span(min(span), max(span)), "", "full", reference) for span in spans]
    assert all(isinstance(one, LegalRelation) and one.citation in citations for one in find_relations(text, citations))


@pytest.mark.parametrize(
    "filling",
    [
        "theo ",
        "các ",
        "sửa đổi, bổ sung, ",
        "khoản 1, 2, ",
        "của a b c d ",
        " ",
        ", ",
        "; các ",
        "(",
        "căn cứ theo đúng ",
    ],
)
def test_hostile_text_comes_to_an_end(filling: str) -> None:
    """Whatever is repeated between citations, three hundred of them are read as one is."""
    one = (filling * 200)[:390]
    few, many = said(f"A {one} B"), said(f"A {one} B. " * 300)
    assert len(many) == 300 * len(few)


def test_a_clause_that_begins_with_a_capital_speaks_of_the_document_in_hand() -> None:
    """Behind a semicolon "Thực hiện" is what the text does, not what the document cited before does."""
    text = (
        "Căn cứ Nghị định số 41/2019/NĐ-CP sửa đổi Nghị định số 7/2011/NĐ-CP;\n"
        "Thực hiện Nghị quyết số 9/2020/NQ-HĐND của HĐND tỉnh."
    )
    last = find_relations(text)[-1]
    assert last.kind is RelationKind.IMPLEMENTS
    assert last.source is None
