"""Citations in running text; *not* here: what one citation says (`grammar`, `naming`, `pointing`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

from attrs import evolve, frozen

from govplan.legal.alias import Defined, defined_behind, mentions
from govplan.legal.deviation import Deviation
from govplan.legal.grammar import Found, Grammar, grammar
from govplan.legal.lexicon import Lexicon, lexicon
from govplan.legal.naming import BEHIND_CAPITAL, CAPITALS, Named, Naming, Start, naming, start_of
from govplan.legal.pointing import POINTED_AT, pointing
from govplan.legal.reference import LegalReference
from govplan.legal.repair import is_printable, printable, repaired
from govplan.legal.tables import Body
from govplan.values.filling import filler
from govplan.values.source import Span

__all__ = ["Citation", "Citations", "find_citations"]


@frozen
class Citation:
    """One place in a text where a document is cited (trích dẫn).

    `span` counts characters of the text as it was given; `text` is what stands there. `kind` is "full" for a
    document with its number, "named" for a law, a congress resolution or a programme known by its title, "short"
    for a mention that only the rest of the text explains: "Nghị quyết 68" after the full citation, "Nghị định này",
    "Quyết định nêu trên", a short name that the text defined. `nested` are the laws cited within a law's own title;
    `alias` is the short name that the text gives the document right behind it.
    """

    span: Span
    text: str
    kind: str
    reference: LegalReference
    nested: tuple[Citation, ...] = ()
    alias: str | None = None


class Citations(tuple[Citation, ...]):
    """The citations of a text in their order (các trích dẫn): a tuple, which a notebook shows as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from govplan.markup import table_html

        rows = [
            (f"{one.span.start}–{one.span.end}", one.text, _KINDS.get(one.kind, one.kind), one.reference)
            for one in self
        ]
        return table_html(
            f"{len(self)} trích dẫn", ("Vị trí", "Trong văn bản", "Cách viện dẫn", "Văn bản được viện dẫn"), rows
        )


_KINDS = {"full": "đầy đủ", "named": "theo tên", "short": "rút gọn"}
_Item = tuple[int, int, str, LegalReference, tuple[Named, ...]]
# What stands before a number without a symbol: "số" and what printers put behind it, or a type that needs no "số".
# The first line throws most numbers out by two letters.
_BARE = (
    r"(?:(?<=[ốỐ: uUoOthịưn][ \n:][0-9])|(?<=[ốỐ][0-9]))"
    r"(?:(?<=[ốỐ][ \n:][0-9])|(?<=[ốỐ][0-9])|(?<=[ốỐ][ :][ \n][0-9])|(?<=[ốỐ] : [0-9])|(?<=[ốỐ]:  [0-9])"
    r"|(?<=iệu[: ][0-9])|(?<=iệu: [0-9])|(?<= [sS][oO] [0-9])"
    r"|(?<=quyết[ \n][0-9])|(?<=định[ \n][0-9])|(?<=thị[ \n][0-9])|(?<=tư[ \n][0-9])|(?<=luận[ \n][0-9])"
    r"|(?<=hoạch[ \n][0-9])|(?<=trình[ \n][0-9])|(?<=văn[ \n][0-9])|(?<=án[ \n][0-9]))()"
)
_LIST = re.compile(r"[ \n\t]{0,3}(?:,|;|và|,[ ]và)[ \n\t]{1,3}(?:số[ \n\t]{1,3})?\Z")
_TWO_WORDS = re.compile(r"\w+[ \n\t]{1,3}\w+")
_citation, _span = filler(Citation), filler(Span)


