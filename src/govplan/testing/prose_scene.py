"""What clauses of generated prose are made in, and what they come to; *not* here: their wording (`prose_clauses`)."""

from __future__ import annotations

from itertools import count

from attrs import frozen
from hypothesis import strategies as st

from govplan.model import Goal, Target
from govplan.testing.prose_figures import Row, rows
from govplan.values import Period

__all__ = ["Clause", "Scene", "row_of"]


@frozen
class Clause:
    """Words that commit to something, in small letters and without an end, and the targets that they mean.

    `lines` are what follows as items of a smaller list, one to a part; `is_later` says that the list in which they
    stand names a later year.
    """

    text: str
    targets: tuple[Target, ...]
    lines: tuple[str, ...] = ()
    is_later: bool = False


class Scene:
    """What the clauses of one text share: the plan's period, and the ids and names that are taken."""

    def __init__(self, period: Period) -> None:
        self.period = period
        self.names: set[str] = set()
        self._numbers = count(1)

    def target(self, row: Row, goal: Goal, name: str | None = None, unit: str | None = None) -> Target:
        """Return a target of this plan on the indicator of a row, or on one of another name."""
        return Target(f"target-{next(self._numbers)}", row.indicator(name, unit), goal)


def row_of(draw: st.DrawFn, *kinds: str, higher: bool | None = None, parts: bool = False) -> Row:
    """Draw a row of one of the kinds; of what more is better, or less, and with parts, where that is asked for."""
    fitting = [
        row
        for row in rows()
        if row.kind in kinds and higher in (None, row.is_higher_better) and (not parts or row.parts)
    ]
    return draw(st.sampled_from(fitting))
