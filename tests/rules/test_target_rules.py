"""GP2xx: do the figures hold together, each rule from both sides; *not* here: sums themselves."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan.model import Baseline, Breakdown, Goal, Indicator, Organization, Plan, Target
from govplan.rules import Finding, NotChecked, Report, Severity, check
from govplan.testing import numbers
from govplan.values import Jurisdiction, Level, Period, Unit
from govplan.values.number import exact_sum

AMOUNTS = numbers(min_value=0, max_digits=12, max_decimals=2)
PERCENTAGES = numbers(min_value=0, max_value=100, max_decimals=2)


def target(
    id: str, goal: Goal, unit: str | Unit | None = "người", measure: str | None = "flow", **fields: object
) -> Target:
    return Target(id, Indicator("Việc làm", unit=unit, measure=measure), goal, **fields)


def floor(id: str, amount: Decimal | int | str, unit: str | None = "người", measure: str | None = "flow") -> Target:
    return target(id, Goal.at_least(amount), unit, measure)


def divided(relation: str, whole: Target, *parts: Target, denominator: str = "same") -> Target:
    """Return a whole and its parts, each with a place or a denominator of its own where the relation asks for one."""
    if relation == "allocation":
        parts = tuple(evolve(part, jurisdiction=district(number)) for number, part in enumerate(parts))
    if denominator == "own":
        parts = tuple(evolve(part, indicator=evolve(part.indicator, denominator="lao động nữ")) for part in parts)
    return Target(
        whole.id, whole.indicator, whole.goal, breakdowns=[Breakdown(relation, parts, denominator=denominator)]
    )


def district(number: int) -> Jurisdiction:
    return Jurisdiction(f"50{number}", f"Tân Lập {number}", Level.DISTRICT, within="49")


def checked(*targets: Target) -> Report:
    quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    return check(Plan("p", "Kế hoạch", Organization("Sở"), quang_nam, Period.year(2023), targets=targets))


def only(*targets: Target) -> Finding:
    """Return the one finding of targets."""
    [finding] = checked(*targets).findings
    return finding


def missed(*targets: Target) -> NotChecked:
    """Return the one thing that could not be checked of targets in which nothing is wrong."""
    report = checked(*targets)
    assert report.findings == ()
    [not_checked] = report.not_checked
    return not_checked


def looked_at(report: Report, code: str) -> int:
    return next(checked.count for checked in report.checked if checked.code == code)


WORDS = Goal.in_words("Đạt chuẩn")
LESS_4_PERCENT = Goal.reduce_by_percent(4)


# --- GP201 ---------------------------------------------------------------------------------


def test_parts_that_add_up_are_sound() -> None:
    """24.000 = 4.000 + 20.000 gives no finding, and nothing is left unchecked."""
    report = checked(divided("partition", floor("all", 24000), floor("college", 4000), floor("short", 20000)))
    assert (report.findings, report.not_checked, looked_at(report, "GP201")) == ((), (), 1)


def test_parts_that_do_not_add_up_are_found_at_the_partition() -> None:
    """The finding says what is stated, what the parts make, and the difference of the two."""
    finding = only(divided("partition", floor("all", 24000), floor("college", 4500), floor("short", 20000)))
    assert (finding.code, finding.severity, finding.path) == ("GP201", Severity.ERROR, "/targets/0/partition")
    assert (finding.expected, finding.found, finding.difference) == (24000, 24500, -500)
    assert finding.message("en") == (
        "parts do not add up (lower bounds): 24,000 người stated, 24,500 found in the parts, -500 apart; "
        "mend the wrong figure, or use subset if the parts do not exhaust the whole"
    )
    assert finding.message("vi") == (
        "các bộ phận không cộng thành tổng (cận dưới): tổng ghi 24.000 người, cộng được 24.500, lệch -500; "
        "hãy sửa số sai, hoặc dùng subset nếu các bộ phận không chia hết"
    )


@given(st.lists(AMOUNTS, min_size=1, max_size=4), AMOUNTS, st.sampled_from(["người", "tỷ đồng", "giường"]))
def test_any_imbalance_beyond_rounding_is_found(amounts: list[Decimal], stated: Decimal, unit: str) -> None:
    """Whatever the figures are, the one finding says exactly by how much they fail."""
    parts = [floor(f"part-{index}", amount, unit) for index, amount in enumerate(amounts)]
    total = exact_sum(amounts)
    assume(abs(stated - total) > Decimal("0.05") * (len(amounts) + 1))
    finding = only(divided("partition", floor("all", stated, unit), *parts))
    assert (finding.code, finding.path) == ("GP201", "/targets/0/partition")
    assert (finding.expected, finding.found, finding.difference) == (stated, total, stated - total)
    report = checked(divided("partition", floor("all", total, unit), *parts))
    assert (report.findings, report.not_checked) == ((), ())


def test_both_bounds_are_findings_of_their_own() -> None:
    """A range whose parts fail at both ends is told so twice, each time with its side."""
    whole, part = target("all", Goal.between(10, 20)), target("some", Goal.between(11, 19))
    lower, upper = checked(divided("partition", whole, part)).findings
    assert {lower.path, upper.path} == {"/targets/0/partition"}
    assert (lower.difference, upper.difference) == (-1, 1)
    assert ("lower bounds" in lower.message("en"), "upper bounds" in upper.message("en")) == (True, True)
    assert ("cận dưới" in lower.message("vi"), "cận trên" in upper.message("vi")) == (True, True)


def test_figures_without_a_unit_are_told_without_one() -> None:
    """No blank stands where the unit would be, and a percent sign stands at its number."""
    none, percent = (
        checked(divided("partition", floor("all", 5, unit, "stock"), floor("some", 4, unit, "stock"))).findings[0]
        for unit in (None, "%")
    )
    assert "(lower bounds): 5 stated, 4 found" in none.message("en")
    assert "tổng ghi 5%, cộng được 4" in percent.message("vi")


@pytest.mark.parametrize(
    ("whole", "part", "reason"),
    [
        pytest.param(target("a", WORDS), target("b", WORDS), "words", id="words"),
        pytest.param(floor("a", 5), target("b", Goal.increase_by(5)), "bases", id="bases"),
        pytest.param(target("a", LESS_4_PERCENT), target("b", LESS_4_PERCENT), "relative", id="relative"),
        pytest.param(floor("a", 5), target("b", Goal.at_most(5)), "no_common_bound", id="no common bound"),
        pytest.param(floor("a", 5, "điểm", "mean"), floor("b", 5, "điểm", "mean"), "not_additive", id="means"),
        pytest.param(floor("a", 5, "điểm", "index"), floor("b", 5, "điểm", "index"), "not_additive", id="indices"),
    ],
)
def test_partitions_that_cannot_be_added_are_said_to_be_unchecked(whole: Target, part: Target, reason: str) -> None:
    """What cannot be compared is no fault and no silence: it stands under what was not checked, with its reason."""
    found = missed(divided("partition", whole, part))
    assert (found.code, found.path, found.reason) == ("GP201", "/targets/0/partition", reason)
    assert found.message("vi") != found.message("en") != ""


def test_shares_over_their_own_denominators_are_not_added() -> None:
    """Unemployment of women and of men does not make unemployment."""
    parts = floor("women", 3, "%", "ratio"), floor("men", 3, "%", "ratio")
    found = missed(divided("partition", floor("all", 3, "%", "ratio"), *parts, denominator="own"))
    assert (found.code, found.path, found.reason) == ("GP201", "/targets/0/breakdowns/0", "own_denominators")
    assert found.message("en") == "shares of different denominators compare only with weights"
    assert found.message("vi") == "tỷ lệ trên các mẫu số khác nhau chỉ so được khi có quyền số"


def test_units_that_differ_are_a_finding_and_the_sum_is_unchecked() -> None:
    """People and households are told by the rule of units; the rule of sums says that it did not look."""
    report = checked(divided("partition", floor("a", 5), floor("b", 5, "hộ")))
    assert [(finding.code, finding.path) for finding in report.findings] == [
        ("GP204", "/targets/0/partition/0/indicator")
    ]
    assert [(found.code, found.reason) for found in report.not_checked] == [("GP201", "units")]


def test_a_unit_on_one_side_only_leaves_the_sum_unchecked() -> None:
    """The part without a unit is found; whether the figures add up is not said."""
    report = checked(divided("partition", floor("a", 5), floor("b", 5, None)))
    assert [(finding.code, finding.path) for finding in report.findings] == [
        ("GP206", "/targets/0/partition/0/indicator")
    ]
    assert [(found.code, found.reason) for found in report.not_checked] == [("GP201", "no_unit")]


# --- GP202, GP203 --------------------------------------------------------------------------


@pytest.mark.parametrize("relation", ["subset", "overlap"])
def test_a_part_that_fits_is_sound(relation: str) -> None:
    """31% within 71%, with ceiling or floor, gives no finding; what fills the whole just fits."""
    for whole in (Goal.at_least(71), Goal.at_most(71), Goal.exactly(71)):
        for amount in (31, 71):
            report = checked(divided(relation, target("a", whole, "%", "ratio"), floor("b", amount, "%", "ratio")))
            assert (report.findings, report.not_checked) == ((), ())


@pytest.mark.parametrize("relation", ["subset", "overlap"])
def test_a_part_beyond_the_ceiling_is_impossible(relation: str) -> None:
    """At least 80 cannot lie within at most 71: an error, at the part."""
    whole = target("a", Goal.at_most(71), "%", "ratio")
    finding = only(divided(relation, whole, floor("b", 80, "%", "ratio")))
    assert (finding.code, finding.severity, finding.path) == ("GP202", Severity.ERROR, f"/targets/0/{relation}/0")
    assert (finding.expected, finding.found, finding.difference) == (71, 80, 9)
    assert finding.message("en") == (
        "part beyond its whole: the part asks for 80%, the whole allows 71, 9 too much; "
        "mend the wrong figure or the relation"
    )
    assert finding.message("vi") == (
        "bộ phận vượt tổng thể: bộ phận cần 80%, tổng thể nhiều nhất 71, quá 9; hãy sửa số sai hoặc quan hệ"
    )


@pytest.mark.parametrize("relation", ["subset", "overlap"])
def test_a_part_beyond_the_floor_leaves_it_idle(relation: str) -> None:
    """At least 80 within at least 71 is possible, but one figure is likely a slip: a warning, at the part."""
    finding = only(divided(relation, floor("a", 71, "%", "ratio"), floor("b", 80, "%", "ratio")))
    assert (finding.code, finding.severity, finding.path) == ("GP203", Severity.WARNING, f"/targets/0/{relation}/0")
    assert (finding.expected, finding.found, finding.difference) == (71, 80, 9)
    assert finding.message("en") == (
        "part asks for more than its whole: at least 80% in the part, 71 in the whole, 9 more; "
        "check both figures and the denominator"
    )
    assert finding.message("vi") == (
        "bộ phận đòi nhiều hơn tổng thể: bộ phận ít nhất 80%, tổng thể ít nhất 71, hơn 9; hãy kiểm tra hai số và mẫu số"
    )


@given(PERCENTAGES, PERCENTAGES, st.booleans())
def test_a_subset_is_found_exactly_when_it_asks_for_more(whole: Decimal, part: Decimal, ceiling: bool) -> None:
    """Every pair of figures gives one finding of the right rule, or none."""
    goal = Goal.at_most(whole) if ceiling else Goal.at_least(whole)
    report = checked(divided("subset", target("a", goal, "%", "ratio"), floor("b", part, "%", "ratio")))
    expected = [("GP202" if ceiling else "GP203", whole, part, part - whole)] if part > whole else []
    assert [
        (finding.code, finding.expected, finding.found, finding.difference) for finding in report.findings
    ] == expected


def test_subsets_are_never_added() -> None:
    """Two subsets that make more than the whole together fit each on its own: they may share."""
    report = checked(divided("subset", floor("a", 71), floor("b", 60), floor("c", 50)))
    assert (report.findings, report.not_checked) == ((), ())


def test_parts_of_a_partition_are_held_to_their_sum_alone() -> None:
    """A part larger than its whole makes one finding, that of the sum, not three."""
    assert only(divided("partition", target("a", Goal.exactly(5)), target("b", Goal.at_least(8)))).code == "GP201"
    report = checked(divided("partition", floor("a", 5), floor("b", 8)))
    assert (looked_at(report, "GP202"), looked_at(report, "GP203")) == (0, 0)


def test_allocations_may_exceed_the_whole() -> None:
    """Districts may be asked for more than the province: that is a reserve, and no slip."""
    report = checked(divided("allocation", floor("a", 5), floor("b", 8), floor("c", 4)))
    assert (report.findings, report.not_checked) == ((), ())
    assert looked_at(report, "GP208") == 1


@given(allocated=st.lists(AMOUNTS, min_size=1, max_size=4), missing=numbers(min_value=1, max_digits=12))
def test_allocations_that_fall_short_are_found_by_how_much(allocated: list[Decimal], missing: Decimal) -> None:
    """Whatever is allocated, the rest of the whole is named; allocating it removes the finding."""
    total = exact_sum(allocated)
    parts = [floor(f"part-{index}", amount) for index, amount in enumerate(allocated)]
    whole = floor("whole", exact_sum((total, missing)))
    finding = only(divided("allocation", whole, *parts))
    assert (finding.code, finding.severity, finding.path) == ("GP208", Severity.WARNING, "/targets/0/allocation")
    assert (finding.expected, finding.found, finding.difference) == (whole.goal.lower, total, missing)
    assert checked(divided("allocation", whole, *parts, floor("rest", missing))).findings == ()


def test_allocations_of_a_ceiling_are_not_checked() -> None:
    """Ceilings have no floor to reach, and that is said."""
    found = missed(divided("allocation", target("a", Goal.at_most(5)), target("b", Goal.at_most(2))))
    assert (found.code, found.path, found.reason) == ("GP208", "/targets/0/allocation", "no_common_bound")


@pytest.mark.parametrize("relation", ["subset", "overlap"])
@pytest.mark.parametrize(
    ("whole", "part", "reason"),
    [
        pytest.param(floor("a", 5), target("b", WORDS), "words", id="words"),
        pytest.param(floor("a", 5), target("b", Goal.increase_by(5)), "bases", id="bases"),
        pytest.param(target("a", LESS_4_PERCENT), target("b", LESS_4_PERCENT), "relative", id="relative"),
        pytest.param(floor("a", 5), target("b", Goal.at_most(5)), "no_common_bound", id="no common bound"),
        pytest.param(floor("a", 5, "điểm", "mean"), floor("b", 9, "điểm", "mean"), "not_additive", id="means"),
        pytest.param(target("a", Goal.increase_by(5)), target("b", Goal.increase_by(9)), "not_additive", id="changes"),
    ],
)
def test_parts_that_cannot_be_compared_are_said_once(relation: str, whole: Target, part: Target, reason: str) -> None:
    """Two rules look at a part and its whole; that they cannot judge is said by one of them."""
    found = missed(divided(relation, whole, part))
    assert (found.code, found.path, found.reason) == ("GP202", f"/targets/0/{relation}/0", reason)
    assert found.message("vi") != found.message("en") != ""


def test_a_share_of_its_own_denominator_is_not_bounded() -> None:
    """Unemployment of the young may well be above that of all."""
    found = missed(divided("subset", floor("all", 4, "%", "ratio"), floor("young", 9, "%", "ratio"), denominator="own"))
    assert (found.code, found.path, found.reason) == ("GP202", "/targets/0/breakdowns/0/parts/0", "own_denominators")


# --- GP204 ---------------------------------------------------------------------------------


@pytest.mark.parametrize("relation", ["partition", "subset", "overlap", "allocation"])
def test_steps_of_one_kind_are_alike(relation: str) -> None:
    """Thousands of people are people, however the whole is divided."""
    report = checked(divided(relation, floor("a", 5000), floor("b", 5, "nghìn người")))
    assert (report.findings, report.not_checked) == ((), ())


@pytest.mark.parametrize("relation", ["partition", "subset", "overlap", "allocation"])
def test_other_kinds_are_found_at_the_part(relation: str) -> None:
    """A part in households of a whole in people is an error, whatever the figures are."""
    finding, *more = checked(divided(relation, floor("a", 5), floor("b", 5, "hộ"))).findings
    assert more == []
    assert (finding.code, finding.severity, finding.path) == (
        "GP204",
        Severity.ERROR,
        f"/targets/0/{relation}/0/indicator",
    )
    assert (finding.expected, finding.found, finding.difference) == ("người", "hộ", None)
    assert finding.message("en") == (
        "units of different kinds: the whole in người, the part in hộ; mend the unit or separate the targets"
    )
    assert finding.message("vi") == (
        "đơn vị khác loại: tổng thể tính bằng người, bộ phận bằng hộ; hãy sửa đơn vị hoặc tách chỉ tiêu"
    )


# --- GP205 ---------------------------------------------------------------------------------


@given(PERCENTAGES, PERCENTAGES)
def test_shares_from_0_to_100_are_sound(one: Decimal, other: Decimal) -> None:
    """Every share that there can be gives no finding."""
    report = checked(target("a", Goal.between(*sorted((one, other))), "%", "ratio"))
    assert report.findings == ()
    assert looked_at(report, "GP205") == 1


@pytest.mark.parametrize(
    ("amount", "limit", "difference"), [("100.01", 100, "0.01"), ("-3", 0, "3"), ("710", 100, "610")]
)
def test_shares_that_cannot_be_are_found_at_the_goal(amount: str, limit: int, difference: str) -> None:
    """Below 0 and above 100 there is no share; the finding says which limit is broken, and by how much."""
    finding = only(floor("a", amount, "%", "ratio"))
    assert (finding.code, finding.severity, finding.path) == ("GP205", Severity.ERROR, "/targets/0/goal")
    assert (finding.expected, finding.found, finding.difference) == (limit, Decimal(amount), Decimal(difference))
    english, vietnamese = finding.message("en"), finding.message("vi")
    assert english.startswith(f"percentage out of range: found {amount}, the limit is {limit}; mend the figure, or the")
    assert vietnamese.startswith(
        f"phần trăm ngoài khoảng: gặp {amount.replace('.', ',')}, giới hạn {limit}; hãy sửa số"
    )


def test_each_bound_that_cannot_be_is_a_finding() -> None:
    """Of a range with both ends outside both are told."""
    low, high = checked(target("a", Goal.between(-1, 101), "%", "ratio")).findings
    assert (low.found, low.expected, high.found, high.expected) == (-1, 0, 101, 100)


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(floor("a", 108, "%", "index"), id="an index against 100"),
        pytest.param(floor("a", 120, "%", None), id="a measure that is not stated"),
        pytest.param(floor("a", 120, "người", "ratio"), id="a ratio that is no percentage"),
        pytest.param(target("a", Goal.reduce_by("0.75"), "%", "ratio"), id="a fall by points"),
        pytest.param(target("a", Goal.increase_by_percent(250)), id="growth beyond the double"),
        pytest.param(target("a", Goal.reduce_by_percent(100)), id="a fall to nothing"),
    ],
)
def test_what_is_no_share_may_exceed_100(sound: Target) -> None:
    """Only ratios in percent have the limits of shares."""
    assert checked(sound).findings == ()


@given(numbers(min_value="100.01", max_value=10**9, max_decimals=2))
def test_nothing_falls_by_more_than_itself(percent: Decimal) -> None:
    """A relative fall beyond 100% is found, in any unit and in none."""
    finding = only(target("a", Goal.reduce_by_percent(percent), None))
    assert (finding.code, finding.path) == ("GP205", "/targets/0/goal")
    assert (finding.expected, finding.found, finding.difference) == (-100, -percent, percent - 100)


@pytest.mark.parametrize(("start", "limit"), [("100.5", 100), ("-1", 0)])
def test_a_share_starts_where_shares_can_be(start: str, limit: int) -> None:
    """A baseline is a share as well, and is found at its own place; one of a count is not asked."""
    share = target("a", Goal.in_words("Tăng"), "%", "ratio", baseline=Baseline(start))
    finding = only(share)
    assert (finding.code, finding.path) == ("GP205", "/targets/0/baseline")
    assert (finding.expected, finding.found) == (limit, Decimal(start))
    assert checked(target("a", Goal.in_words("Tăng"), baseline=Baseline(start))).findings == ()


# --- GP206 ---------------------------------------------------------------------------------


@pytest.mark.parametrize("goal", [LESS_4_PERCENT, Goal.increase_by_percent(8), WORDS])
def test_relative_goals_and_words_need_no_unit(goal: Goal) -> None:
    """The article's accident frequency has none, and none is asked for."""
    assert checked(target("a", goal, None)).findings == ()


