"""Plans beside one another on one indicator; *not* here: two goals alone (`test_beside`)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import AmbitionRanking, compare_ambition
from govplan.errors import InvalidValueError
from govplan.model import Basis, Breakdown, Code, Goal, Indicator, Organization, Plan, Target
from govplan.testing import goals, numbers, plans
from govplan.values import Jurisdiction, Period

CODES = ["VN-27", "VN-49", "VN-26", "VN-01"]
TRAINED = Indicator("Lao động qua đào tạo", id="trained", unit="%", measure="ratio", polarity="higher")
JOBS = Indicator("Việc làm", id="jobs", unit="người", measure="flow", polarity="higher")


def plan(code: str, *asked: tuple[Indicator, Goal], id: str | None = None, year: int = 2023, **more: Any) -> Plan:
    targets = [Target(f"t{number}", indicator, goal, **more) for number, (indicator, goal) in enumerate(asked)]
    place = Jurisdiction.in_force(code, date(2023, 1, 4))
    return Plan(id or code.lower(), "Kế hoạch", Organization("Sở"), place, Period.year(year), targets=targets)


def ranks(found: AmbitionRanking) -> list[tuple[str, int | None]]:
    return [(entry.plan_id, entry.rank) for entry in found.entries]


def why(found: AmbitionRanking) -> dict[str, str]:
    return {entry.plan_id: entry.refusal.code for entry in found.entries if entry.refusal is not None}


def test_goals_that_ask_as_much_share_a_rank() -> None:
    """And the next rank is left out, as in a race; who has no target on it is named."""
    asked = {"VN-27": 71, "VN-49": 68, "VN-26": 71}
    others = [plan("VN-01", (JOBS, Goal.at_least(5)))]
    found = compare_ambition(
        [*(plan(code, (TRAINED, Goal.at_least(share))) for code, share in asked.items()), *others], "trained"
    )
    assert ranks(found) == [("vn-26", 1), ("vn-27", 1), ("vn-49", 3)]
    assert (found.without, str(found.name), found.refused) == (("vn-01",), "Lao động qua đào tạo", ())
    assert str(found.entries[2]) == "3. tỉnh Vĩnh Long: Lao động qua đào tạo: ít nhất 68%"


def test_a_lower_ceiling_asks_more() -> None:
    """Limits are ranked by how tight they are, an open one before a closed one at the same place."""
    asked = {"VN-27": Goal.at_most(4), "VN-49": Goal.below(4), "VN-26": Goal.at_most(5)}
    found = compare_ambition([plan(code, (TRAINED, goal)) for code, goal in asked.items()], "trained")
    assert ranks(found) == [("vn-49", 1), ("vn-27", 2), ("vn-26", 3)]


def test_the_larger_group_is_ranked_and_the_rest_says_why_not() -> None:
    """One that measures otherwise, one on another basis and one in words stand beside the others without a rank."""
    found = compare_ambition(
        [
            plan("VN-27", (TRAINED, Goal.at_least(71)), id="a"),
            plan("VN-49", (TRAINED, Goal.at_least(68)), id="b"),
            plan("VN-26", (evolve(TRAINED, denominator="dân số"), Goal.at_least(90)), id="c"),
            plan("VN-27", (evolve(TRAINED, denominator="lao động"), Goal.at_least(60)), id="d"),
            plan("VN-49", (TRAINED, Goal.increase_by(2)), id="e"),
            plan("VN-49", (TRAINED, Goal.in_words("Cao hơn")), id="f"),
            plan("VN-49", (evolve(TRAINED, unit="người"), Goal.at_least(5)), id="g"),
        ],
        "trained",
    )
    assert ranks(found) == [("c", 1), ("a", 2), ("b", 3), ("d", None), ("e", None), ("g", None), ("f", None)]
    assert why(found) == {"d": "definitions_differ", "e": "goals_differ", "f": "words", "g": "units_differ"}


@pytest.mark.parametrize("measure", ["flow", "stock", None])
def test_amounts_of_two_places_are_not_ranked(measure: str | None) -> None:
    """Not even the first of them; of one place over the years they are."""
    indicator = evolve(JOBS, measure=measure)
    apart = compare_ambition([plan(code, (indicator, Goal.at_least(5))) for code in CODES[:2]], "jobs")
    assert (apart.ranked, set(why(apart).values())) == ((), {"other_territory"})
    years = [plan("VN-27", (indicator, Goal.at_least(year)), id=f"y{year}", year=year) for year in (2022, 2023)]
    assert ranks(compare_ambition(years, "jobs")) == [("y2023", 1), ("y2022", 2)]


def test_headlines_come_before_parts() -> None:
    """A plan's own target on the indicator is taken; only where it has none, a part is."""
    women = Breakdown("subset", [Target("women", TRAINED, Goal.at_least(99))])
    headline = plan("VN-27", (TRAINED, Goal.at_least(71)), breakdowns=[women])
    inside = plan("VN-49", (JOBS, Goal.at_least(71)), breakdowns=[women])
    found = compare_ambition([headline, inside], "trained")
    assert [(entry.plan_id, entry.path) for entry in found.entries] == [
        ("vn-49", "/targets/0/subset/0"),
        ("vn-27", "/targets/0"),
    ]


