"""Task groups that came, went or were renumbered; *not* here: what they cite (`test_document_changes`)."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import ChangeKind, GroupChange
from govplan.aggregation.group_changes import compare_groups
from govplan.model import TaskGroup

GROUPS = st.lists(
    st.builds(TaskGroup, st.integers(1, 4), st.sampled_from(["Việc làm", "An sinh", "Trẻ em"])), max_size=6
)


def test_groups_meet_by_their_titles_alone() -> None:
    """Case, spaces and tone marks are no other title; another word is another group, under the same number too."""
    old = [TaskGroup(1, "Hoà giải"), TaskGroup(2, "Việc làm"), TaskGroup(3, "An sinh")]
    new = [TaskGroup(1, "hòa  giải"), TaskGroup(2, "Việc làm mới"), TaskGroup(4, "An sinh")]
    found = compare_groups(old, new)
    assert [(change.kind, str(change)) for change in found] == [
        (ChangeKind.DROPPED, "bỏ: 2. Việc làm"),
        (ChangeKind.RESTATED, "3 → 4. An sinh"),
        (ChangeKind.ADDED, "thêm: 2. Việc làm mới"),
    ]


def test_a_title_that_stands_twice_meets_in_order() -> None:
    """The first with the first; one more is added, not renumbered."""
    old, new = [TaskGroup(1, "An sinh")], [TaskGroup(1, "An sinh"), TaskGroup(2, "An sinh")]
    assert compare_groups(old, new) == (GroupChange(None, new[1]),)


@given(GROUPS)
def test_groups_beside_themselves_have_no_change(groups: list[TaskGroup]) -> None:
    """Also where titles or numbers stand twice."""
    assert compare_groups(groups, groups) == ()


@given(GROUPS, GROUPS)
def test_every_group_is_told_of_once_and_either_way(old: list[TaskGroup], new: list[TaskGroup]) -> None:
    """What is left out stands in both plans with its number; the other way round every change turns around."""
    there, back = compare_groups(old, new), compare_groups(new, old)
    assert Counter((change.old, change.new) for change in there) == Counter((change.new, change.old) for change in back)
    for side, told in ((old, [one.old for one in there if one.old]), (new, [one.new for one in there if one.new])):
        assert Counter(map(id, told)).most_common(1)[:1] == [] or Counter(map(id, told)).most_common(1)[0][1] == 1
        assert {id(group) for group in told} <= {id(group) for group in side}
    silent_old = [g for g in old if id(g) not in {id(one.old) for one in there}]
    silent_new = [g for g in new if id(g) not in {id(one.new) for one in there}]
    assert Counter(map(str, silent_old)) == Counter(map(str, silent_new))
