"""`govplan cite`: the documents that a text cites, with their places."""

import html
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from govplan import Citation, LegalReference, find_citations
from govplan.cli.citations import print_citations
from govplan.legal.annotation import annotate
from govplan.legal.urn import to_urn
from govplan.testing import citations

Run = Callable[..., Result]

PAGE = (
    "Căn cứ Luật Giáo dục nghề nghiệp;\n"
    "Căn cứ Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh, \n\n"
    "  và điểm a khoản 2 Điều 5 Quyết định số 2911/QĐ-UBND.\n"
    "Quyết định này có hiệu lực từ ngày ký.\n"
)


def test_citations_are_printed_with_their_places(run: Run) -> None:
    """Line and column, from 1, the canonical form, the kind, and in words what was repaired."""
    result = run("cite", "-", input=PAGE)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "-:1:8: Luật Giáo dục nghề nghiệp [named]",
        "-:2:8: Nghị quyết số 68/NQ-HĐND ngày 29 tháng 9 năm 2021 của Hội đồng nhân dân tỉnh "
        "[full: the hyphen between type and issuer is lost]",
        "-:4:6: điểm a khoản 2 Điều 5 Quyết định số 2911/QĐ-UBND của Ủy ban nhân dân [full]",
        "-:5:1: Quyết định này [short]",
    ]
    lines = run("cite", "-", "--lang", "vi", input=PAGE).stdout.splitlines()
    assert lines[1].endswith("[đủ số, ký hiệu: mất dấu gạch nối giữa loại và cơ quan]")
    assert [line.rpartition(" [")[2] for line in (lines[0], lines[3])] == ["theo tên]", "nhắc lại]"]


def test_what_is_cited_inside_a_title_has_a_line_of_its_own(run: Run) -> None:
    """Right behind the law that cites it, and in JSON inside it."""
    text = "x\nLuật sửa đổi, bổ sung một số điều của Luật Đất đai"
    lines = run("cite", input=text).stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["-:2:1", "-:2:39"]
    [outer] = json.loads(run("cite", "--format", "json", input=text).stdout)
    [inner] = outer["nested"]
    assert (inner["quote"], inner["span"], inner["line"], inner["column"]) == ("Luật Đất đai", [40, 52], 2, 39)


def test_without_a_file_standard_input_is_read(run: Run) -> None:
    """`… | govplan cite` needs no dash."""
    assert run("cite", input=PAGE).stdout == run("cite", "-", input=PAGE).stdout != ""


def test_a_file_is_named_before_each_citation(run: Run, tmp_path: Path) -> None:
    """Its name is printed as it was given; a byte order mark and other line ends move no place."""
    file = tmp_path / "page.txt"
    file.write_bytes(("\ufeff" + PAGE.replace("\n", "\r\n")).encode())
    lines = run("cite", str(file)).stdout.splitlines()
    assert [line.removeprefix(f"{file}:").split(": ")[0] for line in lines] == ["1:8", "2:8", "4:6", "5:1"]


def test_json_holds_all_that_is_known(run: Run) -> None:
    """Kind, span, quote and every field of the reference."""
    law, resolution, decision, this = json.loads(run("cite", "-", "--format", "json", input=PAGE).stdout)
    assert (law["kind"], law["number"], law["title"]) == ("named", None, "Giáo dục nghề nghiệp")
    assert (this["kind"], this["urn"]) == ("short", None)
    assert resolution == {
        "kind": "full",
        "span": [PAGE.index("Nghị quyết"), PAGE.index(", \n")],
        "line": 2,
        "column": 8,
        "quote": "Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh",
        "text": "Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh",
        "type": "Nghị quyết",
        "number": "68",
        "year": None,
        "symbol": "NQ-HĐND",
        "issuer": "Hội đồng nhân dân tỉnh",
        "date": "2021-09-29",
        "title": None,
        "pin": None,
        "well_formed": False,
        "canonical": "Nghị quyết số 68/NQ-HĐND ngày 29 tháng 9 năm 2021 của Hội đồng nhân dân tỉnh",
        "deviations": ["hyphen-lost"],
        "urn": to_urn(LegalReference.parse(resolution["quote"])),
        "alias": None,
        "nested": [],
    }
    assert (decision["pin"], decision["date"]) == ("điểm a khoản 2 Điều 5", None)


