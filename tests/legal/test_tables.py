"""The tables of document types, issuing bodies, assembly terms, competence and titles of laws."""

import csv
import subprocess
import sys
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import InvalidTextError
from govplan.legal.tables import (
    Body,
    DocumentType,
    assembly_term,
    bodies,
    bodies_by_code,
    body_names,
    body_variants,
    competences,
    document_types,
    law_titles,
    type_by_code,
    type_by_name,
    type_names,
    types_by_symbol,
)
from govplan.vietnamese import nfc, tone_key

BODIES = [body for rows in bodies_by_code().values() for body in rows]
TERMS = [term for number in range(1, 17) if (term := assembly_term(number)) is not None]


def rows(table: str) -> list[dict[str, str]]:
    with files("govplan.legal").joinpath(f"{table}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def listed(cell: str) -> list[str]:
    return cell.split(";") if cell else []


# --- every table ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "needed"),
    [
        ("document_types", ("code", "name_vi", "name_en", "family", "source")),
        ("bodies", ("code", "name_vi", "level", "source", "read")),
        ("assembly_terms", ("term", "roman", "first_day", "source", "read")),
        ("competence", ("body", "code", "type", "normative", "source", "read")),
        ("law_titles", ("type", "title", "source", "read")),
    ],
)
def test_every_row_is_whole_and_says_where_it_was_read(table: str, needed: tuple[str, ...]) -> None:
    """No row asks to be believed without its source; cells are trimmed, in NFC, and one row is one line."""
    found = rows(table)
    assert len(found) >= 16
    for row in found:
        assert all(row[key] for key in needed), row
        assert None not in row
        assert None not in row.values(), row
        assert all(nfc(cell) == cell == cell.strip() and "\n" not in cell for cell in row.values()), row
        assert row.get("read", "no") in {"yes", "secondary", "no"}, row
    assert len({tuple(row.values()) for row in found}) == len(found)
    assert files("govplan.legal").joinpath(f"{table}.csv").read_bytes().count(b"\r") == 0


def test_importing_the_tables_reads_none_of_them() -> None:
    """A program that only loads plans does not pay for tables that it never asks for."""
    script = "import sys, govplan.legal.tables; sys.exit('csv' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}; {script}"]).returncode
        == 0
    )


# --- document types ------------------------------------------------------------------------


def test_no_key_name_or_symbol_stands_for_two_types() -> None:
    """What is printed leads to one type: keys, symbols, and names with their aliases in any case."""
    found = rows("document_types")
    keys = [row["code"] for row in found]
    symbols = [symbol for row in found for symbol in listed(row["symbols"])]
    names = [tone_key(name).casefold() for row in found for name in (row["name_vi"], *listed(row["aliases"]))]
    for printed in (keys, symbols, names):
        assert len(set(printed)) == len(printed) >= len(found) - 15
    assert {row["family"] for row in found} == {"normative", "administrative", "party", "any"}


def test_longer_names_come_before_the_names_they_begin_with() -> None:
    """A reader that tries names in order meets "Thông tư liên tịch" before "Thông tư"."""
    for names in ([str(kind) for kind in document_types()], list(type_names())):
        assert names.index("Thông tư liên tịch") < names.index("Thông tư")
        for place, name in enumerate(names):
            assert not any(later.startswith(name) for later in names[place + 1 :])


