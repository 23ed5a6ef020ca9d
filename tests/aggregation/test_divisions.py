"""When parts may be added up to their whole."""

from typing import Any

import pytest
from misuse.plans import JOBS, QUANG_NAM, TRAINED, figure, of_parts, one, plan, reported, result, two

import govplan
from govplan import aggregate, assess, roll_up
from govplan.aggregation.divisions import times_apart
from govplan.model import Baseline, Goal, Indicator, Observation, Target
from govplan.values import Period

YEAR, HALF = Period.year(2023), Period.months(2023, 1, 6)
PEOPLE = [Indicator(id, id=id, unit="người", measure="stock") for id in ("over", "under")]


@pytest.mark.parametrize(
    ("times", "own", "counted", "fits"),
    [
        ([YEAR, YEAR], YEAR, True, True),
        ([Period.year(2022), YEAR], Period.years(2022, 2023), True, True),
        ([Period.year(2021), YEAR], Period.years(2021, 2023), True, False),
        ([YEAR, YEAR], Period.years(2021, 2023), True, False),
        ([YEAR, Period.years(2021, 2023)], YEAR, False, True),
        ([Period.year(2022), YEAR], YEAR, False, False),
        ([YEAR, None], None, True, False),
        ([YEAR, YEAR], None, True, True),
        ([None, None], None, False, True),
    ],
)
def test_times_of_parts_make_that_of_the_whole(times: Any, own: Period | None, counted: bool, fits: bool) -> None:
    """A flow fills its time once, without gap; a level is of one last day."""
    assert (times_apart(times, own, "x", counted=counted) is None) is fits


def test_a_whole_that_is_known_for_longer_is_not_held_against_its_parts() -> None:
    """The year of the whole beside half a year of both parts has no difference, and says so."""
    results = reported(("whole", 12, YEAR), ("a", 5, HALF), ("b", 5, HALF))
    found = roll_up(of_parts({}, {}), observations=results, period=YEAR)
    assert (found.value, found.bounds) == (10, ())
    assert any("they are not held side by side" in (warning.en or "") for warning in found.warnings)


def test_a_half_known_part_is_missing() -> None:
    """Where what is there may be added, half a year of one part is not."""
    results = reported(("a", 5, HALF), ("b", 5, YEAR))
    found = roll_up(of_parts({}, {}), observations=results, period=YEAR, missing="present")
    assert (found.value, found.coverage.missing) == (5, ("a",))


def test_estimates_among_final_figures_are_named() -> None:
    """Who reads the sum of both provinces is told whose figure is an estimate."""
    plans = two(JOBS, Goal.at_least(16000), Goal.at_least(14000))
    other = Observation("qg-t", period=YEAR, value=9000)
    given = {"qn": [result(16000, status="estimate")], "qg": [other]}
    [group] = aggregate(plans, of="actual", observations=given)
    assert [warning.en for warning in group.warnings] == ["estimates, no final figures: tỉnh Quảng Nam"]
    [group] = aggregate(plans, of="actual", observations={**given, "qn": [result(16000)]})
    assert group.warnings == ()


def test_a_share_that_is_not_its_own_two_sides_is_told() -> None:
    """At least 50 %, from 1.000 of 9.000, goes in as its two sides, with a warning that names the plan."""
    share = Indicator(
        "Tỷ lệ", id="share", unit="%", measure="ratio", polarity="higher", numerator="over", denominator="under"
    )

    def stating(id: str, place: str, stated: int, over: int, under: int) -> govplan.Plan:
        sides = zip(PEOPLE, (over, under), strict=True)
        numbers = [Target(what.id or "", what, Goal.exactly(number)) for what, number in sides]
        return plan(id, place, Target("share", share, Goal.at_least(stated)), *numbers)

    plans = [stating("qn", "VN-27", 50, 1000, 9000), stating("qg", "VN-29", 75, 3000, 4000)]
    group = aggregate(plans).get("share")
    assert group is not None
    [warning] = group.warnings
    assert (warning.en or "").startswith("qn/share (tỉnh Quảng Nam): the share that is stated is not")


def test_results_of_an_id_that_two_targets_have_are_nobody_s() -> None:
    """Neither target is judged by them, and the id is not called unknown."""
    twice = plan("qn", "VN-27", Target("t", JOBS, Goal.at_least(5)), Target("t", TRAINED, Goal.at_least(5)))
    found = assess(twice, [Observation("t", period=YEAR, value=7)], as_of=YEAR.end)
    assert [target.refusal and target.refusal.code for target in found.targets] == ["id_twice", "id_twice"]
    assert found.unmatched == ()


def test_a_relative_change_adds_no_digits() -> None:
    """8 % on 20.000 is printed as 21.600, not as 21.600,00."""
    grown = two(JOBS, *[Goal.increase_by_percent(8)] * 2, baseline=Baseline(20000))
    assert str(figure(grown)) == "ít nhất 43.200"


def test_a_country_stands_above_the_level_asked_for() -> None:
    """It belongs to no province, rather than to one that is not known."""
    found = aggregate([QUANG_NAM, one("vn", "VN", Goal.at_least(5))], by=("indicator", "period", "province"))
    assert [left.refusal.code for left in found.left_out] == ["above_level"]


def test_a_month_of_a_mean_is_not_silently_a_year() -> None:
    """The index of December is used for the year with a sentence that says so."""
    prices = Indicator("Chỉ số giá tiêu dùng", id="cpi", unit="%", measure="index", polarity="lower")
    measured = one("qn", "VN-27", Goal.at_most(104), prices)
    for period, count in ((Period.months(2023, 12, 1), 1), (YEAR, 0)):
        [found] = assess(measured, [result(103, period)], as_of=YEAR.end).targets
        assert len(found.warnings) == count


def test_half_a_year_above_the_whole_is_told() -> None:
    """Also where the half was not called cumulative: it begins on the same day."""
    found = assess(QUANG_NAM, [result(8000, HALF), result(7000, mode="year_to_date")], as_of=YEAR.end).targets[0]
    assert any("a cumulative figure falls: 7,000" in (warning.en or "") for warning in found.warnings)
