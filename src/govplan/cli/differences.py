"""What `govplan diff` prints; *not* here: the comparing (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import click

from govplan.aggregation import PlanComparison, TargetChange, compare
from govplan.aggregation.change import ChangeKind
from govplan.cli.reading import read_plan
from govplan.cli.tables import Heading, Line, print_table
from govplan.cli.terminal import say, say_json
from govplan.errors import Lang
from govplan.exchange import table_as_csv, to_table
from govplan.files import to_dict
from govplan.model import Target
from govplan.model.wording import format_for, goal_in_words

__all__ = ["print_difference"]

_WORDS = {
    "title": ("{old} → {new}", "{old} → {new}"),
    "change": ("Thay đổi", "Change"),
    "indicator": ("Chỉ tiêu", "Target"),
    "old": ("Trước", "Before"),
    "new": ("Sau", "After"),
    "difference": ("Chênh lệch", "Difference"),
    "same": ("{count} chỉ tiêu giữ nguyên", "{count} targets unchanged"),
    "none": ("Không có gì thay đổi.", "Nothing changed."),
    "groups": ("Nhóm nhiệm vụ", "Task groups"),
    "anew": ("Viện dẫn thêm", "Cited anew"),
    "no_longer": ("Không còn viện dẫn", "No longer cited"),
}
_STYLES = {
    ChangeKind.ADDED: "green",
    ChangeKind.DROPPED: "red",
    ChangeKind.LOWERED: "yellow",
    ChangeKind.REDEFINED: "magenta",
    ChangeKind.INCOMPARABLE: "magenta",
}


def print_difference(old: str, new: str, form: str, lang: Lang, mapping: Mapping[str, str]) -> None:
    """Print what became of every target of one plan in another.

    Args:
        old: the path of the plan that came first.
        new: the path of the other.
        form: "text", "json" or "csv".
        lang: the language of words.
        mapping: "plan-id/target-id" or an indicator's id to a common id.

    Raises:
        DatasetError: one of the two is no plan.
    """
    before, after = read_plan(old).plan, read_plan(new).plan
    comparison = compare(before, after, mapping=mapping or None)
    if form == "json":
        say_json(_as_json(comparison, lang))
    elif form == "csv":
        click.echo(table_as_csv(to_table(comparison)), nl=False)
    else:
        title = _word("title", lang).format(old=before.title.in_language(lang), new=after.title.in_language(lang))
        _print_text(comparison, title, lang)


def _print_text(comparison: PlanComparison, title: str, lang: Lang) -> None:
    shown = [change for change in comparison.changes if change.is_change]
    if not comparison.has_changes:
        say(_word("none", lang))
        return
    headings = [
        Heading(_word("change", lang), may_break=False),
        Heading(_word("indicator", lang)),
        Heading(_word("old", lang)),
        Heading(_word("new", lang)),
        Heading(_word("difference", lang), is_number=True),
    ]
    if shown:
        print_table(title, headings, [_line(change, lang) for change in shown])
    same = len(comparison.changes) - len(shown)
    if same:
        say(_word("same", lang).format(count=same))
    for change in shown:
        if change.note is not None:
            say(f"- {_name(change, lang)}: {change.note.message(lang)}")
    if comparison.task_groups:
        say(f"{_word('groups', lang)}:", bold=True)
        for group in comparison.task_groups:
            say(f"- {group}")
    for key, documents in (
        ("anew", comparison.documents.cited_anew),
        ("no_longer", comparison.documents.no_longer_cited),
    ):
        if documents:
            say(f"{_word(key, lang)}:", bold=True)
            for document in documents:
                say(f"- {document}")


def _line(change: TargetChange, lang: Lang) -> Line:
    kinds = ", ".join(kind.in_language(lang) for kind in change.kinds)
    style = next((_STYLES[kind] for kind in change.kinds if kind in _STYLES), "")
    return Line(
        (kinds, _name(change, lang), _goals(change.old, lang), _goals(change.new, lang), _by(change, lang)), 0, style
    )


def _name(change: TargetChange, lang: Lang) -> str:
    old, new = ("; ".join(one.indicator.name.in_language(lang) for one in side) for side in (change.old, change.new))
    return old if old == new or not new else f"{old} → {new}" if old else new


def _goals(targets: tuple[Target, ...], lang: Lang) -> str:
    return "; ".join(goal_in_words(one.goal, lang, one.indicator.unit) for one in targets) or "–"


def _by(change: TargetChange, lang: Lang) -> str:
    difference = change.difference
    if difference is None:
        return ""
    bounds = [bound for bound in (difference.lower, difference.upper) if bound is not None]
    if not any(bounds):
        return ""
    shown = [bounds[0]] if len(set(bounds)) == 1 else bounds
    unit = f" {difference.unit}" if difference.unit else ""
    return "; ".join(_signed(bound, lang) for bound in shown) + unit


def _signed(number: Decimal, lang: Lang) -> str:
    return ("+" if number > 0 else "") + format_for(number, lang)


def _as_json(comparison: PlanComparison, lang: Lang) -> dict[str, Any]:
    return {
        "old": comparison.old_id,
        "new": comparison.new_id,
        "counts": {kind.value: count for kind, count in comparison.counts.items()},
        "changes": [_change_as_json(change, lang) for change in comparison.changes],
        "task_groups": [
            {
                "change": group.kind.value,
                "old": group.old.ordinal if group.old else None,
                "new": group.new.ordinal if group.new else None,
                "title": next(str(one.title) for one in (group.new, group.old) if one is not None),
            }
            for group in comparison.task_groups
        ],
        "documents": {
            "cited_anew": [document.text for document in comparison.documents.cited_anew],
            "no_longer_cited": [document.text for document in comparison.documents.no_longer_cited],
        },
    }


def _change_as_json(change: TargetChange, lang: Lang) -> dict[str, Any]:
    difference = change.difference
    return {
        "kinds": [kind.value for kind in change.kinds],
        "old": [_side(path, one) for path, one in zip(change.old_paths, change.old, strict=True)],
        "new": [_side(path, one) for path, one in zip(change.new_paths, change.new, strict=True)],
        "difference": None
        if difference is None
        else {
            "lower": None if difference.lower is None else f"{difference.lower:f}",
            "upper": None if difference.upper is None else f"{difference.upper:f}",
            "unit": str(difference.unit) if difference.unit else None,
        },
        "note": {"code": change.note.code, "message": change.note.message(lang)} if change.note else None,
    }


def _side(path: str, target: Target) -> dict[str, Any]:
    return {"path": path, "id": target.id, "indicator": str(target.indicator.name), "goal": to_dict(target)["goal"]}


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
