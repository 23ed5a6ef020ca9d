"""Which document a citation means, and whether two mean one."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from govplan.legal import LegalReference
from govplan.testing import legal_references

parse = LegalReference.parse


def test_padding_is_not_identity() -> None:
    """7 and 007 are one number, and the number keeps the form it was printed in."""
    plain, padded = parse("Thông tư số 7/2017/TT-BXD"), parse("Thông tư số 007/2017/TT-BXD")
    assert padded.number == "007"
    assert plain.identity == padded.identity
    assert plain.same_document(padded) is True
    assert parse("Thông tư số 70/2017/TT-BXD").identity != plain.identity
    assert parse("Quyết định số 0/QĐ-TTg").identity.number == "0"


def test_case_is_not_identity() -> None:
    """A heading in capitals prints 15A for 15a."""
    small, capital = parse("Nghị quyết số 15a/2018/NQ-CP"), parse("NGHỊ QUYẾT SỐ 15A/2018/NQ-CP")
    assert capital.number == "15A"
    assert small.identity == capital.identity
    assert small.same_document(capital) is True


@pytest.mark.parametrize("text", ["Chỉ thị số 17-CT/TW", "Quyết định số 17/QĐ-TTg"])
def test_the_date_belongs_to_the_identity_where_the_number_has_no_year(text: str) -> None:
    """Party and administrative numbers restart: the same number on another day is another document."""
    first, second = parse(f"{text} ngày 09/10/2016"), parse(f"{text} ngày 01/4/2021")
    assert first.identity.date == date(2016, 10, 9)
    assert first.identity != second.identity
    assert first.same_document(second) is False


def test_the_date_does_not_belong_to_the_identity_where_the_number_has_a_year() -> None:
    """31/2018/NĐ-CP is one document, whether its date was printed or not."""
    dated, undated = parse("Nghị định số 31/2018/NĐ-CP ngày 08/3/2018"), parse("Nghị định số 31/2018/NĐ-CP")
    assert dated.identity == undated.identity
    assert dated.same_document(undated) is True


SAME = [
    # What the two say is enough.
    ("Nghị định số 31/2018/NĐ-CP", "Điều 5 Nghị định 31/2018/NĐ-CP của Chính phủ", True),
    ("Quyết định số 9/QĐ-TTg ngày 02/3/2020", "Quyết định số 09/QĐ-TTg ngày 2 tháng 3 năm 2020", True),
    ("Nghị quyết số 51/NQHĐND ngày 27/8/2019 của HĐND tỉnh", "51/NQ-HĐND ngày 27/8/2019 của HĐND tỉnh", True),
    ("Chỉ thị số 17-CT/TW ngày 09/10/2016 của Ban Bí thư", "Chỉ thị số 17-CT/TW ngày 09/10/2016", True),
    ("Luật Nhà ở", "luật nhà ở", True),
    ("Luật Hoà giải ở cơ sở", "Luật Hòa giải ở cơ sở", True),
    # Two numbers, years, symbols, types, days, places, names: two documents.
    ("Nghị định số 31/2018/NĐ-CP", "Nghị định số 32/2018/NĐ-CP", False),
    ("Nghị định số 31/2018/NĐ-CP", "Nghị định số 31/2019/NĐ-CP", False),
    ("Quyết định số 9/QĐ-TTg", "Quyết định số 9/2020/QĐ-TTg", False),
    ("Nghị quyết số 9-NQ/TU", "Nghị quyết số 9-NQ/TW", False),
    ("Nghị quyết số 9/NQ-CP", "Quyết định số 9/NQ-CP", False),
    ("Luật số 41/2009/QH12", "Nghị quyết số 41/2009/QH12", False),
    ("Quyết định số 9/QĐ-TTg ngày 02/3/2020", "Quyết định số 9/QĐ-TTg ngày 03/3/2020", False),
    (
        "Nghị quyết số 33/2018/NQ-HĐND của HĐND tỉnh Phú Yên",
        "Nghị quyết số 33/2018/NQ-HĐND của HĐND tỉnh Kon Tum",
        False,
    ),
    ("Luật Đầu tư", "Luật Đầu tư công", False),
    ("Luật Đất đai", "Luật Nhà ở", False),
    ("Luật Đất đai", "Nghị quyết số 9/NQ-CP", False),
    # Not enough: no day, no place, no name, or nothing that tells two readings apart.
    ("Quyết định số 9/QĐ-TTg", "Quyết định số 9/QĐ-TTg", None),
    ("Quyết định số 9/QĐ-TTg", "Quyết định số 9/QĐ-TTg ngày 02/3/2020", None),
    ("Quyết định số 9/QĐ-UBND ngày 02/3/2020", "Quyết định số 9/QĐ-UBND ngày 02/3/2020", None),
    ("Quyết định số 9/QĐ-SLĐTBXH ngày 02/3/2020", "Quyết định số 9/QĐ-SLĐTBXH ngày 02/3/2020", None),
    ("Nghị quyết số 33/2018/NQ-HĐND", "Nghị quyết số 33/2018/NQ-HĐND", None),
    (
        "Nghị quyết số 33/2018/NQ-HĐND của HĐND tỉnh",
        "Nghị quyết số 33/2018/NQ-HĐND của HĐND tỉnh Phú Yên",
        None,
    ),
    ("Nghị quyết số 33/2018/NQ-HĐND", "Nghị quyết số 33/2018/NQ-HĐND của HĐND tỉnh Phú Yên", None),
    ("Quyết định số 6/2020/QĐ-SXD", "Quyết định số 6/2020/QĐ-SXD của Sở Xây dựng tỉnh Phú Yên", None),
    ("Nghị quyết số 4-NQ/TU ngày 02/3/2020", "Nghị quyết số 4-NQ/TU ngày 02/3/2020 của Thành ủy Đà Nẵng", None),
    ("Nghị quyết số 4-NQ/TU ngày 02/3/2020", "Nghị quyết số 4-NQ/TU của Thành ủy Đà Nẵng", None),
    ("số 41/2009/QH12", "Luật số 41/2009/QH12", None),
    ("8-QĐ/TW ngày 02/3/2020", "Quy định số 8-QĐ/TW ngày 02/3/2020", None),
    ("Luật Đất đai", "Luật Đất đai năm 2013", None),
    ("Luật Đất đai", "Luật số 11/2003/QH11", None),
    ("Quyết định số 9", "Quyết định số 9", None),
    ("Sắc lệnh số 85 ngày 3/4/1946", "Sắc lệnh số 85 ngày 03/4/1946", True),
    ("Quyết định số 9/QĐ-STC ngày 02/3/2020 của Sở Tài chính", "Quyết định số 9/QĐ-STC ngày 02/3/2020", None),
    ("Thông tư liên tịch số 9/2014/TTLT-BYT-BTC", "Thông tư liên tịch số 09/2014/TTLT-BYT-BTC", True),
    ("Nghị định này", "Nghị định này", None),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_two_citations_mean_one_document_or_two_or_cannot_tell(one: str, other: str, expected: bool | None) -> None:
    """True and False are said only where what was printed decides it, and it is the same from both sides."""
    assert parse(one).same_document(parse(other)) is expected
    assert parse(other).same_document(parse(one)) is expected


@given(legal_references(), legal_references())
def test_sameness_is_symmetric_and_never_against_the_identity(one: LegalReference, other: LegalReference) -> None:
    """What holds of one and another holds of another and one; equal identities are never two documents."""
    assert one.same_document(other) is other.same_document(one)
    assert one.same_document(one) is not False
    assert evolve(one, pin=None, text="…").same_document(one) is one.same_document(one)


def test_issuers_are_compared_by_whole_words() -> None:
    """The committee of commune 1 is not the one of commune 10, however the names begin."""
    first = LegalReference.parse("Quyết định số 3/QĐ-UBND ngày 02/3/2020 của UBND phường 1")
    tenth = LegalReference.parse("Quyết định số 3/QĐ-UBND ngày 02/3/2020 của UBND phường 10")
    assert first.same_document(tenth) is False
