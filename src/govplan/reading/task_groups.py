"""The groups of tasks of a plan, in whatever layout it has them; *not* here: targets (`target_stretches`).

Groups are looked for below headings and sentences that announce tasks: marked items first, else a list within the
paragraph, else the unmarked paragraphs that follow, as many as they are alike. Where a plan announces tasks more than
once, the outermost places count, each with its own groups.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from attrs import frozen

from govplan.reading.declared import find_declared
from govplan.reading.enumerations import divide, find_enumerations
from govplan.reading.headings import Topic, is_general, is_section
from govplan.reading.outline import Node
from govplan.reading.paragraphs import Paragraphs
from govplan.reading.task_words import begins_task, closes_list, is_aside, is_caption

__all__ = ["FoundGroup", "announced_topic", "find_task_groups"]

_LEFT_OUT = frozenset((Topic.PAST, Topic.ARRANGEMENTS, Topic.TARGETS, Topic.PURPOSE))
_SHORT = 120
_NOUNS = ("hiệm vụ", "iải pháp", "HIỆM VỤ", "IẢI PHÁP")


@frozen
class FoundGroup:
    """A group of tasks: from `start` with its marker to `end`; `body` begins and `head_end` ends its first paragraph.

    `line` counts the text's lines that are not empty; `printed` is the number that the text gives it; `tasks` are the
    stretches of the items below it.
    """

    start: int
    body: int
    head_end: int
    end: int
    line: int
    printed: int | None
    tasks: tuple[tuple[int, int], ...] = ()


def find_task_groups(found: Paragraphs, nodes: Sequence[Node], declared: int | None) -> tuple[FoundGroup, ...]:
    r"""Return the groups of tasks below some nodes of an outline, in the order of the text.

    >>> from govplan.reading.outline import outline
    >>> from govplan.reading.paragraphs import paragraphs
    >>> found = paragraphs("Tập trung 2 nhóm nhiệm vụ sau:\n- Đào tạo nghề.\n- Giảm nghèo.")
    >>> [found.text[group.body : group.end] for group in find_task_groups(found, outline(found), 2)]
    ['Đào tạo nghề.', 'Giảm nghèo.']
    """
    tree = _Tree(found, nodes)
    sections = [tree.groups_of(node, declared) for node in tree.task_sections()]
    sections = [groups for groups in sections if groups]
    if not sections:
        sections = [groups for node in nodes if (groups := tree.enumerated(node))] or tree.after_counts()
    if not sections:
        sections = [groups for node in nodes if (groups := tree.divided(node))][:1]
    if declared is not None and sum(map(len, sections)) != declared:
        # "nhiệm vụ" and "giải pháp" apart: the number may speak of one of them.
        sections = [groups for groups in sections if len(groups) == declared][:1] or sections
    return tuple(group for groups in sections for group in groups)


def announced_topic(words: str) -> Topic | None:
    """Return what a list within a paragraph lists, by the last word for targets or tasks before it.

    >>> announced_topic("Để đạt các chỉ tiêu trên, tỉnh thực hiện ba nhóm nhiệm vụ: ")
    <Topic.TASKS: 'tasks'>
    """
    folded = words.casefold()
    tasks = max(folded.rfind("nhiệm vụ"), folded.rfind("giải pháp"))
    targets = max(folded.rfind("chỉ tiêu"), folded.rfind("mục tiêu"))
    if tasks < 0 and targets < 0:
        return None
    return Topic.TASKS if tasks > targets else Topic.TARGETS


class _Tree:
    """The nodes of an outline with what stands below each."""

    def __init__(self, found: Paragraphs, nodes: Sequence[Node]) -> None:
        self._found = found
        self._nodes = nodes
        self._by_index = {node.index: node for node in nodes}
        self._below: dict[int | None, list[Node]] = {}
        for node in nodes:
            self._below.setdefault(node.parent, []).append(node)
        self._last: dict[int, int] = {}
        for node in reversed(nodes):
            last = max(self._last.get(node.index, node.index), node.index)
            self._last[node.index] = last
            if node.parent is not None:
                self._last[node.parent] = max(self._last.get(node.parent, node.parent), last)

    def task_sections(self) -> Iterator[Node]:
        """Yield the outermost nodes that announce tasks."""
        inside: set[int] = set()
        for node in self._nodes:
            above = self._by_index.get(node.parent) if node.parent is not None else None
            if node.parent in inside or (above is not None and above.topic in _LEFT_OUT):
                inside.add(node.index)
            elif node.heads and node.topic in (Topic.TASKS, Topic.BOTH):
                if node.topic is Topic.BOTH and any(
                    one.topic is Topic.TASKS for one in self._below.get(node.index, ())
                ):
                    continue
                if self._is_divided(node):
                    continue
                inside.add(node.index)
                yield node

    def _is_divided(self, node: Node) -> bool:
        """Do the sections of a plan stand below a node: its targets, its tasks? Then these hold the groups."""
        topics = {
            one.topic
            for one in self._below.get(node.index, ())
            if one.heads and one.topic is not None and (one.style == "capitals" or is_section(one.words))
        }
        tasks = topics & {Topic.TASKS, Topic.BOTH}
        return bool(topics & {Topic.TARGETS, Topic.BOTH} or (tasks and len(topics) > 1))

    def groups_of(self, section: Node, declared: int | None) -> tuple[FoundGroup, ...]:
        """Return the groups below a node that announces tasks."""
        below = self._below.get(section.index, [])
        marked = [node for node in below if node.heads]
        general = [
            node
            for node in marked
            if node.topic is Topic.TASKS
            and (is_general(node.words) or node.style == "announced")
            and self._below.get(node.index)
        ]
        if len(general) > 1 or (general and len(general) == len(marked)):
            return tuple(
                group for node in general for group in self.groups_of(node, declared if len(general) == 1 else None)
            )
        if len(marked) == 1 and (listed := self.run_on(marked[0])):
            return listed
        if len(marked) > 1 or (marked and not self.enumerated(section)):
            return self._marked(marked)
        for node in (section, *below):
            if groups := self.enumerated(node):
                return groups
        return self._unmarked(below, declared)

    def after_counts(self) -> list[tuple[FoundGroup, ...]]:
        """Return the groups behind the first sentence that counts them, though it ends with a point."""
        items = self._found.items
        starts = [items[node.index].start for node in self._nodes]
        for count in find_declared(self._found.text, starts[0], items[self._nodes[-1].index].end) if starts else ():
            place = bisect_right(starts, count.start) - 1
            if count.kind == "targets" or place + 1 == len(self._nodes):
                continue
            node, following = self._nodes[place], self._nodes[place + 1]
            if following.parent not in (node.parent, node.index):
                continue
            beside = [one for one in self._below[following.parent] if one.index >= following.index]
            marked = [one for one in beside if one.heads and one.style == following.style]
            if following.heads and len(marked) > 1:
                return [self._marked(marked)]
            unmarked = list(takewhile(lambda one: not one.heads, beside))
            if not following.heads and len(unmarked) >= count.count > 1:
                return [self._unmarked(unmarked, count.count)]
        return []

    def enumerated(self, node: Node) -> tuple[FoundGroup, ...]:
        """Return the groups that a paragraph lists within itself."""
        text, item = self._found.text, self._found.items[node.index]
        if not any(text.find(noun, item.start, item.end) >= 0 for noun in _NOUNS):
            return ()
        reached = item.start
        for listed in find_enumerations(text, item.start, item.end):
            if announced_topic(text[max(reached, listed.start - 2 * _SHORT) : listed.start]) is Topic.TASKS:
                return tuple(
                    FoundGroup(one.start, one.body, one.end, one.end, item.line, ordinal)
                    for ordinal, one in enumerate(listed.items, start=1)
                )
            reached = listed.end
        return ()

    def run_on(self, node: Node) -> tuple[FoundGroup, ...]:
        """Return the groups of a paragraph that begins with the first mark of a list and holds the others as well."""
        text, item = self._found.text, self._found.items[node.index]
        for listed in find_enumerations(text, item.start, item.end):
            if listed.items[0].start <= item.body and len(listed.items) > 1:
                return tuple(
                    FoundGroup(one.start, one.body, one.end, one.end, item.line, ordinal)
                    for ordinal, one in enumerate(listed.items, start=1)
                )
        return ()

    def divided(self, node: Node) -> tuple[FoundGroup, ...]:
        """Return the groups that a sentence lists behind a colon with semicolons alone."""
        text, item = self._found.text, self._found.items[node.index]
        for noun in _NOUNS:
            place = text.find(noun, item.start, item.end)
            opened = text.find(": ", place, min(item.end, place + _SHORT)) if place >= 0 else -1
            if opened < 0 or announced_topic(text[max(item.start, opened - _SHORT) : opened]) is not Topic.TASKS:
                continue
            parts = divide(text, opened + 2, item.end)
            if len(parts) > 1:
                return tuple(FoundGroup(start, start, end, end, item.line, None) for start, end in parts)
        return ()

    def _marked(self, marked: list[Node]) -> tuple[FoundGroup, ...]:
        items = [node for node in marked if node.style == marked[0].style]
        followed = any(self._followers(node) for node in items[:-1]) or self._is_title(items[-1])
        return tuple(self._group(node, whole=followed or place < len(items) - 1) for place, node in enumerate(items))

    def _is_title(self, node: Node) -> bool:
        """Is an item a line that names what the unmarked paragraphs below it say?"""
        items = self._found.items
        first = next(iter(self._followers(node)), None)
        below = first is not None and first.index == node.index + 1 and not items[first.index].apart
        return below and self._is_head(node)

    def _followers(self, node: Node) -> list[Node]:
        """Return the unmarked paragraphs right below an item."""
        return [one for one in self._below.get(node.index, ()) if not one.heads]

    def _group(self, node: Node, *, whole: bool) -> FoundGroup:
        """Return an item with all below it; the last one without the unmarked paragraphs that no other has."""
        items = self._found.items
        item = items[node.index]
        below = [one for one in self._below.get(node.index, ()) if one.heads]
        last = node.index
        if whole:
            last = self._last[node.index]
            while last > node.index and is_aside(self._words(last)):
                last -= 1
        elif below:
            last = self._last[below[-1].index]
            while last > below[-1].index and not self._by_index[last].heads:
                last -= 1
        tasks = tuple((items[one.index].body, items[one.index].end) for one in below if one.index <= last)
        printed = item.marker.ordinal if item.marker is not None else None
        return FoundGroup(item.start, item.body, item.end, items[last].end, item.line, printed, tasks)

    def _words(self, index: int) -> str:
        item = self._found.items[index]
        return self._found.text[item.start : item.end]

    def _unmarked(self, below: list[Node], declared: int | None) -> tuple[FoundGroup, ...]:
        below = [node for node in below if not is_caption(self._words(node.index))]
        heads = [node for node, following in pairwise(below) if self._is_head(node) and not self._is_head(following)]
        if len(heads) > 1 and heads[0] is below[0] and declared in (None, len(heads)):
            return self._headed(heads, below)
        kept: list[Node] = []
        for node in below:
            words = self._words(node.index)
            if is_aside(words):
                continue
            if len(kept) >= 2:
                beyond = declared is not None and len(kept) >= declared
                if (beyond and not begins_task(words)) or (declared is None and closes_list(words)):
                    break
            kept.append(node)
        return tuple(
            FoundGroup(item.start, item.body, item.end, item.end, item.line, None)
            for item in (self._found.items[node.index] for node in kept)
        )

    def _is_head(self, node: Node) -> bool:
        words = self._words(node.index)
        return len(words) <= _SHORT and not words.endswith((".", ";", ","))

    def _headed(self, heads: list[Node], below: list[Node]) -> tuple[FoundGroup, ...]:
        """Return groups that each have a line of their own above their paragraphs."""
        items = self._found.items
        ends = [node.index - 1 for node in heads[1:]] + [below[-1].index]
        return tuple(
            FoundGroup(
                items[head.index].start, items[head.index].body, items[head.index].end, items[last].end,
                items[head.index].line, None,
            )
            for head, last in zip(heads, ends, strict=True)
        )  # fmt: skip
