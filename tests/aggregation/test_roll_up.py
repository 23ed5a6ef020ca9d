"""A whole computed from its parts, beside what is stated of it."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan import roll_up
from govplan.aggregation import RollUp, Why
from govplan.errors import AggregationError
from govplan.model import Breakdown, Goal, Indicator, Measure, Observation, Organization, Plan, Target
from govplan.testing import numbers, targets
from govplan.values import Jurisdiction, Period

PLACES = Indicator("Tuyển sinh", id="enrolment", unit="người", measure="flow", polarity="higher")
SHARE = Indicator("Tỷ lệ lao động qua đào tạo", id="trained-rate", unit="%", measure="ratio")
YEAR = Period.year(2023)


def part(id: str, goal: Goal, indicator: Indicator = PLACES, **more: Any) -> Target:
    return Target(id, indicator, goal, **more)


def whole(
    goal: Goal, *parts: Target, indicator: Indicator = PLACES, relation: str = "partition", **more: Any
) -> Target:
    return Target("whole", indicator, goal, breakdowns=[Breakdown(relation, parts, **more)])


def why(found: RollUp) -> Why | None:
    if found.refusal is None:
        return None
    assert (found.computed, found.quotients, found.bounds) == (None, None, ())
    return found.refusal.why


def test_stated_and_computed_stand_side_by_side() -> None:
    """24.000 of 4.000 and 20.000 is balanced; of 4.000 and 19.000 a thousand is missing, bound by bound."""
    good = roll_up(whole(Goal.at_least(24000), part("a", Goal.at_least(4000)), part("b", Goal.at_least(20000))))
    assert (good.computed, good.imbalance, good.is_balanced) == (Goal.at_least(24000), 0, True)
    short = roll_up(whole(Goal.between(24, 30), part("a", Goal.between(4, 10)), part("b", Goal.between(19, 20))))
    assert [(bound.side.value, bound.difference) for bound in short.bounds] == [("lower", 1), ("upper", 0)]
    assert (short.imbalance, short.is_balanced) == (1, False)


@pytest.mark.parametrize("relation", ["subset", "overlap"])
def test_subsets_and_overlaps_are_never_added(relation: str) -> None:
    """Women within the trained are not added to the trained, nor poor households to near-poor ones."""
    found = roll_up(whole(Goal.at_least(71), part("a", Goal.at_least(31)), relation=relation))
    assert why(found) is Why.SUBSET
    assert f"found {relation}; read the whole's own figure" in (found.refusal.message("en") if found.refusal else "")


@pytest.mark.parametrize(
    ("indicator", "more", "reason"),
    [
        (SHARE, {"denominator": "own"}, Why.SHARES),
        (SHARE, {"relation": "allocation"}, Why.SHARES),
        (Indicator("Thu nhập", unit="triệu đồng", measure="mean"), {}, Why.NOT_ADDITIVE),
        (Indicator("Chỉ số", unit="điểm", measure="index"), {}, Why.NOT_ADDITIVE),
        (Indicator("Gì đó", unit="người"), {}, Why.MEASURE_UNKNOWN),
    ],
    ids=["own-denominators", "shares-of-places", "mean", "index", "no-measure"],
)
def test_what_is_not_additive_is_refused(indicator: Indicator, more: dict[str, Any], reason: Why) -> None:
    """Shares of different wholes, means and indices of parts make no whole by adding."""
    parts = [part(id, Goal.exactly(30), indicator) for id in "ab"]
    assert why(roll_up(whole(Goal.exactly(60), *parts, indicator=indicator, **more))) is reason


def test_shares_of_one_denominator_add() -> None:
    """31 % and 40 % of the same whole are 71 % of it."""
    parts = [part("a", Goal.at_least(31), SHARE), part("b", Goal.at_least(40), SHARE)]
    assert roll_up(whole(Goal.at_least(71), *parts, indicator=SHARE)).is_balanced is True


def test_shares_of_own_denominators_take_weights_or_both_sides() -> None:
    """Weights by part make a mean; numerators and denominators in the plan make the quotient without any."""
    town, land = (
        Indicator(f"Tỷ lệ {name}", unit="%", measure="ratio", numerator=f"{name}-over", denominator=f"{name}-under")
        for name in ("town", "land")
    )
    parts = [part("town", Goal.exactly(50), town), part("land", Goal.exactly(20), land)]
    share = whole(Goal.exactly(30), *parts, indicator=SHARE, denominator="own")
    found = roll_up(share, weights={"town": 1, "land": 2})
    assert (found.quotients, found.computed and found.computed.lower, found.imbalance) == (
        (Fraction(30), Fraction(30)),
        30,
        0,
    )
    assert why(roll_up(share, weights={"town": 1})) is Why.WEIGHT_MISSING
    assert why(roll_up(share, weights={"town": 1, "land": -1})) is Why.WEIGHT_NEGATIVE
    counts = {"town-over": 50, "town-under": 100, "land-over": 40, "land-under": 200}
    sides = [
        Target(id, Indicator(id, id=id, unit="người", measure="stock"), Goal.exactly(n)) for id, n in counts.items()
    ]
    place = Jurisdiction.in_force("VN-27", YEAR.start)
    plan = Plan("p", "K", Organization("U"), place, YEAR, targets=[share, *sides])
    assert roll_up(share, plan=plan).quotients == (Fraction(30), Fraction(30))


@pytest.mark.parametrize(
    ("missing", "computed"), [("refuse", None), ("present", Goal.at_least(4)), ("as_zero", Goal.at_least(4))]
)
def test_a_missing_part_refuses_the_whole_unless_asked(missing: Any, computed: Goal | None) -> None:
    """Within a breakdown a part in words leaves nothing to say, until a policy is named; the coverage tells anyway."""
    found = roll_up(
        whole(Goal.at_least(9), part("a", Goal.at_least(4)), part("b", Goal.in_words("x"))), missing=missing
    )
    assert found.computed == computed
    assert (str(found.coverage), found.coverage.missing) == ("1/2", ("b",))
    assert why(found) is (Why.VALUE_MISSING if missing == "refuse" else None)


def test_parts_may_be_in_steps_of_other_units() -> None:
    """2 nghìn and 500 make 2.500; people and households make nothing."""
    thousands = Indicator("a", unit="nghìn người", measure="flow")
    homes = Indicator("a", unit="hộ", measure="flow")
    found = roll_up(whole(Goal.at_least(2500), part("a", Goal.at_least(2), thousands), part("b", Goal.at_least(500))))
    assert (found.computed, found.imbalance) == (Goal.at_least(2500), 0)
    found = roll_up(whole(Goal.at_least(2500), part("a", Goal.at_least(2), homes), part("b", Goal.at_least(500))))
    assert why(found) is Why.UNITS_DIFFER


def test_results_roll_up_like_goals() -> None:
    """Measured parts add up beside the measured whole; a part without a result is computed from its own parts."""
    inner = Target(
        "b", PLACES, Goal.at_least(1),
        breakdowns=[Breakdown("partition", [part("b1", Goal.at_least(1)), part("b2", Goal.at_least(1))])],
    )  # fmt: skip
    target = whole(Goal.at_least(9), part("a", Goal.at_least(4)), inner)
    results = [
        Observation(id, period=YEAR, value=value) for id, value in (("whole", 10), ("a", 4), ("b1", 2), ("b2", 3))
    ]
    found = roll_up(target, observations=results)
    assert (found.of, found.stated and found.stated.lower, found.value, found.imbalance) == ("actual", 10, 9, 1)
    assert why(roll_up(target, observations=results[:3])) is Why.VALUE_MISSING
    late = [*results, Observation("a", period=Period.year(2022), value=1)]
    with pytest.raises(AggregationError, match=r"results of 2 times: found no horizon that says which; give period"):
        roll_up(target, observations=late)
    assert roll_up(target, observations=late, period=YEAR).value == 9


def test_slips_in_the_call_are_told() -> None:
    """A target without parts, a breakdown of another one and an unknown word are refused."""
    lone = part("a", Goal.at_least(4))
    with pytest.raises(AggregationError, match=r"nothing to add up: a has no breakdown"):
        roll_up(lone)
    with pytest.raises(AggregationError, match=r"a breakdown of another target: whole has none like it"):
        roll_up(whole(Goal.at_least(4), lone), Breakdown("overlap", [lone]))
    with pytest.raises(AggregationError, match=r"unknown word for missing: found 'skip'"):
        roll_up(whole(Goal.at_least(4), lone), missing="skip")  # type: ignore[arg-type]


@given(targets(max_depth=3), st.sampled_from(["refuse", "present", "as_zero"]))
def test_any_target_rolls_up_or_says_why(target: Target, missing: Any) -> None:
    """Of any breakdown there is a figure or a reason, never both and never neither."""
    for breakdown in target.breakdowns:
        found = roll_up(target, breakdown, missing=missing)
        assert (found.computed is None and found.quotients is None) == (found.refusal is not None)
        assert found.refusal is None or found.refusal.message("vi")


@given(
    st.lists(numbers(max_digits=10, max_decimals=2), min_size=1, max_size=5), st.sampled_from([Measure.FLOW, "stock"])
)
def test_parts_that_are_a_whole_sum_to_it(values: list[Decimal], measure: Any) -> None:
    """Whatever the figures, a whole stated as their sum is balanced, whichever order the parts stand in."""
    what = Indicator("Gì đó", unit="người", measure=measure)
    parts = [part(f"p-{index}", Goal.exactly(value), what) for index, value in enumerate(values)]
    total = sum(map(Fraction, values))
    for order in (parts, parts[::-1]):
        found = roll_up(whole(Goal.exactly(sum(values, Decimal(0))), *order, indicator=what))
        assert found.computed is not None
        assert found.computed.lower is not None
        assert Fraction(found.computed.lower) == total
        assert found.is_balanced is True
