"""Where the weights of a mean, and the two sides of a share, are found; *not* here: the computing (`weighting`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from govplan.aggregation.gathering import Cell, Gathered, Slot
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.sums import alike
from govplan.aggregation.territory import Place
from govplan.aggregation.weighting import Mean, disagrees, factor_of, figure_of, quotient
from govplan.errors import AggregationError
from govplan.model.goal import Goal
from govplan.model.target import Target
from govplan.values.number import Number, exact_rescale, number_of
from govplan.values.period import Period
from govplan.values.text import Text

__all__ = ["Shares", "Weights"]

Read = Callable[[Cell], Goal | None]


class Weights:
    """The weight of each place or plan (trọng số): given, or the figure of an indicator there and then.

    Args:
        given: by the key, code or ISO code of a place or the id of a plan; or the common id of an indicator.
        found: the plans, in which the indicator is looked up.
        read: the figure of a target.

    Raises:
        AggregationError: no plan has the indicator.
    """

    def __init__(self, given: Mapping[str, Number] | str | None, found: Gathered, read: Read) -> None:
        self.is_given = given is not None
        self._named: dict[str, Decimal] = {}
        self._of: dict[tuple[Place, Period], Decimal] = {}
        if isinstance(given, str):
            self._of = _figures(found.identities.final(given), found, read)
            if not self._of:
                raise AggregationError(
                    f"no weights: found no figure of {given!r:.80} in any plan; write the id of an indicator that the "
                    "plans have, or give weights by place",
                    f"không có trọng số: không kế hoạch nào có số liệu của {given!r:.80}; hãy viết id của chỉ tiêu mà "
                    "các kế hoạch có, hoặc cho trọng số theo địa bàn",
                )
        elif given is not None:
            self._named = {name: number_of(weight) for name, weight in given.items()}

    def of(self, slot: Slot) -> Decimal | None:
        """Return the weight of a plan's place at its time, None where there is none."""
        if self._of:
            return self._of.get((slot.place, slot.period))
        unit = slot.place.unit
        for name in (slot.plan.id, slot.place.key, unit.code, unit.iso):
            if name is not None and name in self._named:
                return self._named[name]
        return None

    def of_all(self, cells: Sequence[Cell]) -> list[Decimal] | Refusal:
        """Return the weights of several, or whose is missing or negative."""
        found = [(self.of(slot), slot.place) for slot, _ in cells]
        without = sorted([(place.key, str(place)) for weight, place in found if weight is None])
        if without:
            return Refusal.of(Why.WEIGHT_MISSING, who=without[0][1])
        weights = [weight for weight, _ in found if weight is not None]
        below = sorted(
            [(place.key, weight, str(place)) for weight, place in found if weight is not None and weight < 0]
        )
        if below:
            return Refusal.of(Why.WEIGHT_NEGATIVE, who=below[0][2], found=below[0][1])
        return weights


def _figures(key: str, found: Gathered, read: Read) -> dict[tuple[Place, Period], Decimal]:
    figures: dict[tuple[Place, Period], Decimal] = {}
    for cells in found.tables.values():
        for slot, target in cells.get(key, ()):
            goal = read((slot, target))
            if goal is None or goal.interval is None:
                continue
            low, high = figure_of(goal)
            unit = target.indicator.unit
            scale = _ONE if unit is None else unit.scale
            if low == high:
                figures[slot.place, slot.period] = exact_rescale(low, scale, _ONE)
    return figures


_ONE = Decimal(1)


class Shares:
    """The numerators and denominators that plans state beside their shares (tử số, mẫu số)."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._targets: dict[tuple[int, Place, Period], dict[str, Target]] = {}

    def sides_of(self, cell: Cell) -> tuple[Target, Target] | None:
        """Return the targets for a ratio's numerator and denominator in its own plan, place and period."""
        slot, target = cell
        over, under = target.indicator.numerator, target.indicator.denominator
        if over is None or under is None:
            return None
        known = self._beside(slot)
        numerator, denominator = known.get(over), known.get(under)
        return None if numerator is None or denominator is None else (numerator, denominator)

    def sides_of_all(self, cells: Sequence[Cell]) -> list[tuple[Target, Target]] | None:
        """Return the sides of several ratios, None where one of them lacks a side or its figure."""
        found = []
        for cell in cells:
            sides = self.sides_of(cell)
            if sides is None or any(self._figure(cell[0], side) is None for side in sides):
                return None
            found.append(sides)
        return found

    def quotient(
        self,
        cells: Sequence[Cell],
        goals: Sequence[Goal],
        sides: Sequence[tuple[Target, Target]],
        what: str,
        warnings: list[Text],
    ) -> Mean | Refusal:
        """Return the numerators of ratios over their denominators, each summed.

        A warning is added where a share that is stated is another one than its own two sides make.
        """
        columns = []
        for side in (0, 1):
            targets = [pair[side] for pair in sides]
            figures = [self._figure(cell[0], target) for cell, target in zip(cells, targets, strict=True)]
            unit = targets[0].indicator.unit
            if unit is not None and any(
                one.indicator.unit is None or not one.indicator.unit.measures_like(unit) for one in targets
            ):
                names = sorted({str(one.indicator.unit) for one in targets})
                return Refusal.of(Why.UNITS_DIFFER, what=what, one=names[0], two=names[-1])
            moved = alike([goal for goal in figures if goal is not None], targets, unit, what)
            if isinstance(moved, Refusal):
                return moved
            columns.append(moved)
        factor = factor_of(cells[0][1], *sides[0])
        if factor is None:
            numerator, denominator = (target.indicator.unit for target in sides[0])
            return Refusal.of(Why.UNITS_DIFFER, what=what, one=numerator, two=denominator)
        for number, ((slot, target), goal) in enumerate(zip(cells, goals, strict=True)):
            own = factor_of(target, *sides[number])
            figures = [self._figure(slot, side) for side in sides[number]]
            if own is not None and figures[0] and figures[1] and disagrees(goal, figures[0], figures[1], own):
                name = f"{slot.plan.id}/{target.id} ({slot.place})"
                warnings.append(
                    Text(
                        f"{name}: tỷ lệ đã ghi khác tử số chia mẫu số của chính kế hoạch; tính theo tử số và mẫu số",
                        f"{name}: the share that is stated is not its own numerator over its denominator; the two "
                        "sides are used",
                    )
                )
        return quotient(goals, columns[0], columns[1], factor, what)

    def _figure(self, slot: Slot, target: Target) -> Goal | None:
        goal = self._read((slot, target))
        return None if goal is None or goal.interval is None or goal.basis.value != "level" else goal

    def _beside(self, slot: Slot) -> dict[str, Target]:
        key = (id(slot.plan), slot.place, slot.period)
        known = self._targets.get(key)
        if known is None:
            known = self._targets[key] = {}
            for target in slot.plan.walk():
                if target.indicator.id is not None and _stands_in(target, slot):
                    known.setdefault(target.indicator.id, target)
        return known


def _stands_in(target: Target, slot: Slot) -> bool:
    place = target.jurisdiction or slot.plan.jurisdiction
    return place.key == slot.place.key and (target.horizon or slot.plan.period) == slot.period
