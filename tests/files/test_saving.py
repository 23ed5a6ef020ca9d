"""Files are replaced whole or not at all, whatever goes wrong and whenever."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govplan import Plan, dump, load, load_example
from govplan.errors import SaveError, UnknownFormatError
from govplan.files.saving import replace_file

OLD = "govplan: 1  # a file of somebody's\n"


@pytest.fixture
def plan() -> Plan:
    return load_example("quangnam_2023")


def fail(error: BaseException) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


FULL = OSError(errno.ENOSPC, "No space left on device")
FAULTS = [
    pytest.param(os, "fsync", FULL, "No space left on device", id="disk full"),
    pytest.param(os, "replace", PermissionError(errno.EACCES, "Permission denied"), "Permission denied", id="replace"),
    pytest.param(os, "chmod", OSError(errno.EPERM, "Operation not permitted"), "Operation not permitted", id="rights"),
    pytest.param(
        tempfile, "mkstemp", OSError(errno.EROFS, "Read-only file system"), "Read-only file system", id="folder"
    ),
    pytest.param(os, "replace", OSError("of an unknown kind"), "of an unknown kind", id="no number"),
]


@pytest.mark.parametrize(("module", "name", "error", "reason"), FAULTS)
@pytest.mark.parametrize("existing", [True, False])
def test_a_save_that_fails_leaves_what_was_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    plan: Plan,
    module: object,
    name: str,
    error: OSError,
    reason: str,
    existing: bool,
) -> None:
    """The old file is whole, nothing half-written stays behind, and the reason is told in both languages."""
    path = tmp_path / "plan.yaml"
    if existing:
        path.write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(module, name, fail(error))
    with pytest.raises(SaveError) as caught:
        dump(plan, path)
    monkeypatch.undo()
    assert str(caught.value) == (f"{path}: file cannot be written: {reason}; the file that was there is unchanged")
    assert caught.value.message("vi") == f"{path}: không ghi được tệp: {reason}; tệp cũ vẫn nguyên vẹn"
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == (
        {"plan.yaml": OLD} if existing else {}
    )


class HalfWritten:
    """A file that takes half of what it is given, and then the disk is full."""

    def __init__(self, opened: object) -> None:
        self.opened = opened

    def __enter__(self) -> "HalfWritten":
        return self

    def __exit__(self, *_: object) -> None:
        self.opened.close()

    def write(self, text: str) -> None:
        self.opened.write(text[: len(text) // 2])
        self.opened.flush()
        raise FULL


def test_a_disk_that_is_full_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan) -> None:
    """When only a part could be written, nobody finds that part."""
    path = tmp_path / "plan.json"
    path.write_text(OLD, encoding="utf-8")
    real = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda *args, **options: HalfWritten(real(*args, **options)))
    with pytest.raises(SaveError, match="No space left on device"):
        dump(plan, path)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.json"]
    assert path.read_text(encoding="utf-8") == OLD


def test_a_save_that_the_user_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan) -> None:
    """Ctrl-C half-way is let through, and leaves the old file and nothing else."""
    path = tmp_path / "plan.yaml"
    path.write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(os, "fsync", fail(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        dump(plan, path)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.yaml"]
    assert path.read_text(encoding="utf-8") == OLD


def test_what_stays_behind_in_spite_of_all_hides_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan
) -> None:
    """Where even the removal fails, the first reason is what is told."""
    monkeypatch.setattr(os, "replace", fail(FULL))
    monkeypatch.setattr(os, "unlink", fail(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(SaveError, match="No space left on device"):
        dump(plan, tmp_path / "plan.yaml")


@pytest.mark.parametrize("name", ["nowhere/plan.yaml", "a\0b.yaml", "\ud800.yaml", "file/plan.yaml"])
def test_places_that_cannot_be_written(tmp_path: Path, plan: Plan, name: str) -> None:
    """A folder that is not there, a file in its place, a name that no file can have: all are a SaveError."""
    (tmp_path / "file").write_text(OLD, encoding="utf-8")
    with pytest.raises(SaveError, match="file cannot be written: "):
        dump(plan, tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_format_that_is_not_known_writes_nothing(tmp_path: Path, plan: Plan) -> None:
    """The ending of the name says the format; without one there is nothing to write."""
    with pytest.raises(UnknownFormatError, match=r"found 'plan\.toml'; a plan file ends in \.yaml"):
        dump(plan, tmp_path / "plan.toml")
    assert list(tmp_path.iterdir()) == []


def test_rights_are_kept(tmp_path: Path, plan: Plan) -> None:
    """An existing file keeps its rights; a new one has those that new files have."""
    private, shared = tmp_path / "private.yaml", tmp_path / "shared.yaml"
    private.write_text(OLD, encoding="utf-8")
    private.chmod(0o640)
    mask = os.umask(0o027)
    try:
        dump(plan, private)
        dump(plan, shared)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(private.stat().st_mode) == 0o640
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640
    private.chmod(0o604)
    dump(plan, private)
    assert stat.S_IMODE(private.stat().st_mode) == 0o604


def test_links_are_followed(tmp_path: Path, plan: Plan) -> None:
    """A link stays one, and the file that it means is replaced, or made."""
    folder = tmp_path / "2023"
    folder.mkdir()
    (folder / "plan.yaml").write_text(OLD, encoding="utf-8")
    for name, meant in (("old.yaml", "plan.yaml"), ("new.yaml", "next.yaml")):
        link = tmp_path / name
        link.symlink_to(Path("2023") / meant)
        dump(plan, link)
        assert link.is_symlink()
        assert load(folder / meant) == plan
    assert sorted(file.name for file in folder.iterdir()) == ["next.yaml", "plan.yaml"]


def test_long_names_can_be_saved(tmp_path: Path) -> None:
    """A name as long as names may be leaves room for the temporary one beside it."""
    path = tmp_path / ("ế" * 80 + ".yaml")
    replace_file(path, "a: 1\n")
    assert path.read_bytes() == b"a: 1\n"


def test_text_is_written_as_utf_8_with_unix_line_ends(tmp_path: Path) -> None:
    """Whatever the platform's own encoding and line ends are."""
    replace_file(tmp_path / "a.yaml", "tên: Quảng Nam\n")
    assert (tmp_path / "a.yaml").read_bytes() == "tên: Quảng Nam\n".encode()
