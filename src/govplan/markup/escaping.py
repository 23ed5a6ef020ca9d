"""Text that a page may hold as it is; *not* here: the elements around it (`tables`)."""

from __future__ import annotations

import re
from html import escape

__all__ = ["escaped", "shown"]

# What HTML cannot hold, and what turns the reading order of the words behind it.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000efffe\U000effff\U000ffffe\U000fffff"
    "\U0010fffe\U0010ffff]"
)


def shown(text: str) -> str:
    r"""Return text with control characters, and marks that turn the reading order, written out.

    Words of a language that is written from right to left stay what they are.

    >>> shown("a\x1bb\u202ec")
    'a\\x1bb\\u202ec'
    """
    return text if text.isascii() and text.isprintable() else _STEERING.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode("ascii")


def escaped(text: object) -> str:
    """Return what `shown` makes of something's text, for HTML: between tags and inside quotation marks.

    >>> escaped('"><img onerror>')
    '&quot;&gt;&lt;img onerror&gt;'
    """
    return escape(shown(str(text)), quote=True)
