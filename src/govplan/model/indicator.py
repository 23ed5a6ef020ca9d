"""What is measured; *not* here: what a plan wants it to be (`govplan.model.target`)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

from attrs import field, frozen

from govplan.errors import InvalidValueError
from govplan.model.goal import Direction
from govplan.values.conversion import instances_of, member_of
from govplan.values.text import Text, line, optional_identifier, optional_line, text_of
from govplan.values.unit import Unit

__all__ = ["Code", "Indicator", "Measure", "Polarity"]


class Measure(Enum):
    """What kind of number it is, which decides what may be added (loại đại lượng).

    A flow counts over a period, a stock stands at a date, a ratio has a numerator and a denominator, a mean is
    an average, an index compares with a base.
    """

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    MEAN = "mean"
    INDEX = "index"


class Polarity(Enum):
    """Which way is better (chiều tốt lên)."""

    HIGHER = "higher"
    LOWER = "lower"


def optional_measure_of(value: Measure | str | None) -> Measure | None:
    """Return None for None, else the measure that a member or its word means."""
    return None if value is None else member_of(Measure, value)


def optional_polarity_of(value: Polarity | str | None) -> Polarity | None:
    """Return None for None, else the polarity that a member or its word means."""
    return None if value is None else member_of(Polarity, value)


def optional_unit_of(value: Unit | str | None) -> Unit | None:
    """Return None for None, else the unit that a Unit is or its text means."""
    if value is None or isinstance(value, Unit):
        return value
    return Unit.parse(line(value))


@frozen
class Code:
    """An indicator's code in a list elsewhere (mã số), e.g. the national statistical indicator system's."""

    scheme: str = field(converter=line)
    value: str = field(converter=line)


def codes_of(items: Iterable[Code]) -> tuple[Code, ...]:
    """Return a tuple of codes, one a scheme, in the order of their schemes."""
    codes = tuple(sorted(instances_of(items, Code), key=lambda code: code.scheme))
    for one, two in pairwise(codes):
        if one.scheme == two.scheme:
            raise InvalidValueError(
                f"two codes in one list: found {one.value!r} and {two.value!r} in {one.scheme}; keep one",
                f"hai mã trong một danh mục: gặp {one.value!r} và {two.value!r} trong {one.scheme}; hãy giữ một",
            )
    return codes


@frozen
class Indicator:
    """What a target measures (chỉ tiêu thống kê).

    `unit` is missing where only relative goals use the indicator; `numerator` and `denominator` say in words
    or by id what a ratio divides. Without an id it is local to its target.

    >>> str(Indicator("Tỷ lệ hộ nghèo", unit="%", measure="ratio", polarity="lower"))
    'Tỷ lệ hộ nghèo'
    """

    name: Text = field(converter=text_of)
    id: str | None = field(default=None, converter=optional_identifier)
    unit: Unit | None = field(default=None, converter=optional_unit_of)
    measure: Measure | None = field(default=None, converter=optional_measure_of)
    polarity: Polarity | None = field(default=None, converter=optional_polarity_of)
    numerator: str | None = field(default=None, converter=optional_line)
    denominator: str | None = field(default=None, converter=optional_line)
    codes: tuple[Code, ...] = field(default=(), converter=codes_of)

    @property
    def direction(self) -> Direction:
        """The direction that a goal takes from the indicator: POLARITY, "not known", where it has none."""
        if self.polarity is None:
            return Direction.POLARITY
        return Direction.UP if self.polarity is Polarity.HIGHER else Direction.DOWN

    def __str__(self) -> str:
        return str(self.name)
