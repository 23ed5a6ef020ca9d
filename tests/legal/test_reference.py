"""One citation read: its fields, its canonical form, and which document it is."""

import unicodedata
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from govplan.legal import LegalReference, Pin
from govplan.testing import legal_references

parse = LegalReference.parse

# What a document of each form is read as: type's code, number, year, symbol, issuer, date, well formed.
DOCUMENTS = [
    # The shapes that one provincial programme cites.
    pytest.param(
        "Nghị quyết số 51/NQHĐND ngày 27/8/2019 của HĐND tỉnh",
        ("NQ", "51", None, "NQ-HĐND", "Hội đồng nhân dân tỉnh", date(2019, 8, 27), False),
        id="council-lost-hyphen",
    ),
    pytest.param(
        "Quyết định số 1704/QĐ-UBND ngày 12/11/2019 của UBND tỉnh",
        ("QĐ", "1704", None, "QĐ-UBND", "Ủy ban nhân dân tỉnh", date(2019, 11, 12), True),
        id="committee",
    ),
    pytest.param(
        "Nghị định số 31/2018/NĐ-CP của Chính phủ",
        ("NĐ", "31", 2018, "NĐ-CP", "Chính phủ", None, True),
        id="decree-without-date",
    ),
    pytest.param(
        "Nghị quyết số 33/2018/NQ-HĐND ngày 06/12/2018 của HĐND tỉnh",
        ("NQ", "33", 2018, "NQ-HĐND", "Hội đồng nhân dân tỉnh", date(2018, 12, 6), True),
        id="council-normative",
    ),
    pytest.param(
        "Nghị quyết số 04-NQ/TU ngày 02/3/2020 của Tỉnh ủy",
        ("NQ", "04", None, "NQ/TU", "Tỉnh ủy", date(2020, 3, 2), True),
        id="party-province",
    ),
    pytest.param(
        "Kế hoạch số 2208/KH-UBND ngày 08/5/2020",
        ("KH", "2208", None, "KH-UBND", "Ủy ban nhân dân", date(2020, 5, 8), True),
        id="plan-whose-issuer-stands-elsewhere",
    ),
    pytest.param(
        "Chương trình số 03-CTr/BCĐ ngày 07/6/2020 của Ban Chỉ đạo phát triển vùng Đông tỉnh Quảng Ngãi",
        (
            "CTr",
            "03",
            None,
            "CTr/BCĐ",
            "Ban Chỉ đạo phát triển vùng Đông tỉnh Quảng Ngãi",
            date(2020, 6, 7),
            True,
        ),
        id="party-committee-with-a-long-name",
    ),
    pytest.param(
        "Chỉ thị số 17-CT/TW ngày 09/10/2016 của Ban Bí thư",
        ("CT", "17", None, "CT/TW", "Ban Bí thư", date(2016, 10, 9), True),
        id="party-centre",
    ),
    pytest.param(
        "Kế hoạch số 52-KH/TU ngày 05/01/2017 của Tỉnh ủy Phú Yên",
        ("KH", "52", None, "KH/TU", "Tỉnh ủy Phú Yên", date(2017, 1, 5), True),
        id="party-province-with-its-name",
    ),
    # Other families.
    pytest.param("Luật số 11/2003/QH11", ("L", "11", 2003, "QH11", "Quốc hội", None, True), id="law"),
    pytest.param(
        "Pháp lệnh số 3/1999/UBTVQH10",
        ("PL", "3", 1999, "UBTVQH10", "Ủy ban Thường vụ Quốc hội", None, True),
        id="ordinance",
    ),
    pytest.param("số 41/2009/QH12", (None, "41", 2009, "QH12", "Quốc hội", None, True), id="assembly-untyped"),
    pytest.param(
        "Thông tư liên tịch số 9/2014/TTLT-BYT-BTC",
        ("TTLT", "9", 2014, "TTLT-BYT-BTC", "Bộ Y tế; Bộ Tài chính", None, True),
        id="joint-circular",
    ),
    pytest.param(
        "Công văn số 1733/LĐTBXH-BTXH ngày 15/02/2022",
        ("CV", "1733", None, "LĐTBXH-BTXH", "Bộ Lao động - Thương binh và Xã hội", date(2022, 2, 15), True),
        id="letter",
    ),
    pytest.param("Công văn số 290-CV/TU", ("CV", "290", None, "CV/TU", "Tỉnh ủy", None, True), id="party-letter"),
    pytest.param("Nghị định số 42-CP", ("NĐ", "42", None, "CP", "Chính phủ", None, True), id="old-hyphen"),
    pytest.param("Nghị định 19/CP", ("NĐ", "19", None, "CP", "Chính phủ", None, True), id="old-slash"),
    pytest.param(
        "Quy định số 8-QĐ/TW", ("QyĐ", "8", None, "QĐ/TW", "Trung ương Đảng", None, True), id="party-rules-under-QĐ"
    ),
    pytest.param("Quyết định số 60/QĐ-XYZVN", ("QĐ", "60", None, "QĐ-XYZVN", None, None, True), id="body-unknown"),
    pytest.param("Quyết định số 60/QĐ-SXD", ("QĐ", "60", None, "QĐ-SXD", "Sở Xây dựng", None, True), id="department"),
    pytest.param(
        "Thông tư liên bộ số 12/TT-LB", ("TTLB", "12", None, "TT-LB", "Liên bộ", None, True), id="interministerial"
    ),
    pytest.param("Thông tư số 11-BTC/TT", ("TT", "11", None, "BTC/TT", "Bộ Tài chính", None, True), id="old-ministry"),
    pytest.param("Sắc lệnh số 85/SL", ("Sắc lệnh", "85", None, "SL", "Chủ tịch nước", None, True), id="decree-law"),
    pytest.param("Sắc lệnh số 85", ("Sắc lệnh", "85", None, None, "Chủ tịch nước", None, True), id="decree-law-bare"),
    pytest.param(
        "Văn bản hợp nhất số 7/VBHN-VPQH",
        ("VBHN", "7", None, "VBHN-VPQH", "Văn phòng Quốc hội", None, True),
        id="consolidated",
    ),
    pytest.param(
        "Nghị quyết số 88.5/2026/NQ-CP", ("NQ", "88.5", 2026, "NQ-CP", "Chính phủ", None, True), id="number-88.5"
    ),
    pytest.param("Quyết định số 1733", ("QĐ", "1733", None, None, None, None, False), id="symbol-missing"),
    pytest.param("Nghị quyết số 15a/NQ-CP", ("NQ", "15a", None, "NQ-CP", "Chính phủ", None, True), id="number-15a"),
    pytest.param("2019/KH-UBND", ("KH", "2019", None, "KH-UBND", "Ủy ban nhân dân", None, True), id="bare-number"),
    # Contradictions are read, and marked.
    pytest.param(
        "Chương trình số 22-CT/TU", ("CTr", "22", None, "CT/TU", "Tỉnh ủy", None, False), id="word-against-code"
    ),
    pytest.param(
        "Chỉ thị số 8-QĐ/TW", ("CT", "8", None, "QĐ/TW", "Trung ương Đảng", None, False), id="party-directive-QĐ"
    ),
    pytest.param(
        "Quy định số 8/QĐ-UBND", ("QyĐ", "8", None, "QĐ-UBND", "Ủy ban nhân dân", None, False), id="state-rules-QĐ"
    ),
]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_every_family_is_read_into_its_fields(text: str, expected: tuple[object, ...]) -> None:
    """Type, number as printed, year, canonical symbol, full name of the issuer, date, and whether it is in order."""
    found = parse(text)
    code = found.type.code if found.type else None
    assert (
        code,
        found.number,
        found.year,
        found.symbol,
        found.issuer,
        found.date,
        found.well_formed,
    ) == expected
    assert (found.text, found.pin, found.title) == (text, None, None)


