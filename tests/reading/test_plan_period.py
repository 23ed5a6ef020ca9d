"""Which years a plan is for."""

import pytest

from govplan.reading.plan_period import find_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Kế hoạch công tác năm 2024", "2024"),
        ("GIAI ĐOẠN 2021 - 2025", "2021-2025"),
        ("giai đoạn từ năm 2021 đến năm 2030", "2021-2030"),
        ("Kế hoạch năm học 2024-2025", "2024-2025"),
        ("Chương trình quý III năm 2023", "quý III/2023"),
        ("nhiệm vụ 6 tháng cuối năm 2023", "6 tháng cuối năm 2023"),
        ("Đề án 2021–2025", "2021-2025"),
        ("Nghị quyết đến năm 2030", "2030"),
        ("Kế hoạch năm 2024 và định hướng đến năm 2030", "2024"),
    ],
)
def test_periods_are_read_as_titles_print_them(text: str, period: str) -> None:
    """A run of years goes before a year, a year before an end alone."""
    found = find_period(text)
    assert found is not None
    assert str(found.period) == period
    assert text[found.start : found.end].strip()


def test_an_end_alone_begins_in_the_year_of_issue() -> None:
    """And says that its start was not printed."""
    found = find_period("Chiến lược đến năm 2030", since=2022)
    assert found is not None
    assert (str(found.period), found.open_start) == ("2022-2030", True)
    assert find_period("đến năm 2020", since=2022).period.start.year == 2020


@pytest.mark.parametrize("text", ["", "năm nay", "năm 23", "giai đoạn 2025-2021", "tháng 13/2023 tới"])
def test_what_is_no_period_is_none(text: str) -> None:
    """Years that run backwards, months that the calendar lacks."""
    assert find_period(text) is None
