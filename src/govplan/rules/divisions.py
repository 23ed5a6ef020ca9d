"""GP2xx: do the parts of a target fit their whole? *Not* here: parts that are places (`allocations`)."""

from __future__ import annotations

from collections.abc import Iterator

from govplan.aggregation import Bound, Comparison, Side, compare_parts, compare_to_whole
from govplan.model.indicator import Measure
from govplan.model.target import Denominator, Relation, Target
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import PlacedBreakdown, PlacedTarget, Survey
from govplan.rules.wording import missed, unit_of

__all__ = ["RULES", "sum_is_off"]

# Asking an enumeration for a member takes longer than most comparisons with it.
_OWN = Denominator.OWN
_RATIO = Measure.RATIO
_PARTITION = Relation.PARTITION
_LOWER = Side.LOWER
_UPPER = Side.UPPER

_SIDES = {Side.LOWER: message("lower bounds"), Side.UPPER: message("upper bounds")}
_ADDED = (Relation.PARTITION, Relation.ALLOCATION)


def sum_is_off(placed: PlacedBreakdown, bound: Bound) -> Hit:
    """Return the fault of a whole that its parts do not add up to."""
    return Hit(
        placed.path,
        (
            ("side", _SIDES[bound.side]),
            ("stated", bound.stated),
            ("total", bound.total),
            ("difference", bound.difference),
            ("unit", unit_of(placed.whole.target)),
        ),
        expected=bound.stated,
        found=bound.total,
        difference=bound.difference,
    )


