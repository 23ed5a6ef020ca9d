"""Limits are said in both languages, with what was found and what to do."""

from govplan.reading.documents.limits import MAX_BYTES, too_large, too_much_text


def test_the_messages_say_the_limit() -> None:
    """A person knows by how much a file is too large."""
    assert too_large(5).message() == (
        f"document too large: found 5 bytes; at most {MAX_BYTES}, split it or save its text alone"
    )
    assert "gặp 5 byte" in too_large(5).message("vi")
    assert "quá nhiều chữ" in too_much_text().message("vi")
