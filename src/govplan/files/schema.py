"""The plan file's JSON Schema, from the classes themselves; *not* here: rules, which no schema can state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from govplan.files.goal_form import GENERAL_KEYS, LEVEL_KEYS, TO_AND_BY_KEYS
from govplan.files.mapping import optional_member
from govplan.files.plan_form import VERSION
from govplan.files.readers import MAPPINGS, SHORT_FORMS
from govplan.legal import LegalReference
from govplan.model import (
    Baseline,
    Code,
    Goal,
    Indicator,
    Organization,
    Plan,
    Suppression,
    Target,
)
from govplan.model.goal import Direction
from govplan.values import Jurisdiction, Period, Text, Unit

__all__ = ["json_schema"]

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1, "pattern": r"\S"}
_ID: Schema = {"type": "string", "pattern": r"^[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?$"}
# An editor sees 16000 as a number and '3.000' as text; both are exact numbers in a plan file.
_NUMBER: Schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]{1,62}(\.[0-9]{1,90})?$"}]}
_WHOLE: Schema = {
    "anyOf": [{"type": "integer", "minimum": 0, "maximum": 999999}, {"type": "string", "pattern": "^[0-9]{1,6}$"}]
}
_DAY: Schema = {
    "type": "string",
    "description": "2023-01-04, 04/01/2023",
    "pattern": r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2}|.*[0-9]{1,2}.*[0-9]{4})\s*$",
}
_IDS = {"id", "amends", "contributes_to", "targets", "target"}


def json_schema() -> Schema:
    """Return the JSON Schema, draft 2020-12, that editors complete and check plan files with.

    It is wider than the reader where a schema cannot say more: which dates exist, which ids are defined.

    >>> json_schema()["required"][0]
    'govplan'
    """
    definitions = {kind.__name__: _mapping(kind) for kind in MAPPINGS if kind is not Plan}
    definitions |= {
        "Text": _either(_TEXT, {**_mapping(Text), "minProperties": 1}),
        "Organization": _either(_TEXT, _mapping(Organization)),
        "Goal": _goal(),
        "Jurisdiction": _jurisdiction(),
        "Unit": _either(_TEXT, _mapping(Unit)),
    }
    plan = _mapping(Plan)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "govplan plan file",
        **plan,
        "properties": {"govplan": {"enum": [VERSION, str(VERSION)]}, **plan["properties"]},
        "required": ["govplan", *plan["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _mapping(kind: type[Any]) -> Schema:
    hints = get_type_hints(kind)
    properties: Schema = {}
    required = []
    for field in attrs.fields(kind):
        if not field.init:
            continue
        properties[field.name] = _of(hints[field.name], field.name)
        if field.default is attrs.NOTHING:
            required.append(field.name)
    if kind is Target:
        parts = {"type": "array", "items": _ref(Target), "minItems": 1}
        properties |= dict.fromkeys(SHORT_FORMS, parts)
        properties["indicator"] = _either(_ID, _ref(Indicator))
    if kind is Suppression:
        properties["rule"] = {"type": "string", "pattern": "^[A-Z]{1,8}[0-9]{3,4}$"}
        properties["path"] = _either({"type": "string", "pattern": "^(/|$)"}, {"type": "null"})
    schema = _object(properties, required=required)
    summary = (kind.__doc__ or "").strip().split("\n")[0]
    if kind is Target:
        alone = (*SHORT_FORMS, "breakdowns")
        schema["not"] = {"anyOf": [{"required": [a, b]} for i, a in enumerate(alone) for b in alone[i + 1 :]]}
    if kind is Baseline:
        return {"description": summary, **_either(_NUMBER, schema)}
    return {"description": summary, **schema}


def _of(hint: Any, name: str) -> Schema:
    member = optional_member(hint)
    if member is not None:
        return _either(_of(member, name), {"type": "null"})
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if inner is Code:
            return {"type": "object", "additionalProperties": _TEXT}
        return {"type": "array", "items": _of(inner, name)}
    if hint is str:
        return _ID if name in _IDS else _TEXT
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return _LEAVES.get(hint) or _ref(hint)


def _ref(kind: type[Any]) -> Schema:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _object(properties: Schema, *, required: list[str] | None = None, minimum: int | None = None) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        schema["required"] = required
    if minimum is not None:
        schema["minProperties"] = minimum
    return schema


def _goal() -> Schema:
    pair = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
    half_open = {"type": "array", "items": _either(_NUMBER, {"type": "null"}), "minItems": 2, "maxItems": 2}
    level = dict.fromkeys((*LEVEL_KEYS, "tolerance"), _NUMBER)
    inner = _object(dict(level), minimum=1)
    modifiers = {
        "direction": {"enum": [direction.value for direction in Direction]},
        "open": {"enum": ["lower", "upper", "both"]},
        "approximate": {"enum": [True, False, "true", "false"]},
        "tolerance": _NUMBER,
    }
    general = [_object({key: half_open, **modifiers}, required=[key]) for key in GENERAL_KEYS]
    plain = {**dict.fromkeys(LEVEL_KEYS, _NUMBER), **dict.fromkeys(TO_AND_BY_KEYS, _either(_NUMBER, pair, inner))}
    two_sided = [
        _object({low: _NUMBER, high: _NUMBER}, required=[low, high])
        for low in ("at_least", "above")
        for high in ("at_most", "below")
    ]
    return {
        "description": "A condition on a measured value: an interval on a basis, with a direction (mức chỉ tiêu).",
        "anyOf": [
            {**_object({**plain, "text": _TEXT}), "minProperties": 1, "maxProperties": 1},
            *two_sided,
            _object({"about": _NUMBER, "tolerance": _NUMBER}, required=["about"]),
            *general,
        ],
    }


def _jurisdiction() -> Schema:
    return {
        "description": "An ISO 3166-2 or official code, a key such as 49@1997-01-01, or a unit written out.",
        **_either(_TEXT, _mapping(Jurisdiction)),
    }


_LEAVES: dict[Any, Schema] = {
    Decimal: _NUMBER,
    int: _WHOLE,
    date: _DAY,
    Unit: {"$ref": "#/$defs/Unit"},
    # YAML readers of editors take 2023 for a number; govplan reads text.
    Period: _either(_TEXT, {"type": "integer", "minimum": 1, "maximum": 9999}),
    LegalReference: _TEXT,
    Goal: {"$ref": "#/$defs/Goal"},
    Text: {"$ref": "#/$defs/Text"},
    Organization: {"$ref": "#/$defs/Organization"},
    Jurisdiction: {"$ref": "#/$defs/Jurisdiction"},
}