def _partitions_add_up(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        if placed.breakdown.relation is not _PARTITION:
            continue
        comparison = compare_parts(placed.whole.target, placed.breakdown)
        if comparison.reason is not None:
            yield missed(placed.path, comparison.reason)
            continue
        for bound in comparison.bounds:
            if bound.stated == bound.total or bound.holds:
                count += 1
            else:
                yield sum_is_off(placed, bound)
    yield count


def _held(survey: Survey) -> list[tuple[PlacedTarget, Target, Comparison]]:
    """Return each part that lies within its whole, and how the two compare: found once, for two rules ask for it."""
    if survey.held is None:
        survey.held = [
            (part, placed.whole.target, compare_to_whole(placed.whole.target, part.target, placed.breakdown))
            for placed in survey.breakdowns
            # What adds up to the whole, or ought to, is asked for by its sum.
            if placed.breakdown.relation not in _ADDED
            for part in placed.parts
        ]
    return survey.held


def _within(survey: Survey, side: Side) -> Iterator[Outcome]:
    count = 0
    for part, whole, comparison in _held(survey):
        # Said once, by the rule of the impossible: the other one looks at the same pair.
        if comparison.reason is not None and side is _UPPER:
            yield missed(part.path, comparison.reason)
        for bound in comparison.bounds:
            if bound.side is not side:
                continue
            if bound.total <= bound.stated:
                count += 1
            else:
                yield Hit(
                    part.path,
                    (
                        ("whole", bound.stated),
                        ("part", bound.total),
                        ("difference", bound.difference.copy_abs()),
                        ("unit", unit_of(whole)),
                    ),
                    expected=bound.stated,
                    found=bound.total,
                    difference=bound.difference.copy_abs(),
                )
    yield count


def _parts_fit(survey: Survey) -> Iterator[Outcome]:
    return _within(survey, _UPPER)


def _floors_are_not_idle(survey: Survey) -> Iterator[Outcome]:
    return _within(survey, _LOWER)


def _units_of_parts(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        unit = placed.whole.target.indicator.unit
        if unit is None:
            continue
        for part in placed.parts:
            own = part.target.indicator.unit
            if own is None:
                continue
            if own is unit or own.dimension == unit.dimension:
                count += 1
            else:
                yield Hit(
                    f"{part.path}/indicator",
                    (("whole", str(unit)), ("part", str(own))),
                    expected=str(unit),
                    found=str(own),
                )
    yield count


def _own_denominators_are_named(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        if placed.breakdown.denominator is not _OWN or not _is_share(placed.whole.target):
            continue
        for part in placed.parts:
            if part.target.goal.interval is None:
                continue
            if part.target.indicator.denominator is not None:
                count += 1
            else:
                yield Hit(f"{part.path}/indicator", (("id", part.target.id),))
    yield count


def _same_denominators_are_the_same(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        of = placed.whole.target.indicator.denominator
        if of is None or placed.breakdown.denominator is _OWN:
            continue
        for part in placed.parts:
            own = part.target.indicator.denominator
            if own is None:
                continue
            if own.casefold() == of.casefold():
                count += 1
            else:
                yield Hit(f"{part.path}/indicator", (("whole", of), ("part", own)), expected=of, found=own)
    yield count


def _measures_of_parts(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.breakdowns:
        whole = placed.whole.target.indicator
        measure, unit = whole.measure, whole.unit
        if measure is None:
            continue
        for part in placed.parts:
            indicator = part.target.indicator
            own = indicator.measure
            if own is measure:
                count += 1
                continue
            # Units of different kinds are GP204's fault, and explain another measure.
            alike = unit is None or indicator.unit is None or unit.measures_like(indicator.unit)
            if own is not None and alike:
                yield Hit(
                    f"{part.path}/indicator",
                    (("whole", measure.value), ("part", own.value)),
                    expected=measure.value,
                    found=own.value,
                )
    yield count


def _horizons_of_parts(survey: Survey) -> Iterator[Outcome]:
    count = 0
    for placed in survey.horizons:
        whole, horizon = placed.whole, placed.target.horizon
        while whole is not None and whole.target.horizon is None:
            whole = whole.whole
        if whole is None or whole.target.horizon is None or horizon is None:
            continue
        if whole.target.horizon.covers(horizon):
            count += 1
        else:
            expected, found = str(whole.target.horizon), str(horizon)
            yield Hit(f"{placed.path}/horizon", (("whole", expected), ("part", found)), expected=expected, found=found)
    yield count


def _is_share(target: Target) -> bool:
    unit = target.indicator.unit
    return target.indicator.measure is _RATIO or (unit is not None and unit.is_percent)


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
        needs="breakdowns",
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
        needs="breakdowns",
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
        needs="breakdowns",
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
        needs="breakdowns",
    ),
    Rule(
        "GP209",
        "denominator-missing",
        Severity.WARNING,
        message("Shares of their own say what they are shares of"),
        message(
            "With `denominator: own` each part is a share of something else than the whole is; without its name nobody "
            "can weigh or add the parts."
        ),
        message(
            "denominator missing: found none for {id}; add denominator to its indicator, or write denominator: same"
        ),
        _own_denominators_are_named,
        since="0.1",
        needs="breakdowns",
    ),
    Rule(
        "GP210",
        "denominator-differs",
        Severity.ERROR,
        message("Shares over one denominator name the same one"),
        message(
            "A breakdown over the same denominator compares and adds shares; where whole and part name two, the "
            "figures cannot be held against each other."
        ),
        message(
            "two denominators in one: the whole is of {whole}, the part of {part}; mend one, or write denominator: own"
        ),
        _same_denominators_are_the_same,
        since="0.1",
        needs="breakdowns",
    ),
    Rule(
        "GP211",
        "measure-of-part",
        Severity.WARNING,
        message("Parts are the kind of number that their whole is"),
        message(
            "A flow counts over the period, a stock stands at its end; parts of one kind do not add up to a whole of "
            "another over time."
        ),
        message("measures of two kinds: the whole is a {whole}, the part a {part}; mend one of the two"),
        _measures_of_parts,
        since="0.1",
        needs="breakdowns",
    ),
    Rule(
        "GP212",
        "part-outside-horizon",
        Severity.WARNING,
        message("Parts are due within the horizon of their whole"),
        message("What is due at another time than the whole is no part of it; mostly a year was miscopied."),
        message("part outside its whole's horizon: the part is for {part}, the whole for {whole}; mend one of them"),
        _horizons_of_parts,
        since="0.1",
        needs="horizons",
    ),
)
