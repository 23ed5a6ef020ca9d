"""Entries of results into observations, each checked on its own; *not* here: the files that hold them.

Every fault is added to the problems with its place; an entry that belongs to no target, or has no figure, is none
of them: it is listed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from attrs import define, evolve, field

from govplan.errors import GovplanError
from govplan.files import scalars
from govplan.files.problem import FormError, Problem, add_problem
from govplan.files.results.columns import Column, Notation, mode_of, status_of
from govplan.files.results.entry import Entry, Figure, Unmatched
from govplan.files.results.matching import Targets
from govplan.files.results.numbers import Amount, amount_of, is_blank, is_in_words, numbers_in
from govplan.files.results.sentences import (
    LEVEL_OR_CHANGE,
    NO_FIGURE,
    NO_TARGET,
    NOBODYS_JUDGEMENT,
    contradicts,
    in_words,
    other_plan,
    other_unit,
    two_targets,
    without_time,
    without_unit,
)
from govplan.files.results.sources import Faults, source_of
from govplan.files.results.table import Cell
from govplan.model import Basis, Observation, Status, Target
from govplan.values import Period, Source, Text, Unit
from govplan.values.number import exact_product, exact_rescale, number_of, plain
from govplan.values.text import identifier, line

__all__ = ["Reader"]

T = TypeVar("T")
_PERCENT = "percent"
_CHANGES = (Basis.CHANGE, Basis.RELATIVE_CHANGE)
_YEAR = 366
_SETTLED = (Status.ESTIMATE, Status.PROVISIONAL, None, Status.FINAL)


class _Faulty(Exception):  # noqa: N818  # it never leaves this module
    """A cell's fault has been told."""


