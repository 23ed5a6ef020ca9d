"""Goals: the condition that a plan sets on a measured value; *not* here: how far along (`govplan.aggregation`)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import reduce

from attrs import evolve, field, frozen

from govplan.errors import AggregationError, InvalidGoalError, InvalidIntervalError
from govplan.values.conversion import member_of, optional_instance_of
from govplan.values.filling import filler
from govplan.values.interval import Interval
from govplan.values.number import Number, exact_sum, number_of, optional_number_of
from govplan.values.text import optional_line

__all__ = ["Basis", "Direction", "Goal"]


class Basis(Enum):
    """What of a measured value a goal speaks about (căn cứ so sánh)."""

    LEVEL = "level"
    CHANGE = "change"
    RELATIVE_CHANGE = "relative_change"
    TEXT = "text"


class Direction(Enum):
    """Which way is further than asked (chiều hướng): up, down, neither, or as the indicator's polarity says."""

    UP = "up"
    DOWN = "down"
    NONE = "none"
    POLARITY = "polarity"


def basis_of(value: Basis | str) -> Basis:
    """Return the basis that a member or its word means."""
    return member_of(Basis, value)


def direction_of(value: Direction | str) -> Direction:
    """Return the direction that a member or its word means."""
    return member_of(Direction, value)


