"""Rows of results and the targets of a plan."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.files.results.matching import Targets
from govplan.model import Plan, Target
from govplan.testing import plans
from govplan.values import Text

PLAN = govplan.load_example("quangnam_2023")
TARGETS = Targets(PLAN)
ALL = list(PLAN.walk())


@given(plan=plans())
def test_every_id_finds_its_target(plan: Plan) -> None:
    """The first one, where a plan wrongly has several; an id goes before any name."""
    found = Targets(plan)
    first: dict[str, Target] = {}
    for target in plan.walk():
        first.setdefault(target.id, target)
    for id, target in first.items():
        assert found.find(f" {id} ") is target


@given(
    target=st.sampled_from(ALL), form=st.sampled_from(("NFC", "NFD")), mark=st.sampled_from(("", "- ", "1.2. ", "a) "))
)
def test_every_name_finds_its_target(target: Target, form: str, mark: str) -> None:
    """In both languages, however it is composed, with what tables put before it."""
    name = target.indicator.name
    for words in filter(None, (name.vi, name.en)):
        assert TARGETS.find(mark + unicodedata.normalize(form, words)) is target  # type: ignore[arg-type]


@given(st.text(max_size=60))
def test_words_find_a_target_or_say_why_not(words: str) -> None:
    """Nothing crashes, and the reason is in both languages."""
    found = TARGETS.find(words)
    assert isinstance(found, Target) or (found.vi and found.en)


def test_the_old_place_of_tone_marks_is_the_new_one() -> None:
    """Hoà and hòa are one word."""
    text = govplan.dumps(PLAN).replace("Số hộ nghèo", "Hộ thoát nghèo hòa nhập")
    assert isinstance(Targets(govplan.loads(text)).find("Hộ thoát nghèo hoà nhập"), Target)


@pytest.mark.parametrize("words", ["Số hộ", "Số hộ nghèo và cận nghèo", "So ho ngheo", "poor-household", ""])
def test_what_is_only_near_is_not_taken(words: str) -> None:
    """An id that is near is named."""
    found = TARGETS.find(words)
    assert isinstance(found, Text)
    assert ("did you mean poor-households?" in (found.en or "")) is (words == "poor-household")


def test_the_time_of_a_part_is_that_of_its_whole() -> None:
    """Where it has none of its own, up to the plan's."""
    assert set(TARGETS.horizons.values()) == {PLAN.period}
