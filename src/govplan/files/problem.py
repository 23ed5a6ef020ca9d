"""What is wrong with a file, and where; *not* here: what is wrong with a plan (`govplan.rules`)."""

from __future__ import annotations

from attrs import evolve, frozen

from govplan.errors import GovplanError, InvalidValueError, Lang

__all__ = ["MAX_PROBLEMS", "EnoughError", "FormError", "Place", "Problem", "Refused", "add_problem", "pointer_to"]

MAX_PROBLEMS = 200
"""After so many problems the rest is not looked for, and one more says so."""

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
        if not isinstance(error, FormError):
            return cls(pointer_to(place), error.message("en"), error.message("vi"))
        line, column = error.spot or (None, None)
        return cls(pointer_to((*place, *error.at)), error.message("en"), error.message("vi"), line, column)

    def located(self, line: int, column: int) -> Problem:
        """Return the problem with its line and column."""
        return evolve(self, line=line, column=column)

    def message(self, lang: Lang = "en") -> str:
        """Return one line: line:column, what is wrong, and the pointer."""
        place = f"{self.line}:{self.column}: " if self.line is not None else ""
        # A key may hold a line break, or half a character: the message stays one line that any stream takes.
        pointer = self.pointer if self.pointer.isprintable() else ascii(self.pointer)[1:-1]
        where = f" [{pointer}]" if pointer else ""
        return f"{place}{self.vi if lang == 'vi' else self.en}{where}"


class FormError(InvalidValueError):
    """A value in a form that files do not have.

    `at` leads from where it was met to the part at fault; `spot` is its line and column, where those are known.
    """

    def __init__(self, en: str, vi: str, at: Place = (), spot: tuple[int, int] | None = None) -> None:
        super().__init__(en, vi)
        self.at = at
        self.spot = spot


class Refused:
    """What stands for a value that is refused elsewhere or cannot be judged, so that nobody complains of it twice."""


class EnoughError(Exception):
    """There are as many problems as anybody reads."""


def add_problem(problems: list[Problem], problem: Problem) -> None:
    """Add a problem to a list.

    Raises:
        EnoughError: the list is full; one more problem in it says so.
    """
    problems.append(problem)
    if len(problems) >= MAX_PROBLEMS:
        en = f"too many problems: stopped after {MAX_PROBLEMS}; mend these first"
        vi = f"quá nhiều lỗi: dừng sau {MAX_PROBLEMS}; hãy sửa các lỗi này trước"
        # It has the place of the last one, so that it stands behind that one in the file's order.
        problems.append(evolve(problem, en=en, vi=vi))
        raise EnoughError
