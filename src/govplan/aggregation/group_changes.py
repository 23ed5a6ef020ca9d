"""Which task groups came, went or have another number; *not* here: targets (`comparison`)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govplan.aggregation.beside import key_of_words
from govplan.aggregation.change import ChangeKind
from govplan.model.task import TaskGroup

__all__ = ["GroupChange", "compare_groups"]


@frozen
class GroupChange:
    """A task group that one of two plans has alone, or that is numbered otherwise (thay đổi của nhóm nhiệm vụ)."""

    old: TaskGroup | None = None
    new: TaskGroup | None = None

    @property
    def kind(self) -> ChangeKind:
        """ADDED, DROPPED, or RESTATED for one with another number."""
        if self.old is None:
            return ChangeKind.ADDED
        return ChangeKind.DROPPED if self.new is None else ChangeKind.RESTATED

    def __str__(self) -> str:
        if self.old is not None and self.new is not None:
            return f"{self.old.ordinal} → {self.new}"
        return f"{self.kind}: {self.new if self.old is None else self.old}"


def compare_groups(old: Sequence[TaskGroup], new: Sequence[TaskGroup]) -> tuple[GroupChange, ...]:
    """Return what changed among task groups: those of the old plan in their order, then those that are new.

    Groups meet by their titles, where these are the same but for case, spaces and tone marks; a group with another
    title is another group.

    >>> one, two = TaskGroup(1, "Việc làm"), TaskGroup(2, "An sinh")
    >>> [str(change) for change in compare_groups([one, two], [TaskGroup(1, "An sinh")])]
    ['bỏ: 1. Việc làm', '2 → 1. An sinh']
    """
    waiting: dict[str, list[TaskGroup]] = {}
    for group in new:
        waiting.setdefault(_key(group), []).append(group)
    for queue in waiting.values():
        queue.reverse()
    found = []
    for group in old:
        queue = waiting.get(_key(group), [])
        after = queue.pop() if queue else None
        if after is None or after.ordinal != group.ordinal:
            found.append(GroupChange(group, after))
    left = {id(group) for queue in waiting.values() for group in queue}
    return (*found, *[GroupChange(None, group) for group in new if id(group) in left])


def _key(group: TaskGroup) -> str:
    return key_of_words(str(group.title))
