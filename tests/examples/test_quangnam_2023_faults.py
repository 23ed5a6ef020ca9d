"""Faults planted in the Quảng Nam 2023 dataset: each is found at its place, and nothing else is new."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

import govplan
from govplan.model import Plan
from govplan.testing import numbers
from govplan.values.number import exact_sum, plain
from govplan.vietnamese import format_date

PLAN = govplan.load_example("quangnam_2023")
ISSUED = date(2023, 1, 4)
NUMBERED = [
    (f"/task_groups/{index}/legal_references/{place}", reference)
    for index, group in enumerate(PLAN.task_groups)
    for place, reference in enumerate(group.legal_references)
    if reference.number is not None
]
OTHER_UNITS = st.sampled_from(["hộ", "tỷ đồng", "ha", "điểm %", "giường bệnh", "người/năm", "triệu lượt khách"])
Found = tuple[str, str]


def resolve(form: Any, pointer: str) -> Any:
    """Return what a JSON Pointer (RFC 6901) points to; LookupError where there is nothing."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        form = form[int(step)] if isinstance(form, list) else form[step]
    return form


def planted(pointer: str, value: Any) -> Plan:
    """Return the plan with something else at a pointer."""
    form = govplan.to_dict(PLAN)
    above, _, step = pointer.rpartition("/")
    holder = resolve(form, above)
    holder[int(step) if isinstance(holder, list) else step] = value
    return govplan.from_dict(form, Plan)


def without(pointer: str) -> Plan:
    """Return the plan without what stands at a pointer."""
    form = govplan.to_dict(PLAN)
    above, _, step = pointer.rpartition("/")
    del resolve(form, above)[int(step)]
    return govplan.from_dict(form, Plan)


def found(plan: Plan) -> Counter[Found]:
    return Counter((finding.code, finding.path) for finding in govplan.check(plan).findings)


def news(plan: Plan) -> list[Found]:
    """Return code and path of every new finding of a plan whose places are those of the dataset; none went away."""
    assert found(PLAN) <= found(plan)
    return sorted((found(plan) - found(PLAN)).elements())


def finding(plan: Plan, code: str) -> govplan.Finding:
    [one] = [finding for finding in govplan.check(plan).findings if finding.code == code]
    return one


# --- figures -------------------------------------------------------------------------------


@given(st.integers(0, 1), numbers())
def test_a_part_of_the_partition_changed_by_any_amount_is_found(part: int, amount: Decimal) -> None:
    """One person more or 10^30 fewer: the partition is found, with the exact difference."""
    amounts = [Decimal(4000), Decimal(20000)]
    assume(amount != amounts[part])
    amounts[part] = amount
    plan = planted(f"/targets/4/partition/{part}/goal", {"at_least": plain(amount)})
    assert news(plan) == [("GP201", "/targets/4/partition")]
    assert finding(plan, "GP201").difference == exact_sum(
        [Decimal(24000), *[amount.copy_negate() for amount in amounts]]
    )


@given(numbers())
def test_a_whole_changed_by_any_amount_is_found(amount: Decimal) -> None:
    """The stated total may be the wrong figure as well."""
    assume(amount != 24000)
    plan = planted("/targets/4/goal", {"at_least": plain(amount)})
    assert news(plan) == [("GP201", "/targets/4/partition")]
    assert finding(plan, "GP201").difference == exact_sum([amount, Decimal(-24000)])


@given(numbers(min_value=71, max_value=10**6, max_decimals=4))
def test_the_subset_raised_beyond_the_whole_is_found(percent: Decimal) -> None:
    """More than 71% with a certificate within 71% with training is found, and more than 100% is no share at all."""
    assume(percent > 71)
    plan = planted("/targets/5/subset/0/goal", {"at_least": plain(percent)})
    no_share = [("GP205", "/targets/5/subset/0/goal")] if percent > 100 else []
    assert news(plan) == [("GP203", "/targets/5/subset/0"), *no_share]
    assert finding(plan, "GP203").difference == percent - 71


