"""What became of every target of a plan; *not* here: which target is which (`test_matching`)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import ChangeKind, PlanComparison, TargetChange, compare
from govplan.errors import InvalidValueError
from govplan.model import (
    Baseline,
    Breakdown,
    Code,
    Direction,
    Goal,
    Indicator,
    Organization,
    Plan,
    Relation,
    Target,
)
from govplan.testing import goals, numbers, plans
from govplan.values import Jurisdiction, Period, Unit

QUANG_NAM = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
DA_NANG = Jurisdiction.in_force("48", date(2025, 7, 1))
VINH_LONG = Jurisdiction.in_force("VN-49", date(2023, 1, 4))
JOBS = Indicator("Lao động có việc làm tăng thêm", id="jobs", unit="người", measure="flow", polarity="higher")
TRAINED = Indicator("Tỷ lệ lao động qua đào tạo", id="trained", unit="%", measure="ratio", polarity="higher")
JOBLESS = Indicator("Tỷ lệ thất nghiệp", id="jobless", unit="%", measure="ratio", polarity="lower")
FUND = Indicator("Tiền huy động cho quỹ", id="fund", unit="tỷ đồng", measure="flow", polarity="higher")


def target(indicator: Indicator, goal: Goal, id: str = "one", **more: Any) -> Target:
    return Target(id, indicator, goal, **more)


def plan(
    *targets: Target, id: str = "plan", place: Jurisdiction = QUANG_NAM, period: Period | None = None, **more: Any
) -> Plan:
    period = period or Period.year(2023)
    return Plan(id, "Kế hoạch", Organization("Sở"), place, period, targets=targets, **more)


def only(found: PlanComparison) -> TargetChange:
    [change] = found.changes
    return change


def kinds(old: Target, new: Target, **more: Any) -> list[str]:
    """Return what became of one target from one year to the next."""
    after = plan(new, period=Period.year(2024), **more)
    return [kind.value for kind in only(compare(plan(old), after)).kinds]


# --- more and less -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "old", "new", "kind"),
    [
        (JOBS, Goal.at_least(16000), Goal.at_least(17000), "raised"),
        (JOBS, Goal.at_least(16000), Goal.at_least(15000), "lowered"),
        (JOBS, Goal.at_least(16000), Goal.at_least("16000.0"), "unchanged"),
        (JOBLESS, Goal.below(4), Goal.below(3), "raised"),
        (JOBLESS, Goal.at_most(4), Goal.below(4), "raised"),
        (JOBLESS, Goal.at_most(4), Goal.at_most(5), "lowered"),
        (JOBLESS, Goal.reduce_to(4), Goal.reduce_to(3), "raised"),
        (JOBLESS, Goal.reduce_by_percent(4), Goal.reduce_by_percent(5), "raised"),
        (JOBLESS, Goal.reduce_by("0.5"), Goal.reduce_by("0.4"), "lowered"),
        (JOBS, Goal.between(1500, 1700), Goal.between(1600, 1700), "raised"),
        (JOBS, Goal.between(1500, 1700), Goal.between(1500, 1800), "restated"),
        (JOBS, Goal.exactly(1500), Goal.about(1500), "restated"),
        (JOBS, Goal.in_words("Đạt chuẩn"), Goal.in_words("đạt  chuẩn"), "unchanged"),
        (JOBS, Goal.in_words("Đạt chuẩn"), Goal.in_words("Duy trì chuẩn"), "restated"),
    ],
)
def test_more_and_less_follow_the_goal(indicator: Indicator, old: Goal, new: Goal, kind: str) -> None:
    """A floor that rises and a ceiling that falls both ask more; a range's far end asks nothing."""
    assert kinds(target(indicator, old), target(indicator, new)) == [kind]


