"""Places and times that share something, in one sum."""

from datetime import date
from typing import Any

import pytest

from govplan import aggregate
from govplan.aggregation import Aggregate, Why
from govplan.errors import AggregationError
from govplan.model import Breakdown, Goal, Indicator, Organization, Plan, Target
from govplan.values import Jurisdiction, Level, Period

JOBS = Indicator("Việc làm tăng thêm", id="new-jobs", unit="người", measure="flow", polarity="higher")
POOR = Indicator("Số hộ nghèo", id="poor-households", unit="hộ", measure="stock", polarity="lower")
ISSUER = Organization("UBND")
DAI_LOC = Jurisdiction("506", "Đại Lộc", "district", within="49")
AI_NGHIA = Jurisdiction("20505", "Ái Nghĩa", "commune", within="506")
SOMEWHERE = Jurisdiction("999", "Nơi nào đó", "district")


def plan(
    id: str,
    where: str | Jurisdiction,
    goal: Goal,
    *,
    year: int | Period = 2023,
    indicator: Indicator = JOBS,
    **more: Any,
) -> Plan:
    period = Period.year(year) if isinstance(year, int) else year
    unit = Jurisdiction.in_force(where, period.start) if isinstance(where, str) else where
    return Plan(id, "Kế hoạch", ISSUER, unit, period, targets=[Target("t", indicator, goal, **more)])


def only(*plans: Plan, **options: Any) -> Aggregate:
    [group] = aggregate(plans, **options)
    return group


NEW_DA_NANG = Jurisdiction.in_force("48", date(2025, 7, 1))
FIRST, SECOND = Goal.at_least(10), Goal.at_least(3)
PAIRS = {
    "a-province-and-its-district": (
        plan("p", "VN-27", FIRST),
        plan("d", DAI_LOC, SECOND),
        ("indicator", "period"),
        r"d/t \(huyện Đại Lộc, 2023\) and p/t \(tỉnh Quảng Nam, 2023\): huyện Đại Lộc lies in tỉnh Quảng Nam",
    ),
    "a-province-and-a-commune-two-levels-below": (
        plan("p", "VN-27", FIRST),
        plan("c", AI_NGHIA, SECOND),
        ("indicator", "period"),
        r"xã Ái Nghĩa lies in",
    ),
    "the-country-and-a-province": (
        plan("n", "VN", FIRST),
        plan("p", "VN-27", SECOND),
        ("indicator", "period"),
        r"tỉnh Quảng Nam lies in Việt Nam",
    ),
    "an-old-province-and-its-successor": (
        plan("p", "VN-27", FIRST, year=2025),
        plan("s", NEW_DA_NANG, SECOND, year=2025),
        ("indicator", "period"),
        r"tỉnh Quảng Nam became thành phố Đà Nẵng",
    ),
    "a-year-and-its-span": (
        plan("p", "VN-27", FIRST, year=Period.years(2021, 2025)),
        plan("y", "VN-27", SECOND),
        ("indicator",),
        r"2023 lies in 2021-2025",
    ),
    "periods-that-share-days": (
        plan("p", "VN-27", FIRST, year=Period.years(2021, 2023)),
        plan("y", "VN-27", SECOND, year=Period.years(2023, 2025)),
        ("indicator",),
        r"2021-2023 and 2023-2025 share days",
    ),
    "one-thing-in-two-plans": (
        plan("p", "VN-27", FIRST),
        plan("q", "VN-27", SECOND),
        ("indicator", "period"),
        r"p/t \(tỉnh Quảng Nam, 2023\) and q/t \(tỉnh Quảng Nam, 2023\): one place and one period",
    ),
}


@pytest.mark.parametrize(("one", "two", "by", "message"), PAIRS.values(), ids=PAIRS)
def test_what_overlaps_is_an_error_that_names_the_pair(one: Plan, two: Plan, by: tuple[str, ...], message: str) -> None:
    """Nothing is counted twice: the call is refused, in both languages, whichever comes first."""
    third = plan("506-of-no-matter", DAI_LOC, Goal.at_least(1), indicator=POOR)
    for plans in ((one, two, third), (third, two, one)):
        with pytest.raises(AggregationError, match=message) as caught:
            aggregate(plans, by=by)
        assert "found 1 that would be counted twice; leave one of each pair out" in str(caught.value)
        assert "gặp 1 cặp bị tính hai lần" in caught.value.message("vi")


