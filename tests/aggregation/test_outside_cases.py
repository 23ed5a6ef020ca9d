"""Whose practice each answer follows, and where it is another on purpose; *not* here: files of theirs.

The figures are those that other systems test themselves with, as plans of our own. Sums over regions and hierarchies
in depth are in `test_outside_sums.py`, published judgements in `test_assessment.py` and `tests/rules`.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from attrs import frozen

from govplan import Aggregate, Figure, RollUp, TargetAssessment, aggregate, assess, roll_up
from govplan.aggregation import percent
from govplan.model import Baseline, Breakdown, Goal, Indicator, Observation, Organization, Plan, Target
from govplan.values import Jurisdiction, Period

PYAM = "pyam: tests of features and of regions"
AKVO = "Akvo RSR: tests of cumulative updates and of percentages"
OKR = "okr-tracker: tests of key results"
SDG = "Open SDG: data of its progress measure"
VTL = "VTL 2.1: hierarchical roll-up"
NOMENCLATURE = "nomenclature: region processing"
QUANG_NAM = "Quảng Nam: budget revenue of 2023 as reported"


@frozen
class Practice:
    """One case of another system: what it answers there, and here; `because` says why where the two differ.

    An answer is an exact number, several of them, or the code of a refusal; `theirs` is put in these terms.
    """

    whose: str
    case: str
    ours: Callable[[], Any]
    theirs: Any
    otherwise: Any = None
    because: str = ""


# --- what the cases are made of --------------------------------------------------------------

REGIONS = {
    "a": Jurisdiction("a", "reg_a", "district", within="49"),
    "b": Jurisdiction("b", "reg_b", "district", within="49"),
    "c": Jurisdiction("c", "reg_c", "district", within="51"),
}
YEAR = Period.year(2005)
ENERGY = Indicator("Năng lượng", id="energy", unit="EJ", measure="flow")
EMISSIONS = Indicator("Phát thải", id="co2", unit="tấn CO2", measure="flow")
PRICE = Indicator("Giá các-bon", id="price", unit="USD/tấn CO2", measure="mean")
SHARE = Indicator("Tỷ lệ", id="share", unit="%", measure="ratio", numerator="over", denominator="under")
OVER, UNDER = (Indicator(id, id=id, unit="người", measure="flow") for id in ("over", "under"))


def plan(place: str, **values: int | str | None) -> Plan:
    """Return the plan of a region: a figure for each of some indicators, words where there is none."""
    known = {"energy": ENERGY, "co2": EMISSIONS, "price": PRICE, "share": SHARE, "over": OVER, "under": UNDER}
    targets = [
        Target(f"{place}-{id}", known[id], Goal.in_words("chưa rõ") if value is None else Goal.exactly(value))
        for id, value in values.items()
    ]
    return Plan(f"region-{place}", "Kế hoạch", Organization("Vùng"), REGIONS[place], YEAR, targets=targets)


def over_regions(id: str, *plans: Plan, **options: Any) -> Any:
    found = aggregate(plans, **options).get(id)
    assert found is not None
    return answer(found)


def whole(indicator: Indicator, stated: int | str, *parts: int | str | None, **more: Any) -> Target:
    made = [
        Target(f"part-{number}", indicator, Goal.in_words("chưa rõ") if part is None else Goal.exactly(part))
        for number, part in enumerate(parts)
    ]
    return Target("whole", indicator, Goal.exactly(stated), breakdowns=[Breakdown("partition", made, **more)])


def side_by_side(indicator: Indicator, stated: int | str, *parts: int | str) -> Any:
    """Return what is stated and what the parts come to."""
    [bound] = {(bound.stated, bound.total) for bound in roll_up(whole(indicator, stated, *parts)).bounds}
    return bound


def reported(*reports: tuple[date, int], as_of: date) -> Any:
    """Return what is known on a day of a cumulative series over three quarters, from reports in their order."""
    jobs = Indicator("Việc làm", unit="người", measure="flow")
    place = Jurisdiction.in_force("VN-27", date(2023, 1, 1))
    aim = Target("jobs", jobs, Goal.at_least(10))
    results = [Observation("jobs", as_of=day, value=value, mode="since_start") for day, value in reports]
    found = assess(Plan("p", "Kế hoạch", "Sở", place, Period.months(2023, 1, 9), targets=[aim]), results, as_of=as_of)
    return found.targets[0].actual and found.targets[0].actual.value


def followed(goal: Goal, value: int | str | None, start: int | str | None, measure: str = "stock") -> TargetAssessment:
    """Return what has become of a target on a rate that began at `start`."""
    rate = Indicator("Tỷ lệ", unit="‰", measure=measure, polarity="lower" if goal.lower is None else "higher")
    target = Target("rate", rate, goal, baseline=None if start is None else Baseline(start, Period.year(2010)))
    place = Jurisdiction.in_force("VN-27", date(2011, 1, 1))
    results = [] if value is None else [Observation("rate", period=Period.year(2019), value=value)]
    made = Plan("p", "Kế hoạch", "Sở", place, Period(date(2011, 1, 1), date(2030, 12, 31)), targets=[target])
    return assess(made, results, as_of=date(2019, 12, 31)).targets[0]


def moved(start: int, goal: int, current: int | None) -> Any:
    """Return the progress of a key result, in percent."""
    aim = Goal.increase_to(goal) if goal >= start else Goal.reduce_to(goal)
    found = answer(followed(aim, current, start).progress)
    return found if isinstance(found, str) else found * 100


def percentage(*reports: tuple[str, int]) -> Any:
    """Return numerators over denominators of reports from as many regions."""
    plans = [plan(place, share=1, over=over, under=under) for place, (over, under) in zip("ab", reports, strict=True)]
    return over_regions("share", *plans)


# The hierarchy and its leaves: U has no figure, R, W, Y and Z do not occur.
LEAVES = {"M": 2, "N": 5, "O": 4, "P": 7, "Q": -7, "S": 3, "T": 9, "V": 6}
RULES = {"A": "JKL", "B": "MNO", "C": "PQ", "D": "RS", "E": "TUV", "F": "YWZ", "G": "BC", "H": "DE", "I": "DG"}


def hierarchy(missing: Any) -> dict[str, Any]:
    """Return every whole of the hierarchy from the leaves below it."""
    results = [Observation(name.lower(), period=YEAR, value=value) for name, value in LEAVES.items()]

    def tree(name: str) -> Target:
        parts = [Breakdown("partition", [tree(part) for part in RULES[name]])] if name in RULES else []
        return Target(name.lower(), ENERGY, Goal.in_words("tổng"), breakdowns=parts)

    return {name: answer(roll_up(tree(name), observations=results, missing=missing, period=YEAR)) for name in RULES}


def answer(found: Aggregate | RollUp | Figure) -> Any:
    """Return the exact number of an answer, or the code of its refusal."""
    if found.refusal is not None:
        return found.refusal.code
    if isinstance(found, Figure):
        return found.value
    if found.quotients is not None:
        return found.quotients[0]
    goal = found.computed if isinstance(found, RollUp) else found.goal
    return None if goal is None or goal.lower is None else Fraction(goal.lower)


A, B = plan("a", energy=8, co2=6, price=1), plan("b", energy=4, co2=3, price=10)
MEN_AND_WOMEN = whole(Indicator("Số ca", unit="ca", measure="flow"), 100, 50, 70)
# Two reports in each of two quarters, each since the start.
REPORTS = [(date(2023, 2, 10), 1), (date(2023, 2, 20), 2), (date(2023, 5, 10), 3), (date(2023, 5, 20), 5)]
LATE = (date(2023, 3, 31), 3)
JUNE = date(2023, 6, 30)

# Where it began, where it is to go, where it is, and how much of the way that is in percent.
KEY_RESULTS = [
    (0, 100, 0, 0),
    (0, 100, 20, 20),
    (0, 100, 100, 100),
    (0, 100, 150, 150),
    (20, 100, 20, 0),
    (20, 100, 100, 100),
    (20, 100, 0, -25),
    (20, 100, -20, -50),
    (100, 0, 100, 0),
    (100, 0, 80, 20),
    (100, 0, 0, 100),
    (100, 20, 100, 0),
    (100, 20, 80, 25),
    (100, 20, 20, 100),
    (100, 20, 0, 125),
]

# --- the table -------------------------------------------------------------------------------

TABLE = [
    Practice(PYAM, "components make the total", lambda: side_by_side(ENERGY, 12, 9, 3), (12, 12)),
    Practice(PYAM, "a component is dropped", lambda: side_by_side(ENERGY, 12, 3), (12, 3)),
    Practice(PYAM, "regions make the world", lambda: over_regions("energy", A, B), 12),
    Practice(PYAM, "regions fall short of the world's emissions", lambda: side_by_side(EMISSIONS, 10, 6, 3), (10, 9)),
    Practice(PYAM, "with the world's own bunkers they do not", lambda: side_by_side(EMISSIONS, 10, 6, 3, 1), (10, 10)),
    Practice(PYAM, "a price is weighted with emissions", lambda: over_regions("price", A, B, weights="co2"), 4),
    Practice(
        PYAM,
        "a price is summed",
        lambda: over_regions("price", A, B),
        theirs=(4, 11),
        otherwise="not_additive",
        because="the sum of two prices is no price, so that there is nothing to hold what is stated against",
    ),
    Practice(
        PYAM,
        "a weight is missing",
        lambda: over_regions("price", A, plan("b", price=10), weights="co2"),
        theirs="weight_missing",
    ),
    Practice(
        PYAM,
        "a value is missing, its weight is there",
        lambda: over_regions("price", A, plan("b", price=None, co2=3), weights="co2"),
        theirs=1,
    ),
    Practice(
        PYAM,
        "the largest component",
        lambda: answer(roll_up(whole(ENERGY, 12, 9, 3))),
        theirs=9,
        otherwise=12,
        because="no measure of a plan is the largest of its parts; parts make a sum, a weighted mean, or nothing",
    ),
    Practice(
        PYAM,
        "a component is missing",
        lambda: answer(roll_up(whole(ENERGY, 12, 9, None))),
        theirs=9,
        otherwise="value_missing",
        because="a sum of some parts passes for the whole; who wants it asks for missing='present'",
    ),
    Practice(AKVO, "the last of two reports in a time", lambda: reported(*REPORTS[:2], as_of=LATE[0]), 2),
    Practice(AKVO, "the last of all", lambda: reported(*REPORTS, as_of=JUNE), 5),
    Practice(AKVO, "a time without a report", lambda: reported(*REPORTS, as_of=date(2023, 9, 30)), 5),
    Practice(
        AKVO,
        "a late report for an earlier time, seen from then",
        lambda: reported(*REPORTS, LATE, as_of=LATE[0]),
        theirs=3,
    ),
    Practice(
        AKVO,
        "a late report for an earlier time, seen from later",
        lambda: reported(*REPORTS, LATE, as_of=JUNE),
        theirs=5,
    ),
    Practice(AKVO, "two percentages", lambda: percentage(("3.14", 17), ("47.11", 4711)), Fraction(5025, 4728)),
    Practice(AKVO, "two parts of one", lambda: percentage(("3.14", 17), ("2.72", 34)), Fraction(586, 51)),
    Practice(
        AKVO,
        "a percentage of nobody",
        lambda: percentage(("0", 0), ("0", 0)),
        theirs=0,
        otherwise="denominators_zero",
        because="nobody of nobody is no share at all; 0 would read as a failure",
    ),
    Practice(
        AKVO,
        "a share of a goal to come down to",
        lambda: answer(followed(Goal.reduce_to(4), 5, None).share),
        theirs=Fraction(5, 4),
        otherwise="downward",
        because="it grows as things get worse",
    ),
    *[
        Practice(OKR, f"from {start} to {goal}, now {current}", partial(moved, start, goal, current), percent_of_way)
        for start, goal, current, percent_of_way in KEY_RESULTS
    ],
    Practice(
        OKR,
        "from 0 to 0",
        lambda: moved(0, 0, 0),
        theirs=0,
        otherwise="baseline_at_goal",
        because="there is no way to go, of which nothing or all could lie behind",
    ),
    *[
        Practice(
            OKR,
            f"from {start} to {goal}, nothing reported",
            partial(moved, start, goal, None),
            theirs=0,
            otherwise="no_result",
            because="that nothing was reported does not say that nothing was done",
        )
        for start, goal in ((0, 100), (100, 0))
    ],
    Practice(
        SDG,
        "a total beside what its parts by sex come to",
        lambda: (roll_up(MEN_AND_WOMEN).target.goal.lower, roll_up(MEN_AND_WOMEN).imbalance),
        theirs=(100, None),
        otherwise=(100, -20),
        because="the stated figure stands there as here; that the parts come to 20 more is said besides",
    ),
    Practice(
        SDG,
        "a rate that is to fall to 0 rises",
        lambda: followed(Goal.reduce_to(0), "1.82", "1.51", "ratio").standing.value,
        theirs="receding",
    ),
    Practice(
        SDG,
        "how far it has come on its way to 0",
        lambda: answer(followed(Goal.reduce_to(0), "1.82", "1.51", "ratio").progress),
        theirs=None,
        otherwise=Fraction(-31, 151),
        because="a ratio of growth rates has no 0 to lead to, so that 0.001 is put there; a straight line needs none",
    ),
    Practice(
        SDG,
        "the rate of all from those of men and women",
        lambda: answer(roll_up(whole(SHARE, "1.82", "2.35", "1.28", denominator="own"))),
        theirs=None,
        otherwise="shares",
        because="there it is only published beside them; here it may be asked for, and takes the number of each",
    ),
    Practice(
        VTL,
        "mode non_null: wholes of which nothing is missing",
        lambda: {name: number for name, number in hierarchy("refuse").items() if not isinstance(number, str)},
        theirs={"B": 11, "C": 0, "G": 11},
    ),
    Practice(
        VTL,
        "mode partial_null: wholes of which something is there",
        lambda: {name: "" if isinstance(one, str) else one for name, one in hierarchy("refuse").items()},
        theirs={"B": 11, "C": 0, "D": "", "E": "", "G": 11, "H": "", "I": ""},
        otherwise={"A": "", "B": 11, "C": 0, "D": "", "E": "", "F": "", "G": 11, "H": "", "I": ""},
        because="who asks for a whole of which nothing is there gets the reason, and not no row",
    ),
    Practice(
        VTL,
        "mode non_zero: what is missing counts as 0",
        lambda: {name: one for name, one in hierarchy("as_zero").items() if not isinstance(one, str)},
        theirs={"B": 11, "D": 3, "E": None, "G": 11, "H": None, "I": 14},
        otherwise={"B": 11, "C": 0, "D": 3, "E": 15, "G": 11, "H": 18, "I": 14},
        because="a sum of 0 is a figure and is kept; a null is what is missing, and who asks for 0 gets it",
    ),
    Practice(
        NOMENCLATURE,
        "a region that belongs elsewhere is not in the world",
        lambda: over_regions_of("VN-27", A, B, plan("c", energy=50)),
        theirs=12,
    ),
    Practice(
        NOMENCLATURE,
        "what is declared stands, and the difference is told",
        lambda: (*side_by_side(ENERGY, 13, 8, 4), roll_up(whole(ENERGY, 13, 8, 4)).imbalance),
        theirs=(13, 12, 1),
    ),
    Practice(
        NOMENCLATURE,
        "the variable's own weight",
        lambda: over_regions("price", plan("a", price=30, co2=8), plan("b", price=21, co2=4), weights="co2"),
        theirs=27,
    ),
    Practice(
        QUANG_NAM,
        "23.951 of 26.680 tỷ đồng are 89,8 %",
        lambda: percent(Fraction(str(answer(followed(Goal.at_least(26680), 23951, None).share))), "vi"),
        theirs="89,8%",
    ),
]


def over_regions_of(code: str, *plans: Plan) -> Any:
    found = aggregate(plans, by=("indicator", "period", "province")).get("energy", jurisdiction=code)
    assert found is not None
    return answer(found)


@pytest.mark.parametrize("row", TABLE, ids=[f"{row.whose.partition(':')[0]}: {row.case}" for row in TABLE])
def test_the_answer_is_theirs_or_another_for_a_reason(row: Practice) -> None:
    """Where another system is right its figures come out; where not, ours do, and the table says why."""
    found = row.ours()
    if row.because:
        assert found == row.otherwise
        assert found != row.theirs
    else:
        assert found == row.theirs
        assert row.otherwise is None


def test_every_outside_system_is_in_the_table() -> None:
    """None of them is forgotten; of 49 cases 36 are answered as there, 13 otherwise."""
    assert {row.whose for row in TABLE} == {PYAM, AKVO, OKR, SDG, VTL, NOMENCLATURE, QUANG_NAM}
    assert [sum(bool(row.because) is differs for row in TABLE) for differs in (False, True)] == [36, 13]