def test_figures_of_a_change_are_exact() -> None:
    """The difference is new less old in the indicator's unit, the ratio a fraction."""
    change = only(compare(plan(target(JOBS, Goal.at_least(15000))), plan(target(JOBS, Goal.at_least(16000)))))
    assert change.difference is not None
    assert (change.difference.lower, change.difference.upper, str(change.difference.unit)) == (1000, None, "người")
    assert change.ratio == Fraction(16, 15)
    assert str(change) == (
        "nâng: Lao động có việc làm tăng thêm: ít nhất 15.000 người → "
        "Lao động có việc làm tăng thêm: ít nhất 16.000 người"
    )


def test_percent_differ_by_percentage_points() -> None:
    """71 % after 68,25 % are 2,75 points, not 2,75 %."""
    change = only(compare(plan(target(TRAINED, Goal.at_least("68.25"))), plan(target(TRAINED, Goal.at_least(71)))))
    assert change.difference is not None
    assert (change.difference.lower, str(change.difference.unit)) == (Decimal("2.75"), "điểm %")


def test_units_of_one_kind_are_brought_together() -> None:
    """500 triệu after 0,5 tỷ is no change; 400 triệu asks 100 triệu less."""
    half = target(FUND, Goal.at_least("0.5"))
    in_millions = evolve(FUND, unit="triệu đồng")
    assert kinds(half, target(in_millions, Goal.at_least(500))) == ["unchanged"]
    change = only(compare(plan(half), plan(target(in_millions, Goal.at_least(400)))))
    assert change.difference is not None
    assert (change.kinds, change.difference.lower) == ((ChangeKind.LOWERED,), -100)
    assert str(change.difference.unit) == "triệu đồng"


def test_steps_without_an_end_meet_in_the_dimension_itself() -> None:
    """2 groups of three and 1 group of seven are 6 and 7 people."""
    threes, sevens = (Unit(f"nhóm {size}", "person", Decimal(size)) for size in (3, 7))
    old, new = (evolve(JOBS, unit=unit) for unit in (threes, sevens))
    change = only(compare(plan(target(old, Goal.at_least(2))), plan(target(new, Goal.at_least(1)))))
    assert change.difference is not None
    assert (change.kinds, change.difference.lower) == ((ChangeKind.RAISED,), 1)


# --- definitions before values -------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"unit": "hộ"}, "units_differ", "hộ and người"),
        ({"measure": "stock"}, "definitions_differ", "flow and stock"),
        ({"polarity": "lower"}, "definitions_differ", "higher and lower"),
        ({"denominator": "dân số"}, "definitions_differ", "dân số and lao động"),
        ({"numerator": "người đã qua đào tạo"}, "definitions_differ", "người có bằng and người đã qua đào tạo"),
    ],
)
def test_what_is_measured_otherwise_is_redefined_and_never_raised(
    changes: dict[str, str], code: str, words: str
) -> None:
    """However much larger the new figure is: it is of something else, and no figure is compared."""
    old = evolve(JOBS, numerator="người có bằng", denominator="lao động")
    change = only(compare(plan(target(old, Goal.at_least(5))), plan(target(evolve(old, **changes), Goal.at_least(9)))))
    assert (change.kinds, change.difference) == ((ChangeKind.REDEFINED,), None)
    assert change.note is not None
    assert change.note.code == code
    assert words in change.note.message("en")


def test_an_id_that_stands_for_another_indicator_is_redefined() -> None:
    """The same target, next year on another indicator by its id, measures something else."""
    change = only(
        compare(plan(target(JOBS, Goal.at_least(5))), plan(target(evolve(JOBS, id="jobs-net"), Goal.at_least(9))))
    )
    assert change.kinds == (ChangeKind.REDEFINED,)
    assert change.note is not None
    assert "id: jobs and id: jobs-net" in change.note.message("en")