@pytest.mark.parametrize(
    "pin",
    ["điểm đ khoản 4 Điều 21", "khoản 3, Điều 9", "điều 2", "các điểm a, b khoản 1 Điều 5", "Phụ lục II", "Mục I"],
)
@pytest.mark.parametrize("link", [" ", ", ", " của ", " ban hành kèm theo "])
def test_the_place_in_a_document_is_kept_apart_from_the_document(pin: str, link: str) -> None:
    """A pinned citation is the document with a place, and prints both."""
    found = parse(f"{pin}{link}Nghị định số 31/2018/NĐ-CP")
    assert found.pin == Pin.parse(pin)
    assert found.identity == parse("Nghị định số 31/2018/NĐ-CP").identity
    assert str(found) == f"{found.pin} Nghị định số 31/2018/NĐ-CP của Chính phủ"


@pytest.mark.parametrize(
    ("text", "code", "title", "issuer"),
    [
        ("Luật Thi đua, khen thưởng", "L", "Thi đua, khen thưởng", "Quốc hội"),
        ("Bộ luật Hàng hải", "BL", "Hàng hải", "Quốc hội"),
        ("Pháp lệnh Ngoại hối", "PL", "Ngoại hối", "Ủy ban Thường vụ Quốc hội"),
        ("luật  Nhà\u00a0ở", "L", "Nhà ở", None),
        ("Chiến lược quốc gia về dinh dưỡng", "CL", "quốc gia về dinh dưỡng", None),
        ("Chương trình mục tiêu quốc gia", "CTr", "mục tiêu quốc gia", None),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XXI", "NQ", "Đại hội Đảng bộ tỉnh lần thứ XXI", None),
    ],
)
def test_a_document_may_be_known_by_its_name(text: str, code: str, title: str, issuer: str | None) -> None:
    """What follows the type is the title; there is no number to be well formed."""
    found = parse(text)
    assert found.type is not None
    assert (found.type.code, found.title, found.number, found.symbol, found.issuer) == (code, title, None, None, issuer)
    assert found.well_formed
    assert found.designation == title
    assert str(found) == f"{found.type} {title}"


