"""Paragraphs of a text, its hard-wrapped lines joined again; *not* here: what a paragraph says (`sections`).

A paragraph ends at an empty line, before a marker of a list, and at the end of a line that a printer did not wrap.
A line is wrapped when the next one goes on in small letters, or, in a text of even lines, when the first word of the
next line had no room in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from attrs import frozen

from govplan.legal.lexicon import LOWER
from govplan.reading.headings import is_capitals
from govplan.reading.markers import Marker, marker_at

__all__ = ["Paragraph", "Paragraphs", "paragraphs"]

_WORD = re.compile(r"\S+")
_ENDED = frozenset(".;:!?…")
_OPENS = re.compile(
    rf"(?:căn cứ|xét|theo đề nghị|số\s?:|điều\s[0-9]|nơi nhận|kính gửi|tm\.|kt\.|q\.)(?![{LOWER}])|"
    r"(?-i:S[ốỐ])\s[0-9]{1,5}[-/]",
    re.IGNORECASE,
)
_NUMBER_LINE = re.compile(r"số\s?:", re.IGNORECASE)
_WIDEST = 140
"""A line longer than this was not broken by hand: what it holds is a paragraph."""
_NARROWEST = 50
_RAGGED = 12
"""Of how many parts of its width a line broken by hand may lack one."""
_ROOM = 4
"""A line that lacks one part of so many before a word with a capital letter is a title, and goes on nowhere."""
_WITHIN = 2000
"""So far back in a paragraph the item is looked for that comes before one at the beginning of a line."""
_COLUMN_GAP = " " * 3


@frozen
class Paragraph:
    """A stretch of the joined text: `start` to `end` with its marker, `body` where its words begin.

    `line` counts the text's lines that are not empty, from 1; `apart` tells whether an empty line stands before.
    """

    start: int
    end: int
    body: int
    line: int
    marker: Marker | None
    apart: bool


@frozen
class Paragraphs:
    """The text with the ends of wrapped lines as spaces, character for character, and its paragraphs in order."""

    text: str
    items: tuple[Paragraph, ...]


@frozen
class _Line:
    start: int
    end: int
    number: int
    marker: Marker | None
    apart: bool

    @property
    def width(self) -> int:
        return self.end - self.start


def paragraphs(text: str) -> Paragraphs:
    r"""Return the paragraphs of a clean text.

    >>> found = paragraphs("1. Giải quyết việc làm cho\nngười lao động\n2. Đào tạo nghề")
    >>> [found.text[item.body : item.end] for item in found.items]
    ['Giải quyết việc làm cho người lao động', 'Đào tạo nghề']
    """
    lines = list(_lines(text))
    items: list[Paragraph] = []
    joints: list[int] = []
    for block in _blocks(lines):
        wrapped = _is_wrapped(text, block)
        widest = max(line.width for line in block)
        opened = 0
        for index, line in enumerate(block):
            following = block[index + 1] if index + 1 < len(block) else None
            if following is not None and _goes_on(text, line, following, widest, wrapped, block[opened]):
                joints.append(line.end)
                continue
            first = block[opened]
            body = first.marker.end if first.marker is not None else first.start
            items.append(Paragraph(first.start, line.end, min(body, line.end), first.number, first.marker, first.apart))
            opened = index + 1
    return Paragraphs(_joined(text, joints), tuple(items))


def _lines(text: str) -> Iterator[_Line]:
    number = place = 0
    apart = True
    for printed in text.split("\n"):
        words = printed.strip()
        if words:
            number += 1
            start = place + len(printed) - len(printed.lstrip())
            end = start + len(words)
            yield _Line(start, end, number, marker_at(text, start, end), apart)
        apart = not words
        place += len(printed) + 1


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        if line.apart and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(text: str, block: list[_Line]) -> bool:
    """Was the block broken into lines of one width? Most lines then end inside a sentence, with no room for a word."""
    widest = max(line.width for line in block)
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    breaks = full = 0
    for line, following in itertools.pairwise(block):
        if _starts_anew(text, following):
            continue
        is_full, ended = _is_full(text, line, following, widest), text[line.end - 1] in _ENDED
        # A full line that ends with its sentence may be either.
        breaks += not (is_full and ended)
        full += is_full and not ended
    return 2 * full > breaks


def _goes_on(text: str, line: _Line, following: _Line, widest: int, wrapped: bool, opened: _Line) -> bool:
    """Is the following line the same paragraph, which `opened` begins?"""
    if line.width > 4 * _WIDEST or _differ_in_kind(text, line, following):
        return False
    if _starts_anew(text, following):
        return _is_within(text, line, following, widest, opened)
    small, ended = text[following.start].islower(), text[line.end - 1] in _ENDED
    full = _is_full(text, line, following, widest)
    if wrapped and (small or full):
        return True
    if wrapped and not ended:
        return not text[following.start].isupper() or not _has_room(text, line, following, widest)
    if small and not ended and line.width >= _NARROWEST // 2:
        return True
    return full and not ended and line.width >= _NARROWEST and text[following.start] in "0123456789%)"


def _differ_in_kind(text: str, line: _Line, following: _Line) -> bool:
    """Is one line the number of a document, or one in capitals and the other not?"""
    words, below = text[line.start : line.end], text[following.start : following.end]
    if _NUMBER_LINE.match(words):
        return True
    return below.isupper() != words.isupper() and (is_capitals(below) or is_capitals(words)) and not words.endswith(",")


def _is_within(text: str, line: _Line, following: _Line, widest: int, opened: _Line) -> bool:
    """Stands what looks like the marker of a list within a sentence, where only the printer began a line?"""
    marker = following.marker
    if marker is None or line.width < _NARROWEST or not _is_full(text, line, following, widest):
        return False
    if marker.kind == "dash":
        # "công nghiệp - xây dựng", "50 - 55 %": items of a list that begins with capital letters do so too.
        listed = opened.marker is not None and opened.marker.kind == "dash" and text[opened.marker.end].islower()
        goes_on = text[marker.end].islower() or (text[marker.end].isdigit() and text[line.end - 1].isdigit())
        return goes_on and not listed and text[line.end - 1] not in _ENDED and text[line.end - 1] != ","
    if marker.kind == "rank":
        return text[following.start].islower() and not (opened.marker is not None and opened.marker.kind == "rank")
    if marker.ordinal is None or marker.kind not in ("bracketed", "letter", "number") or "/2" in marker.style:
        return False
    if opened.marker is not None and opened.marker.style == marker.style:
        return False
    printed = text[following.start : marker.end].strip()
    number = str(marker.ordinal)
    if number not in printed:
        return False
    if marker.ordinal == 1:
        return text.find(" " + printed.replace(number, "2"), marker.end, following.end) >= 0
    before = " " + printed.replace(number, str(marker.ordinal - 1))
    return text.find(before, max(opened.start, line.end - _WITHIN), line.end) >= 0


def _has_room(text: str, line: _Line, following: _Line, widest: int) -> bool:
    word = _WORD.match(text, following.start)
    return word is not None and line.width + 1 + len(word.group()) < widest - widest // _ROOM


def _is_full(text: str, line: _Line, following: _Line, widest: int) -> bool:
    word = _WORD.match(text, following.start)
    return word is not None and line.width + 1 + len(word.group()) > widest - widest // _RAGGED


def _starts_anew(text: str, line: _Line) -> bool:
    return (
        line.marker is not None
        or _OPENS.match(text, line.start) is not None
        or text.find("\t", line.start, line.end) >= 0
        or text.find(_COLUMN_GAP, line.start, line.end) >= 0
    )


def _joined(text: str, joints: list[int]) -> str:
    pieces: list[str] = []
    reached = 0
    for joint in joints:
        end = text.index("\n", joint)
        pieces += [text[reached:end], " "]
        reached = end + 1
    pieces.append(text[reached:])
    return "".join(pieces)