@pytest.mark.parametrize("goal", [Goal.at_least(5), Goal.below(5), Goal.increase_by(5), Goal.reduce_by(5)])
def test_a_figure_without_a_unit_is_found_at_its_indicator(goal: Goal) -> None:
    """Levels and changes are of something: a warning, that names the target."""
    finding = only(target("jobs", goal, None))
    assert (finding.code, finding.severity, finding.path) == ("GP206", Severity.WARNING, "/targets/0/indicator")
    assert (finding.expected, finding.found, finding.difference) == (None, None, None)
    assert finding.message("en") == (
        "unit missing: the target jobs has a figure without one; add unit to its indicator"
    )
    assert finding.message("vi") == (
        "thiếu đơn vị: chỉ tiêu jobs có số mà không có đơn vị; hãy thêm unit vào indicator"
    )


# --- GP207 ---------------------------------------------------------------------------------


@pytest.mark.parametrize("horizon", ["2023", "quý IV/2023", "6 tháng đầu năm 2023", "2023-12-01/2023-12-31"])
def test_horizons_within_the_period_are_sound(horizon: str) -> None:
    """The plan's period itself and every stretch of it will do."""
    report = checked(target("a", Goal.at_least(5), horizon=Period.parse(horizon)))
    assert report.findings == ()
    assert looked_at(report, "GP207") == 1


@pytest.mark.parametrize("horizon", ["2024", "2022", "2021-2025", "2023-12-31/2024-01-01"])
def test_horizons_outside_the_period_are_found(horizon: str) -> None:
    """One day outside is outside: a warning, at the horizon."""
    period = Period.parse(horizon)
    finding = only(target("a", Goal.at_least(5), horizon=period))
    assert (finding.code, finding.severity, finding.path) == ("GP207", Severity.WARNING, "/targets/0/horizon")
    assert (finding.expected, finding.found, finding.difference) == ("2023", str(period), None)
    assert finding.message("en") == (
        f"horizon outside the period: the target is for {period}, the plan for 2023; mend one of them"
    )
    assert finding.message("vi") == (
        f"thời hạn ngoài kỳ: chỉ tiêu đến {period}, kế hoạch cho 2023; hãy sửa horizon hoặc period"
    )


def test_a_target_without_a_horizon_has_that_of_its_plan() -> None:
    """Nothing is looked at where nothing is said."""
    assert looked_at(checked(target("a", Goal.at_least(5))), "GP207") == 0
