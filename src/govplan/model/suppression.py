"""Findings that the author of a plan file knows and accepts; *not* here: applying that (`govplan.rules`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from govplan.errors import InvalidTextError
from govplan.model.pointers import is_at_or_below, optional_pointer_of
from govplan.values.conversion import instances_of
from govplan.values.text import Text, text_of

__all__ = ["Suppression", "suppressions_of"]

_CODE = re.compile("[A-Z]{1,8}[0-9]{3,4}")


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

    def covers(self, code: str, path: str) -> bool:
        """Is what the rule with this code found at a path what is accepted here?"""
        return code == self.rule and (self.path is None or is_at_or_below(path, self.path))

    def __str__(self) -> str:
        return f"{self.rule}{f' {self.path}' if self.path else ''}: {self.reason}"


def suppressions_of(items: Iterable[Suppression]) -> tuple[Suppression, ...]:
    """Return a tuple of suppressions."""
    return instances_of(items, Suppression)
