"""GP106, GP107: definitions of indicators, at their edges; the faults are in `tests/planting`."""

from itertools import permutations

from planting.cases import divided, target
from planting.saying import found, looked_at, said_of

from govplan.model import Goal, Target


def on(key: str | None, measure: str = "flow", floor: bool = True) -> Target:
    goal = Goal.at_least(5) if floor else Goal.at_most(9)
    return target(f"{measure}-{floor}".lower(), goal, measure=measure, key=key)


def test_the_definition_that_most_have_is_the_one_that_is_meant() -> None:
    """Without a list, of three targets the odd one is the fault, wherever it stands."""
    targets = on("jobs"), on("jobs", floor=False), on("jobs", "stock")
    for order in permutations(targets):
        report = said_of(*order)
        [finding] = [one for one in report.findings if one.code == "GP106"]
        assert finding.path == f"/targets/{order.index(targets[2])}/indicator"
        assert finding.found == "measure"


def test_the_definition_in_the_list_is_the_one_that_is_meant() -> None:
    """What the plan lists decides, even against all its targets."""
    report = said_of(on("jobs"), indicators=[on("jobs", "stock").indicator])
    assert found(report) == [("GP106", "/targets/0/indicator")]


def test_indicators_without_an_id_are_their_targets_own() -> None:
    """Names that are alike mean nothing: such indicators are compared with none."""
    report = said_of(on(None), on(None, "stock"))
    assert (report.findings, looked_at(report, "GP106")) == ((), 0)


def test_parts_use_an_indicator_too() -> None:
    """A listed indicator that only a part of a part uses is used."""
    inner = divided(on(None), "subset", on("jobs", floor=False))
    assert found(said_of(inner, indicators=[on("jobs").indicator])) == []
