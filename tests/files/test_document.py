"""Laws of whole documents: what is written is read again, whoever wrote it and however it is encoded."""

import json
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import govplan
from govplan import Interval, Plan, Quantity, Span, Text, Unit, dumps, from_dict, loads, to_dict
from govplan.errors import DatasetError, UnknownFormatError
from govplan.model import Code, Goal
from govplan.testing import (
    baselines,
    breakdowns,
    codes,
    declared,
    goals,
    indicators,
    intervals,
    jurisdictions,
    legal_references,
    milestones,
    observations,
    organizations,
    periods,
    plans,
    quantities,
    sources,
    spans,
    targets,
    task_groups,
    tasks,
    texts,
    units,
)

FORMATS = st.sampled_from(("yaml", "json"))
SCALARS = {str, int, bool, type(None), Decimal, date}
CLASSES = {
    "baseline": baselines(),
    "breakdown": breakdowns(max_depth=2),
    "code": codes(),
    "declared": declared(),
    "goal": goals(),
    "indicator": indicators(),
    "interval": intervals(),
    "jurisdiction": jurisdictions(),
    "legal reference": legal_references(),
    "milestone": milestones(),
    "observation": observations(),
    "organization": organizations(),
    "period": periods(),
    "plan": plans(),
    "quantity": quantities(),
    "source": sources(),
    "span": spans(),
    "target": targets(),
    "task": tasks(),
    "task group": task_groups(),
    "text": texts(),
    "unit": units(),
}


def rebuilt(value: Any) -> Any:
    """Build a value again with the constructors of its classes; they refuse or convert what reading let slip."""
    if attrs.has(type(value)):
        fields = {field.alias: rebuilt(getattr(value, field.name)) for field in attrs.fields(type(value)) if field.init}
        return type(value)(**fields)
    if type(value) is tuple:
        return tuple(map(rebuilt, value))
    return value


def kinds(value: Any) -> set[type]:
    """Return the types of all values of a model object that are not objects of the model."""
    if attrs.has(type(value)):
        return set().union(*(kinds(getattr(value, field.name)) for field in attrs.fields(type(value))))
    if type(value) is tuple:
        return set().union(*map(kinds, value))
    return {type(value)}


def is_plain(kind: type) -> bool:
    return kind in SCALARS or kind.__module__.startswith("govplan.")


@given(plan=plans(), format=FORMATS)
def test_a_written_plan_is_read_as_it_was_digits_included(plan, format):
    """Any plan comes back equal from either format, and writes the same text, with every digit, again."""
    text = dumps(plan, format=format)
    again = loads(text, format=format)
    assert again == plan
    assert dumps(again, format=format) == text


@given(plan=plans(), format=FORMATS)
def test_equal_plans_with_equal_digits_are_written_alike(plan, format):
    """The text is a function of the plan: a copy of it, built on its own, gives the same."""
    assert dumps(rebuilt(plan), format=format) == dumps(plan, format=format)


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_a_file_form_that_reads_back(name):
    """to_dict and from_dict are inverse for each class of the model."""

    @given(CLASSES[name])
    def law(value):
        form = to_dict(value)
        again = from_dict(form, type(value))
        assert again == value
        assert to_dict(again) == form
        assert json.loads(json.dumps(form)) == form

    law()


@given(plan=plans(), format=FORMATS)
def test_reading_builds_what_the_constructors_build(plan, format):
    """Objects that reading fills by itself equal those of their own constructors, and hold no other types."""
    read = loads(dumps(plan, format=format), format=format)
    assert rebuilt(read) == read
    assert repr(attrs.astuple(rebuilt(read))) == repr(attrs.astuple(read))
    assert all(map(is_plain, kinds(read)))


@given(plan=plans(), format=FORMATS)
def test_the_encoding_of_a_file_does_not_matter(plan, format):
    """In NFD, with CRLF line ends, with a byte order mark, as text or as bytes it is the same plan."""
    text = dumps(plan, format=format)
    # NFD splits these into an ASCII sign that YAML reads as its own, and a stroke.
    assume(not set("≯≮≠") & set(text))
    for variant in (
        unicodedata.normalize("NFD", text),
        text.replace("\n", "\r\n"),
        "\ufeff" + text,
        "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n"),
    ):
        assert loads(variant, format=format) == plan
        assert loads(variant.encode(), format=format) == plan