def find_citations(text: str, *, bodies: Iterable[Body] = ()) -> Citations:
    """Return the citations of a text in their order; text without any gives none, and no text raises.

    Reads documents of State and Party with their numbers, well formed or not, laws and others by title, and short
    mentions. The spans never overlap, and `text[span]` is the quote, whatever the text's normal form.

    Args:
        text: running text.
        bodies: further issuing bodies, whose codes the tables do not have.

    >>> found = find_citations("theo Nghị định số 20/2021/NĐ-CP của Chính phủ và Luật Giáo dục nghề nghiệp.")
    >>> [(citation.kind, citation.text) for citation in found]
    [('full', 'Nghị định số 20/2021/NĐ-CP của Chính phủ'), ('named', 'Luật Giáo dục nghề nghiệp')]
    """
    tables = lexicon(tuple(bodies))
    clean, offsets = repaired(text, thoroughly=False)
    items, definitions = _items(clean, tables)
    if offsets is None and not all(is_printable(item[3].text) for item in items):
        clean, offsets = repaired(text)
        items, definitions = _items(clean, tables)
    return Citations(_citations(text, offsets, items, definitions))


def _items(text: str, tables: Lexicon) -> tuple[list[_Item], list[Defined]]:
    """Return what is cited in repaired text, in order, and the names that the text defines."""
    rules = grammar(tables)
    capitals: list[re.Match[str]] = []
    items = _numbers(text, rules, capitals)
    taken = _Taken(items)
    items += taken.free(_capitals(text, rules, naming(tables), taken, capitals))
    items += taken.free((*found, ()) for found in _short(pointing(tables).find(text)))
    # Most of it is in order already, which is what this sort is best at.
    items.sort(key=_start)
    definitions = _defined(text, items)
    if definitions:
        items += taken.free((*found, ()) for found in mentions(text, definitions))
        items.sort(key=_start)
    return items, definitions


def _start(item: _Item) -> int:
    return item[0]


class _Taken:
    """The stretches of the text that are read already, for what is looked for after them."""

    def __init__(self, items: list[_Item]) -> None:
        self._ends = {item[0]: item[1] for item in items}
        self._starts = [item[0] for item in items]

    def before(self, position: int) -> int:
        """Return the end of what was read at or before a position, 0 for nothing."""
        index = bisect_right(self._starts, position)
        return self._ends[self._starts[index - 1]] if index else 0

    def free(self, items: Iterable[_Item]) -> list[_Item]:
        """Return those items that overlap nothing, and keep their places."""
        added: list[_Item] = []
        starts, ends = self._starts, self._ends
        for item in items:
            start, end = item[0], item[1]
            index = bisect_right(starts, start)
            if (index and ends[starts[index - 1]] > start) or (index < len(starts) and starts[index] < end):
                continue
            starts.insert(index, start)
            ends[start] = end
            added.append(item)
        return added


# Pure: one for each lexicon.
@lru_cache(maxsize=16)
def _scanner(rules: Grammar) -> re.Pattern[str]:
    """Return the pattern of all that a citation may be told by.

    A number with a symbol has groups 1 to 12, one without the 13th, which is empty, a capitalised name none. One
    class of first letters lets the search skip all others.
    """
    return re.compile(rf"[0-9{CAPITALS}](?:(?<=[0-9])(?:{rules.rest}|{_BARE})|{BEHIND_CAPITAL})")


def _numbers(text: str, rules: Grammar, capitals: list[re.Match[str]]) -> list[_Item]:
    """Return the numbered documents, and put the capitalised names aside."""
    items: list[_Item] = []
    reached = 0
    previous: LegalReference | None = None
    read, read_bare = rules.read, rules.read_bare
    for match in _scanner(rules).finditer(text):
        group = match.lastindex
        if group is None:
            capitals.append(match)
            continue
        place = match.start()
        if place < reached:
            continue
        found = read(text, match, reached) if group != _BARE_GROUP else read_bare(text, place, reached)
        if found is None:
            continue
        start, end, reference = found
        kind = reference.type
        if kind is not None:
            if kind.code in _NOT_CITED:
                continue
        elif previous is not None and _LIST.match(text[reached:place]):
            # "Luật số 1/2015/QH13 và số 2/2015/QH13": one word for both.
            reference = evolve(reference, type=previous.type)
        items.append((start, end, "full", reference, ()))
        reached, previous = end, reference
    return items


_BARE_GROUP = 13
# Contracts and licences have numbers of the same form, and are no documents that others rest on.
_NOT_CITED = frozenset(("HĐ", "GP"))


