"""Heads of official documents."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.letterhead import Letterhead, find_letterhead
from govplan.reading.paragraphs import paragraphs

STATE = """ỦY BAN NHÂN DÂN
TỈNH GIA LAI
-------
Số: 812/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Gia Lai, ngày 02 tháng 5 năm 2024

QUYẾT ĐỊNH
Về việc giao chỉ tiêu trồng rừng
giai đoạn 2024 - 2026

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;"""
COLUMNS = """UBND TỈNH SÓC TRĂNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\tĐộc lập - Tự do - Hạnh phúc
Số: 90/KH-SVHTTDL\tSóc Trăng, ngày 11 tháng 3 năm 2024

KẾ HOẠCH
Tổ chức ngày hội sách năm 2024

I. MỤC TIÊU"""
ENCLOSED = """CHƯƠNG TRÌNH
PHÁT TRIỂN THỦY SẢN ĐẾN NĂM 2025
(Kèm theo Quyết định số 15/QĐ-UBND ngày 04/01/2021 của UBND tỉnh Bạc Liêu)
1. Mục tiêu"""


def read(text: str) -> Letterhead:
    found = find_letterhead(paragraphs(text))
    assert found is not None
    return found


def test_the_states_form_is_read() -> None:
    """Body and place over two lines, the title over two more."""
    head = read(STATE)
    assert head.issuer == "Ủy ban nhân dân tỉnh Gia Lai"
    assert (head.number, head.issued) == ("812/QĐ-UBND", date(2024, 5, 2))
    assert head.title == "QUYẾT ĐỊNH Về việc giao chỉ tiêu trồng rừng giai đoạn 2024 - 2026"
    body = paragraphs(STATE).items[head.first]
    assert STATE[body.start :].startswith("Căn cứ")


def test_two_columns_on_one_line_are_read_apart() -> None:
    """The department issues, and has the province of the committee above it."""
    head = read(COLUMNS)
    assert head.issuer == "Sở Văn hóa, Thể thao và Du lịch tỉnh Sóc Trăng"
    assert (head.number, head.issued) == ("90/KH-SVHTTDL", date(2024, 3, 11))
    assert head.title == "KẾ HOẠCH Tổ chức ngày hội sách năm 2024"


def test_what_a_decision_promulgates_names_it() -> None:
    """The brackets below the title say where the plan comes from."""
    head = read(ENCLOSED)
    assert head.title == "CHƯƠNG TRÌNH PHÁT TRIỂN THỦY SẢN ĐẾN NĂM 2025"
    assert head.enclosed_with is not None
    assert ENCLOSED[slice(*head.enclosed_with)].startswith("Quyết định số 15/QĐ-UBND")


def test_an_empty_place_for_the_number_is_told_from_none() -> None:
    """Drafts circulate without a number."""
    assert read(STATE.replace("Số: 812/QĐ-UBND", "Số:        /QĐ-UBND")).number == ""
    assert read(STATE.replace("Số: 812/QĐ-UBND", "Số: …")).number == ""
    assert read(ENCLOSED).number is None


def test_a_party_committee_has_its_own_form() -> None:
    """Number without a colon, the Party for the State."""
    head = read(
        "TỈNH ỦY KON TUM\n*\nSố 05-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nKon Tum, ngày 20 tháng 9 năm 2021\n\nNGHỊ QUYẾT\n"
        "về phát triển dược liệu\n\nI. TÌNH HÌNH"
    )
    assert (head.issuer, head.number, head.title) == (
        "Tỉnh ủy Kon Tum",
        "05-NQ/TU",
        "NGHỊ QUYẾT về phát triển dược liệu",
    )


def test_news_has_no_letterhead() -> None:
    """Neither a headline in capitals nor an article on a plan is one."""
    for text in (
        "Năm 2024, Gia Lai trồng rừng\n\nTỉnh Gia Lai vừa ban hành kế hoạch.",
        "PHÁT TRIỂN DU LỊCH BỀN VỮNG\n\nNăm 2024, tỉnh đón 2 triệu lượt khách.",
        "Kế hoạch năm 2024 đề ra nhiều việc.",
        "",
    ):
        assert find_letterhead(paragraphs(text)) is None


@given(st.lists(st.sampled_from(STATE.splitlines() + ENCLOSED.splitlines() + ["", "Số:", "TỈNH", "a"]), max_size=20))
def test_lines_in_any_order_are_read_without_error(lines: list[str]) -> None:
    """What is found stands where it says."""
    found = paragraphs("\n".join(lines))
    head = find_letterhead(found)
    if head is not None:
        assert 0 <= head.first <= len(found.items)
        for span in (head.title_span, head.number_span, head.issuer_span, head.issued_span):
            assert span is None or 0 <= span[0] < span[1] <= len(found.text)
