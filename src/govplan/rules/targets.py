"""GP2xx: do the figures hold together? *Not* here: sums themselves (`govplan.aggregation`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govplan.aggregation import Bound, Reason, Side, compare_parts, compare_to_whole
from govplan.model.goal import Basis
from govplan.model.indicator import Measure
from govplan.model.target import Relation, Target
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Passed, Rule
from govplan.rules.survey import PlacedBreakdown, Survey
from govplan.values.number import exact_sum

__all__ = ["RULES"]

_REASONS = {
    Reason.WORDS: message("goals in words have no number to compare"),
    Reason.BASES: message("whole and parts are on different bases"),
    Reason.RELATIVE: message("relative changes do not add without baselines"),
    Reason.UNITS: message("units of different kinds, see GP204"),
    Reason.NO_UNIT: message("one side has no unit"),
    Reason.NO_COMMON_BOUND: message("whole and parts have no bound in common"),
    Reason.OWN_DENOMINATORS: message("shares of different denominators compare only with weights"),
    Reason.NOT_ADDITIVE: message("means, indices and changes do not bound one another like this"),
}
_SIDES = {Side.LOWER: message("lower bounds"), Side.UPPER: message("upper bounds")}
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
        message("The parts of a partition add up to the whole"),
        message(
            "Where parts exhaust a whole, the printed figures must add up: 4,000 + 20,000 = 24,000. Lower bounds are "
            "held against lower and upper against upper; counts exactly, decimals within half a unit in the last "
            "printed digit of each addend."
        ),
        message(
            "parts do not add up ({side}): {stated}{unit} stated, {total} found in the parts, {difference} apart; "
            "mend the wrong figure, or use subset if the parts do not exhaust the whole"
        ),
        _partitions_add_up,
        since="0.1",
    ),
    Rule(
        "GP202",
        "part-exceeds-whole",
        Severity.ERROR,
        message("A subset fits into its whole"),
        message("A part of a whole, over the same denominator, cannot ask for more than the whole's ceiling allows."),
        message(
            "part beyond its whole: the part asks for {part}{unit}, the whole allows {whole}, {difference} too much; "
            "mend the wrong figure or the relation"
        ),
        _parts_fit,
        since="0.1",
    ),
    Rule(
        "GP203",
        "idle-floor",
        Severity.WARNING,
        message("The whole's floor still says something"),
        message(
            "When a part asks for more than the whole's floor, that floor binds nothing: 80% within 71% is mostly a "
            "slip of a figure or of the denominator."
        ),
        message(
            "part asks for more than its whole: at least {part}{unit} in the part, {whole} in the whole, "
            "{difference} more; check both figures and the denominator"
        ),
        _floors_are_not_idle,
        since="0.1",
    ),
    Rule(
        "GP204",
        "unit-of-part",
        Severity.ERROR,
        message("Parts are measured like their whole"),
        message(
            "People and households do not add. Other steps of one kind (thousands) are converted; other kinds are not."
        ),
        message(
            "units of different kinds: the whole in {whole}, the part in {part}; mend the unit or separate the targets"
        ),
        _units_of_parts,
        since="0.1",
    ),
    Rule(
        "GP205",
        "percent-range",
        Severity.ERROR,
        message("Percentages lie where they can"),
        message("A ratio in percent lies from 0 to 100, and nothing falls by more than 100% of itself."),
        message(
            "percentage out of range: found {found}, the limit is {limit}; mend the figure, or the measure if it is "
            "no ratio"
        ),
        _shares_are_shares,
        since="0.1",
    ),
    Rule(
        "GP206",
        "unit-missing",
        Severity.WARNING,
        message("Levels and changes have a unit"),
        message("A figure without a unit can be neither compared nor added; only relative changes need none."),
        message("unit missing: the target {id} has a figure without one; add unit to its indicator"),
        _levels_have_units,
        since="0.1",
    ),
    Rule(
        "GP207",
        "horizon-outside-period",
        Severity.WARNING,
        message("Horizons lie within the plan's period"),
        message("A target due outside the plan's period mostly belongs to another plan, or its year is a slip."),
        message("horizon outside the period: the target is for {horizon}, the plan for {period}; mend one of them"),
        _horizons_lie_within,
        since="0.1",
    ),
    Rule(
        "GP208",
        "allocation-short",
        Severity.WARNING,
        message("Allocations reach the whole together"),
        message(
            "When what is allocated adds up to less than the whole, the whole is missed even if everyone delivers. "
            "Allocating more is a reserve, and no fault."
        ),
        message(
            "allocations fall short: at least {stated}{unit} in the whole, {total} allocated, {difference} missing; "
            "allocate the rest or mend the wrong figure"
        ),
        _allocations_reach_the_whole,
        since="0.1",
    ),
)
