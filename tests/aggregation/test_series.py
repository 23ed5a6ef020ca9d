"""What is known of a target as of a day; *not* here: what the plan asked for."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import Origin
from govplan.aggregation.series import Known, latest, way_of
from govplan.model import Baseline, Goal, Indicator, Observation, Status, Target
from govplan.testing import numbers, series
from govplan.values import Period
from govplan.values.number import exact_sum

YEAR = Period.year(2023)
END = date(2023, 12, 31)


def target(measure: str | None = "flow", goal: Goal | None = None, **fields: Any) -> Target:
    return Target("jobs", Indicator("Việc làm", unit="người", measure=measure), goal or Goal.at_least(100), **fields)


def seen(time: str, value: int | None = None, **fields: Any) -> Observation:
    return Observation("jobs", period=Period.parse(time), value=value, **fields)


def known(*results: Observation, measure: str | None = "flow", as_of: date = END, way: Period = YEAR) -> Known:
    return latest(target(measure), results, way=way, as_of=as_of)


def value_of(found: Known) -> Decimal | None:
    assert found.reading is not None, found.refusal
    return found.reading.value


# --- flows -----------------------------------------------------------------------------------


@given(st.data())
def test_periods_that_follow_one_another_are_summed(data: st.DataObject) -> None:
    """A flow comes to the sum of its periods, however many they are and whatever order they come in."""
    found = data.draw(series("jobs", YEAR))
    reading = latest(target(), data.draw(st.permutations(found)), way=YEAR).reading
    assert reading is not None
    assert reading.value == exact_sum(one.value for one in found if one.value is not None)
    assert reading.period.start == YEAR.start
    assert reading.origin is (Origin.CONVERTED if len(found) > 1 else Origin.REPORTED)


@given(st.lists(numbers(min_value=0, max_digits=6, max_decimals=2), min_size=1, max_size=4))
def test_cumulative_figures_are_never_summed(amounts: list[Decimal]) -> None:
    """The last one stands, as of three cumulative reports of 2, 5 and then nothing 5 does."""
    for mode in ("year_to_date", "since_start"):
        results = [
            Observation("jobs", period=Period.months(2023, 3 * number + 1, 3), value=amount, mode=mode)
            for number, amount in enumerate(amounts)
        ]
        assert value_of(known(*results)) == amounts[-1]


def test_a_late_report_does_not_overwrite_a_later_one() -> None:
    """Reports of 1 and 2 for a first time, 3 and 5 for a second; then a 3 for the first comes in, and 5 it stays."""
    first, second = date(2023, 3, 31), date(2023, 6, 30)
    reports = [(date(2023, 2, 1), 1), (first, 2), (date(2023, 5, 1), 3), (second, 5)]
    results = [Observation("jobs", as_of=day, value=value, mode="since_start") for day, value in reports]
    late = Observation("jobs", as_of=first, value=3, mode="since_start")
    assert [value_of(known(*results, as_of=day)) for day in (first, second, END)] == [2, 5, 5]
    # The correction has the same status, so that for its own time it takes a person to say which is right.
    assert value_of(known(*results, late, as_of=second)) == 5
    refused = known(*results, late, as_of=first)
    assert refused.refusal is not None
    assert refused.refusal.code == "stated_twice"


def test_modes_join_where_they_meet() -> None:
    """A year to date after a year, and a quarter after a figure since the start."""
    span = Period.years(2022, 2023)
    assert value_of(known(seen("2022", 40), seen("2023-Q2", 25, mode="year_to_date"), way=span)) == 65
    assert value_of(known(seen("2023-Q1", 10, mode="since_start"), seen("2023-Q2", 7))) == 17
    assert value_of(known(Observation("jobs", as_of=date(2023, 5, 9), value=12))) == 12


def test_a_gap_is_said_not_filled() -> None:
    """What is missing at the start leaves nothing; what comes after a gap is left out with a warning."""
    nothing = known(seen("2023-Q2", 7))
    assert nothing.refusal is not None
    assert nothing.refusal.code == "part_of_time"
    some = known(seen("2023-Q1", 5), seen("2023-Q3", 7))
    assert value_of(some) == 5
    assert [str(warning) for warning in some.warnings] == [
        "số liệu cho quý III/2023 không được tính: thiếu số liệu của khoảng trước đó"
    ]


def test_a_cumulative_fall_is_a_warning() -> None:
    """The last figure still stands, and what stood before it is said."""
    fallen = known(seen("2023-Q1", 90, mode="since_start"), seen("2023-Q2", 80, mode="since_start"), measure="flow")
    assert value_of(fallen) == 80
    assert fallen.warnings[0].en is not None
    assert fallen.warnings[0].en.startswith("a cumulative figure falls: 80 by 2023-06-30, 90 before that")
    assert known(seen("2023-Q1", 90), seen("2023-Q2", 80)).warnings == ()


def test_a_sum_that_differs_from_the_whole_is_a_warning() -> None:
    """The figure that was reported as a whole counts, and the other is said."""
    found = known(seen("2023-H1", 30), seen("2023-Q1", 10), seen("2023-Q2", 21))
    assert value_of(found) == 30
    assert "31" in str(found.warnings[0])


def test_what_reaches_outside_the_time_is_left_out() -> None:
    """Three years are no part of one; the year before is no result of this one."""
    found = known(seen("2021-2023", 500), seen("2022", 90), seen("2023-Q1", 5))
    assert value_of(found) == 5
    assert len(found.warnings) == 2


# --- levels ----------------------------------------------------------------------------------


@pytest.mark.parametrize("measure", ["stock", "ratio", "mean", "index"])
def test_of_a_level_the_last_one_counts(measure: str) -> None:
    """Nothing is summed, gaps do not matter."""
    found = known(seen("2023-Q1", 90), seen("2023-Q3", 70), measure=measure)
    assert value_of(found) == 70
    assert found.reading is not None
    assert str(found.reading.period) == "quý III/2023"


def test_a_mean_of_the_year_is_none_of_its_december() -> None:
    """Of two figures that end on one day the one for the longer time is the year's."""
    found = known(seen("2023-12", 99), seen("2023", 80, status="estimate"), measure="mean")
    assert value_of(found) == 80
    assert value_of(known(seen("2023-12", 99), seen("2023", 80, status="estimate"), measure="stock")) == 99


