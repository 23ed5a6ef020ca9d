"""How far a symbol goes: over line ends, spaced dashes, dots; *not* here: what it says (`symbol`)."""

from __future__ import annotations

import re

from govplan.legal.deviation import Deviation
from govplan.legal.lexicon import GAP, Lexicon

__all__ = ["JOINT", "whole_symbol"]

JOINT = rf"{GAP}(?:[-–—]|/){GAP}"
"""What joins two codes of a symbol."""

_CODE = r"[A-ZĐƯ][A-ZĐƯa-zđư&0-9]{0,24}"
_CODES = re.compile(rf"{_CODE}(?:{JOINT}{_CODE}){{0,6}}(?!\w|[/-]\w)")
_NEXT_LINE = re.compile(rf"\n{{1,2}}(?P<codes>[A-ZĐƯa-zđư&0-9]{{1,24}}(?:{JOINT}{_CODE}){{0,6}}(?!\w|[/-]\w))")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH[0-9]{1,2}")
_SPACED = re.compile(r"[ \n\t]{1,3}(?:[-–—]|/)[ \n\t]{1,3}")
_LINES_OF_A_CODE = 3
# Behind these a symbol may go on.
_LOOSE = frozenset(f" {mark}" for mark in "-–—/ \n")
_OTHER_LOOSE = frozenset("\n–—")
_DOTTED = frozenset((".Ư", ".W", ".U"))
_TERM = re.compile(r" {1,2}([0-9]{1,2})(?![\w/])")
_BODY_BEHIND = re.compile(rf"([ ._])({_CODE}(?:-{_CODE}){{0,3}})(?!\w|[/-]\w)")


def whole_symbol(tables: Lexicon, text: str, start: int, printed: str) -> tuple[str, int, tuple[Deviation, ...]]:
    """Return the symbol that starts at `start` with all that belongs to it, where it ends, and what was overlooked.

    `printed` is what stands there without a gap; where nothing prescribed follows it, it may not be all.

    >>> from govplan.legal.lexicon import lexicon
    >>> whole_symbol(lexicon(), "12/QĐ UBND tỉnh", 3, "QĐ")
    ('QĐ-UBND', 10, (<Deviation.HYPHEN_LOST: 'hyphen-lost'>,))
    """
    end = start + len(printed)
    following = text[end : end + 2]
    if printed[-1] in "-/" or following in _LOOSE or following[:1] in _OTHER_LOOSE:
        codes = _CODES.match(text, start)
        printed, end = _over_lines(tables, text, start, codes.group() if codes is not None else printed)
        following = text[end : end + 2]
    if not following:
        return printed, end, ()
    if following[0] in " ._" and printed in tables.unfinished:
        return _going_on(tables, text, end, printed)
    if following in _DOTTED and printed.endswith(("/T", "-T")):
        return printed + following, end + 2, ()
    return printed, end, (Deviation.SPACE_LOST,) if following[0].isalpha() else ()


def _going_on(tables: Lexicon, text: str, end: int, printed: str) -> tuple[str, int, tuple[Deviation, ...]]:
    """Return a symbol that stops at its type or assembly with what a space or dot cut off: "QĐ UBND", "QH 13"."""
    if printed in ("QH", "UBTVQH"):
        term = _TERM.match(text, end)
        return (printed + term[1], term.end(), (Deviation.SPACE_WITHIN,)) if term is not None else (printed, end, ())
    body = _BODY_BEHIND.match(text, end)
    if body is None or body[2].split("-")[0] not in tables.bodies:
        return printed, end, ()
    lost = Deviation.HYPHEN_LOST if body[1] == " " else Deviation.DOT_WITHIN
    return f"{printed}-{body[2]}", body.end(), (lost,)


def _over_lines(tables: Lexicon, text: str, start: int, printed: str) -> tuple[str, int]:
    """Return a symbol with what a line break cut off put back, and without what a spaced dash only stands near."""
    cut = _cut(tables, printed)
    end = start + len(cut)
    if cut != printed:
        return cut, end
    for _ in range(_LINES_OF_A_CODE):
        following = _NEXT_LINE.match(text, end)
        if following is None:
            break
        head, tail = re.split(r"[-–—/\s]", cut)[-1], re.split(r"[-–—/\s]", following["codes"])[0]
        if not _goes_on(tables, head, tail):
            break
        cut, end = cut + following["codes"], following.end()
    return cut, end


def _goes_on(tables: Lexicon, head: str, tail: str) -> bool:
    """Is the code that ends a line the first half of one that ends in the next?"""
    return head + tail in tables.codes or _ASSEMBLY.fullmatch(head + tail) is not None


def _cut(tables: Lexicon, printed: str) -> str:
    for index, joint in enumerate(_SPACED.finditer(printed)):
        before, after = printed[: joint.start()], re.split(r"[-–—/\s]", printed[joint.end() :])[0]
        first = re.split(r"[-–—/\s]", before)[0]
        known = first in tables.codes and (
            tables.code(after)[0] in tables.codes
            # A type's code alone is no symbol: whatever body the dash joins to it is meant.
            or (before == first and first in tables.types and len(after) > 1 and after.isupper())
        )
        if not known or (index > 0 and first != "TTLT") or (before != first and first != "TTLT"):
            return before
    return printed
