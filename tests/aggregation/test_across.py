"""Figures of many plans brought together."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from govplan import Aggregate, Aggregation, aggregate
from govplan.aggregation import Why
from govplan.errors import AggregationError
from govplan.model import Baseline, Breakdown, Code, Goal, Indicator, Observation, Organization, Plan, Target
from govplan.values import Jurisdiction, Period

JOBS = Indicator("Việc làm tăng thêm", id="new-jobs", unit="người", measure="flow", polarity="higher")
POOR = Indicator("Số hộ nghèo", id="poor-households", unit="hộ", measure="stock", polarity="lower")
RATE = Indicator(
    "Tỷ lệ lao động qua đào tạo",
    id="trained-rate",
    unit="%",
    measure="ratio",
    polarity="higher",
    numerator="trained",
    denominator="labour-force",
)
TRAINED = Indicator("Lao động qua đào tạo", id="trained", unit="người", measure="stock")
FORCE = Indicator("Lực lượng lao động", id="labour-force", unit="người", measure="stock")
INCOME = Indicator("Thu nhập bình quân", id="income", unit="triệu đồng/người/năm", measure="mean", polarity="higher")
PRICES = Indicator("Chỉ số giá", id="prices", unit="%", measure="index")
ISSUER = Organization("UBND tỉnh")


def place(code: str, day: date = date(2023, 1, 1)) -> Jurisdiction:
    return Jurisdiction.in_force(code, day)


def plan(
    where: str | Jurisdiction,
    *targets: Target | tuple[Indicator, Goal],
    year: int | Period = 2023,
    id: str | None = None,
) -> Plan:
    period = Period.year(year) if isinstance(year, int) else year
    unit = place(where, period.start) if isinstance(where, str) else where
    made = [
        one if isinstance(one, Target) else Target(one[0].id or f"local-{index}", *one)
        for index, one in enumerate(targets)
    ]
    name = f"{unit.code}-{period.start.year}-{period.end.year}".lower()
    return Plan(id or f"plan-{name}", "Kế hoạch", ISSUER, unit, period, targets=made)


def only(plans: Iterable[Plan], id: str = "new-jobs", **options: Any) -> Aggregate:
    found = aggregate(plans, **options).get(id)
    assert found is not None
    return found


def why(group: Aggregate) -> Why | None:
    """Return why a group has no figure, having made sure that it then carries none."""
    if group.refusal is None:
        return None
    assert (group.goal, group.value, group.quotients) == (None, None, None)
    assert group.refusal.message("en") != group.refusal.message("vi")
    return group.refusal.why


@pytest.mark.parametrize(
    ("goals", "total"),
    [
        ([Goal.at_least(16000), Goal.at_least(14000), Goal.at_least(9000)], Goal.at_least(39000)),
        ([Goal.between(1500, 1700), Goal.at_least(100), Goal.exactly(3)], Goal.at_least(1603)),
        ([Goal.at_most(4), Goal.below(3), Goal.at_most(2)], Goal.below(9)),
        ([Goal.increase_by(5), Goal.increase_by(7), Goal.increase_by(1)], Goal.increase_by(13)),
    ],
    ids=["floors", "range-point-floor", "ceilings", "changes"],
)
def test_goals_add_as_intervals_over_places(goals: list[Goal], total: Goal) -> None:
    """Three floors make a floor, a range and a floor a floor, ceilings a ceiling, changes a change."""
    stock = Indicator("Số lượng", id="new-jobs", unit="người", measure="flow")
    codes = ("VN-27", "VN-29", "VN-31")
    group = only([plan(code, (stock, goal)) for code, goal in zip(codes, goals, strict=True)])
    assert group.goal is not None
    assert (group.goal.interval, group.goal.basis) == (total.interval, total.basis)
    assert (group.coverage.present, group.coverage.expected) == (3, 3)
    assert [unit.iso for unit in group.jurisdictions] == ["VN-27", "VN-29", "VN-31"]


def test_a_floor_and_a_ceiling_have_no_sum() -> None:
    """A ceiling is never summed as if it were a floor."""
    group = only([plan("VN-27", (JOBS, Goal.at_least(10))), plan("VN-29", (JOBS, Goal.at_most(20)))])
    assert why(group) is Why.NO_COMMON_BOUND


def test_units_of_one_dimension_meet_in_the_smallest() -> None:
    """2 nghìn người and 500 người are 2.500 người."""
    thousands = Indicator("Việc làm", id="new-jobs", unit="nghìn người", measure="flow")
    group = only([plan("VN-27", (thousands, Goal.at_least(2))), plan("VN-29", (JOBS, Goal.at_least(500)))])
    assert (str(group.unit), group.goal and group.goal.lower) == ("người", 2500)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (Indicator("Việc làm", id="new-jobs", unit="hộ", measure="flow"), Why.UNITS_DIFFER),
        (Indicator("Việc làm", id="new-jobs", unit="người", measure="stock"), Why.DEFINITIONS_DIFFER),
        (Indicator("Việc làm", id="new-jobs", unit="người", measure="flow", polarity="lower"), Why.DEFINITIONS_DIFFER),
    ],
    ids=["households-and-people", "measure", "polarity"],
)
def test_definitions_are_checked_before_values(other: Indicator, reason: Why) -> None:
    """One id for two things is refused, and the refusal names both."""
    group = only([plan("VN-27", (JOBS, Goal.at_least(1))), plan("VN-29", (other, Goal.exactly(1)))])
    assert why(group) is reason


def test_two_denominators_are_two_indicators() -> None:
    """Shares whose definitions name different denominators meet nowhere, weights or not."""
    mine = Indicator("Tỷ lệ", id="rate", unit="%", measure="ratio", denominator="population")
    other = Indicator("Tỷ lệ", id="rate", unit="%", measure="ratio", denominator="labour-force")
    plans = [plan("VN-27", (mine, Goal.exactly(60))), plan("VN-29", (other, Goal.exactly(70)))]
    assert why(only(plans, "rate", weights={"VN-27": 1, "VN-29": 1})) is Why.DEFINITIONS_DIFFER


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        (RATE, Why.SHARES),
        (Indicator("Tỷ lệ", id="trained-rate", unit="%", measure="stock"), Why.SHARES),
        (INCOME, Why.NOT_ADDITIVE),
        (PRICES, Why.NOT_ADDITIVE),
        (Indicator("Gì đó", id="something", unit="người"), Why.MEASURE_UNKNOWN),
    ],
    ids=["ratio", "percent-called-a-stock", "mean", "index", "no-measure"],
)
def test_what_is_not_additive_is_refused_over_places(indicator: Indicator, reason: Why) -> None:
    """Percentages, means, indices and figures of unknown kind are never summed."""
    plans = [plan(code, (indicator, Goal.exactly(60))) for code in ("VN-27", "VN-29")]
    assert why(only(plans, indicator.id or "")) is reason


def test_one_figure_needs_no_adding() -> None:
    """What only one plan has is shown as it is, percentages too."""
    group = only([plan("VN-27", (RATE, Goal.at_least(71)))], "trained-rate")
    assert (group.goal, why(group)) == (Goal.at_least(71), None)


def test_shares_are_numerators_over_denominators() -> None:
    """Where each plan states both sides of its share, the shares meet as their sums."""
    plans = [
        plan("VN-27", (RATE, Goal.at_least(50)), (TRAINED, Goal.at_least(100)), (FORCE, Goal.exactly(200))),
        plan("VN-29", (RATE, Goal.at_least(75)), (TRAINED, Goal.at_least(300)), (FORCE, Goal.exactly(400))),
    ]
    group = only(plans, "trained-rate")
    assert group.quotients == (Fraction(200, 3), None)
    assert (group.goal, why(group)) == (None, None)


def test_a_share_that_lacks_a_side_is_weighted_or_refused() -> None:
    """With one denominator missing the quotient is no option; weights are, when they are given."""
    plans = [
        plan("VN-27", (RATE, Goal.at_least(50)), (TRAINED, Goal.at_least(100)), (FORCE, Goal.exactly(200))),
        plan("VN-29", (RATE, Goal.at_least(75)), (TRAINED, Goal.at_least(300))),
    ]
    assert why(only(plans, "trained-rate")) is Why.SHARES
    group = only(plans, "trained-rate", weights={"49": 1, "VN-29": 3})
    assert group.quotients == (Fraction(275, 4), None)
    assert group.goal == Goal.at_least("68.75")


@pytest.mark.parametrize(
    ("weights", "reason"),
    [
        ({"VN-27": 1}, Why.WEIGHT_MISSING),
        ({"VN-27": 1, "VN-29": -1}, Why.WEIGHT_NEGATIVE),
        ({"VN-27": 0, "VN-29": 0}, Why.WEIGHTS_ZERO),
    ],
)
def test_weights_are_needed_for_every_value(weights: dict[str, int], reason: Why) -> None:
    """A missing or negative weight, or none above 0, refuses the mean."""
    plans = [plan(code, (INCOME, Goal.exactly(60))) for code in ("VN-27", "VN-29")]
    assert why(only(plans, "income", weights=weights)) is reason


def test_an_indicator_may_weigh() -> None:
    """The id of an indicator stands for its figure in each plan."""
    plans = [
        plan("VN-27", (INCOME, Goal.exactly(60)), (FORCE, Goal.exactly(100))),
        plan("VN-29", (INCOME, Goal.exactly(90)), (FORCE, Goal.exactly(50))),
    ]
    group = only(plans, "income", weights="labour-force")
    assert (group.quotients, group.goal and group.goal.lower) == ((Fraction(70), Fraction(70)), 70)
    with pytest.raises(AggregationError, match=r"no weights: found no figure of 'labor-force' in any plan"):
        aggregate(plans, weights="labor-force")


def test_a_weight_without_a_value_is_told() -> None:
    """The mean is over what there is; who has a weight and no value is named beside it."""
    plans = [plan("VN-27", (INCOME, Goal.exactly(60))), plan("VN-29", (INCOME, Goal.exactly(90)))]
    plans.append(plan("VN-31", (INCOME, Goal.in_words("tăng thu nhập"))))
    group = only(plans, "income", weights={"VN-27": 1, "VN-29": 1, "VN-31": 5})
    assert group.goal is not None
    assert group.goal.lower == 75
    assert [warning.en for warning in group.warnings] == ["a weight but no value, so not in the mean: tỉnh Bình Định"]
    as_zero = only(plans, "income", weights={"VN-27": 1, "VN-29": 1, "VN-31": 3}, missing="as_zero")
    assert as_zero.quotients == (Fraction(30), Fraction(30))


def test_relative_changes_add_through_their_baselines() -> None:
    """4 % less than 50 and 10 % less than 100 are at most 138 together; without a baseline they are nothing."""
    accidents = Indicator("Tai nạn", id="accidents", unit="người", measure="flow", polarity="lower")
    mine = Target("a", accidents, Goal.reduce_by_percent(4), baseline=Baseline(50))
    other = Target("a", accidents, Goal.reduce_by_percent(10), baseline=Baseline(100))
    group = only([plan("VN-27", mine), plan("VN-29", other)], "accidents")
    assert group.goal == Goal.reduce_to(138)
    bare = Target("a", accidents, Goal.reduce_by_percent(10))
    assert why(only([plan("VN-27", mine), plan("VN-29", bare)], "accidents")) is Why.RELATIVE_WITHOUT_BASELINE


def test_levels_and_changes_meet_through_baselines_alone() -> None:
    """A reduction by 3.000 from 12.000 and a level of 5.000 are 14.000; without the baseline they do not add."""
    level = plan("VN-29", (POOR, Goal.reduce_to(5000)))
    change = Target("poor", POOR, Goal.reduce_by(3000), baseline=Baseline(12000))
    assert only([plan("VN-27", change), level], "poor-households").goal == Goal.reduce_to(14000)
    bare = Target("poor", POOR, Goal.reduce_by(3000))
    assert why(only([plan("VN-27", bare), level], "poor-households")) is Why.BASES_DIFFER


def test_goals_in_words_are_missing_and_left_out() -> None:
    """A qualitative goal adds nothing, is named in the coverage, and is listed with the reason."""
    plans = [plan("VN-27", (JOBS, Goal.at_least(10))), plan("VN-29", (JOBS, Goal.in_words("tạo thêm việc làm")))]
    found = aggregate(plans)
    group = found.groups[0]
    assert group.goal == Goal.at_least(10)
    assert (str(group.coverage), group.coverage.missing) == ("1/2", ("tỉnh Quảng Ngãi",))
    [left] = found.left_out
    assert (left.plan_id, left.target_id, left.refusal.why) == ("plan-51-2023-2023", "new-jobs", Why.WORDS)
    assert why(only(plans[1:])) is Why.WORDS


def test_who_has_no_such_target_is_missing() -> None:
    """A plan that says nothing of an indicator counts in the coverage of those that do."""
    plans = [plan("VN-27", (JOBS, Goal.at_least(10))), plan("VN-29", (POOR, Goal.reduce_to(10)))]
    assert only(plans).coverage.missing == ("tỉnh Quảng Ngãi",)
    assert why(only(plans, missing="refuse")) is Why.VALUE_MISSING
    assert only(plans, missing="as_zero").goal == Goal.at_least(10)


def test_local_indicators_meet_only_through_a_mapping() -> None:
    """Equal names bring nothing together; the mapping does, by target or by the indicator's id."""
    local = Indicator("Việc làm tăng thêm", unit="người", measure="flow")
    other = Indicator("Việc làm mới", id="jobs-created", unit="người", measure="flow")
    plans = [
        plan("VN-27", Target("t1", local, Goal.at_least(1))),
        plan("VN-29", Target("t1", local, Goal.at_least(2))),
        plan("VN-31", (other, Goal.at_least(4))),
    ]
    found = aggregate(plans)
    assert [group.id for group in found] == ["jobs-created"]
    assert {left.refusal.why for left in found.left_out} == {Why.LOCAL}
    mapping = {"plan-49-2023-2023/t1": "new-jobs", "plan-51-2023-2023/t1": "new-jobs", "jobs-created": "new-jobs"}
    assert only(plans, mapping=mapping).goal == Goal(Goal.at_least(7).basis, Goal.at_least(7).interval, "up")
    with pytest.raises(AggregationError, match=r"mapping names what no plan has: found plan-x/t1; write plan-id"):
        aggregate(plans, mapping={"plan-x/t1": "new-jobs"})


