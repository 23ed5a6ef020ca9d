"""Laws of bad files: whatever is damaged, reading ends in a plan or in problems, each at its place."""

import json
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govplan import DatasetError, Plan, dumps, from_dict, json_schema, loads, to_dict
from govplan.files.problem import Problem
from govplan.testing import plans

SCHEMA = Draft202012Validator(json_schema())
SCALARS = ["", "x", "3.000", "16,5", "-1", "NaN", "1e400", "9" * 70, "2023-02-30", "VN-27", "vi", "\x07"]
KEYS = ["partition", "subset", "breakdowns", "goall", "text", "about"]
STRETCHES = ["", "\n", "\t", "'", '"', ": ", "- ", "&a ", "*a", "!t ", "{", "]", "\x07", "\u2028", "\r", "#", "NaN"]
WRONG = st.one_of(
    st.none(),
    st.sampled_from([*SCALARS, [], {}, [[]], ["a"]]),
    st.text(max_size=5),
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dictionaries(st.sampled_from(("vi", "id", "name", "at_least", "value", "x")), st.just("1"), max_size=2),
)


def places(form: Any, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the place of every value below a form."""
    items = form.items() if isinstance(form, dict) else enumerate(form) if isinstance(form, list) else ()
    found = []
    for step, value in items:
        found += [(*place, step), *places(value, (*place, step))]
    return found


def at(form: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        form = form[step]
    return form


NEEDED = {
    "id": {"goal", "indicator", "issuer"},
    "goal": {"id", "by", "during"},
    "indicator": {"goal"},
    "title": {"ordinal", "issuer"},
    "ordinal": {"title"},
    "issuer": {"title"},
    "relation": {"parts"},
    "parts": {"relation"},
}
"""Keys that a mapping needs which has one of the others."""


def is_needed(form: Any, key: str) -> bool:
    return isinstance(form, dict) and key in form and not NEEDED[key].isdisjoint(form)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """Draw the form of a plan with a few things changed: left out, replaced, moved, renamed or doubled."""
    form = to_dict(draw(plans()))
    for _ in range(draw(st.integers(1, 3))):
        where = places(form)
        if not where:
            break
        *above, step = draw(st.sampled_from(where))
        holder = at(form, tuple(above))
        match draw(st.sampled_from(("drop", "replace", "swap", "rename", "add"))):
            case "drop":
                del holder[step]
            case "replace":
                holder[step] = draw(WRONG)
            case "swap":
                *others, other = draw(st.sampled_from(where))
                holder[step] = json.loads(json.dumps(at(form, (*others, other))))
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from(KEYS))] = holder.pop(step)
            case _ if isinstance(holder, dict):
                holder["xyzzy"] = draw(WRONG)
            case _:
                holder.append(draw(WRONG))
    return form


def outcome(text: str | bytes, format: str) -> Plan | tuple[Problem, ...]:
    """Return the plan that a text is, or its problems; any other exception is a fault of govplan."""
    try:
        return loads(text, format=format)
    except DatasetError as error:
        return error.problems


def check_told(error: DatasetError, form: Any) -> None:
    """Hold that an error has problems, in words, each at a value that is there."""
    assert error.problems
    for problem in error.problems:
        assert problem.en
        assert problem.vi
        assert "object at 0x" not in problem.en
        value = form
        for step in problem.pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            value = value[int(name)] if isinstance(value, list) else value[name]


@given(form=damaged())
def test_a_damaged_form_is_a_plan_or_an_error_with_problems(form: Any) -> None:
    """What the quick reader refuses, the diagnosis explains where it stands; what it takes, the schema takes."""
    try:
        read = from_dict(form, Plan)
    except DatasetError as error:
        check_told(error, form)
    else:
        assert from_dict(to_dict(read), Plan) == read
        assert list(SCHEMA.iter_errors(form)) == []


@given(form=damaged(), format=st.sampled_from(("json", "yaml")))
def test_a_damaged_file_is_a_plan_or_an_error_with_places(form: Any, format: str) -> None:
    """The same of files: each problem has its line and column in the text, and they come in their order."""
    text = json.dumps(form, indent=1) if format == "json" else yaml.safe_dump(form, sort_keys=False)
    read = outcome(text, format)
    if not isinstance(read, Plan):
        lines = text.split("\n")
        spots = [(problem.line, problem.column) for problem in read]
        assert spots == sorted(spots)
        for line, column in spots:
            assert 1 <= column <= len(lines[line - 1]) + 1


@given(data=st.data(), plan=plans())
def test_one_unknown_key_is_one_problem_there(data: st.DataObject, plan: Plan) -> None:
    """A key too many, put into any mapping of any plan, is told once, at its line, and nothing else is."""
    form = to_dict(plan)
    mappings = [
        place for place in [(), *places(form)] if isinstance(at(form, place), dict) and place[-1:] != ("codes",)
    ]
    place = data.draw(st.sampled_from(mappings))
    at(form, place)["xyzzy"] = "1"
    text = json.dumps(form, indent=1)
    [line] = [number for number, words in enumerate(text.split("\n"), 1) if words.lstrip().startswith('"xyzzy": "1"')]
    [problem] = outcome(text, "json")
    assert problem.en.startswith("unknown key: found 'xyzzy'")
    assert problem.vi.startswith("khóa lạ: gặp 'xyzzy'")
    assert problem.pointer == "".join(f"/{step}" for step in (*place, "xyzzy"))
    assert problem.line == line


@given(data=st.data(), plan=plans())
def test_one_missing_key_is_one_problem_there(data: st.DataObject, plan: Plan) -> None:
    """A key that a plan, a target or a task group needs, taken away anywhere, is told once and nothing else is."""
    form = to_dict(plan)
    needed = [(place, key) for place in [(), *places(form)] for key in NEEDED if is_needed(at(form, place), key)]
    place, key = data.draw(st.sampled_from(needed))
    del at(form, place)[key]
    [problem] = outcome(json.dumps(form), "json")
    assert problem.en == f"missing key: found no {key}; add it"
    assert problem.vi == f"thiếu khóa: không có {key}; hãy thêm vào"
    assert problem.pointer == "".join(f"/{step}" for step in place)


@given(
    text=st.one_of(st.text(), st.binary(), st.from_regex(r"([\[{\]}:,&*!|>'\"%@`#?-]|\n {0,3}|[ag1.~\x00])*")),
    format=st.sampled_from(("json", "yaml")),
)
def test_no_text_and_no_bytes_crash_reading(text: str | bytes, format: str) -> None:
    """Whatever stands in a file, reading it ends in a plan or in a DatasetError that says why not."""
    assert outcome(text, format)


@given(data=st.data(), plan=plans(), format=st.sampled_from(("json", "yaml")))
def test_no_damage_to_a_files_text_crashes_reading(data: st.DataObject, plan: Plan, format: str) -> None:
    """The text of a plan with a stretch cut out or put in is a plan or a DatasetError."""
    text = dumps(plan, format=format)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    put = data.draw(st.sampled_from(STRETCHES))
    assert outcome(text[:start] + put + text[end:], format)
