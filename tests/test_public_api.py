"""The names that govplan promises, and what importing it costs."""

import inspect
import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import govplan
from govplan import errors

NAMES = [
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
HEAVY = ("cattrs", "yaml", "dateutil", "hypothesis", "click", "rich", "csv", "json", "jinja2", "openpyxl")


def test_the_public_names_are_these() -> None:
    """A name that is promised stays; a new one is promised here first."""
    assert govplan.__all__ == NAMES
    assert sorted(dir(govplan)) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there_and_documented(name: str) -> None:
    """Also those that are brought in on first use; each says what it is."""
    value = getattr(govplan, name)
    assert value is getattr(govplan, name)
    if name != "__version__":
        assert (inspect.getdoc(value) or "").strip()


def test_an_unknown_name_is_an_ordinary_error() -> None:
    """A slip in a name reads as it does for any module, and `hasattr` works."""
    with pytest.raises(AttributeError, match=r"module 'govplan' has no attribute 'Plann'"):
        govplan.Plann  # noqa: B018
    assert not hasattr(govplan, "_check")


def imported_by(code: str) -> set[str]:
    """Return which of the heavy modules a fresh Python has after running some code."""
    script = f"{code}\nimport sys; print(*set({HEAVY}) & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", timeout=60, check=True)
    return set(ran.stdout.split())


def test_importing_the_package_brings_nothing_heavy() -> None:
    """Who builds values waits for no YAML, no converter, no calendar, no table and no command line."""
    assert imported_by("import govplan") - imported_by("") == set()
    assert imported_by("import govplan; govplan.Goal.at_least(5); govplan.Text('x')") & {"cattrs", "yaml"} == set()


def test_what_is_heavy_comes_on_first_use() -> None:
    """The converter comes with the first dictionary, YAML with the first YAML, and each alone."""
    assert "cattrs" in imported_by("import govplan; govplan.to_dict(govplan.Goal.at_least(5))")
    reads_json = imported_by("import govplan; govplan.loads(govplan.dumps(govplan.load_example('quangnam_2023')))")
    assert {"cattrs", "yaml"} <= reads_json
    assert reads_json.isdisjoint({"hypothesis", "click", "rich"})


def all_errors() -> list[type[BaseException]]:
    """Return every exception that the package, or one of its rooms, names in public."""
    rooms = [govplan, *(import_module(info.name) for info in pkgutil.iter_modules(govplan.__path__, "govplan."))]
    values = [getattr(room, name) for room in rooms for name in getattr(room, "__all__", ())]
    found = {value for value in values if inspect.isclass(value) and issubclass(value, BaseException)}
    return sorted(found, key=lambda error: error.__name__)


def test_every_error_is_a_govplan_error() -> None:
    """One `except` catches whatever govplan raises on purpose."""
    assert len(all_errors()) > 15
    assert all(issubclass(error, govplan.GovplanError) for error in all_errors())


@pytest.mark.parametrize("error", all_errors(), ids=lambda error: error.__name__)
def test_errors_of_values_are_value_errors(error: type[BaseException]) -> None:
    """Who knows nothing of govplan catches what Python itself would raise."""
    if error.__name__.startswith("Invalid") or error.__name__ in {"DatasetError", "UnitMismatchError"}:
        assert issubclass(error, ValueError)
    assert issubclass(errors.MissingExtraError, ImportError)


def test_errors_speak_both_languages() -> None:
    """English is what a traceback shows; Vietnamese is one word away."""
    error = errors.GovplanError("no such plan: 'x'", "không có kế hoạch: 'x'")
    assert (str(error), error.message(), error.message("vi")) == (
        "no such plan: 'x'",
        "no such plan: 'x'",
        "không có kế hoạch: 'x'",
    )


def test_the_version_is_that_of_the_distribution() -> None:
    """What `govplan --version` says is what pip installed."""
    from importlib.metadata import version

    assert govplan.__version__ == version("govplan")
