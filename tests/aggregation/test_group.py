"""Laws of adding over plans, whatever the plans."""

from collections.abc import Iterable
from datetime import date
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction
from random import Random

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan import Aggregation, aggregate
from govplan.aggregation import Aggregate
from govplan.errors import AggregationError
from govplan.model import Basis, Goal, Indicator, Measure, Observation, Organization, Plan, Target
from govplan.testing import goals, numbers, plans
from govplan.testing.circumstances import shipped_jurisdictions
from govplan.values import Jurisdiction, Level, Period, Unit

ISSUER = Organization("UBND tỉnh")
PROVINCES = [
    unit for unit in shipped_jurisdictions() if unit.level is not Level.COUNTRY and unit.is_in_force(date(2023, 1, 1))
]
AMOUNTS = numbers(max_digits=12, max_decimals=3)
MEASURES = st.sampled_from(Measure)
BASES = st.sampled_from((Basis.LEVEL, Basis.LEVEL, Basis.CHANGE, Basis.TEXT))


def indicator(id: str, measure: Measure | None = Measure.FLOW, unit: str = "nghìn người") -> Indicator:
    return Indicator(f"Chỉ tiêu {id}", id=id, unit=unit, measure=measure)


def plan_of(unit: Jurisdiction, wanted: Iterable[tuple[Indicator, Goal]], year: int = 2023) -> Plan:
    targets = [Target(f"t-{index}", what, goal) for index, (what, goal) in enumerate(wanted)]
    return Plan(f"p-{unit.code}-{year}", "Kế hoạch", ISSUER, unit, Period.year(year), targets=targets)


@st.composite
def plan_sets(draw: st.DrawFn, measures: st.SearchStrategy[Measure] = MEASURES, most: int = 5) -> list[Plan]:
    """Draw plans of different provinces and years on a few indicators."""
    known = [indicator(id, draw(measures)) for id in ("a", "b", "c")]
    units = draw(st.lists(st.sampled_from(PROVINCES), min_size=1, max_size=most, unique_by=lambda unit: unit.code))
    return [
        # A tolerance may have any digits, and sums of such go beyond the bounds of a number.
        plan_of(
            unit,
            [(what, evolve(draw(goals(basis=draw(BASES), values=AMOUNTS)), tolerance=None)) for what in chosen],
            year,
        )
        for unit in units
        for year in draw(st.sampled_from(((2023,), (2022, 2023))))
        if (chosen := draw(st.lists(st.sampled_from(known), unique_by=lambda what: what.id)))
    ]


def shown(found: Aggregation) -> list[tuple[object, ...]]:
    """Return all that a reader sees of an aggregation."""
    return [
        (group, group.name, group.coverage.missing, group.contributions, group.jurisdictions) for group in found.groups
    ] + [(left,) for left in found.left_out]


WEIGHTS = {unit.code: index % 3 for index, unit in enumerate(PROVINCES)}
BY = st.sampled_from((("indicator", "period"), ("indicator",), ("indicator", "jurisdiction"), ("province",)))
MISSING = st.sampled_from(("present", "refuse", "as_zero"))


@given(plan_sets(), st.randoms(use_true_random=False), BY, MISSING, st.booleans())
def test_the_order_of_plans_never_matters(
    given_plans: list[Plan], chance: Random, by: tuple[str, ...], missing: str, has_weights: bool
) -> None:
    """Whatever the order, the same groups in the same order, with the same figures, refusals, names and coverage."""
    shuffled = list(given_plans)
    chance.shuffle(shuffled)
    weights = WEIGHTS if has_weights else None
    one, two = (aggregate(some, by=by, missing=missing, weights=weights) for some in (given_plans, shuffled))
    assert shown(one) == shown(two)


@given(st.lists(plans(max_targets=2), max_size=4), BY, MISSING, st.booleans())
def test_any_plans_are_added_or_refused(some: list[Plan], by: tuple[str, ...], missing: str, actual: bool) -> None:
    """Of any plans there is an answer, or an error that names what overlaps; what is refused carries no figure."""
    try:
        found = aggregate(some, by=by, missing=missing, of="actual" if actual else "goal")
    except AggregationError as caught:
        error = caught
        found = None
    if found is None:
        assert str(error).startswith("what overlaps may not be added")
        return
    for group in found.groups:
        figures = [one for one in (group.goal, group.value, group.quotients) if one is not None]
        assert bool(figures) != (group.refusal is not None)
        assert group.coverage.present <= group.coverage.expected
        assert len(group.coverage.missing) == group.coverage.expected - group.coverage.present
        assert group.refusal is None or (group.refusal.message("en") and group.refusal.message("vi"))
    assert all(left.refusal.message("vi") for left in found.left_out)


ADDED = st.sampled_from((Measure.FLOW, Measure.STOCK))


