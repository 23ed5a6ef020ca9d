"""A text as HTML with its citations marked and linked; *not* here: finding and resolving them."""

from __future__ import annotations

import re
from base64 import b32encode
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2s
from html import escape
from typing import NamedTuple

from attrs import evolve

from govplan.errors import InvalidTextError
from govplan.legal.citation import Citation, find_citations
from govplan.legal.mention import canonical_form
from govplan.legal.reference import LegalReference
from govplan.legal.resolution import resolve_citations
from govplan.vietnamese import fold, nfc_with_offsets

__all__ = ["anchor_of", "annotate", "annotate_piece"]

# What cleaning drops or puts in: white space, controls, and marks without width.
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_NOT_SLUG = re.compile("[^a-z0-9]+")
_LONGEST_SLUG = 60
Align = Callable[[int, int], tuple[int, int]]


def annotate(text: str, citations: Iterable[Citation] | None = None, *, found_in: str | None = None) -> str:
    """Return the text as HTML in which each citation is a `cite`, and later ones link to the document's first.

    The first citation of a document carries its anchor as `id`; the others hold a link to it. Each has the
    canonical form as `title`, and in `data-kind` and `data-well-formed` how it is cited. What is cited inside a
    title is marked inside. Everything else is escaped, and no blank or line end is lost or added: show it with
    `white-space: pre-wrap`.

    Args:
        text: what is shown.
        citations: those to mark; by default all that are found, in `found_in` if that is given.
        found_in: the text in which they were found, where that is a cleaned form of `text`: the two may differ
            in normal form, white space, marks without width and non-breaking hyphens.

    Raises:
        InvalidTextError: a citation that does not stand in the text, or two texts that differ in more.

    >>> print(annotate("Luật này & <b>"))
    <cite class="legal" data-kind="short" data-well-formed="true" title="Luật này">Luật này</cite> &amp; &lt;b&gt;
    """
    source = text if found_in is None else found_in
    marked = find_citations(source) if citations is None else tuple(citations)
    return annotate_piece(text, marked, set(), found_in=found_in)


def annotate_piece(
    text: str, citations: Iterable[Citation], seen: set[str], *, start: int = 0, found_in: str | None = None
) -> str:
    """Return a piece of a longer text as `annotate` does.

    Args:
        text: the piece, which may begin with words that are not shown and help to resolve short mentions.
        citations: those of the whole `text`.
        seen: the anchors of earlier pieces; those of this one are added.
        start: where what is shown begins; no citation lies across it.
        found_in: as for `annotate`.
    """
    marked = tuple(citations)
    meant = _meant(marked)
    source = text if found_in is None else found_in
    align = _alignment(source, text) if found_in is not None else None
    places = sorted((_place(one, source, align, meant) for one in marked), key=_order)
    return "".join(_marked(text, start, len(text), [place for place in places if place.end > start], seen))


