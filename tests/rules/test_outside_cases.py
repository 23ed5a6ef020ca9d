"""Cases that others published, in figures of our own plans: what their checkers find, ours find.

The figures are those of VTL 2.1 (check_hierarchy), of IAMconsortium/nomenclature (check_aggregate), of DHIS2
(validation rules of a malaria programme) and of two Vietnamese reports for 2019; *not* here: files of theirs.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.model import Breakdown, Goal, Indicator, Observation, Organization, Plan, Target
from govplan.rules import Report, check
from govplan.values import Jurisdiction, Period

COUNTRY = Jurisdiction.in_force("VN", date.min)


def plan_of(year: int, *targets: Target) -> Plan:
    return Plan("p", "Kế hoạch", Organization("Chính phủ"), COUNTRY, Period.year(year), targets=targets)


def amount(id: str, *breakdowns: Breakdown, goal: Goal | None = None) -> Target:
    indicator = Indicator(id, unit="ca", measure="flow")
    return Target(id, indicator, goal or Goal.at_least(0), breakdowns=breakdowns)


def divided(id: str, relation: str, *parts: str) -> Target:
    return amount(id, Breakdown(relation, [amount(part) for part in parts]))


def results(year: int, values: dict[str, int | None]) -> list[Observation]:
    return [Observation(id, period=Period.year(year), value=value) for id, value in values.items() if value is not None]


# --- VTL -----------------------------------------------------------------------------------

# Of the data set and its eleven rules: a point that is null there is a result that is missing here.
POINTS = {"a": 5, "b": 11, "c": 0, "g": 19, "h": None, "i": 14, "m": 2, "n": 5, "o": 4, "p": 7, "q": -7}
POINTS |= {"s": 3, "t": 9, "u": None, "v": 6}
HIERARCHY = [
    ("R010", divided("a", "partition", "j", "k", "l"), "not checked"),
    ("R020", divided("b", "partition", "m", "n", "o"), "holds"),
    ("R030", divided("c", "partition", "p", "q"), "holds"),
    ("R040", divided("d", "partition", "r", "s"), "not checked"),
    ("R050", divided("e", "partition", "t", "u", "v"), "not checked"),
    # The published table has rows for these two, though no point of either is there (sdmx-twg/vtl#612).
    ("R060", divided("f", "partition", "y", "w", "z"), "nothing"),
    ("R070", divided("g", "partition", "b", "c"), 8),
    ("R080", divided("h", "partition", "d", "e"), "nothing"),
    ("R090", divided("i", "partition", "d", "g"), "not checked"),
    ("R100", divided("m", "subset", "n"), -3),
    ("R110", divided("g", "subset", "m"), "holds"),
]
PUBLISHED = {"R060": "not checked", "R080": "not checked"}


def said_of(report: Report) -> object:
    """Return the imbalance that was found, or what became of the one comparison."""
    sums = ("GP509", "GP510")
    found = [finding.difference for finding in report.findings if finding.code in sums]
    if found:
        return found[0]
    if any(missed.code in sums for missed in report.not_checked):
        return "not checked"
    looked = sum(checked.count for checked in report.checked if checked.code in sums)
    return "holds" if looked else "nothing"


def codes(target: Target) -> set[str]:
    return {one.id for one in target.walk()}


@pytest.mark.parametrize(("rule", "target", "expected"), HIERARCHY, ids=[row[0] for row in HIERARCHY])
def test_results_are_added_as_vtl_adds_them(rule: str, target: Target, expected: object) -> None:
    """What is missing leaves a rule open (partial_null), zero and negative amounts count, the imbalance is the same."""
    points = {code: value for code, value in POINTS.items() if code in codes(target)}
    report = check(plan_of(2010, target), observations=results(2010, points))
    assert said_of(report) == expected


def test_nine_of_eleven_rows_are_as_published() -> None:
    """Two rows of the published table have no point at all, and are not returned by the operator's own rule."""
    agreeing = [rule for rule, _, expected in HIERARCHY if PUBLISHED.get(rule, expected) == expected]
    assert (len(agreeing), len(HIERARCHY)) == (9, 11)


# --- nomenclature --------------------------------------------------------------------------

ENERGY = amount(
    "energy",
    Breakdown("partition", [amount("gas"), amount("electricity")], by="nhiên liệu"),
    Breakdown(
        "partition",
        [amount("residential"), divided("industry", "partition", "industry-gas", "industry-electricity")],
        by="khu vực",
    ),
)
IN_2005 = {"energy": 9, "gas": 4, "electricity": 5, "residential": 2, "industry": 7}
IN_2005 |= {"industry-gas": 3, "industry-electricity": 4}
IN_2010 = {"gas": 6, "electricity": 7, "residential": 4, "industry": 9}


