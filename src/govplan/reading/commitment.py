"""One commitment as the prose states it, and all that a stretch of prose commits to; *not* here: how it is read."""

from __future__ import annotations

from typing import NamedTuple

from attrs import field, frozen

from govplan.model.goal import Goal
from govplan.model.indicator import Measure, Polarity
from govplan.model.target import Baseline, Denominator, Milestone, Relation
from govplan.reading.confidence import Confidence
from govplan.values.period import Period
from govplan.values.text import Text
from govplan.values.unit import Unit

__all__ = ["Commitment", "Commitments", "UnreadStretch"]


@frozen
class Commitment:
    """A figure that a plan commits to, as its words state it (cam kết); the draft makes a target of it.

    All spans are pairs of offsets, start and end, in the text that was read. `printed_unit` is the unit as
    written, `unit` what it means, None where it means nothing that a plan file can hold. `parts` relate to the
    whole as `relation` says. `remarks` say what was decided and why, `question` what a person must answer, and
    `alternatives` are the other readings in words.
    """

    name: str
    name_span: tuple[int, int] | None
    goal: Goal
    unit: Unit | None
    printed_unit: str
    span: tuple[int, int]
    number_span: tuple[int, int]
    horizon: Period | None = None
    baseline: Baseline | None = None
    measure: Measure | None = None
    polarity: Polarity | None = None
    parts: tuple[Commitment, ...] = ()
    relation: Relation | None = None
    denominator: Denominator = Denominator.SAME
    milestones: tuple[Milestone, ...] = ()
    confidence: Confidence = Confidence.CERTAIN
    remarks: tuple[Text, ...] = ()
    question: Text | None = None
    alternatives: tuple[str, ...] = ()


class UnreadStretch(NamedTuple):
    """A stretch with figures that was left alone, and why (đoạn không đọc)."""

    start: int
    end: int
    reason: Text


@frozen
class Commitments:
    """What was found in a stretch of prose, in its order, and the stretches with figures that were not read."""

    found: tuple[Commitment, ...] = field(default=())
    unread: tuple[UnreadStretch, ...] = field(default=())
