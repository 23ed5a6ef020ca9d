"""One sum of many: from the targets on one indicator to its result; *not* here: finding them (`gathering`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from govplan.aggregation.additivity import Axis, Way, ways, ways_over_time
from govplan.aggregation.aggregates import Aggregate, Contribution, LeftOut
from govplan.aggregation.coverage import Coverage
from govplan.aggregation.divisions import not_added
from govplan.aggregation.expected import Expected
from govplan.aggregation.gathering import Cell, Cells, Gathered, Members
from govplan.aggregation.identity import Definition, agreed, name_of
from govplan.aggregation.links import Links
from govplan.aggregation.matching import placed_in
from govplan.aggregation.overlaps import Overlaps
from govplan.aggregation.readings import Measurement, Readings, in_step
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.sums import alike, total, total_of
from govplan.aggregation.tiling import last_of, one_after_another, span_of
from govplan.aggregation.weighting import Mean, weighted
from govplan.aggregation.weights import Shares, Weights
from govplan.model.goal import Basis, Goal
from govplan.model.indicator import Measure
from govplan.values.interval import Interval
from govplan.values.number import Number
from govplan.values.period import Period
from govplan.values.text import Text
from govplan.values.unit import Unit

__all__ = ["Groups"]

_TEXT, _LEVEL = Basis.TEXT, Basis.LEVEL
_RATIO, _FLOW, _MEAN = Measure.RATIO, Measure.FLOW, Measure.MEAN
_ZERO = Goal(Basis.LEVEL, Interval(Decimal(0), Decimal(0)))


class Groups:
    """Makes results of gathered targets, and remembers what was left out on the way."""

    def __init__(
        self,
        found: Gathered,
        readings: Readings | None,
        weights: Mapping[str, Number] | str | None,
        missing: str,
    ) -> None:
        self._found = found
        self._readings = readings
        self._missing = missing
        self._weights = Weights(weights, found, self._read)
        self._shares = Shares(self._read)
        self._expected = Expected(found)
        self._links = Links(found)
        self.overlaps = Overlaps(found.places)
        self._held: list[tuple[Cell, Cell]] = list(found.inside)
        self._empty: list[tuple[Cell, Refusal]] = []

    def _read(self, cell: Cell) -> Goal | None:
        """Return what a target adds: its goal, or what was measured as a point; None for words, or no result."""
        if self._readings is not None:
            return self._readings.of(*cell)
        goal = cell[1].goal
        return None if goal.basis is _TEXT else goal

    def of(self, key: str, cells: Cells, gathered: Members) -> Aggregate:
        """Return the result of one group."""
        members, held = list[Cell](), list[tuple[Cell, Cell]]()
        if self._links.is_needed:
            members, held = self._links.counted_once(list(gathered), lambda cell: self._read(cell) is not None)
            self._held += held
        warnings: list[Text] = []
        if not held and gathered.is_plain and self._readings is None and len(gathered) > 1:
            quick = _Sum(self, key, cells, gathered, gathered, warnings).quick_result(gathered)
            if quick is not None:
                return quick
        members = members or list(gathered)
        if self._readings is None:
            goals = [target.goal for _, target in members]
            valued = members
            if any(goal.basis is _TEXT for goal in goals):
                valued = [cell for cell in members if cell[1].goal.basis is not _TEXT]
                goals = [goal for goal in goals if goal.basis is not _TEXT]
        else:
            pairs = [(cell, goal) for cell in members if (goal := self._readings.of(*cell)) is not None]
            kept, late, warnings = in_step([self._measured(self._readings, cell, goal) for cell, goal in pairs])
            self._empty += [(pairs[number][0], refusal) for number, refusal in late]
            pairs = [pairs[number] for number in kept]
            valued, goals = [cell for cell, _ in pairs], [goal for _, goal in pairs]
        one = _Sum(self, key, cells, members, valued, warnings)
        clash = self.overlaps.look(valued, cells, one.what) if valued else None
        return one.result(goals, clash)

    def _measured(self, readings: Readings, cell: Cell, goal: Goal) -> Measurement:
        slot, target = cell
        reading = readings.known(slot, target).reading
        assert reading is not None  # else there would be no point to add
        return Measurement(str(slot.place), target, slot.period, goal, reading)

    def note_empty(self, members: Sequence[Cell], valued: Sequence[Cell]) -> None:
        """Remember targets without a figure."""
        if len(valued) == len(members):
            return
        known = {id(target) for _, target in valued} | {id(cell[1]) for cell, _ in self._empty}
        for cell in members:
            if id(cell[1]) not in known:
                self._empty.append((cell, self._refusal_of(cell)))

    def _refusal_of(self, cell: Cell) -> Refusal:
        if self._readings is not None:
            return self._readings.refusal_of(*cell)
        return Refusal.of(Why.WORDS, what=cell[1].indicator)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return every target that went into no result."""
        found = [LeftOut(plan.id, target.id, refusal) for plan, target, refusal in self._found.homeless]
        found += [
            LeftOut(slot.plan.id, target.id, Refusal.of(Why.LOCAL, what=target.indicator))
            for slot, target in self._found.local
        ]
        found += [
            LeftOut(
                slot.plan.id,
                target.id,
                Refusal.of(Why.COUNTED_ONCE, what=target.indicator, holder=f"{holder[0].plan.id}/{holder[1].id}"),
            )
            for (slot, target), holder in self._held
        ]
        found += [LeftOut(slot.plan.id, target.id, refusal) for (slot, target), refusal in self._empty]
        return tuple(sorted(found, key=lambda one: (one.plan_id, one.target_id, one.refusal.code)))


