"""How much a file may hold, tested before anything is built; *not* here: what it must hold."""

from __future__ import annotations

from govplan.files.problem import FormError, Place

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "decode", "encode", "spot_of", "too_deep", "too_large", "too_many"]

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read."""

MAX_DEPTH = 64
"""How many mappings and lists may stand inside one another."""

MAX_NODES = 500_000
"""How many values, keys counted, a file may have."""


def too_large(size: int) -> FormError:
    """Return the error for a file beyond `MAX_BYTES`."""
    return FormError(
        f"file too large: found {size} bytes; at most {MAX_BYTES}, split the plan",
        f"tệp quá lớn: gặp {size} byte; nhiều nhất {MAX_BYTES}, hãy chia nhỏ kế hoạch",
    )


def too_deep(at: Place = (), spot: tuple[int, int] | None = None) -> FormError:
    """Return the error for nesting beyond `MAX_DEPTH`, with where it goes beyond."""
    return FormError(
        f"nested too deep: found more than {MAX_DEPTH} levels; flatten the file",
        f"lồng quá sâu: gặp hơn {MAX_DEPTH} cấp; hãy làm phẳng tệp",
        at[:4],
        spot,
    )


def too_many() -> FormError:
    """Return the error for more values than `MAX_NODES`."""
    return FormError(
        f"too many values: found more than {MAX_NODES}; split the plan",
        f"quá nhiều giá trị: gặp hơn {MAX_NODES}; hãy chia nhỏ kế hoạch",
    )


def spot_of(text: str, index: int) -> tuple[int, int]:
    r"""Return line and column, from 1, of a character of a text.

    >>> spot_of("id: a\nname: b", 8)
    (2, 3)
    """
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def encode(text: str) -> bytes:
    """Return text in UTF-8.

    Raises:
        FormError: too large, or with half a character, which no file can hold.
    """
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FormError(
            "not text: found half a character; remove it",
            "không phải văn bản: gặp nửa ký tự; hãy bỏ đi",
            spot=spot_of(text, error.start),
        ) from None
    if len(content) > MAX_BYTES:
        raise too_large(len(content))
    return content


def decode(content: bytes) -> str:
    """Return the text of a UTF-8 file, without a byte order mark.

    Raises:
        FormError: too large, or in another encoding; UTF-16 is called by its name.
    """
    if len(content) > MAX_BYTES:
        raise too_large(len(content))
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]:
        raise FormError(
            "wrong encoding: found UTF-16 or binary data; save the file as UTF-8",
            "sai bảng mã: gặp UTF-16 hoặc dữ liệu nhị phân; hãy lưu tệp dạng UTF-8",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise FormError(
            f"wrong encoding: found the byte 0x{content[error.start]:02x}; save the file as UTF-8",
            f"sai bảng mã: gặp byte 0x{content[error.start]:02x}; hãy lưu tệp dạng UTF-8",
            spot=spot_of(before, len(before)),
        ) from None
    return text[1:] if text.startswith("\ufeff") else text
