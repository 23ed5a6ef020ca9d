"""What a person should know of how a plan's head was read; *not* here: reading it (`heading`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.reading.cleaning import Clean
from govplan.reading.confidence import Confidence
from govplan.reading.draft import Note
from govplan.reading.heading import Heading
from govplan.values import Level, Span, Text
from govplan.vietnamese import format_date

__all__ = ["notes_on_heading"]


def notes_on_heading(heading: Heading, clean: Clean) -> Iterator[Note]:
    """Yield a note for each thing in a plan's head that its words do not say as it stands in the draft."""

    def place(span: tuple[int, int] | None) -> Span | None:
        return clean.span(*span) if span is not None else None

    if heading.headline is not None and heading.title == heading.headline:
        yield Note("/title", Confidence.LIKELY, place(heading.title_span), _HEADLINE, _TITLE)
    if "issuer" in heading.inferred:
        yield Note("/issuer", Confidence.LIKELY, place(heading.issuer_span), _ISSUER)
    unit = heading.jurisdiction
    if unit is not None and unit.level in (Level.DISTRICT, Level.COMMUNE):
        yield Note("/jurisdiction", Confidence.LIKELY, place(heading.jurisdiction_span), _MADE_CODE, _CODE)
    elif "jurisdiction" in heading.inferred and unit is not None:
        yield Note("/jurisdiction", Confidence.AMBIGUOUS, place(heading.jurisdiction_span), _WHICH, _WHEN)
    if "issued" in heading.inferred and heading.issued is not None and heading.other_issued is not None:
        yield Note(
            "/issued",
            Confidence.LIKELY,
            place(heading.issued_span),
            Text(
                f"Văn bản chỉ in ngày và tháng; năm {heading.issued.year} được suy ra từ kỳ kế hoạch.",
                f"Only day and month are printed; the year {heading.issued.year} was inferred from the plan's period.",
            ),
            Text("Ngày ban hành có đúng năm này không?", "Is this the year in which it was issued?"),
            (format_date(heading.other_issued),),
        )
    if "period" in heading.inferred and heading.period is not None:
        yield Note("/period", Confidence.LIKELY, place(heading.period_span), _PERIOD)
    if heading.lacks_number:
        yield Note("/document", Confidence.CERTAIN, place(heading.document_span), _NO_NUMBER, _NUMBER)
    elif heading.is_document and heading.document is not None:
        yield Note("/document", Confidence.CERTAIN, place(heading.document_span), _COMPOSED)


_HEADLINE = Text(
    "Bài không nêu tên kế hoạch; lấy nhan đề của bài.", "The article does not name the plan; its headline is used."
)
_TITLE = Text("Tên đầy đủ của kế hoạch là gì?", "What is the plan's full title?")
_ISSUER = Text(
    "Tên cơ quan được viết đầy đủ cùng tên địa phương, theo những chỗ khác trong văn bản.",
    "The body's name is written in full with its place, which the text gives elsewhere.",
)
_MADE_CODE = Text(
    "Bảng mã của govplan chỉ có cấp tỉnh; mã ở đây được đặt theo tên.",
    "govplan's table has provinces only; the code here is made of the name.",
)
_CODE = Text("Mã chính thức của đơn vị hành chính này là gì?", "What is the official code of this unit?")
_WHICH = Text(
    "Nhiều đơn vị từng mang tên này, và văn bản không cho biết thời điểm; lấy đơn vị mới nhất.",
    "Several units have had this name, and the text gives no day; the newest is used.",
)
_WHEN = Text("Kế hoạch được ban hành khi nào?", "When was the plan issued?")
_PERIOD = Text(
    "Kỳ kế hoạch được suy ra: tên kế hoạch không nêu đủ năm đầu và năm cuối.",
    "The period was inferred: the plan's title does not give both its first and its last year.",
)
_NO_NUMBER = Text("Chỗ ghi số của văn bản còn trống.", "The place for the document's number is empty.")
_NUMBER = Text("Số và ký hiệu của văn bản là gì?", "What are the document's number and symbol?")
_COMPOSED = Text(
    "Ghép từ số, ngày và cơ quan ở đầu văn bản.", "Put together from the number, day and body in the document's head."
)
