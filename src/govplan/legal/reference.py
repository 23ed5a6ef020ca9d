"""One document as it is cited; *not* here: finding citations in running text (`govplan.legal.citation`)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from attrs import field, frozen

from govplan.errors import InvalidLegalReferenceError
from govplan.legal.symbol import NUMBERED, Symbol, read_symbol
from govplan.legal.tables import DocumentType, bodies, document_types, type_by_name
from govplan.values.text import line
from govplan.vietnamese import find_date, format_long_date, tone_key

__all__ = ["Identity", "LegalReference", "Pin", "citation_patterns", "read_numbered"]

MAX_LENGTH = 1000
"""The longest citation that is read, in characters."""

_SPACE = r"[\s\u00a0]"
_PIN = (
    rf"(?:(?:điểm{_SPACE}(?P<point>[a-zđ]){_SPACE})?khoản{_SPACE}(?P<clause>[0-9]{{1,3}}),?{_SPACE})?"
    rf"Điều{_SPACE}(?P<article>[0-9]{{1,3}}),?{_SPACE}(?:của{_SPACE})?"
)
_DATED = re.compile(r",?[\s\u00a0]{0,3}(?=(?i:ngày)|[0-9])")
# A date by its shape, whether or not a calendar has it: "ngày 31/02/2021", but not "ngày càng".
_DATE_SHAPE = re.compile(
    r"(?i:ngày)\s{0,4}[0-9]{1,2}(?:\s?([/.-])\s?[0-9]{1,2}\s?\1\s?|\s{1,4}tháng\s{0,4}[0-9]{1,2}\s{1,4}năm\s{1,4})[0-9]{4}(?![0-9])"
)
_OF = r",?[\s\u00a0]{1,3}của[\s\u00a0]{1,3}"
_ABOUT = r",?[\s\u00a0]{1,3}(?:về|ban hành|quy định|hướng dẫn)[\s\u00a0]"
_END = r"[\s.,;]*\Z"
_ISSUER_TO_END = re.compile(rf"{_OF}(?P<issuer>\S.{{1,300}}?)(?={_ABOUT}|{_END})", re.DOTALL)
_AT_END = re.compile(_END)
_TITLE = re.compile(rf"{_ABOUT}.{{1,800}}", re.DOTALL)
# Codes that a body in each place has; the code never says which place (Decree 30/2020/NĐ-CP, Annex I).
_PLACED = ("HĐND", "UBND", "UB", "SLĐTBXH", "TU", "HU", "QU", "BCĐ", "BCSĐ", "ĐĐ")
_OF_YEAR = re.compile(r"(?:,? năm)? [0-9]{4}")


@frozen
class Pin:
    """The place in a document that is meant (điểm, khoản, Điều); articles and clauses count from 1."""

    article: int
    clause: int | None = None
    point: str | None = None

    def __str__(self) -> str:
        point = f"điểm {self.point} " if self.point else ""
        clause = f"khoản {self.clause} " if self.clause else ""
        return f"{point}{clause}Điều {self.article}"


@frozen
class Identity:
    """What makes two citations the same document (danh tính văn bản).

    The number is without padding; the date is part of it where the number has no year, for those series
    restart: State numbers each 1 January (Decree 30/2020/NĐ-CP, Article 15), Party numbers each term.
    """

    type: DocumentType | None
    number: str | None
    year: int | None
    symbol: str | None
    issuer: str | None
    date: date | None
    title: str | None


@frozen
class LegalReference:
    """A document as it is cited (văn bản được viện dẫn).

    `text` is what was printed and what files keep; `symbol` is canonical, and `well_formed` is False when the
    printed form was repaired to give it. A document known by name alone has a `title` and no number.

    Source: Decree 30/2020/NĐ-CP, Annexes I and III; 36-HD/VPTW for Party documents.

    >>> reference = LegalReference.parse("Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh")
    >>> reference.number, reference.symbol, reference.well_formed, reference.issuer
    ('68', 'NQ-HĐND', False, 'Hội đồng nhân dân tỉnh')
    >>> str(reference)
    'Nghị quyết số 68/NQ-HĐND ngày 29 tháng 9 năm 2021 của Hội đồng nhân dân tỉnh'
    """

    text: str = field(converter=line)
    type: DocumentType | None = None
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    issuer: str | None = None
    date: date | None = None
    pin: Pin | None = None
    title: str | None = None
    well_formed: bool = True

    @classmethod
    def parse(cls, text: str) -> LegalReference:
        """Read one citation that fills the text.

        Raises:
            InvalidLegalReferenceError: no number with a symbol, and no type of document before a name.
        """
        found = _read(line(text).strip())
        if found is None:
            raise InvalidLegalReferenceError(
                f"no document named: found {text!r:.120}; write its type, number, date and issuer, "
                "e.g. Quyết định số 2911/QĐ-UBND ngày 14/10/2021 của UBND tỉnh",
                f"không thấy văn bản: gặp {text!r:.120}; hãy viết loại, số, ngày và cơ quan ban hành, "
                "ví dụ Quyết định số 2911/QĐ-UBND ngày 14/10/2021 của UBND tỉnh",
            )
        return found

    @property
    def is_party(self) -> bool:
        """Is it written the way of Party documents, the type before the slash?"""
        return self.symbol is not None and "/" in self.symbol

    @property
    def identity(self) -> Identity:
        """The document that is meant, whatever the wording and the place in it."""
        return Identity(
            self.type,
            self.number.lstrip("0") or "0" if self.number else None,
            self.year,
            self.symbol,
            self.issuer,
            self.date if self.year is None else None,
            tone_key(self.title).casefold() if self.title and self.number is None else None,
        )

    def same_document(self, other: LegalReference) -> bool | None:
        """Do both mean one document? None when what they say cannot decide it.

        >>> plain = LegalReference.parse("Quyết định số 2911/QĐ-UBND")
        >>> plain.same_document(LegalReference.parse("Quyết định số 2911/QĐ-UBND ngày 14/10/2021")) is None
        True
        """
        mine, theirs = self.identity, other.identity
        if _differ(mine.type, theirs.type) and not _may_be_rules(self, other):
            return False
        if mine.number is None or theirs.number is None:
            return _same_name(mine.title, theirs.title)
        if (mine.number, mine.symbol, mine.year) != (theirs.number, theirs.symbol, theirs.year):
            return False
        if _differ(mine.date, theirs.date):
            return False
        named = [one.issuer for one in (self, other) if one.issuer not in (None, one._implied.issuer)]
        if len(named) == 2 and _differ(*named):
            shorter, longer = sorted(map(str, named), key=len)
            return None if longer.startswith(shorter) else False
        return True if mine.type == theirs.type and self._is_unique() and other._is_unique() else None

    @property
    def _implied(self) -> Symbol:
        """What the symbol alone says."""
        return read_symbol("-" if self.is_party else "/", self.symbol or "?", has_year=self.year is not None)

    def _is_unique(self) -> bool:
        """Is there one document at most with this number: dated, and of one body, not of one in each place?"""
        implied = self._implied
        named = self.issuer not in (None, implied.issuer)
        known = implied.issuer is not None and implied.body not in _PLACED
        return (self.year is not None or self.date is not None) and (named or known)

    @property
    def designation(self) -> str:
        """The number with its canonical symbol, or the name of a document without one."""
        if self.number is None:
            return self.title or self.text
        if self.symbol is None:
            return self.number
        joint = "-" if self.is_party else "/"
        year = f"/{self.year}" if self.year else ""
        return f"{self.number}{year}{joint}{self.symbol}"

    def __str__(self) -> str:
        """Print the canonical first mention that Decree 30/2020/NĐ-CP, Annex I, prescribes."""
        pin = f"{self.pin} " if self.pin else ""
        kind = f"{self.type} " if self.type else ""
        number = f"số {self.designation}" if self.number else self.designation
        day = f" {format_long_date(self.date)}" if self.date else ""
        issuer = f" của {self.issuer}" if self.issuer else ""
        return f"{pin}{kind}{number}{day}{issuer}"


def _differ(one: object, two: object) -> bool:
    """Are both known, and not the same?"""
    return one is not None and two is not None and one != two


def _may_be_rules(one: LegalReference, two: LegalReference) -> bool:
    """Is one Quy định printed, and one Quyết định read from the same QĐ of a Party symbol?"""
    return one.is_party and two.is_party and {str(one.type), str(two.type)} == {"Quyết định", "Quy định"}


def _same_name(one: str | None, two: str | None) -> bool | None:
    """Are two names one? None when one is a number or lacks its year ("Luật Đất đai", "Luật Đất đai năm 2013")."""
    if one is None or two is None:
        return None
    if one == two:
        return True
    shorter, longer = sorted((one, two), key=len)
    return None if longer.startswith(shorter) and _OF_YEAR.fullmatch(longer, len(shorter)) else False


# Pure: patterns made once from the package's own tables.
@cache
def citation_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a numbered citation, of a named one, and of the words that lead to a number."""
    names = "|".join(re.escape(str(kind)).replace(r"\ ", rf"{_SPACE}{{1,3}}") for kind in document_types())
    number_mark = rf"(?:số{_SPACE}{{0,3}}:?{_SPACE}{{0,3}})?"
    lead = rf"(?i:(?:{_PIN})?(?:(?P<type>{names}){_SPACE}{{1,3}})?{number_mark})"
    return (
        re.compile(lead + NUMBERED),
        re.compile(rf"(?i:(?P<type>{names}))(?!\w){_SPACE}{{1,3}}(?P<title>\S.*)", re.DOTALL),
        re.compile(rf"(?<!\w){lead}\Z"),
    )


