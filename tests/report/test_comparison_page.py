"""The page of two plans compared."""

from browsing import HOSTILE, document, repeated_ids, with_every_word, words, wrong_links
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan import Plan, comparison_page
from govplan.errors import Lang
from govplan.markup import shown
from govplan.testing import plans

LANGS = st.sampled_from(["vi", "en"])


@given(old=plans(), new=plans(), lang=LANGS)
def test_any_two_plans_give_a_well_formed_page(old: Plan, new: Plan, lang: Lang) -> None:
    """Strict readers read it, ids are unique, links lead to what is there."""
    root = document(comparison_page(old, new, lang=lang))
    assert repeated_ids(root) == []
    assert wrong_links(root) == []


@given(old=plans(), new=plans())
def test_every_change_is_told(old: Plan, new: Plan) -> None:
    """Every target of both plans is on the page, and every reason why figures were not compared."""
    seen = "".join(words(document(comparison_page(old, new))).split())
    for change in govplan.compare(old, new).changes:
        for target in (*change.old, *change.new):
            assert "".join(shown(target.indicator.name.in_language("vi")).split()) in seen
        if change.note is not None:
            assert "".join(shown(change.note.message("vi")).split()) in seen


def test_a_plan_beside_itself_has_not_changed() -> None:
    """The page says so, and lists what stayed."""
    plan = govplan.load_example("quangnam_2023")
    seen = words(document(comparison_page(plan, plan, lang="en")))
    assert "Nothing changed." in seen
    assert "Unchanged targets" in seen


def test_raised_and_lowered_are_told_with_the_difference() -> None:
    """Two provinces on one indicator: which asks more, and by how much, in points of a percentage."""
    one, two = (govplan.load_example(name) for name in ("quangnam_kinhte_2023", "vinhlong_2023"))
    seen = words(document(comparison_page(one, two)))
    assert "-9,33 điểm %" in seen
    assert "hạ" in seen


def test_hostile_words_stay_words() -> None:
    """Of every word of both plans nothing becomes an element."""
    plan = govplan.load_example("quangnam_2023")
    for word in HOSTILE.values():
        root = document(comparison_page(with_every_word(plan, word), plan))
        assert root.findall(".//script") == root.findall(".//img") == []
        assert wrong_links(root) == []
