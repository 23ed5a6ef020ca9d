"""What the columns of a table hold, told by its heading rows; *not* here: the rows below them (`tables`).

A table of targets has a heading that names the targets (chỉ tiêu, nội dung) and what is planned of each (kế hoạch,
mục tiêu, năm 2024). Beside these there are numbers of rows, units, past results, comparisons, bodies in charge.
A heading may be one row or several, merged or not; under it often stands a row that numbers the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from attrs import frozen

from govplan.reading.plan_period import find_period
from govplan.values import Period
from govplan.vietnamese import fold

__all__ = ["Column", "Heading", "Role", "find_heading"]

_HIGHEST = 10
"""So many rows may stand above the heading."""

_DEEPEST = 4
"""So many rows a heading may have."""

_LONGEST = 160
"""What is longer than this is no heading of a column."""


class Role(Enum):
    """What a column holds (nội dung của cột)."""

    ORDINAL = "ordinal"
    NAME = "name"
    UNIT = "unit"
    PLAN = "plan"
    YEAR = "year"
    PAST = "past"
    COMPARISON = "comparison"
    LEAD = "lead"
    OTHER = "other"


@frozen
class Column:
    """A column (cột): what it holds, the words of its heading from top to bottom, and the period they name."""

    role: Role
    words: str
    period: Period | None = None


@frozen
class Heading:
    """The heading of a table (đầu bảng): its first row, how many rows it has, and the columns below it."""

    first: int
    rows: int
    columns: tuple[Column, ...]

    def place(self, role: Role) -> int | None:
        """Return the first column with a role, None when there is none."""
        return next((place for place, column in enumerate(self.columns) if column.role is role), None)


# Judged in this order, each against the folded words of one heading cell.
_ROLES = (
    (Role.ORDINAL, r"(?:stt|tt|so tt|so thu tu|no|#)"),
    (Role.UNIT, r"(?:don vi(?: do| do luong)?|dvt|.*don vi tinh.*|.*\bdv tinh\b.*|.*\bdvt\b.*)"),
    (
        Role.LEAD,
        r"(?:don vi|co quan|nganh|so, nganh|to chuc)\b.*(?:chu tri|thuc hien|phu trach|trach nhiem|theo doi|tham muu|"
        r"bao cao|duoc giao)",
    ),
    (Role.OTHER, r".*(?:ghi chu|phoi hop|can cu|nguon so lieu|phuong phap|thoi (?:gian|han)|tien do|kinh phi).*"),
    (
        Role.COMPARISON,
        r".*(?:so voi|so sanh|/\s?(?:u?th|kh|ke hoach|thuc hien)\b|[0-9]{4}\s?/\s?(?:u?th\s?)?[0-9]{4}|"
        r"\btang\s?[,/(]+\s?giam|dat ty le|ty le (?:%|dat)|% (?:dat|hoan thanh|tang|so)).*|(?:ty le|toc do)?\s?\(?%\)?|"
        r"toc do tang(?: truong)?(?: \(?%\)?)?",
    ),
    (Role.PLAN, r"(?:ke hoach|muc tieu|chi tieu)\b.*\bthuc hien\b.*"),
    (
        Role.PAST,
        r"(?:uoc|u?th|thuc hien|ket qua|hien trang|thuc trang|da (?:dat|thuc hien)|co so|goc|so lieu)\b.*|"
        r".*\b(?:uoc (?:thuc hien|th|dat)|uth|da thuc hien)\b.*",
    ),
    (
        Role.PLAN,
        r".*\b(?:ke hoach|kh|phan dau|du kien|dinh huong|duoc giao|giao)\b.*|"
        r"muc tieu\b.*(?:nam|den|giai doan|[0-9]{4}).*|"
        r"(?:cac )?chi tieu\b.*(?:\bnam\b|\bden\b|giai doan|[0-9]{4}).*|muc tieu",
    ),
    (
        Role.NAME,
        r"(?:ten |cac |danh muc |noi dung |muc tieu,? |nhom |he thong )*(?:chi tieu|chi so|noi dung|danh muc|hang muc|"
        r"linh vuc|tieu chi|nhiem vu)\b.*",
    ),
    (Role.YEAR, r"(?:den |het |trong |cuoi )*(?:nam |giai doan |thoi ky |quy )?[0-9(].*"),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_NUMBERING = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])\)?(?:\s?=.{1,40})?|\(?[0-9]{1,2}\)?\s?[=:].{1,40}")
_BRACKETS = re.compile(r"^[\s(\[]+|[\s)\]:.*]+$")
_SPACES = re.compile(r"\s+")
_BARE_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")


def find_heading(rows: Sequence[Sequence[str]]) -> Heading | None:
    """Return the heading of a table of targets, None when the table is none.

    `rows` are all of one length; a merged cell's words stand at each of its places.

    >>> rows = [["TT", "Chỉ tiêu", "ĐVT", "TH 2023", "Kế hoạch 2024"], ["1", "Sản lượng", "tấn", "5", "6"]]
    >>> heading = find_heading(rows)
    >>> [column.role.value for column in heading.columns], str(heading.columns[4].period)
    (['ordinal', 'name', 'unit', 'past', 'plan'], '2024')
    """
    for first, row in enumerate(rows[:_HIGHEST]):
        roles = {_role(words) for words in set(row) if words}
        if not roles & {Role.NAME, Role.PLAN} or len(set(filter(None, row))) < 2:
            continue
        depth = _depth(rows, first)
        columns = tuple(_columns(rows[first : first + depth]))
        found = {column.role for column in columns}
        if Role.NAME in found and found & {Role.PLAN, Role.YEAR}:
            return Heading(first, depth + _numbering_rows(rows, first + depth), columns)
    return None


def _role(words: str) -> Role:
    if len(words) > _LONGEST:
        return Role.OTHER
    key = _BRACKETS.sub("", _SPACES.sub(" ", fold(words)))
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(key)), Role.OTHER)


def _depth(rows: Sequence[Sequence[str]], first: int) -> int:
    """Return how many rows the heading has: it goes on while the column of names says nothing new."""
    top = rows[first]
    names = [place for place, words in enumerate(top) if words and _role(words) is Role.NAME]
    if not names:
        return 1
    depth = 1
    for row in rows[first + 1 : first + _DEEPEST]:
        below = {words for words in row if words} - set(top)
        # A row of the table has a name; a row of the heading has words below the wide cells, and no figures.
        if row[names[0]] not in ("", top[names[0]]) or not below:
            break
        if all(_role(words) is Role.OTHER for words in below):
            break
        depth += 1
    return depth


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[Column]:
    named = False
    for place in range(len(rows[0])):
        levels = list(dict.fromkeys(row[place] for row in rows if row[place]))
        if not levels or any(len(words) > _LONGEST for words in levels):
            yield Column(Role.OTHER, " ".join(levels)[:_LONGEST])
            continue
        words = _SPACES.sub(" ", " ".join(levels))
        role = _role_of(levels)
        if role is Role.NAME:
            # "Nội dung | Chỉ tiêu": the second of two such columns holds what is asked.
            role = Role.PLAN if named and place and not _same_above(rows, place) else Role.NAME
            role = Role.OTHER if role is Role.NAME and named else role
            named = True
        yield Column(role, words, _period(words))


def _same_above(rows: Sequence[Sequence[str]], place: int) -> bool:
    return rows[0][place] == rows[0][place - 1]


def _role_of(levels: list[str]) -> Role:
    """Return the role that the lowest words say that say one; a mere year leaves it to the words above."""
    found = Role.OTHER
    for words in reversed(levels):
        role = _role(words)
        if role is Role.YEAR:
            found = Role.YEAR
        elif role is not Role.OTHER:
            # A number of targets above a year ("Chỉ tiêu | 2024, 2025") is what is planned for it.
            return Role.PLAN if role is Role.NAME and found is Role.YEAR else role
    return found


def _period(words: str) -> Period | None:
    found = find_period(words)
    if found is not None:
        return found.period
    years = sorted({int(year) for year in _BARE_YEAR.findall(words)})
    return Period.year(years[0]) if len(years) == 1 else None


def _numbering_rows(rows: Sequence[Sequence[str]], below: int) -> int:
    """Return 1 when a row that numbers the columns stands there: (1), (2), (3) = (2)/(1)."""
    if below >= len(rows):
        return 0
    words = list(dict.fromkeys(filter(None, rows[below])))
    return int(len(words) >= 2 and all(map(_NUMBERING.fullmatch, words)))
