"""What plans, targets, reports and citations look like in a notebook and at a prompt."""

import pytest
from browsing import HOSTILE, document, repeated_ids, with_every_word, words
from hypothesis import given

import govplan
from govplan import Plan
from govplan.markup import shown
from govplan.testing import plans

PAGE = "<!doctype html><html><head><title>x</title></head><body>{}</body></html>"


@given(plan=plans())
def test_every_plan_target_and_report_has_a_table(plan: Plan) -> None:
    """Well formed, without ids that would collide with the next cell's, with the names of the targets."""
    for value in (plan, *plan.walk(), govplan.check(plan)):
        root = document(PAGE.format(value._repr_html_()))
        assert repeated_ids(root) == []
        assert root.find(".//table") is not None
    seen = words(document(PAGE.format(plan._repr_html_())))
    for target in plan.targets:
        assert shown(str(target.indicator))[:100].strip() in seen


@given(plan=plans())
def test_what_a_prompt_prints_is_a_line(plan: Plan) -> None:
    """A plan, a target or a report printed by chance fills no screen."""
    for value in (plan, *plan.walk(), govplan.check(plan)):
        assert len(repr(value)) < 350
    assert repr(plan).startswith(f"<Plan {plan.id}: {len(plan.targets)} targets")


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(word: str) -> None:
    """In a notebook a table could run scripts; nothing of a plan becomes an element."""
    plan = with_every_word(govplan.load_example("quangnam_2023"), word)
    for value in (plan, plan.targets[0], govplan.check(plan)):
        root = document(PAGE.format(value._repr_html_()))
        assert root.findall(".//script") == root.findall(".//img") == []


def test_citations_are_a_tuple_with_a_table() -> None:
    """A list of citations is what it always was, and a notebook shows where each stands and what it means."""
    text = "theo Nghị định số 20/2021/NĐ-CP của Chính phủ và Luật Giáo dục nghề nghiệp."
    found = govplan.find_citations(text)
    assert isinstance(found, tuple)
    assert found == tuple(found)
    seen = words(document(PAGE.format(found._repr_html_())))
    assert "2 trích dẫn" in seen
    assert "Nghị định số 20/2021/NĐ-CP của Chính phủ" in seen
    assert "theo tên" in seen
