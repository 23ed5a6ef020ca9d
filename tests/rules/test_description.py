"""A rule's page: what stands in it, in which language; *not* here: where it is shown."""

from typing import Any

import pytest

from govplan import loads
from govplan.rules import RULES, Example, Rule, Severity, describe
from govplan.rules.description import SEVERITIES
from govplan.values import Text


def made(**more: Any) -> Rule:
    """Return a rule of some plug-in."""
    words = {"summary": Text("Một", "One"), "explanation": Text("Hai", "Two"), "template": Text("Ba", "Three")}
    return Rule(
        code="X001", name="short", severity=Severity.INFO, look=lambda survey: iter(()), since="2.0", **(words | more)
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_speaks_one_language(rule: Rule, lang: Any) -> None:
    """Every heading and sentence is in the language asked for, none in the other one."""
    page, other = describe(rule, lang), describe(rule, "en" if lang == "vi" else "vi")
    headings = [line for line in page.splitlines() if line.startswith("## ")]
    assert len(headings) == 3
    assert set(headings).isdisjoint(other.splitlines())
    assert SEVERITIES[rule.severity].in_language(lang) in page
    assert rule.summary.in_language("en" if lang == "vi" else "vi") not in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_plan_on_a_page_is_whole(rule: Rule) -> None:
    """What stands in a block can be copied into a file and checked; the last one shows how to accept."""
    blocks = [block.split("```")[0] for block in describe(rule).split("```yaml\n")[1:]]
    assert [loads(block).id for block in blocks if block.startswith("govplan:")]
    assert blocks[-1].startswith(f"suppress:\n  - rule: {rule.code}\n")


def test_what_lies_beside_an_example_is_shown_with_it() -> None:
    """Other plans and results stand below the plan that they are checked with."""
    page = describe(made(bad=Example("a", ("b", "c"), "d")))
    assert "```yaml\na\n```\n\nChecked beside this plan:\n\n```yaml\nb\n```\n\n```yaml\nc\n```\n\n" in page
    assert "Checked beside these results:\n\n```yaml\nd\n```\n" in page


def test_what_is_reported_stands_below_the_bad_example() -> None:
    """A reader sees which sentence comes of which plan."""
    page = describe(made(bad=Example("a"), good=Example("b")), "vi", reported=["x", "y"])
    assert page.index("```yaml\na\n```\n\nKết quả kiểm tra:\n\n- x\n- y\n\n## Đúng quy tắc") > 0


def test_a_page_says_whose_rule_it_is() -> None:
    """One of govplan has a version of govplan, one of a plug-in the plug-in's name; headings begin where they fit."""
    assert describe(made()).startswith("# X001: short\n\nnote; since version 2.0\n\n**One.**\n\nTwo\n\n## ")
    assert describe(made(), plugin="office", level=3).startswith("### X001: short\n\nnote; from the plug-in office\n")
