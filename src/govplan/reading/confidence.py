"""How sure a reading is, in words; *not* here: what was read (`govplan.reading.draft`)."""

from __future__ import annotations

from enum import Enum

__all__ = ["Confidence"]


class Confidence(Enum):
    """How sure the reader is of what it read (mức độ chắc chắn).

    Certain: the words say it. Likely: they say it in the way such words mostly mean. Ambiguous: a person decides.

    >>> str(Confidence.LIKELY)
    'có thể'
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    AMBIGUOUS = "ambiguous"

    def __str__(self) -> str:
        return _VIETNAMESE[self]


_VIETNAMESE = {
    Confidence.CERTAIN: "chắc chắn",
    Confidence.LIKELY: "có thể",
    Confidence.AMBIGUOUS: "chưa rõ",
}
