"""Strategies for numbers, units, quantities and intervals; *not* here: text, days and places."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files

from attrs import frozen
from hypothesis import strategies as st

from govplan.errors import InvalidNumberError
from govplan.testing.wording import lines
from govplan.values import Interval, Quantity, Unit
from govplan.values.number import MAX_DIGITS, MAX_EXPONENT, Number, number_of, optional_number_of

__all__ = ["intervals", "numbers", "quantities", "units"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_MAX_DECIMALS = MAX_EXPONENT + MAX_DIGITS - 1
_flags, _lines = st.booleans(), lines()


def numbers(
    *,
    min_value: Number | None = None,
    max_value: Number | None = None,
    max_digits: int = MAX_DIGITS,
    max_decimals: int = _MAX_DECIMALS,
) -> st.SearchStrategy[Decimal]:
    """Generate exact numbers; without arguments every one that `govplan.values.number.number_of` accepts.

    Small whole numbers and few decimals come often. Sums of numbers at the bounds go beyond the bounds; who adds
    asks for fewer digits. An exponent above 0, Decimal("1E+3"), comes only where nothing was asked for.

    Args:
        min_value: the smallest number, else none.
        max_value: the largest number, else none.
        max_digits: how many digits a number has at most, leading zeros not counted.
        max_decimals: how many of them stand after the point.

    Raises:
        InvalidNumberError: no number fits what was asked for.

    >>> from hypothesis import find
    >>> find(numbers(min_value="0.5", max_decimals=2), lambda number: number > 1)
    Decimal('2')
    """
    low, high = optional_number_of(min_value), optional_number_of(max_value)
    if low is None and high is None and (max_digits, max_decimals) == (MAX_DIGITS, _MAX_DECIMALS):
        return _any_number()
    return _bounded_numbers(low, high, max_digits, max_decimals)


@frozen
class _Steps:
    """The numbers with so many decimals from `first` to `last`, counted in the last decimal."""

    decimals: int
    first: int
    last: int


class _Room:
    """All steps in which numbers may lie; with a short repr, for Hypothesis prints what strategies hold."""

    def __init__(self, steps: tuple[_Steps, ...]) -> None:
        self.steps = steps
        self.usual = tuple(each for each in steps if 0 <= each.decimals <= 2 and each.first != each.last) or steps

    def __repr__(self) -> str:
        return "…"


# Pure: the same arguments describe the same numbers.
@cache
def _any_number() -> st.SearchStrategy[Decimal]:
    return _number_in(_room(None, None, MAX_DIGITS, range(-MAX_EXPONENT, _MAX_DECIMALS + 1)))


@cache
def _bounded_numbers(
    low: Decimal | None, high: Decimal | None, max_digits: int, max_decimals: int
) -> st.SearchStrategy[Decimal]:
    room = _room(low, high, max_digits, range(max_decimals + 1))
    if not room.steps:
        raise InvalidNumberError(
            f"no such number: found {low} to {high}, {max_digits} digits, {max_decimals} decimals; ask for less",
            f"không có số như vậy: gặp {low} đến {high}, {max_digits} chữ số, {max_decimals} số lẻ; hãy nới điều kiện",
        )
    return _number_in(room)


def _room(low: Decimal | None, high: Decimal | None, max_digits: int, places: Iterable[int]) -> _Room:
    found = []
    for decimals in places:
        most = 10 ** min(max_digits, MAX_EXPONENT + 1 + decimals) - 1
        first = -most if low is None else max(-most, -_whole_steps(low.copy_negate(), decimals))
        last = most if high is None else min(most, _whole_steps(high, decimals))
        # A number other than 0 does not lie nearer to it than 10^-MAX_EXPONENT.
        least = 10 ** max(0, decimals - MAX_EXPONENT)
        zero = 0 if least == 1 else least
        ranges = [(max(first, zero), last), (first, min(last, -least))]
        if zero:
            ranges.append((max(first, 0), min(last, 0)))
        found += [_Steps(decimals, bottom, top) for bottom, top in ranges if bottom <= top]
    return _Room(tuple(found))


def _whole_steps(number: Decimal, decimals: int) -> int:
    """Return how many whole steps of 10^-decimals a number has, rounded down."""
    numerator, denominator = number.as_integer_ratio()
    shift: int = 10 ** abs(decimals)
    return numerator * shift // denominator if decimals >= 0 else numerator // (denominator * shift)


@st.composite
def _number_in(draw: st.DrawFn, room: _Room) -> Decimal:
    steps = draw(st.sampled_from(room.usual if draw(_FOUR) < 3 else room.steps))
    first, last = steps.first, steps.last
    if draw(_FOUR) < 3:
        # Numbers as plans print them, not with as many digits as there is room for.
        first, last = max(first, min(last, -_PRINTED)), min(last, max(first, _PRINTED))
    return number_of(Decimal(f"{draw(st.integers(first, last))}E{-steps.decimals}"))


_PRINTED = 10**6
_numbers = numbers()


# Pure: the table is part of the package.
@cache
def _table_units() -> dict[str, tuple[str, ...]]:
    """Return the words of the table of units by dimension, those before units under ""."""
    found: dict[str, tuple[str, ...]] = {}
    with files("govplan.values").joinpath("units.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            words = (row["symbol"], *filter(None, row["variants"].split("|")))
            found[row["dimension"]] = (*found.get(row["dimension"], ()), *words)
    return found


def units(*, dimension: str | None = None, printed: bool = False) -> st.SearchStrategy[Unit]:
    """Generate units: of the table, with nghìn or tỷ before and "/…" after, any noun, and any other Unit.

    Args:
        dimension: such as "VND", "person" or a noun; only units that measure it as documents print them are drawn.
        printed: only units that `Unit.parse` reads back from their symbol, as plan files do.

    >>> from hypothesis import find
    >>> str(find(units(dimension="VND"), lambda unit: unit.scale == 10**9))
    'tỷ đồng'
    """
    if dimension is not None:
        return _units_of(dimension)
    return _printed_units if printed else _units


@cache
def _units_of(dimension: str) -> st.SearchStrategy[Unit]:
    table = _table_units()
    prefixes = st.sampled_from(("", *(f"{prefix} " for prefix in table[""])))
    nouns = st.sampled_from(table.get(dimension, (dimension,)))
    return st.tuples(prefixes, nouns).map(lambda words: Unit.parse("".join(words)))


_NOUNS = ("xã", "thôn", "giường", "bác sĩ", "Mô hình", "lượt người", "trường", "cơ sở", "HTX", "ca mắc")


# Pure: the words are those of the table.
@cache
def _unit_words() -> st.SearchStrategy[str]:
    table = _table_units()
    nouns = st.sampled_from([word for dimension, words in table.items() if dimension for word in words])
    prefixed = st.tuples(st.sampled_from(table[""]), nouns).map(" ".join)
    whole = st.one_of(nouns, st.sampled_from(_NOUNS), prefixed)
    per = st.sampled_from(("người", "vạn dân", "năm", "ha", "hộ/năm", "xã"))
    return st.one_of(whole, st.tuples(whole, per).map("/".join))


_scales = numbers(min_value=Decimal(f"1E-{MAX_EXPONENT}"))


@st.composite
def _any_printed_unit(draw: st.DrawFn) -> Unit:
    return Unit.parse(draw(_unit_words()))


_printed_units = _any_printed_unit()
_dimensions = st.one_of(st.sampled_from(("person", "VND", "percent")), _lines)
_units = st.one_of(_printed_units, st.builds(Unit, _lines, _dimensions, _scales))


def quantities(
    *, values: st.SearchStrategy[Decimal] | None = None, of: st.SearchStrategy[Unit] | None = None
) -> st.SearchStrategy[Quantity]:
    """Generate numbers with units.

    Args:
        values: the numbers, else `numbers()`.
        of: the units, else `units()`.
    """
    return st.builds(Quantity, _numbers if values is None else values, _units if of is None else of)


def intervals(*, values: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Interval]:
    """Generate intervals: with one bound or two, closed and open, points among them.

    Args:
        values: the bounds, else `numbers()`.
    """
    return _any_interval(_numbers if values is None else values)


@st.composite
def _any_interval(draw: st.DrawFn, values: st.SearchStrategy[Decimal]) -> Interval:
    shape = draw(_FOUR)
    one = draw(values)
    if shape == 3:
        return Interval.point(one)
    if shape == 0:
        return Interval(one, None, lower_open=draw(_flags))
    if shape == 1:
        return Interval(None, one, upper_open=draw(_flags))
    lower, upper = sorted((one, draw(values)))
    if lower == upper:
        return Interval(lower, upper)
    return Interval(lower, upper, lower_open=draw(_flags), upper_open=draw(_flags))
