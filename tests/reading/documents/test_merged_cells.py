"""Merged cells of sheets, found by the sheet's title wherever its part lies."""

from io import BytesIO
from zipfile import ZipFile

from papers import packed

from govplan.reading.documents.merged_cells import Merged, merged_cells

BOOK = (
    b'<workbook xmlns:r="r"><sheets><sheet name="B" r:id="r2"/><sheet name="A" r:id="r1"/><sheet name="C" r:id="r9"/>'
    b"</sheets></workbook>"
)
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/x.xml"/>'
    b"</Relationships>"
)


def test_areas_belong_to_the_sheet_of_their_part() -> None:
    """Titles lead to parts by the workbook's relations, absolute or not; a sheet without a part has none."""
    parts = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": b'<mergeCell ref="B2:D3"/>',
        "xl/worksheets/x.xml": b"<x:mergeCell  ref = 'A1:AB1'/><mergeCell ref=\"nonsense\"/>",
    }
    found = merged_cells(ZipFile(BytesIO(packed(parts))))
    assert found["A"] == [Merged(1, 1, 2, 3)]
    assert found.get("C") is None


def test_a_workbook_without_its_parts_has_none() -> None:
    """What is missing is not asked for."""
    assert merged_cells(ZipFile(BytesIO(packed({"xl/x.xml": b""})))) == {}
