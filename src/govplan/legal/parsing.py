"""One citation that fills a text, as files hold them; *not* here: citations among other words (`citation`)."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve

from govplan.legal.grammar import Found, grammar
from govplan.legal.issuer import written_out
from govplan.legal.lexicon import lexicon, spaced
from govplan.legal.naming import CAPITAL, naming
from govplan.legal.pointing import pointing
from govplan.legal.reference import MAX_LENGTH, LegalReference
from govplan.legal.repair import repaired
from govplan.legal.tables import document_types, type_by_name
from govplan.values.text import line
from govplan.vietnamese import tone_key

__all__ = ["read_reference"]

_MARKS = " \t\r\n\u00a0.,;"
_OF = re.compile(r",?[ \n\t]{0,3}(?i:của|cua)(?:[ \n\t]{1,3}(?=\S)|(?=[A-ZĐ]))")
_ABOUT = re.compile(r",?[ \n\t]{1,3}(?i:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi)[ \n\t]")
_STOP = re.compile(
    rf"{_ABOUT.pattern}|,?[ \n\t]{{1,3}}(?i:ngày)[ \n\t]"
    rf"|,?[ \n\t]{{1,3}}[0-9]{{1,2}}([/.-])[0-9]{{1,2}}\1[12][0-9]{{3}}(?![\w/-]|\.[0-9])"
)
_END = re.compile(r"[\s.,;]*\Z")
_DIGIT = re.compile(r"[0-9]{1,5}+")
_MOST_NUMBERS = 40


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
    printed = line(given).strip()
    if len(printed) > MAX_LENGTH:
        return None
    text, _ = repaired(printed)
    found = _read_repaired(text)
    if found is None or found.text == printed:
        return found
    return evolve(found, text=printed)


def _read_repaired(text: str) -> LegalReference | None:
    numbered = _numbered(text)
    if numbered is not None:
        _, end, found = numbered
        if end == len(text):
            return found
        # Files keep what was printed: no word of it is lost, a title's included.
        if _ABOUT.match(text, end):
            return evolve(found, text=text, title=" ".join(text[end:].strip(_MARKS).split()))
        return evolve(found, text=text) if _END.match(text, end) else None
    return _named(text) or pointing(lexicon()).parse(text) or _titled(text)


def _numbered(text: str) -> Found | None:
    """Return the first document with a number whose words start where the text starts."""
    rules = grammar(lexicon())
    for count, match in enumerate(rules.numbered.finditer(text)):
        found = rules.read(text, match, 0, _issuer_to_end)
        if found is not None or count > _MOST_NUMBERS:
            return found if found is not None and found[0] == 0 else None
    for count, digits in enumerate(_DIGIT.finditer(text)):
        found = rules.read_bare(text, digits.start(), 0, _issuer_to_end)
        if found is not None or count > _MOST_NUMBERS:
            return found if found is not None and found[0] == 0 else None
    return None


def _issuer_to_end(text: str, start: int) -> tuple[str, int] | None:
    """Return what follows "của" to the end, or to a title or date, as the issuer."""
    of = _OF.match(text, start)
    if of is None:
        return None
    stops = [about.start() for about in _STOP.finditer(text, of.end() + 1)]
    stops.append(len(text.rstrip(_MARKS)))
    # "Ban Chỉ đạo Trung ương về phòng, chống thiên tai" is one name.
    names = lexicon().names
    known = [stop for stop in stops if tone_key(" ".join(text[of.end() : stop].split())).casefold() in names]
    stop = known[-1] if known else stops[0]
    return (written_out(lexicon(), text[of.end() : stop]), stop) if stop > of.end() else None


def _named(text: str) -> LegalReference | None:
    """Return the document whose title, year and date fill the text, with places in it before them."""
    names = naming(lexicon())
    for match in CAPITAL.finditer(text):
        found = names.at_start(text, match.start())
        if found is not None and found.start == 0:
            return found.reference if found.end == len(text) else None
    return None


def _titled(text: str) -> LegalReference | None:
    """Return a document of a type that is known by whatever follows its name."""
    match = _titled_pattern().fullmatch(text)
    if match is None:
        return None
    kind = type_by_name(" ".join(match["type"].split()))
    return LegalReference(text, type=kind, title=" ".join(match["title"].split()))


# Pure: made once from the package's own table.
@lru_cache(maxsize=1)
def _titled_pattern() -> re.Pattern[str]:
    names = "|".join(spaced(str(kind)) for kind in document_types())
    return re.compile(rf"(?i:(?P<type>{names}))(?!\w)[ \n\t]{{1,3}}(?P<title>\S.*)", re.DOTALL)