@given(numbers(min_value=0, max_value=71, max_decimals=4))
def test_the_subset_anywhere_within_the_whole_is_no_finding(percent: Decimal) -> None:
    """What fits is not spoken of."""
    assert news(planted("/targets/5/subset/0/goal", {"at_least": plain(percent)})) == []


# --- units ---------------------------------------------------------------------------------


@given(st.sampled_from(["/targets/4/partition/0", "/targets/4/partition/1", "/targets/5/subset/0"]), OTHER_UNITS)
def test_a_unit_swapped_in_a_part_is_found(part: str, unit: str) -> None:
    """The part is found at its indicator; only what then cannot be compared is left unchecked."""
    plan = planted(f"{part}/indicator/unit", unit)
    assert news(plan) == [("GP204", f"{part}/indicator")]
    unchecked = part if "subset" in part else "/targets/4/partition"
    assert [(missed.path, missed.reason) for missed in govplan.check(plan).not_checked] == [(unchecked, "units")]


@given(st.sampled_from([4, 5]), OTHER_UNITS)
def test_a_unit_swapped_in_a_whole_is_found_at_each_part(index: int, unit: str) -> None:
    """Every part is measured otherwise than its whole then."""
    plan = planted(f"/targets/{index}/indicator/unit", unit)
    parts = ["partition/0", "partition/1"] if index == 4 else ["subset/0"]
    assert news(plan) == [("GP204", f"/targets/{index}/{part}/indicator") for part in parts]


@given(
    st.sampled_from(["", "/partition/0", "/partition/1"]), st.sampled_from(["nghìn người", "vạn người", "triệu người"])
)
def test_people_swapped_for_thousands_of_people_are_found(place: str, unit: str) -> None:
    """The same figures in other steps do not add up any more."""
    assert news(planted(f"/targets/4{place}/indicator/unit", unit)) == [("GP201", "/targets/4/partition")]


# --- groups --------------------------------------------------------------------------------


@given(st.integers(0, 14), st.one_of(st.integers(1, 17), st.integers(1, 999_999)))
def test_an_ordinal_changed_is_found(index: int, ordinal: int) -> None:
    """The group with the wrong number is found, and told which number it should have."""
    assume(ordinal != index + 1)
    plan = planted(f"/task_groups/{index}/ordinal", ordinal)
    assert news(plan) == [("GP102", f"/task_groups/{index}/ordinal")]
    assert (finding(plan, "GP102").expected, finding(plan, "GP102").found) == (index + 1, ordinal)


@given(st.integers(0, 14))
def test_a_group_dropped_is_found(index: int) -> None:
    """The declared count does not hold, the gap is at the next group, and findings in other groups stay."""
    plan = without(f"/task_groups/{index}")
    form = govplan.to_dict(plan)
    about = {(code, str(resolve(form, path))) for code, path in found(plan)}
    stay = {
        (code, resolve(govplan.to_dict(PLAN), path))
        for code, path in found(PLAN)
        if not path.startswith(f"/task_groups/{index}/")
    }
    gap = {("GP102", str(index + 2))} if index < 14 else set()
    assert about == {("GP103", "15"), *gap, *stay}
    assert finding(plan, "GP103").difference == -1


@given(st.one_of(st.integers(0, 30), st.integers(0, 999_999)))
def test_a_declared_count_changed_is_found(stated: int) -> None:
    """Any other number of groups than 15 does not hold."""
    assume(stated != 15)
    plan = planted("/declared/task_groups", stated)
    assert news(plan) == [("GP103", "/declared/task_groups")]
    assert finding(plan, "GP103").difference == 15 - stated


@given(st.permutations(range(11)))
def test_an_id_used_twice_is_found(order: list[int]) -> None:
    """Any target or part that takes the id of another one is found, at the later of the two."""
    places = [f"/targets/{index}" for index in range(8)]
    places[5:5] = ["/targets/4/partition/0", "/targets/4/partition/1"]
    places[8:8] = ["/targets/5/subset/0"]
    one, other = order[:2]
    plan = planted(f"{places[one]}/id", resolve(govplan.to_dict(PLAN), places[other])["id"])
    assert news(plan) == [("GP101", f"{places[max(one, other)]}/id")]


