"""Numbers of generated prose, printed in every Vietnamese way; *not* here: what they say (`prose_clauses`)."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from importlib.resources import files

from attrs import field, frozen
from hypothesis import strategies as st

from govplan.model import Indicator, Measure, Polarity
from govplan.values import Unit
from govplan.vietnamese import format_number

__all__ = ["Amount", "Row", "amount", "pair", "rows"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_JOINTS = st.sampled_from(("-", " - ", " – ", "–", " đến "))


@frozen
class Row:
    """An indicator as prose names it: `kind` says how it moves, `low` and `high` where its values lie."""

    name: str
    kind: str
    unit: str
    low: Decimal = field(converter=Decimal)
    high: Decimal = field(converter=Decimal)
    decimals: int = field(converter=int)
    polarity: Polarity = field(converter=Polarity)
    measure: Measure = field(converter=Measure)
    parts: tuple[str, ...]

    @property
    def is_higher_better(self) -> bool:
        """Is more better?"""
        return self.polarity is Polarity.HIGHER

    @property
    def is_percentage(self) -> bool:
        """Is the indicator itself a share of a hundred or a thousand, so that its changes are points?"""
        return self.kind in ("share", "rate")

    def indicator(self, name: str | None = None, unit: str | None = None) -> Indicator:
        """Return the indicator, or one of another name or printed unit that moves as it does."""
        printed = self.unit if unit is None else unit
        # What counts per 100.000 has no unit that a plan file can hold.
        parsed = None if printed.startswith("/") or not printed else Unit.parse(printed)
        return Indicator(name or self.name, unit=parsed, measure=self.measure, polarity=self.polarity)


# Pure: the table is part of the package.
@cache
def rows() -> tuple[Row, ...]:
    """Return the rows of the table of indicators."""
    with files("govplan.testing").joinpath("prose_indicators.csv").open(encoding="utf-8") as lines:
        return tuple(
            Row(**{**row, "parts": tuple(filter(None, row["parts"].split("|")))})  # type: ignore[arg-type]
            for row in csv.DictReader(lines)
        )


@frozen
class Amount:
    """A number with its unit: the value in that unit, the unit's words, and both as printed."""

    value: Decimal
    unit: str
    number: str
    printed: str


def drawn(draw: st.DrawFn, low: Decimal, high: Decimal, decimals: int) -> Decimal:
    """Draw a number from `low` to `high` with so many decimals at most; the last is never 0."""
    places = draw(st.integers(0, decimals))
    step = 10**places
    number = draw(st.integers(int(low * step), int(high * step)))
    return Decimal(f"{number}E-{places}") if places and number % 10 else Decimal(number // step)


def amount(draw: st.DrawFn, row: Row, value: Decimal | None = None) -> Amount:
    """Draw an amount of an indicator, or print the one that is given, as texts do."""
    if value is None and row.kind in ("count", "money") and draw(_EIGHT) == 0 and row.high >= 100_000:
        return _scaled(draw, row)
    number = drawn(draw, row.low, row.high, row.decimals) if value is None else value
    return _printed(draw, number, row.unit)


def _scaled(draw: st.DrawFn, row: Row) -> Amount:
    """Draw an amount with a word of scale before its unit: 80 ngàn lượt, 1,2 triệu tấn."""
    word, most, decimals = draw(st.sampled_from((("nghìn", 900, 0), ("ngàn", 900, 0), ("triệu", 9, 2))))
    value = drawn(draw, Decimal(1), Decimal(most), decimals)
    return _printed(draw, max(value, Decimal(1)), f"{word} {row.unit}")


def _printed(draw: st.DrawFn, value: Decimal, unit: str) -> Amount:
    number = format_number(value)
    if value < 10 and value == value.to_integral_value() and draw(_FOUR) == 0:
        number = f"0{number}"
    return Amount(value, unit, number, f"{number}{gap(draw, unit)}{unit}")


def gap(draw: st.DrawFn, unit: str) -> str:
    """Draw what stands between a number and its unit: mostly a space, nothing before % and often before ha."""
    if unit.startswith("/"):
        return ""
    if unit[0] in "%‰":
        return " " if draw(_EIGHT) == 0 else ""
    return "" if unit == "ha" and draw(_TWO) else " "


def pair(draw: st.DrawFn, row: Row) -> tuple[Decimal, Decimal, str]:
    """Draw two bounds, the lower first, and how they are printed: 0,8-1%, từ 1.500 đến 1.700 người."""
    low = drawn(draw, row.low, row.high, row.decimals)
    # Shares stay below 100.
    high = low + drawn(draw, Decimal(1), Decimal(2) if row.is_percentage else max(Decimal(1), row.low), row.decimals)
    joint = draw(_JOINTS)
    first, second = format_number(low), format_number(high)
    space = gap(draw, row.unit)
    # The unit stands behind both bounds only where words join them.
    first = f"{first}{space}{row.unit}" if joint == " đến " and not row.unit.startswith("/") and draw(_TWO) else first
    lead = "từ " if draw(_TWO) else ""
    return low, high, f"{lead}{first}{joint}{second}{space}{row.unit}"
