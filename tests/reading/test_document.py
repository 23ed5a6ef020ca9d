"""Documents as drafts: text and tables together, spans that quote, and files that are refused by their name."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from papers import docx_of, pdf_of, xlsx_of

import govplan
from govplan.errors import DocumentError, MissingExtraError, UnknownFormatError
from govplan.model import Target
from govplan.reading import Draft
from govplan.reading.document import content_of, draft_of, read_document
from govplan.reading.documents import limits
from govplan.values import Period

OPENING = ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "KẾ HOẠCH", "Phát triển kinh tế - xã hội năm 2024", "I. CHỈ TIÊU")
TABLE = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Ước TH 2023", "Kế hoạch 2024"),
    ("1", "Tổng sản lượng", "tấn", "900", "1.000"),
    ("", "- Lúa", "tấn", "500", "600"),
    ("", "- Ngô", "nt", "400", "400"),
    ("2", "Tỷ lệ hộ nghèo", "%", "5", "Dưới 4"),
)
CLOSING = (
    "II. NHIỆM VỤ",
    "1. Mở rộng vùng trồng lúa theo Quyết định số 12/QĐ-UBND ngày 3/4/2023.",
    "2. Hỗ trợ hộ nghèo.",
)


def add_table(document: Any, rows: tuple[tuple[str, ...], ...] = TABLE) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            table.cell(row, column).text = words


def plan_as_docx() -> bytes:
    def build(document: Any) -> None:
        add_table(document)
        for words in CLOSING:
            document.add_paragraph(words)

    return docx_of(*OPENING, build=build)


def plan_as_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in row) + "</tr>" for row in TABLE)
    opening, closing = ("".join(f"<p>{words}</p>" for words in words) for words in (OPENING, CLOSING))
    return f"<html><body>{opening}<table>{rows}</table>{closing}</body></html>".encode()


def walk(draft: Draft) -> Iterator[Target]:
    for target in draft.targets:
        yield from target.walk()


@pytest.fixture(params=["docx", "html"])
def draft(request: pytest.FixtureRequest, tmp_path: Path) -> Draft:
    file = tmp_path / f"plan.{request.param}"
    file.write_bytes(plan_as_docx() if request.param == "docx" else plan_as_html())
    return read_document(file)


def test_text_and_tables_make_one_draft(draft: Draft) -> None:
    """Title and period are from the text, targets from the table, tasks from what follows it."""
    assert draft.period == Period.year(2024)
    assert [str(target) for target in draft.targets] == ["Tổng sản lượng: ít nhất 1.000 tấn", "Tỷ lệ hộ nghèo: dưới 4%"]
    assert [str(part.indicator) for part in draft.targets[0].parts] == ["Lúa", "Ngô"]
    assert draft.targets[0].relation is not None
    assert draft.targets[0].relation.value == "partition"
    assert [group.ordinal for group in draft.task_groups] == [1, 2]
    assert [citation.reference.number for citation in draft.citations if citation.reference] == ["12"]


def test_every_place_quotes_the_text(draft: Draft) -> None:
    """Spans count characters of the draft's text, in which a row of a table is a line."""
    assert "1\tTổng sản lượng\ttấn\t900\t1.000\n" in draft.text
    for target in walk(draft):
        assert target.source is not None
        assert target.source.span is not None
        words = target.source.span.of(draft.text)
        assert str(target.indicator) in words
        lines = [line for line in draft.text.split("\n") if line.strip()]
        assert target.source.paragraph is not None
        assert target.source.paragraph - 1 in {
            place for place, line in enumerate(lines) if words in line
        } or target in [part for whole in draft.targets for part in whole.parts]
    assert {pointer for pointer, _ in draft.places} >= {"/targets/0", "/targets/1", "/targets/0/breakdowns/0/parts/1"}


