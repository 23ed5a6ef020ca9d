"""Files replaced whole or not at all; *not* here: what is in them."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from govplan.errors import SaveError

__all__ = ["replace_file"]


def replace_file(file: Path, text: str) -> None:
    """Write UTF-8 text to a file so that a failure at any moment leaves what was there before.

    The rights of an existing file are kept, and a link is followed to the file it means.

    Raises:
        SaveError: the file cannot be written.
    """
    temporary = ""
    try:
        target = Path(os.path.realpath(file))
        # The name only tells whose file it is; with all of a long one it would be longer than names may be.
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else _new_file_rights())
        os.replace(temporary, target)
        temporary = ""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SaveError(
            f"{file}: file cannot be written: {reason}; the file that was there is unchanged",
            f"{file}: không ghi được tệp: {reason}; tệp cũ vẫn nguyên vẹn",
        ) from None
    finally:
        # Also when the user stops it half-way: nothing of it stays behind.
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _new_file_rights() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
