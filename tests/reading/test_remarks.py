"""What the reader says of its decisions."""

from govplan.reading import remarks
from govplan.values import Text


def test_every_remark_is_bilingual():
    """A remark is one line in Vietnamese and one in English."""
    for name in remarks.__all__:
        remark = getattr(remarks, name)
        assert isinstance(remark, Text)
        assert remark.vi
        assert remark.en
        assert "\n" not in remark.vi + remark.en


def test_questions_ask():
    """What a person must answer is a question in both languages."""
    for name in remarks.__all__:
        asks = [text.endswith("?") for text in (getattr(remarks, name).vi, getattr(remarks, name).en)]
        assert asks == [name.endswith("_QUESTION")] * 2