def test_what_a_definition_leaves_open_contradicts_nothing() -> None:
    """A measure or a denominator that only one plan states does not stand in the way."""
    bare = Indicator("Lao động có việc làm tăng thêm", id="jobs", unit="người")
    assert kinds(target(bare, Goal.at_least(5)), target(evolve(JOBS, denominator="x"), Goal.at_least(6))) == ["raised"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (target(JOBS, Goal.at_least(5)), target(JOBS, Goal.increase_by(5)), "goals_differ"),
        (target(JOBS, Goal.at_least(5)), target(JOBS, Goal.at_most(5)), "goals_differ"),
        (target(JOBS, Goal.at_least(5)), target(JOBS, Goal.in_words("Nhiều hơn")), "words"),
        (target(JOBS, Goal.at_least(5)), target(evolve(JOBS, unit=None), Goal.at_least(5)), "unit_missing"),
        (
            target(JOBS, Goal.at_least(5)),
            target(JOBS, Goal.at_least(5), horizon=Period.years(2021, 2025)),
            "spans_differ",
        ),
        (
            target(evolve(JOBS, polarity=None), Goal.exactly(5)),
            target(evolve(JOBS, polarity=None), Goal.exactly(6)),
            "goals_differ",
        ),
    ],
)
def test_goals_that_do_not_compare_say_why(old: Target, new: Target, code: str) -> None:
    """A level and a change, a floor and a ceiling, a year and five years: each has a reason, and no figure."""
    change = only(compare(plan(old), plan(new)))
    assert ChangeKind.INCOMPARABLE in change.kinds
    assert {ChangeKind.RAISED, ChangeKind.LOWERED, ChangeKind.UNCHANGED}.isdisjoint(change.kinds)
    assert change.note is not None
    assert (change.note.code, change.difference) == (code, None)
    assert change.note.message("en")
    assert change.note.message("vi")


def test_a_level_at_the_end_of_a_year_compares_with_one_at_the_end_of_five() -> None:
    """Of shares and stocks the length of the plan does not matter; the horizon of a plan is no rescheduling."""
    old, new = (
        plan(target(TRAINED, Goal.at_least(70))),
        plan(target(TRAINED, Goal.at_least(75)), period=Period.years(2026, 2030)),
    )
    assert only(compare(old, new)).kinds == (ChangeKind.RAISED,)


@pytest.mark.parametrize("place", [DA_NANG, VINH_LONG], ids=str)
def test_amounts_of_two_territories_are_not_raised(place: Jurisdiction) -> None:
    """More jobs in a province and its successor, or in another one, are no higher goal; a share compares."""
    old = plan(target(JOBS, Goal.at_least(16000)), target(TRAINED, Goal.at_least(70), "two"))
    new = plan(target(JOBS, Goal.at_least(40000)), target(TRAINED, Goal.at_least(71), "two"), place=place)
    jobs, trained = compare(old, new).changes
    assert (jobs.kinds, trained.kinds) == ((ChangeKind.INCOMPARABLE,), (ChangeKind.RAISED,))
    assert jobs.note is not None
    assert jobs.note.message("en").endswith(
        f"found tỉnh Quảng Nam and {place}; compare shares, means or relative changes"
    )


# --- other changes -------------------------------------------------------------------------


def test_a_new_name_is_reworded() -> None:
    """Case, spaces and tone marks are no other name; another word is, beside what became of the figure."""
    old = target(evolve(JOBS, name="Tỷ lệ hoà giải"), Goal.at_least(5))
    assert kinds(old, target(evolve(JOBS, name="tỷ lệ  Hòa giải"), Goal.at_least(5))) == ["unchanged"]
    assert kinds(old, target(evolve(JOBS, name="Số vụ hòa giải"), Goal.at_least(6))) == ["raised", "reworded"]


@pytest.mark.parametrize(
    ("before", "after", "is_rebased"),
    [
        (Baseline(65, Period.year(2022)), Baseline(66, Period.year(2022)), True),
        (Baseline(65, Period.year(2022)), Baseline(68, Period.year(2023)), False),
        (Baseline(65, Period.year(2022)), Baseline(68, Period.year(2020)), True),
        (Baseline(65, Period.year(2022)), Baseline("65.0", Period.year(2022)), False),
        (Baseline(65), Baseline(68), False),
        (None, Baseline(68), False),
    ],
)
def test_a_revised_baseline_is_rebased_and_last_years_is_not(
    before: Baseline | None, after: Baseline | None, is_rebased: bool
) -> None:
    """The level of one year changed afterwards, or of another year altogether; each plan's own last year is usual."""
    old, new = (target(TRAINED, Goal.at_least(70), baseline=baseline) for baseline in (before, after))
    assert kinds(old, new) == (["rebased"] if is_rebased else ["unchanged"])


