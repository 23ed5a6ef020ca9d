"""How sure a reading is, said in words."""

from govplan.reading.confidence import Confidence


def test_confidence_is_said_in_vietnamese() -> None:
    """A draft's reader is told in words, not in numbers."""
    assert [str(one) for one in Confidence] == ["chắc chắn", "có thể", "chưa rõ"]
    assert [one.value for one in Confidence] == ["certain", "likely", "ambiguous"]
