"""Commitments, their parts and steps."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import GovplanError, InvalidDateError, InvalidNumberError, InvalidTextError, InvalidValueError
from govplan.model import (
    Baseline,
    Breakdown,
    Denominator,
    Direction,
    Goal,
    Indicator,
    Milestone,
    Organization,
    Relation,
    Target,
)
from govplan.model.target import MAX_DEPTH
from govplan.testing import breakdowns, targets
from govplan.values import Interval, Period, Text

ENROLMENT = Indicator("Tuyển sinh", unit="người", measure="flow", polarity="higher")
COLLEGE = Target("college", ENROLMENT, Goal.at_least(4000))
SHORT = Target("short-courses", ENROLMENT, Goal.at_least(20000))
WOMEN = Target("women", ENROLMENT, Goal.at_least(9000))
GOAL = Goal.at_least(1)


def nested(depth: int) -> Target:
    target = Target("leaf", ENROLMENT, GOAL)
    for _ in range(depth - 1):
        target = Target("whole", ENROLMENT, GOAL, breakdowns=[Breakdown("subset", [target])])
    return target


def test_a_target_may_divide_in_several_ways() -> None:
    """By level and by sex at once: its parts are all parts, and no one relation stands for both."""
    by_level = Breakdown(Relation.PARTITION, [COLLEGE, SHORT], by="trình độ")
    by_sex = Breakdown("subset", (WOMEN,), Text("giới tính", "sex"), "own")
    whole = Target("enrolment", ENROLMENT, Goal.at_least(24000), breakdowns=[by_level, by_sex])
    assert whole.parts == (COLLEGE, SHORT, WOMEN)
    assert whole.relation is None
    assert [part.id for part in whole.walk()] == ["enrolment", "college", "short-courses", "women"]
    assert (by_level.by, by_level.denominator) == (Text("trình độ"), Denominator.SAME)
    assert (by_sex.relation, by_sex.denominator) == (Relation.SUBSET, Denominator.OWN)


@pytest.mark.parametrize("relation", Relation)
def test_the_relation_of_a_sole_breakdown_is_the_targets(relation: Relation) -> None:
    """Of one breakdown it is told, of none there is none to tell."""
    assert Target("whole", ENROLMENT, GOAL, breakdowns=[Breakdown(relation.value, [COLLEGE])]).relation is relation
    assert COLLEGE.relation is None
    assert COLLEGE.parts == ()


def test_walking_goes_down_before_it_goes_on() -> None:
    """Each part follows its whole, and all below a part come before the next part."""
    inner = evolve(COLLEGE, breakdowns=[Breakdown("overlap", [WOMEN])])
    outer = Target("whole", ENROLMENT, GOAL, breakdowns=[Breakdown("partition", [inner, SHORT])])
    assert [target.id for target in outer.walk()] == ["whole", "college", "women", "short-courses"]


def test_parts_may_stand_inside_one_another_up_to_a_depth() -> None:
    """The last depth that is allowed is built and walked; one more is refused, the message says how many."""
    deepest = nested(MAX_DEPTH)
    assert len(list(deepest.walk())) == MAX_DEPTH
    with pytest.raises(
        InvalidValueError,
        match=f"parts too deep: found {MAX_DEPTH + 1} targets inside one another; at most {MAX_DEPTH}",
    ) as caught:
        nested(MAX_DEPTH + 1)
    assert f"gặp {MAX_DEPTH + 1} chỉ tiêu lồng nhau" in caught.value.message("vi")


def test_depth_is_that_of_the_deepest_part() -> None:
    """A shallow part beside a deep one hides nothing, in whichever breakdown it stands."""
    shallow, deep = Breakdown("subset", [COLLEGE]), Breakdown("subset", [COLLEGE, nested(MAX_DEPTH)])
    with pytest.raises(InvalidValueError, match="parts too deep"):
        Target("whole", ENROLMENT, GOAL, breakdowns=[shallow, deep])
    lighter = evolve(nested(MAX_DEPTH), breakdowns=[])
    assert Target("whole", ENROLMENT, GOAL, breakdowns=[Breakdown("subset", [lighter])]).parts == (lighter,)


@pytest.mark.parametrize(
    ("polarity", "direction", "more", "less"),
    [
        ("higher", Direction.UP, True, False),
        ("lower", Direction.DOWN, False, True),
        (None, Direction.POLARITY, False, False),
    ],
)
def test_a_goal_that_waits_gets_its_direction_from_the_indicator(
    polarity: str | None, direction: Direction, more: bool, less: bool
) -> None:
    """1.800 meets 1.500–1.700 when more is better, 1.400 when less is; without polarity neither does."""
    target = Target("a", Indicator("Số hộ", polarity=polarity), Goal.between(1500, 1700))
    assert target.goal.direction is direction
    assert (target.goal.met(Decimal(1800)), target.goal.met(Decimal(1400))) == (more, less)
    assert target == evolve(target, goal=Goal.between(1500, 1700))


def test_a_goal_that_has_a_direction_keeps_it() -> None:
    """A limit on an indicator where more is better stays a limit."""
    assert Target("a", ENROLMENT, Goal.at_most(5)).goal == Goal.at_most(5)
    assert Target("a", ENROLMENT, Goal.reduce_to(5)).goal == Goal.reduce_to(5)


def test_a_target_prints_its_indicator_and_its_goal_with_the_unit() -> None:
    """As a person would write it, in Vietnamese."""
    assert str(COLLEGE) == "Tuyển sinh: ít nhất 4.000 người"
    assert str(Target("a", Indicator("Tần suất tai nạn"), Goal.reduce_by_percent(4))) == "Tần suất tai nạn: giảm 4%"


def test_plain_words_and_numbers_become_values() -> None:
    """Leads may be names, baselines numbers; lists become tuples."""
    target = Target(
        "a",
        ENROLMENT,
        GOAL,
        baseline=Baseline("21500", Period.year(2022)),
        milestones=[Milestone(GOAL, by=date(2023, 6, 30)), Milestone(GOAL, during=Period.parse("quý I/2023"))],
        lead="Phòng Dạy nghề",
        contributes_to=["b", "c"],
    )
    assert target.baseline is not None
    assert target.baseline.value == Decimal(21500)
    assert target.lead == Organization("Phòng Dạy nghề")
    assert target.contributes_to == ("b", "c")
    assert [step.by or step.during for step in target.milestones] == [date(2023, 6, 30), Period.months(2023, 1, 3)]


@pytest.mark.parametrize("time", [{}, {"by": date(2023, 6, 30), "during": Period.year(2023)}])
def test_a_milestone_has_exactly_one_time(time: dict[str, object]) -> None:
    """A day by which or a period during which, never both or neither."""
    with pytest.raises(
        InvalidValueError, match="a milestone has one time: found both by and during, or neither"
    ) as caught:
        Milestone(GOAL, **time)
    assert "mỗi mốc có một thời điểm" in caught.value.message("vi")


def test_a_breakdown_has_parts() -> None:
    """Without parts it divides nothing; the message names its relation."""
    with pytest.raises(InvalidValueError, match="a partition without parts: found none") as caught:
        Breakdown("partition", [])
    assert "không có bộ phận" in caught.value.message("vi")


@pytest.mark.parametrize(
    ("kind", "fields", "error", "message"),
    [
        (Target, {"id": "Việc làm"}, InvalidTextError, "not an id: found 'Việc làm'"),
        (Target, {"indicator": "Việc làm"}, InvalidValueError, "Indicator expected for indicator: found 'Việc làm'"),
        (Target, {"goal": 16000}, InvalidValueError, "Goal expected for goal: found 16000"),
        (Target, {"jurisdiction": "VN-27"}, InvalidValueError, "Jurisdiction expected for jurisdiction"),
        (Target, {"horizon": 2023}, InvalidValueError, "Period expected for horizon: found 2023"),
        (Target, {"baseline": 5}, InvalidValueError, "Baseline expected for baseline: found 5"),
        (Target, {"breakdowns": COLLEGE}, InvalidValueError, "a list expected"),
        (Target, {"breakdowns": [COLLEGE]}, InvalidValueError, "Breakdown expected in a list"),
        (Target, {"milestones": [GOAL]}, InvalidValueError, "Milestone expected in a list"),
        (Target, {"contributes_to": "jobs"}, InvalidValueError, "a list expected: found 'jobs'"),
        (Target, {"stated": " "}, InvalidTextError, "empty text"),
        (Target, {"source": "báo"}, InvalidValueError, "Source expected for source"),
        (Breakdown, {"relation": "parts"}, InvalidTextError, "one of partition, subset, overlap, allocation"),
        (Breakdown, {"denominator": "other"}, InvalidTextError, "write one of same, own"),
        (Breakdown, {"parts": [GOAL]}, InvalidValueError, "Target expected in a list"),
        (Breakdown, {"by": ""}, InvalidTextError, "empty text"),
        (Milestone, {"goal": 5}, InvalidValueError, "Goal expected for goal: found 5"),
        (Milestone, {"by": datetime(2023, 6, 30)}, InvalidDateError, "not a date"),
        (Milestone, {"by": None, "during": "2023"}, InvalidValueError, "Period expected for during: found '2023'"),
        (Baseline, {"value": 0.5}, InvalidNumberError, r"not an exact number: found 0\.5"),
        (Baseline, {"period": "2022"}, InvalidValueError, "Period expected for period"),
        (Baseline, {"source": "báo"}, InvalidValueError, "Source expected for source"),
    ],
)
def test_what_does_not_belong_is_refused(
    kind: type, fields: dict[str, object], error: type[GovplanError], message: str
) -> None:
    """Each field of a target and of what hangs on it says what it takes."""
    sound = {
        Target: {"id": "a", "indicator": ENROLMENT, "goal": GOAL},
        Breakdown: {"relation": "subset", "parts": [COLLEGE]},
        Milestone: {"goal": GOAL, "by": date(2023, 6, 30)},
        Baseline: {"value": 1},
    }[kind]
    assert kind(**sound) == kind(**sound)
    with pytest.raises(error, match=message):
        kind(**{**sound, **fields})


@given(targets(max_depth=3))
def test_walking_meets_every_target_once(target: Target) -> None:
    """The walk is the target and the walks of its parts, and counts what all breakdowns hold."""
    walked = list(target.walk())
    assert walked[0] is target
    assert walked[1:] == [found for part in target.parts for found in part.walk()]
    assert len(walked) == 1 + sum(len(one.parts) for one in walked)


@given(targets(max_depth=3))
def test_no_goal_waits_where_the_polarity_is_known(target: Target) -> None:
    """Of a target and of all its parts; building a target again from its fields changes nothing."""
    for one in target.walk():
        assert one.indicator.polarity is None or one.goal.direction is not Direction.POLARITY
        assert str(one).startswith(f"{one.indicator}: ")
    assert evolve(target) == target
    assert hash(evolve(target)) == hash(target)


@given(st.integers(1, MAX_DEPTH + 3), breakdowns())
def test_only_depth_is_bounded(depth: int, breakdown: Breakdown) -> None:
    """A breakdown may hang wherever there is room below it."""
    height = 1 + max(len(list_levels(part)) for part in breakdown.parts)
    target = Target("leaf", ENROLMENT, GOAL, breakdowns=[breakdown])
    for _ in range(depth - 1):
        if height == MAX_DEPTH:
            with pytest.raises(InvalidValueError, match="parts too deep"):
                Target("whole", ENROLMENT, GOAL, breakdowns=[Breakdown("subset", [target])])
            return
        target = Target("whole", ENROLMENT, GOAL, breakdowns=[Breakdown("subset", [target])])
        height += 1
    assert len(list_levels(target)) == height <= MAX_DEPTH


def list_levels(target: Target) -> list[tuple[Target, ...]]:
    levels = [(target,)]
    while below := tuple(part for one in levels[-1] for part in one.parts):
        levels.append(below)
    return levels


def test_milestones_take_the_direction_of_the_indicator() -> None:
    """A step of exactly 500 jobs is met by 600, as the goal itself would be; one that has a direction keeps it."""
    jobs = Indicator("Việc làm", unit="người", measure="flow", polarity="higher")
    steps = [
        Milestone(Goal.exactly(500), by=date(2023, 6, 30)),
        Milestone(Goal.at_most(900), by=date(2023, 9, 30)),
        Milestone(Goal("level", Interval(None, Decimal(900)), "polarity"), by=date(2023, 9, 30)),
    ]
    target = Target("jobs", jobs, Goal.between(1500, 1700), milestones=steps)
    assert [step.goal.met(Decimal(950)) for step in target.milestones] == [True, False, False]
    assert [step.goal.direction.value for step in target.milestones] == ["up", "none", "polarity"]
