"""The examples of the rules: each is run; *not* here: what else the rules find."""

from datetime import date

import pytest
import yaml

import govplan
from govplan.model import Observation
from govplan.rules import RULES, Example, Report, Rule
from govplan.rules.examples import shipped_example


def checked(example: Example) -> Report:
    """Return what checking an example says, beside the plans and results that it comes with."""
    plan = govplan.loads(example.plan, format="yaml")
    others = [govplan.loads(text, format="yaml") for text in example.others]
    # Read as plan files are: every scalar is the text that was written.
    forms = yaml.load(example.observations or "[]", Loader=yaml.BaseLoader)
    observations = [govplan.from_dict(form, Observation) for form in forms]
    # All examples are of 2023 and earlier years, and are looked at when that is over.
    return govplan.check(plan, observations=observations, others=others, as_of=date(2023, 12, 31))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_its_rule_and_no_other(rule: Rule) -> None:
    """What a rule shows as its fault is found as that, and nothing in it is worse."""
    assert rule.bad is not None, f"write src/govplan/rules/examples/{rule.code}-bad.yaml"
    report = checked(rule.bad)
    assert rule.code in {finding.code for finding in report.findings}
    assert {finding.code for finding in report.errors} <= {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_does_not_break_its_rule(rule: Rule) -> None:
    """What a rule shows as right is right: the rule looks at it and has nothing to say, nor has any other error."""
    assert rule.good is not None, f"write src/govplan/rules/examples/{rule.code}-good.yaml"
    report = checked(rule.good)
    assert rule.code not in {finding.code for finding in report.findings}
    assert report.errors == ()
    assert {checked.code: checked.count for checked in report.checked}[rule.code] > 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples_are_short(rule: Rule) -> None:
    """A reader sees the fault at once: no example is longer than a screen, and both are nearly the same."""
    for example in (rule.bad, rule.good):
        assert example is not None
        assert len(example.plan.splitlines()) <= 30


def test_no_example_is_without_its_rule() -> None:
    """A code that no rule has shows nothing."""
    assert shipped_example("GP000", "bad") is None
