"""The rules that there are, govplan's own and those of plug-ins; *not* here: asking them (`checking`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from operator import attrgetter

from govplan.rules import (  # the families
    across,
    allocations,
    baselines,
    contributions,
    divisions,
    documents,
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
    unfinished,
)
from govplan.rules.plugins import plugins
from govplan.rules.rule import Outcome, Rule
from govplan.rules.settings import Settings
from govplan.rules.survey import Survey

__all__ = ["RULES", "RuleTuple", "all_rules", "chosen_rules", "plugin_of"]

_FAMILIES = (
    *(structure, suppressing, indicators, tasks, territory, unfinished),
    *(targets, divisions, allocations, baselines, milestones, repetition),
    *(references, documents),
    *(links, contributions),
    *(across, results, judgements, result_sums, neighbours),
)

Question = tuple[int, Rule, Callable[[Survey], Iterator[Outcome]]]


class RuleTuple(tuple[Rule, ...]):
    """Rules in the order of their codes, with what asking them needs, found once."""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The code of each."""
        return tuple([rule.code for rule in self])

    def asked_of(self, laid_out: Survey) -> tuple[Question, ...]:
        """Return the rules that a survey has something for: the place of each, the rule, and how it looks.

        Plans have few things out of many, the same few again and again.
        """
        present = tuple(map(bool, self._lists(laid_out)))
        known = self._known.get(present)
        return self._find(present) if known is None else known

    @cached_property
    def _needs(self) -> tuple[str, ...]:
        # Two at least, so that a getter gives a tuple.
        return tuple(sorted({"targets", "references", *(rule.needs for rule in self if rule.needs is not None)}))

    @cached_property
    def _lists(self) -> Callable[[Survey], tuple[object, ...]]:
        return attrgetter(*self._needs)

    @cached_property
    def _known(self) -> dict[tuple[bool, ...], tuple[Question, ...]]:
        return {}

    def _find(self, present: tuple[bool, ...]) -> tuple[Question, ...]:
        there = {name for name, is_there in zip(self._needs, present, strict=True) if is_there}
        found = tuple(
            (place, rule, rule.look) for place, rule in enumerate(self) if rule.needs is None or rule.needs in there
        )
        if len(self._known) < _ENOUGH:
            self._known[present] = found
        return found


_ENOUGH = 1000

RULES = RuleTuple(sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code))
"""Every rule of govplan itself, in the order of their codes."""


@cache
def all_rules() -> RuleTuple:
    """Return every rule, those of installed plug-ins among them, in the order of their codes.

    Raises:
        PluginError: a plug-in's rules cannot be used.

    >>> [rule.code for rule in all_rules()][:2]
    ['GP101', 'GP102']
    """
    brought = [rule for plugin in plugins(tuple(rule.code for rule in RULES)) for rule in plugin.rules]
    return RuleTuple(sorted((*RULES, *brought), key=lambda rule: rule.code)) if brought else RULES


@lru_cache(maxsize=64)
def chosen_rules(settings: Settings) -> RuleTuple:
    """Return the rules that are asked under some settings, with the weights that they have there.

    Raises:
        InvalidSettingError: a code that no rule has or begins with.
        PluginError: a plug-in's rules cannot be used.
    """
    return RuleTuple(settings.chosen(all_rules()))


def plugin_of(code: str) -> str | None:
    """Return the name of the plug-in that brings a rule, None for govplan's own."""
    for plugin in plugins(tuple(rule.code for rule in RULES)):
        if any(rule.code == code for rule in plugin.rules):
            return plugin.name
    return None
