"""YAML as plan files have it: a part of the language, read as text, with the place of every value."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from govplan.files.limits import MAX_DEPTH
from govplan.files.problem import FormError, Refused
from govplan.files.scalars import Grouped
from govplan.files.yaml_text import locate_yaml, read_yaml

KEYS = st.text(st.sampled_from("ab~/ ạ\"'{#:"), min_size=1, max_size=4)
# PyYAML folds these three breaks, unescaped, into spaces when it writes them.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029")
SCALARS = st.one_of(
    st.none(), st.text(LETTERS, max_size=6), st.sampled_from(("1.000", "~", "null", "no", "2023-01-04"))
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=12,
)
STYLES = st.sampled_from((None, True, False))


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with libyaml, and as where PyYAML was built without it."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CLoader")
    return request.param


def refused(text: str) -> list[tuple[str, int | None, int | None, str]]:
    """Return pointer, line, column and what was found of everything that is refused in a text."""
    _, problems = read_yaml(text)
    for problem in problems:
        assert problem.en.startswith("not allowed in a plan file: found ")
        assert problem.vi.startswith("không dùng trong tệp kế hoạch: gặp ")
    return [(problem.pointer, problem.line, problem.column, problem.en.partition("found ")[2]) for problem in problems]


@given(value=VALUES, flow=STYLES)
def test_what_yaml_writers_write_is_read_as_text(value: Any, flow: bool | None) -> None:
    """Any values that PyYAML writes, in block or flow style, come back: mappings, lists, text and nothing."""
    read, problems = read_yaml(yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, sort_keys=False))
    assert problems == []
    assert read == value


def test_scalars_are_text(parser: str) -> None:
    """Only ~, null and nothing are None; what looks like a grouped number is marked, unless it is quoted."""
    text = "a: 16.000\nb: '16.000'\nc: no\nd: 08\ne: ~\nf: null\ng:\nh: ''\ni: '~'\nj: 12:30\nk: |\n  x\n  y\nl: 1.5\n"
    read, problems = read_yaml(text)
    assert problems == []
    assert list(read.values()) == ["16.000", "16.000", "no", "08", *[None] * 3, "", "~", "12:30", "x\ny\n", "1.5"]
    assert [key for key, value in read.items() if isinstance(value, Grouped)] == ["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", [("/a", 1, 4, "anchor &x"), ("/b", 2, 4, "alias *x")]),
        ("a: !!int 1\n", [("/a", 1, 4, "tag tag:yaml.org,2002:int")]),
        ("a: !!python/object:os.system {}\n", [("/a", 1, 4, "tag tag:yaml.org,2002:python/object:os.system")]),
        ("- b: [1, {c: !t &y [2]}]\n", [("/0/b/1/c", 1, 14, "anchor &y"), ("/0/b/1/c", 1, 14, "tag !t")]),
        ("a: 1\n---\nb: 2\n", [("", 2, 1, "a second document")]),
        ("a: 1\na: 2\n", [("/a", 2, 1, "the key 'a' twice")]),
        (
            "x:\n- {a: 1, b: 2, a: 3, a: 4}\n",
            [("/x/0/a", 2, 16, "the key 'a' twice"), ("/x/0/a", 2, 22, "the key 'a' twice")],
        ),
        ("~: 1\n", [("", 1, 1, "a key that is no text")]),
        ("x:\n  ? [a, b]\n  : 1\n", [("/x", 2, 5, "a key that is no text")]),
        ("? {a: 1}\n: {b: *z}\n", [("", 1, 3, "a key that is no text"), ("", 2, 7, "alias *z")]),
        ("*z : 1\n", [("", 1, 1, "alias *z"), ("", 1, 1, "a key that is no text")]),
        (
            "a: {b: 1}\na: {c: [*z]}\nd: *z\n",
            [("/a", 2, 1, "the key 'a' twice"), ("", 2, 9, "alias *z"), ("/d", 3, 4, "alias *z")],
        ),
    ],
)
def test_what_plan_files_may_not_hold_is_refused_all_at_once(
    text: str, expected: list[tuple[str, int, int, str]], parser: str
) -> None:
    """Anchors, aliases, tags, further documents, keys twice and keys that are no text, each at its place."""
    found = refused(text)
    assert [(pointer, line, column, words.partition(";")[0]) for pointer, line, column, words in found] == expected


def test_the_advice_fits_what_was_refused() -> None:
    """What to do instead differs: write it out, keep one, give it a file of its own, name it."""
    found = refused("a: *z\na: 1\n~: 2\n---\n")
    assert [words.partition("; ")[2] for _, _, _, words in found] == [
        "write the value out where it stands",
        "keep one",
        "write one word before the colon",
        "give each plan a file of its own",
    ]


def test_refused_values_are_marked_and_the_first_of_two_keys_stays() -> None:
    """An alias stands for nothing; of a key that repeats, the first value is kept."""
    read, _ = read_yaml("a: 1\na: {x: 2}\nb: [*z, 3]\n? [q]\n: 4\n")
    assert read["a"] == "1"
    assert isinstance(read["b"][0], Refused)
    assert read["b"][1] == "3"
    assert read.keys() == {"a", "b"}


def test_the_depth_is_bounded_exactly(parser: str) -> None:
    """As many levels as the bound are read; one more is refused, with where it begins."""
    read, problems = read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert problems == []
    assert json.dumps(read) == "[" * MAX_DEPTH + "]" * MAX_DEPTH
    with pytest.raises(FormError, match="nested too deep: found more than 64 levels") as caught:
        read_yaml("[" * (MAX_DEPTH + 1))
    assert caught.value.spot == (1, MAX_DEPTH + 1)


def test_an_empty_text_holds_nothing(parser: str) -> None:
    """No document, or one without a value, reads as None."""
    for text in ("", "# comment\n", "---\n", "~\n"):
        assert read_yaml(text) == (None, [])


def test_text_that_is_no_yaml_is_refused_without_libyaml_too(parser: str) -> None:
    """Both parsers of PyYAML stop at the line."""
    with pytest.raises(FormError, match="not YAML: ") as caught:
        read_yaml("a: 1\nb: ]\n")
    assert caught.value.spot == (2, 4)
    with pytest.raises(FormError, match=r"character that YAML does not take: found '\\x01'") as caught:
        read_yaml("a: 1\nb: x\x01\n")
    assert caught.value.spot == (2, 5)


# --- places ----------------------------------------------------------------------------------


def composed(node: Any, pointer: str = "", mark: Any = None) -> dict[str, tuple[int, int]]:
    """Return the place of every value as PyYAML's own tree of nodes has it: a mapping's value at its key."""
    mark = mark or node.start_mark
    found = {pointer: (mark.line + 1, mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            step = key.value.replace("~", "~0").replace("/", "~1")
            found |= composed(value, f"{pointer}/{step}", key.start_mark)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            found |= composed(item, f"{pointer}/{index}")
    return found


@given(value=VALUES, flow=STYLES)
def test_every_value_is_located_where_pyyaml_has_it(value: Any, flow: bool | None) -> None:
    """Line and column of each JSON Pointer are those of the marks in PyYAML's own tree, which reads another way."""
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    assert locate_yaml(text) == composed(yaml.compose(text, Loader=yaml.SafeLoader))


def test_places_are_found_in_what_is_refused(parser: str) -> None:
    """Beside a key that is no text, one that repeats, or an alias, everything else still has its place."""
    text = "? [q]\n: {r: 1}\na: &x 1\na: {b: 2}\nc: *x\n*x : 5\nd: [6]\n"
    found = locate_yaml(text)
    assert found[""] == (1, 1)
    assert found["/a"] == (3, 1)
    assert found["/c"] == (5, 1)
    assert found["/d"] == (7, 1)
    assert found["/d/0"] == (7, 5)


def test_places_are_found_as_far_as_the_text_goes(parser: str) -> None:
    """Of a text that breaks off, or goes beyond a bound, the beginning is located."""
    assert locate_yaml("a: [1,\n  2]\nb: ]\n") == {"": (1, 1), "/a": (1, 1), "/a/0": (1, 5), "/a/1": (2, 3)}
    deep = locate_yaml("[" * 1000)
    assert len(deep) == MAX_DEPTH + 1
