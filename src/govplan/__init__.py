"""Vietnamese government plans and their indicators as typed data: read, checked, added up, followed, compared."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govplan.errors import DatasetError, GovplanError
from govplan.legal import Citation, DocumentType, LegalReference, find_citations
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
    Target,
    Task,
    TaskGroup,
)
from govplan.values import Interval, Jurisdiction, Period, Quantity, Source, Span, Text, Unit

if TYPE_CHECKING:
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
    from govplan.rules import Finding, NotChecked, Report, Severity, check

__all__ = [
    "Baseline",
    "Breakdown",
    "Citation",
    "Code",
    "DatasetError",
    "Declared",
    "DocumentType",
    "Finding",
    "Goal",
    "GovplanError",
    "Indicator",
    "Interval",
    "Jurisdiction",
    "LegalReference",
    "Locations",
    "Milestone",
    "NotChecked",
    "Observation",
    "Organization",
    "Period",
    "Plan",
    "Quantity",
    "Report",
    "Severity",
    "Source",
    "Span",
    "Target",
    "Task",
    "TaskGroup",
    "Text",
    "Unit",
    "__version__",
    "check",
    "dump",
    "dumps",
    "find_citations",
    "from_dict",
    "json_schema",
    "load",
    "load_example",
    "load_located",
    "loads",
    "to_dict",
]

__version__ = "0.1.0"

# Reading and checking bring cattrs, PyYAML and the rules with them; who only builds values need not wait for those.
_ON_FIRST_USE = {
    **dict.fromkeys(("Finding", "NotChecked", "Report", "Severity", "check"), "govplan.rules"),
    **dict.fromkeys(
        (
            "Locations",
            "dump",
            "dumps",
            "from_dict",
            "json_schema",
            "load",
            "load_example",
            "load_located",
            "loads",
            "to_dict",
        ),
        "govplan.files",
    ),
}


def __getattr__(name: str) -> object:
    room = _ON_FIRST_USE.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(room), name)


def __dir__() -> list[str]:
    return list(__all__)
