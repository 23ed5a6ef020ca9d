"""What `govplan rule` prints; *not* here: the words of its page (`govplan.rules.description`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govplan.cli.terminal import COLOURS, plain, say, say_json
from govplan.errors import GovplanError, Lang
from govplan.files import from_dict, loads
from govplan.files.document import read_values
from govplan.model import Observation
from govplan.rules import Example, Rule, all_rules, check, describe, plugin_of
from govplan.rules.settings import unknown_code
from govplan.values import Text

__all__ = ["page_of", "print_rules"]


def print_rules(codes: Sequence[str], form: str, lang: Lang) -> None:
    """Print the pages of rules, or for no code one line for each rule that there is.

    Raises:
        InvalidSettingError: a code that no rule has.
        PluginError: a plug-in's rules cannot be used.
    """
    known = {rule.code: rule for rule in all_rules()}
    for code in codes:
        if code.upper() not in known:
            raise unknown_code(code, known.values())
    wanted = [known[code.upper()] for code in codes] or list(known.values())
    if form == "json":
        shown = [_as_json(rule) for rule in wanted]
        say_json(shown[0] if len(codes) == 1 else shown)
    elif not codes:
        for rule in wanted:
            say(f"{rule.code}  {rule.severity.value:<8} {rule.summary.in_language(lang)}", colour=_colour(rule))
    else:
        for index, rule in enumerate(wanted):
            if index:
                say("")
            for line in page_of(rule, lang).splitlines():
                say(line, bold=line.startswith("#"))


def page_of(rule: Rule, lang: Lang, level: int = 1) -> str:
    """Return the page of a rule in Markdown, with what is reported of the example that breaks it."""
    return describe(rule, lang, plugin=plugin_of(rule.code), reported=_reported(rule, lang), level=level)


def _reported(rule: Rule, lang: Lang) -> list[str]:
    example = rule.bad
    if example is None:
        return []
    try:
        plan = loads(example.plan)
        others = [loads(text) for text in example.others]
        rows, _ = read_values(example.observations or "[]", "yaml")
        observations = [from_dict(row, Observation) for row in rows]
        # Results of an example are known when the plan's time is over.
        report = check(plan, observations=observations, others=others, as_of=plan.period.end)
    except GovplanError:
        # A plug-in's example may be no plan; its page is shown all the same.
        return []
    return [plain(finding.message(lang)) for finding in report.findings if finding.code == rule.code]


def _colour(rule: Rule) -> str:
    return COLOURS[rule.severity.value]


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "since": rule.since,
        "plugin": plugin_of(rule.code),
        "summary": _both(rule.summary),
        "explanation": _both(rule.explanation),
        "template": _both(rule.template),
        "bad": _example(rule.bad),
        "good": _example(rule.good),
    }


def _example(example: Example | None) -> dict[str, Any] | None:
    if example is None:
        return None
    return {"plan": example.plan, "others": list(example.others), "observations": example.observations}


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.in_language("vi"), "en": text.in_language("en")}
