"""`govplan cite`: the documents that a text cites, with their places."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from govplan import Citation, find_citations
from govplan.testing import citations

Run = Callable[..., Result]

PAGE = (
    "Căn cứ Luật Giáo dục nghề nghiệp;\n"
    "Căn cứ Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh, \n\n"
    "  và điểm a khoản 2 Điều 5 Quyết định số 2911/QĐ-UBND.\n"
)


def test_citations_are_printed_with_their_places(run: Run) -> None:
    """Line and column, from 1, and the canonical first mention; a repaired symbol is marked."""
    result = run("cite", "-", input=PAGE)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "-:1:8: Luật Giáo dục nghề nghiệp",
        "-:2:8: Nghị quyết số 68/NQ-HĐND ngày 29 tháng 9 năm 2021 của Hội đồng nhân dân tỉnh (malformed)",
        "-:4:6: điểm a khoản 2 Điều 5 Quyết định số 2911/QĐ-UBND của Ủy ban nhân dân",
    ]
    assert "(sai thể thức)" in run("cite", "-", "--lang", "vi", input=PAGE).stdout


def test_without_a_file_standard_input_is_read(run: Run) -> None:
    """`… | govplan cite` needs no dash."""
    assert run("cite", input=PAGE).stdout == run("cite", "-", input=PAGE).stdout != ""


def test_a_file_is_named_before_each_citation(run: Run, tmp_path: Path) -> None:
    """Its name is printed as it was given; a byte order mark and other line ends move no place."""
    file = tmp_path / "page.txt"
    file.write_bytes(("\ufeff" + PAGE.replace("\n", "\r\n")).encode())
    lines = run("cite", str(file)).stdout.splitlines()
    assert [line.removeprefix(f"{file}:").split(": ")[0] for line in lines] == ["1:8", "2:8", "4:6"]


def test_json_holds_all_that_is_known(run: Run) -> None:
    """Kind, span, quote and every field of the reference."""
    law, resolution, decision = json.loads(run("cite", "-", "--format", "json", input=PAGE).stdout)
    assert (law["kind"], law["number"], law["title"]) == ("named", None, "Giáo dục nghề nghiệp")
    assert resolution == {
        "kind": "full",
        "span": [PAGE.index("Nghị quyết"), PAGE.index(", \n")],
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
    assert len(lines) == len(found)
    for line, citation in zip(lines, found, strict=True):
        row, column = (int(number) for number in line.split(":")[1:3])
        assert text.split("\n")[row - 1][column - 1 :].startswith(citation.text.split("\n")[0])