class _Sum:
    """The making of one result."""

    def __init__(
        self,
        groups: Groups,
        key: str,
        cells: Cells,
        members: Sequence[Cell],
        valued: Sequence[Cell],
        warnings: list[Text],
    ) -> None:
        self.groups, self.key, self.cells, self.members, self.valued = groups, key, cells, members, valued
        self.warnings = warnings

    @property
    def what(self) -> str:
        """How refusals call the indicator."""
        return self.key

    def result(self, goals: list[Goal], clash: Refusal | None) -> Aggregate:
        """Return the result: a figure, or why there is none."""
        groups, members, valued = self.groups, self.members, self.valued
        groups.note_empty(members, valued)
        definition = agreed([target.indicator for _, target in members], self.what)
        apart = self.cells.period
        periods = list({slot.period for slot, _ in members}) if apart is None else [apart]
        over_time = self.cells.period is None and len(periods) > 1
        figure: Goal | Mean | Refusal
        coverage: Coverage | None = None
        if isinstance(definition, Refusal):
            figure, unit, measure = definition, None, None
        else:
            if valued and len(valued) < len(members):
                # Who has no figure has no say in the unit of the sum.
                own = agreed([target.indicator for _, target in valued], self.what)
                definition = evolve(definition, unit=own.unit) if isinstance(own, Definition) else definition
            unit, measure = definition.unit, definition.measure
            if not valued:
                figure = self._no_value()
            elif over_time:
                figure, coverage = self._over_time(goals, definition, clash)
            else:
                coverage = self._over_places()
                figure = self._there_and_then(valued, goals, definition, coverage, clash)
        if coverage is None:
            coverage = self._over_places()
        return self._made(figure, unit, measure, span_of(periods), coverage)

    def quick_result(self, plain: Members) -> Aggregate | None:
        """Return the sum of plain goals for one period, None where they are to be looked at one by one."""
        definition, cells, count = Definition(plain.unit, plain.measure), self.cells, len(plain)
        kind = definition.kind
        if kind is None or Way.SUM not in ways(kind, Axis.JURISDICTIONS) or cells.period is None:
            return None
        lowers = plain.lowers if plain.floors == count else None
        uppers = plain.uppers if plain.ceilings == count else None
        if lowers is None and uppers is None:
            return None
        figure = total_of(
            plain.basis,
            lowers,
            uppers,
            plain.directions,
            self.what,
            lower_open=plain.lower_open,
            upper_open=plain.upper_open,
        )
        coverage = self._over_places()
        clash = self.groups.overlaps.look(self.members, cells, self.what)
        figure = self._incomplete(coverage) or clash or figure
        return self._made(figure, definition.unit, definition.measure, cells.period, coverage)

    def _over_places(self) -> Coverage:
        return self.groups._expected.over_places(self.members, self.valued, self.cells)

    def _no_value(self) -> Refusal:
        if self.groups._readings is None:
            return Refusal.of(Why.WORDS, what=self.what)
        reasons = [self.groups._refusal_of(cell) for cell in self.members]
        if all(one.why is Why.ID_TWICE for one in reasons):
            return min(reasons, key=str)
        return Refusal.of(Why.NO_VALUE, what=self.what)

    def _incomplete(self, coverage: Coverage) -> Refusal | None:
        if self.groups._missing != "refuse" or coverage.is_complete:
            return None
        return Refusal.of(Why.VALUE_MISSING, what=self.what, who=coverage.missing[0])

    def _there_and_then(
        self,
        valued: Sequence[Cell],
        goals: list[Goal],
        definition: Definition,
        coverage: Coverage,
        clash: Refusal | None,
    ) -> Goal | Mean | Refusal:
        """Bring together the figures of places at one time."""
        refusal = self._incomplete(coverage) or clash
        if refusal is not None:
            return refusal
        kind = definition.kind
        fills = self.groups._missing == "as_zero" and not coverage.is_complete
        if len(valued) == 1 and not (fills and kind in (_RATIO, _MEAN)):
            return goals[0]
        if kind is None:
            return Refusal.of(Why.MEASURE_UNKNOWN, what=self.what)
        allowed = ways(kind, Axis.JURISDICTIONS)
        if Way.QUOTIENT in allowed and not fills:
            sides = self.groups._shares.sides_of_all(valued)
            if sides is not None and all(goal.basis is _LEVEL for goal in goals):
                return self.groups._shares.quotient(valued, goals, sides, self.what, self.warnings)
        if Way.WEIGHTED in allowed and self.groups._weights.is_given:
            return self._weighted(valued, goals, definition, fills)
        if Way.SUM not in allowed:
            return not_added(kind, self.what)
        moved = self._alike(valued, goals, definition)
        return moved if isinstance(moved, Refusal) else total(moved, self.what)

    def _alike(self, valued: Sequence[Cell], goals: list[Goal], definition: Definition) -> list[Goal] | Refusal:
        names = [f"{slot.plan.id}/{target.id}" for slot, target in valued]
        return alike(goals, [target for _, target in valued], definition.unit, self.what, names)

    def _weighted(
        self, valued: Sequence[Cell], goals: list[Goal], definition: Definition, fills: bool
    ) -> Mean | Refusal:
        moved = self._alike(valued, goals, definition)
        if isinstance(moved, Refusal):
            return moved
        weighing: list[Cell] = list(valued)
        without = [cell for cell in self.members if cell not in valued]
        if fills:
            weighing += without
            moved += [_ZERO] * len(without)
        elif without:
            names = sorted(str(slot.place) for slot, _ in without if self.groups._weights.of(slot) is not None)
            if names:
                self.warnings.append(
                    Text(
                        f"có trọng số nhưng không có giá trị, nên không tính: {', '.join(names)}",
                        f"a weight but no value, so not in the mean: {', '.join(names)}",
                    )
                )
        weights = self.groups._weights.of_all(weighing)
        return weights if isinstance(weights, Refusal) else weighted(moved, weights, self.what)

    def _over_time(
        self, goals: list[Goal], definition: Definition, clash: Refusal | None
    ) -> tuple[Goal | Mean | Refusal, Coverage]:
        """Bring together the figures of several periods, and of places in them."""
        kind, valued = definition.kind, self.valued
        allowed = ways_over_time(definition.measure, definition.unit)
        if Way.SUM in allowed or (Way.QUOTIENT in allowed and self._is_counted(goals)):
            periods = one_after_another(valued, self.what)
            if isinstance(periods, Refusal):
                return periods, Coverage(len(valued), len(self.members))
            coverage = self.groups._expected.over_periods(self.members, valued, periods, self.cells)
            return self._there_and_then(valued, goals, definition, coverage, clash), coverage
        if kind is None or not allowed:
            coverage = Coverage(len(valued), len(self.members))
            if len(valued) == 1:
                return goals[0], coverage
            if kind is None:
                return Refusal.of(Why.MEASURE_UNKNOWN, what=self.what), coverage
            first, *_, last_one = sorted({slot.period for slot, _ in valued})
            kind = definition.measure or kind
            return (
                Refusal.of(Why.NOT_OVER_TIME, what=self.what, measure=kind.value, one=first, two=last_one),
                coverage,
            )
        # The last one: what stood at the end of the time, of every place that has a figure for it.
        last = last_of(valued)
        stood, asked = [valued[index] for index in last], [goals[index] for index in last]
        if any(goal.basis is not _LEVEL for goal in asked) and len({id(slot.period) for slot, _ in valued}) > 1:
            first, then = sorted({slot.period for slot, _ in valued})[0], stood[0][0].period
            refusal = Refusal.of(Why.CHANGES_OVER_TIME, what=self.what, one=first, two=then)
            return refusal, Coverage(len(stood), len(self.members))
        kept = set(map(id, stood))
        ends = [cell for cell in self.members if cell[0].period.end == stood[0][0].period.end]
        ends += [cell for cell in stood if not any(cell is other for other in ends)]
        coverage = self.groups._expected.over_places(ends, stood, self.cells)
        self._used = [cell for cell in valued if id(cell) in kept]
        clash = self.groups.overlaps.look(stood, self.cells, self.what)
        return (
            self._there_and_then(
                stood, asked, definition, coverage, self.groups.overlaps.look(stood, self.cells, self.what)
            ),
            coverage,
        )

    _used: list[Cell] | None = None

    def _is_counted(self, goals: list[Goal]) -> bool:
        """Do numerator and denominator of every share count over its period, so that they add over time?"""
        sides = self.groups._shares.sides_of_all(self.valued)
        return (
            sides is not None
            and all(goal.basis is _LEVEL for goal in goals)
            and all(side.indicator.measure is _FLOW for pair in sides for side in pair)
        )

    def _made(
        self,
        figure: Goal | Mean | Refusal,
        unit: Unit | None,
        measure: Measure | None,
        period: Period,
        coverage: Coverage,
    ) -> Aggregate:
        refusal = figure if isinstance(figure, Refusal) else None
        goal = figure if isinstance(figure, Goal) else figure.goal if isinstance(figure, Mean) else None
        quotients = figure.bounds if isinstance(figure, Mean) else None
        basis = goal.basis if goal is not None else None
        if isinstance(figure, Mean):
            basis = _LEVEL if basis is None else basis
        value = None
        if self.groups._readings is not None:
            value, goal = None if goal is None else goal.lower, None
        used = self.valued if self._used is None else self._used
        readings = self.groups._readings
        return Aggregate(
            self.key,
            unit,
            measure,
            basis,
            self.cells.period or period,
            goal,
            value,
            quotients,
            coverage,
            refusal,
            tuple(self.warnings),
            lambda: name_of([target.indicator for _, target in self.members]),
            lambda: tuple([place.unit for place in sorted({slot.unit for slot, _ in used}, key=lambda one: one.key)]),
            lambda: _contributions(used, readings),
        )


def _contributions(cells: Sequence[Cell], readings: Readings | None) -> tuple[Contribution, ...]:
    paths: dict[int, dict[int, str]] = {}
    found = []
    for slot, target in cells:
        known = paths.get(id(slot.plan))
        if known is None:
            known = paths[id(slot.plan)] = {id(one.target): one.path for one in placed_in(slot.plan)}
        reading = None if readings is None else readings.of(slot, target)
        found.append(
            Contribution(
                slot.plan.id,
                target.id,
                known[id(target)],
                slot.place.unit,
                slot.period,
                target.goal,
                None if reading is None else reading.lower,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.jurisdiction.key, one.period, one.plan_id, one.target_id)))
