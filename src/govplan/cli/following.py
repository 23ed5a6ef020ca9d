"""What `govplan progress` prints; *not* here: how far along a target is (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import click

from govplan.aggregation import Assessment, Attainment, Figure, Refusal, TargetAssessment, assess, percent, rounded
from govplan.cli.progress import followed
from govplan.cli.reading import STDIN, read_plan
from govplan.cli.tables import Heading, Line, print_table
from govplan.cli.terminal import say, say_json
from govplan.errors import InvalidSettingError, Lang
from govplan.exchange import table_as_csv, to_table
from govplan.exchange.table import Table
from govplan.files import to_dict
from govplan.files.results import Results, load_results, results_file
from govplan.model import Plan
from govplan.model.wording import format_for, goal_in_words
from govplan.vietnamese import format_date

__all__ = ["print_progress"]

_WORDS = {
    "reading": ("đọc", "reading"),
    "title": ("{title}, đến {day}", "{title}, as of {day}"),
    "target": ("Chỉ tiêu", "Target"),
    "goal": ("Đề ra", "Goal"),
    "actual": ("Thực hiện", "Result"),
    "share": ("% đề ra", "Share"),
    "expected": ("Dự kiến", "Expected"),
    "attainment": ("Đánh giá", "Attainment"),
    "published": ("Đã công bố", "Published"),
    "said": ("Theo công bố: {line}", "As published: {line}"),
    "disagrees": ("{words} (khác)", "{words} (differs)"),
    "unmatched": ("không khớp chỉ tiêu nào", "matches no target"),
    "estimate": ("ước", "estimate"),
    "provisional": ("sơ bộ", "provisional"),
}
_STYLES = {
    Attainment.EXCEEDED: "green",
    Attainment.MET: "green",
    Attainment.UNMET: "red",
    Attainment.NO_DATA: "yellow",
    Attainment.NOT_ASSESSABLE: "magenta",
    Attainment.NOT_DUE: "",
}


def print_progress(paths: Sequence[str], as_of: date, results: str | None, form: str, lang: Lang) -> None:
    """Print how far along plans are as of a day, each with its results.

    Args:
        paths: plan files or dataset folders.
        as_of: the day; results of what had not begun by then do not count.
        results: the file with the results of the only plan; by default each dataset folder's own.
        form: "text", "json" or "csv".
        lang: the language of words.

    Raises:
        DatasetError: a path without a plan, or results that cannot be read.
        InvalidSettingError: one file of results for several plans.
    """
    if results is not None and len(paths) > 1:
        raise InvalidSettingError(
            f"one file of results for {len(paths)} plans: found {results!r:.80}; name one plan, or put each plan's "
            "results into its dataset folder as results.csv",
            f"một tệp kết quả cho {len(paths)} kế hoạch: gặp {results!r:.80}; hãy nêu một kế hoạch, hoặc đặt kết quả "
            "của mỗi kế hoạch trong thư mục của nó, tên results.csv",
        )
    found = [_followed(path, results, as_of) for path in followed(paths, _word("reading", lang))]
    if form == "json":
        shown = [_as_json(assessment, measured, lang) for _, assessment, measured in found]
        say_json(shown[0] if len(shown) == 1 else shown)
    elif form == "csv":
        tables = [to_table(assessment) for _, assessment, _ in found]
        whole = Table(tables[0].columns, [row for table in tables for row in table.rows])
        click.echo(table_as_csv(whole), nl=False)
    else:
        for index, (plan, assessment, measured) in enumerate(found):
            if index:
                click.echo()
            _print_text(plan, assessment, measured, lang)


def _followed(path: str, results: str | None, as_of: date) -> tuple[Plan, Assessment, Results | None]:
    plan = read_plan(path).plan
    file = results if results is not None else None if path == STDIN else results_file(path)
    measured = None if file is None else load_results(file, plan)
    return plan, assess(plan, measured or (), as_of=as_of), measured


# --- text -----------------------------------------------------------------------------------------


def _print_text(plan: Plan, found: Assessment, measured: Results | None, lang: Lang) -> None:
    day = format_date(found.as_of) if lang == "vi" else found.as_of.isoformat()
    headings = [
        Heading(_word("target", lang)),
        Heading(_word("goal", lang)),
        Heading(_word("actual", lang), is_number=True),
        Heading(_word("share", lang), is_number=True, may_break=False),
        Heading(_word("expected", lang), is_number=True),
        Heading(_word("attainment", lang)),
    ]
    is_published = any(one.judgement is not None for one in found.walk())
    if is_published:
        headings.append(Heading(_word("published", lang)))
    lines = [line for one in found.targets for line in _lines(one, 0, is_published, lang)]
    print_table(_word("title", lang).format(title=plan.title.in_language(lang), day=day), headings, lines)
    say(found.scorecard.line(lang), bold=True)
    if found.published is not None:
        say(_word("said", lang).format(line=found.published.line(lang)))
    for one in found.walk():
        name = one.target.indicator.name.in_language(lang)
        if one.refusal is not None and one.attainment is Attainment.NOT_ASSESSABLE:
            say(f"- {name}: {one.refusal.message(lang)}")
        for warning in one.warnings:
            say(f"- {name}: {warning.in_language(lang)}")
    for left in measured.unmatched if measured is not None else ():
        say(f"- {left.row}: {left.name}: {left.reason.in_language(lang)}")


def _lines(one: TargetAssessment, depth: int, is_published: bool, lang: Lang) -> list[Line]:
    target = one.target
    cells = [
        target.indicator.name.in_language(lang),
        goal_in_words(target.goal, lang, target.indicator.unit),
        _actual(one, lang),
        "" if one.share.value is None else percent(one.share.value, lang),
        _number(one.expected, lang),
        _attainment(one, lang),
    ]
    if is_published:
        words = one.judgement or ""
        cells.append(_word("disagrees", lang).format(words=words) if one.judgement_agrees is False else words)
    found = [Line(cells, depth, _STYLES[one.attainment])]
    for part in one.parts:
        found += _lines(part, depth + 1, is_published, lang)
    return found


def _attainment(one: TargetAssessment, lang: Lang) -> str:
    words = one.attainment.in_language(lang)
    # How a target keeps its time matters while there is time left.
    is_running = one.attainment is Attainment.NOT_DUE and one.standing is not None
    return f"{words}, {one.standing.in_language(lang)}" if is_running and one.standing else words


def _actual(one: TargetAssessment, lang: Lang) -> str:
    if one.actual is None:
        return "–"
    status = one.actual.status.value
    note = f" ({_word(status, lang)})" if status in _WORDS else ""
    return format_for(one.actual.number, lang) + note


def _number(figure: Figure, lang: Lang) -> str:
    """Return a figure as a table shows it: no digits that it does not have, two at most."""
    if figure.value is None:
        return ""
    shown = f"{rounded(figure.value, 2):f}".rstrip("0").rstrip(".")
    return format_for(Decimal(shown), lang)


# --- JSON -----------------------------------------------------------------------------------------


def _as_json(found: Assessment, measured: Results | None, lang: Lang) -> dict[str, Any]:
    card = found.scorecard
    return {
        "plan": found.plan_id,
        "as_of": found.as_of.isoformat(),
        "scorecard": {
            "line": card.line(lang),
            "total": card.total,
            **{attainment.value: getattr(card, attainment.value) for attainment in Attainment},
        },
        "published": None if found.published is None else found.published.line(lang),
        "targets": [_target_as_json(one, lang) for one in found.targets],
        "unmatched": [
            {"row": left.row, "name": left.name, "reason": left.reason.in_language(lang)}
            for left in (measured.unmatched if measured is not None else ())
        ],
    }


def _target_as_json(one: TargetAssessment, lang: Lang) -> dict[str, Any]:
    return {
        "id": one.target.id,
        "path": one.path,
        "indicator": one.target.indicator.name.in_language(lang),
        "goal": to_dict(one.target)["goal"],
        "horizon": str(one.horizon),
        "attainment": one.attainment.value,
        "refusal": None if one.refusal is None else _refusal(one.refusal, lang),
        "actual": None
        if one.actual is None
        else {
            "value": _plain(one.actual.value),
            "change": _plain(one.actual.change),
            "relative_change": _plain(one.actual.relative_change),
            "period": str(one.actual.period),
            "status": one.actual.status.value,
            "origin": one.actual.origin.value,
        },
        **{name: _figure(getattr(one, name), lang) for name in ("share", "progress", "pace", "expected", "remaining")},
        "standing": one.standing.value if one.standing else None,
        "judgement": one.judgement,
        "judgement_agrees": one.judgement_agrees,
        "warnings": [warning.in_language(lang) for warning in one.warnings],
        "parts": [_target_as_json(part, lang) for part in one.parts],
    }


def _figure(figure: Figure, lang: Lang) -> dict[str, Any]:
    """Return a figure as an exact quotient, "1/3", or why there is none."""
    if figure.value is not None:
        return {"value": str(figure.value)}
    return {"value": None, "refusal": _refusal(figure.refusal, lang) if figure.refusal else None}


def _refusal(refusal: Refusal, lang: Lang) -> dict[str, str]:
    return {"code": refusal.code, "message": refusal.message(lang)}


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
