"""What is wrong with a file's values, all of it and each at its place; *not* here: the quick way for good files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from govplan.errors import GovplanError
from govplan.files import scalars
from govplan.files.converter import MAPPINGS, SHORT_FORMS, converter, defined, long_target, value_alone
from govplan.files.mapping import optional_member
from govplan.files.plan_form import with_links, without_version
from govplan.files.problem import Place, Problem
from govplan.files.yaml_text import Refused
from govplan.model import Baseline, Breakdown, Code, Indicator, Plan, Target

__all__ = ["MAX_PROBLEMS", "diagnose"]

MAX_PROBLEMS = 200
"""After so many problems the rest is not looked for, and the last problem says so."""

_FAILED: Any = object()


class _EnoughError(Exception):
    """There are as many problems as anybody reads."""


def diagnose(values: Any, kind: type[Any]) -> list[Problem]:
    """Return every problem that reading `values` as a `kind` meets, up to `MAX_PROBLEMS`, in the file's order."""
    problems: list[Problem] = []
    try:
        _examine(values, kind, (), problems)
    except _EnoughError:
        problems.append(
            Problem(
                "",
                f"too many problems: stopped after {MAX_PROBLEMS}; mend these first",
                f"quá nhiều lỗi: dừng sau {MAX_PROBLEMS}; hãy sửa các lỗi này trước",
            )
        )
    return problems


def _examine(value: Any, kind: Any, place: Place, problems: list[Problem]) -> Any:
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
    if kind in MAPPINGS:
        return _examine_mapping(value, kind, place, problems)
    try:
        return converter().structure(value, kind)
    except GovplanError as error:
        _add(problems, Problem.of(error, place))
        return _FAILED


def _examine_list(value: Any, kind: Any, place: Place, problems: list[Problem]) -> Any:
    if value.__class__ is not list and value.__class__ is not tuple:
        _add(problems, Problem.of(scalars.not_a_list(value), place))
        return _FAILED
    items = [_examine(item, kind, (*place, index), problems) for index, item in enumerate(value)]
    return _FAILED if _FAILED in items else tuple(items)


def _examine_mapping(value: Any, kind: type[Any], place: Place, problems: list[Problem]) -> Any:
    fields = _fields(kind)  # type: ignore[arg-type]  # a class is hashable, which mypy does not see in type[Any]
    keys = (*fields, *SHORT_FORMS) if kind is Target else tuple(fields)
    prefix: dict[str, Place] = {}
    try:
        value, prefix = _long(value, kind)
    except GovplanError as error:
        _add(problems, Problem.of(error, place))
        return _FAILED
    if value.__class__ is not dict:
        _add(problems, Problem.of(scalars.not_a_mapping(value, keys), place))
        return _FAILED
    sound = True
    for key in value:
        if key not in fields:
            _add(problems, Problem.of(scalars.unknown_key(key, keys), place))
            sound = False
    arguments: dict[str, Any] = {}
    for name, (field, field_kind) in fields.items():
        if name not in value:
            if field.default is attrs.NOTHING:
                _add(problems, Problem.of(scalars.missing_key(name), place))
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
        _add(problems, Problem.of(error, place))
        return _FAILED


def _long(value: Any, kind: type[Any]) -> tuple[Any, dict[str, Place]]:
    """Return a mapping's long form, and the place of a field that the file writes under another key."""
    if kind is Plan:
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


def _examine_short(value: list[dict[str, Any]], place: Place, problems: list[Problem]) -> Any:
    """Examine the one breakdown that `partition: […]` stands for; the parts are where the list is."""
    [form] = value
    parts = _examine_list(form["parts"], Target, place, problems)
    if parts is _FAILED:
        return _FAILED
    try:
        return (Breakdown(form["relation"], parts),)
    except GovplanError as error:
        _add(problems, Problem.of(error, place))
        return _FAILED


def _accepted(field: attrs.Attribute[Any], value: Any, place: Place, problems: list[Problem]) -> Any:
    """Return the value when the field's own converter takes it, so that a fault is found at the field."""
    try:
        return field.converter(value) if callable(field.converter) else value
    except GovplanError as error:
        _add(problems, Problem.of(error, place))
        return _FAILED


@cache
def _fields(kind: Any) -> dict[str, tuple[attrs.Attribute[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in _given(kind)}


def _given(kind: type[Any]) -> Iterator[attrs.Attribute[Any]]:
    return (field for field in attrs.fields(kind) if field.init)


def _add(problems: list[Problem], problem: Problem) -> None:
    problems.append(problem)
    if len(problems) >= MAX_PROBLEMS:
        raise _EnoughError
