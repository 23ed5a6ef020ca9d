"""JSON as plan files have it: numbers stay text, keys stand once, and every value has its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.files.json_text import locate_json, read_json, refuse_excess
from govplan.files.limits import MAX_DEPTH, MAX_NODES
from govplan.files.problem import MAX_PROBLEMS, FormError

KEYS = st.text(st.sampled_from('ab~/ ạ\\"{}[]:,\n'), max_size=4)
NUMBERS = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, st.text(max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=12,
)
SPACES = st.text(st.sampled_from(" \t\n\r"), max_size=3)


def textual(value: Any) -> Any:
    """Return values with every number as JSON writes it."""
    if isinstance(value, dict):
        return {key: textual(item) for key, item in value.items()}
    if isinstance(value, list):
        return [textual(item) for item in value]
    return json.dumps(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


class Printer:
    """Prints JSON with any spaces between its signs, and notes where each value begins: its key, if it has one."""

    def __init__(self, data: st.DataObject) -> None:
        self.data, self.text, self.places = data, "", {}

    def put(self, text: str) -> None:
        self.text += self.data.draw(SPACES) + text

    def note(self, pointer: str, length: int) -> None:
        start = len(self.text) - length
        line = self.text.count("\n", 0, start) + 1
        self.places.setdefault(pointer, (line, start - self.text.rfind("\n", 0, start)))

    def print(self, value: Any, pointer: str = "") -> None:
        if isinstance(value, dict):
            self.put("{")
            self.note(pointer, 1)
            for number, (key, item) in enumerate(value.items()):
                if number:
                    self.put(",")
                word, step = json.dumps(key), key.replace("~", "~0").replace("/", "~1")
                self.put(word)
                self.note(f"{pointer}/{step}", len(word))
                self.put(":")
                self.print(item, f"{pointer}/{step}")
            self.put("}")
        elif isinstance(value, list):
            self.put("[")
            self.note(pointer, 1)
            for number, item in enumerate(value):
                if number:
                    self.put(",")
                self.print(item, f"{pointer}/{number}")
            self.put("]")
        else:
            word = json.dumps(value, ensure_ascii=False)
            self.put(word)
            self.note(pointer, len(word))


@given(value=VALUES, data=st.data())
def test_values_and_their_places_are_found_however_they_are_spaced(value: Any, data: st.DataObject) -> None:
    """Any JSON reads as its values, numbers as the text they are, each located where it was printed."""
    printer = Printer(data)
    printer.print(value)
    assert read_json(printer.text) == (textual(value), [])
    assert locate_json(printer.text) == printer.places


def test_numbers_stay_what_was_written() -> None:
    """No digit is lost and no number becomes another."""
    text = "[0.10, 1E400, -0, 12345678901234567890.10, 1e-999]"
    assert read_json(text)[0] == ["0.10", "1E400", "-0", "12345678901234567890.10", "1e-999"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "a": 2}', [("/a", 1, 10)]),
        ('{"a": 1,\n "a": 2,\n "a": 3}', [("/a", 2, 2), ("/a", 3, 2)]),
        ('{"a": {"b": 1, "b": 2}, "c": [{"d": 1, "d": 2}]}', [("/a/b", 1, 16), ("/c/0/d", 1, 40)]),
        ('{"a": {"b": 1}, "a": {"b": 2, "c": 3}, "b": {}, "b": {}}', [("/a", 1, 17), ("/b", 1, 49)]),
        ('{"x/y~z": 1, "x/y~z": 2}', [("/x~1y~0z", 1, 14)]),
        ('{"": 1, "": 2}', [("/", 1, 9)]),
        ('{"a": 1, "\\u0061": 2}', [("/a", 1, 10)]),
    ],
)
def test_every_key_that_repeats_is_told(text: str, expected: list[tuple[str, int, int]]) -> None:
    """All of them at once, each at the second time it stands."""
    _, problems = read_json(text)
    assert [(problem.pointer, problem.line, problem.column) for problem in problems] == expected
    for problem in problems:
        assert problem.en.endswith("twice; keep one")
        assert problem.vi.endswith("hai lần; hãy giữ một")


def test_a_repeated_key_is_named_as_it_was_written() -> None:
    """The message has the key, not its pointer, and its first value is what is read."""
    values, [problem] = read_json('{"x/y~z": 1, "b": {"c": 3}, "x/y~z": 2}')
    assert values == {"x/y~z": "1", "b": {"c": "3"}}
    assert problem.en == "not allowed in a plan file: found the key 'x/y~z' twice; keep one"


def test_many_repeated_keys_are_cut_short() -> None:
    """A list that nobody reads to its end has one."""
    _, problems = read_json("{" + ", ".join(['"a": 1'] * 1000) + "}")
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].en.startswith("too many problems")


def test_what_is_no_json_after_a_repeated_key_is_told_as_that() -> None:
    """A text that is both is first of all no JSON, or too deep."""
    with pytest.raises(FormError, match="not JSON: Expecting value") as caught:
        read_json('[{"a": 1, "a": 2},\n x]')
    assert caught.value.spot == (2, 2)
    with pytest.raises(FormError, match="nested too deep"):
        read_json('[{"a": 1, "a": 2},' + "[" * 100_000)


def test_nan_is_no_text_and_no_number() -> None:
    """NaN and Infinity become something that prints as itself and that no field takes."""
    [value], problems = read_json("[NaN]")
    assert problems == []
    assert repr(value) == "NaN"
    assert not isinstance(value, str | float)


def test_excess_is_refused_exactly_at_the_bounds() -> None:
    """The depth and the number of values that are allowed pass; one more does not."""
    deep: Any = []
    for _ in range(MAX_DEPTH - 1):
        deep = [deep]
    refuse_excess(deep)
    with pytest.raises(FormError, match="nested too deep: found more than 64 levels"):
        refuse_excess([deep])
    refuse_excess([0] * MAX_NODES)
    with pytest.raises(FormError, match=f"too many values: found more than {MAX_NODES}"):
        refuse_excess([[0] * (MAX_NODES // 2), {str(key): 0 for key in range(MAX_NODES // 4)}, 1])
    refuse_excess(5)


def test_a_form_that_holds_itself_is_refused() -> None:
    """A list inside itself has no end, and is told as nested too deep."""
    form: list[Any] = []
    form.append(form)
    with pytest.raises(FormError, match="nested too deep"):
        refuse_excess(form)


@pytest.mark.parametrize("text", ["]", "{1: 2}", '{"\\q": 1}', '{"a": "', "[" * 200, "", "{[]}"])
def test_places_are_found_as_far_as_the_text_is_json(text: str) -> None:
    """A text that is none is located to where it ceases to be."""
    assert len(locate_json(text)) <= MAX_DEPTH + 1
    assert all(place[0] == 1 for place in locate_json(text).values())


def test_no_more_places_are_found_than_values_are_read() -> None:
    """Beyond the number of values that a file may have, none is located."""
    assert len(locate_json("[" + "1," * (MAX_NODES + 10) + "1]")) <= MAX_NODES
