"""Numbers as Vietnamese prose writes them, with range, fraction and unit; *not* here: what they ask (`conditions`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from govplan.reading.horizons import is_year, mark_times
from govplan.reading.lexicon import lexicon
from govplan.reading.tokens import Token, longest, tokens_of
from govplan.reading.units import unit_at
from govplan.values.number import exact_sum

__all__ = ["Figure", "Item", "decimal_of", "find_numbers", "mark_figures"]

MAX_DIGITS = 30
"""Longer runs of digits are no figure of a plan."""

_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMA_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_TENS = frozenset(
    ["1", "10", "100", "1000", "10000", "100000", "1.000", "10.000", "100.000", "1000000", "1.000.000", "một"]
)
_PEOPLE_WHO_ARE_BORN = frozenset(["dân", "trẻ", "ca", "bé", "phụ", "nữ", "số", "người"])


_TIMES = {"đôi": "2", "rưỡi": "1.5", "ba": "3"}
# What may stand before "không còn" where it begins a clause.
_STARTS = frozenset((",", ";", "time", "commit", "and", "."))


class Figure(NamedTuple):
    """A number with its unit, range and denominator (con số), as printed.

    `low` and `high` are digits in plain notation, `high` "" for a single number; `of` is what a fraction such as
    30/63 counts out of; `unit` is as printed and `sort` its sort. `doubtful` tells that the notation leaves a choice.
    """

    kind: str
    start: int
    end: int
    word: str
    meaning: str
    low: str
    high: str
    of: str
    unit: str
    sort: str
    number_end: int
    doubtful: bool = False


Item = Token | Figure


def decimal_of(printed: str) -> tuple[str, bool] | None:
    """Return a printed number in plain notation and whether its notation leaves a choice; None for no number.

    Points group thousands and a comma starts the decimals; "12.5" and "1,250,000" are read as what they can only be.

    >>> decimal_of("16.000"), decimal_of("05"), decimal_of("68,25"), decimal_of("12.5")
    (('16000', False), ('5', False), ('68.25', False), ('12.5', True))
    """
    if len(printed) > MAX_DIGITS:
        return None
    if printed.isdecimal():
        return printed.lstrip("0") or "0", False
    if _GROUPED.fullmatch(printed):
        return printed.replace(".", "").replace(",", "."), printed.startswith("0")
    if _DECIMAL.fullmatch(printed):
        whole, _, decimals = printed.replace(",", ".").partition(".")
        doubtful = "." in printed or (len(decimals) == 3 and whole != "0")
        return f"{whole.lstrip('0') or '0'}.{decimals}", doubtful
    if _COMMA_GROUPED.fullmatch(printed):
        return printed.replace(",", ""), True
    return None


def find_numbers(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text; years, dates, labels ("nhóm 1"), ages and denominators are none.

    >>> [(figure.low, figure.high, figure.unit) for figure in find_numbers("từ 1.500 đến 1.700 người, 05 tỷ đồng")]
    [('1500', '1700', 'người'), ('5', '', 'tỷ đồng')]
    """
    return tuple([item for item in mark_figures(mark_times(tokens_of(text))) if isinstance(item, Figure)])


def mark_figures(tokens: Sequence[Token]) -> list[Item]:
    """Return the tokens with numbers, their ranges, denominators and units joined to figures.

    Numbers that are part of a name become words: labels ("mức độ 3"), ages ("dưới 16 tuổi"), denominators
    ("trên 1 vạn dân").
    """
    found: list[Item] = []
    index, limit = 0, len(tokens)
    numerals = lexicon().numerals
    while index < limit:
        token = tokens[index]
        if token.kind == "number":
            index = _number(tokens, index, limit, found)
        elif token.kind == "zero" and index + 1 < limit and (zero := _nothing(tokens, index, limit, found)) is not None:
            found.append(zero)
            index += 1
        elif token.word in _TIMES and found and found[-1].word.endswith("gấp"):
            found.append(
                Figure(
                    "figure",
                    token.start,
                    token.end,
                    token.word,
                    "",
                    _TIMES[token.word],
                    "",
                    "",
                    "lần",
                    "measure",
                    token.end,
                )
            )
            index += 1
        elif token.word in numerals and token.kind == "word" and _counts(tokens, index, limit, found):
            index = _number(tokens, index, limit, found, numerals[token.word])
        else:
            found.append(token)
            index += 1
    return found


