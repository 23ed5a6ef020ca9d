"""What was measured, brought onto a goal's basis without dividing; *not* here: what the goal asks (`goal`)."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from govplan.values.interval import Interval
from govplan.values.number import exact_product, exact_sum

__all__ = ["Measured", "measure"]

_ONE, _HUNDRED = Decimal(1), Decimal(100)


@frozen
class Measured:
    """The amount `amount / per` as two exact numbers, so that a relative change needs no division."""

    amount: Decimal
    per: Decimal = _ONE

    def within(self, interval: Interval, slack: Decimal = Decimal(0)) -> bool:
        """Does the amount lie in the interval, each side of it moved out by `slack`?"""
        low, high = self.compare_lower(interval, slack), self.compare_upper(interval, slack)
        return (low > 0 or (low == 0 and not interval.lower_open)) and (
            high < 0 or (high == 0 and not interval.upper_open)
        )

    def satisfies(self, interval: Interval, direction: str, slack: Decimal) -> bool:
        """Does it lie in the interval, each side moved out by `slack`, or beyond it "up" or "down"?"""
        if self.within(interval, slack):
            return True
        if direction == "up":
            return self.compare_upper(interval, slack) >= 0
        return direction == "down" and self.compare_lower(interval, slack) <= 0

    def passes(self, interval: Interval, direction: str, slack: Decimal) -> bool:
        """Does it lie strictly beyond the far bound, "up" or "down"? With one bound that one is the far one."""
        if direction == "up":
            near = interval.upper is None and self.compare_lower(interval, slack) > 0
            return near or self.compare_upper(interval, slack) > 0
        if direction == "down":
            near = interval.lower is None and self.compare_upper(interval, slack) < 0
            return near or self.compare_lower(interval, slack) < 0
        return False

    def compare_lower(self, interval: Interval, slack: Decimal) -> int:
        """Return -1, 0, 1 as the amount lies below, on or above the lower bound; 1 when there is none."""
        if interval.lower is None:
            return 1
        return self._compare(exact_sum((interval.lower, slack.copy_negate())))

    def compare_upper(self, interval: Interval, slack: Decimal) -> int:
        """Return -1, 0, 1 as the amount lies below, on or above the upper bound; -1 when there is none."""
        if interval.upper is None:
            return -1
        return self._compare(exact_sum((interval.upper, slack)))

    def _compare(self, bound: Decimal) -> int:
        scaled = exact_product(bound, self.per)
        return (self.amount > scaled) - (self.amount < scaled)


def measure(
    basis: str,
    value: Decimal | None,
    change: Decimal | None,
    relative: Decimal | None,
    baseline: Decimal | None,
) -> Measured | None:
    """Return what was measured on a basis ("level", "change", "relative_change"), None when it cannot be told.

    What was reported on the basis itself comes first; a baseline of 0 or less tells nothing relative.
    """
    if baseline is not None:
        if change is None and value is not None:
            change = exact_sum((value, baseline.copy_negate()))
        elif value is None and change is not None:
            value = exact_sum((baseline, change))
    sound = baseline is not None and baseline > 0
    if basis == "level":
        if value is not None:
            return Measured(value)
        if relative is not None and baseline is not None and sound:
            return Measured(exact_product(baseline, exact_sum((_HUNDRED, relative))), _HUNDRED)
    elif basis == "change":
        if change is not None:
            return Measured(change)
        if relative is not None and baseline is not None and sound:
            return Measured(exact_product(baseline, relative), _HUNDRED)
    elif relative is not None:
        return Measured(relative) if baseline is None or sound else None
    elif change is not None and baseline is not None and sound:
        return Measured(exact_product(change, _HUNDRED), baseline)
    return None
