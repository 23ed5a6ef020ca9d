"""Which file of a dataset folder holds its results; *not* here: reading it (`results`)."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["RESULTS_FILES", "is_folder", "results_file"]

RESULTS_FILES = ("results.csv", "results.yaml", "results.yml", "results.json", "results.xlsx")
"""The names under which a dataset folder holds its results, in the order they are looked for."""


def results_file(path: str | os.PathLike[str]) -> Path | None:
    """Return the file of results in a dataset folder, None where it has none, or the path is no folder.

    >>> results_file("no/such/folder")
    """
    folder = Path(path)
    if not is_folder(folder):
        return None
    return next((folder / name for name in RESULTS_FILES if (folder / name).is_file()), None)


def is_folder(path: Path) -> bool:
    """Is there a folder at a path? None is where the path cannot be one."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # whoever opens it says what is wrong with it
        return False