def test_a_code_in_one_list_is_one_indicator() -> None:
    """Ids may differ where the code in a common list is the same; two codes in one list contradict each other."""
    mine = Indicator("Lao động", id="b", unit="người", measure="flow", codes=[Code("nsis", "0101")])
    other = Indicator("Lao động", id="c", unit="người", measure="flow", codes=[Code("nsis", "0101")])
    bare = Indicator("Lao động", unit="người", measure="flow", codes=[Code("nsis", "0101")])
    third = Indicator("Lao động", id="b", unit="người", measure="flow", codes=[Code("nsis", "0999")])
    plans = [plan(code, (one, Goal.at_least(1))) for code, one in (("01", mine), ("04", other), ("VN-27", bare))]
    assert only(plans, "b").goal == Goal.at_least(3)
    assert why(only([*plans, plan("VN-29", (third, Goal.at_least(1)))], "b")) is Why.DEFINITIONS_DIFFER


def test_actual_figures_add_the_same_way() -> None:
    """`of="actual"` sums results; who has none is missing, and listed as such."""
    plans = [plan(code, (JOBS, Goal.at_least(10))) for code in ("VN-27", "VN-29")]
    results = {
        "plan-49-2023-2023": [Observation("new-jobs", period=Period.year(2023), value=12)],
        "plan-51-2023-2023": [Observation("new-jobs", period=Period.year(2023), value="8.5")],
    }
    group = only(plans, of="actual", observations=results)
    assert (group.value, group.goal) == (Decimal("20.5"), None)
    assert [one.value for one in group.contributions] == [12, Decimal("8.5")]
    less = aggregate(plans, of="actual", observations={"plan-49-2023-2023": results["plan-49-2023-2023"]})
    assert (less.groups[0].value, str(less.groups[0].coverage)) == (12, "1/2")
    assert [left.refusal.why for left in less.left_out] == [Why.NO_RESULT]
    assert why(only(plans, of="actual")) is Why.NO_VALUE


