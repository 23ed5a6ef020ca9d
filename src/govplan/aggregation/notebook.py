"""Sums, assessments and comparisons as small tables for a notebook; *not* here: pages (`govplan.report`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from govplan.aggregation.aggregates import Aggregate, Aggregation
from govplan.aggregation.assessment import Assessment, TargetAssessment
from govplan.aggregation.comparison import PlanComparison
from govplan.aggregation.rounding import percent, rounded
from govplan.markup import table_html
from govplan.model.target import Target
from govplan.model.wording import format_for, goal_in_words

__all__ = ["aggregation_html", "assessment_html", "comparison_html"]

_INDENT = "\u2003"


def aggregation_html(found: Aggregation) -> str:
    """Return the results of adding up, each with its coverage or the reason why there is none."""
    rows = ((group.name, group.period, _figure(group), group.coverage.line("vi")) for group in found.groups)
    of = "kết quả" if found.of == "actual" else "mức đề ra"
    caption = f"Tổng hợp {of}; {len(found.left_out)} chỉ tiêu không đưa vào"
    return table_html(caption, ("Chỉ tiêu", "Kỳ", "Tổng hợp", "Có số liệu"), rows)


def _figure(group: Aggregate) -> str:
    if group.refusal is not None:
        return group.refusal.message("vi")
    if group.goal is not None:
        return goal_in_words(group.goal, "vi", group.unit)
    known: list[Decimal | Fraction | None] = [group.value] if group.value is not None else [*(group.quotients or ())]
    numbers = dict.fromkeys(_printed(number) for number in known if number is not None)
    return f"{' – '.join(numbers)} {group.unit or ''}".strip()


def _printed(number: Decimal | Fraction) -> str:
    return format_for(number, "vi") if isinstance(number, Decimal) else f"≈ {format_for(rounded(number, 2), 'vi')}"


def assessment_html(found: Assessment) -> str:
    """Return what has become of each target, parts below their wholes, under the line of the report."""
    rows = (row for target in found.targets for row in _assessed(target, 0))
    caption = f"{found.plan_id}, đến {found.as_of.isoformat()}: {found.scorecard.line('vi')}"
    return table_html(
        caption,
        ("Chỉ tiêu", "Mức đề ra", "Thực hiện", "So với đề ra", "Đánh giá"),
        rows,
    )


def _assessed(one: TargetAssessment, depth: int) -> Iterator[tuple[str, ...]]:
    yield (
        f"{_INDENT * depth}{one.target.indicator}",
        _goal(one.target),
        "–" if one.actual is None else format_for(one.actual.number, "vi"),
        "–" if one.share.value is None else percent(one.share.value),
        str(one.attainment),
    )
    for part in one.parts:
        yield from _assessed(part, depth + 1)


def comparison_html(found: PlanComparison) -> str:
    """Return what became of each target, before and after."""
    rows = (
        (
            ", ".join(map(str, change.kinds)),
            "; ".join(dict.fromkeys(str(target.indicator) for target in (*change.old, *change.new))),
            "; ".join(map(_goal, change.old)) or "–",
            "; ".join(map(_goal, change.new)) or "–",
        )
        for change in found.changes
    )
    return table_html(
        f"{found.old_id} → {found.new_id}: {found}",
        ("Thay đổi", "Chỉ tiêu", "Trước", "Sau"),
        rows,
    )


def _goal(target: Target) -> str:
    return goal_in_words(target.goal, "vi", target.indicator.unit)
