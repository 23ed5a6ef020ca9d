"""Plans with prose that states them."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import is_normalized

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from govplan.legal import find_citations
from govplan.model import Basis, Relation
from govplan.rules import check
from govplan.testing import WrittenPlan, written_plans
from govplan.testing.prose_layouts import GROUP_LAYOUTS

_written = written_plans()
_MARKS = {
    "numbered": r"^\d+\. ",
    "roman": r"^[IVX]+\. ",
    "lettered": r"^[a-zđ]\) ",
    "dashed": r"^- ",
    "paragraphs": r"^",
    "ordinals": r"thứ [\w]+, ",
    "counted": r"\(\d+\) ",
}


@given(_written)
def test_the_plan_holds_together(written: WrittenPlan) -> None:
    """No rule finds an error in a plan that a text states."""
    assert [finding for finding in check(written.plan).findings if finding.severity.value == "error"] == []


@given(_written)
def test_the_text_cites_what_it_says_it_cites(written: WrittenPlan) -> None:
    """All that is found in the text is named, in its order; the text is composed."""
    assert is_normalized("NFC", written.text)
    found = [citation.reference.identity for citation in find_citations(written.text)]
    assert found == [reference.identity for reference in written.cited]


@given(_written)
def test_the_text_prints_names_and_groups(written: WrittenPlan) -> None:
    """The words of every name and all groups stand in the text, the groups in their order."""
    text = written.text.casefold()
    for target in written.plan.walk():
        assert all(word in text for word in str(target.indicator.name).casefold().split())
    places = [written.text.index(group) for group in written.groups]
    assert places == sorted(places)
    assert len(places) == len(written.plan.task_groups)


@given(_written)
def test_partitions_add_up_and_subsets_do_not(written: WrittenPlan) -> None:
    """The parts of a partition make its whole exactly, those of a subset stay below it."""
    for target in written.plan.walk():
        total = sum(part.goal.lower or 0 for part in target.parts)
        assert target.goal.lower is not None or not target.parts
        if target.relation is Relation.PARTITION:
            assert total == target.goal.lower
        elif target.relation is not None and target.goal.lower is not None:
            assert total < target.goal.lower


@pytest.mark.parametrize("layout", GROUP_LAYOUTS)
def test_every_layout_of_groups_comes(layout: str) -> None:
    """Groups are printed behind their mark."""
    wanted = written_plans(layout=layout, max_targets=1, max_task_groups=3)
    written = find(
        wanted,
        lambda each: len(each.groups) == 2,
        settings=settings(database=None, phases=(Phase.generate,), max_examples=1000),
    )
    assert re.search(_MARKS[layout] + re.escape(written.groups[1]), written.text, re.MULTILINE)


@pytest.mark.parametrize("basis", [Basis.LEVEL, Basis.CHANGE, Basis.RELATIVE_CHANGE])
def test_every_basis_comes(basis: Basis) -> None:
    """Levels, changes in points or units, and changes in percent are all asked for."""
    assert _first(_written, lambda each: each.plan.targets[0].goal.basis is basis)


_WORDINGS = (
    "lần lượt", "còn lại là", "trong đó", "trở lên", "xuống còn", "điểm phần trăm", "không còn", "/100.000", "‰",
    "vào năm", "đến năm", "dưới", "ít nhất", "tối thiểu", "không quá", "khoảng", "tương ứng", "cơ cấu", "nâng", "triệu",
)  # fmt: skip


@pytest.mark.parametrize("words", _WORDINGS)
def test_every_wording_comes(words: str) -> None:
    """What plans say of their figures is all printed."""
    assert words in _first(written_plans(min_targets=6, quiet=True, max_task_groups=0), lambda each: words in each.text)


def _first(written: st.SearchStrategy[WrittenPlan], wanted: Callable[[WrittenPlan], bool]) -> str:
    """Return the text of any plan that is wanted; a small one is not looked for."""
    quick = settings(database=None, phases=(Phase.generate,), max_examples=1000)
    return find(written, wanted, settings=quick).text


def test_quiet_texts_hold_no_other_figures() -> None:
    """Without noise there are no past results; with it there are."""
    assert "101,5%" in _first(_written, lambda each: "15.230" in each.text)

    @given(written_plans(quiet=True, max_targets=1))
    def none_is_printed(written: WrittenPlan) -> None:
        assert "15.230" not in written.text
        assert "kinh phí" not in written.text

    none_is_printed()