def test_results_are_given_by_plan() -> None:
    """A bare list serves one plan; with several, or with the id of none of them, nobody knows whose they are."""
    plans = [plan(code, (JOBS, Goal.at_least(10))) for code in ("VN-27", "VN-29")]
    results = [Observation("new-jobs", period=Period.year(2023), value=12)]
    assert only(plans[:1], of="actual", observations=results).value == 12
    with pytest.raises(AggregationError, match=r"found 2 plans and one list; give them by plan"):
        aggregate(plans, of="actual", observations=results)
    with pytest.raises(AggregationError, match=r"results of plans that were not given: found plan-x"):
        aggregate(plans, of="actual", observations={"plan-x": results})


def test_contributions_say_where_they_come_from() -> None:
    """Each has its plan, target, path, place and period, and the goal as its plan states it."""
    college = Target("college", Indicator("Cao đẳng", id="college", unit="người", measure="flow"), Goal.at_least(4000))
    whole = Target("enrolment", JOBS, Goal.at_least(24000), breakdowns=[Breakdown("subset", [college])])
    group = only([plan("VN-27", whole)], "college")
    [one] = group.contributions
    assert (one.plan_id, one.target_id, one.path) == ("plan-49-2023-2023", "college", "/targets/0/subset/0")
    assert (str(one.jurisdiction), one.period, one.goal) == ("tỉnh Quảng Nam", Period.year(2023), Goal.at_least(4000))
    assert str(group.name) == "Cao đẳng"


