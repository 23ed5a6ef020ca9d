"""What sums, assessments and comparisons look like in a notebook."""

from datetime import date

import pytest
from browsing import HOSTILE, document, with_every_word, words
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan import Plan
from govplan.errors import AggregationError
from govplan.testing import plans, results_of

PAGE = "<!doctype html><html><head><title>x</title></head><body>{}</body></html>"


@given(old=plans(), new=plans(), data=st.data())
def test_every_answer_has_a_table(old: Plan, new: Plan, data: st.DataObject) -> None:
    """Well formed, with as many rows as there are targets, up to what a notebook shows."""
    assessment = govplan.assess(old, data.draw(results_of(old)), as_of=date(2023, 12, 31))
    root = document(PAGE.format(assessment._repr_html_()))
    assert len(root.findall(".//tbody/tr")) == min(len(list(assessment.walk())), 61)
    comparison = govplan.compare(old, new)
    root = document(PAGE.format(comparison._repr_html_()))
    assert len(root.findall(".//tbody/tr")) == min(len(comparison.changes), 61)
    for of in ("goal", "actual"):
        try:
            found = govplan.aggregate([old], of=of, observations=data.draw(results_of(old)))
        except AggregationError:
            continue
        assert len(document(PAGE.format(found._repr_html_())).findall(".//tbody/tr")) == min(len(found), 61)


def test_a_table_tells_figures_and_reasons() -> None:
    """The line of the report, sums with their coverage, and what changed."""
    one, two = (
        govplan.load_example("quangnam_kinhte_2023"),
        govplan.load_example("vinhlong_2023"),
    )
    seen = words(document(PAGE.format(govplan.aggregate([one, two])._repr_html_())))
    assert "không cộng được" in seen or "bình quân" in seen
    seen = words(document(PAGE.format(govplan.assess(one, as_of=date(2023, 12, 31))._repr_html_())))
    assert "0/14 đạt và vượt (14 chưa có số liệu)" in seen


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(word: str) -> None:
    """Nothing of a plan becomes an element."""
    plan = with_every_word(govplan.load_example("vinhlong_2023"), word)
    answers = (
        govplan.assess(plan, as_of=date(2023, 12, 31)),
        govplan.compare(plan, plan),
        govplan.aggregate([plan]),
    )
    for answer in answers:
        root = document(PAGE.format(answer._repr_html_()))
        assert root.findall(".//script") == root.findall(".//img") == []