def test_every_pair_is_named() -> None:
    """Three pairs in two groups come in one message."""
    plans = [plan("a", "VN-27", FIRST), plan("b", "VN-27", FIRST), plan("c", DAI_LOC, SECOND), plan("d", "VN", SECOND)]
    with pytest.raises(AggregationError, match=r"found 6 that would") as caught:
        aggregate(plans)
    assert str(caught.value).count("\n- ") == 6


def test_a_plan_given_twice_overlaps_itself() -> None:
    """The same plan once more is the same target once more."""
    one = plan("p", "VN-27", FIRST)
    with pytest.raises(
        AggregationError, match=r"- p \(tỉnh Quảng Nam, 2023\) and p \(tỉnh Quảng Nam, 2023\)"
    ) as caught:
        aggregate([one, one], by=("indicator", "jurisdiction", "period"))
    assert caught.value.code == "overlap"


def test_what_stays_apart_does_not_overlap() -> None:
    """By place, a province and its district stand beside each other; by period, a year and its span do."""
    groups = aggregate(
        [plan("p", "VN-27", FIRST), plan("d", DAI_LOC, SECOND)], by=("indicator", "jurisdiction", "period")
    )
    assert [str(group.goal) for group in groups] == ["ít nhất 10", "ít nhất 3"]
    spans = aggregate([plan("p", "VN-27", FIRST, year=Period.years(2021, 2025)), plan("y", "VN-27", SECOND)])
    assert len(spans) == 2


def test_a_link_makes_two_statements_one() -> None:
    """A district's target that contributes to its province's counts once: the province's figure stands."""
    part = plan("d", DAI_LOC, SECOND, contributes_to=["p-jobs"])
    whole = Plan(
        "p", "K", ISSUER, Jurisdiction.in_force("49", date(2023, 1, 1)), Period.year(2023),
        targets=[Target("p-jobs", JOBS, FIRST)],
    )  # fmt: skip
    found = aggregate([part, whole])
    assert found.groups[0].goal == FIRST
    [left] = found.left_out
    assert (left.plan_id, left.refusal.why) == ("d", Why.COUNTED_ONCE)
    assert "p/p-jobs holds it already" in left.refusal.message("en")


def test_what_a_holder_in_words_holds_counts_itself() -> None:
    """A province that only says "more jobs" has no figure; its districts' figures are the sum."""
    whole = Plan(
        "p", "K", ISSUER, Jurisdiction.in_force("49", date(2023, 1, 1)), Period.year(2023),
        targets=[Target("p-jobs", JOBS, Goal.in_words("tăng thêm việc làm"))],
    )  # fmt: skip
    found = aggregate([plan("d", DAI_LOC, SECOND, contributes_to=["p-jobs"]), whole])
    assert found.groups[0].goal == SECOND


def test_links_in_a_circle_connect_nothing() -> None:
    """Two targets that hold each other are still two that overlap."""
    one = plan("p", "VN-27", FIRST, contributes_to=["u"])
    other = Plan(
        "q", "K", ISSUER, one.jurisdiction, one.period, targets=[Target("u", JOBS, SECOND, contributes_to=["t"])]
    )
    with pytest.raises(AggregationError, match="one place and one period"):
        aggregate([one, other])


def test_an_allocation_connects_a_whole_with_the_plans_it_names() -> None:
    """What a province allocates to a district holds the district's own target; by place the own one stands."""
    allotted = Target("t-dai-loc", JOBS, Goal.at_least(4), jurisdiction=DAI_LOC)
    province = plan("p", "VN-27", FIRST, breakdowns=[Breakdown("allocation", [allotted])])
    district = plan("d", DAI_LOC, SECOND)
    found = aggregate([province, district])
    assert found.groups[0].goal == FIRST
    assert [(left.target_id, left.refusal.why) for left in found.left_out] == [
        ("t", Why.COUNTED_ONCE),
        ("t-dai-loc", Why.COUNTED_ONCE),
    ]
    apart = aggregate([province, district], by=("indicator", "jurisdiction"))
    assert [str(group.goal) for group in apart] == ["ít nhất 10", "ít nhất 3"]
    alone = aggregate([province], by=("indicator", "jurisdiction"))
    assert [str(group.goal) for group in alone] == ["ít nhất 10", "ít nhất 4"]


