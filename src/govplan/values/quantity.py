"""A number with its unit; *not* here: what a plan demands of it (`govplan.model.goal`)."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from govplan.errors import UnitMismatchError
from govplan.values.conversion import instance_of
from govplan.values.number import exact_product, exact_rescale, exact_sum, number_of
from govplan.values.unit import Unit
from govplan.vietnamese import format_number, parse_number

__all__ = ["Quantity"]


@frozen
class Quantity:
    """An exact number of a unit (đại lượng).

    Equality is of what is printed: 1 tỷ đồng and 1.000 triệu đồng are different quantities that `compare` as equal.

    Raises:
        UnitMismatchError: an operation on units of different dimensions, such as people and households.

    >>> str(Quantity.parse("05 tỷ đồng") + Quantity.parse("500 triệu đồng"))
    '5,500 tỷ đồng'
    """

    value: Decimal = field(converter=number_of)
    unit: Unit = field(validator=instance_of(Unit))

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read a number in Vietnamese notation and the unit after it, with or without a space ("4%").

        Raises:
            InvalidNumberError: the text does not begin with a number.
            InvalidUnitError: no unit follows.
        """
        words = text.strip()
        length = next((i for i, letter in enumerate(words) if letter not in "-0123456789.,"), len(words))
        return cls(parse_number(words[:length]), Unit.parse(words[length:]))

    def to(self, unit: Unit) -> Quantity:
        """Express the same amount in another unit of its dimension, exactly.

        Raises:
            UnitMismatchError: another dimension.
            InvalidNumberError: the result has no end (1 m² in a unit of 3 m²) or is out of bounds.

        >>> str(Quantity.parse("1.500 triệu đồng").to(Unit.parse("tỷ đồng")))
        '1,500 tỷ đồng'
        """
        self._require_like(unit)
        return Quantity(exact_rescale(self.value, self.unit.scale, unit.scale), unit)

    def compare(self, other: Quantity) -> int:
        """Return -1, 0 or 1 as this amount is less than, equal to or more than the other."""
        self._require_like(other.unit)
        left = exact_product(self.value, self.unit.scale)
        right = exact_product(other.value, other.unit.scale)
        return (left > right) - (left < right)

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(exact_sum((self.value, other.to(self.unit).value)), self.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        return Quantity(exact_sum((self.value, other.to(self.unit).value.copy_negate())), self.unit)

    def _require_like(self, unit: Unit) -> None:
        if not self.unit.measures_like(unit):
            raise UnitMismatchError(
                f"units that measure different things: found {self.unit} and {unit}; convert or keep them apart",
                f"đơn vị đo những thứ khác nhau: gặp {self.unit} và {unit}; hãy quy đổi hoặc để riêng",
            )

    def __str__(self) -> str:
        glue = "" if self.unit.symbol in {"%", "‰"} else " "
        return f"{format_number(self.value)}{glue}{self.unit}"