@frozen
class Goal:
    """A condition on a measured value: an interval on a basis, with a direction (mức chỉ tiêu).

    Levels and changes are in the indicator's unit; relative changes are in percent of the baseline, and a
    reduction is negative. `approximate` marks a value that the plan gives with "khoảng"; `tolerance` is the
    distance it allows for that.

    Raises:
        InvalidGoalError: no interval, words where numbers are, or a direction that makes every value good.

    >>> floor = Goal.at_least(16000)
    >>> floor.met(Decimal(15999)), floor.met(Decimal(16000)), floor.exceeded(Decimal(16001))
    (False, True, True)
    >>> Goal.reduce_by_percent(4).met(change=Decimal(-8), baseline=Decimal(200))
    True
    """

    basis: Basis = field(converter=basis_of)
    interval: Interval | None = field(default=None, validator=optional_instance_of(Interval))
    direction: Direction = field(default=Direction.NONE, converter=direction_of)
    text: str | None = field(default=None, converter=optional_line)
    approximate: bool = False
    tolerance: Decimal | None = field(default=None, converter=optional_number_of)

    def __attrs_post_init__(self) -> None:
        interval = self.interval
        if self.basis is Basis.TEXT:
            if self.text is None or interval is not None or self.approximate or self.tolerance is not None:
                raise InvalidGoalError(
                    "a goal in words takes words alone: found numbers beside or instead of them; "
                    "write text, or a key with a number",
                    "chỉ tiêu định tính chỉ gồm lời: gặp số kèm theo hoặc thay cho lời; "
                    "hãy viết text, hoặc một khóa có số",
                )
            if self.direction is not Direction.NONE:
                raise InvalidGoalError(
                    f"a goal in words has no direction: found {self.direction.value}; leave it out",
                    f"chỉ tiêu định tính không có chiều: gặp {self.direction.value}; hãy bỏ đi",
                )
            return
        if interval is None or self.text is not None:
            raise InvalidGoalError(
                f"a goal on a {self.basis.value} needs an interval and no words: give bounds",
                f"chỉ tiêu theo {self.basis.value} cần khoảng giá trị, không cần lời: hãy cho các cận",
            )
        if (self.direction is Direction.UP and interval.lower is None) or (
            self.direction is Direction.DOWN and interval.upper is None
        ):
            raise InvalidGoalError(
                f"every value would meet it: found {interval} and beyond, {self.direction.value}; "
                "give the bound on the near side, or direction none for a limit",
                f"giá trị nào cũng đạt: gặp {interval} và xa hơn, chiều {self.direction.value}; "
                "hãy cho cận phía gần, hoặc chiều none nếu là giới hạn",
            )
        if self.tolerance is not None and (self.tolerance < 0 or not self.approximate):
            raise InvalidGoalError(
                f"tolerance without an approximate value, or below 0: found {self.tolerance}; "
                "give it with about, as 0 or more",
                f"dung sai không đi với giá trị xấp xỉ, hoặc âm: gặp {self.tolerance}; "
                "hãy dùng cùng about, từ 0 trở lên",
            )

    @classmethod
    def at_least(cls, value: Number) -> Goal:
        """Set a floor that more than reaches: ít nhất, đạt, từ … trở lên."""
        return _one_sided(Basis.LEVEL, number_of(value), None, Direction.UP)

    @classmethod
    def above(cls, value: Number) -> Goal:
        """Set a limit that values must stay over: trên."""
        return _one_sided(Basis.LEVEL, number_of(value), None, Direction.NONE, lower_open=True)

    @classmethod
    def at_most(cls, value: Number) -> Goal:
        """Set a ceiling: không quá, tối đa."""
        return _one_sided(Basis.LEVEL, None, number_of(value), Direction.NONE)

    @classmethod
    def below(cls, value: Number) -> Goal:
        """Set a strict ceiling: dưới."""
        return _one_sided(Basis.LEVEL, None, number_of(value), Direction.NONE, upper_open=True)

    @classmethod
    def exactly(cls, value: Number) -> Goal:
        """Ask for one value, or beyond it as the indicator's polarity says."""
        return cls(Basis.LEVEL, Interval.point(number_of(value)), Direction.POLARITY)

    @classmethod
    def between(cls, lower: Number, upper: Number) -> Goal:
        """Ask for a range, or beyond it as the indicator's polarity says: từ … đến …."""
        return cls(Basis.LEVEL, Interval(number_of(lower), number_of(upper)), Direction.POLARITY)

    @classmethod
    def about(cls, value: Number, tolerance: Number | None = None) -> Goal:
        """Ask for roughly one value (khoảng); without a tolerance nothing off the point is decided."""
        return cls(
            Basis.LEVEL,
            Interval.point(number_of(value)),
            Direction.POLARITY,
            approximate=True,
            tolerance=optional_number_of(tolerance),
        )

    @classmethod
    def increase_to(cls, value: Number) -> Goal:
        """Ask for a level to be raised to: tăng lên."""
        return cls.at_least(value)

    @classmethod
    def reduce_to(cls, value: Number) -> Goal:
        """Ask for a level to be brought down to: giảm còn, xuống còn."""
        return _one_sided(Basis.LEVEL, None, number_of(value), Direction.DOWN)

    @classmethod
    def increase_by(cls, value: Number) -> Goal:
        """Ask for that much more than the baseline, in the indicator's unit: tăng thêm."""
        return _one_sided(Basis.CHANGE, _amount(value), None, Direction.UP)

    @classmethod
    def reduce_by(cls, value: Number) -> Goal:
        """Ask for that much less than the baseline, in the indicator's unit: giảm 3.000 hộ."""
        return _one_sided(Basis.CHANGE, None, number_of(_amount(value).copy_negate()), Direction.DOWN)

    @classmethod
    def increase_by_percent(cls, value: Number) -> Goal:
        """Ask for that many percent of the baseline more: tăng 8%."""
        return _one_sided(Basis.RELATIVE_CHANGE, _amount(value), None, Direction.UP)

    @classmethod
    def reduce_by_percent(cls, value: Number) -> Goal:
        """Ask for that many percent of the baseline less: giảm 4%."""
        return _one_sided(Basis.RELATIVE_CHANGE, None, number_of(_amount(value).copy_negate()), Direction.DOWN)

    @classmethod
    def in_words(cls, text: str) -> Goal:
        """Set a goal that only a person can judge (chỉ tiêu định tính)."""
        return cls(Basis.TEXT, text=text)

    @property
    def lower(self) -> Decimal | None:
        """The lower bound, None when there is none."""
        return self.interval.lower if self.interval else None

    @property
    def upper(self) -> Decimal | None:
        """The upper bound, None when there is none."""
        return self.interval.upper if self.interval else None

    def toward(self, direction: Direction) -> Goal:
        """Return the goal with the direction that an indicator's polarity gives it, if it waits for one.

        >>> Goal.between(1500, 1700).toward(Direction.UP).met(Decimal(1800))
        True
        """
        if self.direction is not Direction.POLARITY or direction is Direction.POLARITY:
            return self
        return evolve(self, direction=direction)

    def met(
        self,
        value: Decimal | None = None,
        *,
        change: Decimal | None = None,
        relative_change: Decimal | None = None,
        baseline: Decimal | None = None,
    ) -> bool | None:
        """Is the goal met? None when what is given cannot decide it.

        It is met inside the interval and, strictly, beyond it in the goal's direction. A reported change
        decides a change goal without a baseline; a baseline of 0 or less decides no relative goal.

        Args:
            value: the measured level, in the indicator's unit.
            change: the measured change against the baseline, in the indicator's unit.
            relative_change: the measured change in percent of the baseline.
            baseline: the level that changes start from.
        """
        return self._judge(value, change, relative_change, baseline, far=False)

    def exceeded(
        self,
        value: Decimal | None = None,
        *,
        change: Decimal | None = None,
        relative_change: Decimal | None = None,
        baseline: Decimal | None = None,
    ) -> bool | None:
        """Is the value strictly beyond the far bound, in the goal's direction? Limits are never exceeded.

        Takes what `met` takes, and is None where that is.
        """
        return self._judge(value, change, relative_change, baseline, far=True)

    def _judge(
        self,
        value: Decimal | None,
        change: Decimal | None,
        relative_change: Decimal | None,
        baseline: Decimal | None,
        *,
        far: bool,
    ) -> bool | None:
        interval = self.interval
        if interval is None:
            return None
        from govplan.model.measure import measure

        measured = measure(
            self.basis.value,
            optional_number_of(value),
            optional_number_of(change),
            optional_number_of(relative_change),
            optional_number_of(baseline),
        )
        if measured is None or (self.approximate and self.tolerance is None and not measured.within(interval)):
            return None
        judge = measured.passes if far else measured.satisfies
        return judge(interval, self.direction.value, self.tolerance or Decimal(0))

    def __add__(self, other: Goal) -> Goal:
        """Add two goals as intervals, e.g. of two provinces: floors make a floor, a range and a floor a floor.

        Raises:
            AggregationError: in words, relative, of two bases, or a floor and a ceiling, whose sum is nothing.

        >>> (Goal.at_least(4000) + Goal.at_least(20000)).lower
        Decimal('24000')
        """
        if self.interval is None or other.interval is None:
            raise AggregationError(
                "goals in words have no sum: found text; add the numbers they rest on",
                "chỉ tiêu định tính không cộng được: gặp lời; hãy cộng các số liệu làm căn cứ",
            )
        if self.basis is not other.basis:
            raise AggregationError(
                f"goals of two kinds have no sum: found {self.basis.value} and {other.basis.value}; keep them apart",
                f"chỉ tiêu khác loại không cộng được: gặp {self.basis.value} và {other.basis.value}; hãy để riêng",
            )
        if self.basis is Basis.RELATIVE_CHANGE:
            raise AggregationError(
                "relative changes have no sum: found two; add the levels they lead to, from their baselines",
                "mức tăng giảm theo % không cộng được: gặp hai mức; hãy cộng giá trị mà chúng đạt tới, từ giá trị gốc",
            )
        try:
            interval = self.interval + other.interval
        except InvalidIntervalError:
            raise AggregationError(
                f"a floor and a ceiling have no sum: found {self.interval} and {other.interval}; keep them apart",
                f"mức sàn và mức trần không cộng được: gặp {self.interval} và {other.interval}; hãy để riêng",
            ) from None
        direction = _common_direction(self.direction, other.direction)
        if (direction is Direction.UP and interval.lower is None) or (
            direction is Direction.DOWN and interval.upper is None
        ):
            direction = Direction.NONE
        return Goal(
            self.basis,
            interval,
            direction,
            approximate=self.approximate or other.approximate,
            tolerance=_common_tolerance(self, other),
        )

    @staticmethod
    def total(goals: tuple[Goal, ...]) -> Goal:
        """Add one goal or more, in any order with the same result.

        Raises:
            AggregationError: none given, or as for `+`.
        """
        if not goals:
            raise AggregationError(
                "nothing to add: found no goals; give at least one",
                "không có gì để cộng: không có chỉ tiêu nào; hãy cho ít nhất một",
            )
        return reduce(Goal.__add__, goals)

    def compare_ambition(self, other: Goal) -> int | None:
        """Return 1, 0 or -1 as this goal asks more, as much or less; None where the two cannot be compared.

        The bound in the goal's direction decides, moved out by its tolerance; of two limits the tighter asks more.

        >>> Goal.at_least(5).compare_ambition(Goal.at_least(4)), Goal.below(4).compare_ambition(Goal.at_most(4))
        (1, 1)
        """
        if self.interval is None or other.interval is None:
            return None
        if self.basis is not other.basis or self.direction is not other.direction:
            return None
        slack = (self.tolerance or Decimal(0), other.tolerance or Decimal(0))
        lower = self.interval.compare_floor(other.interval, *slack)
        upper = (-self.interval).compare_floor(-other.interval, *slack)
        if self.direction is Direction.UP:
            return lower
        if self.direction is Direction.DOWN:
            return upper
        return None if lower * upper < 0 else lower or upper

    def __str__(self) -> str:
        from govplan.model.wording import goal_in_words

        return goal_in_words(self, "vi")


