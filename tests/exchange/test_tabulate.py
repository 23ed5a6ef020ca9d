"""What becomes which table."""

import pytest
from hypothesis import given

import govplan
from govplan.errors import InvalidValueError
from govplan.exchange import to_table
from govplan.testing import plans


@given(plans())
def test_every_target_of_a_plan_is_one_row(plan: govplan.Plan) -> None:
    """Promise: a plan's table has each target and part once, in the plan's order, and names its whole."""
    table = to_table(plan)
    assert list(table.column("target")) == [target.id for target in plan.walk()]
    paths = table.column("path")
    assert len(set(paths)) == len(paths)
    for row in table.mappings():
        assert (row["part_of"] is None) is (row["relation"] is None)


def test_several_plans_are_one_table() -> None:
    """Promise: the targets of several plans stand in one table, told apart by their plan."""
    plan = govplan.load_example("quangnam_2023")
    assert len(to_table([plan, plan]).rows) == 22


@pytest.mark.parametrize("thing", ["text", 3, None, [1], {}])
def test_what_has_no_table_is_refused(thing: object) -> None:
    """Promise: anything else is refused with what may be given."""
    with pytest.raises(InvalidValueError, match="give a plan"):
        to_table(thing)