def _capitals(text: str, rules: Grammar, names: Naming, taken: _Taken, matches: list[re.Match[str]]) -> Iterator[_Item]:
    reached = 0
    for match in matches:
        start, end = match.span()
        floor = max(taken.before(start), reached)
        if floor > start:
            continue
        found: _Item | None = None
        kind = start_of(text, match)
        if kind is Start.LAW:
            named = names.law(text, start, floor)
            if named is not None:
                found = (named.start, named.end, "named", named.reference, named.nested)
            else:
                found = _placed(text, start, end, floor, rules)
        elif kind is Start.PLACE:
            words = _TWO_WORDS.match(text, end)
            found = _placed(text, end, words.end(), floor, rules) if words is not None else None
        else:
            named = (
                names.resolution(text, start, end) if kind is Start.RESOLUTION else names.other(text, start, end, floor)
            )
            found = (named.start, named.end, "named", named.reference, ()) if named is not None else None
        if found is not None:
            reached = found[1]
            yield found


def _placed(text: str, start: int, end: int, floor: int, rules: Grammar) -> _Item | None:
    """Return the short mention of a type with nothing but a place in it: "khoản 1 Điều 14 Pháp lệnh"."""
    places = rules.places_before(text, start, floor)
    if places is None or text[end : end + 1].isalnum() or POINTED_AT.match(text, end):
        return None
    pin, begin = places
    kind = rules.tables.type_named(text[start:end])
    return (begin, end, "short", LegalReference(text[begin:end], kind, pin=pin), ()) if kind is not None else None


def _short(found: Iterable[Found]) -> Iterator[tuple[int, int, str, LegalReference]]:
    return ((start, end, "short", reference) for start, end, reference in found)


# What may define a name begins with one of these right behind a citation.
_OPENERS = frozenset((" (", "\n(", ", ", ",\n", " v", " p", " b"))


def _defined(text: str, items: list[_Item]) -> list[Defined]:
    return [
        defined
        for start, end, kind, reference, _ in items
        if text[end : end + 2] in _OPENERS and kind != "short"
        for defined in defined_behind(text, start, end, reference)
    ]


def _citations(
    text: str, offsets: list[int] | None, items: list[_Item], definitions: list[Defined]
) -> Iterator[Citation]:
    aliases = {defined.end: defined.alias for defined in definitions if defined.is_alias}
    first: dict[tuple[str, str], int] | None = None
    for start, end, kind, reference, nested in items:
        if reference.deviations and kind == "full" and Deviation.SYMBOL_MISSING in reference.deviations:
            if first is None:
                first = _first_mentions(items)
            if reference.date is None and reference.issuer is None and first.get(_key(reference), start) < start:
                kind = "short"
        alias = aliases.get(end) if aliases else None
        if offsets is None and not nested:
            yield _citation(_span(start, end), reference.text, kind, reference, (), alias)
        else:
            yield _citation_of(text, offsets, start, end, kind, reference, nested, alias)


def _first_mentions(items: list[_Item]) -> dict[tuple[str, str], int]:
    """Return where each number of a type is first cited in full."""
    first: dict[tuple[str, str], int] = {}
    for start, _, kind, reference, _ in items:
        if kind == "full" and Deviation.SYMBOL_MISSING not in reference.deviations:
            first.setdefault(_key(reference), start)
    return first


def _key(reference: LegalReference) -> tuple[str, str]:
    return (reference.type.code if reference.type else "", (reference.number or "").lstrip("0"))


def _citation_of(
    text: str,
    offsets: list[int] | None,
    start: int,
    end: int,
    kind: str,
    reference: LegalReference,
    nested: tuple[Named, ...],
    alias: str | None,
) -> Citation:
    if offsets is not None:
        start, end = offsets[start], offsets[end]
        quote = text[start:end]
        printed = printable(normalize("NFC", quote))
        if printed != reference.text:
            reference = evolve(reference, text=printed)
    else:
        quote = text[start:end]
    inner = tuple(
        _citation_of(text, offsets, one.start, one.end, "named", one.reference, one.nested, None) for one in nested
    )
    return _citation(_span(start, end), quote, kind, reference, inner, alias)
