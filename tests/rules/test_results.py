"""GP503-506, GP511: results in their series, at their edges; the faults are in `tests/planting`."""

from datetime import date

import pytest
from planting.cases import target
from planting.saying import YEAR, found, looked_at, plan_of, said_of

from govplan.model import Goal, Observation
from govplan.rules import check
from govplan.values import Period

JUNE, SEPTEMBER = date(2023, 6, 30), date(2023, 9, 30)
JOBS = target("jobs", Goal.at_least(5))


def result(value: int | None = 5, **fields: object) -> Observation:
    return Observation("jobs", **{"period": None if "as_of" in fields else YEAR, "value": value, **fields})


def test_an_estimate_and_a_final_figure_may_differ() -> None:
    """So may two modes, two times, and what only one of the two says."""
    several = (
        result(5, status="estimate"),
        result(6, status="final"),
        result(7, mode="since_start"),
        result(8, as_of=JUNE),
        result(None, change=3),
    )
    report = said_of(JOBS, results=several)
    assert (found(report), looked_at(report, "GP503")) == ([], 5)


def test_three_values_of_one_result_are_two_too_many() -> None:
    """Each that differs from the one below it is found, whatever the rows."""
    for rows in ((5, 6, 7), (7, 5, 6)):
        told = said_of(JOBS, results=tuple(result(value) for value in rows)).findings
        assert [(one.code, one.expected, one.found) for one in told] == [("GP503", 5, 6), ("GP503", 6, 7)]


@pytest.mark.parametrize(
    ("measure", "mode", "expected"),
    [
        ("flow", "year_to_date", 1),
        ("flow", "since_start", 1),
        (None, "year_to_date", 1),
        ("flow", "this_period", 0),
        ("stock", "since_start", 0),
        ("ratio", "since_start", 0),
    ],
)
def test_only_what_is_counted_on_cannot_fall(measure: str | None, mode: str, expected: int) -> None:
    """A level may fall, and so may the amounts of single periods."""
    one = target("jobs", Goal.at_least(5), measure=measure)
    results = (result(8, as_of=JUNE, mode=mode), result(6, as_of=SEPTEMBER, mode=mode))
    for order in (results, results[::-1]):
        assert [code for code, _ in found(said_of(one, results=order))] == ["GP504"] * expected


def test_a_year_begins_anew() -> None:
    """What was counted since January starts from nothing in the next year; since the plan began it goes on."""
    days = date(2023, 12, 31), date(2024, 3, 31)
    for mode, expected in (("year_to_date", []), ("since_start", ["GP504"])):
        results = tuple(result(value, as_of=day, mode=mode) for value, day in zip((9, 2), days, strict=True))
        told = said_of(JOBS, results=results, period=Period.years(2023, 2024))
        assert [code for code, _ in found(told)] == expected


def test_without_a_day_nothing_is_to_come() -> None:
    """Only when it is said as of when the results were known can one be too late."""
    plan, results = plan_of(JOBS), (result(as_of=SEPTEMBER),)
    assert looked_at(check(plan, observations=results), "GP505") == 0
    assert [one.code for one in check(plan, observations=results, as_of=JUNE).findings] == ["GP505"]
    assert check(plan, observations=results, as_of=SEPTEMBER).findings == ()


def test_a_result_that_reaches_into_the_time_is_of_it() -> None:
    """A span that holds the year, and a day within it, are of the target's time; the year before is not."""
    for period in (Period.years(2021, 2025), Period.months(2023, 12, 3)):
        assert found(said_of(JOBS, results=(result(period=period),))) == []
    assert found(said_of(JOBS, results=(result(period=Period.year(2022)),))) == [("GP506", "/targets/0")]


def test_only_measured_levels_of_shares_are_held_to_their_range() -> None:
    """A change of a share, and a share nobody calls a ratio, may be anything."""
    share = target("jobs", Goal.at_least(5), "%", "ratio")
    report = said_of(share, results=(result(None, change=-300),))
    assert (found(report), looked_at(report, "GP511")) == ([], 0)
    growth = target("jobs", Goal.at_least(5), "%", None)
    assert found(said_of(growth, results=(result(-4),))) == []
    assert found(said_of(share, results=(result(-4),))) == [("GP511", "/targets/0")]