def test_indicators_meet_by_code_and_by_mapping() -> None:
    """What has no id in common is found where a code or the user says so, and by nothing else."""
    coded = [evolve(TRAINED, id=id, codes=[Code("list", "0403")]) for id in ("trained", "skilled")]
    goal = Goal.at_least(5)
    given = [
        plan("VN-27", (coded[0], goal)),
        plan("VN-49", (coded[1], goal)),
        plan("VN-26", (evolve(TRAINED, id=None), goal)),
    ]
    assert [one for one, _ in ranks(compare_ambition(given, "skilled"))] == ["vn-27", "vn-49"]
    found = compare_ambition(given, "trained", mapping={"vn-26/t0": "trained"})
    assert [one for one, _ in ranks(found)] == ["vn-26", "vn-27", "vn-49"]


def test_ranges_without_direction_are_ranked_where_one_lies_within_the_other() -> None:
    """A narrower range asks more; one that asks more on one side and less on the other has no rank."""
    asked = {"a": (1, 9), "b": (3, 5), "c": (4, 8)}
    open_ended = evolve(TRAINED, polarity=None)
    given = [plan("VN-27", (open_ended, Goal.between(*pair)), id=id) for id, pair in asked.items()]
    found = compare_ambition(given, "trained")
    assert ranks(found) == [("b", 1), ("a", 2), ("c", None)]


def test_nothing_to_compare_is_no_error() -> None:
    """No plans, or none with a target on it; something that is no plan is one."""
    assert compare_ambition([], "trained") == AmbitionRanking("trained", None, (), ())
    alone = compare_ambition([plan("VN-27", (TRAINED, Goal.at_least(5)))], "trained")
    assert ranks(alone) == [("vn-27", 1)]
    with pytest.raises(InvalidValueError, match=r"plans are compared: found 'a.yaml'; load each"):
        compare_ambition(["a.yaml"], "trained")  # type: ignore[list-item]


# --- laws ----------------------------------------------------------------------------------


AMOUNTS = numbers(min_value=0, max_digits=3, max_decimals=1)
INDICATORS = st.sampled_from(
    [TRAINED, evolve(TRAINED, measure=None, polarity=None), evolve(TRAINED, measure="mean"), evolve(JOBS, id="trained")]
)
ASKED = st.lists(st.tuples(st.sampled_from(CODES), INDICATORS, goals(values=AMOUNTS)), max_size=6)


def plans_of(asked: list[tuple[str, Indicator, Goal]]) -> list[Plan]:
    found = []
    for number, (code, indicator, goal) in enumerate(asked):
        lacks_bound = goal.basis is not Basis.TEXT and None in (goal.lower, goal.upper)
        indicator = evolve(indicator, polarity=None) if lacks_bound else indicator
        found.append(plan(code, (indicator, goal), id=f"p{number}"))
    return found


@given(ASKED, st.randoms(use_true_random=False))
def test_the_order_of_the_plans_does_not_matter(asked: list[tuple[str, Indicator, Goal]], random: Any) -> None:
    """Every plan has its place, with a rank or with a reason, whichever comes first."""
    given = plans_of(asked)
    found = compare_ambition(given, "trained")
    random.shuffle(given)
    assert compare_ambition(given, "trained") == found
    assert sorted(entry.plan_id for entry in found.entries) == sorted(one.id for one in given)
    assert all((entry.rank is None) is (entry.refusal is not None) for entry in found.entries)
    assert [entry.rank for entry in found.ranked] == sorted(entry.rank or 0 for entry in found.ranked)


@given(ASKED)
def test_a_better_rank_asks_more(asked: list[tuple[str, Indicator, Goal]]) -> None:
    """Any two with a rank compare, and as their ranks say."""
    ranked = compare_ambition(plans_of(asked), "trained").ranked
    for one in ranked:
        for two in ranked:
            order = one.target.goal.compare_ambition(two.target.goal)
            assert order is not None
            assert order == ((one.rank or 0) < (two.rank or 0)) - ((one.rank or 0) > (two.rank or 0))


@given(st.lists(plans(), max_size=3), st.sampled_from(["a", "x-1", "trained"]), st.data())
def test_any_plans_are_put_beside_one_another(some: list[Plan], id: str, data: st.DataObject) -> None:
    """Whatever they hold: unknown measures, words, numbers at the bounds; nothing is raised."""
    ids = [target.indicator.id for one in some for target in one.walk() if target.indicator.id is not None]
    wanted = data.draw(st.sampled_from(ids)) if ids else id
    found = compare_ambition(some, wanted)
    assert {entry.plan_id for entry in found.entries} | {*found.without} == {one.id for one in some}


def test_units_of_one_kind_are_ranked_together() -> None:
    """0,6 of a thousand is more than 500."""
    thousands = evolve(JOBS, unit="nghìn người")
    given = [
        plan("VN-27", (JOBS, Goal.at_least(500)), id="a"),
        plan("VN-27", (thousands, Goal.at_least(Decimal("0.6"))), id="b"),
    ]
    assert ranks(compare_ambition(given, "jobs")) == [("b", 1), ("a", 2)]
