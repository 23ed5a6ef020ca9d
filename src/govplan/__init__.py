"""Vietnamese government plans and their indicators as typed data: read, checked, added up, followed, compared."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govplan.aggregation import (
        Aggregate,
        Aggregation,
        AmbitionRanking,
        Assessment,
        Attainment,
        ChangeKind,
        Contribution,
        Coverage,
        Figure,
        LeftOut,
        PlanComparison,
        Refusal,
        RollUp,
        Scorecard,
        Standing,
        TargetAssessment,
        TargetChange,
        aggregate,
        assess,
        compare,
        compare_ambition,
        roll_up,
    )
    from govplan.errors import AggregationError, DatasetError, GovplanError
    from govplan.files import (
        Locations,
        Results,
        dump,
        dump_results,
        dumps,
        from_dict,
        json_schema,
        load,
        load_example,
        load_located,
        load_results,
        loads,
        to_dict,
    )
    from govplan.legal import (
        Citation,
        Deviation,
        DocumentType,
        LegalReference,
        annotate,
        find_citations,
        find_relations,
        resolve_citations,
    )
    from govplan.model import (
        Baseline,
        Breakdown,
        Code,
        Declared,
        Goal,
        Indicator,
        Milestone,
        Observation,
        Organization,
        Plan,
        Suppression,
        Target,
        Task,
        TaskGroup,
    )
    from govplan.reading import Confidence, Draft, Note, Unread, read_document, read_text
    from govplan.report import comparison_page, plan_page, plans_page
    from govplan.rules import Finding, Fix, NotChecked, PlanSet, Report, Settings, Severity, Suppressed, check
    from govplan.values import Interval, Jurisdiction, Period, Quantity, Source, Span, Text, Unit

__all__ = [
    "Aggregate",
    "Aggregation",
    "AggregationError",
    "AmbitionRanking",
    "Assessment",
    "Attainment",
    "Baseline",
    "Breakdown",
    "ChangeKind",
    "Citation",
    "Code",
    "Confidence",
    "Contribution",
    "Coverage",
    "DatasetError",
    "Declared",
    "Deviation",
    "DocumentType",
    "Draft",
    "Figure",
    "Finding",
    "Fix",
    "Goal",
    "GovplanError",
    "Indicator",
    "Interval",
    "Jurisdiction",
    "LeftOut",
    "LegalReference",
    "Locations",
    "Milestone",
    "NotChecked",
    "Note",
    "Observation",
    "Organization",
    "Period",
    "Plan",
    "PlanComparison",
    "PlanSet",
    "Quantity",
    "Refusal",
    "Report",
    "Results",
    "RollUp",
    "Scorecard",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Suppressed",
    "Suppression",
    "Target",
    "TargetAssessment",
    "TargetChange",
    "Task",
    "TaskGroup",
    "Text",
    "Unit",
    "Unread",
    "__version__",
    "aggregate",
    "annotate",
    "assess",
    "check",
    "compare",
    "compare_ambition",
    "comparison_page",
    "dump",
    "dump_results",
    "dumps",
    "find_citations",
    "find_relations",
    "from_dict",
    "json_schema",
    "load",
    "load_example",
    "load_located",
    "load_results",
    "loads",
    "plan_page",
    "plans_page",
    "read_document",
    "read_text",
    "resolve_citations",
    "roll_up",
    "to_dict",
]

__version__ = "0.1.0"

# A room is opened when the first of its names is asked for: a tool that imports govplan pays for what it uses.
_ROOMS = {
    "errors": "AggregationError DatasetError GovplanError",
    "values": "Interval Jurisdiction Period Quantity Source Span Text Unit",
    "legal": "Citation Deviation DocumentType LegalReference annotate find_citations find_relations resolve_citations",
    "model": "Baseline Breakdown Code Declared Goal Indicator Milestone Observation Organization "
    "Plan Suppression Target Task TaskGroup",
    "aggregation": "Aggregate Aggregation AmbitionRanking Assessment Attainment ChangeKind Contribution Coverage "
    "Figure LeftOut PlanComparison Refusal RollUp Scorecard Standing TargetAssessment TargetChange aggregate "
    "assess compare compare_ambition roll_up",
    "rules": "Finding Fix NotChecked PlanSet Report Settings Severity Suppressed check",
    "reading": "Confidence Draft Note Unread read_document read_text",
    "report": "comparison_page plan_page plans_page",
    "files": "Locations Results dump dump_results dumps from_dict json_schema load load_example load_located "
    "load_results loads to_dict",
}
_ROOM_OF = {name: f"govplan.{room}" for room, names in _ROOMS.items() for name in names.split()}


def __getattr__(name: str) -> object:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(room), name)
    return found


def __dir__() -> list[str]:
    return list(__all__)
