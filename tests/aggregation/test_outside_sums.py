"""Cases that other systems test themselves with, their figures as plans of provinces; *not* here: whose code it was.

Regions and components of an energy model (pyam, IAMconsortium/pyam at 6a1b2a2d79, and its region mappings with
weights), ratios of a results framework (akvo/akvo-rsr at 9fcc12c56f), and the hierarchical roll-up of the Validation
and Transformation Language (sdmx-twg/vtl at 140e946ed3).
"""

from fractions import Fraction
from typing import Any

import pytest

from govplan import aggregate, roll_up
from govplan.aggregation import Why
from govplan.model import Breakdown, Goal, Indicator, Measure, Observation, Organization, Plan, Target
from govplan.values import Jurisdiction, Period

REG_A, REG_B = (Jurisdiction(code, f"reg_{code}", "district", within="49") for code in ("a", "b"))
YEARS = (2005, 2010)
UNITS = {"price": "USD/tấn CO2", "population": "người"}
MEASURES = {"price": Measure.MEAN, "population": Measure.STOCK}
# What the two regions have in the two years, and what the world is said to have.
FIGURES = {
    "primary": ((8, 9), (4, 6), (12, 15)),
    "coal": ((6, 6), (3, 4), (9, 10)),
    "wind": ((2, 3), (1, 2), (3, 5)),
    "co2": ((6, 8), (3, 4), (10, 14)),
    "price": ((1, 30), (10, 21), (4, 27)),
    "population": ((2, 3), (1, 2), (3, 5)),
}


def indicator(id: str) -> Indicator:
    return Indicator(id, id=id, unit=UNITS.get(id, "EJ"), measure=MEASURES.get(id, Measure.FLOW))


def region(index: int, year: int, *, without: str = "") -> Plan:
    place, column = (REG_A, REG_B)[index], YEARS.index(year)
    targets = [
        Target(id, indicator(id), Goal.exactly(rows[index][column])) for id, rows in FIGURES.items() if id != without
    ]
    return Plan(
        f"{place.name}-{year}".replace("_", "-"), "model", Organization("U"), place, Period.year(year), targets=targets
    )


ALL = [region(index, year) for year in YEARS for index in (0, 1)]


@pytest.mark.parametrize("id", ["primary", "coal", "wind", "population"])
def test_regions_sum_to_the_world(id: str) -> None:
    """Energy and people of the two regions are the world's, in both years."""
    found = aggregate(ALL)
    for column, year in enumerate(YEARS):
        group = found.get(id, period=Period.year(year))
        assert group is not None
        assert group.goal is not None
        assert group.goal.lower == FIGURES[id][2][column]


def test_a_component_that_only_the_world_has_is_missing_from_the_regions() -> None:
    """Emissions of the regions fall short of the world's by its bunkers: 1 and 2."""
    found = aggregate(ALL)
    for column, (year, bunkers) in enumerate(zip(YEARS, (1, 2), strict=True)):
        group = found.get("co2", period=Period.year(year))
        assert group is not None
        assert group.goal is not None
        assert group.goal.lower == FIGURES["co2"][2][column] - bunkers


def test_a_price_is_weighted_never_summed() -> None:
    """Summing prices fails; weighted with emissions they are the world's price."""
    bare = aggregate(ALL)
    found = aggregate(ALL, weights="co2")
    for column, year in enumerate(YEARS):
        refused, group = bare.get("price", period=Period.year(year)), found.get("price", period=Period.year(year))
        assert refused is not None
        assert refused.refusal is not None
        assert refused.refusal.why is Why.NOT_ADDITIVE
        assert group is not None
        price = FIGURES["price"][2][column]
        assert group.quotients == (Fraction(price), Fraction(price))


def test_a_missing_weight_refuses_and_a_missing_value_warns() -> None:
    """Without reg_b's emissions there is no price; without its price, reg_a's stands and the other is named."""
    for year, price in zip(YEARS, (1, 30), strict=True):
        no_weight = aggregate([region(0, year), region(1, year, without="co2")], weights="co2").get("price")
        assert no_weight is not None
        assert no_weight.refusal is not None
        assert no_weight.refusal.why is Why.WEIGHT_MISSING
        no_value = aggregate([region(0, year), region(1, year, without="price")], weights="co2").get("price")
        assert no_value is not None
        assert no_value.goal == Goal.exactly(price)
        assert no_value.coverage.missing == ("huyện reg_b",)


