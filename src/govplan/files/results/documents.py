"""YAML and JSON documents of results into entries with their places; *not* here: what the entries come to.

A document is a list of mappings, or a mapping with that list under `results`; the keys are the English headings.
"""

from __future__ import annotations

from typing import Any

from govplan.files import scalars
from govplan.files.document import Format, locate, read_values
from govplan.files.json_text import refuse_excess
from govplan.files.locations import Locations
from govplan.files.plan_form import VERSION
from govplan.files.problem import FormError, Problem, Refused, add_problem, pointer_to
from govplan.files.results.columns import KEYS, NUMBERS, Column, Heading, Notation
from govplan.files.results.entry import Entry, Figure
from govplan.files.results.table import MAX_ROWS, Cell, too_many_rows

__all__ = ["read_document"]

_KEYS = tuple(key for key in KEYS if key not in (Column.PLAN.value, Column.NOTE.value))
_LIST = "results"


def read_document(content: str, format: Format, problems: list[Problem]) -> list[Entry]:
    """Return the entries of a document; what is no entry is added to the problems.

    Raises:
        FormError: the text cannot be read at all.
        EnoughError: there are as many problems as anybody reads.
    """
    values, refused = read_values(content, format)
    refuse_excess(values)
    locations = locate(content, format)
    for problem in refused:
        add_problem(problems, problem)
    place: tuple[str | int, ...] = ()
    if values.__class__ is dict:
        for key in values:
            if key not in (_LIST, "govplan"):
                add_problem(problems, _cell(values, (), locations).problem(scalars.unknown_key(key, (_LIST,))))
        _look_at_version(values, locations, problems)
        if _LIST not in values:
            add_problem(problems, _cell(values, (), locations).problem(scalars.missing_key(_LIST)))
            return []
        values, place = values[_LIST], (_LIST,)
    elif values is None:
        raise _nothing()
    if values is None:
        return []
    if values.__class__ is Refused:
        return []
    if values.__class__ is not list:
        add_problem(problems, _cell(values, place, locations).problem(scalars.not_a_list(values)))
        return []
    if len(values) > MAX_ROWS:
        raise too_many_rows()
    found = []
    for index, item in enumerate(values):
        entry = _entry(item, (*place, index), index + 1, locations, problems)
        if entry is not None:
            found.append(entry)
    return found


def _look_at_version(values: dict[str, Any], locations: Locations, problems: list[Problem]) -> None:
    version = values.get("govplan", str(VERSION))
    if version != str(VERSION) and version != VERSION and version.__class__ is not Refused:
        fault = FormError(
            f"format version not known: found {scalars.shown(version)}; this govplan reads {VERSION}",
            f"chưa biết phiên bản định dạng: gặp {scalars.shown(version, 'vi')}; govplan này đọc được {VERSION}",
        )
        add_problem(problems, _cell(version, ("govplan",), locations).problem(fault))


def _entry(
    item: Any, place: tuple[str | int, ...], number: int, locations: Locations, problems: list[Problem]
) -> Entry | None:
    start = _cell(item, place, locations)
    if item.__class__ is Refused:
        return None
    if item.__class__ is not dict:
        add_problem(problems, start.problem(scalars.not_a_mapping(item, _KEYS)))
        return None
    is_whole = True
    for key, value in item.items():
        if key not in _KEYS:
            # The pointer of an unknown key is added by the error itself.
            line, column = locations.nearest(pointer_to((*place, key))) or (None, None)
            here = Cell(value, line, column, pointer_to(place))
            add_problem(problems, here.problem(scalars.unknown_key(key, _KEYS)))
            is_whole = False
        elif value.__class__ is Refused:
            is_whole = False
    if not is_whole:
        return None
    cells = {Column(key): _cell(value, (*place, key), locations) for key, value in item.items()}
    numbers = {column: (Heading(column, Notation.DOCUMENT), cells.pop(column)) for column in NUMBERS if column in cells}
    return Entry(number, start, cells, [Figure(numbers)])


def _cell(value: Any, place: tuple[str | int, ...], locations: Locations) -> Cell:
    pointer = pointer_to(place)
    line, column = locations.nearest(pointer) or (None, None)
    return Cell(value, line, column, pointer)


def _nothing() -> FormError:
    return FormError(
        "no results: found nothing in the file; write a list under results",
        "không có kết quả: tệp trống; hãy viết một danh sách dưới results",
    )
