"""Times in prose."""

import pytest

from govplan.reading.horizons import mark_times, named_period, period_of
from govplan.reading.tokens import tokens_of


def _times(text: str) -> list[str]:
    return [token.meaning for token in mark_times(tokens_of(text)) if token.kind == "time"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("đến năm 2025", "2025"),
        ("vào cuối năm 2025", "2025"),
        ("giai đoạn 2021 – 2025", "2021-2025"),
        ("nhiệm kỳ 2020-2025", "2020-2025"),
        ("từ năm 2021 đến năm 2025", "2021-2025"),
        ("5 năm 2021-2025", "2021-2025"),
        ("quý II/2024", "quý II/2024"),
        ("6 tháng đầu năm 2023", "6 tháng đầu năm 2023"),
        ("tháng 7/2024", "tháng 7/2024"),
        ("đến 2030", "2030"),
        ("năm học 2023-2024", "2023-2024"),
    ],
)
def test_times_are_read(words, period):
    """Each way of saying when gives the period that it means."""
    [time] = [token for token in mark_times(tokens_of(words)) if token.kind == "time"]
    assert str(period_of(time)) == period


def test_a_year_compared_with_is_no_horizon():
    """The year of "so với năm 2020" is what a change is measured from."""
    [time] = [token for token in mark_times(tokens_of("so với năm 2020")) if token.kind == "time"]
    assert period_of(time) is None


def test_what_is_over_is_marked():
    """The years after which something is told are past."""
    assert _times("sau 3 năm thực hiện") == ["past|"]


def test_counts_are_no_years():
    """Four digits that are counted are a number."""
    assert _times("2.030 hộ") == []
    assert _times("có 2030 hộ") == []


def test_impossible_times_name_no_period():
    """What the calendar lacks is no period, and raises nothing."""
    assert named_period("2023-13") is None
    assert _times("ngày 31/02/2024") == ["by|"]
