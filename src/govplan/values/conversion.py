"""What constructors ask of their arguments, as converters and validators; *not* here: reading files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from attrs import Attribute

from govplan.errors import InvalidDateError, InvalidNumberError, InvalidTextError, InvalidValueError

__all__ = [
    "count_of",
    "day_of",
    "instance_of",
    "instances_of",
    "member_of",
    "optional_count_of",
    "optional_day_of",
    "optional_instance_of",
    "optional_ordinal_of",
    "ordinal_of",
    "tuple_of",
]

S = TypeVar("S")
T = TypeVar("T")
E = TypeVar("E", bound=Enum)


def instance_of(kind: type[Any]) -> Callable[[Any, Attribute[Any], Any], None]:
    """Return a validator that refuses what is no `kind`."""

    def validate(_owner: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            raise InvalidValueError(
                f"{kind.__name__} expected for {attribute.name}: found {value!r:.80}; build one first",
                f"cần {kind.__name__} cho {attribute.name}: gặp {value!r:.80}; hãy tạo đối tượng đó trước",
            )

    return validate


def optional_instance_of(kind: type[Any]) -> Callable[[Any, Attribute[Any], Any], None]:
    """Return a validator that refuses what is neither None nor a `kind`."""
    validate_instance = instance_of(kind)

    def validate(owner: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None:
            validate_instance(owner, attribute, value)

    return validate


def instances_of(items: Iterable[T], kind: type[T]) -> tuple[T, ...]:
    """Return a tuple of items that all are a `kind`."""
    found: tuple[T, ...] = tuple_of(items, _itself)
    for item in found:
        if not isinstance(item, kind):
            raise InvalidValueError(
                f"{kind.__name__} expected in a list: found {item!r:.80}; build one first",
                f"danh sách cần {kind.__name__}: gặp {item!r:.80}; hãy tạo đối tượng đó trước",
            )
    return found


def _itself(item: T) -> T:
    return item


def tuple_of(items: Iterable[S], convert: Callable[[S], T]) -> tuple[T, ...]:
    """Return a tuple of what `convert` makes of each item of any iterable but text."""
    if items.__class__ is tuple and not items:
        return ()
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise InvalidValueError(
            f"a list expected: found {items!r:.80}; put it in a list",
            f"cần một danh sách: gặp {items!r:.80}; hãy đặt trong danh sách",
        )
    return tuple([convert(item) for item in items])


def member_of(kind: type[E], value: E | str) -> E:
    """Return the enum's member that the value is, or that has the value."""
    if isinstance(value, kind):
        return value
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise InvalidTextError(
            f"unknown word: found {value!r:.80}; write one of {known}",
            f"từ không có trong danh sách: gặp {value!r:.80}; hãy viết một trong: {known}",
        ) from None


def count_of(value: int) -> int:
    """Return a whole number from 0 to 999.999.

    Raises:
        InvalidNumberError: anything else.

    >>> count_of(15)
    15
    """
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1_000_000:
        return value
    raise InvalidNumberError(
        f"not a count: found {value!r:.80}; write a whole number from 0 to 999999",
        f"không phải số đếm: gặp {value!r:.80}; hãy viết số nguyên từ 0 đến 999999",
    )


def ordinal_of(value: int) -> int:
    """Return a whole number from 1 to 999.999.

    Raises:
        InvalidNumberError: anything else.
    """
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value < 1_000_000:
        return value
    raise InvalidNumberError(
        f"not an ordinal: found {value!r:.80}; write a whole number from 1 on",
        f"không phải số thứ tự: gặp {value!r:.80}; hãy viết số nguyên từ 1 trở lên",
    )


def optional_count_of(value: int | None) -> int | None:
    """Return None for None, else `count_of(value)`."""
    return None if value is None else count_of(value)


def optional_ordinal_of(value: int | None) -> int | None:
    """Return None for None, else `ordinal_of(value)`."""
    return None if value is None else ordinal_of(value)


def day_of(value: date) -> date:
    """Return a date; one with a time of day is refused, for no document is dated by the minute.

    Raises:
        InvalidDateError: anything else.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise InvalidDateError(
        f"not a date: found {value!r:.80}; give a datetime.date",
        f"không phải ngày: gặp {value!r:.80}; hãy cho datetime.date",
    )


def optional_day_of(value: date | None) -> date | None:
    """Return None for None, else `day_of(value)`."""
    return None if value is None else day_of(value)
