"""Amounts of stretches of time, joined end to end from a first day; *not* here: which results they are (`series`).

Days are counted by their ordinals, so that the last day of the calendar has a day after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from govplan.model.observation import Status
from govplan.values.number import exact_sum

__all__ = ["Piece", "Run", "distinct", "join", "rank"]

_RANKS = {Status.ESTIMATE: 0, Status.PROVISIONAL: 1, Status.FINAL: 2}


def rank(status: Status) -> int:
    """Return how settled a figure is, as a number: a final one more than a provisional one, that more than an estimate.

    >>> rank(Status.FINAL) > rank(Status.PROVISIONAL) > rank(Status.ESTIMATE)
    True
    """
    return _RANKS[status]


@frozen
class Piece:
    """An amount from a first day to a last one (số liệu của một quãng), in one figure or, where reports differ, two."""

    first: int
    last: int
    amount: Decimal
    status: Status
    other: Decimal | None = None


@frozen
class Run:
    """Amounts that follow one another without a gap (số cộng dồn), summed; `other` where a piece has two figures.

    `beside` is what another way of joining pieces to the same day comes to, where that is something else.
    """

    last: int
    amount: Decimal
    status: Status
    pieces: int
    other: tuple[Decimal, Decimal] | None = None
    beside: Decimal | None = None


def distinct(pieces: Iterable[Piece]) -> list[Piece]:
    """Return one piece for each stretch, the most settled, in the order of time whatever the order given.

    Two that are as settled as each other and differ make one piece with both figures.
    """
    found: dict[tuple[int, int], Piece] = {}
    # Of figures that are equal the one with the fewest digits printed stands, for some one has to.
    for piece in sorted(pieces, key=lambda one: (one.first, one.last, -rank(one.status), one.amount, str(one.amount))):
        known = found.setdefault((piece.first, piece.last), piece)
        if known.status is piece.status and piece.amount != known.amount:
            found[(piece.first, piece.last)] = Piece(
                known.first, known.last, known.amount, known.status, other=piece.amount
            )
    return list(found.values())


def join(pieces: Sequence[Piece], first: int) -> dict[int, Run]:
    """Return what the pieces come to from a first day on, for every day that they reach without gap or overlap.

    Of several ways to a day the one of the fewest pieces counts: a figure that was reported as a whole before a sum.

    Args:
        pieces: as `distinct` gives them, in the order of time.
        first: the ordinal of the day to begin with.
    """
    found = {first - 1: Run(first - 1, Decimal(0), Status.FINAL, 0)}
    for piece in pieces:
        # All ways to the day before are known: their pieces begin earlier, and so came earlier.
        before = found.get(piece.first - 1)
        if before is None:
            continue
        run = Run(
            piece.last,
            exact_sum((before.amount, piece.amount)) if before.pieces else piece.amount,
            min(before.status, piece.status, key=rank) if before.pieces else piece.status,
            before.pieces + 1,
            before.other or (None if piece.other is None else (piece.amount, piece.other)),
        )
        known = found.get(piece.last)
        found[piece.last] = run if known is None else _better(known, run)
    del found[first - 1]
    return found


def _better(one: Run, two: Run) -> Run:
    kept, left = (two, one) if two.pieces < one.pieces else (one, two)
    beside = left.amount if left.amount != kept.amount else left.beside
    if beside is None or kept.beside is not None:
        return kept
    return Run(kept.last, kept.amount, kept.status, kept.pieces, kept.other, beside)
