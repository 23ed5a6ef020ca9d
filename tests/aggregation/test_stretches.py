"""Amounts joined end to end, whatever order they come in."""

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation.stretches import Piece, distinct, join
from govplan.model import Status

FINAL, ESTIMATE = Status.FINAL, Status.ESTIMATE


def piece(first: int, last: int, amount: int, status: Status = FINAL) -> Piece:
    return Piece(first, last, Decimal(amount), status)


PIECES = st.lists(
    st.builds(
        lambda first, length, amount, status: piece(first, first + length, amount, status),
        st.integers(1, 12),
        st.integers(0, 11),
        st.integers(-9, 9),
        st.sampled_from(Status),
    ),
    max_size=12,
)


@given(PIECES, st.randoms(use_true_random=False))
def test_order_does_not_matter(pieces: list[Piece], chance: Random) -> None:
    """The same pieces give the same runs."""
    shuffled = pieces[:]
    chance.shuffle(shuffled)
    assert distinct(shuffled) == distinct(pieces)
    assert join(distinct(shuffled), 1) == join(distinct(pieces), 1)


@given(PIECES)
def test_a_run_is_as_settled_as_its_least_settled_piece(pieces: list[Piece]) -> None:
    """Where every piece is final all sums are; no run has more pieces than there are stretches."""
    runs = join(distinct(pieces), 1)
    assert all(run.pieces <= len(distinct(pieces)) for run in runs.values())
    if all(one.status is FINAL for one in pieces):
        assert all(run.status is FINAL for run in runs.values())


def test_what_leaves_no_gap_is_summed() -> None:
    """Three months, then three more, come to half a year; what begins later hangs in the air."""
    runs = join(distinct([piece(4, 6, 20, ESTIMATE), piece(1, 3, 10), piece(8, 9, 99)]), 1)
    assert {end: (run.amount, run.pieces, run.status) for end, run in runs.items()} == {
        3: (10, 1, FINAL),
        6: (30, 2, ESTIMATE),
    }


def test_a_reported_whole_counts_before_a_sum() -> None:
    """Half a year in one figure stands, and what the quarters come to is kept beside it where it differs."""
    run = join(distinct([piece(1, 3, 10), piece(4, 6, 20), piece(1, 6, 31)]), 1)[6]
    assert (run.amount, run.pieces, run.beside) == (31, 1, 30)
    run = join(distinct([piece(1, 3, 10), piece(4, 6, 20), piece(1, 6, 30)]), 1)[6]
    assert (run.amount, run.beside) == (30, None)


def test_the_most_settled_figure_of_a_stretch_counts() -> None:
    """A final figure replaces an estimate; two final ones that differ are both kept."""
    assert distinct([piece(1, 3, 12, ESTIMATE), piece(1, 3, 10)]) == [piece(1, 3, 10)]
    [both] = distinct([piece(1, 3, 12), piece(1, 3, 10)])
    assert (both.amount, both.other) == (10, 12)
    assert join([both], 1)[3].other == (10, 12)