def test_a_revision_of_one_plan_may_rebase_without_naming_a_period() -> None:
    """Two figures for one plan's start are two baselines."""
    old, new = (plan(target(TRAINED, Goal.at_least(70), baseline=Baseline(value))) for value in (65, 66))
    assert only(compare(old, new)).kinds == (ChangeKind.REBASED,)


def test_a_deadline_that_moved_is_rescheduled() -> None:
    """A target to be reached two years later than before is not the same, though its figure is."""
    old = target(TRAINED, Goal.at_least(70), horizon=Period.year(2025))
    assert kinds(old, old) == ["unchanged"]
    assert kinds(old, evolve(old, horizon=Period.year(2027))) == ["rescheduled"]


def test_added_and_dropped_targets_have_one_side() -> None:
    """What only one plan has stands alone, with its path."""
    dropped, added = compare(
        plan(target(JOBS, Goal.at_least(5))), plan(target(TRAINED, Goal.at_least(5), "two"))
    ).changes
    assert (dropped.kinds, dropped.old_paths, dropped.new) == ((ChangeKind.DROPPED,), ("/targets/0",), ())
    assert (added.kinds, added.old, added.new_paths) == ((ChangeKind.ADDED,), (), ("/targets/0",))


# --- splits and mergers --------------------------------------------------------------------


COLLEGE, SHORT = (Indicator(name, id=name[-1], unit="người", measure="flow") for name in ("Cấp a", "Cấp b"))


def divided(college: int = 4000, short: int = 20000) -> Target:
    parts = [target(COLLEGE, Goal.at_least(college), "a"), target(SHORT, Goal.at_least(short), "b")]
    return target(JOBS, Goal.at_least(24000), "whole", breakdowns=[Breakdown(Relation.PARTITION, parts)])


def test_a_whole_whose_parts_stand_alone_was_split() -> None:
    """The whole is held against the sum of its parts, each of which has a change of its own."""
    new = plan(target(COLLEGE, Goal.at_least(5000), "a"), target(SHORT, Goal.at_least(20000), "b"))
    found = compare(plan(divided()), new)
    [split] = found.of("split")
    assert split.kinds == (ChangeKind.SPLIT, ChangeKind.RAISED)
    assert ([one.id for one in split.old], split.new, [one.id for one in split.counterparts]) == (
        ["whole"],
        (),
        ["a", "b"],
    )
    assert split.difference is not None
    assert split.difference.lower == 1000
    assert found.counts == {
        ChangeKind.RAISED: 2,
        ChangeKind.UNCHANGED: 1,
        ChangeKind.SPLIT: 1,
    }
    [merged] = compare(new, plan(divided())).of(ChangeKind.MERGED)
    assert merged.kinds == (ChangeKind.MERGED, ChangeKind.LOWERED)


def test_parts_under_another_whole_are_no_split() -> None:
    """A whole that changed its id takes its parts along: one is gone, the other is new."""
    other = evolve(divided(), id="other", indicator=evolve(JOBS, id="places"))
    found = compare(plan(divided()), plan(other))
    assert [change.kinds for change in found.changes] == [
        (ChangeKind.UNCHANGED,),
        (ChangeKind.UNCHANGED,),
        (ChangeKind.DROPPED,),
        (ChangeKind.ADDED,),
    ]


def test_the_users_mapping_splits_and_merges() -> None:
    """Two new targets given for one old one are added and held against it."""
    old = plan(target(JOBS, Goal.at_least(24000), "whole"), id="old")
    new = plan(target(COLLEGE, Goal.at_least(4000), "a"), target(SHORT, Goal.at_least(19000), "b"), id="new")
    mapping = {"new/a": "jobs", "new/b": "jobs"}
    change = only(compare(old, new, mapping=mapping))
    assert change.kinds == (ChangeKind.SPLIT, ChangeKind.LOWERED)
    assert change.new_paths == ("/targets/0", "/targets/1")
    assert only(compare(new, old, mapping=mapping)).kinds == (ChangeKind.MERGED, ChangeKind.RAISED)


