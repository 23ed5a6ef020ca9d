"""Documents that are cited anew or no longer; *not* here: which words cite them (`tests/legal`)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.aggregation import DocumentChanges
from govplan.aggregation.document_changes import compare_documents
from govplan.legal import LegalReference
from govplan.model import Organization, Plan, TaskGroup
from govplan.testing import legal_references
from govplan.values import Jurisdiction, Period

QUANG_NAM = Jurisdiction.in_force("VN-27", date(2023, 1, 4))


def plan(*references: str | LegalReference, basis: list[str] | None = None) -> Plan:
    cited = [one if isinstance(one, LegalReference) else LegalReference.parse(one) for one in references]
    return Plan(
        "plan",
        "Kế hoạch",
        Organization("Sở"),
        QUANG_NAM,
        Period.year(2023),
        legal_basis=list(map(LegalReference.parse, basis or [])),
        task_groups=[TaskGroup(1, "Việc làm", legal_references=cited)],
    )


def anew(old: str, new: str) -> bool:
    """Is the second document cited anew beside the first?"""
    found = compare_documents(plan(old), plan(new))
    assert bool(found.cited_anew) is bool(found.no_longer_cited) is bool(found)
    return bool(found)


def test_what_only_one_plan_cites_is_told_once() -> None:
    """However often it is cited, in the legal basis or in groups."""
    decree, law = "Nghị định số 20/2021/NĐ-CP ngày 15/3/2021", "Luật Việc làm"
    found = compare_documents(plan(law), plan(decree, decree, basis=[decree]))
    assert [one.text for one in found.cited_anew] == [decree]
    assert [one.text for one in found.no_longer_cited] == [law]
    assert compare_documents(plan(basis=[law]), plan(law)) == DocumentChanges()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Nghị định số 20/2021/NĐ-CP", "Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ", False),
        ("Quyết định số 2911/QĐ-UBND", "Quyết định số 2911/QĐ-UBND ngày 14/10/2021", False),
        ("Quyết định số 2911/QĐ-UBND ngày 14/10/2021", "Quyết định số 2911/QĐ-UBND ngày 14/10/2022", True),
        ("Nghị định số 20/2021/NĐ-CP", "Nghị định số 20/2022/NĐ-CP", True),
        ("Nghị quyết số 06/NQ-CP", "Nghị quyết số 6/NQ-CP", False),
        ("Luật Đất đai", "Luật Đất đai năm 2013", False),
        ("Luật Đất đai năm 2013", "Luật Đất đai năm 2024", True),
        ("Luật Việc làm", "Luật Đất đai", True),
        ("Luật Đầu tư công", "Luật Đầu tư công số 39/2019/QH14 ngày 13/6/2019", False),
    ],
)
def test_only_what_is_certainly_another_document_counts(old: str, new: str, expected: bool) -> None:
    """A date, a year or a number that one plan leaves out makes no other document."""
    assert anew(old, new) is expected
    assert anew(new, old) is expected


REFERENCES = st.lists(legal_references(), max_size=4)


@given(REFERENCES, REFERENCES)
def test_the_two_sides_mirror_each_other(one: list[LegalReference], two: list[LegalReference]) -> None:
    """Beside itself a plan cites nothing anew; what is cited anew one way is no longer cited the other."""
    old, new = plan(*one), plan(*two)
    assert not compare_documents(old, old)
    there, back = compare_documents(old, new), compare_documents(new, old)
    assert (there.cited_anew, there.no_longer_cited) == (back.no_longer_cited, back.cited_anew)
    assert set(there.cited_anew) <= set(two)
