"""Number, symbol, date and issuer into a reference; *not* here: the words before them (`lead`), names (`naming`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from govplan.legal.bare import find_bare, is_documents
from govplan.legal.dating import find_day, quick_day
from govplan.legal.deviation import Deviation
from govplan.legal.extent import JOINT, whole_symbol
from govplan.legal.issuer import closed_names, is_run_together, issuers, written_out
from govplan.legal.lead import SUBJECTS, Lead, leads, may_have_pin, pin_before
from govplan.legal.lexicon import GAP, LEAD_KEY, Lexicon, word_tree
from govplan.legal.pin import Pin
from govplan.legal.reference import LegalReference
from govplan.legal.symbol import Symbol, read_symbol
from govplan.legal.tables import DocumentType, type_by_code
from govplan.values.filling import filler

__all__ = ["Found", "Grammar", "grammar"]

Found = tuple[int, int, LegalReference]
"""Where a citation starts and ends, and what it says."""

FindIssuer = Callable[[str, int], tuple[str, int] | None]

# A number that goes on before it is part of something else.
_JOINED = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĐđ.,/-")
_LEAST_PIN = 5
# Where no word says that a number is a document's, its symbol has to be whole.
_TOO_MUCH = frozenset((Deviation.HYPHEN_LOST, Deviation.SEPARATOR_LOST))
_ISSUER = 12
_SHORT_YEAR = 2
_SUBJECT_REACH = 90
_LETTERS_BEHIND = re.compile(r"[0-9]{1,5}+(?:[ /-](?:19|20)[0-9]{2})?[ ]?([A-Za-zĐđ&]{1,24})")
# What stands behind most citations without a date; "ngày", "năm" and figures begin otherwise.
_NO_DAY = frozenset(
    ("", ".", *(f"{mark}{gap}" for mark in ".;:)" for gap in " \n"), " c", " v", " đ", " t", " b", " l")
)
_MAY_BE_OF = (" của", ", của", "\ncủa", ",\ncủa", " CỦA", "  của", " cua", "của", " \ncủa", "\n\ncủa")

_CENTRAL = ("Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành Trung ương", "Trung ương", "Ban chấp hành Trung ương")

_fill = filler(LegalReference)


class Grammar:
    """The patterns of numbered documents over one lexicon; made once, never changed."""

    def __init__(self, tables: Lexicon) -> None:
        self.tables = tables
        self._leads = leads(tables)
        self.issuer_after: FindIssuer = issuers(tables).after
        types = _alternatives(tables.types)
        bodies = _alternatives(code for code in tables.codes if code not in tables.types)
        # In lower case only what the tables know is a symbol; "5/người" is none.
        lower = rf"(?i:{types}){JOINT}(?i:{bodies})"
        closed = word_tree(closed_names(tables), gap=" ")
        # Behind the first digit; a search that starts with one letter of a class skips all others.
        self.rest = (
            r"([0-9]{0,4}+(?:\.[0-9]{1,2}(?=[ \n\t]{0,3}[/–—-])|)[a-zđA-ZĐ]?)"
            rf"(?:({GAP}(?://?|[-–]){GAP})((?:19|20)[0-9]{{2}}|9[6-9](?=/))(?![0-9])|)"
            rf"({GAP}(?://?|[-–—]){GAP}|(?<=/[12][0-9]{{3}})(?=[A-ZĐ])"
            # A stroke that is lost leaves a space before a type's code.
            r"|[ ](?=[A-ZĐ][A-Za-zĐđ]{0,4}[-/][A-ZĐ]))"
            rf"([A-ZĐƯ][A-ZĐƯa-zđư&0-9/-]{{0,80}}+(?!\w)|(?=[^\W\d_]){lower}(?!\w|[/-]\w)"
            rf"|[A-ZĐƯ][A-ZĐƯa-zđư&0-9/-]{{1,40}}?(?=ngày|của))"
            # Most citations go on in one way; what is read here need not be looked for again.
            r"(?:,? ngày (?:([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})"
            r"|([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([12][0-9]{3}))"
            r"(?![0-9/.-]|[^\W\d_])"
            rf"(?: của ({closed})(?=[.,;:)]|\Z| (?:về|ban hành|quy định|phê duyệt|hướng dẫn) )|)|)"
        )
        self.numbered = re.compile(rf"[0-9]{self.rest}")
        self._run_together = re.compile(
            rf"([0-9]{{1,5}}+)(?:[ /-]((?:19|20)[0-9]{{2}}))?[ ]?(?:((?i:{types}))([ ]?[-/–]?[ ]?)((?i:{bodies}))"
            rf"|((?i:{bodies}))[ ]?[-/]?[ ]?([a-zđA-ZĐ]{{2,6}}))(?!\w)"
        )
        self._letter = type_by_code("CV")
        self._closed = {name: written_out(tables, name) for name in closed_names(tables)}

    def read(self, text: str, match: re.Match[str], floor: int, find_issuer: FindIssuer | None = None) -> Found | None:
        """Return the document whose number and symbol were matched by `numbered`, or None where they are none.

        Most are cited as prescribed, and read here in one go; all others by the longer way.
        """
        start = match.start()
        if start and text[start - 1] in _JOINED:
            return None
        rest, before_year, year, separator, printed, day, month, year_of_day, by = match.group(
            1, 2, 3, 4, 5, 6, 7, 8, _ISSUER
        )
        if day is None:
            day, month, year_of_day = match.group(9, 10, 11)
        if (
            day is None
            or find_issuer is not None
            or printed in self.tables.unfinished
            or (year is not None and year != year_of_day)
        ):
            return self._read_loose(text, match, floor, find_issuer)
        symbol = read_symbol(self.tables, before_year, separator, printed)
        if symbol is None or (separator == " " and symbol.type is None):
            return None
        quick = self._quick_lead(text, start, floor)
        if quick is None or not symbol.is_plain:
            return self._read_loose(text, match, floor, find_issuer)
        begin = quick[1]
        kind: DocumentType | None = quick[0]
        deviations = symbol.deviations
        if kind is not symbol.type:
            if self._is_subject(text, quick, floor, symbol) or quick[0].code == "Sắc lệnh":
                return self._read_loose(text, match, floor, find_issuer)
            kind, contradicts = self._type(text, begin, kind, symbol)
            if contradicts:
                deviations = (*deviations, Deviation.TYPE_CONTRADICTS)
        issuer: str | None
        try:
            date_of = date(int(year_of_day), int(month), int(day))
        except ValueError:
            return self._read_loose(text, match, floor, find_issuer)
        if by is not None:
            issuer, end = self._closed[by], match.end(_ISSUER)
        else:
            issuer, end = symbol.issuer, match.end()
            if text.startswith(_MAY_BE_OF, end):
                named = self.issuer_after(text, end)
                if named is not None:
                    if is_run_together(text[end : named[1]], named[0]):
                        return self._read_loose(text, match, floor, find_issuer)
                    issuer, end = named
        pin = None
        if begin - floor > _LEAST_PIN and may_have_pin(text, begin):
            places = pin_before(text, begin, floor)
            if places is not None:
                pin, begin = places
        return (
            begin,
            end,
            _fill(
                text[begin:end],
                kind,
                text[start] + rest,
                int(year) if year is not None else None,
                symbol.canonical,
                issuer,
                date_of,
                pin,
                None,
                deviations,
            ),
        )

    def _read_loose(self, text: str, match: re.Match[str], floor: int, find_issuer: FindIssuer | None) -> Found | None:
        """Return the document of a number however it is printed."""
        start = match.start()
        rest, before_year, year, separator, printed = match.group(1, 2, 3, 4, 5)
        printed, end, more = whole_symbol(self.tables, text, match.start(5), printed)
        if year is not None and len(year) == _SHORT_YEAR:
            year, more = f"19{year}", (*more, Deviation.YEAR_SHORTENED)
        symbol = read_symbol(self.tables, before_year, separator, printed)
        if symbol is None or (separator == " " and symbol.type is None):
            return None
        quick = self._quick_lead(text, start, floor)
        if quick is not None and (quick[0] is symbol.type or not self._is_subject(text, quick, floor, symbol)):
            kind: DocumentType | None = quick[0]
            begin = quick[1]
            lead = None
        else:
            lead = self._leads.before(text, start, floor, symbol)
            kind, begin = lead.type, lead.start
            if kind is None and not (symbol.speaks or (lead.mark and symbol.is_letter)):
                return None
            if kind is None and not lead.mark and not _TOO_MUCH.isdisjoint(symbol.deviations):
                return None
        number = text[start] + rest
        return self._with_tail(text, begin, end, floor, lead, kind, number, year, symbol, find_issuer, more)

    def _is_subject(self, text: str, lead: tuple[DocumentType, int], floor: int, symbol: Symbol) -> bool:
        """May the type right before the number be what the document, named farther off, is about?"""
        kind, start = lead
        if kind is symbol.type or symbol.type is None or kind.code not in SUBJECTS:
            return False
        name = symbol.type.name.vi or ""
        before = text[max(floor, start - _SUBJECT_REACH) : start]
        return name in before or name.lower() in before

    def read_bare(self, text: str, start: int, floor: int, find_issuer: FindIssuer | None = None) -> Found | None:
        """Return the document whose number starts at `start` and has lost its symbol or what joins it."""
        if start and text[start - 1] in _JOINED:
            return None
        behind = _LETTERS_BEHIND.match(text, start)
        known = behind is not None and behind[1].casefold() in self.tables.any_case
        together = self._run_together.match(text, start) if known else None
        if together is not None:
            found = self._read_run_together(text, together, floor, find_issuer)
            if found is not None:
                return found
        bare = find_bare(text, start)
        if bare is None:
            return None
        lead = self._leads.before(text, start, floor, None)
        if not is_documents(text, bare, lead):
            return None
        number, year, end = bare
        return self._with_tail(text, lead.start, end, floor, lead, lead.type, number, year, None, find_issuer)

    def places_before(self, text: str, start: int, floor: int) -> tuple[Pin, int] | None:
        """Return the places in a document named right before it, and where they start, or None."""
        return pin_before(text, start, floor)

    def _read_run_together(
        self, text: str, match: re.Match[str], floor: int, find_issuer: FindIssuer | None
    ) -> Found | None:
        number, year, kind, joint, body, sender, unit = match.groups()
        if kind is not None:
            printed = f"{kind}{'/' if '/' in joint else '-'}{body}"
            lost = () if joint.strip() else (Deviation.HYPHEN_LOST,)
        else:
            printed, lost = f"{sender}-{unit.upper() if unit.islower() else unit}", (Deviation.HYPHEN_LOST,)
        symbol = read_symbol(self.tables, "/" if year is not None else None, "", printed)
        lead = self._leads.before(text, match.start(), floor, symbol)
        if lead.type is None:
            return None
        return self._with_tail(
            text, lead.start, match.end(), floor, lead, lead.type, number, year, symbol, find_issuer, lost
        )

    def _quick_lead(self, text: str, start: int, floor: int) -> tuple[DocumentType, int] | None:
        """Return the type and start of a lead of two words, with or without "số", in common spelling."""
        for printed, kind in self.tables.leads.get(text[start - LEAD_KEY : start], ()):
            begin = start - len(printed)
            if begin >= floor and text.startswith(printed, begin):
                return (kind, begin) if not begin or not text[begin - 1].isalnum() else None
        return None

    def _with_tail(
        self,
        text: str,
        start: int,
        end: int,
        floor: int,
        lead: Lead | None,
        kind: DocumentType | None,
        number: str,
        year: str | None,
        symbol: Symbol | None,
        find_issuer: FindIssuer | None,
        more: tuple[Deviation, ...] = (),
    ) -> Found | None:
        """Read date and issuer behind the number, places before it, and put everything together."""
        ending = end
        deviations = more if lead is None else (*lead.deviations, *more)
        if symbol is not None and symbol.deviations:
            deviations = (*deviations, *symbol.deviations)
        after = find_issuer or self.issuer_after
        day, reached = quick_day(text, end)
        issuer = None
        if reached == end:
            day, end, deviations, issuer = self._loose_tail(text, end, deviations, after)
        else:
            end = reached
            by = after(text, end)
            if by is not None:
                if is_run_together(text[end : by[1]], by[0]):
                    deviations = (*deviations, Deviation.SPACE_LOST)
                issuer, end = by
        if end == ending and more and Deviation.SPACE_LOST in more:
            # The word that ran into the symbol led to nothing, and is no part of what was read.
            lost = lead is not None and Deviation.SPACE_LOST in lead.deviations
            deviations = tuple(item for item in deviations if lost or item is not Deviation.SPACE_LOST)
        if issuer is None and lead is not None:
            issuer = lead.issuer
        pin: Pin | None = None
        if start - floor > _LEAST_PIN and may_have_pin(text, start):
            places = pin_before(text, start, floor)
            if places is not None:
                pin, start = places
        canonical = None
        if symbol is None:
            if kind is None or kind.code != "Sắc lệnh":
                deviations = (*deviations, Deviation.SYMBOL_MISSING)
            elif issuer is None:
                issuer = "Chủ tịch nước"
        else:
            canonical = symbol.canonical
            kind, contradicts = self._type(text, start, kind, symbol)
            if contradicts:
                deviations = (*deviations, Deviation.TYPE_CONTRADICTS)
            if kind is not None and kind.code == "Sắc lệnh" and len(canonical) == 1:
                # The series of 1946 that letters mark; no code of an issuer.
                number, canonical = f"{number}-{canonical}", None
                deviations = tuple(item for item in deviations if item is not Deviation.UNIT_MISSING)
                issuer = issuer or "Chủ tịch nước"
            elif symbol.is_joint:
                issuer = symbol.issuer or issuer
            elif symbol.lost_t and issuer is not None and issuer.startswith(_CENTRAL):
                canonical = canonical.replace("/TU", "/TW")
            issuer = issuer or symbol.issuer
        stated = int(year) if year is not None else None
        if stated is not None and day is not None and day.year != stated:
            deviations = (*deviations, Deviation.YEAR_CONTRADICTS)
        if len(deviations) > 1:
            deviations = tuple(dict.fromkeys(deviations))
        title = lead.title if lead is not None else None
        return (
            start,
            end,
            _fill(text[start:end], kind, number, stated, canonical, issuer, day, pin, title, deviations),
        )

    def _loose_tail(
        self, text: str, end: int, deviations: tuple[Deviation, ...], after: FindIssuer
    ) -> tuple[date | None, int, tuple[Deviation, ...], str | None]:
        """Read a date in any form and an issuer, in either order."""
        day, issuer = None, None
        is_dated = False
        for _ in range(2):
            found = find_day(text, end) if not is_dated and text[end : end + 2] not in _NO_DAY else None
            if found is not None:
                is_dated = True
                day, end, wrong = found
                deviations = (*deviations, *wrong)
            by = after(text, end) if issuer is None else None
            if by is None:
                break
            if (is_dated and text[end].isalpha()) or is_run_together(text[end : by[1]], by[0]):
                deviations = (*deviations, Deviation.SPACE_LOST)
            issuer, end = by
        return day, end, deviations, issuer

    def _type(
        self, text: str, start: int, printed: DocumentType | None, symbol: Symbol
    ) -> tuple[DocumentType | None, bool]:
        """Return the type that printed word and symbol together say, and whether they contradict each other."""
        said = symbol.type
        if printed is None:
            return (said or (self._letter if symbol.is_letter else None)), False
        if said is None or said is printed:
            return printed, False
        if printed is self._letter and text[start] in "vV":
            # "Văn bản" says nothing of the type.
            return said, False
        if said.code in ("TTLT", "NQLT", "TTLB") and printed.code in ("TT", "NQ", "TTLT"):
            return said, said.code != "TTLB"
        if printed.code in ("L", "BL", "PL") and symbol.canonical.startswith(("L/CTN", "L-CTN", "LCT/")):
            # Until 1998 laws were cited by the order that promulgated them: "52-L/CTN".
            return printed, False
        if said.code == "QĐ" and printed.code == "QyĐ" and "/" in symbol.canonical:
            # QĐ of a Party body stands for Quyết định and for Quy định alike.
            return printed, False
        return printed, True


def _alternatives(codes: object) -> str:
    return "|".join(re.escape(code) for code in sorted(codes, key=lambda code: (-len(code), code)))  # type: ignore[call-overload]


# Pure: one for each lexicon.
@lru_cache(maxsize=16)
def grammar(tables: Lexicon) -> Grammar:
    """Return the grammar over a lexicon."""
    return Grammar(tables)
