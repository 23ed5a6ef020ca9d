"""Every exception that govplan raises; *not* here: findings about a plan, which are values (`govplan.rules`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Protocol

__all__ = [
    "AggregationError",
    "DatasetError",
    "DocumentError",
    "GovplanError",
    "InvalidDateError",
    "InvalidGoalError",
    "InvalidIntervalError",
    "InvalidJurisdictionError",
    "InvalidLegalReferenceError",
    "InvalidNumberError",
    "InvalidPeriodError",
    "InvalidSettingError",
    "InvalidTextError",
    "InvalidUnitError",
    "InvalidValueError",
    "Lang",
    "MissingExtraError",
    "PluginError",
    "SaveError",
    "UnitMismatchError",
    "UnknownFormatError",
]

Lang = Literal["vi", "en"]

if TYPE_CHECKING:

    class Located(Protocol):
        """What a `DatasetError` lists: one problem that knows its place and speaks both languages."""

        def message(self, lang: Lang = "en") -> str: ...


class GovplanError(Exception):
    """Something govplan was asked for cannot be done (lỗi); the base of all its exceptions.

    Args:
        en: the message in English: what is wrong, what was found, what to do.
        vi: the same message in Vietnamese.

    >>> error = GovplanError("no such plan: 'x'", "không có kế hoạch: 'x'")
    >>> error.message("vi")
    "không có kế hoạch: 'x'"
    """

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en, vi)

    def message(self, lang: Lang = "en") -> str:
        """Return the message in one of the two languages."""
        return str(self.args[1 if lang == "vi" else 0])

    def __str__(self) -> str:
        return self.message("en")


class InvalidValueError(GovplanError, ValueError):
    """A value that its class refuses (giá trị không hợp lệ)."""


class InvalidTextError(InvalidValueError):
    """Text that is empty, is no text, or holds characters no document prints."""


class InvalidNumberError(InvalidValueError):
    """A number that is ambiguous, inexact, not finite or out of bounds."""


class InvalidDateError(InvalidValueError):
    """A date that cannot be read or does not exist in the calendar."""


class InvalidUnitError(InvalidValueError):
    """A unit of measure that cannot be read."""


class UnitMismatchError(InvalidValueError):
    """Two quantities whose units may not be added or compared."""


class InvalidIntervalError(InvalidValueError):
    """An interval that is empty or has no bound."""


class InvalidPeriodError(InvalidValueError):
    """A period that cannot be read or ends before it starts."""


class InvalidJurisdictionError(InvalidValueError):
    """A jurisdiction that is unknown, or was not in force at the date asked for."""


class InvalidLegalReferenceError(InvalidValueError):
    """Text that names no document."""


class InvalidGoalError(InvalidValueError):
    """A goal that contradicts itself or that every value would meet."""


class InvalidSettingError(InvalidValueError):
    """A setting of checking that cannot be one, or names a rule that there is not."""


class AggregationError(InvalidValueError):
    """Values that may not be added, with the reason (lỗi tổng hợp).

    Args:
        en: the message in English.
        vi: the same message in Vietnamese.
        code: "overlap" where something would be counted twice, "call" where the question itself makes no sense.
    """

    def __init__(self, en: str, vi: str, code: Literal["overlap", "call"] = "call") -> None:
        super().__init__(en, vi)
        self.code = code

    def __reduce__(self) -> tuple[type[AggregationError], tuple[str, str, Literal["overlap", "call"]]]:
        return (type(self), (self.message("en"), self.message("vi"), self.code))


class UnknownFormatError(InvalidValueError):
    """A file format that govplan does not read or write."""


class SaveError(GovplanError):
    """A file that could not be written; the file that was there before is whole."""


class DocumentError(GovplanError, ValueError):
    """A document that cannot be read (tài liệu không đọc được); the message says what to do instead."""


class PluginError(GovplanError):
    """A plug-in whose rules cannot be used; the message names it."""


class MissingExtraError(GovplanError, ImportError):
    """An optional dependency that is not installed; the message names the extra to install."""


class DatasetError(GovplanError, ValueError):
    """A plan file that cannot be read (tệp kế hoạch không đọc được), with **all** its problems.

    Args:
        origin: the file's name as the user gave it, "" for text that came from no file.
        problems: every problem found, in the order of the file.

    Each of `problems` has `pointer` (JSON Pointer), `line` and `column` (from 1, or None) and `message(lang)`.
    """

    def __init__(self, origin: str, problems: Sequence[Located]) -> None:
        self.origin = origin
        self.problems = tuple(problems)
        super().__init__(self._lines("en"), self._lines("vi"))

    def _lines(self, lang: Lang) -> str:
        return "\n".join(self._line(problem.message(lang)) for problem in self.problems)

    def _line(self, message: str) -> str:
        if not self.origin:
            return message
        # Editors read file:line:column; what concerns the whole file has neither.
        return f"{self.origin}:{message}" if message[:1].isdecimal() else f"{self.origin}: {message}"

    def __reduce__(self) -> tuple[type[DatasetError], tuple[str, tuple[Located, ...]]]:
        return (type(self), (self.origin, self.problems))