def _number(tokens: Sequence[Token], index: int, limit: int, found: list[Item], numeral: str = "") -> int:
    """Append what the number at an index is, and return the index after it."""
    token = tokens[index]
    if _is_denominator(tokens, index, limit, found):
        unit = unit_at(tokens, index + 1)
        lead = found.pop()
        found.append(Token("word", lead.start, tokens[unit.after - 1].end, lead.word, "per"))
        return unit.after
    if not numeral and _is_labelled(tokens, index, limit):
        return _label(tokens, index, limit, found)
    low = (numeral, False) if numeral else decimal_of(token.word)
    if low is None:
        found.append(Token("unreadable", token.start, token.end, token.word))
        return index + 1
    grouped = index
    # "16 000" is one number in print that groups by spaces.
    while (
        len(token.word) <= 3
        and not numeral
        and grouped + 1 < limit
        and tokens[grouped + 1].kind == "number"
        and len(tokens[grouped + 1].word) == 3
        and tokens[grouped + 1].start == tokens[grouped].end + 1
        and low[0] != "0"
    ):
        grouped += 1
        low = (low[0] + tokens[grouped].word, True)
    of, high, after = "", None, grouped + 1
    if after + 1 < limit and tokens[after].kind == "/" and tokens[after + 1].kind == "number":
        whole = decimal_of(tokens[after + 1].word)
        # "58,3/100.000" is taken per so many, which belongs to the unit; "30/63" is so many of so many.
        if whole is not None and tokens[after + 1].word not in _TENS - {"1", "10", "100"} and "." not in low[0]:
            of, after = whole[0], after + 2
    unit = unit_at(tokens, after)
    number_end = tokens[after - 1].end
    end = unit.after if unit.words else after
    if end + 1 < limit and tokens[end].kind in ("-", "to") and not of:
        # "từ 0,5 đến dưới 1%": the comparator inside a range adds nothing that a range can hold.
        at = end + 2 if tokens[end + 1].kind == "compare" and tokens[end].kind == "to" else end + 1
        upper = decimal_of(tokens[at].word) if at < limit and tokens[at].kind == "number" else None
        if upper is not None and not is_year(tokens[at]) and Decimal(upper[0]) > Decimal(low[0]):
            second = unit_at(tokens, at + 1)
            if (
                not unit.words
                or second.words == unit.words
                or second.words.startswith(f"{unit.words}/")
                or (unit.sort == "scale" and second.scaled)
            ):
                high, number_end, unit = upper, tokens[at].end, second
                end = second.after if second.words else at + 1
    elif unit.sort == "scale" and end < limit and tokens[end].kind == "number":
        rest = decimal_of(tokens[end].word)
        second = unit_at(tokens, end + 1)
        if rest is not None and second.scaled and (both := _added(low[0], unit.words, rest[0], second.words)):
            # "95 tỷ 500 triệu đồng" is 95,5 tỷ đồng.
            low, number_end = (both, False), tokens[end].end
            unit = second._replace(words=f"{unit.words} {second.words.partition(' ')[2]}".strip())
            end = second.after
    if unit.sort == "time" and unit.words.startswith(("tuổi", "tháng tuổi")) and not _is_life_span(found):
        return _age(tokens, index, end, limit, found)
    found.append(
        Figure(
            "figure", token.start, tokens[end - 1].end, token.word, "", low[0], high[0] if high else "", of,
            unit.words if unit.sort != "" else "", unit.sort, number_end, low[1],
        )
    )  # fmt: skip
    return end


_SIZES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}


def _added(low: str, scale: str, rest: str, unit: str) -> str:
    """Return so many of a scale and the rest in a smaller one as one number of the larger, "" where they are none."""
    large, small = _SIZES.get(scale), _SIZES.get(unit.partition(" ")[0])
    if large is None or small is None or small >= large:
        return ""
    return format(exact_sum((Decimal(low), Decimal(rest).scaleb(small - large))), "f")


def _as_words(found: list[Item], count: int) -> None:
    """Make plain words of the last items found, for they are part of a name."""
    for at in range(max(len(found) - count, 0), len(found)):
        item = found[at]
        if item.kind in ("compare", "from", "to", "-"):
            found[at] = Token("word", item.start, item.end, item.word)


def _label(tokens: Sequence[Token], index: int, limit: int, found: list[Item]) -> int:
    """Append a label's numbers as words ("mức độ 3, 4"), and the "trở lên" after them."""
    after = index + 1
    while after + 1 < limit and tokens[after].kind in (",", "and", "-", "to") and _ends_label(tokens, after + 1, limit):
        after += 2
    for token in tokens[index:after]:
        found.append(Token("word", token.start, token.end, token.word))
    return _with_tail(tokens, after, limit, found)


def _ends_label(tokens: Sequence[Token], index: int, limit: int) -> bool:
    token = tokens[index]
    if token.kind != "number" or not token.word.isdecimal() or len(token.word) > 3:
        return False
    unit = unit_at(tokens, index + 1)
    return unit.sort in ("", "unknown")


