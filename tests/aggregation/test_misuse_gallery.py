"""Figures that a spreadsheet gives and govplan refuses, case by case; *not* here: the cases (`misuse.cases`).

`docs/explanation/misuse-gallery.md` shows the same cases with their sentences word by word; the tests hold every
sentence against it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from misuse.cases import CASES, Answer, Call, Misuse
from misuse.plans import (
    GROUPS,
    H1,
    IN_WORDS,
    JOBS,
    NINE_MONTHS,
    POOR,
    QUANG_NAM,
    QUANG_NGAI,
    figure,
    followed,
    one,
    plan,
    result,
    two,
)

from govplan import (
    Aggregation,
    Figure,
    PlanComparison,
    Refusal,
    RollUp,
    TargetAssessment,
    aggregate,
)
from govplan.errors import AggregationError
from govplan.model import Goal, Target
from govplan.model.wording import format_for
from govplan.values import Period

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "misuse-gallery.md"


def answer(attempt: Call) -> tuple[str, list[tuple[str, str]], str, list[Fraction]]:
    """Return the code and the sentences of a refusal, and the figures that were given with it."""
    try:
        found = attempt()
    except AggregationError as error:
        return "overlap", [(error.message("en"), error.message("vi"))], "", []
    refusals = {refusal.message("en"): refusal for refusal in refused(found)}
    [code] = {refusal.code for refusal in refusals.values()}
    return code, [(en, one.message("vi")) for en, one in refusals.items()], words(found), list(numbers(found))


def refused(found: Answer) -> Iterator[Refusal]:
    if isinstance(found, Aggregation):
        groups = [group.refusal for group in found if group.refusal is not None]
        # What makes a group impossible is said there; who has words for a goal is in its coverage.
        yield from groups or [left.refusal for left in found.left_out]
    elif isinstance(found, PlanComparison):
        yield from [change.note for change in found.changes if change.note is not None]
    elif not isinstance(found, str) and found.refusal is not None:
        yield found.refusal


def words(found: Answer) -> str:
    """Return the figures of an answer as they print."""
    if isinstance(found, str):
        return found
    if isinstance(found, TargetAssessment):
        return "" if found.attainment.is_met is None else str(found.attainment)
    if isinstance(found, RollUp):
        return str(found.computed or "")
    if isinstance(found, Aggregation):
        return "; ".join([str(group.goal or format_for(group.value, "vi")) for group in found if group.has_figure])
    return "; ".join([str(number) for number in numbers(found)])


def numbers(found: Answer) -> Iterator[Fraction]:
    """Yield every number that an answer gives."""
    given: list[Decimal | Fraction | None] = []
    if isinstance(found, Aggregation):
        for group in found:
            given += [
                group.value,
                *(group.quotients or ()),
                *((group.goal.lower, group.goal.upper) if group.goal else ()),
            ]
    elif isinstance(found, RollUp):
        given += [found.imbalance, found.value, *(found.quotients or ())]
        given += [] if found.computed is None else [found.computed.lower, found.computed.upper]
    elif isinstance(found, PlanComparison):
        given += [change.difference.lower for change in found.changes if change.difference is not None]
        given += [change.ratio for change in found.changes]
    elif isinstance(found, Figure):
        given += [found.value]
    yield from [Fraction(number) for number in given if number is not None]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_wrong_number_is_refused_in_one_sentence(case: Misuse) -> None:
    """The code is the one expected, there is one sentence in each language, and no figure but the sound ones."""
    code, sentences, given, figures = answer(case.attempt)
    assert code == case.code
    [(en, vi)] = sentences
    for sentence in (en, vi):
        # What is the matter, what was found, what to do; the pairs of an overlap are a list below it.
        assert re.search(r"[.!?](\s|$)", sentence) is None
        assert sentence.partition("\n")[0].count("; ") >= 1
        assert sentence.count("\n- ") in (0, code == "overlap")
    assert en != vi
    assert given == case.stands
    assert str(case.wrong) != given
    assert case.wrong in ("đạt", "không đạt") or Fraction(case.wrong) not in figures


@pytest.mark.parametrize(
    ("call", "expected"),
    [(call, expected) for case in CASES.values() for call, expected in case.instead],
    ids=[f"{name} {number}" for name, case in CASES.items() for number, _ in enumerate(case.instead, 1)],
)
def test_doing_what_the_sentence_says_works(call: Call, expected: str) -> None:
    """Every way that a refusal advises leads to a figure, and to the right one."""
    assert words(call()) == expected


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_page_shows_the_sentence(case: Misuse) -> None:
    """The gallery in the documentation quotes every refusal word by word, in both languages."""
    page = PAGE.read_text(encoding="utf-8")
    _, [(en, vi)], _, _ = answer(case.attempt)
    for sentence in (en, vi):
        assert all(line in page for line in sentence.split("\n")), sentence


def test_a_cumulative_series_counts_as_its_last_figure() -> None:
    """Half a year, nine months and the year, each since January, are no 27.000; whatever the order and the mode."""
    series = [(9000, NINE_MONTHS), (12000, Period.year(2023)), (6000, H1)]
    for mode in ("year_to_date", "since_start", "this_period"):
        results = [result(value, period, mode=mode) for value, period in series]
        assert figure([QUANG_NAM], of="actual", observations=results) == 12000
        assert followed(JOBS, Goal.at_least(16000), *results).share.value == Fraction(3, 4)


def test_a_cumulative_series_that_falls_is_told() -> None:
    """The last figure stands, and one sentence says that one before it was higher."""
    fallen = [result(8000, H1, mode="year_to_date"), result(7000, mode="year_to_date")]
    found = followed(JOBS, Goal.at_least(16000), *fallen)
    assert (found.actual and found.actual.value, found.attainment.value) == (7000, "unmet")
    [warning] = found.warnings
    assert (warning.en or "").startswith("a cumulative figure falls: 7,000 by 2023-12-31, 8,000 before that; ")


def test_a_stock_of_two_years_is_that_of_the_last() -> None:
    """9.000 poor households and then 7.000 are no 16.000."""
    plans = [
        one(f"qn-{year}", "VN-27", Goal.reduce_to(goal), POOR, year) for year, goal in ((2022, 9000), (2023, 7000))
    ]
    assert figure(plans, by="indicator") == Goal.reduce_to(7000)


def test_ceilings_make_a_ceiling_and_floors_a_floor() -> None:
    """At most 4.000 and fewer than 3.000 are fewer than 7.000, which is no floor to be exceeded."""
    assert figure(two(POOR, Goal.at_most(4000), Goal.below(3000))) == Goal.below(7000)
    assert figure(two(JOBS, Goal.between(1500, 1700), Goal.at_least(100))) == Goal.at_least(1600)


def test_a_target_that_two_task_groups_cite_counts_once() -> None:
    """Citing is no counting: the target is in the plan once, and so is its figure."""
    cited = plan("qn", "VN-27", Target("t", JOBS, Goal.at_least(16000)), task_groups=GROUPS)
    assert figure([cited]) == Goal.at_least(16000)
    assert figure([cited, QUANG_NGAI]) == Goal.at_least(30000)


def test_who_has_no_figure_is_named_and_no_zero() -> None:
    """A province with words for a goal is not 0: the coverage says that it is missing, and the result is of one."""
    [group] = aggregate(IN_WORDS)
    assert (str(group.goal), group.coverage.line("en")) == ("ít nhất 16.000", "1/2, without tỉnh Quảng Ngãi")
