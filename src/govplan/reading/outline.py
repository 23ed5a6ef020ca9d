"""Which paragraph stands below which, by their markers; *not* here: what the sections are for (`sections`).

A paragraph whose kind of marker is open already goes on with that list; another one begins a list below. Headings in
capitals close everything; a line such as "Các chỉ tiêu chủ yếu:" opens a list without a number of its own.
"""

from __future__ import annotations

import re

from attrs import frozen

from govplan.reading.headings import Topic, heading_words, is_capitals, topic_of
from govplan.reading.paragraphs import Paragraph, Paragraphs

__all__ = ["Node", "outline"]

_SHORT = 120
# "Đến năm 2025:" heads what follows, though it says nothing else.
_TIME = re.compile(r"(?:(?:phấn đấu )?(?:đến|trong|hết)(?: cuối)? năm|giai đoạn|năm) [0-9]{4}", re.IGNORECASE)
_OUTERMOST = {"part": 1, "article": 2}
_SECTIONS = frozenset(("part", "article", "capital", "roman"))
"""Styles of headings that a line without a number stands below, and never ends."""
# "Căn cứ …, Ủy ban nhân dân huyện ban hành Kế hoạch … như sau:" heads nothing but the whole plan.
_ISSUED = re.compile(
    r"(?<!\w)(?:ban hành|xây dựng|lập|đề ra|triển khai|thông qua)\s(?:và thực hiện\s)?(?:bản\s)?"
    r"(?:kế hoạch|chương trình|đề án|nghị quyết|chỉ thị|phương án)(?!\w)",
    re.IGNORECASE,
)
_ISSUING = re.compile(
    r"(?:căn cứ|thực hiện|trên cơ sở|triển khai|để (?:triển khai|thực hiện|cụ thể)|nhằm|thi hành|xét|theo)\s",
    re.IGNORECASE,
)


@frozen
class Node:
    """One paragraph in the outline: its index, the index of the one above, and the topic that it announces.

    `depth` counts from 0 for what stands below nothing; `heads` tells whether others may stand below it.
    """

    index: int
    parent: int | None
    depth: int
    style: str
    topic: Topic | None
    words: str
    heads: bool


def outline(found: Paragraphs, first: int = 0) -> tuple[Node, ...]:
    r"""Return a node for each paragraph from the `first` on.

    >>> from govplan.reading.paragraphs import paragraphs
    >>> nodes = outline(paragraphs("I. NHIỆM VỤ\n1. Đào tạo nghề.\n2. Giảm nghèo.\nII. TỔ CHỨC THỰC HIỆN"))
    >>> [(node.parent, node.depth) for node in nodes]
    [(None, 0), (0, 1), (0, 1), (None, 0)]
    """
    nodes: list[Node] = []
    opened: list[Node] = []
    for index in range(first, len(found.items)):
        paragraph = found.items[index]
        words = heading_words(found.text[paragraph.body : paragraph.end]) or ""
        style, topic = _style(found.text, paragraph, words)
        if style:
            _close(opened, style)
        parent = opened[-1] if opened else None
        node = Node(
            index, parent.index if parent else None, len(opened), style, topic, words.strip(), heads=bool(style)
        )
        nodes.append(node)
        if style:
            opened.append(node)
    return tuple(nodes)


def _style(text: str, paragraph: Paragraph, words: str) -> tuple[str, Topic | None]:
    """Return the style of what a paragraph opens, "" when it opens nothing, and its topic."""
    whole = paragraph.end - paragraph.body
    topic = topic_of(words) if words else None
    ends_open = text[paragraph.end - 1] == ":"
    if paragraph.marker is not None:
        return paragraph.marker.style, topic
    if words and is_capitals(words) and len(words) + 1 >= whole and (topic is not None or whole <= _SHORT):
        return "capitals", topic
    said = _behind_issue(text, paragraph) if ends_open else None
    if said is not None:
        topic = _announced(text[said : paragraph.end])
    elif topic is None and ends_open:
        topic = _announced(text[max(paragraph.body, paragraph.end - 2 * _SHORT) : paragraph.end])
    if ends_open and whole <= _SHORT and _TIME.match(text, paragraph.body):
        return "announced", topic
    if topic is not None and (ends_open or (whole <= _SHORT and text[paragraph.end - 1] not in ".;,")):
        return "announced", topic
    return "", None


def _behind_issue(text: str, paragraph: Paragraph) -> int | None:
    """Return where an issuing sentence has named the plan that it issues, None when a paragraph is none."""
    if _ISSUING.match(text, paragraph.body) is None:
        return None
    named = [found.end() for found in _ISSUED.finditer(text, paragraph.body, paragraph.end)]
    return named[-1] if named else None


def _announced(words: str) -> Topic | None:
    """Return the topic that a sentence ending in a colon announces, by the last word for one."""
    folded = words.casefold()
    places = {
        Topic.TASKS: max(folded.rfind("nhiệm vụ"), folded.rfind("giải pháp")),
        Topic.TARGETS: max(folded.rfind("chỉ tiêu"), folded.rfind("mục tiêu")),
    }
    topic, place = max(places.items(), key=lambda item: item[1])
    return topic if place >= 0 else None


def _close(opened: list[Node], style: str) -> None:
    """Close what the next node does not stand below: its own list, and for headings everything."""
    rank = _OUTERMOST.get(style)
    sections = [depth for depth, node in enumerate(opened) if node.style in _SECTIONS] if style == "announced" else []
    first = sections[-1] if sections else 0
    for depth, node in enumerate(opened[first:], start=first):
        outranked = rank is not None and _OUTERMOST.get(node.style, 9) >= rank and node.style != "capitals"
        if node.style == style or style == "capitals" or outranked:
            del opened[depth:]
            return
