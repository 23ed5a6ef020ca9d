"""Measured results."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import model
from govplan.errors import InvalidDateError, InvalidNumberError, InvalidTextError, InvalidValueError
from govplan.model import Goal, Mode, Observation, Status
from govplan.testing import observations
from govplan.values import Period

YEAR, DAY = Period.year(2023), date(2023, 6, 30)


def test_a_result_is_final_and_of_its_period_unless_it_says_otherwise() -> None:
    """Estimates and totals since the start are marked, by word or by member."""
    plain = Observation("jobs", period=YEAR, value=16250)
    assert (plain.status, plain.mode, plain.value) == (Status.FINAL, Mode.THIS_PERIOD, Decimal(16250))
    marked = Observation("jobs", as_of=DAY, value="8200.50", status="estimate", mode="year_to_date")
    assert (marked.status, marked.mode) == (Status.ESTIMATE, Mode.YEAR_TO_DATE)
    assert str(marked.value) == "8200.50"


@pytest.mark.parametrize("time", [{}, {"period": YEAR, "as_of": DAY}])
def test_a_result_has_exactly_one_time(time: dict[str, object]) -> None:
    """A period or a day, never both or neither."""
    with pytest.raises(
        InvalidValueError, match="a result has one time: found both period and as_of, or neither"
    ) as caught:
        Observation("jobs", value=1, **time)
    assert "mỗi kết quả có một thời điểm" in caught.value.message("vi")


def test_a_result_has_a_number() -> None:
    """A judgement alone is no result."""
    with pytest.raises(InvalidValueError, match="a result without a number") as caught:
        Observation("jobs", period=YEAR, judgement="Đạt")
    assert "kết quả không có số" in caught.value.message("vi")


@pytest.mark.parametrize("number", ["value", "change", "relative_change"])
def test_any_one_number_makes_a_result(number: str) -> None:
    """A level, a change or a relative change; nought counts as a number."""
    assert getattr(Observation("jobs", as_of=DAY, **{number: 0}), number) == 0


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"target": "Jobs"}, InvalidTextError, "not an id: found 'Jobs'"),
        ({"value": 0.5}, InvalidNumberError, r"not an exact number: found 0\.5"),
        ({"value": Decimal("NaN")}, InvalidNumberError, "number out of bounds: found NaN"),
        ({"period": None, "as_of": datetime(2023, 6, 30, 12)}, InvalidDateError, "not a date"),
        ({"period": 2023}, InvalidValueError, "Period expected for period: found 2023"),
        ({"status": "sơ bộ"}, InvalidTextError, "write one of estimate, provisional, final"),
        ({"mode": "total"}, InvalidTextError, "write one of this_period, year_to_date, since_start"),
        ({"judgement": ""}, InvalidTextError, "empty text"),
        ({"source": "báo cáo"}, InvalidValueError, "Source expected for source"),
    ],
)
def test_what_no_result_has_is_refused(fields: dict[str, object], error: type[Exception], message: str) -> None:
    """Each field says what it takes."""
    with pytest.raises(error, match=message):
        Observation(**{"target": "jobs", "period": YEAR, "value": 1, **fields})


@given(observations(), st.sampled_from(["value", "change", "relative_change"]))
def test_no_result_loses_its_last_number_or_its_time(result: Observation, number: str) -> None:
    """Whatever is taken from a result, it has a number and a time, or is refused."""
    others = {"value", "change", "relative_change"} - {number}
    if any(getattr(result, other) is not None for other in others):
        assert getattr(evolve(result, **{number: None}), number) is None
    else:
        with pytest.raises(InvalidValueError, match="a result without a number"):
            evolve(result, **{number: None})
    with pytest.raises(InvalidValueError, match="a result has one time"):
        evolve(result, period=None, as_of=None)


def test_a_result_hands_its_numbers_to_a_goal() -> None:
    """The fields of a result are what a goal asks for."""
    result = Observation("poor-households", period=YEAR, change=-3100)
    assert Goal.reduce_by(3000).met(result.value, change=result.change, relative_change=result.relative_change) is True


def test_the_room_of_the_model_gives_what_it_has() -> None:
    """Results come on first use; a name that nothing has is an AttributeError, as of any module."""
    assert model.Observation is Observation
    with pytest.raises(AttributeError, match=r"'govplan\.model' has no attribute 'Result'"):
        model.Result  # noqa: B018
