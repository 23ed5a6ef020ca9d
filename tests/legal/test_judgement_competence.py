"""Judgements held against every row of the table of who may issue what."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.legal.judgement import judge
from govplan.legal.tables import (
    Competence,
    assembly_term,
    bodies,
    bodies_by_code,
    competences,
    document_types,
    type_by_code,
)

FIRST, LAST = date(1945, 9, 2), date(2030, 12, 31)


def form_of(row: Competence, day: date) -> str | None:
    """Return a normative document of a row, or None where the row names no single body."""
    kind = type_by_code(row.type) if row.type in {one.code for one in document_types()} else None
    if kind is None:
        return None
    if row.code in ("QH", "UBTVQH"):
        term = next(one for number in range(20, 0, -1) if (one := assembly_term(number)) and one.first_day <= day)
        return f"{kind} số 5/{day.year}/{row.code}{term.number} ngày {day:%d/%m/%Y}"
    code = "BYT" if row.code == "{bộ}" else row.code
    if code not in bodies():
        return None
    place = " tỉnh Quảng Nam" if any("tỉnh" in body.level for body in bodies_by_code()[code]) else ""
    return f"{kind} số 5/{day.year}/{kind.symbols[0]}-{code} ngày {day:%d/%m/%Y} của {bodies()[code]}{place}"


ROWS = [row for row in competences() if row.code != "*" and row.type != "*" and form_of(row, date(2010, 1, 1))]
NORMATIVE = [row for row in ROWS if row.normative]


def overlap(one: Competence, two: Competence) -> bool:
    return (one.valid_from or FIRST) <= (two.valid_to or LAST) and (two.valid_from or FIRST) <= (one.valid_to or LAST)


# What one level of a code may not issue, another may.
DENIED = [
    row
    for row in ROWS
    if not row.normative
    and not any((one.code, one.type) == (row.code, row.type) and overlap(one, row) for one in NORMATIVE)
]


@given(st.sampled_from(NORMATIVE), st.data())
def test_what_the_law_lets_a_body_issue_has_nothing_against_it(row: Competence, data: st.DataObject) -> None:
    """On every day of every normative row, its form is sound."""
    day = data.draw(st.dates(row.valid_from or FIRST, row.valid_to or date(2026, 3, 1)))
    text = form_of(row, day)
    assert text is not None
    assert judge(LegalReference.parse(text)) == (), text


@given(st.sampled_from(DENIED), st.data())
def test_what_the_law_does_not_let_a_body_issue_is_a_warning(row: Competence, data: st.DataObject) -> None:
    """On every day of a row that denies, the same form is a warning, never an error."""
    day = data.draw(st.dates(row.valid_from or FIRST, row.valid_to or date(2026, 3, 1)))
    text = form_of(row, day)
    assert text is not None
    found = {one.key: one.certainty for one in judge(LegalReference.parse(text))}
    assert found.get("outside-competence") == "warning", text
    assert "error" not in found.values(), text


def test_rows_are_there_to_be_held_against() -> None:
    """The two laws above draw from all of the bodies whose codes the table gives."""
    assert len(NORMATIVE) > 80
    assert {row.code for row in DENIED} >= {"CP", "TTg", "{bộ}", "UBND", "KTNN"}


def test_what_no_row_that_was_read_says_is_not_said() -> None:
    """Of the State Auditor's forms in the spring of 2025 no list was read; before and after one was."""
    form = "Quyết định số 5/2025/QĐ-KTNN ngày {:%d/%m/%Y}"
    assert judge(LegalReference.parse(form.format(date(2025, 5, 5)))) == ()
    [found] = judge(LegalReference.parse(form.format(date(2025, 7, 1))))
    assert found.key == "outside-competence"
    assert judge(LegalReference.parse(form.format(date(2025, 3, 31)))) == ()
