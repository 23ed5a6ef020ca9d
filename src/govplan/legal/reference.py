"""One document as it is cited; *not* here: finding citations in running text (`govplan.legal.citation`)."""

from __future__ import annotations

import re
from datetime import date

from attrs import field, frozen

from govplan.errors import InvalidLegalReferenceError
from govplan.legal.deviation import Deviation
from govplan.legal.lexicon import lexicon
from govplan.legal.pin import Pin
from govplan.legal.symbol import Symbol, read_symbol
from govplan.legal.tables import DocumentType, bodies_by_code
from govplan.values.text import line
from govplan.vietnamese import format_long_date, tone_key

__all__ = ["MAX_LENGTH", "Identity", "LegalReference"]

MAX_LENGTH = 1000
"""The longest citation that is read, in characters."""

# Levels of bodies of which each place has one; the code never says which place (Decree 30/2020/NĐ-CP, Annex I).
_LOCAL = ("tỉnh", "huyện", "xã", "sở", "các cấp", "Hội đồng nhân dân")
# State bodies whose documents were once written the way of the Party: "242-NQ/UBTVQH10", "38-LCT/HĐNN".
_STATE = ("QH", "UBTVQH", "HĐNN", "CTN", "CP", "TTg")
_OF_YEAR = re.compile(r"(?:,? năm)? [0-9]{4}")


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

    `text` is what was printed and what files keep; `symbol` is canonical, and `deviations` say what was repaired
    to give it. A document known by name alone has a `title` and no number; of a joint document, `issuer` names
    the bodies with "; " between them.

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
    deviations: tuple[Deviation, ...] = ()

    @classmethod
    def parse(cls, text: str) -> LegalReference:
        """Read one citation that fills the text.

        Raises:
            InvalidLegalReferenceError: no number with a symbol, and no type of document before a name.
        """
        from govplan.legal.parsing import read_reference

        found = read_reference(text)
        if found is None:
            raise InvalidLegalReferenceError(
                f"no document named: found {text!r:.120}; write its type, number, date and issuer, "
                "e.g. Quyết định số 2911/QĐ-UBND ngày 14/10/2021 của UBND tỉnh",
                f"không thấy văn bản: gặp {text!r:.120}; hãy viết loại, số, ngày và cơ quan ban hành, "
                "ví dụ Quyết định số 2911/QĐ-UBND ngày 14/10/2021 của UBND tỉnh",
            )
        return found

    @property
    def well_formed(self) -> bool:
        """Is it printed as prescribed, so that nothing had to be repaired?"""
        return not self.deviations

    @property
    def is_party(self) -> bool:
        """Is it written the way of Party documents, the type before the slash?"""
        if self.symbol is None or "/" not in self.symbol:
            return False
        kind, _, body = self.symbol.partition("/")
        return kind in lexicon().types and not body.startswith(_STATE)

    @property
    def identity(self) -> Identity:
        """The document that is meant, whatever the wording and the place in it."""
        return Identity(
            self.type,
            self.number.lstrip("0").lower() or "0" if self.number else None,
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
        named = [one.issuer for one in (self, other) if one._is_named()]
        if len(named) == 2 and _differ(*named):
            shorter, longer = sorted(map(str, named), key=len)
            return None if longer.startswith(f"{shorter} ") else False
        return True if mine.type == theirs.type and self._is_unique() and other._is_unique() else None

    @property
    def _implied(self) -> Symbol | None:
        """What the symbol alone says."""
        if self.symbol is None:
            return None
        joint = "-" if "/" in self.symbol else "/"
        return read_symbol(lexicon(), "/" if self.year is not None else None, joint, self.symbol)

    def _is_named(self) -> bool:
        """Is an issuer printed that says more than the symbol?"""
        return self.issuer is not None and (self._implied is None or self.issuer != self._implied.issuer)

    def _is_unique(self) -> bool:
        """Is there one document at most with this number: dated, and of one body, not of one in each place?"""
        implied = self._implied
        is_known = implied is not None and implied.issuer is not None and not _is_local(implied.body)
        return (self.year is not None or self.date is not None) and (self._is_named() or is_known)

    @property
    def designation(self) -> str:
        """The number with its canonical symbol, or the name of a document without one."""
        if self.number is None:
            return self.title or self.text
        if self.symbol is None:
            return self.number
        joint = "-" if "/" in self.symbol else "/"
        year = f"/{self.year}" if self.year else ""
        # TƯ for TU: whether the Central Committee or the province is meant cannot be known.
        symbol = f"{self.symbol[:-1]}Ư" if self.symbol.endswith("/TU") and self.issuer is None else self.symbol
        return f"{self.number}{year}{joint}{symbol}"

    def __str__(self) -> str:
        """Print the canonical first mention that Decree 30/2020/NĐ-CP, Annex I, prescribes."""
        if self.number is None and self.title is None:
            return " ".join(self.text.split())
        pin = f"{self.pin} " if self.pin else ""
        kind = f"{self.type} " if self.type else ""
        number = f"số {self.designation}" if self.number else self.designation
        day = f" {format_long_date(self.date)}" if self.date else ""
        # A law's issuer goes without saying; other names hold it.
        issuer = f" của {self.issuer}" if self.issuer and self.number else ""
        return f"{pin}{kind}{number}{day}{issuer}"


def _is_local(code: str | None) -> bool:
    """Has each place a body with this code?"""
    rows = bodies_by_code().get(code or "", ())
    return any(level in body.level for body in rows for level in _LOCAL)


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
