"""What type checkers know of reading, checking and writing; checked by mypy, never executed."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, assert_type

import govplan
from govplan.legal import Citations


def reading() -> None:
    assert_type(govplan.load("plan.yaml"), govplan.Plan)
    assert_type(govplan.load(Path("plan.yaml")), govplan.Plan)
    assert_type(govplan.loads("govplan: 1"), govplan.Plan)
    assert_type(govplan.loads(b"{}", format="json"), govplan.Plan)
    assert_type(govplan.load_example("quangnam_2023"), govplan.Plan)
    assert_type(govplan.load_located("plan.yaml"), tuple[govplan.Plan, govplan.Locations])
    assert_type(govplan.from_dict({"at_least": "5"}, govplan.Goal), govplan.Goal)
    assert_type(govplan.from_dict({}, govplan.Plan), govplan.Plan)
    assert_type(govplan.load_located("plan.yaml")[1].nearest("/id"), tuple[int, int] | None)
    govplan.loads("", format="toml")  # type: ignore[arg-type]
    govplan.load(5)  # type: ignore[arg-type]


def writing(plan: govplan.Plan) -> None:
    assert_type(govplan.dumps(plan), str)
    assert_type(govplan.dumps(plan, format="json"), str)
    assert_type(govplan.to_dict(plan), Any)
    assert_type(govplan.json_schema(), dict[str, Any])
    govplan.dumps({"id": "x"})  # type: ignore[arg-type]
    govplan.dump("plan.yaml", plan)  # type: ignore[arg-type]


def checking(plan: govplan.Plan, results: list[govplan.Observation]) -> None:
    report = govplan.check(plan, observations=results, others=(plan,))
    assert_type(report, govplan.Report)
    assert_type(report.findings, tuple[govplan.Finding, ...])
    assert_type(report.errors, tuple[govplan.Finding, ...])
    assert_type(report.at_least(govplan.Severity.WARNING), tuple[govplan.Finding, ...])
    assert_type(report.not_checked, tuple[govplan.NotChecked, ...])
    finding = report.findings[0]
    assert_type(finding.code, str)
    assert_type(finding.severity, govplan.Severity)
    assert_type(finding.path, str)
    assert_type(finding.message("vi"), str)
    assert_type(finding.expected, govplan.Text | str | int | Decimal | date | None)
    finding.message("fr")  # type: ignore[arg-type]
    finding.code = "GP999"  # type: ignore[misc]
    report.at_least("warning")  # type: ignore[arg-type]
    govplan.check(plan, results)  # type: ignore[call-arg]


def choosing(plan: govplan.Plan, plans: list[govplan.Plan]) -> None:
    settings = govplan.Settings(select=["GP2"], ignore=("GP203",), severity={"GP2": "info"})
    assert_type(settings.select, tuple[str, ...])
    assert_type(settings.asks("GP201"), bool)
    report = govplan.check(plan, others=govplan.PlanSet(plans), as_of=date(2023, 6, 30), settings=settings)
    assert_type(report.suppressed, tuple[govplan.Suppressed, ...])
    assert_type(report.suppressed[0].finding, govplan.Finding)
    assert_type(report.suppressed[0].reason, govplan.Text)
    assert_type(report.findings[0].fix, govplan.Fix | None)
    assert_type(plan.suppress, tuple[govplan.Suppression, ...])
    govplan.check(plan, settings={"select": []})  # type: ignore[arg-type]
    settings.select = ()  # type: ignore[misc]
    govplan.Suppression("GP203")  # type: ignore[call-arg]


def citing(text: str) -> None:
    found = govplan.find_citations(text)
    assert_type(found, Citations)
    assert_type(found[0].span, govplan.Span)
    reference = found[0].reference
    assert_type(reference, govplan.LegalReference)
    assert_type(govplan.LegalReference.parse(text), govplan.LegalReference)
    assert_type(reference.type, govplan.DocumentType | None)
    assert_type(reference.number, str | None)
    assert_type(reference.year, int | None)
    assert_type(reference.date, date | None)
    assert_type(reference.well_formed, bool)
    assert_type(reference.same_document(reference), bool | None)


def failing() -> None:
    try:
        govplan.load("plan.yaml")
    except govplan.DatasetError as error:
        lang: Literal["vi", "en"] = "vi"
        assert_type(error.message(lang), str)
        assert_type(error.origin, str)
        for problem in error.problems:
            assert_type(problem.message("en"), str)
