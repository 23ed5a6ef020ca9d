"""GP509, GP510: measured wholes and parts, at their edges; the faults are in `tests/planting`, VTL's cases beside."""

from datetime import date

from planting.cases import divided, target
from planting.saying import YEAR, found, looked_at, missed, said_of

from govplan.model import Goal, Observation, Target


def whole(relation: str, unit: str = "người", measure: str = "flow", **how: str) -> Target:
    parts = [target(id, Goal.at_least(1), unit, measure, denominator="nữ") for id in ("a", "b")]
    return divided(target("all", Goal.at_least(2), unit, measure), relation, *parts, **how)


def results(status: str = "final", **values: int | str) -> tuple[Observation, ...]:
    return tuple(Observation(id, period=YEAR, value=value, status=status) for id, value in values.items())


def test_the_most_settled_figures_are_added() -> None:
    """A final figure stands for its estimate, whatever the order of the rows."""
    rows = (*results(all=9, a=4, b=5), *results("estimate", a=7))
    for order in (rows, rows[::-1]):
        report = said_of(whole("partition"), results=order)
        assert (found(report), looked_at(report, "GP509")) == ([], 1)


def test_decimals_add_up_within_rounding() -> None:
    """71.0 is 40.3 and 30.8 as far as their printed digits can tell; counts are exact."""
    for last, expected in (("30.8", []), ("30.9", ["GP509"])):
        report = said_of(whole("partition", "tấn"), results=results(all="71.0", a="40.3", b=last))
        assert [code for code, _ in found(report)] == expected


def test_missing_results_leave_the_sum_open() -> None:
    """A part without a result, or a whole without one, is not added as nothing."""
    for values in ({"all": 9, "a": 4}, {"a": 4, "b": 5}):
        assert missed(said_of(whole("partition"), results=results(**values))) == [("GP509", "results_missing")]
    assert missed(said_of(whole("subset"), results=results(a=4))) == [("GP510", "results_missing")]
    assert missed(said_of(whole("subset"), results=results(all=4))) == []


def test_what_does_not_add_is_not_added() -> None:
    """Means never do, shares of their own only with weights."""
    told = missed(said_of(whole("partition", "tuổi", "mean"), results=results(all=9, a=4, b=5)))
    assert ("GP509", "not_additive") in told
    own = whole("subset", "%", "ratio", denominator="own")
    assert ("GP510", "own_denominators") in missed(said_of(own, results=results(all=9, a=40)))


def test_times_are_compared_one_by_one() -> None:
    """Each time has its own sum; the message says which."""
    day = date(2023, 6, 30)
    at_day = tuple(Observation(id, as_of=day, value=value) for id, value in (("all", 7), ("a", 3), ("b", 3)))
    report = said_of(whole("partition"), results=(*results(all=9, a=4, b=5), *at_day))
    [finding] = report.findings
    assert (finding.code, finding.difference, looked_at(report, "GP509")) == ("GP509", 1, 2)
    assert "2023-06-30" in finding.message("en")
    assert "30/6/2023" in finding.message("vi")
