"""Plans held against their results: attainment, parts, judgements, and the laws; *not* here: single figures."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import assess
from govplan.aggregation import Assessment, Attainment, Origin, Scorecard, Standing, TargetAssessment
from govplan.errors import InvalidDateError, InvalidValueError
from govplan.model import (
    Baseline,
    Basis,
    Breakdown,
    Direction,
    Goal,
    Indicator,
    Observation,
    Organization,
    Plan,
    Target,
)
from govplan.testing import days, numbers, plans, results_of
from govplan.values import Interval, Jurisdiction, Period

YEAR = Period.year(2023)
END = YEAR.end
JUNE = date(2023, 6, 30)
PLACE = Jurisdiction.in_force("VN", date.min)


def target(goal: Goal, measure: str | None = "flow", id: str = "some", unit: str = "người", **fields: Any) -> Target:
    polarity = fields.pop("polarity", None)
    return Target(id, Indicator(f"Chỉ tiêu {id}", unit=unit, measure=measure, polarity=polarity), goal, **fields)


def plan_of(*targets: Target, period: Period = YEAR) -> Plan:
    return Plan("p", "Kế hoạch", Organization("Sở"), PLACE, period, targets=targets)


def seen(time: str, value: object = None, id: str = "some", **fields: Any) -> Observation:
    return Observation(id, period=Period.parse(time), value=value, **fields)


def of(some: Target, *results: Observation, as_of: date = END) -> TargetAssessment:
    return assess(plan_of(some), results, as_of=as_of).targets[0]


# --- laws ------------------------------------------------------------------------------------


@given(st.data(), st.booleans())
def test_assessing_never_raises_and_every_gap_has_its_reason(data: st.DataObject, sound: bool) -> None:
    """Whatever plan and results, each figure is a number or a reason that speaks both languages."""
    plan = data.draw(plans(sound=sound))
    found = assess(plan, data.draw(results_of(plan)), as_of=data.draw(st.just(plan.period.end) | days()))
    for one in found.walk():
        for figure in (one.share, one.progress, one.pace, one.expected, one.remaining):
            assert (figure.value is None) is not (figure.refusal is None)
            assert figure.refusal is None or figure.refusal.message("vi") != figure.refusal.message("en")
        assert (one.refusal is None) is (one.attainment.is_met is not None)
        assert one.in_language("vi") != one.in_language("en")
    assert found.scorecard.total == len(plan.targets)
    assert [one.target for one in found.walk()] == [part for whole in plan.targets for part in whole.walk()]


@given(st.data())
def test_the_order_of_results_does_not_matter(data: st.DataObject) -> None:
    """A file that was sorted anew says the same, digit by digit."""
    plan = data.draw(plans(sound=True))
    results = data.draw(results_of(plan))
    once = assess(plan, results, as_of=plan.period.end)
    assert repr(assess(plan, data.draw(st.permutations(results)), as_of=plan.period.end)) == repr(once)


@given(
    st.sampled_from([Basis.LEVEL, Basis.CHANGE, Basis.RELATIVE_CHANGE]),
    st.sampled_from([Direction.UP, Direction.DOWN]),
    numbers(max_digits=6),
    numbers(min_value=0, max_digits=3),
    numbers(min_value=0, max_digits=3),
    numbers(max_digits=6),
    st.sampled_from(["flow", "stock", "ratio", "mean", "index"]),
)
def test_tightening_a_goal_never_turns_unmet_into_met(
    basis: Basis, way: Direction, low: Decimal, width: Decimal, by: Decimal, found: Decimal, measure: str
) -> None:
    """A range on any basis, moved in its direction: what misses it misses the one that asks more."""
    shift = by if way is Direction.UP else -by
    near, far = (Goal(basis, Interval(low + step, low + width + step), way) for step in (Decimal(0), shift))
    result = seen("2023", found, change=found, relative_change=found)
    if of(target(near, measure), result).attainment is Attainment.UNMET:
        assert of(target(far, measure), result).attainment is Attainment.UNMET


@given(
    st.sampled_from([Goal.at_least, Goal.above, Goal.at_most, Goal.below, Goal.reduce_to]),
    numbers(max_digits=6),
    numbers(min_value=0, max_digits=3).filter(bool),
    numbers(max_digits=6),
    st.dates(YEAR.start, date(2024, 12, 31)),
)
def test_a_bound_moved_in_never_helps(build: Any, bound: Decimal, by: Decimal, value: Decimal, day: date) -> None:
    """Floors raised and ceilings lowered, on any day of the year and after it."""
    tighter = build(bound - by) if build in (Goal.at_most, Goal.below, Goal.reduce_to) else build(bound + by)
    result = seen("2023-Q1", value), seen("2023", value)
    for measure in ("flow", "stock"):
        before, after = (of(target(goal, measure), *result, as_of=day) for goal in (build(bound), tighter))
        assert not (before.attainment.is_met is not True and after.attainment.is_met is True)


@given(st.data())
def test_a_whole_is_assessed_as_its_parts_are(data: st.DataObject) -> None:
    """Assessing a plan is assessing its targets, none of which knows of the others."""
    plan = data.draw(plans(sound=True))
    results = data.draw(results_of(plan))
    together = assess(plan, results, as_of=plan.period.end)
    for number, some in enumerate(plan.targets):
        alone = assess(evolve(plan, targets=[some]), results, as_of=plan.period.end).targets[0]
        assert (alone.attainment, alone.progress) == (
            together.targets[number].attainment,
            together.targets[number].progress,
        )


# --- met or not ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "measure", "value", "word"),
    [
        (Goal.at_least(10), "flow", 10, "đạt"),
        (Goal.at_least(10), "flow", 11, "vượt"),
        (Goal.at_least(10), "flow", 9, "không đạt"),
        (Goal.below(4), "ratio", 4, "không đạt"),
        (Goal.below(4), "ratio", 1, "đạt"),
        (Goal.reduce_to(3), "ratio", 2, "vượt"),
        (Goal.about(4), "ratio", 5, "không đánh giá được"),
        (Goal.in_words("Đạt chuẩn"), None, 5, "không đánh giá được"),
        (Goal.reduce_by(3), "stock", 5, "không đánh giá được"),
    ],
)
def test_at_the_end_a_target_is_judged(goal: Goal, measure: str | None, value: int, word: str) -> None:
    """Strictly, and limits are kept but never exceeded."""
    assert str(of(target(goal, measure), seen("2023", value)).attainment) == word


@pytest.mark.parametrize(
    ("goal", "measure", "value", "word"),
    [
        (Goal.at_least(10), "flow", 10, "đạt"),
        (Goal.at_least(10), "flow", 9, "chưa đến hạn"),
        (Goal.at_most(10), "flow", 11, "chưa đến hạn"),
        (Goal.at_least(10), "stock", 11, "chưa đến hạn"),
        (Goal.reduce_to(10), "ratio", 9, "chưa đến hạn"),
        (Goal.below(10), "ratio", 9, "chưa đến hạn"),
    ],
)
def test_before_the_end_only_what_cannot_turn_is_judged(goal: Goal, measure: str, value: int, word: str) -> None:
    """A count that has reached its floor stays there; levels and ceilings wait."""
    assert str(of(target(goal, measure), seen("2023-H1", value), as_of=JUNE).attainment) == word


def test_after_the_end_half_a_year_decides_nothing() -> None:
    """Neither a count nor a level of June is that of December."""
    for measure in ("flow", "stock"):
        late = of(target(Goal.at_least(10), measure), seen("2023-H1", 9), as_of=date(2024, 3, 1))
        assert late.attainment is Attainment.NO_DATA
        assert late.refusal is not None
        assert late.refusal.code == "part_of_time"


def test_what_has_no_result_is_without_data() -> None:
    """Never 0, never unmet; before its time begins it is not due."""
    some = target(Goal.at_least(10))
    nothing = of(some)
    assert nothing.attainment is Attainment.NO_DATA
    assert nothing.progress.refusal is not None
    assert nothing.progress.refusal.code == "no_result"
    early = of(some, as_of=date(2022, 12, 1))
    assert (early.attainment, early.refusal and early.refusal.code) == (Attainment.NOT_DUE, "not_begun")


def test_an_estimate_of_the_year_decides_nothing_before_its_end() -> None:
    """In early December the year is not over; the figure and its status are there to read."""
    december = of(target(Goal.at_least(10)), seen("2023", 12, status="estimate"), as_of=date(2023, 12, 6))
    assert december.attainment is Attainment.NOT_DUE
    assert december.actual is not None
    assert december.actual.status.value == "estimate"


def test_a_year_within_a_longer_plan_has_its_own_end() -> None:
    """A target's own horizon counts, and parts take over that of their whole."""
    part = target(Goal.at_least(4), id="part")
    whole = target(Goal.at_least(10), horizon=YEAR, breakdowns=[Breakdown("partition", [part])])
    found = assess(plan_of(whole, period=Period.years(2021, 2025)), as_of=END)
    assert [one.horizon for one in found.walk()] == [YEAR, YEAR]