def test_a_part_on_its_wholes_indicator_is_in_the_whole() -> None:
    """Parts by sex that name the whole's own indicator are not added to it."""
    parts = [Target("men", JOBS, Goal.at_least(6)), Target("women", JOBS, Goal.at_least(4))]
    found = aggregate([plan("p", "VN-27", FIRST, breakdowns=[Breakdown("partition", parts)])])
    assert found.groups[0].goal == FIRST
    assert [left.target_id for left in found.left_out] == ["men", "women"]


def test_units_of_two_levels_add_only_where_they_are_known_to_lie_apart() -> None:
    """A district of another province adds to a province; one that does not say where it lies does not."""
    elsewhere = Jurisdiction("490", "Hòa Vang", "district", within="48")
    assert only(plan("p", "VN-27", FIRST), plan("d", elsewhere, SECOND)).goal == Goal.at_least(13)
    group = only(plan("p", "VN-27", FIRST), plan("d", SOMEWHERE, SECOND))
    assert group.refusal is not None
    assert (group.goal, group.refusal.why) == (None, Why.LEVELS_MIXED)


def test_a_level_brings_up_what_lies_below() -> None:
    """By province, districts become their provinces; what lies in none that is known is left out."""
    other = Jurisdiction("507", "Điện Bàn", "district", within="49")
    plans = [plan("a", DAI_LOC, FIRST), plan("b", other, SECOND), plan("c", "VN-29", SECOND)]
    found = aggregate(
        [*plans, plan("x", SOMEWHERE, FIRST), plan("n", "VN", FIRST)], by=("indicator", "period", "province")
    )
    assert [(str(group.jurisdictions[0]), str(group.goal)) for group in found] == [
        ("tỉnh Quảng Nam", "ít nhất 13"),
        ("tỉnh Quảng Ngãi", "ít nhất 3"),
    ]
    assert [(left.plan_id, left.refusal.why) for left in found.left_out] == [
        ("n", Why.ABOVE_LEVEL),
        ("x", Why.LEVEL_UNKNOWN),
    ]
    with pytest.raises(AggregationError, match="lies in"):
        aggregate([*plans, plan("p", "VN-27", FIRST)], by=("indicator", "period", "province"))


def test_flows_add_over_consecutive_years() -> None:
    """2021 to 2023 make one figure; with a gap there is none, and it says between what."""
    years = [plan(f"y{year}", "VN-27", Goal.at_least(year - 2020), year=year) for year in (2021, 2022, 2023)]
    group = only(*years, by=("indicator",))
    assert (group.goal, group.period, str(group.coverage)) == (Goal.at_least(6), Period.years(2021, 2023), "3/3")
    gap = only(years[0], years[2], by=("indicator",))
    assert gap.refusal is not None
    assert (gap.goal, gap.refusal.message("en")[:70]) == (
        None,
        "periods of new-jobs do not follow one another: found 2021, then 2023; ",
    )


def test_a_span_adds_to_the_years_of_another_place() -> None:
    """One province by years, another at once: both fill the time, so they add; half of it does not."""
    years = [plan(f"y{year}", "VN-27", Goal.at_least(1), year=year) for year in range(2021, 2026)]
    span = plan("s", "VN-29", Goal.at_least(10), year=Period.years(2021, 2025))
    assert only(*years, span, by=("indicator",)).goal == Goal.at_least(15)
    short = only(*years[:3], span, by=("indicator",))
    assert short.refusal is not None
    assert short.refusal.why is Why.PERIODS_APART


def test_a_missing_year_of_one_place_shows_in_the_coverage() -> None:
    """Of two provinces over two years one figure lacks: the sum is of three of four."""
    plans = [plan("a", "VN-27", FIRST, year=2022), plan("b", "VN-27", FIRST), plan("c", "VN-29", FIRST)]
    group = only(*plans, by=("indicator",))
    assert (group.goal, str(group.coverage), group.coverage.missing) == (
        Goal.at_least(30),
        "3/4",
        ("tỉnh Quảng Ngãi 2022",),
    )


