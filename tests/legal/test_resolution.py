"""Citations put together by document: what joins, what stays apart, and what is said of the rest."""

import random
from datetime import date
from operator import itemgetter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan.legal.citation import Citation, find_citations
from govplan.legal.reference import LegalReference
from govplan.legal.resolution import OpenReason, Resolution, resolve_citations
from govplan.legal.tables import DocumentType, document_types
from govplan.values.source import Span


def type_in(words: str) -> DocumentType | None:
    """Return the type that is named first in some words."""
    found = [(words.lower().find(str(kind).lower()), -len(str(kind)), kind) for kind in document_types()]
    return min(
        ((at, length, kind) for at, length, kind in found if at >= 0), default=(0, 0, None), key=itemgetter(0, 1)
    )[2]


def cited(*wordings: str | Citation) -> tuple[Citation, ...]:
    """Return citations one behind another: "kind|words|number|symbol|issuer|date|title", what is not said empty."""
    citations: list[Citation] = []
    for index, wording in enumerate(wordings):
        if isinstance(wording, Citation):
            citations.append(wording)
            continue
        kind, words, number, symbol, issuer, day, title, *_ = [*wording.split("|"), *[""] * 6]
        number, _, year = number.partition("/")
        reference = LegalReference(
            words,
            type_in(words),
            number or None,
            int(year) if year else None,
            symbol or None,
            issuer or None,
            date.fromisoformat(day) if day else None,
            title=title or None,
        )
        citations.append(Citation(Span(index * 100, index * 100 + 99), words, kind, reference))
    return tuple(citations)


