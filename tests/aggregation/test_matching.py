"""Which target of one plan is which of another; *not* here: what changed between them (`test_comparison`)."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import govplan
from govplan.aggregation.change import ChangeKind
from govplan.aggregation.matching import match, names_of, placed_in
from govplan.model import Breakdown, Code, Goal, Indicator, Organization, Plan, Target
from govplan.testing import plans
from govplan.values import Jurisdiction, Period

QUANG_NAM = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
VINH_LONG = Jurisdiction.in_force("VN-49", date(2023, 1, 4))
DISTRICTS = [Jurisdiction(code, code, "district", within="49") for code in ("506", "507")]
JOBS = Indicator("Việc làm", id="jobs", unit="người", measure="flow")
LOCAL = Indicator("Việc làm", unit="người", measure="flow")


def target(id: str, indicator: Indicator = JOBS, amount: int = 5, **more: Any) -> Target:
    return Target(id, indicator, Goal.at_least(amount), **more)


def plan(*targets: Target, id: str = "old", place: Jurisdiction = QUANG_NAM, **more: Any) -> Plan:
    return Plan(id, "Kế hoạch", Organization("Sở"), place, Period.year(2023), targets=targets, **more)


def met(old: Plan, new: Plan, mapping: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Return the ids of what belongs together, "" where a side has nothing."""
    return [
        ("+".join(one.target.id for one in found.old), "+".join(one.target.id for one in found.new))
        for found in match(old, new, mapping)
    ]


# --- what they measure ---------------------------------------------------------------------


def test_targets_meet_by_what_they_measure() -> None:
    """One indicator under two ids of targets, or one code under two ids of indicators; names say nothing."""
    code = [Code("list", "0403")]
    assert met(plan(target("a")), plan(target("b"), place=VINH_LONG)) == [("a", "b")]
    assert met(
        plan(target("a", evolve(JOBS, codes=code))),
        plan(target("b", evolve(JOBS, id="work", codes=code)), place=VINH_LONG),
    ) == [("a", "b")]
    assert met(plan(target("a", LOCAL)), plan(target("a", LOCAL), place=VINH_LONG)) == [("a", ""), ("", "a")]


def test_what_is_measured_weighs_more_than_an_id() -> None:
    """Two targets that changed places are found where they are now."""
    other = evolve(JOBS, id="other")
    assert met(plan(target("a"), target("b", other)), plan(target("a", other), target("b"))) == [("a", "b"), ("b", "a")]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (plan(target("a", LOCAL)), [("a", "a")]),
        (plan(target("a", LOCAL), place=VINH_LONG, amends="old"), [("a", "a")]),
        (plan(target("a", LOCAL), place=VINH_LONG), [("a", ""), ("", "a")]),
    ],
)
def test_ids_of_targets_meet_in_one_place_or_in_a_revision(new: Plan, expected: list[tuple[str, str]]) -> None:
    """Two provinces may call two things by one id; a province does not."""
    old = plan(target("a", LOCAL))
    assert met(old, new) == expected
    assert sorted(met(new, old)) == sorted((two, one) for one, two in expected)


def test_two_indicators_under_one_id_of_a_target_are_marked() -> None:
    """They belong together, and do not measure alike; where one has no id nothing contradicts."""
    [found] = match(plan(target("a")), plan(target("a", evolve(JOBS, id="net"))))
    assert not found.measures_alike
    [found] = match(plan(target("a")), plan(target("a", LOCAL)))
    assert found.measures_alike


def test_places_are_kept_apart() -> None:
    """Shares of districts meet those of the same districts, and the province's own target its own."""
    old = plan(target("a"), *(target(f"d{number}", jurisdiction=one) for number, one in enumerate(DISTRICTS)))
    new = plan(
        *(target(f"e{number}", jurisdiction=one) for number, one in reversed(list(enumerate(DISTRICTS)))), target("b")
    )
    assert met(old, new) == [("a", "b"), ("d0", "e0"), ("d1", "e1")]
    alone = plan(target("d", jurisdiction=DISTRICTS[1]))
    assert met(plan(target("d", jurisdiction=DISTRICTS[0])), alone) == [("d", ""), ("", "d")]


