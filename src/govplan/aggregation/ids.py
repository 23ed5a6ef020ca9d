"""Ids that stand for more than one thing, so that what is said of them is nobody's; *not* here: faults of plans.

Results, weights and mappings name plans and targets by their ids (mã).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from govplan.errors import AggregationError
from govplan.model.plan import Plan
from govplan.model.target import Target

__all__ = ["each_plan_once", "id_twice"]


def id_twice(targets: Iterable[Target]) -> frozenset[str]:
    """Return the ids that several targets have: a result or a weight under one of them is nobody's."""
    counts = Counter([target.id for target in targets])
    return frozenset([id for id, count in counts.items() if count > 1])


def each_plan_once(plans: Sequence[Plan]) -> None:
    """Raise where two plans have one id, or one plan was given twice.

    Raises:
        AggregationError: what is said of the id would count for both; the message names every such pair.
    """
    if len({plan.id for plan in plans}) == len(plans):
        return
    by_id: dict[str, list[Plan]] = {}
    for plan in plans:
        by_id.setdefault(plan.id, []).append(plan)
    named = [sorted(f"{id} ({plan.jurisdiction}, {plan.period})" for plan in by_id[id]) for id in sorted(by_id)]
    pairs = [(first, other) for first, *others in named for other in others]
    if pairs:
        en = "".join(f"\n- {one} and {two}" for one, two in pairs)
        vi = "".join(f"\n- {one} và {two}" for one, two in pairs)
        raise AggregationError(
            "what overlaps may not be added: found several plans of one id, which would be counted twice; give "
            f"each plan once, with an id of its own:{en}",
            "không được cộng phần trùng nhau: gặp nhiều kế hoạch cùng một mã, bị tính hai lần; hãy cho "
            f"mỗi kế hoạch một lần, với mã riêng:{vi}",
            code="overlap",
        )
