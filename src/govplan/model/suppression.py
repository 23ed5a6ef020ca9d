"""Findings that the author of a plan file knows and accepts; *not* here: applying that (`govplan.rules`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from govplan.errors import InvalidTextError
from govplan.values.conversion import instances_of
from govplan.values.text import Text, line, text_of

__all__ = ["Suppression", "suppressions_of"]

_CODE = re.compile("[A-Z]{1,8}[0-9]{3,4}")
_POINTER = re.compile("(?:/(?:[^~/]|~[01])*)+")


def code_of(value: str) -> str:
    """Return the code of a rule, capital letters and three or four digits.

    Raises:
        InvalidTextError: the value has another form.

    >>> code_of("GP203")
    'GP203'
    """
    if isinstance(value, str) and _CODE.fullmatch(value):
        return str(value)
    raise InvalidTextError(
        f"not the code of a rule: found {value!r:.80}; write one code, e.g. GP203",
        f"không phải mã quy tắc: gặp {value!r:.80}; hãy viết một mã, ví dụ GP203",
    )


def optional_pointer_of(value: str | None) -> str | None:
    """Return a JSON Pointer (RFC 6901); None, for the whole plan, also where it is empty.

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


@frozen
class Suppression:
    """What a rule finds here is known and accepted, with the reason (bỏ qua phát hiện).

    `rule` is the code of one rule; `path` the JSON Pointer at or below which its findings are accepted, None for
    the whole plan.

    >>> str(Suppression("GP302", "Văn bản gốc in như vậy", "/legal_basis/0"))
    'GP302 /legal_basis/0: Văn bản gốc in như vậy'
    """

    rule: str = field(converter=code_of)
    reason: Text = field(converter=text_of)
    path: str | None = field(default=None, converter=optional_pointer_of)

    def __str__(self) -> str:
        return f"{self.rule}{f' {self.path}' if self.path else ''}: {self.reason}"


def suppressions_of(items: Iterable[Suppression]) -> tuple[Suppression, ...]:
    """Return a tuple of suppressions."""
    return instances_of(items, Suppression)
