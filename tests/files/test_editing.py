"""Changes of a file's text: they do what they say, and leave everything else as it was."""

from typing import Any, Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan import dumps
from govplan.files.document import read_values
from govplan.files.editing import Change, changed, find_changes
from govplan.files.problem import Place, pointer_to
from govplan.model import Plan
from govplan.rules import Edit
from govplan.testing import lines, plans

Format = Literal["yaml", "json"]
FORMATS = st.sampled_from(("yaml", "json"))


def edited(text: str, *edits: Edit, form: Format = "yaml") -> str | None:
    found = find_changes(text, edits, form)
    return None if found is None else changed(text, found)


def places(values: Any, place: Place = ()) -> list[Place]:
    """Return the places of everything inside some values."""
    steps = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    return [below for step, value in steps for below in [(*place, step), *places(value, (*place, step))]]


def held(values: Any, place: Place) -> Any:
    for step in place:
        values = values[step]
    return values


# --- laws ----------------------------------------------------------------------------------


@given(plans(), FORMATS, st.data())
def test_an_item_of_a_list_is_taken_away_and_nothing_else(plan: Plan, form: Format, data: st.DataObject) -> None:
    """In a file that govplan wrote every item can be taken out, and what is read afterwards lacks only that."""
    text = dumps(plan, format=form)
    values, _ = read_values(text, form)
    items = [place for place in places(values) if isinstance(place[-1], int)]
    assume(items)
    place = data.draw(st.sampled_from(items))
    after = edited(text, Edit(pointer_to(place)), form=form)
    holder = held(values, place[:-1])
    if len(holder) == 1 and len(held(values, place[:-2])) == 1:
        assert after is None
        return
    assert after is not None
    del holder[place[-1]]
    if not holder:
        del held(values, place[:-2])[place[-2]]
    assert read_values(after, form)[0] == values
    assert len(after) < len(text)


@given(plans(), FORMATS, lines(), st.data())
def test_a_scalar_is_replaced_and_nothing_else(plan: Plan, form: Format, value: str, data: st.DataObject) -> None:
    """Any text can stand in the place of any other; the characters before and after are the same."""
    text = dumps(plan, format=form)
    values, _ = read_values(text, form)
    scalars = [place for place in places(values) if isinstance(held(values, place), str)]
    place = data.draw(st.sampled_from(scalars))
    found = find_changes(text, [Edit(pointer_to(place), value)], form)
    assert found is not None
    [change] = found
    after = changed(text, found)
    held(values, place[:-1])[place[-1]] = value
    assert read_values(after, form)[0] == values
    assert after[: change.start] == text[: change.start]
    assert after.endswith(text[change.end :])


@given(st.text(st.sampled_from("[]{}:,\"'-#& \nab1?|"), max_size=40), st.sampled_from(["/a", "/0", "/a/0", "/0/a", ""]))
def test_any_text_is_edited_or_left_alone(text: str, path: str) -> None:
    """Whatever a file holds, an edit is made as it was meant or not at all, and nothing is raised."""
    for form in ("yaml", "json"):
        for value in (None, "x"):
            after = edited(text, Edit(path, value), form=form)  # type: ignore[arg-type]
            if after is not None:
                assert read_values(after, form)[1] == []  # type: ignore[arg-type]


# --- layouts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        # flow
        ("a: [x, y, z] # c\n", "/a/0", "a: [y, z] # c\n"),
        ("a: [x, y, z] # c\n", "/a/1", "a: [x, z] # c\n"),
        ("a: [x, y, z] # c\n", "/a/2", "a: [x, y] # c\n"),
        ("a: [x ,y , z , ]\n", "/a/2", "a: [x ,y , ]\n"),
        ("a: {x: 1, y: 2}\nb: 1\n", "/a/x", "a: {y: 2}\nb: 1\n"),
        ("a: {x: 1, y: , z: 3}\nb: 1\n", "/a/y", "a: {x: 1, z: 3}\nb: 1\n"),
        ("a: {x: 1, y}\nb: 1\n", "/a/y", "a: {x: 1}\nb: 1\n"),
        ("a: [\n  x, # one\n  y, # two\n]\n", "/a/0", "a: [\n  # one\n  y, # two\n]\n"),
        ("a: [\n  x,\n  y # two\n]\n", "/a/0", "a: [\n  y # two\n]\n"),
        ("a: [\n  x, # one\n  y # two\n]\n", "/a/1", "a: [\n  x # one\n   # two\n]\n"),
        ("a: [\n  x # one\n  , y\n]\n", "/a/0", "a: [\n   # one\n   y\n]\n"),
        # block
        ("a:\n  - x # one\n  # two\n  - y\n", "/a/0", "a:\n  # two\n  - y\n"),
        ("a:\n  - x # one\n  # two\n  - y", "/a/1", "a:\n  - x # one\n  # two\n"),
        ("a:\n- x\n- y: 1\n  z: 2\n\n# end\nb: 1\n", "/a/1", "a:\n- x\n\n# end\nb: 1\n"),
        ("a:\n- x\n-\n  # why\n  y: 1\n- z\n", "/a/1", "a:\n- x\n- z\n"),
        ("a:\n  - - x\n    - y # - z\n    # - z\n    - z\n", "/a/0/2", "a:\n  - - x\n    - y # - z\n    # - z\n"),
        ("a:\n- y: 1\n  z: 2\n", "/a/0/y", "a:\n- z: 2\n"),
        ("a:\n- y: 1\n  z: 2\n", "/a/0/z", "a:\n- y: 1\n"),
        ("a: |\n  x\n  y\n\nb: 1\n", "/a", "\nb: 1\n"),
        ("a:\r\n  - x\r\n  - y\r\n", "/a/0", "a:\r\n  - y\r\n"),
        # the last item goes with its key
        ("a:\n  # why\n  - x\nb: 1\n", "/a/0", "b: 1\n"),
        ("b: 1\na: [x] # c\n", "/a/0", "b: 1\n"),
        ("{a: [x], b: 1}", "/a/0", "{b: 1}"),
        # breakdowns in the other form than the pointer's
        ("a: {partition: [x, y]}\n", "/a/breakdowns/0/parts/1", "a: {partition: [x]}\n"),
        ("a: {breakdowns: [{parts: [x, y]}]}\n", "/a/subset/1", "a: {breakdowns: [{parts: [x]}]}\n"),
    ],
)
def test_layouts_and_comments_stay(text: str, path: str, after: str) -> None:
    """Only what is taken away goes, with its own comma, its own line and the comments inside it."""
    assert edited(text, Edit(path)) == after


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        ("a: x # c\n", "/a", "y z", "a: y z # c\n"),
        ("a: x # c\n", "/a", "y: z", "a: 'y: z' # c\n"),
        ("a: x # c\n", "/a", "y #z", "a: 'y #z' # c\n"),
        ("a: x\n", "/a", "~", "a: '~'\n"),
        ("a: x\n", "/a", "3.000", "a: '3.000'\n"),
        ("a: 'x'\n", "/a", "it's", "a: 'it''s'\n"),
        ('a: "x"\n', "/a", 'a "b"', 'a: "a \\"b\\""\n'),
        ("a: [x, y]\n", "/a/0", "b, c", "a: ['b, c', y]\n"),
        ("a: x\n", "/a", "y\nz", 'a: "y\\nz"\n'),
    ],
)
def test_a_scalar_keeps_its_style(text: str, path: str, value: str, after: str) -> None:
    """Plain text stays plain where that is read back, quotes stay the quotes that they were."""
    assert edited(text, Edit(path, value)) == after


