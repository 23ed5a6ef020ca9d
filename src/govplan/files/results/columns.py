"""Headings of results, and the words in their columns, in both languages; *not* here: the rows below them.

Source: the formats of reports on plans by provinces and ministries; the headings are those that their tables print.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import TypeVar

from attrs import evolve, frozen

from govplan.errors import GovplanError
from govplan.files.problem import FormError
from govplan.model.observation import Mode, Status
from govplan.values import Period, Unit
from govplan.vietnamese import tone_key

__all__ = ["KEYS", "NUMBERS", "Column", "Heading", "Notation", "heading_of", "key_of", "mode_of", "near", "status_of"]

E = TypeVar("E", bound=Enum)


class Column(Enum):
    """What a column holds; the value is its English heading, and its key in YAML and JSON."""

    TARGET = "target"
    NAME = "indicator"
    PERIOD = "period"
    AS_OF = "as_of"
    VALUE = "value"
    CHANGE = "change"
    RELATIVE_CHANGE = "relative_change"
    UNIT = "unit"
    MODE = "mode"
    STATUS = "status"
    JUDGEMENT = "judgement"
    SOURCE = "source"
    PLAN = "plan"
    NOTE = "note"


KEYS = tuple(column.value for column in Column)
"""All English headings, in the order in which results are written."""

NUMBERS = (Column.VALUE, Column.CHANGE, Column.RELATIVE_CHANGE)
"""The columns of measured numbers."""


class Notation(Enum):
    """How the numbers of a column are written: 16250 and 68.25, or 16.250 and 68,25 (cách viết số).

    In documents quotation marks tell '3.000' from 3.000; a table has none that last, so there it is refused.
    """

    PLAIN = "plain"
    DOCUMENT = "document"
    VIETNAMESE = "vietnamese"


@frozen
class Heading:
    """What a heading says: its column, the notation of its numbers, and what holds for all of them (tiêu đề cột).

    `says_level` is False where a table prints levels and changes alike below it: "thực hiện 3.000" under a goal to
    bring poor households down by 3.000.
    """

    column: Column
    notation: Notation = Notation.PLAIN
    status: Status | None = None
    mode: Mode | None = None
    period: Period | None = None
    unit: Unit | None = None
    says_level: bool = True


_ENGLISH = {
    **{column.value: column for column in Column},
    "planned": Column.PLAN,
    "goal": Column.PLAN,
    "judgment": Column.JUDGEMENT,
    "notes": Column.NOTE,
    "#": Column.NOTE,
}

_VIETNAMESE = {
    Column.TARGET: "mã chỉ tiêu|mã",
    Column.NAME: "chỉ tiêu|tên chỉ tiêu|chỉ tiêu chủ yếu|các chỉ tiêu|các chỉ tiêu chủ yếu|nội dung chỉ tiêu",
    Column.PERIOD: "kỳ|kỳ báo cáo|thời kỳ|năm",
    Column.AS_OF: "ngày|thời điểm|tại ngày|đến ngày",
    Column.VALUE: "giá trị|mức đạt được|mức thực hiện",
    Column.CHANGE: "mức thay đổi|thay đổi|mức tăng giảm|mức tăng, giảm|tăng, giảm|tăng giảm",
    Column.RELATIVE_CHANGE: "thay đổi (%)|tốc độ tăng|tốc độ tăng (%)|tăng, giảm (%)|tăng giảm (%)|thay đổi tương đối",
    Column.UNIT: "đơn vị|đơn vị tính|đvt|đv tính",
    Column.MODE: "cách báo cáo|cách tính|cách tính kỳ",
    Column.STATUS: "trạng thái|tình trạng số liệu|loại số liệu",
    Column.JUDGEMENT: "đánh giá|kết quả đánh giá|mức độ hoàn thành|xếp loại",
    Column.SOURCE: "nguồn|nguồn số liệu|nguồn thông tin",
    Column.PLAN: "kế hoạch|kế hoạch giao|chỉ tiêu kế hoạch|chỉ tiêu giao|mục tiêu|mục tiêu kế hoạch|kh",
    # What is computed from the other columns, or only orders the table: it is left where it is.
    Column.NOTE: "stt|tt|số tt|số thứ tự|ghi chú|nhóm|nhóm chỉ tiêu|lĩnh vực|so sánh|so sánh (%)|tỷ lệ (%)|tỷ lệ hoàn "
    "thành|tỷ lệ hoàn thành (%)|tỷ lệ thực hiện/kế hoạch (%)|% so với kế hoạch|% thực hiện so với kế hoạch|so với "
    "kế hoạch (%)|thực hiện/kế hoạch (%)|th/kh (%)|cơ quan chủ trì|đơn vị chủ trì|cơ quan theo dõi",
}

_VALUES: tuple[tuple[str, Status | None, Mode | None], ...] = (
    ("thực hiện|kết quả|kết quả thực hiện|số thực hiện|th", None, None),
    ("ước thực hiện|ước|ước đạt|ước tính|ước kết quả thực hiện|thực hiện ước tính|ước th|ưth", Status.ESTIMATE, None),
    ("sơ bộ|thực hiện sơ bộ|số sơ bộ", Status.PROVISIONAL, None),
    ("chính thức|thực hiện chính thức|số chính thức", Status.FINAL, None),
    ("lũy kế từ đầu năm|thực hiện lũy kế từ đầu năm", None, Mode.YEAR_TO_DATE),
    ("lũy kế từ đầu giai đoạn|thực hiện lũy kế từ đầu giai đoạn", None, Mode.SINCE_START),
)
"""Vietnamese headings of values, with what they say of all that stands below."""

_STATUSES = {
    Status.ESTIMATE: "estimate|ước|ước tính|ước thực hiện",
    Status.PROVISIONAL: "provisional|sơ bộ",
    Status.FINAL: "final|chính thức",
}

_MODES = {
    Mode.THIS_PERIOD: "this_period|this period|trong kỳ",
    Mode.YEAR_TO_DATE: "year_to_date|year to date|lũy kế từ đầu năm",
    Mode.SINCE_START: "since_start|since start|lũy kế từ đầu giai đoạn|lũy kế từ đầu kỳ",
}

_IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]{1,100})\)")
_LEFT_OUT = ("note ", "ghi chú")


def key_of(text: str) -> str:
    """Return words in the form in which they are compared: NFC, tone marks in one place, one space, no capitals.

    >>> key_of("Luỹ  kế từ đầu năm")
    'lũy kế từ đầu năm'
    """
    return " ".join(tone_key(text).casefold().split())


# Pure: a table of this file, in the form in which it is asked.
@cache
def _headings() -> dict[str, Heading]:
    found = {word: Heading(column) for word, column in _ENGLISH.items()}
    for column, words in _VIETNAMESE.items():
        found |= {key_of(word): Heading(column, Notation.VIETNAMESE) for word in words.split("|")}
    for words, status, mode in _VALUES:
        made = Heading(Column.VALUE, Notation.VIETNAMESE, status, mode, says_level=False)
        found |= {key_of(word): made for word in words.split("|")}
    return found


def heading_of(text: str) -> Heading | None:
    """Return what a heading says; a period or a unit behind the words belongs to it. None for other words.

    >>> found = heading_of("Ước thực hiện năm 2023")
    >>> found.column.value, found.status.value, str(found.period)
    ('value', 'estimate', '2023')
    """
    key, known = key_of(text), _headings()
    found = known.get(key) or known.get(key.replace(" ", "_"))
    if found is not None:
        return found
    if key.startswith(_LEFT_OUT):
        return Heading(Column.NOTE)
    bracketed = _IN_BRACKETS.fullmatch(key)
    if bracketed is not None:
        outer = heading_of(bracketed[1]) if "(" not in bracketed[1] else None
        return None if outer is None else _with_period(outer, bracketed[2]) or _with_unit(outer, bracketed[2])
    words = key.split(" ")
    for count in range(len(words) - 1, 0, -1):
        base = known.get(" ".join(words[:count]))
        if base is not None:
            return _with_period(base, " ".join(words[count:]).removeprefix("cả ").removeprefix("trong "))
    return None


def _with_period(heading: Heading, words: str) -> Heading | None:
    if heading.column not in (*NUMBERS, Column.PLAN) or heading.period is not None:
        return None
    try:
        return evolve(heading, period=Period.parse(words))
    except GovplanError:
        return None


def _with_unit(heading: Heading, words: str) -> Heading | None:
    if heading.column not in (*NUMBERS, Column.PLAN):
        return None
    try:
        return evolve(heading, unit=Unit.parse(words))
    except GovplanError:
        return None


def near(text: str) -> str | None:
    """Return the heading that is nearest to words that are none, None where no one is near."""
    found = get_close_matches(key_of(text)[:100], _headings(), 1, 0.75)
    return found[0] if found else None


def status_of(text: str) -> Status:
    """Return the status that a word of either language means.

    >>> status_of("Sơ bộ").value
    'provisional'
    """
    return _member(text, _STATUSES)


def mode_of(text: str) -> Mode:
    """Return the mode that words of either language mean.

    >>> mode_of("lũy kế từ đầu năm").value
    'year_to_date'
    """
    return _member(text, _MODES)


def _member(text: str, words: dict[E, str]) -> E:
    key = key_of(text)
    for member, known in words.items():
        if key in known.split("|"):
            return member
    firsts, seconds = zip(*((each.split("|")[0], each.split("|")[-1]) for each in words.values()), strict=True)
    raise FormError(
        f"unknown word: found {text!r:.80}; write one of {', '.join(firsts)}",
        f"từ không có trong danh sách: gặp {text!r:.80}; hãy viết một trong: {', '.join(seconds)}",
    )
