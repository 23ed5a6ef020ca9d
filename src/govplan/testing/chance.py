"""Which optional fields a generated value fills; *not* here: what they are filled with."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

__all__ = ["Perhaps"]

T = TypeVar("T")


class Perhaps:
    """Draws a value one time in four, else None, for each of up to `count` optional fields of one object.

    All the fields are decided with one draw, for the number of draws is what generating a plan takes its time for.
    """

    def __init__(self, draw: st.DrawFn, count: int) -> None:
        self._draw = draw
        self._chances = draw(_chances(count))

    def __call__(self, strategy: st.SearchStrategy[T], *, seldom: bool = True) -> T | None:
        """Draw from the strategy one time in four, or in two, or return None."""
        self._chances, chance = divmod(self._chances, 4)
        return self._draw(strategy) if chance >= (3 if seldom else 2) else None


# Pure: the same count describes the same whole numbers.
@cache
def _chances(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, 4**count - 1)