def test_every_type_is_found_by_its_key_its_symbols_and_its_names_in_any_case() -> None:
    """Keys and symbols are exact, for CT and CTr differ; names are read however they are capitalised."""
    for kind in document_types():
        assert type_by_code(kind.code) is kind
        assert all(types_by_symbol()[symbol] is kind for symbol in kind.symbols)
        for name in (str(kind), *kind.aliases):
            assert type_names()[name] is kind
            assert type_by_name(name) is type_by_name(name.upper()) is type_by_name(name.lower()) is kind


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Giấy uỷ quyền", "GUQ"),
        ("BẢN THOẢ THUẬN", "BTT"),
        ("văn bản", "CV"),
        ("Văn bản hợp nhất", "VBHN"),
        ("Thông báo kết luận", "TB"),
        ("thông tư Liên Bộ", "TTLB"),
        ("Nghị định thư", "Nghị định thư"),
    ],
)
def test_types_are_found_by_what_printers_call_them(printed: str, code: str) -> None:
    """Aliases count as names, in either school of tone marks."""
    assert type_by_name(printed) is type_by_code(code)


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("L", "Lệnh"),
        ("SL", "Sắc lệnh"),
        ("BC", "Báo cáo"),
        ("BCTĐ", "Báo cáo"),
        ("GN", "Bản ghi nhớ"),
        ("BGN", "Bản ghi nhớ"),
        ("TTr", "Tờ trình"),
        ("TT", "Thông tư"),
    ],
)
def test_symbols_name_the_type_that_they_name_in_symbols(symbol: str, name: str) -> None:
    """L is an order and SL a decree-law there, old and practice codes lead to the type of today."""
    assert str(types_by_symbol()[symbol]) == name


@pytest.mark.parametrize("code", ["HP", "BL", "L", "PL"])
def test_laws_have_no_symbol_of_their_own(code: str) -> None:
    """Laws print the assembly's symbol, so that QH13 names no type."""
    assert type_by_code(code).symbols == ()


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


def test_types_are_the_same_by_key_and_name() -> None:
    """A type that a caller makes is that of the table, whatever else the table knows of it."""
    kind = type_by_code("NQ")
    assert DocumentType("NQ", kind.name) == kind != DocumentType("NQ", "Nghị quyết liên tịch")
    assert hash(DocumentType("NQ", kind.name)) == hash(kind)


def test_a_type_needs_a_code_and_a_name() -> None:
    """A type without letters is refused when it is made."""
    with pytest.raises(InvalidTextError, match="empty text"):
        DocumentType("", "Thư")
    with pytest.raises(InvalidTextError, match="empty text"):
        DocumentType("T", " ")


# --- bodies --------------------------------------------------------------------------------


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
        ("BCT", "Bộ Công Thương"),
        ("SNNMT", "Sở Nông nghiệp và Môi trường"),
        ("SVHTT", "Sở Văn hóa và Thể thao"),
        ("UBKHNN", "Ủy ban Khoa học Nhà nước"),
    ],
)
def test_bodies_are_named_in_full(code: str, name: str) -> None:
    """The code in a symbol gives the full name that it stands for now, or stood for last."""
    assert bodies()[code] == name


def test_a_body_never_ends_before_it_begins() -> None:
    """Days that contradict each other are a slip of the table."""
    for body in BODIES:
        assert body.valid_from is None or body.valid_to is None or body.valid_from <= body.valid_to, body


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("CP", date(1975, 5, 1), "Hội đồng Chính phủ"),
        ("CP", date(1985, 1, 1), None),
        ("CP", date(1992, 9, 30), "Chính phủ"),
        ("HĐBT", date(1981, 7, 3), None),
        ("HĐBT", date(1981, 7, 4), "Hội đồng Bộ trưởng"),
        ("HĐBT", date(1992, 9, 30), "Hội đồng Bộ trưởng"),
        ("HĐBT", date(1992, 10, 1), None),
        ("BNV", date(2000, 1, 1), None),
        ("BKHĐT", date(2025, 2, 28), "Bộ Kế hoạch và Đầu tư"),
        ("BKHĐT", date(2025, 3, 1), None),
        ("UB", date(2005, 12, 31), "Ủy ban nhân dân"),
        ("UB", date(2006, 1, 1), None),
        ("BTC", date(1955, 1, 1), "Bộ Tài chính"),
    ],
)
def test_the_row_of_the_day_says_whose_code_it_was(code: str, day: date, name: str | None) -> None:
    """Codes come, go and come back; a month or a year in the table reaches to its outermost day."""
    found = {body.name for body in bodies_by_code()[code] if body.existed(day)}
    assert found == ({name} if name else set())


@given(st.dates())
def test_a_body_of_a_caller_exists_on_every_day(day: date) -> None:
    """A body given by code and name alone is bounded by nothing."""
    body = Body("UBXYZ", "Ủy ban XYZ")
    assert (body.existed(day), str(body)) == (True, "Ủy ban XYZ")