# --- pace ------------------------------------------------------------------------------------


def test_the_pace_is_that_of_the_day_the_result_is_for() -> None:
    """Half of the jobs by the end of June are on course in August, too, when nothing newer is known."""
    some = target(Goal.at_least(100))
    for day in (JUNE, date(2023, 8, 20)):
        found = of(some, seen("2023-H1", 50), as_of=day)
        assert found.pace.value == Fraction(365, 2 * 181)
        assert found.standing is Standing.ON_COURSE
        assert found.expected.value == Fraction(100 * (day - date(2022, 12, 31)).days, 365)


def test_a_baseline_beyond_the_goal_is_said() -> None:
    """Progress then leads back to the goal, which a reader has to know."""
    some = target(Goal.at_least(95), "ratio", unit="%", baseline=Baseline(97))
    found = of(some, seen("2023", 96))
    assert found.progress.value == Fraction(1, 2)
    assert [warning.en for warning in found.warnings] == [
        "the baseline of 97 is beyond the goal already: progress leads back to it"
    ]


# --- parts -----------------------------------------------------------------------------------


def divided(relation: str = "partition") -> Target:
    parts = [target(Goal.at_least(4000), id="college"), target(Goal.at_least(20000), id="short")]
    return target(Goal.at_least(24000), breakdowns=[Breakdown(relation, parts)])


