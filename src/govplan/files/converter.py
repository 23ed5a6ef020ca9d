"""Between values of files and the model: the only cattrs hooks; *not* here: text, and what to say of a bad file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from govplan.files import scalars
from govplan.files.goal_form import goal_from_form, goal_to_form
from govplan.files.mapping import mapping_reader
from govplan.files.plan_form import (
    VERSION,
    Undefined,
    jurisdiction_from_form,
    jurisdiction_to_form,
    linked,
    with_links,
    without_version,
)
from govplan.files.problem import FormError
from govplan.legal import LegalReference
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
    Target,
    Task,
    TaskGroup,
)
from govplan.model.goal import Basis, Direction
from govplan.values import Jurisdiction, Period, Source, Span, Text, Unit
from govplan.values.text import line

__all__ = ["MAPPINGS", "SHORT_FORMS", "converter", "defined", "long_target", "value_alone"]

Hook = Callable[[Any, Any], Any]

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
    Plan,
    Observation,
)
"""Classes whose file form is the mapping of their fields; every other form is read as a whole."""


@cache
def converter() -> Converter:
    """Return the converter between file values and the model, made on first use and then kept.

    It stops at the first fault, with no word of the place: `govplan.files.diagnosis` looks again.
    """
    made = Converter(detailed_validation=False, omit_if_default=True)
    for kind, read in _FROM_FILE.items():
        made.register_structure_hook(kind, read)
    made.register_structure_hook_factory(_is_enum, _enum_hook)
    made.register_structure_hook_factory(_is_tuple, _tuple_hook)
    for mapping in MAPPINGS:
        # A target's parts are targets: the reader asks for itself, and finds this.
        made.register_structure_hook(mapping, _on_first_use(mapping, made))
    for kind, write in _TO_FILE.items():
        made.register_unstructure_hook(kind, write)
    made.register_unstructure_hook_func(_is_enum, _value_of)
    made.register_unstructure_hook_func(_is_codes, _codes_form)
    for mapping, finish in _FINISH.items():
        made.register_unstructure_hook(mapping, _writer(mapping, made, finish))
    return made


def _on_first_use(kind: type[Any], made: Converter) -> Hook:
    """Return the hook of a mapping's class, whose reader is made when it is first called."""
    prepare = _PREPARE.get(kind)

    @cache
    def reader() -> Hook:
        return mapping_reader(kind, made.get_structure_hook)

    def structure(form: Any, _kind: Any) -> Any:
        return reader()(form if prepare is None else prepare(form), kind)

    return structure


def _writer(kind: type[Any], made: Converter, finish: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    @cache
    def write() -> Callable[[Any], Any]:
        return make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True)

    def unstructure(value: Any) -> Any:
        return finish(write()(value), value)

    return unstructure


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_codes(kind: Any) -> bool:
    return _is_tuple(kind) and get_args(kind)[0] is Code


def _tuple_hook(kind: Any, made: Converter) -> Hook:
    inner = get_args(kind)[0]
    if inner is Code:
        return _codes
    structure = made.get_structure_hook(inner)

    def to_tuple(values: Any, _kind: Any) -> tuple[Any, ...]:
        if values.__class__ is not list and values.__class__ is not tuple:
            raise scalars.not_a_list(values)
        return tuple([structure(value, inner) for value in values])

    return to_tuple


def _enum_hook(kind: type[Enum]) -> Hook:
    members: dict[Any, Any] = {member.value: member for member in kind}

    def member(value: Any, _kind: Any) -> Any:
        found = members.get(value) if value.__class__ is str else None
        return scalars.word(value, kind) if found is None else found

    return member


def _value_of(member: Enum) -> Any:
    return member.value


