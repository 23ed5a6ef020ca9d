"""Word documents: order, lists, tables, tracked changes, and what is left out."""

import sys
import time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from papers import docx_of, packed

from govplan.errors import DocumentError, MissingExtraError
from govplan.reading.documents.content import Content
from govplan.reading.documents.docx import load_docx

HEAD = ("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2024")


def add_table(document: Any, *rows: tuple[str, ...]) -> Any:
    table = document.add_table(len(rows), len(rows[0]))
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    return table


def add_xml(document: Any, xml: str) -> None:
    document.element.body.insert(
        len(document.element.body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
    )


def with_xml(*elements: str) -> Content:
    def build(document: Any) -> None:
        for xml in elements:
            add_xml(document, xml)

    return load_docx(docx_of(build=build))


def numbering(levels: str, numbers: str = '<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num>') -> Any:
    def build(document: Any) -> None:
        root = document.part.numbering_part.element
        root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="70">{levels}</w:abstractNum>'))
        for number in numbers.split("</w:num>")[:-1]:
            root.append(parse_xml(number.replace("<w:num ", f"<w:num {nsdecls('w')} ") + "</w:num>"))

    return build


def item(words: str, level: int = 0, number: int = 70) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def level(at: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_paragraphs_and_tables_keep_their_order() -> None:
    """What stands first in the document stands first in the text."""

    def build(document: Any) -> None:
        add_table(document, HEAD, ("1", "Hộ nghèo", "%", "Dưới 4"))
        document.add_heading("II. Nhiệm vụ", 2)
        document.add_paragraph("Cuối")

    content = load_docx(docx_of("Kế hoạch", "", "I. Chỉ tiêu", build=build))
    assert content.text == (
        "Kế hoạch\n\nI. Chỉ tiêu\n\nSTT\tChỉ tiêu\tĐVT\tKế hoạch 2024\n1\tHộ nghèo\t%\tDưới 4\n\nII. Nhiệm vụ\n\nCuối\n"
    )
    assert [cell.text for cell in content.tables[0].rows[1]] == ["1", "Hộ nghèo", "%", "Dưới 4"]


def test_the_numbers_of_lists_are_restored() -> None:
    """Word draws them and does not store them; they are counted as Word counts."""
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "bullet", "\uf0b7")

    def build(document: Any) -> None:
        numbering(levels)(document)
        for words, at in (("một", 0), ("a", 1), ("b", 1), ("gạch", 2), ("hai", 0), ("lại a", 1)):
            add_xml(document, item(words, at))

    assert load_docx(docx_of(build=build)).text.split("\n\n") == [
        "1. một", "a) a", "b) b", "- gạch", "2. hai", "a) lại a\n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text", "start", "drawn"),
    [
        ("upperRoman", "%1.", 4, ["IV.", "V."]),
        ("lowerRoman", "(%1)", 9, ["(ix)", "(x)"]),
        ("upperLetter", "Phần %1:", 26, ["Phần Z:", "Phần AA:"]),
        ("decimalZero", "%1", 9, ["09", "10"]),
        ("decimal", "Điều %1.", 1, ["Điều 1.", "Điều 2."]),
        ("none", "%1", 1, ["", ""]),
        ("chicago", "%1.", 2, ["2.", "3."]),
    ],
)
def test_ways_of_counting(form: str, text: str, start: int, drawn: list[str]) -> None:
    """Letters, Roman numerals and words around them; a way that nobody uses here counts in figures."""

    def build(document: Any) -> None:
        numbering(level(0, form, text, start))(document)
        add_xml(document, item("x"))
        add_xml(document, item("y"))

    expected = [f"{marker} {words}".strip() for marker, words in zip(drawn, "xy", strict=True)]
    assert load_docx(docx_of(build=build)).text.strip().split("\n\n") == expected


def test_numbers_of_numbers_and_lists_that_begin_anew() -> None:
    """1.1 takes the number above it; a list that is told to begin anew does; an unknown list has no numbers."""
    again = (
        '<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num><w:num w:numId="71"><w:abstractNumId w:val="70"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

    def build(document: Any) -> None:
        numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."), again)(document)
        for words, at, number in (("a", 0, 70), ("b", 1, 70), ("c", 0, 70), ("d", 0, 71), ("e", 1, 71), ("f", 0, 99)):
            add_xml(document, item(words, at, number))

    assert load_docx(docx_of(build=build)).text.strip().split("\n\n") == [
        "1. a",
        "1.1. b",
        "2. c",
        "1. d",
        "1.1. e",
        "f",
    ]


def test_a_style_may_number_its_paragraphs() -> None:
    """The list that a paragraph's style, or the style below that, belongs to is its list."""

    def build(document: Any) -> None:
        document.add_paragraph("một", style="List Number")
        document.add_paragraph("hai", style="List Number")
        document.add_paragraph("gạch", style="List Bullet")

    assert load_docx(docx_of(build=build)).text == "1. một\n\n2. hai\n\n- gạch\n"


def test_tracked_changes_are_accepted() -> None:
    """Insertions are read, deletions and what was moved away are not; a deleted end of a paragraph joins two."""
    changes = (
        "<w:p><w:r><w:t>đạt </w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:noBreakHyphen/><w:delText>80</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>85</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="x"><w:r><w:t>99</w:t></w:r></w:moveFrom><w:r><w:t>%</w:t></w:r></w:p>'
    )
    joined = '<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="x"/></w:rPr></w:pPr><w:r><w:t>còn dưới </w:t></w:r></w:p>'
    assert with_xml(changes, joined, "<w:p><w:r><w:t>4%</w:t></w:r></w:p>").text == "đạt 85%\n\ncòn dưới 4%\n"


def test_marks_within_a_paragraph_are_letters() -> None:
    """Tabs, breaks, unbreakable hyphens and links are read; codes of fields and hidden words are not."""
    paragraph = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t>"
        "<w:softHyphen/></w:r><w:hyperlink><w:r><w:t> c</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> d</w:t></w:r>'
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t> e</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert with_xml(paragraph).text == "a b\nQĐ-UBND c d e\n"


def test_text_boxes_are_left_out_and_it_is_said() -> None:
    """A box has no place in the order of the text; a person is told that there was one."""
    box = (
        "<w:p><w:r><w:t>trước</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:r><w:t> sau</w:t></w:r></w:p>"
    )
    content = with_xml(box)
    assert content.text == "trước sau\n"
    assert [remark.en for remark in content.remarks] == [
        "Words in text boxes were not read; look at the boxes of the document"
    ]


def test_merged_cells_stand_at_all_their_places() -> None:
    """Cells that go over rows and columns keep the other cells in their columns."""

    def build(document: Any) -> None:
        table = add_table(
            document, ("Chỉ tiêu", "ĐVT", "Kế hoạch", ""), ("", "", "2024", "2025"), ("Lúa", "tấn", "1", "2")
        )
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(0, 2).merge(table.cell(0, 3))

    [table] = load_docx(docx_of(build=build)).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Chỉ tiêu", "ĐVT", "Kế hoạch", "Kế hoạch"], ["Chỉ tiêu", "", "2024", "2025"], ["Lúa", "tấn", "1", "2"],
    ]  # fmt: skip
    assert table.rows[0][0] is table.rows[1][0]


