"""Mappings into objects, fast and strict; *not* here: what their values are (`govplan.files.converter`).

A class's own constructor asks every argument again what reading has just made sure of, and asks for every field
that the file leaves out. So reading fills the slots itself, and then asks what the class asks of the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from govplan.files import scalars

__all__ = ["mapping_reader", "optional_member"]

T = TypeVar("T")
Read = Callable[[Any], Any]

_MISSING: Any = object()


def optional_member(kind: Any) -> Any | None:
    """Return X of `X | None`, or None when the type is no such union."""
    if get_origin(kind) not in (Union, UnionType):
        return None
    [member] = [member for member in get_args(kind) if member is not NoneType]
    return member


def mapping_reader(kind: type[T], hook_for: Callable[[Any], Callable[[Any, Any], Any]]) -> Callable[[Any, Any], T]:
    """Return the function that reads a mapping of an attrs class's fields.

    Args:
        kind: a slotted class without inheritance.
        hook_for: gives the reader of a field's type.

    The result stops at the first fault with an exception, in whatever words.
    """
    hints = get_type_hints(kind)
    fields = attrs.fields(kind)  # type: ignore[arg-type]  # every kind is an attrs class
    readers: dict[str, tuple[int, Read]] = {}
    nullable: set[str] = set()
    blank: list[Any] = []
    fillers: list[Callable[[Any, Any], None]] = []
    required: list[int] = []
    for index, field in enumerate(fields):
        fillers.append(getattr(kind, field.name).__set__)
        blank.append(_default(field))
        if not field.init:
            continue
        if field.default is attrs.NOTHING:
            required.append(index)
        hint = hints[field.name]
        member = optional_member(hint)
        if member is not None:
            nullable.add(field.name)
        readers[field.name] = (index, _reader(field, member or hint, hook_for))
    after = getattr(kind, "__attrs_post_init__", None)
    create = object.__new__

    def read(form: Any, _kind: Any) -> T:
        if form.__class__ is not dict:
            raise scalars.not_a_mapping(form, tuple(readers))
        values = blank[:]
        for key, value in form.items():
            index, read_value = readers[key]
            if value is None:
                if key not in nullable:
                    raise scalars.missing_key(key)
                continue
            values[index] = read_value(value)
        for index in required:
            if values[index] is _MISSING:
                raise scalars.missing_key(fields[index].name)
        made = create(kind)
        for fill, value in zip(fillers, values, strict=True):
            fill(made, value)
        if after is not None:
            after(made)
        return made

    return read


def _default(field: attrs.Attribute[Any]) -> Any:
    if field.default is attrs.NOTHING:
        return _MISSING
    default = field.default
    return field.converter(default) if callable(field.converter) else default


def _reader(field: attrs.Attribute[Any], kind: Any, hook_for: Callable[[Any], Callable[[Any, Any], Any]]) -> Read:
    """Return what reads a field: its type's reader, and the field's own converter where that asks for more."""
    hook, convert = hook_for(kind), field.converter
    members = get_args(kind) if get_origin(kind) is tuple else (kind,)
    if kind is str and callable(convert):
        return convert
    if callable(convert) and not _LOOSE.isdisjoint(members):
        return lambda value: convert(hook(value, kind))
    return lambda value: hook(value, kind)


# For these the type says less than the field's converter asks: an id is a str, an ordinal an int.
_LOOSE: frozenset[Any] = frozenset((str, int))
