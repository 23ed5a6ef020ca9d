"""Stated figures against their parts, bound by bound; *not* here: what rules say of a difference."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import Bound, Comparison, Reason, Side, compare_parts, compare_to_whole, slack_of
from govplan.model import Breakdown, Goal, Indicator, Target
from govplan.testing import goals, numbers
from govplan.values import Unit
from govplan.values.number import exact_sum

AMOUNTS = numbers(min_value=0, max_digits=12, max_decimals=4)
DECIMALS = numbers(min_value=0, max_digits=12, max_decimals=6)
SOME_AMOUNTS = st.lists(AMOUNTS, min_size=1, max_size=6)


def target(goal: Goal, unit: str | Unit | None = "người", measure: str = "flow") -> Target:
    return Target("some", Indicator("Số lao động có việc làm", unit=unit, measure=measure), goal)


def floor(amount: Decimal | int | str, unit: str | Unit | None = "người", measure: str = "flow") -> Target:
    return target(Goal.at_least(amount), unit, measure)


def compare(whole: Target, *parts: Target, relation: str = "partition", denominator: str = "same") -> Comparison:
    return compare_parts(whole, Breakdown(relation, parts, denominator=denominator))


def within(whole: Target, part: Target, denominator: str = "same") -> Comparison:
    return compare_to_whole(whole, part, Breakdown("subset", [part], denominator=denominator))


def quantum(amounts: list[Decimal]) -> Decimal:
    """Return one step of the last digit that any of the amounts has after its point."""
    return Decimal(1).scaleb(min(0, *(int(amount.as_tuple().exponent) for amount in amounts)))


# --- bounds --------------------------------------------------------------------------------


def test_a_floor_is_held_against_the_sum_of_floors() -> None:
    """4.000 and 20.000 make 24.000; of 25.000 they leave 1.000 unexplained."""
    sound = compare(floor(24000), floor(4000), floor(20000))
    assert sound == Comparison((Bound(Side.LOWER, Decimal(24000), Decimal(24000), Decimal(0)),))
    assert sound.bounds[0].holds

    [bound] = compare(floor(25000), floor(4000), floor(20000)).bounds
    assert (bound.difference, bound.holds) == (1000, False)
    [bound] = compare(floor(23000), floor(4000), floor(20000)).bounds
    assert (bound.difference, bound.holds) == (-1000, False)


def test_each_bound_is_compared_apart() -> None:
    """Of a range the lower bounds may agree while the upper ones do not."""
    lower, upper = compare(
        target(Goal.between(1500, 1700)), target(Goal.between(500, 600)), target(Goal.between(1000, 1050))
    ).bounds
    assert (lower.side, lower.difference, lower.holds) == (Side.LOWER, 0, True)
    assert (upper.side, upper.difference, upper.holds) == (Side.UPPER, 50, False)


@pytest.mark.parametrize(
    ("whole", "parts", "sides"),
    [
        (Goal.between(10, 20), [Goal.at_least(4), Goal.at_least(6)], [Side.LOWER]),
        (Goal.between(10, 20), [Goal.at_most(12), Goal.between(0, 8)], [Side.UPPER]),
        (Goal.at_most(20), [Goal.at_most(12), Goal.below(8)], [Side.UPPER]),
        (Goal.reduce_by(3000), [Goal.reduce_by(1000), Goal.reduce_by(2000)], [Side.UPPER]),
        (Goal.exactly(10), [Goal.exactly(4), Goal.about(6)], [Side.LOWER, Side.UPPER]),
    ],
)
def test_only_bounds_that_all_have_are_compared(whole: Goal, parts: list[Goal], sides: list[Side]) -> None:
    """A bound that one part lacks has no sum, and nothing is made up for it."""
    comparison = compare(target(whole), *map(target, parts))
    assert [bound.side for bound in comparison.bounds] == sides
    assert all(bound.holds for bound in comparison.bounds)


@pytest.mark.parametrize("relation", ["partition", "allocation"])
def test_partitions_and_allocations_add_alike(relation: str) -> None:
    """What is divided by kind and what is divided among provinces both have to come to the whole."""
    [bound] = compare(floor(10), floor(4), floor(5), relation=relation).bounds
    assert (bound.total, bound.difference) == (9, 1)


# --- what is not compared ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whole", "part", "reason"),
    [
        pytest.param(target(Goal.in_words("Đạt chuẩn")), floor(5), Reason.WORDS, id="a whole in words"),
        pytest.param(floor(5), target(Goal.in_words("Đạt chuẩn")), Reason.WORDS, id="a part in words"),
        pytest.param(floor(5), target(Goal.increase_by(5)), Reason.BASES, id="a level and a change"),
        pytest.param(
            target(Goal.reduce_by_percent(4)), target(Goal.reduce_by_percent(4)), Reason.RELATIVE, id="percent of what"
        ),
        pytest.param(floor(5), floor(5, "hộ"), Reason.UNITS, id="people and households"),
        pytest.param(floor(5, "%"), floor(5, "điểm %"), Reason.UNITS, id="percent and points"),
        pytest.param(floor(5), floor(5, None), Reason.NO_UNIT, id="a part without a unit"),
        pytest.param(floor(5, None), floor(5), Reason.NO_UNIT, id="a whole without a unit"),
        pytest.param(floor(5), target(Goal.at_most(5)), Reason.NO_COMMON_BOUND, id="a floor and a ceiling"),
        pytest.param(
            floor(5, Unit("bộ ba", "person", Decimal(3))), floor(16), Reason.NO_COMMON_BOUND, id="thirds have no end"
        ),
    ],
)
def test_what_cannot_be_compared_has_a_reason(whole: Target, part: Target, reason: Reason) -> None:
    """Parts and wholes of different kinds give no bounds, but say why, whichever way they are compared."""
    assert compare(whole, part) == within(whole, part) == Comparison(reason=reason)


def test_words_weigh_more_than_units() -> None:
    """Of several reasons the one that no mending of the others would lift is given."""
    assert compare(target(Goal.in_words("Đạt"), "hộ"), floor(1)).reason is Reason.WORDS
    assert compare(target(Goal.increase_by(1), "hộ"), floor(1)).reason is Reason.BASES


def test_without_any_unit_figures_are_compared_as_they_stand() -> None:
    """Units that are left out everywhere are taken to be the same."""
    assert compare(floor(10, None), floor(4, None), floor(6, None)).bounds[0].holds


@pytest.mark.parametrize("measure", ["mean", "index"])
def test_means_and_indices_never_add(measure: str) -> None:
    """The mean of a whole is no sum of means, and says nothing of how large one of them may be."""
    whole, part = floor(100, "điểm", measure), floor(50, "điểm", measure)
    assert compare(whole, part).reason is Reason.NOT_ADDITIVE
    assert within(whole, part).reason is Reason.NOT_ADDITIVE
    assert compare(whole, part, relation="subset").bounds[0].difference == 50


@pytest.mark.parametrize(("unit", "measure"), [("%", "ratio"), ("%", "stock"), ("ca/vạn dân", "ratio")])
def test_shares_add_over_one_denominator_only(unit: str, measure: str) -> None:
    """Shares of the whole's own denominator add; shares of their own, or of provinces, need weights."""
    whole, one, two = (floor(amount, unit, measure) for amount in (71, 40, 31))
    assert compare(whole, one, two).bounds[0].holds
    assert compare(whole, one, two, denominator="own").reason is Reason.OWN_DENOMINATORS
    assert compare(whole, one, two, relation="allocation").reason is Reason.OWN_DENOMINATORS
    assert within(whole, one, "own").reason is Reason.OWN_DENOMINATORS
    assert within(whole, one).bounds[0].difference == 31