def anchor_of(reference: LegalReference) -> str:
    """Return the id under which a document is marked, in every text the same: a readable part and a short hash.

    Both come from the identity, so spelling, white space and the rest of the text change nothing. The readable
    part alone would not do: "hđ" and "hd" are alike in it, and one number has many issuers and dates.

    >>> anchor_of(LegalReference.parse("Nghị định số 20/2021/NĐ-CP"))
    'nghi-dinh-20-2021-nd-cp-qzx6mgjo'
    """
    identity = reference.identity
    facts = (
        identity.type.code if identity.type else None,
        identity.number,
        identity.year,
        identity.symbol,
        identity.issuer,
        identity.date,
        identity.title,
    )
    # A length before each fact, so that no two rows of facts are written alike.
    written = "".join("-" if fact is None else f"{len(str(fact))}:{fact}" for fact in facts)
    number = blake2s(written.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    said = (identity.type, identity.number, identity.year, identity.symbol, identity.title)
    words = _NOT_SLUG.sub("-", fold(" ".join(str(fact) for fact in said if fact is not None))).strip("-")
    return f"{words[:_LONGEST_SLUG].strip('-') or 'van-ban'}-{b32encode(number).decode('ascii').lower()}"


# --- which citations mean one document ----------------------------------------------------------


class _Meant(NamedTuple):
    """The document that a citation means: its anchor, and its fullest mention."""

    anchor: str
    reference: LegalReference


def _meant(citations: tuple[Citation, ...]) -> dict[int, _Meant]:
    """Return the documents by the id of each citation object; of those left open there is none."""
    found: dict[int, _Meant] = {}
    taken: Counter[str] = Counter()
    for group in resolve_citations(citations).groups:
        if group.reference.number is None and group.reference.title is None:
            continue
        anchor = anchor_of(group.reference)
        taken[anchor] += 1
        # What resolution keeps apart, for dates that contradict each other, is not joined here.
        own = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        found.update((id(citation), _Meant(own, group.reference)) for citation in group.citations)
    return found


def _canonical(citation: Citation, meant: _Meant | None) -> str:
    """Return the canonical form of a citation; a short one has that of the document it means."""
    if citation.kind == "short" and meant is not None:
        return canonical_form(evolve(meant.reference, pin=citation.reference.pin))
    return canonical_form(citation.reference)


# --- where they stand ---------------------------------------------------------------------------


class _Place(NamedTuple):
    """A stretch of the text with the citation that it is."""

    start: int
    end: int
    citation: Citation
    meant: _Meant | None
    nested: list[_Place]


def _order(place: _Place) -> tuple[int, int]:
    return place.start, -place.end


def _place(citation: Citation, source: str, align: Align | None, meant: dict[int, _Meant]) -> _Place:
    span = citation.span
    if span.of(source) != citation.text or not _SPACE.sub("", citation.text):
        raise InvalidTextError(
            f"citation that does not stand in this text: found {citation.text!r:.120} for characters {span.start} "
            f"to {span.end}; give the text in which it was found, as found_in if it is not the one to show",
            f"trích dẫn không có trong văn bản này: gặp {citation.text!r:.120} cho các ký tự {span.start} đến "
            f"{span.end}; hãy đưa văn bản đã tìm, bằng found_in nếu không phải văn bản cần hiển thị",
        )
    start, end = align(span.start, span.end) if align else (span.start, span.end)
    nested = sorted((_place(one, source, align, meant) for one in citation.nested), key=_order)
    return _Place(start, end, citation, meant.get(id(citation)), nested)


class _Letters(NamedTuple):
    """The letters of a text without its white space, in NFC, and where each begins and ends in it."""

    letters: str
    starts: list[int]
    ends: list[int]


def _letters_of(text: str) -> _Letters:
    normal, offsets = nfc_with_offsets(text)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for gap in [*(match.span() for match in _SPACE.finditer(normal)), (len(normal), len(normal))]:
        letters.append(normal[position : gap[0]])
        if offsets is None:
            starts.extend(range(position, gap[0]))
            ends.extend(range(position + 1, gap[0] + 1))
        else:
            starts.extend(offsets[position : gap[0]])
            ends.extend(offsets[position + 1 : gap[0] + 1])
        position = gap[1]
    return _Letters("".join(letters).translate(_HYPHENS), starts, ends)


def _alignment(source: str, shown: str) -> Align:
    """Return what carries spans of one text over to another that differs in spacing and normal form alone."""
    mine, theirs = _letters_of(source), _letters_of(shown)
    if mine.letters != theirs.letters:
        pairs = enumerate(zip(mine.letters, theirs.letters, strict=False))
        place = next((index for index, (one, two) in pairs if one != two), min(len(mine.starts), len(theirs.starts)))
        found = tuple(one.letters[max(0, place - 10) : place + 30] for one in (mine, theirs))
        raise InvalidTextError(
            f"two texts that differ in more than spacing and normal form: found {found[0]!r} in found_in where the "
            f"text to show has {found[1]!r}; give the text from which found_in was cleaned",
            f"hai văn bản khác nhau ngoài khoảng trắng và dạng chuẩn: gặp {found[0]!r} trong found_in, còn văn bản "
            f"cần hiển thị có {found[1]!r}; hãy đưa văn bản gốc của found_in",
        )

    def align(start: int, end: int) -> tuple[int, int]:
        first = bisect_left(mine.starts, start)
        last = bisect_left(mine.starts, end) - 1
        return theirs.starts[first], theirs.ends[last]

    return align


# --- the HTML -----------------------------------------------------------------------------------


def _marked(text: str, start: int, end: int, places: list[_Place], seen: set[str]) -> Iterator[str]:
    """Yield the escaped text between two places, with the citations in it marked."""
    for place in places:
        if place.start < start or place.end > end:
            raise InvalidTextError(
                f"citations that overlap: found {place.citation.text!r:.120} partly inside another; "
                "give each place once, and what a title cites as nested",
                f"trích dẫn chồng lên nhau: gặp {place.citation.text!r:.120} nằm một phần trong trích dẫn khác; "
                "hãy đưa mỗi chỗ một lần, văn bản trong tên gọi thì để ở nested",
            )
        yield _escaped(text[start : place.start])
        yield from _cited(text, place, seen)
        start = place.end
    yield _escaped(text[start:end])


def _cited(text: str, place: _Place, seen: set[str]) -> Iterator[str]:
    citation, anchor = place.citation, place.meant.anchor if place.meant else None
    is_first = anchor is not None and anchor not in seen
    name = f' id="{anchor}"' if is_first else ""
    yield (
        f'<cite{name} class="legal" data-kind="{_escaped(citation.kind)}" '
        f'data-well-formed="{str(citation.reference.well_formed).lower()}" '
        f'title="{_escaped(_canonical(citation, place.meant))}">'
    )
    if anchor is None or is_first:
        seen.update([anchor] if anchor else [])
        yield from _marked(text, place.start, place.end, place.nested, seen)
    else:
        yield from _linked(text, place, anchor, seen)
    yield "</cite>"


def _linked(text: str, place: _Place, anchor: str, seen: set[str]) -> Iterator[str]:
    """Yield a later citation: links cannot hold links, so its own is on its first words outside what is nested."""
    end = place.nested[0].start if place.nested else place.end
    if end == place.start:
        yield from _marked(text, place.start, place.end, place.nested, seen)
        return
    yield f'<a href="#{anchor}">{_escaped(text[place.start : end])}</a>'
    yield from _marked(text, end, place.end, place.nested, seen)


def _escaped(text: str) -> str:
    # Readers of HTML make a line feed of a carriage return, unless it is written as a reference.
    return escape(text, quote=True).replace("\r", "&#13;")
