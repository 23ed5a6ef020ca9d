"""GP306-321: can each document that a plan cites be what it says? *Not* here: judging it (`govplan.legal`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from govplan.legal import LegalReference
from govplan.legal.judgement import CERTAINTIES, Judgement, judge, judge_together
from govplan.rules.finding import Severity
from govplan.rules.messages import message
from govplan.rules.rule import Hit, Outcome, Rule
from govplan.rules.survey import Judged, PlacedReference, Survey
from govplan.values import Text

__all__ = ["RULES"]

_HEAD = "Chủ tịch "


def _judged(survey: Survey) -> Judged:
    """Judge every reference once, whichever rule asks first."""
    if survey.judged is not None:
        return survey.judged
    as_of = survey.as_of
    if as_of is not None:
        # Results may be held against a day before the plan; what the plan rests on was there when it began.
        as_of = max(as_of, survey.plan.issued or survey.plan.period.start)
    found: dict[str, list[tuple[PlacedReference, Judgement]]] = {}
    placed: list[PlacedReference] = []
    references: list[LegalReference] = []
    for one in survey.references:
        reference = one.reference
        if reference.number is not None:
            placed.append(one)
            references.append(reference)
            for judgement in judge(reference, as_of=as_of):
                found.setdefault(judgement.key, []).append((one, judgement))
    for at, judgement in judge_together(references):
        found.setdefault(judgement.key, []).append((placed[at], judgement))
    survey.judged = judged = ((len(placed),), found)
    return judged


def _is_judged(key: str) -> Callable[[Survey], Iterator[Outcome]]:
    """Return what looks for one judgement among those of all references."""

    def look(survey: Survey) -> Iterator[Outcome]:
        count, found = survey.judged or _judged(survey)
        said = found.get(key)
        # Plans have sixteen such rules, and next to none has anything to say: no generator is made for that.
        if said is None:
            return iter(count)
        return iter((count[0] - len(said), *(_hit(placed, judgement) for placed, judgement in said)))

    return look


def _hit(placed: PlacedReference, judgement: Judgement) -> Hit:
    facts = dict(judgement.facts)
    found = facts.get("found", facts["document"])
    return Hit(placed.path, judgement.facts, expected=facts.get("expected"), found=found)


_is_to_come = _is_judged("date-to-come")


def _none_is_to_come(survey: Survey) -> Iterator[Outcome]:
    # Without a day to be held against, nothing was looked at.
    return iter(()) if survey.as_of is None else _is_to_come(survey)


def _places_are_open(survey: Survey) -> Iterator[Outcome]:
    """Look for documents of a body that every place has, where the plan cites such bodies of several places.

    Elsewhere it goes without saying which one is meant: the plan's own.
    """
    count, found = survey.judged or _judged(survey)
    said = found.get("issuer-open")
    if said is None:
        return iter(count)
    body_of, bodies = _body, {_body(placed.reference.symbol) for placed, _ in said}
    issuers = {placed[0].issuer or "" for placed in survey.references if body_of(placed[0].symbol) in bodies}
    if not _are_several(issuers):
        return iter(count)
    is_open = {id(placed) for placed, _ in said}
    named: dict[str, set[str]] = {}
    for placed in survey.references:
        reference = placed.reference
        body = _body(reference.symbol)
        if body in bodies and reference.issuer is not None and id(placed) not in is_open:
            named.setdefault(body, set()).add(reference.issuer.removeprefix(_HEAD))
    several = {body for body, issuers in named.items() if _are_several(issuers)}
    hits = [_hit(placed, judgement) for placed, judgement in said if _body(placed.reference.symbol) in several]
    return iter((count[0] - len(hits), *hits))


# Pure, and asked of every document that a plan cites.
@lru_cache(maxsize=1024)
def _body(symbol: str | None) -> str:
    return (symbol or "").replace("/", "-").rpartition("-")[2]


def _are_several(issuers: set[str]) -> bool:
    """Are there two of which neither is the other, said at greater length?"""
    return any(not longer.startswith(shorter) for shorter, longer in pairwise(sorted(issuers)))


def _rule(code: str, key: str, summary: Text, explanation: Text, template: Text) -> Rule:
    look = _LOOKS.get(key) or _is_judged(key)
    severity = Severity(CERTAINTIES[key])
    return Rule(code, key, severity, summary, explanation, template, look, since="0.1", needs="references")


_LOOKS = {"date-to-come": _none_is_to_come, "issuer-open": _places_are_open}

RULES = (
    _rule(
        "GP306",
        "type-against-symbol",
        message("Documents are called what their symbols say"),
        message(
            "The code in a symbol names the type of the document; where another type is printed before the number, "
            "one of the two is wrong. Source: Decree 30/2020/NĐ-CP, Annex III."
        ),
        message("type against symbol: {document} is called {type}, its symbol says another; mend the wrong one"),
    ),
    _rule(
        "GP307",
        "day-impossible",
        message("Documents are of days that there are"),
        message(
            "31 February is in no calendar: a digit is wrong, and the document is read as one without a date. "
            "Source: Decree 30/2020/NĐ-CP, Annex I."
        ),
        message("no such day: found {found}; mend the date after the original"),
    ),
    _rule(
        "GP308",
        "date-to-come",
        message("No document is of a day to come"),
        message(
            "A document whose date or year lies after the day of the check cannot have been issued yet. It is asked "
            "only where a day is given. Source: Decree 30/2020/NĐ-CP, Annex I."
        ),
        message("document to come: {document} is of {when}, after {as_of}; mend the wrong date"),
    ),
    _rule(
        "GP309",
        "year-not-due",
        message("Only normative documents have a year in their number"),
        message(
            "A department or a body of the Party issues no normative documents, and its numbers have no year. "
            "Sources: Law 80/2015/QH13, Article 4; 36-HD/VPTW."
        ),
        message("year in the number: {document} is of {body}, whose numbers have none; mend number or symbol"),
    ),
    _rule(
        "GP310",
        "year-missing",
        message("Normative documents have a year in their number"),
        message(
            "Every decree of the Government, circular of a ministry and joint circular since 1999 has the year between "
            "number and symbol. Source: Decree 34/2016/NĐ-CP, Article 58."
        ),
        message("year missing: {document} is of {date}; write {expected} if the original has it"),
    ),
    _rule(
        "GP311",
        "form-of-another-body",
        message("Documents are of a body that issues such"),
        message(
            "Only the Government has issued decrees since 1992; people's councils and committees issue no circulars, "
            "a committee no normative resolution, a council no normative decision. "
            "Source: Law 80/2015/QH13, Article 4."
        ),
        message(
            "another body's form: {document} is of {body}, which does not issue this type, {type}; mend the symbol"
        ),
    ),
    _rule(
        "GP312",
        "outside-competence",
        message("Normative documents are of a body and of years in which it issued such"),
        message(
            "Each law on legal documents lists who issues what: directives of the Prime Minister were normative until "
            "2008, joint circulars of ministries until 30 June 2016. Outside the list, the year does not belong in "
            "the number, or the symbol is a slip. Sources: Laws 52-L/CTN of 1996, 17/2008/QH12, 80/2015/QH13, "
            "64/2025/QH15; not every list was read, so it is a warning."
        ),
        message(
            "outside the body's powers: {document} of {when} is numbered as normative, and {body} issued no such "
            "document of the type {type} then; compare with the original"
        ),
    ),
    _rule(
        "GP313",
        "term-against-date",
        message("The Assembly's term in a symbol is that of the date"),
        message(
            "The number behind QH or UBTVQH is that of the National Assembly's term; its days are known. "
            "Source: the Assembly's terms, a table with the source of each."
        ),
        message("term against date: {document} is of {when}, term {term} sat {span}; mend symbol or date"),
    ),
    _rule(
        "GP314",
        "body-not-in-being",
        message("Documents are of days on which their body existed"),
        message(
            "Ministries were founded, merged and renamed, and the Council of Ministers sat from 1981 to 1992. A "
            "document of another day has a wrong date or symbol. Source: the table of bodies, each row with its own."
        ),
        message("body of other years: {document} is of {when}, {body} issued documents {span}; mend symbol or date"),
    ),
    _rule(
        "GP315",
        "form-out-of-use",
        message("Old forms of numbers are of their time"),
        message(
            "Numbers such as 31-CP and 980-TTg gave way to 31/1998/NĐ-CP in 1997, decree-laws to other forms in "
            "1959. Source: practice, therefore a warning."
        ),
        message("form out of use: {document} is of {when}, such numbers ended in {until}; compare with the original"),
    ),
    _rule(
        "GP316",
        "party-form-lost",
        message("Party documents are written the Party's way"),
        message(
            "The Party writes 49-NQ/TW, hyphen before the type and stroke before the body; the State 49/NQ-CP. "
            "Source: 36-HD/VPTW."
        ),
        message("Party document in the State's form: found {found}; write {document}"),
    ),
    _rule(
        "GP317",
        "issuer-against-symbol",
        message("The printed issuer is the body in the symbol"),
        message(
            "The symbol ends with the code of the body that issues; a decree is the Government's, not the Prime "
            "Minister's. Source: Decree 30/2020/NĐ-CP, Annex I."
        ),
        message("issuer against symbol: {document} is said to be of {issuer}, its symbol names {body}; mend one"),
    ),
    _rule(
        "GP318",
        "body-unknown",
        message("Symbols name bodies that are known"),
        message(
            "Each body sets its own code, so a code that the table has not may be right; more often a letter is "
            "wrong. Source: Decree 30/2020/NĐ-CP, Annex I."
        ),
        message("body unknown: {document} names {code}, which is in no table; compare with the original"),
    ),
    _rule(
        "GP319",
        "year-lost",
        message("A document is cited with the year in its number, or without it, but not both"),
        message(
            "23/QĐ-TTg and 23/2021/QĐ-TTg are two documents; of one day, they are most likely one that lost its year. "
            "Source: Decree 34/2016/NĐ-CP, Article 58."
        ),
        message("year lost: {document} stands beside {other} of the same day; write the one that is right"),
    ),
    _rule(
        "GP320",
        "symbol-missing",
        message("Numbers of documents have their symbol"),
        message(
            "A number alone says neither who issued the document nor of which series it is. "
            "Source: Decree 30/2020/NĐ-CP, Annex I."
        ),
        message("symbol missing: found {found}; add the symbol if the original has it"),
    ),
    _rule(
        "GP321",
        "issuer-open",
        message("Where a plan cites bodies of several places, each document says of which it is"),
        message(
            "Every province has a People's Committee with the code UBND. Where a plan cites those of two places, "
            "a document that names none may be of either. Source: Decree 30/2020/NĐ-CP, Annex I."
        ),
        message("issuer open: {document} does not say of which place; add the issuer after the date"),
    ),
)
