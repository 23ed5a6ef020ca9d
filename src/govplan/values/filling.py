"""Objects made of values that are known to be good; *not* here: making sure that they are (`conversion`).

attrs constructors run every field's converter and validator. Where a parser has just produced the values, asking
again is most of the time that reading takes; a filler puts them into their slots and asks nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

__all__ = ["filler"]

T = TypeVar("T")


def filler(kind: type[T]) -> Callable[..., T]:
    """Return a function that makes a `kind` of one value for each of its fields, in their order.

    The caller promises what the constructor would have seen to: converted values, and invariants that hold.

    >>> from govplan.values.source import Span
    >>> filler(Span)(4, 9)
    Span(start=4, end=9)
    """
    names = [field.name for field in attrs.fields(kind)]  # type: ignore[arg-type]  # every kind is an attrs class
    slots: dict[str, Any] = {f"_{index}": getattr(kind, name).__set__ for index, name in enumerate(names)}
    arguments = ", ".join(f"v{index}" for index in range(len(names)))
    body = "".join(f"    _{index}(made, v{index})\n" for index in range(len(names)))
    scope: dict[str, Any] = {**slots, "_create": object.__new__, "_kind": kind}
    # As attrs itself does: straight-line code is three times as fast as a loop over the slots.
    exec(f"def fill({arguments}):\n    made = _create(_kind)\n{body}    return made\n", scope)
    fill: Callable[..., T] = scope["fill"]
    return fill
