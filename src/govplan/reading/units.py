"""The unit beside a number, with what it is taken per; *not* here: what units mean (`govplan.values.unit`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from govplan.errors import GovplanError
from govplan.reading.lexicon import lexicon
from govplan.reading.tokens import Token, longest
from govplan.values.unit import Unit

__all__ = ["PrintedUnit", "meaning_of", "unit_at", "unit_within"]

_PERCENT = frozenset(("%", "‰"))
_QUOTES = frozenset("\"“'")
_PRODUCTS = frozenset(("grdp", "gdp"))


class PrintedUnit(NamedTuple):
    """A unit as printed (đơn vị tính): its words, what sort it is, and the index after it.

    `sort` is "percent", "points", "mille", "measure", "count", "time", "task", "unknown" for a noun that the
    lexicon does not know, or "" where there is none. `scaled` tells that nghìn, triệu or tỷ stands in it.
    """

    words: str
    sort: str
    after: int
    scaled: bool = False


_NONE = PrintedUnit("", "", 0)


def unit_at(tokens: Sequence[Token], index: int) -> PrintedUnit:
    """Return the unit that begins at `index`, right after a number; of sort "" where no unit does.

    >>> from govplan.reading.tokens import tokens_of
    >>> unit_at(tokens_of("triệu đồng/người/năm"), 0).words, unit_at(tokens_of("giường/vạn dân"), 0).sort
    ('triệu đồng/người/năm', 'count')
    """
    limit, at = len(tokens), index
    if at < limit and tokens[at].kind in _QUOTES:
        at = index = at + 1
    scales = lexicon().scales
    while at < limit and tokens[at].word in scales and at - index < 3 and tokens[at].kind == "word":
        at += 1
    scaled = at > index
    if at >= limit:
        return PrintedUnit(_printed(tokens, index, at), "scale" if scaled else "", at, scaled)
    sort, after = _head(tokens, at, limit)
    if not sort and tokens[at].kind != "/":
        return PrintedUnit(_printed(tokens, index, at), "scale" if scaled else "", at, scaled)
    after = _per(tokens, after if sort else at, limit)
    if not sort and after == at:
        return PrintedUnit(_printed(tokens, index, at), "scale" if scaled else "", at, scaled)
    return PrintedUnit(_printed(tokens, index, after), sort or "per", after, scaled)


def _head(tokens: Sequence[Token], at: int, limit: int) -> tuple[str, int]:
    """Return the sort of the noun or sign at an index and the index after it; the sort "" where there is none."""
    token = tokens[at]
    if token.kind in _PERCENT:
        following = tokens[at + 1] if at + 1 < limit else None
        if token.kind == "%" and following is not None:
            if following.word in ("0", "o") and following.start == token.end:
                return "mille", at + 2
            if following.word in _PRODUCTS:
                return "percent", at + 2
        return ("percent" if token.kind == "%" else "mille"), at + 1
    table = lexicon()
    if token.kind != "word":
        # "chỉ tiêu" is a word of promising, too.
        meaning = table.nouns.get(token.word, "") if token.kind in ("commit", "event") else ""
        return meaning, at + 1 if meaning else at
    share = longest(table.shares, tokens, at, limit)
    if share is not None:
        return share[0].meaning, share[1]
    if token.word == "điểm" and at + 1 < limit and tokens[at + 1].kind == "%":
        return "points", at + 2
    known = longest(table.units, tokens, at, limit)
    if known is not None:
        after = known[1]
        # "huyện/thành phố" is one noun, "tiêu chí/xã" is a ratio: both are printed whole by `_per`.
        return known[0].meaning, after
    return "unknown", at + 1


def _per(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Return the index after all "/…" parts that begin at an index."""
    table = lexicon()
    for _ in range(4):
        if at + 1 >= limit or tokens[at].kind != "/":
            return at
        after = at + 1
        if tokens[after].kind == "number":
            after += 1
        while after < limit and tokens[after].word in table.scales:
            after += 1
        if after >= limit:
            return after if after > at + 1 else at
        if tokens[after].kind not in ("word", "frequency"):
            return after if after > at + 1 else at
        known = longest(table.denominators, tokens, after, limit) or longest(table.units, tokens, after, limit)
        at = known[1] if known is not None else after + 1
    return at


def _printed(tokens: Sequence[Token], start: int, end: int) -> str:
    """Return the words of tokens as one unit: spaces between words, none around a slash."""
    words: list[str] = []
    for index in range(start, end):
        token = tokens[index]
        before = tokens[index - 1]
        is_glued = before.kind == "/" or (before.kind == "%" and token.start == before.end)
        if index > start and token.kind not in ("/", "%") and not is_glued:
            words.append(" ")
        words.append(token.word)
    return "".join(words)


@lru_cache(maxsize=1024)
def meaning_of(printed: str) -> Unit | None:
    """Return what a printed unit means, None where a plan file can hold no such unit.

    >>> str(meaning_of("%/năm")), meaning_of("/100.000 ca đẻ").symbol
    ('%/năm', 'trên 100.000 ca đẻ')
    """
    if not printed:
        return None
    words = printed
    if words.startswith("/"):
        words = f"trên {words[1:]}"
    head, _, per = words.partition("/")
    if head in ("%0", "%o"):
        words = "‰" + ("/" + per if per else "")
    try:
        return Unit.parse(words)
    except GovplanError:
        return None


def unit_within(part: str, whole: str) -> str:
    """Return the unit of a part in the noun of its whole, where the two name the same things at different length.

    >>> unit_within("hộ", "hộ nghèo"), unit_within("nghìn người", "lượt người"), unit_within("hộ", "xã")
    ('hộ nghèo', 'nghìn lượt người', 'hộ')
    """
    scale, noun = _split(part)
    known = _split(whole)[1]
    if noun and noun != known and (known.startswith(f"{noun} ") or known == f"lượt {noun}"):
        return f"{scale} {known}".strip()
    return part


def _split(unit: str) -> tuple[str, str]:
    """Return the nghìn, triệu, tỷ of a unit, and its noun."""
    words = unit.split(" ")
    at = 0
    while at < len(words) and words[at] in lexicon().scales:
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])