def test_times_tell_targets_on_one_indicator_apart() -> None:
    """That for 2025 meets that for 2025, whichever stands first."""
    at = [Period.year(year) for year in (2024, 2025, 2026)]
    old = plan(target("a", horizon=at[0]), target("b", horizon=at[1]))
    new = plan(target("c", horizon=at[1]), target("d", horizon=at[2]))
    assert met(old, new) == [("a", "d"), ("b", "c")]


def test_parts_that_measure_what_their_whole_does_meet_by_id_alone() -> None:
    """Of women and of men: neither is taken for the other, nor for the whole."""
    women, men = (
        target("w", children, breakdowns=[Breakdown("subset", [target(part)])])
        for children, part in ((JOBS, "women"), (JOBS, "men"))
    )
    assert met(plan(women), plan(men)) == [("w", "w"), ("women", ""), ("", "men")]
    assert met(plan(target("x", LOCAL, breakdowns=[Breakdown("subset", [target("p")])])), plan(target("q"))) == [
        ("p", "q"),
        ("x", ""),
    ]


# --- mapping -------------------------------------------------------------------------------


def test_a_mapping_comes_before_ids() -> None:
    """It brings together what has no id in common, and keeps apart what the user says is two."""
    old, new = plan(target("a", LOCAL)), plan(target("b", LOCAL), id="new", place=VINH_LONG)
    assert met(old, new, {"old/a": "x", "new/b": "x"}) == [("a", "b")]
    assert met(plan(target("a")), plan(target("a"), id="new"), {"new/a": "y"}) == [("a", ""), ("", "a")]
    assert met(plan(target("a")), plan(target("b", evolve(JOBS, id="work"))), {"work": "jobs"}) == [("a", "b")]


def test_a_mapping_divides_only_what_it_names() -> None:
    """Two that it names stand for one; beside one that merely measures the same it names that one alone."""
    old = plan(target("a"))
    new = plan(target("b", LOCAL), target("c", LOCAL), id="new")
    [found] = match(old, new, {"new/b": "jobs", "new/c": "jobs"})
    assert (found.division, [one.target.id for one in found.new]) == (ChangeKind.SPLIT, ["b", "c"])
    assert met(old, new, {"new/c": "jobs"}) == [("a", "c"), ("", "b")]


# --- paths and laws ------------------------------------------------------------------------


def test_paths_are_those_of_findings() -> None:
    """Short where the file may be short, long where it has to say more."""
    parts = [target("p"), target("q")]
    short = Breakdown("partition", parts)
    long = Breakdown("subset", [target("r")], denominator="own")
    found = placed_in(
        plan(target("a", breakdowns=[short]), target("b", breakdowns=[long]), target("c", breakdowns=[short, long]))
    )
    assert [one.path for one in found] == [
        "/targets/0",
        "/targets/0/partition/0",
        "/targets/0/partition/1",
        "/targets/1",
        "/targets/1/breakdowns/0/parts/0",
        "/targets/2",
        "/targets/2/breakdowns/0/parts/0",
        "/targets/2/breakdowns/0/parts/1",
        "/targets/2/breakdowns/1/parts/0",
    ]
    assert [one.partitions for one in found if not one.is_part] == [((1, 2),), (), ((6, 7),)]


@given(plans(max_depth=3))
def test_paths_lead_to_their_targets(some: Plan) -> None:
    """In the file form of the plan, in the order in which the plan walks."""
    form = govplan.to_dict(some)
    placed = placed_in(some)
    assert [one.target for one in placed] == list(some.walk())
    for one in placed:
        there: Any = form
        for step in one.path.split("/")[1:]:
            there = there[int(step)] if isinstance(there, list) else there[step]
        assert there["id"] == one.target.id


@given(plans(), plans())
def test_equal_names_mean_one_indicator(one: Plan, two: Plan) -> None:
    """Targets with an id have a name, local ones without a code have none, and one id has one name."""
    placed = [*placed_in(one), *placed_in(two)]
    names, _ = names_of(placed)
    by_id: dict[str, str | None] = {}
    for there, name in zip(placed, names, strict=True):
        indicator = there.target.indicator
        assert (name is None) is (indicator.id is None and not indicator.codes)
        if indicator.id is not None:
            assert by_id.setdefault(indicator.id, name) == name
