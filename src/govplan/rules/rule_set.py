"""The rules that there are, govplan's own and those of plug-ins; *not* here: asking them (`checking`)."""

from __future__ import annotations

from functools import cache, lru_cache

from govplan.rules import (  # the families
    across,
    allocations,
    baselines,
    contributions,
    divisions,
    indicators,
    judgements,
    links,
    milestones,
    neighbours,
    references,
    repetition,
    result_sums,
    results,
    structure,
    suppressing,
    targets,
    tasks,
    territory,
)
from govplan.rules.plugins import plugins
from govplan.rules.rule import Rule
from govplan.rules.settings import Settings

__all__ = ["RULES", "all_rules", "chosen_rules", "plugin_of"]

_FAMILIES = (
    *(structure, suppressing, indicators, tasks, territory),
    *(targets, divisions, allocations, baselines, milestones, repetition),
    *(references,),
    *(links, contributions),
    *(across, results, judgements, result_sums, neighbours),
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""Every rule of govplan itself, in the order of their codes."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, those of installed plug-ins among them, in the order of their codes.

    Raises:
        PluginError: a plug-in's rules cannot be used.

    >>> [rule.code for rule in all_rules()][:2]
    ['GP101', 'GP102']
    """
    brought = [rule for plugin in plugins(tuple(rule.code for rule in RULES)) for rule in plugin.rules]
    return tuple(sorted((*RULES, *brought), key=lambda rule: rule.code)) if brought else RULES


@lru_cache(maxsize=64)
def chosen_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that are asked under some settings, with the weights that they have there.

    Raises:
        InvalidSettingError: a code that no rule has or begins with.
        PluginError: a plug-in's rules cannot be used.
    """
    return settings.chosen(all_rules())


def plugin_of(code: str) -> str | None:
    """Return the name of the plug-in that brings a rule, None for govplan's own."""
    for plugin in plugins(tuple(rule.code for rule in RULES)):
        if any(rule.code == code for rule in plugin.rules):
            return plugin.name
    return None
