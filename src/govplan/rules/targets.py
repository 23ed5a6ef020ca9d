"""GP2xx: do the figures hold together? *Not* here: sums themselves (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.aggregation import Bound, Reason, Side, compare_parts, compare_to_whole
from govplan.model.goal import Basis
from govplan.model.indicator import Measure
from govplan.model.target import Relation, Target
from govplan.rules.finding import Severity
from govplan.rules.rule import Hit, Missed, Outcome, Passed, Rule
from govplan.rules.survey import PlacedBreakdown, Survey
from govplan.values import Text
from govplan.values.number import exact_sum

__all__ = ["RULES"]

_REASONS = {
    Reason.WORDS: Text("chỉ tiêu định tính, không có số để so", "goals in words have no number to compare"),
    Reason.BASES: Text(
        "tổng thể và bộ phận khác căn cứ (mức, mức thay đổi, %)", "whole and parts are on different bases"
    ),
    Reason.RELATIVE: Text(
        "mức tăng giảm theo % không cộng được nếu thiếu giá trị gốc", "relative changes do not add without baselines"
    ),
    Reason.UNITS: Text("đơn vị khác loại, xem GP204", "units of different kinds, see GP204"),
    Reason.NO_UNIT: Text("thiếu đơn vị ở một phía", "one side has no unit"),
    Reason.NO_COMMON_BOUND: Text("không có cận chung để so", "whole and parts have no bound in common"),
    Reason.OWN_DENOMINATORS: Text(
        "tỷ lệ trên các mẫu số khác nhau chỉ so được khi có quyền số",
        "shares of different denominators compare only with weights",
    ),
    Reason.NOT_ADDITIVE: Text(
        "số bình quân, chỉ số và mức thay đổi không giới hạn lẫn nhau như vậy",
        "means, indices and changes do not bound one another like this",
    ),
}
_SIDES = {Side.LOWER: Text("cận dưới", "lower bounds"), Side.UPPER: Text("cận trên", "upper bounds")}
_HUNDRED = Decimal(100)


def _missed(path: str, reason: Reason) -> Missed:
    return Missed(path, reason.value, _REASONS[reason])


def _unit(target: Target) -> str:
    """Return what follows a number of the target: "%", " người", or nothing where it has no unit."""
    unit = target.indicator.unit
    if unit is None:
        return ""
    return str(unit) if unit.symbol in {"%", "‰"} else f" {unit}"


def _sum_is_off(placed: PlacedBreakdown, bound: Bound) -> Hit:
    return Hit(
        placed.path,
        (
            ("side", _SIDES[bound.side]),
            ("stated", bound.stated),
            ("total", bound.total),
            ("difference", bound.difference),
            ("unit", _unit(placed.whole.target)),
        ),
        expected=bound.stated,
        found=bound.total,
        difference=bound.difference,
    )


def _partitions_add_up(survey: Survey) -> Iterator[Outcome]:
    for placed in survey.breakdowns:
        if placed.breakdown.relation is not Relation.PARTITION:
            continue
        comparison = compare_parts(placed.whole.target, placed.breakdown)
        if comparison.reason is not None:
            yield _missed(placed.path, comparison.reason)
            continue
        for bound in comparison.bounds:
            if bound.holds:
                yield Passed()
            else:
                yield _sum_is_off(placed, bound)


def _within(survey: Survey, side: Side) -> Iterator[Outcome]:
    for placed in survey.breakdowns:
        if placed.breakdown.relation is Relation.ALLOCATION:
            continue
        for part in placed.parts:
            comparison = compare_to_whole(placed.whole.target, part.target, placed.breakdown)
            if comparison.reason is not None:
                # Said once, by the rule of the impossible: the other one looks at the same pair.
                if side is Side.UPPER and placed.breakdown.relation is not Relation.PARTITION:
                    yield _missed(part.path, comparison.reason)
                continue
            for bound in comparison.bounds:
                if bound.side is not side:
                    continue
                if bound.difference >= 0 or placed.breakdown.relation is Relation.PARTITION:
                    yield Passed()
                else:
                    yield Hit(
                        part.path,
                        (
                            ("whole", bound.stated),
                            ("part", bound.total),
                            ("difference", bound.difference.copy_abs()),
                            ("unit", _unit(placed.whole.target)),
                        ),
                        expected=bound.stated,
                        found=bound.total,
                        difference=bound.difference.copy_abs(),
                    )


def _parts_fit(survey: Survey) -> Iterator[Outcome]:
    yield from _within(survey, Side.UPPER)


def _floors_are_not_idle(survey: Survey) -> Iterator[Outcome]:
    yield from _within(survey, Side.LOWER)


def _allocations_reach_the_whole(survey: Survey) -> Iterator[Outcome]:
    for placed in survey.breakdowns:
        if placed.breakdown.relation is not Relation.ALLOCATION:
            continue
        comparison = compare_parts(placed.whole.target, placed.breakdown)
        floors = [bound for bound in comparison.bounds if bound.side is Side.LOWER]
        if not floors:
            yield _missed(placed.path, comparison.reason or Reason.NO_COMMON_BOUND)
        for bound in floors:
            # More than the whole is a reserve, and no fault.
            if bound.holds or bound.difference < 0:
                yield Passed()
            else:
                yield _sum_is_off(placed, bound)


def _units_of_parts(survey: Survey) -> Iterator[Outcome]:
    for placed in survey.breakdowns:
        unit = placed.whole.target.indicator.unit
        for part in placed.parts:
            own = part.target.indicator.unit
            if unit is None or own is None:
                continue
            if unit.measures_like(own):
                yield Passed()
            else:
                yield Hit(
                    f"{part.path}/indicator",
                    (("whole", str(unit)), ("part", str(own))),
                    expected=str(unit),
                    found=str(own),
                )


def _shares_are_shares(survey: Survey) -> Iterator[Outcome]:
    for placed in survey.targets:
        target, goal = placed.target, placed.target.goal
        unit = target.indicator.unit
        bounds = [bound for bound in (goal.lower, goal.upper) if bound is not None]
        if goal.basis is Basis.RELATIVE_CHANGE:
            limits: tuple[Decimal, Decimal | None] = (-_HUNDRED, None)
        elif (
            goal.basis is Basis.LEVEL
            and unit is not None
            and unit.is_percent
            and (target.indicator.measure is Measure.RATIO)
        ):
            limits = (Decimal(0), _HUNDRED)
        else:
            continue
        low, high = limits
        outside = [bound for bound in bounds if bound < low or (high is not None and bound > high)]
        if not outside:
            yield Passed()
        for bound in outside:
            limit = low if bound < low else _HUNDRED
            yield Hit(
                f"{placed.path}/goal",
                (("found", bound), ("limit", limit)),
                expected=limit,
                found=bound,
                difference=exact_sum((bound, limit.copy_negate())).copy_abs(),
            )


def _levels_have_units(survey: Survey) -> Iterator[Outcome]:
    for placed in survey.targets:
        if placed.target.goal.basis not in (Basis.LEVEL, Basis.CHANGE):
            continue
        if placed.target.indicator.unit is None:
            yield Hit(f"{placed.path}/indicator", (("id", placed.target.id),))
        else:
            yield Passed()


def _horizons_lie_within(survey: Survey) -> Iterator[Outcome]:
    period = survey.plan.period
    for placed in survey.targets:
        horizon = placed.target.horizon
        if horizon is None:
            continue
        if period.covers(horizon):
            yield Passed()
        else:
            yield Hit(
                f"{placed.path}/horizon",
                (("period", str(period)), ("horizon", str(horizon))),
                expected=str(period),
                found=str(horizon),
            )


RULES = (
    Rule(
        "GP201",
        "partition-imbalance",
        Severity.ERROR,
        Text("Các bộ phận cộng lại bằng tổng", "The parts of a partition add up to the whole"),
        Text(
            "Khi các bộ phận chia hết tổng thể, tổng các số in ra phải bằng số tổng: 4.000 + 20.000 = 24.000. "
            "Cận dưới so với cận dưới, cận trên so với cận trên; số đếm so chính xác, số thập phân cho phép nửa đơn vị "
            "ở chữ số cuối của mỗi số hạng.",
            "Where parts exhaust a whole, the printed figures must add up: 4,000 + 20,000 = 24,000. Lower bounds are "
            "held against lower and upper against upper; counts exactly, decimals within half a unit in the last "
            "printed digit of each addend.",
        ),
        Text(
            "các bộ phận không cộng thành tổng ({side}): tổng ghi {stated}{unit}, cộng được {total}, lệch "
            "{difference}; hãy sửa số sai, hoặc dùng subset nếu các bộ phận không chia hết",
            "parts do not add up ({side}): {stated}{unit} stated, {total} found in the parts, {difference} apart; "
            "mend the wrong figure, or use subset if the parts do not exhaust the whole",
        ),
        _partitions_add_up,
    ),
    Rule(
        "GP202",
        "part-exceeds-whole",
        Severity.ERROR,
        Text("Bộ phận nằm trong tổng thể", "A subset fits into its whole"),
        Text(
            "Một phần của tổng thể, trên cùng mẫu số, không thể đòi nhiều hơn mức trần của tổng thể.",
            "A part of a whole, over the same denominator, cannot ask for more than the whole's ceiling allows.",
        ),
        Text(
            "bộ phận vượt tổng thể: bộ phận cần {part}{unit}, tổng thể nhiều nhất {whole}, quá {difference}; "
            "hãy sửa số sai hoặc quan hệ",
            "part beyond its whole: the part asks for {part}{unit}, the whole allows {whole}, {difference} too much; "
            "mend the wrong figure or the relation",
        ),
        _parts_fit,
    ),
    Rule(
        "GP203",
        "idle-floor",
        Severity.WARNING,
        Text("Mức sàn của tổng thể còn ý nghĩa", "The whole's floor still says something"),
        Text(
            "Bộ phận đòi nhiều hơn mức sàn của tổng thể thì mức sàn ấy không còn ràng buộc gì: 80% trong 71% "
            "thường là nhầm số hoặc nhầm mẫu số.",
            "When a part asks for more than the whole's floor, that floor binds nothing: 80% within 71% is mostly a "
            "slip of a figure or of the denominator.",
        ),
        Text(
            "bộ phận đòi nhiều hơn tổng thể: bộ phận ít nhất {part}{unit}, tổng thể ít nhất {whole}, hơn "
            "{difference}; hãy kiểm tra hai số và mẫu số",
            "part asks for more than its whole: at least {part}{unit} in the part, {whole} in the whole, "
            "{difference} more; check both figures and the denominator",
        ),
        _floors_are_not_idle,
    ),
    Rule(
        "GP204",
        "unit-of-part",
        Severity.ERROR,
        Text("Đơn vị của bộ phận cùng loại với tổng thể", "Parts are measured like their whole"),
        Text(
            "Người không cộng với hộ. Khác hệ số (nghìn người và người) thì được quy đổi; khác loại thì không.",
            "People and households do not add. Other steps of one kind (thousands) are converted; other kinds are not.",
        ),
        Text(
            "đơn vị khác loại: tổng thể tính bằng {whole}, bộ phận bằng {part}; hãy sửa đơn vị hoặc tách chỉ tiêu",
            "units of different kinds: the whole in {whole}, the part in {part}; mend the unit or separate the targets",
        ),
        _units_of_parts,
    ),
    Rule(
        "GP205",
        "percent-range",
        Severity.ERROR,
        Text("Tỷ lệ phần trăm nằm trong khoảng có thể", "Percentages lie where they can"),
        Text(
            "Một tỷ lệ (measure: ratio) tính bằng % nằm từ 0 đến 100; không gì giảm quá 100% của chính nó.",
            "A ratio in percent lies from 0 to 100, and nothing falls by more than 100% of itself.",
        ),
        Text(
            "phần trăm ngoài khoảng: gặp {found}, giới hạn {limit}; hãy sửa số, hoặc measure nếu không phải tỷ lệ",
            "percentage out of range: found {found}, the limit is {limit}; mend the figure, or the measure if it is "
            "no ratio",
        ),
        _shares_are_shares,
    ),
    Rule(
        "GP206",
        "unit-missing",
        Severity.WARNING,
        Text("Mức chỉ tiêu có đơn vị", "Levels and changes have a unit"),
        Text(
            "Một con số không đơn vị không so sánh và không cộng được; chỉ mức tăng giảm theo % mới không cần đơn vị.",
            "A figure without a unit can be neither compared nor added; only relative changes need none.",
        ),
        Text(
            "thiếu đơn vị: chỉ tiêu {id} có số mà không có đơn vị; hãy thêm unit vào indicator",
            "unit missing: the target {id} has a figure without one; add unit to its indicator",
        ),
        _levels_have_units,
    ),
    Rule(
        "GP207",
        "horizon-outside-period",
        Severity.WARNING,
        Text("Thời hạn chỉ tiêu nằm trong kỳ kế hoạch", "Horizons lie within the plan's period"),
        Text(
            "Chỉ tiêu có thời hạn ngoài kỳ của kế hoạch thường là chỉ tiêu của kế hoạch khác, hoặc chép nhầm năm.",
            "A target due outside the plan's period mostly belongs to another plan, or its year is a slip.",
        ),
        Text(
            "thời hạn ngoài kỳ: chỉ tiêu đến {horizon}, kế hoạch cho {period}; hãy sửa horizon hoặc period",
            "horizon outside the period: the target is for {horizon}, the plan for {period}; mend one of them",
        ),
        _horizons_lie_within,
    ),
    Rule(
        "GP208",
        "allocation-short",
        Severity.WARNING,
        Text("Phần phân bổ cộng lại đủ mức chung", "Allocations reach the whole together"),
        Text(
            "Mức giao cho các địa phương cộng lại ít hơn mức chung thì dù nơi nào cũng đạt, mức chung vẫn không đạt. "
            "Giao nhiều hơn là có dự phòng, không phải lỗi.",
            "When what is allocated adds up to less than the whole, the whole is missed even if everyone delivers. "
            "Allocating more is a reserve, and no fault.",
        ),
        Text(
            "phân bổ chưa đủ: mức chung ít nhất {stated}{unit}, phân bổ cộng được {total}, còn thiếu {difference}; "
            "hãy giao thêm hoặc sửa số sai",
            "allocations fall short: at least {stated}{unit} in the whole, {total} allocated, {difference} missing; "
            "allocate the rest or mend the wrong figure",
        ),
        _allocations_reach_the_whole,
    ),
)
