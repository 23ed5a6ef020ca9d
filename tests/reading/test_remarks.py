"""What the reader says of its decisions."""

from decimal import Decimal

import pytest

from govplan.reading import remarks
from govplan.values import Text

_CONSTANTS = [name for name in remarks.__all__ if name.isupper()]
_WITH_FIGURES = [remarks.unequal(Decimal("12500.50"), Decimal(12000)), remarks.not_a_hundred(Decimal("99.0"))]


def test_every_remark_is_bilingual():
    """A remark is one line in Vietnamese and one in English."""
    for name in _CONSTANTS:
        remark = getattr(remarks, name)
        assert isinstance(remark, Text)
        assert remark.vi
        assert remark.en
        assert "\n" not in remark.vi + remark.en


def test_questions_ask():
    """What a person must answer is a question in both languages."""
    for name in _CONSTANTS:
        asks = [text.endswith("?") for text in (getattr(remarks, name).vi, getattr(remarks, name).en)]
        assert asks == [name.endswith("_QUESTION")] * 2


@pytest.mark.parametrize(("remark", "question"), _WITH_FIGURES)
def test_remarks_with_figures_are_bilingual(remark, question):
    """What names figures is said and asked in both languages, each with its own signs."""
    assert isinstance(remark, Text)
    assert not remark.vi.endswith("?")
    assert question.vi.endswith("?")
    assert question.en.endswith("?")


def test_figures_are_printed_as_each_language_does():
    """Points group thousands in Vietnamese and commas in English; zeros behind the last digit are left out."""
    remark, _ = remarks.unequal(Decimal("12500.50"), Decimal(12000))
    assert remark.vi == "Các bộ phận cộng lại được 12.500,5, tổng là 12.000"
    assert remark.en == "The parts make 12,500.5, the whole is 12,000"