def test_contributions_split_without_a_sum() -> None:
    """Targets that contribute to one that is gone lie within it; whether they make it up is not said."""
    parts = [target(one, Goal.at_least(9), one.id or "", contributes_to=["whole"]) for one in (COLLEGE, SHORT)]
    change = only(compare(plan(target(JOBS, Goal.at_least(10), "whole")), plan(*parts)))
    assert (change.kinds, change.difference) == ((ChangeKind.SPLIT,), None)
    assert change.note is not None
    assert change.note.code == "subset"


@pytest.mark.parametrize(
    ("changes", "goal", "code"),
    [
        ({"measure": "ratio", "unit": "%"}, Goal.at_least(5), "not_additive"),
        ({"measure": None}, Goal.at_least(5), "measure_unknown"),
        ({"unit": "hộ"}, Goal.at_least(5), "units_differ"),
        ({"unit": None}, Goal.at_least(5), "unit_missing"),
        ({}, Goal.at_most(5), "goals_differ"),
    ],
)
def test_parts_that_do_not_add_up_are_a_split_without_figures(changes: dict[str, Any], goal: Goal, code: str) -> None:
    """Shares, unlike units, a floor beside a ceiling: what was split is said, and why there is no sum."""
    whole = evolve(JOBS, **changes) if "measure" in changes else JOBS
    old = plan(target(whole, Goal.at_least(10), "whole"), id="old")
    parts = [target(evolve(COLLEGE, **changes), goal, "a"), target(SHORT, Goal.at_least(5), "b")]
    change = only(compare(old, plan(*parts, id="new"), mapping={"new/a": "jobs", "new/b": "jobs"}))
    assert (change.kinds, change.difference) == ((ChangeKind.SPLIT,), None)
    assert change.note is not None
    assert change.note.code == code


def test_parts_for_times_of_different_length_have_no_sum() -> None:
    """A year's part and a part of five years are not added, though the mapping names both."""
    old = plan(target(JOBS, Goal.at_least(10), "whole"), id="old")
    parts = [
        target(COLLEGE, Goal.at_least(5), "a"),
        target(SHORT, Goal.at_least(5), "b", horizon=Period.years(2021, 2025)),
    ]
    change = only(compare(old, plan(*parts, id="new"), mapping={"new/a": "jobs", "new/b": "jobs"}))
    assert change.note is not None
    assert (change.note.code, change.difference) == ("spans_differ", None)


def test_parts_of_another_territory_are_a_split_without_figures() -> None:
    """What one province splits is not held against what another one sums to."""
    old = plan(target(JOBS, Goal.at_least(10), "whole"), id="old")
    parts = [target(COLLEGE, Goal.at_least(5), "a"), target(SHORT, Goal.at_least(5), "b")]
    new = plan(*parts, id="new", place=VINH_LONG)
    change = only(compare(old, new, mapping={"new/a": "jobs", "new/b": "jobs"}))
    assert change.note is not None
    assert (change.kinds, change.note.code) == ((ChangeKind.SPLIT,), "other_territory")


def test_two_wholes_that_contribute_to_each_other_divide_neither() -> None:
    """Each plan says that its targets lie within one of the other's: there is no telling which came first."""
    one, two, three, four = (evolve(JOBS, id=None, name=name) for name in ("Một", "Hai", "Ba", "Bốn"))
    old = plan(
        target(one, Goal.at_least(1), "x", contributes_to=["a"]),
        target(two, Goal.at_least(1), "y", contributes_to=["a"]),
    )
    new = plan(
        target(three, Goal.at_least(1), "a", contributes_to=["x"]),
        target(four, Goal.at_least(1), "b", contributes_to=["x"]),
    )
    assert compare(old, new).counts == {ChangeKind.ADDED: 2, ChangeKind.DROPPED: 2}