def test_counts_have_no_denominator() -> None:
    """What is said of the denominators of counts means nothing, and changes nothing."""
    assert compare(floor(10), floor(10), denominator="own").bounds[0].holds
    assert within(floor(10), floor(4), "own").bounds[0].difference == 6


# --- one part within its whole -------------------------------------------------------------


def test_a_part_is_held_against_both_bounds_of_its_whole() -> None:
    """What a part asks for at least must fit under the ceiling, and should not make the floor idle."""
    lower, upper = within(target(Goal.between(60, 75), "%", "ratio"), floor(80, "%", "ratio")).bounds
    assert (lower.side, lower.stated, lower.total, lower.difference) == (Side.LOWER, 60, 80, -20)
    assert (upper.side, upper.stated, upper.total, upper.difference) == (Side.UPPER, 75, 80, -5)


def test_a_part_without_a_floor_asks_for_nothing() -> None:
    """A ceiling on a part can be kept whatever the whole is."""
    assert within(floor(71), target(Goal.at_most(80))).reason is Reason.NO_COMMON_BOUND


def test_changes_of_parts_are_not_bounded_by_the_change_of_the_whole() -> None:
    """One part may grow by more than the whole when another shrinks."""
    assert within(target(Goal.increase_by(5)), target(Goal.increase_by(8))).reason is Reason.NOT_ADDITIVE