@given(st.sampled_from([body for body in BODIES if body.valid_to]))
def test_a_body_is_gone_the_day_after_its_last(body: Body) -> None:
    """The last day counts, the next does not."""
    assert body.valid_to is not None
    assert body.existed(body.valid_to)
    assert not body.existed(body.valid_to + timedelta(days=1))


def test_variants_of_a_code_lead_to_one_code_and_are_none_themselves() -> None:
    """A printed variant never hides a body of its own, and no variant stands for two."""
    printed = [variant for row in rows("bodies") for variant in listed(row["variants"])]
    assert len(set(printed)) == len(printed) == len(body_variants()) > 40
    assert not set(printed) & (set(bodies()) | set(types_by_symbol()))
    assert set(body_variants().values()) <= set(bodies())


def test_no_code_is_a_type_and_a_body() -> None:
    """What stands in a symbol is read one way."""
    assert not set(bodies()) & set(types_by_symbol())


def test_every_printed_name_leads_to_one_full_name_which_leads_to_itself() -> None:
    """Names are keyed as `tone_key` writes them, and abbreviations never chain."""
    names = body_names()
    assert set(names.values()) == {body.name for body in BODIES}
    for printed, name in names.items():
        assert tone_key(printed) == printed
        assert names[name] == name
    meant: dict[str, set[str]] = {}
    for body in BODIES:
        for printed in (body.name, *body.names):
            meant.setdefault(printed, set()).add(body.name)
    assert {printed: found for printed, found in meant.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("HĐND", "Hội đồng nhân dân"),
        ("UBND", "Ủy ban nhân dân"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("Bộ Lao động, Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("Bộ Chính trị", "Bộ Chính trị"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ],
)
def test_abbreviated_names_are_given_in_full(printed: str, name: str) -> None:
    """An issuer is expanded however it was shortened."""
    assert body_names()[printed] == name


# --- terms, competence, titles -------------------------------------------------------------


def test_terms_follow_each_other_without_a_gap() -> None:
    """Every day since the first session is of one term; the last one sits still."""
    assert [term.number for term in TERMS] == list(range(1, 17))
    for one, two in pairwise(TERMS):
        assert one.last_day is not None
        assert one.first_day < one.last_day
        assert one.last_day + timedelta(days=1) == two.first_day
    assert TERMS[-1].last_day is None


@pytest.mark.parametrize("number", [0, 17, -1, 10**30])
def test_a_term_that_never_was_is_none(number: int) -> None:
    """Symbols are read with any number behind them."""
    assert assembly_term(number) is None


def test_competence_speaks_of_known_types_and_ordered_days() -> None:
    """Each row's type is a key or a symbol of the table of types, or "*" for all."""
    known = {kind.code for kind in document_types()} | set(types_by_symbol())
    for row in competences():
        assert row.type in known | {"*"}, row
        assert row.valid_from is None or row.valid_to is None or row.valid_from <= row.valid_to, row
        assert row.code in bodies() or any(mark in row.code for mark in "{*- "), row


def test_competence_never_says_both_of_one_body_type_and_day() -> None:
    """What a body may issue as normative, no other row of the same body denies for the same days."""
    for one in competences():
        for two in competences():
            if (one.body, one.code, one.type) == (two.body, two.code, two.type) and one is not two:
                first, last = sorted((one, two), key=lambda row: row.valid_from or date.min)
                assert first.valid_to is not None
                assert first.valid_to < (last.valid_from or date.min), (one, two)


def test_titles_are_of_laws_and_stand_longest_first() -> None:
    """A reader meets "Bảo hiểm xã hội" whole; a title stands once under its type."""
    titles = law_titles()
    assert set(titles) == {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"}
    assert sum(map(len, titles.values())) >= 150
    for kind, found in titles.items():
        assert type_by_name(kind) is not None
        assert len(set(found)) == len(found)
        assert [len(title) for title in found] == sorted(map(len, found), reverse=True)
        assert all(tone_key(title) == title for title in found)
    for row in rows("law_titles"):
        years = listed(row["years"])
        assert years == sorted(set(years))
        assert all(1945 < int(year) < 2027 for year in years)
