"""Two goals of one indicator beside each other; *not* here: whole plans (`test_comparison`)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation.beside import (
    Beside,
    Setting,
    beside,
    frame_of,
    in_steps,
    key_of_words,
    lasts_as_long,
    redefinition,
    same_words,
)
from govplan.errors import InvalidNumberError
from govplan.model import Goal, Indicator, Target
from govplan.testing import goals, indicators, numbers, periods
from govplan.values import Jurisdiction, Period, Unit
from govplan.values.number import MAX_EXPONENT

HERE = Setting(Jurisdiction.in_force("VN-27", date(2023, 1, 4)), Period.year(2023))
THERE = Setting(Jurisdiction.in_force("VN-49", date(2023, 1, 4)), Period.year(2023))
JOBS = Indicator("Việc làm", unit="người", measure="flow")
AMOUNTS = numbers(min_value=0, max_digits=6, max_decimals=2)


def held(one: Goal, two: Goal, indicator: Indicator = JOBS, after: Setting = HERE, **changes: Any) -> Beside:
    return beside(Target("a", indicator, one), Target("a", evolve(indicator, **changes), two), HERE, after)


# --- figures -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two", "ratio"),
    [
        (Goal.at_least(4), Goal.at_least(6), Fraction(3, 2)),
        (Goal.at_most(4), Goal.at_most(3), Fraction(3, 4)),
        (Goal.reduce_by(3000), Goal.reduce_by(4000), Fraction(4, 3)),
        (Goal.exactly(4), Goal.exactly(4), Fraction(1)),
        (Goal.between(4, 5), Goal.between(4, 5), None),
        (Goal.at_least(0), Goal.at_least(6), None),
        (Goal.at_least(6), Goal.at_least(0), None),
        (Goal.at_least(-6), Goal.at_least(3), None),
    ],
)
def test_a_ratio_is_of_the_bound_that_decides(one: Goal, two: Goal, ratio: Fraction | None) -> None:
    """A range without direction has none; nothing is divided by 0, and nothing across it."""
    found = held(one, two).difference
    assert found is not None
    assert found.ratio == ratio


def test_a_range_with_a_direction_is_decided_on_its_near_side() -> None:
    """More is better: the lower bounds decide, and both sides have a difference."""
    found = held(Goal.between(4, 10), Goal.between(5, 9), evolve(JOBS, polarity="higher"))
    assert (found.order, found.difference and found.difference.ratio) == (1, Fraction(5, 4))
    assert (found.difference and found.difference.lower, found.difference and found.difference.upper) == (1, -1)


def test_relative_changes_differ_by_points_whatever_the_unit() -> None:
    """8 % growth after 9 % is one point less, in đồng, in people, or without a unit at all."""
    for unit in ("đồng", None):
        found = held(Goal.increase_by_percent(9), Goal.increase_by_percent(8), evolve(JOBS, unit=unit))
        assert (found.order, str(found.difference and found.difference.unit)) == (-1, "điểm %")
    assert held(Goal.increase_by_percent(9), Goal.increase_by_percent(9), unit=None) == held(
        Goal.increase_by_percent(9), Goal.increase_by_percent(9)
    )


def test_figures_without_any_unit_are_compared_as_they_stand() -> None:
    """Units that are left out on both sides are taken to be the same."""
    found = held(Goal.at_least(4), Goal.at_least(5), evolve(JOBS, unit=None))
    assert (found.order, found.difference and found.difference.unit) == (1, None)


def test_a_figure_too_large_for_the_smaller_unit_is_refused() -> None:
    """A number at the bounds that no longer fits once it is written in steps a billion times smaller."""
    largest = Decimal(9).scaleb(MAX_EXPONENT)
    found = held(Goal.at_most(largest), Goal.at_most(5), evolve(JOBS, unit="tỷ đồng"), unit="đồng")
    assert found.order is None
    assert found.refusal is not None
    assert found.refusal.code == "goals_differ"


def test_steps_convert_exactly_or_not_at_all() -> None:
    """Tolerances move with the bounds, words stay; a third without an end is an error."""
    million, billion = Unit.parse("triệu đồng"), Unit.parse("tỷ đồng")
    moved = in_steps(Goal.about(500, 10), million, billion)
    assert (moved.lower, moved.tolerance) == (Decimal("0.5"), Decimal("0.01"))
    assert in_steps(Goal.in_words("Đạt"), million, billion) == Goal.in_words("Đạt")
    with pytest.raises(InvalidNumberError, match=r"conversion without end"):
        in_steps(Goal.at_least(1), Unit("một", "x", Decimal(1)), Unit("ba", "x", Decimal(3)))


# --- what is not compared ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "goal", "code"),
    [
        (JOBS, Goal.at_least(5), "other_territory"),
        (evolve(JOBS, measure="stock"), Goal.at_least(5), "other_territory"),
        (evolve(JOBS, measure=None), Goal.at_least(5), "other_territory"),
        (JOBS, Goal.increase_by(5), "other_territory"),
        (JOBS, Goal.increase_by_percent(5), None),
        (evolve(JOBS, measure="mean"), Goal.at_least(5), None),
        (evolve(JOBS, measure="stock", unit="%"), Goal.at_least(5), None),
        (evolve(JOBS, measure=None, unit="%"), Goal.at_least(5), None),
    ],
)
def test_amounts_stay_in_their_territory(indicator: Indicator, goal: Goal, code: str | None) -> None:
    """What counts things is not compared between provinces; shares, means and relative changes are."""
    found = held(goal, goal, indicator, THERE)
    assert (found.refusal and found.refusal.code) == code
    place, _ = frame_of(Target("a", indicator, goal), THERE)
    assert (place is not None) is (code is not None)


@pytest.mark.parametrize(
    ("indicator", "goal", "code"),
    [
        (JOBS, Goal.at_least(5), "spans_differ"),
        (evolve(JOBS, measure=None), Goal.at_least(5), "spans_differ"),
        (evolve(JOBS, measure="stock"), Goal.increase_by(5), "spans_differ"),
        (JOBS, Goal.increase_by_percent(5), "spans_differ"),
        (evolve(JOBS, measure="stock"), Goal.at_least(5), None),
        (evolve(JOBS, measure="ratio"), Goal.at_least(5), None),
    ],
)
def test_what_is_counted_over_time_needs_as_much_time(indicator: Indicator, goal: Goal, code: str | None) -> None:
    """Flows and changes of one year and of five are not compared; levels at their ends are."""
    five = Setting(HERE.place, Period.years(2021, 2025))
    found = held(goal, goal, indicator, five)
    assert (found.refusal and found.refusal.code) == code
    _, length = frame_of(Target("a", indicator, goal), five)
    assert (length is not None) is (code is not None)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2023", "2024", True),
        ("2023", "2021-2025", False),
        ("quý I/2023", "quý II/2023", True),
        ("6 tháng đầu năm 2023", "6 tháng cuối năm 2023", True),
        ("02/01/2023-11/01/2023", "05/02/2023-14/02/2023", True),
        ("02/01/2023-11/01/2023", "05/02/2023-15/02/2023", False),
        ("tháng 2/2023", "05/03/2023-01/04/2023", False),
    ],
)
def test_lengths_are_of_the_calendar(one: str, two: str, expected: bool) -> None:
    """A leap year is as long as another, a quarter as the next; days are counted only where no months are whole."""
    assert lasts_as_long(Period.parse(one), Period.parse(two)) is expected
    assert lasts_as_long(Period.parse(two), Period.parse(one)) is expected


# --- words and definitions -----------------------------------------------------------------


def test_names_are_the_same_or_not() -> None:
    """Case, spaces, the form of the letters and the place of the tone do not count; anything else does."""
    assert same_words("Hoà  giải", "hòa giải")
    assert same_words("Hộ nghèo", "Hộ nghèo")
    assert not same_words("hộ nghèo", "hộ cận nghèo")
    assert key_of_words(" A  b ") == "a b"


@given(indicators(), indicators())
def test_a_definition_contradicts_in_both_directions_or_in_none(one: Indicator, two: Indicator) -> None:
    """And never itself."""
    assert redefinition(one, one) is None
    assert redefinition(one, evolve(one)) is None
    assert (redefinition(one, two) is None) is (redefinition(two, one) is None)


# --- laws ----------------------------------------------------------------------------------


@given(goals(values=AMOUNTS), goals(values=AMOUNTS), st.sampled_from([HERE, THERE]), periods())
def test_the_order_turns_around(one: Goal, two: Goal, setting: Setting, period: Period) -> None:
    """What asks more one way round asks less the other; what is refused is refused both ways, for one reason."""
    after = evolve(setting, horizon=period)
    old, new = Target("a", JOBS, one), Target("a", evolve(JOBS, unit="nghìn người"), two)
    there, back = beside(old, new, HERE, after), beside(new, old, after, HERE)
    assert (there.refusal and there.refusal.code) == (back.refusal and back.refusal.code)
    assert there.restated is back.restated
    assert (there.order is None) is (there.refusal is not None)
    if there.order is not None:
        assert back.order == -there.order


SHAPES = st.sampled_from([Goal.at_least, Goal.above, Goal.at_most, Goal.below, Goal.reduce_to])
FEW = st.integers(0, 4)


@given(SHAPES, SHAPES, FEW, FEW, FEW)
def test_a_value_that_meets_the_higher_goal_meets_the_lower(
    old: Callable[[int], Goal], new: Callable[[int], Goal], one: int, two: int, value: int
) -> None:
    """Asking more never turns what was not met into what is."""
    before, after = old(one), new(two)
    order = held(before, after).order
    met, still_met = before.met(Decimal(value)), after.met(Decimal(value))
    if order == 1:
        assert met or not still_met
    elif order == -1:
        assert still_met or not met
    elif order == 0:
        assert met is still_met
