"""Where something was read; *not* here: the documents a plan cites (`govplan.legal`)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from govplan.errors import InvalidTextError
from govplan.values.conversion import optional_day_of, optional_instance_of, optional_ordinal_of
from govplan.values.text import Text, optional_line, optional_text_of

__all__ = ["Source", "Span"]


@frozen(order=True)
class Span:
    """A stretch of a text in characters, from `start` up to but not including `end` (vị trí trong văn bản).

    Raises:
        InvalidTextError: it starts before 0, ends before it starts, or counts in anything but whole numbers.

    >>> Span(4, 9).of("Năm 2023")
    '2023'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        whole = self.start.__class__ is int and self.end.__class__ is int
        if not whole or not 0 <= self.start <= self.end:
            raise InvalidTextError(
                f"span out of order: found {self.start!r:.40} to {self.end!r:.40}; give whole numbers, 0 ≤ start ≤ end",
                f"vị trí sai thứ tự: gặp {self.start!r:.40} đến {self.end!r:.40}; cần số nguyên, 0 ≤ đầu ≤ cuối",
            )

    def of(self, text: str) -> str:
        """Return the words of the text that the span covers."""
        return text[self.start : self.end]


@frozen
class Source:
    """Where a statement was read (nguồn): a document, its address, the day it was fetched, the place in it.

    `paragraph` counts the document's non-empty lines from 1; `span` counts characters of the document.

    >>> Source(document="Báo Quảng Nam", paragraph=5).paragraph
    5
    """

    document: Text | None = field(default=None, converter=optional_text_of)
    address: str | None = field(default=None, converter=optional_line)
    retrieved: date | None = field(default=None, converter=optional_day_of)
    paragraph: int | None = field(default=None, converter=optional_ordinal_of)
    span: Span | None = field(default=None, validator=optional_instance_of(Span))