def test_energy_adds_up_by_fuel_and_by_sector() -> None:
    """One total may divide in two ways, and a part of one of them again; all three sums hold."""
    report = check(plan_of(2005, ENERGY), observations=results(2005, IN_2005))
    assert (report.findings, report.not_checked) == ((), ())
    assert {one.code: one.count for one in report.checked}["GP509"] == 3


def test_a_figure_that_is_off_is_off_above_and_below() -> None:
    """With 8 for industry, energy states 9 against 10, and industry 8 against 7; the sum by fuel still holds."""
    report = check(plan_of(2005, ENERGY), observations=results(2005, IN_2005 | {"industry": 8}))
    assert [(finding.code, finding.expected, finding.found) for finding in report.findings] == [
        ("GP509", 9, 10),
        ("GP509", 8, 7),
    ]


def test_a_year_without_a_total_is_not_checked() -> None:
    """Where the total is missing nothing is concluded, and that is said of each of the three sums."""
    report = check(plan_of(2010, ENERGY), observations=results(2010, IN_2010))
    assert report.findings == ()
    assert [(missed.code, missed.reason) for missed in report.not_checked] == [("GP509", "results_missing")] * 3


# --- DHIS2 ---------------------------------------------------------------------------------

# Left side, operator, right side; its strategy for what is missing is 0, ours is to say that nothing was checked.
VALIDATION = [
    ("foci-with-response", "==", ("mda", "irs", "nets", "larviciding")),
    ("cases-classified", "<=", ("cases-investigated",)),
    ("cases-classified-local", "<=", ("cases-investigated",)),
    ("deaths", "<=", ("inpatients",)),
    ("foci-classified", "<=", ("foci-investigated",)),
    ("foci-classified", "==", ("active", "residual", "cleared-up")),
    ("foci-investigated", "<=", ("foci-identified",)),
    ("act-courses", "<=", ("first-line-courses",)),
    ("positive-by-microscope", "<=", ("tested-by-microscope",)),
    ("positive-by-microscope", "==", ("falciparum", "vivax", "mixed", "other")),
    ("positive-by-rdt", "<=", ("tested-by-rdt",)),
    ("positive-by-rdt", "==", ("falciparum", "vivax", "mixed")),
]


def stated(left: str, operator: str, right: tuple[str, ...], values: list[int]) -> Target:
    """Return a validation rule as a target with a division, each figure asked for exactly."""
    first, *rest = values
    goals = [amount(id, goal=Goal.exactly(value)) for id, value in zip(right, rest, strict=True)]
    if operator == "==":
        return amount(left, Breakdown("partition", goals), goal=Goal.exactly(first))
    [whole] = goals
    return amount(whole.id, Breakdown("subset", [amount(left, goal=Goal.exactly(first))]), goal=whole.goal)


@pytest.mark.parametrize(("left", "operator", "right"), VALIDATION)
@given(data=st.data())
def test_validation_rules_are_partitions_and_subsets(
    left: str, operator: str, right: tuple[str, ...], data: st.DataObject
) -> None:
    """Whatever the figures are, an error is found exactly where the rule's own operator does not hold."""
    values = data.draw(st.lists(st.integers(0, 20), min_size=len(right), max_size=len(right)))
    first = data.draw(st.one_of(st.integers(0, 20), st.just(sum(values))))
    report = check(plan_of(2020, stated(left, operator, right, [first, *values])))
    holds: Callable[[int, int], bool] = int.__eq__ if operator == "==" else int.__le__
    assert {finding.code for finding in report.errors} == (
        set() if holds(first, sum(values)) else {"GP201" if operator == "==" else "GP202"}
    )


# --- reports for 2019 ----------------------------------------------------------------------

Row = tuple[str, str, Goal, str, str, str]
"""Number, better direction, goal, unit, result, published judgement."""

