"""Documents as drafts: a file's text and tables read together; *not* here: taking files apart (`documents`)."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_left, bisect_right
from importlib import import_module
from pathlib import Path

from attrs import evolve

from govplan.errors import DocumentError, GovplanError, MissingExtraError, UnknownFormatError
from govplan.legal import Citation, find_citations
from govplan.model import Goal
from govplan.reading.cleaning import Clean, clean
from govplan.reading.commitment import Commitment, Commitments, UnreadStretch
from govplan.reading.confidence import Confidence
from govplan.reading.documents.content import Content
from govplan.reading.documents.kinds import kind_of
from govplan.reading.documents.limits import MAX_BYTES, too_large
from govplan.reading.documents.plain_text import in_legacy_encoding
from govplan.reading.draft import Draft, Note, Unread
from govplan.reading.identifiers import Identifiers
from govplan.reading.legacy import legacy_encoding
from govplan.reading.prose import read_text
from govplan.reading.tables import TableReading, read_tables
from govplan.reading.target_stretches import Stretch
from govplan.reading.targets import TargetDesk
from govplan.values import Text, Unit

__all__ = ["content_of", "draft_of", "read_document"]

_LINE = re.compile(r"[^\n]+")


def read_document(path: str | os.PathLike[str]) -> Draft:
    """Read a draft from a file: plain text, HTML, DOCX, PDF with text, or XLSX; the content tells which it is.

    DOCX and PDF need the extra `documents`, XLSX the extra `excel`. Spans count characters of `Draft.text`, the text
    that was found in the file, in which a row of a table is a line.

    Raises:
        DocumentError: missing, too large, damaged, scanned, locked with a password, in an encoding or of a kind that
            is known and not read; the message says what to do.
        UnknownFormatError: a kind that is not known.
        MissingExtraError: the library for its kind is not installed.
    """
    file = Path(path)
    try:
        return draft_of(content_of(_bytes_of(file), file.suffix))
    except DocumentError as error:
        raise DocumentError(*_named(file, error)) from None
    except UnknownFormatError as error:
        raise UnknownFormatError(*_named(file, error)) from None
    except MissingExtraError as error:
        raise MissingExtraError(*_named(file, error)) from None


def content_of(document: bytes, suffix: str = ".txt") -> Content:
    """Return the text and the tables of a document that is in memory; `suffix` is the end of its file's name.

    Raises what `read_document` raises, without a file's name before the message.

    >>> content_of("Tỷ lệ hộ nghèo dưới 4%".encode()).text
    'Tỷ lệ hộ nghèo dưới 4%'
    """
    if len(document) > MAX_BYTES:
        raise too_large(len(document))
    kind = kind_of(document, suffix)
    file, load = _LOADERS[kind]
    # The patterns and libraries of one kind are of no use to the readers of the others.
    content: Content = getattr(import_module(f"govplan.reading.documents.{file}"), load)(document)
    if not content.text.strip():
        raise DocumentError(
            "document without words: found no text in it; if it draws its text as pictures or by scripts, "
            "save it as text or PDF first",
            "tài liệu không có chữ: không thấy văn bản nào; nếu chữ là ảnh hoặc do mã lệnh vẽ ra, "
            "hãy lưu thành văn bản hoặc PDF trước",
        )
    legacy = legacy_encoding(content.text)
    if legacy is not None:
        raise in_legacy_encoding(legacy)
    return content


_LOADERS = {
    "text": ("plain_text", "load_text"),
    "html": ("html", "load_html"),
    "docx": ("docx", "load_docx"),
    "pdf": ("pdf", "load_pdf"),
    "xlsx": ("xlsx", "load_xlsx"),
}


def draft_of(content: Content) -> Draft:
    """Return the draft that the text and the tables of a document make together.

    >>> draft_of(Content("Năm 2024, phấn đấu tỷ lệ hộ nghèo dưới 4%.")).text
    'Năm 2024, phấn đấu tỷ lệ hộ nghèo dưới 4%.'
    """
    taken = _stretches(content)
    draft = read_text(_without(content.text, taken))
    notes = [Note("", Confidence.LIKELY, None, remark) for remark in content.remarks]
    if not taken:
        return evolve(draft, notes=(*draft.notes, *notes))
    reading = read_tables(content.tables, draft.period, content.text)
    draft = evolve(
        draft,
        text=content.text,
        citations=_with_cited_in_tables(draft.citations, content.text, taken),
        unread=tuple(evolve(unread, text=unread.span.of(content.text)) for unread in draft.unread),
        notes=(*draft.notes, *notes, *reading.notes),
    )
    return _with_targets(_with_period(draft, reading), reading)


def _bytes_of(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise DocumentError(
                "a folder: found no document; name one of the files in it",
                "đây là thư mục: không phải tài liệu; hãy chỉ rõ một tệp trong đó",
            )
        with file.open("rb") as opened:
            status = os.fstat(opened.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise too_large(status.st_size)
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError(
            "no such file: found nothing there; check the path",
            "không có tệp: không thấy gì ở đó; hãy kiểm tra đường dẫn",
        ) from None
    except (OSError, ValueError) as error:
        if isinstance(error, GovplanError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            f"file cannot be read: {reason}; check its name and rights",
            f"không đọc được tệp: {reason}; hãy kiểm tra tên và quyền truy cập",
        ) from None


def _named(file: Path, error: GovplanError) -> tuple[str, str]:
    return f"{file}: {error.message('en')}", f"{file}: {error.message('vi')}"


def _stretches(content: Content) -> list[tuple[int, int]]:
    return [(table.start, table.end) for table in content.tables]


def _without(text: str, taken: list[tuple[int, int]]) -> str:
    """Return the text with each line of the tables as an ellipsis: what follows keeps its place and its line."""
    pieces: list[str] = []
    reached = 0
    for start, end in taken:
        pieces.append(text[reached:start])
        pieces.append(_LINE.sub(lambda line: "…".ljust(len(line.group())), text[start:end]))
        reached = end
    pieces.append(text[reached:])
    return "".join(pieces)


def _with_cited_in_tables(cited: tuple[Citation, ...], text: str, taken: list[tuple[int, int]]) -> tuple[Citation, ...]:
    starts = [start for start, _ in taken]
    within = []
    for citation in find_citations(text):
        place = bisect_right(starts, citation.span.start) - 1
        if place >= 0 and citation.span.end <= taken[place][1]:
            within.append(citation)
    return tuple(sorted((*cited, *within), key=_place_of))


def _place_of(citation: Citation) -> int:
    return citation.span.start


def _with_period(draft: Draft, reading: TableReading) -> Draft:
    """Return the draft with the period of its tables' columns, where the text names none."""
    periods = {commitment.horizon for commitment in reading.found} - {None}
    if draft.period is not None or len(periods) != 1:
        return draft
    [period] = periods
    text = Text(
        vi=f"Văn bản không nêu kỳ kế hoạch; kỳ {period} được lấy từ đầu bảng",
        en=f"The text names no period; {period} was taken from the heading of the table",
    )
    kept = [note for note in draft.notes if note.about != "/period"]
    return evolve(draft, period=period, notes=(*kept, Note("/period", Confidence.LIKELY, None, text)))


