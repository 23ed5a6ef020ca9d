"""What `govplan show` prints: a plan as a tree, and as JSON; *not* here: judging it (`checks`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from govplan.cli.citations import reference_as_json
from govplan.cli.terminal import plain
from govplan.errors import Lang, MissingExtraError
from govplan.files import to_dict
from govplan.model import Plan, Relation, Target, TaskGroup
from govplan.model.wording import goal_in_words, relation_in_words

if TYPE_CHECKING:
    from rich.tree import Tree

__all__ = ["plan_as_json", "print_plan"]

_WORDS = {
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "jurisdiction": ("Đơn vị hành chính", "Jurisdiction"),
    "period": ("Kỳ", "Period"),
    "issued": ("Ngày ban hành", "Issued"),
    "targets": ("Chỉ tiêu", "Targets"),
    "groups": ("Nhóm nhiệm vụ", "Task groups"),
    "basis": ("Căn cứ", "Legal basis"),
    "serves": ("phục vụ", "serves"),
    "malformed": ("sai thể thức", "malformed"),
    "notes": ("Ghi chú", "Notes"),
}


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]


def print_plan(plan: Plan, lang: Lang) -> None:
    """Print a plan as a tree; a terminal gets colours and its own width, a file neither.

    Raises:
        MissingExtraError: rich is not installed.
    """
    try:
        from rich.console import Console
    except ImportError:
        raise MissingExtraError(
            "show draws its tree with rich: it is not installed; run: pip install govplan[cli], or use --format json",
            "show vẽ cây bằng rich: chưa được cài; hãy chạy: pip install govplan[cli], hoặc dùng --format json",
        ) from None
    console = Console()
    if not console.is_terminal:
        console = Console(width=120, color_system=None)
    # Printed by click: rich itself would end the program with status 1 when the reader of a pipe has enough.
    with console.capture() as captured:
        console.print(_plan_tree(plan, lang))
    click.echo(captured.get(), nl=False, color=console.is_terminal)


def _line(text: str, style: str = "") -> Any:
    from rich.text import Text as Styled

    # As plain text, never as markup: a title in square brackets is a title.
    return Styled(plain(text), style=style)


def _plan_tree(plan: Plan, lang: Lang) -> Tree:
    from rich.tree import Tree

    tree = Tree(_line(plan.title.in_language(lang), "bold"))
    tree.add(_line(f"{_word('issuer', lang)}: {plan.issuer.name.in_language(lang)}"))
    tree.add(_line(f"{_word('jurisdiction', lang)}: {plan.jurisdiction}"))
    issued = f"; {_word('issued', lang)}: {plan.issued.isoformat()}" if plan.issued else ""
    tree.add(_line(f"{_word('period', lang)}: {plan.period}{issued}"))
    if plan.legal_basis:
        basis = tree.add(_line(f"{_word('basis', lang)} ({len(plan.legal_basis)})", "bold"))
        for reference in plan.legal_basis:
            basis.add(_line(reference.text))
    targets = tree.add(_line(f"{_word('targets', lang)} ({len(plan.targets)})", "bold"))
    for target in plan.targets:
        _add_target(targets, target, lang)
    groups = tree.add(_line(f"{_word('groups', lang)} ({len(plan.task_groups)})", "bold"))
    for group in plan.task_groups:
        _add_group(groups, group, lang)
    return tree


def _add_target(branch: Tree, target: Target, lang: Lang) -> None:
    indicator = target.indicator
    line = _line(f"{indicator.name.in_language(lang)}: ")
    line.append(plain(goal_in_words(target.goal, lang, indicator.unit)), style="green")
    node = branch.add(line)
    for breakdown in target.breakdowns:
        by = f" ({breakdown.by.in_language(lang)})" if breakdown.by else ""
        parts = node.add(_line(f"{relation_in_words(breakdown.relation, lang)}{by}", "dim"))
        for part in breakdown.parts:
            _add_target(parts, part, lang)


def _add_group(branch: Tree, group: TaskGroup, lang: Lang) -> None:
    node = branch.add(_line(f"{group.ordinal}. {group.title.in_language(lang)}"))
    if group.targets:
        node.add(_line(f"{_word('serves', lang)}: {', '.join(group.targets)}", "dim"))
    for reference in group.legal_references:
        line = _line(reference.text, "cyan")
        if not reference.well_formed:
            line.append(f"  [{_word('malformed', lang)}: {plain(reference.designation)}]", style="yellow")
        node.add(line)


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Return a plan laid flat for programs: every target and part, every group, every document cited, in order."""
    form = to_dict(plan)
    return {
        **{key: form[key] for key in ("id", "title", "issuer", "jurisdiction", "period", "issued") if key in form},
        "targets": [row for target in plan.targets for row in _target_rows(target, None, None)],
        "task_groups": [
            {
                "ordinal": group.ordinal,
                "title": to_dict(group.title),
                "targets": list(group.targets),
                "legal_references": [reference.text for reference in group.legal_references],
            }
            for group in plan.task_groups
        ],
        "legal_references": _references(plan),
    }


def _target_rows(target: Target, parent: str | None, relation: Relation | None) -> list[dict[str, Any]]:
    unit = target.indicator.unit
    rows = [
        {
            "id": target.id,
            "parent": parent,
            "relation": relation.value if relation else None,
            "name": to_dict(target.indicator.name),
            "unit": str(unit) if unit else None,
            "measure": target.indicator.measure.value if target.indicator.measure else None,
            "goal": to_dict(target)["goal"],
            "text": {lang: goal_in_words(target.goal, lang, unit) for lang in ("vi", "en")},
        }
    ]
    for breakdown in target.breakdowns:
        for part in breakdown.parts:
            rows.extend(_target_rows(part, target.id, breakdown.relation))
    return rows


def _references(plan: Plan) -> list[dict[str, Any]]:
    rows = [{**reference_as_json(item), "cited_in": None} for item in plan.legal_basis]
    for group in plan.task_groups:
        rows.extend({**reference_as_json(item), "cited_in": group.ordinal} for item in group.legal_references)
    return rows
