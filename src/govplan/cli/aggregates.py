"""What `govplan aggregate` prints; *not* here: the adding (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import click

from govplan.aggregation import Aggregate, Aggregation, Refusal, aggregate, rounded
from govplan.cli.progress import followed
from govplan.cli.reading import STDIN, read_plan
from govplan.cli.tables import Heading, Line, print_table
from govplan.cli.terminal import say, say_json
from govplan.errors import Lang
from govplan.exchange import table_as_csv, to_table
from govplan.files import to_dict
from govplan.files.results import load_results, results_file
from govplan.model import Basis, Observation, Plan
from govplan.model.wording import format_for, goal_in_words

__all__ = ["Wanted", "print_aggregation"]

_WORDS = {
    "reading": ("đọc", "reading"),
    "goals": ("Tổng hợp mức đề ra của {count} kế hoạch", "Goals of {count} plans together"),
    "results": ("Tổng hợp kết quả của {count} kế hoạch", "Results of {count} plans together"),
    "indicator": ("Chỉ tiêu", "Indicator"),
    "period": ("Kỳ", "Period"),
    "places": ("Địa bàn", "Places"),
    "total": ("Tổng hợp", "Together"),
    "coverage": ("Có số liệu", "Coverage"),
    "count": ("{count} đơn vị", "{count} places"),
    "none": ("Không có gì để tổng hợp.", "Nothing to add up."),
    "refused": ("Không tính được", "Not computed"),
    "left_out": ("Không đưa vào", "Left out"),
    "points": ("điểm %", "percentage points"),
    "without": ("thiếu {names}", "without {names}"),
}
_SHOWN_PLACES, _SHOWN_NAMES = 2, 8
_ROUNDED = 2


class Wanted(NamedTuple):
    """What is to be added up and how, as `govplan.aggregate` takes it."""

    of: Literal["goal", "actual"]
    by: Sequence[str]
    mapping: Mapping[str, str]
    weights: Mapping[str, Decimal] | str | None
    missing: Literal["present", "refuse", "as_zero"]
    territory: date | None
    as_of: date | None


def print_aggregation(paths: Sequence[str], form: str, lang: Lang, wanted: Wanted) -> None:
    """Add up the plans at paths, or the results in their dataset folders, and print it.

    Args:
        paths: plan files or dataset folders; results are those of the folders.
        form: "text", "json" or "csv".
        lang: the language of words.
        wanted: what is added how.

    Raises:
        DatasetError: a path without a plan, or results that cannot be read.
        AggregationError: what overlaps would be added.
    """
    plans: list[Plan] = []
    results: dict[str, list[Observation]] = {}
    for path in followed(paths, _word("reading", lang)):
        plan = read_plan(path).plan
        plans.append(plan)
        file = results_file(path) if wanted.of == "actual" and path != STDIN else None
        if file is not None:
            results.setdefault(plan.id, []).extend(load_results(file, plan))
    found = aggregate(
        plans,
        observations=results if wanted.of == "actual" else None,
        of=wanted.of,
        by=wanted.by,
        mapping=wanted.mapping or None,
        weights=wanted.weights,
        missing=wanted.missing,
        territory=wanted.territory,
        as_of=wanted.as_of,
    )
    if form == "json":
        say_json(_as_json(found, lang))
    elif form == "csv":
        click.echo(table_as_csv(to_table(found)), nl=False)
    else:
        _print_text(found, len(plans), lang)


def _print_text(found: Aggregation, count: int, lang: Lang) -> None:
    headings = [
        Heading(_word("indicator", lang)),
        Heading(_word("period", lang), may_break=False),
        Heading(_word("places", lang)),
        Heading(_word("total", lang), is_number=True),
        Heading(_word("coverage", lang), is_number=True, may_break=False),
    ]
    title = _word("results" if found.of == "actual" else "goals", lang).format(count=count)
    lines = [_line(group, found.of, lang) for group in found.groups]
    if lines:
        print_table(title, headings, lines)
    else:
        say(_word("none", lang))
    for missing, groups in _by_missing(found).items():
        more = len(missing) - _SHOWN_NAMES
        names = ", ".join(missing[:_SHOWN_NAMES]) + (f" … (+{more})" if more > 0 else "")
        say(f"- {_word('without', lang).format(names=names)}: {'; '.join(_head(group, lang) for group in groups)}")
    for group in found.groups:
        for warning in group.warnings:
            say(f"- {_head(group, lang)}: {warning.in_language(lang)}")
    refused = [group for group in found.groups if group.refusal is not None]
    if refused:
        say(f"{_word('refused', lang)}:", bold=True)
        for group in refused:
            say(f"- {_head(group, lang)}: {_reason(group, lang)}")
    if found.left_out:
        say(f"{_word('left_out', lang)}:", bold=True)
        for one in found.left_out:
            say(f"- {one.plan_id}/{one.target_id}: {one.refusal.message(lang)}")


def _by_missing(found: Aggregation) -> dict[tuple[str, ...], list[Aggregate]]:
    """Return the results that something is missing in, by what that is: the same places lack many figures."""
    by: dict[tuple[str, ...], list[Aggregate]] = {}
    for group in found.groups:
        if group.coverage.missing:
            by.setdefault(group.coverage.missing, []).append(group)
    return by


def _head(group: Aggregate, lang: Lang) -> str:
    return f"{group.name.in_language(lang)} ({group.period})"


def _reason(group: Aggregate, lang: Lang) -> str:
    return group.refusal.message(lang) if group.refusal else ""


def _line(group: Aggregate, of: str, lang: Lang) -> Line:
    places = group.jurisdictions
    shown = (
        ", ".join(map(str, places)) if len(places) <= _SHOWN_PLACES else _word("count", lang).format(count=len(places))
    )
    total = "–" if group.refusal is not None else _figure(group, of, lang)
    cells = (group.name.in_language(lang), str(group.period), shown, total, str(group.coverage))
    return Line(cells, 0, "dim" if group.refusal is not None else "" if group.coverage.is_complete else "yellow")


def _figure(group: Aggregate, of: str, lang: Lang) -> str:
    """Return the figure in words, with its unit; a mean that no decimal holds is marked as rounded."""
    unit = f"{group.unit}" if group.unit else ""
    glue = "" if unit in ("", "%", "‰") else " "
    if of == "actual" and group.value is not None:
        if group.basis is Basis.RELATIVE_CHANGE:
            unit, glue = "%", ""
        elif group.basis is Basis.CHANGE and unit == "%":
            unit, glue = _word("points", lang), " "
        return f"{format_for(group.value, lang)}{glue}{unit}"
    if of == "goal" and group.goal is not None:
        return goal_in_words(group.goal, lang, group.unit)
    lower, upper = group.quotients or (None, None)
    if lower is not None and (of == "actual" or lower == upper):
        return f"{_near(lower, lang)}{glue}{unit}"
    bounds = [
        f"{sign} {_near(bound, lang)}{glue}{unit}" for sign, bound in (("≥", lower), ("≤", upper)) if bound is not None
    ]
    return "; ".join(bounds)


def _near(number: Fraction, lang: Lang) -> str:
    return f"≈ {format_for(rounded(number, _ROUNDED), lang)}"


def _as_json(found: Aggregation, lang: Lang) -> dict[str, Any]:
    return {
        "of": found.of,
        "by": list(found.by),
        "groups": [_group_as_json(group, lang) for group in found.groups],
        "left_out": [
            {
                "plan": one.plan_id,
                "target": one.target_id,
                "code": one.refusal.code,
                "message": one.refusal.message(lang),
            }
            for one in found.left_out
        ],
    }


def _group_as_json(group: Aggregate, lang: Lang) -> dict[str, Any]:
    return {
        "indicator": group.id,
        "name": group.name.in_language(lang),
        "period": str(group.period),
        "places": [unit.key for unit in group.jurisdictions],
        "unit": str(group.unit) if group.unit else None,
        "measure": group.measure.value if group.measure else None,
        "goal": to_dict(group.goal) if group.goal else None,
        "value": None if group.value is None else f"{group.value:f}",
        "quotients": None
        if group.quotients is None
        else [None if one is None else str(one) for one in group.quotients],
        "coverage": {
            "present": group.coverage.present,
            "expected": group.coverage.expected,
            "missing": list(group.coverage.missing),
        },
        "refusal": _refusal_as_json(group.refusal, lang) if group.refusal else None,
        "warnings": [warning.in_language(lang) for warning in group.warnings],
        "contributions": [
            {
                "plan": one.plan_id,
                "target": one.target_id,
                "path": one.path,
                "place": one.jurisdiction.key,
                "period": str(one.period),
                "goal": to_dict(one.goal),
                "value": None if one.value is None else f"{one.value:f}",
            }
            for one in group.contributions
        ],
    }


def _refusal_as_json(refusal: Refusal, lang: Lang) -> dict[str, str]:
    return {"code": refusal.code, "message": refusal.message(lang)}


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
