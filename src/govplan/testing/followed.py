"""Strategies for the results of a target, laid into its time; *not* here: results of any time (`programmes`)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from govplan.model import Mode, Observation, Plan, Status
from govplan.testing.amounts import numbers
from govplan.values import Period

__all__ = ["results_of", "series"]

_statuses, _modes = st.sampled_from(Status), st.sampled_from(Mode)
_numbers = numbers(max_digits=9, max_decimals=3)
_amounts = numbers(min_value=0, max_digits=9, max_decimals=3)
_judgements = st.sampled_from((None, None, "Đạt", "Vượt", "Không đạt", "Đạt một phần"))
_given = st.sampled_from((1, 1, 1, 2, 4, 3, 7))
_SIX = st.integers(0, 5)


def series(
    target: str, within: Period, *, amounts: st.SearchStrategy[Decimal] | None = None
) -> st.SearchStrategy[list[Observation]]:
    """Generate amounts of a target that follow one another without a gap from the first day of a time on.

    Args:
        target: the target's id.
        within: the time; the first result begins with it, the last ends in it.
        amounts: what each of the results amounts to, else numbers from 0 up.

    >>> from hypothesis import find
    >>> found = find(series("jobs", Period.year(2023)), lambda results: len(results) == 3)
    >>> found[0].period.start, found[0].period.precedes(found[1].period)
    (datetime.date(2023, 1, 1), True)
    """
    return _any_series(target, within, _amounts if amounts is None else amounts)


@st.composite
def _any_series(draw: st.DrawFn, target: str, within: Period, amounts: st.SearchStrategy[Decimal]) -> list[Observation]:
    ends = sorted(draw(st.sets(st.integers(0, within.days - 1), min_size=1, max_size=5)))
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [
        Observation(target, period=Period(_day(within, start), _day(within, end)), value=draw(amounts))
        for start, end in zip(starts, ends, strict=True)
    ]


def results_of(plan: Plan, *, most: int = 12) -> st.SearchStrategy[list[Observation]]:
    """Generate results of a plan's targets and parts in every mode and status, most of them of the targets' time.

    Args:
        plan: whose targets are measured.
        most: how many results there are at most.

    >>> from hypothesis import find
    >>> from govplan.testing import plans
    >>> plan = find(plans(sound=True), lambda plan: len(plan.targets) == 1)
    >>> find(results_of(plan), lambda results: len(results) == 2)[1].target == plan.targets[0].id
    True
    """
    return _any_results(plan, most)


@st.composite
def _any_results(draw: st.DrawFn, plan: Plan, most: int) -> list[Observation]:
    walked = [target for headline in plan.targets for target in headline.walk()]
    if not walked:
        return []
    found = []
    for _ in range(draw(st.integers(0, most))):
        target = draw(st.sampled_from(walked))
        within = target.horizon or plan.period
        if draw(_SIX) == 5 and within.end.year < date.max.year:
            within = Period(within.start, within.end + timedelta(days=30))
        one, two = sorted(draw(st.integers(0, within.days - 1)) for _ in range(2))
        shape, given = draw(_SIX), draw(_given)
        start, end = (0 if shape < 2 else one), (within.days - 1 if shape < 1 else two)
        during = Period(_day(within, start), _day(within, end)) if shape < 5 else None
        found.append(
            Observation(
                target.id,
                period=during,
                as_of=None if during is not None else _day(within, end),
                value=draw(_numbers) if given & 1 else None,
                change=draw(_numbers) if given & 2 else None,
                relative_change=draw(_numbers) if given & 4 else None,
                status=draw(_statuses),
                mode=draw(_modes),
                judgement=draw(_judgements),
            )
        )
    return found


def _day(within: Period, number: int) -> date:
    return within.start + timedelta(days=number)
