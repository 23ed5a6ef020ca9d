"""Rules that other packages bring by the entry point group `govplan.rules`; *not* here: govplan's own.

An entry point names a `Rule` or a list of them. Its code is what tells it apart: it may not be taken, nor begin as
those of govplan do. A rule that raises while it looks is reported as not checked, and the plug-in is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from attrs import evolve, frozen

from govplan.errors import Lang, PluginError
from govplan.rules.examples import Example
from govplan.rules.finding import Fix, Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import Survey
from govplan.values import Text

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "RULE_FAILED", "Plugin", "plugins"]

GROUP = "govplan.rules"
"""The entry point group that plug-ins declare their rules in."""

RULE_FAILED = "rule_failed"
"""The reason of what a plug-in's rule could not judge because it raised."""

_CODE = re.compile("(?!GP[0-9])[A-Z]{1,8}[0-9]{3,4}")


@frozen
class Plugin:
    """A package's own rules (phần mở rộng), by the name of its entry point."""

    name: str
    rules: tuple[Rule, ...]


# Pure as far as one process can tell: what is installed is looked for once.
@cache
def plugins(taken: tuple[str, ...]) -> tuple[Plugin, ...]:
    """Return the plug-ins that are installed, in the order of their names.

    Args:
        taken: the codes that they may not use.

    Raises:
        PluginError: one cannot be imported, brings no rules, or rules that cannot be used.
    """
    # Looking at what is installed costs as much as many plans; who only reads their results does without.
    from importlib.metadata import entry_points

    found: list[Plugin] = []
    owners = dict.fromkeys(taken, "govplan")
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        rules = _loaded(entry)
        for rule in rules:
            if rule.code in owners:
                raise _broken(
                    entry,
                    f"the code {rule.code} is taken by {owners[rule.code]}",
                    f"mã {rule.code} đã thuộc về {owners[rule.code]}",
                )
            owners[rule.code] = entry.name
        found.append(Plugin(entry.name, tuple([_guarded(rule, entry.name) for rule in rules])))
    return tuple(found)


def _loaded(entry: EntryPoint) -> tuple[Rule, ...]:
    try:
        loaded = entry.load()
        rules = (loaded,) if isinstance(loaded, Rule) else tuple(loaded)
    except Exception as error:  # whatever it is, it is the plug-in's, and told as such
        raise _broken(entry, _words(error), _words(error)) from None
    for rule in rules:
        if not isinstance(rule, Rule):
            raise _broken(entry, f"it brings {rule!r:.80}, which is no Rule", f"{rule!r:.80} không phải là Rule")
        if not (isinstance(rule.code, str) and _CODE.fullmatch(rule.code)):
            raise _broken(
                entry,
                f"{rule.code!r:.40} is no code for it: write capital letters other than GP, and three or four digits",
                f"{rule.code!r:.40} không dùng làm mã được: hãy viết chữ hoa khác GP, rồi ba hoặc bốn chữ số",
            )
        wrong = _wrong_field(rule)
        if wrong is not None:
            raise _broken(
                entry,
                f"{rule.code} has {getattr(rule, wrong)!r:.60} as its {wrong}",
                f"{rule.code} có {wrong} là {getattr(rule, wrong)!r:.60}",
            )
    return rules


def _wrong_field(rule: Rule) -> str | None:
    """Return the name of a field that holds what no rule can have there, None where all are good."""
    kinds: dict[str, type[Any]] = {"name": str, "severity": Severity, "since": str}
    kinds |= dict.fromkeys(("summary", "explanation", "template"), Text)
    for name, kind in kinds.items():
        if not isinstance(getattr(rule, name), kind):
            return name
    for name in ("bad", "good"):
        if not isinstance(getattr(rule, name), Example | None):
            return name
    has_list = isinstance(rule.needs, str) and hasattr(Survey, rule.needs)
    return None if rule.needs is None or has_list else "needs"


def _broken(entry: EntryPoint, en: str, vi: str) -> PluginError:
    return PluginError(
        f"plug-in {entry.name!r:.60} ({entry.value:.80}) cannot be used: {en}; mend it or uninstall it",
        f"không dùng được phần mở rộng {entry.name!r:.60} ({entry.value:.80}): {vi}; hãy sửa hoặc gỡ cài đặt",
    )


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split()):.200}"


def _guarded(rule: Rule, plugin: str) -> Rule:
    look = rule.look

    def guarded(survey: Survey) -> Iterator[Outcome]:
        try:
            for outcome in look(survey):
                yield _understood(rule, outcome)
        except Exception as error:  # a plug-in's fault keeps no other rule from being asked
            text = message(
                "the rule {code} of the plug-in {plugin} failed ({error}); tell its authors",
                code=rule.code,
                plugin=plugin,
                error=_words(error),
            )
            yield Missed("", RULE_FAILED, text)

    return evolve(rule, look=guarded)


def _understood(rule: Rule, outcome: Outcome) -> Outcome:
    """Return an outcome, once it is certain that it can be told in words."""
    if isinstance(outcome, int):
        return outcome
    if isinstance(outcome, Hit | Missed) and isinstance(outcome.path, str):
        said = rule.finding(outcome) if isinstance(outcome, Hit) else rule.not_checked(outcome)
        for lang in get_args(Lang):
            said.message(lang)
        if isinstance(outcome, Missed) or isinstance(outcome.fix, Fix | None):
            return outcome
    raise TypeError(f"{outcome!r:.80} is no outcome of a rule")
