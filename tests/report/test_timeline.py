"""Documents over time: which there are, and the drawing."""

from xml.etree import ElementTree

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan.report.cited import cited_documents
from govplan.report.timeline_svg import timeline_svg
from govplan.testing import plans


@given(years=st.lists(st.integers(1, 9999), min_size=1, max_size=60))
def test_any_years_are_drawn_within_the_frame(years: list[int]) -> None:
    """A picture that XML readers read; the words count every document."""
    root = ElementTree.fromstring(timeline_svg(years, "when"))
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    for one in root.iter("circle"):
        radius = float(one.get("r") or "")
        assert radius <= float(one.get("cx") or "") <= width - radius
        assert radius <= float(one.get("cy") or "") <= height - radius
    for one in root.iter("rect"):
        assert float(one.get("x") or "") >= 0
        assert float(one.get("x") or "") + float(one.get("width") or "") <= width
    told = str(root[1].text).split("; ")
    assert sum(int(words.partition(": ")[2]) for words in told) == len(years)


def test_few_are_dots_and_many_are_bars() -> None:
    """Three documents are counted at a glance; three hundred are not."""
    assert timeline_svg([2020, 2020, 2021], "when").count("<circle") == 3
    many = timeline_svg([2020] * 300 + [2021], "when")
    assert (many.count("<circle"), many.count('<rect class="document"')) == (0, 2)


def test_without_years_there_is_no_picture() -> None:
    """Documents that are known by name alone stand in the table."""
    assert timeline_svg([], "when") == ""


@given(plan=plans())
def test_every_citation_belongs_to_one_document(plan: govplan.Plan) -> None:
    """Each document stands once, and no citation is lost."""
    documents = cited_documents(plan)
    identities = [one.reference.identity for one in documents]
    assert len(set(identities)) == len(identities)
    cited = {one.identity for one in plan.legal_basis}
    cited |= {one.identity for group in plan.task_groups for one in group.legal_references}
    assert set(identities) == cited
    years = [one.year for one in documents if one.year is not None]
    assert years == sorted(years)


def test_a_document_cited_twice_stands_once() -> None:
    """It names each group that rests on it, and the legal basis."""
    decree = govplan.LegalReference.parse("Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ")
    plan = govplan.load_example("quangnam_2023")
    groups = [evolve(group, legal_references=[decree]) for group in plan.task_groups[:2]]
    [found] = cited_documents(evolve(plan, legal_basis=[decree], task_groups=groups))
    assert (found.in_basis, found.groups, found.year) == (True, (0, 1), 2021)
