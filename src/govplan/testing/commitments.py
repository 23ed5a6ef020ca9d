"""Strategies for indicators, goals, baselines and milestones; *not* here: the targets that hold them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from govplan.model import Baseline, Basis, Code, Direction, Goal, Indicator, Measure, Milestone, Polarity
from govplan.testing.amounts import intervals, numbers, units
from govplan.testing.chance import Perhaps
from govplan.testing.circumstances import days, periods, sources
from govplan.testing.wording import identifiers, lines, texts
from govplan.values import Interval, Unit

__all__ = ["baselines", "codes", "goals", "indicators", "milestones"]

_TWO, _FOUR = st.integers(0, 1), st.integers(0, 3)
_numbers, _lines, _texts, _identifiers = numbers(), lines(), texts(), identifiers()
_days, _periods, _sources = days(), periods(), sources()


def codes() -> st.SearchStrategy[Code]:
    """Generate codes of indicators in lists elsewhere."""
    return _codes


_schemes = st.one_of(st.sampled_from(("vn-nsis", "sdg", "local")), _lines)
_codes = st.builds(Code, _schemes, _lines)
_code_lists = st.lists(_codes, max_size=2, unique_by=lambda code: code.scheme)


def indicators(*, unit: st.SearchStrategy[Unit | None] | None = None) -> st.SearchStrategy[Indicator]:
    """Generate indicators of every measure and polarity, with unit and id or without.

    Args:
        unit: the units, or None among them; else none, or one that plan files can hold.
    """
    return _indicators if unit is None else _any_indicator(unit)


@st.composite
def _any_indicator(draw: st.DrawFn, unit: st.SearchStrategy[Unit | None]) -> Indicator:
    perhaps = Perhaps(draw, 4)
    return Indicator(
        name=draw(_texts),
        id=perhaps(_identifiers, seldom=False),
        unit=draw(unit),
        measure=draw(_measures),
        polarity=draw(_polarities),
        numerator=perhaps(_lines),
        denominator=perhaps(_lines),
        codes=perhaps(_code_lists) or (),
    )


_measures, _polarities = st.sampled_from((None, *Measure)), st.sampled_from((None, *Polarity))
_indicators = _any_indicator(st.one_of(st.none(), units(printed=True)))


def goals(*, basis: Basis | None = None, values: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Goal]:
    """Generate goals: every basis, interval and direction that go together, approximate ones and words.

    Args:
        basis: the only basis wanted, else all.
        values: the bounds, else `numbers()`, whose sums may go beyond the bounds of a number.

    >>> from hypothesis import find
    >>> str(find(goals(basis=Basis.CHANGE), lambda goal: goal.direction is Direction.DOWN and goal.upper < -1))
    'giảm 2'
    """
    if basis is None and values is None:
        return _goals
    return _any_goal(st.sampled_from(Basis) if basis is None else st.just(basis), intervals(values=values))


@st.composite
def _any_goal(draw: st.DrawFn, bases: st.SearchStrategy[Basis], bounds: st.SearchStrategy[Interval]) -> Goal:
    basis = draw(bases)
    if basis is Basis.TEXT:
        return Goal.in_words(draw(_lines))
    interval = draw(bounds)
    fits = [Direction.NONE, Direction.POLARITY]
    if interval.lower is not None:
        fits.append(Direction.UP)
    if interval.upper is not None:
        fits.append(Direction.DOWN)
    approximate = draw(_FOUR) == 3
    return Goal(
        basis,
        interval,
        draw(st.sampled_from(fits)),
        approximate=approximate,
        tolerance=Perhaps(draw, 1)(_tolerances, seldom=False) if approximate else None,
    )


_tolerances = numbers(min_value=0)
_goals = _any_goal(st.sampled_from(Basis), intervals())


def baselines(*, values: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Baseline]:
    """Generate the levels that changes start from.

    Args:
        values: the levels, else `numbers()`.
    """
    return _any_baseline(_numbers if values is None else values)


@st.composite
def _any_baseline(draw: st.DrawFn, values: st.SearchStrategy[Decimal]) -> Baseline:
    perhaps = Perhaps(draw, 2)
    return Baseline(draw(values), perhaps(_periods, seldom=False), perhaps(_sources))


def milestones(*, values: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Milestone]:
    """Generate steps by a day or during a period, with any goal.

    Args:
        values: the bounds of their goals, else `numbers()`.
    """
    return _any_milestone(goals(values=values))


@st.composite
def _any_milestone(draw: st.DrawFn, wanted: st.SearchStrategy[Goal]) -> Milestone:
    if draw(_TWO):
        return Milestone(draw(wanted), during=draw(_periods))
    return Milestone(draw(wanted), by=draw(_days))
