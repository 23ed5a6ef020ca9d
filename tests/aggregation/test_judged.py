"""Published judgements, read from their words; *not* here: whether their numbers agree (`rules/test_judgements`)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation.judged import Said, read_judgement


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Đạt", Said.MET),
        ("  hoàn thành  kế hoạch. ", Said.MET),
        ("VƯỢT MỤC TIÊU ĐỀ RA", Said.EXCEEDED),
        ("Đạt và vượt KH", Said.MET_OR_EXCEEDED),
        ("Chưa hoàn thành chỉ tiêu", Said.UNMET),
        ("not met", Said.UNMET),
        ("Đạt 95%", None),
        ("Khá", None),
        ("kế hoạch", None),
    ],
)
def test_words_claim_what_reports_mean_by_them(words: str, said: Said | None) -> None:
    """Case, spaces and the words around a judgement do not matter; what is not known claims nothing."""
    assert read_judgement(words) is said


@given(st.text(max_size=60))
def test_any_words_are_read(words: str) -> None:
    """No text crashes the reader, and none is read twice in two ways."""
    assert read_judgement(words) is read_judgement(f" {words.casefold()} ")
