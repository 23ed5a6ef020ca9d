"""How much of what a sum should hold it holds; *not* here: what is done where something is missing (`across`)."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from govplan.errors import Lang

__all__ = ["Coverage"]


@frozen
class Coverage:
    """How many figures went into a result, out of how many (mức độ đầy đủ), and whose are missing.

    >>> print(Coverage(2, 3, ("tỉnh Quảng Nam",)).line("vi"))
    2/3, thiếu tỉnh Quảng Nam
    """

    present: int
    expected: int
    # Names are looked up when someone reads them: most sums have thousands of places, and nobody asks.
    _missing: tuple[str, ...] | Callable[[], tuple[str, ...]] = field(default=(), eq=False, repr=False)

    @property
    def missing(self) -> tuple[str, ...]:
        """Who has no figure, in a stable order."""
        return self._missing() if callable(self._missing) else self._missing

    @property
    def is_complete(self) -> bool:
        """Is nothing missing?"""
        return self.present == self.expected

    def line(self, lang: Lang = "vi") -> str:
        """Return the two numbers and the missing ones in one of the two languages."""
        missing = ", ".join(self.missing)
        return f"{self}, {'thiếu' if lang == 'vi' else 'without'} {missing}" if missing else str(self)

    def __str__(self) -> str:
        return f"{self.present}/{self.expected}"