# What may happen to a citation on its way through a printer, a scanner or an editor, and changes no field.
PLAIN = "Quyết định số 1704/QĐ-UBND ngày 12/11/2019 của UBND tỉnh Phú Yên"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(unicodedata.normalize("NFD", PLAIN), id="NFD"),
        pytest.param(PLAIN.replace(" ", "\u00a0"), id="no-break-spaces"),
        pytest.param(PLAIN.replace(" ", "\n"), id="line-breaks"),
        pytest.param(PLAIN.replace(" ", "  "), id="two-spaces"),
        pytest.param(PLAIN.replace("Quyết định số", "QUYẾT ĐỊNH SỐ"), id="capitals"),
        pytest.param(PLAIN.replace("Quyết định", "quyết định"), id="small-letters"),
        pytest.param(PLAIN.replace("số ", ""), id="without-số"),
        pytest.param(PLAIN.replace(" ngày", ", ngày"), id="comma-before-the-date"),
        pytest.param(PLAIN.replace("ngày", "Ngày"), id="capital-Ngày"),
        pytest.param(PLAIN.replace("ngày ", ""), id="without-ngày"),
        pytest.param(PLAIN.replace("12/11/2019", "12-11-2019"), id="hyphens-in-the-date"),
        pytest.param(PLAIN.replace("12/11/2019", "12.11.2019"), id="points-in-the-date"),
        pytest.param(PLAIN.replace("12/11/2019", "12 tháng 11 năm 2019"), id="long-date"),
        pytest.param(PLAIN.replace(" của", ", của"), id="comma-before-the-issuer"),
        pytest.param(PLAIN.replace("UBND tỉnh", "Ủy ban nhân dân tỉnh"), id="issuer-in-full"),
        pytest.param(PLAIN.replace("UBND tỉnh", "Uỷ ban nhân dân tỉnh"), id="issuer-in-the-other-spelling"),
        pytest.param(f"  {PLAIN} ", id="blanks-around"),
        pytest.param(f"{PLAIN}.", id="full-stop"),
        pytest.param(f"{PLAIN};", id="semicolon"),
    ],
)
def test_spelling_and_spacing_change_no_field(text: str) -> None:
    """Normal forms, blanks, capitals of the words and long dates read like the plain citation."""
    found = parse(text)
    assert found.text == unicodedata.normalize("NFC", text).strip()
    assert evolve(found, text=PLAIN) == parse(PLAIN)


@pytest.mark.parametrize(
    ("damaged", "number"),
    [
        ("Quyết định số 1704/QĐUBND", "1704"),
        ("Quyết định số 1704/QĐ–UBND", "1704"),
        ("Quyết định số: 1704/QĐ-UBND", "1704"),
        ("Quyết định số1704/QĐ-UBND", "1704"),
        ("QĐ số 1704//QĐ-UBND", "1704"),
        ("quyet dinh so 1704/QD-UBND", "1704"),
        ("Quyết định số 1704 /QĐ- UBND", "1704"),
        ("Quyết định số 1704/QĐ/UBND", "1704"),
        ("Quyết định số 1704-QĐ-UBND", "1704"),
    ],
)
def test_a_damaged_symbol_is_the_same_document_and_is_marked(damaged: str, number: str) -> None:
    """Repair gives the document's identity; what was printed stays in the text."""
    found = parse(damaged)
    assert not found.well_formed
    assert found.text == damaged
    assert found.number == number
    assert found.identity == parse("Quyết định số 1704/QĐ-UBND").identity
    assert found.designation == "1704/QĐ-UBND"