def _with_targets(draft: Draft, reading: TableReading) -> Draft:
    """Return the draft with the targets of the tables behind those of the text."""
    cleaned = clean(draft.text)
    identifiers = Identifiers()
    said: dict[tuple[Goal, Unit | None], list[int]] = {}
    for place, target in enumerate(draft.targets):
        # What the text says too is one target, with a note at the row that says it again.
        said.setdefault((target.goal, target.indicator.unit), []).append(place)
        for each in target.walk():
            identifiers.make(each.id)
    desk = TargetDesk(
        clean=cleaned,
        given=draft.text,
        text=cleaned.text,
        period=draft.period,
        identifiers=identifiers,
        targets=list(draft.targets),
        notes=list(draft.notes),
        unread=list(draft.unread),
        places=list(draft.places),
        paragraphs=[-1] * len(draft.targets),
        said=said,
    )
    lines = [line.start() for line in _LINE.finditer(draft.text) if not line.group().isspace()]
    for commitment in reading.found:
        moved = _in_clean(commitment, cleaned)
        # All rows have one start: two of them that agree in all but a word are two targets.
        stretch = Stretch(0, moved.span[1], line=max(bisect_left(lines, commitment.span[0] + 1), 1))
        desk.take(Commitments((moved,)), stretch)
    for start, end, reason in reading.unread:
        desk.take(Commitments((), (UnreadStretch(*_places(cleaned, start, end), reason),)), Stretch(start, end, 1))
    return evolve(
        draft,
        targets=tuple(desk.targets),
        notes=tuple(desk.notes),
        unread=tuple(sorted(desk.unread, key=_start_of)),
        places=tuple(desk.places),
    )


def _start_of(unread: Unread) -> int:
    return unread.span.start


def _in_clean(commitment: Commitment, cleaned: Clean) -> Commitment:
    """Return what a row commits to with its places in the clean text, which is what targets are made in."""
    if cleaned.places is None:
        return commitment
    name = commitment.name_span
    return evolve(
        commitment,
        span=_places(cleaned, *commitment.span),
        number_span=_places(cleaned, *commitment.number_span),
        name_span=None if name is None else _places(cleaned, *name),
        parts=tuple(_in_clean(part, cleaned) for part in commitment.parts),
    )


def _places(cleaned: Clean, start: int, end: int) -> tuple[int, int]:
    if cleaned.places is None:
        return start, end
    return bisect_left(cleaned.places, start), bisect_left(cleaned.places, end)
