"""On course or behind, in bands of the pace; *not* here: the pace itself (`advance`)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from govplan.errors import InvalidValueError, Lang
from govplan.values.number import Number, number_of

__all__ = ["BANDS", "Bands", "Standing", "bands_of", "standing_of"]

Bands = tuple[Decimal, Decimal, Decimal]

# Source: the limits of Open SDG's progress measure, which sets them on growth rates; here they lie on the pace.
BANDS: Bands = (Decimal("0.95"), Decimal("0.60"), Decimal(0))
"""From where on a target is on course, slow and far behind; below the last it moves away from its goal."""


class Standing(Enum):
    """How a target keeps its time (tiến độ so với thời gian).

    >>> str(Standing.ON_COURSE), Standing.SLOW.in_language("en")
    ('đúng tiến độ', 'slow')
    """

    ON_COURSE = "on_course"
    SLOW = "slow"
    FAR_BEHIND = "far_behind"
    RECEDING = "receding"

    def in_language(self, lang: Lang) -> str:
        """Return the words for it in one of the two languages."""
        return _WORDS[self][lang == "en"]

    def __str__(self) -> str:
        return self.in_language("vi")


_WORDS = {
    Standing.ON_COURSE: ("đúng tiến độ", "on course"),
    Standing.SLOW: ("chậm", "slow"),
    Standing.FAR_BEHIND: ("rất chậm", "far behind"),
    Standing.RECEDING: ("đi lùi", "receding"),
}


def bands_of(limits: Iterable[Number]) -> Bands:
    """Return three limits that fall from the first to the last.

    Raises:
        InvalidValueError: there are more or fewer, or they do not fall.
    """
    found = tuple(number_of(limit) for limit in limits)
    if len(found) != 3 or not found[0] > found[1] > found[2]:
        raise InvalidValueError(
            f"three falling limits expected: found {', '.join(map(str, found)) or 'none'}; write e.g. 0.95, 0.60, 0",
            f"cần ba mức giảm dần: gặp {', '.join(map(str, found)) or 'không có'}; hãy viết ví dụ 0.95, 0.60, 0",
        )
    return found[0], found[1], found[2]


def standing_of(pace: Fraction, bands: Bands = BANDS) -> Standing:
    """Return the band that a pace lies in; a limit belongs to the better one.

    >>> standing_of(Fraction(19, 20)), standing_of(Fraction(-1, 2))
    (<Standing.ON_COURSE: 'on_course'>, <Standing.RECEDING: 'receding'>)
    """
    better = (Standing.ON_COURSE, Standing.SLOW, Standing.FAR_BEHIND)
    found = (standing for standing, limit in zip(better, bands, strict=True) if pace >= Fraction(limit))
    return next(found, Standing.RECEDING)
