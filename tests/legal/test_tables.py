"""The tables of document types and issuing bodies."""

import csv
from importlib.resources import files

import pytest

from govplan.errors import InvalidTextError
from govplan.legal.tables import DocumentType, bodies, document_types, type_by_code, type_by_name
from govplan.vietnamese import nfc


def rows(table: str) -> list[dict[str, str]]:
    with files("govplan.legal").joinpath(f"{table}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("table", ["document_types", "bodies"])
def test_every_row_has_its_own_code_a_name_and_a_source(table: str) -> None:
    """No code stands for two things, and no row asks to be believed without saying where it was read."""
    found = rows(table)
    codes = [row["code"] for row in found]
    assert len(set(codes)) == len(codes) > 20
    for row in found:
        assert all(row[key].strip() == row[key] != "" for key in ("code", "name_vi", "source")), row
        assert None not in row.values(), row
        assert all(nfc(cell) == cell for cell in row.values()), row


def test_longer_names_come_before_the_names_they_begin_with() -> None:
    """A reader that tries names in order meets "Thông tư liên tịch" before "Thông tư"."""
    names = [str(kind) for kind in document_types()]
    assert names.index("Thông tư liên tịch") < names.index("Thông tư")
    for place, name in enumerate(names):
        assert not any(later.startswith(name) for later in names[place + 1 :])


def test_every_type_is_found_by_its_code_and_by_its_name_in_any_case() -> None:
    """Codes are exact, for CT and CTr differ; names are read however they are capitalised."""
    for kind in document_types():
        name = str(kind)
        assert type_by_code(kind.code) is kind
        assert type_by_name(name) is type_by_name(name.upper()) is type_by_name(name.lower()) is kind


def test_unknown_types_are_said_to_be_unknown() -> None:
    """A code outside the table is a KeyError, a name outside it is None."""
    with pytest.raises(KeyError, match="nq"):
        type_by_code("nq")
    assert type_by_name("Nghị") is None
    assert type_by_name("") is None


def test_a_type_prints_its_vietnamese_name() -> None:
    """What a person reads of a type is its name, not its code."""
    kind = type_by_code("CTr")
    assert (str(kind), kind.name.en) == ("Chương trình", "Programme")
    assert str(DocumentType("TW", "Thư")) == "Thư"


def test_a_type_needs_a_code_and_a_name() -> None:
    """A type without letters is refused when it is made."""
    with pytest.raises(InvalidTextError, match="empty text"):
        DocumentType("", "Thư")
    with pytest.raises(InvalidTextError, match="empty text"):
        DocumentType("T", " ")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CP", "Chính phủ"),
        ("TTg", "Thủ tướng Chính phủ"),
        ("HĐND", "Hội đồng nhân dân"),
        ("UBND", "Ủy ban nhân dân"),
        ("TU", "Tỉnh ủy"),
        ("TW", "Trung ương Đảng"),
        ("BCĐ", "Ban Chỉ đạo"),
        ("LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
    ],
)
def test_bodies_are_named_in_full(code: str, name: str) -> None:
    """The code in a symbol gives the body's full name."""
    assert bodies()[code] == name