def _text(value: Any, _kind: Any = None) -> Text:
    if value.__class__ is str:
        return Text(value)
    if value.__class__ is dict:
        for key in value:
            if key != "vi" and key != "en":
                raise scalars.unknown_key(key, ("vi", "en"))
        vi, en = value.get("vi"), value.get("en")
        if vi.__class__ is str and en.__class__ is str:
            return _both_languages(line(vi), line(en))
        return Text(
            None if vi is None else scalars.below("vi", scalars.text, vi),
            None if en is None else scalars.below("en", scalars.text, en),
        )
    return Text(scalars.text(value))


_fill_vi, _fill_en = Text.__dict__["vi"].__set__, Text.__dict__["en"].__set__


def _both_languages(vi: str, en: str) -> Text:
    """Return the text of two lines; the constructor would only look at them once more."""
    made = object.__new__(Text)
    _fill_vi(made, vi)
    _fill_en(made, en)
    return made


def _text_form(text: Text) -> Any:
    if text.en is None:
        return text.vi
    return {"en": text.en} if text.vi is None else {"vi": text.vi, "en": text.en}


def _organization(value: Any, _kind: Any) -> Organization:
    if value.__class__ is dict:
        extra = [key for key in value if key not in ("name", "id")]
        if extra:
            raise scalars.unknown_key(extra[0], ("name", "id"))
        if value.get("name") is None:
            raise scalars.missing_key("name")
        identifier = value.get("id")
        return Organization(
            scalars.below("name", _text, value["name"]), None if identifier is None else scalars.text(identifier)
        )
    return Organization(_text(value))


def _organization_form(organization: Organization) -> Any:
    name = {"name": _text_form(organization.name)}
    return name if organization.id is None else {**name, "id": organization.id}


def _codes(values: Any, _kind: Any) -> tuple[Code, ...]:
    if values.__class__ is not dict:
        raise FormError(
            f"codes are a mapping: found {scalars.shown(values)}; write list: code",
            f"mã số là một bảng: gặp {scalars.shown(values)}; hãy viết danh_mục: mã",
        )
    return tuple([Code(scalars.text(key), scalars.below(key, scalars.text, code)) for key, code in values.items()])


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


def _target_to_form(form: dict[str, Any], target: Target) -> dict[str, Any]:
    form["goal"] = goal_to_form(_plain_direction(target))
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


def _plain_direction(target: Target) -> Goal:
    """Return the goal without the direction that reading takes from the indicator again."""
    goal, polarity = target.goal, target.indicator.direction
    interval = goal.interval
    if interval is None or goal.basis is not Basis.LEVEL or goal.direction is not polarity:
        return goal
    if interval.lower is None or interval.upper is None:
        return goal
    return attrs.evolve(goal, direction=Direction.POLARITY)


def _codes_form(codes: tuple[Code, ...]) -> dict[str, str]:
    return {code.scheme: code.value for code in codes}


_FROM_FILE: dict[Any, Hook] = {
    str: lambda value, _: scalars.text(value),
    int: lambda value, _: scalars.whole(value),
    Decimal: lambda value, _: scalars.number(value),
    date: lambda value, _: scalars.day(value),
    Text: _text,
    Unit: lambda value, _: Unit.parse(scalars.text(value)),
    Period: lambda value, _: Period.parse(scalars.text(value)),
    Goal: lambda value, _: goal_from_form(value),
    Organization: _organization,
    LegalReference: lambda value, _: LegalReference.parse(scalars.text(value)),
    Jurisdiction: lambda value, _: jurisdiction_from_form(value),
}
"""What reads a value that is more, or less, than a mapping of its fields."""

_PREPARE: dict[type[Any], Callable[[Any], Any]] = {
    Plan: lambda form: with_links(without_version(form)),
    Target: long_target,
    Indicator: defined,
    Baseline: value_alone,
}
"""What brings a mapping into the form of its fields."""

_TO_FILE: dict[Any, Callable[[Any], Any]] = {
    Decimal: lambda number: number,
    date: lambda day: day,
    Text: _text_form,
    Unit: str,
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
