"""Every spelling of a plan that files allow is the same plan: short forms and long ones, any order of keys."""

import json
import unicodedata
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from govplan import Plan, loads, to_dict
from govplan.model import Relation
from govplan.testing import plans

TEXT_KEYS = {"title", "name", "summary"}
DAY_KEYS = {"issued", "due", "retrieved", "as_of", "valid_from", "valid_to"}
ABSENT = {"source": None, "lead": None}
KEYS_WITH_SOURCE_AND_LEAD = {"goal", "ordinal"}


@st.composite
def spelled(draw: st.DrawFn, form: Any, key: str = "") -> Any:
    """Draw another spelling of a file form."""
    other = draw(st.booleans())
    if isinstance(form, list):
        return [draw(spelled(item, "title" if key == "notes" else "")) for item in form]
    if isinstance(form, str):
        if key in DAY_KEYS and other:
            year, month, day = form.split("-")
            return f"{int(day)}/{month}/{year}"
        if key in TEXT_KEYS and other:
            return {"vi": form}
        return unicodedata.normalize("NFD", form) if other else form
    if not isinstance(form, dict):
        return form
    if key in ("issuer", "lead") and form.keys() == {"name"} and isinstance(form["name"], str) and other:
        return form["name"]
    found = {name: draw(spelled(value, name)) for name, value in form.items() if name != "baseline"}
    if "baseline" in form:
        baseline = form["baseline"]
        found["baseline"] = {"value": baseline} if other and isinstance(baseline, str) else baseline
    for relation in Relation:
        # A target has parts under the relation's name; among codes of an indicator it is only a name.
        if "goal" in form and relation.value in found and other:
            found["breakdowns"] = [
                {"relation": relation.value, "denominator": "same", "parts": found.pop(relation.value)}
            ]
    if other and not found.keys().isdisjoint(KEYS_WITH_SOURCE_AND_LEAD) and not {"by", "during"} & found.keys():
        found = {**ABSENT, **found}
    return dict(draw(st.permutations(list(found.items()))))


@given(data=st.data(), plan=plans())
def test_any_spelling_of_a_plan_is_the_plan(data: st.DataObject, plan: Plan) -> None:
    """Long forms for short ones, printed days, nulls, NFD and another order of keys change nothing."""
    form = data.draw(spelled(to_dict(plan)))
    assert loads(json.dumps(form), format="json") == plan
    assert loads(json.dumps(form, ensure_ascii=False, indent=1), format="json") == plan
    assert loads(yaml.safe_dump(form, sort_keys=False), format="yaml") == plan


@given(plan=plans())
def test_a_plan_in_json_is_also_yaml(plan: Plan) -> None:
    """Whoever gives a JSON file the name of a YAML one still has the same plan, for both are read as text."""
    text = json.dumps(to_dict(plan), ensure_ascii=False)
    # Line breaks and a mark at the start to YAML, letters like others to JSON.
    assume(not set("\x85\u2028\u2029\ufeff") & set(text))
    assert loads(text, format="yaml") == plan


PLAN = """
govplan: {version}
id: '1.000.000'
title: {title}
issuer: S
jurisdiction: 49@1997-01-01
period: {period}
issued: {issued}
targets: {targets}
"""


def read(version: str = "1", title: str = "T", period: str = "2023", issued: str = "", targets: str = "[]") -> Plan:
    return loads(PLAN.format(version=version, title=title, period=period, issued=issued, targets=targets))


def test_words_of_yaml_stay_what_was_written() -> None:
    """What YAML readers take for a number, a time or a truth value is the text that stands there."""
    for words in ("no", "08", "12:30", "1_000", "0x1F", ".5", "1e3", "yes", "2023-01-04", "NULL", "3.000", ".nan"):
        assert read(title=words).title.vi == words


def test_quoted_and_plain_scalars_differ_only_where_they_must() -> None:
    """A quoted 3.000 is a decimal; nothing and ~ are left out; quoted they are text."""
    [target] = read(targets="[{id: a, indicator: {name: N, unit: '%'}, goal: {at_least: '3.000'}}]").targets
    assert str(target.goal.lower) == "3.000"
    assert read(issued="").issued is None
    assert read(issued="~").issued is None
    assert read(title="'~'").title.vi == "~"


def test_ids_may_look_like_grouped_numbers() -> None:
    """The id 1.000.000 is the same quoted and plain."""
    assert read().id == "1.000.000"
    assert loads(PLAN.replace("'", "").format(version=1, title="T", period=2023, issued="", targets="[]")) == read()