def test_a_whole_comes_from_its_partition() -> None:
    """4.500 and 19.500 make 24.000, though one of the parts falls short."""
    found = of(divided(), seen("2023", 4500, "college"), seen("2023", 19500, "short"))
    assert [(one.path, str(one.attainment)) for one in found.walk()] == [
        ("/targets/0", "đạt"),
        ("/targets/0/partition/0", "vượt"),
        ("/targets/0/partition/1", "không đạt"),
    ]
    assert found.actual is not None
    assert found.actual.origin is Origin.PARTS


def test_all_parts_are_needed_and_subsets_make_nothing() -> None:
    """The missing one is named; 31% within 71% say nothing of the whole."""
    some = of(divided(), seen("2023", 4500, "college"))
    assert some.attainment is Attainment.NO_DATA
    assert some.refusal is not None
    assert (some.refusal.code, "Chỉ tiêu short" in str(some.refusal)) == ("parts_missing", True)
    subset = of(divided("subset"), seen("2023", 4500, "college"), seen("2023", 19500, "short"))
    assert subset.refusal is not None
    assert subset.refusal.code == "no_result"


def test_a_reported_whole_counts_before_its_parts() -> None:
    """It stands, and the difference is a warning."""
    found = of(divided(), seen("2023", 25000), seen("2023", 4500, "college"), seen("2023", 19500, "short"))
    assert found.actual is not None
    assert found.actual.value == 25000
    assert [warning.en for warning in found.warnings] == ["the parts come to 24,000, not to the 25,000 reported"]


# --- what was published ----------------------------------------------------------------------


def test_a_published_judgement_stands_beside_the_computed_one() -> None:
    """Neither corrects the other; words that claim nothing agree with nothing."""
    some = target(Goal.below(4), "ratio")
    for words, agrees in (("Đạt", False), ("Không đạt", True), ("Đạt 95%", None)):
        found = of(some, seen("2023", 4, judgement=words))
        assert (found.attainment, found.judgement, found.judgement_agrees) == (Attainment.UNMET, words, agrees)


# Figures of two reports for 2019: the better direction, the goal, the result, the published word.
NATIONAL = [
    ("higher", Goal.between("6.6", "6.8"), "7.02", "Vượt"),
    ("lower", Goal.about(4, "0.5"), "2.79", "Vượt"),
    ("higher", Goal.between(7, 8), "8.1", "Vượt"),
    ("lower", Goal.below(3), "0", "Vượt"),
    ("higher", Goal.between(33, 34), "33.9", "Đạt"),
    ("higher", Goal.between(1, "1.5"), "1.1", "Vượt"),
    ("lower", Goal.below(4), "3.1", "Đạt"),
    ("higher", Goal.between(60, 62), "61", "Đạt"),
    ("higher", Goal.at_least(27), "27.5", "Vượt"),
    ("higher", Goal.at_least("88.1"), "89.3", "Vượt"),
    ("higher", Goal.at_least(89), "89", "Đạt"),
    ("higher", Goal.at_least("41.85"), "41.85", "Đạt"),
]
HUE = [
    ("higher", Goal.between("7.5", 8), "7.18", "Không đạt"),
    ("higher", Goal.at_least("2.28"), "-4.13", "Không đạt"),
    ("higher", Goal.at_least(1915), "2007", "Đạt"),
    ("higher", Goal.at_least(1055), "950", "Không đạt"),
    ("higher", Goal.at_least(22700), "22700", "Đạt"),
    ("higher", Goal.at_least("7213.5"), "7787", "Vượt"),
    ("higher", Goal.at_least(2), "2", "Đạt"),
    ("lower", Goal.reduce_to("10.8"), "10.8", "Đạt"),
    ("lower", Goal.below("7.6"), "7.6", "Đạt"),
    ("lower", Goal.below("10.4"), "10.4", "Đạt"),
    ("higher", Goal.at_least("0.7"), "0.86", "Đạt"),
    ("higher", Goal.at_least("98.07"), "98.5", "Đạt"),
    ("higher", Goal.at_least(64), "64", "Đạt"),
    ("higher", Goal.at_least(16), "16", "Đạt"),
    ("higher", Goal.at_least(85), "85", "Đạt"),
    ("higher", Goal.at_least("57.3"), "57.3", "Đạt"),
    ("higher", Goal.at_least(96), "96", "Đạt"),
]


