"""Times that prose gives to its figures: years, runs of years, quarters, days; *not* here: whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from govplan.errors import GovplanError
from govplan.reading.tokens import Token
from govplan.values.period import Period

__all__ = ["is_year", "mark_times", "period_of"]

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPANS = {"giai": "đoạn", "nhiệm": "kỳ", "thời": "kỳ", "chu": "kỳ"}
# What may stand before a time and belongs to it.
_PREPOSITIONS = frozenset(
    [
        "vào",
        "trong",
        "hết",
        "cuối",
        "đầu",
        "sau",
        "trước",
        "của",
        "ngay",
        "bước",
        "sang",
        "tính",
        "trung",
        "khoảng",
        "mốc",
        "thời",
        "điểm",
    ]
)
_EDGES = frozenset(["nay", "trước", "sau", "tới", "này", "đó"])
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2}) ?[/-] ?([0-9]{4})")


def is_year(token: Token) -> bool:
    """Is it four digits that a plan could mean as a year?"""
    word = token.word
    return token.kind == "number" and len(word) == 4 and word.isdecimal() and "1945" <= word <= "2100"


def period_of(time: Token) -> Period | None:
    """Return the period of a time token, None where it names none ("cuối năm") or only compares ("so với năm 2020").

    >>> str(period_of(mark_times(_example("đến cuối năm 2025"))[0]))
    '2025'
    """
    role, _, written = time.meaning.partition("|")
    if role == "versus" or not written:
        return None
    return named_period(written)


def named_period(written: str) -> Period | None:
    """Return the period that a canonical text means, None where the calendar has none such."""
    try:
        return Period.parse(written)
    except GovplanError:
        return None


def mark_times(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with those that make a time joined to one of kind "time".

    Its meaning is "by", "versus" (so với năm 2020), "past" (năm năm qua) or "span" before "|" and the period, which may
    be missing.
    """
    found: list[Token] = []
    index, limit = 0, len(tokens)
    while index < limit:
        token = tokens[index]
        match = None
        if token.kind in _STARTERS and (token.kind != "word" or token.word in _STARTING_WORDS):
            match = _time_at(tokens, index, limit)
        if match is None:
            found.append(token)
            index += 1
            continue
        after, written = match
        index = after
        found.append(_joined(found, token, tokens[after - 1], written))
    return found


_STARTERS = frozenset(("word", "number", "date", "frequency"))
_STARTING_WORDS = frozenset(("năm", "giai", "nhiệm", "thời", "chu", "quý", "tháng", "ngày", "các", "những", "niên"))


def _time_at(tokens: Sequence[Token], index: int, limit: int) -> tuple[int, str] | None:
    """Return the index after a time that begins here, and its period in canonical form or ""."""
    token = tokens[index]
    if token.kind == "date":
        return index + 1, _dated(token.word)
    if token.kind == "number":
        return _from_number(tokens, index, limit)
    following = tokens[index + 1] if index + 1 < limit else None
    if following is None:
        return None
    word = token.word
    if word in ("năm", "các", "những") or token.kind == "frequency":
        at = index + 1
        if word in ("các", "những"):
            if following.word != "năm":
                return None
            at += 1
        elif token.kind == "frequency" and not word.endswith("năm"):
            return None
        if at < limit and tokens[at].word == "học" and word == "năm":
            at += 1
        if at < limit and is_year(tokens[at]):
            return _years_from(tokens, at, limit)
        if word == "năm" and following.kind == "word" and following.word in _EDGES:
            return index + 2, ""
        return None
    if word in _SPANS:
        at = index + 2
        if following.word != _SPANS[word]:
            return None
        if at < limit and tokens[at].word == "từ":
            at += 1
        if at < limit and tokens[at].word == "năm":
            at += 1
        return _years_from(tokens, at, limit) if at < limit and is_year(tokens[at]) else None
    if word == "quý":
        return _quarter(tokens, index, limit)
    if word == "tháng":
        return _month(tokens, index, limit)
    if word == "ngày":
        return _day(tokens, index, limit)
    return None


def _years_from(tokens: Sequence[Token], at: int, limit: int) -> tuple[int, str]:
    """Read a year and, after a dash or "đến", the year that a run of years ends with."""
    first = tokens[at].word
    after = at + 1
    if after + 1 < limit and tokens[after].kind in ("-", "to"):
        last = after + 1
        if tokens[last].word == "năm" and last + 1 < limit:
            last += 1
        if is_year(tokens[last]) and tokens[last].word > first:
            return last + 1, f"{first}-{tokens[last].word}"
    return after, first


