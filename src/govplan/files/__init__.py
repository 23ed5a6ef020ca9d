"""Plan files: read strictly, written the same every time; *not* here: what a plan means."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.files.dataset import dump, example_path, load, load_example, load_located
from govplan.files.document import dumps, from_dict, loads, to_dict
from govplan.files.locations import Locations

if TYPE_CHECKING:
    from govplan.files.schema import json_schema

__all__ = [
    "Locations",
    "dump",
    "dumps",
    "example_path",
    "from_dict",
    "json_schema",
    "load",
    "load_example",
    "load_located",
    "loads",
    "to_dict",
]


def __getattr__(name: str) -> object:
    # Who reads and writes plans has no use for their schema.
    if name == "json_schema":
        return getattr(import_module("govplan.files.schema"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
