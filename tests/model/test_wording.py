"""Goals in words, in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import Lang
from govplan.model import Basis, Direction, Goal
from govplan.model.wording import format_for, goal_in_words
from govplan.testing import goals, numbers, units
from govplan.values import Interval, Unit
from govplan.vietnamese import nfc, parse_number

LANGS: tuple[Lang, ...] = ("vi", "en")
PEOPLE, PERCENT, HOUSEHOLDS = Unit.parse("người"), Unit.parse("%"), Unit.parse("hộ")


def change(lower: object, upper: object, direction: str = "none", **marks: object) -> Goal:
    opened = {key: marks.pop(key) for key in ("lower_open", "upper_open") if key in marks}
    return Goal(Basis.CHANGE, Interval(lower, upper, **opened), direction, **marks)


@pytest.mark.parametrize(
    ("goal", "unit", "vi", "en"),
    [
        (Goal.at_least(16000), PEOPLE, "ít nhất 16.000 người", "at least 16,000 người"),
        (Goal.above("9.8"), PERCENT, "trên 9,8%", "above 9.8%"),
        (Goal.at_most(5), None, "không quá 5", "at most 5"),
        (Goal.below(4), PERCENT, "dưới 4%", "below 4%"),
        (Goal.exactly("7.50"), Unit.parse("tỷ đồng"), "7,50 tỷ đồng", "7.50 tỷ đồng"),
        (Goal.between(1500, 1700), HOUSEHOLDS, "từ 1.500 đến 1.700 hộ", "from 1,500 to 1,700 hộ"),
        (Goal.about(1500), HOUSEHOLDS, "khoảng 1.500 hộ", "about 1,500 hộ"),
        (Goal.about(10, "0.5"), PERCENT, "khoảng 10% (sai lệch tối đa 0,5%)", "about 10% (within 0.5%)"),
        (Goal.increase_to(71), PERCENT, "ít nhất 71%", "at least 71%"),
        (Goal.reduce_to(3), PERCENT, "giảm còn 3%", "reduce to 3%"),
        (
            Goal(Basis.LEVEL, Interval(None, "9.8", upper_open=True), "down"),
            PERCENT,
            "giảm còn dưới 9,8%",
            "reduce to below 9.8%",
        ),
        (Goal(Basis.LEVEL, Interval(3, 5, lower_open=True)), None, "trên 3, không quá 5", "above 3, at most 5"),
        (Goal(Basis.LEVEL, Interval(3, 5, upper_open=True)), None, "ít nhất 3, dưới 5", "at least 3, below 5"),
        (Goal.increase_by(50), HOUSEHOLDS, "tăng 50 hộ", "increase by 50 hộ"),
        (Goal.reduce_by(3000), HOUSEHOLDS, "giảm 3.000 hộ", "reduce by 3,000 hộ"),
        (Goal.reduce_by("0.75"), PERCENT, "giảm 0,75 điểm %", "reduce by 0.75 percentage points"),
        (change(None, -5, "down", upper_open=True), HOUSEHOLDS, "giảm trên 5 hộ", "reduce by above 5 hộ"),
        (change(-5, -3, "down"), HOUSEHOLDS, "giảm từ 3 đến 5 hộ", "reduce by 3 to 5 hộ"),
        (change(5, 5, "up", approximate=True), HOUSEHOLDS, "tăng khoảng 5 hộ", "increase by about 5 hộ"),
        (change(-3, None), HOUSEHOLDS, "thay đổi ít nhất -3 hộ", "change by at least -3 hộ"),
        (change(-3, None, "up"), HOUSEHOLDS, "thay đổi ít nhất -3 hộ", "change by at least -3 hộ"),
        (change(-3, 4), None, "thay đổi từ -3 đến 4", "change by -3 to 4"),
        (change(3, None), HOUSEHOLDS, "tăng ít nhất 3 hộ", "increase by at least 3 hộ"),
        (Goal.increase_by_percent("8.5"), PEOPLE, "tăng 8,5%", "increase by 8.5%"),
        (Goal.reduce_by_percent(4), None, "giảm 4%", "reduce by 4%"),
        (Goal.in_words("Đạt chuẩn nông thôn mới"), HOUSEHOLDS, "Đạt chuẩn nông thôn mới", "Đạt chuẩn nông thôn mới"),
    ],
)
def test_a_goal_reads_as_a_person_would_write_it(goal: Goal, unit: Unit | None, vi: str, en: str) -> None:
    """Words for the bounds, numbers grouped as the language does, points for a change of a percentage."""
    assert goal_in_words(goal, "vi", unit) == vi
    assert goal_in_words(goal, "en", unit) == en


def test_a_goal_prints_in_vietnamese_without_a_unit() -> None:
    """Plain str() is the Vietnamese form."""
    assert str(Goal.reduce_by(3000)) == "giảm 3.000"


@given(goals(), st.one_of(st.none(), units()), st.sampled_from(LANGS))
def test_every_goal_has_words(goal: Goal, unit: Unit | None, lang: Lang) -> None:
    """In both languages, in NFC, with every bound that it has, and the unit where one is given."""
    words = goal_in_words(goal, lang, unit)
    assert words == nfc(words) != ""
    if goal.basis is Basis.TEXT:
        assert words == goal.text
        return
    upper = None if goal.interval is not None and goal.interval.is_point else goal.upper  # said once
    for bound in (goal.lower, upper, goal.tolerance):
        if bound is not None:
            assert format_for(bound, lang).removeprefix("-") in words
    if goal.basis is Basis.RELATIVE_CHANGE:
        assert "%" in words
    elif unit is not None and not unit.is_percent:
        assert str(unit) in words
    assert (("khoảng" if lang == "vi" else "about") in words) or not goal.approximate


@given(goals(values=numbers(min_value=1, max_digits=6, max_decimals=2)), st.sampled_from(LANGS))
def test_no_two_plain_goals_share_their_words(goal: Goal, lang: Lang) -> None:
    """Strict and plain, floor and ceiling, rise and reduction are told apart."""
    if goal.interval is None or goal.interval.is_point or goal.direction is not Direction.NONE:
        return
    mirrored = Goal(goal.basis, -goal.interval)
    assert goal_in_words(goal, lang) != goal_in_words(mirrored, lang)
    for side in ("lower", "upper"):
        bound = getattr(goal.interval, side)
        if bound is not None:
            marks = {f"{one}_open": getattr(goal.interval, f"{one}_open") ^ (one == side) for one in ("lower", "upper")}
            other = Goal(goal.basis, Interval(goal.lower, goal.upper, **marks))
            assert goal_in_words(other, lang) != goal_in_words(Goal(goal.basis, goal.interval), lang)


@given(numbers(max_decimals=60))
def test_numbers_keep_their_digits_in_both_languages(number: Decimal) -> None:
    """English only changes points for commas and commas for points."""
    vietnamese = format_for(number, "vi")
    assert parse_number(vietnamese) == number
    assert format_for(number, "en").replace(",", " ").replace(".", ",").replace(" ", ".") == vietnamese