def test_without_a_measure_only_whole_figures_are_read() -> None:
    """A quarter of a flow or the state at its end? Nobody knows."""
    unknown = known(seen("2023-Q1", 5), seen("2023-Q2", 7), measure=None)
    assert value_of(unknown) == 5
    refused = known(seen("2023-Q2", 7), measure=None)
    assert refused.refusal is not None
    assert refused.refusal.code == "measure_unknown"


# --- what is known when ----------------------------------------------------------------------


def test_only_what_had_begun_is_known() -> None:
    """In June nothing is known of the third quarter; an estimate of the running year may be."""
    results = (seen("2023-Q1", 5), seen("2023-Q2", 7), seen("2023-Q3", 9))
    assert value_of(known(*results, as_of=date(2023, 6, 30))) == 12
    assert value_of(known(*results, seen("2023", 30, status="estimate"), as_of=date(2023, 6, 30))) == 30
    before = known(*results, as_of=date(2022, 12, 31))
    assert before.refusal is not None
    assert before.refusal.code == "no_result"


def test_a_final_figure_before_its_time_is_an_estimate() -> None:
    """It counts where there is nothing better, with a warning; where there is, it does not."""
    early = known(seen("2023", 30), as_of=date(2023, 12, 6))
    assert early.reading is not None
    assert early.reading.status is Status.ESTIMATE
    assert early.warnings[-1].en == "a figure for 2023 before that time is over: read as an estimate"
    assert value_of(known(seen("2023", 30), seen("2023-Q1", 5), as_of=date(2023, 12, 6))) == 5


def test_the_more_settled_figure_counts() -> None:
    """Final before provisional before estimate, in whatever order they come."""
    results = [seen("2023", 10, status="estimate"), seen("2023", 12, status="final"), seen("2023", 11)]
    assert value_of(known(*results[:2])) == value_of(known(*results[1::-1])) == 12
    refused = known(*results).refusal
    assert refused is not None
    assert refused.code == "stated_twice"


def test_a_published_judgement_comes_with_its_figure() -> None:
    """It is the one for the time that counts."""
    found = known(seen("2023-Q1", 5, judgement="Không đạt"), seen("2023", 30, judgement="Đạt"))
    assert found.judgement == "Đạt"


# --- the way ---------------------------------------------------------------------------------


def test_where_the_way_begins() -> None:
    """A flow is counted within its horizon; a level sets out from its baseline, else with the plan."""
    horizon, plan = Period.year(2025), Period.years(2021, 2025)
    old = Baseline(9, Period.year(2020))
    assert way_of(target(baseline=old), horizon, plan) == horizon
    assert way_of(target("stock", baseline=old), horizon, plan) == plan
    assert way_of(target("stock", baseline=Baseline(9)), horizon, plan) == plan
    assert way_of(target("stock", Goal.increase_by(9)), horizon, plan) == horizon
    assert way_of(target("stock", baseline=Baseline(9, Period.year(2026))), horizon, horizon) == horizon


def test_changes_reach_back_to_where_the_way_begins() -> None:
    """Changes of a stock add as they follow; of a ratio, and relative ones, only a whole one counts."""
    quarters = [seen(f"2023-Q{number}", change=-700) for number in (1, 2)]
    fewer = target("stock", Goal.reduce_by(3000))
    found = latest(fewer, quarters, way=YEAR).reading
    assert found is not None
    assert found.change == -1400
    points = target("ratio", Goal.reduce_by(3000))
    found = latest(points, quarters, way=YEAR).reading
    assert found is not None
    assert found.change == -700
    found = latest(fewer, [Observation("jobs", as_of=END, value=9, change=-5)], way=YEAR).reading
    assert found is not None
    assert (found.value, found.change) == (9, -5)
