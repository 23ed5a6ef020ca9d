"""The page of two plans compared; *not* here: its looks (`templates`), and the comparing (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from govplan.aggregation import ChangeKind, GroupChange, TargetChange, compare
from govplan.errors import Lang
from govplan.model import Plan, Target
from govplan.model.wording import goal_in_words
from govplan.report.figures import amount
from govplan.report.headlines import Headline, facts_of
from govplan.report.phrases import phrases
from govplan.report.rendering import render

__all__ = ["comparison_page"]

# What a class of the page's style marks.
_KINDS = {
    ChangeKind.ADDED: "added",
    ChangeKind.DROPPED: "dropped",
    ChangeKind.RAISED: "raised",
    ChangeKind.LOWERED: "lowered",
    ChangeKind.REDEFINED: "apart",
    ChangeKind.INCOMPARABLE: "apart",
}


@frozen
class _Row:
    kinds: list[tuple[str, str]]
    name: str
    old: str
    new: str
    difference: str
    note: str


def comparison_page(old: Plan, new: Plan, *, mapping: Mapping[str, str] | None = None, lang: Lang = "vi") -> str:
    """Return what became of one plan in another as one page of HTML (trang so sánh hai kế hoạch).

    It is a page as `plan_page` makes it: no script, nothing from outside, everything escaped.

    Args:
        old: the plan that came first.
        new: the plan to hold against it.
        mapping: "plan-id/target-id" or an indicator's id → a common id, for what has none in common.
        lang: the language of the page's own words, and of texts that there are in both.

    Raises:
        MissingExtraError: jinja2 is not installed; it comes with the extra `report`.

    >>> from govplan.files import load_example
    >>> plan = load_example("quangnam_2023")
    >>> "Nothing changed." in comparison_page(plan, plan, lang="en")
    True
    """
    words, found = phrases(lang), compare(old, new, mapping=mapping)
    changed = [_row(change, lang) for change in found.changes if change.is_change]
    unchanged = [_row(change, lang) for change in found.changes if not change.is_change]
    before, after = facts_of(old, None, lang), facts_of(new, None, lang)
    return render(
        "comparison.html",
        lang,
        title=words["comparison"],
        old=old.title.in_language(lang),
        new=new.title.in_language(lang),
        facts=_side_by_side(before, after),
        has_changes=found.has_changes,
        headlines=[Headline(kind.in_language(lang), str(count), "", "changes") for kind, count in found.counts.items()],
        changed=changed,
        unchanged=unchanged,
        notes=[(row.name, row.note) for row in changed if row.note],
        groups=[_group(group, lang) for group in found.task_groups],
        anew=[document.text for document in found.documents.cited_anew],
        no_longer=[document.text for document in found.documents.no_longer_cited],
    )


def _side_by_side(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    one, two = dict(before), dict(after)
    return [(name, one.get(name, "–"), two.get(name, "–")) for name in dict.fromkeys([*one, *two])]


def _row(change: TargetChange, lang: Lang) -> _Row:
    old, new = _names(change.old, lang), _names(change.new, lang)
    return _Row(
        [(_KINDS.get(kind, ""), kind.in_language(lang)) for kind in change.kinds],
        old if old == new or not new else f"{old} → {new}" if old else new,
        _goals(change.old, lang),
        _goals(change.new, lang),
        _difference(change, lang),
        "" if change.note is None else change.note.message(lang),
    )


def _names(targets: Sequence[Target], lang: Lang) -> str:
    return "; ".join(target.indicator.name.in_language(lang) for target in targets)


def _goals(targets: Sequence[Target], lang: Lang) -> str:
    return "; ".join(goal_in_words(one.goal, lang, one.indicator.unit) for one in targets) or "–"


def _difference(change: TargetChange, lang: Lang) -> str:
    """Return by how much the goal moved: one figure where both bounds moved alike."""
    if change.difference is None:
        return ""
    unit = change.difference.unit
    bounds = [bound for bound in (change.difference.lower, change.difference.upper) if bound is not None]
    if not any(bounds):
        return ""
    shown = dict.fromkeys(amount(bound, unit, lang, is_change=True) for bound in bounds)
    return "; ".join(shown)


def _group(group: GroupChange, lang: Lang) -> tuple[str, str]:
    """Return what became of a task group, and its title."""
    one = group.new if group.new is not None else group.old
    title = "" if one is None else f"{one.ordinal}. {one.title.in_language(lang)}"
    if group.old is not None and group.new is not None:
        return phrases(lang)["group_renumbered"].format(old=group.old.ordinal, new=group.new.ordinal), title
    return group.kind.in_language(lang), title