def test_ids_are_given_once(draft: Draft) -> None:
    """Targets of the text and of tables never share an id, and the draft becomes a plan that loads."""
    ids = [target.id for target in walk(draft)]
    assert len(set(ids)) == len(ids)
    plan = draft.to_plan(issuer="UBND tỉnh Quảng Nam", jurisdiction="VN-27")
    assert govplan.loads(govplan.dumps(plan)) == plan


def test_one_name_with_two_figures_has_two_ids() -> None:
    """A target of the text keeps its id; one of the same name in a table gets another."""
    read = draft_of(content_of(docx_of(*OPENING, "- Tỷ lệ hộ nghèo dưới 3%.", build=add_table), ".docx"))
    ids = [target.id for target in walk(read)]
    assert ids[0] == "ty-le-ho-ngheo"
    assert ids[-1] == "ty-le-ho-ngheo-2"


def test_what_the_text_says_too_is_one_target() -> None:
    """A figure in the text that the annex repeats is recorded once, and a note says so."""
    content = content_of(docx_of(*OPENING, "- Tỷ lệ hộ nghèo dưới 4%.", build=add_table), ".docx")
    read = draft_of(content)
    assert [str(target.indicator) for target in read.targets] == ["Tỷ lệ hộ nghèo", "Tổng sản lượng"]
    assert [note.about for note in read.notes if "nhắc lại" in str(note.text)] == ["/targets/0"]


def test_a_workbook_is_a_draft(tmp_path: Path) -> None:
    """Numbers stored as numbers are read as they are shown; the heading's year is the plan's where no text says one."""
    file = tmp_path / "chi-tieu.xlsx"
    file.write_bytes(xlsx_of([["Chỉ tiêu", "ĐVT", "Kế hoạch 2024"], ["Sản lượng lúa", "tấn", 16000.5]]))
    read = read_document(file)
    assert [str(target) for target in read.targets] == ["Sản lượng lúa: ít nhất 16.000,5 tấn"]
    assert read.period == Period.year(2024)
    assert [note.about for note in read.notes if "đầu bảng" in str(note.text)] == ["/period"]


def test_text_files_and_pdf_are_drafts(tmp_path: Path) -> None:
    """The same words give the same targets in either."""
    lines = ["KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024", "Phấn đấu tỷ lệ hộ nghèo dưới 4%."]
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-16")
    (tmp_path / "a.pdf").write_bytes(pdf_of(lines))
    one, two = read_document(tmp_path / "a.txt"), read_document(str(tmp_path / "a.pdf"))
    assert (
        [str(target) for target in one.targets]
        == [str(target) for target in two.targets]
        == ["Tỷ lệ hộ nghèo: dưới 4%"]
    )


def test_remarks_of_a_document_are_notes() -> None:
    """What was left out of a file is said with the draft."""
    read = draft_of(
        content_of(pdf_of([*OPENING, "Phấn đấu tỷ lệ hộ nghèo dưới 4%."], [""], ["Hết phần chỉ tiêu của năm"]), ".pdf")
    )
    assert [str(note.text.en) for note in read.notes if note.about == ""][-1].endswith("were not read: 2")


def test_a_unit_above_a_table_is_that_of_its_figures() -> None:
    """Where the table has no column for it, and a row says no other."""
    rows = (("Chỉ tiêu", "Ước 2023", "Kế hoạch 2024"), ("Thu nội địa", "1", "2"), ("Tỷ lệ nợ thuế (%)", "1", "2"))
    for above in ("ĐVT: Tỷ đồng", "(Đơn vị tính: Tỷ đồng)"):
        made = docx_of(*OPENING, above, build=lambda document: add_table(document, rows))
        assert [str(target.indicator.unit) for target in draft_of(content_of(made, ".docx")).targets] == [
            "Tỷ đồng",
            "%",
        ]
    made = docx_of(*OPENING, "Số liệu năm 2024", build=lambda document: add_table(document, rows))
    assert draft_of(content_of(made, ".docx")).targets[0].indicator.unit is None