@define
class Reader:
    """What entries come to: observations with their places, what is listed, and all problems."""

    targets: Targets
    observations: list[Observation] = field(factory=list)
    places: list[Cell] = field(factory=list)
    rows: list[int] = field(factory=list)
    unmatched: list[Unmatched] = field(factory=list)
    remarks: list[Unmatched] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def read(self, entry: Entry) -> None:
        """Read an entry.

        Raises:
            EnoughError: there are as many problems as anybody reads.
        """
        try:
            found = self._target(entry)
        except _Faulty:
            return
        if found is None:
            return
        name, target = found
        judged = self._judged(entry, target)
        before = len(self.unmatched), len(self.problems)
        given = False
        for figure in entry.figures:
            try:
                observation = self._observation(entry, figure, name, target, figure is judged)
            except _Faulty:
                continue
            if observation is None:
                continue
            given = True
            if isinstance(target, Text):
                self._list(entry, name, target, observation)
                continue
            self.observations.append(observation)
            self.places.append(entry.start)
            self.rows.append(entry.number)
        if not given and before == (len(self.unmatched), len(self.problems)):
            self._list(entry, name, NO_FIGURE if isinstance(target, Target) else target)
        elif judged is None and (said := entry.cells.get(Column.JUDGEMENT)) is not None and not said.is_empty:
            self._remark(entry, name, NOBODYS_JUDGEMENT, said)
        if isinstance(target, Target):
            self._compare_with_plan(entry, name, target)

    def _judged(self, entry: Entry, target: Target | Text) -> Figure | None:
        """Return the figure that a row's judgement is about: the most settled one of the target's own time."""
        if len(entry.figures) == 1:
            return entry.figures[0]
        horizon = self.targets.horizons[target.id] if isinstance(target, Target) else None
        own = [
            figure
            for figure in entry.figures
            if figure.period in (None, horizon) and any(not cell.is_empty for _, cell in figure.numbers.values())
        ]
        return max(own, key=lambda figure: _SETTLED.index(figure.status), default=None)

    def _list(self, entry: Entry, name: str, reason: Text, observation: Observation | None = None) -> None:
        place = entry.start
        self.unmatched.append(Unmatched(entry.number, name, reason, place.line, place.column, observation))

    def _remark(self, entry: Entry, name: str, reason: Text, cell: Cell) -> None:
        self.remarks.append(Unmatched(entry.number, name, reason, cell.line, cell.column))

    def _target(self, entry: Entry) -> tuple[str, Target | Text] | None:
        """Return the words that an entry has for its target, and the target or why it has none; None for no entry."""
        cell, other = entry.cells.get(Column.TARGET), entry.cells.get(Column.NAME)
        has_figure = any(not each.is_empty for one in entry.figures for _, each in one.numbers.values())
        given = [each for each in (cell, other) if each is not None and not each.is_empty]
        if not given:
            if has_figure or entry.notation is Notation.DOCUMENT:
                self._add((cell or other or entry.start).problem(NO_TARGET))
            return None
        words = self._value(given[0], _words)
        found = self.targets.find(words)
        if len(given) == 2 and isinstance(found, Target):
            named = self.targets.find(self._value(given[1], _words))
            if isinstance(named, Target) and named.id != found.id:
                self._add(given[1].problem(two_targets(found.id, named.id)))
                return None
        if not isinstance(found, Text):
            return words, found
        if given[0] is cell and _is_id(words):
            # Whoever checks is told of it as of every result; here it is listed, with what it says.
            return words.strip(), found
        if has_figure:
            self._list(entry, words, found)
        return None

    def _observation(
        self, entry: Entry, figure: Figure, name: str, target: Target | Text, is_judged: bool
    ) -> Observation | None:
        """Return what a figure says, None where it has no number.

        Raises:
            _Faulty: it cannot be read; all that is wrong with it has been told.
        """
        faults = len(self.problems)
        numbers = self._numbers(entry, figure, name, target)
        if not numbers and len(self.problems) == faults:
            return None
        given: dict[str, object] = {column.value: number for column, number in numbers.items()}
        given |= self._time(entry, figure, target)
        given["status"] = self._optional(entry, Column.STATUS, lambda value: status_of(_words(value))) or figure.status
        given["mode"] = self._optional(entry, Column.MODE, lambda value: mode_of(_words(value))) or figure.mode
        for column, words in ((Column.STATUS, figure.status), (Column.MODE, figure.mode)):
            if words is not None and given[column.value] is not words:
                self._add(entry.cells[column].problem(contradicts(words.value)))
        judgement = self._optional(entry, Column.JUDGEMENT, lambda value: line(_words(value)))
        given["judgement"] = judgement if is_judged else None
        given["source"] = self._source(entry)
        if len(self.problems) > faults:
            raise _Faulty
        wanted = {key: value for key, value in given.items() if value is not None}
        try:
            return Observation(name if isinstance(target, Text) else target.id, **wanted)  # type: ignore[arg-type]
        except GovplanError as error:
            self._add(entry.start.problem(error))
            raise _Faulty from None

    def _time(self, entry: Entry, figure: Figure, target: Target | Text) -> dict[str, object]:
        """Return when a figure was measured, as far as the entry says it, or need not."""
        period = figure.period or self._optional(entry, Column.PERIOD, _period)
        day = self._optional(entry, Column.AS_OF, scalars.day)
        if period is None and day is None and not entry.needs_time and isinstance(target, Target):
            period = self.targets.horizons[target.id]
            if period.days > _YEAR:
                self._add(entry.start.problem(without_time(period)))
        return {"period": period, "as_of": day}

    def _numbers(self, entry: Entry, figure: Figure, name: str, target: Target | Text) -> dict[Column, Decimal]:
        """Return the numbers of a figure in the target's unit."""
        found: dict[Column, Decimal] = {}
        unit = self._optional(entry, Column.UNIT, _unit)
        for column, (heading, cell) in figure.numbers.items():
            if cell.is_empty:
                continue
            if heading.notation is Notation.VIETNAMESE and cell.text:
                if is_blank(cell.text):
                    continue
                if is_in_words(cell.text):
                    self._list(entry, name, in_words(cell.text))
                    continue
            if not heading.says_level and isinstance(target, Target) and target.goal.basis in _CHANGES:
                self._list(entry, name, LEVEL_OR_CHANGE)
                continue
            try:
                amount = amount_of(_usable(cell.value), heading.notation)
                found[column] = self._converted(column, amount, (amount.unit, heading.unit, unit), target)
            except GovplanError as error:
                self._add(cell.problem(error))
        return found

    def _converted(
        self, column: Column, amount: Amount, units: tuple[Unit | None, ...], target: Target | Text
    ) -> Decimal:
        """Return a number in the target's unit; of the units that are given the nearest one is its own."""
        given = [unit for unit in units if unit is not None]
        number = number_of(plain(amount.number))
        if column is Column.RELATIVE_CHANGE:
            own = [unit for unit in units[:2] if unit is not None]
            if own and own[0].dimension != _PERCENT:
                raise other_unit(own[0].symbol, "%")
            return number
        if not given or isinstance(target, Text):
            return number
        for other in given[1:]:
            if not _is_like(given[0], other, column):
                raise other_unit(given[0].symbol, other.symbol)
        wanted = target.indicator.unit
        if wanted is None:
            raise without_unit(given[0].symbol)
        if not _is_like(given[0], wanted, column):
            raise other_unit(given[0].symbol, wanted.symbol)
        return number_of(plain(exact_rescale(number, given[0].scale, wanted.scale)))

    def _compare_with_plan(self, entry: Entry, name: str, target: Target) -> None:
        """Say where a table prints another planned figure than the plan has; the plan's is the one that counts."""
        goal, wanted = target.goal, target.indicator.unit
        if goal.basis is Basis.TEXT:
            return
        bounds = {bound for bound in (goal.lower, goal.upper) if bound is not None}
        if goal.basis is not Basis.LEVEL:
            # "Giảm 3.000 hộ" is printed without its sign.
            bounds = {abs(bound) for bound in bounds}
        unit = self._optional(entry, Column.UNIT, _unit)
        for heading, cell in entry.plans:
            if heading.period not in (None, self.targets.horizons[target.id]) or isinstance(cell.value, FormError):
                continue
            printed = _planned(cell.value, heading.notation)
            own = heading.unit or unit
            if own is not None and wanted is not None and goal.basis is not Basis.RELATIVE_CHANGE:
                if not own.measures_like(wanted):
                    continue
                # As products, for not every quotient has an end.
                printed = frozenset(exact_product(number, own.scale) for number in printed)
                bounds = {exact_product(bound, wanted.scale) for bound in bounds}
            if printed and printed != bounds:
                reason = other_plan(_words(cell.value), target)
                self._remark(entry, name, reason, cell)

    def _source(self, entry: Entry) -> Source | None:
        cell = entry.cells.get(Column.SOURCE)
        try:
            return self._optional(entry, Column.SOURCE, source_of)
        except Faults as faults:
            for problem in faults.problems:
                place = evolve(problem, pointer=f"{cell.pointer}{problem.pointer}") if cell else problem
                self._add(place.located(cell.line, cell.column) if cell and cell.line and cell.column else place)
            return None

    def _optional(self, entry: Entry, column: Column, read: Callable[[object], T]) -> T | None:
        cell = entry.cells.get(column)
        if cell is None or cell.is_empty:
            return None
        try:
            return self._value(cell, read)
        except _Faulty:
            return None

    def _value(self, cell: Cell, read: Callable[[object], T]) -> T:
        try:
            return read(_usable(cell.value))
        except GovplanError as error:
            self._add(cell.problem(error))
            raise _Faulty from None

    def _add(self, problem: Problem) -> None:
        # A cell that several figures share is faulty once.
        if problem not in self.problems:
            add_problem(self.problems, problem)