def test_results_are_found_by_id_period_and_place() -> None:
    """`get` answers with the one result that fits, None for none, and asks back where several do."""
    plans = [plan(code, (JOBS, Goal.at_least(1)), year=year) for code in ("VN-27", "VN-29") for year in (2022, 2023)]
    found = aggregate(plans, by=("indicator", "jurisdiction", "period"))
    assert isinstance(found, Aggregation)
    assert len(found) == 4
    one = found.get("new-jobs", period=Period.year(2022), jurisdiction="VN-27")
    assert one is found.groups[0]
    assert found.get("new-jobs", period=Period.year(2021)) is None
    with pytest.raises(AggregationError, match=r"several results of new-jobs: found 2022, tỉnh Quảng Nam; 2022, tỉnh"):
        found.get("new-jobs")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"of": "plan"}, r"unknown word for of: found 'plan'; write one of goal, actual"),
        ({"missing": "skip"}, r"unknown word for missing: found 'skip'"),
        ({"by": ("region",)}, r"unknown word for by: found 'region'; write one of indicator, jurisdiction, period"),
        ({"by": ("jurisdiction", "province")}, r"places stay apart in one way"),
    ],
)
def test_slips_in_the_call_are_told(options: dict[str, Any], message: str) -> None:
    """A word that means nothing is refused, with those that do."""
    with pytest.raises(AggregationError, match=message):
        aggregate([], **options)


def test_no_plans_make_no_groups() -> None:
    """Nothing comes of nothing."""
    assert aggregate([]).groups == ()
