"""Every rule from both sides, on any sound plan: silent without its fault, and saying that and nothing else with it."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planting import PLANTERS

from govplan.model import Plan
from govplan.rules import RULES, Report, check
from govplan.testing import plans

SOUND = plans(sound=True, max_targets=2, max_parts=2, max_task_groups=2)


def found(report: Report) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.path) for finding in report.findings)


def test_every_rule_has_a_fault_that_can_be_planted() -> None:
    """No rule is added without a fault for it in `tests/planting`, and no fault is for a rule that went."""
    assert sorted(PLANTERS) == [rule.code for rule in RULES]


@pytest.mark.parametrize("code", sorted(PLANTERS))
@settings(max_examples=20)
@given(plan=SOUND, data=st.data())
def test_a_planted_fault_is_found_and_nothing_else(code: str, plan: Plan, data: st.DataObject) -> None:
    """A sound plan breaks no rule; with one fault more it breaks that rule, once, there, and no other."""
    pair = PLANTERS[code](data.draw, plan)
    sound, faulty = pair.sound.report(), pair.faulty.report()
    assert found(check(plan)) == found(sound) == Counter()
    assert found(faulty) == Counter({(code, pair.path): 1})


@pytest.mark.parametrize("code", sorted(PLANTERS))
@settings(max_examples=10)
@given(plan=SOUND, data=st.data())
def test_a_fault_is_looked_at_before_it_is_planted(code: str, plan: Plan, data: st.DataObject) -> None:
    """Silence is no oversight: the rule looks at what is sound there, as often as at what is not."""
    pair = PLANTERS[code](data.draw, plan)
    sound, faulty = pair.sound.report(), pair.faulty.report()
    looked = {one.code: one.count for one in sound.checked}
    assert looked[code] > 0
    assert {one.code: one.count for one in faulty.checked}[code] > 0
