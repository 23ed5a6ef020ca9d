"""A plan laid out for its rules, each thing at its JSON Pointer; *not* here: any judgement."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from govplan import to_dict
from govplan.legal import LegalReference
from govplan.model import Breakdown, Goal, Indicator, Observation, Organization, Plan, Target, TaskGroup
from govplan.rules.survey import survey
from govplan.testing import plans
from govplan.values import Jurisdiction, Period


def resolve(form: Any, pointer: str) -> Any:
    """Return what a JSON Pointer (RFC 6901) points to; LookupError where there is nothing."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        form = form[int(step)] if isinstance(form, list) else form[step]
    return form


def target(id: str, *breakdowns: Breakdown) -> Target:
    return Target(id, Indicator("Việc làm", unit="người"), Goal.at_least(5), breakdowns=breakdowns)


def plan(*targets: Target, **fields: object) -> Plan:
    quang_nam = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
    return Plan("p", "Kế hoạch", Organization("Sở"), quang_nam, Period.year(2023), targets=targets, **fields)


def test_targets_stand_after_their_wholes() -> None:
    """A plan is laid out in its own order, the parts of a target right after it."""
    deep = target("women", Breakdown("subset", [target("young")]))
    laid_out = survey(plan(target("jobs", Breakdown("partition", [target("men"), deep])), target("poor")))
    assert [(placed.target.id, placed.path) for placed in laid_out.targets] == [
        ("jobs", "/targets/0"),
        ("men", "/targets/0/partition/0"),
        ("women", "/targets/0/partition/1"),
        ("young", "/targets/0/partition/1/subset/0"),
        ("poor", "/targets/1"),
    ]
    assert [placed.path for placed in laid_out.breakdowns] == ["/targets/0/partition", "/targets/0/partition/1/subset"]
    assert [placed.whole.target.id for placed in laid_out.breakdowns] == ["jobs", "women"]


@pytest.mark.parametrize(
    "breakdowns",
    [
        pytest.param([Breakdown("partition", [target("men")], by="giới tính")], id="said by what"),
        pytest.param([Breakdown("partition", [target("men")], denominator="own")], id="over its own denominator"),
        pytest.param([Breakdown("partition", [target("men")]), Breakdown("subset", [target("young")])], id="two"),
    ],
)
def test_breakdowns_that_files_write_in_full_are_placed_in_full(breakdowns: list[Breakdown]) -> None:
    """Where the short form does not say all, parts stand below `breakdowns`."""
    laid_out = survey(plan(target("jobs", *breakdowns)))
    assert [placed.path for placed in laid_out.breakdowns] == [
        f"/targets/0/breakdowns/{index}" for index in range(len(breakdowns))
    ]
    assert [placed.path for placed in laid_out.targets[1:]] == [
        f"/targets/0/breakdowns/{index}/parts/0" for index in range(len(breakdowns))
    ]


def test_references_stand_in_the_order_of_the_plan() -> None:
    """The issuing act first, then the legal basis, then what the groups cite."""
    references = [LegalReference.parse(f"Quyết định số {number}/QĐ-UBND") for number in range(1, 5)]
    groups = [TaskGroup(1, "Một"), TaskGroup(2, "Hai", legal_references=references[2:])]
    laid_out = survey(plan(document=references[0], legal_basis=references[1:2], task_groups=groups))
    assert [(placed.path, placed.reference) for placed in laid_out.references] == list(
        zip(
            (
                "/document",
                "/legal_basis/0",
                "/task_groups/1/legal_references/0",
                "/task_groups/1/legal_references/1",
            ),
            references,
            strict=True,
        )
    )


def test_what_stands_beside_a_plan_is_kept_in_its_order() -> None:
    """Results and other plans are passed on as they were given; without them there are none."""
    mine, other = plan(), plan(target("jobs"))
    result = Observation("jobs", period=Period.year(2023), value=5)
    laid_out = survey(mine, (result,), (other, mine))
    assert (laid_out.plan, laid_out.observations, laid_out.others.plans) == (mine, (result,), (other, mine))
    assert (survey(mine).observations, survey(mine).others.plans) == ((), ())


@given(plans(max_depth=4))
def test_every_pointer_leads_to_the_thing_itself(plan: Plan) -> None:
    """Whatever form a file gives to breakdowns, each target, breakdown and reference is where its path says."""
    form, laid_out = to_dict(plan), survey(plan)
    for placed in laid_out.targets:
        assert resolve(form, placed.path)["id"] == placed.target.id
    for breakdown in laid_out.breakdowns:
        there = resolve(form, breakdown.path)
        parts = there if isinstance(there, list) else there["parts"]
        assert [part["id"] for part in parts] == [part.target.id for part in breakdown.parts]
    for reference in laid_out.references:
        assert resolve(form, reference.path) == reference.reference.text


@given(plans(max_depth=4))
def test_nothing_is_left_out_and_nothing_stands_twice(plan: Plan) -> None:
    """All targets and all references of a plan are laid out, each at a place of its own."""
    laid_out = survey(plan)
    assert [placed.target for placed in laid_out.targets] == list(plan.walk())
    cited = [reference for group in plan.task_groups for reference in group.legal_references]
    act = [plan.document] if plan.document else []
    assert [placed.reference for placed in laid_out.references] == [*act, *plan.legal_basis, *cited]
    paths = [placed.path for placed in (*laid_out.targets, *laid_out.breakdowns, *laid_out.references)]
    assert len(set(paths)) == len(paths)