def shape(resolution: Resolution) -> tuple[list[list[int]], dict[int, str]]:
    """Return which of the citations of `cited` are together, by their order, and why others are open."""
    groups = [[citation.span.start // 100 for citation in group.citations] for group in resolution.groups]
    return groups, {one.citation.span.start // 100: one.reason.value for one in resolution.open}


def together(text: str, host: LegalReference | None = None) -> list[list[str]]:
    return [
        [one.text for one in group.citations] for group in resolve_citations(find_citations(text), host=host).groups
    ]


BARE = "full|Quyết định số 15/QĐ-UBND|15|QĐ-UBND"
OF_2020 = "full|Quyết định số 15/QĐ-UBND|15|QĐ-UBND||2020-02-03"
OF_2021 = "full|Quyết định số 015/QĐ-UBND|015|QĐ-UBND||2021-02-03"
OF_HUE = "full|Quyết định số 15/QĐ-UBND|15|QĐ-UBND|Ủy ban nhân dân thành phố Huế"
OF_HUE_2020 = "full|Quyết định số 15/QĐ-UBND|15|QĐ-UBND|Ủy ban nhân dân thành phố Huế|2020-02-03"
OF_QUANG_NAM = "full|Quyết định số 15/QĐ-UBND|15|QĐ-UBND|Ủy ban nhân dân tỉnh Quảng Nam"
DECREE = "full|Nghị định số 7/2022/NĐ-CP|7/2022|NĐ-CP|Chính phủ"
DECREE_PADDED = "full|Nghị định số 07/2022/NĐ-CP|07/2022|NĐ-CP|Chính phủ|2022-01-10"
SHORT = "short|Quyết định 15|15"
ABOVE = "short|Quyết định nêu trên"
THIS = "short|Quyết định này"
LAW, LAW_2014, LAW_2023 = (f"named|Luật Nhà ở{year}|||||Nhà ở{year}" for year in ("", " năm 2014", " 2023"))
NUMBERED_LAW = "full|Luật Nhà ở số 65/2014/QH13|65/2014|QH13|Quốc hội|2014-11-25|Nhà ở"

JOINED = {
    "padding is no identity": ((DECREE, DECREE_PADDED), [[0, 1]]),
    "a later mention without date": ((OF_2020, BARE), [[0, 1]]),
    "an earlier mention without date": ((BARE, OF_2020), [[0, 1]]),
    "what one leaves out, the other says": ((OF_2020, OF_HUE), [[0, 1]]),
    "two years": ((OF_2020, OF_2021), [[0], [1]]),
    "two issuers": ((OF_HUE, OF_QUANG_NAM), [[0], [1]]),
    "between two years, the one before": ((OF_2020, BARE, OF_2021), [[0, 1], [2]]),
    "a number alone": ((OF_2020, SHORT), [[0, 1]]),
    "a number alone that comes first": ((SHORT, OF_2020), [[0, 1]]),
    "a number alone between two documents": ((OF_2020, SHORT, OF_2021), [[0, 1], [2]]),
    "a number of another type": ((DECREE, "short|Nghị định 7|7"), [[0, 1]]),
    "what stands above": ((OF_2020, OF_2021, DECREE, ABOVE), [[0], [1, 3], [2]]),
    "what stands above that": ((OF_2020, ABOVE, ABOVE), [[0, 1, 2]]),
    "this and that": ((OF_2020, THIS, ABOVE, THIS), [[0, 2], [1, 3]]),
    "this of two types": ((THIS, "short|Kế hoạch này", THIS), [[0, 2], [1]]),
    "the one document of a type": ((OF_2020, "short|Điều 5 Quyết định"), [[0, 1]]),
    "a title and its year": ((LAW, LAW_2014), [[0, 1]]),
    "a title with year and a number": ((LAW_2014, NUMBERED_LAW, LAW), [[0, 1, 2]]),
    "a title of another year": ((NUMBERED_LAW, LAW_2023), [[0], [1]]),
    "a title between two years": ((LAW_2014, LAW, LAW_2023), [[0, 1], [2]]),
    "a code is no law": ((LAW, "named|Bộ luật Nhà ở|||||Nhà ở"), [[0], [1]]),
    "periods": (
        (
            "named|Chương trình giảm nghèo giai đoạn 2021-2025|||||giảm nghèo giai đoạn 2021-2025",
            "named|Chương trình giảm nghèo giai đoạn 2021 – 2025|||||giảm nghèo giai đoạn 2021 – 2025",
            "named|Chương trình giảm nghèo giai đoạn 2016-2020|||||giảm nghèo giai đoạn 2016-2020",
        ),
        [[0, 1], [2]],
    ),
    "commas of a title": (
        (
            "named|Luật Phòng, chống ma túy|||||Phòng, chống ma túy",
            "named|Luật Phòng chống ma tuý|||||Phòng chống ma tuý",
        ),
        [[0, 1]],
    ),
}
LEFT = {
    "a number that two bear": ((OF_2020, OF_2021, SHORT), {2: "several-fit"}),
    "a mention that fits two years": ((OF_2020, OF_2021, BARE), {2: "several-fit"}),
    "a mention before two years": ((BARE, OF_2020, OF_2021), {0: "several-fit"}),
    "a title of two years": ((LAW_2014, LAW_2023, LAW), {2: "several-fit"}),
    "a number that nobody bears": ((DECREE, SHORT), {1: "none-fits"}),
    "nothing above": ((DECREE, ABOVE, OF_2020), {1: "none-fits"}),
    "above is itself open": ((OF_2020, OF_2021, SHORT, ABOVE), {2: "several-fit", 3: "antecedent-open"}),
    "one of several of a type": ((OF_HUE, OF_QUANG_NAM, "short|Điều 5 Quyết định"), {2: "several-fit"}),
    "no document of a type": ((DECREE, "short|Điều 5 Quyết định"), {1: "none-fits"}),
}


@pytest.mark.parametrize(("wordings", "expected"), JOINED.values(), ids=JOINED.keys())
def test_citations_of_one_document_are_together(wordings: tuple[str, ...], expected: list[list[int]]) -> None:
    """What means one document is one group, what contradicts is two, and nothing is left over."""
    assert shape(resolve_citations(cited(*wordings))) == (expected, {})


@pytest.mark.parametrize(("wordings", "expected"), LEFT.values(), ids=LEFT.keys())
def test_what_does_not_decide_is_left_apart(wordings: tuple[str, ...], expected: dict[int, str]) -> None:
    """Where several documents fit, or none, the citation is open and says why; the others stay where they are."""
    citations = cited(*wordings)
    groups, opened = shape(resolve_citations(citations))
    assert opened == expected
    assert sorted([*opened, *(place for group in groups for place in group)]) == list(range(len(citations)))


def test_an_open_citation_names_what_fits() -> None:
    """Program and reader are told the candidates, in the order of the text, and what to do."""
    (left,) = resolve_citations(cited(OF_2020, OF_2021, SHORT)).open
    assert [group.reference.date for group in left.candidates] == [date(2020, 2, 3), date(2021, 2, 3)]
    assert left.reason is OpenReason.SEVERAL_FIT
    assert left.message() == (
        "several documents of the text fit: found “Quyết định 15” for 15/QĐ-UBND (2020-02-03); "
        "015/QĐ-UBND (2021-02-03); write number, symbol, date and issuer"
    )
    assert left.message("vi").startswith("nhiều văn bản trong bài cùng phù hợp: gặp “Quyết định 15”, có thể là 15/")
    (alone,) = resolve_citations(cited(SHORT)).open
    assert (alone.candidates, alone.reason) == ((), OpenReason.NONE_FITS)
    assert alone.message().endswith("found “Quyết định 15”; write number, symbol, date and issuer")


@pytest.mark.parametrize("reason", OpenReason)
def test_reasons_speak_both_languages(reason: OpenReason) -> None:
    """Each reason has words in both languages, and they differ."""
    assert reason.description("vi") != reason.description("en") == reason.description()


def test_the_candidates_are_the_nearest_before() -> None:
    """A number that very many documents bear names the ten last ones before it, not hundreds."""
    many = [f"full|Quyết định số 15/QĐ-S{index}|15|QĐ-S{index}" for index in range(40)]
    (left,) = resolve_citations(cited(*many[:30], SHORT, *many[30:])).open
    assert [group.reference.symbol for group in left.candidates] == [f"QĐ-S{index}" for index in range(20, 30)]


def test_the_reference_of_a_group_is_the_fullest_mention() -> None:
    """A group is named by the mention that says most, wherever it stands."""
    (group,) = resolve_citations(cited(BARE, OF_HUE_2020, SHORT, OF_2020)).groups
    assert (group.reference.date, group.reference.issuer) == (date(2020, 2, 3), "Ủy ban nhân dân thành phố Huế")


def test_a_number_without_symbol_is_told_by_its_day() -> None:
    """Of two documents of one number, a mention without symbol means the one whose date it prints."""
    dated = "full|Quyết định số 15 ngày 03/02/2021|15|||2021-02-03"
    assert shape(resolve_citations(cited(OF_2020, OF_2021, dated))) == ([[0], [1, 2]], {})


def test_a_number_without_symbol_may_be_all_there_is() -> None:
    """Documents that no mention gives a symbol are documents nevertheless."""
    dated = "full|Quyết định số 1873 ngày 03/02/2021|1873|||2021-02-03"
    assert shape(resolve_citations(cited(dated, "short|Quyết định 1873|1873", OF_2020))) == ([[0, 1], [2]], {})


HOST = LegalReference.parse("Quyết định số 15/QĐ-UBND ngày 03/02/2021")


def test_this_document_is_the_host() -> None:
    """What "Quyết định này" means is the document in hand, together with the places that cite it by number."""
    resolution = resolve_citations(cited(THIS, OF_2020, SHORT, OF_2021, "short|Kế hoạch này"), host=HOST)
    assert shape(resolution) == ([[0, 3], [1], [4]], {2: "several-fit"})
    assert resolution.groups[0].reference.date == date(2021, 2, 3)


def test_the_host_alone_is_no_group() -> None:
    """A document in hand that the text does not mention makes no group, but gives its number a meaning."""
    assert resolve_citations((), host=HOST) == Resolution()
    (group,) = resolve_citations(cited(SHORT), host=HOST).groups
    assert (group.reference, len(group.citations)) == (HOST, 1)


def test_a_host_with_a_number_that_others_bear_is_itself() -> None:
    """A document in hand without date is none of the dated ones."""
    bare = LegalReference.parse("Quyết định số 15/QĐ-UBND")
    resolution = resolve_citations(cited(OF_2020, OF_2021, THIS), host=bare)
    assert shape(resolution) == ([[0], [1], [2]], {})
    assert resolution.groups[2].reference == bare


def with_alias(citation: Citation, alias: str) -> Citation:
    return Citation(citation.span, citation.text, citation.kind, citation.reference, (), alias)


def test_a_short_name_means_what_it_was_given_to() -> None:
    """A name in brackets behind a citation is that document, also with places before it and as the name of a law."""
    first, second, *later = cited(
        OF_2020,
        "full|Luật số 65/2014/QH13|65/2014|QH13",
        "short|khoản 2 Điều 5 Quy chế mẫu",
        LAW,
        "short|Quyết định 99|99",
    )
    named = (with_alias(first, "Quy chế mẫu"), with_alias(second, "Luật Nhà ở"), *later)
    assert shape(resolve_citations(named)) == ([[0, 2], [1, 3]], {4: "none-fits"})


def test_a_short_name_given_twice_is_open() -> None:
    """Of two documents that one name was given to, none is chosen."""
    first, second, short = cited(OF_2020, OF_2021, "short|Quyết định gốc")
    named = (with_alias(first, "Quyết định gốc"), with_alias(second, "Quyết định gốc"), short)
    assert shape(resolve_citations(named))[1] == {2: "several-fit"}


def nested_law() -> tuple[Citation, ...]:
    """Return an amending law, whose title cites the law amended, and a mention of "the law above"."""
    outer, above, again = cited("named|Luật sửa đổi Luật Nhà ở|||||sửa đổi Luật Nhà ở", "short|Luật trên", LAW_2014)
    (inner,) = cited(LAW)
    inner = Citation(Span(13, 23), inner.text, inner.kind, inner.reference)
    return Citation(outer.span, outer.text, outer.kind, outer.reference, (inner,)), above, again


def test_laws_in_titles_take_part() -> None:
    """A law cited in a law's title is grouped with its other mentions, but is not what "above" points at."""
    groups = [[one.text for one in group.citations] for group in resolve_citations(nested_law()).groups]
    assert groups == [["Luật sửa đổi Luật Nhà ở", "Luật trên"], ["Luật Nhà ở", "Luật Nhà ở năm 2014"]]


PARAGRAPH = """Căn cứ Luật Cư trú số 68/2020/QH14 ngày 13 tháng 11 năm 2020; Căn cứ Luật Cư trú;
Thực hiện Nghị quyết số 31/2019/NQ-HĐND ngày 06/12/2019 của HĐND tỉnh và Nghị quyết số 08/2020/NQ-HĐND,
theo Nghị quyết 31, Nghị quyết nêu trên và khoản 2 Điều 4 Nghị định số 62/2021/NĐ-CP (sau đây gọi tắt là Nghị định 62).
Kế hoạch này thay thế Kế hoạch số 119/KH-UBND ngày 05/3/2018. Theo Nghị định 62, Luật Cư trú năm 2020."""


def test_running_text_is_resolved() -> None:
    """What is found in a text comes together as a reader would put it."""
    assert [[" ".join(words.split()) for words in group] for group in together(PARAGRAPH)] == [
        ["Luật Cư trú số 68/2020/QH14 ngày 13 tháng 11 năm 2020", "Luật Cư trú", "Luật Cư trú năm 2020"],
        ["Nghị quyết số 31/2019/NQ-HĐND ngày 06/12/2019 của HĐND tỉnh", "Nghị quyết 31", "Nghị quyết nêu trên"],
        ["Nghị quyết số 08/2020/NQ-HĐND"],
        ["khoản 2 Điều 4 Nghị định số 62/2021/NĐ-CP", "Nghị định 62", "Nghị định 62"],
        ["Kế hoạch này"],
        ["Kế hoạch số 119/KH-UBND ngày 05/3/2018"],
    ]


def test_party_numbers_restart_each_term() -> None:
    """Two directives of one number and two terms are two documents, and the number alone decides nothing."""
    text = "Chỉ thị số 22-CT/TW ngày 02/3/2013; Chỉ thị số 22-CT/TW ngày 30/5/2018; Chỉ thị số 22-CT/TW."
    assert len(together(text)) == 2
    assert [one.reason.value for one in resolve_citations(find_citations(text)).open] == ["several-fit"]


# --- laws --------------------------------------------------------------------------------------

WORDINGS = st.lists(
    st.sampled_from(
        [
            *(BARE, OF_2020, OF_2021, OF_HUE, OF_HUE_2020, OF_QUANG_NAM, DECREE, DECREE_PADDED, SHORT, ABOVE, THIS),
            *(
                LAW,
                LAW_2014,
                LAW_2023,
                NUMBERED_LAW,
                "short|Điều 5 Quyết định",
                "short|Nghị định này",
                "short|Luật trên",
            ),
            *("full|Quyết định số 16/QĐ-UBND|16|QĐ-UBND", "short|Nghị định 7|7", "full|số 15/QĐ-UBND|15|QĐ-UBND"),
        ]
    ),
    max_size=14,
)
ALIASES = st.dictionaries(st.integers(0, 13), st.sampled_from(["Quyết định 15", "Luật Nhà ở", "Điều 5 Quyết định"]))


def named(wordings: list[str], aliases: dict[int, str]) -> tuple[Citation, ...]:
    return tuple(
        with_alias(one, aliases[index]) if index in aliases else one for index, one in enumerate(cited(*wordings))
    )


@given(WORDINGS, ALIASES, st.sampled_from([None, HOST]))
def test_every_citation_has_one_place(
    wordings: list[str], aliases: dict[int, str], host: LegalReference | None
) -> None:
    """Each citation is in exactly one group or open, groups are in text order, and doing it twice changes nothing."""
    citations = named(wordings, aliases)
    resolution = resolve_citations(citations, host=host)
    groups, opened = shape(resolution)
    assert sorted([*opened, *(place for group in groups for place in group)]) == list(range(len(citations)))
    assert all(group == sorted(group) for group in groups)
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert list(opened) == sorted(opened)
    assert resolve_citations(iter(citations), host=host) == resolution


@given(WORDINGS, ALIASES, st.randoms(use_true_random=False))
def test_the_order_of_giving_does_not_matter(
    wordings: list[str], aliases: dict[int, str], chance: random.Random
) -> None:
    """Only where citations stand counts, not the order in which they are handed over."""
    citations = list(named(wordings, aliases))
    expected = resolve_citations(citations)
    chance.shuffle(citations)
    assert resolve_citations(citations) == expected


@given(WORDINGS, ALIASES)
def test_different_documents_never_meet(wordings: list[str], aliases: dict[int, str]) -> None:
    """Full citations of one group have one number, symbol and year, and no two of their dates or places differ."""
    for group in resolve_citations(named(wordings, aliases)).groups:
        full = [one.reference for one in group.citations if one.kind == "full"]
        assert len({(one.identity.number, one.symbol, one.year) for one in full}) <= 1
        assert len({one.identity.date for one in full} - {None}) <= 1
        assert len({one.issuer for one in full} - {None}) <= 1


@given(WORDINGS, st.integers(0, 14))
@example([OF_2020, ABOVE], 1)
@example([LAW, LAW_2014], 0)
def test_what_is_unrelated_changes_nothing(wordings: list[str], place: int) -> None:
    """A citation of another type and number between the others leaves them together, or apart, as they were."""
    stranger = "full|Thông tư số 3/2020/TT-BYT|3/2020|TT-BYT"
    place = min(place, len(wordings))
    groups, opened = shape(resolve_citations(cited(*wordings[:place], stranger, *wordings[place:])))
    there = {index: index - (index > place) for index in range(len(wordings) + 1)}
    without = [[there[one] for one in group] for group in groups if group != [place]]
    assert (without, {there[one]: reason for one, reason in opened.items()}) == shape(
        resolve_citations(cited(*wordings))
    )


@given(
    st.lists(
        st.sampled_from([*PARAGRAPH.split("\n"), "Luật sửa đổi, bổ sung một số điều của Luật Cư trú."]), max_size=6
    )
)
def test_no_text_raises(sentences: list[str]) -> None:
    """Whatever is found in a text has its place, laws within titles included."""
    found = find_citations("\n".join(sentences))
    every = [one for citation in found for one in (citation, *citation.nested)]
    resolution = resolve_citations(found)
    placed = [one for group in resolution.groups for one in group.citations]
    assert sorted(one.span for one in every) == sorted(
        one.span for one in [*placed, *(o.citation for o in resolution.open)]
    )


def test_thousands_of_citations_are_placed() -> None:
    """Thousands of documents of one number, and thousands of mentions that fit them all, are placed one by one."""
    wordings = [
        f"full|Quyết định số 15/QĐ-UBND|15|QĐ-UBND||{date.fromordinal(720_000 + index)}" if index % 2 else SHORT
        for index in range(4000)
    ]
    resolution = resolve_citations(cited(*wordings))
    # The first two stand before any document but one.
    assert (len(resolution.groups), len(resolution.open)) == (2000, 1999)
    assert max(len(one.candidates) for one in resolution.open) == 10


def test_titles_within_titles_without_end() -> None:
    """Depth is no danger: citations within citations are taken apart without recursion."""
    (inner,) = cited(LAW)
    for _ in range(5000):
        inner = Citation(inner.span, inner.text, inner.kind, inner.reference, (inner,))
    (group,) = resolve_citations([inner]).groups
    assert len(group.citations) == 5001
