"""The results of one target: what is known of it as of a day; *not* here: what the plan asked for (`assessment`).

A flow is counted from the first day of its time, a level is what was measured last, and a change reaches back to
where the way begins. What was reported for single periods is joined where it leaves no gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import evolve, frozen

from govplan.aggregation.parts import slack_of
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.stretches import Piece, Run, distinct, join, rank
from govplan.errors import InvalidNumberError
from govplan.model.goal import Basis
from govplan.model.indicator import Measure
from govplan.model.observation import Mode, Observation, Status
from govplan.model.target import Target
from govplan.model.wording import format_for
from govplan.values.number import exact_sum, number_of
from govplan.values.period import Period
from govplan.values.text import Text
from govplan.vietnamese import format_date

__all__ = ["Known", "Origin", "Reading", "latest", "time_of", "way_of"]


class Origin(Enum):
    """Where a figure comes from (nguồn số liệu): reported as it is, joined from several reports, or from the parts."""

    REPORTED = "reported"
    CONVERTED = "converted"
    PARTS = "parts"


@frozen
class Reading:
    """What is known of a target (số liệu thực hiện): numbers as an `Observation` has them, for one stretch of time.

    `period` is what the figure covers: of a flow and of a change the time since the way began, of a level the time
    or the day that it was measured for.
    """

    period: Period
    value: Decimal | None = None
    change: Decimal | None = None
    relative_change: Decimal | None = None
    status: Status = Status.FINAL
    origin: Origin = Origin.REPORTED

    @property
    def number(self) -> Decimal:
        """The level if it is known, else the change, else the relative change; what a table shows."""
        numbers = (self.value, self.change, self.relative_change)
        return next(number for number in numbers if number is not None)


@frozen
class Known:
    """A reading or the reason why there is none, the published judgement beside it, and what is odd about it."""

    reading: Reading | None = None
    refusal: Refusal | None = None
    judgement: str | None = None
    warnings: tuple[Text, ...] = ()


def time_of(observation: Observation) -> Period:
    """Return the time of a result, a day being a period of its own.

    >>> time_of(Observation("jobs", as_of=date(2023, 6, 30), value=8000)).days
    1
    """
    if observation.period is not None:
        return observation.period
    day = observation.as_of or date.min
    return Period(day, day)


def way_of(target: Target, horizon: Period, plan_period: Period | None = None) -> Period:
    """Return the time that progress on a target is measured over: from where it sets out to its horizon's end.

    A flow is counted within its horizon. A level sets out on the day after its baseline where that is dated, else
    where the plan begins; a change sets out there, else where its horizon begins.

    >>> from govplan.model import Baseline, Goal, Indicator
    >>> rate = Indicator("Tỷ lệ hộ nghèo", unit="%", measure="ratio")
    >>> goal = Target("poor", rate, Goal.reduce_to(3), baseline=Baseline(7, Period.year(2020)))
    >>> str(way_of(goal, Period.year(2025), Period.years(2021, 2025)))
    '2021-2025'
    """
    measure = target.indicator.measure
    if measure is Measure.FLOW or measure is None:
        return horizon
    baseline = target.baseline
    if baseline is not None and baseline.period is not None and baseline.period.end < horizon.end:
        return Period(date.fromordinal(baseline.period.end.toordinal() + 1), horizon.end)
    if plan_period is not None and target.goal.basis is Basis.LEVEL and plan_period.start < horizon.start:
        return Period(plan_period.start, horizon.end)
    return horizon


def latest(
    target: Target,
    observations: Iterable[Observation],
    *,
    way: Period,
    as_of: date | None = None,
) -> Known:
    """Return what is known of a target as of a day, the last time first, whatever order the results come in.

    Of figures for one time the final one counts before the provisional, that before the estimate; a report for an
    earlier time never replaces one for a later. Cumulative figures are never summed; figures of single periods are,
    where they follow one another from the first day on.

    Args:
        target: whose results they are; its indicator's measure says how figures of periods join.
        observations: results; those of other targets are passed over.
        way: the time that counts: for a flow its horizon, see `way_of`.
        as_of: the day up to which results are known, None for all: those of times that have begun.

    >>> from govplan.model import Goal, Indicator
    >>> jobs = Target("jobs", Indicator("Việc làm", unit="người", measure="flow"), Goal.at_least(16000))
    >>> quarters = [Observation("jobs", period=Period.months(2023, month, 3), value=4000) for month in (1, 4)]
    >>> latest(jobs, quarters, way=Period.year(2023)).reading.value
    Decimal('8000')
    """
    mine = [one for one in observations if one.target == target.id]
    day = date.max if as_of is None else as_of
    settled = [one for one in mine if time_of(one).end <= day or (_is_estimate(one) and time_of(one).start <= day)]
    known = _Series(target, settled, way).known(day)
    if known.reading is not None or known.refusal is None or known.refusal.why is Why.STATED_TWICE:
        return known
    early = [one for one in mine if time_of(one).start <= day < time_of(one).end and not _is_estimate(one)]
    if not early:
        return known
    # A figure for a time that is not over can only be an estimate, whatever it is called.
    estimated = [evolve(one, status=Status.ESTIMATE) for one in early]
    known = _Series(target, [*settled, *estimated], way).known(day)
    if known.reading is None:
        return known
    words = Text(
        f"số liệu cho {known.reading.period} có trước khi kỳ kết thúc: được coi là ước thực hiện",
        f"a figure for {known.reading.period} before that time is over: read as an estimate",
    )
    return evolve(known, warnings=(*known.warnings, words))


def _is_estimate(one: Observation) -> bool:
    return one.status is Status.ESTIMATE


_YEAR = 365
_FIELDS = ("value", "change", "relative_change")
_STANDING = (Measure.STOCK, Measure.RATIO, Measure.MEAN, Measure.INDEX)
_ADDED = {"value": (Measure.FLOW,), "change": (Measure.FLOW, Measure.STOCK), "relative_change": ()}
_OWN = {Basis.LEVEL: "value", Basis.CHANGE: "change", Basis.RELATIVE_CHANGE: "relative_change"}


class _Series:
    """The results of one target laid along its way."""

    def __init__(self, target: Target, observations: Sequence[Observation], way: Period) -> None:
        self.target, self.way, self.measure = target, way, target.indicator.measure
        self.first, self.last = way.start.toordinal(), way.end.toordinal()
        self.observations = observations
        self.outside: set[Observation] = set()
        self.pieces: dict[str, list[Piece]] = {field: [] for field in _FIELDS}
        for one in observations:
            self._lay(one)

    def _lay(self, one: Observation) -> None:
        last, fits = time_of(one).end.toordinal(), False
        for field in _FIELDS:
            amount = getattr(one, field)
            if amount is None:
                continue
            first = self._first_day(one, stands=self._stands(field))
            # A level stands on its last day, wherever the period that it is given for began.
            if self.first <= (last if self._stands(field) else first) and last <= self.last:
                fits = True
                self.pieces[field].append(Piece(first, last, amount, one.status))
        if not fits:
            self.outside.add(one)

    def _stands(self, field: str) -> bool:
        return field == "value" and self.measure in _STANDING

    def _first_day(self, one: Observation, *, stands: bool) -> int:
        """Return the first day that a figure covers, as its mode says; a count or a change as of a day is a total."""
        time = time_of(one)
        if one.mode is Mode.YEAR_TO_DATE:
            return time.end.replace(month=1, day=1).toordinal()
        if one.mode is Mode.SINCE_START or (one.period is None and not stands):
            return min(self.first, time.end.toordinal())
        return time.start.toordinal()

    def known(self, day: date) -> Known:
        """Return the last figure that the goal can be held against, else the last there is."""
        runs = {field: self._runs(field) for field in _FIELDS}
        ends = [self._end(field, found) for field, found in runs.items()]
        end = max(ends, default=(False, -1))[1]
        warnings = self._warnings(end)
        if end < 0:
            return Known(None, self._why_not(day), None, warnings)
        found = {field: run[end] for field, run in runs.items() if end in run}
        for field, run in found.items():
            if run.other is not None:
                one, two = (format_for(amount, "vi") for amount in run.other)
                return Known(
                    None, Refusal.of(Why.STATED_TWICE, what=self.target.indicator, one=one, two=two), None, warnings
                )
            if run.beside is not None and abs(exact_sum((run.amount, -run.beside))) > slack_of(
                (run.amount, run.beside)
            ):
                warnings = (*warnings, _disagreement(field, run, run.beside))
        return self._reading(end, found, warnings)

    def _reading(self, end: int, found: dict[str, Run], warnings: tuple[Text, ...]) -> Known:
        numbers: dict[str, Decimal] = {}
        for field, run in found.items():
            try:
                numbers[field] = number_of(run.amount)
            except InvalidNumberError:
                amount = format_for(run.amount, "vi")
                return Known(
                    None, Refusal.of(Why.OUT_OF_BOUNDS, what=self.target.indicator, found=amount), None, warnings
                )
        first = self.first
        if "value" in found and self._stands("value"):
            first = max(piece.first for piece in self._spans(end))
        reading = Reading(
            Period(date.fromordinal(first), date.fromordinal(end)),
            **numbers,
            status=min((run.status for run in found.values()), key=rank),
            origin=Origin.CONVERTED if any(run.pieces > 1 for run in found.values()) else Origin.REPORTED,
        )
        return Known(reading, None, self._judgement(end), (*warnings, *self._short(reading)))

    def _short(self, reading: Reading) -> list[Text]:
        """Return a sentence where a mean or an index of a month or a quarter stands for that of a year."""
        is_mean = self.measure in (Measure.MEAN, Measure.INDEX) and reading.value is not None
        time = reading.period
        if not is_mean or time.end != self.way.end or 1 < time.days >= min(self.way.days, _YEAR):
            return []
        if time.days >= self.way.days:
            return []
        return [
            Text(
                f"số liệu chỉ của {time}, được dùng cho {self.way}",
                f"the figure is of {time} only, and stands for {self.way}",
            )
        ]

    def _spans(self, end: int) -> list[Piece]:
        """Return the levels of a day that count: of the longest time, for a mean of a year is none of its December.

        Of stocks, which stand on a day, the most settled come first.
        """
        pieces = [piece for piece in distinct(self.pieces["value"]) if piece.last == end]
        if self.measure is Measure.STOCK:
            best = max(rank(piece.status) for piece in pieces)
            return [piece for piece in pieces if rank(piece.status) == best]
        longest = min(piece.first for piece in pieces)
        return [piece for piece in pieces if piece.first == longest]

    def _runs(self, field: str) -> dict[int, Run]:
        """Return what is known on each day that a figure is known for."""
        if self._stands(field):
            return {end: self._standing(end) for end in {piece.last for piece in self.pieces[field]}}
        pieces = distinct(self.pieces[field])
        if self.measure not in _ADDED[field]:
            pieces = [piece for piece in pieces if piece.first == self.first]
        return join(pieces, self.first)

    def _standing(self, end: int) -> Run:
        pieces = self._spans(end)
        amounts = {piece.amount for piece in pieces} | {piece.other for piece in pieces if piece.other is not None}
        low, high = min(amounts), max(amounts)
        return Run(end, pieces[0].amount, pieces[0].status, 1, None if low == high else (low, high))

    def _end(self, field: str, runs: dict[int, Run]) -> tuple[bool, int]:
        """Return the last day of a field's figures, and whether the goal can be held against them at all."""
        end = max(runs, default=-1)
        basis, baseline = self.target.goal.basis, self.target.baseline
        if end < 0 or basis is Basis.TEXT or _OWN[basis] == field:
            return end >= 0, end
        # What a flow amounts to in half a year says nothing of its change against a whole one.
        if baseline is None or (self.measure is Measure.FLOW and end < self.last):
            return False, end
        return baseline.value > 0 or "relative_change" not in (field, _OWN[basis]), end

    def _why_not(self, day: date) -> Refusal:
        what = self.target.indicator
        pieces = [piece for field in _FIELDS for piece in self.pieces[field]]
        if not pieces:
            return Refusal.of(Why.NO_RESULT, what=what, day=day)
        if self.measure is None and self.pieces["value"]:
            return Refusal.of(Why.MEASURE_UNKNOWN, what=what)
        last = max(pieces, key=lambda piece: (piece.last, piece.first))
        found = Period(date.fromordinal(last.first), date.fromordinal(last.last))
        return Refusal.of(Why.PART_OF_TIME, what=what, found=found, wanted=self.way)

    def _judgement(self, end: int) -> str | None:
        """Return what was published of the last time: of the longest stretch of it, the most settled first."""
        said = [
            (time_of(one).start, -rank(one.status), one.judgement)
            for one in self.observations
            if one.judgement is not None and time_of(one).end.toordinal() == end and one not in self.outside
        ]
        return min(said)[2] if said else None

    def _warnings(self, end: int) -> tuple[Text, ...]:
        found = []
        for time in sorted({time_of(one) for one in self.outside}):
            found.append(
                Text(
                    f"số liệu cho {time} không được tính: nằm ngoài {self.way}",
                    f"a figure for {time} is left out: it reaches outside {self.way}",
                )
            )
        if self.measure is Measure.FLOW:
            after = sorted({(piece.first, piece.last) for piece in self.pieces["value"] if piece.last > end >= 0})
            for first, last in after:
                time = Period(date.fromordinal(first), date.fromordinal(last))
                found.append(
                    Text(
                        f"số liệu cho {time} không được tính: thiếu số liệu của khoảng trước đó",
                        f"a figure for {time} is left out: something is missing before it",
                    )
                )
        return (*found, *self._falls())

    def _falls(self) -> list[Text]:
        """Return a sentence for each cumulative figure that is less than one before it."""
        if self.measure not in (None, Measure.FLOW):
            return []
        known: dict[tuple[int, int], tuple[int, Decimal, Status]] = {}
        for one in sorted(self.observations, key=lambda one: (time_of(one).end, rank(one.status), one.value or 0)):
            if one.value is None or one in self.outside:
                continue
            # Figures of periods that begin on one day are one cumulative series, whatever their mode is called.
            series = self._first_day(one, stands=False)
            known[(series, time_of(one).end.toordinal())] = (time_of(one).end.toordinal(), one.value, one.status)
        highest: dict[int, Decimal] = {}
        found = []
        for (series, _), (end, value, _) in sorted(known.items()):
            before = highest.get(series)
            if before is not None and value < before:
                found.append(_fall(end, value, before))
            highest[series] = value if before is None else max(value, before)
        return found


def _fall(end: int, value: Decimal, before: Decimal) -> Text:
    day = date.fromordinal(end)
    return Text(
        f"số lũy kế giảm: {format_for(value, 'vi')} đến {format_date(day)}, trước đó {format_for(before, 'vi')}; "
        "hãy đối chiếu với báo cáo",
        f"a cumulative figure falls: {format_for(value, 'en')} by {day}, {format_for(before, 'en')} before that; "
        "compare with the reports",
    )


def _disagreement(field: str, run: Run, beside: Decimal) -> Text:
    return Text(
        f"hai cách cộng cho kết quả khác nhau: dùng {format_for(run.amount, 'vi')}, cách kia "
        f"{format_for(beside, 'vi')}; hãy đối chiếu với báo cáo",
        f"reports of the {field.replace('_', ' ')} do not add up: {format_for(run.amount, 'en')} is used, others "
        f"come to {format_for(beside, 'en')}; compare with the reports",
    )
