"""What may be added, and what comes of it; *not* here: whether a difference is a fault (`govplan.rules`)."""

from govplan.aggregation.across import aggregate
from govplan.aggregation.additivity import Axis, Way, ways
from govplan.aggregation.advance import Figure
from govplan.aggregation.aggregates import Aggregate, Aggregation, Contribution, LeftOut
from govplan.aggregation.ambition import Ambition, AmbitionRanking, compare_ambition
from govplan.aggregation.assessment import Assessment, TargetAssessment, assess
from govplan.aggregation.attainment import Attainment
from govplan.aggregation.change import ChangeKind, Difference, TargetChange
from govplan.aggregation.comparison import PlanComparison, compare
from govplan.aggregation.coverage import Coverage
from govplan.aggregation.document_changes import DocumentChanges
from govplan.aggregation.group_changes import GroupChange
from govplan.aggregation.parts import Bound, Comparison, Reason, Side, compare_parts, compare_to_whole, slack_of
from govplan.aggregation.refusal import Refusal, Why
from govplan.aggregation.roll_up import RollUp, roll_up
from govplan.aggregation.rounding import percent, rounded
from govplan.aggregation.scorecard import Scorecard
from govplan.aggregation.series import Origin, Reading
from govplan.aggregation.standing import Standing

__all__ = [
    "Aggregate",
    "Aggregation",
    "Ambition",
    "AmbitionRanking",
    "Assessment",
    "Attainment",
    "Axis",
    "Bound",
    "ChangeKind",
    "Comparison",
    "Contribution",
    "Coverage",
    "Difference",
    "DocumentChanges",
    "Figure",
    "GroupChange",
    "LeftOut",
    "Origin",
    "PlanComparison",
    "Reading",
    "Reason",
    "Refusal",
    "RollUp",
    "Scorecard",
    "Side",
    "Standing",
    "TargetAssessment",
    "TargetChange",
    "Way",
    "Why",
    "aggregate",
    "assess",
    "compare",
    "compare_ambition",
    "compare_parts",
    "compare_to_whole",
    "percent",
    "roll_up",
    "rounded",
    "slack_of",
    "ways",
]
