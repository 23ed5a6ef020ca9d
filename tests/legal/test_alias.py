"""Names that a text gives a document, and where they stand behind it."""

import pytest

from govplan.legal import LegalReference, find_citations
from govplan.legal.alias import Defined, defined_behind, mentions

DECREE = "Nghị định số 31/2018/NĐ-CP"


def defined(rest: str, *, cited: str = DECREE) -> list[tuple[str, bool]]:
    """Return the names that the words behind a citation give it."""
    text = f"{cited}{rest}"
    reference = LegalReference.parse(cited)
    return [(item.alias, item.is_alias) for item in defined_behind(text, 0, len(cited), reference)]


@pytest.mark.parametrize(
    ("rest", "alias"),
    [
        (" (sau đây gọi tắt là Nghị định 31)", "Nghị định 31"),
        (" (sau đây gọi là Nghị định 31)", "Nghị định 31"),
        (" (sau đây viết tắt là: Nghị định 31 )", "Nghị định 31"),
        (" (dưới đây gọi chung là “Quy chế”)", "Quy chế"),
        ("\n(Sau đây gọi tắt: Chương\ntrình)", None),
        (" (sau đây gọi tắt là X)", None),
        (" (sau đây gọi tắt là )", None),
        ("(sau đây gọi tắt là Nghị định 31)", None),
        (" (đã hết hiệu lực)", None),
        ("", None),
    ],
)
def test_a_short_name_is_what_the_brackets_say(rest: str, alias: str | None) -> None:
    """Right behind the citation, of two letters or more, in one line."""
    assert defined(rest) == ([(alias, True)] if alias is not None else [])


def test_a_programme_is_known_by_the_title_that_a_decision_approves() -> None:
    """The title, and the short name that may follow it."""
    rest = " phê duyệt Chương trình phát triển nhà ở tỉnh (sau đây gọi tắt là Chương trình nhà ở)"
    assert defined(rest) == [("Chương trình phát triển nhà ở tỉnh", False), ("Chương trình nhà ở", True)]
    assert defined(" về việc ban hành Đề án sắp xếp trường học; giao") == [("Đề án sắp xếp trường học", False)]
    assert defined(" về phát triển nhà ở") == []


def test_a_name_without_a_number_approves_nothing() -> None:
    """Only a numbered document gives a programme its title."""
    assert defined(" phê duyệt Chương trình phát triển nhà ở tỉnh", cited="Luật Nhà ở") == []


def found(text: str, *definitions: Defined) -> list[tuple[str, str]]:
    """Return the kind and words of every mention, which lie where they say."""
    result = []
    for start, end, kind, reference in mentions(text, list(definitions)):
        assert text[start:end] == reference.text
        result.append((kind, reference.text))
    return result


def test_names_stand_for_their_document_behind_their_definition_only() -> None:
    """As whole words; a name that holds another is found whole."""
    text = "Quy chế … Quy chế mẫu, quy chế, Quy chếx, Quy chế"
    short, longer = Defined(0, "Quy chế", True, 5), Defined(0, "Quy chế mẫu", True, 5)
    assert found(text, short) == [("short", "Quy chế"), ("short", "Quy chế")]
    assert found(text, short, longer) == [("short", "Quy chế mẫu"), ("short", "Quy chế")]
    assert found(text, Defined(0, "Quy chế", True, len(text))) == []
    assert found(text) == []


def test_titles_of_programmes_are_found_again() -> None:
    """Letter by letter, as whole words, with their type."""
    title = "Chương trình phát triển nhà ở tỉnh"
    text = f"{title}. {title}; {title}x, Chương trình phát triển nhà máy."
    assert found(text, Defined(0, title, False, len(title))) == [("named", title)]
    ((_, _, _, reference),) = mentions(text, [Defined(0, title, False, len(title))])
    assert (str(reference.type), reference.title) == ("Chương trình", "phát triển nhà ở tỉnh")


def test_a_name_that_no_type_begins_has_none() -> None:
    """Any words may be a short name; one that is a type alone has no title."""
    ((_, _, _, reference),) = mentions("Ban Hai.", [Defined(0, "Ban Hai", True, 0)])
    assert (reference.type, reference.text) == (None, "Ban Hai")
    ((_, _, _, reference),) = mentions("Quy chế.", [Defined(0, "Quy chế", True, 0)])
    assert (str(reference.type), reference.title) == ("Quy chế", None)


def test_the_citation_that_is_given_a_name_says_so() -> None:
    """Its alias is the name; each later mention is a short one."""
    first, second = find_citations(f"{DECREE} (sau đây gọi tắt là Nghị định nhà ở). Nghị định nhà ở quy định")
    assert (first.kind, first.alias, second.alias) == ("full", "Nghị định nhà ở", None)
    assert (second.kind, second.text) == ("short", "Nghị định nhà ở")
