"""What clauses ask of their figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.files import from_dict, to_dict
from govplan.model import Basis, Goal
from govplan.model.indicator import Polarity
from govplan.reading.commitments import read_commitments
from govplan.reading.conditions import Condition, goal_of

_COMPARATORS = st.sampled_from(("", "below", "above", "at_most", "at_least", "about"))
_CHANGES = st.sampled_from(("", "up_by", "down_by", "up_to", "down_to"))


def _goal(text: str) -> Goal:
    [one] = read_commitments(text).found
    return one.goal


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("dưới 4%", Goal.below(4)),
        ("không quá 4%", Goal.at_most(4)),
        ("tối đa 4%", Goal.at_most(4)),
        ("trên 4%", Goal.above(4)),
        ("đạt hơn 4%", Goal.above(4)),
        ("ít nhất 4%", Goal.at_least(4)),
        ("tối thiểu 4%", Goal.at_least(4)),
        ("không thấp hơn 4%", Goal.at_least(4)),
        ("từ 4% trở lên", Goal.at_least(4)),
        ("khoảng 4%", Goal.about(4)),
        ("đạt từ 4 - 5%", Goal.between(4, 5)),
        ("từ 4% đến 5%", Goal.between(4, 5)),
    ],
)
def test_comparators(words, goal):
    """Each comparator bounds the level as it says."""
    assert _goal(f"Tỷ lệ tham gia bảo hiểm xã hội {words}.") in (goal, goal.toward(goal.direction))


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("Tỷ lệ hộ nghèo giảm 1,5%", Goal.reduce_by("1.5")),
        ("Giảm tỷ lệ hộ nghèo còn 3%", Goal.reduce_to(3)),
        ("Tỷ suất tử vong trẻ em giảm xuống còn 9‰", Goal.reduce_to(9)),
        ("Nâng tỷ lệ đô thị hóa lên 40%", Goal.increase_to(40)),
        ("Giá trị sản xuất tăng 8%", Goal.increase_by_percent(8)),
        ("Số vụ tai nạn giao thông giảm ít nhất 5%", Goal.reduce_by_percent(5)),
        ("Giảm số hộ nghèo: 3.000 hộ", Goal.reduce_by(3000)),
        ("Có thêm 8 xã đạt chuẩn nông thôn mới", Goal.increase_by(8)),
        ("Số việc làm tăng thêm: 16.000 người", Goal.at_least(16000)),
        ("Tốc độ tăng trưởng kinh tế đạt 8%", Goal.at_least(8)),
        ("Không còn hộ nghèo", Goal.at_most(0)),
    ],
)
def test_directions(words, goal):
    """Changes in points, in percent and in units are told apart, and so are levels to be brought down or up to."""
    assert _goal(f"{words}.") == goal


def test_limits_inside_changes():
    """What brings a level below a limit, or a change above one, keeps both."""
    assert to_dict(_goal("Giảm tỷ lệ sinh con thứ 3 xuống dưới 18%.")) == {"reduce_to": {"below": "18"}}
    assert to_dict(_goal("Tỷ lệ hộ nghèo giảm bình quân: trên 4%/năm.")) == {"reduce_by": {"above": "4"}}


@given(
    st.builds(Condition, _COMPARATORS, _CHANGES),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from((Basis.LEVEL, Basis.CHANGE, Basis.RELATIVE_CHANGE)),
    st.sampled_from((None, *Polarity)),
)
def test_every_condition_makes_a_goal_that_files_hold(condition, low, more, basis, polarity):
    """Whatever is asked, the goal reads back from a plan file as the same."""
    if basis is not Basis.LEVEL and not condition.change:
        condition = Condition(condition.comparator, "up_by")
    high = str(low + more) if more else ""
    goal = goal_of(condition, str(low), high, basis, polarity)
    assert from_dict(to_dict(goal), Goal) == goal
