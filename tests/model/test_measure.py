"""What was measured, on the basis that a goal asks about."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.model.measure import Measured, measure
from govplan.testing import intervals, numbers
from govplan.values import Interval

D = Decimal


@pytest.mark.parametrize(
    ("basis", "value", "change", "relative", "baseline", "expected"),
    [
        pytest.param("level", D(7), None, None, None, Fraction(7), id="level"),
        pytest.param("level", D(7), D(1), D(1), D(100), Fraction(7), id="level-before-all"),
        pytest.param("level", None, D(-3), None, D(10), Fraction(7), id="level-from-a-change"),
        pytest.param("level", None, None, D(-4), D(200), Fraction(192), id="level-from-percent"),
        pytest.param("level", None, D(-3), D(-4), D(200), Fraction(197), id="change-before-percent"),
        pytest.param("level", None, None, D(-4), D(0), None, id="level-from-percent-of-nothing"),
        pytest.param("level", None, D(-3), D(-4), None, None, id="level-without-baseline"),
        pytest.param("change", None, D(-3), None, None, Fraction(-3), id="change"),
        pytest.param("change", D(9), D(-3), D(-4), D(10), Fraction(-3), id="change-before-all"),
        pytest.param("change", D(9), None, D(-4), D(10), Fraction(-1), id="change-from-levels"),
        pytest.param("change", D(9), None, None, D(-10), Fraction(19), id="change-from-a-negative-level"),
        pytest.param("change", None, None, D(-4), D(200), Fraction(-8), id="change-from-percent"),
        pytest.param("change", None, None, D(-4), D(-200), None, id="change-from-percent-of-less-than-nothing"),
        pytest.param("change", D(9), None, D(-4), None, None, id="change-without-baseline"),
        pytest.param("relative_change", None, None, D(-4), None, Fraction(-4), id="percent"),
        pytest.param("relative_change", D(9), D(-1), D(-4), D(3), Fraction(-4), id="percent-before-all"),
        pytest.param("relative_change", None, D(1), None, D(3), Fraction(100, 3), id="percent-from-a-change"),
        pytest.param("relative_change", D(4), None, None, D(3), Fraction(100, 3), id="percent-from-levels"),
        pytest.param("relative_change", D(4), None, None, D(0), None, id="percent-from-nothing"),
        pytest.param("relative_change", None, None, D(-4), D(0), None, id="percent-of-nothing"),
        pytest.param("relative_change", D(4), D(1), None, None, None, id="percent-without-baseline"),
    ],
)
def test_what_was_reported_is_brought_onto_the_basis(
    basis: str,
    value: Decimal | None,
    change: Decimal | None,
    relative: Decimal | None,
    baseline: Decimal | None,
    expected: Fraction | None,
) -> None:
    """A number on the basis itself comes first, then what the baseline makes of the others, else nothing."""
    found = measure(basis, value, change, relative, baseline)
    assert (None if found is None else Fraction(found.amount) / Fraction(found.per)) == expected


@given(numbers(), numbers(min_value="0.001"), intervals(), numbers(min_value=0))
def test_bounds_are_compared_without_dividing(
    amount: Decimal, per: Decimal, interval: Interval, slack: Decimal
) -> None:
    """Below, on or above a bound as the exact fraction is; a missing bound is never reached."""
    measured, fraction = Measured(amount, per), Fraction(amount) / Fraction(per)
    lower, upper = measured.compare_lower(interval, slack), measured.compare_upper(interval, slack)
    if interval.lower is None:
        assert lower == 1
    else:
        bound = Fraction(interval.lower) - Fraction(slack)
        assert lower == (fraction > bound) - (fraction < bound)
    if interval.upper is None:
        assert upper == -1
    else:
        bound = Fraction(interval.upper) + Fraction(slack)
        assert upper == (fraction > bound) - (fraction < bound)
    assert measured.within(interval, slack) == (
        lower >= interval.lower_open and upper <= -interval.upper_open  # an open bound itself is outside
    )


@given(numbers(), intervals())
def test_without_slack_a_number_is_within_when_the_interval_holds_it(number: Decimal, interval: Interval) -> None:
    """The two ways to ask are one."""
    assert Measured(number).within(interval) == (number in interval)


@given(numbers(), intervals(), numbers(min_value=0), st.sampled_from(["up", "down", "none"]))
def test_what_is_strictly_beyond_is_beyond(number: Decimal, interval: Interval, slack: Decimal, direction: str) -> None:
    """In its direction it satisfies; beyond two bounds it lies in the interval no more; without one it never passes."""
    measured = Measured(number)
    assert measured.satisfies(interval, direction, slack) or not measured.passes(interval, direction, slack)
    if interval.lower is not None and interval.upper is not None:
        assert not (measured.passes(interval, direction, slack) and measured.within(interval, slack))
    if direction == "none":
        assert measured.satisfies(interval, direction, slack) == measured.within(interval, slack)
        assert not measured.passes(interval, direction, slack)
