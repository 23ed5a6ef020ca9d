"""What is wrong with a file's values, all of it and each at its place; *not* here: the quick way for good files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from govplan.errors import GovplanError
from govplan.files import scalars
from govplan.files.mapping import optional_member
from govplan.files.plan_form import VERSION, with_links, without_version
from govplan.files.problem import EnoughError, Place, Problem, Refused, add_problem
from govplan.files.readers import SHORT_FORMS, defined, is_mapping, long_target, reader_of, value_alone
from govplan.model import Baseline, Breakdown, Code, Indicator, Organization, Plan, Target
from govplan.values import Jurisdiction, Text, Unit

__all__ = ["diagnose"]

_FAILED: Any = object()

_WRITTEN_OUT = (Text, Organization, Jurisdiction, Unit)
"""Classes that a file may write in short, or as the mapping of their fields."""


class _Found(list[Problem]):
    """The problems found, and what each indicator came to that several targets name, by its mapping's identity."""

    def __init__(self) -> None:
        super().__init__()
        self.indicators: dict[int, Any] = {}


def diagnose(values: Any, kind: type[Any]) -> list[Problem]:
    """Return every problem that reading `values` as a `kind` meets, up to `MAX_PROBLEMS`."""
    problems = _Found()
    with suppress(EnoughError):
        _examine(values, kind, (), problems)
    return problems


def _examine(value: Any, kind: Any, place: Place, problems: _Found) -> Any:
    """Return what the value means as a `kind`, or `_FAILED` with the reasons added to the problems."""
    if value.__class__ is Refused:
        return _FAILED
    member = optional_member(kind)
    if member is not None:
        if value is None:
            return None
        kind = member
    if get_origin(kind) is tuple and get_args(kind)[0] is not Code:
        return _examine_list(value, get_args(kind)[0], place, problems)
    if kind is Indicator:
        # An id stands for the mapping itself, whose faults are told where it is.
        if id(value) in problems.indicators:
            return problems.indicators[id(value)]
        found = _examine_mapping(value, kind, place, problems)
        if place[:1] == ("indicators",):
            problems.indicators[id(value)] = found
        return found
    if is_mapping(kind) or (kind in _WRITTEN_OUT and value.__class__ is dict):
        return _examine_mapping(value, kind, place, problems)
    if _holds_refused(value):
        return _FAILED
    try:
        return reader_of(kind)(value)
    except GovplanError as error:
        add_problem(problems, Problem.of(error, place))
        return _FAILED


def _holds_refused(value: Any) -> bool:
    if value.__class__ is dict:
        return any(map(_holds_refused, value.values()))
    if value.__class__ is list or value.__class__ is tuple:
        return any(map(_holds_refused, value))
    return value.__class__ is Refused


def _examine_list(value: Any, kind: Any, place: Place, problems: _Found) -> Any:
    if value.__class__ is not list and value.__class__ is not tuple:
        add_problem(problems, Problem.of(scalars.not_a_list(value), place))
        return _FAILED
    items = [_examine(item, kind, (*place, index), problems) for index, item in enumerate(value)]
    return _FAILED if _FAILED in items else tuple(items)


def _examine_mapping(value: Any, kind: type[Any], place: Place, problems: _Found) -> Any:
    fields = _fields(kind)  # type: ignore[arg-type]  # a class is hashable, which mypy does not see in type[Any]
    keys = (*fields, *SHORT_FORMS) if kind is Target else tuple(fields)
    prefix: dict[str, Place] = {}
    try:
        value, prefix = _long(value, kind)
    except GovplanError as error:
        add_problem(problems, Problem.of(error, place))
        return _FAILED
    if value.__class__ is not dict:
        add_problem(problems, Problem.of(scalars.not_a_mapping(value, keys), place))
        return _FAILED
    sound = True
    for key in value:
        if key not in fields:
            # {vi: lao động, việc làm}: YAML takes what follows the comma for a key of its own.
            cut = value[key] is None and " " in str(key)
            fault = scalars.cut_at_comma(key) if cut else scalars.unknown_key(key, keys)
            add_problem(problems, Problem.of(fault, place))
            sound = False
    arguments: dict[str, Any] = {}
    for name, (field, field_kind) in fields.items():
        if name not in value:
            if field.default is attrs.NOTHING:
                add_problem(problems, Problem.of(scalars.missing_key(name), place))
                sound = False
            continue
        below = (*place, *prefix.get(name, (name,)))
        if name == "breakdowns" and prefix:
            found = _examine_short(value[name], below, problems)
        else:
            found = _examine(value[name], field_kind, below, problems)
        if found is not _FAILED:
            found = _accepted(field, found, below, problems)
        sound = sound and found is not _FAILED
        arguments[field.alias or name] = found
    if not sound:
        return _FAILED
    try:
        return kind(**arguments)
    except GovplanError as error:
        add_problem(problems, Problem.of(error, place))
        return _FAILED


def _long(value: Any, kind: type[Any]) -> tuple[Any, dict[str, Place]]:
    """Return a mapping's long form, and the place of a field that the file writes under another key."""
    if kind is Plan:
        if value.__class__ is dict and value.get("govplan").__class__ is Refused:
            value = {**value, "govplan": VERSION}
        return with_links(without_version(value)), {}
    if kind is Indicator:
        return defined(value), {}
    if kind is Baseline and value.__class__ is not dict:
        # The number alone; its place is the mapping's own.
        return value_alone(value), {"value": ()}
    if kind is Target:
        longer = long_target(value)
        return longer, {} if longer is value else {"breakdowns": (longer["breakdowns"][0]["relation"],)}
    return value, {}


def _examine_short(value: list[dict[str, Any]], place: Place, problems: _Found) -> Any:
    """Examine the one breakdown that `partition: […]` stands for; the parts are where the list is."""
    [form] = value
    parts = _examine_list(form["parts"], Target, place, problems)
    if parts is _FAILED:
        return _FAILED
    try:
        return (Breakdown(form["relation"], parts),)
    except GovplanError as error:
        add_problem(problems, Problem.of(error, place))
        return _FAILED


def _accepted(field: attrs.Attribute[Any], value: Any, place: Place, problems: _Found) -> Any:
    """Return the value when the field's own converter takes it, so that a fault is found at the field."""
    convert = field.converter
    if not callable(convert):
        return value
    try:
        return convert(value)
    except GovplanError as error:
        faults = _faults_of_items(convert, value) if value.__class__ is tuple else []
        for step, fault in faults or [((), error)]:
            add_problem(problems, Problem.of(fault, (*place, *step)))
        return _FAILED


def _faults_of_items(convert: Callable[[Any], Any], items: tuple[Any, ...]) -> list[tuple[Place, GovplanError]]:
    """Return what a list's converter says of each item by itself."""
    faults: list[tuple[Place, GovplanError]] = []
    for index, item in enumerate(items):
        try:
            convert((item,))
        except GovplanError as error:
            faults.append(((index,), error))
    return faults


@cache
def _fields(kind: Any) -> dict[str, tuple[attrs.Attribute[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in _given(kind)}


def _given(kind: type[Any]) -> Iterator[attrs.Attribute[Any]]:
    return (field for field in attrs.fields(kind) if field.init)
