"""Figures that say once more what was just said, in another unit or against another year; *not* here: new targets."""

from __future__ import annotations

from govplan.reading.clauses import Clause
from govplan.reading.conditions import Condition
from govplan.reading.names import Name
from govplan.reading.readings import Reading

__all__ = ["is_said_again", "restates"]

_AS_A_SHARE = frozenset(("chiếm", "bằng", "đạt tỷ lệ", "chiếm tỷ lệ", "tương đương", "chiếm tỷ trọng"))


def is_said_again(clause: Clause, name: Name, last: Reading) -> bool:
    """Does a clause with words of its own still only say once more what was just stated?"""
    before = clause.before
    if "again" in clause.kinds and any(item.kind == "again" for item in before[:2]):
        return True
    if clause.link == "," and before:
        if before[0].word == "mỗi" and not {"attain", "compare"} & clause.kinds:
            return True
        if before[0].kind == "rank" and last.condition.comparator != "at_most":
            return True
    return name.side == "after" and _is_share_of(clause, last)


def restates(clause: Clause, condition: Condition, last: Reading) -> bool:
    """Does a figure without a name say the same as the target before it in another way?"""
    kinds = clause.kinds
    if "again" in kinds or (clause.before and clause.before[0].word == "mỗi"):
        return True
    if "rank" in kinds and last.condition.comparator != "at_most":
        return True
    figure = clause.figure
    if condition.change:
        # "170 nghìn tỷ đồng, tăng bình quân 11%/năm" asks for two things; "tăng 9% so với năm 2022" for one.
        averages = "frequency" in kinds or "/năm" in figure.unit
        return not (averages and figure.sort == "percent" and last.sort != "percent")
    if "frequency" in kinds and clause.link == ",":
        return True
    return _is_share_of(clause, last) or figure.sort in ("", last.sort) or clause.link == ""


def _is_share_of(clause: Clause, last: Reading) -> bool:
    """Does "chiếm 38% lực lượng lao động" say once more what was just counted?"""
    return (
        clause.figure.sort == "percent"
        and last.sort != "percent"
        and clause.link == ","
        and any(item.word in _AS_A_SHARE for item in clause.before)
    )
