"""What a plan is made of: indicators, goals, targets, tasks, results; *not* here: sums, rules and files."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.model.goal import Basis, Direction, Goal
from govplan.model.indicator import Code, Indicator, Measure, Polarity
from govplan.model.organization import Organization
from govplan.model.plan import Declared, Plan
from govplan.model.suppression import Suppression
from govplan.model.target import Baseline, Breakdown, Denominator, Milestone, Relation, Target
from govplan.model.task import Task, TaskGroup

if TYPE_CHECKING:
    from govplan.model.observation import Mode, Observation, Status

__all__ = [
    "Baseline",
    "Basis",
    "Breakdown",
    "Code",
    "Declared",
    "Denominator",
    "Direction",
    "Goal",
    "Indicator",
    "Measure",
    "Milestone",
    "Mode",
    "Observation",
    "Organization",
    "Plan",
    "Polarity",
    "Relation",
    "Status",
    "Suppression",
    "Target",
    "Task",
    "TaskGroup",
]


def __getattr__(name: str) -> object:
    # Who only reads and checks plans has no results.
    if name in ("Mode", "Observation", "Status"):
        return getattr(import_module("govplan.model.observation"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
