"""Targets counted by what has become of them, and the words for that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import Attainment, Scorecard
from govplan.aggregation.attainment import attainment_said
from govplan.aggregation.judged import Said


@given(st.lists(st.sampled_from(Attainment), max_size=30))
def test_every_target_is_counted_once(attainments: list[Attainment]) -> None:
    """The denominator is all targets, and the order they come in does not matter."""
    card = Scorecard.of(attainments)
    assert card.total == len(attainments)
    assert card == Scorecard.of(reversed(attainments))
    assert card.attained == sum(attainment.is_met is True for attainment in attainments)


def test_the_line_says_what_is_not_known() -> None:
    """Those without data stand beside the count, never inside the unmet."""
    card = Scorecard(met=10, exceeded=2, unmet=1, not_due=1, no_data=2, not_assessable=3)
    assert card.line() == ("12/19 đạt và vượt (2 chưa có số liệu, 1 không đạt, 1 chưa đến hạn, 3 không đánh giá được)")
    assert card.line("en") == ("12/19 met or exceeded (2 without data, 1 not met, 1 not due yet, 3 not assessable)")
    assert str(Scorecard(met=15)) == "15/15 đạt và vượt"
    assert str(Scorecard()) == "0/0 đạt và vượt"


@pytest.mark.parametrize("attainment", Attainment)
def test_every_attainment_has_words_in_both_languages(attainment: Attainment) -> None:
    """The two differ, and Vietnamese is what is printed."""
    assert str(attainment) == attainment.in_language("vi") != attainment.in_language("en")


def test_only_what_is_decided_is_met_or_not() -> None:
    """A target not due, without data or not assessable is neither."""
    decided = {attainment: attainment.is_met for attainment in Attainment if attainment.is_met is not None}
    assert decided == {Attainment.EXCEEDED: True, Attainment.MET: True, Attainment.UNMET: False}


@pytest.mark.parametrize("said", Said)
def test_a_published_claim_is_met_where_its_words_say_so(said: Said) -> None:
    """Met, exceeded, and the two together are met."""
    assert attainment_said(said).is_met is (said is not Said.UNMET)
