"""Whether a document can be what its citation says; *not* here: what it says (`claim`), or rules for plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from attrs import evolve, frozen

from govplan.legal.claim import Claim, claim_of, term_named, verdict_on
from govplan.legal.deviation import Deviation
from govplan.legal.issuing import Openness, is_printed, openness_of, other_issuer
from govplan.legal.reference import LegalReference
from govplan.legal.tables import Body, DocumentType, assembly_term, bodies_by_code, competences, type_by_code
from govplan.values import Text
from govplan.vietnamese import format_date

__all__ = ["CERTAINTIES", "Fact", "Judgement", "judge", "judge_together"]

Fact = Text | str | date
"""What a sentence about a document is filled with."""

CERTAINTIES = {
    "type-against-symbol": "error",
    "day-impossible": "error",
    "date-to-come": "error",
    "year-not-due": "error",
    "year-missing": "error",
    "form-of-another-body": "error",
    "outside-competence": "warning",
    "term-against-date": "warning",
    "body-not-in-being": "warning",
    "form-out-of-use": "warning",
    "party-form-lost": "warning",
    "issuer-against-symbol": "warning",
    "body-unknown": "warning",
    "year-lost": "warning",
    "symbol-missing": "info",
    "issuer-open": "info",
}
"""Every judgement that there is by its key, and how certain it is."""

_DECREE_30, _DECREE_34 = "Nghị định 30/2020/NĐ-CP", "Nghị định 34/2016/NĐ-CP"
_NORMATIVE, _PRACTICE = "Luật 80/2015/QH13, Điều 4", "practice, not read"
_LOST = frozenset({Deviation.HYPHEN_LOST, Deviation.SEPARATOR_LOST})
_COUNCILS = frozenset({"UBND", "UB", "UBT", "HĐND", "HĐNDT"})
_COMMITTEES, _ASSEMBLIES = frozenset({"UBND", "UB", "UBT"}), frozenset({"HĐND", "HĐNDT"})
_MINISTERIAL = frozenset({"bộ", "cơ quan ngang bộ"})
# "31-CP" and "980-TTg" gave way to "NĐ-CP" and "QĐ-TTg" in the course of 1997.
_OLD = frozenset({"CP", "TTg"})
_FIRST_LAW, _END_OF_1992, _END_OF_1997 = date(1997, 1, 1), date(1992, 12, 31), date(1997, 12, 31)
_END_OF_1998, _END_OF_1959 = date(1998, 12, 31), date(1959, 12, 31)


@frozen
class Judgement:
    """One thing that a document cannot well be (nhận định): its key, how certain it is, facts, and the source.

    `certainty` is "error", "warning" or "info"; `facts` are what a sentence about it says, `document` among them.
    """

    key: str
    certainty: str
    facts: tuple[tuple[str, Fact], ...]
    source: str


def judge(
    reference: LegalReference, *, as_of: date | None = None, bodies: Iterable[Body] = ()
) -> tuple[Judgement, ...]:
    """Return what speaks against a document being what its citation says; nothing where nothing does.

    Never raises. What needs a day is not said of a reference without date and year. What rests on a row of the
    tables whose source was not read is a warning at most.

    Args:
        reference: the citation.
        as_of: the day after which no document can have been issued yet.
        bodies: further bodies, and what codes stand for otherwise than in the table.

    Source: the tables of bodies, of the assembly's terms and of who may issue what, each row with its own.

    >>> [found] = judge(LegalReference.parse("Chỉ thị số 12/2019/CT-TTg"))
    >>> found.key, found.certainty
    ('outside-competence', 'warning')
    >>> judge(LegalReference.parse("Nghị định số 20/2021/NĐ-CP"))
    ()
    """
    kind, day, year = reference.type, reference.date, reference.year
    own = tuple(bodies) if bodies else ()
    is_sound, openness = _outlook(reference.symbol, kind and kind.code, reference.issuer, year, day and day.year)
    if is_sound and openness is None and not reference.deviations and as_of is None and not own:
        return ()
    said: list[Judgement] = []
    if reference.deviations:
        said.extend(_of_deviations(reference))
    if reference.number is None:
        return tuple(said)
    if own or not is_sound:
        said.extend(_of_claim(claim_of(reference, own)))
    if as_of is not None and ((day is not None and day > as_of) or (year is not None and year > as_of.year)):
        when: Fact = day if day is not None and day > as_of else str(year)
        said.append(_judgement("date-to-come", reference, _DECREE_30, when=when, as_of=as_of))
    if openness is not None and (openness is Openness.BARE or not is_printed(reference)):
        said.append(_judgement("issuer-open", reference, f"{_DECREE_30}, Phụ lục I"))
    if len(said) > 1 and any(one.key == "year-not-due" for one in said):
        # The year is what makes the Party's form look like the State's.
        said = [one for one in said if one.key != "party-form-lost"]
    return tuple(said)


def judge_together(references: Sequence[LegalReference]) -> tuple[tuple[int, Judgement], ...]:
    """Return which references of one text lost the year in their number, by their place in the sequence.

    One alone cannot show it: 23/QĐ-TTg and 23/2021/QĐ-TTg are two documents. With one date they are one.

    >>> texts = "Quyết định số 23/2021/QĐ-TTg ngày 07/7/2021", "Quyết định số 23/QĐ-TTg ngày 07/7/2021"
    >>> [(place, found.key) for place, found in judge_together([LegalReference.parse(text) for text in texts])]
    [(1, 'year-lost')]
    """
    with_year: dict[date, list[LegalReference]] = {}
    for reference in references:
        if reference.year is not None and reference.date is not None and reference.number is not None:
            with_year.setdefault(reference.date, []).append(reference)
    found: list[tuple[int, Judgement]] = []
    if not with_year:
        return ()
    for place, reference in enumerate(references):
        # Hardly ever are two documents of one day.
        if reference.date in with_year and reference.year is None and reference.number is not None:
            number = _bare(reference.number)
            for other in with_year[reference.date]:
                if other.symbol == reference.symbol and _bare(other.number or "") == number:
                    source = f"{_DECREE_34}, Điều 58"
                    found.append((place, _judgement("year-lost", reference, source, other=other.designation)))
                    break
    return tuple(found)


def _bare(number: str) -> str:
    return number.lstrip("0").lower()


def _judgement(key: str, reference: LegalReference, source: str, **facts: Fact) -> Judgement:
    return Judgement(key, CERTAINTIES[key], (("document", reference.designation), *facts.items()), source)


# --- what reading has found -----------------------------------------------------------------


def _of_deviations(reference: LegalReference) -> Iterator[Judgement]:
    deviations = reference.deviations
    if Deviation.TYPE_CONTRADICTS in deviations:
        yield _judgement("type-against-symbol", reference, f"{_DECREE_30}, Phụ lục III", type=_name(reference.type))
    if Deviation.DAY_IMPOSSIBLE in deviations:
        yield _judgement("day-impossible", reference, f"{_DECREE_30}, Phụ lục I", found=reference.text)
    # Where separators are lost besides, nobody can say whose form it was.
    if Deviation.PARTY_FORM_LOST in deviations and not _LOST.intersection(deviations):
        yield _judgement("party-form-lost", reference, "36-HD/VPTW", found=reference.text)
    if Deviation.SYMBOL_MISSING in deviations:
        yield _judgement("symbol-missing", reference, f"{_DECREE_30}, Phụ lục I", found=reference.text)


# --- what the tables say --------------------------------------------------------------------


# Pure: documents of one form, body and year are many, and hardly ever is anything to be said of them.
@lru_cache(maxsize=8192)
def _outlook(
    symbol: str | None, kind: str | None, issuer: str | None, year: int | None, year_of_date: int | None
) -> tuple[bool, Openness | None]:
    """Is there nothing to be said of any document with these, whatever its number and day? Is its place open?"""
    openness = None if symbol is None else openness_of(symbol, issuer)
    return _is_sound(symbol, kind, issuer, year, year_of_date), openness


def _is_sound(
    symbol: str | None, kind: str | None, issuer: str | None, year: int | None, year_of_date: int | None
) -> bool:
    try:
        known = type_by_code(kind) if kind else None
    except KeyError:
        # A type of the caller's own is judged each time.
        return False
    reference = LegalReference("-", known, "1", year, symbol, issuer)
    claim = claim_of(reference)
    if year_of_date is None:
        return not any(_of_claim(claim))
    if year not in (None, year_of_date):
        return False
    days = {date(year_of_date, 1, 1), date(year_of_date, 12, 31), *_turns().get(year_of_date, ())}
    return not any(
        found
        for day in days
        for found in _of_claim(evolve(claim, reference=evolve(reference, date=day), first=day, last=day))
    )


# Pure, like the tables that it is made of.
@cache
def _turns() -> dict[int, set[date]]:
    """Return the days on which something begins or ends by the tables, by their year."""
    terms = [term for number in range(1, 40) if (term := assembly_term(number)) is not None]
    found: dict[int, set[date]] = {}
    for day in [
        *(day for rows in bodies_by_code().values() for body in rows for day in (body.valid_from, body.valid_to)),
        *(day for row in competences() for day in (row.valid_from, row.valid_to)),
        *(day for term in terms for day in (term.first_day, term.last_day)),
    ]:
        if day is not None:
            # The days around it too: what ends then is over on the next.
            near = (date.fromordinal(day.toordinal() + step) for step in (-1, 0, 1))
            for each in near:
                found.setdefault(each.year, set()).add(each)
    return found


def _of_claim(claim: Claim) -> Iterator[Judgement]:
    """Say what the tables have against a claim; where a form cannot be at all, its years are not spoken of."""
    found = next(_impossible_forms(claim), None)
    if found is not None:
        yield found
    else:
        yield from _outside_competence(claim)
    yield from _years_missing(claim)
    yield from _terms(claim)
    yield from _bodies_out_of_their_years(claim)
    yield from _forms_out_of_use(claim)
    yield from _other_issuers(claim)
    yield from _unknown_bodies(claim)


def _impossible_forms(claim: Claim) -> Iterator[Judgement]:
    reference, codes = claim.reference, claim.codes
    is_numbered_by_year = reference.year is not None
    if is_numbered_by_year and (claim.is_all_of("đảng") or claim.is_all_of("sở")):
        read = [body for body in claim.bodies[0] if body.read != "no"]
        key = "year-not-due" if read else "outside-competence"
        source = read[0].source if read else _NORMATIVE
        yield _judgement(key, reference, source, **_type_and_body(claim))
        return
    if claim.kind is None or len(codes) != 1 or claim.form == "letter" or not claim.bodies[0]:
        return
    kind, code = claim.kind.code, codes[0]
    is_before_laws = claim.last is not None and claim.last < _FIRST_LAW
    is_anothers = (
        (kind == "NĐ" and code != "CP" and claim.first is not None and claim.first > _END_OF_1992)
        or (kind == "TT" and code in _COUNCILS and not is_before_laws)
        or (kind == "NQ" and code in _COMMITTEES and is_numbered_by_year and not is_before_laws)
        or (kind == "QĐ" and code in _ASSEMBLIES and is_numbered_by_year and not is_before_laws)
    )
    if is_anothers:
        yield _judgement("form-of-another-body", reference, _NORMATIVE, **_type_and_body(claim))


def _outside_competence(claim: Claim) -> Iterator[Judgement]:
    # Without a year in the number it is no normative document, and nobody's competence is in question.
    if claim.reference.year is None or claim.form not in ("state", "joint", "assembly"):
        return
    verdict = verdict_on(claim)
    if verdict is not None and not verdict.allowed:
        facts = _type_and_body(claim)
        yield _judgement("outside-competence", claim.reference, verdict.source, **facts)


def _years_missing(claim: Claim) -> Iterator[Judgement]:
    reference = claim.reference
    day = reference.date
    if reference.year is not None or day is None or day <= _END_OF_1998 or claim.by_symbol is None:
        return
    kind, codes = claim.by_symbol.code, claim.codes
    is_circular = (
        kind == "TT"
        and claim.form == "state"
        and bool(claim.bodies and claim.bodies[0])
        and all(body.level in _MINISTERIAL and body.read != "no" for body in claim.bodies[0])
    )
    if is_circular or (kind == "NĐ" and codes == ("CP",)) or (kind == "TTLT" and claim.form == "joint"):
        expected = evolve(reference, year=day.year).designation
        yield _judgement("year-missing", reference, f"{_DECREE_34}, Điều 58", date=day, expected=expected)


def _terms(claim: Claim) -> Iterator[Judgement]:
    if claim.term is None or claim.first is None or claim.last is None:
        return
    term = term_named(claim.term)
    if term is None or (claim.last >= term.first_day and (term.last_day is None or claim.first <= term.last_day)):
        return
    span = _between(term.first_day, term.last_day)
    yield _judgement("term-against-date", claim.reference, term.source, when=_when(claim), term=claim.term, span=span)


def _bodies_out_of_their_years(claim: Claim) -> Iterator[Judgement]:
    first, last = claim.first, claim.last
    if first is None or last is None:
        return
    for rows in claim.bodies:
        if rows and not any(_overlaps(body, first, last) for body in rows):
            body = next((row for row in rows if row.valid_from is not None and row.valid_from > last), rows[-1])
            span = _between(body.valid_from, body.valid_to)
            yield _judgement(
                "body-not-in-being", claim.reference, body.source, when=_when(claim), body=body.name, span=span
            )
            return


def _forms_out_of_use(claim: Claim) -> Iterator[Judgement]:
    if claim.first is None or claim.kind is None:
        return
    if claim.form == "old" and claim.codes[0] in _OLD and claim.kind.code != "CV" and claim.first > _END_OF_1997:
        yield _judgement("form-out-of-use", claim.reference, _PRACTICE, when=_when(claim), until="1997")
    # Today SL is the symbol of a certified transcript, with its body behind it.
    elif claim.kind.code == "Sắc lệnh" and not claim.codes and claim.first > _END_OF_1959:
        yield _judgement("form-out-of-use", claim.reference, _PRACTICE, when=_when(claim), until="1959")


def _other_issuers(claim: Claim) -> Iterator[Judgement]:
    issuer = claim.reference.issuer
    if issuer is None or len(claim.codes) != 1 or not claim.bodies[0]:
        return
    if other_issuer(claim.codes[0], claim.bodies[0], issuer):
        name = _body_in_its_days(claim, 0)
        source = f"{_DECREE_30}, Phụ lục I"
        yield _judgement("issuer-against-symbol", claim.reference, source, issuer=issuer, body=name)


def _unknown_bodies(claim: Claim) -> Iterator[Judgement]:
    if claim.form not in ("state", "party", "joint"):
        return
    for code, rows in zip(claim.codes, claim.bodies, strict=True):
        # Committees of the Assembly have their term's number behind their code, and no row.
        if not rows and claim.term is None:
            yield _judgement("body-unknown", claim.reference, f"{_DECREE_30}, Phụ lục I", code=code)
            return


# --- facts ----------------------------------------------------------------------------------


def _type_and_body(claim: Claim) -> dict[str, Fact]:
    names = [_body_in_its_days(claim, index) for index in range(len(claim.codes))]
    return {"type": _name(claim.kind), "body": ", ".join(names), "when": _when(claim)}


def _name(kind: DocumentType | None) -> Text:
    return kind.name if kind is not None else Text("văn bản", "document")


def _body_in_its_days(claim: Claim, index: int) -> str:
    rows, first, last = claim.bodies[index], claim.first, claim.last
    if not rows:
        return claim.codes[index]
    if first is None or last is None:
        return rows[-1].name if rows[0].valid_to else rows[0].name
    return next((body.name for body in rows if _overlaps(body, first, last)), rows[-1].name)


def _when(claim: Claim) -> Fact:
    reference = claim.reference
    return reference.date if reference.date is not None else str(reference.year)


def _overlaps(body: Body, first: date, last: date) -> bool:
    return (body.valid_from is None or body.valid_from <= last) and (body.valid_to is None or first <= body.valid_to)


def _between(first: date | None, last: date | None) -> Text:
    """Print from when to when, as far as the tables know."""
    if first is None:
        return Text(f"đến {format_date(last)}", f"until {last}") if last is not None else Text("bất kỳ", "any")
    if last is None:
        return Text(f"từ {format_date(first)}", f"from {first} on")
    return Text(f"từ {format_date(first)} đến {format_date(last)}", f"from {first} to {last}")
