"""What rules say of figures that they compare or cannot; *not* here: the comparing (`govplan.aggregation`)."""

from __future__ import annotations

from govplan.aggregation import Reason
from govplan.model.target import Target
from govplan.rules.messages import message
from govplan.rules.rule import Missed

__all__ = ["missed", "unit_of"]

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


def missed(path: str, reason: Reason) -> Missed:
    """Return what says that two figures were not compared, and why."""
    return Missed(path, reason.value, _REASONS[reason])


def unit_of(target: Target) -> str:
    """Return what follows a number of the target: "%", " người", or nothing where it has no unit."""
    unit = target.indicator.unit
    if unit is None:
        return ""
    return str(unit) if unit.symbol in {"%", "‰"} else f" {unit}"
