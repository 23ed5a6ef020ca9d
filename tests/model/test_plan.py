"""A whole plan."""

from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given

from govplan.errors import GovplanError, InvalidDateError, InvalidNumberError, InvalidTextError, InvalidValueError
from govplan.legal import LegalReference
from govplan.model import Breakdown, Declared, Goal, Indicator, Organization, Plan, Target, TaskGroup
from govplan.testing import plans
from govplan.values import Jurisdiction, Period, Text

RATE = Indicator("Tỷ lệ lao động qua đào tạo", "trained-rate", "%", "ratio", "higher")
CERTIFIED = Target("certified", RATE, Goal.at_least(31))
TRAINED = Target("trained", RATE, Goal.at_least(71), breakdowns=[Breakdown("subset", [CERTIFIED])])
POOR = Target("poor", Indicator("Số hộ nghèo", unit="hộ"), Goal.reduce_by(3000))
SOUND = {
    "id": "phuyen-2023",
    "title": "Chương trình công tác năm 2023",
    "issuer": "Sở Lao động - Thương binh và Xã hội",
    "jurisdiction": Jurisdiction.in_force("VN-32", date(2023, 1, 4)),
    "period": Period.year(2023),
}


def test_five_things_make_a_plan() -> None:
    """An id, a title, an issuer, a place and a period; everything else may be missing."""
    plan = Plan(**SOUND)
    assert plan.issuer == Organization("Sở Lao động - Thương binh và Xã hội")
    assert plan.title == Text("Chương trình công tác năm 2023")
    assert (plan.issued, plan.document, plan.amends, plan.declared, plan.source) == (None,) * 5
    assert (plan.legal_basis, plan.notes, plan.indicators, plan.targets, plan.task_groups) == ((),) * 5
    assert str(plan) == "Chương trình công tác năm 2023"
    assert list(plan.walk()) == []


def test_a_plan_holds_its_lists_in_their_order() -> None:
    """Targets, groups, documents and notes stay as the source has them, as tuples."""
    decree, law = LegalReference.parse("Nghị định số 31/2018/NĐ-CP"), LegalReference.parse("Luật Nhà ở")
    groups = [TaskGroup(2, "Giảm nghèo"), TaskGroup(1, "Tuyên truyền")]
    plan = Plan(
        **SOUND,
        document=decree,
        legal_basis=[law, decree],
        declared=Declared(task_groups=15),
        notes=["Năm của ngày ban hành được suy ra", Text(en="Read from the press")],
        indicators=[RATE],
        targets=[POOR, TRAINED],
        task_groups=groups,
    )
    assert plan.targets == (POOR, TRAINED)
    assert plan.task_groups == tuple(groups)
    assert plan.legal_basis == (law, decree)
    assert plan.notes == (Text("Năm của ngày ban hành được suy ra"), Text(en="Read from the press"))
    assert plan.declared == Declared(15, None)


def test_targets_and_parts_are_found_by_their_ids() -> None:
    """At any depth, the first of several, None for an id that nothing has."""
    second = evolve(CERTIFIED, goal=Goal.at_least(99))
    plan = Plan(**SOUND, targets=[POOR, TRAINED, second])
    assert [target.id for target in plan.walk()] == ["poor", "trained", "certified", "certified"]
    assert plan.target("trained") is TRAINED
    assert plan.target("certified") is CERTIFIED
    assert plan.target("Certified") is None


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"id": "Phú Yên"}, InvalidTextError, "not an id: found 'Phú Yên'"),
        ({"title": ""}, InvalidTextError, "empty text"),
        ({"issuer": None}, InvalidTextError, "neither vi nor en"),
        ({"jurisdiction": "VN-32"}, InvalidValueError, "Jurisdiction expected for jurisdiction: found 'VN-32'"),
        ({"jurisdiction": None}, InvalidValueError, "Jurisdiction expected for jurisdiction: found None"),
        ({"period": 2023}, InvalidValueError, "Period expected for period: found 2023"),
        ({"issued": "2023-01-04"}, InvalidDateError, "not a date: found '2023-01-04'"),
        ({"issued": datetime(2023, 1, 4)}, InvalidDateError, "not a date"),
        ({"document": "Luật Nhà ở"}, InvalidValueError, "LegalReference expected for document"),
        ({"amends": "năm trước"}, InvalidTextError, "not an id"),
        ({"legal_basis": ["Luật Nhà ở"]}, InvalidValueError, "LegalReference expected in a list"),
        ({"declared": {"task_groups": 15}}, InvalidValueError, "Declared expected for declared"),
        ({"source": "báo"}, InvalidValueError, "Source expected for source"),
        ({"notes": "một"}, InvalidValueError, "a list expected: found 'một'"),
        ({"notes": [""]}, InvalidTextError, "empty text"),
        ({"indicators": ["a"]}, InvalidValueError, "Indicator expected in a list: found 'a'"),
        ({"targets": TRAINED}, InvalidValueError, "a list expected"),
        ({"targets": [RATE]}, InvalidValueError, "Target expected in a list"),
        ({"task_groups": [1]}, InvalidValueError, "TaskGroup expected in a list: found 1"),
    ],
)
def test_what_no_plan_has_is_refused(fields: dict[str, object], error: type[GovplanError], message: str) -> None:
    """Each field says what it takes."""
    with pytest.raises(error, match=message):
        Plan(**{**SOUND, **fields})


@pytest.mark.parametrize("count", [-1, 1_000_000, True, "15", 15.0])
def test_what_a_plan_declares_of_itself_is_counted(count: object) -> None:
    """Counts are whole numbers from 0; nothing declared is None, not 0."""
    with pytest.raises(InvalidNumberError, match="not a count: found"):
        Declared(task_groups=count)
    with pytest.raises(InvalidNumberError, match="not a count: found"):
        Declared(targets=count)
    assert (Declared(0).task_groups, Declared(0).targets) == (0, None)


@given(plans())
def test_every_target_of_a_plan_is_met_on_the_walk_and_found_by_its_id(plan: Plan) -> None:
    """The walk is the walks of the targets, and the first with an id is the one found."""
    walked = list(plan.walk())
    assert walked == [one for target in plan.targets for one in target.walk()]
    first = {}
    for one in walked:
        first.setdefault(one.id, one)
    assert {id_: plan.target(id_) for id_ in first} == first
    assert plan.target("no-target-has-this-id-x9") is None


@given(plans())
def test_a_plan_is_a_value(plan: Plan) -> None:
    """Equal fields make equal plans that hash alike; a plan cannot be changed in place."""
    again = evolve(plan, targets=list(plan.targets), task_groups=list(plan.task_groups))
    assert again == plan
    assert hash(again) == hash(plan)
    with pytest.raises(AttributeError):
        plan.id = "other"
