"""Plan files: read strictly, written the same every time; *not* here: what a plan means."""

from govplan.files.dataset import dump, example_path, load, load_example, load_located
from govplan.files.document import dumps, from_dict, loads, to_dict
from govplan.files.locations import Locations
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