# --- references ----------------------------------------------------------------------------


@given(st.sampled_from([item for item in NUMBERED if item[1].date]), st.integers(1, 27_000))
def test_a_date_moved_past_the_issue_date_is_found(item: tuple[str, govplan.LegalReference], later: int) -> None:
    """The day after and the century after: the document is found, and so is the year in its number where it has one."""
    path, reference = item
    day = ISSUED + timedelta(days=later)
    plan = planted(path, re.sub("ngày [0-9/]+", f"ngày {format_date(day)}", reference.text))
    apart = 0 if reference.year is None else day.year - reference.year
    year = [] if apart == 0 else [("GP305", path)] if apart == 1 else [("GP304", path)]
    assert news(plan) == [("GP303", path), *year]
    assert finding(plan, "GP303").difference == later


@given(st.sampled_from([item for item in NUMBERED if item[1].date]), st.integers(0, 3_000))
def test_a_date_moved_within_the_time_before_is_no_later_document(
    item: tuple[str, govplan.LegalReference], earlier: int
) -> None:
    """Up to the day of issue itself no date is too late; only the year in a number may disagree with it."""
    path, reference = item
    day = ISSUED - timedelta(days=earlier)
    plan = planted(path, re.sub("ngày [0-9/]+", f"ngày {format_date(day)}", reference.text))
    apart = 0 if reference.year is None else abs(day.year - reference.year)
    assert news(plan) == ([] if apart == 0 else [("GP305" if apart == 1 else "GP304", path)])


@given(st.sampled_from([item for item in NUMBERED if item[1].well_formed]))
def test_a_hyphen_lost_from_a_symbol_is_found(item: tuple[str, govplan.LegalReference]) -> None:
    """State or Party, with year or without: the damaged document is found, and not taken for one without a number."""
    path, reference = item
    damaged = reference.text.replace("-", "")
    assert len(damaged) == len(reference.text) - 1
    plan = planted(path, damaged)
    assert news(plan) == [("GP301", path)]


@given(st.sampled_from([item for item in NUMBERED if item[1].date]))
def test_a_date_left_out_is_found(item: tuple[str, govplan.LegalReference]) -> None:
    """Every numbered document is asked for its date."""
    path, reference = item
    assert news(planted(path, re.sub(" ngày [0-9/]+", "", reference.text))) == [("GP302", path)]


# --- in any order --------------------------------------------------------------------------


FAULTS = [
    ("/targets/4/partition/0/goal", {"at_least": "4001"}),
    ("/targets/5/subset/0/goal", {"at_least": "101"}),
    ("/targets/4/partition/1/indicator/unit", "hộ"),
    ("/declared/task_groups", 14),
    (NUMBERED[3][0], "Nghị quyết số 43/2021/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh"),
    (NUMBERED[10][0], "Kế hoạch số 6830/KHUBND ngày 01/10/2021 của UBND tỉnh"),
]


@given(st.sampled_from(FAULTS), st.data())
def test_any_order_gives_the_same_findings_of_a_fault(fault: tuple[str, Any], data: st.DataObject) -> None:
    """A fault is found in the same thing, in the same words, wherever that thing stands."""
    plan = planted(*fault)
    form = govplan.to_dict(plan)
    for holder, key in [(form, "targets"), (form, "task_groups"), (form["targets"][4], "partition")]:
        holder[key] = data.draw(st.permutations(holder[key]))
    assert said(govplan.from_dict(form, Plan)) == said(plan)


def said(plan: Plan) -> list[tuple[str, str, str, str]]:
    """Return everything that is said of a plan, with the thing it is said of, the parts of a list in one order."""
    report, form = govplan.check(plan), govplan.to_dict(plan)
    return sorted(
        (one.code, one.message("vi"), one.message("en"), "\n".join(sorted(thing)))
        for one in (*report.findings, *report.not_checked)
        for there in [resolve(form, one.path)]
        for thing in [map(json.dumps, there) if isinstance(there, list) else [json.dumps(there)]]
    )
