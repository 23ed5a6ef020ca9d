"""What a plan says of itself, from wherever it says it."""

from datetime import date

import pytest

from govplan.legal import find_citations
from govplan.reading.heading import Heading, cited_in, read_heading
from govplan.reading.paragraphs import paragraphs

NEWS = "{}\n\n{} Toàn tỉnh có nhiều việc phải làm trong năm tới đây để đạt các mục tiêu."


def read(text: str) -> Heading:
    found = paragraphs(text)
    return read_heading(found, find_citations(found.text))


@pytest.mark.parametrize(
    ("day", "period", "issued", "other"),
    [
        ("Ngày 05/2", "năm 2024", date(2024, 2, 5), date(2023, 2, 5)),
        ("Ngày 28/12", "năm 2024", date(2023, 12, 28), date(2024, 12, 28)),
        ("Ngày 05/2", "giai đoạn 2021-2025", date(2021, 2, 5), date(2020, 2, 5)),
        ("Ngày 29/2", "năm 2023", None, None),
        ("Ngày 05/2/2022", "năm 2024", date(2022, 2, 5), None),
    ],
)
def test_a_day_without_its_year_takes_it_from_the_period(
    day: str, period: str, issued: date | None, other: date | None
) -> None:
    """A plan for a year is often issued at the end of the year before; the other year stays in view."""
    heading = read(f"{day}, UBND tỉnh Hà Nam ban hành Kế hoạch trồng cây {period}.")
    assert (heading.issued, heading.other_issued) == (issued, other)
    assert ("issued" in heading.inferred) == (other is not None)


def test_an_article_without_a_programme_goes_by_its_headline() -> None:
    """And by its headline's year and place."""
    heading = read(NEWS.format("Năm 2024, Hà Nam trồng cây", "Tỉnh Hà Nam trồng nhiều cây."))
    assert heading.title == heading.headline == "Năm 2024, Hà Nam trồng cây"
    assert (str(heading.period), str(heading.jurisdiction)) == ("2024", "tỉnh Hà Nam")
    assert heading.first == 1


def test_a_programme_that_the_article_names_goes_before_its_headline() -> None:
    """The headline is then only where it was read."""
    heading = read(NEWS.format("Trồng cây gây rừng", "UBND tỉnh Hà Nam ban hành Kế hoạch trồng cây năm 2024."))
    assert (heading.title, heading.headline) == ("Kế hoạch trồng cây năm 2024", "Trồng cây gây rừng")


def test_a_numbered_programme_is_the_document() -> None:
    """Its number and day go into the document, its subject into the title."""
    heading = read("UBND tỉnh Hà Nam ban hành Kế hoạch số 7/KH-UBND ngày 09/01/2024 về trồng cây năm 2024.")
    assert heading.document is not None
    assert (heading.document.number, heading.document.date) == ("7", date(2024, 1, 9))
    assert heading.title == "Kế hoạch về trồng cây năm 2024"


def test_a_year_of_the_text_alone_is_said_to_be_inferred() -> None:
    """It may be the year of something else."""
    heading = read(NEWS.format("Hà Nam trồng cây", "Trong năm 2024, tỉnh Hà Nam trồng nhiều cây."))
    assert str(heading.period) == "2024"
    assert "period" in heading.inferred


def test_a_signature_tells_the_issuer_where_the_head_does_not() -> None:
    """Plans are passed on without their first lines."""
    heading = read(
        "KẾ HOẠCH\nTrồng cây năm 2024\n\n(Kèm theo Quyết định này)\n\nI. MỤC TIÊU\n1. Trồng cây.\n\n"
        "TM. ỦY BAN NHÂN DÂN TỈNH"
    )
    assert heading.title == "KẾ HOẠCH Trồng cây năm 2024"
    assert heading.issuer is not None
    assert heading.issuer.startswith("Ủy ban nhân dân")


def test_legal_basis_is_what_the_plan_rests_on() -> None:
    """Reports that were considered are cited, and no basis."""
    heading = read(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\nSố: 5/NQ-HĐND\n\nNGHỊ QUYẾT\nVề trồng cây năm 2024\n\n"
        "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;\nXét Tờ trình số 9/TTr-UBND của UBND tỉnh;\n\n"
        "QUYẾT NGHỊ:\n\nĐiều 1. Trồng cây theo Nghị định số 6/2020/NĐ-CP."
    )
    assert [one.text for one in heading.legal_basis] == ["Luật Lâm nghiệp ngày 15 tháng 11 năm 2017"]


def test_documents_cited_over_two_lines_are_kept_on_one() -> None:
    """Once each, by number or name; short mentions stay where they are."""
    text = (
        "theo Nghị định số 6/2020/NĐ-CP ngày\n03/01/2020 của Chính phủ, Nghị định 6 "
        "và Nghị định số 6/2020/NĐ-CP ngày 03/01/2020 của Chính phủ"
    )
    assert [one.text for one in cited_in(find_citations(text), 0, len(text))] == [
        "Nghị định số 6/2020/NĐ-CP ngày 03/01/2020 của Chính phủ"
    ]


@pytest.mark.parametrize("text", ["", "Tỷ lệ hộ nghèo giảm còn 3%.", "Số hộ nghèo: 5\nSố hộ cận nghèo: 7"])
def test_clauses_alone_have_no_heading(text: str) -> None:
    """Nothing is made of words that say nothing of a plan."""
    heading = read(text)
    assert (heading.title, heading.issuer, heading.period, heading.jurisdiction) == (None, None, None, None)
