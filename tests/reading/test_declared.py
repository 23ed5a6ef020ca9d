"""How many groups and targets a text says it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.declared import find_declared


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("với 12 nhóm nhiệm vụ trọng tâm", "groups", 12),
        ("đề ra9 nhóm giải pháp", "groups", 9),
        ("thực hiện bốn nhóm nhiệm vụ, giải pháp", "groups", 4),
        ("MƯỜI HAI NHÓM NHIỆM VỤ", "groups", 12),
        ("tập trung 8 nhiệm vụ, giải pháp chủ yếu", "tasks", 8),
        ("ba nhiệm vụ trọng tâm", "tasks", 3),
        ("gồm 14 chỉ tiêu chủ yếu", "targets", 14),
    ],
)
def test_counts_are_read_in_figures_and_words(text: str, kind: str, count: int) -> None:
    """Glued to the word before them or not, in any case."""
    assert [(found.kind, found.count) for found in find_declared(text)] == [(kind, count)]


@pytest.mark.parametrize(
    "text",
    ["giao 120 nhiệm vụ", "năm 2023 nhóm nhiệm vụ", "theo 1.200 nhiệm vụ", "các nhóm nhiệm vụ", "0 nhóm nhiệm vụ"],
)
def test_what_counts_no_groups_is_left_alone(text: str) -> None:
    """Single tasks, years and amounts are no numbers of groups."""
    assert list(find_declared(text)) == []


@given(st.lists(st.sampled_from(["15 ", "ba ", "nhóm ", "nhiệm vụ ", "trọng tâm ", "chỉ tiêu ", ", "]), max_size=30))
def test_the_stretch_holds_the_count_and_the_noun(words: list[str]) -> None:
    """Its first word is the number, whatever stands around it."""
    text = "".join(words)
    for found in find_declared(text):
        assert text[found.start : found.end].split()[0] in ("15", "ba")
        assert found.count in (15, 3)
