"""Met or not, in the words of reports; *not* here: from which result that follows (`assessment`)."""

from __future__ import annotations

from enum import Enum

from govplan.aggregation.judged import Said
from govplan.errors import Lang

__all__ = ["Attainment", "attainment_said"]


class Attainment(Enum):
    """What has become of a target (kết quả thực hiện chỉ tiêu); apart from how far along it is.

    >>> str(Attainment.MET), Attainment.NO_DATA.in_language("en")
    ('đạt', 'without data')
    """

    EXCEEDED = "exceeded"
    MET = "met"
    UNMET = "unmet"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    NOT_ASSESSABLE = "not_assessable"

    @property
    def is_met(self) -> bool | None:
        """Is the target met, or exceeded? None where nothing is decided."""
        if self is Attainment.UNMET:
            return False
        return True if self in (Attainment.MET, Attainment.EXCEEDED) else None

    def in_language(self, lang: Lang) -> str:
        """Return the word that reports use, in one of the two languages."""
        return _WORDS[self][lang == "en"]

    def __str__(self) -> str:
        return self.in_language("vi")


_WORDS = {
    Attainment.EXCEEDED: ("vượt", "exceeded"),
    Attainment.MET: ("đạt", "met"),
    Attainment.UNMET: ("không đạt", "not met"),
    Attainment.NOT_DUE: ("chưa đến hạn", "not due yet"),
    Attainment.NO_DATA: ("chưa có số liệu", "without data"),
    Attainment.NOT_ASSESSABLE: ("không đánh giá được", "not assessable"),
}
# "Đạt và vượt" claims no degree; counted as the lesser of the two.
_SAID = {
    Said.UNMET: Attainment.UNMET,
    Said.MET: Attainment.MET,
    Said.MET_OR_EXCEEDED: Attainment.MET,
    Said.EXCEEDED: Attainment.EXCEEDED,
}


def attainment_said(said: Said) -> Attainment:
    """Return the attainment that a published judgement claims."""
    return _SAID[said]
