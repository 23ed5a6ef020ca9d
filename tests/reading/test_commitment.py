"""Commitments as values."""

import pytest
from attrs.exceptions import FrozenInstanceError

from govplan.reading.commitment import Commitments, UnreadStretch
from govplan.values import Text


def test_nothing_is_found_by_default():
    """What was not read holds neither commitments nor stretches."""
    assert Commitments() == Commitments((), ())


def test_commitments_do_not_change():
    """What was read stays as it was read."""
    with pytest.raises(FrozenInstanceError):
        Commitments().found = ()


def test_unread_stretches_unpack():
    """A stretch that was left alone is a start, an end and a reason."""
    start, end, reason = UnreadStretch(3, 9, Text("Không phải chỉ tiêu", "No target"))
    assert (start, end, str(reason)) == (3, 9, "Không phải chỉ tiêu")