@pytest.mark.parametrize(
    ("value", "after"), [("16", '{"a": 16}'), ("16.50", '{"a": 16.50}'), ("x", '{"a": "x"}'), ("016", '{"a": "016"}')]
)
def test_a_json_number_stays_one_where_it_can(value: str, after: str) -> None:
    """What was written without quotes is, where JSON has such a number."""
    assert edited('{"a": 1}', Edit("/a", value), form="json") == after
    assert edited('{"a": "1"}', Edit("/a", "16"), form="json") == '{"a": "16"}'


def test_json_keeps_its_lines() -> None:
    """What was laid out for people stays laid out."""
    text = '{\n  "a": [\n    "x",\n    "y"\n  ]\n}\n'
    assert edited(text, Edit("/a/0"), form="json") == '{\n  "a": [\n    "y"\n  ]\n}\n'
    assert edited(text, Edit("/a/1"), form="json") == '{\n  "a": [\n    "x"\n  ]\n}\n'


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: 1\n", Edit("/b")),
        ("a: 1\n", Edit("")),
        ("a: 1\n", Edit("", "x")),
        ("a: 1\n", Edit("/a")),  # nothing would be left
        ("- - x\n", Edit("/0/0")),
        ("- a: [x]\n- b\n", Edit("/0/a/0")),
        ("[x]", Edit("/0")),
        ("- - x\n  - y\n", Edit("/0/0")),
        ("? a\n: x\nb: 1\n", Edit("/a")),
        ("a: {x: 1}\nb: 1\n", Edit("/a/x")),
        ("a:\n  - x: 1 # c\n    y: 2\n", Edit("/a/0/x")),
        ("a: |\n  x\n", Edit("/a", "y")),
        ("a:\n", Edit("/a", "y")),
        ("a: [x]\n", Edit("/a", "y")),
        ("a: &b x\nc: 1\n", Edit("/c")),
        ("a: [x\n", Edit("/a/0")),
        ("a: x\na: y\nb: z\n", Edit("/b")),
    ],
)
def test_what_cannot_be_done_safely_is_not_done(text: str, edit: Edit) -> None:
    """A layout in which an edit would touch more than it should is left to a person."""
    assert edited(text, edit) is None


def test_several_edits_are_made_together_or_not_at_all() -> None:
    """What one edit takes away does not move another one; two that meet are refused."""
    assert edited("a: [x, y, z]\nb: 1\n", Edit("/a/0"), Edit("/b", "2")) == "a: [y, z]\nb: 2\n"
    assert edited("a: [x, y, z]\n", Edit("/a/0"), Edit("/a/1")) == "a: [z]\n"
    assert edited("a: [x, y, z]\n", Edit("/a/1"), Edit("/a/2")) is None
    assert edited("a: [x, y]\nb: 1\n", Edit("/a/0"), Edit("/c")) is None
    assert edited("a: [x, y]\nb: 1\n", Edit("/a/0"), Edit("/a/0")) is None
    assert edited("a: [x]\nb: 1\n", Edit("/a/0"), Edit("/a/0")) is None
    assert edited("a:\n- x\n- y\nb: 1\n", Edit("/a/0"), Edit("/a/1")) is None
    for both in ((Edit("/a/0"), Edit("/a/0/x")), (Edit("/a/0/x"), Edit("/a/0"))):
        assert edited("a:\n- x: 1\n  y: 2\n- z\n", *both) is None


def test_changes_are_made_in_any_order() -> None:
    """Each is told in characters of the text that it is for."""
    changes = [Change(0, 2), Change(4, 5, "đ")]
    assert changed("a b c", changes) == changed("a b c", reversed(changes)) == "b đ"
