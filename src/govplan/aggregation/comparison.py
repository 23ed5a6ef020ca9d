"""Two plans beside each other: what became of every target; *not* here: which belongs to which (`matching`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import evolve, field, frozen

from govplan.aggregation.additivity import kind_of
from govplan.aggregation.beside import Beside, beside, in_steps, lasts_as_long, redefinition, same_words
from govplan.aggregation.change import ChangeKind, TargetChange
from govplan.aggregation.document_changes import DocumentChanges, compare_documents
from govplan.aggregation.group_changes import GroupChange, compare_groups
from govplan.aggregation.matching import Match, Placed, match
from govplan.aggregation.refusal import Refusal, Why
from govplan.errors import GovplanError, InvalidValueError
from govplan.model.goal import Goal
from govplan.model.indicator import Measure
from govplan.model.plan import Plan
from govplan.model.target import Target
from govplan.values.number import exact_product
from govplan.values.text import Text

__all__ = ["PlanComparison", "compare"]

_ONE = Decimal(1)
_KIND_OF_ORDER = {1: ChangeKind.RAISED, 0: ChangeKind.RESTATED, -1: ChangeKind.LOWERED}


@frozen
class PlanComparison:
    """What changed from one plan to another (so sánh hai kế hoạch).

    Every target and part of both plans stands in one of `changes`, the old plan's order first. `task_groups` are
    those that came, went or have another number; `documents` what is cited anew and no longer.
    """

    old_id: str
    new_id: str
    changes: tuple[TargetChange, ...]
    task_groups: tuple[GroupChange, ...] = ()
    documents: DocumentChanges = field(factory=DocumentChanges)

    def of(self, kind: ChangeKind | str) -> tuple[TargetChange, ...]:
        """Return the changes of a kind, given as a member or its word."""
        wanted = ChangeKind(kind)
        return tuple([change for change in self.changes if wanted in change.kinds])

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind that occurs; one change may be of several kinds."""
        found = dict.fromkeys(ChangeKind, 0)
        for change in self.changes:
            for kind in change.kinds:
                found[kind] += 1
        return {kind: count for kind, count in found.items() if count}

    @property
    def has_changes(self) -> bool:
        """Is anything in the new plan other than in the old one?"""
        return any(change.is_change for change in self.changes) or bool(self.task_groups or self.documents)

    def __str__(self) -> str:
        return "; ".join(f"{count} {kind}" for kind, count in self.counts.items())

    def _repr_html_(self) -> str:
        from govplan.aggregation.notebook import comparison_html

        return comparison_html(self)


def compare(old: Plan, new: Plan, *, mapping: Mapping[str, str] | None = None) -> PlanComparison:
    """Say what became of every target of one plan in another: the year after, a revision, another province's.

    Targets meet by what they measure (`matching`). Definitions come before values: a target whose measure, kind of
    unit, numerator, denominator or polarity is another is redefined, and no figure of it is compared. More and less
    follow the goal's direction: a lower ceiling asks more. Looked at are the goal, the indicator, baseline and
    horizon; milestones, leads and sources are not.

    Args:
        old: the plan that came first.
        new: the plan to hold against it.
        mapping: "plan-id/target-id" or an indicator's id → a common id, for what has none in common.

    Raises:
        InvalidValueError: something other than two plans is given.

    >>> from datetime import date
    >>> from govplan.model import Indicator, Organization
    >>> from govplan.values import Jurisdiction, Period
    >>> jobless = Indicator("Tỷ lệ thất nghiệp", id="unemployment", unit="%", measure="ratio", polarity="lower")
    >>> def plan(year: int, goal: Goal) -> Plan:
    ...     return Plan(f"plan-{year}", "Kế hoạch", Organization("Sở"), Jurisdiction.in_force("VN-27",
    ...                 date(year, 1, 4)), Period.year(year), targets=[Target("jobless", jobless, goal)])
    >>> found = compare(plan(2022, Goal.below(4)), plan(2023, Goal.below(3)))
    >>> str(found), str(found.changes[0].difference.upper)
    ('1 nâng', '-1')
    """
    for plan in (old, new):
        if not isinstance(plan, Plan):
            raise InvalidValueError(
                f"plans are compared: found {plan!r:.80}; load both with govplan.load",
                f"chỉ so sánh được các kế hoạch: gặp {plan!r:.80}; hãy đọc cả hai bằng govplan.load",
            )
    return PlanComparison(
        old.id,
        new.id,
        tuple([_change(found, old, new) for found in match(old, new, mapping)]),
        compare_groups(old.task_groups, new.task_groups),
        compare_documents(old, new),
    )


def _change(found: Match, old: Plan, new: Plan) -> TargetChange:
    if found.division is not None:
        kinds, compared = _division(found, found.division)
    elif found.old and found.new:
        kinds, compared = _pair(found, old, new)
    else:
        kinds, compared = [ChangeKind.DROPPED if found.old else ChangeKind.ADDED], Beside(None)
    return TargetChange(
        tuple(kinds),
        tuple([one.target for one in found.old]),
        tuple([one.target for one in found.new]),
        tuple([one.path for one in found.old]),
        tuple([one.path for one in found.new]),
        compared.difference,
        compared.refusal,
        tuple([one.target for one in found.counterparts]),
    )


