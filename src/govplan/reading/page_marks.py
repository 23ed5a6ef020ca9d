"""What pages and markup add to a text, taken out of it: *not* here: what the text says (`paragraphs`).

Numbers of pages with the line that each page repeats, footnotes with their marks in the text, and the stars and hashes
of Markdown. A sentence that runs over the end of a page is one again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govplan.reading.cleaning import Clean

__all__ = ["Unmarked", "without_page_marks"]

_PAGE = re.compile(r"(?<=\n)[ \f]*(?:[-–] ?|[Tt]rang )?(?P<number>[0-9]{1,3})(?: ?[-–]|/[0-9]{1,3})?[ \f]*(?=\n|\Z)")
_LONGEST = 40
"""How many lines the notes below a page have at most."""
_NEAREST = 300
"""So many characters a page has at least."""
_RULE = re.compile(r"(?<=\n) {0,40}(?:_{5,80}|-{10,80}|—{5,80}) {0,40}\n {0,8}\[?1?[0-9]\]?[.)]? {0,3}(?=[^\W\d_])")
_NUMBER = re.compile(r"(?:(?<=\n)|\A)[ ]{0,8}\[?(?P<number>[0-9]{1,2})\]?[.)]? {0,3}(?=[^\W\d_])")
_MARK = re.compile(r"(?<=[a-zà-ỹđ])(?<![^\w][mM])(?<![kcd]m)\[?(?P<number>[0-9]{1,2})\]?(?=[\s.,;:)]|\Z)")
_BOLD = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|(?:(?<=\n)|\A)#{1,6} (?=\S)")
_ENDED = frozenset(".;:!?…/")

_Span = tuple[int, int]


@frozen
class Unmarked:
    """A text without the marks of its pages, its footnotes as places in the clean text, and the lines taken out.

    `lines` are the places in the new text before which lines that are not empty were taken out, one for each line.
    """

    clean: Clean
    footnotes: tuple[_Span, ...] = ()
    lines: Sequence[int] = ()

    def taken_before(self, place: int) -> int:
        """Return how many lines that were not empty stood before a place and were taken out."""
        return bisect_right(self.lines, place)


def without_page_marks(clean: Clean) -> Unmarked:
    r"""Return a clean text without what pages and markup add to it.

    >>> from govplan.reading.cleaning import clean
    >>> without_page_marks(clean("**I. MỤC TIÊU**\nGiảm nghèo1.\n_____\n1 Theo chuẩn mới.\n")).clean.text
    'I. MỤC TIÊU\nGiảm nghèo.\n\n'
    """
    text = clean.text
    blocks = list(_footnotes(text))
    cuts = [*_pages(text), *blocks, *_marks(text, blocks)]
    if "**" in text or "# " in text:
        cuts += [match.span() for match in _BOLD.finditer(text)]
    if not cuts:
        return Unmarked(clean)
    pieces: list[str] = []
    places: list[int] = []
    lines: list[int] = []
    before = clean.places if clean.places is not None else range(len(text) + 1)
    reached = length = 0
    for start, end in sorted(cuts):
        if start < reached:
            continue
        pieces.append(text[reached:start])
        places += before[reached:start]
        length += start - reached
        taken = text[start:end]
        if "\n" in taken:
            # A sentence goes on behind the page; what has ended is a paragraph.
            gap = "\n\n" if _is_ended(text, start) else "\n"
            lines += [length] * sum(1 for line in taken.split("\n") if line.strip())
            pieces.append(gap)
            places += [before[start]] * len(gap)
            length += len(gap)
        reached = end
    pieces.append(text[reached:])
    places += before[reached:]
    return Unmarked(Clean("".join(pieces), places), tuple(blocks), lines)


def _is_ended(text: str, place: int) -> bool:
    before = text[max(0, place - 40) : place].rstrip()
    return not before or before[-1] in _ENDED


def _footnotes(text: str) -> Iterator[_Span]:
    """Yield where the notes stand below a page: from the rule above them to the end of the last."""
    if "_____" not in text and "-----" not in text and "—————" not in text:
        return
    for rule in _RULE.finditer(text):
        yield _with_breaks(text, rule.start(), _last_note(text, text.index("\n", rule.start()) + 1))


def _last_note(text: str, start: int) -> int:
    """Return where the notes end: at an empty line, or where a note ends and what follows is none."""
    end = start
    for _ in range(_LONGEST):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop].strip()
        goes_on = end > 0 and not _is_ended(text, end) and line[:1].islower()
        if not line or not (_NUMBER.match(text, start, stop) or goes_on) or line[1:3] in (". ", ") "):
            break
        end, start = stop, stop + 1
        if start >= len(text):
            break
    return end


def _marks(text: str, blocks: Iterable[_Span]) -> Iterator[_Span]:
    """Yield the marks of footnotes in the text of their page."""
    reached = 0
    for start, end in blocks:
        numbers = {match["number"] for match in _NUMBER.finditer(text, start, end)}
        for mark in _MARK.finditer(text, reached, start):
            if mark["number"] in numbers:
                yield mark.span()
        reached = end


def _pages(text: str) -> Iterator[_Span]:
    """Yield where numbers of pages stand that count on, with the line that each page repeats below its number."""
    run: list[re.Match[str]] = []
    for match in _PAGE.finditer(text):
        number = int(match["number"])
        if run and number == int(run[-1]["number"]) + 1 and match.start() - run[-1].end() >= _NEAREST:
            run.append(match)
        elif not run and number <= 3:
            run = [match]
    if len(run) < 2 or any(text[one.end() : other.start()].count("\n") < 3 for one, other in pairwise(run)):
        return
    below = [_line_below(text, match.end()) for match in run]
    repeated = Counter(text[start:end].strip() for start, end in below)
    for match, (start, end) in zip(run, below, strict=True):
        words = text[start:end].strip()
        is_header = bool(words) and repeated[words] > 1
        yield _with_breaks(text, match.start(), end if is_header else match.end())


def _line_below(text: str, place: int) -> _Span:
    start = place + 1
    end = text.find("\n", start)
    return (start, len(text) if end < 0 else end) if start < len(text) else (len(text), len(text))


def _with_breaks(text: str, start: int, end: int) -> _Span:
    """Return a stretch with the empty lines around it."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end