TEXT = st.one_of(
    st.text(min_size=1, max_size=8),
    st.text(st.sampled_from("aạ \u0301\u0323\t\n\r\\\"'\u00a0\u200b\u2028\ufeff\x7f\x85ꝺ가ᄀ"), min_size=1, max_size=6),
)


@given(words=TEXT, escaped=st.booleans())
def test_reading_a_title_is_building_it(words, escaped):
    """A title that JSON holds, escaped or not, is what the class Text makes of it, and refused where that refuses."""
    form = {"govplan": 1, "id": "a", "title": words, "issuer": "S", "jurisdiction": "VN", "period": "2023"}
    text = json.dumps(form, ensure_ascii=escaped)
    try:
        title = Text(words)
    except govplan.GovplanError:
        with pytest.raises(DatasetError):
            loads(text, format="json")
    else:
        assert loads(text, format="json").title == title


@pytest.mark.parametrize("unit", [Unit("12", "count"), Unit("người", "person", "1.0"), Unit("tỷ đồng", "VND", 2)])
def test_units_that_their_words_do_not_say_are_written_out(unit: Unit) -> None:
    """A unit that a program made, and that no document's words would mean, is a mapping in files."""
    assert to_dict(unit) == {"symbol": unit.symbol, "dimension": unit.dimension, "scale": str(unit.scale)}
    assert str(from_dict(to_dict(unit), Unit).scale) == str(unit.scale)


def test_to_dict_gives_numbers_and_days_as_text():
    """The file form holds nothing but mappings, lists and text that JSON keeps exactly."""
    assert to_dict(Quantity(Decimal("4.50"), Unit.parse("%"))) == {"value": "4.50", "unit": "%"}
    assert to_dict(Goal.between(1500, Decimal("1700.0"))) == {"between": ["1500", "1700.0"]}
    assert to_dict((Span(1, 2), Text("a"))) == [{"start": 1, "end": 2}, "a"]


@pytest.mark.parametrize(
    ("kind", "form", "pointer", "said"),
    [
        (Interval, {"lower": "1", "uper": "2"}, "/uper", "did you mean upper?"),
        (Interval, {"lower": "2", "upper": "1"}, "", "bounds in the wrong order"),
        (Interval, {"lower": "2", "lower_open": "perhaps"}, "/lower_open", "true or false expected"),
        (Quantity, {"value": "5"}, "", "found no unit"),
        (Code, {"scheme": "a", "value": ""}, "/value", "empty text"),
        (Unit, {"symbol": "kg", "dimension": "mass", "scale": "0"}, "", "unit without size"),
        (Unit, "12", "", "not a unit"),
        (Text, {"vi": "a", "fr": "b"}, "/fr", "unknown key: found 'fr'"),
        (Goal, {"at_least": 10**5000}, "/at_least", "number out of bounds"),
        (Span, {"start": 10**5000, "end": 1}, "/start", "an enormous whole number"),
        (Plan, None, "", "mapping expected: found nothing"),
    ],
)
def test_from_dict_says_where_a_form_is_wrong(kind, form, pointer, said):
    """A form that is not the class's is a DatasetError with its JSON Pointer, in both languages."""
    with pytest.raises(DatasetError) as caught:
        from_dict(form, kind)
    [problem] = caught.value.problems
    assert (problem.pointer, problem.line, problem.column) == (pointer, None, None)
    assert said in problem.message("en")
    assert problem.message("vi") != problem.message("en")


def test_unknown_formats_are_named():
    """Reading and writing refuse a format that govplan does not have."""
    plan = govplan.load_example("quangnam_2023")
    with pytest.raises(UnknownFormatError, match="found 'toml'; write yaml or json"):
        dumps(plan, format="toml")
    with pytest.raises(UnknownFormatError, match="found 'toml'; write yaml or json"):
        loads("", format="toml")