def _pair(found: Match, old: Plan, new: Plan) -> tuple[list[ChangeKind], Beside]:
    (one,), (two,) = found.old, found.new
    refusal = redefinition(one.target.indicator, two.target.indicator)
    if refusal is None and not found.measures_alike:
        refusal = Refusal.of(
            Why.DEFINITIONS_DIFFER,
            what=two.target.indicator,
            one=f"id: {one.target.indicator.id}",
            two=f"id: {two.target.indicator.id}",
        )
    if refusal is not None:
        kinds, compared = [ChangeKind.REDEFINED], Beside(None, refusal=refusal)
    else:
        compared = beside(one.target, two.target, one.setting, two.setting)
        kinds = _kinds_of(compared)
        if _is_rebased(one, two):
            kinds.append(ChangeKind.REBASED)
    if _is_renamed(one.target.indicator.name, two.target.indicator.name):
        kinds.append(ChangeKind.REWORDED)
    before, after = one.setting.horizon, two.setting.horizon
    if before != after and not (before == old.period and after == new.period):
        kinds.append(ChangeKind.RESCHEDULED)
    return kinds or [ChangeKind.UNCHANGED], compared


def _kinds_of(compared: Beside) -> list[ChangeKind]:
    if compared.order is None:
        return [ChangeKind.INCOMPARABLE]
    return [_KIND_OF_ORDER[compared.order]] if compared.order or compared.restated else []


def _is_renamed(one: Text, two: Text) -> bool:
    """Is a name other than it was, in a language that both have?"""
    return any(
        mine is not None and theirs is not None and not same_words(mine, theirs)
        for mine, theirs in ((one.vi, two.vi), (one.en, two.en))
    )


def _is_rebased(one: Placed, two: Placed) -> bool:
    """Does the new goal start from another level than the old one did?

    A baseline that moves on with its plan, last year's level in each, is the same kind of baseline; so are those of
    two places.
    """
    before, after = one.target.baseline, two.target.baseline
    if before is None or after is None or one.setting.place.key != two.setting.place.key:
        return False
    if before.period is None or after.period is None:
        return one.plan.period == two.plan.period and not _same_level(one.target, two.target)
    if before.period == after.period:
        return not _same_level(one.target, two.target)
    moved = after.period.end.year - before.period.end.year
    is_one_step = moved == two.plan.period.end.year - one.plan.period.end.year
    return not (is_one_step and lasts_as_long(before.period, after.period))


def _same_level(one: Target, two: Target) -> bool:
    mine, theirs = (
        None
        if target.baseline is None
        else exact_product(target.baseline.value, target.indicator.unit.scale if target.indicator.unit else _ONE)
        for target in (one, two)
    )
    return mine == theirs


def _division(found: Match, kind: ChangeKind) -> tuple[list[ChangeKind], Beside]:
    """Hold a whole against what it was split into, or what was merged into it, where the parts can be added."""
    is_split = kind is ChangeKind.SPLIT
    wholes, theirs = (found.old, found.new) if is_split else (found.new, found.old)
    whole, parts = wholes[0], [*theirs, *found.counterparts]
    total, refusal = _sum_of(whole, parts, adds_up=found.adds_up)
    if total is None:
        return [kind], Beside(None, refusal=refusal)
    sides = [(whole.target, whole.setting), (total, parts[0].setting)]
    (old, before), (new, after) = sides if is_split else reversed(sides)
    compared = beside(old, new, before, after)
    return [kind, *(other for other in _kinds_of(compared) if other is not ChangeKind.INCOMPARABLE)], compared


def _sum_of(whole: Placed, parts: Sequence[Placed], *, adds_up: bool) -> tuple[Target | None, Refusal | None]:
    """Return the whole's target with the sum of its parts as its goal, or why there is none."""
    name, time = whole.target.indicator, parts[0].setting.horizon
    if not adds_up:
        return None, Refusal.of(Why.SUBSET, what=name, relation="contributes_to")
    measure = kind_of(name.measure, name.unit)
    if measure not in (Measure.FLOW, Measure.STOCK):
        why = Why.MEASURE_UNKNOWN if measure is None else Why.NOT_ADDITIVE
        return None, Refusal.of(why, what=name, measure=measure and measure.value)
    goals = []
    for part in parts:
        unit, refusal = part.target.indicator.unit, redefinition(name, part.target.indicator)
        if refusal is not None:
            return None, refusal
        if not lasts_as_long(time, part.setting.horizon):
            return None, Refusal.of(Why.SPANS_DIFFER, what=name, one=time, two=part.setting.horizon)
        if (unit is None) != (name.unit is None):
            return None, Refusal.of(Why.UNIT_MISSING, what=name, one=unit or name.unit)
        goals.append((part.target.goal, unit))
    try:
        total = Goal.total(
            tuple([goal if unit is None else in_steps(goal, unit, name.unit or unit) for goal, unit in goals])
        )
    except GovplanError:
        one, two = whole.target.goal, next((goal for goal, _ in goals if goal != whole.target.goal), whole.target.goal)
        return None, Refusal.of(Why.GOALS_DIFFER, what=name, one=one, two=two)
    return evolve(whole.target, goal=total, breakdowns=()), None