def _usable(value: object) -> object:
    if isinstance(value, FormError):
        raise FormError(value.message("en"), value.message("vi"))
    return value


def _words(value: object) -> str:
    """Return a cell's words; a whole number, such as a year, is its digits."""
    if isinstance(value, Amount):
        return plain(value.number) + (str(value.unit) if value.unit else "")
    return scalars.text(value)


def _planned(value: object, notation: Notation) -> frozenset[Decimal]:
    if isinstance(value, Amount):
        return frozenset((value.number,))
    return numbers_in(value, notation) if isinstance(value, str) else frozenset()


def _period(value: object) -> Period:
    if isinstance(value, date):
        raise FormError(
            f"period expected: found the day {value.isoformat()}; write it as text, e.g. 2023-03 or quý I/2023",
            f"cần một kỳ: gặp ngày {value.isoformat()}; hãy viết dạng chữ, ví dụ tháng 3/2023 hoặc quý I/2023",
        )
    return Period.parse(_words(value))


def _unit(value: object) -> Unit:
    return Unit.parse(_words(value))


def _is_id(words: str) -> bool:
    try:
        return bool(identifier(words.strip()))
    except GovplanError:
        return False


def _is_like(one: Unit, other: Unit, column: Column) -> bool:
    """May a number be in one unit where another is meant? A change of a share is printed in points as well."""
    if one.measures_like(other):
        return True
    return column is Column.CHANGE and {one.dimension, other.dimension} == {_PERCENT, "percentage point"}
