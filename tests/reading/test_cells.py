"""Goals in cells of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.model import Goal
from govplan.reading.cells import LONGEST, read_cell


@pytest.mark.parametrize(
    ("cell", "unit", "goal"),
    [
        ("Dưới 4", "%", Goal.below(4)),
        ("60-62", "%", Goal.between(60, 62)),
        ("≥ 95", "%", Goal.at_least(95)),
        ("> 95", "%", Goal.above(95)),
        ("tăng 8%", "", Goal.increase_by_percent(8)),
        ("15.000", "người", Goal.at_least(15000)),
        ("từ 60 trở lên", "%", Goal.at_least(60)),
        ("Khoảng 7", "%", Goal.about(7)),
        ("giảm còn 3", "%", Goal.reduce_to(3)),
        ("1.250,5", "tỷ đồng", Goal.at_least("1250.5")),
    ],
)
def test_cells(cell, unit, goal):
    """A cell asks for what the same words ask for in prose."""
    assert read_cell(cell, unit) == goal


@pytest.mark.parametrize("cell", ["", "-", "x", "Đạt chuẩn", "10; 20", "1" * (LONGEST + 1)])
def test_other_cells_hold_no_goal(cell):
    """A cell without one figure has no goal that can be computed."""
    assert read_cell(cell, "%") is None


def test_the_name_tells_points_from_percent():
    """A share goes down by points, a count by percent; where less is better a bare figure is a ceiling."""
    assert read_cell("giảm 0,5", "%", "Tỷ lệ hộ nghèo") == Goal.reduce_by("0.5")
    assert read_cell("giảm 5%", "", "Số vụ tai nạn giao thông") == Goal.reduce_by_percent(5)
    assert read_cell("3", "%", "Tỷ lệ hộ nghèo") == Goal.at_most(3)


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=40))
def test_no_cell_raises(cell, unit, name):
    """Whatever a cell holds, it gives a goal or none."""
    assert isinstance(read_cell(cell, unit, name), Goal | None)
