"""Plan files: read strictly, written the same every time; *not* here: what a plan means."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.files.dataset import dump, example_path, load, load_example, load_located
from govplan.files.document import dumps, from_dict, loads, to_dict
from govplan.files.locations import Locations

if TYPE_CHECKING:
    from govplan.files.results import Results, Unmatched, dump_results, load_results, results_file
    from govplan.files.schema import json_schema

__all__ = [
    "Locations",
    "Results",
    "Unmatched",
    "dump",
    "dump_results",
    "dumps",
    "example_path",
    "from_dict",
    "json_schema",
    "load",
    "load_example",
    "load_located",
    "load_results",
    "loads",
    "results_file",
    "to_dict",
]

# Who reads and writes plans alone has no use for these.
_ON_FIRST_USE = {
    "Results": "results",
    "Unmatched": "results",
    "dump_results": "results",
    "json_schema": "schema",
    "load_results": "results",
    "results_file": "results",
}


def __getattr__(name: str) -> object:
    if name in _ON_FIRST_USE:
        return getattr(import_module(f"govplan.files.{_ON_FIRST_USE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
