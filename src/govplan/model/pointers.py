"""Paths into a plan, as JSON Pointers (RFC 6901); *not* here: what stands there."""

from __future__ import annotations

import re

from govplan.errors import InvalidTextError
from govplan.values.text import line

__all__ = ["is_at_or_below", "long_pointer", "optional_pointer_of"]

_POINTER = re.compile("(?:/(?:[^~/]|~[01])*)+")
_SHORT = re.compile("/(?:partition|subset|overlap|allocation)(?=/|$)")


def optional_pointer_of(value: str | None) -> str | None:
    """Return a JSON Pointer; None, for the whole plan, also where it is empty.

    Raises:
        InvalidTextError: the value has another form.

    >>> optional_pointer_of("/targets/0/goal")
    '/targets/0/goal'
    """
    if value is None or (value.__class__ is str and not value):
        return None
    text = line(value)
    if _POINTER.fullmatch(text):
        return text
    raise InvalidTextError(
        f"not a path: found {value!r:.80}; write it as findings print it, e.g. /targets/0",
        f"không phải đường dẫn: gặp {value!r:.80}; hãy viết như phát hiện in ra, ví dụ /targets/0",
    )


def long_pointer(pointer: str) -> str:
    """Return a pointer with breakdowns in their long form: files write some of them in short.

    >>> long_pointer("/targets/0/partition/1")
    '/targets/0/breakdowns/0/parts/1'
    """
    return _SHORT.sub("/breakdowns/0/parts", pointer)


def is_at_or_below(pointer: str, above: str) -> bool:
    """Does a pointer lead to a place or to something inside it, whichever form either has?

    >>> is_at_or_below("/targets/0/partition/1/goal", "/targets/0"), is_at_or_below("/targets/01", "/targets/0")
    (True, False)
    """
    inner, outer = long_pointer(pointer), long_pointer(above)
    return inner == outer or inner.startswith(f"{outer}/")
