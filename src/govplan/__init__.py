"""Vietnamese government plans and their indicators as typed data: read, checked, added up, followed, compared."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govplan.errors import DatasetError, GovplanError
    from govplan.files import (
        Locations,
        dump,
        dumps,
        from_dict,
        json_schema,
        load,
        load_example,
        load_located,
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
    from govplan.rules import Finding, Fix, NotChecked, PlanSet, Report, Settings, Severity, Suppressed, check
    from govplan.values import Interval, Jurisdiction, Period, Quantity, Source, Span, Text, Unit

__all__ = [
    "Baseline",
    "Breakdown",
    "Citation",
    "Code",
    "Confidence",
    "DatasetError",
    "Declared",
    "Deviation",
    "DocumentType",
    "Draft",
    "Finding",
    "Fix",
    "Goal",
    "GovplanError",
    "Indicator",
    "Interval",
    "Jurisdiction",
    "LegalReference",
    "Locations",
    "Milestone",
    "NotChecked",
    "Note",
    "Observation",
    "Organization",
    "Period",
    "Plan",
    "PlanSet",
    "Quantity",
    "Report",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Suppressed",
    "Suppression",
    "Target",
    "Task",
    "TaskGroup",
    "Text",
    "Unit",
    "Unread",
    "__version__",
    "annotate",
    "check",
    "dump",
    "dumps",
    "find_citations",
    "find_relations",
    "from_dict",
    "json_schema",
    "load",
    "load_example",
    "load_located",
    "loads",
    "read_document",
    "read_text",
    "resolve_citations",
    "to_dict",
]

__version__ = "0.1.0"

# A room is opened when the first of its names is asked for: a tool that imports govplan pays for what it uses.
_ROOMS = {
    "errors": "DatasetError GovplanError",
    "values": "Interval Jurisdiction Period Quantity Source Span Text Unit",
    "legal": "Citation Deviation DocumentType LegalReference annotate find_citations find_relations resolve_citations",
    "model": "Baseline Breakdown Code Declared Goal Indicator Milestone Observation Organization "
    "Plan Suppression Target Task TaskGroup",
    "rules": "Finding Fix NotChecked PlanSet Report Settings Severity Suppressed check",
    "reading": "Confidence Draft Note Unread read_document read_text",
    "files": "Locations dump dumps from_dict json_schema load load_example load_located loads to_dict",
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
