"""Changes as values; *not* here: how they are found (`test_comparison`)."""

import pytest

from govplan.aggregation import ChangeKind, TargetChange
from govplan.model import Goal, Indicator, Target

JOBS = Target("jobs", Indicator("Việc làm", unit="người"), Goal.at_least(5))


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_has_a_word_in_both_languages(kind: ChangeKind) -> None:
    """One of its own in each; it prints in Vietnamese."""
    for lang in ("vi", "en"):
        words = [other.in_language(lang) for other in ChangeKind]
        assert words.count(kind.in_language(lang)) == 1
    assert str(kind) == kind.in_language("vi") != kind.in_language("en")


def test_a_change_prints_what_there_was_and_is() -> None:
    """With one side alone there is no arrow; without figures there is no ratio."""
    added = TargetChange((ChangeKind.ADDED,), new=(JOBS,))
    assert str(added) == "thêm: Việc làm: ít nhất 5 người"
    same = TargetChange((ChangeKind.UNCHANGED,), (JOBS,), (JOBS,))
    assert str(same) == "giữ nguyên: Việc làm: ít nhất 5 người → Việc làm: ít nhất 5 người"
    assert (added.is_change, same.is_change, same.ratio) == (True, False, None)
