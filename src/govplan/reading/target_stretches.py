"""Where a plan may state targets, and the text with what is no figure of theirs blanked; *not* here: reading them.

Left out are legal bases, the past, arrangements and costs. Within groups of tasks a figure is a target only where the
sentence says that it is one. Items below a paragraph that ends open ("trong đó:") are read with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from govplan.legal import Citation
from govplan.reading.enumerations import find_enumerations
from govplan.reading.headings import Topic
from govplan.reading.outline import Node
from govplan.reading.paragraphs import Paragraph, Paragraphs
from govplan.reading.plan_period import find_period
from govplan.reading.task_groups import FoundGroup
from govplan.values import Period, Text

__all__ = ["Stretch", "find_stretches", "masked"]

_FIGURE = re.compile(r"[0-9]")
# A figure that is no year: what may be divided into what stands below.
_AMOUNT = re.compile(r"(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]")
_BASIS = re.compile(r"(?:căn cứ|xét|theo đề nghị)\s", re.IGNORECASE)
_FORMULA = re.compile(
    r"có hiệu lực (?:từ|kể|sau|thi|trong)|chịu trách nhiệm (?:thi hành|tổ chức|triển khai)|"
    r"đã (?:được )?(?:hội đồng|hđnd)[^.;]{0,80}thông qua",
    re.IGNORECASE,
)
_FORMAL = ("hiệu lực", "trách nhiệm", "thông qua")
_LEAD = 400
_OPEN_END = re.compile(r"(?:trong đó|bao gồm|gồm|cụ thể|chia ra|như sau)\s?:?\Z|:\Z", re.IGNORECASE)
_OPEN_START = re.compile(r"(?:trong đó|chia ra|riêng)(?!\w)", re.IGNORECASE)
_COMMITTED = re.compile(r"(?<!\w)(?:chỉ tiêu|phấn đấu|mục tiêu)(?!\w)", re.IGNORECASE)
_LONGEST_HEADING = 200
_SENTENCE = re.compile(r"(?<=[.;])\s")
_REASONS: dict[Topic | None, Text] = {
    Topic.PAST: Text(
        "Con số nằm trong mục nói về kết quả, tình hình đã qua; không phải chỉ tiêu.",
        "The figure stands in a section on past results or the situation, and is no target.",
    ),
    Topic.ARRANGEMENTS: Text(
        "Con số nằm trong mục về tổ chức thực hiện, kinh phí hoặc kiến nghị; không phải chỉ tiêu.",
        "The figure stands in a section on arrangements, funds or proposals, and is no target.",
    ),
    Topic.PURPOSE: Text(
        "Con số nằm trong mục đích, yêu cầu của văn bản; không phải chỉ tiêu.",
        "The figure stands in the purposes and requirements of the document, and is no target.",
    ),
}


@frozen
class Stretch:
    """A stretch that may state targets: `line` is where it begins, `horizon` what a heading above it says.

    `in_task` tells that it is work to be done, which the text does not call a target; `left_out` says why nothing
    in it is one.
    """

    start: int
    end: int
    line: int
    horizon: Period | None = None
    in_task: bool = False
    left_out: Text | None = None


def find_stretches(found: Paragraphs, nodes: Sequence[Node], groups: Sequence[FoundGroup]) -> tuple[Stretch, ...]:
    r"""Return the stretches of some nodes of an outline, in the order of the text.

    >>> from govplan.reading.outline import outline
    >>> from govplan.reading.paragraphs import paragraphs
    >>> found = paragraphs("I. MỤC TIÊU ĐẾN NĂM 2025\n- Giảm 300 hộ nghèo.\nII. KINH PHÍ\n- 5 tỷ đồng.")
    >>> stretches = find_stretches(found, outline(found), ())
    >>> [(found.text[one.start : one.end], str(one.horizon)) for one in stretches if one.left_out is None]
    [('Giảm 300 hộ nghèo.', '2025')]
    """
    by_index = {node.index: node for node in nodes}
    left_out: dict[int, Text] = {}
    horizons = _Horizons(by_index)
    stretches: list[Stretch] = []
    opened: int | None = None
    ends = [group.end for group in groups]
    for node in nodes:
        item = found.items[node.index]
        words = found.text[item.body : item.end]
        reason = (left_out.get(node.parent) if node.parent is not None else None) or _REASONS.get(node.topic)
        if reason is not None:
            left_out[node.index] = reason
            stretches.append(Stretch(item.body, item.end, item.line, left_out=reason))
            continue
        if _BASIS.match(words) or (any(noun in words for noun in _FORMAL) and _FORMULA.search(words[:_LEAD])):
            continue
        last = stretches[-1] if stretches else None
        if (
            last is not None
            and not last.in_task
            and last.left_out is None
            and _FIGURE.search(found.text, last.start, last.end)
        ):
            below = opened is not None and _is_below(node, opened, by_index)
            if below or _OPEN_START.match(words):
                stretches[-1] = Stretch(last.start, item.end, last.line, last.horizon)
                continue
        opened = node.index if _OPEN_END.search(words[-40:]) and _AMOUNT.search(words[-_LONGEST_HEADING:]) else None
        if not (node.heads and node.topic is not None and _says_only_when(words)):
            stretches += _apart(found.text, item, horizons.above(node), groups, ends)
    return tuple(
        one
        for one in stretches
        if _FIGURE.search(found.text, one.start, one.end) or not (one.in_task or one.left_out is not None)
    )


class _Horizons:
    """What headings say of time, looked for where something stands below them."""

    def __init__(self, by_index: dict[int, Node]) -> None:
        self._by_index = by_index
        self._known: dict[int, Period | None] = {}

    def above(self, node: Node) -> Period | None:
        """Return the period of the nearest heading above that gives one."""
        if node.parent is None:
            return None
        if node.parent not in self._known:
            heading = self._by_index[node.parent]
            found = find_period(heading.words) if _FIGURE.search(heading.words) else None
            self._known[node.parent] = found.period if found is not None else self.above(heading)
        return self._known[node.parent]


def _says_only_when(words: str) -> bool:
    """Has a heading no figure but those of its years?"""
    found = find_period(words)
    rest = words if found is None else words[: found.start] + words[found.end :]
    return len(words) < _LONGEST_HEADING and _FIGURE.search(rest) is None


def _is_below(node: Node, above: int, by_index: dict[int, Node]) -> bool:
    parent = node.parent
    while parent is not None and parent > above:
        parent = by_index[parent].parent
    return parent == above


def _apart(
    text: str, item: Paragraph, horizon: Period | None, groups: Sequence[FoundGroup], ends: list[int]
) -> Iterable[Stretch]:
    """Yield a paragraph's stretches outside groups of tasks, and the sentences of groups."""
    reached = item.body
    for group in groups[bisect_right(ends, item.start) :]:
        if group.start >= item.end:
            break
        start, end = max(group.body, reached), min(group.end, item.end)
        if (before := text[reached : group.start].strip()) and group.start > reached:
            place = text.index(before[0], reached)
            yield Stretch(place, place + len(before), item.line, horizon)
        for first, last in _sentences(text, start, end):
            committed = _COMMITTED.search(text, first, last) is not None
            yield Stretch(first, last, item.line, horizon, in_task=not committed)
        reached = end
    while reached < item.end and text[reached].isspace():
        reached += 1
    if reached < item.end:
        yield Stretch(reached, item.end, item.line, horizon)