@pytest.mark.parametrize("text", ["", "\n", "Năm 2023 tỉnh phấn đấu giảm nghèo."])
def test_a_text_without_citations_is_no_fault(run: Run, text: str) -> None:
    """That nothing was found is said to the reader, not to the program behind a pipe."""
    result = run("cite", "-", input=text)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No document is cited.\n")
    assert run("cite", "-", "--lang", "vi", input=text).stderr == "Không thấy văn bản nào được viện dẫn.\n"
    empty = run("cite", "-", "--format", "json", input=text)
    assert (json.loads(empty.stdout), empty.stderr) == ([], "")


@pytest.mark.parametrize("content", [PAGE.encode("utf-16"), PAGE.encode("cp1258", "replace"), b"\xff\xfe\x00"])
def test_another_encoding_is_unusable_input(run: Run, content: bytes, tmp_path: Path) -> None:
    """Which encoding is asked for is said, of a file and of standard input."""
    file = tmp_path / "page.txt"
    file.write_bytes(content)
    for path, name in ((str(file), str(file)), ("-", "<stdin>")):
        result = run("cite", path, input=content)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"{name}:")
        assert "wrong encoding" in result.stderr
        assert "save the file as UTF-8" in result.stderr


def test_json_is_an_array_with_a_line_for_each_citation(run: Run) -> None:
    """So that it can be read line by line as well."""
    lines = run("cite", "--format", "json", input=PAGE).stdout.splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 6)
    assert [json.loads(line.removesuffix(","))["kind"] for line in lines[1:-1]] == ["named", "full", "full", "short"]


def test_html_is_one_page_with_the_text_marked(run: Run) -> None:
    """Nothing is fetched or run, whatever the text says; the name of the file is its title."""
    page = run("cite", "--format", "html", input=f"{PAGE}<script src=x>").stdout
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.endswith("&lt;script src=x&gt;</main>\n</body>\n</html>\n")
    assert "<title>Documents cited: -</title>" in page
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert page.count("<main") == 1
    assert annotate(PAGE) in page
    vietnamese = run("cite", "--format", "html", "--lang", "vi", input=PAGE).stdout
    assert "<title>Văn bản được viện dẫn: -</title>" in vietnamese


def test_the_name_of_a_file_is_no_markup(run: Run, tmp_path: Path) -> None:
    """Nor does it steer a terminal."""
    file = tmp_path / "<b>\x1b[2J&.txt"
    file.write_text(PAGE, encoding="utf-8")
    page = run("cite", str(file), "--format", "html").stdout
    assert "&lt;b&gt;\\x1b[2J&amp;.txt</title>" in page


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_text_steers_no_terminal(run: Run, form: str) -> None:
    """Escapes and marks that turn the reading order are written out; the data are the same."""
    text = "Luật Đất đai \x1b[2J\u202e\x9b và Nghị quyết số\u202a 5/NQ-CP"
    out = run("cite", "--format", form, input=text).stdout
    assert out.replace("\n", "").isprintable()
    if form == "json":
        assert [row["quote"] for row in json.loads(out)] == [one.text for one in find_citations(text)]
    if form == "html":
        assert "&#65533;[2J&#8238;&#65533;" in out


# --- long input ---------------------------------------------------------------------------------

PARAGRAPH = (
    "Căn cứ Nghị quyết số {n}/2021/NQ-HĐND ngày 08/12/2021 của HĐND tỉnh về hỗ trợ người lao động trên địa bàn;\n"
    "theo điểm đ khoản 2 Điều 5 Nghị quyết {n}, việc hỗ trợ bảo đảm đúng đối tượng, đúng mục đích.\n\n"
)
MANY = 3_000
LONG = "".join(PARAGRAPH.format(n=n) for n in range(3_001, 3_001 + MANY))


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_long_input_gives_what_is_in_it(run: Run, form: str) -> None:
    """Spans, lines and columns are those of the whole; one array, one page, one anchor for each document."""
    out = run("cite", "--format", form, input=LONG).stdout
    if form == "html":
        ids = re.findall(' id="([^"]*)"', out)
        assert len(ids) == len(set(ids)) == MANY
        assert html.unescape(re.sub("<[^>]*>", "", out.partition('<main lang="vi">')[2])).startswith(LONG)
    elif form == "json":
        rows = json.loads(out)
        assert len(rows) == 2 * MANY
        lines = LONG.split("\n")
        for row in rows:
            assert LONG[slice(*row["span"])] == row["quote"]
            assert lines[row["line"] - 1][row["column"] - 1 :].startswith(row["quote"].split("\n")[0])
    else:
        assert len(out.splitlines()) == 2 * MANY
        assert out.splitlines()[-1].startswith(f"-:{3 * MANY - 1}:6:")