@pytest.mark.parametrize(("parts", "imbalance"), [(("coal", "wind"), (0, 0)), (("wind",), (9, 10))])
def test_components_sum_to_their_total(parts: tuple[str, ...], imbalance: tuple[int, int]) -> None:
    """Coal and wind are the world's primary energy; wind alone leaves 9 and 10 unexplained."""
    for column, difference in enumerate(imbalance):
        pieces = [Target(id, indicator(id), Goal.exactly(FIGURES[id][2][column])) for id in parts]
        whole = Target(
            "primary",
            indicator("primary"),
            Goal.exactly(FIGURES["primary"][2][column]),
            breakdowns=[Breakdown("partition", pieces)],
        )
        assert roll_up(whole).imbalance == difference


@pytest.mark.parametrize(
    ("one", "two", "numerator", "denominator"),
    [(("3.14", 17), ("47.11", 4711), "50.25", 4728), (("3.14", 17), ("2.72", 34), "5.86", 51)],
)
def test_a_percentage_is_the_sum_of_both_sides(
    one: tuple[str, int], two: tuple[str, int], numerator: str, denominator: int
) -> None:
    """Two reports of a percentage make the sum of numerators over the sum of denominators, not the mean of both."""
    share = Indicator("share", id="share", unit="%", measure="ratio", numerator="over", denominator="under")
    over, under = (Indicator(id, id=id, unit="người", measure="flow") for id in ("over", "under"))
    plans, results = [], {}
    for place, (above, below) in zip((REG_A, REG_B), (one, two), strict=True):
        targets = [Target(what.id or "", what, Goal.at_least(1)) for what in (share, over, under)]
        plan = Plan(f"plan-{place.code}", "K", Organization("U"), place, Period.year(2023), targets=targets)
        plans.append(plan)
        results[plan.id] = [
            Observation("over", period=plan.period, value=above),
            Observation("under", period=plan.period, value=below),
            Observation("share", period=plan.period, value=1),
        ]
    found = aggregate(plans, of="actual", observations=results)
    group, sums = found.get("share"), [found.get(id) for id in ("over", "under")]
    assert group is not None
    exact = Fraction(numerator) * Fraction(100, denominator)
    assert group.quotients == (exact, exact)
    assert [sum_ and sum_.value for sum_ in sums] == [Fraction(numerator), denominator]


# A leaf has a figure, none (U), or does not occur at all (R, W, Y, Z); what it is part of follows from the rules.
LEAVES = {"M": 2, "N": 5, "O": 4, "P": 7, "Q": -7, "S": 3, "T": 9, "V": 6}
RULES = {"A": "JKL", "B": "MNO", "C": "PQ", "D": "RS", "E": "TUV", "F": "YWZ", "G": "BC", "H": "DE", "I": "DG"}
COUNT = Indicator("count", unit="người", measure="stock")
TIME = Period.year(2010)


def tree(name: str) -> Target:
    parts = [Breakdown("partition", [tree(part) for part in RULES[name]])] if name in RULES else []
    return Target(name.lower(), COUNT, Goal.in_words("x"), breakdowns=parts)


def rolled(missing: Any) -> dict[str, Any]:
    results = [Observation(name.lower(), period=TIME, value=value) for name, value in LEAVES.items()]
    found = {name: roll_up(tree(name), observations=results, missing=missing, period=TIME) for name in RULES}
    return {name: one.value for name, one in found.items() if one.value is not None}


def test_all_parts_are_needed_by_default() -> None:
    """As in the mode non_null: B, C and G have all that they need; partial_null adds rows without a value."""
    assert rolled("refuse") == {"B": 11, "C": 0, "G": 11}


def test_missing_parts_may_count_as_zero() -> None:
    """As in the mode non_zero D is 3 and I 14; E and H are null there, for U is null, which here is missing too."""
    found = rolled("as_zero")
    assert {name: found[name] for name in "BCDGI"} == {"B": 11, "C": 0, "D": 3, "G": 11, "I": 14}
    assert {name: found[name] for name in "EH"} == {"E": 15, "H": 18}
    assert "A" not in found
    assert "F" not in found
