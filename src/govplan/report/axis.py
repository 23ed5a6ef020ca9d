"""A line of numbers, and which of them can be printed along it; *not* here: what is drawn on it (`bullet_svg`)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

__all__ = ["Axis", "Label", "placed", "px"]

# Of the widest digits that browsers take for a sans serif of 13 pixels, so that no label is wider than it is taken for.
_DIGIT, _GAP = 85, 70


@frozen
class Axis:
    """What places numbers between two edges, in tenths of a pixel (trục số)."""

    low: Fraction
    high: Fraction
    left: int
    right: int

    def at(self, number: Fraction) -> int:
        """Return where a number stands."""
        share = (number - self.low) / (self.high - self.low)
        return self.left + round(share * (self.right - self.left))


@frozen
class Label:
    """A number along the axis: its words, where it belongs, and its class."""

    words: str
    at: int
    kind: str = "tick"

    @property
    def width(self) -> int:
        """How much room it takes, in tenths of a pixel."""
        return len(self.words) * _DIGIT


def placed(labels: Iterable[Label], width: int) -> list[tuple[Label, int]]:
    """Return the labels that have room, each with its middle; the earlier one goes before what it collides with.

    None is cut off at an edge: what belongs there is moved inward.

    >>> [label.words for label, _ in placed([Label("16.000", 900), Label("15.990", 899), Label("0", 60)], 2400)]
    ['16.000', '0']
    """
    found: list[tuple[Label, int]] = []
    for label in labels:
        half = (label.width + 1) // 2
        if 2 * half > width:
            continue
        middle = min(max(label.at, half), width - half)
        if all(abs(middle - other) >= half + (one.width + 1) // 2 + _GAP for one, other in found):
            found.append((label, middle))
    return found


def px(tenths: int) -> str:
    """Print tenths of a pixel.

    >>> px(60), px(65), px(-5)
    ('6', '6.5', '-0.5')
    """
    sign, whole = "-" if tenths < 0 else "", abs(tenths)
    return f"{sign}{whole // 10}.{whole % 10}" if whole % 10 else f"{sign}{whole // 10}"
