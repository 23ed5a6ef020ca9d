"""What a reference claims by its symbol: type, issuing codes, days; *not* here: whether that can be (`judgement`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from attrs import field, frozen

from govplan.legal.reference import LegalReference
from govplan.legal.tables import (
    AssemblyTerm,
    Body,
    Competence,
    DocumentType,
    assembly_term,
    bodies_by_code,
    body_variants,
    competences,
    type_by_code,
    types_by_symbol,
)

__all__ = ["Claim", "Verdict", "claim_of", "rows_of", "term_named", "verdict_on"]

_PARTS = re.compile(r"[-/]")
_OF_TERM = re.compile(r"(\D+?)([0-9]{1,2}|[IVX]{1,5})")
# Bodies whose symbols carry the number of the National Assembly's term.
_COUNTED = ("QH", "UBTVQH", "HĐNN", "UBPL", "UBTP", "UBTCNS", "UBQPAN", "UBKHCNMT", "UBĐN")
_TOGETHER = ("TTLT", "NQLT", "TTLN")
_LOCAL = {"UB": "UBND", "UBT": "UBND", "HĐNDT": "HĐND"}
_TOKENS = re.compile(r"\{([^}]*)\}|[^\s{}-]+")
_SEVERAL = re.compile(r"-|,(?=[^{]*\})")
_MINISTRY, _AGENCY, _STATE, _MASS = "bộ", "cơ quan thuộc CP", "CQNN", "tổ chức CT-XH"
_FIRST_LAW = date(1997, 1, 1)


@frozen
class Claim:
    """What one reference claims of its document (điều mà viện dẫn khẳng định).

    `kind` is the type that the symbol names, else the printed one; `codes` are the issuing bodies', in their
    canonical form; `form` is "state", "party", "joint", "assembly", "letter", "old" (the body's code alone),
    "old-ministry" (the type behind the body) or "none". The document is of one of the days from `first` to
    `last`: its date, else the year in its number, else None; where the two disagree, any day between.
    """

    reference: LegalReference
    form: str
    kind: DocumentType | None
    by_symbol: DocumentType | None
    codes: tuple[str, ...]
    bodies: tuple[tuple[Body, ...], ...] = field(repr=False)
    term: str | None
    lead: str | None
    first: date | None
    last: date | None

    def is_all_of(self, level: str) -> bool:
        """Is every body that the first code may stand for of a level?"""
        return bool(self.bodies and self.bodies[0]) and all(body.level.startswith(level) for body in self.bodies[0])


def claim_of(reference: LegalReference, further: Iterable[Body] = ()) -> Claim:
    """Return what a reference claims, with further bodies that a caller knows.

    >>> claim = claim_of(LegalReference.parse("Nghị định số 20/2021/NĐ-CP"))
    >>> claim.form, claim.codes, claim.first.isoformat(), claim.last.isoformat()
    ('state', ('CP',), '2021-01-01', '2021-12-31')
    """
    own: dict[str, tuple[Body, ...]] = {body.code: (body,) for body in further}
    first, last = _days(reference)
    symbol = reference.symbol or ""
    parts = [part for part in _PARTS.split(symbol) if part]
    form, named, codes = _shape(symbol, parts, own)
    term = None
    issuing = []
    for code in codes:
        base, number = _without_term(code, own)
        term = term or number
        issuing.append(base)
    return Claim(
        reference,
        form,
        named or reference.type,
        named,
        tuple(issuing),
        tuple(rows_of(code, own) for code in issuing),
        term,
        parts[0] if parts else None,
        first,
        last,
    )


def _shape(
    symbol: str, parts: list[str], own: dict[str, tuple[Body, ...]]
) -> tuple[str, DocumentType | None, list[str]]:
    """Return the form of a symbol, the type that it names, and the codes of its issuers."""
    types = types_by_symbol()
    if not parts:
        return "none", None, []
    lead, rest = parts[0], parts[1:]
    if lead == "PL" and rest:
        # No symbol names an ordinance but this old one.
        return "state", type_by_code("PL"), rest[:1]
    if lead == "TT" and rest[:1] == ["LB"]:
        return "joint", type_by_code("TTLB"), []
    if lead in types:
        # 01/NQ-1997-QHX has its year behind the type.
        codes = [part for part in rest if not part.isdigit()]
        if lead in _TOGETHER:
            return "joint", types[lead], codes
        return "party" if symbol[len(lead) : len(lead) + 1] == "/" else "state", types[lead], codes[:1]
    if len(parts) == 2 and "/" in symbol and parts[1] in types:
        return "old-ministry", types[parts[1]], [lead]
    if len(parts) == 1:
        counted = _without_term(lead, own)[1] is not None
        return "assembly" if counted else "old", None, [lead]
    return "letter", None, [lead]


def _without_term(code: str, own: dict[str, tuple[Body, ...]]) -> tuple[str, str | None]:
    """Return a code in the form of the table, and the term behind it: ("UBTVQH", "14")."""
    match = None if code in own else _OF_TERM.fullmatch(code)
    if match is not None and match[1] in _COUNTED:
        return match[1], match[2]
    return body_variants().get(code, code), None


def rows_of(code: str, own: dict[str, tuple[Body, ...]]) -> tuple[Body, ...]:
    """Return what a code may stand for; old symbols leave out the B of a ministry."""
    known = bodies_by_code()
    return own.get(code) or known.get(code) or known.get(f"B{code}") or ()


def _days(reference: LegalReference) -> tuple[date | None, date | None]:
    day, year = reference.date, reference.year
    if year is None or not 1 <= year <= 9999:
        return day, day
    first, last = date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return first, last
    return (day, day) if day.year == year else (min(first, day), max(last, day))


def term_named(written: str) -> AssemblyTerm | None:
    """Return the term that a symbol writes in figures or in Roman numerals, or None."""
    if written.isdigit():
        return assembly_term(int(written))
    return next((term for number in range(1, 40) if (term := assembly_term(number)) and term.roman == written), None)


# --- who may issue what --------------------------------------------------------------------


@frozen
class Verdict:
    """What the table of competence says of a form: whether it is normative there, what is instead, and the source."""

    allowed: bool
    instead: tuple[str, ...]
    source: str


def verdict_on(claim: Claim) -> Verdict | None:
    """Return whether a body may issue a normative type in the days of a claim, or None where the table is silent.

    Silence is: no type, no known body, no day, days before 1997, or years of a body in which no row was read.
    """
    if claim.kind is None or claim.first is None or claim.last is None or claim.first < _FIRST_LAW:
        return None
    kinds = [_kinds_of(code, rows) for code, rows in zip(claim.codes, claim.bodies, strict=True)]
    if not all(kinds) or not kinds or (claim.form == "joint") is not (len(kinds) > 1):
        return None
    meeting = [row for row in _rows_about(tuple(kinds)) if _meets(row, claim.first, claim.last)]
    allowed = [row for row in meeting if row.normative]
    instead = tuple(dict.fromkeys(row.type for row in allowed))
    if claim.kind.code in instead:
        return Verdict(True, instead, next(row.source for row in allowed if row.type == claim.kind.code))
    denying = [row for row in meeting if not row.normative and row.read != "no" and row.type == claim.kind.code]
    grounds = [*denying, *(row for row in allowed if row.read != "no")]
    return Verdict(False, instead, grounds[0].source) if grounds else None


def _kinds_of(code: str, rows: tuple[Body, ...]) -> frozenset[str]:
    """Return under which names the table of competence may speak of a body; none for one that is not known."""
    found = {_LOCAL.get(code, code)} if rows else set()
    for body in rows:
        if body.level in ("bộ", "cơ quan ngang bộ"):
            found |= {_MINISTRY, _STATE}
        elif body.level == "cơ quan thuộc Chính phủ":
            found |= {_AGENCY, _STATE}
        elif body.level.startswith("đoàn thể"):
            found.add(_MASS)
        elif not body.level.startswith("đảng"):
            found.add(_STATE)
    return frozenset(found)


# Pure: there are few kinds of bodies, and many documents of each.
@lru_cache(maxsize=1024)
def _rows_about(kinds: tuple[frozenset[str], ...]) -> tuple[Competence, ...]:
    return tuple(row for row in competences() if row.code != "*" and _is_of(row, kinds))


def _is_of(row: Competence, kinds: tuple[frozenset[str], ...]) -> bool:
    """Does a row speak of one body of these kinds, or of several that issue together?"""
    tokens = {token for match in _TOKENS.finditer(row.code) for token in (match[1] or match[0]).split(",")}
    if (len(kinds) > 1) is not (_SEVERAL.search(row.code.replace(_MASS, "")) is not None):
        return False
    if len(kinds) > 1 and _MINISTRY in tokens:
        # "Ministries and agencies jointly": whoever of the State signs with them.
        tokens = tokens | {_AGENCY}
    named = tokens - {_MINISTRY, _AGENCY, _STATE}
    return all(kind & tokens for kind in kinds) and (
        len(kinds) == 1 or not named or any(kind & named for kind in kinds)
    )


def _meets(row: Competence, first: date, last: date) -> bool:
    return (row.valid_from is None or row.valid_from <= last) and (row.valid_to is None or first <= row.valid_to)
