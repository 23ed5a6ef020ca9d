"""Whole documents, text to model and back; *not* here: files on disk (`govplan.files.dataset`).

What a good file does not need when it is read (cattrs, the words for problems, the other format) is imported by
the function that does: a command starts in half the time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

from govplan.errors import DatasetError, UnknownFormatError
from govplan.files.limits import decode, encode, too_deep
from govplan.files.locations import Locations
from govplan.files.problem import FormError, Problem
from govplan.files.readers import reader_of
from govplan.model import Plan
from govplan.values.number import plain

__all__ = ["Format", "dumps", "from_dict", "loads", "locate", "parse_document", "read_values", "to_dict"]

Format = Literal["yaml", "json"]
T = TypeVar("T")


def loads(text: str | bytes, *, format: Format = "yaml") -> Plan:
    """Read a plan from the text, or the UTF-8 bytes, of a plan file.

    Raises:
        DatasetError: the text is no plan file; every problem is listed, with its line and column.
        UnknownFormatError: another format than "yaml" or "json".
    """
    return parse_document(text, format, "")


def parse_document(text: str | bytes, format: Format, origin: str) -> Plan:
    """Read a plan; problems are told as of the file `origin`."""
    _require_format(format)
    try:
        content = decode(text if isinstance(text, bytes) else encode(text))
        values, refused = read_values(content, format)
    except FormError as error:
        raise DatasetError(origin, [Problem.of(error)]) from None
    if not refused:
        try:
            return reader_of(Plan)(values)  # type: ignore[no-any-return]  # it reads plans
        except RecursionError:
            fault: Exception = too_deep()
        except Exception as error:  # whatever it was, the second look must name it or let it out
            fault = error
    else:
        fault = FormError("", "")
    problems = _all_problems(values, Plan, refused)
    if not problems:
        raise fault
    raise DatasetError(origin, _placed(problems, content, format)) from None


def from_dict(form: object, kind: type[T]) -> T:
    """Build a model object from its file form, the inverse of `to_dict`.

    Raises:
        DatasetError: the form is not that of the class; every problem is listed with its JSON Pointer.

    >>> from govplan import Goal
    >>> from_dict({"at_least": "16000"}, Goal).lower
    Decimal('16000')
    """
    read: Callable[[object], T] = reader_of(kind)  # type: ignore[arg-type]  # a class is hashable
    try:
        return read(form)
    except RecursionError:
        fault: Exception = too_deep()
    except Exception as error:  # whatever it was, the second look must name it or let it out
        fault = error
    problems = _all_problems(form, kind, [])
    if not problems:
        raise fault
    raise DatasetError("", problems) from None


def read_values(content: str, format: Format) -> tuple[Any, list[Problem]]:
    """Return the plain values of a text, and what in it plan files may not hold.

    Raises:
        FormError: the text cannot be read at all.
    """
    if format == "json":
        from govplan.files.json_text import read_json

        return read_json(content)
    from govplan.files.yaml_text import read_yaml

    return read_yaml(content)


def _all_problems(values: Any, kind: type[Any], refused: list[Problem]) -> list[Problem]:
    from govplan.files.diagnosis import diagnose
    from govplan.files.json_text import refuse_excess

    try:
        refuse_excess(values)
        return [*refused, *diagnose(values, kind)]
    except FormError as error:
        return [*refused, Problem.of(error)]


def _placed(problems: list[Problem], content: str, format: Format) -> list[Problem]:
    """Return the problems with line and column, in the order of the file."""
    locations = locate(content, format)
    found = []
    for problem in problems:
        place = locations.nearest(problem.pointer)
        found.append(problem if problem.line is not None or place is None else problem.located(*place))
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0))


def locate(content: str, format: Format) -> Locations:
    """Return where in the text each value stands."""
    if format == "json":
        from govplan.files.json_text import locate_json

        return Locations(locate_json(content))
    from govplan.files.yaml_text import locate_yaml

    return Locations(locate_yaml(content))


def to_dict(value: object) -> Any:
    """Return the file form of any model object: mappings, lists and text, numbers as exact text.

    >>> from govplan import Goal
    >>> to_dict(Goal.at_least(16000))
    {'at_least': '16000'}
    """
    from govplan.files.converter import converter

    return _textual(converter().unstructure(value))


def _textual(form: Any) -> Any:
    if form.__class__ is dict:
        return {key: _textual(item) for key, item in form.items()}
    if form.__class__ is list or form.__class__ is tuple:
        return [_textual(item) for item in form]
    return _leaf(form) if form.__class__ in (Decimal, date) else form


def _leaf(value: Any) -> str:
    return plain(value) if value.__class__ is Decimal else str(value.isoformat())


_ENCODE: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, default=_leaf).encode


def dumps(plan: Plan, *, format: Format = "yaml") -> str:
    """Write a plan as the text of a plan file, the same text for the same plan.

    Raises:
        UnknownFormatError: another format than "yaml" or "json".
    """
    _require_format(format)
    from govplan.files.converter import converter

    form = converter().unstructure(plan, Plan)
    if format == "json":
        return _ENCODE(form) + "\n"
    from govplan.files.yaml_writing import write_yaml

    return write_yaml(form)


def _require_format(format: str) -> None:
    if format not in ("yaml", "json"):
        raise UnknownFormatError(
            f"unknown format: found {format!r:.40}; write yaml or json",
            f"định dạng lạ: gặp {format!r:.40}; hãy viết yaml hoặc json",
        )
