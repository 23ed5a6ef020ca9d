"""A template filled in, with everything escaped; *not* here: what it is filled with (the pages)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from govplan.errors import Lang, MissingExtraError
from govplan.markup import shown
from govplan.report.phrases import phrases

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render"]


def render(template: str, lang: Lang, **values: object) -> str:
    """Return a page made of one of the package's templates.

    Text is escaped, and what could steer a reader's browser written out; only the charts, which escape their own
    words, are put in as they are.

    Raises:
        MissingExtraError: jinja2 is not installed.
    """
    page = _environment().get_template(template)
    return page.render(lang=lang, w=phrases(lang), **values)


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError(
            "pages are made with jinja2: it is not installed; run: pip install govplan[report]",
            "trang báo cáo được tạo bằng jinja2: chưa được cài; hãy chạy: pip install govplan[report]",
        ) from None
    return Environment(
        loader=PackageLoader("govplan.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalized(value: object) -> object:
    """Write out what steers; a chart is marked as safe, and so is of a class of its own."""
    return shown(value) if value.__class__ is str else value
