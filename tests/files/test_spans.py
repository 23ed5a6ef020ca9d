"""Where values begin and end in a file's text."""

from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan import dumps
from govplan.files.document import locate, read_values
from govplan.files.problem import Place, pointer_to
from govplan.files.spans import Node, json_tree, yaml_tree
from govplan.model import Plan
from govplan.testing import plans

FORMATS = st.sampled_from(("yaml", "json"))
Format = Literal["yaml", "json"]


def nodes(node: Node, place: Place = ()) -> Iterator[tuple[Place, Node]]:
    """Yield every value of a tree with its place."""
    yield place, node
    for index, value in enumerate(node.values):
        yield from nodes(value, (*place, node.keys[index].text if node.keys else index))


def tree_of(text: str, form: Format) -> Node:
    tree = json_tree(text) if form == "json" else yaml_tree(text)
    assert tree is not None
    return tree


@given(plans(), FORMATS)
def test_every_scalar_is_cut_out_whole(plan: Plan, form: Format) -> None:
    """What stands between a scalar's ends is read, alone, as the text that it was in the file."""
    text = dumps(plan, format=form)
    for _, node in nodes(tree_of(text, form)):
        if node.kind == "scalar" and node.style not in ("|", ">"):
            assert read_values(text[node.start : node.end].replace("\n", " \n "), form)[0] in (node.text, None)


@given(plans(), FORMATS)
def test_values_begin_where_findings_say(plan: Plan, form: Format) -> None:
    """The tree and the locations of a file are two views of the same text."""
    text = dumps(plan, format=form)
    locations = locate(text, form)
    tree = tree_of(text, form)
    assert (0, len(text.rstrip())) == (tree.start, tree.end)
    for holder_place, holder in nodes(tree):
        for index, value in enumerate(holder.values):
            start = holder.start_of(index)
            place = locations.nearest(pointer_to((*holder_place, holder.keys[index].text if holder.keys else index)))
            assert place == (text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
            assert holder.start <= start <= value.end <= holder.end_of(index) <= holder.end


@pytest.mark.parametrize(
    "text",
    ["a: &x 1\nb: *x\n", "a: [1\n", "a: 1\n--- \nb: 2\n", "", "a:\n" + "- " * 200 + "x", "a: \x00", "a\n--- b\n"],
    ids=["alias", "unclosed", "two documents", "empty", "deep", "no YAML", "two words"],
)
def test_what_is_no_plain_document_has_no_tree(text: str) -> None:
    """Nothing is raised, and nothing is guessed."""
    assert yaml_tree(text) is None


@pytest.mark.parametrize("text", ['{"a": "x', '{"a": 1}}', '{"a": "\\q"}', "", "[" * 100 + "1"])
def test_what_is_no_json_has_no_tree(text: str) -> None:
    """Nothing is raised there either."""
    assert json_tree(text) is None


@given(st.text(st.sampled_from("[]{}:,\"'-#& \nab1"), max_size=30))
def test_any_text_has_a_tree_or_none(text: str) -> None:
    """Every scalar of a tree lies within the text, and begins before it ends."""
    for tree in (json_tree(text), yaml_tree(text)):
        for _, node in nodes(tree) if tree else ():
            assert 0 <= node.start <= node.end <= len(text)


def test_a_step_leads_to_a_key_or_an_index() -> None:
    """What is neither leads nowhere."""
    tree = tree_of("a: [x, y]\n", "yaml")
    assert (tree.place_of("a"), tree.place_of("b"), tree.place_of("0")) == (0, None, None)
    [items] = tree.values
    assert [items.place_of(step) for step in ("0", "1", "2", "-1", "x", "²")] == [0, 1, None, None, None, None]
    assert items.values[0].place_of("0") is None