# --- how it is asked for -------------------------------------------------------------------


def test_only_plans_are_compared() -> None:
    """A path or a folder name is no plan, and the message says what to do."""
    with pytest.raises(InvalidValueError, match=r"plans are compared: found 'plan.yaml'; load both"):
        compare("plan.yaml", plan())  # type: ignore[arg-type]


def test_kinds_are_asked_for_by_member_or_word() -> None:
    """And the whole prints as counts in Vietnamese; unchanged plans have no change."""
    found = compare(plan(target(JOBS, Goal.at_least(5))), plan(target(JOBS, Goal.at_least(6))))
    assert found.of("raised") == found.of(ChangeKind.RAISED) == found.changes
    assert (str(found), found.has_changes) == ("1 nâng", True)
    assert not compare(plan(), plan()).has_changes


# --- laws ----------------------------------------------------------------------------------


MIRRORED = {
    ChangeKind.ADDED: ChangeKind.DROPPED,
    ChangeKind.DROPPED: ChangeKind.ADDED,
    ChangeKind.RAISED: ChangeKind.LOWERED,
    ChangeKind.LOWERED: ChangeKind.RAISED,
    ChangeKind.SPLIT: ChangeKind.MERGED,
    ChangeKind.MERGED: ChangeKind.SPLIT,
}
AMOUNTS = numbers(min_value=0, max_digits=6, max_decimals=2)
IDS = st.sampled_from("abcd")
PLACES = st.sampled_from([QUANG_NAM, VINH_LONG, DA_NANG])
TIMES = st.sampled_from([Period.year(2023), Period.year(2024), Period.years(2021, 2025)])
INDICATORS = st.builds(
    Indicator,
    st.sampled_from(["Việc làm", "Đào tạo"]),
    id=st.one_of(st.none(), IDS),
    unit=st.sampled_from(["người", "nghìn người", "%", None]),
    measure=st.sampled_from(["flow", "flow", "ratio", None]),
    codes=st.lists(st.builds(Code, st.just("list"), IDS), max_size=1),
)


@st.composite
def small_targets(draw: st.DrawFn, depth: int = 2) -> Target:
    goal = draw(goals(values=AMOUNTS))
    breakdowns = []
    if depth and draw(st.booleans()):
        parts = draw(st.lists(small_targets(depth=depth - 1), min_size=1, max_size=3))
        breakdowns = [Breakdown(draw(st.sampled_from(["partition", "subset"])), parts)]
    return Target(
        draw(IDS),
        draw(INDICATORS),
        evolve(goal, direction=Direction.NONE) if goal.direction is Direction.POLARITY else goal,
        horizon=draw(st.one_of(st.none(), TIMES)),
        jurisdiction=draw(st.one_of(st.none(), st.none(), PLACES)),
        breakdowns=breakdowns,
        contributes_to=draw(st.lists(IDS, max_size=1)),
    )


SMALL_PLANS = st.builds(
    lambda id, place, period, targets: plan(*targets, id=id, place=place, period=period),
    st.sampled_from(["old", "new"]),
    PLACES,
    TIMES,
    st.lists(small_targets(), max_size=4),
)
"""Plans over few ids, indicators and places, so that two of them have much in common."""
MAPPINGS = st.dictionaries(
    st.one_of(st.builds("{}/{}".format, st.sampled_from(["old", "new"]), IDS), IDS), IDS, max_size=3
)


def mirrored(changes: Sequence[TargetChange]) -> Counter[Any]:
    return Counter(
        (frozenset(MIRRORED.get(kind, kind) for kind in change.kinds), change.new_paths, change.old_paths)
        for change in changes
    )


def as_found(changes: Sequence[TargetChange]) -> Counter[Any]:
    return Counter((frozenset(change.kinds), change.old_paths, change.new_paths) for change in changes)


