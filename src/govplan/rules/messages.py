"""Sentences in both languages: English in the source, Vietnamese from the catalogue; *not* here: who says them.

The catalogue is `locale/vi/LC_MESSAGES/govplan.po`, read in its compiled form by the standard library's gettext.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files

from govplan.rules.finding import Fact, printed
from govplan.values import Text

__all__ = ["message"]


def message(english: str, /, **facts: Fact) -> Text:
    """Return a sentence in English and Vietnamese (câu thông báo), its braces filled where facts are given.

    The English words are the key of the catalogue, and stand in the source as one literal, never as an f-string.
    What the catalogue does not have is said in English alone.

    >>> str(message("task groups")), str(message("did you mean {name}?", name="jobs"))
    ('nhóm nhiệm vụ', 'có phải ý bạn là jobs?')
    """
    found = _vietnamese().gettext(english)
    if not facts:
        return Text(None if found is english else found, english)
    return Text(
        found.format_map({name: printed(fact, "vi") for name, fact in facts.items()}),
        english.format_map({name: printed(fact, "en") for name, fact in facts.items()}),
    )


# Pure: the catalogue is part of the package.
@cache
def _vietnamese() -> GNUTranslations:
    with files("govplan").joinpath("locale", "vi", "LC_MESSAGES", "govplan.mo").open("rb") as catalogue:
        return GNUTranslations(catalogue)
