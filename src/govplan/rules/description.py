"""A rule as a page for people, in Markdown; *not* here: where the page is shown."""

from __future__ import annotations

from collections.abc import Sequence

from govplan.errors import Lang
from govplan.rules.examples import Example
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Rule
from govplan.values import Text

__all__ = ["SEVERITIES", "describe"]

SEVERITIES = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.INFO: message("note"),
}
"""What people call a severity."""

_SINCE = message("since version {version}")
_FROM = message("from the plug-in {plugin}")
_BAD = message("Breaks the rule")
_REPORTED = message("This is reported:")
_GOOD = message("Does not break it")
_OTHERS = message("Checked beside this plan:")
_RESULTS = message("Checked beside these results:")
_ACCEPTING = message("Accepting a finding")
_HOW = message("What is so in the document itself is accepted in the plan file, with the reason:")
_WHY = message("why it is so in the document")


def describe(
    rule: Rule, lang: Lang = "en", *, plugin: str | None = None, reported: Sequence[str] = (), level: int = 1
) -> str:
    """Return all that there is to say of a rule, in one language.

    Args:
        rule: the rule.
        lang: the language.
        plugin: the name of the plug-in that brings it, None for govplan itself.
        reported: what is reported of the example that breaks it.
        level: of how many number signs the heading is.

    >>> from govplan.rules import RULES
    >>> describe(RULES[0]).splitlines()[0]
    '# GP101: duplicate-id'
    """
    marks = "#" * level

    def said(text: Text) -> str:
        return text.in_language(lang)

    since = said(_SINCE).format(version=rule.since) if plugin is None else said(_FROM).format(plugin=plugin)
    parts = [
        f"{marks} {rule.code}: {rule.name}",
        f"{said(SEVERITIES[rule.severity])}; {since}",
        f"**{said(rule.summary)}.**",
        said(rule.explanation),
    ]
    for heading, example in ((_BAD, rule.bad), (_GOOD, rule.good)):
        if example is not None:
            parts += [f"{marks}# {said(heading)}", *_blocks(example, lang)]
        if heading is _BAD and reported:
            parts += [said(_REPORTED), "\n".join(f"- {line}" for line in reported)]
    accepted = f"suppress:\n  - rule: {rule.code}\n    path: /…\n    reason: {said(_WHY)}"
    parts += [f"{marks}# {said(_ACCEPTING)}", said(_HOW), _block(accepted)]
    return "\n\n".join(parts) + "\n"


def _blocks(example: Example, lang: Lang) -> list[str]:
    parts = [_block(example.plan)]
    if example.others:
        parts += [_OTHERS.in_language(lang), *map(_block, example.others)]
    if example.observations is not None:
        parts += [_RESULTS.in_language(lang), _block(example.observations)]
    return parts


def _block(text: str) -> str:
    return f"```yaml\n{text.strip()}\n```"
