"""Short plans and what is said of them, for tests of single rules; *not* here: faults in any plan."""

from datetime import date

from govplan.model import Observation, Organization, Plan, Target
from govplan.rules import Report, check
from govplan.rules.plan_set import PlanSet
from govplan.values import Jurisdiction, Period

__all__ = ["QUANG_NAM", "YEAR", "found", "looked_at", "missed", "plan_of", "said_of"]

QUANG_NAM = Jurisdiction.in_force("VN-27", date(2023, 1, 4))
YEAR = Period.year(2023)


def plan_of(*targets: Target, id: str = "p", period: Period = YEAR, **fields: object) -> Plan:
    """Return a plan of Quảng Nam with nothing but targets, and what else is said of it."""
    place = fields.pop("jurisdiction", QUANG_NAM)
    return Plan(id, "Kế hoạch", Organization("Sở"), place, period, targets=targets, **fields)


def said_of(
    *targets: Target, results: tuple[Observation, ...] = (), others: tuple[Plan, ...] = (), **fields: object
) -> Report:
    """Check a plan of targets."""
    return check(plan_of(*targets, **fields), observations=results, others=PlanSet(others))


def found(report: Report) -> list[tuple[str, str]]:
    """Return code and path of each finding."""
    return [(finding.code, finding.path) for finding in report.findings]


def missed(report: Report) -> list[tuple[str, str]]:
    """Return code and reason of everything that could not be judged, in a sound plan."""
    assert report.findings == ()
    assert all(one.message("vi") != one.message("en") for one in report.not_checked)
    return [(one.code, one.reason) for one in report.not_checked]


def looked_at(report: Report, code: str) -> int:
    """Return at how many things a rule looked."""
    return {checked.code: checked.count for checked in report.checked}[code]
