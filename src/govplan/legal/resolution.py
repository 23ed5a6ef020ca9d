"""Citations put together by the document that they mean; *not* here: finding them (`govplan.legal.citation`).

What says most is placed first: numbers with a symbol, numbers alone, titles, and in the end what only points
("Nghị định này", "Quyết định trên"). Where several documents fit, a citation means the only one cited before it;
where that does not decide, it is left apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from operator import attrgetter
from typing import NamedTuple

from attrs import Factory, define, evolve, frozen

from govplan.errors import Lang
from govplan.legal.citation import Citation
from govplan.legal.reference import Identity, LegalReference
from govplan.vietnamese import tone_key

__all__ = ["Group", "OpenCitation", "OpenReason", "Resolution", "resolve_citations"]

_first, _position = attrgetter("first"), attrgetter("position")
_Index = dict[object, "list[_Document]"]
_MOST_CANDIDATES = 10
# So many documents of one number are looked at one by one; what asks for more is a catalogue, or hostile.
_MOST_COMPARED = 16
_MOST_ALIAS_WORDS = 12
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_STATE = "nước cộng hòa xã hội chủ nghĩa việt nam"
_YEAR = r"(?:^|,? )(?:năm )?\(?(?P<year>(?:1[89]|20)[0-9]{2})\)?"
_QUALIFIER = re.compile(rf"(?:{_YEAR}|,? giai đoạn (?P<first>[0-9]{{4}}) ?[-–] ?(?P<last>[0-9]{{4}}))$")


class OpenReason(Enum):
    """Why a citation is left apart (lý do để ngỏ); the value is a stable code for programs.

    >>> OpenReason.SEVERAL_FIT.value, OpenReason.SEVERAL_FIT.description("en")
    ('several-fit', 'several documents of the text fit')
    """

    SEVERAL_FIT = "several-fit"
    NONE_FITS = "none-fits"
    ANTECEDENT_OPEN = "antecedent-open"

    def description(self, lang: Lang = "en") -> str:
        """Return the reason, without a full stop."""
        vi, en = _REASONS[self]
        return vi if lang == "vi" else en


_REASONS = {
    OpenReason.SEVERAL_FIT: ("nhiều văn bản trong bài cùng phù hợp", "several documents of the text fit"),
    OpenReason.NONE_FITS: ("không văn bản nào trong bài phù hợp", "no document of the text fits"),
    OpenReason.ANTECEDENT_OPEN: ("văn bản được nhắc lại cũng để ngỏ", "what it points back to is itself left open"),
}


@frozen
class Group:
    """All citations of one document (nhóm trích dẫn), in the order of the text.

    `reference` is the fullest mention, that of the document in hand included.
    """

    reference: LegalReference
    citations: tuple[Citation, ...]


@frozen
class OpenCitation:
    """A citation that was left apart (trích dẫn để ngỏ), with the nearest ten at most of the groups that fit."""

    citation: Citation
    candidates: tuple[Group, ...]
    reason: OpenReason

    def message(self, lang: Lang = "en") -> str:
        """Return one sentence: what is wrong, what was found, what to do."""
        words = " ".join(self.citation.text.split())
        known = (group.reference for group in self.candidates)
        names = "; ".join(f"{one.designation} ({one.date})" if one.date else one.designation for one in known)
        why = self.reason.description(lang)
        if lang == "vi":
            fit = f", có thể là {names}" if names else ""
            return f"{why}: gặp “{words:.120}”{fit}; hãy ghi đủ số, ký hiệu, ngày và cơ quan ban hành"
        return f"{why}: found “{words:.120}”{f' for {names}' if names else ''}; write number, symbol, date and issuer"


@frozen
class Resolution:
    """Which citations mean one document (kết quả quy chiếu): each is in one group, or open with its reason."""

    groups: tuple[Group, ...] = ()
    open: tuple[OpenCitation, ...] = ()


def resolve_citations(citations: Iterable[Citation], *, host: LegalReference | None = None) -> Resolution:
    """Group the citations that mean one document; what fits several, or none, is left open.

    Nested citations take part. `host` is the document in hand, which "Nghị định này" means if it is of that type;
    without one, all "Nghị định này" are a group of their own. A number alone, a title without its year, a short
    name and a mention without date and issuer mean the one document that fits: the numbers of the State restart
    each year, those of the Party each term. The order in which the citations are given does not matter.

    Source: Decree 30/2020/NĐ-CP, Annex I, II.6 (later mentions) and Article 15; 36-HD/VPTW, II.1.3.

    >>> from govplan.legal import find_citations
    >>> text = "Nghị định số 20/2021/NĐ-CP ngày 15/3/2021; theo Điều 5 Nghị định số 20/2021/NĐ-CP và Quyết định trên."
    >>> found = resolve_citations(find_citations(text))
    >>> [len(group.citations) for group in found.groups], [left.reason.value for left in found.open]
    ([2], ['none-fits'])
    """
    desk = _Desk(_in_text_order(citations), host)
    desk.place_numbers()
    desk.place_titles()
    desk.place_pointers()
    return desk.resolution()


class _Mention(NamedTuple):
    position: int  # among all mentions of the text; -1 is the document in hand
    citation: Citation | None
    reference: LegalReference
    identity: Identity
    is_nested: bool
    is_short: bool


@define(eq=False)
class _Document:
    first: int
    printed: list[LegalReference]  # the fullest few wordings
    mentions: list[_Mention] = Factory(list)
    qualifiers: set[str] = Factory(set)

    def admits(self, reference: LegalReference) -> bool:
        """Does nothing that is printed contradict?"""
        for known in self.printed:
            same = known.same_document(reference)
            if same is False or (same is None and _differ(known.date, reference.date)):
                return False
        return True


def _in_text_order(citations: Iterable[Citation]) -> tuple[_Mention, ...]:
    waiting, found = [(citation, False) for citation in citations], []
    while waiting:
        found.append(waiting.pop())
        waiting += [(inner, True) for inner in found[-1][0].nested]
    # Of two that begin together, the outer one comes first.
    found.sort(key=lambda item: (item[0].span.start, -item[0].span.end, item[1]))
    return tuple(
        _Mention(position, one, one.reference, one.reference.identity, is_nested, one.kind == "short")
        for position, (one, is_nested) in enumerate(found)
    )


class _Desk:
    """Where mentions are laid on the documents that they mean; each `place_` step builds on those before."""

    def __init__(self, mentions: tuple[_Mention, ...], host: LegalReference | None) -> None:
        self.mentions = mentions
        self.host = _Mention(-1, None, host, host.identity, False, False) if host else None
        self.all = (self.host, *mentions) if self.host else mentions
        self.documents: list[_Document] = []
        self.placed: dict[int, _Document] = {}
        self.open: dict[int, tuple[Sequence[_Document], OpenReason]] = {}
        self.by_number: _Index = {}
        self.by_title: dict[object, dict[_Document, None]] = {}
        self.by_alias: _Index = {}
        self.this: dict[object, _Document] = {}

    def place_numbers(self) -> None:
        with_symbol: dict[object, list[_Mention]] = {}
        without: dict[object, list[_Mention]] = {}
        for mention in self.all:
            one = mention.identity
            if one.number is not None and one.symbol is not None:
                with_symbol.setdefault((one.number, one.symbol, one.year), []).append(mention)
            elif one.number is not None and not mention.is_short:
                without.setdefault((one.type, one.number), []).append(mention)
        for bearers in (with_symbol, without):
            for mentions in bearers.values():
                self._settle(mentions)
            self.by_number = _index(self.documents, lambda mention: (mention.identity.type, mention.identity.number))

    def place_titles(self) -> None:
        for document in self.documents:
            for mention in document.mentions:
                if mention.reference.title is not None:
                    title, qualifier = _split_title(mention.reference)
                    self._entitle(document, mention.reference.type, title, qualifier)
        self._note_aliases()
        alike: dict[tuple[object, str, str | None], list[_Mention]] = {}
        for mention in self.all:
            if mention.identity.number is None and not mention.is_short:
                alike.setdefault((mention.reference.type, *_split_title(mention.reference)), []).append(mention)
        # A title with its year says more than one without.
        for key, mentions in sorted(alike.items(), key=lambda item: item[0][2] is None):
            self._settle_title(mentions, *key)
        self._note_aliases()

    def place_pointers(self) -> None:
        of_type = _index(self.documents, lambda mention: mention.reference.type)
        last: dict[object, _Mention] = {}
        settled = self.placed.keys() | self.open.keys()
        for mention in self.mentions:
            kind, words = mention.reference.type, ""
            if mention.citation and mention.position not in settled:
                words = _spelling(mention.citation.text)
                # What a law's title cites is not what the sentence spoke of.
                antecedent = last.get((kind, False)) or last.get((kind, True))
                self._place_pointer(mention, words, of_type.get(kind, []), antecedent)
            if not words.endswith("này"):
                last[kind, mention.is_nested] = last[None, mention.is_nested] = mention

    def resolution(self) -> Resolution:
        groups = {}
        for document in self.documents:
            mentions = sorted(document.mentions, key=_position)
            fullest = min(mentions, key=lambda mention: _fullness(mention.reference))
            cited = tuple(mention.citation for mention in mentions if mention.citation is not None)
            groups[document] = Group(fullest.reference, cited)
        opened = []
        for mention in self.mentions:
            if mention.citation is not None and mention.position in self.open:
                candidates, reason = self.open[mention.position]
                fitting = tuple(groups[document] for document in candidates)
                opened.append(OpenCitation(mention.citation, fitting, reason))
        in_order = dict.fromkeys(self.placed[position] for position in sorted(self.placed) if position >= 0)
        return Resolution(tuple(groups[document] for document in in_order), tuple(opened))

    def _settle(self, mentions: list[_Mention]) -> None:
        """Divide the mentions of one number among documents, those that say most first."""
        alike: dict[object, list[_Mention]] = {}
        for mention in mentions:
            alike.setdefault((mention.identity, mention.reference.date), []).append(mention)
        made: list[_Document] = []
        of: dict[object, list[_Document]] = {}  # by day, and by issuer
        for same in sorted(alike.values(), key=lambda same: _fullness(same[0].reference)):
            reference = same[0].reference
            # Where the number has no year, the day alone tells documents apart.
            pool = of.get(reference.date, []) if reference.date and reference.year is None else made
            near = dict.fromkeys((*of.get(reference.issuer, [])[:_MOST_COMPARED], *pool[:_MOST_COMPARED]))
            fits = self._fitting_number(same[0]) or [one for one in near if one.admits(reference)]
            if fits:
                self._choose(same, sorted(fits, key=_first), is_sure=len(fits) == 1 or len(pool) <= _MOST_COMPARED)
                if len(fits) == 1 and len(fits[0].printed) < _MOST_COMPARED:
                    fits[0].printed.append(reference)
            else:
                made.append(self._open_document(same))
                for key in {reference.date, reference.issuer}:
                    of.setdefault(key, []).append(made[-1])

    def _fitting_number(self, mention: _Mention) -> list[_Document]:
        """Return the documents of the type and number of a mention without symbol that nothing else rules out."""
        if mention.identity.symbol is not None:
            return []
        documents = self.by_number.get((mention.identity.type, mention.identity.number), [])
        reference = mention.reference
        if reference.year is None and reference.date is None and reference.issuer is None:
            return documents
        return [document for document in documents[:_MOST_COMPARED] if _may_have_number(document, reference)]

    def _settle_title(self, mentions: list[_Mention], kind: object, title: str, qualifier: str | None) -> None:
        documents = self.by_alias.get(_spelling(f"{kind or ''} {mentions[0].reference.title or ''}"), [])
        if not documents:
            named = self.by_title.get((kind, title, qualifier)) or self.by_title.get((kind, title, ""), {})
            documents = sorted(named, key=_first)
        if documents:
            self._choose(mentions, documents)
        else:
            documents = [self._open_document(mentions)]
        if len(documents) == 1:
            self._entitle(documents[0], kind, title, qualifier)

    def _entitle(self, document: _Document, kind: object, title: str, qualifier: str | None) -> None:
        """Note a document by its title: under each year that tells it from others, "" for none, None for all."""
        known = [document.printed[0].year, document.printed[0].date and document.printed[0].date.year, qualifier]
        document.qualifiers |= {str(year) for year in known if year}
        for key in (None, *sorted(document.qualifiers or {""})):
            self.by_title.setdefault((kind, title, key), {})[document] = None
        if document.qualifiers:
            self.by_title.get((kind, title, ""), {}).pop(document, None)

    def _note_aliases(self) -> None:
        found: dict[object, set[_Document]] = {}
        for mention in self.mentions:
            if mention.citation and mention.citation.alias and mention.position in self.placed:
                found.setdefault(_spelling(mention.citation.alias), set()).add(self.placed[mention.position])
        self.by_alias = {alias: sorted(documents, key=_first) for alias, documents in found.items()}

    def _place_pointer(
        self, mention: _Mention, words: str, of_type: list[_Document], antecedent: _Mention | None
    ) -> None:
        kind = mention.reference.type
        parts = words.split()[-_MOST_ALIAS_WORDS:] if self.by_alias else []
        ends = (" ".join(parts[start:]) for start in range(len(parts)))
        named = next((self.by_alias[end] for end in ends if end in self.by_alias), None)
        if named:
            self._choose([mention], named)
        elif mention.identity.number is not None:
            self._choose([mention], self._fitting_number(mention))
        elif words.endswith("này") and self.host is not None and self.host.reference.type == kind:
            self._put(mention, self.placed[-1])
        elif words.endswith("này") and kind in self.this:
            self._put(mention, self.this[kind])
        elif words.endswith("này"):
            self.this[kind] = self._open_document([mention])
        elif kind is not None and words.endswith(_spelling(str(kind))):
            self._choose([mention], of_type)
        elif antecedent is None:
            self.open[mention.position] = ((), OpenReason.NONE_FITS)
        elif antecedent.position in self.placed:
            self._put(mention, self.placed[antecedent.position])
        else:
            self.open[mention.position] = (self.open[antecedent.position][0], OpenReason.ANTECEDENT_OPEN)

    def _choose(self, mentions: list[_Mention], documents: list[_Document], *, is_sure: bool = True) -> None:
        """Place mentions on the one document that fits, or that alone fits of those before; else leave them."""
        for mention in mentions:
            before = bisect_left(documents, mention.position, key=_first)
            if is_sure and (len(documents) == 1 or before == 1):
                self._put(mention, documents[0])
            elif mention.citation is None:
                # The document in hand is one, whatever else bears its number.
                self._open_document([mention])
            else:
                nearest = documents[max(0, before - _MOST_CANDIDATES) : before] or documents[:_MOST_CANDIDATES]
                reason = OpenReason.SEVERAL_FIT if documents else OpenReason.NONE_FITS
                self.open[mention.position] = (nearest, reason)

    def _put(self, mention: _Mention, document: _Document) -> None:
        # The lists that pointers choose from are in the order of first mentions, and stay so.
        if not mention.is_short:
            document.first = min(document.first, mention.position)
        document.mentions.append(mention)
        self.placed[mention.position] = document

    def _open_document(self, mentions: list[_Mention]) -> _Document:
        self.documents.append(_Document(mentions[0].position, [mentions[0].reference]))
        for mention in mentions:
            self._put(mention, self.documents[-1])
        return self.documents[-1]


def _index(documents: list[_Document], key_of: Callable[[_Mention], object]) -> _Index:
    """Return the documents by a key of their mentions, each list in the order of first mentions."""
    found: _Index = {}
    for document in sorted(documents, key=_first):
        for key in dict.fromkeys(map(key_of, document.mentions)):
            found.setdefault(key, []).append(document)
    return found


def _fullness(reference: LegalReference) -> tuple[bool | int, ...]:
    """Return a key that puts the reference that says most first."""
    missing = (reference.number, reference.symbol, reference.date, reference.title, reference.type)
    length = len(reference.issuer or "")
    return (*(value is None for value in missing), -length, not reference.well_formed, reference.pin is not None)


def _may_have_number(document: _Document, reference: LegalReference) -> bool:
    """Could a document be the one that is cited without its symbol, by year, date and issuer?"""
    for known in document.printed:
        signed = reference.date.year if reference.date else None
        if (
            _differ(known.date, reference.date)
            or _differ(known.year, reference.year or signed)
            or evolve(reference, symbol=known.symbol, year=known.year).same_document(known) is False
        ):
            return False
    return True


def _split_title(reference: LegalReference) -> tuple[str, str | None]:
    """Return a title's key and, apart, the year or period that tells it from others of that name."""
    title = _spelling(reference.title or ("" if reference.type else reference.text)).removeprefix(_STATE)
    match = _QUALIFIER.search(title)
    year = str(reference.date.year) if reference.date else None
    if match is not None:
        title, year = title[: match.start()], match["year"] or f"{match['first']}-{match['last']}"
    return title.replace(",", ""), year  # texts drop the commas of a law's name


def _spelling(text: str) -> str:
    """Return words as they are compared: one school of tone marks, no case, single spaces."""
    return " ".join(tone_key(text.translate(_INVISIBLE)).casefold().split())


def _differ(one: object, two: object) -> bool:
    """Are both known, and not the same?"""
    return one is not None and two is not None and one != two