@given(plan_sets(measures=ADDED))
def test_sums_are_those_of_goals(given_plans: list[Plan]) -> None:
    """A group has the sum that its goals have one by one, or none where they have none."""
    for group in aggregate(given_plans).groups:
        wanted = [one.goal for one in group.contributions]
        try:
            total = Goal.total(tuple(wanted)) if wanted else None
        except AggregationError:
            total = None
        assert group.goal == total


@given(plan_sets(measures=ADDED), st.integers(0, 5))
def test_a_whole_equals_its_parts(given_plans: list[Plan], cut: int) -> None:
    """The sums of two halves, added, are the sum of all: grouping never matters."""
    whole = aggregate(given_plans)
    halves = [aggregate(half) for half in (given_plans[:cut], given_plans[cut:])]
    for group in whole.groups:
        parts = [half.get(group.id, period=group.period) for half in halves]
        totals = [part.goal for part in parts if part is not None and part.goal is not None]
        if group.goal is None or len(totals) < sum(bool(part and part.contributions) for part in parts):
            continue
        assert Goal.total(tuple(totals)) == group.goal


@given(plan_sets(measures=ADDED))
def test_a_partition_then_the_country_equals_the_country(given_plans: list[Plan]) -> None:
    """Provinces first and then all of them is all of them at once."""
    apart = aggregate(given_plans, by=("indicator", "jurisdiction", "period"))
    for group in aggregate(given_plans).groups:
        parts = [one.goal for one in apart.groups if (one.id, one.period) == (group.id, group.period) and one.goal]
        if group.goal is not None:
            assert Goal.total(tuple(parts)) == group.goal


@given(plan_sets(), st.sampled_from(PROVINCES), st.sampled_from("abc"), st.booleans())
def test_a_plan_without_a_value_changes_coverage_alone(
    given_plans: list[Plan], unit: Jurisdiction, id: str, has_weights: bool
) -> None:
    """With `missing="present"` a plan that says nothing in numbers leaves every figure as it is."""
    assume(all(one.jurisdiction != unit for one in given_plans))
    known = {target.indicator.id: target.indicator for one in given_plans for target in one.targets}
    assume(id in known)
    more = plan_of(unit, [(known[id], Goal.in_words("phấn đấu tăng"))])
    weights = WEIGHTS if has_weights else None
    before, after = (aggregate(some, weights=weights) for some in (given_plans, [*given_plans, more]))
    for group in before.groups:
        same = after.get(group.id, period=group.period)
        assert same is not None
        assert evolve(same, coverage=group.coverage, warnings=group.warnings) == group
        assert (same.coverage.present, same.coverage.expected) == (group.coverage.present, group.coverage.expected + 1)
        assert str(unit) in same.coverage.missing


@given(plan_sets(measures=ADDED), st.sampled_from(("người", "triệu người", "vạn người")))
def test_scaling_units_commutes_with_summing(given_plans: list[Plan], symbol: str) -> None:
    """Figures in other steps of a unit add up to the same amount."""
    old, new = Unit.parse("nghìn người"), Unit.parse(symbol)

    def scaled(goal: Goal) -> Goal:
        if goal.interval is None:
            return goal
        lower, upper = (
            None if bound is None else bound * old.scale * _reciprocal(new.scale) for bound in (goal.lower, goal.upper)
        )
        interval = evolve(goal.interval, lower=lower, upper=upper)
        factor = old.scale * _reciprocal(new.scale)
        return evolve(goal, interval=interval, tolerance=None if goal.tolerance is None else goal.tolerance * factor)

    moved = [
        evolve(
            one,
            targets=[
                evolve(target, indicator=evolve(target.indicator, unit=new), goal=scaled(target.goal))
                for target in one.targets
            ],
        )
        for one in given_plans
    ]
    for before, after in zip(aggregate(given_plans).groups, aggregate(moved).groups, strict=True):
        assert (before.goal is None) == (after.goal is None)
        if before.goal is not None:
            assert after.goal == scaled(before.goal)


def _reciprocal(scale: Decimal) -> Decimal:
    """Return 1 over a power of ten."""
    return Decimal((0, (1,), -scale.adjusted()))


@given(plan_sets(), st.booleans())
def test_no_operation_rounds(given_plans: list[Plan], has_weights: bool) -> None:
    """Every sum is that of exact fractions, even where whoever calls has a context of two digits that traps."""
    with localcontext(Context(prec=2, traps=[Inexact])):
        found = aggregate(given_plans, weights=WEIGHTS if has_weights else None)
    for group in found.groups:
        if group.quotients is not None or group.goal is None:
            continue
        for side in ("lower", "upper"):
            bound = getattr(group.goal, side)
            if bound is not None:
                assert Fraction(bound) == sum(Fraction(getattr(one.goal, side)) for one in group.contributions)


