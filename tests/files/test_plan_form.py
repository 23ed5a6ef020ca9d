"""What only a whole plan file knows: ids of indicators, and which unit a bare code meant on the plan's day."""

from datetime import date

import pytest
from attrs import evolve

from govplan import (
    Breakdown,
    DatasetError,
    Goal,
    Indicator,
    Jurisdiction,
    Organization,
    Period,
    Plan,
    Target,
    Text,
    dumps,
    from_dict,
    loads,
    to_dict,
)
from govplan.values import Level

QUANG_NAM = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
# One code, two units: the province before the merger of 2025 and the one after it.
DA_NANG_OLD, DA_NANG = (Jurisdiction.in_force("48", date(year, 8, 1)) for year in (2023, 2026))
POOR = Indicator("Hộ nghèo", id="poor", unit="hộ", measure="stock", polarity="lower")
GOAL = Goal.reduce_by(3000)


def plan(*targets: Target, **fields: object) -> Plan:
    given = {"jurisdiction": QUANG_NAM, "period": Period.year(2023), **fields}
    return Plan("p", "Chương trình", Organization("Sở Lao động"), targets=targets, **given)


def file(head: str = "", jurisdiction: str = "VN-27", period: str = "2023") -> str:
    return f"govplan: 1\nid: p\ntitle: T\nissuer: S\njurisdiction: {jurisdiction}\nperiod: {period}\n{head}"


# --- jurisdictions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jurisdiction", "period", "head", "unit"),
    [
        ("VN-27", "2023", "", QUANG_NAM),
        ("'49'", "2023", "", QUANG_NAM),
        ("49@1997-01-01", "2030", "", QUANG_NAM),
        ("VN", "2023", "", Jurisdiction.in_force("VN", date(2023, 1, 1))),
        ("48", "2023", "", DA_NANG_OLD),
        ("48", "2026", "", DA_NANG),
        # The day of issue decides, not the period: a plan made before the merger is of the old unit.
        ("48", "2026-2030", "issued: 2025-06-30\n", DA_NANG_OLD),
        ("48", "2023", "issued: 2025-07-01\n", DA_NANG),
    ],
)
def test_a_bare_code_means_the_unit_in_force(jurisdiction: str, period: str, head: str, unit: Jurisdiction) -> None:
    """On the day of issue, or on the first day of the period when none is given; a key says its own day."""
    assert loads(file(head, jurisdiction, period)).jurisdiction == unit


def test_targets_have_units_of_the_same_day() -> None:
    """An allocation to provinces names them by codes that meant them when the plan was issued."""
    whole = "id: a, indicator: {name: N}, goal: {at_least: 1}"
    part = "{id: b, indicator: {name: N}, jurisdiction: '48', goal: {at_least: 1}}"
    head = f"issued: 2023-01-04\ntargets:\n- {{{whole}, allocation: [{part}]}}\n"
    [target] = loads(file(head)).targets
    assert target.parts[0].jurisdiction == DA_NANG_OLD
    head = head.replace(f"allocation: [{part}]", f"breakdowns: [{{relation: allocation, parts: [{part}]}}]")
    assert loads(file(head)).targets == (target,)


def test_a_code_that_meant_nothing_on_the_day_is_refused() -> None:
    """With what it stood for, and when."""
    with pytest.raises(DatasetError) as caught:
        loads(file("issued: 2025-07-01\n"))
    [problem] = caught.value.problems
    assert (problem.line, problem.column, problem.pointer) == (5, 1, "/jurisdiction")
    assert problem.en.startswith("jurisdiction not in force: found VN-27 on 2025-07-01; the code stood for")
    assert "đơn vị hành chính không có hiệu lực: gặp VN-27 vào ngày 2025-07-01" in problem.vi


