"""Intervals of exact numbers; *not* here: what they mean for a goal (`govplan.model.goal`)."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from govplan.errors import InvalidIntervalError
from govplan.values.number import exact_sum, optional_number_of
from govplan.vietnamese import format_number

__all__ = ["Interval"]


@frozen
class Interval:
    """The numbers between two bounds, each closed or open, one of them perhaps missing (khoảng giá trị).

    Equality compares values: [1, 2.0] equals [1.0, 2]; the printed digits are kept all the same.

    Raises:
        InvalidIntervalError: both bounds are missing, they are in the wrong order, or nothing lies between them.

    >>> str(Interval(Decimal(16000), None)), Decimal(4) in Interval(None, Decimal(4), upper_open=True)
    ('[16.000; +∞)', False)
    """

    lower: Decimal | None = field(default=None, converter=optional_number_of)
    upper: Decimal | None = field(default=None, converter=optional_number_of)
    lower_open: bool = False
    upper_open: bool = False

    def __attrs_post_init__(self) -> None:
        lower, upper = self.lower, self.upper
        if lower is None or upper is None:
            if lower is None and upper is None:
                raise InvalidIntervalError(
                    "interval without bounds: found neither lower nor upper; give at least one",
                    "khoảng không có cận: không có cận dưới lẫn cận trên; hãy cho ít nhất một",
                )
            if (lower is None and self.lower_open) or (upper is None and self.upper_open):
                raise InvalidIntervalError(
                    "an endless side cannot be open: found no bound there; leave the mark out",
                    "phía vô hạn không thể là cận mở: ở đó không có cận; hãy bỏ đánh dấu",
                )
        elif lower > upper:
            raise InvalidIntervalError(
                f"bounds in the wrong order: found {lower} above {upper}; write the smaller one first",
                f"cận sai thứ tự: gặp {lower} lớn hơn {upper}; hãy viết số nhỏ trước",
            )
        elif lower == upper and (self.lower_open or self.upper_open):
            raise InvalidIntervalError(
                f"empty interval: found {lower} as an open bound on one side and a bound on the other; "
                "close both or move one",
                f"khoảng rỗng: gặp {lower} là cận mở ở một phía và là cận ở phía kia; hãy đóng cả hai hoặc đổi một cận",
            )

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """Return the interval that holds one number."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Does it hold exactly one number?"""
        return self.lower is not None and self.lower == self.upper

    def is_below(self, value: Decimal) -> bool:
        """Does the whole interval lie below the value?"""
        return self.upper is not None and (value > self.upper or (self.upper_open and value == self.upper))

    def is_above(self, value: Decimal) -> bool:
        """Does the whole interval lie above the value?"""
        return self.lower is not None and (value < self.lower or (self.lower_open and value == self.lower))

    def __contains__(self, value: Decimal) -> bool:
        return not self.is_below(value) and not self.is_above(value)

    def __add__(self, other: Interval) -> Interval:
        """Add bound to bound: the numbers that a member of each can sum to.

        Raises:
            InvalidIntervalError: the sum has no bound, as of a floor and a ceiling.

        >>> str(Interval(Decimal(1500), Decimal(1700)) + Interval(Decimal(100), None))
        '[1.600; +∞)'
        """
        lower = None if self.lower is None or other.lower is None else exact_sum((self.lower, other.lower))
        upper = None if self.upper is None or other.upper is None else exact_sum((self.upper, other.upper))
        return Interval(
            lower,
            upper,
            lower_open=lower is not None and (self.lower_open or other.lower_open),
            upper_open=upper is not None and (self.upper_open or other.upper_open),
        )

    def __neg__(self) -> Interval:
        """Mirror it at zero, as a reduction mirrors a change."""
        return Interval(
            None if self.upper is None else self.upper.copy_negate(),
            None if self.lower is None else self.lower.copy_negate(),
            lower_open=self.upper_open,
            upper_open=self.lower_open,
        )

    def within(self, other: Interval) -> bool:
        """Does every number of this interval lie in the other?"""
        return self.compare_floor(other) >= 0 and (-self).compare_floor(-other) >= 0

    def compare_floor(self, other: Interval, slack: Decimal = Decimal(0), other_slack: Decimal = Decimal(0)) -> int:
        """Return 1, 0 or -1 as its lower bound, moved down by `slack`, asks more than the other's, as much or less.

        An open bound asks more than a closed one at the same place, and any asks more than none.

        >>> Interval(Decimal(5), None, lower_open=True).compare_floor(Interval(Decimal(5), None))
        1
        """
        if self.lower is None or other.lower is None:
            return (self.lower is not None) - (other.lower is not None)
        mine = (exact_sum((self.lower, slack.copy_negate())), self.lower_open)
        theirs = (exact_sum((other.lower, other_slack.copy_negate())), other.lower_open)
        return (mine > theirs) - (mine < theirs)

    def __str__(self) -> str:
        if self.is_point and self.lower is not None:
            return format_number(self.lower)
        left = "(−∞" if self.lower is None else ("(" if self.lower_open else "[") + format_number(self.lower)
        right = "+∞)" if self.upper is None else format_number(self.upper) + (")" if self.upper_open else "]")
        return f"{left}; {right}"
