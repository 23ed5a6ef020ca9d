"""One citation's words into a reference: number, date, issuer, title; *not* here: running text (`citation`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from attrs import evolve

from govplan.legal.reference import MAX_LENGTH, LegalReference, Pin
from govplan.legal.symbol import NUMBERED, Symbol, read_symbol
from govplan.legal.tables import DocumentType, bodies, document_types, type_by_name
from govplan.values.filling import filler
from govplan.values.text import line
from govplan.vietnamese import find_date, tone_key

__all__ = ["lead_pattern", "numbered_pattern", "read_numbered", "read_reference"]

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
_PLAIN_DAY = re.compile(r",? ?(?:ngày )?([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])")
_OF = re.compile(r",?[\s\u00a0]{1,3}của[\s\u00a0]{1,3}(?=\S)")
_ABOUT = re.compile(r",?[\s\u00a0]{1,3}(?:về|ban hành|quy định|hướng dẫn)[\s\u00a0]")
_END = re.compile(r"[\s.,;]*\Z")
_MARKS = " \t\r\n\u00a0.,;"


# Pure: patterns made once from the package's own tables, each when it is first needed.
@cache
def _words() -> tuple[str, str]:
    """Return the patterns of the types' names, and of all that may stand before a number."""
    names = "|".join(re.escape(str(kind)).replace(r"\ ", rf"{_SPACE}{{1,3}}") for kind in document_types())
    number_mark = rf"(?:số{_SPACE}{{0,3}}:?{_SPACE}{{0,3}})?"
    return names, rf"(?i:(?:{_PIN})?(?:(?P<type>{names}){_SPACE}{{1,3}})?{number_mark})"


@cache
def numbered_pattern() -> re.Pattern[str]:
    """Return the pattern of a citation from its first word to its symbol."""
    return re.compile(_words()[1] + NUMBERED)


@cache
def lead_pattern() -> re.Pattern[str]:
    """Return the pattern of the words that lead to a number, at the end of a text."""
    return re.compile(rf"(?<!\w){_words()[1]}\Z")


@cache
def _named_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?P<type>{_words()[0]}))(?!\w){_SPACE}{{1,3}}(?P<title>\S.*)", re.DOTALL)


def read_reference(text: str) -> LegalReference | None:
    """Return the document that a text names and nothing else, or None.

    Raises:
        InvalidTextError: no text, or none that a document prints.
    """
    if text.__class__ is str and len(text) <= MAX_LENGTH:
        return _read(text)
    # What is too long for a citation is not worth remembering either.
    return _read.__wrapped__(line(text))


# Pure: plans of one year cite the same few hundred documents again and again.
@lru_cache(maxsize=4096)
def _read(given: str) -> LegalReference | None:
    text = line(given).strip()
    if len(text) > MAX_LENGTH:
        return None
    match = numbered_pattern().match(text)
    if match is not None:
        found, end = read_numbered(text, match)
        if end == len(text):
            return found
        # Files keep what was printed: no word of it is lost, a title's included.
        if _ABOUT.match(text, end):
            return evolve(found, text=text, title=" ".join(text[end:].strip(_MARKS).split()))
        return evolve(found, text=text) if _END.match(text, end) else None
    match = _named_pattern().fullmatch(text)
    if match is None:
        return None
    kind = type_by_name(" ".join(match["type"].split()))
    return LegalReference(text, type=kind, title=" ".join(match["title"].split()))


def read_numbered(
    text: str, match: re.Match[str], find_issuer: Callable[[str, int], tuple[str, int] | None] | None = None
) -> tuple[LegalReference, int]:
    """Return the reference whose number was matched, with the date and issuer after it, and where it ends.

    Without a `find_issuer` for running text, what follows "của" to the end or to a title is the issuer.
    """
    symbol = read_symbol(match["separator"], match["symbol"], has_year=match["year"] is not None)
    end = match.end()
    day, end, sound = _day_after(text, end)
    by = (find_issuer or _issuer_to_end)(text, end)
    issuer, end = (_issuer(by[0]), by[1]) if by else (None, end)
    printed = _printed_type(match["type"])
    return (
        _fill(
            text[match.start() : end],
            printed or symbol.type,
            match["number"],
            int(match["year"]) if match["year"] else None,
            symbol.canonical,
            issuer or symbol.issuer,
            day,
            _pin(match),
            None,
            symbol.well_formed and sound and _agree(printed, symbol),
        ),
        end,
    )


_fill = filler(LegalReference)


# Pure, over the few spellings of the types.
@lru_cache(maxsize=256)
def _printed_type(words: str | None) -> DocumentType | None:
    return type_by_name(" ".join(words.split())) if words else None


def _issuer_to_end(text: str, end: int) -> tuple[str, int] | None:
    of = _OF.match(text, end)
    if of is None:
        return None
    about = _ABOUT.search(text, of.end() + 1)
    stop = about.start() if about else len(text.rstrip(_MARKS))
    return (text[of.end() : stop], stop) if stop > of.end() else None


def _day_after(text: str, end: int) -> tuple[date | None, int, bool]:
    plain = _PLAIN_DAY.match(text, end)
    if plain is not None:
        try:
            return date(int(plain[3]), int(plain[2]), int(plain[1])), plain.end(), True
        except ValueError:
            return None, plain.end(), False
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
