"""PDF files: their lines, without the numbers of pages; and those that have no text."""

import sys
from contextlib import suppress
from io import BytesIO

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import pdf_of

from govplan.errors import DocumentError, MissingExtraError
from govplan.reading.documents import pdf
from govplan.reading.documents.pdf import load_pdf

LINE = "Tỷ lệ hộ nghèo giảm còn dưới 4% vào cuối năm"


def locked(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(pdf_of([LINE]))))
    writer.encrypt(user, owner, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_lines_are_read_in_order() -> None:
    """Each line of each page, one after the other, with all its letters."""
    assert load_pdf(pdf_of(["KẾ HOẠCH NĂM 2024", LINE], ["Trang hai: " + LINE])).text == (
        f"KẾ HOẠCH NĂM 2024\n{LINE}\nTrang hai: {LINE}"
    )


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("1", "2", "3"), ("- 4 -", "- 5 -", "- 6 -"), ("Trang 1/3", "Trang 2/3", "Trang 3/3")],
)
def test_numbers_of_pages_are_dropped(first: str, second: str, third: str) -> None:
    """At the top or at the bottom, bare or dressed, from any first number on."""
    pages = ([first, LINE], [LINE, second], [third, LINE])
    assert load_pdf(pdf_of(*pages)).text == "\n".join([LINE] * 3)


def test_a_figure_that_stands_alone_is_kept() -> None:
    """Only what counts the pages is dropped: not a figure of a table at a page's end, nor one within a page."""
    pages = ([LINE, "1"], [LINE, "30", "2"], [LINE, "16", LINE, "3"], ["250", LINE, "4"])
    text = load_pdf(pdf_of(*pages)).text
    assert text.split("\n") == [LINE, LINE, "30", LINE, "16", LINE, "250", LINE]
    assert load_pdf(pdf_of([LINE, "250"])).text == f"{LINE}\n250"


@pytest.mark.parametrize(
    "pages",
    [
        [[""]],
        [["1"], ["2"]],
        [["Người ký: Ủy ban nhân dân tỉnh Quảng Ninh", "Thời gian ký: 12.01.2024 08:00:00 +07:00"], [""]],
    ],
)
def test_scanned_files_are_refused(pages: list[list[str]]) -> None:
    """Pages without letters, or with nothing but their number and the mark of a signature, are pictures."""
    with pytest.raises(
        DocumentError, match=rf"scanned PDF: found no text on {len(pages)} of .* run text recognition"
    ) as caught:
        load_pdf(pdf_of(*pages))
    assert "nhận dạng chữ (OCR)" in caught.value.message("vi")


def test_single_pages_without_text_are_named() -> None:
    """A scanned annex does not spoil the document; a person is told which page was not read."""
    content = load_pdf(pdf_of([LINE], [""], [LINE]))
    assert content.text.count(LINE) == 2
    assert [remark.en for remark in content.remarks] == ["Pages without text, perhaps scanned, were not read: 2"]


def test_tables_are_said_to_lose_their_columns() -> None:
    """Nothing is guessed of a table in a PDF, and a person is told so."""
    [remark] = load_pdf(pdf_of(["STT Chỉ tiêu Đơn vị tính Kế hoạch", LINE])).remarks
    assert "Tables lose their columns" in str(remark.en)


def test_passwords_are_asked_away_and_mere_locks_opened() -> None:
    """What needs a password to be read is refused; what is only locked against changes is read."""
    with pytest.raises(DocumentError, match="password-protected: found an encrypted PDF") as caught:
        load_pdf(locked("secret", "owner"))
    assert "mật khẩu" in caught.value.message("vi")
    assert load_pdf(locked("", "owner")).text == LINE


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are counted, and letters too, before more of them are read."""
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(DocumentError, match="document too long: found 3 pages; at most 2"):
        load_pdf(pdf_of([LINE], [LINE], [LINE]))
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 50)
    with pytest.raises(DocumentError, match="too much text"):
        load_pdf(pdf_of([LINE], [LINE]))


def test_a_missing_library_is_asked_for_by_the_name_of_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed govplan alone is told what to install."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError, match=r"pip install govplan\[documents\]"):
        load_pdf(pdf_of([LINE]))


@given(st.data())
def test_damage_anywhere_is_an_ordinary_error(data: st.DataObject) -> None:
    """A file that lost or changed bytes is read, or refused, and never ends the program otherwise."""
    content = bytearray(pdf_of([LINE], ["2"]))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        load_pdf(bytes(content[: data.draw(st.integers(8, len(content)))]))


def test_nothing_is_said_on_the_error_stream(capfd: pytest.CaptureFixture[str]) -> None:
    """What the library thinks of an odd file is not told to the user, who cannot mend it."""
    content = pdf_of([LINE]).replace(b"startxref\n", b"startxref\n1")
    with suppress(DocumentError):
        load_pdf(content)
    assert capfd.readouterr().err == ""
