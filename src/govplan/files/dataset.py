"""Plan files and dataset folders on disk; *not* here: what their text means (`govplan.files.document`)."""

from __future__ import annotations

import os
import stat
from importlib.resources import files
from pathlib import Path

from govplan.errors import DatasetError, UnknownFormatError
from govplan.files.document import Format, dumps, locate, parse_document
from govplan.files.limits import MAX_BYTES, decode, too_large
from govplan.files.locations import Locations
from govplan.files.problem import FormError, Problem
from govplan.files.saving import replace_file
from govplan.model import Plan

__all__ = [
    "PLAN_FILES",
    "dump",
    "example_path",
    "format_of",
    "load",
    "load_example",
    "load_located",
    "plan_file",
    "read_bytes",
]

PLAN_FILES = ("plan.yaml", "plan.yml", "plan.json")
"""The names under which a dataset folder holds its plan, in the order they are looked for."""

_FORMATS: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


def load(path: str | os.PathLike[str]) -> Plan:
    """Read a plan from a plan file, or from the plan file of a dataset folder.

    Raises:
        DatasetError: no such file, or no plan in it; every problem is listed, with its line and column.
        UnknownFormatError: the file's name ends in neither .yaml, .yml nor .json.
    """
    return _load(path)[0]


def load_located(path: str | os.PathLike[str]) -> tuple[Plan, Locations]:
    """Read a plan as `load` does, and where in its file each value stands."""
    plan, content, file = _load(path)
    return plan, locate(decode(content), format_of(file))


def _load(path: str | os.PathLike[str]) -> tuple[Plan, bytes, Path]:
    file = plan_file(path)
    # First of all: of a file that is not there its kind says nothing.
    content = read_bytes(file)
    return parse_document(content, format_of(file), str(file)), content, file


def plan_file(path: str | os.PathLike[str]) -> Path:
    """Return the plan file that a path means: itself, or the one in a dataset folder.

    Raises:
        DatasetError: a folder without a plan file.
    """
    found = Path(path)
    try:
        if not found.is_dir():
            return found
        for name in PLAN_FILES:
            if (found / name).is_file():
                return found / name
    except (OSError, ValueError) as error:
        raise _unreadable(found, error) from None
    names = ", ".join(PLAN_FILES)
    raise DatasetError(
        str(found),
        [
            Problem(
                "",
                f"folder without a plan: found none of {names}; add one, or name the file",
                f"thư mục không có kế hoạch: không thấy {names}; hãy thêm một tệp, hoặc chỉ rõ tên tệp",
            )
        ],
    )


def format_of(file: Path) -> Format:
    """Return the format that a file's name says.

    Raises:
        UnknownFormatError: it ends in neither .yaml, .yml nor .json.
    """
    try:
        return _FORMATS[file.suffix.lower()]
    except KeyError:
        raise UnknownFormatError(
            f"unknown kind of file: found {file.name!r:.100}; a plan file ends in .yaml, .yml or .json",
            f"loại tệp lạ: gặp {file.name!r:.100}; tệp kế hoạch kết thúc bằng .yaml, .yml hoặc .json",
        ) from None


def read_bytes(file: Path) -> bytes:
    """Return a file's content; one that is too large is not read at all.

    Raises:
        DatasetError: missing, unreadable or too large.
    """
    try:
        with file.open("rb") as opened:
            status = os.fstat(opened.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise DatasetError(str(file), [Problem.of(too_large(status.st_size))])
            content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, DatasetError):
            raise
        raise _unreadable(file, error) from None
    if len(content) > MAX_BYTES:
        raise DatasetError(str(file), [Problem.of(too_large(len(content)))])
    return content


def _unreadable(file: Path, error: Exception) -> DatasetError:
    if isinstance(error, FileNotFoundError):
        en = "no such file: found nothing there; check the path"
        vi = "không có tệp: không thấy gì ở đó; hãy kiểm tra đường dẫn"
    else:
        reason = getattr(error, "strerror", None) or str(error)
        en = f"file cannot be read: {reason}; check its name and rights"
        vi = f"không đọc được tệp: {reason}; hãy kiểm tra tên và quyền truy cập"
    return DatasetError(str(file), [Problem.of(FormError(en, vi))])


def dump(plan: Plan, path: str | os.PathLike[str]) -> None:
    """Write a plan to a file, in the format that its name says; the file is replaced whole or not at all.

    Raises:
        SaveError: the file cannot be written; what was there before is whole.
        UnknownFormatError: the file's name ends in neither .yaml, .yml nor .json.
    """
    file = Path(path)
    replace_file(file, dumps(plan, format=format_of(file)))


def load_example(name: str) -> Plan:
    """Load a dataset that ships with govplan, by its name.

    Raises:
        DatasetError: no such dataset; the message names those there are.

    >>> len(load_example("quangnam_2023").targets)
    8
    """
    return load(example_path(name))


def example_path(name: str) -> Path:
    """Return the folder of a dataset that ships with govplan."""
    known = {
        folder.name: folder for root in _example_roots() for folder in sorted(root.iterdir()) if _is_dataset(folder)
    }
    if name in known:
        return known[name]
    names = ", ".join(known)
    raise DatasetError(
        "",
        [
            Problem(
                "",
                f"no such example: found {name!r:.80}; there are {names}",
                f"không có ví dụ này: gặp {name!r:.80}; hiện có {names}",
            )
        ],
    )


def _example_roots() -> list[Path]:
    package = Path(str(files("govplan")))
    # A wheel holds the examples inside the package; an editable install finds them beside src.
    candidates = (package / "examples", package.parent.parent / "examples")
    return [root for root in candidates if root.is_dir()][:1]


def _is_dataset(folder: Path) -> bool:
    return any((folder / name).is_file() for name in PLAN_FILES)
