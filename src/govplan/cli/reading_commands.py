"""The commands that make plan files, of documents or of a template, and their options; *not* here: what each makes."""

from __future__ import annotations

import click

from govplan.cli.options import LANG, guarded
from govplan.errors import Lang

__all__ = ["new", "read"]


@click.command()
@click.argument("path", default="-", metavar="[FILE]")
@click.option(
    "-o", "--output", metavar="FILE", help="Write the draft there; the name says the form: .yaml, .json, .html."
)
@click.option("--force", is_flag=True, help="Replace the file of --output where there is one.")
@click.option(
    "--format", "form", type=click.Choice(["yaml", "json", "html"]), help="Form of the draft.  [default: yaml]"
)
@click.option("--html", is_flag=True, help="The same as --format html: the source with what was read marked.")
@click.option("--id", help="The plan's id.")
@click.option("--title", help="The plan's title, where the text does not say it or says it wrongly.")
@click.option("--issuer", help="Who issued it.")
@click.option("--period", help="Its period, 2024 or 2021-2025.")
@click.option("--jurisdiction", metavar="CODE", help="Whose plan it is, e.g. VN-27.")
@LANG
@guarded
def read(
    path: str, output: str | None, force: bool, form: str | None, html: bool, lang: Lang, id: str | None, **known: str
) -> None:
    """Read a plan from a document: a draft of its plan file, with questions beside the lines.

    FILE is .txt, .html, .docx, .pdf or .xlsx; without it, or with -, text is read from standard input.
    """
    from govplan.cli.drafts import print_draft

    print_draft(path, output, "html" if html else form, lang, force=force, id=id, known=known)


@click.command()
@click.option("--province", required=True, metavar="CODE|NAME", help="Whose plan it is: VN-27, 49 or “Quảng Nam”.")
@click.option("--year", "period", required=True, metavar="YEAR", help="The plan's year, or years: 2024, 2021-2025.")
@click.option("-o", "--output", metavar="FOLDER", help="The folder to make; by default one named after place and year.")
@click.option("--id", help="The plan's id; by default the name of the place and the year.")
@click.option("--from", "source", metavar="FILE", help="Begin with what `govplan read` reads from this document.")
@LANG
@guarded
def new(province: str, period: str, output: str | None, id: str | None, source: str | None, lang: Lang) -> None:
    """Make a dataset to fill in: a commented plan file, a file for results, a README and a test."""
    from govplan.cli.new_dataset import make_dataset

    make_dataset(province, period, output, lang, source=source, id=id)
