"""Lists within one paragraph: "thứ nhất, … thứ hai, …", "(1) … (2) …"; *not* here: lists of paragraphs (`outline`)."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from govplan.legal.lexicon import UPPER
from govplan.reading.markers import ordinal_word

__all__ = ["Enumeration", "Item", "divide", "find_enumerations"]

_RANK = (
    r"nhất|hai|nhì|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?|hai\smươi"
)
# Each kind of marker, with what its first one holds: most paragraphs have none, and are told by that at once.
_FAMILIES = (
    (("hứ nhất", "HỨ NHẤT"),
     re.compile(rf"(?<!\w)thứ\s(?P<word>{_RANK})(?:\s?[,:]|\slà,?|(?=\s))\s{{0,3}}", re.IGNORECASE)),
    (("ột là", "ỘT LÀ", "hất là"),
     re.compile(rf"(?<!\w)(?P<word>một|{_RANK})\slà(?:\s?[,:])?\s{{1,3}}", re.IGNORECASE)),
    (("(1)",), re.compile(r"\((?P<figure>[0-9]{1,2})\)\s{0,3}")),
    (("1)",), re.compile(r"(?:(?<=\s)|\A)(?P<figure>[0-9]{1,2})\)\s{0,3}(?=[^\W\d_])")),
    ((" a)",), re.compile(r"(?<=[:;.,]\s)(?P<letter>[a-eđghik])\)\s{0,3}(?=[^\W\d_])")),
    ((" 1.",), re.compile(rf"(?<=[:;.]\s)(?P<figure>[0-9]{{1,2}})\.\s{{0,3}}(?=[{UPPER}])")),
)  # fmt: skip
_SHORTEST = 8
_LETTERS = {letter: place for place, letter in enumerate("abcdđeghik", start=1)}
_SENTENCE = re.compile(rf"[.!?…]\s{{1,3}}(?=[{UPPER}“\"])")


@frozen
class Item:
    """One item of a list: where it starts with its marker, where its words begin, where they end."""

    start: int
    body: int
    end: int


@frozen
class Enumeration:
    """A list within a paragraph, of two items or more."""

    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        """Where the first item starts."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where the last item ends."""
        return self.items[-1].end


def find_enumerations(text: str, start: int, end: int) -> tuple[Enumeration, ...]:
    """Return the lists in a paragraph, in order and apart from each other.

    >>> text = "hai nhiệm vụ: thứ nhất, đào tạo nghề; thứ hai, giảm nghèo. Sở Y tế phối hợp."
    >>> [text[item.body : item.end] for item in find_enumerations(text, 0, len(text))[0].items]
    ['đào tạo nghề;', 'giảm nghèo.']
    """
    if end - start < _SHORTEST:
        return ()
    runs = [
        run
        for firsts, pattern in _FAMILIES
        if any(text.find(first, start, end) >= 0 for first in firsts)
        for run in _runs(text, start, end, pattern)
    ]
    runs.sort()
    found: list[Enumeration] = []
    reached = start
    for place, run in enumerate(runs):
        if run[0][0] < reached:
            continue
        behind = (other[0][0] for other in runs[place + 1 : place + 4])
        limit = min((other for other in behind if other > run[-1][1]), default=end)
        items = _items(text, run, limit)
        found.append(Enumeration(items))
        reached = items[-1].end
    return tuple(found)


def divide(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the parts of a sentence between semicolons, from `start` to the sentence's end.

    >>> text = "gồm: đào tạo nghề; giảm nghèo. Sở Y tế phối hợp."
    >>> [text[first:last] for first, last in divide(text, 5, len(text))]
    ['đào tạo nghề', 'giảm nghèo.']
    """
    sentence = _SENTENCE.search(text, start, end)
    last = sentence.start() + 1 if sentence is not None else end
    found: list[tuple[int, int]] = []
    while start < last:
        stop = text.find(";", start, last)
        stop = last if stop < 0 else stop
        first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
        if first < stop:
            found.append((first, _trimmed(text, first, stop)))
        start = stop + 1
    return tuple(found)


def _runs(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[list[tuple[int, int]]]:
    """Return the runs 1, 2, 3, … of one kind of marker; each is where its markers start and end."""
    runs: list[list[tuple[int, int]]] = []
    run: list[tuple[int, int]] = []
    for match in pattern.finditer(text, start, end):
        ordinal = _ordinal(match)
        if ordinal == 1:
            if len(run) > 1:
                runs.append(run)
            run = [match.span()]
        elif run and ordinal == len(run) + 1:
            run.append(match.span())
    if len(run) > 1:
        runs.append(run)
    return runs


def _ordinal(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("figure"):
        return int(groups["figure"])
    if groups.get("letter"):
        return _LETTERS[groups["letter"]]
    return ordinal_word(groups["word"])


def _items(text: str, run: list[tuple[int, int]], limit: int) -> tuple[Item, ...]:
    items = [Item(start, body, _trimmed(text, body, following)) for (start, body), (following, _) in pairwise(run)]
    start, body = run[-1]
    return (*items, Item(start, body, _last_end(text, items, body, limit)))


def _last_end(text: str, items: list[Item], body: int, limit: int) -> int:
    """Return where the last item ends: with its sentence, unless the items before it have several."""
    if any(_SENTENCE.search(text, item.body, item.end) for item in items):
        return _trimmed(text, body, limit)
    end = _SENTENCE.search(text, body, limit)
    return end.start() + 1 if end is not None else _trimmed(text, body, limit)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
