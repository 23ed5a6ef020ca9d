"""The slips: what is tried, what a spreadsheet says, and what to do instead; *not* here: the plans (`misuse.plans`)."""

from collections.abc import Callable
from datetime import date

from attrs import evolve, frozen

from govplan import (
    Aggregation,
    Figure,
    PlanComparison,
    RollUp,
    TargetAssessment,
    aggregate,
    compare,
    roll_up,
)
from govplan.model import Baseline, Goal, Target
from govplan.values import Period
from misuse.plans import (
    AFTER,
    AI_NGHIA,
    APART,
    BEDS_OF_TWO,
    BEFORE,
    BY_PEOPLE,
    BY_WORKERS,
    CPI_PARTS,
    CPIS,
    DAI_LOC,
    DAK_NONG,
    DIEN_BAN,
    DISTRICT,
    FEWER_POOR,
    FLOOR_AND_CEILING,
    GROUPS,
    H1,
    H2,
    HALF_KNOWN,
    IN_FAMILIES,
    IN_WORDS,
    INCOMES,
    JOBLESS,
    JOBS,
    KNOWN,
    LINKED,
    LOCALS,
    MERGED,
    NEW_DAK_LAK,
    OLD_DAK_LAK,
    ONE_NAME,
    ONE_RATE,
    OWN_NAMES,
    OWN_SHARES,
    POINTS,
    POINTS_FALL,
    POOR,
    QUANG_NAM,
    QUANG_NGAI,
    REVISED,
    SAME_ID,
    SHARES,
    SOMEWHERE,
    SPAN,
    SUBSET,
    TRAINED,
    TWICE,
    TWO_RATES,
    UNKNOWN,
    YEARLY_POINTS,
    YEARS,
    actual,
    assessed,
    divided,
    figure,
    followed,
    growing,
    of_parts,
    one,
    plan,
    poor,
    rate_of,
    reported,
    result,
    two,
)

Answer = Aggregation | RollUp | PlanComparison | TargetAssessment | Figure | str
Call = Callable[[], Answer]


@frozen
class Misuse:
    """One slip: what is tried, the number that a spreadsheet gives for it, and the code of govplan's answer.

    `instead` is what the sentence advises, each with what comes out; `stands` are sound figures beside the refusal.
    """

    attempt: Call
    wrong: int | str
    code: str
    instead: tuple[tuple[Call, str], ...]
    stands: str = ""


def slip(attempt: Call, wrong: int | str, code: str, *instead: tuple[Call, str], stands: str = "") -> Misuse:
    return Misuse(attempt, wrong, code, instead, stands)


RESULT_B = ("b", 5, Period.year(2023))
RESULTS = reported(("a", 5, Period.year(2023)), RESULT_B)

