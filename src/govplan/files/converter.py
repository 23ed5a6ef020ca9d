"""The model and values of files, both ways: the only cattrs hooks; *not* here: text, and what to say of a bad file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args

import attrs
from cattrs import Converter

from govplan.errors import GovplanError
from govplan.files.goal_form import goal_to_form
from govplan.files.mapping import mapping_writer
from govplan.files.plan_form import VERSION, jurisdiction_to_form, linked
from govplan.files.readers import MAPPINGS, is_enum, is_tuple, reader_of
from govplan.legal import LegalReference
from govplan.model import Baseline, Code, Goal, Organization, Plan, Target
from govplan.model.goal import Basis, Direction
from govplan.values import Jurisdiction, Period, Text, Unit
from govplan.values.number import plain

__all__ = ["converter"]


@cache
def converter() -> Converter:
    """Return the converter between file values and the model, made on first use and then kept.

    It stops at the first fault, with no word of the place: `govplan.files.diagnosis` looks again.
    """
    made = Converter(detailed_validation=False)
    for kind in (*MAPPINGS, *_TO_FILE):
        made.register_structure_hook(kind, _structure_hook(reader_of(kind)))
    made.register_structure_hook_factory(
        lambda kind: is_tuple(kind) or is_enum(kind), lambda kind: _structure_hook(reader_of(kind))
    )
    for kind, write in _TO_FILE.items():
        made.register_unstructure_hook(kind, write)
    made.register_unstructure_hook_func(is_enum, _value_of)
    made.register_unstructure_hook_factory(is_tuple, lambda kind: _tuple_writer(kind, made))
    made.register_unstructure_hook_func(_is_codes, _codes_form)
    # A target's parts are targets: until its own hook is there, they are looked up when they are written.
    made.register_unstructure_hook(Target, lambda part: made.unstructure(part, Target))
    for mapping in MAPPINGS:
        made.register_unstructure_hook(mapping, _writer(mapping, made))
    return made


def _structure_hook(read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _kind: Any) -> Any:
        return read(value)

    return structure


def _writer(kind: type[Any], made: Converter) -> Callable[[Any], Any]:
    """Return what writes the mapping of a class's fields, brought into the form that files have."""
    write = mapping_writer(kind, made.get_unstructure_hook)
    finish = _FINISH.get(kind)
    return write if finish is None else lambda value: finish(write(value), value)


def _tuple_writer(kind: Any, made: Converter) -> Callable[[Any], Any]:
    inner = get_args(kind)[0]
    if inner is str:
        return list
    write = made.get_unstructure_hook(inner)
    return lambda items: [write(item) for item in items]


def _is_codes(kind: Any) -> bool:
    return is_tuple(kind) and get_args(kind)[0] is Code


def _value_of(member: Enum) -> Any:
    return member.value


def _text_form(text: Text) -> Any:
    if text.en is None:
        return text.vi
    return {"en": text.en} if text.vi is None else {"vi": text.vi, "en": text.en}


def _unit_form(unit: Unit) -> Any:
    """Return the words of a unit, and more only where reading them gives another unit."""
    try:
        read = Unit.parse(unit.symbol)
        # What came from a file is nearly always the very object.
        if read is unit or (read == unit and plain(read.scale) == plain(unit.scale)):
            return unit.symbol
    except GovplanError:
        pass
    return {"symbol": unit.symbol, "dimension": unit.dimension, "scale": unit.scale}


def _organization_form(organization: Organization) -> Any:
    name = {"name": _text_form(organization.name)}
    return name if organization.id is None else {**name, "id": organization.id}


def _target_to_form(form: dict[str, Any], target: Target) -> dict[str, Any]:
    plain = _plain_direction(target, target.goal)
    if plain is not target.goal:
        form["goal"] = goal_to_form(plain)
    for number, step in enumerate(target.milestones):
        plain = _plain_direction(target, step.goal)
        if plain is not step.goal:
            form["milestones"][number]["goal"] = goal_to_form(plain)
    if len(target.breakdowns) == 1:
        [breakdown] = form["breakdowns"]
        if breakdown.keys() == {"relation", "parts"}:
            form = {
                (breakdown["relation"] if key == "breakdowns" else key): (
                    breakdown["parts"] if key == "breakdowns" else value
                )
                for key, value in form.items()
            }
    return form


def _plain_direction(target: Target, goal: Goal) -> Goal:
    """Return a goal of the target without the direction that reading takes from the indicator again."""
    interval = goal.interval
    if interval is None or interval.lower is None or interval.upper is None:
        return goal
    if goal.basis is not Basis.LEVEL or goal.direction is not target.indicator.direction:
        return goal
    return attrs.evolve(goal, direction=Direction.POLARITY)


def _codes_form(codes: tuple[Code, ...]) -> dict[str, str]:
    return {code.scheme: code.value for code in codes}


_TO_FILE: dict[Any, Callable[[Any], Any]] = {
    Decimal: lambda number: number,
    date: lambda day: day,
    Text: _text_form,
    Unit: _unit_form,
    Period: str,
    Goal: goal_to_form,
    Organization: _organization_form,
    LegalReference: lambda reference: reference.text,
    Jurisdiction: jurisdiction_to_form,
}

_FINISH: dict[type[Any], Callable[[Any, Any], Any]] = {
    Plan: lambda form, plan: {"govplan": VERSION, **linked(form, plan)},
    Target: _target_to_form,
    Baseline: lambda form, _: form["value"] if len(form) == 1 else form,
}
"""What brings a written mapping of fields into the form that files have."""
