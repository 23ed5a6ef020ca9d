"""Issuing sentences of news."""

from datetime import date

import pytest

from govplan.reading.issuing import Issuing, find_issuing
from govplan.reading.paragraphs import paragraphs


def read(text: str) -> tuple[Issuing, str | None]:
    found = paragraphs(text)
    issuing = find_issuing(found.text, found.items)
    assert issuing is not None
    return issuing, found.text[slice(*issuing.title_span)] if issuing.title_span else None


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        (
            "Ngày 12/2, Sở Công Thương tỉnh An Giang ban hành Kế hoạch khuyến công năm 2024, đặt mục tiêu 30 đề án.",
            "Sở Công Thương tỉnh An Giang",
            "Kế hoạch khuyến công năm 2024",
        ),
        (
            "Phó Chủ tịch UBND tỉnh Bình Định Trần Văn Nam vừa ký ban hành Kế hoạch phòng chống bão với 7 việc.",
            "Ủy ban nhân dân tỉnh Bình Định",
            "Kế hoạch phòng chống bão",
        ),
        (
            "Đề án phát triển vùng dược liệu vừa được UBND tỉnh Kon Tum phê duyệt.",
            "Ủy ban nhân dân tỉnh Kon Tum",
            "Đề án phát triển vùng dược liệu",
        ),
        (
            "Tại kỳ họp thứ 9, HĐND tỉnh Tây Ninh khóa X thông qua Nghị quyết về kế hoạch đầu tư công năm 2024.",
            "Hội đồng nhân dân tỉnh Tây Ninh",
            "Nghị quyết về kế hoạch đầu tư công năm 2024",
        ),
        (
            "Theo báo cáo của Sở Y tế tỉnh Long An công bố ngày 03/01/2024, ngành y tế phấn đấu.",
            "Sở Y tế tỉnh Long An",
            None,
        ),
        (
            "Theo Kế hoạch xúc tiến thương mại năm 2024 của UBND tỉnh Hà Nam, tỉnh tổ chức 5 hội chợ.",
            "Ủy ban nhân dân tỉnh Hà Nam",
            "Kế hoạch xúc tiến thương mại năm 2024",
        ),
    ],
)
def test_sentences_of_every_form_are_read(text: str, issuer: str, title: str | None) -> None:
    """Who issued, written out, and the title up to where the sentence goes on."""
    issuing, found = read(text)
    assert (issuing.issuer, found) == (issuer, title)


@pytest.mark.parametrize(
    ("day", "issued", "of_year"),
    [
        ("Ngày 12/2/2024", date(2024, 2, 12), None),
        ("Ngày 12 tháng 2 năm 2024", date(2024, 2, 12), None),
        ("Ngày 12-02-2024", date(2024, 2, 12), None),
        ("Ngày 12/2", None, (2, 12)),
        ("Ngày 31/2/2024", None, None),
        ("Ngày 40/2", None, None),
        ("Mới đây", None, None),
    ],
)
def test_days_are_read_with_and_without_their_year(day: str, issued: date | None, of_year: object) -> None:
    """A day that the calendar does not have is none."""
    issuing, _ = read(f"{day}, UBND tỉnh Hà Nam ban hành Kế hoạch trồng cây.")
    assert (issuing.issued, issuing.day_of_year) == (issued, of_year)


def test_the_day_of_another_document_is_not_the_plans() -> None:
    """The plan's own number may carry its day; a document that it rests on carries its own."""
    own, _ = read("UBND tỉnh Hà Nam ban hành Kế hoạch số 5/KH-UBND ngày 09/01/2024 về trồng cây.")
    other, _ = read(
        "UBND tỉnh Hà Nam ban hành Kế hoạch trồng cây trên địa bàn tỉnh trong mùa xuân và mùa thu tới đây, "
        "theo Quyết định số 524/QĐ-TTg ngày 01/4/2021."
    )
    assert own.issued == date(2024, 1, 9)
    assert other.issued is None


def test_text_that_issues_nothing_has_no_such_sentence() -> None:
    """A clause about a figure names no issuer."""
    found = paragraphs("Tỷ lệ hộ nghèo giảm còn 3%; trồng mới 200 ha rừng.")
    assert find_issuing(found.text, found.items) is None
