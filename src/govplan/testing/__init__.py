"""Hypothesis strategies for every class of govplan; *not* here: the tests of govplan itself."""

from govplan.errors import MissingExtraError

try:
    import hypothesis  # noqa: F401  # asked for first, so that who lacks it reads how to get it
except ImportError:
    raise MissingExtraError(
        "strategies need Hypothesis: it is not installed; run: pip install govplan[testing]",
        "bộ sinh dữ liệu kiểm thử cần Hypothesis: chưa được cài; hãy chạy: pip install govplan[testing]",
    ) from None

from govplan.testing.amounts import intervals, numbers, quantities, units
from govplan.testing.circumstances import days, jurisdictions, organizations, periods, sources, spans
from govplan.testing.commitments import baselines, codes, goals, indicators, milestones
from govplan.testing.drafts import drafts, notes
from govplan.testing.followed import results_of, series
from govplan.testing.legal import citations, document_types, legal_references, pins
from govplan.testing.programmes import (
    breakdowns,
    declared,
    observations,
    plans,
    suppressions,
    targets,
    task_groups,
    tasks,
)
from govplan.testing.prose import WrittenPlan, written_plans
from govplan.testing.wording import identifiers, lines, texts

__all__ = [
    "WrittenPlan",
    "baselines",
    "breakdowns",
    "citations",
    "codes",
    "days",
    "declared",
    "document_types",
    "drafts",
    "goals",
    "identifiers",
    "indicators",
    "intervals",
    "jurisdictions",
    "legal_references",
    "lines",
    "milestones",
    "notes",
    "numbers",
    "observations",
    "organizations",
    "periods",
    "pins",
    "plans",
    "quantities",
    "results_of",
    "series",
    "sources",
    "spans",
    "suppressions",
    "targets",
    "task_groups",
    "tasks",
    "texts",
    "units",
    "written_plans",
]
