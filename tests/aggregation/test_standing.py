"""The bands that a pace lies in."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import Standing
from govplan.aggregation.standing import bands_of, standing_of
from govplan.errors import InvalidValueError

ORDER = [Standing.RECEDING, Standing.FAR_BEHIND, Standing.SLOW, Standing.ON_COURSE]


@given(st.fractions(), st.fractions())
def test_a_faster_pace_never_stands_worse(one: Fraction, two: Fraction) -> None:
    """Bands follow one another as the pace does."""
    slow, fast = sorted((one, two))
    assert ORDER.index(standing_of(slow)) <= ORDER.index(standing_of(fast))


@pytest.mark.parametrize(
    ("pace", "standing"),
    [
        ("0.95", "on_course"),
        ("0.949", "slow"),
        ("0.6", "slow"),
        ("0.59", "far_behind"),
        ("0", "far_behind"),
        ("-0.01", "receding"),
    ],
)
def test_a_limit_belongs_to_the_better_band(pace: str, standing: str) -> None:
    """The limits of Open SDG, on a linear pace."""
    assert standing_of(Fraction(pace)) is Standing(standing)


def test_limits_may_be_chosen() -> None:
    """A stricter table makes a pace of 0,95 slow."""
    assert standing_of(Fraction("0.95"), bands_of(["1", "0.8", "0.5"])) is Standing.SLOW


@pytest.mark.parametrize("limits", [(), ("1", "0.5"), ("0.6", "0.9", "0"), ("1", "1", "0")])
def test_limits_that_do_not_fall_are_refused(limits: tuple[str, ...]) -> None:
    """A table that says nothing of some pace is a mistake of its writer."""
    with pytest.raises(InvalidValueError, match="three falling limits expected"):
        bands_of(limits)


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_words_in_both_languages(standing: Standing) -> None:
    """Vietnamese is what is printed."""
    assert str(standing) == standing.in_language("vi") != standing.in_language("en")