def _read(text: str) -> LegalReference | None:
    if len(text) > MAX_LENGTH:
        return None
    numbered, named, _ = citation_patterns()
    match = numbered.match(text)
    if match is not None:
        found, end = read_numbered(text, match)
        rest = text[end:]
        return found if _TITLE.fullmatch(rest) or _AT_END.match(rest) else None
    match = named.fullmatch(text)
    if match is None:
        return None
    kind = type_by_name(" ".join(match["type"].split()))
    return LegalReference(text, type=kind, title=" ".join(match["title"].split()))


def read_numbered(
    text: str, match: re.Match[str], issuer_pattern: re.Pattern[str] = _ISSUER_TO_END
) -> tuple[LegalReference, int]:
    """Return the reference whose number was matched, with the date and issuer after it, and where it ends."""
    symbol = read_symbol(match["separator"], match["symbol"], has_year=match["year"] is not None)
    end = match.end()
    day, end, sound = _day_after(text, end)
    by = issuer_pattern.match(text, end)
    issuer, end = (_issuer(by["issuer"]), by.end()) if by else (None, end)
    printed = type_by_name(" ".join(match["type"].split())) if match["type"] else None
    return (
        LegalReference(
            text=text[match.start() : end],
            type=printed or symbol.type,
            number=match["number"],
            year=int(match["year"]) if match["year"] else None,
            symbol=symbol.canonical,
            issuer=issuer or symbol.issuer,
            date=day,
            pin=_pin(match),
            well_formed=symbol.well_formed and sound and _agree(printed, symbol),
        ),
        end,
    )