def test_stocks_take_the_last_figure_over_time() -> None:
    """Households at the end of 2023 are those of 2023, whatever 2022 asked for; who has none for 2023 is missing."""
    plans = [
        plan("a", "VN-27", Goal.reduce_to(9000), year=2022, indicator=POOR),
        plan("b", "VN-27", Goal.reduce_to(7000), indicator=POOR),
        plan("c", "VN-29", Goal.reduce_to(500), indicator=POOR),
        plan("d", "VN-31", Goal.reduce_to(99), year=2022, indicator=POOR),
    ]
    group = only(*plans, by=("indicator",))
    assert (group.goal, str(group.coverage), group.coverage.missing) == (
        Goal.reduce_to(7500),
        "2/3",
        ("tỉnh Bình Định",),
    )
    assert [one.plan_id for one in group.contributions] == ["b", "c"]


def test_changes_of_a_stock_do_not_add_over_time() -> None:
    """The levels of a stock are not added over years, so its changes are not either."""
    group = only(
        plan("a", "VN-27", Goal.reduce_by(3000), year=2022, indicator=POOR),
        plan("b", "VN-27", Goal.reduce_by(2000), indicator=POOR),
        by=("indicator",),
    )
    assert group.refusal is not None
    assert (group.goal, group.refusal.why) == (None, Why.CHANGES_OVER_TIME)


@pytest.mark.parametrize("measure", ["mean", "index"])
def test_means_and_indices_are_refused_over_time(measure: str) -> None:
    """Two years' averages make no average without knowing of how many."""
    mean = Indicator("Bình quân", id="x", unit="điểm", measure=measure)
    plans = [plan(f"y{year}", "VN-27", Goal.exactly(5), year=year, indicator=mean) for year in (2022, 2023)]
    group = only(*plans, by=("indicator",), weights={"VN-27": 1})
    assert group.refusal is not None
    assert (group.goal, group.refusal.why) == (None, Why.NOT_OVER_TIME)


def test_a_change_of_territory_is_refused_unless_a_day_is_named() -> None:
    """Quảng Nam and Đà Nẵng of 2024 and the new Đà Nẵng of 2026 add once a day says whose units to use."""
    plans = [
        plan("q", "VN-27", Goal.at_least(1), year=2024),
        plan("d", "48", Goal.at_least(2), year=2024),
        plan("q25", "VN-27", Goal.at_least(4), year=2025),
        plan("d25", "48", Goal.at_least(8), year=2025),
        plan("n", "48", Goal.at_least(16), year=2026),
    ]
    group = only(*plans, by=("indicator",))
    assert group.refusal is not None
    assert (group.goal, group.refusal.why) == (None, Why.TERRITORY_CHANGED)
    brought = only(*plans, by=("indicator", "jurisdiction"), territory=date(2025, 7, 1))
    assert (brought.goal, [str(unit) for unit in brought.jurisdictions]) == (Goal.at_least(31), ["thành phố Đà Nẵng"])
    assert str(brought.coverage) == "5/5"
    less = only(*plans[1:], by=("indicator", "jurisdiction"), territory=date(2025, 7, 1))
    assert (str(less.coverage), less.coverage.missing) == ("4/5", ("tỉnh Quảng Nam 2024",))


def test_a_split_territory_is_never_apportioned() -> None:
    """Đắk Lắk of 2003 was divided in 2004: its figure is left out, not shared out."""
    [old] = [row for row in (Jurisdiction.in_force("X10@1996-01-01", date(2003, 1, 1)),) if row.level is Level.PROVINCE]
    found = aggregate(
        [plan("o", old, FIRST, year=2003), plan("n", "66", SECOND, year=2004)],
        by=("indicator", "jurisdiction"),
        territory=date(2010, 1, 1),
    )
    assert [str(group.goal) for group in found] == ["ít nhất 3"]
    [left] = found.left_out
    assert (left.plan_id, left.refusal.why) == ("o", Why.TERRITORY_SPLIT)
