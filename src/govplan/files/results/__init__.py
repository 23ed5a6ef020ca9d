"""Results of plans: read from tables, workbooks and documents, and written; *not* here: what they say of a plan."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govplan.files.results.entry import Unmatched
    from govplan.files.results.folder import results_file
    from govplan.files.results.loading import Results, load_results
    from govplan.files.results.writing import dump_results

__all__ = ["Results", "Unmatched", "dump_results", "load_results", "results_file"]

# Who only asks whether a folder has results needs none of the rest.
_ON_FIRST_USE = {
    "Results": "loading",
    "Unmatched": "entry",
    "dump_results": "writing",
    "load_results": "loading",
    "results_file": "folder",
}


def __getattr__(name: str) -> object:
    if name in _ON_FIRST_USE:
        return getattr(import_module(f"govplan.files.results.{_ON_FIRST_USE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