_fill_goal, _fill_interval = filler(Goal), filler(Interval)


def _one_sided(
    basis: Basis,
    lower: Decimal | None,
    upper: Decimal | None,
    direction: Direction,
    *,
    lower_open: bool = False,
    upper_open: bool = False,
) -> Goal:
    """Return the goal with one bound, on the side that its direction asks for: nothing is left to refuse."""
    return _fill_goal(basis, _fill_interval(lower, upper, lower_open, upper_open), direction, None, False, None)


def _amount(value: Number) -> Decimal:
    """Return how much a goal asks to add or take away: never negative, for the word says the direction."""
    amount = number_of(value)
    if amount < 0:
        raise InvalidGoalError(
            f"negative amount of change: found {amount}; write it without the sign, with increase_by or reduce_by",
            f"mức thay đổi âm: gặp {amount}; hãy viết không dấu, với increase_by hoặc reduce_by",
        )
    return amount


def _common_direction(one: Direction, two: Direction) -> Direction:
    if one is two or two is Direction.POLARITY:
        return one
    return two if one is Direction.POLARITY else Direction.NONE


def _common_tolerance(one: Goal, two: Goal) -> Decimal | None:
    tolerances = [goal.tolerance for goal in (one, two) if goal.approximate]
    known = [tolerance for tolerance in tolerances if tolerance is not None]
    return exact_sum(known) if known and len(known) == len(tolerances) else None
