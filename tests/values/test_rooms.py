"""What the room of values offers."""

import pytest

from govplan import values


def test_everything_offered_is_there() -> None:
    """Each name that the room lists can be taken from it, those that are opened on first use too."""
    assert all(getattr(values, name).__name__ == name for name in values.__all__)


def test_what_is_not_there_is_named() -> None:
    """A slip in a name is told as Python tells it."""
    with pytest.raises(AttributeError, match=r"module 'govplan\.values' has no attribute 'Quantitiy'"):
        _ = values.Quantitiy
