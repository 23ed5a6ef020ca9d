"""The JSON Schema of plan files: it takes every plan that there is, and shows what is wrong in an editor."""

import json
from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from govplan import DatasetError, Plan, dumps, json_schema, loads, to_dict
from govplan.files import example_path
from govplan.testing import plans

VALIDATOR = Draft202012Validator(json_schema())
PLAN: dict[str, Any] = {
    "govplan": 1,
    "id": "p",
    "title": {"vi": "Chương trình", "en": "Programme"},
    "issuer": {"name": "Sở Lao động", "id": "so-lao-dong"},
    "jurisdiction": "VN-27",
    "period": 2023,
    "issued": "2023-01-04",
    "declared": {"task_groups": 1},
    "indicators": [{"id": "poor", "name": "Hộ nghèo", "unit": "hộ", "codes": {"vn-nsis": "0701"}}],
    "targets": [
        {"id": "a", "indicator": "poor", "goal": {"reduce_by": 3000}, "baseline": 5000},
        {
            "id": "b",
            "indicator": {"name": "Tuyển sinh", "unit": {"symbol": "lớp", "dimension": "class"}},
            "goal": {"at_least": "24000"},
            "milestones": [{"goal": {"at_least": 1}, "by": "30/6/2023"}],
            "partition": [{"id": "c", "indicator": {"name": "N"}, "goal": {"above": 3, "at_most": 5.5}}],
        },
    ],
    "task_groups": [{"ordinal": 1, "title": "T", "legal_references": ["Luật Trẻ em"], "source": {"paragraph": 6}}],
    "suppress": [
        {"rule": "GP302", "path": "/task_groups/0", "reason": "R"},
        {"rule": "X001", "path": "", "reason": "R"},
    ],
}


def test_the_schema_is_one_of_draft_2020_12() -> None:
    """It holds to the rules of its own draft, and every definition in it is used."""
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    text = json.dumps(schema)
    assert [name for name in schema["$defs"] if f'"#/$defs/{name}"' not in text and name != "Observation"] == []


def test_the_shipped_example_is_valid_as_an_editor_sees_it() -> None:
    """YAML of the example, with its numbers as numbers and its dates as text."""
    text = (example_path("quangnam_2023") / "plan.yaml").read_text(encoding="utf-8")
    loader = type("Editor", (yaml.SafeLoader,), {})
    # Editors know the scalars of YAML 1.2, which has no dates.
    loader.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    assert list(VALIDATOR.iter_errors(yaml.load(text, Loader=loader))) == []


@given(plan=plans())
def test_every_plan_that_is_written_is_valid(plan: Plan) -> None:
    """Whatever govplan writes, in JSON and as to_dict gives it, the schema takes."""
    assert list(VALIDATOR.iter_errors(json.loads(dumps(plan, format="json")))) == []
    assert list(VALIDATOR.iter_errors(to_dict(plan))) == []


def test_a_plan_with_numbers_as_people_write_them_is_valid() -> None:
    """Plain numbers, short forms and printed dates are taken; so is nothing where a key may be left out."""
    assert list(VALIDATOR.iter_errors(PLAN)) == []
    assert loads(json.dumps(PLAN), format="json").id == "p"
    assert list(VALIDATOR.iter_errors({**PLAN, "document": None, "source": None})) == []


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the plan with one value set, or taken away where the value is ..."""
    form: Any = deepcopy(PLAN)
    found = form
    *steps, last = path.split("/")
    for step in steps:
        found = found[int(step)] if isinstance(found, list) else found[step]
    if value is ...:
        del found[last]
    else:
        found[last] = value
    return form


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("govplan", ...),
        ("govplan", 2),
        ("id", ...),
        ("id", "Quảng Nam"),
        ("id", "-a"),
        ("titel", "x"),
        ("title", ""),
        ("title", "  "),
        ("title", {}),
        ("title", {"vi": "a", "fr": "b"}),
        ("issuer", {"id": "x"}),
        ("issuer", {"vi": "a"}),
        ("issuer", {"name": "a", "idd": "b"}),
        ("jurisdiction", {"code": "1"}),
        ("jurisdiction", {"code": "1", "name": "A", "level": "planet"}),
        ("period", None),
        ("period", 2023.5),
        ("issued", "hôm qua"),
        ("declared", {"task_groups": -1}),
        ("declared", {"taskgroups": 1}),
        ("targets", {}),
        ("targets", None),
        ("targets/0/indicator", ...),
        ("targets/0/indicator", {"unit": "hộ"}),
        ("targets/0/goal", ...),
        ("targets/0/goal", 5),
        ("targets/0/goal", {}),
        ("targets/0/goal", {"at_leest": 5}),
        ("targets/0/goal", {"at_least": "3.000,5"}),
        ("targets/0/goal", {"at_least": "NaN"}),
        ("targets/0/goal", {"at_least": None}),
        ("targets/0/goal", {"at_least": 5, "above": 6}),
        ("targets/0/goal", {"between": [1]}),
        ("targets/0/goal", {"reduce_by": [1, None]}),
        ("targets/0/goal", {"reduce_by": {"reduce_by": 1}}),
        ("targets/0/goal", {"tolerance": 1}),
        ("targets/0/goal", {"between": [1, 2], "open": "left"}),
        ("targets/0/goal", {"at_least": 5, "text": "x"}),
        ("targets/0/baseline", "many"),
        ("targets/0/baseline", {"period": "2022"}),
        ("targets/0/overlap", []),
        ("targets/0/polarity", "higher"),
        ("targets/1/subset", [{"id": "d", "indicator": "poor", "goal": {"at_least": 1}}]),
        ("targets/1/breakdowns", []),
        ("targets/1/indicator/measure", "flo"),
        ("targets/1/indicator/codes", ["x"]),
        ("targets/1/indicator/unit", {"symbol": "a"}),
        ("targets/1/partition/0/goal", "much"),
        ("targets/1/milestones", [{"by": "2023-06-30"}]),
        ("task_groups/0/ordinal", "first"),
        ("task_groups/0/ordinal", 1.5),
        ("task_groups/0/title", ...),
        ("task_groups/0/legal_references", "Luật Trẻ em"),
        ("task_groups/0/source", {"paragraph": "x"}),
        ("suppress", "GP302"),
        ("suppress/0/rule", "GP3"),
        ("suppress/0/rule", ...),
        ("suppress/0/reason", ...),
        ("suppress/0/reason", ""),
        ("suppress/0/path", "targets/0"),
        ("suppress/0/because", "x"),
    ],
)
def test_what_no_plan_file_may_hold_is_shown_in_the_editor(path: str, value: Any) -> None:
    """A key too many or too few, a wrong value, two that do not go together: the schema refuses what reading does."""
    form = changed(path, value)
    assert list(VALIDATOR.iter_errors(form)) != []
    with pytest.raises(DatasetError, match=r"^1:\d+: "):
        loads(json.dumps(form), format="json")