@given(st.one_of(plans(), SMALL_PLANS))
def test_a_plan_beside_itself_has_no_change(one: Plan) -> None:
    """Whatever it holds: ids twice, unknown measures, words, numbers at the bounds."""
    found = compare(one, one)
    assert not found.has_changes
    assert all(change.old == change.new for change in found.changes)


@given(SMALL_PLANS, SMALL_PLANS, MAPPINGS)
def test_the_other_way_round_everything_is_mirrored(old: Plan, new: Plan, mapping: dict[str, str]) -> None:
    """Added is dropped, raised is lowered, split is merged; the differences change their signs."""
    there, back = compare(old, new, mapping=mapping), compare(new, old, mapping=mapping)
    assert as_found(there.changes) == mirrored(back.changes)
    signs = {(change.old_paths, change.new_paths): change.difference for change in back.changes}
    for change in there.changes:
        other = signs[change.new_paths, change.old_paths]
        assert (change.difference is None) == (other is None)
        if change.difference is not None and other is not None:
            assert change.difference.unit == other.unit
            for one, two in ((change.difference.lower, other.lower), (change.difference.upper, other.upper)):
                assert (one is None and two is None) or one == -(two or 0)
            assert change.ratio is None or other.ratio is None or change.ratio * other.ratio == 1


@given(st.one_of(plans(), SMALL_PLANS), st.one_of(plans(), SMALL_PLANS), MAPPINGS)
def test_every_target_stands_in_exactly_one_change(old: Plan, new: Plan, mapping: dict[str, str]) -> None:
    """None is lost and none told twice, in any two plans; asking again gives the same."""
    found = compare(old, new, mapping=mapping)
    assert found == compare(old, new, mapping=mapping)
    for side, targets, paths in (
        (old, [t for c in found.changes for t in c.old], [p for c in found.changes for p in c.old_paths]),
        (new, [t for c in found.changes for t in c.new], [p for c in found.changes for p in c.new_paths]),
    ):
        assert sorted(map(id, targets)) == sorted(map(id, side.walk()))
        assert len(set(paths)) == len(paths) == len(targets)
    for change in found.changes:
        assert change.kinds
        assert change.is_change is (change.kinds != (ChangeKind.UNCHANGED,))
        assert (change.note is not None) >= bool({ChangeKind.REDEFINED, ChangeKind.INCOMPARABLE} & {*change.kinds})


@given(st.one_of(plans(), SMALL_PLANS), st.one_of(plans(), SMALL_PLANS))
def test_redefined_and_incomparable_targets_are_never_raised_or_lowered(old: Plan, new: Plan) -> None:
    """No figure stands beside a reason for having none."""
    for change in compare(old, new).changes:
        if {ChangeKind.REDEFINED, ChangeKind.INCOMPARABLE} & {*change.kinds}:
            assert {ChangeKind.RAISED, ChangeKind.LOWERED, ChangeKind.RESTATED}.isdisjoint(change.kinds)
            assert change.difference is None


@given(
    goals(values=AMOUNTS).filter(lambda goal: goal.interval is not None and goal.tolerance is None),
    st.sampled_from([3, 6, 9]),
)
def test_another_unit_of_the_same_kind_changes_nothing(goal: Goal, power: int) -> None:
    """Figures written in thousands, millions or billions are the figures they were."""
    unit = {3: "nghìn đồng", 6: "triệu đồng", 9: "tỷ đồng"}[power]

    def smaller(number: Decimal | None) -> Decimal | None:
        return None if number is None or goal.basis.value == "relative_change" else number.scaleb(-power)

    assert goal.interval is not None
    interval = goal.interval
    if goal.basis.value != "relative_change":
        interval = evolve(interval, lower=smaller(interval.lower), upper=smaller(interval.upper))
    there = evolve(goal, interval=interval)
    indicator = evolve(FUND, unit="đồng", polarity=None)
    change = only(compare(plan(target(indicator, goal)), plan(target(evolve(indicator, unit=unit), there))))
    assert change.kinds == (ChangeKind.UNCHANGED,)