def test_what_was_read_before_a_damaged_byte_is_printed(run: Run) -> None:
    """A long input cannot be held back; the place of the damage and the status say that it is not whole."""
    result = run("cite", input=LONG.encode() + b"\xff")
    assert result.exit_code == 2
    assert "Nghị quyết số 3001/2021/NQ-HĐND" in result.stdout
    assert result.stderr == f"<stdin>:{3 * MANY + 1}:1: wrong encoding: found the byte 0xff; save the file as UTF-8\n"


def test_memory_does_not_grow_with_the_input(tmp_path: Path) -> None:
    """Five times the text needs hardly more room."""
    code = (
        "import resource, sys; from govplan.cli.commands import govplan\n"
        "govplan(['cite', sys.argv[1], '--format', 'html'], standalone_mode=False)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    paragraph = f"{PARAGRAPH}{'Không có văn bản nào được viện dẫn ở đây. ' * 200}\n\n"
    peaks = []
    for times in (150, 750):
        file = tmp_path / "page.txt"
        file.write_text("".join(paragraph.format(n=n) for n in range(times)), encoding="utf-8")
        command = [sys.executable, "-c", code, str(file)]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
        peaks.append(int(ran.stderr))
    assert peaks[1] < peaks[0] * 1.25


@pytest.mark.parametrize(("times", "is_shown"), [(1, True), (0, False)], ids=["long", "short"])
def test_a_terminal_sees_how_far_long_input_is_read(times: int, is_shown: bool, tmp_path: Path) -> None:
    """On standard error, so that the output stays what it is; short input shows none, and nothing stays behind."""
    file = tmp_path / "page.txt"
    file.write_text(LONG * times + PAGE, encoding="utf-8")
    reading, writing = os.openpty()
    shown = b""
    with (tmp_path / "out").open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "govplan", "cite", str(file), "--lang", "en"],
            stdout=out,
            stderr=writing,
            env={**os.environ, "TERM": "xterm", "GOVPLAN_LANG": "en"},
        )
    os.close(writing)
    with suppress(OSError):  # a terminal that nobody writes to any more
        while read := os.read(reading, 1 << 16):
            shown += read
    os.close(reading)
    assert process.wait(timeout=60) == 0
    assert len((tmp_path / "out").read_text(encoding="utf-8").splitlines()) == 2 * MANY * times + 4
    assert (b"Reading" in shown) is is_shown


@pytest.mark.parametrize("is_installed", [True, False], ids=["with rich", "without"])
def test_the_bar_is_no_part_of_the_output(
    is_installed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where rich is not installed there is none, and all else is the same."""
    file = tmp_path / "page.txt"
    file.write_text(LONG, encoding="utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    if not is_installed:
        monkeypatch.setitem(sys.modules, "rich.progress", None)
    print_citations(str(file), "text", "vi")
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2 * MANY
    assert ("Đang đọc" in err) is is_installed


@given(before=st.text(max_size=30), cited=citations(), form=st.sampled_from(["NFC", "NFD"]))
def test_any_text_gives_the_citations_that_the_library_finds(run: Run, before: str, cited: Citation, form: str) -> None:
    """Both forms of output hold the same citations, each at the place where its quote stands."""
    text = unicodedata.normalize(form, f"{before}\n{cited.text}.")
    text = text.encode("utf-8", "replace").decode().removeprefix("\ufeff").replace("\x00", " ")
    found = find_citations(text)
    rows = json.loads(run("cite", "-", "--format", "json", input=text.encode()).stdout)
    assert [(row["span"], row["quote"]) for row in rows] == [
        ([citation.span.start, citation.span.end], text[citation.span.start : citation.span.end]) for citation in found
    ]
    lines = run("cite", "-", input=text.encode()).stdout.splitlines()
    flat = [one for citation in found for one in (citation, *citation.nested)]
    assert len(lines) == len(flat)
    for line, citation in zip(lines, flat, strict=True):
        row, column = (int(number) for number in line.split(":")[1:3])
        assert text.split("\n")[row - 1][column - 1 :].startswith(citation.text.split("\n")[0])