CASES = {
    "percentages": slip(
        lambda: aggregate(SHARES),
        134,
        "shares",
        (lambda: aggregate(SHARES, weights=BY_WORKERS), "ít nhất 67,5"),
    ),
    "shares of parts": slip(
        lambda: roll_up(OWN_SHARES),
        140,
        "shares",
        (lambda: roll_up(OWN_SHARES, weights={"women": 5, "men": 7}), "ít nhất 71"),
    ),
    "two denominators": slip(
        lambda: aggregate(TWO_RATES, weights=BY_WORKERS),
        67,
        "definitions_differ",
        (lambda: aggregate(ONE_RATE, weights=BY_WORKERS), "63,5"),
        (lambda: aggregate(TWO_RATES, by=APART), "60; 76"),
    ),
    "a mean without weights": slip(
        lambda: aggregate(INCOMES),
        68,
        "not_additive",
        (lambda: aggregate(INCOMES, weights="labour-force"), "67; 1.600.000"),
        stands="1.600.000",
    ),
    "a weight that is missing": slip(
        lambda: aggregate(SHARES, weights={"VN-27": 900000}),
        71,
        "weight_missing",
        (lambda: aggregate(SHARES, weights=BY_WORKERS), "ít nhất 67,5"),
        (lambda: aggregate(SHARES[:1], weights=BY_WORKERS), "ít nhất 71"),
    ),
    "an index over provinces": slip(
        lambda: aggregate(CPIS, weights=BY_WORKERS),
        "103.5",
        "not_additive",
        (lambda: aggregate(CPIS, by=APART), "104; 103"),
    ),
    "an index over parts": slip(
        lambda: roll_up(CPI_PARTS),
        209,
        "not_additive",
        (lambda: str(roll_up(CPI_PARTS).stated), "104"),
    ),
    "percentage points": slip(
        lambda: aggregate(POINTS_FALL),
        3,
        "shares",
        (lambda: aggregate(POINTS_FALL, weights=BY_WORKERS), "1,4375"),
    ),
    "percentage points over years": slip(
        lambda: aggregate(YEARLY_POINTS, by="indicator"),
        2,
        "not_over_time",
        (lambda: aggregate(YEARLY_POINTS), "1; 1"),
    ),
    "so much a head": slip(
        lambda: aggregate(BY_PEOPLE),
        136,
        "not_additive",
        (lambda: aggregate(BY_PEOPLE, weights=BY_WORKERS), "67"),
    ),
    "so many for ten thousand": slip(
        lambda: aggregate(BEDS_OF_TWO),
        50,
        "not_additive",
        (lambda: aggregate(BEDS_OF_TWO, weights=BY_WORKERS), "ít nhất 25,625"),
    ),
    "parts measured otherwise": slip(
        lambda: roll_up(of_parts({"indicator": evolve(JOBS, measure="mean")}, {})),
        10,
        "definitions_differ",
        (lambda: roll_up(of_parts({}, {})), "ít nhất 10"),
    ),
    "parts of another denominator": slip(
        lambda: roll_up(of_parts({"indicator": rate_of("dân số")}, {}, rate_of("lao động"))),
        10,
        "definitions_differ",
        (lambda: roll_up(of_parts({}, {}, rate_of("lao động"))), "ít nhất 10"),
    ),
    "a mean among results of parts": slip(
        lambda: assessed(of_parts({"indicator": evolve(JOBS, measure="mean")}, {}), 5, 5),
        "đạt",
        "definitions_differ",
        (lambda: assessed(of_parts({}, {}), 5, 5), "đạt"),
    ),
    "points of parts with wholes of their own": slip(
        lambda: assessed(
            divided("partition", POINTS, Goal.exactly(3), *[Goal.exactly(1)] * 2, denominator="own"), 1, 2
        ),
        3,
        "shares",
        (lambda: assessed(divided("partition", POINTS, Goal.exactly(3), *[Goal.exactly(1)] * 2), 1, 2), "đạt"),
    ),
    "households to people": slip(
        lambda: aggregate(IN_FAMILIES),
        16900,
        "units_differ",
        (lambda: aggregate([QUANG_NAM, one("qg", "VN-29", Goal.at_least(2100))]), "ít nhất 18.100"),
        (lambda: aggregate(IN_FAMILIES, by=APART), "ít nhất 16.000; ít nhất 900"),
    ),
    "a ceiling as if a floor": slip(
        lambda: aggregate(FLOOR_AND_CEILING),
        30000,
        "no_common_bound",
        (lambda: aggregate(FLOOR_AND_CEILING, by=APART), "ít nhất 16.000; không quá 14.000"),
    ),
    "a level and a reduction": slip(
        lambda: aggregate(poor()),
        4000,
        "bases_differ",
        (lambda: aggregate(poor(baseline=Baseline(12000))), "giảm còn 16.000"),
    ),
    "relative changes without baselines": slip(
        lambda: aggregate(growing()),
        17,
        "relative_without_baseline",
        (lambda: str(figure(growing(baseline=Baseline(20000))) == Goal.at_least(43400)), "True"),
    ),
    "a measure that nobody stated": slip(
        lambda: aggregate(two(UNKNOWN, Goal.at_least(9), Goal.at_least(8))),
        17,
        "measure_unknown",
        (lambda: aggregate(two(KNOWN, Goal.at_least(9), Goal.at_least(8))), "ít nhất 17"),
    ),
    "a province and its district": slip(
        lambda: aggregate([QUANG_NAM, DISTRICT]),
        16900,
        "overlap",
        (lambda: aggregate([QUANG_NAM]), "ít nhất 16.000"),
        (lambda: aggregate([QUANG_NAM, LINKED]), "ít nhất 16.000"),
        (lambda: aggregate([QUANG_NAM, DISTRICT], by=APART), "ít nhất 16.000; ít nhất 900"),
    ),
    "an old province and its successor": slip(
        lambda: aggregate(MERGED),
        35000,
        "overlap",
        (lambda: aggregate(MERGED[1:]), "ít nhất 30.000"),
        (lambda: aggregate(MERGED, by=APART), "ít nhất 30.000; ít nhất 5.000"),
    ),
    "a year and its five-year span": slip(
        lambda: aggregate([QUANG_NAM, SPAN], by="indicator"),
        96000,
        "overlap",
        (lambda: aggregate([SPAN], by="indicator"), "ít nhất 80.000"),
        (lambda: aggregate([QUANG_NAM, SPAN]), "ít nhất 80.000; ít nhất 16.000"),
    ),
    "a plan and its revision": slip(
        lambda: aggregate([QUANG_NAM, REVISED]),
        33000,
        "overlap",
        (lambda: aggregate([REVISED]), "ít nhất 17.000"),
    ),
    "a target under two task groups": slip(
        lambda: aggregate([plan("qn", "VN-27", *TWICE)]),
        32000,
        "overlap",
        (lambda: aggregate([plan("qn", "VN-27", TWICE[0])]), "ít nhất 16.000"),
        (
            lambda: aggregate([plan("qn", "VN-27", Target("t", JOBS, Goal.at_least(16000)), task_groups=GROUPS)]),
            "ít nhất 16.000",
        ),
    ),
    "two plans of one id": slip(
        lambda: aggregate(SAME_ID, of="actual", observations={"same": [evolve(result(7), target="same-t")]}),
        14,
        "overlap",
        (lambda: aggregate([QUANG_NAM, QUANG_NGAI]), "ít nhất 30.000"),
    ),
    "two targets of one id": slip(
        lambda: aggregate(ONE_NAME, of="actual", observations=[evolve(result(7), target="t")]),
        14,
        "id_twice",
        (
            lambda: aggregate(OWN_NAMES, of="actual", observations=[evolve(result(7), target="new-jobs")]),
            "7",
        ),
    ),
    "two parts of one id": slip(
        lambda: roll_up(of_parts({"id": "b"}, {}), observations=reported(("b", 5, Period.year(2023)))),
        10,
        "id_twice",
        (lambda: roll_up(of_parts({}, {}), observations=RESULTS), "10"),
    ),
    "one district allotted twice": slip(
        lambda: roll_up(of_parts({"jurisdiction": DAI_LOC}, {"jurisdiction": DAI_LOC}, relation="allocation")),
        10,
        "overlap",
        (
            lambda: roll_up(of_parts({"jurisdiction": DAI_LOC}, {"jurisdiction": DIEN_BAN}, relation="allocation")),
            "ít nhất 10",
        ),
    ),
    "a district and its commune": slip(
        lambda: roll_up(of_parts({"jurisdiction": DAI_LOC}, {"jurisdiction": AI_NGHIA}, relation="allocation")),
        10,
        "overlap",
        (
            lambda: roll_up(of_parts({"jurisdiction": DAI_LOC}, {"jurisdiction": DIEN_BAN}, relation="allocation")),
            "ít nhất 10",
        ),
    ),
    "subsets of a whole": slip(
        lambda: roll_up(SUBSET),
        14000,
        "subset",
        (lambda: str(roll_up(SUBSET).stated), "ít nhất 24.000"),
    ),
    "a subset and its whole": slip(
        lambda: aggregate(
            [plan("qn", "VN-27", SUBSET)], mapping={"qn/women": "jobs", "qn/men": "jobs", "qn/whole": "jobs"}
        ),
        38000,
        "counted_once",
        (lambda: aggregate([plan("qn", "VN-27", SUBSET)]), "ít nhất 24.000"),
        stands="ít nhất 24.000",
    ),
    "a province and a district of nowhere": slip(
        lambda: aggregate([QUANG_NAM, one("tl", SOMEWHERE, Goal.at_least(900))]),
        16900,
        "levels_mixed",
        (
            lambda: aggregate([QUANG_NAM, one("tl", evolve(SOMEWHERE, within="51"), Goal.at_least(900))]),
            "ít nhất 16.900",
        ),
    ),
    "years with a gap": slip(
        lambda: aggregate([YEARS[2021], YEARS[2023]], by="indicator"),
        4044,
        "periods_apart",
        (lambda: aggregate(YEARS.values(), by="indicator"), "ít nhất 6.066"),
        (lambda: aggregate([YEARS[2021], YEARS[2023]]), "ít nhất 2.021; ít nhất 2.023"),
    ),
    "reductions of a stock over years": slip(
        lambda: aggregate(FEWER_POOR, by="indicator"),
        -6000,
        "changes_over_time",
        (lambda: aggregate(FEWER_POOR), "giảm 3.000; giảm 3.000"),
    ),
    "parts of two years": slip(
        lambda: roll_up(of_parts({"horizon": Period.year(2022)}, {"horizon": Period.year(2023)}, POOR)),
        10,
        "times_differ",
        (lambda: roll_up(of_parts({}, {}, POOR)), "ít nhất 10"),
    ),
    "a part of a year and one of five": slip(
        lambda: roll_up(of_parts({"horizon": Period.year(2022)}, {"horizon": Period.years(2021, 2025)})),
        10,
        "times_differ",
        (lambda: roll_up(of_parts({}, {}, horizon=Period.years(2021, 2025))), "ít nhất 10"),
    ),
    "half of a new province": slip(
        lambda: aggregate(BEFORE[:1], territory=date(2026, 1, 1), missing="refuse"),
        5000,
        "value_missing",
        (lambda: aggregate(BEFORE, territory=date(2026, 1, 1), missing="refuse"), "ít nhất 25.000"),
    ),
    "years across a merger": slip(
        lambda: aggregate([BEFORE[1], AFTER], by="indicator"),
        50000,
        "territory_changed",
        (lambda: aggregate([*BEFORE, AFTER], by="indicator", territory=date(2026, 1, 1)), "ít nhất 55.000"),
    ),
    "a divided province shared out": slip(
        lambda: aggregate([OLD_DAK_LAK, NEW_DAK_LAK, DAK_NONG], by=APART[:2], territory=date(2004, 1, 1)),
        6500,
        "territory_split",
        (
            lambda: aggregate([OLD_DAK_LAK, NEW_DAK_LAK, DAK_NONG], by=APART[:2], territory=date(2003, 12, 31)),
            "ít nhất 13.000",
        ),
        stands="ít nhất 4.000; ít nhất 4.000",
    ),
    "targets of one name": slip(
        lambda: aggregate(LOCALS),
        17,
        "local",
        (lambda: aggregate(LOCALS, mapping={"qn/qn-t": "jobs", "qg/qg-t": "jobs"}), "ít nhất 17"),
    ),
    "a goal in words as 0": slip(
        lambda: aggregate(IN_WORDS, missing="refuse"),
        16000,
        "value_missing",
        (lambda: aggregate([QUANG_NAM, QUANG_NGAI], missing="refuse"), "ít nhất 30.000"),
        (lambda: aggregate(IN_WORDS, missing="present"), "ít nhất 16.000"),
    ),
    "a part without a figure as 0": slip(
        lambda: roll_up(HALF_KNOWN),
        10000,
        "value_missing",
        (lambda: roll_up(HALF_KNOWN, missing="present"), "ít nhất 10.000"),
    ),
    "half a year and a whole one": slip(
        lambda: actual(result(8000, H1)),
        17000,
        "part_of_time",
        (lambda: actual(result(8000, H1), result(8100, H2)), "25.100"),
        (lambda: actual(result(8000, H1), result(16100, mode="year_to_date")), "25.100"),
        stands="9.000",
    ),
    "half a year of one part": slip(
        lambda: roll_up(of_parts({}, {}), observations=reported(("a", 5, H1), RESULT_B), period=Period.year(2023)),
        10,
        "part_of_time",
        (lambda: roll_up(of_parts({}, {}), observations=RESULTS), "10"),
    ),
    "two results for one time": slip(
        lambda: followed(JOBS, Goal.at_least(16000), result(9000), result(9500)).share,
        "18500",
        "stated_twice",
        (lambda: followed(JOBS, Goal.at_least(16000), result(9500)).share, "19/32"),
    ),
    "half a year judged as the whole": slip(
        lambda: followed(JOBS, Goal.at_least(16000), result(9000, H1), as_of=date(2023, 7, 10)),
        "không đạt",
        "not_due",
        (lambda: followed(JOBS, Goal.at_least(16000), result(9000, H1), result(7000, H2)), "đạt"),
    ),
    "a share of a ceiling": slip(
        lambda: followed(JOBLESS, Goal.below(4), result("3.5")).share,
        "0.875",
        "limit",
        (lambda: followed(JOBLESS, Goal.below(4), result("3.5")), "đạt"),
    ),
    "a share of a goal to come down to": slip(
        lambda: followed(POOR, Goal.reduce_to(4000), result(5000)).share,
        "1.25",
        "downward",
        (lambda: followed(POOR, Goal.reduce_to(4000), result(5000), baseline=Baseline(6000)).progress, "1/2"),
        (lambda: followed(POOR, Goal.reduce_to(4000), result(5000)), "không đạt"),
    ),
    "a rate nearly there": slip(
        lambda: followed(TRAINED, Goal.at_least(70), result("63")).progress,
        "0.9",
        "no_baseline",
        (lambda: followed(TRAINED, Goal.at_least(70), result("63"), baseline=Baseline(60)).progress, "3/10"),
    ),
    "one year against five": slip(
        lambda: compare(SPAN, REVISED),
        -63000,
        "spans_differ",
        (lambda: compare(QUANG_NAM, REVISED), "1000; 17/16"),
    ),
}
