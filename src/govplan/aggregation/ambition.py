"""Plans beside one another on one indicator, the one that asks most first; *not* here: two whole plans (`comparison`).

Definitions come before values: goals are ranked only among plans that measure the same, in one kind of goal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from functools import cmp_to_key

from attrs import evolve, frozen

from govplan.aggregation.beside import beside, frame_of, redefinition
from govplan.aggregation.matching import Placed, names_of, placed_in
from govplan.aggregation.refusal import Refusal, Why
from govplan.errors import InvalidValueError
from govplan.model.goal import Basis, Direction
from govplan.model.indicator import Indicator
from govplan.model.plan import Plan
from govplan.model.target import Target
from govplan.values.jurisdiction import Jurisdiction
from govplan.values.period import Period
from govplan.values.text import Text

__all__ = ["Ambition", "AmbitionRanking", "compare_ambition"]


@frozen
class Ambition:
    """What one plan asks of an indicator (mức phấn đấu): its target, where and for when.

    `rank` is 1 for the one that asks most, the same for those that ask as much; None with a `refusal` that says why
    it has no place among the others.
    """

    plan_id: str
    target: Target
    path: str
    jurisdiction: Jurisdiction
    horizon: Period
    rank: int | None = None
    refusal: Refusal | None = None

    def __str__(self) -> str:
        rank = "–" if self.rank is None else str(self.rank)
        return f"{rank}. {self.jurisdiction}: {self.target}"


@frozen
class AmbitionRanking:
    """Goals on one indicator beside one another (so sánh mức phấn đấu), those with a rank first."""

    indicator: str
    name: Text | None
    entries: tuple[Ambition, ...]
    without: tuple[str, ...]
    """The ids of the plans that have no target on it."""

    @property
    def ranked(self) -> tuple[Ambition, ...]:
        """Those with a rank, the one that asks most first."""
        return tuple([entry for entry in self.entries if entry.rank is not None])

    @property
    def refused(self) -> tuple[Ambition, ...]:
        """Those that stand beside the others without a rank."""
        return tuple([entry for entry in self.entries if entry.rank is None])


def compare_ambition(
    plans: Iterable[Plan], indicator: str, *, mapping: Mapping[str, str] | None = None
) -> AmbitionRanking:
    """Put the goals of several plans on one indicator beside one another, and rank those that compare.

    Of each plan its headline targets on the indicator are taken, else its parts. The order of the plans does not
    matter. The largest group of goals that compare with one another is ranked, the earlier by id where two are
    equally large; every other goal has a refusal that holds it against the first of that group.

    Args:
        plans: the plans, of several places or of several years.
        indicator: the indicator's id, or a common id of the mapping.
        mapping: "plan-id/target-id" or an indicator's id → a common id, for what has none in common.

    Raises:
        InvalidValueError: something other than plans is given.

    >>> from datetime import date
    >>> from govplan.model import Goal, Indicator, Organization
    >>> trained = Indicator("Tỷ lệ lao động qua đào tạo", id="trained", unit="%", measure="ratio", polarity="higher")
    >>> def plan(code: str, share: int) -> Plan:
    ...     place = Jurisdiction.in_force(code, date(2023, 1, 4))
    ...     return Plan(code.lower(), "Kế hoạch", Organization("Sở"), place, Period.year(2023),
    ...                 targets=[Target("trained", trained, Goal.at_least(share))])
    >>> for entry in compare_ambition([plan("VN-49", 68), plan("VN-27", 71)], "trained").entries:
    ...     print(entry)
    1. tỉnh Quảng Nam: Tỷ lệ lao động qua đào tạo: ít nhất 71%
    2. tỉnh Vĩnh Long: Tỷ lệ lao động qua đào tạo: ít nhất 68%
    """
    given = tuple(plans)
    for plan in given:
        if not isinstance(plan, Plan):
            raise InvalidValueError(
                f"plans are compared: found {plan!r:.80}; load each with govplan.load",
                f"chỉ so sánh được các kế hoạch: gặp {plan!r:.80}; hãy đọc từng kế hoạch bằng govplan.load",
            )
    found, without = _targets_on(given, indicator, mapping)
    return AmbitionRanking(
        indicator, found[0].target.indicator.name if found else None, tuple(_entries(found)), tuple(sorted(without))
    )


def _targets_on(
    plans: tuple[Plan, ...], indicator: str, mapping: Mapping[str, str] | None
) -> tuple[list[Placed], list[str]]:
    placed = [placed_in(plan) for plan in plans]
    every = [one for found in placed for one in found]
    names, identities = names_of(every, mapping)
    meant = identities.final(indicator)
    chosen: list[Placed] = []
    without, following = [], iter(names)
    for plan, found in zip(plans, placed, strict=True):
        matching = [one for one in found if next(following) == meant]
        headlines = [one for one in matching if not one.is_part]
        chosen += headlines or matching
        if not matching:
            without.append(plan.id)
    return sorted(chosen, key=_order), without


def _order(one: Placed) -> tuple[Hashable, ...]:
    return one.plan.id, one.setting.place.key, one.setting.horizon, one.number, str(one.target)


def _entries(chosen: list[Placed]) -> list[Ambition]:
    found = [one for one in chosen if one.target.goal.basis is not Basis.TEXT]
    in_words = [
        _entry(one, None, Refusal.of(Why.WORDS, what=one.target.indicator))
        for one in chosen
        if one.target.goal.basis is Basis.TEXT
    ]
    if not found:
        return in_words
    kinds = Counter(map(_kind, found))
    most = max(kinds.values())
    first = next(one for one in found if kinds[_kind(one)] == most)
    definition = first.target.indicator
    ranked: list[Placed] = [first]
    refused: list[Ambition] = []
    for one in found:
        if one is first:
            continue
        indicator = one.target.indicator
        refusal = redefinition(definition, indicator) or _held_against(one, ranked if _is_range(first) else [first])
        if refusal is None:
            ranked.append(one)
            definition = _filled(definition, indicator)
        else:
            refused.append(_entry(one, None, refusal))
    if refused and len(ranked) == 1:
        # To be first among those that compare with nobody is no rank.
        return [_entry(first, None, refused[0].refusal), *refused, *in_words]
    ranked.sort(key=cmp_to_key(_by_ambition))
    entries: list[Ambition] = []
    for place, one in enumerate(ranked):
        ties = place and _asked(ranked[place - 1], one) == 0
        entries.append(_entry(one, entries[-1].rank if ties else place + 1))
    return [*entries, *refused, *in_words]


def _kind(one: Placed) -> Hashable:
    """Return what most goals that compare with one another have in common."""
    goal, indicator = one.target.goal, one.target.indicator
    unit = indicator.unit
    return (
        None if unit is None else unit.dimension,
        indicator.measure,
        indicator.polarity,
        goal.basis,
        goal.direction,
        goal.lower is None,
        goal.upper is None,
        frame_of(one.target, one.setting),
    )


def _is_range(one: Placed) -> bool:
    """Is it a goal of two bounds without direction? Of such goals some compare with a third, not with each other."""
    goal = one.target.goal
    return goal.direction in (Direction.NONE, Direction.POLARITY) and None not in (goal.lower, goal.upper)


def _held_against(one: Placed, others: list[Placed]) -> Refusal | None:
    for other in others:
        refusal = beside(other.target, one.target, other.setting, one.setting).refusal
        if refusal is not None:
            return refusal
    return None


def _asked(one: Placed, two: Placed) -> int | None:
    """Return 1, 0 or -1 as the second asks more, as much or less."""
    return beside(one.target, two.target, one.setting, two.setting).order


def _by_ambition(one: Placed, two: Placed) -> int:
    return _asked(one, two) or 0


def _filled(agreed: Indicator, indicator: Indicator) -> Indicator:
    """Return the definition with what it leaves open as the other has it."""
    return evolve(
        agreed,
        unit=agreed.unit or indicator.unit,
        measure=agreed.measure or indicator.measure,
        polarity=agreed.polarity or indicator.polarity,
        numerator=agreed.numerator or indicator.numerator,
        denominator=agreed.denominator or indicator.denominator,
    )


def _entry(one: Placed, rank: int | None, refusal: Refusal | None = None) -> Ambition:
    setting = one.setting
    return Ambition(one.plan.id, one.target, one.path, setting.place, setting.horizon, rank, refusal)