def _sentences(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    reached = start
    for match in _SENTENCE.finditer(text, start, end):
        yield reached, match.start()
        reached = match.end()
    if reached < end:
        yield reached, end


def masked(
    found: Paragraphs,
    stretches: Iterable[Stretch],
    citations: Iterable[Citation],
    lead: tuple[int, int] | None = None,
) -> str:
    """Return the text, character for character, without citations and markers, lists within stretches as one sentence.

    `lead` is the stretch that says who issued the plan, which names no target.

    >>> from govplan.legal import find_citations
    >>> from govplan.reading.paragraphs import paragraphs
    >>> found = paragraphs("Giảm 3% theo Nghị quyết số 5/NQ-TU.")
    >>> masked(found, [Stretch(0, 35, 1)], find_citations(found.text)).rstrip(" .")
    'Giảm 3% theo'
    """
    text = found.text
    changes: list[tuple[int, int, str]] = [
        (one.span.start, one.span.end, " ") for one in citations if _FIGURE.search(one.text)
    ]
    if lead is not None:
        changes.append((*lead, " "))
    starts = [item.start for item in found.items]
    for stretch in stretches:
        changes += _joints(found, stretch, starts)
        for listed in find_enumerations(text, stretch.start, stretch.end):
            changes += [(item.start, item.body, " ") for item in listed.items]
    pieces: list[str] = []
    reached = 0
    for start, end, letter in sorted(changes):
        if start >= reached and end > start:
            pieces += [text[reached:start], letter, " " * (end - start - 1)]
            reached = end
    pieces.append(text[reached:])
    return "".join(pieces)


def _joints(found: Paragraphs, stretch: Stretch, starts: list[int]) -> Iterable[tuple[int, int, str]]:
    """Yield the markers of a stretch's later paragraphs, and the ends of the earlier ones, as one sentence has them."""
    index = bisect_right(starts, stretch.start)
    while index < len(starts) and starts[index] < stretch.end:
        item, before = found.items[index], found.items[index - 1]
        if found.text[before.end - 1] in ".;":
            yield before.end - 1, before.end, ";"
            yield before.end, item.start, " "
        else:
            yield before.end, item.start, " " if found.text[before.end - 1] in ":," else ";"
        yield item.start, item.body, " "
        index += 1
