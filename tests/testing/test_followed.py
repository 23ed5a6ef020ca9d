"""Generated results of a target and of a plan; *not* here: results of any time (`test_strategies`)."""

from itertools import pairwise

from hypothesis import find, given
from hypothesis import strategies as st

from govplan.model import Plan
from govplan.testing import periods, plans, results_of, series
from govplan.values import Period


@given(st.data(), periods())
def test_a_series_leaves_no_gap(data: st.DataObject, within: Period) -> None:
    """It begins on the first day, each result begins where the last one ended, and none leaves the time."""
    found = [one.period for one in data.draw(series("jobs", within)) if one.period is not None]
    assert found[0].start == within.start
    assert within.covers(found[-1])
    assert all(one.precedes(two) for one, two in pairwise(found))


@given(st.data(), plans(sound=True))
def test_results_are_of_the_plans_targets(data: st.DataObject, plan: Plan) -> None:
    """No result names a target that the plan does not have."""
    ids = {target.id for headline in plan.targets for target in headline.walk()}
    assert {one.target for one in data.draw(results_of(plan))} <= ids


def test_results_come_late_and_early() -> None:
    """Among them are some that end beyond the target's time, and some of a single day."""
    plan = find(plans(sound=True), lambda plan: len(plan.targets) == 1 and plan.targets[0].horizon is None)
    assert find(results_of(plan), lambda found: any(one.period and one.period.end > plan.period.end for one in found))
    assert find(results_of(plan), lambda found: any(one.as_of for one in found))
