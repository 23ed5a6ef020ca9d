"""Titles of groups of tasks, the first words of what they say; *not* here: where groups stand (`task_groups`)."""

from __future__ import annotations

import re

__all__ = ["first_words"]

_WHOLE = 110
"""A line up to this long is a title as it stands, and no title is longer."""
_SHORTEST = 28
_SENTENCE = re.compile(r"[.:](?=\s|\Z)|;|…|\./\.")
# What serves, explains or goes along with the work stands behind it.
_ASIDE = re.compile(
    r",?\s(?:nhằm|để|theo|gắn với|đồng thời|trong đó|qua đó|phục vụ|góp phần|bảo đảm|đảm bảo|trên cơ sở|"
    r"trọng tâm là)\s|\s\("
)
_JOINT = re.compile(r",\s|\s(?:và|về|của|cho|tại)\s")
_LOOSE = " \t\n,;:.-–/…"


def first_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch that names a group: its line when that is short, else its first clause.

    >>> text = "Tiếp tục mở rộng bảo hiểm y tế, bảo hiểm xã hội; phối hợp với các trường học trên toàn địa bàn tỉnh."
    >>> text[slice(*first_words(text, 0, len(text)))]
    'Tiếp tục mở rộng bảo hiểm y tế, bảo hiểm xã hội'
    """
    sentence = _SENTENCE.search(text, min(start + 3, end), end)
    last = sentence.start() if sentence is not None else end
    if last - start > _WHOLE:
        last = start + _WHOLE
        aside = _ASIDE.search(text, start + _SHORTEST, last)
        if aside is not None:
            last = aside.start()
        else:
            joints = [found.start() for found in _JOINT.finditer(text, start + _SHORTEST, last)]
            last = joints[-1] if joints else max(text.rfind(" ", start, last), start + _SHORTEST)
    while last > start and text[last - 1] in _LOOSE:
        last -= 1
    return (start, last) if last > start else (start, min(end, start + _WHOLE))
