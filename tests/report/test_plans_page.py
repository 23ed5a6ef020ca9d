"""The page of many plans."""

from datetime import date

from browsing import HOSTILE, document, repeated_ids, with_every_word, words, wrong_links
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan import Plan, plans_page
from govplan.errors import Lang
from govplan.files import example_path
from govplan.testing import plans

LANGS = st.sampled_from(["vi", "en"])


@given(many=st.lists(plans(), max_size=4), lang=LANGS)
def test_any_plans_give_a_well_formed_page(many: list[Plan], lang: Lang) -> None:
    """Strict readers read it, ids are unique, links lead to what is there; a row for each plan."""
    root = document(plans_page(many, lang=lang, as_of=date(2024, 1, 1)))
    assert repeated_ids(root) == []
    assert wrong_links(root) == []
    assert len(root.findall(".//section[@id='plans']//tbody/tr")) == len(many)


def test_plans_stand_beside_one_another() -> None:
    """The province that asks more of a common indicator comes first; who has none is named."""
    names = ("quangnam_kinhte_2023", "vinhlong_2023", "thuathienhue_2019", "quangnam_2023")
    many = {name: govplan.load_example(name) for name in names}
    hue = many["thuathienhue_2019"]
    results = {hue.id: govplan.load_results(example_path("thuathienhue_2019"), hue)}
    seen = words(document(plans_page(many.values(), observations=results, as_of=date(2019, 12, 31), lang="en")))
    assert "12/16 met or exceeded (4 not met)" in seen
    insurance = seen.partition("health insurance")[2]
    assert insurance.index("Thừa Thiên Huế") < insurance.index("Vĩnh Long")
    assert "Not in 1 plans" in seen


def test_plans_with_nothing_in_common_are_told_so() -> None:
    """An empty list would leave a reader wondering."""
    assert "No target is in two plans." in plans_page([govplan.load_example("quangnam_2023")], lang="en")


def test_hostile_words_stay_words() -> None:
    """Of every word of the plans nothing becomes an element."""
    plan = govplan.load_example("vinhlong_2023")
    for word in HOSTILE.values():
        root = document(plans_page([with_every_word(plan, word), plan]))
        assert root.findall(".//script") == root.findall(".//img") == []
        assert wrong_links(root) == []
