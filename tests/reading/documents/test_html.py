"""Web pages: what of them is text, what a table, and what is left out."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import DocumentError
from govplan.reading.documents.html import load_html

TARGETS = (
    "<table><tr><th>STT</th><th>Chỉ tiêu</th><th>ĐVT</th><th>Kế hoạch 2024</th></tr>"
    "<tr><td>1</td><td>Hộ&nbsp;nghèo</td><td>%</td><td>Dưới 4</td></tr></table>"
)


def text_of(page: str) -> str:
    return load_html(page.encode()).text


def rows_of(page: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in load_html(page.encode()).tables]


def test_blocks_become_paragraphs() -> None:
    """Headings, paragraphs, items and divisions stand apart; a line break is one."""
    page = "<h1>Kế hoạch</h1><p>Năm <b>20</b>24<br>tỉnh X</p><ul><li>một<li>hai</ul><div>ba<div>bốn</div></div>"
    assert text_of(page) == "Kế hoạch\n\nNăm 2024\ntỉnh X\n\nmột\n\nhai\n\nba\n\nbốn\n"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x = '<p>5 tỷ</p>';</script>",
        "<SCRIPT>if (a < b && c > d) { x() }</SCRIPT >",
        "<style>p { color: red }</style>",
        "<nav><ul><li>Trang chủ</li></ul></nav>",
        "<!-- <p>cũ</p> -->",
        "<!-- a > b --><!DOCTYPE html><?php x ?>",
        "<title>Tên trang</title>",
        "<div style='color:red; display: none'>ẩn <div>trong</div> ẩn</div>",
        "<p hidden>ẩn</p>",
        "<noscript>không có mã</noscript><template><p>mẫu</p></template><svg><text>x</text></svg>",
        "<select><option>1</option></select><button>Gửi</button><textarea>x</textarea>",
        "<del>5%</del>",
        "<aside><p>Tin khác</p></aside><footer>Bản quyền</footer>",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    """Scripts, styles, menus, comments and hidden elements are no words of the page."""
    assert text_of(f"<p>trước</p>{hidden}<p>sau</p>") == "trước\n\nsau\n"


def test_entities_are_letters() -> None:
    """By name and by number; what is none stays as it was written."""
    assert text_of("<p>Qu&#7843;ng Nam &lt;4% &amp;c &khong; AT&T &#x1EA1; &#99999999999;</p>") == (
        "Quảng Nam <4% &c &khong; AT&T ạ &#99999999999;\n"
    )


def test_a_table_of_figures_is_a_table() -> None:
    """Each row is a line, each cell knows where its words stand."""
    content = load_html(f"<p>Phụ lục</p>{TARGETS}<p>Hết</p>".encode())
    assert content.text == ("Phụ lục\n\nSTT\tChỉ tiêu\tĐVT\tKế hoạch 2024\n1\tHộ nghèo\t%\tDưới 4\n\nHết\n")
    [table] = content.tables
    assert [cell.text for cell in table.rows[1]] == ["1", "Hộ nghèo", "%", "Dưới 4"]
    for row in table.rows:
        for cell in row:
            assert content.text[cell.start : cell.end] == cell.text
    assert content.text[table.start : table.end].count("\n") == len(table.rows)


def test_merged_cells_stand_at_all_their_places() -> None:
    """Spans over rows and columns, and one cell is the same cell everywhere."""
    page = (
        "<table><tr><th rowspan=2>Chỉ tiêu<th rowspan='2'>ĐVT<th colspan=\"2\">Kế hoạch"
        "<tr><th>2024<th>2025<tr><td>Lúa<td>tấn<td>1<td>2</table>"
    )
    assert rows_of(page) == [
        [["Chỉ tiêu", "ĐVT", "Kế hoạch", "Kế hoạch"], ["Chỉ tiêu", "ĐVT", "2024", "2025"], ["Lúa", "tấn", "1", "2"]]
    ]
    table = load_html(page.encode()).tables[0]
    assert table.rows[0][0] is table.rows[1][0]


def test_a_table_that_only_arranges_is_text() -> None:
    """The heading of a decision stands in a table of two columns; so do old pages as a whole."""
    page = "<table><tr><td>UBND TỈNH X<br>Số: 1/KH-UBND</td><td>CỘNG HÒA</td></tr></table><p>KẾ HOẠCH</p>"
    assert text_of(page) == "UBND TỈNH X\nSố: 1/KH-UBND\n\nCỘNG HÒA\n\nKẾ HOẠCH\n"
    assert rows_of(page) == []
    nested = f"<table><tr><td>Đầu trang<td>x{TARGETS}sau<td>cuối</table>"
    assert text_of(nested).split("\n\n")[0] == "Đầu trang"
    assert len(rows_of(nested)) == 1
    assert text_of(nested).endswith("sau\n\ncuối\n")


def test_the_encoding_is_the_page_s_own() -> None:
    """Vietnamese Windows is read where the page names it; UTF-8 wherever it is UTF-8."""
    page = '<meta charset="windows-1258"><p>Qua\u0309ng Nam'.encode("cp1258")
    assert load_html(page).text == "Qua\u0309ng Nam\n"
    assert load_html("<meta charset=iso-8859-1><p>Quảng".encode()).text == "Quảng\n"
    with pytest.raises(DocumentError, match="wrong encoding"):
        load_html(b"<p>caf\xe9")


@given(st.text(alphabet="<>/!-=\"' apbtdr&;#x1", max_size=200))
def test_no_page_is_too_odd(page: str) -> None:
    """Broken tags, open quotes and open comments are read somehow, and every cell quotes the text."""
    content = load_html(page.encode())
    for table in content.tables:
        for row in table.rows:
            for cell in row:
                assert cell.start <= cell.end <= len(content.text)


@given(st.lists(st.sampled_from(["<table>", "</table>", "<tr>", "<td rowspan=3 colspan=2>", "</td>", "x", "1", "<p>"])))
def test_tables_in_any_disorder_keep_their_words(pieces: list[str]) -> None:
    """No word of a page gets lost, however its tables are broken."""
    said = [piece for piece in pieces if len(piece) == 1]
    found = load_html("".join(pieces).encode()).text
    assert sorted(letter for letter in found if letter in "x1") == sorted(said)


@pytest.mark.parametrize(
    "unit",
    [
        "<", "<!--", "<!", "<a ", "<a b=\"", "<a b='x", "<a =\">\" ", "</", "<table>", "<td>", "<div>", "&", "&#",
        "&#9", "<script>", "<script", "<table><tr><td>", "<td rowspan=9999 colspan=9999>x",
        "<table><tr><td rowspan=3000>1<td>2<td>3",
        "<br>", "<p>", "=\"", "<?", "<svg>", "<b hidden>", "<a\t", " \n", "<div style=\"", "<title>",
    ],
)  # fmt: skip
def test_hostile_pages_are_read_in_linear_time(unit: str) -> None:
    """Open comments, quotes, tags and tables by the hundred thousand take no longer than their length allows."""
    page = (unit * (400_000 // len(unit) + 1)).encode()
    started = time.perf_counter()
    with suppress(DocumentError):
        load_html(page)
    assert time.perf_counter() - started < 10