def test_many_plans_sum_as_few_do() -> None:
    """Of 200 communes every figure is in the sum, and a goal that is unlike the others changes the way, not the sum."""
    flow = indicator("a")
    communes = [Jurisdiction(f"{number:05d}", f"Xã {number}", "commune", within="49") for number in range(200)]
    some = [plan_of(unit, [(flow, Goal.between(number, 2 * number))]) for number, unit in enumerate(communes)]
    [group] = aggregate(some).groups
    assert group.goal is not None
    assert (group.goal.lower, group.goal.upper, group.coverage.present) == (19900, 39800, 200)
    about = plan_of(Jurisdiction("99999", "Xã cuối", "commune", within="49"), [(flow, Goal.about(100))])
    [other] = aggregate([*some, about]).groups
    assert other.goal is not None
    assert (other.goal.lower, other.goal.upper, other.goal.approximate) == (20000, 39900, True)


@given(st.lists(st.tuples(AMOUNTS, st.integers(0, 10**6)), min_size=2, max_size=6))
def test_a_weighted_mean_is_exact(pairs: list[tuple[Decimal, int]]) -> None:
    """Σ w·v over Σ w, as a fraction; where decimals can hold it, as a goal as well."""
    income = indicator("income", Measure.MEAN, "triệu đồng/người")
    some = [plan_of(unit, [(income, Goal.exactly(value))]) for unit, (value, _) in zip(PROVINCES, pairs, strict=False)]
    weights = {one.id: weight for one, (_, weight) in zip(some, pairs, strict=True)}
    [group] = aggregate(some, weights=weights).groups
    whole = sum(weight for _, weight in pairs)
    if whole == 0:
        assert group.refusal is not None
        return
    mean = sum(Fraction(value) * weight for value, weight in pairs) * Fraction(1, whole)
    assert group.quotients == (mean, mean)
    assert group.goal is None or (group.goal.lower is not None and Fraction(group.goal.lower) == mean)


@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_results_add_as_points(values: list[Decimal]) -> None:
    """What was measured sums to one number, exactly."""
    flow = indicator("a")
    some = [plan_of(unit, [(flow, Goal.at_least(1))]) for unit, _ in zip(PROVINCES, values, strict=False)]
    results = {
        one.id: [Observation("t-0", period=one.period, value=value)] for one, value in zip(some, values, strict=True)
    }
    [group] = aggregate(some, of="actual", observations=results).groups
    assert isinstance(group, Aggregate)
    assert group.value is not None
    assert Fraction(group.value) == sum(map(Fraction, values))


def test_amounts_of_different_stretches_do_not_add() -> None:
    """Nine months of one province and six of another: the shorter one is left out, and the sum says how far it goes."""
    flow = indicator("a")
    some = [plan_of(unit, [(flow, Goal.at_least(1))]) for unit in PROVINCES[:2]]
    results = {
        some[0].id: [Observation("t-0", period=Period.months(2023, 1, 9), value=90)],
        some[1].id: [Observation("t-0", period=Period.months(2023, 1, 6), value=60)],
    }
    found = aggregate(some, of="actual", observations=results)
    [group] = found.groups
    assert (group.value, str(group.coverage)) == (90, "1/2")
    assert [warning.en for warning in group.warnings] == ["figures for 2023 reach to 2023-09-30 only"]
    assert [left.refusal.code for left in found.left_out] == ["part_of_time"]


def test_levels_of_different_days_add_with_a_warning() -> None:
    """A stock counted in November beside one of December: added, and said."""
    stock = indicator("a", Measure.STOCK)
    some = [plan_of(unit, [(stock, Goal.at_least(1))]) for unit in PROVINCES[:2]]
    results = {
        some[0].id: [Observation("t-0", as_of=date(2023, 12, 31), value=90)],
        some[1].id: [Observation("t-0", as_of=date(2023, 11, 30), value=60)],
    }
    [group] = aggregate(some, of="actual", observations=results).groups
    assert group.value == 150
    [warning] = group.warnings
    assert warning.en == f"the figure of {PROVINCES[1]} is of 2023-11-30, before others"


@pytest.mark.parametrize("many", [2, 60])
def test_sums_beyond_a_number_are_refused(many: int) -> None:
    """What has more digits than a number may have is told, not rounded."""
    flow = indicator("a")
    wide = [Goal.at_least(10**30), *[Goal.at_least(Decimal((0, (1,), -30)))] * (many - 1)]
    some = [plan_of(unit, [(flow, goal)]) for unit, goal in zip(PROVINCES, wide, strict=False)]
    [group] = aggregate(some).groups
    assert group.refusal is not None
    assert (group.goal, group.refusal.code) == (None, "out_of_bounds")
