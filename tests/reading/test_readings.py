"""What clauses take over from those before them."""

from govplan.model import Goal
from govplan.reading.commitments import read_commitments


def test_comparators_are_said_once():
    """The words "khoảng" and "ít nhất" cover the figures that lead their clauses in a list, and end at a new name."""
    goals = [one.goal for one in read_commitments("Khoảng 900 người nhóm 1 và 500 người nhóm 2 được hỗ trợ.").found]
    assert goals == [Goal.about(900).toward(goals[0].direction), Goal.about(500).toward(goals[1].direction)]
    assert read_commitments("Chỉ số a khoảng 4%, chỉ số b 5%.").found[1].goal == Goal.at_least(5)


def test_changes_are_said_once():
    """A verb of change covers the bare figures of its list, in the same unit."""
    found = read_commitments("Giảm tỷ lệ hộ nghèo 2%, hộ cận nghèo 1%.").found
    assert [one.goal for one in found] == [Goal.reduce_by(2), Goal.reduce_by(1)]


def test_parts_take_the_unit_of_the_whole():
    """A part without a unit has the whole's."""
    [whole] = read_commitments("Đào tạo 900 người, trong đó huyện A 500, huyện B 400.").found
    assert [part.printed_unit for part in whole.parts] == ["người", "người"]
