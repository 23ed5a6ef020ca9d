"""What a plan is made of: indicators, goals, targets, tasks, results; *not* here: sums, rules and files."""

from govplan.model.goal import Basis, Direction, Goal
from govplan.model.indicator import Code, Indicator, Measure, Polarity
from govplan.model.observation import Mode, Observation, Status
from govplan.model.organization import Organization
from govplan.model.plan import Declared, Plan
from govplan.model.target import Baseline, Breakdown, Denominator, Milestone, Relation, Target
from govplan.model.task import Task, TaskGroup

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
    "Target",
    "Task",
    "TaskGroup",
]