def published(rows: list[tuple[str, Goal, str, str]]) -> Assessment:
    targets = [
        target(goal, "index", f"row-{number}", polarity=polarity) for number, (polarity, goal, _, _) in enumerate(rows)
    ]
    results = [seen("2023", value, f"row-{number}", judgement=word) for number, (_, _, value, word) in enumerate(rows)]
    return assess(plan_of(*targets), results, as_of=END)


@pytest.mark.parametrize(
    ("rows", "agreeing", "in_degree", "total"), [(NATIONAL, 12, 10, 12), (HUE, 15, 12, 17)], ids=["national", "Huế"]
)
def test_met_or_not_is_as_was_published(rows: Any, agreeing: int, in_degree: int, total: int) -> None:
    """12 of 12 and 15 of 17; the two that differ are ceilings that were reached, not kept below."""
    found = published(rows)
    assert found.scorecard.total == total
    assert sum(one.judgement_agrees is True for one in found.targets) == agreeing
    assert sum(one.attainment is one.published for one in found.targets) == in_degree


def test_two_scorecards_stand_beside_each_other() -> None:
    """The computed line and the published one, each with its denominator."""
    found = published(HUE)
    assert str(found.scorecard) == "12/17 đạt và vượt (5 không đạt)"
    assert str(found.published) == "14/17 đạt và vượt (3 không đạt)"
    assert assess(plan_of(target(Goal.at_least(1))), as_of=END).published is None
    some = plan_of(target(Goal.at_least(1)), target(Goal.at_least(1), id="other"))
    mixed = assess(some, [seen("2023", 1, judgement="Khá")], as_of=END)
    assert mixed.published == Scorecard(no_data=1, not_assessable=1)


# --- in words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("some", "fields", "words"),
    [
        (target(Goal.at_least(10)), {"value": 12}, "vượt: 12 người (120,0%); đề ra ít nhất 10 người"),
        (target(Goal.reduce_by(3), "stock"), {"change": -3, "value": 9}, "đạt: -3 người (100,0%); đề ra giảm 3 người"),
        (
            target(Goal.reduce_by(2), "ratio", unit="%"),
            {"change": -1},
            "không đạt: -1 điểm % (50,0%); đề ra giảm 2 điểm %",
        ),
        (target(Goal.increase_by_percent(8)), {"relative_change": 9}, "vượt: 9% (112,5%); đề ra tăng 8%"),
    ],
)
def test_an_assessment_reads_as_a_sentence(some: Target, fields: dict[str, int], words: str) -> None:
    """What was measured, on the goal's basis, how much of the goal that is, and the goal."""
    found = of(some, seen("2023", **fields))
    assert found.in_language("vi") == words
    assert str(found) == f"Chỉ tiêu some: {words}"


def test_a_reason_names_its_target_once() -> None:
    """Where there is nothing to show, the sentence says what to do."""
    assert str(of(target(Goal.at_least(10)))) == (
        "chưa có số liệu: Chỉ tiêu some chưa có số liệu: đến 2023-12-31 chưa có báo cáo; hãy bổ sung kết quả"
    )


# --- calls -----------------------------------------------------------------------------------


def test_results_of_no_target_are_named() -> None:
    """A slip in an id is not lost."""
    found = assess(plan_of(target(Goal.at_least(1))), [seen("2023", 1, "sone"), seen("2023", 1)], as_of=END)
    assert found.unmatched == ("sone",)


def test_a_wrong_call_is_said_to_be() -> None:
    """No day, no results, limits that do not fall."""
    some = plan_of(target(Goal.at_least(1)))
    with pytest.raises(InvalidDateError, match="not a date"):
        assess(some, as_of="2023-12-31")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="Observation expected in a list"):
        assess(some, ["some"], as_of=END)  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match="three falling limits"):
        assess(some, as_of=END, bands=(1, 2, 3))


def test_the_last_day_of_the_calendar_is_a_day() -> None:
    """Nothing is computed beyond it."""
    last = Period(date.max - timedelta(days=9), date.max)
    some = plan_of(target(Goal.at_least(1)), period=last)
    found = assess(some, [Observation("some", period=last, value=1)], as_of=date.max)
    assert found.targets[0].attainment is Attainment.MET
