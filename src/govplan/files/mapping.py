"""Mappings into objects and back, fast and strict; *not* here: what their values are (`govplan.files.readers`).

A class's own constructor asks every argument again what reading has just made sure of, and asks for every field
that the file leaves out. So reading fills the slots itself, and then asks what the class asks of the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from govplan.files import scalars
from govplan.values.filling import filler

__all__ = ["mapping_reader", "mapping_writer", "optional_member"]

T = TypeVar("T")
Read = Callable[[Any], Any]

_MISSING: Any = object()


def optional_member(kind: Any) -> Any | None:
    """Return X of `X | None`, or None when the type is no such union."""
    if get_origin(kind) not in (Union, UnionType):
        return None
    [member] = [member for member in get_args(kind) if member is not NoneType]
    return member


def mapping_reader(
    kind: type[T], reader_of: Callable[[Any], Read], prepare: Read | None, instead: Mapping[Any, Read]
) -> Callable[[Any], T]:
    """Return the function that reads a mapping of an attrs class's fields.

    Args:
        kind: a slotted class without inheritance.
        reader_of: gives the reader of a field's type.
        prepare: brings what files hold into a mapping of the fields, where that is something else.
        instead: what to call in the place of some fields' own converters.

    The result stops at the first fault with an exception, in whatever words.
    """
    hints = get_type_hints(kind)
    fields = attrs.fields(kind)  # type: ignore[arg-type]  # every kind is an attrs class
    readers: dict[str, tuple[int, Read]] = {}
    nullable: set[str] = set()
    for index, field in enumerate(fields):
        if field.init:
            member = optional_member(hints[field.name])
            if member is not None:
                nullable.add(field.name)
            readers[field.name] = (index, _reader(field, member or hints[field.name], reader_of, instead))
    blank = [_default(field) for field in fields]
    required = [(index, field.name) for index, field in enumerate(fields) if field.default is attrs.NOTHING]
    after: Callable[[T], None] | None = getattr(kind, "__attrs_post_init__", None)
    fill = filler(kind)

    def read(form: Any) -> T:
        if prepare is not None:
            form = prepare(form)
        if form.__class__ is not dict:
            raise scalars.not_a_mapping(form, tuple(readers))
        values = blank[:]
        for key, value in form.items():
            index, read_value = readers[key]
            if value is not None:
                values[index] = read_value(value)
            elif key not in nullable:
                raise scalars.missing_key(key)
        for index, name in required:
            if values[index] is _MISSING:
                raise scalars.missing_key(name)
        made = fill(*values)
        if after is not None:
            after(made)
        return made

    return read


def _default(field: attrs.Attribute[Any]) -> Any:
    if field.default is attrs.NOTHING:
        return _MISSING
    default = field.default
    return field.converter(default) if callable(field.converter) else default


def _reader(
    field: attrs.Attribute[Any], kind: Any, reader_of: Callable[[Any], Read], instead: Mapping[Any, Read]
) -> Read:
    """Return what reads a field: its type's reader, and the field's own converter where that asks for more."""
    read, convert = reader_of(kind), field.converter
    if not callable(convert):
        return read
    if kind is str or convert in instead:
        return instead.get(convert, convert)
    members = get_args(kind) if get_origin(kind) is tuple else (kind,)
    if _LOOSE.isdisjoint(members):
        return read
    if members[0] is str:
        # The converter looks at each text of the list itself.
        return lambda value: convert(value) if value.__class__ is list else convert(read(value))
    return lambda value: convert(read(value))


# For these the type says less than the field's converter asks: an id is a str, an ordinal an int.
_LOOSE: frozenset[Any] = frozenset((str, int))


def mapping_writer(kind: type[Any], hook_for: Callable[[Any], Callable[[Any], Any]]) -> Callable[[Any], dict[str, Any]]:
    """Return the function that writes the mapping of an attrs class's fields, without those that have their default.

    Args:
        kind: a class whose fields' defaults are None, () or members of an enum.
        hook_for: gives the writer of a field's type.
    """
    hints = get_type_hints(kind)
    scope: dict[str, Any] = {}
    lines = ["def write(value):", "    form = {}"]
    for field in attrs.fields(kind):
        if not field.init:
            continue
        name, hint = field.name, hints[field.name]
        # A None is left out as the default, so that the writer of X serves X | None.
        member = optional_member(hint) or hint
        scope[f"write_{name}"], scope[f"default_{name}"] = hook_for(member), field.default
        written = f"value.{name}" if member in (str, int, Decimal, date) else f"write_{name}(value.{name})"
        if field.default is attrs.NOTHING:
            lines.append(f"    form[{name!r}] = {written}")
        else:
            # An empty tuple is one object, as None and an enum's member are.
            lines.append(f"    if value.{name} is not default_{name}: form[{name!r}] = {written}")
    exec("\n".join([*lines, "    return form"]), scope)  # names of fields only
    write: Callable[[Any], dict[str, Any]] = scope["write"]
    return write
