"""A stretch of prose as tokens with their places; *not* here: which numbers are figures, which are times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govplan.legal.lexicon import LOWER, UPPER
from govplan.reading.lexicon import Entry, lexicon

__all__ = ["Token", "longest", "phrases_of", "tokens_of"]

# Tried in this order: small words are by far the most. The branches that begin with a digit take their digits once
# and give none back.
_TOKEN = re.compile(
    rf"""
    (?P<word>(?!k?m[23](?![0-9]))[{LOWER}]++)
  | (?P<reference>[0-9]++[a-zđA-ZĐ]?(?:/[0-9]{{4}}(?![0-9]))?\ ?[/-]\ ?
        [{UPPER}]{{2,12}}[a-zđư&]?[{UPPER}]{{0,9}}[0-9]{{0,3}}(?:[/-][{UPPER}]{{1,12}}[a-z&]?[{UPPER}]{{0,9}}){{0,4}}(?![\w/])
    )
  | (?P<date>(?<![0-9.,/])
        (?:[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:19|20)[0-9]{{2}}|[0-9]{{1,2}}\ ?[/-]\ ?(?:19|20)[0-9]{{2}})
        (?![0-9]|[.,][0-9])
    )
  | (?P<code>[0-9]++[{UPPER}](?!\w)(?!/)
      | [{UPPER}][a-z]{{0,8}}-[0-9]{{1,3}}(?![0-9.,%])
      | [{UPPER}]{{1,8}}[0-9]{{1,3}}(?:[{UPPER}][0-9]*+)?(?!\w)
      | k?m[23](?![0-9])
    )
  | (?P<number>[0-9]++(?:[.,][0-9]++)*+)
  | (?P<name>[^\W\d_]++)
  | (?P<mark>[^\s\w]|_)
    """,
    re.VERBOSE,
)
_WORD, _NUMBER, _MARK = (_TOKEN.groupindex[name] for name in ("word", "number", "mark"))
_KINDS = {index: "word" if name in ("code", "name") else name for name, index in _TOKEN.groupindex.items()}
_SIGNS = {"≥": "at_least", "≤": "at_most", ">": "above", "<": "below", "≈": "about", "≧": "at_least", "≦": "at_most"}


# Naming the fields of a tuple takes longer than finding what is in them.
_new = tuple.__new__


class Token(NamedTuple):
    """A word, a phrase of the lexicon, a number or a mark, with its place (từ tố).

    `kind` is "word", "number", "date", "reference", the role of a phrase, or, of a mark, the mark itself; `word`
    is the text in small letters; `meaning` what the lexicon says.
    """

    kind: str
    start: int
    end: int
    word: str
    meaning: str = ""


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a stretch, those of a phrase of the lexicon joined to one.

    >>> [(token.kind, token.word) for token in tokens_of("giảm xuống dưới18,5‰")]
    [('change', 'giảm xuống'), ('compare', 'dưới'), ('number', '18,5'), ('‰', '‰')]
    """
    return phrases_of(_raw(text, start, len(text) if end is None else end))


def _raw(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    append = found.append
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = text[first:last]
        which = match.lastindex
        if which == _WORD:
            append(_new(Token, ("word", first, last, word, "")))
        elif which == _MARK:
            meaning = _SIGNS.get(word)
            if meaning is not None:
                append(_new(Token, ("compare", first, last, word, meaning)))
            else:
                append(_new(Token, ("-" if word in "–—÷~" else word, first, last, word, "")))
        else:
            append(_new(Token, (_KINDS[which or 0], first, last, word.lower(), "")))
    return found


def longest(
    table: Mapping[str, tuple[Entry, ...]], tokens: Sequence[Token], index: int, limit: int
) -> tuple[Entry, int] | None:
    """Return the longest entry of a table whose words stand at `index`, and the index after it; None without one."""
    entries = table.get(tokens[index].word)
    if entries is None:
        return None
    for entry in entries:
        after = index + 1
        for word in entry.rest:
            if after >= limit or tokens[after].word != word:
                break
            after += 1
        else:
            return entry, after
    return None


def _is_no_phrase(raw: Sequence[Token], index: int) -> bool:
    """Do words stand here only by chance: the "mới" of "nông thôn mới đạt", the "đồng bằng" of "5 tỷ đồng bằng 9%"?"""
    word = raw[index].word
    if word not in _DOUBTFUL or not index:
        return False
    before = raw[index - 1]
    if word == "đồng":
        return before.kind == "number" or before.word in lexicon().scales
    return before.kind == "word" and before.word not in _BEFORE_A_FREE_WORD


# "hoàn cảnh đặc biệt khó khăn" goes on with a name, a free "đặc biệt" begins anew.
_DOUBTFUL = frozenset(("mới", "đồng", "đặc"))
_BEFORE_A_FREE_WORD = frozenset(("nay", "hiện", "cũng", "chỉ", "quân", "tỉnh", "năm", "tại", "người"))


def phrases_of(raw: Sequence[Token]) -> list[Token]:
    """Return the tokens with those that make a phrase of the lexicon joined."""
    table = lexicon().phrases
    found: list[Token] = []
    append = found.append
    index, limit = 0, len(raw)
    while index < limit:
        token = raw[index]
        if token[3] in table and token[0] == "word":
            match = longest(table, raw, index, limit)
            if match is not None and not _is_no_phrase(raw, index):
                entry, after = match
                words = token.word if after == index + 1 else " ".join([token.word, *entry.rest])
                role = "word" if entry.role == "plain" else entry.role
                append(_new(Token, (role, token.start, raw[after - 1].end, words, entry.meaning)))
                index = after
                continue
        append(token)
        index += 1
    return found
