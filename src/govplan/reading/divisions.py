"""How the parts of a reading relate to it, and what their sum leaves to ask; *not* here: which figures are parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from govplan.model.goal import Basis
from govplan.model.target import Relation
from govplan.reading import remarks
from govplan.reading.measures import is_growth
from govplan.reading.readings import Reading
from govplan.reading.relations import adds_up
from govplan.reading.units import meaning_of
from govplan.values.number import exact_product, exact_rescale, exact_sum
from govplan.values.text import Text
from govplan.values.unit import Unit

__all__ = ["Division", "division_of", "has_own_denominators"]

# Parts whose sum is within so much of the whole were mostly meant to add up to it.
_NEAR = Decimal("0.05")


class Division(NamedTuple):
    """A relation with what a person should know of it (quan hệ tổng - bộ phận); no question where none is open."""

    relation: Relation
    remark: Text | None = None
    question: Text | None = None


def division_of(whole: Reading) -> Division:
    """Return how the parts of a reading divide it.

    They are a partition where they add up as printed, in one scale, and where the words say that there are no others;
    then an imbalance is told. Else they are subsets, in doubt where their sum lies near the whole or beyond it.
    """
    figures = [whole.clause.figure, *[part.clause.figure for part in whole.parts]]
    scales = _scales(whole)
    if not scales or len(figures) < 3:
        return Division(Relation.SUBSET)
    lows = [figure.low for figure in figures]
    highs = [figure.high for figure in figures]
    if adds_up(lows[0], lows[1:], scales) and (not highs[0] or (all(highs) and adds_up(highs[0], highs[1:], scales))):
        return Division(Relation.PARTITION, remarks.ADDS_UP)
    stated, *amounts = [exact_rescale(Decimal(low), scale, scales[0]) for low, scale in zip(lows, scales, strict=True)]
    total = exact_sum(amounts)
    missing = exact_sum((stated, total.copy_negate()))
    is_near = missing.copy_abs() <= exact_product(stated, _NEAR)
    is_share = whole.sort == "percent"
    remark, question = remarks.unequal(total, stated)
    if whole.exhausted and (is_near or not is_share):
        return Division(Relation.PARTITION, remark, question)
    if is_near or (missing < 0 and not is_share):
        return Division(Relation.SUBSET, remark, question)
    return Division(Relation.SUBSET, remarks.DOES_NOT_ADD_UP)


def has_own_denominators(whole: Reading) -> bool:
    """Are the parts changes, growths or rates that the whole's does not bound?"""
    return (
        (whole.basis is not Basis.LEVEL and whole.sort == "percent")
        or is_growth(whole.name)
        or any(part.own_denominator for part in whole.parts)
    )


def _scales(whole: Reading) -> Sequence[Decimal]:
    """Return the scales of the whole's unit and of its parts' units; none where the figures may not be compared."""
    if has_own_denominators(whole) or whole.basis is Basis.RELATIVE_CHANGE:
        return ()
    if any(part.basis is not whole.basis for part in whole.parts):
        return ()
    units = [meaning_of(one.unit) for one in (whole, *whole.parts)]
    first = units[0]
    if first is None:
        return () if any(part.unit != whole.unit for part in whole.parts) else [Decimal(1)] * len(units)
    known: list[Unit] = [unit for unit in units if unit is not None and unit.measures_like(first)]
    return [unit.scale for unit in known] if len(known) == len(units) else ()
