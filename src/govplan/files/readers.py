"""Values of files into the model's types, one function a type; *not* here: writing, and what to say of a bad file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

import attrs

from govplan.files import scalars
from govplan.files.goal_form import goal_from_form
from govplan.files.mapping import mapping_reader
from govplan.files.plan_form import Undefined, jurisdiction_from_form, with_links, without_version
from govplan.files.problem import FormError
from govplan.legal import LegalReference
from govplan.legal.parsing import read_reference
from govplan.model import (
    Baseline,
    Breakdown,
    Code,
    Declared,
    Goal,
    Indicator,
    Milestone,
    Observation,
    Organization,
    Plan,
    Relation,
    Suppression,
    Target,
    Task,
    TaskGroup,
)
from govplan.model.indicator import codes_of
from govplan.values import Jurisdiction, Period, Source, Span, Text, Unit
from govplan.values.conversion import optional_ordinal_of, ordinal_of
from govplan.values.filling import filler
from govplan.values.text import line

__all__ = [
    "MAPPINGS",
    "SHORT_FORMS",
    "defined",
    "is_enum",
    "is_mapping",
    "is_tuple",
    "long_target",
    "reader_of",
    "value_alone",
]

Read = Callable[[Any], Any]

SHORT_FORMS = tuple(relation.value for relation in Relation)
"""Keys of a target that stand for one breakdown: `partition: […]`."""


MAPPINGS: tuple[type[Any], ...] = (
    Span,
    Source,
    Indicator,
    Baseline,
    Milestone,
    Breakdown,
    Target,
    Task,
    TaskGroup,
    Declared,
    Suppression,
    Plan,
    Observation,
)
"""Classes whose file form is the mapping of their fields; every other form is read as a whole."""


@cache
def reader_of(kind: Any) -> Read:
    """Return the function that reads a file's value as a type that the model's fields have, without None."""
    if kind in _FROM_FILE:
        return _FROM_FILE[kind]
    if is_tuple(kind):
        return _tuple_reader(kind)
    if is_enum(kind):
        return _enum_reader(kind)
    return mapping_reader(kind, reader_of, _PREPARE.get(kind), _ORDINALS)


def is_enum(kind: Any) -> bool:
    """Is the type an enum?"""
    return isinstance(kind, type) and issubclass(kind, Enum)


def is_tuple(kind: Any) -> bool:
    """Is the type a tuple of one type's items?"""
    return get_origin(kind) is tuple


def is_mapping(kind: Any) -> bool:
    """Is the class's file form the mapping of its fields, and nothing else?"""
    return attrs.has(kind) and kind not in _FROM_FILE


def _tuple_reader(kind: Any) -> Read:
    inner = get_args(kind)[0]
    if inner is Code:
        return _codes
    # A target's parts are targets: its reader is asked for once it is there.
    read_item = reader_of(inner) if inner is not Target else None

    def read(values: Any) -> tuple[Any, ...]:
        if values.__class__ is not list and values.__class__ is not tuple:
            raise scalars.not_a_list(values)
        each = read_item or reader_of(inner)
        return tuple([each(value) for value in values])

    return read


def _enum_reader(kind: type[Enum]) -> Read:
    members: dict[Any, Any] = {member.value: member for member in kind}

    def read(value: Any) -> Any:
        found = members.get(value) if value.__class__ is str else None
        return scalars.word(value, kind) if found is None else found

    return read


# Both lines are read before: the constructor would only look at them once more.
_both_languages = filler(Text)


def _text(value: Any) -> Text:
    if value.__class__ is dict:
        if len(value) == 2:
            vi, en = value.get("vi"), value.get("en")
            if vi.__class__ is str and en.__class__ is str:
                return _both_languages(line(vi), line(en))
        for key in value:
            if key != "vi" and key != "en":
                raise scalars.unknown_key(key, ("vi", "en"))
        vi, en = value.get("vi"), value.get("en")
        return Text(
            None if vi is None else scalars.below("vi", scalars.text, vi),
            None if en is None else scalars.below("en", scalars.text, en),
        )
    if value.__class__ is str:
        return _both_languages(line(value), None)
    return Text(scalars.text(value))