def _from_number(tokens: Sequence[Token], index: int, limit: int) -> tuple[int, str] | None:
    token = tokens[index]
    following = tokens[index + 1].word if index + 1 < limit else ""
    if is_year(token):
        if following == "-" and index + 2 < limit and is_year(tokens[index + 2]):
            return _years_from(tokens, index, limit)
        before = tokens[index - 1] if index else None
        if before is not None and (
            before.kind in ("to", "versus", "(")
            or _joins_a_year(tokens, index)
            or before.word in ("sau", "trước", "hết", "cuối")
        ):
            unit = tokens[index + 1].kind if index + 1 < limit else ""
            if unit not in ("%", "‰", "word"):
                return index + 1, token.word
        return None
    if following == "tháng" and index + 2 < limit and tokens[index + 2].word in ("đầu", "cuối"):
        after, half = index + 3, tokens[index + 2].word
        if after < limit and tokens[after].word in ("năm", "của"):
            after += 1
        if after < limit and is_year(tokens[after]) and token.word.isdecimal() and len(token.word) <= 2:
            return after + 1, f"{int(token.word)} tháng {half} năm {tokens[after].word}"
        return after, ""
    if following in ("năm", "tháng") and index + 2 < limit:
        edge = tokens[index + 2]
        if following == "năm" and is_year(edge) and len(token.word) <= 2:
            # "5 năm 2021-2025"
            return _years_from(tokens, index + 2, limit)
        if edge.word in ("thực hiện", "triển khai") and index and tokens[index - 1].word in ("sau", "qua"):
            return index + 2, "past"
        if edge.word in ("qua", "tới", "trước", "gần", "liền", "sau") or edge.word in _SPANS:
            return (index + 2 if edge.word in _SPANS else index + 3), ""
    return None


def _joins_a_year(tokens: Sequence[Token], index: int) -> bool:
    """Is it the second year of "năm 2025 và 2030"?"""
    return (
        index >= 3
        and tokens[index - 1].kind in (",", "and")
        and is_year(tokens[index - 2])
        and tokens[index - 3].word in ("năm", "to", "đến")
    )


def _quarter(tokens: Sequence[Token], index: int, limit: int) -> tuple[int, str] | None:
    which = tokens[index + 1].word
    number = _ROMAN.get(which) or (int(which) if which in ("1", "2", "3", "4") else 0)
    if not number:
        return None
    after = index + 2
    if after + 1 < limit and tokens[after].word in ("/", "-", "năm") and is_year(tokens[after + 1]):
        return after + 2, f"{tokens[after + 1].word}-Q{number}"
    return after, ""


def _month(tokens: Sequence[Token], index: int, limit: int) -> tuple[int, str] | None:
    which = tokens[index + 1]
    if which.kind == "date":
        return index + 2, _dated(which.word)
    if which.kind != "number" or not which.word.isdecimal() or not 1 <= int(which.word[:3]) <= 12:
        return None
    after = index + 2
    if after + 1 < limit and tokens[after].word in ("/", "-", "năm") and is_year(tokens[after + 1]):
        return after + 2, f"tháng {int(which.word[:3])}/{tokens[after + 1].word}"
    return after, ""


def _day(tokens: Sequence[Token], index: int, limit: int) -> tuple[int, str] | None:
    which = tokens[index + 1]
    if which.kind == "date":
        return index + 2, _dated(which.word)
    if which.kind != "number" or len(which.word) > 2:
        return None
    after = index + 2
    if after + 1 < limit and tokens[after].word in ("/", "-", "tháng") and tokens[after + 1].kind in ("number", "date"):
        after += 2
        if after + 1 < limit and tokens[after].word == "năm" and is_year(tokens[after + 1]):
            after += 2
        return after, "day"
    return None


def _dated(word: str) -> str:
    """Return the period of a day or month as printed, "" where the calendar has none such."""
    match = _DAY.fullmatch(word)
    if match is not None:
        try:
            day = date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            return ""
        return f"{day.isoformat()}/{day.isoformat()}"
    match = _MONTH.fullmatch(word)
    if match is None or not 1 <= int(match[1]) <= 12:
        return ""
    return f"tháng {int(match[1])}/{match[2]}"


def _joined(found: list[Token], first: Token, last: Token, written: str) -> Token:
    """Return a time token that takes in the prepositions before it, which are removed from what was found."""
    role, start = "by", first.start
    while found:
        before = found[-1]
        if before.kind == "versus":
            role = "versus"
        elif before.kind == "from":
            role = "from"
        elif not (before.kind == "to" or before.word in _PREPOSITIONS or before.word == "vào cuối"):
            break
        start = before.start
        found.pop()
        if role != "by":
            break
    if last.word == "qua" or written == "past":
        role, written = "past", ""
    return Token("time", start, last.end, "", f"{role}|{written}")


def _example(text: str) -> list[Token]:
    from govplan.reading.tokens import tokens_of

    return tokens_of(text)
