"""A whole from its parts, beside what is stated of it; *not* here: many plans (`across`), or any judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import frozen

from govplan.aggregation.additivity import Way
from govplan.aggregation.coverage import Coverage
from govplan.aggregation.divisions import ADDED, adding, not_added, overlapping, times_apart
from govplan.aggregation.gathering import Cell, Cells, Slot
from govplan.aggregation.ids import id_twice
from govplan.aggregation.parts import Bound, Side, compare_parts, slack_of
from govplan.aggregation.readings import Measurement, in_step, measured, point_of
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.series import Origin, Reading, time_of
from govplan.aggregation.stretches import rank
from govplan.aggregation.sums import alike, total
from govplan.aggregation.territory import Places
from govplan.aggregation.weighting import Mean, weighted
from govplan.aggregation.weights import Shares
from govplan.errors import AggregationError
from govplan.model.goal import Basis, Goal
from govplan.model.indicator import Measure
from govplan.model.observation import Observation
from govplan.model.plan import Plan
from govplan.model.target import Breakdown, Target
from govplan.values.interval import Interval
from govplan.values.number import Number, number_of
from govplan.values.period import Period
from govplan.values.text import Text

__all__ = ["RollUp", "roll_up"]

_ZERO = Goal(Basis.LEVEL, Interval(Decimal(0), Decimal(0)))


@frozen
class RollUp:
    """A whole as it is stated, beside what its parts make of it (đối chiếu tổng thể và bộ phận).

    `stated` is the whole's goal, or what was measured of it as a point; `computed` the same from the parts, and
    `quotients` its exact bounds where it is a mean or a share. `bounds` holds the two side by side, each with its
    `difference`. `coverage` counts the parts; `refusal` says why nothing was computed; `warnings` what is odd about
    the figures.
    """

    of: str
    target: Target
    breakdown: Breakdown
    stated: Goal | None
    computed: Goal | None
    quotients: tuple[Fraction | None, Fraction | None] | None
    bounds: tuple[Bound, ...]
    coverage: Coverage
    refusal: Refusal | None
    warnings: tuple[Text, ...] = ()

    @property
    def imbalance(self) -> Decimal | None:
        """Stated less computed: of the lower bounds, else of the upper; None where they have none in common."""
        return self.bounds[0].difference if self.bounds else None

    @property
    def is_balanced(self) -> bool | None:
        """Do all bounds agree, as far as their printed digits can tell? None where there is nothing to compare."""
        return all(bound.holds for bound in self.bounds) if self.bounds else None

    @property
    def value(self) -> Decimal | None:
        """The computed figure, where it is one number."""
        interval = None if self.computed is None else self.computed.interval
        return interval.lower if interval is not None and interval.is_point else None


def roll_up(
    target: Target,
    breakdown: Breakdown | None = None,
    *,
    observations: Iterable[Observation] = (),
    missing: Literal["refuse", "present", "as_zero"] = "refuse",
    weights: Mapping[str, Number] | None = None,
    plan: Plan | None = None,
    period: Period | None = None,
    as_of: date | None = None,
) -> RollUp:
    """Compute a whole from the parts of a partition or an allocation, and hold it beside what is stated of it.

    Goals are added, or, where results are given, what was measured. A part without a figure of its own is computed
    from its own parts first. Subsets and overlaps are never added, nor are parts that are defined otherwise, are for
    other times, lie in places that overlap, or have one id.

    Args:
        target: the whole.
        breakdown: which of its divisions; by default the first that adds up to the whole.
        observations: results of the whole and its parts, to add instead of goals.
        missing: "refuse" computes nothing where a part lacks, "present" adds what there is, "as_zero" counts it as 0.
        weights: for means and for shares of different wholes, by the id of the part.
        plan: the plan of the target, in which the numerators and denominators of shares are looked up.
        period: the time of the results; by default the target's horizon, then the plan's period.
        as_of: the day up to which results are known; all, where it is not given.

    Raises:
        AggregationError: the target has no such breakdown, or no time is known for the results.

    >>> from govplan.model import Breakdown, Goal, Indicator
    >>> places = Indicator("Tuyển sinh", unit="người", measure="flow")
    >>> parts = [Target("college", places, Goal.at_least(4000)), Target("elementary", places, Goal.at_least(19000))]
    >>> whole = Target("enrolment", places, Goal.at_least(24000), breakdowns=[Breakdown("partition", parts)])
    >>> found = roll_up(whole)
    >>> str(found.computed), found.imbalance, found.is_balanced
    ('ít nhất 23.000', Decimal('1000'), False)
    """
    if missing not in ("refuse", "present", "as_zero"):
        raise AggregationError(
            f"unknown word for missing: found {missing!r:.80}; write refuse, present or as_zero",
            f"missing không hợp lệ: gặp {missing!r:.80}; hãy viết refuse, present hoặc as_zero",
        )
    results = tuple(observations)
    by_target: dict[str, list[Observation]] = {}
    for one in results:
        by_target.setdefault(one.target, []).append(one)
    time = period or target.horizon or (None if plan is None else plan.period) or _only_time(results)
    chosen = breakdown or _first_added(target)
    if all(chosen is not one and chosen != one for one in target.breakdowns):
        raise AggregationError(
            f"a breakdown of another target: {target.id} has none like it; choose one of its own",
            f"phân tổ của chỉ tiêu khác: {target.id} không có phân tổ này; hãy chọn phân tổ của chính chỉ tiêu",
        )
    found = _RollingUp(
        by_target if results else None,
        missing,
        None if weights is None else {name: number_of(weight) for name, weight in weights.items()},
        plan,
        time,
        as_of,
    )
    return found.of(target, chosen)


def _first_added(target: Target) -> Breakdown:
    if not target.breakdowns:
        raise AggregationError(
            f"nothing to add up: {target.id} has no breakdown; give a target that is divided",
            f"không có gì để cộng: {target.id} không có phân tổ; hãy cho chỉ tiêu có phân tổ",
        )
    return next((one for one in target.breakdowns if one.relation in ADDED), target.breakdowns[0])


def _only_time(results: tuple[Observation, ...]) -> Period | None:
    times = {time_of(one) for one in results}
    if len(times) > 1:
        raise AggregationError(
            f"results of {len(times)} times: found no horizon that says which; give period, or the plan",
            f"kết quả của {len(times)} thời điểm: chưa rõ lấy thời điểm nào; hãy cho period, hoặc kế hoạch",
        )
    return next(iter(times), None)


@frozen
class _Figure:
    """What is stated or computed of a target, and of results the reading behind it."""

    goal: Goal
    reading: Reading | None = None


class _RollingUp:
    """One call: what is added, and how what is missing is dealt with."""

    def __init__(
        self,
        results: Mapping[str, list[Observation]] | None,
        missing: str,
        weights: Mapping[str, Decimal] | None,
        plan: Plan | None,
        stretch: Period | None,
        as_of: date | None,
    ) -> None:
        self.results, self.missing, self.weights, self.plan = results, missing, weights, plan
        self.stretch, self.as_of = stretch, as_of

    def of(self, target: Target, breakdown: Breakdown) -> RollUp:
        """Return the roll-up of one breakdown."""
        return self._of(target, breakdown, target.horizon or self.stretch)[0]

    def _of(self, target: Target, breakdown: Breakdown, time: Period | None) -> tuple[RollUp, Reading | None]:
        """Return the roll-up of a target for its time, and of results what its parts make as a reading."""
        stated = self._own(target, time)
        warnings: list[Text] = []
        figures = [(part, self._figure(part, part.horizon or time, warnings)) for part in breakdown.parts]
        known = [(part, figure) for part, figure in figures if figure is not None]
        late: list[tuple[int, Refusal]] = []
        end: date | None = None
        if self.results is not None and time is not None:
            measured = [
                Measurement(part.id, part, part.horizon or time, figure.goal, figure.reading)
                for part, figure in known
                if figure.reading is not None
            ]
            kept, late, odd = in_step(measured)
            warnings += odd
            known = [known[number] for number in kept]
            end = max([measured[number].end for number in kept], default=None)
        present = {id(part) for part, _ in known}
        without = tuple([part.id for part in breakdown.parts if id(part) not in present])
        coverage = Coverage(len(figures) - len(without), len(figures), without)
        goals = [(part, figure.goal) for part, figure in known]
        made = self._made(target, breakdown, goals, coverage, time, warnings)
        if isinstance(made, Refusal) and made.why is Why.VALUE_MISSING and late:
            made = late[0][1]
        computed = made if isinstance(made, Goal) else made.goal if isinstance(made, Mean) else None
        beside = stated
        if stated is not None and stated.reading is not None and time is not None and end is not None:
            own = min(stated.reading.period.end, time.end)
            if own != end:
                beside = None
                warnings.append(
                    Text(
                        f"số của tổng thể tính đến {own}, của các bộ phận đến {end}: không so được",
                        f"the whole is known up to {own}, its parts up to {end}: they are not held side by side",
                    )
                )
        found = RollUp(
            "goal" if self.results is None else "actual",
            target,
            breakdown,
            None if stated is None else stated.goal,
            computed,
            made.bounds if isinstance(made, Mean) else None,
            _beside(target, breakdown, None if beside is None else beside.goal, made, goals),
            coverage,
            made if isinstance(made, Refusal) else None,
            tuple(warnings),
        )
        if computed is None or computed.lower is None:
            return found, None
        readings = [figure.reading for _, figure in known if figure.reading is not None]
        return found, _together(computed.basis, computed.lower, readings)

    def _own(self, target: Target, time: Period | None) -> _Figure | None:
        if self.results is None:
            return None if target.goal.basis is Basis.TEXT else _Figure(target.goal)
        if time is None:
            return None
        reading = measured(target, time, self.plan, self.results.get(target.id, ()), self.as_of).reading
        return None if reading is None else _Figure(point_of(reading), reading)

    def _figure(self, part: Target, time: Period | None, warnings: list[Text]) -> _Figure | None:
        """Return the figure of a part: its own, else what its own parts add up to."""
        own = self._own(part, time)
        if own is not None:
            return own
        for breakdown in part.breakdowns:
            if breakdown.relation in ADDED:
                found, reading = self._of(part, breakdown, time)
                if found.computed is not None:
                    warnings += found.warnings
                    return _Figure(found.computed, reading)
        return None

    def _made(
        self,
        target: Target,
        breakdown: Breakdown,
        known: list[tuple[Target, Goal]],
        coverage: Coverage,
        time: Period | None,
        warnings: list[Text],
    ) -> Goal | Mean | Refusal:
        what = str(target.indicator)
        allowed = adding(target, breakdown)
        if isinstance(allowed, Refusal):
            return allowed
        refusal = self._apart(target, breakdown, known, time)
        if refusal is not None:
            return refusal
        if not known:
            return Refusal.of(Why.WORDS if self.results is None else Why.NO_VALUE, what=what)
        if self.missing == "refuse" and not coverage.is_complete:
            return Refusal.of(Why.VALUE_MISSING, what=what, who=coverage.missing[0])
        parts = [part for part, _ in known]
        goals = [goal for _, goal in known]
        if Way.QUOTIENT in allowed.ways and self.missing != "as_zero" and self.plan is not None:
            found = self._quotient(parts, goals, what, time, warnings)
            if found is not None:
                return found
        moved = alike(goals, parts, allowed.unit, what)
        if isinstance(moved, Refusal):
            return moved
        if Way.WEIGHTED in allowed.ways and self.weights is not None:
            return self._weighted(breakdown, parts, moved, what)
        return total(moved, what) if Way.SUM in allowed.ways else not_added(allowed.kind, what)

    def _apart(
        self, target: Target, breakdown: Breakdown, known: list[tuple[Target, Goal]], time: Period | None
    ) -> Refusal | None:
        """Return what keeps parts that are defined alike from adding: one id, other times, places that overlap."""
        every = target.walk() if self.plan is None else self.plan.walk()
        twice = id_twice(breakdown.parts)
        if self.results is not None:
            twice |= id_twice(every) & {part.id for part in breakdown.parts}
        if twice:
            return Refusal.of(Why.ID_TWICE, who=min(twice))
        times = [part.horizon or time for part in breakdown.parts]
        counted = target.indicator.measure is Measure.FLOW or any(goal.basis is not Basis.LEVEL for _, goal in known)
        what = str(target.indicator)
        return times_apart(times, time, what, counted=counted) or overlapping(self.plan, breakdown, time, what)

    def _quotient(
        self, parts: list[Target], goals: list[Goal], what: str, time: Period | None, warnings: list[Text]
    ) -> Mean | Refusal | None:
        """Return the shares of parts as numerators over denominators, None where their plan does not state them."""
        plan = self.plan
        if plan is None or any(goal.basis is not Basis.LEVEL for goal in goals):
            return None
        places, shares = Places(), Shares(self._read)
        cells = []
        for part in parts:
            period = part.horizon or time or plan.period
            place = places.of(part.jurisdiction or plan.jurisdiction, period.start)
            cells.append((Slot(plan, place, place, period, Cells(None, None)), part))
        sides = shares.sides_of_all(cells)
        return None if sides is None else shares.quotient(cells, goals, sides, what, warnings)

    def _read(self, cell: Cell) -> Goal | None:
        own = self._own(cell[1], cell[1].horizon or cell[0].period)
        return None if own is None else own.goal

    def _weighted(self, breakdown: Breakdown, parts: list[Target], goals: list[Goal], what: str) -> Mean | Refusal:
        by_part = dict(zip([part.id for part in parts], goals, strict=True))
        asked = breakdown.parts if self.missing == "as_zero" else parts
        weights = []
        for part in asked:
            weight = (self.weights or {}).get(part.id)
            if weight is None:
                return Refusal.of(Why.WEIGHT_MISSING, who=part.id)
            if weight < 0:
                return Refusal.of(Why.WEIGHT_NEGATIVE, who=part.id, found=weight)
            weights.append(weight)
        return weighted([by_part.get(part.id, _ZERO) for part in asked], weights, what)


def _together(basis: Basis, number: Decimal, readings: list[Reading]) -> Reading | None:
    """Return what parts make as a reading, so that it can stand beside others: as settled as the least of them."""
    if not readings:
        return None
    period = Period(min(one.period.start for one in readings), min(one.period.end for one in readings))
    status = min((one.status for one in readings), key=rank)
    field = {Basis.LEVEL: "value", Basis.CHANGE: "change"}.get(basis, "relative_change")
    return Reading(period, **{field: number}, status=status, origin=Origin.PARTS)


def _beside(
    target: Target,
    breakdown: Breakdown,
    stated: Goal | None,
    made: Goal | Mean | Refusal,
    known: list[tuple[Target, Goal]],
) -> tuple[Bound, ...]:
    """Return the bounds that both have, side by side."""
    if stated is None or isinstance(made, Refusal):
        return ()
    if isinstance(made, Goal):
        parts = [Target(part.id, part.indicator, _bare(goal)) for part, goal in known]
        added = Breakdown(breakdown.relation, parts, denominator=breakdown.denominator)
        return compare_parts(Target(target.id, target.indicator, _bare(stated)), added).bounds
    if made.goal is None or made.goal.basis is not stated.basis:
        return ()
    sides = ((Side.LOWER, stated.lower, made.goal.lower), (Side.UPPER, stated.upper, made.goal.upper))
    return tuple(
        [
            Bound(side, said, found, slack_of((said,)))
            for side, said, found in sides
            if said is not None and found is not None
        ]
    )


def _bare(goal: Goal) -> Goal:
    """Return the figures of a goal without the direction that its indicator might give it."""
    return Goal(goal.basis, goal.interval)