def _with_tail(tokens: Sequence[Token], after: int, limit: int, found: list[Item]) -> int:
    if after < limit and tokens[after].kind == "tail":
        found.append(Token("word", tokens[after].start, tokens[after].end, tokens[after].word))
        return after + 1
    return after


def _is_labelled(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Does a number name one of a series: nhóm 1, mức độ 3, con thứ 3?"""
    token = tokens[index]
    if not index or not token.word.isdecimal() or (len(token.word) > 4 and tokens[index - 1].word != "số"):
        return False
    before = tokens[index - 1]
    if before.end != token.start and before.end + 1 != token.start:
        return False
    entries = lexicon().labels.get(before.word.rpartition(" ")[2])
    if entries is None or before.kind not in ("word", "attain", "topic", "rank", "commit", "event"):
        return False
    if before.kind == "rank":
        # "lao động thuộc nhóm 1" are of a kind; "thuộc nhóm 30/63 tỉnh" ranks.
        is_last = index + 1 >= limit
        return before.word.endswith("nhóm") and (
            is_last or (tokens[index + 1].kind != "/" and unit_at(tokens, index + 1).sort in ("", "unknown"))
        )
    if before.kind == "attain" and before.word not in ("ở mức",):
        return False
    if not any(_stands_before(tokens, index - 1, entry.rest) for entry in entries):
        return False
    unit = unit_at(tokens, index + 1)
    return unit.sort in ("", "unknown") or (unit.sort in ("count", "task") and before.word in ("thứ", "điều", "khoản"))


def _stands_before(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    """Do the words, the nearest first, stand before the token at an index?"""
    written = " ".join([token.word for token in tokens[max(0, index - len(words)) : index]]).split()
    return tuple(reversed(written))[: len(words)] == words


def _is_denominator(tokens: Sequence[Token], index: int, limit: int, found: Sequence[Item]) -> bool:
    """Is it "trên 1 vạn dân", "trên 100.000 dân": what a ratio is taken per?"""
    if not found or found[-1].word not in ("trên", "cứ") or tokens[index].word not in _TENS or index + 1 >= limit:
        return False
    at = index + 1
    while at < limit and tokens[at].word in lexicon().scales:
        at += 1
    if at >= limit or tokens[at].kind != "word":
        return False
    if found[-1].word == "cứ" or (
        tokens[index].word in ("1", "một") and longest(lexicon().denominators, tokens, at, limit) is not None
    ):
        return True
    if tokens[at].word not in _PEOPLE_WHO_ARE_BORN:
        return False
    before = found[-2] if len(found) > 1 else None
    return before is not None and (before.kind == "figure" or (before.kind == "word" and tokens[at].word != "người"))


def _is_life_span(found: Sequence[Item]) -> bool:
    """Is the age a measured one: "tuổi thọ bình quân đạt 75 tuổi"?"""
    for item in reversed(found[-14:]):
        if item.kind in (",", ";", "and", "."):
            return False
        if item.word == "tuổi" and item.kind == "word":
            return True
    return False


def _age(tokens: Sequence[Token], index: int, end: int, limit: int, found: list[Item]) -> int:
    _as_words(found, 2)
    found.append(Token("word", tokens[index].start, tokens[end - 1].end, tokens[index].word, "age"))
    return _with_tail(tokens, end, limit, found)


def _nothing(tokens: Sequence[Token], index: int, limit: int, found: Sequence[Item]) -> Figure | None:
    """Return the figure 0 of "không còn hộ nghèo", None where no noun that can be counted follows."""
    zero = tokens[index]
    leads = not found or found[-1].kind in _STARTS
    if zero.word != "không còn" and not leads:
        return None
    known = longest(lexicon().units, tokens, index + 1, limit)
    if known is not None and known[0].meaning == "count":
        unit = " ".join([token.word for token in tokens[index + 1 : known[1]]])
    elif zero.word == "không còn" and tokens[index + 1].kind == "word" and leads:
        unit = ""
    else:
        return None
    return Figure("figure", zero.start, zero.end, zero.word, "zero", "0", "", "", unit, "zero", zero.end)


def _counts(tokens: Sequence[Token], index: int, limit: int, found: Sequence[Item]) -> bool:
    """Does a number word count here: after a comparator or "thêm", before a noun that can be counted?"""
    if not found or index + 1 >= limit:
        return False
    before = found[-1]
    if before.kind != "compare" and before.word not in ("thêm", "tăng thêm", "có thêm"):
        return before.word == "trên" and _is_denominator(tokens, index, limit, found)
    known = longest(lexicon().units, tokens, index + 1, limit)
    return (known is not None and known[0].meaning in ("count", "measure")) or _is_denominator(
        tokens, index, limit, found
    )
