"""What is wrong with a file, and where; *not* here: what is wrong with a plan (`govplan.rules`)."""

from __future__ import annotations

from attrs import evolve, frozen

from govplan.errors import GovplanError, InvalidValueError, Lang

__all__ = ["FormError", "Place", "Problem", "pointer_to"]

Place = tuple[str | int, ...]
"""The keys and indexes that lead from a file's top to a value."""


def pointer_to(place: Place) -> str:
    """Write a place as a JSON Pointer (RFC 6901).

    >>> pointer_to(("targets", 0, "goal"))
    '/targets/0/goal'
    """
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in place)


@frozen
class Problem:
    """One reason why a file cannot be read (lỗi của tệp).

    `pointer` is the JSON Pointer of the value at fault, "" for the whole file; line and column count from 1.
    """

    pointer: str
    en: str
    vi: str
    line: int | None = None
    column: int | None = None

    @classmethod
    def of(cls, error: GovplanError, place: Place = ()) -> Problem:
        """Return the problem that an error at a place is; an error that knows more of the place adds it."""
        inner = error.at if isinstance(error, FormError) else ()
        return cls(pointer_to((*place, *inner)), error.message("en"), error.message("vi"))

    def located(self, line: int, column: int) -> Problem:
        """Return the problem with its line and column."""
        return evolve(self, line=line, column=column)

    def message(self, lang: Lang = "en") -> str:
        """Return one line: line:column, what is wrong, and the pointer."""
        place = f"{self.line}:{self.column}: " if self.line is not None else ""
        where = f" [{self.pointer}]" if self.pointer else ""
        return f"{place}{self.vi if lang == 'vi' else self.en}{where}"


class FormError(InvalidValueError):
    """A value in a form that files do not have; `at` leads from where it was met to the part at fault."""

    def __init__(self, en: str, vi: str, at: Place = ()) -> None:
        super().__init__(en, vi)
        self.at = at
