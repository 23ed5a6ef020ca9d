"""Figures of many plans brought together, never one that may not be; *not* here: parts of one target (`roll_up`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from govplan.aggregation.aggregates import Aggregation
from govplan.aggregation.gathering import Axes, gathered, walked
from govplan.aggregation.group import Groups
from govplan.aggregation.identity import Identities
from govplan.aggregation.ids import each_plan_once
from govplan.aggregation.readings import Readings
from govplan.aggregation.territory import RANKS
from govplan.errors import AggregationError
from govplan.model.observation import Observation
from govplan.model.plan import Plan
from govplan.values.jurisdiction import Level, level_of
from govplan.values.number import Number

__all__ = ["aggregate"]

Missing = Literal["present", "refuse", "as_zero"]

_AXES = ("indicator", "jurisdiction", "period")


def aggregate(
    plans: Iterable[Plan],
    *,
    observations: Mapping[str, Iterable[Observation]] | Iterable[Observation] | None = None,
    of: Literal["goal", "actual"] = "goal",
    by: Iterable[str] = ("indicator", "period"),
    mapping: Mapping[str, str] | None = None,
    weights: Mapping[str, Number] | str | None = None,
    missing: Missing = "present",
    territory: date | None = None,
    as_of: date | None = None,
) -> Aggregation:
    """Add up what many plans ask for, or what was measured, indicator by indicator (tổng hợp).

    Goals add as intervals. What may not be added is refused in its group, with the reason; a target that cannot take
    part is left out, with the reason; every result carries its coverage. Units differ only in size: the sum is in the
    smallest.

    Args:
        plans: the plans; their order never matters.
        observations: the results by plan id, or those of the only plan.
        of: "goal" adds what plans ask for, "actual" the results.
        by: what stays apart, all else is added: "indicator" always, "period", "jurisdiction", or a level such as
            "province", to which the units below it are brought up.
        mapping: from "plan-id/target-id", or an indicator's id, to the id that it has in common with others. Without
            it targets meet by the id of their indicator, or a code in one list; never by name.
        weights: for means and shares, by the key, code or ISO code of a place, or the id of a plan; or the id of an
            indicator whose figure weighs.
        missing: "present" adds what there is, "refuse" gives no figure where one is missing, "as_zero" counts it as 0.
        territory: a day: what was added of places that became others is brought onto the units of that day.
        as_of: the day up to which results are known; all, where it is not given.

    Raises:
        AggregationError: what overlaps would be added: a province and its district, an old province and its successor,
            a year and the span that holds it, one thing in two plans without a link; every pair is named. Or an
            argument that says nothing sensible.

    >>> from govplan.model import Goal, Indicator, Organization, Plan, Target
    >>> from govplan.values import Jurisdiction, Period
    >>> jobs = Indicator("Việc làm tăng thêm", id="new-jobs", unit="người", measure="flow", polarity="higher")
    >>> def plan(code: str, jobs_wanted: int) -> Plan:
    ...     place = Jurisdiction.in_force(code, date(2023, 1, 1))
    ...     target = Target("jobs", jobs, Goal.at_least(jobs_wanted))
    ...     id, body, year = f"plan-{code.lower()}", Organization("UBND tỉnh"), Period.year(2023)
    ...     return Plan(id, "Kế hoạch", body, place, year, targets=[target])
    >>> [total] = aggregate([plan("VN-27", 16000), plan("VN-29", 14000)])
    >>> print(total.id, total.goal, total.unit, total.coverage)
    new-jobs ít nhất 30.000 người 2/2
    """
    given = tuple(plans)
    words = _words(by)
    for name, word, known in (("of", of, ("goal", "actual")), ("missing", missing, ("present", "refuse", "as_zero"))):
        if word not in known:
            raise _unknown(name, word, known)
    axes = Axes(
        places="jurisdiction" in words or _rank(words) is not None,
        periods="period" in words,
        rank=_rank(words),
        territory=territory,
    )
    each_plan_once(given)
    identities = Identities(mapping)
    readings = Readings(given, observations, as_of) if of == "actual" else None
    found = gathered(given, identities, axes)
    groups = Groups(found, readings, weights, missing)
    made = tuple([groups.of(key, cells, members) for cells, key, members in walked(found)])
    groups.overlaps.close()
    return Aggregation(of, words, missing, made, groups.left_out)


def _words(by: Iterable[str]) -> tuple[str, ...]:
    words = (by,) if isinstance(by, str) else tuple(by)
    levels = [word for word in words if word not in _AXES]
    known = (*_AXES, *(level.value for level in Level if level is not Level.CITY))
    for word in words:
        if word not in known:
            raise _unknown("by", word, known)
    if len(levels) + ("jurisdiction" in words) > 1:
        raise AggregationError(
            f"places stay apart in one way: found {', '.join(words)}; keep jurisdiction or one level",
            f"địa bàn chỉ để riêng theo một cách: gặp {', '.join(words)}; hãy giữ jurisdiction hoặc một cấp",
        )
    return words


def _rank(words: tuple[str, ...]) -> int | None:
    return next((RANKS[level_of(word)] for word in words if word not in _AXES), None)


def _unknown(name: str, word: object, known: tuple[str, ...]) -> AggregationError:
    choices = ", ".join(known)
    return AggregationError(
        f"unknown word for {name}: found {word!r:.80}; write one of {choices}",
        f"{name} không hợp lệ: gặp {word!r:.80}; hãy viết một trong {choices}",
    )
