"""The commands that follow, add up and compare plans, and their options; *not* here: what each prints."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import click

from govplan.cli.options import LANG, PATHS, day_of, form_option, guarded
from govplan.errors import InvalidSettingError, Lang

__all__ = ["aggregate", "diff", "progress"]

_FORMAT = form_option("text", "json", "csv")
_MAP = click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="OWN=COMMON",
    help="Two names for one indicator: its id, or plan-id/target-id, and the id that it has in common with others.",
)


@click.command()
@PATHS
@click.option("--as-of", metavar="DAY", required=True, help="The day to judge from, 2023-06-30 or 30/6/2023.")
@click.option("--results", metavar="FILE", help="Results of the plan; by default those of its dataset folder.")
@_FORMAT
@LANG
@guarded
def progress(paths: tuple[str, ...], as_of: str, results: str | None, form: str, lang: Lang) -> None:
    """Follow plans: which targets are met, and how far along the others are on a day."""
    from govplan.cli.following import print_progress

    print_progress(paths, day_of(as_of), results, form, lang)


@click.command()
@PATHS
@click.option("--of", type=click.Choice(["goal", "actual"]), default="goal", show_default=True, help="What to add.")
@click.option(
    "--by",
    default="indicator,period",
    show_default=True,
    metavar="AXES",
    help="What stays apart: indicator, period, jurisdiction, or a level such as province; all else is added.",
)
@_MAP
@click.option("--weight", "weights", multiple=True, metavar="PLACE=NUMBER", help="A weight for means and shares.")
@click.option("--weigh-by", metavar="ID", help="The indicator whose figure weighs means and shares.")
@click.option(
    "--missing",
    type=click.Choice(["present", "refuse", "as_zero"]),
    default="present",
    show_default=True,
    help="What to do where a plan has no figure.",
)
@click.option("--territory", metavar="DAY", help="Bring places that became others onto the units of that day.")
@click.option("--as-of", metavar="DAY", help="Results known up to that day; by default all.")
@_FORMAT
@LANG
@guarded
def aggregate(
    paths: tuple[str, ...],
    of: Literal["goal", "actual"],
    by: str,
    pairs: tuple[str, ...],
    weights: tuple[str, ...],
    weigh_by: str | None,
    missing: Literal["present", "refuse", "as_zero"],
    territory: str | None,
    as_of: str | None,
    form: str,
    lang: Lang,
) -> None:
    """Add up what plans ask for, or what was reached, never what may not be added."""
    from govplan.cli.aggregates import Wanted, print_aggregation

    if weights and weigh_by:
        raise InvalidSettingError(
            "two kinds of weights: found --weight and --weigh-by; give one of them",
            "hai loại trọng số: gặp --weight và --weigh-by; hãy dùng một trong hai",
        )
    wanted = Wanted(
        of=of,
        by=[word.strip() for word in by.split(",")],
        mapping=_pairs(pairs, "--map"),
        weights=weigh_by or {place: _number(number) for place, number in _pairs(weights, "--weight").items()} or None,
        missing=missing,
        territory=None if territory is None else day_of(territory),
        as_of=None if as_of is None else day_of(as_of),
    )
    print_aggregation(paths, form, lang, wanted)


@click.command()
@click.argument("old")
@click.argument("new")
@_MAP
@_FORMAT
@LANG
@guarded
def diff(old: str, new: str, pairs: tuple[str, ...], form: str, lang: Lang) -> None:
    """Compare two plans: what was added, dropped, raised, lowered from OLD to NEW."""
    from govplan.cli.differences import print_difference

    print_difference(old, new, form, lang, _pairs(pairs, "--map"))


def _number(words: str) -> Decimal:
    from govplan.values.number import number_of

    return number_of(words)


def _pairs(words: Iterable[str], option: str) -> dict[str, str]:
    """Return what stands before each = with what stands behind it."""
    found: dict[str, str] = {}
    for word in words:
        before, sign, behind = word.partition("=")
        if not (before.strip() and sign and behind.strip()):
            raise InvalidSettingError(
                f"not a pair: found {option} {word!r:.80}; write {option} NAME=VALUE",
                f"không phải một cặp: gặp {option} {word!r:.80}; hãy viết {option} TÊN=GIÁ_TRỊ",
            )
        found[before.strip()] = behind.strip()
    return found
