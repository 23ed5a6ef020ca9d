"""Long texts read little by little: what is read, and how it is divided."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govplan import find_citations
from govplan.cli.streaming import Piece, byte_count, pieces, read_chunks
from govplan.errors import DatasetError
from govplan.testing import citations

Found = tuple[int, str, str]
_blanks = st.sampled_from([" ", "; ", ".\n", ".\n\n", " và "])


def chunks(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


def found_in(found: list[Piece]) -> list[Found]:
    return [(one.span.start - piece.start + piece.offset, one.text, one.kind) for piece in found for one in piece.own]


def found_at_once(text: str) -> list[Found]:
    return [(one.span.start, one.text, one.kind) for one in find_citations(text)]


# --- bytes into text ----------------------------------------------------------------------------


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), size=st.integers(1, 70))
@example(text="\ufeffQuảng Nam", size=1)
def test_the_chunks_are_the_text(tmp_path_factory: pytest.TempPathFactory, text: str, size: int) -> None:
    """However they divide its letters; only the first mark of byte order is none of it."""
    file = tmp_path_factory.mktemp("text") / "page.txt"
    file.write_bytes(text.encode())
    read = list(read_chunks(str(file), size + 3))
    assert "".join(chunk.text for chunk in read) == text.removeprefix("\ufeff")
    assert read[-1].bytes_read == len(text.encode()) == byte_count(str(file))


@pytest.mark.parametrize("size", [4, 7, 100])
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("Quảng\nNam ".encode() + b"\xff", "2:5"),
        ("\ufeffQuảng".encode() + b"\xe1\xba", "1:6"),
        (b"\n\n\xc3(", "3:1"),
    ],
)
def test_the_place_of_a_damaged_byte_is_that_in_the_file(tmp_path: Path, content: bytes, place: str, size: int) -> None:
    """Whichever chunk it is in, and at the very end too."""
    file = tmp_path / "page.txt"
    file.write_bytes(content)
    with pytest.raises(DatasetError, match=rf"page\.txt:{place}: wrong encoding: found the byte 0x"):
        list(read_chunks(str(file), size))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """In the words that every command has for it; a folder is no text either."""
    with pytest.raises(DatasetError, match="no such file: found nothing there"):
        list(read_chunks(str(tmp_path / "nowhere.txt"), 10))
    with pytest.raises(DatasetError, match="file cannot be read: "):
        list(read_chunks(str(tmp_path), 10))
    assert byte_count(str(tmp_path)) is byte_count(str(tmp_path / "nowhere.txt")) is None


# --- text into pieces ---------------------------------------------------------------------------


@given(
    cited=st.lists(st.tuples(citations(), _blanks), min_size=1, max_size=12),
    length=st.integers(500, 900),
    size=st.integers(1, 400),
)
def test_pieces_hold_what_the_whole_text_holds(cited: list[tuple[object, str]], length: int, size: int) -> None:
    """Every citation once, whole, at its place and of its kind, wherever the text is divided."""
    text = "".join(f"Thực hiện {getattr(one, 'text', '')}{blank}" for one, blank in cited)
    found = list(pieces(chunks(text, size), length))
    assert "".join(piece.text[piece.start :] for piece in found) == text
    assert found_in(found) == found_at_once(text)


@given(text=st.text(st.sampled_from("a \n1/Lđ"), max_size=300), size=st.integers(1, 50))
def test_pieces_know_where_they_begin(text: str, size: int) -> None:
    """In characters, and in lines and columns from 1."""
    found = list(pieces(chunks(text, size), 40))
    for piece in found:
        before = text[: piece.offset]
        assert (piece.line, piece.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    for one, other in pairwise(found):
        assert other.offset - one.offset == len(one.text) - one.start > 0


def test_short_mentions_are_understood_in_later_pieces() -> None:
    """Numbers and short names that an earlier piece explained are told to the later ones."""
    text = (
        "Căn cứ Nghị quyết số 43/2021/NQ-HĐND ngày 08/12/2021 (sau đây gọi tắt là Chương trình Bốn Ba).\n\n"
        + "Không viện dẫn văn bản nào ở đây cả.\n\n" * 40
        + "Theo Nghị quyết 43 và Chương trình Bốn Ba."
    )
    found = list(pieces(chunks(text, 50), 200))
    assert len(found) > 5
    assert found_in(found) == found_at_once(text)
    assert [one.kind for one in found[-1].citations] == ["full", "short", "short"]


def test_pieces_end_between_paragraphs() -> None:
    """Where there are any; else between lines, or words, or anywhere."""
    for mark in ("\n\n", "\n", " "):
        found = list(pieces([f"{'từ' * 20}{mark}" * 30], 400))
        assert len(found) > 1
        assert all(piece.text.endswith(mark) for piece in found)
    assert [len(piece.text) for piece in pieces(["9" * 500, "9" * 500], 400)] == [300, 500, 200]


def test_what_is_kept_does_not_grow() -> None:
    """Of thousands of documents the latest few hundred are told to the next piece."""
    text = "".join(f"Quyết định số {n}/QĐ-TTg.\n" for n in range(1, 3_000))
    last = list(pieces(chunks(text, 1_000), 1_000))[-1]
    assert last.text.count("QĐ-TTg.\n\n\n\n") == 300
    assert "số 2700/QĐ-TTg" in last.text[: last.start]
    assert "số 27/QĐ-TTg" not in last.text