def test_decimals_explain_nothing_within_a_whole() -> None:
    """A part is compared with its whole as printed: there is no sum whose roundings could pile up."""
    [bound] = within(floor("71.0"), floor("71.04")).bounds
    assert (bound.difference, bound.slack, bound.holds) == (Decimal("-0.04"), 0, False)


# --- slack ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "holds"), [("71.2", False), ("71.3", True), ("71.5", True), ("71.6", False), ("71", False)]
)
def test_decimals_explain_half_a_digit_each(stated: str, holds: bool) -> None:
    """40,3 + 31,1 is 71,4; three roundings explain 0,15 of difference, and with a whole number for the whole, 0,10."""
    [bound] = compare(floor(stated, "%"), floor("40.3", "%"), floor("31.1", "%")).bounds
    assert bound.slack == Decimal("0.15") if "." in stated else Decimal("0.10")
    assert bound.holds is holds


@given(st.lists(numbers(min_value=0, max_digits=20, max_decimals=0), max_size=8))
def test_counts_have_no_slack(counts: list[Decimal]) -> None:
    """Whole numbers are exact, however many there are."""
    assert slack_of(counts) == 0


@given(SOME_AMOUNTS, SOME_AMOUNTS)
def test_slack_adds_up(one: list[Decimal], other: list[Decimal]) -> None:
    """Each figure brings its own slack, whatever stands beside it."""
    assert slack_of(one + other) == slack_of(one) + slack_of(other) == slack_of([*other, *one])


@given(st.integers(1, 20), st.integers(0, 10**9))
def test_a_decimal_brings_half_of_its_last_digit(decimals: int, digits: int) -> None:
    """A figure printed with n decimals is at most 5 in the next one away from what was rounded."""
    assert slack_of([Decimal(digits).scaleb(-decimals)]) == Decimal(5).scaleb(-decimals - 1)


# --- steps of units ------------------------------------------------------------------------


def test_thousands_and_ones_are_brought_together() -> None:
    """24 nghìn người are 4.000 người and 20 nghìn người, told in the unit of the whole."""
    [bound] = compare(floor(24, "nghìn người"), floor(4000), floor(20, "nghìn người")).bounds
    assert (bound.stated, bound.total, bound.holds) == (24, 24, True)
    [bound] = compare(floor(24000), floor(4, "nghìn người"), floor(20001)).bounds
    assert (bound.total, bound.difference, bound.holds) == (24001, -1, False)


def test_people_stay_exact_when_they_are_told_in_thousands() -> None:
    """One person too many is not explained by the decimals that thousands would need."""
    [bound] = compare(floor(24, "nghìn người"), floor(4000), floor(20001)).bounds
    assert (bound.difference, bound.slack, bound.holds) == (Decimal("-0.001"), 0, False)


def test_rounded_thousands_stay_rounded_when_they_are_told_in_people() -> None:
    """4,0 nghìn may be 4.049 people; two such figures explain a difference of 100, and not of 101."""
    parts = floor("4.0", "nghìn người"), floor("20.0", "nghìn người")
    assert [compare(floor(whole), *parts).bounds[0].holds for whole in (24100, 24101)] == [True, False]