NATIONAL: list[Row] = [
    ("1", "higher", Goal.between("6.6", "6.8"), "%", "7.02", "Vượt"),
    # "Khoảng 4": what counts as about is not said; half a point is our reading.
    ("2", "lower", Goal.about(4, "0.5"), "%", "2.79", "Vượt"),
    ("3", "higher", Goal.between(7, 8), "%", "8.1", "Vượt"),
    # "Xuất siêu": there was a surplus, so that the deficit is 0.
    ("4", "lower", Goal.below(3), "%", "0", "Vượt"),
    ("5", "higher", Goal.between(33, 34), "%", "33.9", "Đạt"),
    ("6", "higher", Goal.between(1, "1.5"), "điểm %", "1.1", "Vượt"),
    ("7", "lower", Goal.below(4), "%", "3.1", "Đạt"),
    # "61-62": the less favourable end.
    ("8", "higher", Goal.between(60, 62), "%", "61", "Đạt"),
    ("9", "higher", Goal.at_least(27), "giường/vạn dân", "27.5", "Vượt"),
    ("10", "higher", Goal.at_least("88.1"), "%", "89.3", "Vượt"),
    ("11", "higher", Goal.at_least(89), "%", "89", "Đạt"),
    ("12", "higher", Goal.at_least("41.85"), "%", "41.85", "Đạt"),
]
HUE: list[Row] = [
    ("1", "higher", Goal.between("7.5", "8.0"), "%", "7.18", "Không đạt"),
    ("1a", "higher", Goal.at_least("2.28"), "%", "-4.13", "Không đạt"),
    ("2", "higher", Goal.at_least(1915), "USD", "2007", "Đạt"),
    ("3", "higher", Goal.at_least(1055), "triệu USD", "950", "Không đạt"),
    ("4", "higher", Goal.at_least(22700), "tỷ đồng", "22700", "Đạt"),
    ("5", "higher", Goal.at_least("7213.5"), "tỷ đồng", "7787", "Vượt"),
    ("6", "higher", Goal.at_least(2), "‰", "2", "Đạt"),
    ("6b", "lower", Goal.reduce_to("10.8"), "‰", "10.8", "Đạt"),
    ("7a", "lower", Goal.below("7.6"), "%", "7.6", "Đạt"),
    ("7b", "lower", Goal.below("10.4"), "%", "10.4", "Đạt"),
    ("8", "higher", Goal.at_least("0.7"), "điểm %", "0.86", "Đạt"),
    ("9", "higher", Goal.at_least("98.07"), "%", "98.5", "Đạt"),
    ("10", "higher", Goal.at_least(64), "%", "64", "Đạt"),
    ("11", "higher", Goal.at_least(16), "nghìn người", "16", "Đạt"),
    ("12", "higher", Goal.at_least(85), "%", "85", "Đạt"),
    ("13", "higher", Goal.at_least("57.3"), "%", "57.3", "Đạt"),
    ("14", "higher", Goal.at_least(96), "%", "96", "Đạt"),
]


def judged(rows: list[Row]) -> Report:
    targets = [
        Target(f"row-{number}", Indicator(f"Chỉ tiêu {number}", unit=unit, polarity=polarity), goal)
        for number, polarity, goal, unit, _, _ in rows
    ]
    published = [
        Observation(f"row-{number}", period=Period.year(2019), value=value, judgement=judgement)
        for number, _, _, _, value, judgement in rows
    ]
    return check(plan_of(2019, *targets), observations=published)


@pytest.mark.parametrize(
    ("rows", "contradicted", "of_another_degree"),
    [
        # A limit is kept, not exceeded; inside the range is met.
        pytest.param(NATIONAL, [], ["4", "6"], id="national: 12 of 12"),
        # 7.6 is not below 7.6; beyond the goal is exceeded.
        pytest.param(HUE, ["7a", "7b"], ["2", "8", "9"], id="Thừa Thiên Huế: 15 of 17"),
    ],
)
def test_published_judgements_agree_but_where_they_contradict_themselves(
    rows: list[Row], contradicted: list[str], of_another_degree: list[str]
) -> None:
    """Met or not is as published for all rows but those named, and each of these is a finding with both sides."""
    report = judged(rows)
    numbers = [row[0] for row in rows]

    def told(code: str) -> list[str]:
        return [numbers[int(one.path.rpartition("/")[2])] for one in report.findings if one.code == code]

    assert report.not_checked == ()
    assert (told("GP507"), told("GP508")) == (contradicted, of_another_degree)
    assert len(report.findings) == len(contradicted) + len(of_another_degree)
    assert {one.code: one.count for one in report.checked}["GP507"] == len(rows)
    for number, finding in zip([*contradicted, *of_another_degree], report.findings, strict=True):
        _, _, _, _, value, judgement = rows[numbers.index(number)]
        assert finding.found == judgement
        assert dict(finding.facts)["value"] == Decimal(value)
