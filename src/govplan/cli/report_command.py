"""`govplan report` and its options; *not* here: the writing (`pages`), and what is written (`report`)."""

from __future__ import annotations

import click

from govplan.cli.options import LANG, PATHS, day_of, guarded
from govplan.errors import Lang

__all__ = ["report"]


@click.command()
@PATHS
@click.option("-o", "--output", required=True, metavar="FILE", help="The page that is written, report.html.")
@click.option("--as-of", metavar="DAY", help="The day to judge progress from, 2023-06-30 or 30/6/2023.")
@click.option("--results", metavar="FILE", help="Results of the plan; by default those of its dataset folder.")
@click.option("--compare", "compares", is_flag=True, help="Of two plans: what became of the first in the second.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@LANG
@guarded
def report(
    paths: tuple[str, ...],
    output: str,
    as_of: str | None,
    results: str | None,
    compares: bool,
    force: bool,
    lang: Lang,
) -> None:
    """Write a page for people: of one plan, of two with --compare OLD NEW, of many as a table.

    The page is one file of HTML that needs nothing else, and prints. Without --as-of no progress is shown.
    """
    from govplan.cli.pages import write_page

    write_page(paths, output, None if as_of is None else day_of(as_of), results, lang, compares=compares, force=force)
