"""How many task groups and targets a text says it has; *not* here: counting them (`task_groups`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govplan.reading.markers import ordinal_word

__all__ = ["DeclaredCount", "find_declared"]

_WORD = r"hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?|hai\smươi"
_COUNT = re.compile(
    rf"(?:(?P<figure>(?<![0-9.,/-])[0-9]{{1,3}})|(?<!\w)(?P<word>{_WORD}))\s{{1,3}}(?:(?:lớn|trọng\stâm)\s)?\Z",
    re.IGNORECASE,
)
_GROUPS = r"nhóm\s(?:các\s)?(?:nhiệm\svụ|giải\spháp|công\stác|công\sviệc|nội\sdung)"
# "12 nhiệm vụ" alone counts pieces of work as often as what a plan is divided into.
_TASKS = (
    r"(?:nhiệm\svụ|giải\spháp)(?=,?\s(?:và\s)?(?:nhóm\s)?(?:nhiệm\svụ|giải\spháp|trọng\stâm|chủ\syếu|chính|lớn|cụ\sthể|"
    r"then\schốt|đột\sphá|sau|cơ\sbản))"
)
_TARGETS = r"chỉ\stiêu(?=\s(?:chủ\syếu|chính|cụ\sthể|cơ\sbản|phát\striển|kinh\stế|sau|trọng\stâm))"
_COUNTED = re.compile(rf"(?P<groups>{_GROUPS})|(?P<tasks>{_TASKS})|(?P<targets>{_TARGETS})", re.IGNORECASE)
_NOUNS = tuple(form for noun in ("nhóm", "nhiệm", "giải", "chỉ") for form in (noun, noun.capitalize(), noun.upper()))
_FARTHEST = 28
"""How far before its noun a number begins at most."""


@frozen
class DeclaredCount:
    """A number of "groups", "tasks" or "targets" that a text announces, and where it stands."""

    kind: str
    count: int
    start: int
    end: int


def find_declared(text: str, start: int = 0, end: int | None = None) -> Iterator[DeclaredCount]:
    """Yield what a clean text says of how many groups of tasks and targets it has.

    >>> [(found.kind, found.count) for found in find_declared("đưa ra15 nhóm nhiệm vụ và ba nhiệm vụ trọng tâm")]
    [('groups', 15), ('tasks', 3)]
    """
    last = len(text) if end is None else end
    for place in sorted(place for noun in _NOUNS for place in _places(text, noun, start, last)):
        counted = _COUNTED.match(text, place, last)
        number = _COUNT.search(text[max(start, place - _FARTHEST) : place]) if counted is not None else None
        if counted is None or number is None:
            continue
        count = int(number["figure"]) if number["figure"] else ordinal_word(number["word"])
        if count:
            kind = next(name for name in ("groups", "tasks", "targets") if counted[name])
            yield DeclaredCount(kind, count, max(start, place - _FARTHEST) + number.start(), counted.end())


def _places(text: str, noun: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word stands; asking for each form of it is far faster than one search for all in any case."""
    place = text.find(noun, start, end)
    while place >= 0:
        yield place
        place = text.find(noun, place + len(noun), end)
