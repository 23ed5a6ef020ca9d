"""The Quảng Nam 2023 dataset: what it holds, in any order and any form; *not* here: faults planted in it."""

import json
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.aggregation import compare_parts
from govplan.files import example_path
from govplan.model import Declared, Denominator, Goal, Plan, Relation
from govplan.testing import numbers

PLAN = govplan.load_example("quangnam_2023")
TEXT = (example_path("quangnam_2023") / "plan.yaml").read_text(encoding="utf-8")
FORMATS = st.sampled_from(["yaml", "json"])
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
AMOUNTS = numbers(max_digits=12, max_decimals=4)


def goal(id: str) -> Goal:
    target = PLAN.target(id)
    assert target is not None
    return target.goal


@st.composite
def reordered(draw: st.DrawFn) -> Plan:
    """Draw the plan with its targets, the parts of each and its task groups in any order."""
    form = govplan.to_dict(PLAN)
    for holder, key in [(form, "targets"), (form, "task_groups"), (form["targets"][4], "partition")]:
        holder[key] = draw(st.permutations(holder[key]))
    return govplan.from_dict(form, Plan)


def resolve(form: Any, pointer: str) -> Any:
    """Return what a JSON Pointer (RFC 6901) points to; LookupError where there is nothing."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        form = form[int(step)] if isinstance(form, list) else form[step]
    return form


def findings(plan: Plan) -> set[tuple[str, str, str, str]]:
    """Return every finding by its code, what it says in both languages, and the thing that it is about."""
    form = govplan.to_dict(plan)
    return {
        (finding.code, finding.message("vi"), finding.message("en"), json.dumps(resolve(form, finding.path)))
        for finding in govplan.check(plan).findings
    }


# --- what it holds -------------------------------------------------------------------------


def test_who_issued_what_for_when() -> None:
    """Issuer, place, period and day are those of the article; the year of "04/1" is inferred, and the plan says so."""
    assert str(PLAN.issuer) == "Sở Lao động - Thương binh và Xã hội tỉnh Quảng Nam"
    assert (PLAN.jurisdiction.iso, PLAN.jurisdiction.key) == ("VN-27", "49@1997-01-01")
    assert (str(PLAN.period), PLAN.issued) == ("2023", date(2023, 1, 4))
    assert any("04/1" in (note.vi or "") and "suy ra" in (note.vi or "") for note in PLAN.notes)
    assert any("04/1" in (note.en or "") and "inferred" in (note.en or "") for note in PLAN.notes)
    assert (PLAN.document, PLAN.amends, PLAN.legal_basis, PLAN.indicators) == (None, None, (), ())


def test_it_declares_fifteen_groups_and_has_them_in_order() -> None:
    """The article says 15; there are 15, numbered 1 to 15."""
    assert PLAN.declared == Declared(task_groups=15)
    assert [group.ordinal for group in PLAN.task_groups] == list(range(1, 16))


@pytest.mark.parametrize(
    ("place", "id", "goal", "unit", "measure", "stated"),
    [
        ("/targets/0", "jobs-created", {"at_least": "16000"}, "người", "flow", "16.000 người"),
        ("/targets/1", "contract-workers-abroad", {"at_least": "1200"}, "người", "flow", "1.200 người"),
        ("/targets/2", "fatal-accident-frequency", {"reduce_by_percent": "4"}, None, "ratio", "giảm 4%"),
        ("/targets/3", "unemployment-rate", {"below": "4"}, "%", "ratio", "dưới 4%"),
        ("/targets/4", "vocational-enrolment", {"at_least": "24000"}, "người", "flow", "24.000 người"),
        ("/targets/4/partition/0", "college-and-intermediate", {"at_least": "4000"}, "người", "flow", "4.000 người"),
        (
            "/targets/4/partition/1",
            "elementary-and-short-courses",
            {"at_least": "20000"},
            "người",
            "flow",
            "20.000 người",
        ),
        ("/targets/5", "trained-workers", {"at_least": "71"}, "%", "ratio", "71%"),
        ("/targets/5/subset/0", "certified-workers", {"at_least": "31"}, "%", "ratio", "31%"),
        ("/targets/6", "poor-households", {"reduce_by": "3000"}, "hộ", "stock", "3.000 hộ"),
        ("/targets/7", "child-protection-fund", {"at_least": "5"}, "tỷ đồng", "flow", "05 tỷ đồng"),
    ],
)
def test_every_target_is_the_one_the_article_sets(
    place: str, id: str, goal: dict[str, str], unit: str | None, measure: str, stated: str
) -> None:
    """Eight targets and three parts, each with its goal, unit and measure, and the printed words that carry it."""
    form = resolve(govplan.to_dict(PLAN), place)
    assert (form["id"], form["goal"]) == (id, goal)
    assert (form["indicator"].get("unit"), form["indicator"]["measure"]) == (unit, measure)
    assert stated in form["stated"]
    assert form["source"] == {"paragraph": 4}


def test_there_are_no_other_targets() -> None:
    """Eight headline targets, eleven with their parts; two of them are divided, once each."""
    assert (len(PLAN.targets), len(list(PLAN.walk()))) == (8, 11)
    assert {target.id: target.relation for target in PLAN.walk() if target.breakdowns} == {
        "vocational-enrolment": Relation.PARTITION,
        "trained-workers": Relation.SUBSET,
    }
    trained = PLAN.target("trained-workers")
    assert trained is not None
    assert trained.breakdowns[0].denominator is Denominator.SAME


def test_names_and_titles_are_in_both_languages() -> None:
    """Whoever reads only one of them misses nothing."""
    texts = [PLAN.title, *PLAN.notes]
    texts += [target.indicator.name for target in PLAN.walk()]
    texts += [text for group in PLAN.task_groups for text in (group.title, group.summary) if text is not None]
    assert len(texts) == 1 + len(PLAN.notes) + 11 + 30
    assert all(text.vi and text.en and text.vi != text.en for text in texts)


def test_nothing_is_there_that_the_article_does_not_say() -> None:
    """No baselines, no milestones, no bodies in charge, no links from groups to targets, no denominators."""
    for target in PLAN.walk():
        assert (target.baseline, target.milestones, target.lead, target.horizon) == (None, (), None, None)
        assert (target.indicator.numerator, target.indicator.denominator) == (None, None)
    for group in PLAN.task_groups:
        assert (group.targets, group.tasks, group.lead) == ((), (), None)


@pytest.mark.parametrize(
    ("group", "type", "number", "year", "symbol", "day"),
    [
        (3, "Nghị quyết", "68", None, "NQ-HĐND", "2021-09-29"),
        (3, "Quyết định", "2911", None, "QĐ-UBND", "2021-10-14"),
        (4, "Nghị định", "20", 2021, "NĐ-CP", None),
        (4, "Nghị quyết", "43", 2021, "NQ-HĐND", "2021-12-08"),
        (4, "Nghị quyết", "14", 2022, "NQ-HĐND", "2022-04-21"),
        (5, "Nghị quyết", "06", None, "NQ/TU", "2021-05-04"),
        (5, "Kế hoạch", "3311", None, "KH-UBND", "2021-06-03"),
        (5, "Chương trình", "01", None, "CTr/BCĐ", "2022-04-05"),
        (6, "Chỉ thị", "20", None, "CT/TW", "2012-11-05"),
        (6, "Kế hoạch", "69", None, "KH/TU", "2013-02-06"),
        (7, "Kế hoạch", "6830", None, "KH-UBND", "2021-10-01"),
    ],
)
def test_every_numbered_document_is_cited_in_its_group(
    group: int, type: str, number: str, year: int | None, symbol: str, day: str | None
) -> None:
    """Type, number, year, symbol and date are read from the printed words; one document has no date."""
    cited = [reference for reference in PLAN.task_groups[group - 1].legal_references if reference.symbol == symbol]
    [reference] = [reference for reference in cited if reference.number == number]
    assert (str(reference.type), reference.year) == (type, year)
    assert reference.date == (date.fromisoformat(day) if day else None)
    assert reference.well_formed is (number != "68")


def test_documents_without_a_number_are_cited_by_name() -> None:
    """A law, a scheme, a programme and a strategy stand beside the eleven numbered documents, and nothing else."""
    cited = {
        group.ordinal: [str(reference.type) for reference in group.legal_references if reference.number is None]
        for group in PLAN.task_groups
    }
    assert {ordinal: types for ordinal, types in cited.items() if types} == {
        2: ["Luật"],
        3: ["Đề án"],
        6: ["Chương trình"],
        7: ["Chiến lược"],
    }
    assert sum(len(group.legal_references) for group in PLAN.task_groups) == 11 + 4


def test_a_printed_slip_is_kept_as_it_was_printed() -> None:
    """The lost hyphen stays in the text; the symbol is canonical."""
    reference = PLAN.task_groups[2].legal_references[0]
    assert "68/NQHĐND" in reference.text
    assert (reference.symbol, reference.designation) == ("NQ-HĐND", "68/NQ-HĐND")


def test_the_check_finds_two_true_things_and_no_error() -> None:
    """A lost hyphen in group 3 and a decree without its date in group 4: warnings, each verified in the article."""
    report = govplan.check(PLAN)
    assert [(finding.code, finding.severity.value, finding.path) for finding in report.findings] == [
        ("GP301", "warning", "/task_groups/2/legal_references/0"),
        ("GP302", "warning", "/task_groups/3/legal_references/0"),
    ]
    assert (report.errors, report.not_checked) == ((), ())


# --- in any order --------------------------------------------------------------------------


@given(reordered())
def test_any_order_gives_the_same_findings(plan: Plan) -> None:
    """Targets, parts and groups may stand in any order: the same is said of the same things."""
    assert findings(plan) == findings(PLAN)
    assert len(findings(plan)) == 2
    assert govplan.check(plan).not_checked == ()
    assert govplan.check(plan).checked == govplan.check(PLAN).checked


@given(reordered())
def test_any_order_gives_the_same_sums(plan: Plan) -> None:
    """Enrolment comes to 24.000 however its parts are ordered."""
    whole = plan.target("vocational-enrolment")
    assert whole is not None
    for parts in permutations(part.goal for part in whole.parts):
        assert Goal.total(parts) == whole.goal
    [bound] = compare_parts(whole, whole.breakdowns[0]).bounds
    assert (bound.stated, bound.total, bound.slack) == (24000, 24000, 0)


# --- in any form ---------------------------------------------------------------------------


@given(reordered(), FORMATS, st.sampled_from(["NFC", "NFD"]), LINE_ENDS, st.sampled_from(["", "\ufeff"]))
def test_written_and_read_it_is_the_same_plan(plan: Plan, format: Any, form: Any, line_end: str, mark: str) -> None:
    """Either format, either normal form, any line ends, with a byte order mark or without, give the plan back."""
    written = govplan.dumps(plan, format=format)
    assert govplan.loads(written, format=format) == plan
    changed = mark + unicodedata.normalize(form, written).replace("\n", line_end)
    assert govplan.loads(changed.encode(), format=format) == plan
    assert govplan.dumps(govplan.loads(changed.encode(), format=format), format=format) == written


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_file_itself_may_be_saved_by_any_editor(form: Any, line_end: str) -> None:
    """The shipped file gives the same plan in either normal form and with any line ends."""
    changed = unicodedata.normalize(form, TEXT).replace("\n", line_end)
    assert changed != TEXT or (form, line_end) == ("NFC", "\n")
    assert govplan.loads(changed.encode()) == PLAN


# --- its goals -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "amount"),
    [
        ("jobs-created", 16000),
        ("contract-workers-abroad", 1200),
        ("vocational-enrolment", 24000),
        ("college-and-intermediate", 4000),
        ("elementary-and-short-courses", 20000),
        ("trained-workers", 71),
        ("certified-workers", 31),
        ("child-protection-fund", 5),
    ],
)
@given(data=st.data())
def test_floors_are_met_on_them_and_exceeded_beyond(id: str, amount: int, data: st.DataObject) -> None:
    """Any value below misses, the amount itself meets, any value above exceeds."""
    near = numbers(min_value=amount - 1, max_value=amount + 1, max_decimals=4)
    value = data.draw(st.one_of(AMOUNTS, near, st.just(Decimal(amount))))
    assert goal(id).met(value) is (value >= amount)
    assert goal(id).exceeded(value) is (value > amount)


@given(st.one_of(AMOUNTS, numbers(min_value=3, max_value=5, max_decimals=4), st.just(Decimal(4))))
def test_unemployment_is_kept_strictly_below_its_limit(value: Decimal) -> None:
    """4 is not below 4; a limit is kept or broken, never exceeded."""
    assert goal("unemployment-rate").met(value) is (value < 4)
    assert goal("unemployment-rate").exceeded(value) is False


@given(st.one_of(AMOUNTS, numbers(min_value=-3001, max_value=-2999, max_decimals=2)), AMOUNTS)
def test_poor_households_fall_by_the_number_asked_for(change: Decimal, baseline: Decimal) -> None:
    """A reported change decides; so do two levels; a level alone does not."""
    fewer = goal("poor-households")
    assert fewer.met(change=change) is (change <= -3000)
    assert fewer.exceeded(change=change) is (change < -3000)
    assert fewer.met(baseline + change, baseline=baseline) is (change <= -3000)
    assert fewer.exceeded(baseline + change, baseline=baseline) is (change < -3000)
    assert fewer.met(change) is fewer.exceeded(change) is None


@given(AMOUNTS, AMOUNTS)
def test_accidents_fall_by_a_share_of_their_earlier_level(value: Decimal, baseline: Decimal) -> None:
    """4% of any baseline above 0, counted without dividing; a baseline of 0 or less decides nothing."""
    fewer: Callable[..., bool | None] = goal("fatal-accident-frequency").met
    more: Callable[..., bool | None] = goal("fatal-accident-frequency").exceeded
    if baseline <= 0:
        assert fewer(value, baseline=baseline) is more(value, baseline=baseline) is None
    else:
        share = Fraction(value - baseline) / Fraction(baseline)
        assert fewer(value, baseline=baseline) is (share <= Fraction(-4, 100))
        assert more(value, baseline=baseline) is (share < Fraction(-4, 100))
    assert fewer(value) is more(value) is None


@given(st.one_of(AMOUNTS, numbers(min_value=-5, max_value=-3, max_decimals=4)))
def test_a_reported_share_decides_the_fall_of_accidents(percent: Decimal) -> None:
    """A published "giảm 4,2%" needs no baseline."""
    fewer = goal("fatal-accident-frequency")
    assert fewer.met(relative_change=percent) is (percent <= -4)
    assert fewer.exceeded(relative_change=percent) is (percent < -4)
