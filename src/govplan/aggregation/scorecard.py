"""How many targets are met, with the denominator and what is not known; *not* here: judging one (`assessment`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from govplan.aggregation.attainment import Attainment
from govplan.errors import Lang

__all__ = ["Scorecard"]


@frozen
class Scorecard:
    """Targets counted by what has become of them (bảng tổng hợp đánh giá); `met` leaves out those exceeded.

    >>> card = Scorecard.of([Attainment.MET, Attainment.EXCEEDED, Attainment.UNMET, Attainment.NO_DATA])
    >>> str(card)
    '2/4 đạt và vượt (1 chưa có số liệu, 1 không đạt)'
    """

    met: int = 0
    exceeded: int = 0
    unmet: int = 0
    not_due: int = 0
    no_data: int = 0
    not_assessable: int = 0

    @classmethod
    def of(cls, attainments: Iterable[Attainment]) -> Scorecard:
        """Count what has become of targets."""
        counts = Counter(attainments)
        return cls(**{attainment.value: counts[attainment] for attainment in Attainment})

    @property
    def total(self) -> int:
        """How many targets there are: the denominator, those without data among it."""
        return self.met + self.exceeded + self.unmet + self.not_due + self.no_data + self.not_assessable

    @property
    def attained(self) -> int:
        """How many are met or exceeded."""
        return self.met + self.exceeded

    def line(self, lang: Lang = "vi") -> str:
        """Return the line of a report: how many of how many, and what became of the others.

        >>> Scorecard(met=10, exceeded=2, no_data=2, unmet=1).line("en")
        '12/15 met or exceeded (2 without data, 1 not met)'
        """
        others = [
            (self.no_data, Attainment.NO_DATA),
            (self.unmet, Attainment.UNMET),
            (self.not_due, Attainment.NOT_DUE),
            (self.not_assessable, Attainment.NOT_ASSESSABLE),
        ]
        words = ", ".join(f"{count} {attainment.in_language(lang)}" for count, attainment in others if count)
        head = f"{self.attained}/{self.total} {'đạt và vượt' if lang == 'vi' else 'met or exceeded'}"
        return f"{head} ({words})" if words else head

    def __str__(self) -> str:
        return self.line("vi")
