"""A plan and its targets as small tables for a notebook; *not* here: pages for people (`govplan.report`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.markup import facts_html, table_html
from govplan.model.plan import Plan
from govplan.model.target import Target
from govplan.model.wording import format_for, goal_in_words

__all__ = ["plan_html", "target_html"]

_INDENT = "\u2003"


def plan_html(plan: Plan) -> str:
    """Return a plan as a table of its targets, each part below its whole, under what the plan is called."""
    facts = (str(plan.issuer), str(plan.jurisdiction), str(plan.period))
    counts = f"{len(plan.targets)} chỉ tiêu, {len(plan.task_groups)} nhóm nhiệm vụ"
    rows = (row for target in plan.targets for row in _rows(target, 0))
    return table_html(f"{plan.title} ({'; '.join(facts)}): {counts}", ("Chỉ tiêu", "Mức đề ra"), rows)


def target_html(target: Target) -> str:
    """Return a target as a table of what it holds, with its parts where it has any."""
    facts = facts_html(
        target.indicator,
        (
            ("Mức đề ra", _goal(target)),
            ("Giá trị gốc", _baseline(target)),
            ("Thời hạn", target.horizon),
            ("Chủ trì", target.lead),
            ("Nguyên văn", target.stated),
        ),
    )
    rows = [row for part in target.parts for row in _rows(part, 0)]
    return f"{facts}{table_html('Gồm', ('Chỉ tiêu', 'Mức đề ra'), rows)}" if rows else facts


def _rows(target: Target, depth: int) -> Iterator[tuple[str, str]]:
    yield f"{_INDENT * depth}{target.indicator}", _goal(target)
    for part in target.parts:
        yield from _rows(part, depth + 1)


def _goal(target: Target) -> str:
    return goal_in_words(target.goal, "vi", target.indicator.unit)


def _baseline(target: Target) -> str:
    baseline, unit = target.baseline, target.indicator.unit
    if baseline is None:
        return ""
    words = [format_for(baseline.value, "vi"), str(unit or ""), f"({baseline.period})" if baseline.period else ""]
    return " ".join(filter(None, words))
