"""What was measured of the targets of many plans, as points to add; *not* here: which result counts (`series`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from govplan.aggregation.gathering import Slot
from govplan.aggregation.ids import id_twice
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.series import Known, Reading, latest, way_of
from govplan.errors import AggregationError
from govplan.model.goal import Basis, Goal
from govplan.model.indicator import Measure
from govplan.model.observation import Observation, Status
from govplan.model.plan import Plan
from govplan.model.target import Target
from govplan.values.interval import Interval
from govplan.values.period import Period
from govplan.values.text import Text

__all__ = ["Measurement", "Readings", "in_step", "measured", "point_of"]

Given = Mapping[str, Iterable[Observation]] | Iterable[Observation] | None


class Readings:
    """The results of plans, by plan and target (số liệu thực hiện).

    Args:
        plans: the plans.
        given: the results by the plan's id, or those of the only plan.
        as_of: the day up to which results are known, None for all.

    Raises:
        AggregationError: results without a plan's id where there are several plans, or of a plan not given.
    """

    def __init__(self, plans: Sequence[Plan], given: Given, as_of: date | None) -> None:
        self._as_of = as_of
        self._known: dict[tuple[str, str, Period], Known] = {}
        self._by_target: dict[tuple[str, str], list[Observation]] = {}
        ids = sorted({plan.id for plan in plans})
        if given is None:
            given = {}
        if not isinstance(given, Mapping):
            if len(ids) > 1:
                raise AggregationError(
                    f"results of nobody knows which plan: found {len(ids)} plans and one list; give them by plan, "
                    f"e.g. {{{ids[0]!r}: results}}",
                    f"không rõ kết quả của kế hoạch nào: gặp {len(ids)} kế hoạch và một danh sách; hãy cho theo từng "
                    f"kế hoạch, ví dụ {{{ids[0]!r}: results}}",
                )
            given = {ids[0]: given} if ids else {}
        self._twice: dict[str, frozenset[str]] = {}
        unknown = sorted(given.keys() - set(ids))
        if unknown:
            names = ", ".join(unknown[:20])
            raise AggregationError(
                f"results of plans that were not given: found {names}; give the plan, or mend the id",
                f"kết quả của kế hoạch không có trong danh sách: gặp {names}; hãy thêm kế hoạch, hoặc sửa mã",
            )
        for plan_id, observations in given.items():
            for observation in observations:
                self._by_target.setdefault((plan_id, observation.target), []).append(observation)
        for plan in plans:
            if plan.id in given:
                self._twice[plan.id] = id_twice(plan.walk())

    def of(self, slot: Slot, target: Target) -> Goal | None:
        """Return what was measured of a target for its time, as the point that it is; None where nothing was."""
        reading = self.known(slot, target).reading
        return None if reading is None else point_of(reading)

    def known(self, slot: Slot, target: Target) -> Known:
        """Return what is known of a target for its time, or why nothing is."""
        key = (slot.plan.id, target.id, slot.period)
        known = self._known.get(key)
        if known is None:
            observations = self._by_target.get(key[:2], ())
            if observations and target.id in self._twice[slot.plan.id]:
                refusal = Refusal.of(Why.ID_TWICE, who=f"{slot.plan.id}/{target.id}")
                known = self._known[key] = Known(None, refusal)
                return known
            known = self._known[key] = measured(target, slot.period, slot.plan, observations, self._as_of)
        return known

    def refusal_of(self, slot: Slot, target: Target) -> Refusal:
        """Return why nothing was measured of a target for its time."""
        known = self.known(slot, target)
        return known.refusal or Refusal.of(Why.NO_VALUE, what=target.indicator)


def measured(
    target: Target, horizon: Period, plan: Plan | None, observations: Iterable[Observation], as_of: date | None
) -> Known:
    """Return what was measured of a target for its time, as far as it is known on a day."""
    way = way_of(target, horizon, None if plan is None else plan.period)
    return latest(target, observations, way=way, as_of=as_of)


def point_of(reading: Reading) -> Goal:
    """Return a figure as the goal that exactly it meets, so that results add as goals do."""
    basis = Basis.LEVEL
    if reading.value is None:
        basis = Basis.RELATIVE_CHANGE if reading.change is None else Basis.CHANGE
    return Goal(basis, Interval.point(reading.number))


@frozen
class Measurement:
    """What was measured of a target for its period (số liệu), and what to call whose it is."""

    name: str
    target: Target
    period: Period
    goal: Goal
    reading: Reading

    @property
    def end(self) -> date:
        """The last day that the figure reaches to."""
        return min(self.reading.period.end, self.period.end)


def in_step(found: Sequence[Measurement]) -> tuple[list[int], list[tuple[int, Refusal]], list[Text]]:
    """Divide figures into those that reach as far as the furthest for their period, and those left behind.

    Amounts over a time, nine months here and six there, do not add; levels of different days do, with a warning, and
    so do estimates and final figures. Both are given by their numbers in the order of the figures.
    """
    ends: dict[Period, date] = {}
    for one in found:
        ends[one.period] = max(one.end, ends.get(one.period, one.end))
    kept, late, warned = [], [], []
    for number, one in enumerate(found):
        end, wanted = one.end, ends[one.period]
        counted = one.target.indicator.measure in (None, Measure.FLOW) or one.goal.basis is not Basis.LEVEL
        if end < wanted and counted:
            what = f"{one.target.indicator} ({one.name})"
            reached, asked = (str(Period(min(one.period.start, day), day)) for day in (end, wanted))
            late.append((number, Refusal.of(Why.PART_OF_TIME, what=what, found=reached, wanted=asked)))
            continue
        kept.append(number)
        if end < wanted:
            warned.append((one.name, end))
    warnings = [
        Text(f"số liệu của {name} tính đến {end}, sớm hơn nơi khác", f"the figure of {name} is of {end}, before others")
        for name, end in sorted(warned)
    ]
    short = sorted({(period, end) for period, end in ends.items() if end < period.end})
    warnings += [
        Text(f"số liệu của {period} mới tính đến {end}", f"figures for {period} reach to {end} only")
        for period, end in short
    ]
    return kept, late, warnings + _unsettled([found[number] for number in kept])


def _unsettled(found: Sequence[Measurement]) -> list[Text]:
    """Return a sentence for the figures that are estimates, and one for those that are provisional."""
    warnings = []
    for status, (vi, en) in _UNSETTLED.items():
        names = sorted({one.name for one in found if one.reading.status is status})
        if names:
            warnings.append(Text(f"{vi}: {', '.join(names)}", f"{en}: {', '.join(names)}"))
    return warnings


_UNSETTLED = {
    Status.ESTIMATE: ("ước thực hiện, chưa phải số chính thức", "estimates, no final figures"),
    Status.PROVISIONAL: ("số sơ bộ, chưa phải số chính thức", "provisional, no final figures"),
}