@given(SOME_AMOUNTS, AMOUNTS, st.sampled_from(["người", "nghìn người", "triệu người"]))
def test_the_unit_of_a_part_changes_nothing(amounts: list[Decimal], stated: Decimal, unit: str) -> None:
    """Each part may be written in steps of its own: difference and slack stay, told in the whole's unit."""
    step = Unit.parse(unit).scale
    whole = floor(stated, "nghìn người")
    plain = compare(whole, *[floor(amount, "nghìn người") for amount in amounts])
    other = compare(whole, *[floor(_in_steps(amount * 1000, step), unit) for amount in amounts])
    assert [bound.difference for bound in other.bounds] == [bound.difference for bound in plain.bounds]


def _in_steps(amount: Decimal, step: Decimal) -> Decimal:
    return amount.scaleb(-step.adjusted())


# --- laws ----------------------------------------------------------------------------------


@given(st.lists(DECIMALS, min_size=1, max_size=6))
def test_a_whole_that_is_the_sum_of_its_parts_holds(amounts: list[Decimal]) -> None:
    """Whatever the parts are, their exact sum is a whole that agrees with them."""
    [bound] = compare(floor(exact_sum(amounts)), *map(floor, amounts)).bounds
    assert bound.difference == 0
    assert bound.holds


@given(SOME_AMOUNTS, st.integers(0, 10**6), st.sampled_from([1, -1]))
def test_a_whole_that_is_off_by_more_than_the_slack_does_not_hold(amounts: list[Decimal], more: int, sign: int) -> None:
    """The first step beyond what roundings explain, and every one after it, is a difference; the one before is none."""
    step, total = quantum(amounts), exact_sum(amounts)
    slack = slack_of([*amounts, step])
    explained = slack // step
    for steps, holds in ((explained, True), (explained + 1 + more, False)):
        [bound] = compare(floor(total + sign * steps * step), *map(floor, amounts)).bounds
        assert bound.slack == slack
        assert bound.difference == sign * steps * step
        assert bound.holds is holds


@given(st.data(), st.sampled_from(["partition", "allocation"]))
def test_the_order_of_parts_never_matters(data: st.DataObject, relation: str) -> None:
    """Parts of any kind, sound or not, are compared to the same end in any order."""
    values = numbers(max_digits=12, max_decimals=4)
    units = st.sampled_from(["người", "nghìn người", "hộ", "%", None])
    measures = st.sampled_from(["flow", "stock", "ratio", "mean"])
    drawn = st.builds(target, goals(values=values), units, measures)
    whole, parts = data.draw(drawn), data.draw(st.lists(drawn, min_size=1, max_size=5))
    shuffled = data.draw(st.permutations(parts))
    assert compare(whole, *shuffled, relation=relation) == compare(whole, *parts, relation=relation)


@given(AMOUNTS, AMOUNTS)
def test_a_part_fits_exactly_when_its_floor_is_no_higher(whole: Decimal, part: Decimal) -> None:
    """Compared with a ceiling, the difference is what is left of it, and negative where nothing is."""
    [bound] = within(target(Goal.at_most(whole)), floor(part)).bounds
    assert bound.difference == whole - part
    assert (bound.difference >= 0) is (part <= whole)


@given(SOME_AMOUNTS)
def test_bounds_are_compared_whatever_the_goals_say_besides(amounts: list[Decimal]) -> None:
    """Strictness, direction and the mark of an approximate value move no printed figure."""
    total = exact_sum(amounts)
    strict = [target(Goal.above(amount)) for amount in amounts]
    assert compare(target(Goal.above(total)), *strict) == compare(floor(total), *map(floor, amounts))
    about = [target(evolve(Goal.about(amount), tolerance=Decimal(1))) for amount in amounts]
    assert [bound.holds for bound in compare(target(Goal.about(total)), *about).bounds] == [True, True]