def test_citations_in_tables_are_found() -> None:
    """A document that a cell names is cited, at the place of the cell."""
    rows = (("Chỉ tiêu", "KH 2024", "Căn cứ"), ("Số xã đạt chuẩn (xã)", "2", "Quyết định số 9/QĐ-UBND ngày 3/4/2023"))
    read = draft_of(content_of(docx_of(*OPENING, build=lambda document: add_table(document, rows)), ".docx"))
    assert [citation.span.of(read.text) for citation in read.citations] == ["Quyết định số 9/QĐ-UBND ngày 3/4/2023"]


def test_unread_tables_are_listed() -> None:
    """A table of figures that is none of targets is kept out of the prose, and said to be unread."""
    rows = (("Huyện", "Diện tích", "Dân số"), ("A", "5", "16.000"))
    read = draft_of(content_of(docx_of(*OPENING, build=lambda document: add_table(document, rows)), ".docx"))
    assert read.targets == ()
    assert [unread.text for unread in read.unread] == ["Huyện\tDiện tích\tDân số\nA\t5\t16.000\n"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "empty document"),
        ("a.docx", b"PK\x03\x04", "damaged ZIP"),
        ("a.doc", b"{\\rtf1 x}", "found RTF"),
        ("a.html", b"<script>x()</script>", "document without words"),
        ("a.txt", "Tû lÖ hé nghÌo gi¶m cßn d­íi 4%, t¹o viÖc lµm".encode(), "typed in TCVN3"),
        ("a.txt", "Tyû leä hoä ngheøo giaûm coøn döôùi 4%, taïo vieäc".encode(), "typed in VNI"),
        ("a.pdf", pdf_of(["Tû lÖ hé nghÌo gi¶m cßn d­íi 4%, t¹o viÖc lµm míi"]), "typed in TCVN3"),
        ("a.docx", docx_of("Tyû leä hoä ngheøo giaûm coøn döôùi 4%, taïo vieäc laøm"), "typed in VNI"),
    ],
)  # fmt: skip
def test_files_that_are_refused_are_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """The message begins with the file as the user gave it, in both languages."""
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(DocumentError, match=message) as caught:
        read_document(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert caught.value.message("vi").startswith(f"{file}: ")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """Missing, a folder, a name that no file can have."""
    with pytest.raises(DocumentError, match="no such file: found nothing there"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="a folder: found no document"):
        read_document(tmp_path)
    with pytest.raises(DocumentError, match="file cannot be read"):
        read_document("a\x00b.txt")
    with pytest.raises(DocumentError, match="file cannot be read"):
        read_document(tmp_path / ("x" * 5000))


def test_unknown_kinds_are_named(tmp_path: Path) -> None:
    """A kind that nothing is known of is an unknown format."""
    (tmp_path / "a.csv").write_bytes(b"a;b")
    with pytest.raises(UnknownFormatError, match=r"a\.csv: unknown kind of document"):
        read_document(tmp_path / "a.csv")


def test_a_missing_extra_is_named_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user knows which file needs it."""
    (tmp_path / "a.pdf").write_bytes(pdf_of(["x"]))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError, match=r"a\.pdf: PDF files are read with pypdf"):
        read_document(tmp_path / "a.pdf")


def test_large_files_are_not_read(tmp_path: Path) -> None:
    """The size is looked at before anything else, also of what has none."""
    file = tmp_path / "a.txt"
    with file.open("wb") as opened:
        opened.truncate(limits.MAX_BYTES + 1)
    with pytest.raises(DocumentError, match=f"found {limits.MAX_BYTES + 1} bytes; at most {limits.MAX_BYTES}"):
        read_document(file)
    with pytest.raises(DocumentError, match="document too large"):
        content_of(bytes(limits.MAX_BYTES + 1))
    if os.path.exists("/dev/zero"):
        with pytest.raises(DocumentError, match="document too large"):
            read_document("/dev/zero")
