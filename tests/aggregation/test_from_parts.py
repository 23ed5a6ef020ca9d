"""Wholes that nobody reported, from their parts."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import Origin, Reading
from govplan.aggregation.from_parts import reading_from_parts
from govplan.aggregation.refusal import Refusal
from govplan.model import Breakdown, Goal, Indicator, Status, Target
from govplan.testing import numbers
from govplan.values import Period
from govplan.values.number import exact_sum

YEAR = Period.year(2023)
AMOUNTS = st.lists(numbers(min_value=0, max_digits=12, max_decimals=4), min_size=1, max_size=5)


def target(measure: str | None = "flow", unit: str | None = "người") -> Target:
    return Target("some", Indicator("Tuyển sinh", unit=unit, measure=measure), Goal.at_least(5))


def whole(*parts: Target, relation: str = "partition", denominator: str = "same") -> Breakdown:
    return Breakdown(relation, parts, denominator=denominator)


def read(value: Decimal | int, period: Period = YEAR, **fields: Any) -> Reading:
    return Reading(period, Decimal(value), **fields)


@given(AMOUNTS)
def test_a_whole_is_the_sum_of_its_parts(amounts: list[Decimal]) -> None:
    """Exactly, and marked as coming from them."""
    found = reading_from_parts(target(), whole(*(target() for _ in amounts)), list(map(read, amounts)), YEAR)
    assert isinstance(found, Reading)
    assert found.value == exact_sum(amounts)
    assert (found.period, found.origin, found.status) == (YEAR, Origin.PARTS, Status.FINAL)


def test_parts_come_in_the_units_they_have() -> None:
    """500 triệu and 1,5 tỷ make 2 tỷ; one estimate makes the sum an estimate."""
    money = [target(unit="triệu đồng"), target(unit="tỷ đồng")]
    readings = [read(500), read(Decimal("1.5"), status=Status.ESTIMATE)]
    found = reading_from_parts(target(unit="tỷ đồng"), whole(*money), readings, YEAR)
    assert isinstance(found, Reading)
    assert (found.value, found.status) == (2, Status.ESTIMATE)


JUNE = Period.months(2023, 1, 6)


@pytest.mark.parametrize(
    ("some", "division", "readings", "code"),
    [
        pytest.param(target(), whole(target(), relation="subset"), [read(1)], "subset", id="a subset"),
        pytest.param(target(), whole(target(), target()), [read(1), None], "parts_missing", id="one missing"),
        pytest.param(target(), whole(target(), target()), [read(1), read(1, JUNE)], "modes_mixed", id="two times"),
        pytest.param(target("mean"), whole(target("mean")), [read(1)], "not_additive", id="means"),
        pytest.param(target(None), whole(target(None)), [read(1)], "measure_unknown", id="no measure"),
        pytest.param(target(), whole(target(unit="hộ")), [read(1)], "units_differ", id="households to people"),
        pytest.param(target(), whole(target(unit=None)), [read(1)], "unit_missing", id="a part without a unit"),
        pytest.param(
            target("ratio", "%"), whole(target("ratio", "%"), denominator="own"), [read(1)], "shares", id="own wholes"
        ),
        pytest.param(
            target(), whole(target()), [Reading(YEAR, relative_change=Decimal(3))], "other_basis", id="percent"
        ),
        pytest.param(
            target(), whole(target(), target()), [read(6 * 10**30), read(6 * 10**30)], "out_of_bounds", id="too large"
        ),
    ],
)
def test_what_does_not_add_is_refused(
    some: Target, division: Breakdown, readings: list[Reading | None], code: str
) -> None:
    """Nothing is left out to make a sum: every reason says what to do instead."""
    refused = reading_from_parts(some, division, readings, YEAR)
    assert isinstance(refused, Refusal)
    assert refused.code == code
    assert refused.message("vi") != refused.message("en")
