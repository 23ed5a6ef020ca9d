"""`govplan rule`: every rule explained where it is asked about; *not* here: what its page says of it."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

import govplan
from govplan.cli.rule_pages import page_of
from govplan.rules import RULES, Example, Rule, Severity
from govplan.values import Text

Run = Callable[..., Result]


def test_without_a_code_every_rule_has_a_line(run: Run) -> None:
    """Code, severity and summary, in the order of the codes, in the language asked for."""
    lines = run("rule").stdout.splitlines()
    assert len(lines) == len(RULES)
    for line, rule in zip(lines, RULES, strict=True):
        assert line.split(maxsplit=2) == [rule.code, rule.severity.value, rule.summary.en]
    assert run("rule", "--lang", "vi").stdout.splitlines()[0].endswith(str(RULES[0].summary.vi))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_its_examples(run: Run, rule: Rule) -> None:
    """Both plans are shown whole, with what is reported of the first, in both languages."""
    assert rule.bad is not None
    assert rule.good is not None
    for lang in ("vi", "en"):
        result = run("rule", rule.code, "--lang", lang)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith(f"# {rule.code}: {rule.name}\n")
        for text in (rule.summary, rule.explanation):
            assert text.in_language(lang) in result.stdout  # type: ignore[arg-type]
        assert rule.bad.plan.strip() in result.stdout
        assert rule.good.plan.strip() in result.stdout
    assert "\nThis is reported:\n\n- " in run("rule", rule.code).stdout


def test_several_rules_are_explained_one_after_another(run: Run) -> None:
    """In the order in which they were asked for; small letters will do."""
    result = run("rule", "gp203", "GP101")
    assert result.stdout.index("# GP203: ") < result.stdout.index("# GP101: ")


def test_json_holds_all_there_is(run: Run) -> None:
    """One object for one code, a list otherwise; texts in both languages, examples as text."""
    shown = json.loads(run("rule", "GP201", "--format", "json").stdout)
    rule = next(rule for rule in RULES if rule.code == "GP201")
    assert rule.bad is not None
    assert shown.keys() == {
        *("code", "name", "severity", "since", "plugin", "summary", "explanation", "template", "bad", "good")
    }
    assert (shown["severity"], shown["since"], shown["plugin"]) == ("error", "0.1", None)
    assert shown["summary"] == {"vi": rule.summary.vi, "en": rule.summary.en}
    assert shown["bad"] == {"plan": rule.bad.plan, "others": [], "observations": None}
    assert [one["code"] for one in json.loads(run("rule", "--format", "json").stdout)] == [rule.code for rule in RULES]
    assert len(json.loads(run("rule", "GP201", "GP202", "--format", "json").stdout)) == 2


def test_an_unknown_code_is_one_sentence(run: Run) -> None:
    """The nearest one is named."""
    result = run("rule", "GP2O3")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("no such rule: found 'GP2O3'; did you mean GP2")
    assert "không có quy tắc này" in run("rule", "XYZ", "--lang", "vi").stderr


def test_headings_are_bold_on_a_terminal_only(run: Run) -> None:
    """A pipe gets Markdown, a terminal the same words with emphasis."""
    assert "\x1b" not in run("rule", "GP101").stdout
    assert "\x1b[1m# GP101" in run("rule", "GP101", color=True).stdout
    assert "\x1b[31m\x1b[22mGP101" in run("rule", color=True).stdout


def test_a_rule_without_examples_has_a_page_too() -> None:
    """A plug-in may bring none, or one that is no plan; what there is is shown."""
    words = Text("a", "b")
    bare = Rule("X001", "short", Severity.INFO, words, words, words, lambda survey: iter(()), since="1")
    assert page_of(bare, "en").startswith("# X001: short\n\nnote; since version 1\n\n**b.**\n\nb\n\n## Accepting")
    broken = Rule(
        "X001", "short", Severity.INFO, words, words, words, lambda survey: iter(()), since="1", bad=Example("no plan")
    )
    assert "```yaml\nno plan\n```" in page_of(broken, "en")
    assert "This is reported" not in page_of(broken, "en")
    assert page_of(bare, "en", level=2).startswith("## X001")


def test_the_example_of_a_rule_can_be_checked_as_it_is_printed(run: Run) -> None:
    """Who copies the plan from the page sees the finding of the page."""
    page = run("rule", "GP201").stdout
    plan = page.split("```yaml\n")[1].split("```")[0]
    assert [finding.code for finding in govplan.check(govplan.loads(plan)).findings] == ["GP201"]
