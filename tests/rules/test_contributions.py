"""GP402, GP405-407: targets that hold other targets, at their edges; the faults are in `tests/planting`."""

from planting.cases import target
from planting.saying import found, looked_at, missed, plan_of, said_of

from govplan.model import Goal, Target


def held(id: str, *by: str, goal: Goal | None = None, unit: str = "người", measure: str = "flow") -> Target:
    return target(id, goal or Goal.at_least(5), unit, measure, contributes_to=by)


def test_a_circle_is_found_at_each_of_its_links() -> None:
    """Who is not in the circle, but leads into it, is no fault."""
    report = said_of(held("a", "b"), held("b", "c"), held("c", "a"), held("d", "a"))
    assert found(report) == [("GP406", f"/targets/{number}/contributes_to/0") for number in range(3)]
    assert looked_at(report, "GP406") == 4


def test_a_target_between_two_circles_is_in_neither() -> None:
    """It is led to by one and leads to the other, and never comes back to itself."""
    report = said_of(held("a", "b"), held("b", "a", "c"), held("c", "d"), held("d", "e"), held("e", "d"))
    assert found(report) == [("GP406", f"/targets/{target}/contributes_to/0") for target in (0, 1, 3, 4)]


def test_a_chain_may_be_as_long_as_the_plan() -> None:
    """Looking for circles takes no longer for each link than for one, and no recursion."""
    chain = [held(f"t{number}", f"t{number + 1}") for number in range(3000)]
    assert found(said_of(*chain, held("t3000"))) == []
    assert len(found(said_of(*chain, held("t3000", "t0")))) == 3001


def test_only_the_link_to_itself_can_be_taken_out_safely() -> None:
    """Of a longer circle nobody knows which link is wrong."""
    [itself] = said_of(held("a", "a")).findings
    assert itself.fix is not None
    assert all(one.fix is None for one in said_of(held("a", "b"), held("b", "a")).findings)


def test_a_target_of_another_plan_holds_as_one_of_this_plan_does() -> None:
    """Its unit and its ceiling are asked for as well."""
    upper = plan_of(target("province", Goal.at_most(9)), id="upper")
    assert found(said_of(held("a", "province"), others=(upper,))) == []
    assert found(said_of(held("a", "province", unit="hộ"), others=(upper,))) == [
        ("GP405", "/targets/0/contributes_to/0")
    ]
    [beyond] = said_of(held("a", "province", goal=Goal.at_least(12)), others=(upper,)).findings
    assert (beyond.code, beyond.expected, beyond.found, beyond.difference) == ("GP407", 9, 12, 3)


def test_a_name_that_several_plans_have_is_ambiguous() -> None:
    """That it exists is known; which one is meant is not."""
    uppers = tuple(plan_of(target("province", Goal.at_most(9)), id=id) for id in ("one", "two"))
    assert missed(said_of(held("a", "province"), others=uppers)) == [("GP405", "ambiguous")]


def test_a_name_may_wait_for_its_plan() -> None:
    """Without any other plan nothing is said to be missing."""
    assert missed(said_of(held("a", "province"))) == [("GP402", "other_plans")]


def test_shares_are_not_held_against_a_share() -> None:
    """What contributes to a share is a share of something else."""
    report = said_of(target("all", Goal.at_most(50), "%", "ratio"), held("a", "all", unit="%", measure="ratio"))
    assert missed(report) == [("GP407", "own_denominators")]
