"""GP110: places in time, at their edges; the fault is in `tests/planting`."""

from datetime import date

from planting.saying import found, said_of

from govplan.values import Jurisdiction, Period

OLD, NEW = (Jurisdiction.in_force(code, day) for code, day in (("49", date(2023, 1, 1)), ("48", date(2025, 7, 1))))


def test_a_unit_is_there_from_its_first_day_to_its_last() -> None:
    """Quảng Nam was there until the end of June 2025, the new Đà Nẵng from then on."""
    last, first = date(2025, 6, 30), date(2025, 7, 1)
    for place, day, expected in ((OLD, last, []), (OLD, first, ["GP110"]), (NEW, first, []), (NEW, last, ["GP110"])):
        report = said_of(jurisdiction=place, issued=day, period=Period.year(2025))
        assert [code for code, _ in found(report)] == expected


def test_without_a_day_of_issue_the_first_day_of_the_period_counts() -> None:
    """A plan for 2026 is not the old province's."""
    assert found(said_of(jurisdiction=OLD, period=Period.year(2026))) == [("GP110", "/jurisdiction")]
    assert found(said_of(jurisdiction=OLD, period=Period.year(2025))) == []