def test_the_heading_of_a_decision_is_text() -> None:
    """A table of two columns without figures is what its cells say, one after the other."""

    def build(document: Any) -> None:
        add_table(document, ("HỘI ĐỒNG NHÂN DÂN\nTỈNH X", "CỘNG HÒA"), ("Số: 1/NQ-HĐND", "X, ngày 04/5/2024"))

    content = load_docx(docx_of(build=build))
    assert content.text == "HỘI ĐỒNG NHÂN DÂN\nTỈNH X\n\nCỘNG HÒA\n\nSố: 1/NQ-HĐND\n\nX, ngày 04/5/2024\n"
    assert content.tables == ()


def test_tables_within_tables_are_read_one_by_one() -> None:
    """A table around tables arranges them; a deleted row is gone."""

    def build(document: Any) -> None:
        outer = add_table(document, ("trái", "phải"))
        inner = outer.cell(0, 1).add_table(3, 4)
        for row, words in enumerate((HEAD, ("1", "Hộ nghèo", "%", "4"), ("2", "Cũ", "%", "5"))):
            for column, text in enumerate(words):
                inner.cell(row, column).text = text
        inner.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="x"/>'))

    content = load_docx(docx_of(build=build))
    assert content.text == "trái\n\nphải\n\nSTT\tChỉ tiêu\tĐVT\tKế hoạch 2024\n1\tHộ nghèo\t%\t4\n"
    assert len(content.tables) == 1


def test_a_missing_library_is_asked_for_by_the_name_of_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed govplan alone is told what to install."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"pip install govplan\[documents\]") as caught:
        load_docx(docx_of("x"))
    assert "pip install govplan[documents]" in caught.value.message("vi")


def test_damaged_parts_are_refused() -> None:
    """Missing parts, broken XML and parts that point at one another in circles are damage."""
    sound = {name: ZipFile(BytesIO(docx_of("x"))).read(name) for name in ZipFile(BytesIO(docx_of("x"))).namelist()}
    for name, part in (
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b"<x/>"),
        ("[Content_Types].xml", b""),
        ("_rels/.rels", b"<Relationships/>"),
        ("word/numbering.xml", b"\x00"),
    ):
        with pytest.raises(DocumentError, match=r"damaged DOCX: .* save it again"):
            load_docx(packed({**sound, name: part}))


def deep(opening: str, closing: str, times: int) -> bytes:
    document = (
        f"<w:document {nsdecls('w')}><w:body>{opening * times}<w:p><w:r><w:t>x</w:t></w:r></w:p>{closing * times}"
        "</w:body></w:document>"
    )
    sound = ZipFile(BytesIO(docx_of("x")))
    return packed({**{name: sound.read(name) for name in sound.namelist()}, "word/document.xml": document.encode()})


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
    ],
)
def test_depth_is_no_danger(opening: str, closing: str) -> None:
    """Parts inside one another are read as deep as the library takes them, and refused beyond."""
    assert "x" in load_docx(deep(opening, closing, 40)).text
    with pytest.raises(DocumentError, match="damaged DOCX"):
        load_docx(deep(opening, closing, 50_000))


def test_wide_spans_are_bounded() -> None:
    """A cell that says it covers a million columns covers as many as are read."""
    row = "<w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p/></w:tc>' * 2000 + "</w:tr>"
    started = time.perf_counter()
    load_docx(deep(f"<w:tbl>{row * 20}<w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 1))
    assert time.perf_counter() - started < 10


def test_a_large_document_is_read_in_time() -> None:
    """Ten thousand paragraphs of a list take seconds, not minutes."""
    items = "".join(item(f"việc {number}", number % 3) for number in range(10_000))
    started = time.perf_counter()
    assert load_docx(deep(items, "", 1)).text.count("việc") == 10_000
    assert time.perf_counter() - started < 20
