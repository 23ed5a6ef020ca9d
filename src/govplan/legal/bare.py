"""Numbers without a symbol, and when they are a document's; *not* here: numbers with one (`grammar`)."""

from __future__ import annotations

import re

from govplan.legal.lead import Lead

__all__ = ["Bare", "find_bare", "is_documents"]

Bare = tuple[str, str | None, int]
"""A number, the year that stands in it, and where it ends."""

_BARE = re.compile(r"[0-9]{1,5}+[a-zđA-ZĐ]?(?![\w%/]|[.,-][0-9]|-\w|[ ]?[-–][ ]?[0-9])")
_WITH_YEAR = re.compile(r"([0-9]{1,5}+)/((?:19|20)[0-9]{2})(?![\w/-]|[.,][0-9])")
_YEARLY = frozenset(["NQ", "NĐ", "QĐ", "TT", "TTLT", "L", "BL", "PL"])
# Types whose number is a document's once "số" says so.
_COUNTED = frozenset(
    [
        "NQ",
        "NĐ",
        "QĐ",
        "CT",
        "TT",
        "TTLT",
        "KL",
        "CV",
        "TB",
        "TTr",
        "BC",
        "KH",
        "CTr",
        "HD",
        "CĐ",
        "Lệnh",
        "SL",
        "PL",
        "L",
        "BL",
        "QyĐ",
        "QC",
        "ĐA",
    ]
)
_DECREE_LAW = "Sắc lệnh"
# Types whose number needs no "số": "Nghị quyết 68".
_BARE_TYPES = frozenset(["NQ", "NĐ", "QĐ", "CT", "TT", "KL", "KH", "CTr", "CV", "TTr", "ĐA"])
# "Chương trình 135" is a programme's name; who issued it or when makes it a document.
_PROGRAMMES = frozenset(("KH", "CTr", "ĐA"))
_YEARS = range(1945, 2101)
_LEAST = 10
_ISSUED = re.compile(r" (?:của|ngày)(?!\w)")
# What follows a number that is a document's, where neither "số" nor a symbol says so: no unit, no noun.
_FOLLOWED = re.compile(
    r"(?=[,.;:)\]\n\"”]|\Z|[ ](?:của|ngày|về|và|đã|được|là|có|tại|cho|ban hành|quy định|do|theo|nêu|này|trên|với|để"
    r"|hỗ trợ|hướng dẫn|như|thì|không|cũng|hay|hoặc|từ|đến|khi|sau|ra đời|có hiệu lực|vào|năm[ ][0-9]{4}|mới|thay|sửa)"
    r"(?!\w)|[ ]\()"
)


def find_bare(text: str, start: int) -> Bare | None:
    """Return the number that starts at `start` and has no symbol, or None where it is part of something else.

    >>> find_bare("100/2019 của Chính phủ", 0)
    ('100', '2019', 8)
    """
    yearly = _WITH_YEAR.match(text, start)
    if yearly is not None:
        return yearly[1], yearly[2], yearly.end()
    match = _BARE.match(text, start)
    return (match.group(), None, match.end()) if match is not None else None


def is_documents(text: str, bare: Bare, lead: Lead) -> bool:
    """Is a number a document's, by the words before it and behind it?"""
    number, year, end = bare
    if lead.type is None:
        return False
    code = lead.type.code
    if year is not None:
        return code in _YEARLY
    if lead.mark:
        return code in _COUNTED or code == _DECREE_LAW
    if code not in _BARE_TYPES or not text[lead.start].isupper():
        return False
    value = int(re.sub(r"\D", "", number))
    if (value in _YEARS or code in _PROGRAMMES) and _ISSUED.match(text, end) is None:
        return False
    return (number[0] == "0" or value >= _LEAST) and _FOLLOWED.match(text, end) is not None
