"""Which targets are about one indicator, and whether they define it alike; *not* here: adding them up (`across`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import attrgetter

from attrs import frozen

from govplan.aggregation.additivity import kind_of
from govplan.aggregation.refusal import Refusal, Why
from govplan.errors import AggregationError
from govplan.model.indicator import Code, Indicator, Measure, Polarity
from govplan.model.plan import Plan
from govplan.model.target import Target
from govplan.values.text import Text
from govplan.values.unit import Unit

__all__ = ["Definition", "Identities", "agreed", "common_unit", "name_of"]


class Identities:
    """What the indicators of many plans are called in common (định danh chỉ tiêu).

    A target is about the indicator that `mapping` says, else that of its id, else that of its codes; indicators
    with one code in one list are one. Names play no part.

    Args:
        mapping: from "plan-id/target-id", or from the id of an indicator, to the common id.

    Raises:
        AggregationError: the mapping names one target by two ids, or (`close`) something that no plan has.
    """

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self._of_target = {name: common for name, common in (mapping or {}).items() if "/" in name}
        self._of_indicator = {name: common for name, common in (mapping or {}).items() if "/" not in name}
        self._used: set[str] = set()
        self._above: dict[str, str] = {}

    @property
    def is_mapped(self) -> bool:
        """Was a mapping given?"""
        return bool(self._of_target or self._of_indicator)

    def key_of(self, plan: Plan, target: Target) -> str | None:
        """Return the id under which a target's figures are gathered, None for a local indicator."""
        indicator = target.indicator
        key = indicator.id
        if self.is_mapped:
            name = f"{plan.id}/{target.id}"
            common = self._of_target.get(name)
            if common is not None:
                self._used.add(name)
                # What a mapping says of a target is said instead of its codes.
                return common
            if key is not None and key in self._of_indicator:
                self._used.add(key)
                return self._of_indicator[key]
        for code in indicator.codes:
            named = _name_of_code(code)
            if key is None:
                key = named
            else:
                self._join(key, named)
        return key

    def close(self) -> None:
        """Say what of the mapping was never used: a slip that would leave a target out unseen."""
        unused = sorted({*self._of_target, *self._of_indicator} - self._used)
        if unused:
            names = ", ".join(unused[:20])
            raise AggregationError(
                f"mapping names what no plan has: found {names}; write plan-id/target-id, or the id of an indicator",
                f"mapping nêu nội dung không kế hoạch nào có: gặp {names}; hãy viết mã-kế-hoạch/mã-chỉ-tiêu, hoặc id "
                "của chỉ tiêu thống kê",
            )

    @property
    def has_joins(self) -> bool:
        """Did codes bring ids together?"""
        return bool(self._above)

    def final(self, key: str) -> str:
        """Return the id that stands for all that were brought together with one: an id before a code."""
        while key in self._above:
            key = self._above[key]
        return key

    def _join(self, one: str, two: str) -> None:
        first, second = sorted((self.final(one), self.final(two)), key=_order)
        if first != second:
            self._above[second] = first


def _order(key: str) -> tuple[bool, str]:
    return (":" in key, key)


def _name_of_code(code: Code) -> str:
    return f"{code.scheme}:{code.value}"


@frozen
class Definition:
    """What several definitions of one indicator agree on; of their units the smallest, so that sums are exact."""

    unit: Unit | None
    measure: Measure | None

    @property
    def kind(self) -> Measure | None:
        """The measure that decides what may be added."""
        return kind_of(self.measure, self.unit)


_UNIT, _MEASURE, _POLARITY = attrgetter("unit"), attrgetter("measure"), attrgetter("polarity")
_SIDES = attrgetter("numerator", "denominator")


def agreed(indicators: Iterable[Indicator], what: str) -> Definition | Refusal:
    """Return what the definitions agree on, or where they contradict each other; what one leaves open contradicts none.

    Args:
        indicators: the definitions, each as often as it occurs.
        what: how a refusal calls the indicator.
    """
    # Column by column and by address: most definitions share their units, and an enumeration is slow to hash.
    indicators = list(indicators)
    units = {id(unit): unit for unit in map(_UNIT, indicators)}
    measures = {id(measure): measure for measure in map(_MEASURE, indicators)}
    polarities = {id(polarity): polarity for polarity in map(_POLARITY, indicators)}
    divided = set(map(_SIDES, indicators))
    coded = [indicator for indicator in indicators if indicator.codes]
    unit = common_unit(units.values(), what)
    conflict = _differing(measures.values()) or _differing(polarities.values())
    for part in (0, 1):
        conflict = conflict or _two({pair[part] for pair in divided if pair[part] is not None})
    conflict = conflict or _two_codes(coded)
    if isinstance(unit, Refusal):
        return unit
    if conflict is not None:
        return Refusal.of(Why.DEFINITIONS_DIFFER, what=what, one=conflict[0], two=conflict[1])
    return Definition(unit, next((measure for measure in measures.values() if measure is not None), None))


def name_of(indicators: Iterable[Indicator]) -> Text:
    """Return the name that most of the definitions have, of equally common ones the first in the alphabet."""
    names = Counter((indicator.name.vi, indicator.name.en) for indicator in indicators)
    (vi, en), _ = min(names.items(), key=lambda item: (-item[1], item[0][0] or "", item[0][1] or ""))
    return Text(vi, en)


def common_unit(units: Iterable[Unit | None], what: str) -> Unit | Refusal | None:
    """Return the smallest of several units, None where there is none, or which two measure different things.

    >>> str(common_unit([Unit.parse("tỷ đồng"), Unit.parse("triệu đồng")], "chi"))
    'triệu đồng'
    """
    known = sorted({unit for unit in units if unit is not None}, key=lambda unit: (unit.scale, unit.symbol))
    symbols = sorted({unit.dimension: unit.symbol for unit in reversed(known)}.values())
    if len(symbols) > 1:
        return Refusal.of(Why.UNITS_DIFFER, what=what, one=symbols[0], two=symbols[1])
    return known[0] if known else None


def _differing(members: Iterable[Measure | Polarity | None]) -> tuple[str, str] | None:
    return _two({member.value for member in members if member is not None})


def _two(words: set[str | None] | set[str]) -> tuple[str, str] | None:
    first = sorted(str(word) for word in words)[:2]
    return (first[0], first[1]) if len(first) == 2 else None


def _two_codes(indicators: Iterable[Indicator]) -> tuple[str, str] | None:
    by_scheme: dict[str, set[str]] = {}
    for indicator in indicators:
        for code in indicator.codes:
            by_scheme.setdefault(code.scheme, set()).add(f"{code.scheme} {code.value}")
    found = [two for scheme in sorted(by_scheme) if (two := _two(by_scheme[scheme])) is not None]
    return found[0] if found else None
