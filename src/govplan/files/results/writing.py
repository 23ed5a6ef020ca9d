"""Results into a table or a document, the same text for the same results; *not* here: reading them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govplan.errors import UnknownFormatError
from govplan.files.document import to_dict
from govplan.files.results.columns import Column
from govplan.files.results.csv_text import escaped
from govplan.files.results.numbers import written
from govplan.files.results.sources import written_source
from govplan.files.saving import replace_file
from govplan.model import Observation
from govplan.model.observation import Mode, Status

__all__ = ["dump_results"]

_ALWAYS = (Column.TARGET, Column.PERIOD, Column.AS_OF, Column.VALUE)
_WRITTEN = (
    Column.TARGET,
    Column.PERIOD,
    Column.AS_OF,
    Column.VALUE,
    Column.CHANGE,
    Column.RELATIVE_CHANGE,
    Column.MODE,
    Column.STATUS,
    Column.JUDGEMENT,
    Column.SOURCE,
)
_QUOTED = frozenset(',;\t"\n')


def dump_results(results: Iterable[Observation], path: str | os.PathLike[str]) -> None:
    """Write results to a .csv, .yaml, .yml or .json file, which is replaced whole or not at all.

    The numbers are in the units of the plan's indicators, and no unit is written. No cell of a table begins a
    formula: words that would stand behind an apostrophe, which reading takes away again.

    Args:
        results: what `load_results` gives, or any observations, in the order in which they are written.
        path: the file.

    Raises:
        SaveError: the file cannot be written; what was there before is whole.
        UnknownFormatError: the file's name ends otherwise.
    """
    file = Path(path)
    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        raise UnknownFormatError(
            f"unknown kind of file: found {file.name!r:.100}; results are written as .csv, .yaml, .yml or .json",
            f"loại tệp lạ: gặp {file.name!r:.100}; kết quả được ghi dạng .csv, .yaml, .yml hoặc .json",
        )
    replace_file(file, write(tuple(results)))


def _csv(observations: tuple[Observation, ...]) -> str:
    rows = [_cells(one) for one in observations]
    columns = [column for column in _WRITTEN if column in _ALWAYS or any(row[column] for row in rows)]
    lines = [[column.value for column in columns], *([row[column] for column in columns] for row in rows)]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines)


def _cells(one: Observation) -> dict[Column, str]:
    numbers = {Column.VALUE: one.value, Column.CHANGE: one.change, Column.RELATIVE_CHANGE: one.relative_change}
    return {
        Column.TARGET: one.target,
        Column.PERIOD: "" if one.period is None else str(one.period),
        Column.AS_OF: "" if one.as_of is None else one.as_of.isoformat(),
        **{column: "" if number is None else written(number) for column, number in numbers.items()},
        Column.MODE: "" if one.mode is Mode.THIS_PERIOD else one.mode.value,
        Column.STATUS: "" if one.status is Status.FINAL else one.status.value,
        Column.JUDGEMENT: "" if one.judgement is None else escaped(one.judgement),
        Column.SOURCE: "" if one.source is None else escaped(written_source(one.source)),
    }


def _quoted(text: str) -> str:
    if _QUOTED.isdisjoint(text) and text == text.strip():
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _yaml(observations: tuple[Observation, ...]) -> str:
    from govplan.files.converter import converter
    from govplan.files.yaml_writing import write_yaml

    return write_yaml({"results": [converter().unstructure(one, Observation) for one in observations]})


def _json(observations: tuple[Observation, ...]) -> str:
    forms: list[Any] = [to_dict(one) for one in observations]
    return json.dumps({"results": forms}, ensure_ascii=False, indent=1) + "\n"


_WRITERS = {".csv": _csv, ".yaml": _yaml, ".yml": _yaml, ".json": _json}
