"""What an aggregation answers with: results, what went in, what was left out; *not* here: the adding (`group`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from govplan.aggregation.coverage import Coverage
from govplan.aggregation.refusal import Refusal
from govplan.errors import AggregationError
from govplan.model.goal import Basis, Goal
from govplan.model.indicator import Measure
from govplan.values.jurisdiction import Jurisdiction
from govplan.values.period import Period
from govplan.values.text import Text
from govplan.values.unit import Unit

__all__ = ["Aggregate", "Aggregation", "Contribution", "LeftOut"]


@frozen
class Contribution:
    """One figure that went into a result (phần đóng góp): of whose plan, where it stands, for where and when.

    `goal` is what the plan asks for, in its own unit; `value` what was measured, where results were added.
    """

    plan_id: str
    target_id: str
    path: str
    jurisdiction: Jurisdiction
    period: Period
    goal: Goal
    value: Decimal | None = None


@frozen
class LeftOut:
    """A target that went into no result (phần không tính), and why."""

    plan_id: str
    target_id: str
    refusal: Refusal


@frozen
class Aggregate:
    """One result (kết quả tổng hợp): a figure with its coverage, or the reason why there is none.

    `goal` is the sum of goals as intervals; `value` that of results. Where a mean or a share has a value, `quotients`
    are its bounds, exactly; `goal` or `value` then say the same where decimals can hold it. All are None where
    `refusal` says why. `basis` is what the figures are: levels, or changes. `period` runs from the first day to the
    last of what was added; `unit` is the smallest of those added.
    """

    id: str
    unit: Unit | None
    measure: Measure | None
    basis: Basis | None
    period: Period
    goal: Goal | None
    value: Decimal | None
    quotients: tuple[Fraction | None, Fraction | None] | None
    coverage: Coverage
    refusal: Refusal | None
    warnings: tuple[Text, ...]
    # Looked up when someone asks: nearly all sums are read for their figure alone.
    _name: Callable[[], Text] = field(eq=False, repr=False)
    _places: Callable[[], tuple[Jurisdiction, ...]] = field(eq=False, repr=False)
    _contributions: Callable[[], tuple[Contribution, ...]] = field(eq=False, repr=False)

    @cached_property
    def name(self) -> Text:
        """The name that most of the plans give the indicator."""
        return self._name()

    @cached_property
    def jurisdictions(self) -> tuple[Jurisdiction, ...]:
        """Whose figures went in: the places as they were brought together, in the order of their keys."""
        return self._places()

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """What went in, in the order of places, periods and plans."""
        return self._contributions()

    @property
    def has_figure(self) -> bool:
        """Is there a goal, a value or a quotient?"""
        return self.refusal is None


@frozen
class Aggregation:
    """What `aggregate` answers with (bảng tổng hợp): a result for each group, in a stable order.

    `left_out` lists every target that went into none, with the reason.
    """

    of: str
    by: tuple[str, ...]
    missing: str
    groups: tuple[Aggregate, ...]
    _left_out: Callable[[], tuple[LeftOut, ...]] = field(eq=False, repr=False)

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The targets that went into no result, in the order of plans and targets."""
        return self._left_out()

    def get(self, id: str, *, period: Period | None = None, jurisdiction: str | None = None) -> Aggregate | None:
        """Return the only result for an indicator, None where there is none.

        Args:
            id: the common id of the indicator.
            period: the period wanted, where there are several.
            jurisdiction: the key, official code or ISO code of the place wanted, where places stay apart.

        Raises:
            AggregationError: several fit; the message says which periods and places there are.
        """
        found = [group for group in self.groups if group.id == id and period in (None, group.period)]
        if jurisdiction is not None:
            found = [group for group in found if any(_is_called(unit, jurisdiction) for unit in group.jurisdictions)]
        if len(found) > 1:
            named = "; ".join(f"{group.period}, {', '.join(map(str, group.jurisdictions[:3]))}" for group in found[:10])
            raise AggregationError(
                f"several results of {id}: found {named}; say which period or jurisdiction",
                f"có nhiều kết quả của {id}: gặp {named}; hãy nêu kỳ hoặc địa bàn",
            )
        return found[0] if found else None

    def __iter__(self) -> Iterator[Aggregate]:
        return iter(self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def _repr_html_(self) -> str:
        from govplan.aggregation.notebook import aggregation_html

        return aggregation_html(self)


def _is_called(unit: Jurisdiction, name: str) -> bool:
    return name in (unit.key, unit.code, unit.iso)
