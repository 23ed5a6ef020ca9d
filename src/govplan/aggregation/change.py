"""What became of a target from one plan to another, as values; *not* here: finding it out (`comparison`)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import frozen

from govplan.aggregation.refusal import Refusal
from govplan.errors import Lang
from govplan.model.target import Target
from govplan.values.text import Text
from govplan.values.unit import Unit

__all__ = ["ChangeKind", "Difference", "TargetChange"]


class ChangeKind(Enum):
    """What became of a target (loại thay đổi của chỉ tiêu).

    RAISED asks more and LOWERED less, in the goal's own direction: a ceiling that comes down is raised. RESTATED
    asks as much in other figures or words; REBASED starts from another level; RESCHEDULED has another time;
    REDEFINED measures something else, so that no figures are compared.

    >>> str(ChangeKind.RAISED), ChangeKind.RAISED.in_language("en")
    ('nâng', 'raised')
    """

    ADDED = "added"
    DROPPED = "dropped"
    RAISED = "raised"
    LOWERED = "lowered"
    UNCHANGED = "unchanged"
    RESTATED = "restated"
    REWORDED = "reworded"
    REBASED = "rebased"
    RESCHEDULED = "rescheduled"
    SPLIT = "split"
    MERGED = "merged"
    REDEFINED = "redefined"
    INCOMPARABLE = "incomparable"

    def in_language(self, lang: Lang) -> str:
        """Return the word in one of the two languages."""
        return _WORDS[self].in_language(lang)

    def __str__(self) -> str:
        return self.in_language("vi")


_WORDS = {
    ChangeKind.ADDED: Text("thêm", "added"),
    ChangeKind.DROPPED: Text("bỏ", "dropped"),
    ChangeKind.RAISED: Text("nâng", "raised"),
    ChangeKind.LOWERED: Text("hạ", "lowered"),
    ChangeKind.UNCHANGED: Text("giữ nguyên", "unchanged"),
    ChangeKind.RESTATED: Text("ghi lại", "restated"),
    ChangeKind.REWORDED: Text("đổi tên", "reworded"),
    ChangeKind.REBASED: Text("đổi giá trị gốc", "re-based"),
    ChangeKind.RESCHEDULED: Text("đổi thời hạn", "rescheduled"),
    ChangeKind.SPLIT: Text("tách", "split"),
    ChangeKind.MERGED: Text("gộp", "merged"),
    ChangeKind.REDEFINED: Text("đổi định nghĩa", "redefined"),
    ChangeKind.INCOMPARABLE: Text("không so được", "not comparable"),
}


@frozen
class Difference:
    """How far two goals are apart (chênh lệch): the new bound less the old one, lower and upper.

    `unit` is the smaller of the two units; of percent, percentage points. `ratio` is the new figure over the old
    one, where both goals have one deciding bound, of one sign and not 0.
    """

    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: Unit | None = None
    ratio: Fraction | None = None


@frozen
class TargetChange:
    """One target of the old plan beside what became of it in the new one (thay đổi của một chỉ tiêu).

    `old` and `new` are the targets that stand in this change and in no other, with their paths in their plans. A
    split has one old target and several new ones, a merger the other way round; where the parts were there before
    or are there still, they have changes of their own, and `counterparts` names them. `note` says why no figures
    were compared.
    """

    kinds: tuple[ChangeKind, ...]
    old: tuple[Target, ...] = ()
    new: tuple[Target, ...] = ()
    old_paths: tuple[str, ...] = ()
    new_paths: tuple[str, ...] = ()
    difference: Difference | None = None
    note: Refusal | None = None
    counterparts: tuple[Target, ...] = ()

    @property
    def ratio(self) -> Fraction | None:
        """The new figure over the old one."""
        return self.difference.ratio if self.difference else None

    @property
    def is_change(self) -> bool:
        """Is anything other than before?"""
        return self.kinds != (ChangeKind.UNCHANGED,)

    def __str__(self) -> str:
        kinds = ", ".join(map(str, self.kinds))
        old, new = ("; ".join(map(str, targets)) for targets in (self.old, self.new))
        return f"{kinds}: {' → '.join(filter(None, (old, new)))}"
