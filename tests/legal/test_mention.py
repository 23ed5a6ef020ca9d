"""The words that Decree 30/2020/NĐ-CP prescribes for citing a document first and later."""

import pytest
from hypothesis import assume, given

from govplan.legal import LegalReference
from govplan.legal.mention import canonical_form, first_mention, later_mention
from govplan.testing import legal_references


def test_the_first_mention_says_everything() -> None:
    """Type, number, symbol, date, issuer and title, in this order."""
    text = "NGHỊ QUYẾT 43/2021/NQ-HĐND, ngày 8/12/2021 của HĐND tỉnh Quảng Nam về mức hỗ trợ đào tạo"
    assert first_mention(LegalReference.parse(text)) == (
        "Nghị quyết số 43/2021/NQ-HĐND ngày 08 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh Quảng Nam "
        "về mức hỗ trợ đào tạo"
    )


def test_later_mentions_say_type_number_and_symbol() -> None:
    """The place in the document is what differs from one to the next, and is kept."""
    text = "điểm a khoản 2 Điều 5 Quyết định số 2911/QĐ-UBND ngày 14/10/2021 của UBND tỉnh ban hành Quy chế"
    assert later_mention(LegalReference.parse(text)) == "điểm a khoản 2 Điều 5 Quyết định số 2911/QĐ-UBND"


@pytest.mark.parametrize(
    ("text", "short", "assembly"),
    [
        ("Luật Đất đai số 45/2013/QH13", "Luật Đất đai", "Luật Đất đai số 45/2013/QH13"),
        ("Luật số 45/2013/QH13 về đất đai", "Luật Đất đai", "Luật Đất đai số 45/2013/QH13"),
        ("Luật Đất đai", "Luật Đất đai", "Luật Đất đai"),
        ("Điều 5 Bộ luật Lao động", "Điều 5 Bộ luật Lao động", "Điều 5 Bộ luật Lao động"),
        ("Pháp lệnh Dân số", "Pháp lệnh Dân số", "Pháp lệnh Dân số"),
        ("Luật số 45/2013/QH13", "Luật số 45/2013/QH13", "Luật số 45/2013/QH13"),
    ],
)
def test_laws_are_known_by_their_names(text: str, short: str, assembly: str) -> None:
    """First and later alike; texts of the National Assembly add the number; without a name it is all there is."""
    law = LegalReference.parse(text)
    expected = short if law.title else f"{short} của Quốc hội"
    assert (first_mention(law), later_mention(law)) == (expected, short)
    assert later_mention(law, assembly=True) == assembly
    assert first_mention(law, assembly=True) == (assembly if law.title else expected)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Nghị định 5/2021/NĐ-CP", "Nghị định số 05/2021/NĐ-CP"),
        ("Chương trình 1-CTr/TU", "Chương trình số 01-CTr/TU"),
        ("Nghị quyết 36a/NQ-CP", "Nghị quyết số 36a/NQ-CP"),
        ("Nghị quyết 12/NQ-CP", "Nghị quyết số 12/NQ-CP"),
    ],
)
def test_numbers_below_ten_are_padded(text: str, mention: str) -> None:
    """As the decree has them written, in documents of State and Party."""
    assert later_mention(LegalReference.parse(text)) == mention


def test_the_bodies_of_a_joint_document_are_listed() -> None:
    """Commas between them, and "và" before the last."""
    joint = LegalReference.parse("Thông tư liên tịch số 12/2014/TTLT-BTC-BNV-BYT")
    assert first_mention(joint).endswith(" của Bộ Tài chính, Bộ Nội vụ và Bộ Y tế")


def test_a_title_is_joined_to_its_document() -> None:
    """By "về", unless it begins with a word that joins it."""
    plain = LegalReference("x", number="5", symbol="KH-UBND", title="chuyển đổi số")
    assert first_mention(plain) == "số 05/KH-UBND về chuyển đổi số"
    joined = LegalReference("x", number="5", symbol="KH-UBND", title="Ban hành Quy chế")
    assert first_mention(joined) == "số 05/KH-UBND Ban hành Quy chế"


def test_what_names_no_document_keeps_its_words() -> None:
    """They hold where they stand; line ends and doubled blanks are no part of them."""
    this = LegalReference.parse("khoản 1  Điều 2\nNghị định này")
    words = "khoản 1 Điều 2 Nghị định này"
    assert canonical_form(this) == first_mention(this) == later_mention(this) == words


@given(reference=legal_references())
def test_a_mention_means_the_document_that_it_was_made_of(reference: LegalReference) -> None:
    """What is printed is read as the same document, with the same places in it; later ones as the same number."""
    assume(reference.title is None or reference.number is None or reference.symbol is None)
    first, later = LegalReference.parse(first_mention(reference)), LegalReference.parse(later_mention(reference))
    assert (first.identity, first.pin) == (reference.identity, reference.pin)
    assert (later.type, later.identity.number, later.symbol, later.year, later.pin) == (
        reference.type,
        reference.identity.number,
        reference.symbol,
        reference.year,
        reference.pin,
    )
    assert first_mention(first) == first_mention(reference)


@given(reference=legal_references(numbered=True))
def test_a_document_with_a_number_and_a_title_is_read_back(reference: LegalReference) -> None:
    """In the style that prints both, whatever the type is."""
    for mention in (first_mention(reference, assembly=True), later_mention(reference, assembly=True)):
        again = LegalReference.parse(mention)
        assert (again.identity.number, again.symbol, again.year) == (
            reference.identity.number,
            reference.symbol,
            reference.year,
        )