def test_the_shortest_code_that_means_the_unit_is_written() -> None:
    """The ISO code, else the official one, else the key with its day, else the unit in full."""
    assert to_dict(plan())["jurisdiction"] == "VN-27"
    assert to_dict(plan(jurisdiction=DA_NANG, period=Period.year(2026)))["jurisdiction"] == "48"
    assert to_dict(plan(period=Period.year(2026)))["jurisdiction"] == "49@1997-01-01"
    district = Jurisdiction("49.1", Text("Đại Lộc"), Level.DISTRICT, within="49", predecessors=("x", "y"))
    assert to_dict(plan(jurisdiction=district))["jurisdiction"] == {
        "code": "49.1",
        "name": {"vi": "Đại Lộc"},
        "level": "district",
        "within": "49",
        "predecessors": ["x", "y"],
    }
    other = evolve(QUANG_NAM, name=Text("Quảng Nam cũ"))
    assert to_dict(plan(jurisdiction=other))["jurisdiction"]["valid_from"] == "1997-01-01"
    for unit in (district, other):
        assert from_dict(to_dict(unit), Jurisdiction) == unit


def test_a_unit_outside_a_plan_is_written_with_its_day() -> None:
    """to_dict of a unit alone needs no plan to be read again."""
    assert to_dict(QUANG_NAM) == "49@1997-01-01"
    assert from_dict("49@1997-01-01", Jurisdiction) == QUANG_NAM
    with pytest.raises(DatasetError, match="jurisdiction not in force: found VN-27 on 9999-12-31"):
        from_dict("VN-27", Jurisdiction)


# --- indicators ------------------------------------------------------------------------------


def test_targets_name_indicators_that_the_plan_defines() -> None:
    """One definition serves targets and their parts in every breakdown, and is written once."""
    women = Target("women", POOR, GOAL)
    target = Target(
        "poor", POOR, GOAL, breakdowns=[Breakdown("subset", [women]), Breakdown("overlap", [women], by="tuổi")]
    )
    short = Target("short", POOR, GOAL, breakdowns=[Breakdown("subset", [women])])
    whole = plan(target, short, indicators=[POOR])
    form = to_dict(whole)
    assert [item["indicator"] for item in form["targets"]] == ["poor", "poor"]
    assert [item["parts"][0]["indicator"] for item in form["targets"][0]["breakdowns"]] == ["poor", "poor"]
    assert form["targets"][1]["subset"][0]["indicator"] == "poor"
    assert loads(dumps(whole)) == whole


def test_an_indicator_that_differs_is_written_out() -> None:
    """An id alone is only written where it says all; of two definitions with one id, the first is meant."""
    other = evolve(POOR, unit=None)
    first = plan(Target("a", POOR, GOAL), Target("b", other, GOAL), indicators=[POOR, other])
    form = to_dict(first)
    assert form["targets"][0]["indicator"] == "poor"
    assert form["targets"][1]["indicator"]["id"] == "poor"
    assert loads(dumps(first)) == first
    assert loads(dumps(evolve(first, indicators=[other, POOR]))) == evolve(first, indicators=[other, POOR])


def test_definitions_without_id_serve_nobody_by_name() -> None:
    """They are kept as they stand."""
    nameless = evolve(POOR, id=None)
    whole = plan(Target("a", nameless, GOAL), indicators=[nameless])
    assert to_dict(whole)["targets"][0]["indicator"] == to_dict(nameless)
    assert loads(dumps(whole)) == whole


def test_outside_a_plan_an_id_means_nothing() -> None:
    """A target alone has no definitions to name."""
    with pytest.raises(DatasetError, match="indicator not defined: found the id 'poor'; define it under indicators"):
        from_dict({"id": "a", "indicator": "poor", "goal": {"at_least": "1"}}, Target)
    assert from_dict(to_dict(Target("a", POOR, GOAL)), Target) == Target("a", POOR, GOAL)


# --- polarity --------------------------------------------------------------------------------


def test_a_direction_that_the_indicator_gives_is_not_written() -> None:
    """A range on an indicator of which less is better is a plain range; without polarity it waits for one."""
    better_low = Target("a", POOR, Goal.between(1500, 1700))
    assert better_low.goal.direction.value == "down"
    assert to_dict(better_low)["goal"] == {"between": ["1500", "1700"]}
    against = Target("a", POOR, evolve(Goal.between(1500, 1700), direction="up"))
    assert to_dict(against)["goal"] == {"increase_to": ["1500", "1700"]}
    unknown = Target("a", evolve(POOR, polarity=None), Goal.exactly(5))
    assert to_dict(unknown)["goal"] == {"exactly": "5"}
    for target in (better_low, against, unknown):
        assert from_dict(to_dict(target), Target) == target