@pytest.mark.parametrize(
    "day", ["31/02/2021", "30-02-2020", "ngày 32.01.2020", "ngày 31 tháng 4 năm 2021", "29/2/2021"]
)
def test_a_day_that_no_calendar_has_is_marked_and_gives_no_date(day: str) -> None:
    """The citation stays whole, with its issuer, but without a date and not well formed."""
    text = f"Chỉ thị số 8/CT-UBND ngày {day.removeprefix('ngày ')} của UBND tỉnh Phú Yên"
    found = parse(text)
    assert (found.date, found.well_formed, found.issuer) == (None, False, "Ủy ban nhân dân tỉnh Phú Yên")
    assert found.text == text
    assert parse(str(found)).identity == found.identity


def test_printing_follows_the_order_of_a_first_mention() -> None:
    """Type, number, long date, issuer in full: as Decree 30/2020/NĐ-CP prescribes."""
    assert str(parse("Nghị quyết 51/NQHĐND ngày 7/2/2019 của HĐND tỉnh")) == (
        "Nghị quyết số 51/NQ-HĐND ngày 07 tháng 02 năm 2019 của Hội đồng nhân dân tỉnh"
    )
    assert str(parse("04-NQ/TU")) == "Nghị quyết số 04-NQ/TU của Tỉnh ủy"
    assert str(parse("số 41/2009/QH12")) == "số 41/2009/QH12 của Quốc hội"
    assert str(parse("luật Nhà ở")) == "Luật Nhà ở"
    assert str(parse("Thông tư liên tịch 9/2014/TTLT-BYT-BTC")) == (
        "Thông tư liên tịch số 9/2014/TTLT-BYT-BTC của Bộ Y tế; Bộ Tài chính"
    )
    assert str(parse("khoản 1\nĐiều 2 Nghị định này")) == "khoản 1 Điều 2 Nghị định này"
    assert str(parse("Chỉ thị số 8-CT/TƯ")) == "Chỉ thị số 8-CT/TƯ"


def test_a_reference_made_by_hand_prints_what_it_has() -> None:
    """Without symbol the designation is the number; without number and title, the text."""
    assert LegalReference("Quyết định 12", number="12").designation == "12"
    assert LegalReference("văn bản nêu trên").designation == "văn bản nêu trên"
    assert str(LegalReference("văn bản nêu trên")) == "văn bản nêu trên"
    assert LegalReference("văn bản nêu trên").identity == LegalReference("văn bản khác").identity


@given(legal_references())
def test_what_was_printed_reads_as_what_was_read(reference: LegalReference) -> None:
    """parse(x.text) == x, for every form, damage and spelling."""
    assert parse(reference.text) == reference


@given(legal_references())
def test_the_canonical_form_is_the_same_document(reference: LegalReference) -> None:
    """parse(str(x)).identity == x.identity, and printing again changes nothing."""
    again = parse(str(reference))
    assert again.identity == reference.identity
    assert again.pin == reference.pin
    assert str(again) == str(reference)


@given(legal_references())
def test_the_normal_form_of_unicode_makes_no_difference(reference: LegalReference) -> None:
    """Text in NFD is read like text in NFC, and kept in NFC."""
    assert parse(unicodedata.normalize("NFD", reference.text)) == reference


@given(legal_references())
def test_what_is_not_printed_well_says_how(reference: LegalReference) -> None:
    """A reference is well formed exactly where nothing was repaired."""
    assert reference.well_formed is (reference.deviations == ())


def test_only_documents_with_the_type_before_the_slash_are_of_the_party() -> None:
    """The symbol NQ/TU is the Party's however it is written; QH13, and what the assembly once wrote alike, are not."""
    assert parse("04-NQ/TU").is_party
    assert parse("04/NQ-TU").is_party
    assert not parse("Nghị quyết số 4/NQ-CP").is_party
    assert not parse("242-NQ/UBTVQH10").is_party
    assert not parse("Thông tư số 11-BTC/TT").is_party
    assert not parse("41/2009/QH12").is_party
    assert not parse("Luật Nhà ở").is_party