def _day_after(text: str, end: int) -> tuple[date | None, int, bool]:
    gap = _DATED.match(text, end)
    if gap is None:
        return None, end, True
    found = find_date(text, gap.end())
    if found is not None:
        return *found, True
    no_day = _DATE_SHAPE.match(text, gap.end())
    return (None, end, True) if no_day is None else (None, no_day.end(), False)


# Pure, over the few hundred names that plans cite.
@lru_cache(maxsize=1024)
def _issuer(printed: str) -> str:
    """Return an issuer's full name: "HĐND tỉnh" is "Hội đồng nhân dân tỉnh"."""
    head, _, rest = tone_key(" ".join(printed.split())).partition(" ")
    full = bodies().get(head, head)
    return f"{full} {rest}" if rest else full


def _pin(match: re.Match[str]) -> Pin | None:
    if match["article"] is None:
        return None
    return Pin(int(match["article"]), int(match["clause"]) if match["clause"] else None, match["point"])


def _agree(printed: DocumentType | None, symbol: Symbol) -> bool:
    if printed is None or symbol.type is None or printed == symbol.type:
        return True
    # QĐ of the Central Committee stands for Quyết định and for Quy định alike.
    return symbol.is_party and symbol.type.code == "QĐ" and printed.code == "QyĐ"
