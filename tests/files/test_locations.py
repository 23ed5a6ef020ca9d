"""Positions beside the plan: a JSON Pointer leads to the line, whichever form of a breakdown the file has."""

import json
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from govplan import Locations, Plan, dumps, to_dict
from govplan.files.document import locate
from govplan.files.problem import pointer_to
from govplan.model import Relation
from govplan.testing import plans


def places(form: Any, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the place of a form and of every value in it."""
    items = form.items() if isinstance(form, dict) else enumerate(form) if isinstance(form, list) else ()
    return [place, *(found for step, value in items for found in places(value, (*place, step)))]


def marked(
    node: Any, mark: Any = None, place: tuple[str | int, ...] = ()
) -> dict[tuple[str | int, ...], tuple[int, int]]:
    """Return line and column of every value of a text, from the nodes that PyYAML makes of it."""
    mark = mark or node.start_mark
    found = {place: (mark.line + 1, mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= marked(value, key.start_mark, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            found |= marked(item, None, (*place, index))
    return found


@given(plan=plans())
def test_every_value_of_a_written_plan_is_located(plan: Plan) -> None:
    """Each JSON Pointer of to_dict(plan) leads to the line and column where it stands in dumps(plan)."""
    text = dumps(plan)
    locations, expected = locate(text, "yaml"), marked(yaml.compose(text, Loader=yaml.SafeLoader))
    for place in places(to_dict(plan)):
        assert locations.nearest(pointer_to(place)) == expected[place]


@given(plan=plans(), width=st.integers(0, 4))
def test_every_value_of_a_plan_in_json_is_located(plan: Plan, width: int) -> None:
    """The same of JSON: the place of a value is that of its key, or of its first sign."""
    form = to_dict(plan)
    text = json.dumps(form, ensure_ascii=False, indent=width)
    lines, locations = text.split("\n"), locate(text, "json")
    for place in places(form):
        found = locations.nearest(pointer_to(place))
        assert found is not None
        line, column = found
        key = place[-1] if place else None
        here = lines[line - 1][column - 1 :]
        if isinstance(key, str):
            assert here.startswith(f"{json.dumps(key, ensure_ascii=False)}: ")
        else:
            assert here.startswith(("{", "[", '"', "null"))


@given(plan=plans())
def test_parts_are_found_by_their_long_pointers_too(plan: Plan) -> None:
    """Findings say /breakdowns/0/parts/1 where a file has /partition/1, and stand at the same line."""
    locations = locate(dumps(plan), "yaml")
    for index, target in enumerate(plan.targets):
        form = to_dict(plan)["targets"][index]
        if target.relation is not None and target.relation.value in form:
            for part in range(len(target.parts)):
                short = locations.nearest(f"/targets/{index}/{target.relation.value}/{part}")
                assert locations.nearest(f"/targets/{index}/breakdowns/0/parts/{part}") == short
                assert short != locations.nearest(f"/targets/{index}")


def test_long_forms_are_found_by_short_pointers() -> None:
    """The other way about as well."""
    locations = Locations({"": (1, 1), "/targets/0/breakdowns/0/parts/1": (9, 5)})
    for relation in Relation:
        assert locations.nearest(f"/targets/0/{relation.value}/1") == (9, 5)


def test_several_short_forms_of_one_target_keep_their_own_places() -> None:
    """A file may, wrongly, have two; the problem with one is not shown at the other."""
    locations = Locations({"": (1, 1), "/targets/0/subset": (2, 1), "/targets/0/partition": (3, 1)})
    assert locations.nearest("/targets/0/subset") == (2, 1)
    assert locations.nearest("/targets/0/partition") == (3, 1)


def test_what_has_no_place_of_its_own_is_found_at_what_holds_it() -> None:
    """A key that is missing is told at the mapping, and everything at least at the top of the file."""
    locations = Locations({"": (1, 1), "/declared": (4, 1)})
    assert locations.nearest("/declared/task_groups") == (4, 1)
    assert locations.nearest("/title/vi") == (1, 1)
    assert Locations({}).nearest("/title") is None
    assert repr(locations) == "Locations()"
