"""GP301-305: are the documents that a plan cites well formed, dated, older? *Not* here: what they are (`documents`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govplan.legal import Deviation
from govplan.rules.finding import Fact, Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Missed, Outcome, Rule
from govplan.rules.survey import Survey

__all__ = ["RULES"]

# What is printed as a number and a symbol, but was not read as one: "số 06NQ/TU".
_FIRST_OF_NUMBERS = frozenset("0123456789sS")
_UNREAD_NUMBER = re.compile(r"(?i:số)\W{0,4}[0-9]|[0-9]{1,5}[^\s/]{0,20}/\s?[A-ZĐ]")
# What has a rule of its own.
_TOLD_APART = frozenset(
    {
        Deviation.YEAR_CONTRADICTS,
        Deviation.TYPE_CONTRADICTS,
        Deviation.DAY_IMPOSSIBLE,
        Deviation.SYMBOL_MISSING,
        Deviation.PARTY_FORM_LOST,
    }
)
_CANONICAL_FORM = message("a number and a symbol, such as 68/NQ-HĐND or 06-NQ/TU")
_NO_ISSUE_DATE = message("the plan does not say when it was issued")


def _symbols_are_well_formed(survey: Survey) -> Iterator[Outcome]:
    sound = 0
    for placed in survey.references:
        reference = placed.reference
        if reference.number is not None:
            deviations = reference.deviations
            if not deviations or _TOLD_APART.issuperset(deviations):
                sound += 1
                continue
            expected: Fact = reference.designation
        elif (title := reference.title) and title[0] in _FIRST_OF_NUMBERS and _UNREAD_NUMBER.match(title) is not None:
            expected = _CANONICAL_FORM
        else:
            continue
        yield Hit(
            placed.path,
            (("found", reference.text), ("expected", expected)),
            expected=expected,
            found=reference.text,
        )
    yield sound


def _numbered_ones_are_dated(survey: Survey) -> Iterator[Outcome]:
    sound = 0
    for placed in survey.references:
        reference = placed.reference
        if reference.number is None:
            continue
        # Of the act that issues the plan the day is stated beside it.
        if reference.date is not None or (placed.is_document and survey.plan.issued is not None):
            sound += 1
        # A day that no calendar has is told as such.
        elif Deviation.DAY_IMPOSSIBLE not in reference.deviations:
            yield Hit(placed.path, (("found", reference.text),), found=reference.text)
    yield sound


def _none_is_later(survey: Survey) -> Iterator[Outcome]:
    issued, sound = survey.plan.issued, 0
    for placed in survey.references:
        day = placed.reference.date
        # The act that issues the plan may be signed on a later day than the plan was drawn up.
        if day is None or (placed.group < 0 and placed.is_document):
            continue
        if issued is None:
            yield Missed(placed.path, "no_issue_date", _NO_ISSUE_DATE)
        elif day <= issued:
            sound += 1
        else:
            yield Hit(
                placed.path,
                (("found", day), ("issued", issued), ("document", placed.reference.designation)),
                expected=issued,
                found=day,
                difference=(day - issued).days,
            )
    yield sound


def _years_agree(survey: Survey, far: bool) -> Iterator[Outcome]:
    sound = 0
    for placed in survey.references:
        reference = placed.reference
        year, day = reference.year, reference.date
        if year is None or day is None:
            continue
        apart = abs(year - day.year)
        if apart == 0 or (apart > 1) is not far:
            sound += 1
        else:
            yield Hit(
                placed.path,
                (("year", str(year)), ("date", day), ("document", reference.designation)),
                expected=str(year),
                found=day,
                difference=apart,
            )
    yield sound


def _years_agree_roughly(survey: Survey) -> Iterator[Outcome]:
    return _years_agree(survey, far=True)


def _years_agree_exactly(survey: Survey) -> Iterator[Outcome]:
    return _years_agree(survey, far=False)


RULES = (
    Rule(
        "GP301",
        "malformed-symbol",
        Severity.WARNING,
        message("Numbers and symbols of documents are well formed"),
        message(
            "A lost hyphen, a stray space or a dash in a number or symbol is mostly a slip; what was printed is kept, "
            "the canonical form only suggested. "
            "Source: Decree 30/2020/NĐ-CP, Annexes I and III."
        ),
        message("symbol not well formed: found {found}; the canonical form is {expected}, compare with the original"),
        _symbols_are_well_formed,
        since="0.1",
    ),
    Rule(
        "GP302",
        "reference-without-date",
        Severity.WARNING,
        message("Numbered documents are cited with their date"),
        message(
            "A first mention gives type, number, symbol, date and issuer (Decree 30/2020/NĐ-CP, Annex I). Without the "
            "date it can be open which document is meant. Laws and programmes known by name are not asked for one."
        ),
        message("reference without date: found {found}; add the date of issue if the original has it"),
        _numbered_ones_are_dated,
        since="0.1",
    ),
    Rule(
        "GP303",
        "reference-after-plan",
        Severity.ERROR,
        message("Documents cited are older than the plan"),
        message("A plan cannot rest on a document issued after it; the date of one of the two is a slip."),
        message("reference later than the plan: {document} is of {found}, the plan of {issued}; mend the wrong date"),
        _none_is_later,
        since="0.1",
    ),
    Rule(
        "GP304",
        "year-against-date",
        Severity.ERROR,
        message("The year in a number is about that of the date"),
        message("A normative document's number carries its year; more than one year apart, one of the two is wrong."),
        message("years do not agree: {document} carries {year}, its date is {date}; mend the number or the date"),
        _years_agree_roughly,
        since="0.1",
    ),
    Rule(
        "GP305",
        "year-beside-date",
        Severity.WARNING,
        message("The year in a number is that of the date"),
        message(
            "One year apart may come of a late signature at the year's end, or of a slip; compare with the original."
        ),
        message("years one apart: {document} carries {year}, its date is {date}; compare with the original"),
        _years_agree_exactly,
        since="0.1",
    ),
)