def _quick_ordinal(value: Any) -> int:
    if value.__class__ is str and len(value) <= 6 and value.isdecimal() and value.isascii():
        number = int(value)
        if number:
            return number
    return ordinal_of(scalars.whole(value))


_ORDINALS: dict[Any, Read] = {ordinal_of: _quick_ordinal, optional_ordinal_of: _quick_ordinal}
"""What stands in for a type's reader and a field's own converter, which would look twice."""


_named = filler(Organization)


def _organization(value: Any) -> Any:
    if value.__class__ is dict and len(value) == 1 and value.get("name").__class__ is str:
        return _named(_text(value["name"]), None)
    return _written_out(Organization)(value) if value.__class__ is dict else Organization(_text(value))


def _jurisdiction(value: Any) -> Any:
    return _written_out(Jurisdiction)(value) if value.__class__ is dict else jurisdiction_from_form(value)


def _unit(value: Any) -> Any:
    return _written_out(Unit)(value) if value.__class__ is dict else Unit.parse(scalars.text(value))


@cache
def _written_out(kind: type[Any]) -> Read:
    """Return what reads the mapping of fields of a class that files most often write in short."""
    return mapping_reader(kind, reader_of, None, {})


def _reference(value: Any) -> LegalReference:
    text = scalars.text(value)
    # For what names no document parse() has the words.
    return read_reference(text) or LegalReference.parse(text)


def _codes(values: Any) -> tuple[Code, ...]:
    if values.__class__ is not dict:
        raise FormError(
            f"codes are a mapping: found {scalars.shown(values)}; write list: code",
            f"mã số là một bảng: gặp {scalars.shown(values, 'vi')}; hãy viết danh_mục: mã",
        )
    return codes_of([Code(scalars.text(key), scalars.below(key, scalars.text, code)) for key, code in values.items()])


def defined(form: Any) -> Any:
    """Let a mapping pass; an id that names no indicator is refused here, at its place."""
    if form.__class__ is Undefined:
        raise form.error()
    if form.__class__ is str:
        raise Undefined(form, ()).error()
    return form


def value_alone(form: Any) -> Any:
    """Return a baseline's mapping; a number alone is its value."""
    return form if form.__class__ is dict else {"value": form}


def long_target(form: Any) -> Any:
    """Return a target's mapping, its one breakdown in the long form."""
    if form.__class__ is dict and not form.keys().isdisjoint(SHORT_FORMS):
        return long_form(form)
    return form


def long_form(form: dict[str, Any]) -> dict[str, Any]:
    """Return a target's mapping with `partition: […]` and its like written as `breakdowns`."""
    short = [key for key in SHORT_FORMS if key in form]
    if len(short) > 1 or "breakdowns" in form:
        found = ", ".join([*short, *(["breakdowns"] if "breakdowns" in form else [])])
        raise FormError(
            f"several breakdowns in short form: found {found}; write them all under breakdowns",
            f"nhiều phân tổ ở dạng ngắn: gặp {found}; hãy viết tất cả dưới breakdowns",
            (short[-1],),
        )
    [key] = short
    longer = {name: value for name, value in form.items() if name != key}
    longer["breakdowns"] = [{"relation": key, "parts": form[key]}]
    return longer


_FROM_FILE: dict[Any, Read] = {
    str: scalars.text,
    int: scalars.whole,
    bool: scalars.flag,
    Decimal: scalars.number,
    date: scalars.day,
    Text: _text,
    Unit: _unit,
    Period: lambda value: Period.parse(scalars.text(value)),
    Goal: goal_from_form,
    Organization: _organization,
    LegalReference: _reference,
    Jurisdiction: _jurisdiction,
}
"""What reads a value that is more, or less, than a mapping of its fields."""

_PREPARE: dict[type[Any], Callable[[Any], Any]] = {
    Plan: lambda form: with_links(without_version(form)),
    Target: long_target,
    Indicator: defined,
    Baseline: value_alone,
}
"""What brings a mapping into the form of its fields."""
