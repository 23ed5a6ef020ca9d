"""Issuers behind "của": where a name ends, and how it is written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal.issuer import issuers, written_out
from govplan.legal.lexicon import lexicon
from govplan.legal.tables import Body, body_names

TABLES = lexicon()
NAMES = st.sampled_from(sorted(body_names().items()))
# A name of several words that is not a place's too: those are known where they stand.
FULL_NAMES = st.sampled_from(sorted({name for name in body_names().values() if " " in name}))


def after(text: str) -> tuple[str, str] | None:
    """Return the issuer that a text begins with, and what is left of the text."""
    found = issuers(TABLES).after(text, 0)
    return (found[0], text[found[1] :]) if found is not None else None


@pytest.mark.parametrize(
    ("text", "issuer", "rest"),
    [
        (" của UBND tỉnh với mục tiêu", "Ủy ban nhân dân tỉnh", " với mục tiêu"),
        (" của UBND thành phố Hội An.", "Ủy ban nhân dân thành phố Hội An", "."),
        (", của Uỷ ban nhân dân tỉnh Hoà Bình)", "Ủy ban nhân dân tỉnh Hòa Bình", ")"),
        (" của UBND tỉnh Bà Rịa - Vũng Tàu về", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", " về"),
        (" của Chủ tịch UBND tỉnh Kon Tum phê duyệt", "Chủ tịch Ủy ban nhân dân tỉnh Kon Tum", " phê duyệt"),
        (" của Thành ủy Đà Nẵng tiếp tục", "Thành ủy Đà Nẵng", " tiếp tục"),
        (" của Chính phủ các năm qua", "Chính phủ", " các năm qua"),
        (" của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ", " phê duyệt"),
        (" của Bộ trưởng Bộ Xây dựng hướng dẫn", "Bộ trưởng Bộ Xây dựng", " hướng dẫn"),
        (" của Bộ LĐTBXH, Bộ Y tế", "Bộ Lao động - Thương binh và Xã hội", ", Bộ Y tế"),
        (
            " của Sở Lao động - Thương binh và Xã hội tỉnh và Kế hoạch năm",
            "Sở Lao động - Thương binh và Xã hội tỉnh",
            " và Kế hoạch năm",
        ),
        (" của Ban Quản lý dự án Đường sắt; giao", "Ban Quản lý dự án Đường sắt", "; giao"),
        (" của Ban Quản lý dự án Đường sắt 3/4/2020", "Ban Quản lý dự án Đường sắt", " 3/4/2020"),
        (" CỦA ỦY BAN THƯỜNG VỤ QUỐC HỘI NGÀY", "Ủy ban Thường vụ Quốc hội", " NGÀY"),
        (" cua Thu tuong Chinh phu", "Thủ tướng Chính phủ", ""),
        (" của\nUBND\ntỉnh\nPhú\nYên\nvề", "Ủy ban nhân dân tỉnh Phú Yên", "\nvề"),
        (" của Hiệp hội\nlàng nghề,", "Hiệp hội làng nghề", ","),
        (" của Hiệp hội làng nghề\nCăn cứ", "Hiệp hội làng nghề", "\nCăn cứ"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, issuer: str, rest: str) -> None:
    """The words after the body and its place are not its name."""
    assert after(text) == (issuer, rest)


@pytest.mark.parametrize("text", ["", " của", " của ngành", " của 12 tỉnh", " và của UBND", " Chính phủ", " cua nganh"])
def test_what_names_no_body_is_no_issuer(text: str) -> None:
    """A body's name has a capital and stands behind "của"."""
    assert after(text) is None


@given(FULL_NAMES, st.sampled_from([".", ",", ";", ")", "\nCăn cứ", " về việc", " ngày 3/4/2020", " và Nghị định", ""]))
def test_every_full_name_is_read_to_its_end(name: str, rest: str) -> None:
    """Names that hold words like "về" or commas are known, and end where they end."""
    assert after(f" của {name}{rest}") == (name, rest)


@given(NAMES)
def test_every_printed_name_is_written_out(names: tuple[str, str]) -> None:
    """Abbreviated, in other case or spacing, a known name becomes the full one, which stays as it is."""
    printed, full = names
    # A longer name says more than the full one, and is kept.
    expected = printed if printed.casefold().startswith(f"{full.casefold()} ") else full
    for text in (printed, printed.replace(" ", "\n "), printed.upper()):
        assert written_out(TABLES, text).casefold() == expected.casefold()
    assert written_out(TABLES, printed) == expected
    assert written_out(TABLES, full) == full


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("HĐND tỉnh", "Hội đồng nhân dân tỉnh"),
        ("Chủ tịch UBND huyện Thăng Bình", "Chủ tịch Ủy ban nhân dân huyện Thăng Bình"),
        ("Ban Chỉ đạo 35 tỉnh", "Ban Chỉ đạo 35 tỉnh"),
        ("Thu tuong Chinh phu", "Thủ tướng Chính phủ"),
        ("Thủtướng Chínhphủ", "Thủ tướng Chính phủ"),
        ("Uỷ ban Xyz  Hoà Bình", "Ủy ban Xyz Hòa Bình"),
    ],
)
def test_names_are_written_out_with_what_stands_around_them(printed: str, full: str) -> None:
    """Offices before and places behind a body stay; what no table knows keeps its words."""
    assert written_out(TABLES, printed) == full


@given(st.one_of(NAMES.map(lambda names: names[0]), st.text(max_size=60)))
def test_writing_out_twice_changes_nothing_more(printed: str) -> None:
    """A full name is its own."""
    once = written_out(TABLES, printed)
    assert written_out(TABLES, once) == once


def test_a_body_that_the_caller_knows_is_read() -> None:
    """Its name is known to its end, though the tables have none such."""
    more = lexicon((Body("TCTXYZ", "Tổ công tác về Xyz, Abc"),))
    text = " của Tổ công tác về Xyz, Abc về việc"
    assert issuers(more).after(text, 0) == ("Tổ công tác về Xyz, Abc", text.index(" về việc"))
    assert after(text) == ("Tổ công tác", " về Xyz, Abc về việc")


@given(st.text(st.sampled_from("củaCUABNDtỉnhvề ,.-\nXY\x00"), max_size=60))
def test_no_text_makes_the_search_raise(text: str) -> None:
    """What is found ends within the text."""
    found = issuers(TABLES).after(text, 0)
    assert found is None or 0 < found[1] <= len(text)
